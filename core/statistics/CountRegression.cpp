// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/CountRegression.h"

#include <Eigen/Dense>
#include <boost/math/special_functions/digamma.hpp>
#include <boost/math/special_functions/trigamma.hpp>

#include <cmath>

namespace pricewright {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr int kMostSteps = 100, kMostTurns = 60;
constexpr double kFarthest = 500; // of the linear predictor

Error wrong(const char* code) { return fail(QString::fromLatin1(code)); }

struct Design {
  MatrixXd x; // with the constant
  VectorXd y, offset, weight;
};

Result<Design> designOf(const CountData& d) {
  const auto n = Eigen::Index(d.rows());
  const Eigen::Index k = d.columns + 1;
  if (d.columns < 0 || d.x.size() != d.rows() * std::size_t(d.columns) ||
      (!d.offset.empty() && d.offset.size() != d.rows()) || (!d.weights.empty() && d.weights.size() != d.rows()))
    return wrong("statistics.bad-shape");
  Design out{MatrixXd(n, k), VectorXd(n), VectorXd::Zero(n), VectorXd::Ones(n)};
  Eigen::Index used = 0;
  for (Eigen::Index i = 0; i < n; ++i) {
    const auto at = std::size_t(i);
    const double weight = d.weights.empty() ? 1 : d.weights[at], offset = d.offset.empty() ? 0 : d.offset[at];
    bool fine = std::isfinite(d.y[at]) && d.y[at] >= 0 && std::isfinite(weight) && weight >= 0 && std::isfinite(offset);
    out.x(i, 0) = 1;
    for (Eigen::Index j = 1; j < k; ++j) {
      out.x(i, j) = d.x[at * std::size_t(d.columns) + std::size_t(j) - 1];
      fine &= std::isfinite(out.x(i, j));
    }
    if (!fine)
      return wrong("statistics.not-finite");
    out.y(i) = d.y[at];
    out.offset(i) = offset;
    out.weight(i) = weight;
    used += weight > 0;
  }
  if (used <= k)
    return fail(QStringLiteral("statistics.too-few-rows"),
                {{QStringLiteral("rows"), QString::number(used)}, {QStringLiteral("needed"), QString::number(k + 1)}});
  return out;
}

// The weighted cross product, whole only where no column follows from the others.
Result<Eigen::LLT<MatrixXd>> information(const MatrixXd& x, const VectorXd& w) {
  const MatrixXd cross = x.transpose() * w.asDiagonal() * x;
  const VectorXd scale = cross.diagonal().cwiseMax(1e-300).cwiseSqrt();
  const MatrixXd scaled = scale.cwiseInverse().asDiagonal() * cross * scale.cwiseInverse().asDiagonal();
  Eigen::LDLT<MatrixXd> check(scaled);
  if (check.info() != Eigen::Success || !(check.vectorD().minCoeff() > 1e-12))
    return wrong("statistics.collinear");
  Eigen::LLT<MatrixXd> llt(cross);
  if (llt.info() != Eigen::Success)
    return wrong("statistics.collinear");
  return llt;
}

VectorXd meansOf(const Design& d, const VectorXd& b) {
  return (d.x * b + d.offset).cwiseMax(-kFarthest).cwiseMin(kFarthest).array().exp().matrix();
}

double xLogX(double y, double mu) { return y > 0 ? y * std::log(y / mu) : 0; }

double poissonDeviance(const Design& d, const VectorXd& mu) {
  double sum = 0;
  for (Eigen::Index i = 0; i < d.y.size(); ++i)
    sum += 2 * d.weight(i) * (xLogX(d.y(i), mu(i)) - (d.y(i) - mu(i)));
  return sum;
}

double negativeBinomialDeviance(const Design& d, const VectorXd& mu, double theta) {
  double sum = 0;
  for (Eigen::Index i = 0; i < d.y.size(); ++i)
    sum += 2 * d.weight(i) * (xLogX(d.y(i), mu(i)) - (d.y(i) + theta) * std::log((d.y(i) + theta) / (mu(i) + theta)));
  return sum;
}

// Newton with expected information; variance μ + μ²/θ, θ = ∞ being Poisson. Steps that make it worse are halved.
Result<VectorXd> iterate(const Design& d, double theta, VectorXd b) {
  const bool poisson = std::isinf(theta);
  const auto deviance = [&](const VectorXd& mu) {
    return poisson ? poissonDeviance(d, mu) : negativeBinomialDeviance(d, mu, theta);
  };
  VectorXd mu = meansOf(d, b);
  double now = deviance(mu);
  for (int step = 0; step < kMostSteps; ++step) {
    const VectorXd spread = poisson ? VectorXd(VectorXd::Ones(mu.size())) : VectorXd((1 + mu.array() / theta).matrix());
    const VectorXd w = (d.weight.array() * mu.array() / spread.array()).matrix();
    PW_TRY(const auto llt, information(d.x, w));
    const VectorXd score = d.x.transpose() * (d.weight.array() * (d.y - mu).array() / spread.array()).matrix();
    VectorXd change = llt.solve(score);
    if (!change.allFinite())
      return wrong("statistics.no-convergence");
    double next = 0;
    VectorXd tried;
    for (int half = 0; half < 30; ++half, change /= 2) {
      tried = b + change;
      const VectorXd means = meansOf(d, tried);
      next = deviance(means);
      if (std::isfinite(next) && next <= now + 1e-10 * (std::abs(now) + 1)) {
        mu = means;
        break;
      }
    }
    b = tried;
    const bool still = change.cwiseAbs().maxCoeff() < 1e-11 * (1 + b.cwiseAbs().maxCoeff());
    now = next;
    if (still)
      return b.cwiseAbs().maxCoeff() < kFarthest ? Result<VectorXd>(b) : wrong("statistics.no-convergence");
  }
  return wrong("statistics.no-convergence");
}

VectorXd startOf(const Design& d) {
  VectorXd b = VectorXd::Zero(d.x.cols());
  const double mean = d.weight.dot(d.y) / d.weight.sum();
  const double exposure = (d.weight.array() * d.offset.array().exp()).sum() / d.weight.sum();
  b(0) = std::log(std::max(mean, 1e-3) / std::max(exposure, 1e-300));
  return b;
}

std::vector<double> rootsOfDiagonal(const MatrixXd& m, double scale = 1) {
  std::vector<double> out;
  for (Eigen::Index j = 0; j < m.rows(); ++j)
    out.push_back(std::sqrt(std::max(0.0, m(j, j) * scale)));
  return out;
}
std::vector<double> listOf(const VectorXd& v) { return {v.data(), v.data() + v.size()}; }

// θ by Newton on the profile's score, means fixed.
struct Spread {
  double theta = 0, information = 0;
};
Result<Spread> spreadOf(const Design& d, const VectorXd& mu, double theta) {
  using boost::math::digamma;
  using boost::math::trigamma;
  for (int step = 0; step < kMostSteps; ++step) {
    double score = 0, info = 0;
    for (Eigen::Index i = 0; i < mu.size(); ++i) {
      const double y = d.y(i), m = mu(i), w = d.weight(i);
      if (w <= 0)
        continue;
      score += w * (digamma(theta + y) - digamma(theta) + std::log(theta) + 1 - std::log(theta + m) -
                    (y + theta) / (m + theta));
      info += w * (-trigamma(theta + y) + trigamma(theta) - 1 / theta + 2 / (m + theta) -
                   (y + theta) / ((m + theta) * (m + theta)));
    }
    const double change = score / info;
    if (!std::isfinite(change))
      return wrong("statistics.no-spread");
    // Where the information is not positive the score's sign leads.
    double next = info > 0 ? theta + change : (score > 0 ? theta * 2 : theta / 2);
    next = std::clamp(next, theta / 4, theta * 4);
    if (next > 1e7)
      return wrong("statistics.no-spread");
    const bool still = std::abs(next - theta) < 1e-9 * theta;
    theta = next;
    if (still)
      return info > 0 ? Result<Spread>(Spread{theta, info}) : wrong("statistics.no-spread");
  }
  return wrong("statistics.no-convergence");
}

double negativeBinomialLogLikelihood(const Design& d, const VectorXd& mu, double theta) {
  double sum = 0;
  for (Eigen::Index i = 0; i < mu.size(); ++i) {
    const double y = d.y(i);
    sum += d.weight(i) * (std::lgamma(theta + y) - std::lgamma(theta) - std::lgamma(y + 1) + theta * std::log(theta) +
                          (y > 0 ? y * std::log(mu(i)) : 0) - (theta + y) * std::log(theta + mu(i)));
  }
  return sum;
}

} // namespace

