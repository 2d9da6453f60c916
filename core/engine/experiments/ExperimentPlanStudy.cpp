// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/experiments/ExperimentPlanStudy.h"

#include "base/Words.h"
#include "engine/experiments/ExperimentParts.h"

#include <algorithm>
#include <map>
#include <set>

namespace pricewright {
namespace {

// Whose sales are added up: the tested products, and what is counted with them.
QStringList studiedProducts(const Catalog& catalog, const ExperimentPlan& plan) {
  QStringList codes = plan.skus + plan.counted;
  if (!plan.counted.isEmpty())
    return codes;
  std::set<int> categories;
  for (const QString& code : plan.skus)
    if (const Sku* sku = catalog.skuByCode(code))
      categories.insert(sku->categoryNo);
  for (const Sku& sku : catalog.skus)
    if (categories.contains(sku.categoryNo) && !codes.contains(sku.code))
      codes << sku.code;
  return codes;
}

// Those that would take part: named, or all that sell every tested product.
QStringList studiedZones(const Catalog& catalog, const ExperimentPlan& plan) {
  if (!plan.zones.isEmpty())
    return plan.zones;
  std::map<int, int> sold; // zone → tested products
  for (const QString& code : plan.skus)
    if (const Sku* sku = catalog.skuByCode(code))
      for (const Listing& listing : catalog.listings)
        sold[listing.zoneNo] += listing.skuNo == sku->no ? 1 : 0;
  QStringList codes;
  for (const PriceZone& zone : catalog.zones)
    if (sold[zone.no] == plan.skus.size())
      codes << zone.code;
  return codes;
}

} // namespace

namespace {

// The plan's own design, in weeks.
StudyWish studyWish(const ExperimentPlan& plan, std::size_t units) {
  const auto weeks = [](int inDays) { return std::size_t(std::max(1, inDays / kWeekOfSales)); };
  StudyWish study;
  study.before = weeks(plan.preDays), study.tested = weeks(plan.days), study.lookEvery = weeks(plan.lookDays);
  if (plan.design == TestDesign::Switchback) {
    study.kind = DesignKind::Switchback;
    study.switchback.blockLength = weeks(plan.blockDays);
    study.switchback.washout = std::size_t(std::max(0, plan.washoutDays / kWeekOfSales));
    study.switchback.together = units < kLeastClusters;
    study.lookEvery = study.switchback.blockLength * (study.switchback.together ? 2 : 1);
  } else if (plan.design == TestDesign::Pairs) {
    study.kind = DesignKind::Pairs;
  } else {
    study.strata = kLikeZones;
  }
  study.plan.alpha = plan.alphaBp / kBasisPoints;
  return study;
}

} // namespace

Result<PlanStudy> studyPlan(Workspace& w, const ExperimentPlan& plan, std::size_t splits, const JobContext& job) {
  if (plan.design == TestDesign::Visitors)
    return fail(s("experiment.visitors-need-figures"));
  PW_TRY(const Catalog catalog, w.catalog().load());
  HistoryWish wish;
  wish.metric = plan.metric, wish.zones = studiedZones(catalog, plan);
  wish.byItem = plan.design == TestDesign::Pairs; // products are compared, and none is counted with another
  wish.skus = wish.byItem ? plan.skus : studiedProducts(catalog, plan);
  PW_TRY(const ExperimentHistory history, experimentHistory(w, wish, job));
  StudyWish study = studyWish(plan, history.panel.clusters());
  study.splits = splits, study.seed = plan.seed;
  PlanStudy out;
  PW_TRY(out.study, aaFromHistory(history, study, job));
  out.units = int(history.panel.clusters()), out.weeks = int(history.panel.periods()), out.tested = study.tested;
  return out;
}

} // namespace pricewright
