// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "decision/PriceDecision.h"

namespace pricewright {

// Verdicts of the evaluator: sanity, margin, anomaly, policy; always all four, in that order. `rejected` without a
// minimum price: the price is insane and holds.
//
// Quality: price sanity, margin, anomaly, policy. Reads a recommendation and leaves verdicts; changes no price.
// `minimumPrice`: the smallest rung that keeps the minimum margin, named where the margin is too low.
struct Evaluation {
  std::vector<Verdict> verdicts;
  bool rejected = false; // margin too low, or insane
  std::optional<qint64> minimumPriceMinor;
  bool policyViolation = false;
};
Evaluation evaluateRecommendation(const PricingCase& c, const ListingCase& listing, const Recommendation& r);

// pₙ ≥ c/(1−m) ⇔ the smallest price in minor units with that margin, exact, rounded up; then up to the ladder.
Result<qint64> minimumPriceMinor(const Amount& cost, int minMarginBp, int vatBp, bool gross, const LadderSpec& ladder);
// Gross margin of a price in basis points, net of VAT, exact, rounded half-even; INT_MIN where there is none to speak
// of.
int grossMarginBp(const Money& price, const Amount& cost, int vatBp, bool gross);

} // namespace pricewright
