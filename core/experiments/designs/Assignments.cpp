// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Words.h"
#include "experiments/designs/ClusterDesign.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace pricewright {
namespace {

std::size_t below(Random& random, std::size_t n) { return std::min(n - 1, std::size_t(random.uniform() * double(n))); }

// `treated` of the units named are set to 1, the others to 0.
void drawAmong(std::vector<std::size_t>& units, std::size_t treated, Random& random, Draw& draw) {
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (i < treated) {
      std::swap(units[i], units[i + below(random, units.size() - i)]);
    }
    draw[units[i]] = i < treated ? 1 : 0;
  }
}

std::vector<std::vector<std::size_t>> membersOf(const ClusterDesign& design) {
  std::vector<std::vector<std::size_t>> members(design.treatedIn.size());
  for (std::size_t c = 0; c < design.clusters; ++c) {
    if (design.stratum[c] != kNotInTest) {
      members[std::size_t(design.stratum[c])].push_back(c);
    }
  }
  return members;
}

Draw drawSwitchback(const ClusterDesign& design, Random& random) {
  Draw draw(design.units(), 0);
  const std::size_t blocks = design.blocks();
  if (design.together) {
    for (std::size_t b = 0; b < blocks; b += 2) {
      const bool first = random.uniform() < 0.5;
      draw[b] = first ? 1 : 0;
      if (b + 1 < blocks) {
        draw[b + 1] = first ? 0 : 1;
      }
    }
    return draw;
  }
  std::vector<std::size_t> order(design.clusters);
  Draw first(design.clusters, 0);
  for (std::size_t b = 0; b < blocks; b += 2) {
    std::iota(order.begin(), order.end(), std::size_t(0));
    const std::size_t odd = design.clusters % 2 == 1 && random.uniform() < 0.5 ? 1 : 0;
    drawAmong(order, design.clusters / 2 + odd, random, first);
    for (std::size_t c = 0; c < design.clusters; ++c) {
      draw[b * design.clusters + c] = first[c];
      if (b + 1 < blocks) {
        draw[(b + 1) * design.clusters + c] = first[c] == 0 ? 1 : 0;
      }
    }
  }
  return draw;
}

double choose(std::size_t n, std::size_t k) {
  double ways = 1;
  for (std::size_t i = 1; i <= k; ++i) {
    ways = std::round(ways * double(n - k + i) / double(i));
  }
  return ways;
}

// All ways to treat so many of these, each laid over each of the draws so far.
std::vector<Draw> timesChoices(const std::vector<Draw>& draws, const std::vector<std::size_t>& members,
                               std::size_t treated) {
  std::vector<Draw> more;
  for (const Draw& base : draws) {
    std::vector<std::uint8_t> pick(members.size(), 0);
    std::fill_n(pick.begin(), treated, std::uint8_t(1));
    do {
      Draw draw = base;
      for (std::size_t i = 0; i < members.size(); ++i) {
        draw[members[i]] = pick[i];
      }
      more.push_back(std::move(draw));
    } while (std::prev_permutation(pick.begin(), pick.end()));
  }
  return more;
}

} // namespace

Draw drawAssignment(const ClusterDesign& design, Random& random) {
  if (design.kind == DesignKind::Switchback) {
    return drawSwitchback(design, random);
  }
  Draw draw(design.clusters, 0);
  std::vector<std::vector<std::size_t>> members = membersOf(design);
  for (std::size_t i = 0; i < members.size(); ++i) {
    // An odd stratum has its extra one treated or not by chance, so that each cluster is treated as often as not.
    std::size_t treated = design.treatedIn[i];
    if (members.size() > 1 && members[i].size() % 2 == 1 && random.uniform() < 0.5) {
      treated = members[i].size() - treated;
    }
    drawAmong(members[i], treated, random, draw);
  }
  return draw;
}

double countAssignments(const ClusterDesign& design) {
  if (design.kind == DesignKind::Switchback) {
    const std::size_t blocks = design.blocks(), twos = (blocks + 1) / 2;
    if (design.together) {
      return std::pow(2.0, double(twos));
    }
    const double odd = design.clusters % 2 == 1 ? 2 : 1;
    return std::pow(odd * choose(design.clusters, design.clusters / 2), double(twos));
  }
  double ways = 1;
  const auto members = membersOf(design);
  for (std::size_t i = 0; i < members.size(); ++i) {
    const double odd = members.size() > 1 && members[i].size() % 2 == 1 ? 2 : 1;
    ways *= odd * choose(members[i].size(), design.treatedIn[i]);
  }
  return ways;
}

std::optional<std::vector<Draw>> allAssignments(const ClusterDesign& design, std::size_t most) {
  if (countAssignments(design) > double(most)) {
    return std::nullopt;
  }
  std::vector<Draw> draws{Draw(design.units(), 0)};
  if (design.kind == DesignKind::Switchback) {
    if (!design.together) {
      return std::nullopt; // never so few
    }
    for (std::size_t b = 0; b < design.blocks(); b += 2) {
      std::vector<std::size_t> two{b};
      if (b + 1 < design.blocks()) {
        two.push_back(b + 1);
        draws = timesChoices(draws, two, 1);
      } else {
        std::vector<Draw> more = timesChoices(draws, two, 1);
        draws.insert(draws.end(), more.begin(), more.end());
      }
    }
    return draws;
  }
  const auto members = membersOf(design);
  for (std::size_t i = 0; i < members.size(); ++i) {
    std::vector<Draw> more = timesChoices(draws, members[i], design.treatedIn[i]);
    if (members.size() > 1 && members[i].size() % 2 == 1) {
      const std::vector<Draw> rest = timesChoices(draws, members[i], members[i].size() - design.treatedIn[i]);
      more.insert(more.end(), rest.begin(), rest.end());
    }
    draws = std::move(more);
  }
  return draws;
}

Status checkDraw(const ClusterDesign& design, const Draw& draw) {
  if (draw.size() != design.units() || std::any_of(draw.begin(), draw.end(), [](std::uint8_t w) { return w > 1; })) {
    return fail(s("experiment.bad-shape"));
  }
  std::size_t treated = 0, taking = 0;
  for (std::size_t u = 0; u < draw.size(); ++u) {
    const bool in = design.kind == DesignKind::Switchback || design.stratum[u] != kNotInTest;
    treated += in && draw[u] == 1 ? 1 : 0, taking += in ? 1 : 0;
  }
  if (treated == 0 || treated == taking) {
    return fail(s("experiment.one-arm"));
  }
  if (design.kind == DesignKind::Switchback) {
    return {};
  }
  const auto members = membersOf(design);
  for (std::size_t i = 0; i < members.size(); ++i) {
    std::size_t got = 0;
    for (const std::size_t c : members[i]) {
      got += draw[c];
    }
    const bool mayTurn = members.size() > 1 && members[i].size() % 2 == 1;
    if (got != design.treatedIn[i] && !(mayTurn && got == members[i].size() - design.treatedIn[i])) {
      return fail(s("experiment.bad-shape"));
    }
  }
  return {};
}

} // namespace pricewright
