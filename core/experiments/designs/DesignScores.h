// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "experiments/designs/ClusterDesign.h"
#include "experiments/designs/EffectModel.h"

#include <Eigen/Dense>
#include <optional>

namespace pricewright {

// The statistic of a draw W under "the effect is θ" is Σ over its treated units (outcome − θ · effect): the score of W
// in the regression, all other regressors projected out first. It is linear in θ, so redraws are two products each. It
// is 0 where θ is the regression's own estimate. (Residuals first, then redraws: valid whatever the model says; Zhao &
// Ding 2021, "Covariate-adjusted Fisher randomization tests for the average treatment effect".)
struct UnitScores {
  Eigen::VectorXd outcome, effect; // of each unit
};

// An estimate with a standard error that holds whatever goes on within clusters (CR2: Bell & McCaffrey 2002), and its
// degrees of freedom (Satterthwaite: Pustejovsky & Tipton 2018).
struct RobustEffect {
  double value = 0, standardError = 0, degreesOfFreedom = 0; // in the effect's scale
  double low = 0, high = 0;                                  // 1 − alpha
};

// The rows of the regression: a row a cluster, or a row a cluster and period in a switchback.
struct ScoreRows {
  Eigen::VectorXd outcome, effect, treated;
  std::vector<std::optional<std::size_t>> unit; // none: a period before the test
  std::vector<std::size_t> group;               // what is independent: clusters, or blocks where all switch together
  std::vector<std::size_t> cluster, period;     // switchback only
};

// Clusters and pairs: each cluster's mean of the test so far, after each period's mean over all clusters was taken off
// (so that a missing week takes nothing of its season with it), on strata and what was before. Switchback: two-way
// fixed effects, clusters and periods; only clusters where all switch together.
class DesignScores {
 public:
  // experiment.no-history, .no-baseline (a mean before the test that is not positive, of a relative effect),
  // .not-positive (LogRatio), .bad-shape, .one-arm. What is given must outlive this.
  static Result<DesignScores> of(const Panel& panel, const ClusterDesign& design, const Draw& observed,
                                 const EffectModel& model);
  // By the data of the first `tested` periods of the test. experiment.bad-shape, .no-exposure, .no-variance
  [[nodiscard]] Result<UnitScores> at(std::size_t tested) const;
  // .no-variance, .too-few-units, .bad-level
  [[nodiscard]] Result<RobustEffect> robust(std::size_t tested, double alpha) const;

 private:
  DesignScores(const Panel& panel, const ClusterDesign& design, const Draw& observed, const EffectModel& model)
      : m_panel(&panel), m_design(&design), m_observed(&observed), m_model(model) {}
  [[nodiscard]] bool takes(std::size_t cluster) const;
  Status fillCells();
  void centerPeriods();
  [[nodiscard]] double meanOf(const Eigen::MatrixXd& cells, std::size_t c, std::size_t from, std::size_t to) const;
  [[nodiscard]] ScoreRows clusterRows(std::size_t tested) const;
  [[nodiscard]] ScoreRows cellRows(std::size_t tested) const;
  [[nodiscard]] ScoreRows rows(std::size_t tested) const;
  [[nodiscard]] std::vector<Eigen::VectorXd> covariates(const ScoreRows& rows) const;
  [[nodiscard]] Eigen::MatrixXd nuisance(const ScoreRows& rows) const; // orthonormal columns
  [[nodiscard]] std::size_t lead() const;                              // periods before that a switchback looks at

  const Panel* m_panel;
  const ClusterDesign* m_design;
  const Draw* m_observed;
  EffectModel m_model;
  Eigen::MatrixXd m_outcome, m_effect; // clusters × periods; NaN: missing
  std::vector<double> m_level;         // of each cluster before the test; NaN: not known
};

} // namespace pricewright
