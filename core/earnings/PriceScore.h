// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Result.h"

#include <optional>
#include <span>
#include <vector>

namespace pricewright {

// Weeks of many prices side by side, row-major; NaN where a week does not count (on deal, out of stock, not told).
struct WeekPanel {
  std::size_t weeks = 0;
  std::vector<double> units; // a week
  std::vector<double> price; // net of VAT, a unit
  std::vector<double> cost;  // a unit; NaN: not known
  std::size_t rows() const { return weeks ? units.size() / weeks : 0; }
  double unitsAt(int row, int week) const { return units[at(row, week)]; }
  double priceAt(int row, int week) const { return price[at(row, week)]; }
  double costAt(int row, int week) const { return cost[at(row, week)]; }

 private:
  std::size_t at(int row, int week) const { return std::size_t(row) * weeks + std::size_t(week); }
};

// What a decision was expected to bring a week, with its 90 % interval.
struct PredictedEffect {
  double mean = 0, low = 0, high = 0;
  double standardDeviation() const; // of the normal whose 90 % interval is as wide
};

// One published price: which weeks came before it, which after, and what did not change in either.
struct PriceToScore {
  int row = 0;
  int beforeFrom = 0, beforeUntil = 0; // [from, until): whole weeks at the old price
  int afterFrom = 0, afterUntil = 0;   // whole weeks at the new one
  double oldPrice = 0, newPrice = 0;   // net of VAT, a unit
  std::vector<int> comparables;        // rows of the same category whose price did not change in all of these weeks
  std::optional<PredictedEffect> profit, revenue, units;
};

enum class ScoreState {
  Scored,
  Waiting,      // fewer than two whole weeks at the new price
  NoHistory,    // fewer than four weeks that count before it, or nothing sold in them
  NoComparable, // nothing untouched to compare with
  NotCharged,   // what was paid after it is nearer to the old price than to the new one
  NoPrediction  // measured, but nobody had said what to expect
};

// What came of one measure, a week: realized less what would have come at the old price.
struct RealizedEffect {
  double mean = 0, standardError = 0, low = 0, high = 0; // a 90 % interval by Student's t
  double counterfactual = 0;                             // what the measure would have been a week
  // Beside a prediction: the difference in standard deviations of both together, and where the realized lies in the
  // predicted distribution, the measurement's own noise added (0…1; uniform where predictions are calibrated).
  std::optional<double> error, position;
  bool insidePredicted = false; // the realized mean lies in the predicted 90 % interval as it was told
};
struct PriceScore {
  ScoreState state = ScoreState::Waiting;
  std::optional<RealizedEffect> units, revenue, profit; // profit: none where costs are not known
  int weeksBefore = 0, weeksAfter = 0, comparables = 0; // that counted
  double movement = 1;                                  // of the comparables, after against before
  double drift = 0; // how far untouched prices drift apart by themselves, as a share (standard deviation)
};

// Realized against predicted. What would have happened at the old price is the price's own level before, moved as the
// untouched comparables moved: with C(t) = Σ comparables' units in t / Σ their own mean before, A = Σ y / Σ C before,
//   effect = mean over weeks after of y(t) − A·C(t),
// a difference in differences as a ratio (Card & Krueger 1994; the comparables weighted by their size, as a synthetic
// control with fixed weights, Abadie, Diamond & Hainmueller 2010). Its variance adds three things: the scatter of
// y − A·C before, relative to its level and no less than a Poisson count's, over the weeks after and before, widened
// for what one week hands on to the next, (1 + ρ)/(1 − ρ); and, where there are five comparables, how far such prices
// drift apart without any change: each comparable is measured as if it were the one, and what its own scatter does not
// explain is drift (placebos in space, ibid.; moments as DerSimonian & Laird 1986). Revenue and profit follow from
// units: y·(price − cost) − A·C·(old price − cost), at the cost of the week. earnings.bad-shape (rows or weeks that the
// panel does not have), .not-finite
Result<PriceScore> scorePrice(const WeekPanel& panel, const PriceToScore& wish);

} // namespace pricewright
