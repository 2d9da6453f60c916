// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Result.h"

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace pricewright {

// One scored decision, as groups of them are judged. Money in one currency, a week.
struct ScoredEffect {
  int group = 0;
  double predicted = 0, predictedSd = 0;
  double realized = 0, standardError = 0;
  double position = 0.5; // PriceScore's: of the realized in the predicted distribution, 0…1
  bool insidePredicted = false;
};

// A share of few with its 95 % interval (Wilson 1927).
struct ShareOf {
  int hits = 0, of = 0;
  double share = 0, low = 0, high = 1;
};
ShareOf shareOf(int hits, int of);
// The share is at least so much, with 95 % confidence on that side alone; 0 of none.
double shareAtLeast(int hits, int of);

struct CalibrationPoint {
  double nominal = 0; // of a central interval
  ShareOf observed;   // decisions whose realized effect lies in it, the measurement's own noise added to it
};
// How far predictions can be believed.
struct Calibration {
  int decisions = 0;
  ShareOf inside80, inside90; // of intervals with the measurement's noise added: 80 and 90 % where all is well
  ShareOf insideAsTold;       // of the 90 % intervals as they were told: less than 90 % by that noise
  ShareOf rightSign;          // of effects that are told apart from 0: |realized| > its standard error
  // Realized on predicted, weighted by 1/(sd² + se²): 1 where predictions are calibrated, 0 where they say nothing.
  // Standard error by White 1980 as HC3 (MacKinnon & White 1985). None: fewer than three, or all predictions alike.
  std::optional<double> slope, slopeLow, slopeHigh; // a 90 % interval
  double expectedError = 0; // mean distance of observed from nominal over the points (Kuleshov, Fenner & Ermon 2018)
  std::vector<CalibrationPoint> points;
};
// earnings.not-finite, .bad-standard-error
Result<Calibration> calibrationOf(std::span<const ScoredEffect> scores);

// One product, analyst, model or rule: what came of what its decisions promised.
struct ScoreGroup {
  int group = 0, decisions = 0;
  double predicted = 0, realized = 0, realizedStandardError = 0; // sums a week
  // Σ w·predicted·realized / Σ w·predicted², w = 1/(sd² + se²): the share of what was promised that came. None: nothing
  // was promised.
  std::optional<double> kept, keptStandardError;
  std::optional<double> keptShrunk; // drawn towards the mean of all groups, the more the less it stands on
  ShareOf inside90, rightSign;
};
// By group, ascending. What calibrationOf() answers.
Result<std::vector<ScoreGroup>> scoreGroups(std::span<const ScoredEffect> scores);

} // namespace pricewright
