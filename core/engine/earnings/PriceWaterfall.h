// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "decision/PriceDecision.h"

namespace pricewright {

// Who or what moved a price by a step.
enum class PriceCause {
  Model,      // the optimum of the demand curve: elasticity, cost and competitors in one, no share of its own for each
  Competitor, // what competitors ask
  Cost,       // cost with its margin or markup
  Rule,       // what a rule makes of it
  History,    // the average of the prices that were in force
  Person,     // who typed the price
  Limit,      // a verdict of the guardrail
  Allowed,    // the nearest price that may be published: ladder, corridor, how far one cycle may go
  Held,       // the price in force stays
  Unknown     // the stored figures do not say
};
struct PriceStep {
  PriceCause cause = PriceCause::Unknown;
  QString code;   // Rule: its kind; Limit: the rule of the ledger; Held: the route; Model: the outcome
  QString name;   // of the rule, or of the person
  QString ruleId; // where a rule of the user's did it
  qint64 byMinor = 0, toMinor = 0;
};

// From the price in force to the one that would be published, step by step; the steps add up to the whole. Taken from
// the stored decision, its verdicts and its case only.
struct PriceWaterfall {
  Money from, to; // invalid: nothing can be said
  std::vector<PriceStep> steps;
};
PriceWaterfall priceWaterfall(const PriceDecision& decision, const PricingCase& c, const ListingCase& listing,
                              const RuleOutcome& rules);

// The tightest lower and upper limit of a listing's price by the case, and which rule of the ledger it is.
struct PriceBound {
  qint64 minor = 0;
  QString ruleId;
};
struct PriceBounds {
  std::optional<PriceBound> lowest, highest;
};
PriceBounds priceBounds(const PricingCase& c, const ListingCase& listing, const RuleOutcome& rules);

} // namespace pricewright
