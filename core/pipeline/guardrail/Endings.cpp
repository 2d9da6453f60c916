// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What settles the price: its ending, and whether what limits made of the proposal is still worth a change. And the
// route that results.
#include "decision/PriceEndings.h"
#include "pipeline/guardrail/GuardRun.h"

#include <cmath>

namespace pricewright {
namespace {

constexpr const char* kReasons[] = { // gravest first; a halted cycle's is the planner's, the last ones who asked
    "batch-breaker", "cost",     "input",   "sanity",      "hold-rule",  "hold-test",    "conflict",       "gouging",
    "policy",        "margin",   "bounds",  "map",         "rule-floor", "rule-ceiling", "anomaly",        "price-war",
    "step",          "step-24h", "step-7d", "frequency",   "stale",      "reference",    "identification", "confidence",
    "expected-loss", "fallback", "by-test", "by-scenario", "edited"};

} // namespace

std::span<const char* const> queueReasons() { return kReasons; }

// The nearest price with a lawful ending, where every limit, the side of today's price and the step stay as they were,
// and no further than one rung beyond what was searched or lies on the way to the price: further away nobody looked.
// All of these are intervals that hold the price, so the nearest one on either side decides.
std::optional<qint64> GuardRun::nearestEnding(const LadderSpec& lawful) const {
  const Recommendation& r = m_recommendation;
  const bool searched = r.searchLowMinor > 0 && r.searchHighMinor >= r.searchLowMinor;
  const qint64 low = std::min({m_price, m_current, searched ? r.searchLowMinor : m_price}),
               high = std::max({m_price, m_current, searched ? r.searchHighMinor : m_price});
  const qint64 lowest = m_ladder.atOrBelow(low - 1), above = m_ladder.atOrAbove(high + 1),
               highest = above < 0 ? high : above;
  const bool insideSteps = withinAllSteps(m_price);
  const int side = r.fallbackReason == u"rule-target" ? targetSide(m_rules) : 0;
  const auto allowed = [&](qint64 p) {
    const bool sameSide = m_price > m_current ? p > m_current : p < m_current;
    const bool keepsTarget = side < 0 ? p <= m_price : side > 0 ? p >= m_price : true; // an undercut undercuts
    return p > 0 && keepsTarget && p >= std::max(m_floor, lowest) && p <= std::min(m_cap, highest) && sameSide &&
           (!insideSteps || withinAllSteps(p));
  };
  const PriceLadder ladder(lawful);
  const qint64 below = ladder.atOrBelow(m_price), up = ladder.atOrAbove(m_price);
  if (allowed(below) && (!allowed(up) || m_price - below <= up - m_price))
    return below;
  return allowed(up) ? std::optional(up) : std::nullopt;
}

// The smallest word, and the last that moves a price: before the content is hashed, so that nothing alters it
// afterwards.
void GuardRun::ending() {
  Verdict v = begin("ending", Ending);
  const std::vector<qint64> endings = askedEndings(m_rules);
  if (endings.empty())
    return leave(std::move(v), VerdictOutcome::NotApplicable, "ending.none");
  QStringList list;
  for (const qint64 e : endings)
    list << QString::number(e);
  v.limit = QStringLiteral("ends in ") + list.join(u',');
  const std::optional<LadderSpec> lawful = ladderWithEndings(m_listing.ladder, endings);
  if (!lawful) // a rule that can never do anything is told whether or not the price changes
    return leave(std::move(v), VerdictOutcome::Alert, "ending.not-on-the-ladder");
  if (!m_usable || m_conflict || !m_holds.isEmpty() || !changes())
    return leave(std::move(v), VerdictOutcome::NotApplicable, "ending.nothing-changes");
  const std::optional<qint64> best = nearestEnding(*lawful);
  if (!best)
    return leave(std::move(v), VerdictOutcome::Pass, "ending.none-inside-the-limits");
  v.distance = signedText(*best - m_price);
  const bool moved = *best != m_price;
  m_price = *best;
  leave(std::move(v), moved ? VerdictOutcome::Adjusted : VerdictOutcome::Pass, moved ? "ending.moved" : "ending.kept");
}

// Limits, caps and endings may have made another price of the proposal: it is judged anew, and what gains nothing is no
// change, unless today's price cannot stay, a person typed it, or only a human can release it anyway.
void GuardRun::gain() {
  Verdict v = begin("gain", Ending);
  if (!m_usable || m_conflict || !m_holds.isEmpty() || !changes() || m_price == m_proposed || !m_judge.at)
    return leave(std::move(v), VerdictOutcome::NotApplicable, "gain.as-proposed");
  m_judged = m_judge.at(Money(m_price, m_currency));
  const Recommendation& at = m_judged->figures;
  if (!std::isfinite(at.confidence + at.expectedLoss + at.valueAtStake + at.effect.profitHigh - at.effect.profitLow)) {
    m_holds << QStringLiteral("input");
    return leave(std::move(v), VerdictOutcome::Held, "gain.not-finite");
  }
  if (!judged())
    return leave(std::move(v), VerdictOutcome::NotApplicable, "gain.not-by-a-model");
  v.inputs.push_back({QStringLiteral("proposed"), text(m_proposed), {}});
  v.inputs.push_back({QStringLiteral("profit a week, change"), QString::number(at.effect.profit, 'g', 6), {}});
  if (m_judged->gains)
    return leave(std::move(v), VerdictOutcome::Pass, "gain.kept");
  if (m_forced)
    return leave(std::move(v), VerdictOutcome::Pass, "gain.limits-force-it");
  if (m_blocked || m_recommendation.method != Method::Model || m_recommendation.outcome == u"edited")
    return leave(std::move(v), VerdictOutcome::Alert, "gain.none");
  m_price = m_current;
  leave(std::move(v), VerdictOutcome::Adjusted, "gain.none-so-no-change");
}

void GuardRun::route() {
  const bool keeps = !m_holds.isEmpty() || m_conflict;
  if (m_conflict)
    mark("conflict");
  m_out.final = keeps || !m_usable ? m_listing.current : Money(m_price, m_currency);
  const bool moves = !keeps && m_out.final != m_listing.current;
  if (!m_holds.isEmpty())
    m_out.route = Route::Hold;
  else if (m_conflict)
    m_out.route = Route::Conflict;
  else if (m_blocked)
    m_out.route = moves ? Route::Blocked : Route::Hold; // a counter-proposal that is today's price: it holds
  else if (!moves)
    m_out.route = Route::NoChange;
  else
    m_out.route = m_asks.isEmpty() ? Route::Automatic : Route::Human;
  m_out.isCounterProposal = m_out.route == Route::Blocked;
  if (m_out.route == Route::NoChange)
    return;
  // Where limits contradict each other no price is before a human: what would be asked about one is no reason.
  const QStringList all = m_holds + m_marks + (m_out.route == Route::Conflict ? QStringList() : m_asks);
  for (const char* reason : kReasons)
    if (all.contains(QLatin1String(reason)))
      m_out.reasons << QLatin1String(reason);
  m_out.primaryReason = m_out.reasons.value(0);
}

} // namespace pricewright
