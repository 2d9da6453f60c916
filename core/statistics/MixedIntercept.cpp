// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/MixedIntercept.h"

#include <Eigen/Dense>

#include <cmath>
#include <numbers>

namespace pricewright {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr double kLowest = -16, kHighest = 16; // of the ratio's logarithm

// All that the likelihood needs, summed once: V⁻¹ = I − ρ/(1 + nρ) 11ᵀ within a group.
class MixedModel {
 public:
  MixedModel(const GroupedData& d, Likelihood likelihood) : m_likelihood(likelihood), m_n(double(d.y.size())) {
    const Eigen::Index k = d.columns + 1;
    m_xx = MatrixXd::Zero(k, k);
    m_xy = VectorXd::Zero(k);
    m_groupX = MatrixXd::Zero(d.groups, k);
    m_groupY = m_groupN = VectorXd::Zero(d.groups);
    VectorXd row(k);
    for (std::size_t i = 0; i < d.y.size(); ++i) {
      row(0) = 1;
      for (Eigen::Index j = 1; j < k; ++j)
        row(j) = d.x[i * std::size_t(d.columns) + std::size_t(j) - 1];
      m_xx.noalias() += row * row.transpose();
      m_xy += row * d.y[i];
      m_yy += d.y[i] * d.y[i];
      m_groupX.row(d.group[i]) += row;
      m_groupY(d.group[i]) += d.y[i];
      ++m_groupN(d.group[i]);
    }
  }

  struct At {
    VectorXd b;
    MatrixXd inverse; // of XᵀV⁻¹X
    double variance = 0, criterion = 0;
    bool fine = false;
  };
  At at(double ratio) const {
    const VectorXd take = (ratio / (1 + ratio * m_groupN.array())).matrix();
    const MatrixXd cross = m_xx - m_groupX.transpose() * take.asDiagonal() * m_groupX;
    const VectorXd right = m_xy - m_groupX.transpose() * (take.array() * m_groupY.array()).matrix();
    const double yy = m_yy - (take.array() * m_groupY.array().square()).sum();
    const Eigen::LDLT<MatrixXd> ldlt(cross);
    At out;
    out.fine = ldlt.info() == Eigen::Success && ldlt.vectorD().minCoeff() > 1e-10 * ldlt.vectorD().maxCoeff();
    if (!out.fine)
      return out;
    out.b = ldlt.solve(right);
    out.inverse = ldlt.solve(MatrixXd::Identity(cross.rows(), cross.cols()));
    const double rss = std::max(yy - right.dot(out.b), 1e-300);
    const double logs = (1 + ratio * m_groupN.array()).log().sum();
    const bool full = m_likelihood == Likelihood::Full;
    const double freedom = full ? m_n : m_n - double(cross.rows());
    out.variance = rss / freedom;
    out.criterion = -0.5 * (freedom * (std::log(2 * std::numbers::pi * out.variance) + 1) + logs);
    if (!full)
      out.criterion -= 0.5 * ldlt.vectorD().array().log().sum();
    return out;
  }

  std::vector<double> effects(double ratio, const VectorXd& b) const {
    std::vector<double> out;
    for (Eigen::Index g = 0; g < m_groupN.size(); ++g)
      out.push_back(ratio / (1 + ratio * m_groupN(g)) * (m_groupY(g) - m_groupX.row(g).dot(b)));
    return out;
  }

 private:
  Likelihood m_likelihood;
  double m_n, m_yy = 0;
  MatrixXd m_xx, m_groupX;
  VectorXd m_xy, m_groupY, m_groupN;
};

Status check(const GroupedData& d) {
  if (d.columns < 0 || d.groups < 1 || d.x.size() != d.y.size() * std::size_t(d.columns) ||
      d.group.size() != d.y.size())
    return fail(QStringLiteral("statistics.bad-shape"));
  for (const int g : d.group)
    if (g < 0 || g >= d.groups)
      return fail(QStringLiteral("statistics.bad-shape"));
  for (const std::vector<double>* values : {&d.y, &d.x})
    for (const double v : *values)
      if (!std::isfinite(v))
        return fail(QStringLiteral("statistics.not-finite"));
  const std::size_t needed = std::size_t(d.columns) + 3;
  return d.y.size() >= needed
             ? Status()
             : fail(QStringLiteral("statistics.too-few-rows"), {{QStringLiteral("rows"), QString::number(d.y.size())},
                                                                {QStringLiteral("needed"), QString::number(needed)}});
}

} // namespace

Result<MixedFit> fitMixedIntercept(const GroupedData& data, Likelihood likelihood) {
  PW_CHECK(check(data));
  const MixedModel model(data, likelihood);
  const MixedModel::At none = model.at(0);
  if (!none.fine)
    return fail(QStringLiteral("statistics.collinear"));
  const auto criterion = [&](double logRatio) { return model.at(std::exp(logRatio)).criterion; };
  const double golden = (std::sqrt(5.0) - 1) / 2;
  double low = kLowest, high = kHighest;
  double a = high - golden * (high - low), b = low + golden * (high - low);
  double atA = criterion(a), atB = criterion(b);
  while (high - low > 1e-10) {
    if (atA > atB) {
      high = b, b = a, atB = atA;
      a = high - golden * (high - low), atA = criterion(a);
    } else {
      low = a, a = b, atA = atB;
      b = low + golden * (high - low), atB = criterion(b);
    }
  }
  double ratio = std::exp((low + high) / 2);
  MixedModel::At best = model.at(ratio);
  if (none.criterion >= best.criterion)
    best = none, ratio = 0;
  MixedFit fit;
  fit.fixed.assign(best.b.data(), best.b.data() + best.b.size());
  for (Eigen::Index j = 0; j < best.b.size(); ++j)
    fit.fixedError.push_back(std::sqrt(std::max(0.0, best.inverse(j, j) * best.variance)));
  fit.residualVariance = best.variance;
  fit.groupVariance = ratio * best.variance;
  fit.logLikelihood = best.criterion;
  fit.groupEffect = model.effects(ratio, best.b);
  return fit;
}

} // namespace pricewright
