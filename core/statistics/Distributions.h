// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pricewright {

// Thin names over Boost.Math; arguments outside a distribution's domain give NaN, never an exception;
// the quantiles of 0 and 1 are −∞ and ∞.
double normalCdf(double z);
double normalQuantile(double p);

inline constexpr double kNormal90 = 1.6448536269514722; // half of a 90 % interval, in standard deviations
double studentCdf(double t, double df);
double studentQuantile(double p, double df);
double chiSquareUpper(double x, double df); // P(X > x)
double chiSquareQuantile(double p, double df);

} // namespace pricewright
