// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demand/Orthogonal.h"

#include "demand/DemandPanel.h"
#include "statistics/BoostedTrees.h"

#include <cmath>
#include <map>
#include <set>

namespace pricewright {
namespace {

constexpr std::size_t kFewestRows = 40, kFewestWeeks = 12;
constexpr qint64 kMostInCategories = 200'000, kLeastInCategory = 2'000;
constexpr double kNeverMoved = 1e-6; // variance of log prices below which they never moved
constexpr int kControls = 14, kWeeksBefore = 2;

// One row as the regressions read it.
struct OrthogonalRow {
  double units = 0, price = 0;       // logs
  double unitsDev = 0, priceDev = 0; // less the listing's means
  qint32 week = 0;
  std::array<float, kControls> controls{};
};

// Σ of the scores by week: what a standard error that allows for shared shocks is made of.
PriceAnswer clusteredSlope(const std::vector<double>& x, const std::vector<double>& y,
                           const std::vector<qint32>& week) {
  double xx = 0, xy = 0;
  for (std::size_t r = 0; r < x.size(); ++r)
    xx += x[r] * x[r], xy += x[r] * y[r];
  PriceAnswer out;
  if (!(xx > kNeverMoved * double(x.size())))
    return out;
  out.elasticity = xy / xx;
  std::map<qint32, double> scores;
  for (std::size_t r = 0; r < x.size(); ++r)
    scores[week[r]] += x[r] * (y[r] - out.elasticity * x[r]);
  double meat = 0;
  for (const auto& [w, score] : scores)
    meat += score * score;
  const double clusters = double(scores.size());
  if (clusters >= double(kFewestWeeks))
    out.standardError = std::sqrt(meat * clusters / (clusters - 1)) / xx;
  return out;
}

class CategoryRows {
 public:
  CategoryRows(const DemandPanel& panel, qint64 mostRows, unsigned threads)
      : m_panel(panel), m_most(mostRows), m_threads(threads) {}

