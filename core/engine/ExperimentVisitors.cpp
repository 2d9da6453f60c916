// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ExperimentVisitors.h"

#include "base/Words.h"
#include "engine/ExperimentIntake.h"
#include "engine/ExperimentParts.h"
#include "experiments/events/Analysis.h"
#include "testevents/EventStore.h"

#include <algorithm>

namespace pricewright {
namespace {

constexpr std::int64_t kVisitorDayMs = 86'400'000;
constexpr int kVisitorPercent = 100;

EventMetric eventMetric(TestMetric metric, bool adjusted) {
  EventMetric m;
  m.of = metric == TestMetric::Conversion ? Quantity::Conversion
         : metric == TestMetric::Profit   ? Quantity::Profit
         : metric == TestMetric::Units    ? Quantity::Units
                                          : Quantity::Revenue;
  m.adjusted = adjusted;
  return m;
}

EventPlan eventPlan(const ExperimentRow& row) {
  EventPlan plan;
  plan.windowMs = row.plan.windowDays * kVisitorDayMs;
  plan.preMs = row.plan.preDays * kVisitorDayMs;
  plan.startMs = toMillis(*row.countedFrom);
  plan.metrics.push_back(
      eventMetric(row.plan.metric, row.plan.preDays > 0 && row.plan.metric != TestMetric::Conversion));
  for (const TestGuard& guard : row.plan.guards)
    plan.metrics.push_back(eventMetric(guard.metric, false));
  return plan;
}

AnalysisPlan analysisPlan(const ExperimentRow& row) {
  AnalysisPlan plan;
  plan.shares = {kBasisPoints - row.plan.treatmentBp, double(row.plan.treatmentBp)};
  plan.alpha = row.plan.alphaBp / kBasisPoints;
  plan.adjusts = false; // the first metric alone decides; guards only stop
  plan.margin = row.plan.equivalenceBp / kBasisPoints;
  plan.effect = row.plan.mdeBp / kBasisPoints;
  if (plan.margin == 0)
    plan.margin.reset();
  return plan;
}

// The same words; what is not to be trusted decides nothing.
TestVerdict verdictOfArm(ArmVerdict v) {
  return testVerdictFrom(QString::fromLatin1(armVerdictName(v))).value_or(TestVerdict::Undecided);
}

// Relative where the baseline is quiet enough to be divided by; else what decides, over the control's mean.
TestFigure figureOf(TestMetric metric, const ArmComparison& c) {
  TestFigure f;
  f.metric = metric;
  if (c.relativeHolds && c.relative && c.anytimeRelative) {
    f.lift = c.relative->value, f.low = c.anytimeRelative->low, f.high = c.anytimeRelative->high;
    f.p = c.anytimeRelative->p;
    return f;
  }
  const double base = std::abs(c.control.plainMean);
  const double scale = base > 0 ? 1 / base : 0;
  f.lift = c.absolute.value * scale, f.low = c.anytime.low * scale, f.high = c.anytime.high * scale;
  f.p = c.anytime.p;
  return f;
}

} // namespace

Result<AssignmentPlan> visitorAssignment(const ExperimentRow& row) {
  if (row.plan.design != TestDesign::Visitors)
    return fail(s("experiment.not-visitors"), {{s("name"), row.plan.name}});
  if (!isUnderWay(row.state))
    return fail(s("experiment.not-under-way"), {{s("name"), row.plan.name}});
  AssignmentPlan plan;
  plan.salt = row.id.toString().toStdString();
  plan.shares = {kWhole - row.plan.treatmentBp, row.plan.treatmentBp};
  plan.layer = row.plan.layer.toStdString();
  const std::size_t step = std::min(std::size_t(std::max(0, row.rampStep)), row.plan.rampPercent.size() - 1);
  plan.traffic = row.plan.rampPercent[step] * (kWhole / kVisitorPercent);
  return plan;
}

Result<VisitorIntake> takeInVisitors(Workspace& w, const QString& name, const QString& exposuresFile,
                                     const QString& eventsFile, const JobContext& job) {
  PW_TRY(const ExperimentRow row, w.experiments().named(name));
  if (row.plan.design != TestDesign::Visitors)
    return fail(s("experiment.not-visitors"), {{s("name"), row.plan.name}});
  PW_CHECK(w.catalog().permits(w.me(), Permission::RunTests));
  ExperimentRequest request;
  request.exposures = exposuresFile, request.events = eventsFile;
  ExperimentReport report;
  PW_TRY(experimentfiles::Exposures exposures, experimentfiles::readExposures(request, report, job));
  std::vector<std::uint16_t> arms;
  for (const QString& arm : exposures.arms) {
    if (arm != u"control" && arm != u"treatment")
      return fail(s("experiment.unknown-arm"), {{s("arm"), arm}});
    arms.push_back(arm == u"treatment" ? 1 : 0);
  }
  for (Exposure& one : exposures.rows)
    one.arm = arms[one.arm], one.group = 0, one.test = std::uint16_t(row.no);
  IdSource ids(w.clock());
  EventStore store(w.database(), w.journal(), w.clock(), ids);
  VisitorIntake out;
  PW_TRY(const EventBatch shown, store.addExposures(w.me(), exposures.rows, exposuresFile));
  out.exposures = shown.kept, out.exposuresRepeated = shown.repeated, out.refused = shown.refused;
  if (eventsFile.isEmpty())
    return out;
  PW_TRY(const experimentfiles::Streams streams, experimentfiles::readEvents(request, exposures.hasTimes, report, job));
  if (streams.events.empty())
    return out;
  PW_TRY(const EventBatch bought, store.addEvents(w.me(), streams.events.front(), eventsFile));
  out.events = bought.kept, out.eventsRepeated = bought.repeated, out.refused += bought.refused;
  return out;
}

Result<TestReading> readVisitors(Workspace& w, const ExperimentRow& row) {
  TestReading out;
  out.at = w.clock().now(), out.until = dayOf(out.at);
  EventTable table;
  PW_TRY(const std::size_t test, table.addTest(eventPlan(row)));
  IdSource ids(w.clock());
  const EventStore store(w.database(), w.journal(), w.clock(), ids);
  PW_CHECK(store.load({{row.no, test}}, table, {}));
  table.refresh();
  PW_TRY(const TestSummary summary, table.summary(test));
  const Result<AnalysisAnswer> answer = analyze(inputOf(summary), analysisPlan(row));
  out.unitsControl = int(summary.units[0]), out.unitsTreatment = int(summary.units[1]);
  out.day = int((toMillis(out.at) - toMillis(*row.countedFrom)) / kVisitorDayMs);
  out.share = double(out.day) / row.plan.days;
  if (!answer) {
    out.why = answer.error().code;
    return out;
  }
  if (answer->sampleRatio)
    out.sampleRatioP = answer->sampleRatio->pAnytime;
  for (const QString& doubt : answer->distrust)
    if (doubt != u"sample-ratio")
      out.doubts << s("experiment.") + doubt;
  for (const ArmComparison& c : answer->comparisons) {
    if (c.refused) {
      out.why = c.refused->code, out.figures.clear();
      return out;
    }
    out.figures.push_back(figureOf(c.metric == 0 ? row.plan.metric : row.plan.guards[c.metric - 1].metric, c));
  }
  out.verdict = verdictOfArm(answer->comparisons.front().verdict);
  out.varianceLeft = answer->comparisons.front().varianceLeft;
  return out;
}

Result<std::optional<Instant>> newestVisitorEvent(Workspace& w) {
  PW_TRY(Query q, Query::prepare(w.database(), "SELECT max(last_ms) FROM test_event_block WHERE kind = 'events'"));
  PW_TRY(const bool found, q.step());
  return found && !q.isNull(0) ? std::optional(fromMillis(q.integer(0))) : std::nullopt;
}

} // namespace pricewright
