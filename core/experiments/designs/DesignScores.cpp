// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiments/designs/DesignScores.h"

#include "base/Words.h"
#include "experiments/designs/Projection.h"
#include "statistics/Distributions.h"

#include <cmath>
#include <limits>
#include <numeric>

namespace pricewright {
namespace {

constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t kRecent = 8; // periods before the test that tell how a cluster has been doing of late

using Eigen::Index;

// Clusters and periods as numbers without gaps.
std::vector<std::size_t> numbered(const std::vector<std::size_t>& labels, std::size_t most) {
  std::vector<std::size_t> number(most, most), result(labels.size());
  std::size_t next = 0;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (number[labels[i]] == most) {
      number[labels[i]] = next++;
    }
    result[i] = number[labels[i]];
  }
  return result;
}

} // namespace

double effectOf(EffectScale scale, double parameter) {
  switch (scale) {
  case EffectScale::Absolute:
    return parameter;
  case EffectScale::Relative:
    if (std::isinf(parameter)) {
      return parameter < 0 ? -1 : parameter;
    }
    return parameter < 1 ? parameter / (1 - parameter) : std::numeric_limits<double>::infinity();
  case EffectScale::LogRatio:
    return std::expm1(parameter);
  }
  return parameter;
}

double parameterOf(EffectScale scale, double effect) {
  if (scale == EffectScale::Absolute) {
    return effect;
  }
  if (effect <= -1) {
    return -std::numeric_limits<double>::infinity();
  }
  return scale == EffectScale::Relative ? effect / (1 + effect) : std::log1p(effect);
}

double slopeOfEffect(EffectScale scale, double parameter) {
  if (scale == EffectScale::Absolute) {
    return 1;
  }
  return scale == EffectScale::Relative ? 1 / ((1 - parameter) * (1 - parameter)) : std::exp(parameter);
}

bool DesignScores::takes(std::size_t cluster) const {
  return m_design->kind == DesignKind::Switchback || m_design->stratum[cluster] != kNotInTest;
}

Result<DesignScores> DesignScores::of(const Panel& panel, const ClusterDesign& design, const Draw& observed,
                                      const EffectModel& model) {
  if (design.clusters != panel.clusters()) {
    return fail(s("experiment.bad-shape"));
  }
  PW_CHECK(checkDraw(design, observed));
  DesignScores scores(panel, design, observed, model);
  PW_CHECK(scores.fillCells());
  if (design.kind != DesignKind::Switchback) {
    scores.centerPeriods();
  }
  return scores;
}

// The outcome on its scale, and what an effect of 1 parameter has added to it in the cells that were treated.
Status DesignScores::fillCells() {
  const Panel& p = *m_panel;
  m_outcome.setConstant(Index(p.clusters()), Index(p.periods()), kMissing);
  m_effect = m_outcome;
  m_level.assign(p.clusters(), kMissing);
  const bool needsBefore = m_model.scale == EffectScale::Relative || m_model.before != BeforeUse::None;
  for (std::size_t c = 0; c < p.clusters(); ++c) {
    if (!takes(c)) {
      continue;
    }
    const double level = p.meanBefore(c);
    if (needsBefore && std::isnan(level)) {
      return fail(s("experiment.no-history"), {{s("cluster"), QString::number(c + 1)}});
    }
    if (m_model.scale == EffectScale::Relative && !(level > 0)) {
      return fail(s("experiment.no-baseline"), {{s("cluster"), QString::number(c + 1)}});
    }
    m_level[c] = level;
    for (std::size_t t = 0; t < p.periods(); ++t) {
      if (!p.has(c, t)) {
        continue;
      }
      double y = p.at(c, t);
      if (m_model.scale == EffectScale::LogRatio && !(y > 0)) {
        return fail(s("experiment.not-positive"), {{s("cluster"), QString::number(c + 1)}});
      }
      y = m_model.scale == EffectScale::Relative ? y / level : m_model.scale == EffectScale::LogRatio ? std::log(y) : y;
      const auto unit = t < p.before() ? std::nullopt : m_design->priceUnitAt(c, t - p.before());
      const bool treated = unit && (*m_observed)[*unit] == 1;
      m_outcome(Index(c), Index(t)) = y;
      m_effect(Index(c), Index(t)) = !treated ? 0 : m_model.scale == EffectScale::Relative ? y : 1;
    }
  }
  return {};
}

