// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "decision/PriceDecision.h"

#include <functional>

namespace pricewright {

struct EvaluatorSays {
  std::span<const Verdict> verdicts;
  bool rejected = false;
  std::optional<qint64> minimumPriceMinor;
  bool policyViolation = false;
};

// What the optimizer and the evaluator say of a price that is not the proposal: where limits move the price, it is
// judged again before anybody decides on it. `at` empty: the proposal's figures are taken for every price.
struct Judged {
  Recommendation figures; // effect, confidence, losses at that price
  bool gains = true;      // worth more than today's price, by what is maximized, the label's cost taken off
  bool odd = false;       // the evaluator finds the price insane or unusual
};
struct Judge {
  std::optional<double> weeklyProfit; // expected at today's price; none without a model of demand
  std::function<Judged(const Money&)> at;
};

// Safety: every limit in its order of precedence (law → floor → cap → step → approval → ending), exact arithmetic, one
// verdict each, and the route that results. The evaluator's verdicts come first in the result, then one of every rule
// here, in the order of precedence. Pure. `version` of this catalogue of limits: guardrailsVersion().
Guarded guard(const PricingCase& c, const ListingCase& listing, const RuleOutcome& rules, const Recommendation& r,
              const EvaluatorSays& evaluator, const Judge& judge = {});
QString guardrailsVersion();
// Every reason that can stand before a decision in the queue, gravest first.
std::span<const char* const> queueReasons();

// The batch breaker: looks at a whole cycle before anything is published. A change is a decision that would alter a
// price, by itself or by a human's approval. Rule ids: breaker-feed-factor, breaker-max-changes, breaker-floor-share,
// breaker-median-change, breaker-change-share; facts: "name=value". `decisions`: all of the cycle, changes or not.
// Where there are too few changes for a percentage, those on a floor are for a human: `toHuman`, by place in
// `decisions`.
struct BreakerInput {
  std::span<const PriceDecision> decisions;
  int feedsMovedByFactor = 0;
  const Settings* settings = nullptr;
};
struct BreakerResult {
  bool halt = false;
  QString ruleId;
  QStringList facts;
  std::vector<std::size_t> toHuman;
};
BreakerResult batchBreaker(const BreakerInput& in);

} // namespace pricewright
