// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Price endings, and the route that results.
#include "pipeline/guardrail/GuardRun.h"

namespace pricewright {
namespace {

std::vector<qint64> endingsOf(const RuleOutcome& rules) {
  std::vector<qint64> out;
  for (const RuleHit& hit : rules.hits) {
    if (hit.kind != u"ending" || hit.facts.value(QStringLiteral("outcome")) != u"applied")
      continue;
    for (const QString& text : hit.facts.value(QStringLiteral("endings")).split(u',')) {
      bool ok = false;
      const qint64 ending = text.toLongLong(&ok);
      if (ok && ending >= 0)
        out.push_back(ending);
    }
  }
  return out;
}

qint64 cycleOf(const std::vector<qint64>& endings) {
  qint64 cycle = 100;
  while (cycle <= *std::max_element(endings.begin(), endings.end()))
    cycle *= 10;
  return cycle;
}

} // namespace

// The last word, and the smallest: it moves the price to the nearest allowed ending only where every limit, the side of
// today's price and the step stay as they were. Before the content is hashed, so that nothing alters it afterwards.
void GuardRun::ending() {
  Verdict v = begin("ending", Ending);
  const std::vector<qint64> endings = endingsOf(m_rules);
  if (endings.empty())
    return leave(std::move(v), VerdictOutcome::NotApplicable, "ending.none");
  if (!m_usable || m_conflict || !m_holds.isEmpty() || !changes())
    return leave(std::move(v), VerdictOutcome::NotApplicable, "ending.nothing-changes");
  const qint64 cycle = cycleOf(endings), base = m_price / cycle * cycle;
  v.limit = QStringLiteral("ends in ") + [&] {
    QStringList list;
    for (const qint64 e : endings)
      list << QString::number(e);
    return list.join(u',');
  }();
  const bool insideSteps = withinAllSteps(m_price);
  std::optional<qint64> best;
  for (qint64 k = -2; k <= 2; ++k)
    for (const qint64 e : endings) {
      const qint64 p = base + k * cycle + e;
      const bool sameSide = m_price > m_current ? p > m_current : p < m_current;
      if (p <= 0 || p < m_floor || p > m_cap || !sameSide || !m_ladder.contains(p) ||
          (insideSteps && !withinAllSteps(p)))
        continue;
      const auto distance = [&](qint64 q) { return q > m_price ? q - m_price : m_price - q; };
      if (!best || distance(p) < distance(*best) || (distance(p) == distance(*best) && p < *best))
        best = p;
    }
  if (!best)
    return leave(std::move(v), VerdictOutcome::Pass, "ending.none-inside-the-limits");
  v.distance = signedText(*best - m_price);
  const bool moved = *best != m_price;
  m_price = *best;
  leave(std::move(v), moved ? VerdictOutcome::Adjusted : VerdictOutcome::Pass, moved ? "ending.moved" : "ending.kept");
}

void GuardRun::route() {
  static constexpr const char* kGravity[] = {
      "cost",    "input",     "sanity",         "hold-rule",  "conflict",      "gouging",
      "policy",  "margin",    "bounds",         "map",        "rule-floor",    "rule-ceiling",
      "anomaly", "price-war", "step",           "step-24h",   "step-7d",       "frequency",
      "stale",   "reference", "identification", "confidence", "expected-loss", "fallback"};
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
  const QStringList all = m_holds + m_marks + m_asks;
  for (const char* reason : kGravity)
    if (all.contains(QLatin1String(reason)))
      m_out.reasons << QLatin1String(reason);
  m_out.primaryReason = m_out.reasons.value(0);
}

} // namespace pricewright
