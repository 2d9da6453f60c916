// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/models/DemandFit.h"

#include "pipeline/planner/SalesHistory.h"

#include <chrono>

namespace pricewright {

namespace {

// What was known at the end of a day, and what an estimator of some version makes of it.
struct Learning {
  Day before{};
  SalesHistory history;
  std::vector<DemandSeries> series;
  DemandOptions options;
  QString version;
};

// Where nothing was sold for long, it is learnt as of the last week that was: "the last two years" of sales that ended
// ten years ago are those before their end.
Day newestKnown(const SalesPanel& sales, Day before) {
  constexpr auto kLong = std::chrono::days(8 * 7);
  Day last{};
  for (const SalePoint& p : sales.points)
    last = std::max(last, Day(std::chrono::days(p.day + p.days)));
  return before - last > kLong ? last : before;
}

Status prepare(Workspace& workspace, std::optional<Day> asOf, const QString& version, Learning& out) {
  const Day today = dayOf(workspace.clock().now());
  out.before = asOf ? std::min(*asOf + std::chrono::days(1), today) : today;
  const QString name = modelName(ModelKind::ElasticityEstimator);
  PW_TRY(const ModelVersion model,
         version.isEmpty() ? workspace.models().champion(name) : workspace.models().version(name, version));
  out.version = model.version;
  PW_CHECK(loadSalesHistory(out.history, workspace.database(), workspace.catalog(), workspace.offers(), out.before,
                            std::min(workspace.clock().now(), startOf(out.before))));
  if (out.history.sales.points.empty())
    return fail(QStringLiteral("forecast.no-history"));
  if (!asOf)
    out.before = newestKnown(out.history.sales, out.before);
  out.series = out.history.demandSeries();
  out.options.forWeekStarting = toDayNumber(out.before);
  out.options.parameters = estimatorParameters(model.parameters);
  return {};
}

} // namespace

Result<DemandFit> fitWorkspaceDemand(Workspace& workspace, const DemandFitWish& wish, const JobContext& job) {
  Learning from;
  PW_CHECK(prepare(workspace, wish.asOf, wish.version, from));
  const Catalog& catalog = from.history.catalog;
  DemandFit out;
  out.asOf = from.before - std::chrono::days(1);
  out.version = from.version;
  for (const Category& c : catalog.categories)
    out.categories.emplace(c.no, c.code);
  for (const DemandSeries& one : from.series) {
    const Sku* sku = catalog.sku(one.skuNo);
    const PriceZone* zone = catalog.zone(one.zoneNo);
    const auto category = out.categories.find(one.categoryNo);
    out.rows.push_back({one.listingNo,
                        sku ? sku->code : QString(),
                        zone ? zone->code : QString(),
                        category == out.categories.end() ? QString() : category->second,
                        {}});
  }
  from.options.holdOutWeeks = wish.holdOutWeeks;
  from.options.afterEffects = true;
  const auto began = std::chrono::steady_clock::now();
  PW_TRY(out.model, fitDemand(from.series, from.options, job));
  out.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  if (wish.holdOutWeeks > 0) {
    PW_TRY(out.beside, fitOrthogonal(from.series, from.options, job));
  }
  for (std::size_t i = 0; i < out.rows.size(); ++i)
    out.rows[i].estimate = std::move(out.model.estimates[i]);
  out.model.estimates.clear();
  std::stable_sort(out.rows.begin(), out.rows.end(), [](const DemandFitRow& a, const DemandFitRow& b) {
    return std::tie(a.sku, a.zone) < std::tie(b.sku, b.zone);
  });
  return out;
}

Result<std::vector<CategoryReading>> plainReadings(Workspace& workspace, const JobContext& job) {
  Learning from;
  job.report("demand.read", 0);
  PW_CHECK(prepare(workspace, {}, {}, from));
  PW_TRY(std::vector<OrthogonalFit> fits, fitOrthogonal(from.series, from.options, job));
  // All together last, where there are several.
  std::rotate(fits.begin(), fits.end() - (fits.size() > 1 ? 1 : 0), fits.end());
  std::vector<CategoryReading> out;
  for (OrthogonalFit& fit : fits) {
    CategoryReading one;
    for (const Category& c : from.history.catalog.categories)
      if (c.no == fit.categoryNo)
        one.code = c.code, one.name = c.name;
    one.fit = std::move(fit);
    out.push_back(std::move(one));
  }
  return out;
}

Result<YardstickFit> fitWorkspaceYardstick(Workspace& workspace, YardstickSpec spec, std::optional<Day> asOf) {
  Learning from;
  PW_CHECK(prepare(workspace, asOf, {}, from));
  YardstickFit out;
  out.asOf = from.before - std::chrono::days(1);
  for (YardstickRow& row : fitYardstick(from.series, spec)) {
    const Sku* sku = from.history.catalog.sku(row.skuNo);
    out.rows.push_back({row.skuNo > 0 && sku ? sku->code : QString(), std::move(row)});
  }
  return out;
}

Result<DriftReport> workspaceDrift(Workspace& workspace, std::optional<Day> asOf, const JobContext& job) {
  Learning from;
  PW_CHECK(prepare(workspace, asOf, {}, from));
  PW_TRY(const DemandModel model, fitDemand(from.series, from.options, job));
  return watchDriftIn(workspace.database(), from.history, from.series, model, from.before);
}

} // namespace pricewright
