// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/Workspace.h"
#include "pipeline/optimizer/ScenarioPlan.h"

namespace pricewright {

// What prices of the whole assortment would bring under an objective and limits: planned, compared, kept, sent to
// approvals. Percentages are of today's expected week.
struct ScenarioWish {
  QString name;
  QString objective = QStringLiteral("profit"); // profit, revenue, units, weighted
  double profitWeight = 0.5;                    // where weighted; the rest is revenue's
  double caution = 0;                           // see ScenarioGoal
  std::optional<int> mostChanges;
  std::optional<double> leastRevenue, leastProfit; // change in percent: −2 lets it fall by 2 %
  std::optional<double> mostIndex, leastIndex;     // of the price index, in percent
  std::optional<double> mostCategoryIndex, leastCategoryIndex;
  std::optional<double> mostRivalIndex, leastRivalIndex; // against competitors: +3 lets prices be 3 % above theirs
  std::optional<double> mostKviIndex, leastKviIndex;     // of key value items alone
  std::optional<double> mostMove;                        // of one price, in percent; none: as the setting
  QStringList categories, zones;                         // codes; none: all
  QStringList relations;                                 // between prices; see RelationWish
  bool operator==(const ScenarioWish&) const = default;
};
struct ScenarioRow {
  int listingNo = 0;
  QString sku, product, zone, category;
  Money now, then;
  double change() const { return now.minor() > 0 ? 100 * (then.toDouble() / now.toDouble() - 1) : 0; } // percent
};
struct Scenario {
  Id id; // null: not kept yet
  ScenarioWish wish;
  Instant at{};
  QString by;
  Currency currency;        // of all amounts
  int planned = 0, all = 0; // prices that could be planned
  double unitsNow = 0, revenueNow = 0, profitNow = 0;
  Effect effect;
  double confidence = 0, objective = 0, gap = 0, seconds = 0;
  int rounds = 0;
  bool cut = false;
  struct Limit {
    QString name, category; // as LimitUse; code of the category
    double used = 0, limit = 0, worth = 0;
  };
  std::vector<Limit> limits;
  std::vector<ScenarioRow> rows; // what changes, largest change first
};
// A plan that cannot be: which limits contradict each other.
struct ScenarioRefusal {
  Error error;
  ScenarioConflict conflict; // empty unless scenario.infeasible
};
struct FrontierPoint {
  double profitWeight = 0;        // of the objective; the rest is revenue's
  double profit = 0, revenue = 0; // change a week
  int changes = 0;
};

// The assortment as it stands, with demand learnt once: any number of scenarios are planned from it, in any thread.
class ScenarioStudy {
 public:
  ~ScenarioStudy();
  tl::expected<Scenario, ScenarioRefusal> plan(const ScenarioWish& wish, const JobContext& job = {}) const;
  // Profit against revenue under the wish's limits, from all weight on revenue to all on profit.
  Result<std::vector<FrontierPoint>> frontier(const ScenarioWish& wish, int points, const JobContext& job = {}) const;

 private:
  friend Result<std::shared_ptr<const ScenarioStudy>> scenarioStudy(Workspace&, const JobContext&);
  ScenarioStudy();
  struct Parts;
  std::unique_ptr<Parts> m;
};
using ScenarioStudyPtr = std::shared_ptr<const ScenarioStudy>;
// A read-only workspace will do. forecast.no-history, job.cancelled
Result<ScenarioStudyPtr> scenarioStudy(Workspace& workspace, const JobContext& job = {});

// What the window's page begins with.
struct ScenariosView {
  std::vector<Scenario> kept;    // newest first
  QStringList categories, zones; // codes that a wish may name
};
Result<ScenariosView> scenariosView(Workspace& workspace);
// Kept ones, newest first. Keeping takes a name (scenario.no-name) and who may run cycles.
Result<std::vector<Scenario>> keptScenarios(Workspace& workspace);
Result<Id> keepScenario(Workspace& workspace, const Scenario& scenario);
Status dropScenario(Workspace& workspace, const Id& id); // scenario.unknown
// Its prices as proposals, guarded as any: what Workspace::proposePrices() answers. Prices that moved meanwhile are
// refused there.
Result<std::vector<Proposed>> sendScenario(Workspace& workspace, const Scenario& scenario);

QJsonObject toJson(const Scenario& scenario);
Result<Scenario> scenarioFromJson(const QJsonObject& json); // scenario.damaged

} // namespace pricewright
