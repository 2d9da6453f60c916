// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <Eigen/Dense>
#include <vector>

// Least squares with many dummies. Internal to this folder.
namespace pricewright::projection {

// Adds a column to orthonormal ones, unless it holds nothing new.
void addColumn(std::vector<Eigen::VectorXd>& basis, const Eigen::VectorXd& column);
Eigen::MatrixXd packed(const std::vector<Eigen::VectorXd>& basis, Eigen::Index rows);
inline Eigen::VectorXd residual(const Eigen::MatrixXd& basis, const Eigen::VectorXd& v) {
  return v - basis * (basis.transpose() * v);
}
// What is left of each column of `values` after effects of `first` and `second` (numbered from 0) were fitted,
// unbalanced or not; `second` empty: of `first` alone.
Eigen::MatrixXd withinResidual(const Eigen::MatrixXd& values, const std::vector<std::size_t>& first,
                               const std::vector<std::size_t>& second);

// The coefficient of `treated` with CR2 standard error, by groups of rows; `basis` holds the other regressors.
struct RobustFit {
  double coefficient = 0, standardError = 0, degreesOfFreedom = 0;
};
RobustFit clusterRobust(const Eigen::MatrixXd& basis, const Eigen::VectorXd& treated, const Eigen::VectorXd& y,
                        const std::vector<std::size_t>& group);

} // namespace pricewright::projection
