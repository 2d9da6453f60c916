// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "experiments/designs/DesignScores.h"

#include <span>

namespace pricewright {

// How the false positives allowed are spread over the looks: alpha that may have been spent when a share t of the
// planned periods has been seen (Lan & DeMets 1983).
enum class Spending {
  OBrienFleming, // 2 − 2 Φ(z(α/2) / √t): almost nothing early, almost all at the end
  Quadratic,     // α t² (Kim & DeMets 1987)
  Linear,        // α t
  Pocock         // α ln(1 + (e − 1) t)
};
// experiment.bad-level is the caller's to check. t above 1 counts as 1.
double spentAlpha(Spending spending, double alpha, double t);

// The observed assignment among others drawn from the same design, looked at again and again. At each look those
// furthest out cross, as many as the alpha spent there allows; who has crossed stays crossed. All assignments, the
// observed included, are treated alike, and under "the effect is θ in each cluster" the observed is as likely as any of
// them to be any of them: so at most alpha of all cross at some look, for any number of clusters, redraws and looks, as
// long as the times of the looks do not depend on what was seen. (Randomization tests: Fisher 1935; Rosenbaum 2002.
// Group sequential with redraws in place of a normal process.)
class RedrawTest {
 public:
  struct Reference {
    std::size_t redraws = 1999;
    std::uint64_t seed = 1;
  };
  // All assignments where the design knows no more than the redraws wanted, else so many at random. A look at
  // `tested[k]` periods has seen the share `fraction[k]` of the plan. Errors of DesignScores::at; .bad-setting.
  static Result<RedrawTest> of(const DesignScores& scores, const ClusterDesign& design, const Draw& observed,
                               std::span<const std::size_t> tested, std::span<const double> fraction, Spending spending,
                               const Reference& reference);

  struct Walk {
    std::vector<double> critical; // of |statistic|; infinite: nothing may cross
    std::vector<bool> beyond;     // the observed is further out, at that look
    std::optional<std::size_t> crossedAt;
  };
  // The looks up to and including `last`, under the parameter θ.
  [[nodiscard]] Walk walk(double theta, double alpha, std::size_t last) const;
  [[nodiscard]] bool isInformative(std::size_t look) const; // both prices were seen where they can be compared
  [[nodiscard]] double estimate(std::size_t look) const;    // the parameter
  [[nodiscard]] double spread(std::size_t look) const;      // of its estimates over the redraws, at no effect
  [[nodiscard]] double statistic(std::size_t look, double theta) const; // of the observed, in the walk's units
  [[nodiscard]] double pAlone(std::size_t look, double theta) const;    // as if this had been the only look
  // The least alpha at which the test of no effect would have crossed by this look. At most alpha exactly where the
  // walk at alpha has.
  [[nodiscard]] double adjustedP(std::size_t look, double alpha) const;
  // All θ that are not beyond the boundary at this look (a repeated interval: Jennison & Turnbull 1989): it holds the
  // truth at all looks together with 1 − alpha. Infinite ends: nothing can be ruled out there.
  struct Interval {
    double low = 0, high = 0;
  };
  [[nodiscard]] Interval interval(std::size_t look, double alpha) const;
  [[nodiscard]] std::size_t size() const { return std::size_t(m_outcome.rows()); } // assignments, the observed included
  [[nodiscard]] bool isExact() const { return m_exact; }                           // all that there are

 private:
  [[nodiscard]] double edge(std::size_t look, double alpha, double direction) const;
  Eigen::MatrixXd m_outcome, m_effect; // assignments × looks; the observed first
  std::vector<double> m_fraction;
  Spending m_spending = Spending::Quadratic;
  bool m_exact = false;
};

} // namespace pricewright
