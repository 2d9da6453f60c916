// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "decision/PriceDecision.h"
#include "decision/PricingCase.h"

#include <span>
#include <vector>

namespace pricewright {

// What is known of a product's answer to its price, and whether knowing more would pay: expected value of information
// (Raiffa & Schlaifer 1961; Howard 1966), of a week's expected profit net of VAT at replacement cost, siblings as they
// are. A test puts another price of today's search window for some weeks: in every second zone, the others being what
// it is held against, or, where there is one zone alone, against the weeks before. Zones share what is not known of the
// elasticity; what a test tells of it is limited by the scatter of weeks and by how well levels are known.
enum class Knowledge { Known, WorthTesting, CannotTell };
class GroupModel;
struct LearningPlace { // one zone of the product
  const PricingCase* content = nullptr;
  const GroupModel* model = nullptr; // of that case
  std::size_t listing = 0;
  RuleOutcome rules;
};
struct LearningValue {
  Knowledge knowledge = Knowledge::CannotTell;
  QString reason;            // code: enough-is-known, test-pays, test-costs-more, nothing-to-try, no-elasticity-model,
                             // cost-missing, no-current-price
  double sd = 0;             // of the elasticity, now; over the zones on average
  double perfect = 0;        // what knowing the elasticity exactly would bring a week, all zones together
  std::vector<qint64> tests; // by place: the price that the best test puts there; 0: it is held against
  double move = 0;           // of the tested prices on average, as a share: −0.05 is 5 % lower; 0: no test was found
  int zones = 0, weeks = 0;  // of the test
  double cost = 0;           // expected profit given up during it, labels included
  double worth = 0;          // expected profit from knowing, over the horizon after it
  double sdAfter = 0;        // of the elasticity
  double net() const { return worth - cost; }
};
inline constexpr int kLearningWeeks = 26; // the horizon over which what is learnt is used
// Of one product's places, in one currency; those that nothing can be said of are left out. The places' cases outlive
// the call.
LearningValue learningValue(std::span<const LearningPlace> places, int horizonWeeks = kLearningWeeks);

} // namespace pricewright
