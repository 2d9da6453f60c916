// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "demand/ElasticityModel.h"

namespace pricewright {

// How a week's units fall on its days, for forecasts by day. A listing learns from its own days and, the fewer it sold,
// the more from its category's.
struct DaySale {
  qint32 day = 0; // since 1970
  double units = 0;
};
struct DayHistory { // of one listing, in time order; a day without a sale may be missing
  int categoryNo = 0;
  std::span<const DaySale> days;
};
using WeekShares = std::array<double, 7>;                               // from Monday; they sum to 1
constexpr int weekdayOf(qint32 day) { return ((day + 3) % 7 + 7) % 7; } // 0 is Monday; 1970-01-01 was a Thursday

class DayProfile {
 public:
  // From whole weeks (Monday to Sunday) that were over before `before`. Shares of a listing are those of its category
  // with the weight that says how alike listings are there (Dirichlet-multinomial, by moments), and its own days'. What
  // days scatter beside their share of the week that was really sold is read from the newest third of the weeks, up to
  // half a year, by shares that were learnt before them; by size of what was expected.
  static DayProfile learn(std::span<const DayHistory> listings, qint32 before);

  bool isKnown() const { return m_weeks > 0; }
  int weeks() const { return m_weeks; } // that were read
  const WeekShares& shares(std::size_t listing) const { return m_shares[listing]; }
  // One day that is so much of a week that is forecast: the day's scatter and the week's doubt as independent.
  Forecast dayOf(const Forecast& week, double share) const;

 private:
  struct Scatter { // quantiles of log((units + ½) / (expected + ½)), by kForecastLevels
    qint64 days = 0;
    std::array<double, 5> quantiles{};
  };
  static constexpr std::array<double, 18> kSizes{// of what is expected; edges
                                                 0.1, 0.2, 0.4, 0.7, 1,  1.5, 2,  3,   4.5,
                                                 7,   10,  15,  22,  33, 50,  75, 150, 400};
  static std::size_t sizeOf(double expected);
  void learnScatter(std::array<std::vector<double>, kSizes.size() + 1>& errors);

  int m_weeks = 0;
  std::vector<WeekShares> m_shares;
  std::array<Scatter, kSizes.size() + 1> m_scatter;
};

} // namespace pricewright