  // Listings from all over, so many that their rows are about as many as may be read. Not each n-th: where products
  // stand zone by zone, that would be always the same zones.
  void add(const std::vector<int>& listings) {
    qint64 all = 0;
    for (const int i : listings)
      all += rowsOf(i);
    const std::uint64_t stride = std::uint64_t(std::max<qint64>(1, (all + m_most - 1) / m_most));
    for (const int i : listings)
      if ((std::uint64_t(i) * 0x9E37'79B9'7F4A'7C15u >> 33) % stride == 0) // Fibonacci hashing
        addListing(m_panel.listings[std::size_t(i)]);
  }

  Result<OrthogonalFit> fit(const JobContext& job) const {
    OrthogonalFit out;
    out.rows = qint64(m_rows.size());
    std::set<qint32> seen;
    for (const OrthogonalRow& r : m_rows)
      seen.insert(r.week);
    if (m_rows.size() < kFewestRows || seen.size() < kFewestWeeks) {
      out.why = QStringLiteral("few-rows");
      return out;
    }
    const std::vector<double> units = column(&OrthogonalRow::unitsDev), price = column(&OrthogonalRow::priceDev);
    out.within = clusteredSlope(price, units, weeks());
    if (!out.within.isKnown()) {
      out.why = QStringLiteral("price-never-moves");
      return out;
    }
    out.naive = clusteredSlope(centred(column(&OrthogonalRow::price)), centred(column(&OrthogonalRow::units)), weeks());
    PW_TRY(const std::vector<float> unitsTold, told(units, job));
    PW_TRY(const std::vector<float> priceTold, told(price, job));
    std::vector<double> x, y;
    std::vector<qint32> week;
    for (std::size_t r = 0; r < m_rows.size(); ++r) {
      if (std::isnan(unitsTold[r]) || std::isnan(priceTold[r]))
        continue; // every bag had seen its week
      x.push_back(price[r] - double(priceTold[r])), y.push_back(units[r] - double(unitsTold[r]));
      week.push_back(m_rows[r].week);
    }
    out.orthogonal = clusteredSlope(centred(std::move(x)), centred(std::move(y)), week);
    if (!out.orthogonal.isKnown()) // all that moved prices was known beforehand
      out.why = QStringLiteral("collinear");
    return out;
  }

 private:
  qint64 rowsOf(int listing) const {
    const PanelListing& l = m_panel.listings[std::size_t(listing)];
    return l.reference > 0 ? qint64(l.end - l.begin) : 0;
  }

  void addListing(const PanelListing& l) {
    if (!(l.reference > 0) || l.end - l.begin < 3)
      return;
    const std::size_t first = m_rows.size();
    double units = 0, price = 0;
    for (std::size_t r = l.begin; r < l.end; ++r) {
      const DemandRow& row = m_panel.rows[r];
      OrthogonalRow one;
      one.units = double(row.logUnits);
      one.price = std::log(l.reference) + double(row.x[kOwnRegular]) + double(row.x[kOwnDiscount]);
      one.week = row.week;
      units += one.units, price += one.price;
      m_rows.push_back(one);
    }
    const double n = double(l.end - l.begin);
    for (std::size_t k = first; k < m_rows.size(); ++k) {
      m_rows[k].unitsDev = m_rows[k].units - units / n, m_rows[k].priceDev = m_rows[k].price - price / n;
      tellControls(first, k, m_panel.rows[l.begin + (k - first)], units / n, price / n);
    }
  }

  // What was known beside the price. NaN where there is nothing: trees send it its own way.
  void tellControls(std::size_t first, std::size_t k, const DemandRow& row, double units, double price) {
    auto& c = m_rows[k].controls;
    std::size_t at = 0;
    c[at++] = float(units), c[at++] = float(price);
    for (const Term t : {kSibling, kCompetitor, kDeal, kFeature, kSeasonSin, kSeasonCos})
      c[at++] = row.x[std::size_t(t)];
    c[at++] = float(row.week);
    c[at++] = float(k - first); // weeks since it was first sold
    for (std::size_t lag = 1; lag <= std::size_t(kWeeksBefore); ++lag) {
      const bool known = k >= first + lag && row.week - m_rows[k - lag].week <= qint32(2 * lag);
      c[at++] = known ? float(m_rows[k - lag].unitsDev) : std::nanf("");
      c[at++] = known ? float(m_rows[k - lag].priceDev) : std::nanf("");
    }
  }

  // What trees that have not seen a row's week say of it.
  Result<std::vector<float>> told(const std::vector<double>& y, const JobContext& job) const {
    TreeData data;
    data.columns = kControls;
    data.x.reserve(m_rows.size() * std::size_t(kControls));
    for (std::size_t r = 0; r < m_rows.size(); ++r) {
      data.x.insert(data.x.end(), m_rows[r].controls.begin(), m_rows[r].controls.end());
      data.y.push_back(float(y[r]));
      data.block.push_back(m_rows[r].week);
    }
    BoostOptions options;
    options.bags = 6, options.trees = 60, options.leaves = 16, options.threads = m_threads;
    options.leastWeight = std::clamp(double(m_rows.size()) / 100, 5.0, 60.0);
    PW_TRY(const BoostedTrees trees, BoostedTrees::fit(data, options, job));
    return trees.outOfBag();
  }

  std::vector<double> column(double OrthogonalRow::* field) const {
    std::vector<double> out;
    out.reserve(m_rows.size());
    for (const OrthogonalRow& r : m_rows)
      out.push_back(r.*field);
    return out;
  }
  std::vector<qint32> weeks() const {
    std::vector<qint32> out;
    for (const OrthogonalRow& r : m_rows)
      out.push_back(r.week);
    return out;
  }
  static std::vector<double> centred(std::vector<double> v) {
    double mean = 0;
    for (const double x : v)
      mean += x / double(v.size());
    for (double& x : v)
      x -= mean;
    return v;
  }

  const DemandPanel& m_panel;
  qint64 m_most;
  unsigned m_threads;
  std::vector<OrthogonalRow> m_rows;
};

} // namespace

bool OrthogonalFit::parts() const {
  if (!naive.isKnown() || !orthogonal.isKnown())
    return false;
  const double apart = std::abs(naive.elasticity - orthogonal.elasticity);
  return apart > 2 * std::hypot(naive.standardError, orthogonal.standardError) &&
         apart > 0.2 * std::max(std::abs(orthogonal.elasticity), 0.5);
}

bool OrthogonalFit::isBetweenProducts() const {
  return parts() &&
         std::abs(within.elasticity - orthogonal.elasticity) < 0.5 * std::abs(naive.elasticity - orthogonal.elasticity);
}

Result<std::vector<OrthogonalFit>> fitOrthogonal(std::span<const DemandSeries> series, const DemandOptions& options,
                                                 const JobContext& job) {
  PW_TRY(const DemandPanel panel, buildPanel(series, options, job));
  std::map<int, std::vector<int>> listings; // by category number, and all of them under 0
  for (std::size_t i = 0; i < panel.listings.size(); ++i) {
    const int category =
        panel.categories[std::size_t(panel.skus[std::size_t(panel.listings[i].sku)].category)].categoryNo;
    if (category > 0)
      listings[category].push_back(int(i));
    listings[0].push_back(int(i));
  }
  std::vector<OrthogonalFit> out;
  for (const auto& [category, members] : listings) {
    job.report("demand.fit", double(out.size()) / double(listings.size()));
    // Many categories share what may be read, so that a fit stays one of seconds.
    const auto categories = qint64(std::max<std::size_t>(1, listings.size() - 1));
    const qint64 share = std::clamp<qint64>(kMostInCategories / categories, kLeastInCategory, kMostOrthogonalRows);
    CategoryRows one(panel, category > 0 ? share : kMostOrthogonalRows, options.threads);
    one.add(members);
    PW_TRY(OrthogonalFit fit, one.fit(job));
    fit.categoryNo = category;
    out.push_back(std::move(fit));
  }
  std::rotate(out.begin(), out.begin() + (out.empty() || listings.size() < 2 ? 0 : 1), out.end());
  if (out.size() == 2 && listings.begin()->second.size() == std::next(listings.begin())->second.size())
    out.pop_back(); // one category is all there is
  return out;
}

} // namespace pricewright
