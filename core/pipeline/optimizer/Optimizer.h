// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Cancel.h"
#include "decision/PriceDecision.h"

#include <memory>

namespace pricewright {

// One group of siblings: for each listing the regular price on its ladder that maximizes the expected value of the
// objective (net of VAT, at replacement cost, siblings included), within floor, ceiling, step and margin, searched only
// where prices have been observed ± one step, taken only where the gain exceeds the cost of changing a label.
// `outcomes` (rules) are parallel to the case's listings. Deterministic by the case's seed. Never fails as a whole: a
// listing that cannot be optimized says so in its Recommendation and falls back as guardrails.md's table of states
// tells.
//
// Effects are net of the label's cost, so that confidence = P(effect > 0) and the interval speak of one quantity. Where
// nothing changes, effect, confidence, loss and stake are those of the best alternative that was looked at (the best of
// the curve other than today's price): what was left lying, and why.
// Outcomes: change, change-into-corridor (today's price is outside its limits), no-change-at-optimum,
// no-change-gain-below-cost, no-change-category-cap (its category moves enough this cycle), no-change-corridor-empty,
// no-change-nothing-to-search, no-change-limits-took-the-gain (the planner's: the limits' price gains nothing),
// no-change-held-by-rule, no-change-held-by-test, no-change-rule-agrees, change-by-fallback, no-change-fallback-agrees,
// no-change-never-sold, no-change-out-of-stock (counted lately: none), edited, change-near-target and
// no-change-nearest-to-target (what a rule asks for may not be published: the allowed price nearest to it),
// no-recommendation. Fallback reasons: rule-target (a rule sets the price), never-sold, estimate-unusable,
// no-elasticity-model, the case's modelFailure; with method None: cost-missing, cost-not-positive, cost-no-rate,
// no-current-price, wrong-currency, not-finite, bad-price.
std::vector<Recommendation> optimizeCase(const PricingCase& c, std::span<const RuleOutcome> outcomes);

// The same for callers that ask more than once: model, draws and limits are made once. Every price of a listing is
// judged by the same draws on one path, whether it was found, typed, raised to a floor or cut to a cap. Any number of
// threads may ask at once.
class Optimization;
class CaseOptimizer {
 public:
  CaseOptimizer(const PricingCase& c, std::span<const RuleOutcome> outcomes); // the case outlives it
  ~CaseOptimizer();
  std::vector<Recommendation> recommend() const; // searches the group
  // Expected effect, interval, confidence, loss of setting one listing to `price`, siblings as they are. No search.
  Recommendation at(std::size_t listing, Money price) const;
  // Whether `price` is worth more than today's by the objective, the label's cost taken off; true where no model says.
  bool gains(std::size_t listing, Money price) const;
  std::optional<double> weeklyProfit(std::size_t listing) const; // expected today, net of VAT; none without a model
  // What the objective expects of `price` against today's, the label's cost taken off; none without a model.
  std::optional<double> gainOf(std::size_t listing, Money price) const;
  std::span<const qint64> rungs(std::size_t listing) const; // that are searched, ascending
  // Of each price, how likely it is the best of them: the share of draws in which it is. Today's price is among the
  // choices where it is given. Empty without a model.
  std::vector<double> chancesOfBest(std::size_t listing, std::span<const Money> prices) const;

 private:
  std::unique_ptr<const Optimization> m;
};

// What an edited price is judged by, without rules.
Recommendation evaluatePrice(const PricingCase& c, std::size_t listing, Money price);
// The joint effect of several prices at once, (listing index, price), against today: what a selection shows.
Effect jointEffect(const PricingCase& c, std::span<const std::pair<std::size_t, Money>> prices);

// Unconstrained single-product optimum in closed form; DemandCurve says which.
enum class DemandCurve { ConstantElasticity, Linear, Exponential, Logit };
struct CurveParameters {
  DemandCurve curve;
  double cost = 0, elasticity = 0, unitsAtReference = 0, referencePrice = 0, a = 0, b = 0, market = 0;
};
struct CurveOptimum {
  double price = 0, units = 0, profit = 0, revenue = 0;
};
Result<CurveOptimum> closedFormOptimum(const CurveParameters& p); // optimizer.unbounded where none exists, .bad-curve

} // namespace pricewright
