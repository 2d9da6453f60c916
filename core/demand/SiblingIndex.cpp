// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demand/SiblingIndex.h"

#include "demand/Pooling.h"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>

namespace pricewright {
namespace {

// The terms by which a product's own sales tell what it draws with, and what siblings' draw does to it.
constexpr std::array kPullTerms{kOwnRegular, kOwnDiscount, kDeal, kFeature, kSibling};
using PullVector = Eigen::Matrix<double, kPullTerms.size(), 1>;
using PullMatrix = Eigen::Matrix<double, kPullTerms.size(), kPullTerms.size()>;
using PullRow = std::array<double, kPullTerms.size()>;

// Errors have weeks in common and change slowly: rows tell about so many times less than so many independent ones.
constexpr double kAlike = 10, kSharesAlike = 4; // of a slope; of what is left unexplained
// Beyond these a category's figures are noise or something else: stockpiling, a level that moved along.
constexpr double kLeastDiscount = 0.5, kMostDiscount = 2.5, kMostByPromotion = 0.5;
constexpr double kLeastSteepness = 0.2, kMostSteepness = 5;
constexpr double kFlat = 0.02; // as good as the weighted mean

PullRow pullRow(const DemandRow& row) {
  PullRow x{};
  for (std::size_t k = 0; k < x.size(); ++k)
    x[k] = double(row.x[std::size_t(kPullTerms[k])]);
  return x;
}

// X'WX, X'Wy and y'Wy of listings' rows against their means.
struct PullSums {
  PullMatrix cross = PullMatrix::Zero();
  PullVector target = PullVector::Zero();
  double squares = 0, rows = 0;

