// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "demand/CountResponse.h"
#include "demand/DemandPanel.h"

namespace pricewright {

using TermVector = std::array<double, kTerms>;
using TermMatrix = std::array<double, std::size_t(kTerms) * kTerms>; // row-major, symmetric

// The level of a listing is not fixed: it drifts. So its rows are not measured against their mean but against the level
// that the weeks before let expect (a local-level filter, Harvey 1989, ch. 4; `rate` is its steady gain). At rate 0
// this is the within-listing estimator, exactly. With drift that one takes a demand that happened to move along with a
// rare price change for its effect: in simulation its 95 % intervals held the truth in 54 to 82 % of cases, these in 92
// to 98 %.
struct Innovation {
  TermVector x{}; // as the row's, less what the filter expects
  double y = 0;
  double weight = 0; // 1 / variance
};
class LevelFilter {
 public:
  explicit LevelFilter(double rate) : m_step(rate * rate / (1 - rate)) {}
  // Takes the next row in time, with what it answered. The first one only sets the level: weight 0.
  Innovation next(const DemandRow& row, const Response& answer, double precision);
  double variance() const { return m_variance; } // of the level after the last row, in units of a week's noise
  const TermVector& x() const { return m_x; }
  double y() const { return m_y; }
  static double step(double rate) { return rate * rate / (1 - rate); }
  double spread() const { return m_spread; } // of the last innovation, in units of a week's noise

 private:
  double m_step;
  double m_variance = -1, m_y = 0, m_spread = 1;
  qint32 m_week = 0;
  TermVector m_x{};
};

// Variance of the regular elasticity, or of its sum with the siblings'.
inline double varianceAlong(const TermMatrix& c, bool withSiblings) {
  const auto at = [&](int j, int k) { return c[std::size_t(j * kTerms + k)]; };
  const double own = at(kOwnRegular, kOwnRegular);
  return withSiblings ? own + 2 * at(kOwnRegular, kSibling) + at(kSibling, kSibling) : own;
}

// What one SKU's own rows say about its terms, zones together: least squares on innovations as an estimating equation
// target = cross·β + error, error ~ (0, meat). It needs no inverse of `cross`, so a term that never moved, or moved
// together with another, just carries no information.
struct SkuFit {
  int rows = 0, weeks = 0, listings = 0; // used
  TermVector start{};                    // coefficients at which the residuals were taken
  TermMatrix cross{}, meat{};            // X'WX of innovations; variance of its score, robust to common weeks
  TermVector target{};                   // X'Wy
  double fitted = 0, dispersion = 1;     // degrees of freedom used; Σwe² per one left
  double size = 1;                       // robust variance of the score over that of independent errors
  TermMatrix information{};              // cross·meat⁻¹·cross
  TermVector score{};                    // cross·meat⁻¹·target
  double ownStandardError = 0, naiveStandardError = 0; // of the regular elasticity, own data alone; 0 = none
  // After pooling:
  TermVector mean{};
  TermMatrix covariance{};
  double ownShare = 0; // of the posterior information about the regular elasticity
  // Of the posterior variance of the regular elasticity, and of its sum with the siblings': what is the category's.
  std::array<double, 2> categoryVariance{};
};

// The weekly sums of a SKU's scores x·w·e over its zones; reused from SKU to SKU by one thread.
struct WeekScores {
  explicit WeekScores(int weeks) : values(std::size_t(weeks)), seen(std::size_t(weeks), 0) {}
  std::vector<TermVector> values;
  std::vector<char> seen;
  void clear();
};

inline Response logResponse(const DemandRow& row) { return {row.logUnits, row.weight}; }

// Which rows are read, and how.
struct Reading {
  const DemandPanel& panel;
  qint32 before = kAllRows; // rows of earlier days only
  double rate = 0;          // of the level filter
  unsigned threads = 0;
  const CountResponses* counts = nullptr; // null: rows answer with the log of their units

  Response answer(std::size_t row) const { return counts ? counts->rows[row] : logResponse(panel.rows[row]); }
  double precision(std::size_t listing) const {
    return counts ? counts->precision[listing] : panel.listings[listing].precision;
  }
  // A listing tells slopes if it sold often enough: logs of counts near zero bend towards zero, counts do not.
  bool tellsSlopes(const PanelListing& listing) const { return listing.zeroShare <= (counts ? 0.9 : 0.5); }
};

// One per SKU of the panel. `robust`: errors allow for what weeks have in common; else they are taken as independent,
// which is enough for a first look. Error job.cancelled.
Result<std::vector<SkuFit>> fitSkus(const Reading& in, bool robust, const JobContext& job);
// The scores at `at`, as fitSkus() read them.
void weekScores(const Reading& in, int sku, const TermVector& at, WeekScores& scores);
// The rate under which one-step errors of a sample of SKUs are most likely, all sharing one.
Result<double> likeliestRate(const DemandPanel& panel, qint32 before, unsigned threads, const JobContext& job);
// Σ over weeks, and over neighboring weeks with Bartlett weights (Newey & West 1987; over a panel: Driscoll & Kraay
// 1998): demand that stays high for some weeks must not count as so many separate observations.
TermMatrix meatOf(const WeekScores& scores);

// One past the last of the listing's rows before `before`.
std::size_t endBefore(const DemandPanel& panel, const PanelListing& listing, qint32 before);

} // namespace pricewright
