// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/Distributions.h"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/non_central_f.hpp>
#include <boost/math/distributions/non_central_t.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/digamma.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <boost/math/special_functions/trigamma.hpp>

#include <cmath>
#include <limits>

namespace pricewright {
namespace {

namespace policies = boost::math::policies;
// Nothing throws; computed in double, so that the bits do not hang on the width of long double.
using Quiet =
    policies::policy<policies::domain_error<policies::ignore_error>, policies::pole_error<policies::ignore_error>,
                     policies::overflow_error<policies::ignore_error>,
                     policies::evaluation_error<policies::ignore_error>, policies::promote_double<false>>;
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kSqrt2 = 1.4142135623730950488;

bool isShape(double v) { return v > 0 && std::isfinite(v); }

// The ends of a quantile: 0 and 1 are infinitely far away, anything outside is no probability.
bool isEnd(double p, double& value) {
  if (p > 0 && p < 1)
    return false;
  value = p == 0 ? -kInfinity : p == 1 ? kInfinity : kNaN;
  return true;
}

} // namespace

double normalCdf(double z) { return std::isnan(z) ? kNaN : 0.5 * std::erfc(-z / kSqrt2); }

double normalQuantile(double p) {
  double end = 0;
  if (isEnd(p, end))
    return end;
  return -kSqrt2 * boost::math::erfc_inv(2 * p, Quiet());
}

double studentCdf(double t, double df) {
  if (std::isnan(t) || !(df > 0))
    return kNaN;
  if (std::isinf(t))
    return t < 0 ? 0 : 1;
  if (std::isinf(df))
    return normalCdf(t);
  return boost::math::cdf(boost::math::students_t_distribution<double, Quiet>(df), t);
}

double studentQuantile(double p, double df) {
  double end = 0;
  if (!(df > 0))
    return kNaN;
  if (isEnd(p, end))
    return end;
  if (std::isinf(df))
    return normalQuantile(p);
  return boost::math::quantile(boost::math::students_t_distribution<double, Quiet>(df), p);
}

double chiSquareUpper(double x, double df) {
  if (std::isnan(x) || !(df > 0) || std::isinf(df))
    return kNaN;
  if (x <= 0)
    return 1;
  if (std::isinf(x))
    return 0;
  return boost::math::cdf(boost::math::complement(boost::math::chi_squared_distribution<double, Quiet>(df), x));
}

double chiSquareQuantile(double p, double df) {
  if (!(df > 0) || std::isinf(df) || !(p >= 0 && p <= 1))
    return kNaN;
  if (p == 0 || p == 1)
    return p == 0 ? 0 : kInfinity;
  return boost::math::quantile(boost::math::chi_squared_distribution<double, Quiet>(df), p);
}

double normalDensity(double z) {
  constexpr double kInverseRootTwoPi = 0.39894228040143267794;
  return std::isnan(z) ? kNaN : kInverseRootTwoPi * std::exp(-z * z / 2);
}

double betaCdf(double x, double a, double b) {
  if (std::isnan(x) || !isShape(a) || !isShape(b))
    return kNaN;
  return x <= 0 ? 0 : x >= 1 ? 1 : boost::math::ibeta(a, b, x, Quiet());
}

double betaUpper(double x, double a, double b) {
  if (std::isnan(x) || !isShape(a) || !isShape(b))
    return kNaN;
  return x <= 0 ? 1 : x >= 1 ? 0 : boost::math::ibetac(a, b, x, Quiet());
}

double betaDensity(double x, double a, double b) {
  if (std::isnan(x) || !isShape(a) || !isShape(b))
    return kNaN;
  return x <= 0 || x >= 1 ? 0 : boost::math::ibeta_derivative(a, b, x, Quiet());
}

double betaQuantile(double p, double a, double b) {
  if (!isShape(a) || !isShape(b) || !(p >= 0 && p <= 1))
    return kNaN;
  return p == 0 || p == 1 ? p : boost::math::ibeta_inv(a, b, p, Quiet());
}

double noncentralStudentUpper(double t, double df, double shift) {
  if (std::isnan(t) || !isShape(df) || !std::isfinite(shift))
    return kNaN;
  if (std::isinf(t))
    return t < 0 ? 1 : 0;
  return boost::math::cdf(
      boost::math::complement(boost::math::non_central_t_distribution<double, Quiet>(df, shift), t));
}

double noncentralFisherUpper(double f, double df1, double df2, double noncentrality) {
  if (std::isnan(f) || !isShape(df1) || !isShape(df2) || !(noncentrality >= 0) || std::isinf(noncentrality))
    return kNaN;
  if (f <= 0 || std::isinf(f))
    return f <= 0 ? 1 : 0;
  return boost::math::cdf(
      boost::math::complement(boost::math::non_central_f_distribution<double, Quiet>(df1, df2, noncentrality), f));
}

double fisherQuantile(double p, double df1, double df2) {
  if (!isShape(df1) || !isShape(df2) || !(p >= 0 && p <= 1))
    return kNaN;
  if (p == 0 || p == 1)
    return p == 0 ? 0 : kInfinity;
  return boost::math::quantile(boost::math::fisher_f_distribution<double, Quiet>(df1, df2), p);
}

double logGamma(double x) { return isShape(x) ? boost::math::lgamma(x, Quiet()) : kNaN; }
double digamma(double x) { return isShape(x) ? boost::math::digamma(x, Quiet()) : kNaN; }
double trigamma(double x) { return isShape(x) ? boost::math::trigamma(x, Quiet()) : kNaN; }

} // namespace pricewright
