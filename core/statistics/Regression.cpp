// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/Regression.h"

#include "statistics/Distributions.h"

#include <Eigen/QR>

#include <cmath>

namespace pricewright {
namespace {

using Matrix = Eigen::MatrixXd;
using Vector = Eigen::VectorXd;

// Counts of what came in, checked: rows, and those that carry weight.
struct Shape {
  Eigen::Index rows = 0, columns = 0, counted = 0;
};

Result<Shape> checked(const RegressionInput& in) {
  const auto finite = [](const std::vector<double>& v) {
    return std::all_of(v.begin(), v.end(), [](double x) { return std::isfinite(x); });
  };
  const std::size_t rows = in.y.size();
  const bool fits = in.columns >= 0 && in.x.size() == rows * static_cast<std::size_t>(in.columns) &&
                    (in.weights.empty() || in.weights.size() == rows);
  if (!fits)
    return fail(QStringLiteral("statistics.bad-shape"));
  if (!finite(in.y) || !finite(in.x) || !finite(in.weights))
    return fail(QStringLiteral("statistics.not-finite"));
  if (std::any_of(in.weights.begin(), in.weights.end(), [](double w) { return w < 0; }))
    return fail(QStringLiteral("statistics.negative-weight"));
  const auto counted = in.weights.empty()
                           ? static_cast<std::ptrdiff_t>(rows)
                           : std::count_if(in.weights.begin(), in.weights.end(), [](double w) { return w > 0; });
  const Shape shape{static_cast<Eigen::Index>(rows), in.columns + 1, counted};
  if (shape.counted <= shape.columns)
    return fail(QStringLiteral("statistics.too-few-rows"),
                {{QStringLiteral("rows"), QString::number(shape.counted)},
                 {QStringLiteral("needed"), QString::number(shape.columns + 1)}});
  return shape;
}

double weightOf(const RegressionInput& in, Eigen::Index row) {
  return in.weights.empty() ? 1 : in.weights[static_cast<std::size_t>(row)];
}

// Rows times √weight, the constant first: ordinary least squares on these is the weighted fit.
Matrix scaledDesign(const RegressionInput& in, const Shape& shape) {
  Matrix design(shape.rows, shape.columns);
  for (Eigen::Index r = 0; r < shape.rows; ++r) {
    const double root = std::sqrt(weightOf(in, r));
    design(r, 0) = root;
    for (Eigen::Index c = 1; c < shape.columns; ++c)
      design(r, c) = root * in.x[static_cast<std::size_t>(r * in.columns + c - 1)];
  }
  return design;
}

// Means of the regressors, the constant's being 1.
Vector meanRow(const RegressionInput& in, const Shape& shape) {
  Vector mean = Vector::Ones(shape.columns);
  double total = 0;
  Vector sum = Vector::Zero(shape.columns);
  for (Eigen::Index r = 0; r < shape.rows; ++r) {
    const double weight = weightOf(in, r);
    total += weight;
    for (Eigen::Index c = 1; c < shape.columns; ++c)
      sum(c) += weight * in.x[static_cast<std::size_t>(r * in.columns + c - 1)];
  }
  for (Eigen::Index c = 1; c < shape.columns; ++c)
    mean(c) = sum(c) / total;
  return mean;
}

// Weighted sum of squares about the weighted mean: what the fit has to explain.
double totalSquares(const RegressionInput& in, const Shape& shape) {
  double weights = 0, sum = 0, squares = 0;
  for (Eigen::Index r = 0; r < shape.rows; ++r) {
    weights += weightOf(in, r);
    sum += weightOf(in, r) * in.y[static_cast<std::size_t>(r)];
  }
  for (Eigen::Index r = 0; r < shape.rows; ++r) {
    const double off = in.y[static_cast<std::size_t>(r)] - sum / weights;
    squares += weightOf(in, r) * off * off;
  }
  return squares;
}

void fillInference(RegressionFit& fit, const Vector& beta, const Vector& variance) {
  const double df = fit.degreesOfFreedom;
  const double reach = studentQuantile(0.975, df);
  for (Eigen::Index i = 0; i < beta.size(); ++i) {
    const double se = std::sqrt(variance(i));
    const double t = beta(i) / se;
    fit.coefficient.push_back(beta(i));
    fit.standardError.push_back(se);
    fit.t.push_back(t);
    fit.p.push_back(2 * studentCdf(-std::abs(t), df));
    fit.low95.push_back(beta(i) - reach * se);
    fit.high95.push_back(beta(i) + reach * se);
  }
}

} // namespace

Result<RegressionFit> fitLeastSquares(const RegressionInput& in) {
  PW_TRY(const Shape shape, checked(in));
  Matrix design = scaledDesign(in, shape);
  Vector response(shape.rows);
  for (Eigen::Index r = 0; r < shape.rows; ++r)
    response(r) = std::sqrt(weightOf(in, r)) * in.y[static_cast<std::size_t>(r)];

  // Columns to length one: whether they are collinear must not depend on their units.
  Vector scale = design.colwise().norm().transpose();
  if (!(scale.array() > 0).all())
    return fail(QStringLiteral("statistics.collinear"));
  for (Eigen::Index c = 0; c < shape.columns; ++c)
    design.col(c) /= scale(c);
  Eigen::ColPivHouseholderQR<Matrix> qr(design);
  qr.setThreshold(1e-10);
  if (qr.rank() < shape.columns)
    return fail(QStringLiteral("statistics.collinear"));
  const Vector scaledBeta = qr.solve(response);
  const double residual = (response - design * scaledBeta).squaredNorm();
  const Vector beta = scaledBeta.cwiseQuotient(scale);

  RegressionFit fit;
  fit.degreesOfFreedom = static_cast<int>(shape.counted - shape.columns);
  const double variance = residual / fit.degreesOfFreedom;
  fit.sigma = std::sqrt(variance);
  // (X'X)⁻¹ = P R⁻¹ R⁻ᵀ Pᵀ, then back from the scaled columns.
  const Matrix r = qr.matrixQR().topRows(shape.columns).triangularView<Eigen::Upper>();
  const Matrix inverse = r.triangularView<Eigen::Upper>().solve(Matrix::Identity(shape.columns, shape.columns));
  const Matrix spread = scale.cwiseInverse().asDiagonal() * (qr.colsPermutation() * inverse).eval();
  fillInference(fit, beta, variance * spread.rowwise().squaredNorm());
  fit.meanPredictionSe = fit.sigma * (spread.transpose() * meanRow(in, shape)).norm();

  const double total = totalSquares(in, shape);
  if (total > 0) {
    fit.r2 = 1 - residual / total;
    fit.adjustedR2 = 1 - (1 - fit.r2) * static_cast<double>(shape.counted - 1) / fit.degreesOfFreedom;
  }
  return fit;
}

} // namespace pricewright