  void add(const DemandPanel& panel, const PanelListing& l) {
    PullVector mean = PullVector::Zero();
    double meanLog = 0, weight = 0;
    const auto each = [&](const auto& body) {
      for (std::size_t r = l.begin; r < l.end && panel.rows[r].day < panel.holdOutFrom; ++r)
        if (const DemandRow& row = panel.rows[r]; std::isfinite(row.logUnits)) {
          const PullRow x = pullRow(row);
          body(PullVector(PullVector::Map(x.data())), double(row.logUnits), double(row.weight));
        }
    };
    each([&](const PullVector& x, double y, double w) { mean += w * x, meanLog += w * y, weight += w; });
    if (!(weight > 0))
      return;
    mean /= weight, meanLog /= weight;
    each([&](const PullVector& x, double y, double w) {
      const PullVector off = x - mean;
      cross += l.precision * w * off * off.transpose();
      target += l.precision * w * off * (y - meanLog);
      squares += l.precision * w * (y - meanLog) * (y - meanLog), ++rows;
    });
  }
};

// Siblings that changed their scale must not stand for all others.
constexpr double kFarthest = 1;

// What one product adds to Σ share · exp(−steepness · log price).
double drawOf(double logPrice, const SiblingPull& pull) {
  return std::exp(-pull.steepness * std::clamp(logPrice, -kFarthest, kFarthest));
}
double drawOf(const DemandRow& row, const SiblingPull& pull) {
  return drawOf(double(row.x[kOwnRegular]) + pull.discount * double(row.x[kOwnDiscount]) +
                    pull.deal * double(row.x[kDeal]) + pull.feature * double(row.x[kFeature]),
                pull);
}

void fillShares(DemandPanel& panel, const std::vector<int>& group) {
  double revenue = 0;
  for (const int i : group)
    revenue += panel.listings[std::size_t(i)].revenue;
  for (const int i : group) {
    PanelListing& l = panel.listings[std::size_t(i)];
    l.share = revenue > 0 ? l.revenue / revenue : 1.0 / double(group.size());
  }
}

// Σ share × draw of all, week by week.
std::vector<double> groupDraws(const DemandPanel& panel, const std::vector<int>& group, const SiblingPull& pull) {
  std::vector<double> total(std::size_t(panel.weeks), 0.0);
  for (const int i : group) {
    const PanelListing& l = panel.listings[std::size_t(i)];
    if (l.begin == l.end)
      continue;
    double carried = drawOf(double(panel.rows[l.begin].x[kOwnRegular]), pull);
    std::size_t r = l.begin;
    for (int w = 0; w < panel.weeks; ++w) {
      double draw = carried;
      for (; r < l.end && panel.rows[r].week == w; ++r)
        carried = drawOf(double(panel.rows[r].x[kOwnRegular]), pull), draw = drawOf(panel.rows[r], pull);
      total[std::size_t(w)] += l.share * draw;
    }
  }
  return total;
}

// Least squares that lean on topPrior().
PullVector leaningOn(const PullSums& sums) {
  PullMatrix spread;
  PullVector center;
  for (std::size_t j = 0; j < kPullTerms.size(); ++j) {
    center(Eigen::Index(j)) = topPrior().mean[std::size_t(kPullTerms[j])];
    for (std::size_t k = 0; k < kPullTerms.size(); ++k)
      spread(Eigen::Index(j), Eigen::Index(k)) =
          topPrior().covariance[std::size_t(kPullTerms[j]) * kTerms + std::size_t(kPullTerms[k])];
  }
  const PullMatrix prior = spread.inverse();
  return (sums.cross / kAlike + prior).ldlt().solve(sums.target / kAlike + prior * center);
}

// How far a category goes with the figures of its own sales: with its promotions, and with how large moves draw.
struct PullShares {
  double promotions = 0, steepness = 0;
};
SiblingPull scaled(const SiblingPull& whole, const PullShares& shares) {
  SiblingPull out = whole;
  out.discount = 1 + shares.promotions * (whole.discount - 1);
  out.deal = shares.promotions * whole.deal, out.feature = shares.promotions * whole.feature;
  out.steepness = std::max(kFlat, shares.steepness * whole.steepness);
  return out;
}

// Listings by group, with rows enough to tell the shares of a category by: of large groups every so manieth, as if they
// were all.
std::vector<std::vector<int>> listingsToAsk(const DemandPanel& panel, std::span<const int> groups) {
  constexpr std::size_t kLeastRows = 2'000, kMostRows = 20'000, kRowsOfAll = 300'000;
  const std::size_t enough =
      std::clamp(kRowsOfAll / std::max<std::size_t>(1, panel.categories.size()), kLeastRows, kMostRows);
  std::vector<std::vector<int>> out;
  std::size_t rows = 0;
  for (const int g : groups) {
    if (rows >= enough)
      break;
    const std::vector<int>& group = panel.groups[std::size_t(g)];
    std::size_t all = 0;
    for (const int i : group)
      all += panel.listings[std::size_t(i)].end - panel.listings[std::size_t(i)].begin;
    const std::size_t every = std::max<std::size_t>(1, all / enough);
    std::vector<int>& asked = out.emplace_back();
    for (std::size_t k = 0; k < group.size(); k += every)
      asked.push_back(group[k]);
    rows += all / every;
  }
  return out;
}

PullSums sumsOf(const DemandPanel& panel, const std::vector<std::vector<int>>& asked) {
  PullSums sums;
  for (const std::vector<int>& group : asked)
    for (const int i : group)
      sums.add(panel, panel.listings[std::size_t(i)]);
  return sums;
}

// What siblings' sales say of that. Where buyers stock up, or come from elsewhere, a promotion draws less from siblings
// than a price that sells as much. Each pair of shares is as likely as it leaves little unexplained; their mean.
PullShares sharesDrawn(DemandPanel& panel, const std::vector<std::vector<int>>& asked, const SiblingPull& whole) {
  constexpr std::array kShares{0.0, 0.5, 1.0};
  std::vector<std::pair<PullShares, double>> tried; // with what it leaves
  double rows = 1;
  for (const double promotions : kShares)
    for (const double steepness : kShares) {
      const PullShares shares{promotions, steepness};
      for (const std::vector<int>& group : asked)
        fillSiblings(panel, group, scaled(whole, shares));
      const PullSums sums = sumsOf(panel, asked);
      const PullVector at = leaningOn(sums);
      tried.emplace_back(shares, sums.squares - 2 * at.dot(sums.target) + at.dot(sums.cross * at));
      rows = std::max(1.0, sums.rows);
    }
  double least = HUGE_VAL, weights = 0;
  for (const auto& [shares, left] : tried)
    least = std::min(least, left);
  PullShares mean;
  for (const auto& [shares, left] : tried) {
    const double weight = std::exp(-(left - least) / (2 * std::max(least / rows, 1e-9) * kSharesAlike));
    mean.promotions += weight * shares.promotions, mean.steepness += weight * shares.steepness, weights += weight;
  }
  if (!std::isfinite(weights) || weights <= 0)
    return {};
  return {mean.promotions / weights, mean.steepness / weights};
}

} // namespace

SiblingPull siblingPull(DemandPanel& panel, std::span<const int> groups) {
  const std::vector<std::vector<int>> asked = listingsToAsk(panel, groups);
  const PullVector own = leaningOn(sumsOf(panel, asked));
  SiblingPull pull;
  if (!own.allFinite() || own(0) > -kLeastSteepness)
    return pull; // no price effect of its own to measure by
  pull.discount = std::clamp(own(1) / own(0), kLeastDiscount, kMostDiscount);
  pull.deal = std::clamp(own(2) / own(0), -kMostByPromotion, 0.0);
  pull.feature = std::clamp(own(3) / own(0), -kMostByPromotion, 0.0);
  pull.steepness = std::min(-own(0), kMostSteepness);
  const bool any = std::any_of(asked.begin(), asked.end(), [](const auto& group) { return group.size() > 1; });
  return scaled(pull, any ? sharesDrawn(panel, asked, pull) : PullShares());
}

void fillSiblings(DemandPanel& panel, const std::vector<int>& group, const SiblingPull& pull) {
  constexpr double kLeastOthers = 1e-6; // of the revenue: beyond, differences are rounding
  fillShares(panel, group);
  const std::vector<double> total = groupDraws(panel, group, pull);
  for (const int i : group) {
    const PanelListing& l = panel.listings[std::size_t(i)];
    const double others = 1 - l.share;
    if (group.size() < 2 || others < kLeastOthers)
      continue;
    for (std::size_t r = l.begin; r < l.end; ++r) {
      DemandRow& row = panel.rows[r];
      std::size_t last = r; // the row that stood for the week, where a week has several periods
      while (last + 1 < l.end && panel.rows[last + 1].week == row.week)
        ++last;
      const double draw = (total[std::size_t(row.week)] - l.share * drawOf(panel.rows[last], pull)) / others;
      if (draw > 0)
        row.x[kSibling] = float(-std::log(draw) / pull.steepness);
    }
  }
}

} // namespace pricewright
