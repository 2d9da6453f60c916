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

double normalDensity(double z);
double betaCdf(double x, double a, double b);
double betaUpper(double x, double a, double b); // P(X > x)
double betaDensity(double x, double a, double b);
double betaQuantile(double p, double a, double b);
// P(T > t) of a t with a shifted mean; P(F > f) of an F with a noncentrality; F's own quantile.
double noncentralStudentUpper(double t, double df, double shift);
double noncentralFisherUpper(double f, double df1, double df2, double noncentrality);
double fisherQuantile(double p, double df1, double df2);
double logGamma(double x); // of positive x, as are the next
double digamma(double x);
double trigamma(double x);

} // namespace pricewright