void DesignScores::centerPeriods() {
  for (Index t = 0; t < m_outcome.cols(); ++t) {
    double y = 0, z = 0, n = 0;
    for (Index c = 0; c < m_outcome.rows(); ++c) {
      if (!std::isnan(m_outcome(c, t))) {
        y += m_outcome(c, t), z += m_effect(c, t), n += 1;
      }
    }
    if (n > 0) {
      m_outcome.col(t).array() -= y / n, m_effect.col(t).array() -= z / n;
    }
  }
}

double DesignScores::meanOf(const Eigen::MatrixXd& cells, std::size_t c, std::size_t from, std::size_t to) const {
  double sum = 0, count = 0;
  for (std::size_t t = from; t < to; ++t) {
    if (const double v = cells(Index(c), Index(t)); !std::isnan(v)) {
      sum += v, count += 1;
    }
  }
  return count > 0 ? sum / count : kMissing;
}

ScoreRows DesignScores::clusterRows(std::size_t tested) const {
  const std::size_t before = m_panel->before();
  ScoreRows rows;
  std::vector<double> y, z, w;
  for (std::size_t c = 0; c < m_panel->clusters(); ++c) {
    double within = takes(c) ? meanOf(m_outcome, c, before, before + tested) : kMissing;
    if (std::isnan(within)) {
      continue; // nothing was seen of it so far, whatever its price
    }
    if (m_model.before == BeforeUse::Difference) {
      within -= meanOf(m_outcome, c, 0, before);
    }
    y.push_back(within), z.push_back(meanOf(m_effect, c, before, before + tested));
    w.push_back((*m_observed)[c]);
    rows.unit.push_back(c), rows.cluster.push_back(c), rows.group.push_back(rows.group.size());
  }
  const auto map = [](const std::vector<double>& v) {
    return Eigen::VectorXd(Eigen::Map<const Eigen::VectorXd>(v.data(), Index(v.size())));
  };
  rows.outcome = map(y), rows.effect = map(z), rows.treated = map(w);
  return rows;
}

// Without periods before, the first blocks could not be told from what clusters are anyway.
std::size_t DesignScores::lead() const {
  if (m_design->together || m_model.before == BeforeUse::None) {
    return 0;
  }
  return std::min(m_panel->before(), kRecent);
}

ScoreRows DesignScores::cellRows(std::size_t tested) const {
  const std::size_t before = m_panel->before();
  ScoreRows rows;
  std::vector<std::array<double, 3>> cells;
  for (std::size_t c = 0; c < m_panel->clusters(); ++c) {
    for (std::size_t t = before - lead(); t < before + tested; ++t) {
      const std::optional<std::size_t> unit = t < before ? std::nullopt : m_design->unitAt(c, t - before);
      const Index row = Index(c), column = Index(t);
      if (std::isnan(m_outcome(row, column)) || (t >= before && !unit)) {
        continue;
      }
      cells.push_back({m_outcome(row, column), m_effect(row, column), unit ? double((*m_observed)[*unit]) : 0.0});
      rows.unit.push_back(unit), rows.cluster.push_back(c), rows.period.push_back(t);
      rows.group.push_back(m_design->together && unit ? *unit : c);
    }
  }
  const Index n = Index(cells.size());
  rows.outcome.resize(n), rows.effect.resize(n), rows.treated.resize(n);
  for (Index i = 0; i < n; ++i) {
    rows.outcome[i] = cells[std::size_t(i)][0], rows.effect[i] = cells[std::size_t(i)][1];
    rows.treated[i] = cells[std::size_t(i)][2];
  }
  rows.cluster = numbered(rows.cluster, m_panel->clusters());
  rows.group = numbered(rows.group, std::max(m_panel->clusters(), m_design->units()));
  rows.period = m_design->together ? std::vector<std::size_t>() : numbered(rows.period, m_panel->periods());
  return rows;
}

ScoreRows DesignScores::rows(std::size_t tested) const {
  return m_design->kind == DesignKind::Switchback ? cellRows(tested) : clusterRows(tested);
}

// Level and recent course before the test, as many as the clusters can bear.
std::vector<Eigen::VectorXd> DesignScores::covariates(const ScoreRows& rows) const {
  const std::size_t n = rows.cluster.size(), strata = m_design->treatedIn.size();
  const std::size_t most = n > strata ? (n - strata) / 5 : 0, before = m_panel->before();
  std::vector<Eigen::VectorXd> columns;
  if (m_model.before != BeforeUse::Regression || before == 0) {
    return columns;
  }
  Eigen::VectorXd level = Eigen::VectorXd::Zero(Index(n)), recent = level;
  for (std::size_t i = 0; i < n; ++i) {
    const std::size_t c = rows.cluster[i];
    const double all = meanOf(m_outcome, c, 0, before);
    const double late = meanOf(m_outcome, c, before - std::min(before, kRecent), before);
    level[Index(i)] = m_model.scale == EffectScale::Relative ? std::log(m_level[c]) : all;
    recent[Index(i)] = std::isnan(late) ? all : late;
  }
  if (m_model.scale == EffectScale::Relative) {
    columns = {recent, level};
  } else {
    columns = {level, recent};
  }
  columns.resize(std::min(columns.size(), most));
  return columns;
}

