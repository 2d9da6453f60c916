// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "decision/TestHold.h"
#include "pipeline/evaluator/Evaluator.h"
#include "pipeline/guardrail/Guardrail.h"
#include "pipeline/optimizer/Optimizer.h"
#include "pipeline/planner/Exploration.h"
#include "pipeline/planner/PlannerAgent.h"

#include <QVersionNumber>

namespace pricewright {
namespace {

// What a route means for the queue. A conflict waits for a human too, though nothing can be approved: the current price
// holds until somebody changes what contradicts.
DecisionState stateOf(Route route) {
  switch (route) {
  case Route::NoChange:
    return DecisionState::Unchanged;
  case Route::Automatic:
    return DecisionState::Approved;
  case Route::Human:
  case Route::Blocked:
  case Route::Conflict:
    return DecisionState::Pending;
  case Route::Hold:
    break;
  }
  return DecisionState::Held;
}

// The figures that go with a price; what was proposed, how and why stays as it was.
void takeFigures(Recommendation& r, const Recommendation& at) {
  r.effect = at.effect;
  r.confidence = at.confidence;
  r.expectedLoss = at.expectedLoss;
  r.valueAtStake = at.valueAtStake;
  r.siblingsMoved = at.siblingsMoved;
}

// Guards a proposal. Where limits make another price of it, optimizer and evaluator judge that one before the approval
// rows do, and its figures are what is kept: nobody decides on the figures of a price that is not published.
Guarded guardListing(const PricingCase& c, std::size_t i, const RuleOutcome& rules, const CaseOptimizer& optimizer,
                     Recommendation& r, const Evaluation& evaluation) {
  const ListingCase& l = c.listings[i];
  std::optional<Recommendation> judged;
  Judge judge;
  judge.weeklyProfit = optimizer.weeklyProfit(i);
  judge.at = [&](const Money& price) {
    judged = optimizer.at(i, price);
    const Evaluation again = evaluateRecommendation(c, l, *judged);
    const bool odd = std::any_of(again.verdicts.begin(), again.verdicts.end(), [](const Verdict& v) {
      return v.outcome == VerdictOutcome::Held || v.outcome == VerdictOutcome::NeedsApproval;
    });
    return Judged{*judged, optimizer.gains(i, price), odd};
  };
  Guarded guarded = guard(
      c, l, rules, r,
      {evaluation.verdicts, evaluation.rejected, evaluation.minimumPriceMinor, evaluation.policyViolation}, judge);
  if (judged) {
    takeFigures(r, *judged);
    if (guarded.route == Route::NoChange)
      r.outcome = QStringLiteral("no-change-limits-took-the-gain");
  }
  return guarded;
}

PriceDecision decideListing(const PricingCase& c, std::size_t i, const RuleOutcome& rules,
                            const CaseOptimizer& optimizer, Recommendation r) {
  const ListingCase& l = c.listings[i];
  const Evaluation evaluation = evaluateRecommendation(c, l, r);
  PriceDecision d;
  d.guarded = guardListing(c, i, rules, optimizer, r, evaluation);
  const bool told = std::any_of(d.guarded.verdicts.begin(), d.guarded.verdicts.end(),
                                [](const Verdict& v) { return v.station == u"evaluator"; });
  if (!told)
    d.guarded.verdicts.insert(d.guarded.verdicts.begin(), evaluation.verdicts.begin(), evaluation.verdicts.end());
  d.recommendation = std::move(r);
  d.listingNo = l.listingNo;
  d.skuCode = l.skuCode;
  d.skuName = l.skuName;
  d.zoneCode = l.zoneCode;
  d.categoryCode = l.categoryCode;
  d.current = l.current;
  d.proposed = d.guarded.final.isValid() ? d.guarded.final : l.current;
  d.state = stateOf(d.guarded.route);
  d.costKnown = l.cost.has_value();
  if (l.cost) {
    d.marginNowBp = grossMarginBp(d.current, *l.cost, l.vatBp, l.grossPrices);
    d.marginThenBp = grossMarginBp(d.proposed, *l.cost, l.vatBp, l.grossPrices);
  }
  d.features = l.features;
  d.proposedBy = QStringLiteral("system");
  d.createdAt = c.now;
  d.expiresAt = c.now + std::chrono::hours(c.settings.integer(u"approval.expiry.hours"));
  return d;
}

// While a price test runs, nobody but its manager and people move the prices that it compares. Before limits of version
// 1.3 a test's hold was called a rule's: a replay calls it so again.
void holdWhatIsTested(const PricingCase& c, std::vector<RuleOutcome>& rules) {
  const auto version = QVersionNumber::fromString(c.guardrailsVersion);
  const bool isToldApart = version.isNull() || version >= QVersionNumber(1, 3);
  for (std::size_t i = 0; i < c.listings.size(); ++i) {
    const QString& test = c.listings[i].underTest;
    if (test.isEmpty())
      continue;
    RuleHit hit = holdOfTest(test, rules[i].hold);
    if (!isToldApart)
      hit.facts = {};
    rules[i].hold = true;
    rules[i].hits.push_back(std::move(hit));
  }
}

} // namespace

std::vector<RuleOutcome> rulesOf(const PricingCase& c) {
  std::vector<RuleOutcome> outcomes(c.listings.size());
  const Result<RuleSet> rules = RuleSet::parse(c.rules);
  for (std::size_t i = 0; i < c.listings.size(); ++i) {
    if (rules)
      outcomes[i] = rules->evaluate(c.listings[i], c.timeZone, c.effective);
    else
      outcomes[i].hold = true; // a rule that cannot be read might have been the one that protects
  }
  return outcomes;
}

std::vector<PriceDecision> decideCase(const PricingCase& c) {
  std::vector<RuleOutcome> rules = rulesOf(c);
  holdWhatIsTested(c, rules);
  const CaseOptimizer optimizer(c, rules);
  std::vector<Recommendation> recommendations = optimizer.recommend();
  std::vector<PriceDecision> decisions;
  decisions.reserve(c.listings.size());
  for (std::size_t i = 0; i < c.listings.size(); ++i)
    decisions.push_back(decideListing(c, i, rules[i], optimizer, std::move(recommendations[i])));
  drawPrices(
      c, optimizer,
      [&](std::size_t i, Recommendation r) { return decideListing(c, i, rules[i], optimizer, std::move(r)); },
      decisions);
  return decisions;
}

struct CaseDecider::Parts {
  explicit Parts(const PricingCase& of) : c(of), rules(rulesOf(of)), optimizer(of, rules) {}
  const PricingCase& c;
  std::vector<RuleOutcome> rules;
  CaseOptimizer optimizer;
};

CaseDecider::CaseDecider(const PricingCase& c) : m(std::make_unique<const Parts>(c)) {}
CaseDecider::~CaseDecider() = default;
const std::vector<RuleOutcome>& CaseDecider::rules() const { return m->rules; }

Result<PriceDecision> CaseDecider::edited(int listingNo, Money price) const {
  const auto& listings = m->c.listings;
  const auto found =
      std::find_if(listings.begin(), listings.end(), [&](const ListingCase& l) { return l.listingNo == listingNo; });
  if (found == listings.end())
    return fail(QStringLiteral("planner.unknown-listing"), {{QStringLiteral("listing"), QString::number(listingNo)}});
  if (!price.isValid() || price.minor() <= 0 || !price.sameCurrency(found->current))
    return fail(QStringLiteral("planner.bad-price"),
                {{QStringLiteral("price"), price.isValid() ? price.toString() : QString()},
                 {QStringLiteral("currency"), found->current.currency().code()}});
  const std::size_t index = std::size_t(found - listings.begin());
  PriceDecision d = decideListing(m->c, index, m->rules[index], m->optimizer, m->optimizer.at(index, price));
  d.state = DecisionState::Pending;
  return d;
}

Result<PriceDecision> decideEdited(const PricingCase& c, int listingNo, Money price) {
  return CaseDecider(c).edited(listingNo, price);
}

void haltDecision(PriceDecision& d) {
  d.state = DecisionState::Pending;
  d.batchNo.reset();
  d.guarded.route = Route::Human;
  d.guarded.primaryReason = QStringLiteral("batch-breaker");
  d.guarded.reasons.prepend(d.guarded.primaryReason);
}

} // namespace pricewright
