// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/experiments/ExperimentPlanStudy.h"

#include "base/Words.h"
#include "engine/experiments/ExperimentParts.h"

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

Result<PlanStudy> studyPlan(Workspace& w, const ExperimentPlan& plan, std::size_t splits, const JobContext& job) {
  if (plan.design != TestDesign::Clusters)
    return fail(s("experiment.no-such-design"), {{s("value"), testDesignName(plan.design)}});
  PW_TRY(const Catalog catalog, w.catalog().load());
  HistoryWish wish;
  wish.metric = plan.metric, wish.skus = studiedProducts(catalog, plan), wish.zones = studiedZones(catalog, plan);
  PW_TRY(const ExperimentHistory history, experimentHistory(w, wish, job));
  StudyWish study;
  study.strata = kLikeZones;
  study.before = std::size_t(std::max(1, plan.preDays / kWeekOfSales));
  study.tested = std::size_t(std::max(1, plan.days / kWeekOfSales));
  study.lookEvery = std::size_t(std::max(1, plan.lookDays / kWeekOfSales));
  study.plan.alpha = plan.alphaBp / kBasisPoints;
  study.splits = splits, study.seed = plan.seed;
  PlanStudy out;
  PW_TRY(out.study, aaFromHistory(history, study, job));
  out.units = int(history.panel.clusters()), out.weeks = int(history.panel.periods()), out.tested = study.tested;
  return out;
}

} // namespace pricewright
