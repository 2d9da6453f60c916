// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demand/AfterEffects.h"

#include "statistics/EmpiricalBayes.h"

#include <Eigen/Dense>

#include <cmath>

namespace pricewright {
namespace {

// Places of a row of this regression, in a vector of kTerms.
enum AfterTerm : std::size_t { kAfterOne, kAfterTwo, kLoss, kGain, kRegular, kDiscounted, kOnDealNow, kOnFeatureNow };
static_assert(kOnFeatureNow + 1 == std::size_t(kTerms));

using Matrix = Eigen::Matrix<double, kTerms, kTerms, Eigen::RowMajor>;
using Vector = Eigen::Matrix<double, kTerms, 1>;

constexpr std::size_t kMostRows = 100'000; // read; whole listings are left out beyond
constexpr float kMemory = 0.25f;           // weight of the newest price in the one remembered
constexpr double kPromoted = 0.05;         // log units that a promotion must lift its week by to be one
constexpr int kLeastWeeks = 8;             // of a kind, to say anything
// Of each effect, before data: a share of a promotion's lift is small, an elasticity beside another may be several.
constexpr double kPriorSd = 0.5, kPriorElasticitySd = 2;

// One category's sums.
struct AfterSums {
  explicit AfterSums(int weeks) : scores(weeks) {}
  Matrix cross = Matrix::Zero();
  Vector target = Vector::Zero();
  WeekScores scores;
  qint64 promoted = 0, after = 0, changes = 0;
  double lift = 0; // Σ of promotions' log lifts
};

// What is read, and how far the fitted terms are off: they take weeks after promotions for ordinary ones, so that
// promotions look larger to them than they are.
struct AfterReading {
  const DemandPanel& panel;
  const FittedTerms& fitted;
  Vector correction = Vector::Zero();
};

// The rows of one listing as this regression reads them.
template <class Body> void eachAfterRow(const AfterReading& in, std::size_t i, const Body& body) {
  const DemandPanel& panel = in.panel;
  const FittedTerms& fitted = in.fitted;
  const PanelListing& l = panel.listings[i];
  const TermVector& mean = fitted.levels.listings[i].mean;
  LevelFilter filter(fitted.rate);
  double before = 0, before2 = 0; // lifts of the two weeks before
  float remembered = 0, last = 0;
  qint32 week = std::numeric_limits<qint32>::min();
  for (std::size_t r = l.begin; r < l.end; ++r) {
    const DemandRow& row = panel.rows[r];
    const bool follows = row.week == week + 1;
    if (!follows)
      before = before2 = 0;
    if (r == l.begin || row.week > week + 8)
      remembered = last = row.x[kOwnRegular];
    week = row.week;
    double lift = 0, explained = 0;
    for (std::size_t k = 0; k < kTerms; ++k)
      explained += mean[k] * double(row.x[k]);
    for (const auto& [term, place] :
         {std::pair(kOwnDiscount, kDiscounted), std::pair(kDeal, kOnDealNow), std::pair(kFeature, kOnFeatureNow)})
      lift += (mean[std::size_t(term)] + in.correction(Eigen::Index(place))) * double(row.x[std::size_t(term)]);
    lift = std::clamp(lift, 0.0, 3.0);
    if (lift < kPromoted)
      lift = 0;
    DemandRow now;
    now.week = row.week, now.day = row.day;
    const bool ordinary = lift == 0;
    const float gap = row.x[kOwnRegular] - remembered;
    now.x[kAfterOne] = ordinary ? float(before) : 0, now.x[kAfterTwo] = ordinary && before == 0 ? float(before2) : 0;
    now.x[kLoss] = std::max(gap, 0.0f), now.x[kGain] = std::min(gap, 0.0f);
    now.x[kRegular] = row.x[kOwnRegular], now.x[kDiscounted] = row.x[kOwnDiscount];
    now.x[kOnDealNow] = row.x[kDeal], now.x[kOnFeatureNow] = row.x[kFeature];
    const Response answer{row.logUnits - float(explained), row.weight};
    body(now, filter.next(now, answer, l.precision), lift, std::abs(row.x[kOwnRegular] - last) > 0.01f);
    before2 = before, before = lift;
    remembered += kMemory * (row.x[kOwnRegular] - remembered);
    last = row.x[kOwnRegular];
  }
}

void addRow(AfterSums& sums, const DemandRow& now, const Innovation& row, double lift, bool changed) {
  sums.promoted += lift > 0, sums.lift += lift, sums.changes += changed;
  sums.after += now.x[kAfterOne] > 0;
  for (std::size_t j = 0; j < kTerms; ++j) {
    const double wx = row.weight * row.x[j];
    sums.target(Eigen::Index(j)) += wx * row.y;
    for (std::size_t k = 0; k < kTerms; ++k)
      sums.cross(Eigen::Index(j), Eigen::Index(k)) += wx * row.x[k];
  }
}

struct Estimate {
  Vector mean = Vector::Zero();
  Matrix covariance = Matrix::Zero();
  double lift = 0; // of a typical promotion
};

Vector priorPrecision() {
  Vector out = Vector::Constant(1 / (kPriorSd * kPriorSd));
  for (const std::size_t k : {kLoss, kGain, kRegular})
    out(Eigen::Index(k)) = 1 / (kPriorElasticitySd * kPriorElasticitySd);
  return out;
}

// Ridged where a term never moved: it then says nothing, with the prior's width.
Matrix precisionOf(const AfterSums& sums) {
  Matrix p = sums.cross;
  p.diagonal() += priorPrecision();
  return p;
}

using Numbers = std::vector<std::size_t>; // listings

AfterSums sumsOf(const AfterReading& in, const Numbers& listings) {
  AfterSums sums(in.panel.weeks);
  for (const std::size_t i : listings)
    eachAfterRow(in, i, [&](const DemandRow& now, const Innovation& row, double lift, bool changed) {
      addRow(sums, now, row, lift, changed);
    });
  return sums;
}

Estimate estimateOf(const AfterReading& in, const Numbers& listings, AfterSums& sums) {
  Estimate out;
  out.mean = precisionOf(sums).ldlt().solve(sums.target);
  sums.scores.clear();
  double squares = 0;
  qint64 rows = 0;
  for (const std::size_t i : listings)
    eachAfterRow(in, i, [&](const DemandRow& now, const Innovation& row, double, bool) {
      double e = row.y;
      for (std::size_t k = 0; k < kTerms; ++k)
        e -= row.x[k] * out.mean(Eigen::Index(k));
      squares += row.weight * e * e, rows += row.weight > 0;
      sums.scores.seen[std::size_t(now.week)] = 1;
      for (std::size_t k = 0; k < kTerms; ++k)
        sums.scores.values[std::size_t(now.week)][k] += row.weight * e * row.x[k];
    });
  const TermMatrix meat = meatOf(sums.scores);
  const double dispersion = rows > kTerms ? squares / double(rows - kTerms) : 1;
  const Matrix bread = precisionOf(sums).ldlt().solve(Matrix::Identity());
  // Never narrower than independent errors would leave it.
  const Matrix robust = bread * Eigen::Map<const Matrix>(meat.data()) * bread,
               plain = dispersion * bread * sums.cross * bread;
  out.covariance = robust;
  for (Eigen::Index k = 0; k < kTerms; ++k)
    if (plain(k, k) > robust(k, k))
      out.covariance(k, k) = plain(k, k);
  out.covariance += bread * priorPrecision().asDiagonal() * bread; // of what the prior drew to nothing
  out.lift = sums.promoted > 0 ? sums.lift / double(sums.promoted) : 0;
  return out;
}

AfterEffect effectOf(const Estimate& e, std::size_t k) {
  return {e.mean(Eigen::Index(k)), std::sqrt(std::max(e.covariance(Eigen::Index(k), Eigen::Index(k)), 0.0))};
}

// Share of a typical promotion's extra units that the weeks after sell less, by the delta method.
AfterEffect paybackOf(const Estimate& e) {
  const double extra = std::expm1(e.lift);
  if (!(extra > 0))
    return {};
  const auto one = Eigen::Index(kAfterOne), two = Eigen::Index(kAfterTwo);
  const double first = std::exp(e.mean(one) * e.lift), second = std::exp(e.mean(two) * e.lift);
  const double a = -first * e.lift / extra, b = -second * e.lift / extra;
  const double variance =
      a * a * e.covariance(one, one) + b * b * e.covariance(two, two) + 2 * a * b * e.covariance(one, two);
  return {(2 - first - second) / extra, std::sqrt(std::max(variance, 0.0))};
}

AfterEffect differenceOf(const Estimate& e) {
  const auto a = Eigen::Index(kLoss), b = Eigen::Index(kGain);
  return {e.mean(a) - e.mean(b),
          std::sqrt(std::max(e.covariance(a, a) + e.covariance(b, b) - 2 * e.covariance(a, b), 0.0))};
}

CategoryAfterEffects told(int categoryNo, const AfterSums& sums, const Estimate& e) {
  CategoryAfterEffects out;
  out.categoryNo = categoryNo;
  out.promotedWeeks = sums.promoted, out.weeksAfter = sums.after, out.priceChanges = sums.changes;
  if (sums.after >= kLeastWeeks) {
    out.dip = {effectOf(e, kAfterOne), effectOf(e, kAfterTwo)};
    out.payback = paybackOf(e);
  }
  if (sums.changes >= kLeastWeeks)
    out.loss = effectOf(e, kLoss), out.gain = effectOf(e, kGain), out.lossLessGain = differenceOf(e);
  return out;
}

// Each category's figure is drawn towards that of all categories, as far as they are alike.
void drawTogether(std::vector<CategoryAfterEffects>& all, AfterEffect& (*figure)(CategoryAfterEffects&)) {
  std::vector<double> means, errors;
  std::vector<std::size_t> of;
  for (std::size_t c = 1; c < all.size(); ++c)
    if (const AfterEffect& e = figure(all[c]); e.sd > 0)
      means.push_back(e.mean), errors.push_back(e.sd), of.push_back(c);
  if (means.size() < 3)
    return;
  const Result<Shrinkage> shrunk = shrinkNormal(means, errors);
  if (!shrunk)
    return;
  for (std::size_t k = 0; k < of.size(); ++k)
    figure(all[of[k]]) = {shrunk->shrunk[k],
                          std::sqrt(shrunk->shrunkVariance[k] + shrunk->meanStandardError * shrunk->meanStandardError)};
}

} // namespace

Result<std::vector<CategoryAfterEffects>> afterEffects(const DemandPanel& panel, const FittedTerms& fitted,
                                                       const JobContext& job) {
  const std::size_t every = std::max<std::size_t>(1, (panel.rows.size() + kMostRows - 1) / kMostRows);
  std::vector<Numbers> byCategory(panel.categories.size());
  Numbers everything;
  for (std::size_t i = 0; i < panel.listings.size(); i += every) {
    const PanelListing& l = panel.listings[i];
    if (l.end - l.begin < 12 || l.zeroShare > 0.3) // logs of small counts bend
      continue;
    everything.push_back(i);
    byCategory[std::size_t(panel.skus[std::size_t(l.sku)].category)].push_back(i);
  }
  std::vector<CategoryAfterEffects> out;
  const auto read = [&](int categoryNo, const Numbers& listings) {
    AfterReading in{panel, fitted};
    AfterSums sums = sumsOf(in, listings);
    if (sums.after < kLeastWeeks && sums.changes < kLeastWeeks)
      return;
    in.correction = precisionOf(sums).ldlt().solve(sums.target);
    sums = sumsOf(in, listings);
    out.push_back(told(categoryNo, sums, estimateOf(in, listings, sums)));
  };
  read(0, everything);
  for (std::size_t c = 0; c < byCategory.size() && !out.empty(); ++c) {
    if (job.cancelled())
      return fail(QStringLiteral("job.cancelled"));
    if (panel.categories[c].categoryNo > 0)
      read(panel.categories[c].categoryNo, byCategory[c]);
  }
  if (out.size() > 1 && out[0].categoryNo == 0) {
    drawTogether(out, [](CategoryAfterEffects& e) -> AfterEffect& { return e.dip[0]; });
    drawTogether(out, [](CategoryAfterEffects& e) -> AfterEffect& { return e.dip[1]; });
    drawTogether(out, [](CategoryAfterEffects& e) -> AfterEffect& { return e.payback; });
    drawTogether(out, [](CategoryAfterEffects& e) -> AfterEffect& { return e.loss; });
    drawTogether(out, [](CategoryAfterEffects& e) -> AfterEffect& { return e.gain; });
    drawTogether(out, [](CategoryAfterEffects& e) -> AfterEffect& { return e.lossLessGain; });
  }
  return out;
}

} // namespace pricewright
