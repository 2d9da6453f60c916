// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demand/RegularPrice.h"

#include "demand/DemandPanel.h"

#include <cmath>

namespace pricewright {
namespace {

constexpr double kDip = 0.95;      // below this share of the regular price it may be a discount
constexpr double kReturned = 0.97; // back at the regular price
constexpr int kLongestDipDays = 28;

// Does the price that fell at `at` come back to `regular` within four weeks?
bool returns(std::span<const qint32> days, std::span<const double> prices, std::span<const char> promoted,
             std::size_t at, double regular) {
  for (std::size_t t = at + 1; t < days.size() && days[t] - days[at] <= kLongestDipDays; ++t)
    if (!promoted[t] && prices[t] >= kReturned * regular)
      return true;
  return false;
}

// What to believe before the first period without promotion: that period's price if there is one, else the highest.
double firstRegular(std::span<const double> prices, std::span<const char> promoted) {
  for (std::size_t t = 0; t < prices.size(); ++t)
    if (!promoted[t])
      return prices[t];
  return prices.empty() ? 0.0 : *std::max_element(prices.begin(), prices.end());
}

} // namespace

std::vector<double> runningRegular(std::span<const qint32> days, std::span<const double> prices,
                                   std::span<const char> promoted) {
  std::vector<double> out(prices.size());
  double regular = firstRegular(prices, promoted);
  for (std::size_t t = 0; t < prices.size(); ++t) {
    // A promotion above the regular price shows that the regular price rose unseen.
    const bool rose = prices[t] > regular;
    const bool ordinary = !promoted[t] && (prices[t] >= kDip * regular || !returns(days, prices, promoted, t, regular));
    if (rose || ordinary)
      regular = prices[t];
    out[t] = regular;
  }
  return out;
}

int countDistinctPrices(std::vector<double> prices) {
  std::sort(prices.begin(), prices.end());
  int levels = 0;
  for (std::size_t i = 0; i < prices.size();) {
    std::size_t j = i;
    while (j < prices.size() && prices[j] <= prices[i] * 1.01)
      ++j;
    levels += j - i >= 2 ? 1 : 0;
    i = j;
  }
  return levels;
}

bool scaleChanged(std::span<const DemandRow> rows) {
  constexpr std::size_t kSide = 6;                           // weeks
  constexpr double kTwentyTimes = 3.0, kAboutTheSame = 0.25; // in logs
  double unitsAll = 0, priceAll = 0, unitsBefore = 0, priceBefore = 0;
  const auto price = [](const DemandRow& r) { return double(r.x[kOwnRegular]) + double(r.x[kOwnDiscount]); };
  for (const DemandRow& r : rows)
    unitsAll += double(r.logUnits), priceAll += price(r);
  for (std::size_t t = 0; t + kSide < rows.size(); ++t) {
    unitsBefore += double(rows[t].logUnits), priceBefore += price(rows[t]);
    const double n = double(t + 1), rest = double(rows.size() - t - 1);
    if (t + 1 >= kSide && std::abs((unitsAll - unitsBefore) / rest - unitsBefore / n) > kTwentyTimes &&
        std::abs((priceAll - priceBefore) / rest - priceBefore / n) < kAboutTheSame)
      return true;
  }
  return false;
}

std::pair<double, double> seasonOf(qint32 day) {
  constexpr double kTurn = 2 * 3.14159265358979323846 / 365.25;
  return {std::sin(kTurn * day), std::cos(kTurn * day)};
}

RegularInSales::RegularInSales(std::span<const SalePoint> sales) {
  std::vector<qint32> days;
  std::vector<double> paid;
  std::vector<char> promoted;
  for (const SalePoint& p : sales)
    if (p.priceMicro > 0) {
      points.push_back(&p);
      days.push_back(p.day), paid.push_back(double(p.priceMicro));
      promoted.push_back(p.dealMilli > 0 || p.featureMilli > 0);
    }
  if (!paid.empty())
    regular = runningRegular(days, paid, promoted);
}

} // namespace pricewright
