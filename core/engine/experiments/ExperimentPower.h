// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/experiments/ExperimentHistory.h"
#include "experiments/Power.h"
#include "experiments/designs/DesignStudy.h"

namespace pricewright {

// A test on visitors or clusters planned from figures that are given. Effects are relative: 0.05 is 5 %.
struct GivenFigures {
  std::optional<double> share; // of units that buy; else mean and sd of a unit's figure
  double mean = 0, deviation = 0;
  // Of a ratio metric (revenue per visit, visitors assigned) `mean` and `deviation` are of what stands above the line,
  // these of what stands below, and how the two go together unit by unit.
  struct Below {
    double mean = 0, deviation = 0, correlation = 0;
  };
  std::optional<Below> below;
  double unitsADay = 0;     // of all arms together
  double effect = 0.05;     // to be found
  double correlation = 0;   // of a unit's figure with the same before the test, for CUPED
  std::size_t clusters = 0; // 0: single units are assigned
  double intraclass = 0, sizeVariation = 0;
  PowerPlan plan;
};
// Units of both arms and days until `effect` is found with the plan's power.
struct PowerNeed {
  double units = 0, days = 0;
  // Of the units above, which whole days make more than are needed.
  std::optional<double> detectable; // the least relative effect; of single units by one look at the end only
  double designEffect = 1;          // 1 of single units
  std::optional<Error> why;         // no such plan: nothing above holds
};
struct GivenPower {
  PowerNeed atEnd;      // one look at a horizon fixed before
  PowerNeed atEndCuped; // the same, less what was known before; clusters are compared without it
  PowerNeed anyTime;    // by a confidence sequence that may be looked at every day
  PowerNeed anyTimeCuped;
};
// A ratio by the delta method: of a unit it is (above − ratio · below) / mean below (Deng, Knoblich & Lu 2018).
// Clusters as ClusterPower.h says. Fails where one look at the end finds nothing; of the others each says so by itself.
// experiment.given-incomplete (missing), .bad-level, .bad-setting, .no-effect, .no-baseline, .no-variance,
// .out-of-reach, .few-ways-to-decide
Result<GivenPower> powerFromFigures(const GivenFigures& figures);

// A design on clusters, blocks of time or pairs of products, tried on the workspace's own history. `wish.tested` is
// taken from `weeks`, one row each; rows that the history is too short for say so.
struct HistoryPowerRow {
  std::size_t weeks = 0;
  std::optional<double> detectable; // with the power wished for, looked at every week; none: see why
  ShareRange atFive, atTen;         // power at 5 and 10 %
  std::optional<Error> why;
};
Result<std::vector<HistoryPowerRow>> powerFromHistory(const ExperimentHistory& history, StudyWish wish,
                                                      std::span<const std::size_t> weeks, double power,
                                                      const JobContext& job);

// The same design with no effect, with 5 and with 10 %, each `wish.splits` times.
struct AaStudy {
  StudyResult none, five, ten;
  // More false positives than alpha and three Monte-Carlo errors: this design is not to be used on such sales.
  bool refused = false;
};
Result<AaStudy> aaFromHistory(const ExperimentHistory& history, const StudyWish& wish, const JobContext& job);

// "visitors", "clusters", "switchback", "pairs". experiment.no-such-design
enum class StudyDesign { Visitors, Clusters, Switchback, Pairs };
Result<StudyDesign> studyDesignFrom(const QString& name);

} // namespace pricewright
