// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "experiments/MeanTest.h"

#include <span>
#include <vector>

namespace pricewright {

// Looks that were registered before the start: what may go wrong is spent over them, so that all of them together err
// in at most alpha of all tests of nothing. Much stronger than a confidence sequence (Sequential.h), which any other
// look needs. How much is spent up to a share t of the planned units (Lan & DeMets 1983; the last: Kim & DeMets 1987):
//   OBrienFleming  2 (1 − Φ(z(1−α/2) / √t))      careful at the beginning, nearly all of it kept for the end
//   Pocock         α ln(1 + (e − 1) t)            about the same at every look
//   Power          α t^exponent
// each on one side; a two-sided test spends half of alpha on either.
enum class LookSpending { OBrienFleming, Pocock, Power };
struct SpendingPlan {
  double alpha = 0.05;
  bool oneSided = false; // upwards
  LookSpending spending = LookSpending::OBrienFleming;
  double exponent = 1;
};
struct LookLimit {
  double fraction = 0; // of the planned units
  double z = 0;        // decided where |lift / standard error| is at least this; infinite: nothing to spend yet
  double nominalP = 0; // of z, two-sided unless one-sided
  double spent = 0;    // up to and including this look
};
inline constexpr std::size_t kMostLooks = 500;

// Limits for looks at these shares of the planned units, rising, in (0, 1]; a share of more than 1 (the test ran on)
// counts as 1 and must be the last. What the earlier limits were does not depend on later looks. By recursive
// integration (Armitage, McPherson & Rowe 1969) on the grid of Jennison & Turnbull (2000, ch. 19).
// experiment.bad-level (alpha outside (0, ½)), .bad-setting (fractions, exponent), .bad-shape (no look, too many)
Result<std::vector<LookLimit>> lookLimits(std::span<const double> fractions, const SpendingPlan& plan);
// Share of alpha spent up to t, both sides together. t is cut to 0 … 1.
double spentUpTo(double t, const SpendingPlan& plan);

// Limits of one shape at `looks` equally spaced looks, z = C (k / looks)^(shape − ½) (Wang & Tsiatis 1987): ½ is
// Pocock's test (1977), 0 is O'Brien & Fleming's (1979). Two-sided.
Result<std::vector<LookLimit>> shapedLimits(int looks, double alpha, double shape);

// The chance to cross at each look for the first time, above and below, where the lift is `drift` standard errors of
// the end (fraction 1). One-sided: nothing is below.
struct CrossingChance {
  double above = 0, below = 0;
};
Result<std::vector<CrossingChance>> crossingChances(std::span<const LookLimit> limits, double drift, bool oneSided);

// The interval that holds at all registered looks together (Jennison & Turnbull 1989), at the last of `limits`.
struct RepeatedInterval {
  double low = 0, high = 0;
  bool decided = false;
};
RepeatedInterval repeatedInterval(const Lift& lift, const LookLimit& limit);

} // namespace pricewright
