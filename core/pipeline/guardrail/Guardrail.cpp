// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/guardrail/GuardRun.h"

#include <limits>

namespace pricewright {

GuardRun::GuardRun(const PricingCase& c, const ListingCase& listing, const RuleOutcome& rules, const Recommendation& r,
                   const EvaluatorSays& evaluator, const Judge& judge)
    : m_case(c), m_listing(listing), m_rules(rules), m_recommendation(r), m_evaluator(evaluator), m_judge(judge),
      m_ladder(listing.ladder), m_currency(listing.current.currency()), m_at(effectiveAt(c)),
      m_current(listing.current.minor()), m_proposed(r.proposed.minor()), m_cap(std::numeric_limits<qint64>::max()) {
  m_usable = listing.current.isValid() && m_current > 0 && r.proposed.sameCurrency(listing.current) && m_proposed > 0;
  m_price = m_usable ? m_proposed : m_current;
  m_out.verdicts.assign(evaluator.verdicts.begin(), evaluator.verdicts.end());
}

Guarded GuardRun::run() && {
  const std::ptrdiff_t evaluators = std::ptrdiff_t(m_out.verdicts.size());
  input();
  sanity();
  holdRule();
  segment();
  map();
  policy();
  bounds();
  margin();
  ruleFloor();
  ruleCeiling();
  gouging();
  corridor();
  ladder();
  ending();
  gain();
  step();
  stepWithin("step-24h", "guardrail.step-24h.percent", std::chrono::hours(24));
  stepWithin("step-7d", "guardrail.step-7d.percent", std::chrono::hours(24 * 7));
  frequency();
  confidence();
  identification();
  expectedLoss();
  fallback();
  priceWar();
  freshness();
  ruleReference();
  anomaly();
  priorPrice(); // law, but it speaks of the final price and moves nothing
  std::stable_sort(m_out.verdicts.begin() + evaluators, m_out.verdicts.end(),
                   [](const Verdict& a, const Verdict& b) { return a.precedence < b.precedence; });
  route();
  return std::move(m_out);
}

Verdict GuardRun::begin(const char* rule, Stage stage) const {
  Verdict v;
  v.ruleId = QString::fromLatin1(rule);
  v.station = QStringLiteral("guardrail");
  v.precedence = stage;
  v.beforeMinor = m_price;
  return v;
}

void GuardRun::leave(Verdict v, VerdictOutcome outcome, const char* code) {
  v.outcome = outcome;
  v.code = QString::fromLatin1(code);
  v.afterMinor = m_price;
  m_out.verdicts.push_back(std::move(v));
}

VerdictInput GuardRun::referenceInput() const {
  const Amount* a = usableReference(m_listing);
  const auto age = a && m_listing.reference.oldest ? std::optional<Duration>(m_case.now - *m_listing.reference.oldest)
                                                   : std::nullopt;
  return {QStringLiteral("competitor reference"), a ? text(*a) : QStringLiteral("missing"), age};
}

bool GuardRun::judged() const {
  const Effect& e = figures().effect;
  const bool numbers = figures().confidence != 0 || e.profitLow != 0 || e.profitHigh != 0;
  return m_recommendation.method == Method::Model || (m_recommendation.method == Method::Rules && numbers);
}

Guarded guard(const PricingCase& c, const ListingCase& listing, const RuleOutcome& rules, const Recommendation& r,
              const EvaluatorSays& evaluator, const Judge& judge) {
  return GuardRun(c, listing, rules, r, evaluator, judge).run();
}

QString guardrailsVersion() { return QStringLiteral("1.3.0"); }

} // namespace pricewright