Result<PoissonFit> fitPoisson(const CountData& data) {
  PW_TRY(const Design d, designOf(data));
  PW_TRY(const VectorXd b, iterate(d, HUGE_VAL, startOf(d)));
  const VectorXd mu = meansOf(d, b);
  PW_TRY(const auto llt, information(d.x, (d.weight.array() * mu.array()).matrix()));
  const MatrixXd inverse = llt.solve(MatrixXd::Identity(d.x.cols(), d.x.cols()));
  PoissonFit fit;
  fit.coefficient = listOf(b);
  fit.standardError = rootsOfDiagonal(inverse);
  fit.deviance = poissonDeviance(d, mu);
  double pearson = 0;
  Eigen::Index rows = 0;
  for (Eigen::Index i = 0; i < mu.size(); ++i) {
    const double y = d.y(i);
    rows += d.weight(i) > 0;
    pearson += d.weight(i) * (y - mu(i)) * (y - mu(i)) / mu(i);
    fit.logLikelihood += d.weight(i) * ((y > 0 ? y * std::log(mu(i)) : 0) - mu(i) - std::lgamma(y + 1));
  }
  fit.aic = -2 * fit.logLikelihood + 2 * double(d.x.cols());
  fit.dispersion = pearson / double(rows - d.x.cols());
  fit.quasiError = rootsOfDiagonal(inverse, fit.dispersion);
  const VectorXd scores = (d.weight.array() * (d.y - mu).array()).matrix();
  const MatrixXd meat = d.x.transpose() * scores.cwiseAbs2().asDiagonal() * d.x;
  fit.sandwichError = rootsOfDiagonal(inverse * meat * inverse);
  Design constant = d;
  constant.x = d.x.leftCols(1);
  PW_TRY(const VectorXd alone, iterate(constant, HUGE_VAL, startOf(constant)));
  fit.nullDeviance = poissonDeviance(constant, meansOf(constant, alone));
  return fit;
}

