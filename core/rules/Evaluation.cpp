// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/Evaluation.h"

#include "decision/PriceLimits.h"

namespace pricewright {
namespace {

constexpr qint64 kHundredPercent = 100 * Decimal::kOne;

bool anyPattern(const QString& text, const QStringList& patterns) {
  return patterns.isEmpty() ||
         std::any_of(patterns.begin(), patterns.end(), [&](const QString& p) { return matchesPattern(text, p); });
}

void yield(RuleHit& hit, const QString& to) {
  hit.facts[QStringLiteral("outcome")] = QStringLiteral("yielded");
  hit.facts[QStringLiteral("yielded-to")] = to;
  hit.effect = QStringLiteral("yielded to %1").arg(to);
}

void undecidable(RuleHit& hit, const QString& missing) {
  hit.facts[QStringLiteral("outcome")] = QStringLiteral("undecidable");
  hit.facts[QStringLiteral("missing")] = missing;
  hit.effect = QStringLiteral("undecidable %1").arg(missing);
}

} // namespace

RuleEvaluation::RuleEvaluation(const ListingCase& listing, std::optional<Instant> wall)
    : m_listing(listing), m_wall(wall), m_currency(listing.current.currency()), m_ladder(listing.ladder) {}

QString RuleEvaluation::text(qint64 minor) const { return Money(minor, m_currency).toString(); }

RuleEvaluation::Applies RuleEvaluation::applies(const RuleSet::Rule& rule) const {
  const bool role =
      rule.roles.empty() || std::find(rule.roles.begin(), rule.roles.end(), m_listing.role) != rule.roles.end();
  if (!role || !anyPattern(m_listing.skuCode, rule.skus) || !anyPattern(m_listing.categoryCode, rule.categories) ||
      !anyPattern(m_listing.zoneCode, rule.zones))
    return {};
  if (rule.schedule && !m_wall)
    return {true, QStringLiteral("time-zone")};
  if (rule.schedule && !rule.schedule->holdsAt(*m_wall))
    return {};
  if (rule.stockBelowMilli || rule.stockAboveMilli) {
    if (!m_listing.stockMilli)
      return {true, QStringLiteral("stock")};
    if (rule.stockBelowMilli && *m_listing.stockMilli >= *rule.stockBelowMilli)
      return {};
    if (rule.stockAboveMilli && *m_listing.stockMilli <= *rule.stockAboveMilli)
      return {};
  }
  return {true, {}};
}

void RuleEvaluation::take(const RuleSet::Rule& rule) {
  const Applies how = applies(rule);
  if (!how.yes || !m_currency.isValid())
    return;
  RuleHit hit{rule.id,       rule.name, ruleKindName(rule.kind),
              rule.priority, {},        {{QStringLiteral("outcome"), QStringLiteral("applied")}}};
  if (!how.missing.isEmpty()) {
    undecidable(hit, how.missing);
  } else if (!rule.segment.isEmpty() || !rule.channel.isEmpty()) {
    hit.facts[QStringLiteral("outcome")] = QStringLiteral("not-public");
    hit.effect = QStringLiteral("only for %1").arg(rule.segment.isEmpty() ? rule.channel : rule.segment);
  } else {
    switch (rule.kind) {
    case RuleKind::Floor:
    case RuleKind::Ceiling:
      limit(rule, hit);
      break;
    case RuleKind::Match:
    case RuleKind::Undercut:
    case RuleKind::Index:
    case RuleKind::CostPlus:
      target(rule, hit);
      break;
    case RuleKind::Ending:
      ending(rule, hit);
      break;
    case RuleKind::Hold:
      holdPrice(rule, hit);
      break;
    }
  }
  m_out.hits.push_back(std::move(hit));
}

// Rounded inwards, so that the whole price keeps what was written.
void RuleEvaluation::limit(const RuleSet::Rule& rule, RuleHit& hit) {
  const bool floor = rule.kind == RuleKind::Floor;
  const qint64 minor = Money::round(*rule.amount, m_currency, floor ? Rounding::Ceiling : Rounding::Floor).minor();
  if (minor <= 0) // a ceiling below one minor unit: no price keeps it
    return undecidable(hit, QStringLiteral("positive-target"));
  hit.effect = QStringLiteral("%1 %2").arg(hit.kind, text(minor));
  const std::optional<qint64>& other = floor ? m_out.ceilingMinor : m_out.floorMinor;
  if (other && (floor ? minor > *other : minor < *other))
    return yield(hit, floor ? m_ceilingBy : m_floorBy);
  std::optional<qint64>& own = floor ? m_out.floorMinor : m_out.ceilingMinor;
  if (own && (floor ? minor <= *own : minor >= *own)) {
    hit.facts[QStringLiteral("tighter")] = floor ? m_floorBy : m_ceilingBy;
    return;
  }
  own = minor;
  (floor ? m_floorBy : m_ceilingBy) = rule.id;
}

std::optional<qint64> RuleEvaluation::fromReference(const RuleSet::Rule& rule, RuleHit& hit) const {
  const Amount* median = usableReference(m_listing);
  const auto& lowest = m_listing.reference.lowest;
  const bool lowestUsable = lowest && lowest->value.micros() > 0 && lowest->currency == m_currency;
  if (!median || (rule.againstLowest && !lowestUsable)) {
    undecidable(hit, QStringLiteral("reference"));
    return std::nullopt;
  }
  const qint64 reference = (rule.againstLowest ? *lowest : *median).value.micros();
  hit.facts[QStringLiteral("reference")] = Decimal::fromMicros(reference).toString();
  hit.facts[QStringLiteral("against")] = rule.againstLowest ? QStringLiteral("lowest") : QStringLiteral("median");
  Result<qint64> micros = reference;
  if (rule.kind == RuleKind::Undercut)
    micros = rule.amount
                 ? Result<qint64>(reference - rule.amount->micros())
                 : mulDiv(reference, kHundredPercent - rule.percent->micros(), kHundredPercent, Rounding::Floor);
  else if (rule.kind == RuleKind::Index)
    micros = mulDiv(reference, rule.percent->micros(), kHundredPercent, Rounding::HalfEven);
  if (!micros || *micros <= 0) {
    undecidable(hit, QStringLiteral("positive-target"));
    return std::nullopt;
  }
  const Rounding mode = rule.kind == RuleKind::Undercut ? Rounding::Floor : Rounding::HalfEven;
  const qint64 minor = Money::round(Decimal::fromMicros(*micros), m_currency, mode).minor();
  return onLadder(minor, rule.kind == RuleKind::Undercut ? m_ladder.atOrBelow(minor) : m_ladder.nearest(minor), hit);
}

// Cost with its markup, VAT on top where prices include it: one rounding, upwards.
std::optional<qint64> RuleEvaluation::fromCost(const RuleSet::Rule& rule, RuleHit& hit) const {
  const Amount* cost = usableCost(m_listing);
  if (!cost) {
    undecidable(hit, QStringLiteral("cost"));
    return std::nullopt;
  }
  hit.facts[QStringLiteral("cost")] = cost->value.toString();
  const auto withMarkup =
      mulDiv(cost->value.micros(), kHundredPercent + rule.percent->micros(), kHundredPercent, Rounding::Ceiling);
  const auto withVat = withMarkup ? mulDiv(*withMarkup, 10'000LL + (m_listing.grossPrices ? m_listing.vatBp : 0),
                                           10'000, Rounding::Ceiling)
                                  : withMarkup;
  if (!withVat) {
    undecidable(hit, QStringLiteral("positive-target"));
    return std::nullopt;
  }
  const qint64 minor = Money::round(Decimal::fromMicros(*withVat), m_currency, Rounding::Ceiling).minor();
  return onLadder(minor, m_ladder.atOrAbove(minor), hit);
}

// What the rule asks for is told where no such price may be published.
qint64 RuleEvaluation::onLadder(qint64 asked, qint64 rung, RuleHit& hit) const {
  if (rung != asked)
    hit.facts[QStringLiteral("asked")] = text(asked);
  return rung;
}

void RuleEvaluation::target(const RuleSet::Rule& rule, RuleHit& hit) {
  const auto wanted = rule.kind == RuleKind::CostPlus ? fromCost(rule, hit) : fromReference(rule, hit);
  if (!wanted)
    return;
  if (*wanted <= 0)
    return undecidable(hit, QStringLiteral("positive-target"));
  hit.facts[QStringLiteral("target")] = text(*wanted);
  hit.effect = QStringLiteral("%1 → %2").arg(hit.kind, text(*wanted));
  if (!m_decidedBy.isEmpty())
    return yield(hit, m_decidedBy);
  m_decidedBy = rule.id;
  m_out.targetMinor = *wanted;
  m_targetHit = m_out.hits.size();
}

void RuleEvaluation::holdPrice(const RuleSet::Rule& rule, RuleHit& hit) {
  hit.effect = QStringLiteral("hold");
  if (!m_decidedBy.isEmpty())
    return yield(hit, m_decidedBy);
  m_decidedBy = rule.id;
  m_out.hold = true;
}

void RuleEvaluation::ending(const RuleSet::Rule& rule, RuleHit& hit) {
  QStringList list;
  for (const qint64 e : rule.endingsMinor)
    list << QString::number(e);
  hit.facts[QStringLiteral("endings")] = list.join(u',');
  hit.effect = QStringLiteral("ending %1").arg(hit.facts[QStringLiteral("endings")]);
  if (!m_endingBy.isEmpty())
    return yield(hit, m_endingBy);
  m_endingBy = rule.id;
}

// A target is a wish and a limit is a limit: whichever came first, the target moves into the corridor.
RuleOutcome RuleEvaluation::finish() && {
  if (m_out.targetMinor && m_targetHit) {
    RuleHit& hit = m_out.hits[*m_targetHit];
    qint64 inside = *m_out.targetMinor;
    if (m_out.ceilingMinor && inside > *m_out.ceilingMinor)
      inside = m_ladder.atOrBelow(*m_out.ceilingMinor);
    if (m_out.floorMinor && inside < *m_out.floorMinor)
      inside = m_ladder.atOrAbove(*m_out.floorMinor);
    if (inside <= 0) { // no price of the ladder keeps the limits
      undecidable(hit, QStringLiteral("positive-target"));
      m_out.targetMinor.reset();
    } else if (inside != *m_out.targetMinor) {
      hit.facts[QStringLiteral("limited-by")] = inside > *m_out.targetMinor ? m_floorBy : m_ceilingBy;
      hit.effect += QStringLiteral(", limited to %1").arg(text(inside));
      m_out.targetMinor = inside;
    }
  }
  return std::move(m_out);
}

} // namespace pricewright
