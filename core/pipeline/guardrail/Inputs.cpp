// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What holds or is told whatever the price is: unusable input, rules that hold, segments, the prior price.
#include "pipeline/guardrail/GuardRun.h"

#include "decision/PriorPrice.h"
#include "decision/TestHold.h"

#include <cmath>

namespace pricewright {

// Missing input never leads to a price: it holds.
void GuardRun::input() {
  Verdict v = begin("input", Law);
  const Recommendation& r = m_recommendation;
  const Amount* cost = usableCost(m_listing);
  v.inputs = {
      priceInput(),
      {QStringLiteral("cost"), cost ? text(*cost) : QStringLiteral("missing"),
       cost ? std::optional<Duration>(m_case.now - startOf(m_listing.costFrom)) : std::nullopt},
      {QStringLiteral("proposed"),
       r.proposed.isValid() ? r.proposed.toString() + u' ' + r.proposed.currency().code() : QStringLiteral("missing"),
       {}}};
  const Effect& e = r.effect;
  bool finite = true;
  for (const double number :
       {r.confidence, r.expectedLoss, r.valueAtStake, e.profit, e.profitLow, e.profitHigh, e.revenue, e.units})
    finite &= std::isfinite(number);
  const char* code = nullptr;
  const char* reason = "input";
  if (!m_listing.current.isValid() || m_current <= 0)
    code = "input.no-current-price";
  else if (!cost)
    code =
        m_listing.cost && m_listing.cost->value.micros() > 0 ? "input.cost-in-another-currency" : "input.cost-missing",
    reason = "cost";
  else if (r.method == Method::None)
    code = "input.no-recommendation";
  else if (!finite)
    code = "input.not-finite";
  else if (!m_usable)
    code = r.proposed.isValid() && !r.proposed.sameCurrency(m_listing.current) ? "input.wrong-currency"
                                                                               : "input.not-a-price";
  if (code) {
    m_holds << QString::fromLatin1(reason);
    m_price = m_current;
  }
  leave(std::move(v), code ? VerdictOutcome::Held : VerdictOutcome::Pass, code ? code : "input.complete");
}

// The evaluator found the price itself insane; its margin rejection is another matter, which the floor settles.
void GuardRun::sanity() {
  Verdict v = begin("sanity", Law);
  const bool held = std::any_of(m_evaluator.verdicts.begin(), m_evaluator.verdicts.end(),
                                [](const Verdict& e) { return e.outcome == VerdictOutcome::Held; });
  const bool unexplained = m_evaluator.rejected && !m_evaluator.minimumPriceMinor;
  const bool insane = held || unexplained;
  if (insane && m_holds.isEmpty())
    m_holds << QStringLiteral("sanity");
  leave(std::move(v), insane ? VerdictOutcome::Held : VerdictOutcome::Pass,
        insane ? "sanity.rejected-by-evaluator" : "sanity.plausible");
}

// A rule of the user's, or a price test that compares this price with others: who looks for a rule finds none there.
void GuardRun::holdRule() {
  Verdict v = begin("rule-hold", Law);
  bool byTest = false, byRule = false;
  for (const RuleHit& hit : m_rules.hits) {
    if (hit.kind != u"hold")
      continue;
    const bool isTest = isOfTest(hit);
    byTest |= isTest;
    byRule |= isOfBoth(hit) || (!isTest && hit.facts.value(QStringLiteral("outcome")) == u"applied");
    v.inputs.push_back(
        {isTest ? QStringLiteral("price test") : QStringLiteral("rule"), isTest ? hit.name : hit.ruleId, {}});
  }
  byRule |= m_rules.hold && !byTest; // rules that cannot be read hold without naming one
  if (byRule)
    m_holds << QStringLiteral("hold-rule");
  if (byTest)
    m_holds << QStringLiteral("hold-test");
  leave(std::move(v), m_rules.hold ? VerdictOutcome::Held : VerdictOutcome::NotApplicable,
        byRule   ? "rule-hold.holds"
        : byTest ? "rule-hold.test"
                 : "rule-hold.none");
}

// Segments are refused where rules are written. What is decided here is the public price: the same for everybody.
void GuardRun::segment() {
  Verdict v = begin("segment", Law);
  for (const RuleHit& hit : m_rules.hits)
    if (hit.facts.value(QStringLiteral("outcome")) == u"not-public")
      v.inputs.push_back({QStringLiteral("rule for a segment"), hit.ruleId, {}});
  leave(std::move(v), VerdictOutcome::Pass, "segment.public-price");
}

// Directive 98/6/EC Art. 6a, C-330/23: an announced reduction is measured against the lowest price of at least 30 days
// before it, whatever kind of price that was. Says what may be shown; whether anything is announced is the channel's.
void GuardRun::priorPrice() {
  Verdict v = begin("prior-price", Law);
  if (!m_usable || !isEuropeanMarket(m_listing.market))
    return leave(std::move(v), VerdictOutcome::NotApplicable, "prior-price.not-this-market");
  if (m_price >= m_current)
    return leave(std::move(v), VerdictOutcome::NotApplicable, "prior-price.no-reduction");
  const auto days = std::chrono::days(m_case.settings.integer(u"guardrail.prior-price.days"));
  const PriorPrice prior =
      priorPriceOf({m_listing.history, m_listing.alsoInForce}, Money(m_current, m_currency), m_at - days, m_at);
  if (prior.state == PriorPrice::State::HistoryTooShort)
    return leave(std::move(v), VerdictOutcome::Undecidable, "prior-price.history-too-short");
  if (prior.state == PriorPrice::State::PriceHidden)
    return leave(std::move(v), VerdictOutcome::Undecidable, "prior-price.promotion-without-price");
  v.inputs.push_back({QStringLiteral("prior price"), text(prior.minor), {}});
  v.limit = QStringLiteral("< %1").arg(text(prior.minor));
  v.distance = signedText(m_price - prior.minor);
  const auto shown = prior.shownPercent(m_price);
  if (m_price >= prior.minor)
    return leave(std::move(v), VerdictOutcome::Alert, "prior-price.no-claim");
  v.inputs.push_back({QStringLiteral("shown reduction"), QString::number(shown.value_or(0)) + u'%', {}});
  leave(std::move(v), VerdictOutcome::Pass, "prior-price.claim");
}

} // namespace pricewright
