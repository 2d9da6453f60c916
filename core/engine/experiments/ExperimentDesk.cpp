// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What people do with price tests: design, start, stop, roll out, extend.
#include "engine/experiments/ExperimentDesk.h"

#include "base/Words.h"
#include "engine/experiments/ExperimentBlocks.h"
#include "engine/experiments/ExperimentModels.h"

namespace pricewright {
namespace {

using std::chrono::days;

Status mayExtend(const ExperimentRow& row, int more) {
  if (row.state != TestState::Running && row.state != TestState::Paused && row.state != TestState::Decided)
    return fail(s("experiment.not-running"), {{s("name"), row.plan.name}});
  const Instant last = row.countedFrom.value_or(Instant{}) + days(row.plan.longestDays);
  const Instant wanted = row.endsAt.value_or(Instant{}) + days(more);
  if (more < 1 || wanted > last) {
    const auto left = std::chrono::duration_cast<days>(last - row.endsAt.value_or(last)).count();
    return fail(s("experiment.too-long"), {{s("most"), QString::number(std::max<qint64>(0, left))}});
  }
  return {};
}

Status knowsItsWords(Workspace& w, const ExperimentPlan& plan) {
  if (plan.testsModel())
    return checkModelTest(w, plan);
  PW_TRY([[maybe_unused]] const TestFacts facts, testFacts(w, plan.skus, plan.zones));
  return {};
}

} // namespace

// Its listings are left alone afterwards where a price of its own has been in force.
TestMove revertedBy(const ExperimentRow& row, const QString& reason, TestVerdict verdict, Instant now) {
  TestMove move;
  move.state = TestState::Reverted, move.reason = reason, move.verdict = verdict, move.endedAt = now;
  if (row.state != TestState::Waiting)
    move.coolUntil = now + days(row.plan.coolOffDays);
  return move;
}

Result<ExperimentRow> designExperiment(Workspace& w, const ExperimentPlan& plan) {
  PW_CHECK(knowsItsWords(w, plan));
  return w.experiments().add(w.me(), plan);
}

Result<ExperimentRow> testInstead(Workspace& w, const Id& decision) {
  PW_TRY(const PriceDecision d, w.decisions().decision(decision));
  if (d.state != DecisionState::Pending)
    return fail(s("approval.not-pending"), {{s("state"), decisionStateName(d.state)}});
  ExperimentPlan plan;
  plan.name = s("%1: %2 against %3").arg(d.skuCode, d.proposed.toString(), d.current.toString());
  plan.skus = QStringList{d.skuCode};
  plan.changeBp = changeBp(d.current, d.proposed);
  PW_TRY(const TestFacts facts, testFacts(w, plan.skus, {}));
  if (const auto advised = adviseDesign(facts).design)
    plan.design = *advised;
  if (plan.design == TestDesign::Switchback)
    giveBlocks(plan, facts.zones);
  PW_TRY(ExperimentRow row, w.experiments().add(w.me(), plan));
  const std::vector<Id> about{decision};
  PW_CHECK(w.comment(about, s("test instead: ") + plan.name));
  return row;
}

Status redesignExperiment(Workspace& w, const Id& id, const ExperimentPlan& plan) {
  PW_CHECK(knowsItsWords(w, plan));
  return w.experiments().change(w.me(), id, plan);
}

Status removeExperiment(Workspace& w, const Id& id) { return w.experiments().remove(w.me(), id); }
Status restoreExperiment(Workspace& w, const Id& id) { return w.experiments().restore(w.me(), id); }

TestDeskLock::TestDeskLock(Workspace& w) : m_file(w.database().path() + s(".tests.lock")) {
  m_file.setStaleLockTime(0); // a long round is no dead one
}

Status TestDeskLock::take() {
  constexpr int kPatienceMs = 5000;
  return m_file.tryLock(kPatienceMs) ? Status() : Status(fail(s("experiment.busy")));
}

Result<ExperimentRow> startExperiment(Workspace& w, const QString& name) {
  TestDeskLock alone(w);
  PW_CHECK(alone.take());
  PW_TRY(const ExperimentRow draft, w.experiments().named(name));
  if (draft.state != TestState::Draft)
    return noDraft(draft);
  if (draft.plan.testsModel()) { // it says which version is asked
    PW_CHECK(w.catalog().permits(w.me(), Permission::PromoteModels));
  }
  PW_TRY(const ExperimentPreview preview, previewExperiment(w, draft.plan));
  if (!preview.mayStart())
    return preview.refused.front();
  PW_CHECK(w.experiments().registerStart(w.me(), draft, preview.setup));
  PW_TRY(const ExperimentRow row, w.experiments().byNo(draft.no));
  PW_CHECK(proposeStep(w, row, 1)); // what fails here the next round proposes again
  return w.experiments().byNo(draft.no);
}

Status stopExperiment(Workspace& w, const QString& name, const QString& reason) {
  PW_CHECK(w.catalog().permits(w.me(), Permission::RunTests)); // before a price moves
  TestDeskLock alone(w);
  PW_CHECK(alone.take());
  PW_TRY(const ExperimentRow row, w.experiments().named(name));
  if (!isUnderWay(row.state))
    return fail(s("experiment.not-under-way"), {{s("name"), row.plan.name}});
  PW_CHECK(revertPrices(w, row, reason));
  TestMove move = revertedBy(row, s("stopped-by-hand"), row.verdict, w.clock().now());
  move.note = reason;
  return w.experiments().move(w.me(), row, move);
}

Status rollOutExperiment(Workspace& w, const QString& name) {
  TestDeskLock alone(w);
  PW_CHECK(alone.take());
  PW_TRY(const ExperimentRow row, w.experiments().named(name));
  if (row.state != TestState::Decided)
    return fail(s("experiment.not-decided"), {{s("name"), row.plan.name}});
  if (row.setup.models)
    return rollOutModel(w, row);
  TestMove move;
  move.state = TestState::RollingOut, move.reason = s("rolled-out-by-hand");
  PW_CHECK(w.experiments().move(w.me(), row, move));
  PW_TRY(const ExperimentRow moved, w.experiments().byNo(row.no));
  return proposeRollOut(w, moved, true);
}

Status extendExperiment(Workspace& w, const QString& name, int more) {
  PW_TRY(const ExperimentRow row, w.experiments().named(name));
  PW_CHECK(mayExtend(row, more));
  const TestState next = row.state == TestState::Paused ? TestState::Paused : TestState::Running;
  TestMove move;
  move.state = next, move.reason = s("extended-by-hand"), move.endsAt = *row.endsAt + days(more);
  return w.experiments().move(w.me(), row, move);
}

} // namespace pricewright
