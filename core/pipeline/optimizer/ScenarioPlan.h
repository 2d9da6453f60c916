// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "decision/PricingCase.h"
#include "pipeline/optimizer/Draws.h"
#include "pipeline/optimizer/PortfolioPlan.h"
#include "pipeline/optimizer/PriceIndexes.h"
#include "pipeline/optimizer/SearchWindow.h"

#include <memory>

namespace pricewright {

// A plan for the prices of a whole assortment at once: siblings draw on each other as their group's demand says, and
// limits bind all groups together. Money is the workspace's; each group brings its rate.

struct ScenarioGroup {
  std::shared_ptr<const PricingCase> content;
  std::vector<RuleOutcome> rules; // parallel to its listings
  double rate = 1;                // of its currency in the workspace's
  int category = 0;
};
// The price of one listing is at most factor × another's + add: a private label below its brand, a larger pack below
// so many small ones, a zone at most so much dearer. A price that is not planned stays, and bounds the other one.
struct ScenarioRelation {
  std::size_t lowerGroup = 0, lowerListing = 0, upperGroup = 0, upperListing = 0;
  double factor = 1, add = 0;
};
struct ScenarioGoal {
  double profit = 1, revenue = 0, units = 0; // weights of the objective; units count in units
  double caution = 0; // money given up for a standard deviation of each price's profit less: 0 is expected value alone
  std::optional<int> mostChanges;
  std::optional<double> leastRevenue, leastProfit;             // of today's expected: 0.98
  std::optional<double> leastMargin;                           // profit over revenue, of all together
  bool floorsInMoney = false;                                  // leastRevenue and leastProfit are
  std::optional<double> mostIndex, leastIndex;                 // of the revenue-weighted price index: 0.02 is +2 %
  std::optional<double> mostCategoryIndex, leastCategoryIndex; // of each category for itself
  // Against a competitor's prices, of all and of each category, and of KVIs alone.
  std::optional<double> mostRivalIndex, leastRivalIndex, mostCategoryRivalIndex, leastCategoryRivalIndex;
  std::optional<double> mostKviIndex, leastKviIndex;
  std::vector<IndexLimit> indexLimits() const; // those that are set
};
struct ScenarioPrice {
  std::size_t group = 0, listing = 0;
  qint64 minor = 0;
};
struct ScenarioPlan {
  std::vector<ScenarioPrice> changes;                 // by group and listing
  double unitsNow = 0, revenueNow = 0, profitNow = 0; // expected a week, of what can be told
  Effect effect;         // of all changes together, 90 % interval over draws; labels taken off the profit
  double confidence = 0; // share of draws in which profit rises
  double objective = 0;  // its expected rise, cost of labels and caution taken off
  double gap = 0;        // how much the last step's relaxation still promised with siblings held: no more is in reach
                         // of single moves
  int rounds = 0;
  bool cut = false;             // stopped early: the best plan until then
  std::vector<LimitUse> limits; // revenue and profit in money, indexes as fractions; see LimitUse
};
// Which limits cannot hold together, as few as contradict each other, and how far each would have to give way alone.
struct ScenarioConflict {
  struct Limit {
    QString name; // as LimitUse
    double wanted = 0, nearest = 0;
  };
  std::vector<Limit> limits; // the one that gives way by the smallest share first
};

// What scenarios are planned from: made once for any number of goals; any number of threads may plan.
class ScenarioModel {
 public:
  ScenarioModel(std::vector<ScenarioGroup> groups, unsigned threads = 0)
      : ScenarioModel(std::move(groups), {}, threads) {}
  ScenarioModel(std::vector<ScenarioGroup> groups, std::vector<ScenarioRelation> relations, unsigned threads = 0);
  ~ScenarioModel();
  std::size_t listings() const; // that can be planned: with demand, cost and a rate
  std::size_t all() const;
  const ScenarioGroup& group(std::size_t g) const;

  // scenario.infeasible (limits: names), scenario.nothing, scenario.bad-goal (field), scenario.no-competitors,
  // scenario.no-kvi (limits that would bind nothing), engine.cancelled where nothing was found yet
  Result<ScenarioPlan> plan(const ScenarioGoal& goal, const JobContext& job = {}) const;
  Result<ScenarioConflict> conflict(const ScenarioGoal& goal, const JobContext& job = {}) const;
  // Relations that no prices which may be planned can keep, each for itself.
  struct Impossible {
    ScenarioRelation relation;
    double lowest = 0, most = 0; // that the lower price can come to; that the upper one's highest would allow
  };
  std::vector<Impossible> impossible() const;
  // Any plan, judged: the revenue simulator. Prices that cannot be told are left out.
  ScenarioPlan simulate(std::span<const ScenarioPrice> prices, const ScenarioGoal& goal = {}) const;

  struct Parts; // known to the .cpp alone

 private:
  std::unique_ptr<const Parts> m;
};

} // namespace pricewright
