// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A test's prices on their way: proposed like everybody's, watched until they are in force, and put back.
#include "base/Words.h"
#include "engine/experiments/ExperimentBlocks.h"

#include <QHash>

#include <algorithm>
#include <map>

namespace pricewright {
namespace {

// Of which unit of the test a listing is.
QString unitOf(const ExperimentPlan& plan, const TestedPrice& price) {
  return plan.design == TestDesign::Pairs ? price.sku : price.zone;
}

// Of a block, those of zones that have the new price in it; of a roll-out all: whoever has it already is left alone.
std::vector<TestedPrice> pricesInBlock(const ExperimentRow& row, int serial) {
  const BlockCalendar calendar(row);
  std::vector<TestedPrice> wanted;
  for (const TestedPrice& price : row.setup.prices)
    if (isRollOut(serial) || calendar.isTreated(price.zone, serial - 1))
      wanted.push_back(price);
  return wanted;
}

std::vector<TestedPrice> pricesOf(const ExperimentRow& row, int serial) {
  if (row.plan.design == TestDesign::Visitors) // the shop shows the new price; lists change with the roll-out alone
    return isRollOut(serial) ? row.setup.prices : std::vector<TestedPrice>();
  if (isByBlocks(row.plan))
    return pricesInBlock(row, serial);
  QHash<QString, const TestUnit*> units;
  for (const TestUnit& unit : row.setup.units)
    units.insert(unit.unit, &unit);
  std::vector<TestedPrice> wanted;
  for (const TestedPrice& price : row.setup.prices) {
    const TestUnit* found = units.value(unitOf(row.plan, price));
    if (!found)
      continue;
    const bool isIn = isRollOut(serial) ? found->arm == 0 : found->arm == 1 && found->step == serial;
    if (isIn)
      wanted.push_back(price);
  }
  return wanted;
}

// The newest try of the roll-out: 0, then −1, −2 …; 1: none was made.
int newestRollOut(const std::vector<ExperimentPrice>& made) {
  int newest = 1;
  for (const ExperimentPrice& price : made)
    if (isRollOut(price.serial))
      newest = std::min(newest, price.serial);
  return newest;
}

// What stands between a test's decisions and the prices before them.
struct GoingBack {
  std::vector<Ask> pending;
  std::vector<Id> approved;
  std::map<qint64, QStringList> published; // by batch
};

using WhichPrice = std::function<bool(const ExperimentPrice&)>;

Result<GoingBack> whatGoesBack(Workspace& w, const ExperimentRow& row, const WhichPrice& which) {
  PW_TRY(const auto made, w.experiments().prices(row.no));
  GoingBack back;
  for (const ExperimentPrice& price : made) {
    if (price.decision.isNull() || !which(price))
      continue;
    PW_TRY(const PriceDecision d, w.decisions().decision(price.decision));
    if (d.state == DecisionState::Pending)
      back.pending.push_back({d.id, d.contentHash});
    else if (d.state == DecisionState::Approved)
      back.approved.push_back(d.id);
    else if (d.state == DecisionState::Published && d.batchNo)
      back.published[*d.batchNo] << d.id.toString();
  }
  return back;
}

// Somebody else's newer price stays: nothing of the test's is left there to take back.
bool isAlreadyGone(const Error& error) {
  return error.code == u"channels.newer-price" || error.code == u"channels.not-published";
}

// Goes on with the others where one cannot go back, and keeps the first reason.
class TakeBack {
 public:
  explicit TakeBack(Workspace& w) : m_workspace(w) {}

  Status prices(qint64 batch, const QStringList& decisions) {
    const auto done = m_workspace.rollBackDecisions(batch, decisions);
    if (done || isAlreadyGone(done.error()))
      return {};
    if (decisions.size() == 1)
      return keep(done.error());
    for (const QString& one : decisions) // one of them holds up the others no longer
      PW_CHECK(prices(batch, {one}));
    return {};
  }
  Status answers(const Result<std::vector<Answer>>& answers) {
    if (!answers)
      return keep(answers.error());
    for (const Answer& answer : *answers)
      if (!answer.done && answer.why.code != u"approval.already-decided" &&
          answer.why.code != u"approval.not-pending" && answer.why.code != u"approval.expired")
        PW_CHECK(keep(answer.why));
    return {};
  }
  [[nodiscard]] Status outcome() const { return m_first ? Status(*m_first) : Status(); }

