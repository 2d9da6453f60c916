// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "experiments/MeanTest.h"

namespace pricewright {

// An asymptotic confidence sequence: holds the true lift at all looks together with 1 − alpha, so it may be looked at
// as often as one likes and stopped at any time (Waudby-Smith, Arbour, Sinha, Kennedy & Ramdas 2023, eq. 9, and eq. 161
// for ρ² = (−2 ln α + ln(−2 ln α + 1)) / tunedAt). Any positive ρ is valid: it only says where the sequence is
// narrowest. With n units of both arms and s² = n·SE²:
//   half width = s √( 2 (n ρ² + 1) / (n² ρ²) · ln(√(n ρ² + 1) / α) )
//   p          = min(1, √(n ρ² + 1) · exp(−ρ² n (lift/SE)² / (2 (n ρ² + 1))))
// One-sided (ibid., one-sided sequences): ρ for 2α, and ln(1 + √(n ρ² + 1) / (2α)) in place of the logarithm.
// Asymptotic: standard errors must have settled. Simulated at alpha 5 % with skewed spending of which 2 to 30 % of all
// units have any, watched from 100 units an arm on, 4,000 runs each: of an absolute lift at most 2.1 % missed at one
// look or another. Of a relative one up to 20 %, and at most 4.1 % once baselineNoise() is at most kNoisiestBaseline.
struct SequenceSetting {
  double alpha = 0.05;
  // Units of both arms at which it is to be narrowest. Three quarters of the planned end gives most power there. To be
  // fixed before the first look: chosen afterwards, it is one more way to look twice.
  double tunedAt = 5000;
};
struct SequentialTest {
  double rho = 0, halfWidth = 0, low = 0, high = 0;
  double p = 1;                       // always valid: the least of all looks so far is one, too
  double lowAlone = 0, highAlone = 0; // one-sided limits, each of 1 − alpha by itself
  [[nodiscard]] bool decided() const { return low > 0 || high < 0; }
};
// experiment.bad-level (alpha outside (0, 1); one-sided limits need alpha < ½), .bad-setting, .no-exposure,
// .no-variance, .not-finite
Result<SequentialTest> confidenceSequence(const Lift& lift, const SequenceSetting& setting);

// How many standard errors a lift must be away from 0 for its p to be `level` at so many units; at the setting's own
// alpha, half the width of its sequence. experiment.bad-level, .bad-setting, .no-exposure
Result<double> deviateOfSequence(double level, double units, const SequenceSetting& setting);

// The mixture sequential probability ratio test with effects drawn from N(0, τ²), for a difference with variance V
// (Johari, Koomen, Pekelis & Walsh 2017):
//   ln Λ = ½ ln(V / (V + τ²)) + τ² d² / (2 V (V + τ²)),  p = min(1, 1/Λ)
// Its power is best where the true lift is about τ. experiment.bad-level, .bad-setting, .no-variance, .not-finite
struct MixtureTest {
  double logRatio = 0, p = 1, low = 0, high = 0;
};
Result<MixtureTest> mixtureTest(const Lift& lift, double tauSquared, double alpha);

// The same number of looks, fixed before, each at alpha / looks: p is adjusted. experiment.bad-setting (looks < 1)
Result<LiftTest> oneOfLooks(const Lift& lift, double alpha, int looks);

} // namespace pricewright
