// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/experiments/ExperimentPower.h"

#include "base/Words.h"
#include "experiments/events/ClusterPower.h"

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
  if (f.share && !(*f.share * (1 + f.effect) > 0 && *f.share * (1 + f.effect) < 1)) {
    constexpr double kPercent = 100;
    const auto percent = [](double share) { return QString::number(kPercent * share, 'g', 4); };
    return fail(s("experiment.share-beyond"), {{s("share"), percent(*f.share)},
                                               {s("lift"), percent(f.effect)},
                                               {s("treated"), percent(*f.share * (1 + f.effect))}});
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
  if (f.effect == 0) {
    return fail(s("experiment.no-effect"));
  }
  const PowerPlan& plan = f.plan;
  if (!(plan.alpha > 0 && plan.alpha < 1) || !(plan.power > plan.alpha && plan.power < 1)) {
    return fail(s("experiment.bad-level"));
  }
  if (!(plan.ratio > 0) || !std::isfinite(plan.ratio)) {
    return bad("--ratio");
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

Result<PowerNeed> needOfUnits(const GivenFigures& f, double left, bool anyTime) {
  PW_TRY(const double control, unitsNeeded(f, left));
  double units = control * (1 + f.plan.ratio);
  if (anyTime) {
    PW_TRY(const double factor, sequentialFactor(f, units, left));
    units *= factor;
  }
  PowerNeed need;
  need.days = std::ceil(units / f.unitsADay), need.units = std::ceil(need.days * f.unitsADay);
  if (!anyTime) {
    PW_TRY(need.detectable, detectableWith(f, need.units / (1 + f.plan.ratio), left));
  }
  return need;
}

// Clusters of which each has its units, as many as come in so many days.
class ClusteredNeed {
 public:
  ClusteredNeed(const GivenFigures& f, bool anyTime) : m_f(f), m_plan{f.clusters, anyTime, f.plan} {}

  Result<PowerNeed> need() {
    PW_TRY(m_power, ClusterPower::of(m_plan));
    const double first = std::ceil(double(m_f.clusters) / m_f.unitsADay); // a unit in each of them
    double low = std::max(1.0, first), high = kMostTestDays;
    PW_TRY(const double most, powerAfter(high));
    if (!(most >= m_f.plan.power) || low > high) {
      return fail(s("experiment.out-of-reach"));
    }
    while (low < high) {
      const double middle = std::floor((low + high) / 2);
      PW_TRY(const double power, powerAfter(middle));
      power >= m_f.plan.power ? high = middle : low = middle + 1;
    }
    PowerNeed out;
    out.days = high, out.units = unitsAfter(high);
    PW_TRY(out.designEffect, effectOf(out.units));
    PW_TRY(out.detectable, detectable(out.units));
    return out;
  }

 private:
  [[nodiscard]] double unitsAfter(double days) const { return std::ceil(days * m_f.unitsADay); }
  [[nodiscard]] Result<double> effectOf(double units) const {
    return designEffect(std::max(1.0, units / double(m_f.clusters)), m_f.sizeVariation, m_f.intraclass);
  }
  // The effect in standard errors over the clusters: each arm has its own variance where units buy or do not.
  [[nodiscard]] Result<double> shiftOf(double units, double effect) const {
    PW_TRY(const double alike, effectOf(units));
    const ClusterSplit split = splitClusters(m_plan);
    const double each = units / double(m_f.clusters);
    const double control = each * double(split.control), treated = each * double(split.treated);
    if (!m_f.share) {
      const double error = m_f.deviation * std::sqrt(alike * (1 / control + 1 / treated));
      return std::abs(effect * m_f.mean) / error;
    }
    const double p = *m_f.share, q = p * (1 + effect);
    return std::abs(q - p) / std::sqrt(alike * (p * (1 - p) / control + q * (1 - q) / treated));
  }
  [[nodiscard]] Result<double> powerAfter(double days) const {
    PW_TRY(const double shift, shiftOf(unitsAfter(days), m_f.effect));
    return m_power.at(shift);
  }
  // The least that is found in the direction asked for; of means, in either.
  [[nodiscard]] Result<std::optional<double>> detectable(double units) const {
    constexpr double kMostLift = 1e6, kNearly = 1 - 1e-9;
    const bool down = m_f.share && m_f.effect < 0;
    double low = 0, high = !m_f.share ? kMostLift : kNearly * (down ? 1 : 1 / *m_f.share - 1);
    const auto finds = [&](double effect) -> Result<bool> {
      PW_TRY(const double shift, shiftOf(units, down ? -effect : effect));
      return m_power.at(shift) >= m_f.plan.power;
    };
    PW_TRY(const bool some, finds(high));
    if (!some) {
      return std::optional<double>();
    }
    for (int i = 0; i < 100 && high - low > 1e-7 * high; ++i) {
      const double middle = (low + high) / 2;
      PW_TRY(const bool found, finds(middle));
      (found ? high : low) = middle;
    }
    return std::optional(down ? -high : high);
  }

  const GivenFigures& m_f;
  ClusterTestPlan m_plan;
  ClusterPower m_power;
};

Result<PowerNeed> needOf(const GivenFigures& f, double left, bool anyTime) {
  if (f.clusters == 0) {
    return needOfUnits(f, left, anyTime);
  }
  if (left < 1) {
    return fail(s("experiment.clusters-not-adjusted"));
  }
  return ClusteredNeed(f, anyTime).need();
}

// Where the end's own plan stands, the others are no reason to keep it back.
PowerNeed needOrWhy(const GivenFigures& f, double left, bool anyTime) {
  if (Result<PowerNeed> need = needOf(f, left, anyTime)) {
    return *need;
  } else {
    PowerNeed none;
    none.why = need.error();
    return none;
  }
}

} // namespace

Result<GivenPower> powerFromFigures(const GivenFigures& given) {
  PW_TRY(const GivenFigures f, asMean(given));
  PW_CHECK(checkFigures(f));
  const double left = 1 - f.correlation * f.correlation;
  GivenPower power;
  PW_TRY(power.atEnd, needOf(f, 1, false));
  power.atEndCuped = needOrWhy(f, left, false);
  power.anyTime = needOrWhy(f, 1, true);
  power.anyTimeCuped = needOrWhy(f, left, true);
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
