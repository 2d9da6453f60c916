// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "experiments/events/Analysis.h"

namespace pricewright {

// One metric and arm within each group of the units. A lift of a small group is mostly noise, so each is drawn towards
// the mean of all by how much they differ beyond their noise: normal–normal with the variance between the groups by
// DerSimonian & Laird (1986), see statistics/EmpiricalBayes.h.
struct SegmentLift {
  std::size_t group = 0;
  double units = 0;
  std::optional<Error> refused;
  Lift lift;
  double shrunk = 0, deviation = 0, low = 0, high = 0; // interval of 1 − alpha
};
struct Segments {
  LiftKind kind = LiftKind::Absolute; // relative where every group's baseline is quiet enough
  std::vector<SegmentLift> lifts;
  // Do the groups differ at all: Cochran's Q (1954) against χ², one look. None with fewer than two groups.
  std::optional<double> q, p;
  double meanLift = 0, betweenDeviation = 0;
};
// experiment.bad-shape, .bad-level
Result<Segments> segmentsOf(const AnalysisInput& input, const AnalysisPlan& plan, std::size_t metric, std::size_t arm);

} // namespace pricewright
