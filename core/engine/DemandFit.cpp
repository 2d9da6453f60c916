// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/DemandFit.h"

#include "pipeline/planner/SalesHistory.h"

#include <chrono>

namespace pricewright {

Result<DemandFit> fitWorkspaceDemand(Workspace& workspace, const DemandFitWish& wish, const JobContext& job) {
  const Day today = dayOf(workspace.clock().now());
  const Day before = wish.asOf ? std::min(*wish.asOf + std::chrono::days(1), today) : today;
  SalesHistory history;
  PW_CHECK(loadSalesHistory(history, workspace.database(), workspace.catalog(), workspace.offers(), before,
                            std::min(workspace.clock().now(), startOf(before))));
  if (history.sales.points.empty())
    return fail(QStringLiteral("forecast.no-history"));
  DemandFit out;
  out.asOf = before - std::chrono::days(1);
  for (const Category& c : history.catalog.categories)
    out.categories.emplace(c.no, c.code);
  const std::vector<DemandSeries> series = history.demandSeries();
  for (const DemandSeries& one : series) {
    const Sku* sku = history.catalog.sku(one.skuNo);
    const PriceZone* zone = history.catalog.zone(one.zoneNo);
    const auto category = out.categories.find(one.categoryNo);
    out.rows.push_back({one.listingNo,
                        sku ? sku->code : QString(),
                        zone ? zone->code : QString(),
                        category == out.categories.end() ? QString() : category->second,
                        {}});
  }
  DemandOptions options;
  options.forWeekStarting = toDayNumber(before);
  options.holdOutWeeks = wish.holdOutWeeks;
  const auto began = std::chrono::steady_clock::now();
  PW_TRY(out.model, fitDemand(series, options, job));
  out.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  for (std::size_t i = 0; i < out.rows.size(); ++i)
    out.rows[i].estimate = std::move(out.model.estimates[i]);
  out.model.estimates.clear();
  std::stable_sort(out.rows.begin(), out.rows.end(), [](const DemandFitRow& a, const DemandFitRow& b) {
    return std::tie(a.sku, a.zone) < std::tie(b.sku, b.zone);
  });
  return out;
}

} // namespace pricewright
