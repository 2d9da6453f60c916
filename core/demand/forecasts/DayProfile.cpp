// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demand/forecasts/DayProfile.h"

#include "demand/DemandPanel.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace pricewright {
namespace {

constexpr int kMostJudged = 26;                     // weeks
constexpr double kFewUnits = 50;                    // of a category: fewer tell nothing of its week
constexpr double kLeastAlike = 5, kMostAlike = 1e6; // weight of a category in its listings' shares, in units
constexpr qint64 kLeastDays = 100;                  // of a size
constexpr double kUnknownScatter = 0.35;            // of log units beside chance, where no size has been seen

struct DayWeek {
  std::size_t listing = 0;
  qint32 monday = 0;
  WeekShares units{};
  double total = 0;
};

// Whole weeks; a listing's first one may have begun in its middle and is left out.
std::vector<DayWeek> wholeWeeks(std::span<const DayHistory> listings, qint32 before) {
  std::vector<DayWeek> out;
  for (std::size_t i = 0; i < listings.size(); ++i) {
    const std::size_t first = out.size();
    for (const DaySale& sale : listings[i].days) {
      const qint32 monday = sale.day - weekdayOf(sale.day);
      if (monday + 7 > before || !(sale.units > 0) || !std::isfinite(sale.units))
        continue;
      if (out.size() == first || out.back().monday != monday)
        out.push_back({i, monday, {}, 0});
      out.back().units[std::size_t(weekdayOf(sale.day))] += sale.units;
      out.back().total += sale.units;
    }
    if (out.size() > first)
      out.erase(out.begin() + std::ptrdiff_t(first));
  }
  return out;
}

WeekShares normalized(const WeekShares& units, double total) {
  WeekShares out;
  for (std::size_t d = 0; d < 7; ++d)
    out[d] = units[d] / total;
  return out;
}

// The shares of every listing, from weeks that began before `until`.
class ShareLearner {
 public:
  ShareLearner(std::span<const DayHistory> listings, const std::vector<DayWeek>& weeks, qint32 until)
      : m_listings(listings), m_own(listings.size()), m_total(listings.size()) {
    for (const DayWeek& w : weeks)
      if (w.monday < until)
        add(w);
    for (const DayWeek& w : weeks)
      if (w.monday < until)
        scatter(w);
  }

  std::vector<WeekShares> shares() const {
    std::map<int, double> alike;
    for (const auto& [category, sums] : m_categories)
      alike.emplace(category, alikeness(category));
    std::vector<WeekShares> out;
    for (std::size_t i = 0; i < m_listings.size(); ++i) {
      const int category = m_listings[i].categoryNo;
      const WeekShares common = commonOf(category);
      const auto weight = alike.find(category);
      const double own = m_total[i] / overdispersion(category);
      const double k = weight == alike.end() ? kMostAlike : weight->second;
      WeekShares one = common;
      for (std::size_t d = 0; d < 7 && m_total[i] > 0; ++d)
        one[d] = (k * common[d] + own * m_own[i][d] / m_total[i]) / (k + own);
      out.push_back(one);
    }
    return out;
  }

 private:
  struct Sums {
    WeekShares units{};
    double total = 0;
    double squares = 0, freedom = 0; // Pearson's, of days around the listing's shares
    std::vector<std::size_t> members;
  };

  void add(const DayWeek& w) {
    Sums& category = m_categories[m_listings[w.listing].categoryNo];
    if (m_total[w.listing] == 0)
      category.members.push_back(w.listing);
    for (Sums* sums : {&category, &m_all}) {
      for (std::size_t d = 0; d < 7; ++d)
        sums->units[d] += w.units[d];
      sums->total += w.total;
    }
    for (std::size_t d = 0; d < 7; ++d)
      m_own[w.listing][d] += w.units[d];
    m_total[w.listing] += w.total;
  }

  void scatter(const DayWeek& w) {
    Sums& category = m_categories[m_listings[w.listing].categoryNo];
    for (std::size_t d = 0; d < 7; ++d) {
      const double expected = w.total * m_own[w.listing][d] / m_total[w.listing];
      if (expected > 0)
        category.squares += (w.units[d] - expected) * (w.units[d] - expected) / expected;
    }
    category.freedom += 6;
  }

  WeekShares commonOf(int category) const {
    const auto found = m_categories.find(category);
    const Sums& sums = found == m_categories.end() || found->second.total < kFewUnits ? m_all : found->second;
    return sums.total > 0 ? normalized(sums.units, sums.total) : evenly();
  }
  static WeekShares evenly() {
    WeekShares out;
    out.fill(1.0 / 7);
    return out;
  }

  double overdispersion(int category) const {
    const auto found = m_categories.find(category);
    return found == m_categories.end() || found->second.freedom < 60
               ? 2.0
               : std::max(1.0, found->second.squares / found->second.freedom);
  }

