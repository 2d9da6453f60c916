// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demand/Pooling.h"

#include "base/Parallel.h"

#include <Eigen/Dense>

#include <cmath>

namespace pricewright {
namespace {

using Matrix = Eigen::Matrix<double, kTerms, kTerms, Eigen::RowMajor>;
using Vector = Eigen::Matrix<double, kTerms, 1>;
using ConstMatrix = Eigen::Map<const Matrix>;
using ConstVector = Eigen::Map<const Vector>;

constexpr int kColdRounds = 25, kWarmRounds = 8, kCategoryRounds = 3;
constexpr int kStride = 6;                             // see strided()
constexpr std::size_t kMostForVariances = 3000;        // SKUs that the variances are learnt from; more add only time
constexpr double kPriorSkus = 5, kPriorCategories = 2; // weight of the prior variances, in SKUs and in categories
constexpr double kBorrowedSkus = 20;                   // weight, in SKUs, of all categories' variance in one category's

// Of a covariance or precision, by Cholesky factors; loops of a fixed size, which compilers unroll. The library's
// solver takes five times as long at this size.
Matrix inverse(const Matrix& m) {
  Matrix factor = Matrix::Zero(); // lower, inverted
  Matrix l = Matrix::Zero();
  for (int j = 0; j < kTerms; ++j) {
    double pivot = m(j, j);
    for (int k = 0; k < j; ++k)
      pivot -= l(j, k) * l(j, k);
    const double root = std::sqrt(std::max(pivot, 1e-14));
    l(j, j) = root;
    for (int i = j + 1; i < kTerms; ++i) {
      double sum = m(i, j);
      for (int k = 0; k < j; ++k)
        sum -= l(i, k) * l(j, k);
      l(i, j) = sum / root;
    }
  }
  for (int j = 0; j < kTerms; ++j) {
    factor(j, j) = 1 / l(j, j);
    for (int i = j + 1; i < kTerms; ++i) {
      double sum = 0;
      for (int k = j; k < i; ++k)
        sum -= l(i, k) * factor(k, j);
      factor(i, j) = sum / l(i, i);
    }
  }
  return factor.transpose().lazyProduct(factor);
}
// a·b at a size where the library's blocked product costs more than it saves.
Matrix times(const Matrix& a, const Matrix& b) { return a.lazyProduct(b); }
Matrix symmetric(const Matrix& m) { return 0.5 * (m + m.transpose()); }
TermMatrix stored(const Matrix& m) {
  TermMatrix out;
  Eigen::Map<Matrix>(out.data()) = m;
  return out;
}
TermVector stored(const Vector& v) {
  TermVector out;
  Eigen::Map<Vector>(out.data()) = v;
  return out;
}
Matrix loaded(const TermMatrix& m) { return ConstMatrix(m.data()); }
Vector loaded(const TermVector& v) { return ConstVector(v.data()); }

// A covariance from standard deviations, own price and siblings correlated by `correlation`, prices and discounts by
// `alike`.
TermMatrix spread(const TermVector& sd, double correlation, double alike) {
  TermMatrix out{};
  for (std::size_t k = 0; k < kTerms; ++k)
    out[k * kTerms + k] = sd[k] * sd[k];
  const double shared = correlation * sd[kOwnRegular] * sd[kSibling];
  out[kOwnRegular * kTerms + kSibling] = out[kSibling * kTerms + kOwnRegular] = shared;
  out[kOwnRegular * kTerms + kOwnDiscount] = out[kOwnDiscount * kTerms + kOwnRegular] =
      alike * sd[kOwnRegular] * sd[kOwnDiscount];
  return out;
}
// In the order of Term: own regular, own discount, sibling, competitor, deal, feature, season twice.
TermMatrix skuSpread() { return spread({0.6, 0.7, 0.25, 0.25, 0.15, 0.25, 0.05, 0.05}, -0.6, 0.7); }
TermMatrix categorySpread() { return spread({0.5, 0.6, 0.2, 0.2, 0.1, 0.2, 0.05, 0.05}, -0.6, 0.7); }

// Information about a normal vector: precision and precision × estimate.
struct Evidence {
  Matrix precision = Matrix::Zero();
  Vector score = Vector::Zero();
  void add(const Evidence& o) { precision += o.precision, score += o.score; }
};
// What an observation of x with `e` says about x's mean, where x scatters around it with `between`.
Evidence passUp(const Evidence& e, const Matrix& betweenInverse, const Matrix& posterior) {
  Evidence up;
  up.precision = symmetric(betweenInverse - times(times(betweenInverse, posterior), betweenInverse));
  up.score = betweenInverse * (posterior * e.score);
  return up;
}
Evidence evidenceOf(const SkuFit& fit) { return {loaded(fit.information), loaded(fit.score)}; }

struct Normal {
  Vector mean = Vector::Zero();
  Matrix covariance = Matrix::Zero();
};

// Expectation maximization creeps where a variance is small beside its noise. A step is taken `times` over, as powers
// of what it multiplies by: always a covariance, with the same fixed points.
Matrix strided(const Matrix& from, const Matrix& to, int times) {
  const Matrix inverseFrom = inverse(from);
  Matrix out = to;
  for (int k = 1; k < times; ++k)
    out = symmetric(out * inverseFrom * to);
  return out;
}

// The two upper levels, given what each category's SKUs say about its mean.
struct UpperLevels {
  Normal all;
  std::vector<Normal> categories;
  Matrix scatter = Matrix::Zero(); // Σ E[(μ_c − μ)(μ_c − μ)ᵀ]
};
UpperLevels upperLevels(const std::vector<Evidence>& categories, const Matrix& between) {
  UpperLevels out;
  const Matrix betweenInverse = inverse(between);
  const Matrix priorInverse = inverse(loaded(topPrior().covariance));
  Evidence top{priorInverse, priorInverse * loaded(topPrior().mean)};
  std::vector<Matrix> posterior(categories.size());
  for (std::size_t c = 0; c < categories.size(); ++c) {
    posterior[c] = inverse(categories[c].precision + betweenInverse);
    top.add(passUp(categories[c], betweenInverse, posterior[c]));
  }
  out.all.covariance = inverse(top.precision);
  out.all.mean = out.all.covariance * top.score;
  out.categories.resize(categories.size());
  for (std::size_t c = 0; c < categories.size(); ++c) {
    const Matrix toAll = posterior[c] * betweenInverse; // ∂μ_c/∂μ
    const Matrix off = toAll - Matrix::Identity();
    Normal& n = out.categories[c];
    n.mean = posterior[c] * (categories[c].score + betweenInverse * out.all.mean);
    n.covariance = symmetric(posterior[c] + toAll * out.all.covariance * toAll.transpose());
    const Vector d = n.mean - out.all.mean;
    out.scatter += d * d.transpose() + posterior[c] + off * out.all.covariance * off.transpose();
  }
  return out;
}

// E[(β − μ_c)(β − μ_c)ᵀ] of one SKU.
Matrix skuScatter(const SkuFit& fit, const Normal& category, const Matrix& posterior) {
  const Matrix information = loaded(fit.information);
  const Vector d = posterior * (loaded(fit.score) - information * category.mean);
  const Matrix k = times(posterior, information);
  return d * d.transpose() + posterior + times(times(k, category.covariance), k.transpose());
}

class Pooler {
 public:
  Pooler(const Reading& in, std::vector<SkuFit>& fits, bool shocks, const JobContext& job)
      : m_in(in), m_panel(in.panel), m_fits(fits), m_shocks(shocks), m_job(job), m_own(in.panel.categories.size()),
        m_sampled(in.panel.categories.size()) {
    const DemandPanel& panel = in.panel;
    std::size_t told = 0;
    for (std::size_t c = 0; c < panel.categories.size(); ++c)
      for (int sku : panel.categories[c].skus)
        if (fits[std::size_t(sku)].rows >= 3)
          m_own[c].push_back(sku), ++told;
    const std::size_t stride = std::max<std::size_t>(1, (told + kMostForVariances - 1) / kMostForVariances);
    std::size_t n = 0;
    for (std::size_t c = 0; c < m_own.size(); ++c)
      for (int sku : m_own[c])
        if (n++ % stride == 0)
          m_sampled[c].push_back(sku);
    m_sample = (told + stride - 1) / stride;
  }

