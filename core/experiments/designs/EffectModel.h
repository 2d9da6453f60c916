// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pricewright {

// How a price is thought to change the outcome: by what a cluster's untreated outcome Y(0) becomes the treated one.
enum class EffectScale {
  Absolute, // Y(0) + effect, in the metric's units a cluster and period; large clusters count by their size
  Relative, // Y(0) · (1 + effect): each cluster is taken relative to its own mean before the test and counts alike;
            // outcomes may be 0 or negative, the means before may not
  LogRatio  // the same of the logarithm: effect = exp(difference of logs) − 1; every outcome must be positive
};

// What the periods before the test are used for. None of it changes what is estimated, only how precisely.
enum class BeforeUse {
  None,       // nothing: mean difference. A relative effect is still relative to the means before
  Difference, // difference in differences: the same change is expected of each cluster
  Regression  // a regression on level and recent course before (ANCOVA; CUPED on clusters: Deng et al. 2013)
};

struct EffectModel {
  EffectScale scale = EffectScale::Relative;
  BeforeUse before = BeforeUse::Regression;
};

// Tests are computed in a parameter in which the statistic is linear: the effect itself; 1 − 1 / (1 + effect) of a
// relative one; its logarithm. Outside what an effect can be: ±infinity.
double effectOf(EffectScale scale, double parameter);
double parameterOf(EffectScale scale, double effect);
double slopeOfEffect(EffectScale scale, double parameter); // d effect / d parameter

} // namespace pricewright
