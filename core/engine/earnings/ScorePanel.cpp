// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/earnings/ScorePanel.h"

#include <cmath>
#include <limits>

namespace pricewright {
namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
constexpr double kSamePrice = 0.01; // regular prices that differ by less are the same
constexpr std::size_t kMostComparables = 30, kLeastElsewhere = 3;

struct PanelCell {
  double units = 0, revenue = 0, cost = 0;
  int days = 0;
  bool ordinary = true, costKnown = true;
};

int panelCategory(const Catalog& catalog, const Listing& l) {
  const Sku* sku = catalog.sku(l.skuNo);
  return sku ? sku->categoryNo : 0;
}

} // namespace

Result<ScorePanel> ScorePanel::read(EarningsLedger& ledger, int weeks, const std::vector<bool>& categories,
                                    const JobContext& job) {
  ScorePanel out;
  out.m_ledger = &ledger, out.m_end = ledger.endDay(), out.m_panel.weeks = std::size_t(weeks);
  const Catalog& catalog = ledger.catalog();
  out.m_rows.assign(catalog.listings.size(), -1);
  for (std::size_t i = 0; i < catalog.listings.size(); ++i) {
    const int category = panelCategory(catalog, catalog.listings[i]);
    if (std::size_t(category) >= categories.size() || !categories[std::size_t(category)] || !ledger.counts(i))
      continue;
    out.m_rows[i] = int(out.m_listings.size());
    out.m_members[category].push_back(out.m_rows[i]);
    out.m_listings.push_back(i);
  }
  std::vector<PanelCell> cells(out.m_listings.size() * std::size_t(weeks));
  PW_CHECK(ledger.eachSale(
      0, weeks,
      [&](const SoldWeek& sold) -> Status {
        const int row = out.m_rows[std::size_t(sold.listing)];
        if (row < 0 || sold.days > 7)
          return {};
        PanelCell& cell = cells[std::size_t(row) * std::size_t(weeks) + std::size_t(weeks - 1 - sold.week)];
        cell.units += double(sold.unitsMilli) / 1e3, cell.revenue += double(sold.revenueMicro) / 1e6;
        cell.days += sold.days, cell.ordinary = cell.ordinary && sold.ordinary;
        cell.costKnown = cell.costKnown && sold.costMicro;
        cell.cost += double(sold.costMicro.value_or(0)) / 1e6;
        return {};
      },
      job));
  for (auto* v : {&out.m_panel.units, &out.m_panel.price, &out.m_panel.cost})
    v->assign(cells.size(), kUnknown);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const PanelCell& cell = cells[i];
    if (cell.days < 7 || !cell.ordinary)
      continue;
    out.m_panel.units[i] = std::max(0.0, cell.units);
    if (cell.units > 0)
      out.m_panel.price[i] = cell.revenue / cell.units,
      out.m_panel.cost[i] = cell.costKnown ? cell.cost / cell.units : kUnknown;
  }
  return out;
}

int ScorePanel::weekFrom(int day) const {
  const int weeks = int(m_panel.weeks), first = firstDay(0);
  return std::clamp((day - first + 6) / 7, 0, weeks);
}

std::optional<double> ScorePanel::meanPrice(int row, int from, int until) const {
  double sum = 0;
  int n = 0;
  for (int week = from; week < until; ++week)
    if (const double p = m_panel.priceAt(row, week); std::isfinite(p))
      sum += p, ++n;
  return n ? std::optional(sum / n) : std::nullopt;
}

// No regular price of it changed in all those weeks, neither as we set them nor as they were paid.
bool ScorePanel::untouched(int row, const PriceToScore& w) const {
  const int from = firstDay(w.beforeFrom), until = firstDay(w.afterUntil);
  const auto prices = m_ledger->pricesOf(m_listings[std::size_t(row)]);
  for (std::size_t i = 1; i < prices.size(); ++i)
    if (prices[i].from > from && prices[i].from < until && prices[i].minor != prices[i - 1].minor)
      return false;
  const auto before = meanPrice(row, w.beforeFrom, w.beforeUntil), after = meanPrice(row, w.afterFrom, w.afterUntil);
  return before && after && std::abs(*after / *before - 1) <= kSamePrice;
}

// From other zones where there are enough: what buyers leave for next door would count twice.
void ScorePanel::findComparables(std::size_t listing, ScoreWindow& out) const {
  const Catalog& catalog = m_ledger->catalog();
  const Listing& own = catalog.listings[listing];
  std::vector<int> sameProduct, elsewhere, nextDoor;
  for (const int row : m_members.at(panelCategory(catalog, own))) {
    const Listing& other = catalog.listings[m_listings[std::size_t(row)]];
    if (row == out.wish.row || sameProduct.size() >= kMostComparables)
      continue;
    std::vector<int>& into = other.zoneNo == own.zoneNo ? nextDoor : other.skuNo == own.skuNo ? sameProduct : elsewhere;
    if (into.size() < kMostComparables && untouched(row, out.wish))
      into.push_back(row);
  }
  std::vector<int>& found = out.wish.comparables;
  found = std::move(sameProduct);
  found.insert(found.end(), elsewhere.begin(), elsewhere.end());
  out.sharesBuyers = found.size() < kLeastElsewhere && !nextDoor.empty();
  if (out.sharesBuyers)
    found.insert(found.end(), nextDoor.begin(), nextDoor.end());
  found.resize(std::min(found.size(), kMostComparables));
}

std::optional<ScoreWindow> ScorePanel::windowOf(std::size_t listing, std::size_t price, Money before) const {
  const auto prices = m_ledger->pricesOf(listing);
  const int row = m_rows[listing];
  if (row < 0 || price >= prices.size())
    return std::nullopt;
  ScoreWindow out;
  PriceToScore& w = out.wish;
  w.row = row;
  const int from = prices[price].from;
  int until = prices[price].until;
  // The same price again is no change.
  for (std::size_t next = price + 1; next < prices.size() && prices[next].minor == prices[price].minor; ++next)
    until = prices[next].until;
  w.afterFrom = weekFrom(from);
  w.afterUntil =
      std::clamp((until - firstDay(0)) / 7, w.afterFrom, std::min(w.afterFrom + kMostAfter, int(m_panel.weeks)));
  // The last week that ended before the day of the change; `from` may be the day after it.
  const int changed = prices[price].fromDay;
  w.beforeUntil = std::clamp((changed - firstDay(0)) / 7, 0, w.afterFrom);
  w.beforeFrom = std::max(0, w.beforeUntil - kMostBefore);
  for (std::size_t i = price; i-- > 0;)
    if (prices[i].minor != before.minor()) {
      w.beforeFrom = std::clamp(weekFrom(prices[i + 1].from), w.beforeFrom, w.beforeUntil);
      break;
    }
  w.oldPrice = before.toDouble() * m_ledger->netShare(listing, from);
  w.newPrice = Money(prices[price].minor, before.currency()).toDouble() * m_ledger->netShare(listing, from);
  // The old price may be older than our own records: what was paid tells since when it held.
  int same = w.beforeUntil;
  for (int week = w.beforeUntil - 1; week >= w.beforeFrom; --week) {
    const double paid = m_panel.priceAt(row, week);
    if (std::isfinite(paid) && std::abs(paid / w.oldPrice - 1) > 3 * kSamePrice)
      break;
    same = week;
  }
  w.beforeFrom = same;
  out.endDay = firstDay(w.afterUntil);
  findComparables(listing, out);
  return out;
}

} // namespace pricewright
