// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "experiments/designs/DesignStudy.h"

#include <cmath>

// Panels that are made up, with everything about them known.
namespace pricewright::test {

struct MadePanel {
  std::size_t clusters = 20, before = 12, tested = 12;
  double level = 100, spread = 0.4;               // of the clusters' levels, on the log scale
  double season = 0.3, noise = 0.1, drift = 0.05; // of a week, of a cell, of a cluster's slow course
};
// Levels, seasons, slow courses and noise, all by factors: what stores look like.
inline Panel madePanel(const MadePanel& m, std::uint64_t seed) {
  Random random(seed);
  std::vector<double> season, values;
  for (std::size_t t = 0; t < m.before + m.tested; ++t) {
    season.push_back(std::exp(m.season * random.normal()));
  }
  for (std::size_t c = 0; c < m.clusters; ++c) {
    const double level = m.level * std::exp(m.spread * random.normal());
    double course = 0;
    for (const double week : season) {
      course = 0.9 * course + m.drift * random.normal();
      values.push_back(level * week * std::exp(course + m.noise * random.normal()));
    }
  }
  return *Panel::of(m.clusters, m.before + m.tested, m.before, std::move(values));
}

inline Panel withEffect(const Panel& panel, const ClusterDesign& design, const Draw& draw, double relative) {
  Panel changed = panel;
  for (std::size_t c = 0; c < panel.clusters(); ++c) {
    for (std::size_t t = panel.before(); t < panel.periods(); ++t) {
      const auto unit = design.priceUnitAt(c, t - panel.before());
      if (unit && draw[*unit] == 1) {
        changed.multiply(c, t, 1 + relative);
      }
    }
  }
  return changed;
}

bool refuses(const auto& result, QStringView code) { return !result && result.error().is(code); }

} // namespace pricewright::test