  Result<Pools> run(const Pools* warm);

 private:
  template <class Body> bool eachCategory(const Body& body) {
    return parallelFor(
        m_own.size(), 4, m_job,
        [&](std::size_t begin, std::size_t end) {
          for (std::size_t c = begin; c < end; ++c)
            body(c);
        },
        m_in.threads);
  }
  bool learnVariances(Matrix& between, Matrix& betweenCategories, int rounds);
  Matrix categoryVariance(std::size_t c, const Normal& mean, const Matrix& all) const;
  Evidence categoryEvidence(std::size_t c, const Matrix& between, bool withShocks) const;
  Matrix sharedShocks(std::size_t c, const Matrix& betweenInverse) const;
  void finishSku(SkuFit& fit, const Normal& category, const Matrix& between, const Matrix& betweenInverse) const;

  const Reading& m_in;
  const DemandPanel& m_panel;
  std::vector<SkuFit>& m_fits;
  bool m_shocks;
  const JobContext& m_job;
  std::vector<std::vector<int>> m_own,
      m_sampled; // per category: SKUs with rows; those that the variances are learnt from
  std::size_t m_sample = 0;
};

bool Pooler::learnVariances(Matrix& between, Matrix& betweenCategories, int rounds) {
  const std::size_t n = m_own.size();
  std::vector<Evidence> evidence(n);
  std::vector<Matrix> scatter(n);
  UpperLevels upper;
  for (int round = 0; round < rounds; ++round) {
    const Matrix betweenInverse = inverse(between);
    if (!eachCategory([&](std::size_t c) {
          evidence[c] = {};
          for (int sku : m_sampled[c]) {
            const Evidence e = evidenceOf(m_fits[std::size_t(sku)]);
            evidence[c].add(passUp(e, betweenInverse, inverse(e.precision + betweenInverse)));
          }
        }))
      return false;
    upper = upperLevels(evidence, betweenCategories);
    if (!eachCategory([&](std::size_t c) {
          scatter[c].setZero();
          for (int sku : m_sampled[c]) {
            const SkuFit& fit = m_fits[std::size_t(sku)];
            scatter[c] += skuScatter(fit, upper.categories[c], inverse(loaded(fit.information) + betweenInverse));
          }
        }))
      return false;
    Matrix total = kPriorSkus * loaded(skuSpread());
    for (const Matrix& s : scatter)
      total += s;
    const int power = round % 3 == 2 && round + 3 < rounds ? kStride : 1;
    between = strided(between, symmetric(total / (kPriorSkus + double(m_sample))), power);
    betweenCategories = strided(
        betweenCategories,
        symmetric((kPriorCategories * loaded(categorySpread()) + upper.scatter) / (kPriorCategories + double(n))),
        power);
  }
  return true;
}

Matrix Pooler::categoryVariance(std::size_t c, const Normal& mean, const Matrix& all) const {
  Matrix between = all;
  for (int round = 0; round < kCategoryRounds && m_own[c].size() >= 2; ++round) {
    const Matrix betweenInverse = inverse(between);
    Matrix total = kBorrowedSkus * all;
    for (int sku : m_own[c]) {
      const SkuFit& fit = m_fits[std::size_t(sku)];
      total += skuScatter(fit, mean, inverse(loaded(fit.information) + betweenInverse));
    }
    between = symmetric(total / (kBorrowedSkus + double(m_own[c].size())));
  }
  return between;
}

// A week's shock that hits several SKUs of a category (weather, a rival's promotion, a holiday) does not average out
// over them. Their influence on the category mean is summed by week; this is the covariance between different SKUs'.
Matrix Pooler::sharedShocks(std::size_t c, const Matrix& betweenInverse) const {
  WeekScores own(m_panel.weeks), sum(m_panel.weeks);
  Matrix separate = Matrix::Zero();
  for (int sku : m_own[c]) {
    const SkuFit& fit = m_fits[std::size_t(sku)];
    const Matrix posterior = inverse(loaded(fit.information) + betweenInverse);
    const Matrix influence =
        times(times(betweenInverse, posterior), times(loaded(fit.cross), inverse(loaded(fit.meat))));
    weekScores(m_in, sku, fit.start, own);
    for (std::size_t w = 0; w < own.values.size(); ++w) {
      if (!own.seen[w])
        continue;
      const Vector g = influence * loaded(own.values[w]);
      own.values[w] = stored(g);
      sum.seen[w] = 1;
      Eigen::Map<Vector>(sum.values[w].data()) += g;
    }
    separate += loaded(meatOf(own));
  }
  return symmetric(loaded(meatOf(sum)) - separate);
}

Evidence Pooler::categoryEvidence(std::size_t c, const Matrix& between, bool withShocks) const {
  const Matrix betweenInverse = inverse(between);
  Evidence sum;
  for (int sku : m_own[c]) {
    const Evidence e = evidenceOf(m_fits[std::size_t(sku)]);
    sum.add(passUp(e, betweenInverse, inverse(e.precision + betweenInverse)));
  }
  if (m_own[c].size() < 2 || !withShocks)
    return sum;
  // score ~ (precision·μ, precision + shared): its information is precision·(precision + shared⁺)⁻¹·precision. Only
  // what adds variance counts; estimated shocks that would take some away are noise.
  const Matrix shared = sharedShocks(c, betweenInverse);
  const Eigen::SelfAdjointEigenSolver<Matrix> axes(sum.precision);
  const Vector values = axes.eigenvalues().cwiseMax(1e-10 * std::max(axes.eigenvalues().maxCoeff(), 1e-10));
  const Matrix root = axes.eigenvectors() * values.cwiseSqrt().asDiagonal() * axes.eigenvectors().transpose();
  const Matrix rootInverse =
      axes.eigenvectors() * values.cwiseSqrt().cwiseInverse().asDiagonal() * axes.eigenvectors().transpose();
  const Eigen::SelfAdjointEigenSolver<Matrix> excess(symmetric(rootInverse * shared * rootInverse));
  const Vector shrink = (Vector::Ones() + excess.eigenvalues().cwiseMax(0.0)).cwiseInverse();
  const Matrix inner = excess.eigenvectors() * shrink.asDiagonal() * excess.eigenvectors().transpose();
  return {symmetric(root * inner * root), root * inner * rootInverse * sum.score};
}

void Pooler::finishSku(SkuFit& fit, const Normal& category, const Matrix& between, const Matrix& betweenInverse) const {
  const Matrix posterior = inverse(loaded(fit.information) + betweenInverse);
  const Matrix toCategory = times(posterior, betweenInverse);
  const Matrix shared = times(times(toCategory, category.covariance), toCategory.transpose());
  const Matrix covariance = symmetric(posterior + shared);
  const TermMatrix sharedTerms = stored(shared);
  fit.categoryVariance = {varianceAlong(sharedTerms, false), varianceAlong(sharedTerms, true)};
  fit.mean = stored(Vector(posterior * (loaded(fit.score) + betweenInverse * category.mean)));
  fit.covariance = stored(covariance);
  const double before = between(kOwnRegular, kOwnRegular) + category.covariance(kOwnRegular, kOwnRegular);
  fit.ownShare = fit.rows >= 3 ? std::clamp(1 - covariance(kOwnRegular, kOwnRegular) / before, 0.0, 1.0) : 0.0;
}

Result<Pools> Pooler::run(const Pools* warm) {
  Matrix between = warm ? loaded(warm->betweenSkus) : loaded(skuSpread());
  Matrix betweenCategories = warm ? loaded(warm->betweenCategories) : loaded(categorySpread());
  if (!learnVariances(between, betweenCategories, warm ? kWarmRounds : kColdRounds))
    return fail(QStringLiteral("job.cancelled"));
  const std::size_t n = m_own.size();
  std::vector<Evidence> evidence(n);
  std::vector<Matrix> own(n, between);
  const auto collect = [&](bool shocks) {
    return eachCategory([&](std::size_t c) { evidence[c] = categoryEvidence(c, own[c], shocks); });
  };
  if (!collect(false))
    return fail(QStringLiteral("job.cancelled"));
  UpperLevels upper = upperLevels(evidence, betweenCategories);
  if (!eachCategory([&](std::size_t c) { own[c] = categoryVariance(c, upper.categories[c], between); }) ||
      !collect(m_shocks))
    return fail(QStringLiteral("job.cancelled"));
  upper = upperLevels(evidence, betweenCategories);
  Pools out{stored(upper.all.mean), stored(upper.all.covariance), stored(between), stored(betweenCategories), {}};
  out.categories.resize(n);
  if (!eachCategory([&](std::size_t c) {
        const Normal& category = upper.categories[c];
        out.categories[c] = {stored(category.mean), stored(category.covariance), stored(own[c]), int(m_own[c].size())};
        const Matrix betweenInverse = inverse(own[c]);
        for (int sku : m_panel.categories[c].skus)
          finishSku(m_fits[std::size_t(sku)], category, own[c], betweenInverse);
      }))
    return fail(QStringLiteral("job.cancelled"));
  return out;
}

} // namespace

// Weak on purpose: it decides only where data say little. Own-price elasticities of packaged goods average about −2.2
// to −2.6 with a spread of 1.2 (Bijmolt, van Heerde & Pieters 2005: 1,851 estimates). Own and siblings are believed
// jointly, correlated by −0.9: a product that loses many buyers loses most of them to its siblings. So their sum, the
// response to raising a whole category at once, is −1.7 ± 0.8: weak data cannot make a rise of everything look free,
// which an unrestrained matrix of cross elasticities regularly does.
const TopPrior& topPrior() {
  static const TopPrior prior{{-2.2, -2.5, 0.5, 0.2, 0.1, 0.3, 0, 0},
                              spread({1.2, 1.5, 0.5, 0.4, 0.3, 0.5, 0.15, 0.15}, -0.9, 0)};
  return prior;
}

Result<Pools> pool(const Reading& in, std::vector<SkuFit>& fits, const Pools* warm, bool shocks,
                   const JobContext& job) {
  return Pooler(in, fits, shocks, job).run(warm);
}

} // namespace pricewright
