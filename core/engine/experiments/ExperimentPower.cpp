// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/experiments/ExperimentPower.h"

#include "base/Words.h"

#include <algorithm>
#include <cmath>

namespace pricewright {
namespace {

constexpr double kTuned = 0.75;        // of the planned end: where a confidence sequence has most power there
constexpr double kMostTestDays = 3660; // longer is no test
constexpr double kMonteCarloErrors = 3;

Error incomplete(const char* missing) { return fail(s("experiment.given-incomplete"), {{s("missing"), s(missing)}}); }

Status checkFigures(const GivenFigures& f) {
  const auto bad = [](const char* what) { return fail(s("experiment.bad-setting"), {{s("setting"), s(what)}}); };
  if (!f.share && !(f.mean != 0 && f.deviation > 0)) {
    return incomplete("--share, or --mean and --sd,");
  }
  if (f.share && !(*f.share > 0 && *f.share < 1)) {
    return fail(s("experiment.bad-level"));
  }
  if (!(f.unitsADay > 0)) {
    return incomplete("--units-a-day");
  }
  if (!(f.correlation > -1 && f.correlation < 1)) {
    return bad("--cuped");
  }
  if (!(f.intraclass >= 0 && f.intraclass < 1)) {
    return bad("--icc");
  }
  if (!(f.sizeVariation >= 0 && f.sizeVariation < 100)) {
    return bad("--size-variation");
  }
  if (f.clusters > 0 && f.clusters < kLeastClusters) {
    return fail(s("experiment.few-clusters"),
                {{s("clusters"), QString::number(f.clusters)}, {s("needed"), QString::number(kLeastClusters)}});
  }
  return {};
}

// What a ratio metric comes to as a mean of single units.
Result<GivenFigures> asMean(GivenFigures f) {
  if (!f.below)
    return f;
  const GivenFigures::Below b = *f.below;
  if (f.share || !(b.mean != 0))
    return incomplete("--mean, --sd, --below-mean and --below-sd");
  if (!(b.deviation >= 0) || !(std::abs(b.correlation) <= 1))
    return fail(s("experiment.bad-setting"), {{s("setting"), s("--below-sd, --correlation")}});
  const double ratio = f.mean / b.mean;
  const double variance = f.deviation * f.deviation - 2 * ratio * b.correlation * f.deviation * b.deviation +
                          ratio * ratio * b.deviation * b.deviation;
  f.mean = ratio, f.deviation = std::sqrt(std::max(0.0, variance)) / std::abs(b.mean), f.below.reset();
  return f;
}

// Units of the control arm that single units would need, `left` of the variance being left.
Result<double> unitsNeeded(const GivenFigures& f, double left) {
  if (f.share) {
    PW_TRY(const double units, unitsForShares(*f.share, *f.share * (1 + f.effect), f.plan, ShareMethod::Pooled));
    return units * left;
  }
  return unitsForMeans(std::abs(f.effect * f.mean) / (f.deviation * std::sqrt(left)), f.plan, MeanMethod::Student);
}

Result<double> detectableWith(const GivenFigures& f, double control, double left) {
  if (f.share) {
    PW_TRY(const double share, detectableShare(*f.share, control / left, f.plan, ShareMethod::Pooled, f.effect > 0));
    return share / *f.share - 1;
  }
  PW_TRY(const double d, detectableMean(control, f.plan, MeanMethod::Student));
  return d * f.deviation * std::sqrt(left) / std::abs(f.mean);
}

// By how much more units a sequence that may be looked at at any time needs than one look at the end, tuned at three
// quarters of its own end: how long that is depends on the factor itself.
Result<double> sequentialFactor(const GivenFigures& f, double units, double left) {
  double factor = 1.5;
  for (int i = 0; i < 6; ++i) {
    Lift lift;
    const double deviation = f.share ? std::sqrt((1 - *f.share) / *f.share) : f.deviation / std::abs(f.mean);
    const double treated = f.plan.ratio / (1 + f.plan.ratio);
    lift.units = units, lift.degreesOfFreedom = units, lift.kind = LiftKind::Relative;
    lift.standardError = deviation * std::sqrt(left / (units * treated * (1 - treated)));
    PW_TRY(const double grow, growthNeeded(lift, f.effect, f.plan, kTuned * factor * units));
    factor = 1 + grow;
  }
  return factor;
}

// Days until clusters, whose units say less the more of them there are, are worth so many single units.
Result<double> daysFor(const GivenFigures& f, double units, double& effect) {
  effect = 1;
  if (f.clusters == 0) {
    return units / f.unitsADay;
  }
  const auto worth = [&](double testDays) -> Result<double> {
    const double all = testDays * f.unitsADay;
    PW_TRY(effect, designEffect(std::max(1.0, all / double(f.clusters)), f.sizeVariation, f.intraclass));
    return all / effect;
  };
  PW_TRY(const double most, worth(kMostTestDays));
  if (most < units) {
    return fail(s("experiment.out-of-reach"));
  }
  double low = 0, high = kMostTestDays;
  for (int i = 0; i < 60; ++i) {
    const double middle = (low + high) / 2;
    PW_TRY(const double got, worth(middle));
    (got < units ? low : high) = middle;
  }
  return high;
}

Result<PowerNeed> needOf(const GivenFigures& f, double left, bool anyTime, double& effect) {
  PW_TRY(const double control, unitsNeeded(f, left));
  double units = control * (1 + f.plan.ratio);
  if (anyTime) {
    PW_TRY(const double factor, sequentialFactor(f, units, left));
    units *= factor;
  }
  PowerNeed need;
  PW_TRY(need.days, daysFor(f, units, effect));
  need.days = std::ceil(need.days), need.units = std::ceil(need.days * f.unitsADay);
  if (!anyTime) {
    PW_TRY(need.detectable, detectableWith(f, need.units / effect / (1 + f.plan.ratio), left));
  }
  return need;
}

} // namespace

Result<GivenPower> powerFromFigures(const GivenFigures& given) {
  PW_TRY(const GivenFigures f, asMean(given));
  PW_CHECK(checkFigures(f));
  const double left = 1 - f.correlation * f.correlation;
  GivenPower power;
  double effect = 1;
  PW_TRY(power.atEnd, needOf(f, 1, false, power.designEffect));
  PW_TRY(power.atEndCuped, needOf(f, left, false, effect));
  PW_TRY(power.anyTime, needOf(f, 1, true, effect));
  PW_TRY(power.anyTimeCuped, needOf(f, left, true, effect));
  return power;
}

Result<std::vector<HistoryPowerRow>> powerFromHistory(const ExperimentHistory& history, StudyWish wish,
                                                      std::span<const std::size_t> weeks, double power,
                                                      const JobContext& job) {
  std::vector<HistoryPowerRow> rows;
  for (const std::size_t tested : weeks) {
    HistoryPowerRow row;
    row.weeks = wish.tested = tested;
    const auto at = [&](double effect) {
      return studyDesign(history.panel, wish, constantEffect(EffectScale::Relative, effect), job);
    };
    const Result<StudyResult> five = at(0.05), ten = five ? at(0.10) : five;
    if (!ten) {
      if (job.cancelled()) {
        return ten.error();
      }
      row.why = ten.error();
    } else {
      row.atFive = five->foundRight, row.atTen = ten->foundRight;
      const Result<double> least = detectableEffect(history.panel, wish, power, job);
      if (least) {
        row.detectable = *least;
      } else {
        row.why = least.error();
      }
    }
    rows.push_back(std::move(row));
    job.report("power", double(rows.size()) / double(weeks.size()));
  }
  if (rows.size() == 1 && rows.front().why && rows.front().atTen.high == 0) {
    return *rows.front().why;
  }
  return rows;
}

Result<AaStudy> aaFromHistory(const ExperimentHistory& history, const StudyWish& wish, const JobContext& job) {
  AaStudy study;
  const auto run = [&](double effect) {
    return studyDesign(history.panel, wish, constantEffect(wish.plan.model.scale, effect), job);
  };
  PW_TRY(study.none, run(0));
  job.report("a/a", 1.0 / 3);
  PW_TRY(study.five, run(0.05));
  job.report("a/a", 2.0 / 3);
  PW_TRY(study.ten, run(0.10));
  const double alpha = wish.plan.alpha, error = std::sqrt(alpha * (1 - alpha) / double(study.none.splits));
  study.refused = study.none.found.share > alpha + kMonteCarloErrors * error;
  return study;
}

Result<StudyDesign> studyDesignFrom(const QString& name) {
  for (const auto& [word, design] :
       {std::pair("visitors", StudyDesign::Visitors), std::pair("visitor", StudyDesign::Visitors),
        std::pair("clusters", StudyDesign::Clusters), std::pair("cluster", StudyDesign::Clusters),
        std::pair("switchback", StudyDesign::Switchback), std::pair("pairs", StudyDesign::Pairs)}) {
    if (name == QLatin1String(word)) {
      return design;
    }
  }
  return fail(s("experiment.no-such-design"), {{s("value"), name}});
}

} // namespace pricewright
