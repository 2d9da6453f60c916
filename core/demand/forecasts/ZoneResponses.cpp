// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demand/forecasts/ZoneResponses.h"

#include <Eigen/Dense>

#include <cmath>

namespace pricewright {
namespace {

// Chosen on rolling origins of real scanner data, where half and double of each came out alike.
constexpr double kMostOff = 1;       // of log units: what is further off counts as this
constexpr double kHalfCounting = 20; // a forecast of so many counts half: smaller ones are mostly off by chance
constexpr double kLateWeeks = 13;    // ago, a week counts half in the level of late
constexpr double kLateRidge = 8;
// Weeks' worth of nothing to tell that each figure starts with: level, price, feature, deal; level, feature.
const Eigen::Vector4d kGroupRidge(10, 2, 10, 10);
const Eigen::Vector2d kListingRidge(20, 10);

// What is left to tell of each row of the panel, and how much it counts; 0: nothing is known of it.
struct Leftover {
  std::vector<float> error, weight;
};

// Errors without their mean over the SKU's zones in that week.
void withoutWeeks(const DemandPanel& panel, const PanelSku& sku, std::span<const float> said, qint32 from,
                  Leftover& out) {
  std::vector<double> sum(std::size_t(panel.weeks)), rows(sum.size());
  const auto eachRow = [&](const auto& body) {
    for (const int i : sku.listings) {
      const PanelListing& l = panel.listings[std::size_t(i)];
      if (l.changedScale)
        continue; // it would be the mean of its weeks
      for (std::size_t r = l.begin, end = endBefore(panel, l, from); r < end; ++r)
        if (std::isfinite(said[r]))
          body(r, std::size_t(panel.rows[r].week), double(panel.rows[r].logUnits) - double(said[r]));
    }
  };
  eachRow([&](std::size_t, std::size_t week, double error) { sum[week] += error, rows[week] += 1; });
  eachRow([&](std::size_t r, std::size_t week, double error) {
    if (rows[week] < 2)
      return;
    const double units = std::exp(std::clamp(double(said[r]), -30.0, 30.0));
    out.error[r] = float(std::clamp(error - sum[week] / rows[week], -kMostOff, kMostOff));
    out.weight[r] = float(double(panel.rows[r].weight) * units / (units + kHalfCounting));
  });
}

Leftover withoutWeeks(const DemandPanel& panel, std::span<const float> said, qint32 from) {
  Leftover out{std::vector<float>(panel.rows.size()), std::vector<float>(panel.rows.size())};
  for (const PanelSku& sku : panel.skus)
    withoutWeeks(panel, sku, said, from, out);
  return out;
}

// What `x` of a row tells of what is left, drawn towards nothing; it is taken off.
template <int N, class X>
Eigen::Matrix<double, N, 1> told(const DemandPanel& panel, const std::vector<int>& listings,
                                 const Eigen::Matrix<double, N, 1>& ridge, const X& x, Leftover& left) {
  Eigen::Matrix<double, N, N> cross = ridge.asDiagonal();
  Eigen::Matrix<double, N, 1> target = Eigen::Matrix<double, N, 1>::Zero();
  const auto eachRow = [&](const auto& body) {
    for (const int i : listings)
      for (std::size_t r = panel.listings[std::size_t(i)].begin; r < panel.listings[std::size_t(i)].end; ++r)
        if (left.weight[r] > 0)
          body(r, Eigen::Matrix<double, N, 1>(x(r)));
  };
  eachRow([&](std::size_t r, const auto& at) {
    cross += double(left.weight[r]) * at * at.transpose();
    target += double(left.weight[r]) * double(left.error[r]) * at;
  });
  const Eigen::Matrix<double, N, 1> out = cross.ldlt().solve(target);
  eachRow([&](std::size_t r, const auto& at) { left.error[r] -= float(out.dot(at)); });
  return out;
}

double levelOfLate(const DemandPanel& panel, const PanelListing& l, const Leftover& left, qint32 from) {
  double sum = 0, weight = kLateRidge;
  for (std::size_t r = l.begin; r < l.end; ++r) {
    const double w = double(left.weight[r]) * std::exp2(-double(from - panel.rows[r].day) / 7 / kLateWeeks);
    sum += left.weight[r] > 0 ? w * double(left.error[r]) : 0, weight += left.weight[r] > 0 ? w : 0;
  }
  return sum / weight;
}

} // namespace

ZoneResponses::ZoneResponses(const DemandPanel& panel, const FeatureRows& features, std::span<const float> said,
                             qint32 from)
    : m_groups(panel.groups.size()), m_listings(panel.listings.size()) {
  Leftover left = withoutWeeks(panel, said, from);
  for (std::size_t g = 0; g < m_groups.size(); ++g) {
    const auto x = [&](std::size_t r) {
      const DemandRow& row = panel.rows[r];
      return Eigen::Vector4d(1, double(features.row(r)[kRelativePrice]), double(row.x[kFeature]), double(row.x[kDeal]));
    };
    const Eigen::Vector4d all = told<4>(panel, panel.groups[g], kGroupRidge, x, left);
    m_groups[g] = {all[0], all[1], all[2], all[3]};
  }
  for (std::size_t i = 0; i < m_listings.size(); ++i) {
    const auto x = [&](std::size_t r) { return Eigen::Vector2d(1, double(panel.rows[r].x[kFeature])); };
    const Eigen::Vector2d own = told<2>(panel, {int(i)}, kListingRidge, x, left);
    m_listings[i] = {own[0] + levelOfLate(panel, panel.listings[i], left, from), own[1]};
  }
}

double ZoneResponses::of(const PanelListing& place, std::size_t listing, const TermVector& terms, double share,
                         double price, const DemandRow& row) const {
  const Group& all = m_groups[std::size_t(place.group)];
  const Listing& own = m_listings[listing];
  const double flattest = std::max(0.0, -share * std::max(terms[kOwnRegular], terms[kOwnDiscount]));
  const double least = std::min(0.0, -share * terms[kFeature]);
  return all.level + own.level + std::min(all.price, flattest) * price +
         std::max(all.feature + own.feature, least) * double(row.x[kFeature]) + all.deal * double(row.x[kDeal]);
}

} // namespace pricewright
