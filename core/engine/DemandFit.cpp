// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/DemandFit.h"

#include "engine/SalesHistory.h"

#include <chrono>

namespace pricewright {

Result<DemandFit> fitWorkspaceDemand(Workspace& workspace, const DemandFitWish& wish, const JobContext& job) {
  const Day today = dayOf(workspace.clock().now());
  DemandFit out;
  out.asOf = wish.asOf ? std::min(*wish.asOf, today) : today;
  PW_TRY(const SalesHistory history, readSalesHistory(workspace, out.asOf + std::chrono::days(1)));
  if (history.sales.points.empty())
    return fail(QStringLiteral("forecast.no-history"));
  for (const Category& c : history.catalog.categories)
    out.categories.emplace(c.no, c.code);
  std::vector<DemandSeries> series;
  for (const Listing& l : history.catalog.listings) {
    const Sku* sku = history.catalog.sku(l.skuNo);
    const PriceZone* zone = history.catalog.zone(l.zoneNo);
    if (!sku || !zone)
      continue;
    series.push_back(history.seriesOf(l, *sku));
    const auto category = out.categories.find(sku->categoryNo);
    out.rows.push_back(
        {l.no, sku->code, zone->code, category == out.categories.end() ? QString() : category->second, {}});
  }
  DemandOptions options;
  options.forWeekStarting = toDayNumber(out.asOf) + 1;
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
