// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/experiments/ExperimentHistory.h"

#include "base/Words.h"
#include "engine/earnings/SalesWorth.h"
#include "engine/experiments/ExperimentPanel.h"

#include <QSet>

#include <set>

namespace pricewright {
namespace {

Status knownCodes(const Catalog& catalog, const HistoryWish& wish) {
  for (const QString& code : wish.skus) {
    if (!catalog.skuByCode(code)) {
      return fail(s("catalog.unknown-sku"), {{s("sku"), code}});
    }
  }
  const auto has = [](const auto& all, const QString& code) {
    return std::any_of(all.begin(), all.end(), [&](const auto& one) { return one.code == code; });
  };
  if (!wish.category.isEmpty() && !has(catalog.categories, wish.category)) {
    return fail(s("catalog.unknown-category"), {{s("category"), wish.category}});
  }
  for (const QString& code : wish.zones) {
    if (!has(catalog.zones, code)) {
      return fail(s("catalog.unknown-zone"), {{s("zone"), code}});
    }
  }
  return {};
}

// The listings wished for, by the code of the zone or product that they are a unit with.
std::map<QString, std::vector<int>> wishedUnits(const Catalog& catalog, const HistoryWish& wish, std::set<int>& skus) {
  const QSet<QString> codes(wish.skus.begin(), wish.skus.end()), zones(wish.zones.begin(), wish.zones.end());
  std::map<QString, std::vector<int>> units;
  for (const Listing& listing : catalog.listings) {
    const Sku* sku = catalog.sku(listing.skuNo);
    const PriceZone* zone = catalog.zone(listing.zoneNo);
    if (!sku || !zone || (!codes.isEmpty() && !codes.contains(sku->code)) ||
        (!zones.isEmpty() && !zones.contains(zone->code))) {
      continue;
    }
    const Category* category = catalog.category(sku->categoryNo);
    if (!wish.category.isEmpty() && (!category || category->code != wish.category)) {
      continue;
    }
    units[wish.byItem ? sku->code : zone->code].push_back(listing.no);
    skus.insert(sku->no);
  }
  return units;
}

// Without the units that have nothing, and the weeks at the start in which nobody has anything.
Result<ExperimentHistory> withoutEmpty(const Panel& whole, const QStringList& names, ExperimentHistory history) {
  std::size_t first = whole.periods();
  std::vector<std::size_t> kept;
  for (std::size_t c = 0; c < whole.clusters(); ++c) {
    for (std::size_t t = 0; t < whole.periods(); ++t) {
      if (whole.has(c, t)) {
        kept.push_back(c), first = std::min(first, t);
        break;
      }
    }
  }
  if (kept.size() < 2) {
    return fail(s("experiment.no-sales-there"));
  }
  std::vector<double> values;
  for (const std::size_t c : kept) {
    history.units.append(names[qsizetype(c)]);
    for (std::size_t t = first; t < whole.periods(); ++t) {
      values.push_back(whole.at(c, t));
      history.missingWeeks += whole.has(c, t) ? 0 : 1;
    }
  }
  PW_TRY(history.panel, Panel::of(kept.size(), whole.periods() - first, 0, std::move(values)));
  history.from += std::chrono::days(kWeekOfSales * int(first));
  return history;
}

} // namespace

Result<ExperimentHistory> experimentHistory(Workspace& w, const HistoryWish& wish, const JobContext& job) {
  if (wish.metric == TestMetric::Conversion) {
    return fail(s("experiment.no-such-metric"), {{s("value"), testMetricName(wish.metric)}});
  }
  PW_TRY(const Catalog catalog, w.catalog().load());
  PW_CHECK(knownCodes(catalog, wish));
  if (job.cancelled()) {
    return fail(s("engine.cancelled"));
  }
  PW_TRY(const int end, endOfSales(w.database(), dayOf(w.clock().now())));
  ExperimentHistory history;
  std::set<int> skus;
  const std::map<QString, std::vector<int>> units = wishedUnits(catalog, wish, skus);
  if (end == 0 || units.size() < 2) {
    return fail(s("experiment.no-sales-there"));
  }
  ExperimentPanelWish ask;
  ask.metric = wish.metric;
  QStringList names;
  for (const auto& [name, listings] : units) {
    names.append(name), ask.units.push_back(listings);
  }
  history.until = fromDayNumber(end), history.skus = int(skus.size());
  history.from = fromDayNumber(end - kWeekOfSales * std::clamp(wish.mostWeeks, 1, 1040));
  ask.from = ask.beforeFrom = ask.beforeUntil = history.from, ask.until = history.until;
  if (job.cancelled()) {
    return fail(s("engine.cancelled"));
  }
  PW_TRY(const ExperimentPanel whole, experimentPanel(w, ask));
  if (job.cancelled()) {
    return fail(s("engine.cancelled"));
  }
  return withoutEmpty(whole.panel, names, std::move(history));
}

} // namespace pricewright
