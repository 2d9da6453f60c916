// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "earnings/ScoreGroups.h"

#include "base/Words.h"
#include "statistics/Distributions.h"
#include "statistics/EmpiricalBayes.h"

#include <cmath>
#include <map>

namespace pricewright {
namespace {

Status checkScores(std::span<const ScoredEffect> scores) {
  for (const ScoredEffect& e : scores) {
    if (!std::isfinite(e.predicted) || !std::isfinite(e.realized) || !std::isfinite(e.position))
      return fail(s("earnings.not-finite"));
    if (!std::isfinite(e.standardError) || !std::isfinite(e.predictedSd) || e.standardError < 0 || e.predictedSd < 0 ||
        !(e.standardError + e.predictedSd > 0))
      return fail(s("earnings.bad-standard-error"));
  }
  return {};
}

double weightOf(const ScoredEffect& e) {
  return 1 / (e.predictedSd * e.predictedSd + e.standardError * e.standardError);
}

bool isTold(const ScoredEffect& e) { return std::abs(e.realized) > e.standardError && e.predicted != 0; }

ShareOf insideOf(std::span<const ScoredEffect> scores, double nominal) {
  int hits = 0;
  for (const ScoredEffect& e : scores)
    hits += std::abs(e.position - 0.5) <= nominal / 2;
  return shareOf(hits, int(scores.size()));
}

ShareOf rightSigns(std::span<const ScoredEffect> scores) {
  int hits = 0, told = 0;
  for (const ScoredEffect& e : scores)
    told += isTold(e), hits += isTold(e) && (e.realized > 0) == (e.predicted > 0);
  return shareOf(hits, told);
}

// Weighted least squares of a line.
void addSlope(Calibration& out, std::span<const ScoredEffect> scores) {
  double all = 0, x = 0, y = 0, xx = 0, xy = 0, scale = 0;
  for (const ScoredEffect& e : scores)
    all += weightOf(e), x += weightOf(e) * e.predicted, y += weightOf(e) * e.realized;
  if (scores.size() < 3 || !(all > 0))
    return;
  x /= all, y /= all;
  for (const ScoredEffect& e : scores) {
    const double dx = e.predicted - x;
    xx += weightOf(e) * dx * dx, xy += weightOf(e) * dx * (e.realized - y);
    scale += weightOf(e) * e.predicted * e.predicted;
  }
  if (!(xx > 1e-12 * scale))
    return;
  const double slope = xy / xx;
  double meat = 0;
  for (const ScoredEffect& e : scores) {
    const double dx = e.predicted - x, w = weightOf(e), rest = e.realized - y - slope * dx;
    const double leverage = std::min(0.999, w / all + w * dx * dx / xx);
    meat += w * dx * rest / (1 - leverage) * (w * dx * rest / (1 - leverage));
  }
  const double reach = studentQuantile(0.95, double(scores.size() - 2)) * std::sqrt(meat) / xx;
  out.slope = slope, out.slopeLow = slope - reach, out.slopeHigh = slope + reach;
}

ScoreGroup groupOf(int no, std::span<const ScoredEffect> scores) {
  ScoreGroup g;
  g.group = no, g.decisions = int(scores.size());
  double products = 0, squares = 0, variance = 0;
  for (const ScoredEffect& e : scores) {
    g.predicted += e.predicted, g.realized += e.realized, variance += e.standardError * e.standardError;
    products += weightOf(e) * e.predicted * e.realized, squares += weightOf(e) * e.predicted * e.predicted;
  }
  g.realizedStandardError = std::sqrt(variance);
  if (squares > 0)
    g.kept = products / squares, g.keptStandardError = 1 / std::sqrt(squares);
  g.inside90 = insideOf(scores, 0.9), g.rightSign = rightSigns(scores);
  return g;
}

Status shrink(std::vector<ScoreGroup>& groups) {
  std::vector<double> kept, errors;
  for (const ScoreGroup& g : groups)
    if (g.kept)
      kept.push_back(*g.kept), errors.push_back(*g.keptStandardError);
  if (kept.size() < 2)
    return {};
  PW_TRY(const Shrinkage shrunk, shrinkNormal(kept, errors));
  for (std::size_t i = 0; ScoreGroup & g : groups)
    if (g.kept)
      g.keptShrunk = shrunk.shrunk[i++];
  return {};
}

} // namespace

ShareOf shareOf(int hits, int of) {
  ShareOf out{hits, of};
  if (of <= 0)
    return out;
  const double n = of, p = hits / n, z = normalQuantile(0.975), zz = z * z / n;
  const double middle = (p + zz / 2) / (1 + zz), reach = z * std::sqrt(p * (1 - p) / n + zz / (4 * n)) / (1 + zz);
  out.share = p, out.low = std::max(0.0, middle - reach), out.high = std::min(1.0, middle + reach);
  return out;
}

double shareAtLeast(int hits, int of) {
  if (of <= 0)
    return 0;
  const double n = of, p = hits / n, z = kNormal90, zz = z * z / n;
  return std::max(0.0, ((p + zz / 2) - z * std::sqrt(p * (1 - p) / n + zz / (4 * n))) / (1 + zz));
}

Result<Calibration> calibrationOf(std::span<const ScoredEffect> scores) {
  PW_CHECK(checkScores(scores));
  Calibration out;
  out.decisions = int(scores.size());
  out.inside80 = insideOf(scores, 0.8), out.inside90 = insideOf(scores, 0.9);
  int told = 0;
  for (const ScoredEffect& e : scores)
    told += e.insidePredicted;
  out.insideAsTold = shareOf(told, int(scores.size()));
  out.rightSign = rightSigns(scores);
  if (scores.empty())
    return out;
  addSlope(out, scores);
  for (int tenth = 1; tenth <= 9; ++tenth) {
    const double nominal = tenth / 10.0;
    out.points.push_back({nominal, insideOf(scores, nominal)});
    out.expectedError += std::abs(out.points.back().observed.share - nominal) / 9;
  }
  return out;
}

Result<std::vector<ScoreGroup>> scoreGroups(std::span<const ScoredEffect> scores) {
  PW_CHECK(checkScores(scores));
  std::map<int, std::vector<ScoredEffect>> byGroup;
  for (const ScoredEffect& e : scores)
    byGroup[e.group].push_back(e);
  std::vector<ScoreGroup> out;
  for (const auto& [no, members] : byGroup)
    out.push_back(groupOf(no, members));
  PW_CHECK(shrink(out));
  return out;
}

} // namespace pricewright
