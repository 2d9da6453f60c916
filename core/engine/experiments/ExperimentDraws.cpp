// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Who gets which price, and what else moves the same prices.
#include "base/Words.h"
#include "engine/earnings/SalesWorth.h"
#include "engine/experiments/ExperimentBlocks.h"
#include "engine/experiments/ExperimentModels.h"
#include "engine/experiments/ExperimentPanel.h"
#include "experiments/designs/ClusterDesign.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

namespace pricewright {
namespace {

using std::chrono::days;
constexpr double kPercentWhole = 100;
constexpr int kEvenShareBp = 5000;

// The units of the plan in the order of the setup's prices.
QStringList unitNames(const ExperimentPlan& plan, const ExperimentSetup& setup) {
  QStringList names;
  QSet<QString> known;
  for (const TestedPrice& price : setup.prices) {
    const QString& name = plan.design == TestDesign::Pairs ? price.sku : price.zone;
    if (!known.contains(name))
      names << name, known.insert(name);
  }
  return names;
}

// Each treated unit's step of the ramp: a random order, cut where the steps say.
void assignSteps(const ExperimentPlan& plan, Random& random, std::vector<TestUnit>& units) {
  std::vector<std::size_t> treated;
  for (std::size_t i = 0; i < units.size(); ++i)
    if (units[i].arm == 1)
      treated.push_back(i);
  for (std::size_t i = treated.size(); i > 1; --i)
    std::swap(treated[i - 1], treated[std::size_t(random.uniform() * double(i))]);
  std::size_t next = 0;
  for (std::size_t step = 0; step < plan.rampPercent.size(); ++step) {
    const double share = plan.rampPercent[step] / kPercentWhole;
    const auto upTo = std::size_t(std::ceil(share * double(treated.size()) - 1e-9));
    for (; next < std::min(upTo, treated.size()); ++next)
      units[treated[next]].step = int(step) + 1;
  }
}

Result<ClusterDesign> clusterDesign(const ExperimentPlan& plan, const Panel& history) {
  if (plan.design == TestDesign::Pairs)
    return matchedPairs(history);
  if (plan.treatmentBp == kEvenShareBp)
    return stratifiedDesign(history, kLikeZones);
  const auto treated = std::size_t(std::lround(double(history.clusters()) * plan.treatmentBp / kBasisPoints));
  return completeDesign(history.clusters(), std::clamp<std::size_t>(treated, 1, history.clusters() - 1));
}

// The shop asks for each visitor's arm; what is registered are the arms.
std::vector<TestUnit> visitorArms() { return {{s("control"), 0, 0, 0}, {s("treatment"), 1, 1, 0}}; }

} // namespace

// Of a pair's product, what its buyers turn to is counted with it: no other product of its category is tested.
std::vector<std::vector<int>> unitListings(const Catalog& catalog, const ExperimentPlan& plan,
                                           const ExperimentSetup& setup, const QStringList& units) {
  QHash<QString, qsizetype> ofName;
  for (qsizetype i = 0; i < units.size(); ++i)
    ofName.insert(units[i], i);
  std::map<int, qsizetype> ofCategory; // of several products the first unit
  if (plan.design == TestDesign::Pairs)
    for (const Sku& sku : catalog.skus)
      if (const auto unit = ofName.constFind(sku.code); unit != ofName.constEnd()) {
        const auto known = ofCategory.emplace(sku.categoryNo, *unit).first;
        known->second = std::min(known->second, *unit);
      }
  std::vector<std::vector<int>> out(std::size_t(units.size()));
  for (const int no : setup.counted) {
    const Listing* listing = catalog.listing(no);
    const PriceZone* zone = listing ? catalog.zone(listing->zoneNo) : nullptr;
    const Sku* sku = listing ? catalog.sku(listing->skuNo) : nullptr;
    if (!zone || !sku)
      continue;
    const auto category = ofCategory.find(sku->categoryNo);
    const qsizetype at = plan.design != TestDesign::Pairs ? ofName.value(zone->code, -1)
                         : category != ofCategory.end()   ? category->second
                                                          : -1;
    if (at >= 0)
      out[std::size_t(at)].push_back(no);
  }
  return out;
}

Result<std::vector<TestUnit>> drawUnits(Workspace& w, const Catalog& catalog, const ExperimentPlan& plan,
                                        const ExperimentSetup& setup) {
  if (plan.design == TestDesign::Visitors)
    return visitorArms();
  if (plan.design == TestDesign::Switchback)
    return drawBlocks(w, catalog, plan, setup);
  const QStringList names = plan.testsModel() ? zonesCounted(catalog, setup) : unitNames(plan, setup);
  PW_TRY(const int end, endOfSales(w.database(), dayOf(w.clock().now())));
  const Day until = fromDayNumber(end), from = until - days(std::max(7, plan.preDays));
  const Result<ExperimentPanel> history = experimentPanel(
      w, {plan.metric, unitListings(catalog, plan, setup, names), from, until - days(7), until - days(7), until});
  if (!history)
    return history.error(); // each unit is compared with itself: without a past there is nothing to compare with
  PW_TRY(const ClusterDesign design, clusterDesign(plan, history->panel));
  Random random(plan.seed);
  const Draw draw = drawAssignment(design, random);
  std::vector<TestUnit> units;
  for (std::size_t i = 0; i < std::size_t(names.size()); ++i)
    if (design.stratum[i] != kNotInTest)
      units.push_back({names[qsizetype(i)], int(draw[i]), 0, design.stratum[i]});
  assignSteps(plan, random, units);
  return units;
}

Result<std::vector<TestCollision>> testCollisions(Workspace& w, const Catalog& catalog, const ExperimentPlan& plan,
                                                  const ExperimentSetup& setup) {
  std::vector<TestCollision> found;
  const auto add = [&](CollisionKind kind, int no, const QString& what, bool forbids) {
    const Listing* listing = catalog.listing(no);
    const Sku* sku = listing ? catalog.sku(listing->skuNo) : nullptr;
    const PriceZone* zone = listing ? catalog.zone(listing->zoneNo) : nullptr;
    found.push_back({kind, sku ? sku->code : QString(), zone ? zone->code : QString(), what, forbids});
  };
  std::set<int> tested, counted(setup.counted.begin(), setup.counted.end());
  for (const TestedPrice& price : setup.prices)
    tested.insert(price.listingNo);
  if (plan.testsModel())
    tested = counted;
  PW_TRY(const auto claims, w.experiments().claimed());
  for (const auto& [no, claim] : claims)
    if (counted.contains(no) || tested.contains(no))
      add(claim.cools ? CollisionKind::CoolOff : CollisionKind::Test, no, claim.test, true);
  const Day today = dayOf(w.clock().now());
  PW_TRY(const auto promotions, w.catalog().promotionsTouching(today, today + days(plan.longestDays)));
  for (const Promotion& p : promotions)
    if (tested.contains(p.listingNo))
      add(CollisionKind::Promotion, p.listingNo, isoDay(p.from) + s("…") + isoDay(p.to), false);
  if (plan.testsModel()) // what cycles propose is what it compares
    return found;
  std::set<std::pair<QString, QString>> places;
  for (const int no : counted) { // a sibling that is about to change moves the same buyers
    const Listing* listing = catalog.listing(no);
    const Sku* sku = listing ? catalog.sku(listing->skuNo) : nullptr;
    const PriceZone* zone = listing ? catalog.zone(listing->zoneNo) : nullptr;
    if (sku && zone)
      places.emplace(sku->code, zone->code);
  }
  for (const DecisionState state : {DecisionState::Pending, DecisionState::Approved}) {
    PW_TRY(const auto waiting, w.decisions().summaries(state));
    for (const DecisionSummary& d : waiting)
      if (places.contains({d.skuCode, d.zoneCode}))
        found.push_back({state == DecisionState::Pending ? CollisionKind::PendingPrice : CollisionKind::ScheduledPrice,
                         d.skuCode, d.zoneCode, d.proposed.toString(), state == DecisionState::Approved});
  }
  return found;
}

} // namespace pricewright
