// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/Distributions.h"

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/erf.hpp>

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

} // namespace pricewright
