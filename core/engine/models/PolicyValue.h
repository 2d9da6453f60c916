// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/Workspace.h"
#include "statistics/DoublyRobust.h"

namespace pricewright {

// What the prices that the optimizer proposes are worth. Only looks.
//
// From draws: where a share of prices was drawn at random with known probabilities, what the preferred prices earned
// against leaving the price as it was, a product, zone and week, net of VAT at the replacement cost of the decision.
// This is causal, whatever the model believes.
//
// From history: prices of the past were chosen for reasons nobody kept, so they tell nothing causal. At each origin the
// program learns from what was known then and proposes; what it expected then stands beside what the demand learnt from
// all history would expect of the same prices at the levels of then. Both are a model's.
struct DrawValue {
  Currency currency;
  qint64 draws = 0;            // whose price was in force
  qint64 waiting = 0;          // of these, not yet answered by a whole period of sales
  qint64 elsewhere = 0;        // of the answered, those whose drawn price was not the preferred one
  PolicyComparison comparison; // of the answered; rows 0: none
};
struct ReplayOrigin {
  Day at{};
  int prices = 0, changes = 0;
  Currency currency;
  Effect expected;  // of all its changes together, a week, by what was known then
  Effect hindsight; // the same prices, by the demand learnt from all history
};
struct PolicyValue {
  std::vector<DrawValue> draws;      // by currency
  std::vector<ReplayOrigin> origins; // oldest first; one for each currency of the prices
};
struct PolicyValueWish {
  int weeks = 8;   // between origins
  int origins = 3; // 0: draws alone
};
// forecast.no-history, those of the stores, job.cancelled
Result<PolicyValue> policyValue(Workspace& workspace, const PolicyValueWish& wish, const JobContext& job = {});

} // namespace pricewright
