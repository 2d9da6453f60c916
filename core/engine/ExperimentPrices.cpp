// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A test's prices on their way: proposed like everybody's, watched until they are in force, and put back.
#include "base/Words.h"
#include "engine/ExperimentParts.h"

#include <algorithm>
#include <set>

namespace pricewright {
namespace {

// Of which unit of the test a listing is.
QString unitOf(const ExperimentPlan& plan, const TestedPrice& price) {
  return plan.design == TestDesign::Pairs ? price.sku : price.zone;
}

std::vector<TestedPrice> pricesOf(const ExperimentRow& row, int serial) {
  if (row.plan.design == TestDesign::Visitors) // the shop shows the new price; lists change with the roll-out alone
    return serial == kRollOut ? row.setup.prices : std::vector<TestedPrice>();
  std::vector<TestedPrice> wanted;
  for (const TestedPrice& price : row.setup.prices) {
    const QString unit = unitOf(row.plan, price);
    const auto found =
        std::find_if(row.setup.units.begin(), row.setup.units.end(), [&](const TestUnit& u) { return u.unit == unit; });
    if (found == row.setup.units.end())
      continue;
    const bool isIn = serial == kRollOut ? found->arm == 0 : found->arm == 1 && found->step == serial;
    if (isIn)
      wanted.push_back(price);
  }
  return wanted;
}

Result<std::map<int, Money>> regularNow(Workspace& w) {
  PW_TRY(const auto inForce, w.catalog().regularPricesInForce(w.clock().now()));
  std::map<int, Money> now;
  for (const PublishedPrice& p : inForce)
    now.emplace(p.listingNo, p.amount);
  return now;
}

bool wasRefused(DecisionState state) {
  return state == DecisionState::Rejected || state == DecisionState::Expired || state == DecisionState::Superseded ||
         state == DecisionState::RolledBack;
}

int serialInForce(const ExperimentRow& row) { return row.state == TestState::RollingOut ? kRollOut : row.rampStep + 1; }

} // namespace

Status proposeStep(Workspace& w, const ExperimentRow& row, int serial) {
  PW_TRY(const auto made, w.experiments().prices(row.no));
  if (std::any_of(made.begin(), made.end(), [&](const ExperimentPrice& p) { return p.serial == serial; }))
    return {};
  const std::vector<TestedPrice> wanted = pricesOf(row, serial);
  PW_TRY(const auto now, regularNow(w));
  std::vector<PriceWish> wishes;
  std::vector<ExperimentPrice> kept;
  for (const TestedPrice& price : wanted) {
    kept.push_back({price.listingNo, serial, price.control, price.treatment, {}});
    const auto current = now.find(price.listingNo);
    if (current == now.end() || current->second != price.treatment) // already there: nothing to propose
      wishes.push_back({price.listingNo, price.treatment});
  }
  PW_TRY(const auto answers, w.proposePrices(wishes, s("test: ") + row.plan.name));
  for (const Proposed& answer : answers) {
    if (answer.decision.isNull())
      return answer.why;
    for (ExperimentPrice& price : kept)
      if (price.listingNo == answer.listingNo)
        price.decision = answer.decision;
  }
  return w.experiments().addPrices(w.me(), row, kept);
}

Result<StepStanding> stepStanding(Workspace& w, const ExperimentRow& row) {
  if (row.plan.design == TestDesign::Visitors && row.state != TestState::RollingOut)
    return StepStanding{true, false};
  PW_TRY(const auto made, w.experiments().prices(row.no));
  PW_TRY(const auto now, regularNow(w));
  const int serial = serialInForce(row);
  StepStanding standing{false, false};
  bool all = true, any = false;
  for (const ExperimentPrice& price : made) {
    const bool isThisStep = price.serial == serial;
    const bool isEarlier = row.state != TestState::RollingOut && price.serial < serial && price.serial != kRollOut;
    if (!isThisStep && !isEarlier)
      continue;
    any = true;
    const auto current = now.find(price.listingNo);
    const bool inForce = current != now.end() && current->second == price.treatment;
    all = all && inForce;
    if (inForce || price.decision.isNull())
      continue;
    PW_TRY(const PriceDecision d, w.decisions().decision(price.decision));
    if (wasRefused(d.state) || d.state == DecisionState::Published) // published, and another price since
      standing.refused = true;
  }
  standing.inForce = any && all;
  return standing;
}

Status revertPrices(Workspace& w, const ExperimentRow& row, const QString& reason) {
  PW_TRY(const auto made, w.experiments().prices(row.no));
  PW_TRY(const auto now, regularNow(w));
  std::vector<Ask> pending;
  std::vector<Id> approved, published;
  for (const ExperimentPrice& price : made) {
    if (price.decision.isNull())
      continue;
    PW_TRY(const PriceDecision d, w.decisions().decision(price.decision));
    const auto current = now.find(price.listingNo);
    if (d.state == DecisionState::Pending)
      pending.push_back({d.id, d.contentHash});
    else if (d.state == DecisionState::Approved)
      approved.push_back(d.id), pending.push_back({d.id, d.contentHash});
    else if (d.state == DecisionState::Published && current != now.end() && current->second == price.treatment)
      published.push_back(d.id);
  }
  if (!approved.empty()) {
    PW_TRY([[maybe_unused]] const auto undone, w.approval().undo(w.me(), approved));
  }
  if (!pending.empty()) {
    PW_TRY([[maybe_unused]] const auto gone,
           w.approval().reject(w.me(), pending, s("other"), s("test: ") + row.plan.name + s(" ") + reason));
  }
  for (const Id& decision : published) {
    PW_TRY([[maybe_unused]] const PublishReport back, w.rollBackDecision(decision));
  }
  return {};
}

} // namespace pricewright