  // What a category weighs in its listings' shares: how far they lie from it beyond what chance alone brings.
  double alikeness(int category) const {
    const Sums& sums = m_categories.at(category);
    const WeekShares common = normalized(sums.units, sums.total);
    double apart = 0, chance = 0, weight = 0;
    for (const std::size_t i : sums.members) {
      const double n = m_total[i] / overdispersion(category);
      if (n < 20)
        continue;
      for (std::size_t d = 0; d < 7; ++d) {
        const double variance = common[d] * (1 - common[d]), off = m_own[i][d] / m_total[i] - common[d];
        apart += n * off * off, chance += variance, weight += n * variance;
      }
    }
    const double between = weight > 0 ? (apart - chance) / weight : 0; // 1 / (1 + weight of the category)
    return between > 0 ? std::clamp(1 / between - 1, kLeastAlike, kMostAlike) : kMostAlike;
  }

  std::span<const DayHistory> m_listings;
  std::vector<WeekShares> m_own;
  std::vector<double> m_total;
  std::map<int, Sums> m_categories;
  Sums m_all;
};

} // namespace

std::size_t DayProfile::sizeOf(double expected) {
  return std::size_t(std::upper_bound(kSizes.begin(), kSizes.end(), expected) - kSizes.begin());
}

DayProfile DayProfile::learn(std::span<const DayHistory> listings, qint32 before) {
  DayProfile out;
  const std::vector<DayWeek> weeks = wholeWeeks(listings, before);
  if (weeks.empty())
    return out;
  const auto [oldest, newest] = std::minmax_element(
      weeks.begin(), weeks.end(), [](const DayWeek& a, const DayWeek& b) { return a.monday < b.monday; });
  out.m_weeks = (newest->monday - oldest->monday) / 7 + 1;
  const int judged = std::clamp(out.m_weeks / 3, 1, kMostJudged);
  const qint32 from = newest->monday - 7 * (judged - 1);
  const std::vector<WeekShares> earlier = ShareLearner(listings, weeks, from).shares();
  std::array<std::vector<double>, kSizes.size() + 1> errors;
  for (const DayWeek& w : weeks)
    for (std::size_t d = 0; d < 7 && w.monday >= from; ++d) {
      const double expected = w.total * earlier[w.listing][d];
      errors[sizeOf(expected)].push_back(std::log((w.units[d] + kHalfAUnit) / (expected + kHalfAUnit)));
    }
  out.learnScatter(errors);
  out.m_shares = ShareLearner(listings, weeks, before).shares();
  return out;
}

// A size that was seen too rarely takes the nearest one's.
void DayProfile::learnScatter(std::array<std::vector<double>, kSizes.size() + 1>& errors) {
  for (std::size_t size = 0; size < errors.size(); ++size) {
    std::vector<double>& e = errors[size];
    m_scatter[size].days = qint64(e.size());
    std::sort(e.begin(), e.end());
    for (std::size_t q = 0; q < kForecastLevels.size() && !e.empty(); ++q)
      m_scatter[size].quantiles[q] = e[std::min(e.size() - 1, std::size_t(kForecastLevels[q] * double(e.size())))];
  }
  const auto seen = m_scatter;
  for (std::size_t size = 0; size < m_scatter.size(); ++size) {
    std::size_t best = m_scatter.size();
    for (std::size_t k = 0; k < seen.size(); ++k)
      if (const auto apart = [size](std::size_t at) { return at > size ? at - size : size - at; };
          seen[k].days >= kLeastDays && (best == seen.size() || apart(k) < apart(best)))
        best = k;
    if (best < seen.size()) {
      m_scatter[size] = seen[best];
      continue;
    }
    const double expected = size == 0 ? 0.05 : kSizes[size - 1];
    const double sd = std::hypot(kUnknownScatter, 1 / std::sqrt(expected + kHalfAUnit));
    m_scatter[size].quantiles = {-1.96 * sd, -1.2816 * sd, 0, 1.2816 * sd, 1.96 * sd};
  }
}

Forecast DayProfile::dayOf(const Forecast& week, double share) const {
  const double expected = week.median * share;
  const auto& q = m_scatter[sizeOf(expected)].quantiles;
  const double middle = std::log(expected + kHalfAUnit) + q[2];
  const auto apart = [&](double limit) { // the week's doubt, at the day's size
    return std::log((limit * share + kHalfAUnit) / (expected + kHalfAUnit));
  };
  const auto at = [&](double log) { return std::max(0.0, std::exp(log) - kHalfAUnit); };
  const auto low = [&](double limit, double quantile) {
    const double units = at(middle - std::hypot(apart(limit), q[2] - quantile));
    return units < 1 ? 0 : units; // a lower limit below one unit is none
  };
  Forecast out;
  out.mean = week.mean * share, out.median = at(middle);
  out.low95 = std::min(low(week.low95, q[0]), out.median), out.low80 = std::min(low(week.low80, q[1]), out.median);
  out.high80 = at(middle + std::hypot(apart(week.high80), q[3] - q[2]));
  out.high95 = at(middle + std::hypot(apart(week.high95), q[4] - q[2]));
  return out;
}

} // namespace pricewright
