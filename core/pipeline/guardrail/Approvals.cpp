// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What makes a change a human's: weak evidence, stale input, anomalies, price wars. Nothing here changes the price.
#include "pipeline/guardrail/GuardRun.h"

namespace pricewright {
namespace {

QString number(double v) { return QString::number(v, 'g', 6); }

} // namespace

bool GuardRun::withinEarnedBand() const {
  if (m_case.autoBandBp <= 0 || !judged())
    return false;
  const int change = changeBp(m_listing.current, Money(m_price, m_listing.current.currency()));
  return change != INT_MAX && std::abs(change) <= m_case.autoBandBp;
}

void GuardRun::confidence() {
  Verdict v = begin("confidence", Approval);
  const double limit = m_case.settings.real(u"guardrail.confidence"), value = figures().confidence;
  if (m_recommendation.method == Method::HistoricalAverage) {
    ask("confidence");
    return leave(std::move(v), VerdictOutcome::NeedsApproval, "confidence.no-model");
  }
  if (!judged())
    return leave(std::move(v), VerdictOutcome::NotApplicable, "confidence.not-by-a-model");
  v.inputs.push_back({QStringLiteral("confidence"), number(value), {}});
  // Nobody is confident of what is drawn to learn from; what it may cost was limited before it was drawn.
  if (m_recommendation.outcome == u"change-drawn")
    return leave(std::move(v), VerdictOutcome::NotApplicable, "confidence.drawn-at-random");
  v.limit = QStringLiteral("≥ %1").arg(number(limit));
  v.distance = number(value - limit);
  const bool weak = !(value >= limit);
  if (weak && withinEarnedBand())
    return leave(std::move(v), VerdictOutcome::Pass, "confidence.earned-band");
  if (weak)
    ask("confidence");
  leave(std::move(v), weak ? VerdictOutcome::NeedsApproval : VerdictOutcome::Pass,
        weak ? "confidence.too-low" : "confidence.enough");
}

void GuardRun::identification() {
  Verdict v = begin("identification", Approval);
  if (m_recommendation.method == Method::HistoricalAverage) {
    ask("identification");
    return leave(std::move(v), VerdictOutcome::NeedsApproval, "identification.no-model");
  }
  if (m_recommendation.method != Method::Model)
    return leave(std::move(v), VerdictOutcome::NotApplicable, "identification.not-by-a-model");
  const DemandEstimate& e = m_listing.demand;
  v.inputs.push_back({QStringLiteral("elasticity"), identificationName(e.grade), {}});
  if (!e.gradeReason.isEmpty())
    v.inputs.push_back({QStringLiteral("why"), e.gradeReason, {}});
  const bool weak = e.grade == Identification::Weak;
  if (weak && withinEarnedBand())
    return leave(std::move(v), VerdictOutcome::Pass, "identification.earned-band");
  if (weak)
    ask("identification");
  leave(std::move(v), weak ? VerdictOutcome::NeedsApproval : VerdictOutcome::Pass,
        weak ? "identification.test-instead" : "identification.enough");
}

// The stricter of an amount and a share of what the listing earns today, each where it is set. What is less than the
// cost of a label is nobody's time worth, however little a listing earns.
std::optional<double> GuardRun::lossLimit(Verdict& v) const {
  const double amount = expectedLossLimit(m_case), percent = m_case.settings.real(u"guardrail.expected-loss.percent");
  std::optional<double> limit;
  if (percent > 0 && m_judge.weeklyProfit) {
    v.inputs.push_back({QStringLiteral("profit a week today"), number(*m_judge.weeklyProfit), {}});
    limit = std::max({0.0, labelCost(m_case), *m_judge.weeklyProfit * percent / 100});
  }
  if (amount > 0)
    limit = std::min(limit.value_or(amount), amount);
  return limit;
}

void GuardRun::expectedLoss() {
  Verdict v = begin("expected-loss", Approval);
  if (!judged())
    return leave(std::move(v), VerdictOutcome::NotApplicable, "expected-loss.not-by-a-model");
  const double value = figures().expectedLoss;
  v.inputs.push_back({QStringLiteral("expected loss"), number(value), {}});
  const std::optional<double> limit = lossLimit(v);
  if (!m_case.amountsWhy.isEmpty() && m_case.settings.real(u"guardrail.expected-loss.amount") > 0) {
    ask("expected-loss"); // there is a limit, and no rate to hold this loss against it
    return leave(std::move(v), VerdictOutcome::NeedsApproval, "expected-loss.no-rate");
  }
  if (!limit)
    return leave(std::move(v), VerdictOutcome::NotApplicable, "expected-loss.no-limit");
  v.limit = QStringLiteral("≤ %1").arg(number(*limit));
  v.distance = number(*limit - value);
  const bool over = !(value <= *limit);
  if (over)
    ask("expected-loss");
  leave(std::move(v), over ? VerdictOutcome::NeedsApproval : VerdictOutcome::Pass,
        over ? "expected-loss.too-large" : "expected-loss.inside");
}

// Rules that stand in for a model are automatic only inside the step and above the floor, and marked.
void GuardRun::fallback() {
  Verdict v = begin("fallback", Approval);
  const Recommendation& r = m_recommendation;
  if (!r.fallbackReason.isEmpty())
    v.inputs.push_back({QStringLiteral("why"), r.fallbackReason, {}});
  if (r.method == Method::Model || r.method == Method::None)
    return leave(std::move(v), VerdictOutcome::NotApplicable, "fallback.none");
  if (r.fallbackReason == u"rule-target")
    return leave(std::move(v), VerdictOutcome::Pass, "fallback.rule-sets-the-price");
  mark("fallback");
  const bool human = r.method == Method::HistoricalAverage || m_raised || !m_usable || !withinAllSteps(m_price);
  if (human)
    ask("fallback");
  leave(std::move(v), human ? VerdictOutcome::NeedsApproval : VerdictOutcome::Pass,
        r.method == Method::HistoricalAverage ? "fallback.historical-average"
        : human                               ? "fallback.outside-its-limits"
                                              : "fallback.inside-its-limits");
}

// A reference in free fall, or we and they below each other in turn: told always, and a defensive price, one that goes
// down, is a human's. Rises are treated no harder and no softer than without a war.
void GuardRun::priceWar() {
  Verdict v = begin("price-war", Approval);
  const Amount* now = usableReference(m_listing);
  const auto& before = m_listing.referenceWeekAgo;
  v.inputs.push_back(referenceInput());
  v.inputs.push_back({QStringLiteral("reference a week ago"), before ? text(*before) : QStringLiteral("missing"),
                      std::chrono::hours(24 * 7)});
  v.inputs.push_back({QStringLiteral("undercuts in 7 d"), QString::number(m_listing.undercutsWithin7Days), {}});
  const int bp = percentBp(m_case.settings, u"guardrail.price-war.percent");
  const qint64 undercuts = m_case.settings.integer(u"guardrail.price-war.undercuts");
  v.limit =
      QStringLiteral("< −%1%, < %2 undercuts").arg(Decimal::fromMicros(qint64(bp) * 10'000).toString()).arg(undercuts);
  const bool comparable = now && before && before->currency == now->currency && before->value.micros() > 0;
  const bool fell = comparable && compareProducts(before->value.micros() - now->value.micros(), 10'000,
                                                  before->value.micros(), bp) >= 0;
  const bool war = fell || m_listing.undercutsWithin7Days >= undercuts;
  const bool defensive = m_price < m_current;
  if (war) {
    alert("price-war");
    if (defensive)
      ask("price-war");
    return leave(std::move(v), defensive ? VerdictOutcome::NeedsApproval : VerdictOutcome::Alert,
                 fell ? "price-war.reference-fell" : "price-war.mutual-undercutting");
  }
  if (comparable)
    return leave(std::move(v), VerdictOutcome::Pass, "price-war.none");
  const bool needed = defensive && m_case.settings.isOn(u"guardrail.reference-required");
  if (needed)
    ask("reference");
  leave(std::move(v), VerdictOutcome::Undecidable, "price-war.undecidable");
}

// Stale inputs were left out and are told: a human looks. With neither a market nor recent sales left it holds.
void GuardRun::freshness() {
  Verdict v = begin("freshness", Approval);
  QStringList stale = m_listing.staleInputs;
  if (m_listing.competitorState == u"stale" && !stale.contains(u"competitor"))
    stale << QStringLiteral("competitor");
  stale.sort();
  for (const QString& input : stale)
    v.inputs.push_back({input, QStringLiteral("stale"), {}});
  if (stale.isEmpty())
    return leave(std::move(v), VerdictOutcome::Pass, "freshness.fresh");
  ask("stale");
  if (!usableReference(m_listing) && stale.contains(u"sales")) {
    m_holds << QStringLiteral("stale");
    return leave(std::move(v), VerdictOutcome::Held, "freshness.too-little-left");
  }
  leave(std::move(v), VerdictOutcome::NeedsApproval,
        stale.contains(u"competitor") ? "freshness.competitor-terms-dropped" : "freshness.stale");
}

// A rule of the team's that asks for a reference, cost, stock or clock that is not there: what it would have said is
// open.
void GuardRun::ruleReference() {
  Verdict v = begin("rule-input", Approval);
  for (const RuleHit& hit : m_rules.hits)
    if (hit.facts.value(QStringLiteral("outcome")) == u"undecidable")
      v.inputs.push_back({hit.ruleId, QStringLiteral("missing ") + hit.facts.value(QStringLiteral("missing")), {}});
  if (v.inputs.empty())
    return leave(std::move(v), VerdictOutcome::Pass, "rule-input.complete");
  ask("reference");
  leave(std::move(v), VerdictOutcome::Undecidable, "rule-input.missing");
}

void GuardRun::anomaly() {
  Verdict v = begin("anomaly", Approval);
  for (const QString& code : m_listing.anomalies)
    v.inputs.push_back({QStringLiteral("monitor"), code, {}});
  const bool evaluator = std::any_of(m_evaluator.verdicts.begin(), m_evaluator.verdicts.end(),
                                     [](const Verdict& e) { return e.outcome == VerdictOutcome::NeedsApproval; });
  const bool odd = evaluator || (m_judged && m_judged->odd) || !m_listing.anomalies.isEmpty();
  if (odd)
    ask("anomaly");
  leave(std::move(v), odd ? VerdictOutcome::NeedsApproval : VerdictOutcome::Pass,
        odd ? "anomaly.found" : "anomaly.none");
}

} // namespace pricewright
