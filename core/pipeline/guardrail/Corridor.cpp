// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Law, floors and caps: they move the price. Limits are compared to the minor unit; what they move lands on the ladder.
#include "decision/PriceEndings.h"
#include "pipeline/guardrail/GuardRun.h"

#include <cstdlib>

namespace pricewright {

// A lower limit: `exactMinimum` decides, `rung` is where the price goes.
void GuardRun::raiseTo(qint64 exactMinimum, qint64 rung, Verdict v, const char* reason) {
  v.limit = QStringLiteral("≥ %1").arg(text(exactMinimum));
  v.distance = signedText(m_price - exactMinimum);
  const QString prefix = v.ruleId;
  if (rung > m_floor)
    m_floor = rung, m_floorBy = v.ruleId;
  m_forced |= m_current < exactMinimum;
  if (rung < 0) {
    m_conflict = true; // no rung in 64 bits keeps it
    return leave(std::move(v), VerdictOutcome::Held,
                 (prefix + QStringLiteral(".no-price-keeps-it")).toLatin1().constData());
  }
  if (m_price >= exactMinimum || !m_usable) {
    const bool onIt = m_price == rung;
    return leave(std::move(v), VerdictOutcome::Pass,
                 (prefix + (onIt ? QStringLiteral(".at-floor") : QStringLiteral(".kept"))).toLatin1().constData());
  }
  m_price = rung;
  m_raised = true;
  mark(reason);
  leave(std::move(v), VerdictOutcome::Adjusted, (prefix + QStringLiteral(".raised")).toLatin1().constData());
}

void GuardRun::map() {
  Verdict v = begin("map", Law);
  v.inputs.push_back(
      {QStringLiteral("market"), m_listing.market.isEmpty() ? QStringLiteral("missing") : m_listing.market, {}});
  switch (mapState(m_listing)) {
  case MapState::None:
    return leave(std::move(v), VerdictOutcome::NotApplicable, "map.none-recorded");
  case MapState::NotEnforced:
    return leave(std::move(v), VerdictOutcome::NotApplicable, "map.not-enforced-here");
  case MapState::Enforced:
    return raiseTo(*m_listing.mapMinor, m_ladder.atOrAbove(*m_listing.mapMinor), std::move(v), "map");
  case MapState::Undecidable:
    break;
  }
  v.limit = QStringLiteral("≥ %1").arg(text(*m_listing.mapMinor));
  v.distance = signedText(m_price - *m_listing.mapMinor);
  const bool below = m_price < *m_listing.mapMinor;
  if (below)
    ask("map");
  leave(std::move(v), below ? VerdictOutcome::NeedsApproval : VerdictOutcome::Undecidable, "map.market-unknown");
}

void GuardRun::policy() {
  Verdict v = begin("policy", Law);
  if (m_evaluator.policyViolation) {
    m_blocked = true;
    mark("policy");
    alert("policy-violation");
  }
  leave(std::move(v), m_evaluator.policyViolation ? VerdictOutcome::Blocked : VerdictOutcome::Pass,
        m_evaluator.policyViolation ? "policy.violated" : "policy.kept");
}

void GuardRun::bounds() {
  Verdict v = begin("bounds", Floor);
  const auto& min = m_listing.minMinor;
  const auto& max = m_listing.maxMinor;
  if (!min && !max)
    return leave(std::move(v), VerdictOutcome::NotApplicable, "bounds.none-recorded");
  const qint64 maxRung = max ? m_ladder.atOrBelow(*max) : m_cap;
  m_forced |= (max && m_current > *max) || (min && m_current < *min);
  if (max && maxRung < m_cap)
    m_cap = maxRung, m_capBy = v.ruleId;
  if (max && m_usable && m_price > *max && (!min || *min <= *max)) {
    v.limit = min ? QStringLiteral("%1 … %2").arg(text(*min), text(*max)) : QStringLiteral("≤ %1").arg(text(*max));
    v.distance = signedText(*max - m_price);
    const qint64 minRung = min ? m_ladder.atOrAbove(*min) : 0;
    if (minRung > m_floor)
      m_floor = minRung, m_floorBy = v.ruleId;
    m_price = std::max<qint64>(maxRung, 1); // with no rung below the ceiling the corridor is empty, and says so
    mark("bounds");
    return leave(std::move(v), VerdictOutcome::Adjusted, "bounds.lowered");
  }
  if (min)
    return raiseTo(*min, m_ladder.atOrAbove(*min), std::move(v), "bounds");
  v.limit = QStringLiteral("≤ %1").arg(text(*max));
  v.distance = signedText(*max - m_price);
  leave(std::move(v), VerdictOutcome::Pass, "bounds.kept");
}

// Reading 2 of the requirements: below the minimum the proposal is rejected, and the minimum becomes the proposal.
void GuardRun::margin() {
  Verdict v = begin("margin", Floor);
  const Amount* cost = usableCost(m_listing);
  if (!cost)
    return leave(std::move(v), VerdictOutcome::Undecidable, "margin.no-cost");
  v.inputs.push_back({QStringLiteral("cost"), text(*cost), m_case.now - startOf(m_listing.costFrom)});
  const MarginLimit limit = marginLimit(m_case, m_listing);
  v.inputs.push_back(
      {QStringLiteral("minimum margin"), Decimal::fromMicros(qint64(limit.bp) * 10'000).toString() + u'%', {}});
  if (!limit.exception.isEmpty())
    v.inputs.push_back({QStringLiteral("exception"), limit.exception + u' ' + limit.approvedBy, {}});
  const auto exact = marginFloorMinor(*cost, limit.bp, m_listing.vatBp, m_listing.grossPrices, LadderSpec{});
  const auto rung = marginFloorMinor(*cost, limit.bp, m_listing.vatBp, m_listing.grossPrices, m_listing.ladder);
  if (!exact || !rung) {
    m_holds << QStringLiteral("input");
    return leave(std::move(v), VerdictOutcome::Held, "margin.undecidable");
  }
  const qint64 told = m_evaluator.rejected ? m_evaluator.minimumPriceMinor.value_or(0) : 0;
  // The evaluator names a rung: only one beyond our own says more than the margin itself.
  const bool stricter = told > *rung;
  raiseTo(stricter ? told : *exact, stricter ? m_ladder.atOrAbove(told) : *rung, std::move(v), "margin");
}

void GuardRun::ruleFloor() {
  Verdict v = begin("rule-floor", Floor);
  if (!m_rules.floorMinor)
    return leave(std::move(v), VerdictOutcome::NotApplicable, "rule-floor.none");
  raiseTo(*m_rules.floorMinor, m_ladder.atOrAbove(*m_rules.floorMinor), std::move(v), "rule-floor");
}

void GuardRun::ruleCeiling() {
  Verdict v = begin("rule-ceiling", Cap);
  if (!m_rules.ceilingMinor)
    return leave(std::move(v), VerdictOutcome::NotApplicable, "rule-ceiling.none");
  const qint64 rung = m_ladder.atOrBelow(*m_rules.ceilingMinor);
  if (rung < m_cap)
    m_cap = rung, m_capBy = v.ruleId;
  m_forced |= m_current > *m_rules.ceilingMinor;
  v.limit = QStringLiteral("≤ %1").arg(text(*m_rules.ceilingMinor));
  v.distance = signedText(*m_rules.ceilingMinor - m_price);
  if (!m_usable || m_price <= *m_rules.ceilingMinor)
    return leave(std::move(v), VerdictOutcome::Pass, "rule-ceiling.kept");
  m_price = std::max<qint64>(rung, 1);
  mark("rule-ceiling");
  leave(std::move(v), VerdictOutcome::Adjusted, "rule-ceiling.lowered");
}

// Reading 1: above twice the reference a price is blocked, whatever cut it since; the counter-proposal, at most one and
// a half times the reference, is released by a human only.
void GuardRun::gouging() {
  Verdict v = begin("gouging", Cap);
  v.inputs.push_back(referenceInput());
  if (!usableReference(m_listing) || !m_usable) {
    const bool needed = m_case.settings.isOn(u"guardrail.reference-required") || m_price > m_current;
    if (needed)
      ask("reference");
    return leave(std::move(v), VerdictOutcome::Undecidable,
                 needed ? "gouging.no-reference" : "gouging.not-an-increase");
  }
  const qint64 highest = std::max(m_price, m_proposed);
  const std::optional<GougingLimits> limits = gougingLimits(m_case, m_listing);
  if (!limits)
    return leave(std::move(v), VerdictOutcome::Pass, "gouging.kept"); // a limit beyond 64 bits
  v.limit = QStringLiteral("≤ %1").arg(text(limits->block));
  v.distance = signedText(limits->block - highest);
  const bool gouges = highest > limits->block;
  const qint64 rung = m_ladder.atOrBelow(gouges ? limits->cap : limits->block);
  if (rung < m_cap)
    m_cap = rung, m_capBy = v.ruleId;
  m_forced |= m_current > limits->block;
  if (!gouges && m_current <= limits->block)
    return leave(std::move(v), VerdictOutcome::Pass, "gouging.kept");
  if (!gouges) { // the proposal already leads out of it; people are told
    mark("gouging");
    alert("gouging");
    return leave(std::move(v), VerdictOutcome::Alert, "gouging.price-in-force");
  }
  m_blocked = true;
  mark("gouging");
  alert("gouging");
  m_price = std::max<qint64>(1, std::min(m_price, rung));
  leave(std::move(v), VerdictOutcome::Blocked, "gouging.blocked");
}

// Reading 3: an empty interval is a conflict. The price in force holds.
void GuardRun::corridor() {
  Verdict v = begin("corridor", Cap);
  m_conflict |= std::max(m_floor, m_ladder.atOrAbove(1)) > m_cap; // nothing is given away
  const QString low = m_floor > 0 ? text(m_floor) : QStringLiteral("0"),
                high = m_capBy.isEmpty() ? QStringLiteral("∞") : text(m_cap);
  v.limit = QStringLiteral("%1 … %2").arg(low, high);
  if (!m_floorBy.isEmpty())
    v.inputs.push_back({QStringLiteral("floor by"), m_floorBy, {}});
  if (!m_capBy.isEmpty())
    v.inputs.push_back({QStringLiteral("cap by"), m_capBy, {}});
  if (m_conflict) {
    v.distance = signedText(m_cap - m_floor);
    m_price = m_current; // what is judged from here on is the price that holds
  }
  leave(std::move(v), m_conflict ? VerdictOutcome::Held : VerdictOutcome::Pass,
        m_conflict ? "corridor.empty" : "corridor.open");
}

// What changes lands on the ladder, inside the corridor. A price in force that is off it may stay, and does where it is
// nearer to the proposal than what ladder and limits would make of that: with few rungs (.950, .990) the next may be
// far away.
void GuardRun::ladder() {
  Verdict v = begin("ladder", Cap);
  if (!m_usable || m_conflict || !changes())
    return leave(std::move(v), VerdictOutcome::Pass, "ladder.on-it");
  const qint64 floor = std::max(m_floor, m_ladder.atOrAbove(1));
  const qint64 rung = nearestRung(m_ladder.spec(), m_price, floor, m_cap).value_or(floor);
  const bool stays = !m_forced && !m_blocked && std::abs(m_current - m_proposed) < std::abs(rung - m_proposed);
  if (rung == m_price && !stays)
    return leave(std::move(v), VerdictOutcome::Pass, "ladder.on-it");
  v.distance = signedText((stays ? m_current : rung) - m_price);
  m_price = stays ? m_current : rung;
  leave(std::move(v), VerdictOutcome::Adjusted, stays ? "ladder.price-in-force-is-nearer" : "ladder.moved");
}

} // namespace pricewright
