// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/Engine.h"

namespace pricewright {

// What the chart of one decision draws, taken from its stored evidence. Prices in minor units on the x axis; doubles
// are for pixels only.
struct DecisionCurve {
  struct Units {
    double price = 0, low = 0, expected = 0, high = 0;
  };
  Currency currency;
  std::optional<double> now, proposed;
  std::optional<double> seenLow, seenHigh;                  // where regular prices have been observed
  std::vector<std::pair<double, double>> profit;            // price, expected change a week against now
  double profitLow = 0, profitExpected = 0, profitHigh = 0; // at the proposed price, 90 %
  std::vector<Units> units;                                 // a week, with the 90 % band of the expectation
  std::vector<std::pair<double, double>> observed;          // price, units a week: regular weeks
  std::optional<double> lowest, highest;                    // that limits allow
  QString lowestBy, highestBy;                              // the rules of the ledger that say so
  double from = 0, to = 0;                                  // of the x axis
  bool hasEffect = false;                                   // what stands at the proposed price means something
  bool isEmpty() const { return profit.size() < 2 && units.empty(); }
  Units unitsNear(double price) const;                // between two points: on the line
  std::optional<double> profitAt(double price) const; // none outside of what was worked out
  QString priceText(double minor) const;              // in the user's locale
};
DecisionCurve decisionCurve(const DecisionDetail& detail);
// Units of an ordinary week at a price, promotion and neighbors at their reference: exp of the log equation of
// Demand.h.
DecisionCurve::Units unitsAt(const DemandEstimate& demand, double majorPrice);
// About `wanted` round values (1, 2, 2.5 or 5 × 10ⁿ) that cover [low, high].
std::vector<double> roundTicks(double low, double high, int wanted);

} // namespace pricewright
