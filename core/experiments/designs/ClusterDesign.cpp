// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiments/designs/ClusterDesign.h"

#include "base/Words.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

namespace pricewright {
namespace {

Error badDesign(const char* what) { return fail(s("experiment.bad-setting"), {{s("setting"), s(what)}}); }

Result<ClusterDesign> checkedDesign(ClusterDesign design) {
  if (design.taking() < kLeastClusters) {
    return fail(s("experiment.few-clusters"),
                {{s("clusters"), QString::number(design.taking())}, {s("needed"), QString::number(kLeastClusters)}});
  }
  if (const double draws = countAssignments(design); draws < kLeastDraws) {
    return fail(s("experiment.few-draws"),
                {{s("draws"), QString::number(draws)}, {s("needed"), QString::number(kLeastDraws)}});
  }
  return design;
}

// Strata of the clusters in this order.
ClusterDesign cutIntoStrata(std::span<const std::size_t> order, std::size_t clusters, std::size_t size) {
  ClusterDesign design;
  design.clusters = clusters;
  design.stratum.assign(clusters, kNotInTest);
  const std::size_t strata = std::max<std::size_t>(1, order.size() / size);
  std::vector<std::size_t> members(strata, 0);
  for (std::size_t i = 0; i < order.size(); ++i) {
    const std::size_t at = std::min(i / size, strata - 1);
    design.stratum[order[i]] = int(at);
    ++members[at];
  }
  for (const std::size_t n : members) {
    design.treatedIn.push_back(n / 2);
  }
  return design;
}

using Distances = std::vector<std::vector<double>>;
struct Couple {
  std::size_t a, b;
};

// Root mean square difference of the weeks in which both were seen, about in per cent of each other.
Distances distancesOf(const Panel& panel) {
  constexpr double kNeverSeenTogether = 1e6; // further apart than any that were
  const std::size_t n = panel.clusters();
  Distances distance(n, std::vector<double>(n, 0));
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      double sum = 0, count = 0;
      for (std::size_t t = 0; t < panel.before(); ++t) {
        if (panel.has(i, t) && panel.has(j, t)) {
          const double gap = std::asinh(panel.at(i, t)) - std::asinh(panel.at(j, t));
          sum += gap * gap, count += 1;
        }
      }
      distance[i][j] = distance[j][i] = count > 0 ? std::sqrt(sum / count) : kNeverSeenTogether;
    }
  }
  return distance;
}

std::vector<Couple> closestFirst(const Distances& apart) {
  std::vector<Couple> all, pairs;
  for (std::size_t i = 0; i < apart.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      all.push_back({j, i});
    }
  }
  std::stable_sort(all.begin(), all.end(),
                   [&](const Couple& x, const Couple& y) { return apart[x.a][x.b] < apart[y.a][y.b]; });
  std::vector<bool> taken(apart.size(), false);
  for (const Couple& couple : all) {
    if (!taken[couple.a] && !taken[couple.b]) {
      taken[couple.a] = taken[couple.b] = true;
      pairs.push_back(couple);
    }
  }
  return pairs;
}

// As long as two pairs are closer with each other's partners.
void exchangePartners(std::vector<Couple>& pairs, const Distances& apart) {
  for (bool better = true; better;) {
    better = false;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        Couple &x = pairs[i], &y = pairs[j];
        const double now = apart[x.a][x.b] + apart[y.a][y.b] - 1e-12;
        if (apart[x.a][y.b] + apart[y.a][x.b] < now) {
          std::swap(x.b, y.b), better = true;
        } else if (apart[x.a][y.a] + apart[x.b][y.b] < now) {
          std::swap(x.b, y.a), better = true;
        }
      }
    }
  }
}

} // namespace

std::size_t ClusterDesign::units() const {
  if (kind != DesignKind::Switchback) {
    return clusters;
  }
  return together ? blocks() : clusters * blocks();
}

