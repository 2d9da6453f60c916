// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/experiments/ExperimentBanditTest.h"

#include "base/Words.h"
#include "engine/experiments/ExperimentFigures.h"
#include "engine/experiments/ExperimentParts.h"
#include "experiments/Bandit.h"
#include "experiments/events/AdaptiveMeans.h"
#include "experiments/events/Analysis.h"

#include <cmath>

namespace pricewright {
namespace {

constexpr std::size_t kPrices = 2;
constexpr std::int64_t kBanditDayMs = 86'400'000;

DrawStore drawStore(Workspace& w) { return {w.database(), w.journal(), w.clock()}; }

// Visitors of whom everything is known, in the order in which they were drawn.
struct DrawnVisitors {
  struct One {
    TestDraw draw;
    const EventTable::UnitView* seen = nullptr;
  };
  std::vector<One> settled;
  qint64 all = 0, strangers = 0, contaminated = 0; // strangers: never drawn, or seen in the other arm
};

Result<DrawnVisitors> drawnVisitors(Workspace& w, const ExperimentRow& row,
                                    std::span<const EventTable::UnitView> units) {
  PW_TRY(const std::vector<TestDraw> draws, drawStore(w).draws(row.no));
  NumberTable known;
  for (std::size_t i = 0; i < units.size(); ++i)
    known.put(units[i].unit, static_cast<std::uint32_t>(i));
  const std::int64_t overBefore = toMillis(w.clock().now()) - row.plan.windowDays * kBanditDayMs;
  DrawnVisitors out;
  out.all = out.strangers = qint64(units.size());
  for (const TestDraw& draw : draws) {
    const std::uint32_t at = known.find(draw.unit);
    if (at == NumberTable::kNone)
      continue; // drawn, and did not look
    const EventTable::UnitView& seen = units[at];
    out.contaminated += seen.contaminated;
    if (seen.arm != draw.arm && !seen.contaminated)
      continue;
    --out.strangers;
    if (!seen.contaminated && seen.exposedMs <= overBefore)
      out.settled.push_back({draw, &seen});
  }
  return out;
}

Result<AdaptiveEstimates> estimatesOf(const DrawnVisitors& drawn, TestMetric metric, double alpha) {
  std::vector<BanditStep> steps;
  std::vector<double> chances;
  for (const DrawnVisitors::One& one : drawn.settled) {
    const double treated = double(one.draw.treatmentShare) / kWhole;
    const auto arm = std::size_t(one.draw.arm);
    steps.push_back({arm, arm == 1 ? treated : 1 - treated, one.seen->of(quantityOf(metric))});
    chances.insert(chances.end(), {1 - treated, treated});
  }
  return adaptiveEstimates(steps, chances, kPrices, 0, alpha, kUnplannedTuning);
}

// By price, of what it is decided by.
Result<std::vector<UnitMoments>> plainMoments(const DrawnVisitors& drawn, TestMetric metric) {
  std::vector<UnitMoments> moments(kPrices);
  for (const DrawnVisitors::One& one : drawn.settled) {
    const double reward = one.seen->of(quantityOf(metric));
    PW_CHECK(moments[std::size_t(one.draw.arm)].add(std::span(&reward, 1)));
  }
  return moments;
}

Result<BanditAllocation> nextShares(const ExperimentPlan& plan, std::span<const UnitMoments> moments) {
  std::vector<ArmEvidence> evidence;
  for (const UnitMoments& arm : moments)
    evidence.push_back({arm.units(), arm.mean(0), arm.variance(0), plan.metric == TestMetric::Conversion});
  return nextAllocation(evidence, {plan.bandit->floorBp / kBasisPoints, double(plan.bandit->burnIn)});
}

// As if the shares had stayed, and this were the only look.
std::optional<TestFigure> plainFigure(const ExperimentPlan& plan, std::span<const UnitMoments> moments) {
  const double alpha = plan.alphaBp / kBasisPoints;
  const auto control = meanArm(moments[0]), treatment = meanArm(moments[1]);
  if (!control || !treatment)
    return {};
  const KnownMean base = meanAtOneLook(*control, alpha);
  const bool isRelative = whyNoBaseline(base).isEmpty();
  const auto lift = liftOf(*control, *treatment, isRelative ? LiftKind::Relative : LiftKind::Absolute);
  if (!lift)
    return {};
  const auto test = testLift(*lift, alpha);
  if (!test)
    return {};
  if (!isRelative)
    return figureOver(base, plan.metric, {lift->value, test->low, test->high, 0}, test->p);
  return TestFigure{plan.metric, lift->value, test->low, test->high, test->p, {}, {}};
}

KnownMean baselineOf(const AdaptiveEstimates& e) {
  const double mean = e.arms[0].robust;
  return e.baseline ? KnownMean{mean, e.baseline->low, e.baseline->high} : KnownMean{mean, mean, mean};
}

TestFigure figureOf(TestMetric metric, const AdaptiveEstimates& e) {
  const WatchedLift& lift = e.watched[1];
  return figureOver(baselineOf(e), metric, {lift.value, lift.test.low, lift.test.high, 0}, lift.test.p);
}

// By the difference itself: whatever its baseline is, its sign is the lift's. What changes nothing is a share of the
// baseline, and of one that is hardly known no share can be told.
TestVerdict verdictOf(const ExperimentPlan& plan, const AdaptiveEstimates& e, const TestFigure& f) {
  const WatchedLift& lift = e.watched[1];
  if (lift.test.p <= plan.alphaBp / kBasisPoints && lift.value != 0)
    return lift.value > 0 ? TestVerdict::Better : TestVerdict::Worse;
  const double margin = plan.equivalenceBp / kBasisPoints;
  const bool isQuiet = e.arms[0].standardError <= kNoisiestBaseline * std::abs(e.arms[0].robust);
  const bool isWithin = f.isRelative() && f.low > -margin && f.high < margin;
  return isQuiet && isWithin ? TestVerdict::Equivalent : TestVerdict::Undecided;
}

} // namespace

Quantity quantityOf(TestMetric metric) {
  switch (metric) {
  case TestMetric::Conversion:
    return Quantity::Conversion;
  case TestMetric::Profit:
    return Quantity::Profit;
  case TestMetric::Units:
    return Quantity::Units;
  case TestMetric::Revenue:
    break;
  }
  return Quantity::Revenue;
}

Result<std::vector<VisitorArm>> visitorArms(const ExperimentRow& row, const QStringList& units) {
  PW_TRY(const AssignmentPlan plan, visitorAssignment(row));
  PW_TRY(const Assigner assigner, Assigner::from(plan));
  std::vector<VisitorArm> out;
  for (const QString& unit : units)
    out.push_back({assigner.of(std::string_view(unit.toStdString())), {}});
  return out;
}

Result<std::vector<VisitorArm>> drawVisitors(Workspace& w, const ExperimentRow& row, const QStringList& units) {
  PW_TRY(AssignmentPlan plan, visitorAssignment(row));
  PW_TRY(const std::vector<TestAllocation> shares, banditShares(w, row));
  if (!shares.empty())
    plan.shares = {kWhole - shares.back().treatmentShare, shares.back().treatmentShare};
  PW_TRY(const Assigner assigner, Assigner::from(plan));
  std::vector<VisitorArm> out;
  std::vector<TestDraw> wished;
  for (const QString& unit : units) {
    const std::string name = unit.toStdString();
    out.push_back({assigner.of(std::string_view(name)), {}});
    if (out.back().assigned.isIn())
      wished.push_back({nameNumber(name), {}, out.back().assigned.arm, plan.shares[1]});
  }
  PW_TRY(const std::vector<TestDraw> drawn, drawStore(w).draw(w.me(), row.no, wished));
  std::size_t next = 0;
  for (VisitorArm& one : out) {
    if (!one.assigned.isIn())
      continue;
    const TestDraw& draw = drawn[next++];
    const double treated = double(draw.treatmentShare) / kWhole;
    one.assigned.arm = draw.arm, one.probability = draw.arm == 1 ? treated : 1 - treated;
  }
  return out;
}

Result<std::vector<TestAllocation>> banditShares(Workspace& w, const ExperimentRow& row) {
  return drawStore(w).allocations(row.no);
}

Result<TestReading> banditReading(Workspace& w, const ExperimentRow& row, std::span<const EventTable::UnitView> units,
                                  TestReading out) {
  PW_TRY(const DrawnVisitors drawn, drawnVisitors(w, row, units));
  constexpr qint64 kOneIn = 100;
  if (drawn.strangers * kOneIn > drawn.all)
    out.doubts << s("experiment.draws-unknown");
  if (drawn.contaminated * kOneIn > drawn.all)
    out.doubts << s("experiment.contamination");
  std::vector<TestMetric> metrics{row.plan.metric};
  for (const TestGuard& guard : row.plan.guards)
    metrics.push_back(guard.metric);
  for (const TestMetric metric : metrics) {
    const auto estimates = estimatesOf(drawn, metric, row.plan.alphaBp / kBasisPoints);
    if (!estimates && out.figures.empty()) {
      out.why = estimates.error().code;
      return out;
    }
    if (!estimates) { // a guard that cannot be told rules nothing out
      out.doubts << estimates.error().code;
      out.figures.push_back(TestFigure::unknown(metric, estimates.error().code));
      continue;
    }
    out.figures.push_back(figureOf(metric, *estimates));
    if (out.figures.size() == 1)
      out.sampleRatioP = estimates->drawsP, out.verdict = verdictOf(row.plan, *estimates, out.figures.front());
  }
  PW_TRY(const std::vector<UnitMoments> moments, plainMoments(drawn, row.plan.metric));
  out.plain = plainFigure(row.plan, moments);
  PW_TRY(const BanditAllocation next, nextShares(row.plan, moments));
  if (!next.burningIn)
    out.chanceBest = next.chances[1];
  return out;
}

Status allocateBandit(Workspace& w, const ExperimentRow& row, std::span<const EventTable::UnitView> units) {
  PW_TRY(const DrawnVisitors drawn, drawnVisitors(w, row, units));
  PW_TRY(const std::vector<UnitMoments> moments, plainMoments(drawn, row.plan.metric));
  PW_TRY(const BanditAllocation next, nextShares(row.plan, moments));
  TestAllocation allocation;
  allocation.from = w.clock().now(), allocation.isBurningIn = next.burningIn;
  allocation.treatmentShare = next.burningIn ? row.plan.treatmentBp : int(std::lround(next.shares[1] * kWhole));
  allocation.chanceBest = int(std::lround(next.chances[1] * kWhole));
  allocation.unitsControl = qint64(moments[0].units()), allocation.unitsTreatment = qint64(moments[1].units());
  PW_TRY(const std::vector<TestAllocation> before, banditShares(w, row));
  const int now = before.empty() ? row.plan.treatmentBp : before.back().treatmentShare;
  return allocation.treatmentShare == now ? Status() : drawStore(w).allocate(w.me(), row.no, allocation);
}

} // namespace pricewright
