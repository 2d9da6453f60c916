// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "experiments/MeanTest.h"

namespace pricewright {

// What a unit did before the test says a part of what it does within, whichever price it sees: that part is taken off
// (Deng, Xu, Kohavi & Walker 2013). Only figures of before the assignment may be used, or an effect is taken off too.
struct CupedArms {
  double theta = 0;              // metric per unit of the earlier figure; 0 where that does not vary
  ArmMoments control, treatment; // for liftOf(); a relative lift stays relative to the control's plain mean
  double varianceLeft = 1;       // share of the variance of the absolute lift that is left
  // What both arms' means lack of figures that people know: theta times the earlier mean of both arms together.
  double centre = 0;
};
// Quantity 0 within, 1 before the test. theta = cov / var of both arms together.
// experiment.no-exposure, .bad-shape, .not-finite
Result<CupedArms> adjustMeans(const UnitMoments& control, const UnitMoments& treatment);
// A ratio metric: 0 numerator and 1 denominator within, 2 and 3 the same before. theta of the linearised ratios.
// experiment.no-exposure, .bad-shape, .not-finite, .no-baseline (a denominator of 0)
Result<CupedArms> adjustRatios(const UnitMoments& control, const UnitMoments& treatment);

// Arms compared within strata (regions, customer groups) that the assignment did not balance: each stratum counts with
// its share of all units (Miratrix, Sekhon & Yu 2013), and that the shares are themselves drawn counts as well.
struct Stratum {
  ArmMoments control, treatment;
};
// One degree of freedom is spent a stratum and arm: Welch–Satterthwaite over all of them.
// experiment.no-exposure (no stratum), .not-finite, .too-few-units (two a stratum and arm), .no-variance, .no-baseline
Result<Lift> stratifiedLift(std::span<const Stratum> strata, LiftKind kind);

} // namespace pricewright