Result<NegativeBinomialFit> fitNegativeBinomial(const CountData& data) {
  PW_TRY(const Design d, designOf(data));
  PW_TRY(VectorXd b, iterate(d, HUGE_VAL, startOf(d)));
  // A first θ by moments.
  VectorXd mu = meansOf(d, b);
  double above = 0;
  for (Eigen::Index i = 0; i < mu.size(); ++i)
    above += d.weight(i) * ((d.y(i) / mu(i) - 1) * (d.y(i) / mu(i) - 1));
  double theta = std::clamp(d.weight.sum() / std::max(above, 1e-9), 1e-3, 1e5);
  Spread spread;
  for (int turn = 0; turn < kMostTurns; ++turn) {
    PW_TRY(spread, spreadOf(d, mu, theta));
    PW_TRY(const VectorXd next, iterate(d, spread.theta, b));
    const bool still = std::abs(spread.theta - theta) < 1e-9 * theta &&
                       (next - b).cwiseAbs().maxCoeff() < 1e-9 * (1 + b.cwiseAbs().maxCoeff());
    theta = spread.theta;
    b = next;
    mu = meansOf(d, b);
    if (still)
      break;
    if (turn + 1 == kMostTurns)
      return wrong("statistics.no-convergence");
  }
  NegativeBinomialFit fit;
  PW_TRY(const auto llt, information(d.x, (d.weight.array() * mu.array() / (1 + mu.array() / theta)).matrix()));
  fit.coefficient = listOf(b);
  fit.standardError = rootsOfDiagonal(llt.solve(MatrixXd::Identity(d.x.cols(), d.x.cols())));
  fit.theta = theta;
  fit.thetaError = std::sqrt(1 / spread.information);
  fit.deviance = negativeBinomialDeviance(d, mu, theta);
  fit.logLikelihood = negativeBinomialLogLikelihood(d, mu, theta);
  return fit;
}

Result<std::vector<double>> fitPoissonRidge(const CountData& data, double lambda) {
  if (!std::isfinite(lambda) || lambda < 0)
    return wrong("statistics.not-finite");
  PW_TRY(const Design d, designOf(data));
  VectorXd b = startOf(d), penalty = VectorXd::Constant(b.size(), lambda);
  penalty(0) = 0;
  const auto loss = [&](const VectorXd& at) {
    const VectorXd mu = meansOf(d, at);
    return mu.sum() - d.y.dot(d.x * at + d.offset) + penalty.dot(at.cwiseAbs2()) / 2;
  };
  double now = loss(b);
  for (int step = 0; step < kMostSteps; ++step) {
    const VectorXd mu = meansOf(d, b);
    MatrixXd curvature = d.x.transpose() * mu.asDiagonal() * d.x;
    curvature.diagonal() += penalty;
    const VectorXd slope = d.x.transpose() * (mu - d.y) + penalty.cwiseProduct(b);
    VectorXd change = -curvature.ldlt().solve(slope);
    if (!change.allFinite())
      return wrong("statistics.collinear");
    for (int half = 0; half < 30 && loss(b + change) > now + 1e-12 * std::abs(now); ++half)
      change /= 2;
    b += change;
    now = loss(b);
    if (change.cwiseAbs().maxCoeff() < 1e-12 * (1 + b.cwiseAbs().maxCoeff()))
      return listOf(b);
  }
  return wrong("statistics.no-convergence");
}

} // namespace pricewright