Eigen::MatrixXd DesignScores::nuisance(const ScoreRows& rows) const {
  std::vector<Eigen::VectorXd> basis;
  const Index n = rows.outcome.size();
  const auto dummies = [&](std::size_t count, auto&& labelOf) {
    for (std::size_t level = 0; level < count; ++level) {
      Eigen::VectorXd column(n);
      for (Index i = 0; i < n; ++i) {
        column[i] = labelOf(std::size_t(i)) == level ? 1 : 0;
      }
      projection::addColumn(basis, column);
    }
  };
  if (m_design->kind == DesignKind::Switchback) {
    dummies(m_panel->clusters(), [&](std::size_t i) { return rows.cluster[i]; });
    if (!rows.period.empty()) {
      dummies(m_panel->periods(), [&](std::size_t i) { return rows.period[i]; });
    }
  } else {
    dummies(m_design->treatedIn.size(), [&](std::size_t i) { return std::size_t(m_design->stratum[rows.cluster[i]]); });
    for (const Eigen::VectorXd& column : covariates(rows)) {
      projection::addColumn(basis, column);
    }
  }
  return projection::packed(basis, n);
}

Result<UnitScores> DesignScores::at(std::size_t tested) const {
  if (tested == 0 || tested > m_panel->tested()) {
    return fail(s("experiment.bad-shape"));
  }
  const ScoreRows in = rows(tested);
  const Index n = in.outcome.size();
  UnitScores scores{Eigen::VectorXd::Zero(Index(m_design->units())), Eigen::VectorXd::Zero(Index(m_design->units()))};
  if (n == 0) {
    return scores; // nothing but washout so far
  }
  Eigen::MatrixXd both(n, 2);
  both << in.outcome, in.effect;
  if (m_design->kind == DesignKind::Switchback) {
    both = projection::withinResidual(both, in.cluster, in.period);
  } else {
    const Eigen::MatrixXd basis = nuisance(in);
    both -= (basis * (basis.transpose() * both)).eval();
  }
  for (Index i = 0; i < n; ++i) {
    if (const auto unit = in.unit[std::size_t(i)]) {
      scores.outcome[Index(*unit)] += both(i, 0), scores.effect[Index(*unit)] += both(i, 1);
    }
  }
  return scores;
}

Result<RobustEffect> DesignScores::robust(std::size_t tested, double alpha) const {
  if (!(alpha > 0 && alpha < 1)) {
    return fail(s("experiment.bad-level"));
  }
  if (tested == 0 || tested > m_panel->tested()) {
    return fail(s("experiment.bad-shape"));
  }
  const ScoreRows in = rows(tested);
  const Eigen::MatrixXd basis = nuisance(in);
  const Eigen::VectorXd treated = projection::residual(basis, in.treated);
  const double perParameter = treated.dot(in.effect), square = treated.squaredNorm();
  if (!(std::abs(perParameter) > 1e-12) || !(square > 1e-12)) {
    return fail(s("experiment.no-exposure"));
  }
  const double parameter = treated.dot(in.outcome) / perParameter;
  const auto fit = projection::clusterRobust(basis, in.treated, in.outcome - parameter * in.effect, in.group);
  if (!(fit.standardError > 1e-12 * in.outcome.norm()) || !(fit.degreesOfFreedom > 0)) {
    return fail(s("experiment.no-variance"));
  }
  RobustEffect effect;
  const double error = fit.standardError * square / std::abs(perParameter);
  effect.value = effectOf(m_model.scale, parameter);
  effect.standardError = error * slopeOfEffect(m_model.scale, parameter);
  effect.degreesOfFreedom = fit.degreesOfFreedom;
  const double reach = studentQuantile(1 - alpha / 2, fit.degreesOfFreedom) * error;
  effect.low = effectOf(m_model.scale, parameter - reach), effect.high = effectOf(m_model.scale, parameter + reach);
  return effect;
}

} // namespace pricewright
