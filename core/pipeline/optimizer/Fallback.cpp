// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/optimizer/Fallback.h"

#include "decision/PriceLimits.h"
#include "pipeline/optimizer/GroupModel.h"

namespace pricewright {
namespace {

__extension__ typedef __int128 Wide;

QString costReason(const ListingCase& l) {
  if (!l.cost)
    return QStringLiteral("cost-") + (l.costWhy.isEmpty() ? QStringLiteral("missing") : l.costWhy);
  if (l.cost->value.micros() <= 0)
    return QStringLiteral("cost-not-positive");
  return QStringLiteral("wrong-currency");
}

} // namespace

Basis basisOf(const PricingCase& c, const ListingCase& l, const RuleOutcome& rules, bool hasDemand) {
  if (!l.current.isValid() || l.current.minor() <= 0)
    return {Method::None, QStringLiteral("no-current-price")};
  if (l.demand.usable && !isFinite(l.demand))
    return {Method::None, QStringLiteral("not-finite")};
  if (!usableCost(l))
    return {Method::None, costReason(l)};
  if (rules.targetMinor)
    return {Method::Rules, QStringLiteral("rule-target")};
  if (!c.modelFailure.isEmpty())
    return {Method::Rules, c.modelFailure};
  if (hasDemand)
    return {Method::Model, {}};
  if (c.modelVersion.isEmpty() || l.demand.pooledFrom.isEmpty())
    return {Method::HistoricalAverage, QStringLiteral("no-elasticity-model")};
  if (!l.demand.usable && l.demand.gradeReason == kNeverSold)
    return {Method::Rules, kNeverSold.toString()};
  return {Method::Rules, QStringLiteral("estimate-unusable")};
}

std::optional<RulesAim> rulesAim(const PricingCase& c, const ListingCase& l) {
  const Amount* cost = usableCost(l);
  if (!cost)
    return std::nullopt;
  const int margin = percentBp(c.settings, u"optimizer.fallback-margin.percent");
  const auto costPlus = marginFloorMinor(*cost, margin, l.vatBp, l.grossPrices, l.ladder);
  if (!costPlus || *costPlus <= 0)
    return std::nullopt;
  qint64 wanted = *costPlus;
  if (const Amount* reference = usableReference(l)) {
    const qint64 theirs = Money::round(reference->value, reference->currency, Rounding::HalfEven).minor();
    wanted = *costPlus + (theirs - *costPlus) / 2;
  }
  return RulesAim{*costPlus, wanted};
}

std::optional<qint64> rulesPrice(const PricingCase& c, const ListingCase& l, const SearchWindow& w) {
  const std::optional<RulesAim> aim = rulesAim(c, l);
  return aim ? std::optional(intoReach(c, l, w, aim->wanted)) : std::nullopt;
}

std::optional<qint64> historicalPrice(const PricingCase& c, const ListingCase& l, const SearchWindow& w) {
  Wide sum = 0;
  qint64 time = 0;
  for (const PublishedPrice& p : l.history) {
    if (p.type != PriceType::Regular || p.amount.currency() != l.current.currency() || p.amount.minor() <= 0)
      continue;
    const qint64 held = (std::min(p.to.value_or(c.now), c.now) - p.from).count();
    if (held <= 0)
      continue;
    sum += Wide(p.amount.minor()) * held;
    time += held;
  }
  if (time <= 0)
    return std::nullopt;
  return intoReach(c, l, w, static_cast<qint64>((sum + time / 2) / time));
}

} // namespace pricewright
