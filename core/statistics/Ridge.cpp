// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/Ridge.h"

#include <Eigen/Dense>

#include <cmath>

namespace pricewright {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

Status check(const std::vector<double>& y, const std::vector<double>& x, int columns) {
  if (columns < 0 || x.size() != y.size() * std::size_t(columns))
    return fail(QStringLiteral("statistics.bad-shape"));
  if (y.empty())
    return fail(QStringLiteral("statistics.too-few-rows"),
                {{QStringLiteral("rows"), QStringLiteral("0")}, {QStringLiteral("needed"), QStringLiteral("1")}});
  for (const std::vector<double>* values : {&y, &x})
    for (const double v : *values)
      if (!std::isfinite(v))
        return fail(QStringLiteral("statistics.not-finite"));
  return {};
}

MatrixXd designOf(const std::vector<double>& x, std::size_t rows, int columns) {
  MatrixXd out(Eigen::Index(rows), columns + 1);
  for (Eigen::Index i = 0; i < out.rows(); ++i) {
    out(i, 0) = 1;
    for (Eigen::Index j = 1; j < out.cols(); ++j)
      out(i, j) = x[std::size_t(i) * std::size_t(columns) + std::size_t(j) - 1];
  }
  return out;
}

} // namespace

Result<std::vector<double>> fitRidge(const std::vector<double>& y, const std::vector<double>& x, int columns,
                                     double lambda) {
  PW_CHECK(check(y, x, columns));
  if (!std::isfinite(lambda) || lambda < 0)
    return fail(QStringLiteral("statistics.not-finite"));
  const MatrixXd design = designOf(x, y.size(), columns);
  const VectorXd target = Eigen::Map<const VectorXd>(y.data(), Eigen::Index(y.size()));
  const Eigen::RowVectorXd mean = design.rightCols(columns).colwise().mean();
  const MatrixXd centered = design.rightCols(columns).rowwise() - mean;
  MatrixXd cross = centered.transpose() * centered;
  cross.diagonal().array() += lambda;
  const Eigen::LDLT<MatrixXd> ldlt(cross);
  if (columns > 0 &&
      (ldlt.info() != Eigen::Success || !(ldlt.vectorD().minCoeff() > 1e-12 * ldlt.vectorD().maxCoeff())))
    return fail(QStringLiteral("statistics.collinear"));
  const VectorXd b = ldlt.solve(centered.transpose() * (target.array() - target.mean()).matrix());
  std::vector<double> out{target.mean() - mean.dot(b)};
  out.insert(out.end(), b.data(), b.data() + b.size());
  return out;
}

Result<NormalPosterior> normalPosterior(const std::vector<double>& y, const std::vector<double>& x, int columns,
                                        const std::vector<double>& priorMean, const std::vector<double>& priorVariance,
                                        double residualVariance) {
  PW_CHECK(check(y, x, columns));
  const auto k = std::size_t(columns) + 1;
  if (priorMean.size() != k || priorVariance.size() != k)
    return fail(QStringLiteral("statistics.bad-shape"));
  for (const double v : priorVariance)
    if (!std::isfinite(v) || v <= 0)
      return fail(QStringLiteral("statistics.not-finite"));
  if (!std::isfinite(residualVariance) || residualVariance <= 0)
    return fail(QStringLiteral("statistics.not-finite"));
  const MatrixXd design = designOf(x, y.size(), columns);
  const VectorXd target = Eigen::Map<const VectorXd>(y.data(), Eigen::Index(y.size()));
  const VectorXd before = Eigen::Map<const VectorXd>(priorMean.data(), Eigen::Index(k));
  const VectorXd precision = Eigen::Map<const VectorXd>(priorVariance.data(), Eigen::Index(k)).cwiseInverse();
  MatrixXd information = design.transpose() * design / residualVariance;
  information.diagonal() += precision;
  const MatrixXd covariance = information.llt().solve(MatrixXd::Identity(Eigen::Index(k), Eigen::Index(k)));
  const VectorXd mean = covariance * (design.transpose() * target / residualVariance + precision.cwiseProduct(before));
  if (!mean.allFinite())
    return fail(QStringLiteral("statistics.not-finite"));
  NormalPosterior out;
  out.mean.assign(mean.data(), mean.data() + mean.size());
  for (Eigen::Index j = 0; j < Eigen::Index(k); ++j)
    out.variance.push_back(covariance(j, j));
  return out;
}

} // namespace pricewright
