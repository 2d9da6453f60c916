// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demand/Yardstick.h"

#include <Eigen/Dense>

#include <cmath>
#include <map>
#include <unordered_map>

namespace pricewright {
namespace {

bool counts(const SalePoint& p) { return p.priceMicro > 0 && p.unitsMilli > 0 && p.days > 0; }
double logPrice(const SalePoint& p) { return std::log(double(p.priceMicro) / 1e6); }

// Rows of one regression, listing after listing; the first column is y.
struct Table {
  int columns = 0;
  std::vector<double> cells;
  std::vector<std::size_t> first{0}; // of each listing
  std::size_t rows() const { return columns > 0 ? cells.size() / std::size_t(columns) : 0; }
};

// Every listing's rows less their means.
void within(Table& t) {
  const auto k = std::size_t(t.columns);
  for (std::size_t l = 0; l + 1 < t.first.size(); ++l) {
    const std::size_t begin = t.first[l], end = t.first[l + 1];
    for (std::size_t c = 0; c < k; ++c) {
      double mean = 0;
      for (std::size_t r = begin; r < end; ++r)
        mean += t.cells[r * k + c] / double(end - begin);
      for (std::size_t r = begin; r < end; ++r)
        t.cells[r * k + c] -= mean;
    }
  }
}

constexpr std::size_t kPrice = 1, kDealAt = 2, kFeatureAt = 3; // columns

YardstickRow regress(Table& t, int skuNo) {
  YardstickRow out;
  out.skuNo = skuNo, out.rows = qint64(t.rows());
  for (std::size_t l = 0; l + 1 < t.first.size(); ++l)
    out.listings += t.first[l + 1] > t.first[l];
  within(t);
  const auto k = std::size_t(t.columns);
  Eigen::Map<const Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>> all(
      t.cells.data(), Eigen::Index(t.rows()), Eigen::Index(k));
  std::vector<Eigen::Index> moves;
  for (std::size_t c = 1; c < k; ++c)
    if (t.rows() > 0 && all.col(Eigen::Index(c)).squaredNorm() > 1e-9)
      moves.push_back(Eigen::Index(c));
  const qint64 freedom = out.rows - out.listings - qint64(moves.size());
  if (freedom < 1) {
    out.why = QStringLiteral("few-rows");
    return out;
  }
  if (moves.empty() || moves.front() != Eigen::Index(kPrice)) {
    out.why = QStringLiteral("price-never-moves");
    return out;
  }
  const Eigen::MatrixXd x = all(Eigen::all, moves);
  const Eigen::ColPivHouseholderQR<Eigen::MatrixXd> solver(x);
  if (solver.rank() < x.cols()) {
    out.why = QStringLiteral("collinear");
    return out;
  }
  const Eigen::VectorXd beta = solver.solve(all.col(0));
  const double variance = (all.col(0) - x * beta).squaredNorm() / double(freedom);
  const Eigen::MatrixXd inverse = (x.transpose() * x).inverse();
  out.elasticity = beta(0), out.standardError = std::sqrt(variance * inverse(0, 0));
  for (std::size_t m = 1; m < moves.size(); ++m) {
    if (moves[m] == Eigen::Index(kDealAt))
      out.deal = beta(Eigen::Index(m));
    if (moves[m] == Eigen::Index(kFeatureAt))
      out.feature = beta(Eigen::Index(m));
  }
  return out;
}

void addRow(Table& t, const SalePoint& p) {
  t.cells.push_back(std::log(double(p.unitsMilli) / 1000));
  t.cells.push_back(logPrice(p));
  t.cells.push_back(double(p.dealMilli) / 1000);
  t.cells.push_back(double(p.featureMilli) / 1000);
}

// Log prices by day of everything sold in one category and zone.
using Prices = std::map<qint32, std::map<int, double>>; // day → SKU → log price

} // namespace

std::optional<YardstickSpec> yardstickFrom(QStringView name) {
  if (name == u"loglog-fe")
    return YardstickSpec::LogLog;
  if (name == u"loglog-fe-others")
    return YardstickSpec::LogLogOthers;
  return {};
}

std::vector<YardstickRow> fitYardstick(std::span<const DemandSeries> series, YardstickSpec spec) {
  const bool others = spec == YardstickSpec::LogLogOthers;
  std::map<int, std::vector<const DemandSeries*>> bySku;
  std::map<std::pair<int, int>, Prices> prices; // by category and zone
  std::map<std::pair<int, int>, std::map<int, bool>> members;
  for (const DemandSeries& s : series) {
    bySku[s.skuNo].push_back(&s);
    if (others)
      for (const SalePoint& p : s.points)
        if (counts(p)) {
          prices[{s.categoryNo, s.zoneNo}][p.day][s.skuNo] = logPrice(p);
          members[{s.categoryNo, 0}][s.skuNo] = true;
        }
  }
  std::vector<YardstickRow> out;
  Table all;
  all.columns = 4;
  for (const auto& [sku, listings] : bySku) {
    Table t;
    const auto& siblings = members[{listings.front()->categoryNo, 0}];
    t.columns = 4 + (others ? std::max(0, int(siblings.size()) - 1) : 0);
    for (const DemandSeries* s : listings) {
      for (const SalePoint& p : s->points) {
        if (!counts(p))
          continue;
        if (others) {
          const auto& week = prices[{s->categoryNo, s->zoneNo}][p.day];
          if (week.size() < siblings.size())
            continue;
          addRow(t, p);
          for (const auto& [other, price] : week)
            if (other != sku)
              t.cells.push_back(price);
        } else {
          addRow(t, p), addRow(all, p);
        }
      }
      t.first.push_back(t.rows()), all.first.push_back(all.rows());
    }
    out.push_back(regress(t, sku));
  }
  if (!others)
    out.push_back(regress(all, 0));
  return out;
}

} // namespace pricewright
