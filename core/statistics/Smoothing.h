// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Result.h"

#include <span>
#include <vector>

namespace pricewright {

// Exponential smoothing with given parameters and given first states.
// Simple: the level at the first value. Trend (Holt): level and trend at the second. Additive and Multiplicative
// (Holt–Winters): level and trend at the end of the first season, one season of effects. All of these with the classic
// parameters: trend' = β (level' − level) + (1 − β) trend; season' from y − level' or y / level'.
// Damped: the error-correction form (Hyndman & others 2008, AAdN), states before the first value; its β acts on the
// error itself.
enum class SmoothingKind { Simple, Trend, Additive, Multiplicative, Damped };
struct SmoothingInput {
  SmoothingKind kind = SmoothingKind::Simple;
  std::vector<double> y;
  double alpha = 0, beta = 0, gamma = 0, phi = 1;
  double level = 0, trend = 0;
  std::vector<double> season;
  int horizon = 0;
};
struct SmoothingFit {
  double squaredErrors = 0; // Σ of the one-step errors
  double level = 0, trend = 0;
  std::vector<double> season; // beginning with the one of the next value
  std::vector<double> forecast;
};
// statistics.too-few-rows, .not-finite, .bad-shape (no season where one is needed; a negative horizon)
Result<SmoothingFit> smooth(const SmoothingInput& in);

} // namespace pricewright
