// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How far and how often a price may move before a human is asked. Nothing here changes the price.
#include "pipeline/guardrail/GuardRun.h"

#include <map>
#include <set>

namespace pricewright {
namespace {

struct Window {
  const char* setting;
  Duration length;
};
constexpr Window kWindows[] = {{"guardrail.step-24h.percent", std::chrono::hours(24)},
                               {"guardrail.step-7d.percent", std::chrono::hours(24 * 7)}};

QString percentText(int bp) { return Decimal::fromMicros(qint64(bp) * 10'000).toString() + u'%'; }

} // namespace

bool GuardRun::overStep(qint64 price, qint64 from, int bp) const {
  return changeExceeds(Money(from, m_currency), Money(price, m_currency), bp);
}

// The regular prices in force at any time in the window that ends when the new one would begin, today's among them: a
// ratchet of many small steps, or of steps there and back, measures from the far end.
GuardRun::Extremes GuardRun::extremes(Duration window) const {
  Extremes e{m_current, m_current, 1};
  for (const PublishedPrice& p : m_listing.history) {
    if (p.type != PriceType::Regular || p.amount.currency() != m_currency || p.amount.minor() <= 0)
      continue;
    if (p.from > m_at || (p.to && *p.to <= m_at - window))
      continue;
    e.lowest = std::min(e.lowest, p.amount.minor());
    e.highest = std::max(e.highest, p.amount.minor());
    ++e.prices;
  }
  return e;
}

bool GuardRun::withinAllSteps(qint64 price) const {
  if (overStep(price, m_current, percentBp(m_case.settings, u"guardrail.step.percent")))
    return false;
  for (const Window& w : kWindows) {
    const Extremes e = extremes(w.length);
    const int bp = percentBp(m_case.settings, QString::fromLatin1(w.setting));
    if ((price > e.lowest && overStep(price, e.lowest, bp)) || (price < e.highest && overStep(price, e.highest, bp)))
      return false;
  }
  return true;
}

void GuardRun::step() {
  Verdict v = begin("step", Step);
  v.inputs.push_back(priceInput());
  if (nothingProposed())
    return leave(std::move(v), VerdictOutcome::NotApplicable, "step.nothing-proposed");
  if (!m_usable)
    return leave(std::move(v), VerdictOutcome::Undecidable, "step.undecidable");
  const int bp = percentBp(m_case.settings, u"guardrail.step.percent");
  v.limit = QStringLiteral("≤ ±%1").arg(percentText(bp));
  v.distance = percentText(bp - changeBpUpward(m_listing.current, Money(m_price, m_currency)));
  const bool over = overStep(m_price, m_current, bp);
  if (over)
    ask("step");
  leave(std::move(v), over ? VerdictOutcome::NeedsApproval : VerdictOutcome::Pass,
        over ? "step.too-large" : "step.inside");
}

void GuardRun::stepWithin(const char* rule, const char* setting, Duration window) {
  Verdict v = begin(rule, Step);
  if (nothingProposed())
    return leave(std::move(v), VerdictOutcome::NotApplicable, "step.nothing-proposed");
  if (!m_usable)
    return leave(std::move(v), VerdictOutcome::Undecidable, "step.undecidable");
  const Extremes e = extremes(window);
  const int bp = percentBp(m_case.settings, QString::fromLatin1(setting));
  v.inputs.push_back({QStringLiteral("lowest in force"), text(e.lowest), {}});
  v.inputs.push_back({QStringLiteral("highest in force"), text(e.highest), {}});
  const qint64 from = m_price - e.lowest > e.highest - m_price ? e.lowest : e.highest;
  v.limit = QStringLiteral("≤ ±%1").arg(percentText(bp));
  v.distance = percentText(bp - changeBpUpward(Money(from, m_currency), Money(m_price, m_currency)));
  const bool over = changes() && ((m_price > e.lowest && overStep(m_price, e.lowest, bp)) ||
                                  (m_price < e.highest && overStep(m_price, e.highest, bp)));
  if (over)
    ask(rule);
  leave(std::move(v), over ? VerdictOutcome::NeedsApproval : VerdictOutcome::Pass,
        over ? "step.adds-up-to-too-much" : "step.inside");
}

void GuardRun::frequency() {
  Verdict v = begin("frequency", Step);
  // A change that reaches several channels at one moment is one change.
  std::map<int, qint64> last;
  std::set<Instant> day, week;
  for (const PublishedPrice& p : m_listing.history) {
    if (p.type != PriceType::Regular || p.from > m_at)
      continue;
    const auto [known, isFirst] = last.try_emplace(p.channelNo, p.amount.minor());
    if (isFirst || known->second == p.amount.minor())
      continue;
    known->second = p.amount.minor();
    if (p.from > m_at - std::chrono::hours(24))
      day.insert(p.from);
    if (p.from > m_at - std::chrono::hours(24 * 7))
      week.insert(p.from);
  }
  const qint64 perDay = m_case.settings.integer(u"guardrail.changes-per-day"),
               perWeek = m_case.settings.integer(u"guardrail.changes-per-week");
  const qint64 inDay = qint64(day.size()), inWeek = qint64(week.size());
  v.inputs.push_back({QStringLiteral("changes in 24 h"), QString::number(inDay), {}});
  v.inputs.push_back({QStringLiteral("changes in 7 d"), QString::number(inWeek), {}});
  v.limit = QStringLiteral("≤ %1 in 24 h, ≤ %2 in 7 d").arg(perDay).arg(perWeek);
  v.distance = QString::number(std::min(perDay - inDay, perWeek - inWeek) - 1);
  const bool over = changes() && (inDay >= perDay || inWeek >= perWeek);
  if (over)
    ask("frequency");
  leave(std::move(v), over ? VerdictOutcome::NeedsApproval : VerdictOutcome::Pass,
        over ? "frequency.too-often" : "frequency.inside");
}

} // namespace pricewright
