// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demand/forecasts/LevelDoubts.h"

#include <cmath>

namespace pricewright {
namespace {

// Weeks of which nothing is known: the level went on moving, and after half a year it may be another's.
double doubtOfGap(const DemandPanel& panel, const PanelListing& l, const ListingLevel& level, std::size_t end,
                  qint32 from) {
  constexpr int kUsual = 4, kHalfAYear = 26;
  const int gap = end > l.begin ? (from - panel.rows[end - 1].day) / 7 - 1 : 0;
  if (gap <= kUsual)
    return 0;
  return std::sqrt(std::max(level.stepVariance * gap, gap > kHalfAYear ? 1.0 : 0.0));
}

// Of the logs of these rows, prices and promotions aside.
double meanLevel(const DemandPanel& panel, const ListingLevel& level, std::size_t begin, std::size_t end) {
  double sum = 0;
  for (std::size_t r = begin; r < end; ++r) {
    sum += double(panel.rows[r].logUnits);
    for (std::size_t k = 0; k < kTerms; ++k)
      sum -= level.mean[k] * double(panel.rows[r].x[k]);
  }
  return sum / double(end - begin);
}

// Whether the newest weeks lie so far from those before that nobody knows which of both goes on.
double doubtOfJump(const DemandPanel& panel, const PanelListing& l, const ListingLevel& level, std::size_t end) {
  constexpr std::size_t kNewest = 4, kBefore = 26, kLeast = 12;
  constexpr double kFar = 1.39; // four times as much, or a quarter
  if (end - l.begin < kLeast)
    return 0;
  const std::size_t newest = end - kNewest, before = newest - std::min(kBefore, newest - l.begin);
  const double jump = std::abs(meanLevel(panel, level, newest, end) - meanLevel(panel, level, before, newest));
  return jump > kFar ? jump / 2 : 0;
}

} // namespace

LevelDoubts::LevelDoubts(const DemandPanel& panel, const FeatureRows& features, const FittedTerms& terms, qint32 from)
    : m_doubt(panel.listings.size()) {
  constexpr std::size_t kOwnWeeks = 8; // with fewer, a listing's level is others' in part
  for (std::size_t i = 0; i < m_doubt.size(); ++i) {
    const PanelListing& l = panel.listings[i];
    const ListingLevel& level = terms.levels.listings[i];
    const std::size_t end = endBefore(panel, l, from);
    const double borrowed = end - l.begin < kOwnWeeks ? double(features.levelDoubt[i]) : 0;
    m_doubt[i] =
        std::hypot(borrowed, std::hypot(doubtOfGap(panel, l, level, end, from), doubtOfJump(panel, l, level, end)));
  }
}

} // namespace pricewright
