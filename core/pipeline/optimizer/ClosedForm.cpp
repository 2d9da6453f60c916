// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/optimizer/Optimizer.h"

#include <boost/math/special_functions/lambert_w.hpp>

#include <cmath>

namespace pricewright {
namespace {

Error badCurve(const char* what) {
  return fail(QStringLiteral("optimizer.bad-curve"), {{QStringLiteral("what"), QString::fromLatin1(what)}});
}
Error unbounded(const char* what) {
  return fail(QStringLiteral("optimizer.unbounded"), {{QStringLiteral("what"), QString::fromLatin1(what)}});
}

Result<CurveOptimum> optimumAt(double price, double units, double cost) {
  const CurveOptimum best{price, units, (price - cost) * units, price * units};
  if (!std::isfinite(best.price) || !std::isfinite(best.profit) || !std::isfinite(best.revenue))
    return badCurve("not-finite");
  return best;
}

// q = q₀ (p/p₀)^e. Profit has a maximum only where demand is elastic: p* = c·e/(1 + e) (Amoroso–Robinson).
Result<CurveOptimum> constantElasticity(const CurveParameters& p) {
  if (!(p.cost > 0))
    return p.cost == 0 ? unbounded("no-cost") : badCurve("cost");
  if (!(p.referencePrice > 0) || !(p.unitsAtReference > 0))
    return badCurve("reference");
  if (p.elasticity >= -1)
    return unbounded("inelastic");
  const double price = p.cost * p.elasticity / (1 + p.elasticity);
  return optimumAt(price, p.unitsAtReference * std::pow(price / p.referencePrice, p.elasticity), p.cost);
}

// q = a − b·p, never below zero.
Result<CurveOptimum> linear(const CurveParameters& p) {
  if (p.b <= 0)
    return unbounded("no-slope");
  if (p.a <= p.b * p.cost)
    return optimumAt(std::max(p.cost, p.a / p.b), 0, p.cost);
  const double price = (p.a / p.b + p.cost) / 2;
  return optimumAt(price, p.a - p.b * price, p.cost);
}

// q = a·exp(−b·p): the margin is 1/b whatever the cost.
Result<CurveOptimum> exponential(const CurveParameters& p) {
  if (p.b <= 0)
    return unbounded("no-slope");
  if (!(p.a > 0))
    return badCurve("a");
  const double price = p.cost + 1 / p.b;
  return optimumAt(price, p.a * std::exp(-p.b * price), p.cost);
}

// W(e^y): through the logarithm where e^y would overflow (Corless et al. 1996, eq. 4.18 as a start, then Newton).
double lambertOfExp(double y) {
  if (y < 700)
    return boost::math::lambert_w0(std::exp(y));
  double w = y - std::log(y);
  for (int i = 0; i < 8; ++i)
    w -= (w + std::log(w) - y) / (1 + 1 / w);
  return w;
}

// q = M / (1 + exp(−(a − b·p))): the margin is (1 + W(exp(a − b·c − 1)))/b.
Result<CurveOptimum> logit(const CurveParameters& p) {
  if (p.b <= 0)
    return unbounded("no-slope");
  if (!(p.market > 0))
    return badCurve("market");
  const double price = p.cost + (1 + lambertOfExp(p.a - p.b * p.cost - 1)) / p.b;
  return optimumAt(price, p.market / (1 + std::exp(-(p.a - p.b * price))), p.cost);
}

} // namespace

Result<CurveOptimum> closedFormOptimum(const CurveParameters& p) {
  for (const double v : {p.cost, p.elasticity, p.unitsAtReference, p.referencePrice, p.a, p.b, p.market})
    if (!std::isfinite(v))
      return badCurve("not-finite");
  if (p.cost < 0)
    return badCurve("cost");
  switch (p.curve) {
  case DemandCurve::ConstantElasticity:
    return constantElasticity(p);
  case DemandCurve::Linear:
    return linear(p);
  case DemandCurve::Exponential:
    return exponential(p);
  case DemandCurve::Logit:
    return logit(p);
  }
  return badCurve("curve");
}

} // namespace pricewright
