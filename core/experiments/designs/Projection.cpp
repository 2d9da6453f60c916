// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiments/designs/Projection.h"

#include <algorithm>
#include <cmath>

namespace pricewright::projection {
namespace {

constexpr double kNothingNew = 1e-8; // of a column's own length

std::size_t levelsOf(const std::vector<std::size_t>& factor) {
  return factor.empty() ? 0 : *std::max_element(factor.begin(), factor.end()) + 1;
}

// (I − H)^(−1/2), where the directions that the regressors take up whole are left out.
Eigen::MatrixXd inverseRoot(const Eigen::MatrixXd& leftOver) {
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(leftOver);
  Eigen::VectorXd root = solver.eigenvalues();
  for (Eigen::Index i = 0; i < root.size(); ++i) {
    root[i] = root[i] > 1e-9 ? 1 / std::sqrt(root[i]) : 0;
  }
  return solver.eigenvectors() * root.asDiagonal() * solver.eigenvectors().transpose();
}

} // namespace

void addColumn(std::vector<Eigen::VectorXd>& basis, const Eigen::VectorXd& column) {
  const double length = column.norm();
  if (!(length > 0)) {
    return;
  }
  Eigen::VectorXd rest = column / length;
  for (int pass = 0; pass < 2; ++pass) { // twice is enough (Kahan; Giraud et al. 2005)
    for (const Eigen::VectorXd& q : basis) {
      rest -= q * q.dot(rest);
    }
  }
  if (rest.norm() > kNothingNew) {
    basis.push_back(rest.normalized());
  }
}

Eigen::MatrixXd packed(const std::vector<Eigen::VectorXd>& basis, Eigen::Index rows) {
  Eigen::MatrixXd matrix(rows, Eigen::Index(basis.size()));
  for (std::size_t i = 0; i < basis.size(); ++i) {
    matrix.col(Eigen::Index(i)) = basis[i];
  }
  return matrix;
}

Eigen::MatrixXd withinResidual(const Eigen::MatrixXd& values, const std::vector<std::size_t>& first,
                               const std::vector<std::size_t>& second) {
  const Eigen::Index firsts = Eigen::Index(levelsOf(first)), seconds = Eigen::Index(levelsOf(second));
  Eigen::MatrixXd cell = Eigen::MatrixXd::Zero(firsts, std::max<Eigen::Index>(seconds, 1));
  Eigen::MatrixXd sum = Eigen::MatrixXd::Zero(firsts, values.cols());
  Eigen::MatrixXd sum2 = Eigen::MatrixXd::Zero(std::max<Eigen::Index>(seconds, 1), values.cols());
  for (Eigen::Index i = 0; i < values.rows(); ++i) {
    const Eigen::Index a = Eigen::Index(first[std::size_t(i)]);
    const Eigen::Index b = second.empty() ? 0 : Eigen::Index(second[std::size_t(i)]);
    cell(a, b) += 1, sum.row(a) += values.row(i), sum2.row(b) += values.row(i);
  }
  const Eigen::VectorXd perFirst = cell.rowwise().sum().cwiseMax(1.0).cwiseInverse();
  Eigen::MatrixXd effect2 = Eigen::MatrixXd::Zero(sum2.rows(), values.cols());
  if (seconds > 0) {
    // The first effects eliminated, the second ones remain: a small system, singular by at least one.
    Eigen::MatrixXd system = -cell.transpose() * perFirst.asDiagonal() * cell;
    system.diagonal() += cell.colwise().sum().transpose();
    const Eigen::MatrixXd right = sum2 - cell.transpose() * perFirst.asDiagonal() * sum;
    effect2 = Eigen::CompleteOrthogonalDecomposition<Eigen::MatrixXd>(system).solve(right);
  }
  const Eigen::MatrixXd effect1 = perFirst.asDiagonal() * (sum - cell * effect2);
  Eigen::MatrixXd rest = values;
  for (Eigen::Index i = 0; i < values.rows(); ++i) {
    rest.row(i) -= effect1.row(Eigen::Index(first[std::size_t(i)]));
    if (seconds > 0) {
      rest.row(i) -= effect2.row(Eigen::Index(second[std::size_t(i)]));
    }
  }
  return rest;
}

RobustFit clusterRobust(const Eigen::MatrixXd& basis, const Eigen::VectorXd& treated, const Eigen::VectorXd& y,
                        const std::vector<std::size_t>& group) {
  const Eigen::VectorXd w = residual(basis, treated);
  const double square = w.squaredNorm();
  if (!(square > kNothingNew * treated.squaredNorm())) {
    return {};
  }
  Eigen::MatrixXd all(basis.rows(), basis.cols() + 1); // orthonormal: the hat matrix is all · allᵀ
  all << basis, w / std::sqrt(square);
  const Eigen::VectorXd rest = residual(all, y);
  const std::size_t groups = levelsOf(group);
  std::vector<std::vector<Eigen::Index>> members(groups);
  for (std::size_t i = 0; i < group.size(); ++i) {
    members[group[i]].push_back(Eigen::Index(i));
  }
  Eigen::MatrixXd influence = Eigen::MatrixXd::Zero(all.rows(), Eigen::Index(groups));
  double variance = 0;
  for (std::size_t g = 0; g < groups; ++g) {
    const std::vector<Eigen::Index>& in = members[g];
    const Eigen::MatrixXd part = all(in, Eigen::all);
    const Eigen::Index n = part.rows();
    const Eigen::MatrixXd root = inverseRoot(Eigen::MatrixXd::Identity(n, n) - part * part.transpose());
    const Eigen::VectorXd weight = root * w(in) / square;
    const double score = weight.dot(rest(in));
    variance += score * score;
    Eigen::VectorXd own = -(all * (part.transpose() * weight));
    own(in) += weight;
    influence.col(Eigen::Index(g)) = own;
  }
  const Eigen::MatrixXd gram = influence.transpose() * influence;
  const double trace = gram.trace(), squares = gram.squaredNorm();
  return {w.dot(y) / square, std::sqrt(variance), squares > 0 ? trace * trace / squares : 0};
}

} // namespace pricewright::projection
