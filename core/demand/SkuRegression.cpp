// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demand/SkuRegression.h"

#include "base/Parallel.h"
#include "demand/Pooling.h"

#include <Eigen/Dense>

#include <cmath>

namespace pricewright {
namespace {

using Matrix = Eigen::Matrix<double, kTerms, kTerms, Eigen::RowMajor>;
using Vector = Eigen::Matrix<double, kTerms, 1>;
using MatrixMap = Eigen::Map<Matrix>;
using VectorMap = Eigen::Map<Vector>;

constexpr int kLags = 2; // weeks over which scores may be correlated beyond what the level filter takes out
// Weight, in weeks, of the smooth variance that the robust one is drawn to. In simulation this much is needed for
// honest intervals with one zone; with several zones terms differ in how much of them weeks have in common, so less is
// right.
constexpr double kSmoothWeeksOneZone = 500, kSmoothWeeks = 15;
constexpr double kSizeWeeks = 400, kDispersionRows = 100; // weight of all SKUs in what is said of one's errors

template <class Body> void eachRow(const Reading& in, int sku, const Body& body) {
  for (int i : in.panel.skus[std::size_t(sku)].listings) {
    const PanelListing& l = in.panel.listings[std::size_t(i)];
    const std::size_t end = endBefore(in.panel, l, in.before);
    if (end - l.begin < 2 || !in.tellsSlopes(l))
      continue;
    LevelFilter filter(in.rate);
    const double precision = in.precision(std::size_t(i));
    for (std::size_t r = l.begin; r < end; ++r)
      if (const Innovation row = filter.next(in.panel.rows[r], in.answer(r), precision); row.weight > 0)
        body(in.panel.rows[r], row, filter.spread());
  }
}

// X'WX, X'Wy and the counts.
void accumulate(const Reading& in, int sku, SkuFit& fit) {
  for (int i : in.panel.skus[std::size_t(sku)].listings) {
    const PanelListing& l = in.panel.listings[std::size_t(i)];
    fit.listings += endBefore(in.panel, l, in.before) - l.begin >= 2 && in.tellsSlopes(l) ? 1 : 0;
  }
  eachRow(in, sku, [&](const DemandRow&, const Innovation& row, double) {
    ++fit.rows;
    for (std::size_t j = 0; j < kTerms; ++j) {
      const double wx = row.weight * row.x[j];
      fit.target[j] += wx * row.y;
      for (std::size_t k = 0; k <= j; ++k)
        fit.cross[j * kTerms + k] += wx * row.x[k];
    }
  });
  for (std::size_t j = 0; j < kTerms; ++j)
    for (std::size_t k = j + 1; k < kTerms; ++k)
      fit.cross[j * kTerms + k] = fit.cross[k * kTerms + j];
}

double errorOf(const Innovation& row, const TermVector& at) {
  double e = row.y;
  for (std::size_t k = 0; k < kTerms; ++k)
    e -= row.x[k] * at[k];
  return e;
}

// Scores by week; also Σwe², and into `leverage` each week's share in the fit, where `inverse` is given.
double collectScores(const Reading& in, int sku, const TermVector& at, WeekScores& scores, const Matrix* inverse,
                     std::vector<double>* leverage) {
  double sum = 0;
  scores.clear();
  eachRow(in, sku, [&](const DemandRow& row, const Innovation& i, double) {
    const double e = errorOf(i, at);
    sum += i.weight * e * e;
    const std::size_t week = std::size_t(row.week);
    scores.seen[week] = 1;
    for (std::size_t k = 0; k < kTerms; ++k)
      scores.values[week][k] += i.weight * e * i.x[k];
    if (inverse) {
      double pull = 0; // x'·inverse·x
      for (std::size_t j = 0; j < kTerms; ++j) {
        double product = 0;
        for (std::size_t k = 0; k < kTerms; ++k)
          product += (*inverse)(Eigen::Index(j), Eigen::Index(k)) * i.x[k];
        pull += i.x[j] * product;
      }
      (*leverage)[week] += i.weight * pull;
    }
  });
  return sum;
}

// Weeks that pull the fit towards themselves have residuals that are too small; a jackknife's factor undoes it (CR3,
// Bell & McCaffrey 2002, with the week's total leverage). Promotion weeks are such weeks.
void undoLeverage(WeekScores& scores, const std::vector<double>& leverage) {
  for (std::size_t w = 0; w < scores.values.size(); ++w)
    if (scores.seen[w])
      for (double& g : scores.values[w])
        g /= 1 - std::min(leverage[w], 0.75);
}

// The robust variance of the score (as wide as a t with so few weeks), drawn towards a smooth one, `size` times what
// independent errors would leave: product by product the robust one is mostly noise.
Matrix steadyMeat(const SkuFit& fit) {
  const Eigen::Map<const Matrix> raw(fit.meat.data()), cross(fit.cross.data());
  const double freedom = std::max(3.0, fit.weeks - fit.fitted), g = fit.weeks;
  const double smoothWeeks = fit.listings > 1 ? kSmoothWeeks : kSmoothWeeksOneZone;
  Matrix meat =
      (g * freedom / (freedom - 2) * raw + smoothWeeks * fit.size * fit.dispersion * cross) / (g + smoothWeeks);
  meat.diagonal().array() += 1e-9;
  return meat;
}

void ownErrors(const Matrix& cross, const Matrix& meat, double dispersion, SkuFit& fit) {
  if (cross(kOwnRegular, kOwnRegular) < 1e-4)
    return; // the regular price never moved
  Matrix ridged = cross;
  ridged.diagonal().array() += 1e-6;
  const Matrix inverse = ridged.ldlt().solve(Matrix::Identity());
  const double robust = (inverse * meat * inverse)(kOwnRegular, kOwnRegular);
  const double naive = dispersion * inverse(kOwnRegular, kOwnRegular);
  if (!std::isfinite(robust) || !std::isfinite(naive) || robust <= 0 || naive <= 0)
    return;
  fit.ownStandardError = std::sqrt(robust);
  fit.naiveStandardError = std::sqrt(naive);
}

// What the rows say, from the robust variance of their score.
void inform(SkuFit& fit) {
  const MatrixMap cross(fit.cross.data());
  const Matrix meat = steadyMeat(fit);
  const Eigen::LDLT<Matrix> solver(meat);
  MatrixMap information(fit.information.data());
  information = cross * solver.solve(Matrix(cross));
  information = (0.5 * (information + information.transpose())).eval();
  VectorMap(fit.score.data()) = cross * solver.solve(Vector(VectorMap(fit.target.data())));
  MatrixMap(fit.meat.data()) = meat;
  ownErrors(cross, meat, fit.dispersion, fit);
}

// One SKU's own rows say little about how large its errors are, and how much larger for having weeks in common and
// neighbors alike: all SKUs are asked, too.
void steadySizes(std::vector<SkuFit>& fits) {
  double weeks = 0, size = 0, rows = 0, dispersion = 0;
  for (const SkuFit& fit : fits) {
    size += fit.weeks * fit.size, weeks += fit.weeks;
    dispersion += fit.rows * fit.dispersion, rows += fit.rows;
  }
  if (rows < 1)
    return;
  const double usual = dispersion / rows, usualSize = std::max(1.0, size / weeks);
  for (SkuFit& fit : fits) {
    fit.dispersion = (fit.rows * fit.dispersion + kDispersionRows * usual) / (fit.rows + kDispersionRows);
    fit.size = (fit.weeks * fit.size + kSizeWeeks * usualSize) / (fit.weeks + kSizeWeeks);
  }
}

// Residuals are taken at a fit that leans on the weak prior, so that a short history is not fitted perfectly.
struct LeaningFit {
  Matrix inverse;
  double fitted = 0;         // degrees of freedom used
  double logDeterminant = 0; // of the posterior precision
  double penalty = 0;        // distance from the prior's mean, squared, in its units
};
LeaningFit lean(SkuFit& fit) {
  const Eigen::Map<const Matrix> cross(fit.cross.data()), spread(topPrior().covariance.data());
  const Eigen::Map<const Vector> target(fit.target.data()), center(topPrior().mean.data());
  const Matrix pull = spread.inverse();
  LeaningFit out;
  out.inverse = (cross + pull).inverse();
  out.fitted = (out.inverse * cross).trace();
  const Vector start = out.inverse * (target + pull * center);
  VectorMap(fit.start.data()) = start;
  out.logDeterminant = -std::log(std::max(out.inverse.determinant(), 1e-300));
  out.penalty = (start - center).dot(pull * (start - center));
  return out;
}

constexpr std::array kRates{0.0, 0.01, 0.02, 0.03, 0.05, 0.08, 0.12, 0.2, 0.3, 0.45, 0.6};

// What speaks against each rate: the parts of −2 log likelihood of one SKU, and of all.
struct RateSums {
  std::array<double, kRates.size()> squares{}, logs{};
  double rows = 0;
  void add(const RateSums& o) {
    rows += o.rows;
    for (std::size_t k = 0; k < kRates.size(); ++k)
      squares[k] += o.squares[k], logs[k] += o.logs[k];
  }
  double against(std::size_t k) const { return rows * std::log(std::max(squares[k], 1e-9)) + logs[k]; }
};

// Restricted: terms are integrated out under the weak prior. Fitted ones would explain drift away.
RateSums rateSums(const DemandPanel& panel, qint32 before, int sku) {
  RateSums out;
  for (std::size_t k = 0; k < kRates.size(); ++k) {
    const Reading in{panel, before, kRates[k]};
    SkuFit fit;
    accumulate(in, sku, fit);
    const LeaningFit leaning = lean(fit);
    out.rows = fit.rows;
    out.squares[k] = leaning.penalty;
    out.logs[k] = leaning.logDeterminant;
    eachRow(in, sku, [&](const DemandRow&, const Innovation& row, double spread) {
      const double e = errorOf(row, fit.start);
      out.squares[k] += row.weight * e * e;
      out.logs[k] += std::log(spread);
    });
  }
  return out;
}

// All but what depends on other SKUs.
SkuFit fitSku(const Reading& in, int sku, bool robust, WeekScores& scores) {
  SkuFit fit;
  accumulate(in, sku, fit);
  if (fit.rows < 3)
    return fit;
  const LeaningFit leaning = lean(fit);
  fit.fitted = leaning.fitted;
  const auto dispersionOf = [&](double squares) { // about 1 is expected
    return (squares + 4) / (std::max(1.0, fit.rows - leaning.fitted) + 4);
  };
  if (!robust) {
    double squares = 0;
    eachRow(in, sku, [&](const DemandRow&, const Innovation& row, double) {
      const double e = errorOf(row, fit.start);
      squares += row.weight * e * e;
    });
    fit.weeks = fit.rows, fit.dispersion = dispersionOf(squares);
    for (std::size_t k = 0; k < fit.meat.size(); ++k)
      fit.meat[k] = fit.dispersion * fit.cross[k];
    return fit;
  }
  std::vector<double> leverage(scores.values.size(), 0.0);
  const double squares = collectScores(in, sku, fit.start, scores, &leaning.inverse, &leverage);
  undoLeverage(scores, leverage);
  for (char seen : scores.seen)
    fit.weeks += seen ? 1 : 0;
  fit.dispersion = dispersionOf(squares);
  fit.meat = meatOf(scores);
  const double naive = fit.dispersion * leaning.fitted; // the trace of what independent errors would leave
  fit.size = (leaning.inverse * MatrixMap(fit.meat.data())).trace() / std::max(naive, 1e-12);
  return fit;
}

} // namespace

void WeekScores::clear() {
  for (std::size_t w = 0; w < values.size(); ++w)
    if (seen[w])
      values[w].fill(0), seen[w] = 0;
}

std::size_t endBefore(const DemandPanel& panel, const PanelListing& listing, qint32 before) {
  std::size_t end = listing.end;
  while (end > listing.begin && panel.rows[end - 1].day >= before)
    --end;
  return end;
}

Innovation LevelFilter::next(const DemandRow& row, const Response& answer, double precision) {
  Innovation out;
  const double noise = 1 / std::max(double(answer.weight), 0.01);
  if (m_variance < 0) {
    m_variance = noise;
    m_y = double(answer.log);
    for (std::size_t k = 0; k < kTerms; ++k)
      m_x[k] = double(row.x[k]);
    m_week = row.week;
    return out;
  }
  m_variance += m_step * std::max(row.week - m_week, 0);
  m_week = row.week;
  m_spread = m_variance + noise;
  const double gain = m_variance / m_spread;
  out.weight = precision / m_spread;
  out.y = double(answer.log) - m_y;
  m_y += gain * out.y;
  for (std::size_t k = 0; k < kTerms; ++k) {
    out.x[k] = double(row.x[k]) - m_x[k];
    m_x[k] += gain * out.x[k];
  }
  m_variance *= 1 - gain;
  return out;
}

void weekScores(const Reading& in, int sku, const TermVector& at, WeekScores& scores) {
  collectScores(in, sku, at, scores, nullptr, nullptr);
}

TermMatrix meatOf(const WeekScores& scores) {
  TermMatrix out{};
  MatrixMap meat(out.data());
  for (std::size_t t = 0; t < scores.values.size(); ++t) {
    if (!scores.seen[t])
      continue;
    // Σ over lags of weight·g(t−l), so that each week costs one outer product.
    TermVector near = scores.values[t];
    for (double& x : near)
      x *= 0.5;
    for (std::size_t lag = 1; lag <= kLags && lag <= t; ++lag)
      if (scores.seen[t - lag])
        for (std::size_t k = 0; k < kTerms; ++k)
          near[k] += (1 - double(lag) / (kLags + 1)) * scores.values[t - lag][k];
    meat.noalias() +=
        Eigen::Map<const Vector>(scores.values[t].data()) * Eigen::Map<const Vector>(near.data()).transpose();
  }
  const Matrix half = meat;
  meat = half + half.transpose();
  return out;
}

Result<std::vector<SkuFit>> fitSkus(const Reading& in, bool robust, const JobContext& job) {
  std::vector<SkuFit> out(in.panel.skus.size());
  const auto inSlices = [&](std::size_t grain, const std::function<void(std::size_t, std::size_t)>& body) {
    return parallelFor(out.size(), grain, job, body, in.threads);
  };
  const bool read = inSlices(16, [&](std::size_t begin, std::size_t end) {
    WeekScores scores(in.panel.weeks);
    for (std::size_t i = begin; i < end; ++i)
      out[i] = fitSku(in, int(i), robust, scores);
  });
  steadySizes(out);
  const bool told = read && inSlices(64, [&](std::size_t begin, std::size_t end) {
                      for (std::size_t i = begin; i < end; ++i)
                        if (out[i].rows >= 3)
                          inform(out[i]);
                    });
  if (!told)
    return fail(QStringLiteral("job.cancelled"));
  return out;
}

Result<double> likeliestRate(const DemandPanel& panel, qint32 before, unsigned threads, const JobContext& job) {
  constexpr std::size_t kMost = 600; // SKUs asked; the likelihood is sharp long before
  const std::size_t stride = std::max<std::size_t>(1, panel.skus.size() / kMost);
  std::vector<RateSums> sums((panel.skus.size() + stride - 1) / stride);
  const auto ask = [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i)
      sums[i] = rateSums(panel, before, int(i * stride));
  };
  if (!parallelFor(sums.size(), 8, job, ask, threads))
    return fail(QStringLiteral("job.cancelled"));
  RateSums total;
  for (const RateSums& s : sums)
    total.add(s);
  std::size_t best = 0;
  for (std::size_t k = 1; k < kRates.size(); ++k)
    if (total.against(k) < total.against(best))
      best = k;
  return kRates[best];
}

} // namespace pricewright
