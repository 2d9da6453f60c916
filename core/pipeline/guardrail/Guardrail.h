// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "decision/PriceDecision.h"

namespace pricewright {

struct EvaluatorSays {
  std::span<const Verdict> verdicts;
  bool rejected = false;
  std::optional<qint64> minimumPriceMinor;
  bool policyViolation = false;
};

// Safety: every limit in its order of precedence (law → floor → cap → step → approval → ending), exact arithmetic, one
// verdict each, and the route that results. The evaluator's verdicts come first in the result, then one of every rule
// here, in the order of precedence. Pure. `version` of this catalogue of limits: guardrailsVersion().
Guarded guard(const PricingCase& c, const ListingCase& listing, const RuleOutcome& rules, const Recommendation& r,
              const EvaluatorSays& evaluator);
QString guardrailsVersion();

// The batch breaker: looks at a whole cycle before anything is published. A change is a decision that would alter a
// price, by itself or by a human's approval. Rule ids: breaker-feed-factor, breaker-max-changes, breaker-floor-share,
// breaker-median-change; facts: "name=value".
struct BreakerInput {
  std::span<const PriceDecision> decisions;
  int feedsMovedByFactor = 0;
  const Settings* settings = nullptr;
};
struct BreakerResult {
  bool halt = false;
  QString ruleId;
  QStringList facts;
};
BreakerResult batchBreaker(const BreakerInput& in);

} // namespace pricewright
