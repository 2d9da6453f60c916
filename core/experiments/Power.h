// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "experiments/Sequential.h"

#include <optional>

namespace pricewright {

// What a two-sided test is planned for. Numbers of units are of the control arm and fractional: round them up.
struct PowerPlan {
  double alpha = 0.05, power = 0.8;
  double ratio = 1; // units of treatment for each of control
};
// Every function here: experiment.bad-level (alpha, power or a share outside (0, 1)), .bad-setting (ratio, units,
// sizes), .not-finite, .no-effect (nothing to find), .out-of-reach (no number of units up to 1e15 gives that power, or
// the number of units given can find nothing).

// Two shares. Pooled: one variance under H0, each arm's own under H1, the opposite tail ignored (Fleiss, Levin & Paik;
// R's power.prop.test). Arcsine: on h = 2 asin √p2 − 2 asin √p1 (Cohen 1988), both tails.
enum class ShareMethod { Pooled, Arcsine };
Result<double> unitsForShares(double p1, double p2, const PowerPlan& plan, ShareMethod method);
Result<double> powerOfShares(double p1, double p2, double units, const PowerPlan& plan, ShareMethod method);
// The smallest share above p1 (`up`) or below it that `units` of control find.
Result<double> detectableShare(double p1, double units, const PowerPlan& plan, ShareMethod method, bool up = true);
double cohenH(double p1, double p2);

// Of Student's t with a mean that is `shift` standard errors away from 0, two-sided at alpha: noncentral t, both tails.
// `shift` is at least 0; nothing is checked.
double studentPower(double shift, double degreesOfFreedom, double alpha);

// Two means, d standard deviations apart (Cohen). Student: noncentral t with n1 + n2 − 2 degrees of freedom. Normal:
// the standard deviation is known. Both tails.
enum class MeanMethod { Student, Normal };
Result<double> unitsForMeans(double d, const PowerPlan& plan, MeanMethod method);
Result<double> powerOfMeans(double d, double units, const PowerPlan& plan, MeanMethod method);
Result<double> detectableMean(double units, const PowerPlan& plan, MeanMethod method); // d
// A relative lift as d, of a mean, an adjusted mean or a ratio metric measured before. experiment.no-baseline,
// .no-variance besides
Result<double> liftInDeviations(const ArmMoments& before, double relativeLift);

// Several groups at once by F: units a group, f = standard deviation of the groups' means in those of the units.
Result<double> unitsForGroups(double f, int groups, const PowerPlan& plan);

// Where clusters (stores, regions) are assigned and not single units: so many times the units are needed.
// `sizeVariation` is the coefficient of variation of their sizes: 1 + (m (1 + cv²) − 1) ρ (Eldridge, Ashby & Kerry
// 2006).
Result<double> designEffect(double meanSize, double sizeVariation, double intraclass);
// ρ by one-way analysis of variance, never below 0, from the clusters' quantity 0. experiment.bad-shape (fewer than two
// clusters), .too-few-units, .no-variance
Result<double> intraclassCorrelation(std::span<const UnitMoments> clusters);

// A running test: by how much all its units must grow to find `effect` (in the lift's units) with the plan's power; 0
// where they do already. At the end only, or by a confidence sequence tuned at `tunedAt`.
Result<double> growthNeeded(const Lift& now, double effect, const PowerPlan& plan,
                            std::optional<double> tunedAt = std::nullopt);

} // namespace pricewright