 private:
  Status keep(const Error& error) {
    if (error.code.startsWith(u"storage."))
      return error;
    if (!m_first)
      m_first = error;
    return {};
  }
  Workspace& m_workspace;
  std::optional<Error> m_first;
};

} // namespace

Result<std::map<int, PublishedPrice>> regularPricesNow(Workspace& w) {
  PW_TRY(const auto inForce, w.catalog().regularPricesInForce(w.clock().now()));
  std::map<int, PublishedPrice> now;
  for (const PublishedPrice& p : inForce)
    now.emplace(p.listingNo, p);
  return now;
}

bool hasLostItsPlace(DecisionState state) {
  return state == DecisionState::Superseded || state == DecisionState::RolledBack ||
         state == DecisionState::Published || state == DecisionState::Rejected || state == DecisionState::Expired;
}

Status proposeStep(Workspace& w, const ExperimentRow& row, int serial) {
  PW_TRY(const auto made, w.experiments().prices(row.no));
  if (std::any_of(made.begin(), made.end(), [&](const ExperimentPrice& p) { return p.serial == serial; }))
    return {};
  const std::vector<TestedPrice> wanted = pricesOf(row, serial);
  if (wanted.empty())
    return {};
  PW_TRY(const auto now, regularPricesNow(w));
  std::vector<PriceWish> wishes;
  std::vector<ExperimentPrice> kept;
  for (const TestedPrice& price : wanted) {
    kept.push_back({price.listingNo, serial, price.control, price.treatment, {}});
    const auto current = now.find(price.listingNo);
    if (current == now.end() || current->second.amount != price.treatment) // already there: nothing to propose
      wishes.push_back({price.listingNo, price.treatment});
  }
  // Decisions and what the test knows of them are one transaction: none of them is ever nobody's.
  const auto record = [&](Transaction& in, std::span<const Proposed> proposed) -> Status {
    std::map<int, Id> decisions;
    for (const Proposed& one : proposed)
      decisions[one.listingNo] = one.decision;
    for (ExperimentPrice& price : kept)
      if (const auto decided = decisions.find(price.listingNo); decided != decisions.end())
        price.decision = decided->second;
    return w.experiments().addPrices(in, w.me(), row, kept);
  };
  const QString proposer = isRollOut(serial) ? QString() : row.startedBy;
  PW_TRY([[maybe_unused]] const auto proposed,
         w.proposeTogether(wishes, s("test: ") + row.plan.name, {proposer, record, {s("by-test"), row.plan.name}}));
  return {};
}

Status proposeRollOut(Workspace& w, const ExperimentRow& row, bool again) {
  PW_TRY(const auto made, w.experiments().prices(row.no));
  const int newest = newestRollOut(made);
  return proposeStep(w, row, newest > 0 ? kRollOut : again ? newest - 1 : newest);
}

Result<StepStanding> stepStanding(Workspace& w, const ExperimentRow& row) {
  if (row.plan.design == TestDesign::Visitors && row.state != TestState::RollingOut)
    return StepStanding{true, false, row.stateSince};
  if (isByBlocks(row.plan) && row.state != TestState::RollingOut)
    return blockStanding(w, row);
  PW_TRY(const auto made, w.experiments().prices(row.no));
  PW_TRY(const auto now, regularPricesNow(w));
  const bool rollsOut = row.state == TestState::RollingOut;
  const int newest = newestRollOut(made);
  StepStanding standing{false, false, row.stateSince};
  bool all = true, any = false;
  for (const ExperimentPrice& price : made) {
    const bool counts =
        rollsOut ? price.serial == newest : !isRollOut(price.serial) && price.serial <= row.rampStep + 1;
    if (!counts)
      continue;
    any = true;
    const auto current = now.find(price.listingNo);
    const bool inForce = current != now.end() && current->second.amount == price.treatment;
    all = all && inForce;
    if (inForce) {
      standing.since = std::max(standing.since, current->second.from);
      continue;
    }
    if (price.decision.isNull()) {
      standing.refused = true; // it was there without us, and is gone
      continue;
    }
    PW_TRY(const PriceDecision d, w.decisions().decision(price.decision));
    if (hasLostItsPlace(d.state)) // published, and another price since
      standing.refused = true;
  }
  standing.inForce = any && all;
  return standing;
}

Status revertPrices(Workspace& w, const ExperimentRow& row, const QString& reason) {
  return takeBackPrices(w, row, reason, [](const ExperimentPrice&) { return true; });
}

Status takeBackPrices(Workspace& w, const ExperimentRow& row, const QString& reason, const WhichPrice& which) {
  PW_TRY(GoingBack back, whatGoesBack(w, row, which));
  TakeBack taken(w);
  if (!back.approved.empty()) {
    PW_CHECK(taken.answers(w.approval().undo(w.me(), back.approved)));
    PW_TRY(const GoingBack now, whatGoesBack(w, row, which)); // they wait again, or are out meanwhile
    back.pending = now.pending, back.published = now.published;
  }
  if (!back.pending.empty()) {
    const QString why = s("test: ") + row.plan.name + s(" ") + reason;
    PW_CHECK(taken.answers(w.approval().reject(w.me(), back.pending, s("other"), why)));
  }
  for (const auto& [batch, decisions] : back.published)
    PW_CHECK(taken.prices(batch, decisions));
  return taken.outcome();
}

} // namespace pricewright
