// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/DecisionCurve.h"

#include "engine/views/DecisionView.h"
#include "itemmodels/Format.h"

#include <cmath>

namespace pricewright {
namespace {

constexpr double kZ90 = 1.6448536269514722; // standard normal, 95th percentile: a two-sided 90 % band
constexpr int kPoints = 60;

const ListingCase* listingOf(const DecisionDetail& d) {
  if (!d.pricingCase || d.listingIndex < 0)
    return nullptr;
  const auto at = static_cast<std::size_t>(d.listingIndex);
  return at < d.pricingCase->listings.size() ? &d.pricingCase->listings[at] : nullptr;
}

// What was sold, and how far limits let the price go.
void addView(DecisionCurve& c, const DecisionView& view, double perMajor) {
  for (const auto& [price, units] : view.observed)
    c.observed.emplace_back(price * perMajor, units);
  if (view.bounds.lowest) {
    c.lowest = static_cast<double>(view.bounds.lowest->minor);
    c.lowestBy = view.bounds.lowest->ruleId;
  }
  if (view.bounds.highest) {
    c.highest = static_cast<double>(view.bounds.highest->minor);
    c.highestBy = view.bounds.highest->ruleId;
  }
}

void widen(DecisionCurve& c, double price) {
  if (!std::isfinite(price) || price <= 0)
    return;
  if (c.from == 0 && c.to == 0)
    c.from = c.to = price;
  c.from = std::min(c.from, price);
  c.to = std::max(c.to, price);
}

} // namespace

DecisionCurve::Units unitsAt(const DemandEstimate& d, double majorPrice) {
  const double x = std::log(majorPrice / d.referencePrice);
  const double mean = d.logBase + d.mean[kOwnRegular] * x; // the season is in logBase already
  const double variance = d.logBaseSd * d.logBaseSd + x * x * d.covariance[kOwnRegular * kTerms + kOwnRegular];
  const double spread = kZ90 * std::sqrt(std::max(0.0, variance));
  const double expected = std::exp(mean) * d.smearing;
  return {0, expected * std::exp(-spread), expected, expected * std::exp(spread)};
}

DecisionCurve::Units DecisionCurve::unitsNear(double price) const {
  if (units.empty())
    return {};
  const auto right =
      std::lower_bound(units.begin(), units.end(), price, [](const Units& u, double at) { return u.price < at; });
  if (right == units.begin())
    return units.front();
  if (right == units.end())
    return units.back();
  const Units &b = *right, &a = *(right - 1);
  const double share = b.price > a.price ? (price - a.price) / (b.price - a.price) : 0;
  const auto mix = [share](double left, double after) { return left + share * (after - left); };
  return {price, mix(a.low, b.low), mix(a.expected, b.expected), mix(a.high, b.high)};
}

std::optional<double> DecisionCurve::profitAt(double price) const {
  if (profit.size() < 2 || price < profit.front().first || price > profit.back().first)
    return std::nullopt;
  const auto right = std::lower_bound(profit.begin(), profit.end(), std::pair(price, -1e300));
  if (right == profit.begin())
    return right->second;
  const auto left = right - 1;
  if (right == profit.end())
    return left->second;
  return left->second + (right->second - left->second) * (price - left->first) / (right->first - left->first);
}

QString DecisionCurve::priceText(double minor) const { return moneyText(Money(std::llround(minor), currency)); }

DecisionCurve decisionCurve(const DecisionDetail& detail) {
  const PriceDecision& d = detail.decision;
  DecisionCurve c;
  c.currency = d.proposed.isValid() ? d.proposed.currency() : d.current.currency();
  if (!c.currency.isValid())
    return c;
  const double perMajor = static_cast<double>(c.currency.minorPerMajor());
  if (d.current.isValid() && d.current.minor() > 0)
    c.now = static_cast<double>(d.current.minor());
  if (d.proposed.isValid() && d.proposed.minor() > 0)
    c.proposed = static_cast<double>(d.proposed.minor());
  for (const auto& [minor, gain] : d.recommendation.profitCurve)
    if (std::isfinite(gain))
      c.profit.emplace_back(static_cast<double>(minor), gain);
  std::sort(c.profit.begin(), c.profit.end());
  c.profitLow = d.recommendation.effect.profitLow;
  c.profitExpected = d.recommendation.effect.profit;
  c.profitHigh = d.recommendation.effect.profitHigh;
  c.hasEffect = d.recommendation.method != Method::None && c.proposed && std::isfinite(c.profitHigh - c.profitLow);
  for (const auto& point : c.profit)
    widen(c, point.first);
  if (c.now)
    widen(c, *c.now);
  if (c.proposed)
    widen(c, *c.proposed);
  if (detail.view)
    addView(c, *detail.view, perMajor);
  const ListingCase* listing = listingOf(detail);
  if (!listing)
    return c;
  const DemandEstimate& demand = listing->demand;
  if (demand.lowestSeen > 0 && demand.highestSeen >= demand.lowestSeen) {
    c.seenLow = demand.lowestSeen * perMajor;
    c.seenHigh = demand.highestSeen * perMajor;
    widen(c, *c.seenLow);
    widen(c, *c.seenHigh);
  }
  for (const auto& bound : {c.lowest, c.highest}) // a limit that is near is worth seeing
    if (bound && *bound > c.from - (c.to - c.from) * 0.2 && *bound < c.to + (c.to - c.from) * 0.2)
      widen(c, *bound);
  const double margin = std::max((c.to - c.from) * 0.06, c.to * 0.01);
  c.from = std::max(c.from - margin, c.from * 0.5);
  c.to += margin;
  if (!demand.usable || !(demand.referencePrice > 0) || !std::isfinite(demand.logBase))
    return c;
  for (int i = 0; i <= kPoints; ++i) {
    const double price = c.from + (c.to - c.from) * i / kPoints;
    DecisionCurve::Units u = unitsAt(demand, price / perMajor);
    if (!std::isfinite(u.high) || !std::isfinite(u.expected))
      return c;
    u.price = price;
    c.units.push_back(u);
  }
  return c;
}

std::vector<double> roundTicks(double low, double high, int wanted) {
  std::vector<double> ticks;
  if (!(high > low) || wanted < 1 || !std::isfinite(high - low))
    return ticks;
  const double raw = (high - low) / wanted, power = std::pow(10.0, std::floor(std::log10(raw)));
  double step = 10 * power;
  for (const double factor : {1.0, 2.0, 2.5, 5.0})
    if (factor * power >= raw * 0.999) {
      step = factor * power;
      break;
    }
  const auto last = static_cast<long long>(std::floor(high / step + 1e-9));
  for (auto i = static_cast<long long>(std::ceil(low / step - 1e-9)); i <= last; ++i)
    ticks.push_back(static_cast<double>(i) * step);
  return ticks;
}

} // namespace pricewright
