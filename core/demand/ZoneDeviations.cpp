// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demand/Levels.h"

#include <Eigen/Dense>

#include <cmath>

namespace pricewright {
namespace {

constexpr double kLeastSpread = 0.1; // zones of one SKU are never taken to be the same for certain
constexpr std::size_t kLeastRows = 12;

struct Deviation {
  int listing = 0;
  double estimate = 0, variance = 0;
  double information = 0, robust = 0, squares = 0, rows = 0; // of the slope: Σwx²; robust variance × that; Σwe²; weeks
};

// The part of the regular price that the SKU's other terms do not explain: x_own − γᵀ·x_others (Frisch & Waugh).
TermVector partialOut(const SkuFit& fit) {
  using Others = Eigen::Matrix<double, kTerms - 1, kTerms - 1>;
  Others among;
  Eigen::Matrix<double, kTerms - 1, 1> with;
  for (int j = 1; j < kTerms; ++j) {
    with(j - 1) = fit.cross[std::size_t(j * kTerms + kOwnRegular)];
    for (int k = 1; k < kTerms; ++k)
      among(j - 1, k - 1) = fit.cross[std::size_t(j * kTerms + k)];
  }
  among.diagonal().array() += 1e-6;
  const Eigen::Matrix<double, kTerms - 1, 1> gamma = among.ldlt().solve(with);
  TermVector out{};
  out[kOwnRegular] = 1;
  for (int j = 1; j < kTerms; ++j)
    out[std::size_t(j)] = -gamma(j - 1);
  return out;
}

// One zone's rows: residual and partialled price, in the order of its rows.
struct ZoneRows {
  int listing = 0;
  std::vector<double> error, price, weight;
  std::vector<int> week;
};
ZoneRows zoneRows(const Reading& in, int index, const SkuFit& fit, const TermVector& partial) {
  const PanelListing& l = in.panel.listings[std::size_t(index)];
  const std::size_t end = endBefore(in.panel, l, in.before);
  ZoneRows out;
  out.listing = index;
  if (end - l.begin < kLeastRows || !in.tellsSlopes(l))
    return out;
  LevelFilter filter(in.rate);
  for (std::size_t r = l.begin; r < end; ++r) {
    const Innovation row = filter.next(in.panel.rows[r], in.answer(r), 1);
    if (row.weight <= 0)
      continue;
    double e = row.y, p = 0;
    for (std::size_t k = 0; k < kTerms; ++k) {
      e -= row.x[k] * fit.mean[k];
      p += row.x[k] * partial[k];
    }
    out.error.push_back(e);
    out.price.push_back(p);
    out.weight.push_back(row.weight);
    out.week.push_back(in.panel.rows[r].week);
  }
  return out;
}

// Takes out what all zones share in a week: deviations are about what differs.
void removeCommonWeeks(std::vector<ZoneRows>& zones, int weeks) {
  std::vector<double> sum(std::size_t(weeks), 0), count(std::size_t(weeks), 0);
  for (const ZoneRows& z : zones)
    for (std::size_t t = 0; t < z.week.size(); ++t)
      sum[std::size_t(z.week[t])] += z.error[t], count[std::size_t(z.week[t])] += 1;
  for (ZoneRows& z : zones)
    for (std::size_t t = 0; t < z.week.size(); ++t)
      if (count[std::size_t(z.week[t])] > 1)
        z.error[t] -= sum[std::size_t(z.week[t])] / count[std::size_t(z.week[t])];
}

// Slope of the residual on the partialled price, variance robust to unequal scatter and to neighboring weeks.
Deviation slopeOf(const ZoneRows& z) {
  Deviation out{.listing = z.listing};
  double xx = 0, xe = 0;
  for (std::size_t t = 0; t < z.price.size(); ++t) {
    xx += z.weight[t] * z.price[t] * z.price[t];
    xe += z.weight[t] * z.price[t] * z.error[t];
  }
  if (xx < 1e-3)
    return out;
  out.estimate = xe / xx;
  const auto score = [&](std::size_t t) { return z.weight[t] * z.price[t] * (z.error[t] - out.estimate * z.price[t]); };
  double meat = 0;
  for (std::size_t t = 0; t < z.price.size(); ++t) {
    meat += score(t) * score(t);
    for (std::size_t lag = 1; lag <= 4 && lag <= t; ++lag)
      if (z.week[t] - z.week[t - lag] <= 4)
        meat += 2 * (1 - double(z.week[t] - z.week[t - lag]) / 5) * score(t) * score(t - lag);
  }
  const double n = double(z.price.size());
  out.robust = meat * n / (n - 2) / xx;
  for (std::size_t t = 0; t < z.price.size(); ++t)
    out.squares += z.weight[t] * z.error[t] * z.error[t];
  out.rows = n;
  out.information = xx;
  return out;
}

struct SkuDeviations {
  std::vector<Deviation> zones;
  double center = 0, excess = 0, scale = 0; // of DerSimonian–Laird: Q − (k − 1), and what τ² multiplies in it
};
SkuDeviations deviationsOf(const Reading& in, int sku, const SkuFit& fit) {
  SkuDeviations out;
  const TermVector partial = partialOut(fit);
  std::vector<ZoneRows> zones;
  for (int i : in.panel.skus[std::size_t(sku)].listings)
    zones.push_back(zoneRows(in, i, fit, partial));
  removeCommonWeeks(zones, in.panel.weeks);
  double robust = 0, squares = 0, rows = 0;
  for (const ZoneRows& z : zones) {
    const Deviation d = slopeOf(z);
    if (d.information <= 0)
      continue;
    out.zones.push_back(d);
    robust += d.robust, squares += d.squares, rows += d.rows;
  }
  if (out.zones.size() < 2)
    return out;
  // One scatter for all zones of the SKU, the larger of plain and robust: zone by zone it is too noisy to weigh with,
  // and a zone that fits well by luck would make zones look different.
  const double scatter = std::max({robust / double(out.zones.size()), squares / std::max(rows - 2, 1.0), 0.01});
  double w1 = 0, w2 = 0, wd = 0;
  for (Deviation& d : out.zones) {
    d.variance = scatter / d.information;
    w1 += 1 / d.variance, w2 += 1 / (d.variance * d.variance), wd += d.estimate / d.variance;
  }
  out.center = wd / w1;
  double q = 0;
  for (const Deviation& d : out.zones)
    q += (d.estimate - out.center) * (d.estimate - out.center) / d.variance;
  out.excess = q - double(out.zones.size() - 1);
  out.scale = w1 - w2 / w1;
  return out;
}

} // namespace

void zoneDeviations(const Reading& in, const std::vector<SkuFit>& fits, const PanelCategory& category,
                    std::vector<ListingLevel>& out) {
  const DemandPanel& panel = in.panel;
  std::vector<SkuDeviations> skus;
  double excess = 0, scale = 0;
  for (int sku : category.skus) {
    if (panel.skus[std::size_t(sku)].listings.size() < 2)
      continue;
    skus.push_back(deviationsOf(in, sku, fits[std::size_t(sku)]));
    excess += skus.back().excess, scale += skus.back().scale;
    for (int i : panel.skus[std::size_t(sku)].listings)
      out[std::size_t(i)].deviationVariance = kLeastSpread * kLeastSpread;
  }
  if (scale <= 0)
    return;
  const double tau2 = std::max(excess / scale, kLeastSpread * kLeastSpread);
  for (int sku : category.skus)
    if (panel.skus[std::size_t(sku)].listings.size() >= 2)
      for (int i : panel.skus[std::size_t(sku)].listings)
        out[std::size_t(i)].deviationVariance = tau2;
  for (const SkuDeviations& s : skus)
    for (const Deviation& d : s.zones) {
      if (s.zones.size() < 2)
        continue;
      out[std::size_t(d.listing)].deviation = tau2 / (tau2 + d.variance) * (d.estimate - s.center);
      out[std::size_t(d.listing)].deviationVariance = tau2 * d.variance / (tau2 + d.variance);
    }
}

} // namespace pricewright