std::optional<std::size_t> ClusterDesign::priceUnitAt(std::size_t cluster, std::size_t period) const {
  if (kind != DesignKind::Switchback) {
    return stratum[cluster] == kNotInTest ? std::nullopt : std::optional(cluster);
  }
  const std::size_t block = std::min(period / blockLength, blocks() - 1);
  return together ? block : block * clusters + cluster;
}

std::optional<std::size_t> ClusterDesign::unitAt(std::size_t cluster, std::size_t period) const {
  if (kind == DesignKind::Switchback && (period % blockLength < washout || period >= periods)) {
    return std::nullopt;
  }
  return priceUnitAt(cluster, period);
}

std::size_t ClusterDesign::taking() const {
  return kind == DesignKind::Switchback
             ? clusters
             : clusters - std::size_t(std::count(stratum.begin(), stratum.end(), kNotInTest));
}

Result<ClusterDesign> completeDesign(std::size_t clusters, std::size_t treated) {
  if (treated == 0 || treated >= clusters) {
    return fail(s("experiment.one-arm"));
  }
  ClusterDesign design;
  design.clusters = clusters;
  design.stratum.assign(clusters, 0);
  design.treatedIn = {treated};
  return checkedDesign(std::move(design));
}

Result<ClusterDesign> stratifiedDesign(const Panel& panel, std::size_t size) {
  if (size < 2) {
    return badDesign("strata");
  }
  std::vector<double> mean(panel.clusters());
  for (std::size_t c = 0; c < panel.clusters(); ++c) {
    mean[c] = panel.meanBefore(c);
    if (std::isnan(mean[c])) {
      return fail(s("experiment.no-history"), {{s("cluster"), QString::number(c + 1)}});
    }
  }
  std::vector<std::size_t> order(panel.clusters());
  std::iota(order.begin(), order.end(), std::size_t(0));
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return mean[a] < mean[b]; });
  return checkedDesign(cutIntoStrata(order, panel.clusters(), size));
}

Result<ClusterDesign> switchbackDesign(std::size_t clusters, const SwitchbackWish& wish) {
  if (wish.periods == 0 || wish.blockLength == 0 || wish.blockLength > wish.periods) {
    return badDesign("blocks");
  }
  if (wish.washout >= wish.blockLength) {
    return badDesign("washout");
  }
  ClusterDesign design;
  design.kind = DesignKind::Switchback;
  design.clusters = clusters;
  design.periods = wish.periods, design.blockLength = wish.blockLength, design.washout = wish.washout;
  design.together = wish.together;
  if (design.blocks() < 2) {
    return badDesign("blocks");
  }
  // Where all switch at once, what is drawn are the blocks: one cluster will do.
  if (wish.together && clusters > 0) {
    const double draws = countAssignments(design);
    return draws < kLeastDraws
               ? Result<ClusterDesign>(fail(s("experiment.few-draws"), {{s("draws"), QString::number(draws)},
                                                                        {s("needed"), QString::number(kLeastDraws)}}))
               : Result<ClusterDesign>(design);
  }
  return checkedDesign(std::move(design));
}

Result<ClusterDesign> matchedPairs(const Panel& panel) {
  for (std::size_t i = 0; i < panel.clusters(); ++i) {
    if (std::isnan(panel.meanBefore(i))) {
      return fail(s("experiment.no-history"), {{s("cluster"), QString::number(i + 1)}});
    }
  }
  const Distances apart = distancesOf(panel);
  std::vector<Couple> pairs = closestFirst(apart);
  exchangePartners(pairs, apart);
  std::vector<std::size_t> order;
  for (const Couple& couple : pairs) {
    order.push_back(couple.a), order.push_back(couple.b);
  }
  ClusterDesign design = cutIntoStrata(order, panel.clusters(), 2);
  design.kind = DesignKind::Pairs;
  return checkedDesign(std::move(design));
}

} // namespace pricewright
