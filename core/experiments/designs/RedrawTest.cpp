// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiments/designs/RedrawTest.h"

#include "base/Words.h"
#include "statistics/Distributions.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace pricewright {
namespace {

using Eigen::Index;
constexpr double kInfinite = std::numeric_limits<double>::infinity();
constexpr double kTie = 1 + 1e-9; // an assignment and its mirror image differ by rounding only

std::vector<Draw> referenceDraws(const ClusterDesign& design, const Draw& observed,
                                 const RedrawTest::Reference& reference, bool& exact) {
  std::vector<Draw> draws{observed};
  auto all = allAssignments(design, reference.redraws + 1);
  exact = all.has_value();
  if (exact) {
    for (Draw& draw : *all) {
      if (draw != observed) {
        draws.push_back(std::move(draw));
      }
    }
    return draws;
  }
  Random random(reference.seed);
  while (draws.size() <= reference.redraws) {
    draws.push_back(drawAssignment(design, random));
  }
  return draws;
}

Eigen::MatrixXd matrixOf(const std::vector<Draw>& draws) {
  Eigen::MatrixXd matrix(Index(draws.size()), Index(draws.front().size()));
  for (std::size_t u = 0; u < draws.front().size(); ++u) {
    for (std::size_t r = 0; r < draws.size(); ++r) {
      matrix(Index(r), Index(u)) = draws[r][u];
    }
  }
  return matrix;
}

} // namespace

double spentAlpha(Spending spending, double alpha, double t) {
  if (t >= 1) {
    return alpha;
  }
  if (!(t > 0)) {
    return 0;
  }
  switch (spending) {
  case Spending::OBrienFleming:
    return std::min(alpha, 2 * normalCdf(normalQuantile(alpha / 2) / std::sqrt(t)));
  case Spending::Quadratic:
    return alpha * t * t;
  case Spending::Linear:
    return alpha * t;
  case Spending::Pocock:
    return alpha * std::log1p((std::numbers::e - 1) * t);
  }
  return 0;
}

Result<RedrawTest> RedrawTest::of(const DesignScores& scores, const ClusterDesign& design, const Draw& observed,
                                  std::span<const std::size_t> tested, std::span<const double> fraction,
                                  Spending spending, const Reference& reference) {
  if (tested.empty() || tested.size() != fraction.size()) {
    return fail(s("experiment.bad-shape"));
  }
  if (reference.redraws < 99 || reference.redraws > 1'000'000) {
    return fail(s("experiment.bad-setting"), {{s("setting"), s("redraws")}});
  }
  RedrawTest test;
  const Eigen::MatrixXd draws = matrixOf(referenceDraws(design, observed, reference, test.m_exact));
  const Index looks = Index(tested.size());
  test.m_outcome.resize(draws.rows(), looks), test.m_effect.resize(draws.rows(), looks);
  for (Index k = 0; k < looks; ++k) {
    PW_TRY(const UnitScores at, scores.at(tested[std::size_t(k)]));
    Index known = at.outcome.size(); // blocks to come are zeros at the end
    while (known > 0 && at.outcome[known - 1] == 0 && at.effect[known - 1] == 0) {
      --known;
    }
    Eigen::MatrixXd columns(known, 2);
    columns << at.outcome.head(known), at.effect.head(known);
    const Eigen::MatrixXd sums = draws.leftCols(known) * columns;
    test.m_outcome.col(k) = sums.col(0), test.m_effect.col(k) = sums.col(1);
  }
  test.m_fraction.assign(fraction.begin(), fraction.end());
  test.m_spending = spending;
  const double size = test.m_outcome.cwiseAbs().maxCoeff();
  if (!std::isfinite(size)) {
    return fail(s("experiment.not-finite"));
  }
  return test;
}

RedrawTest::Walk RedrawTest::walk(double theta, double alpha, std::size_t last) const {
  const std::size_t n = size();
  std::vector<char> gone(n, 0);
  std::vector<double> far(n), rank;
  Walk walk;
  std::size_t crossed = 0;
  for (std::size_t k = 0; k <= last; ++k) {
    const auto budget = std::size_t(std::floor(spentAlpha(m_spending, alpha, m_fraction[k]) * double(n) + 1e-9));
    const std::size_t allowed = budget > crossed ? budget - crossed : 0;
    double critical = kInfinite;
    for (std::size_t r = 0; r < n; ++r) {
      far[r] = std::abs(m_outcome(Index(r), Index(k)) - theta * m_effect(Index(r), Index(k)));
    }
    if (allowed > 0) {
      rank.clear();
      for (std::size_t r = 0; r < n; ++r) {
        if (gone[r] == 0) {
          rank.push_back(far[r]);
        }
      }
      critical = -1;
      if (allowed < rank.size()) {
        const auto at = rank.begin() + std::ptrdiff_t(allowed);
        std::nth_element(rank.begin(), at, rank.end(), std::greater<>());
        critical = *at * kTie;
      }
      for (std::size_t r = 0; r < n; ++r) {
        if (gone[r] == 0 && far[r] > critical) {
          gone[r] = 1, ++crossed;
        }
      }
    }
    walk.critical.push_back(critical);
    walk.beyond.push_back(far[0] > critical);
    if (gone[0] != 0 && !walk.crossedAt) {
      walk.crossedAt = k;
    }
  }
  return walk;
}

bool RedrawTest::isInformative(std::size_t look) const {
  return std::abs(m_effect(0, Index(look))) > 1e-9 && spread(look) > 0;
}

double RedrawTest::estimate(std::size_t look) const { return m_outcome(0, Index(look)) / m_effect(0, Index(look)); }

double RedrawTest::spread(std::size_t look) const {
  const Index k = Index(look);
  const double theta = estimate(look);
  if (!std::isfinite(theta) || m_outcome.rows() < 2) {
    return 0;
  }
  const Eigen::ArrayXd at = m_outcome.col(k).array() - theta * m_effect.col(k).array();
  return std::sqrt((at - at.mean()).square().sum() / double(at.size() - 1)) / std::abs(m_effect(0, k));
}

double RedrawTest::statistic(std::size_t look, double theta) const {
  return m_outcome(0, Index(look)) - theta * m_effect(0, Index(look));
}

double RedrawTest::pAlone(std::size_t look, double theta) const {
  const Eigen::ArrayXd far = (m_outcome.col(Index(look)) - theta * m_effect.col(Index(look))).array().abs();
  return double((far * kTie >= far[0]).count()) / double(far.size());
}

double RedrawTest::adjustedP(std::size_t look, double alpha) const {
  const std::size_t n = size();
  std::size_t low = 0, high = n; // not crossed at low / n; crossed, or never, at high / n
  while (high - low > 1) {
    const std::size_t middle = (low + high) / 2;
    (walk(0, double(middle) / double(n), look).crossedAt ? high : low) = middle;
  }
  const double p = double(high) / double(n);
  const bool crossed = walk(0, alpha, look).crossedAt.has_value();
  return crossed ? std::min(p, alpha) : std::max(p, std::min(1.0, std::nextafter(alpha, 1)));
}

// From the estimate outwards until it is beyond, then between.
double RedrawTest::edge(std::size_t look, double alpha, double direction) const {
  const auto beyond = [&](double theta) { return bool(walk(theta, alpha, look).beyond[look]); };
  const double from = estimate(look);
  double step = spread(look) / 4, inside = from, outside = from;
  for (int i = 0;; ++i, step *= 1.6) {
    if (i == 24) {
      return direction * kInfinite;
    }
    outside = from + direction * step;
    if (beyond(outside)) {
      break;
    }
    inside = outside;
  }
  for (int i = 0; i < 24; ++i) {
    const double middle = (inside + outside) / 2;
    (beyond(middle) ? outside : inside) = middle;
  }
  return inside;
}

RedrawTest::Interval RedrawTest::interval(std::size_t look, double alpha) const {
  if (!isInformative(look) || spentAlpha(m_spending, alpha, m_fraction[look]) * double(size()) < 1) {
    return {-kInfinite, kInfinite};
  }
  return {edge(look, alpha, -1), edge(look, alpha, 1)};
}

} // namespace pricewright
