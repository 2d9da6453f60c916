// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demand/forecasts/ForecastFeatures.h"

#include "base/Parallel.h"
#include "demand/SkuRegression.h"

#include <cmath>
#include <optional>

namespace pricewright {
namespace {

constexpr float kUnknown = std::numeric_limits<float>::quiet_NaN();
constexpr int kCarriedWeeks = 4; // a listing that is not seen stands at its last price so long
constexpr double kBorrowed = 4;  // weeks that the mean of the SKU and the zone counts as in a listing's level

// Mean log units of what was learnt from: a listing with few weeks leans on its SKU and its zone.
struct MeanLevels {
  std::vector<float> listing, zone, sku, doubt;

  MeanLevels(const DemandPanel& panel, qint32 origin)
      : listing(panel.listings.size()), zone(panel.groups.size()), sku(panel.skus.size()) {
    std::vector<double> sum(panel.listings.size()), rows(panel.listings.size());
    for (std::size_t i = 0; i < panel.listings.size(); ++i) {
      const PanelListing& l = panel.listings[i];
      const std::size_t end = endBefore(panel, l, origin);
      for (std::size_t r = l.begin; r < end; ++r)
        sum[i] += double(panel.rows[r].logUnits);
      rows[i] = double(end - l.begin);
    }
    const auto mean = [&](const std::vector<int>& members, double otherwise) {
      double s = 0, n = 0;
      for (const int i : members)
        if (rows[std::size_t(i)] > 0)
          s += sum[std::size_t(i)] / rows[std::size_t(i)], n += 1;
      return n > 0 ? s / n : otherwise;
    };
    double all = 0, counted = 0;
    for (std::size_t i = 0; i < sum.size(); ++i)
      if (rows[i] > 0)
        all += sum[i] / rows[i], counted += 1;
    all = counted > 0 ? all / counted : 0;
    for (std::size_t g = 0; g < panel.groups.size(); ++g)
      zone[g] = float(mean(panel.groups[g], all));
    for (std::size_t k = 0; k < panel.skus.size(); ++k)
      sku[k] = float(mean(panel.skus[k].listings, all));
    for (std::size_t i = 0; i < sum.size(); ++i) {
      const PanelListing& l = panel.listings[i];
      const double borrowed = double(zone[std::size_t(l.group)]) + double(sku[std::size_t(l.sku)]) - all;
      listing[i] = float((sum[i] + kBorrowed * borrowed) / (rows[i] + kBorrowed));
    }
    doubtOf(panel, sum, rows, all);
  }

 private:
  // How far listings with weeks of their own lie from what would have been borrowed for them: one figure for those
  // whose SKU sells in another zone, one for the others, which lean on their zone alone.
  void doubtOf(const DemandPanel& panel, const std::vector<double>& sum, const std::vector<double>& rows, double all) {
    constexpr double kEnoughWeeks = 8, kFewListings = 5, kUsual = 1; // log units
    double squares[2]{}, counted[2]{};
    std::vector<std::pair<double, int>> bySku(panel.skus.size()); // Σ of the listings' means, and how many sell
    for (std::size_t i = 0; i < rows.size(); ++i)
      if (rows[i] > 0) {
        auto& [s, n] = bySku[std::size_t(panel.listings[i].sku)];
        s += sum[i] / rows[i], ++n;
      }
    const auto others = [&](std::size_t i) -> std::optional<double> { // of its SKU
      auto [s, n] = bySku[std::size_t(panel.listings[i].sku)];
      if (rows[i] > 0)
        s -= sum[i] / rows[i], --n;
      return n > 0 ? std::optional(s / n) : std::nullopt;
    };
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (rows[i] < kEnoughWeeks)
        continue;
      const std::optional<double> sameSku = others(i);
      const double borrowed = double(zone[std::size_t(panel.listings[i].group)]) + sameSku.value_or(all) - all;
      const double off = sum[i] / rows[i] - borrowed;
      squares[sameSku.has_value()] += off * off, counted[sameSku.has_value()] += 1;
    }
    const auto spread = [&](bool known) {
      const bool own = counted[known] >= kFewListings;
      const double n = own ? counted[known] : counted[0] + counted[1];
      return n >= kFewListings ? std::sqrt((own ? squares[known] : squares[0] + squares[1]) / n) : kUsual;
    };
    doubt.resize(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
      doubt[i] = float(spread(others(i).has_value()) * kBorrowed / (rows[i] + kBorrowed));
  }
};

// One listing's price and promotion in one week; `seen` false: carried.
struct Moment {
  float price = kUnknown; // log, against the listing's mean
  float deal = 0, feature = 0;
};

// All members of a group, week by week.
class GroupWeeks {
 public:
  GroupWeeks(const DemandPanel& panel, const std::vector<int>& members, const std::vector<float>& means)
      : m_weeks(std::size_t(panel.weeks)), m_moments(members.size() * m_weeks) {
    for (std::size_t m = 0; m < members.size(); ++m) {
      const PanelListing& l = panel.listings[std::size_t(members[m])];
      for (std::size_t r = l.begin; r < l.end; ++r) {
        const DemandRow& row = panel.rows[r];
        Moment& at = m_moments[m * m_weeks + std::size_t(row.week)];
        at.price = row.x[kOwnRegular] + row.x[kOwnDiscount] - means[std::size_t(members[m])];
        at.deal = row.x[kDeal], at.feature = row.x[kFeature];
      }
      int since = kCarriedWeeks + 1;
      float price = kUnknown;
      for (std::size_t w = 0; w < m_weeks; ++w) {
        Moment& at = m_moments[m * m_weeks + w];
        if (std::isfinite(at.price))
          price = at.price, since = 0;
        else if (++since <= kCarriedWeeks)
          at.price = price;
      }
    }
  }
  const Moment& at(std::size_t member, std::size_t week) const { return m_moments[member * m_weeks + week]; }

 private:
  std::size_t m_weeks;
  std::vector<Moment> m_moments;
};

// Mean log price of a listing against its reference, before the origin.
std::vector<float> meanPrices(const DemandPanel& panel, qint32 origin) {
  std::vector<float> out(panel.listings.size());
  for (std::size_t i = 0; i < out.size(); ++i) {
    const PanelListing& l = panel.listings[i];
    const std::size_t end = endBefore(panel, l, origin);
    double sum = 0;
    for (std::size_t r = l.begin; r < end; ++r)
      sum += double(panel.rows[r].x[kOwnRegular]) + double(panel.rows[r].x[kOwnDiscount]);
    out[i] = end > l.begin ? float(sum / double(end - l.begin)) : 0.0f;
  }
  return out;
}

// Fills the rows of one group.
class GroupFeatures {
 public:
  GroupFeatures(const DemandPanel& panel, const std::vector<int>& members, std::span<const double> content,
                const std::vector<float>& means, std::vector<float>& x)
      : m_panel(panel), m_members(members), m_weeks(panel, members, means), m_x(x) {
    for (const int i : members) {
      const PanelListing& l = panel.listings[std::size_t(i)];
      m_base.push_back(float(std::log(l.reference / content[std::size_t(i)])) + means[std::size_t(i)]);
      m_share.push_back(float(l.share));
    }
    m_byShare.resize(members.size());
    for (std::size_t m = 0; m < members.size(); ++m)
      m_byShare[m] = m;
    std::stable_sort(m_byShare.begin(), m_byShare.end(),
                     [&](std::size_t a, std::size_t b) { return m_share[a] > m_share[b]; });
  }

  void fill() {
    for (std::size_t m = 0; m < m_members.size(); ++m) {
      const PanelListing& l = m_panel.listings[std::size_t(m_members[m])];
      for (std::size_t r = l.begin; r < l.end; ++r) {
        own(m, r, r > l.begin ? &m_panel.rows[r - 1] : nullptr);
        siblings(m, r);
        rivals(m, r);
      }
    }
  }

 private:
  float* rowAt(std::size_t r) const { return &m_x[r * std::size_t(kForecastFeatures)]; }

  void own(std::size_t m, std::size_t r, const DemandRow* before) {
    const DemandRow& row = m_panel.rows[r];
    float* x = rowAt(r);
    x[kRelativePrice] = m_weeks.at(m, std::size_t(row.week)).price;
    x[kUnitPrice] = m_base[m] + x[kRelativePrice];
    x[kDiscount] = row.x[kOwnDiscount];
    x[kOnDeal] = row.x[kDeal], x[kFeatured] = row.x[kFeature];
    x[kCompetitorIndex] = m_panel.listings[std::size_t(m_members[m])].hasCompetitor ? row.x[kCompetitor] : kUnknown;
    const bool known = before && before->week + 1 == row.week;
    x[kDiscountBefore] = known ? before->x[kOwnDiscount] : kUnknown;
    x[kFeaturedBefore] = known ? before->x[kFeature] : kUnknown;
    x[kDealBefore] = known ? before->x[kDeal] : kUnknown;
  }

  void siblings(std::size_t m, std::size_t r) {
    const auto week = std::size_t(m_panel.rows[r].week);
    float* x = rowAt(r);
    float cheapest = kUnknown, deepest = kUnknown;
    double mean = 0, cheaper = 0, count = 0, share = 0, index = 0, featured = 0, deal = 0;
    for (std::size_t s = 0; s < m_members.size(); ++s) {
      const Moment& at = m_weeks.at(s, week);
      if (s == m || !std::isfinite(at.price))
        continue;
      const float price = m_base[s] + at.price;
      cheapest = std::isfinite(cheapest) ? std::min(cheapest, price) : price;
      deepest = std::isfinite(deepest) ? std::min(deepest, at.price) : at.price;
      mean += double(price), cheaper += price < x[kUnitPrice] ? 1 : 0, count += 1;
      const double w = double(m_share[s]);
      share += w, index += w * double(at.price), featured += w * double(at.feature), deal += w * double(at.deal);
    }
    if (count == 0)
      return;
    x[kAgainstCheapest] = x[kUnitPrice] - cheapest;
    x[kAgainstSiblings] = x[kUnitPrice] - float(mean / count);
    x[kCheaperSiblings] = float(cheaper / count);
    x[kCheapestRelative] = deepest;
    if (share > 0) {
      x[kSiblingIndex] = float(index / share);
      x[kSiblingsFeatured] = float(featured / share);
      x[kSiblingsOnDeal] = float(deal / share);
    }
  }

  void rivals(std::size_t m, std::size_t r) {
    const auto week = std::size_t(m_panel.rows[r].week);
    float* x = rowAt(r);
    int found = 0;
    for (const std::size_t s : m_byShare) {
      if (s == m || found == 2)
        continue;
      const Moment& at = m_weeks.at(s, week);
      x[found == 0 ? kRivalPrice : kSecondRivalPrice] = at.price;
      x[found == 0 ? kRivalFeatured : kSecondRivalFeatured] = at.feature;
      ++found;
    }
  }

  const DemandPanel& m_panel;
  const std::vector<int>& m_members;
  GroupWeeks m_weeks;
  std::vector<float>& m_x;
  std::vector<float> m_base, m_share; // by member: log mean price per content; share of revenue
  std::vector<std::size_t> m_byShare;
};

// One SKU's weeks, its zones together.
class ChainWeeks {
 public:
  ChainWeeks(const DemandPanel& panel, const PanelSku& sku, const std::vector<float>& means)
      : m_price(std::size_t(panel.weeks), kUnknown), m_featured(m_price.size(), kUnknown) {
    std::vector<double> price(m_price.size()), featured(m_price.size()), rows(m_price.size());
    for (const int i : sku.listings) {
      const PanelListing& l = panel.listings[std::size_t(i)];
      for (std::size_t r = l.begin; r < l.end; ++r) {
        const DemandRow& row = panel.rows[r];
        const auto week = std::size_t(row.week);
        price[week] += double(row.x[kOwnRegular]) + double(row.x[kOwnDiscount]) - double(means[std::size_t(i)]);
        featured[week] += double(row.x[kFeature]), rows[week] += 1;
      }
    }
    for (std::size_t w = 0; w < m_price.size(); ++w)
      if (rows[w] > 0)
        m_price[w] = float(price[w] / rows[w]), m_featured[w] = float(featured[w] / rows[w]);
  }

  void fill(std::size_t week, float* x) const {
    x[kChainPrice] = m_price[week], x[kChainFeatured] = m_featured[week];
    float lowest = kUnknown, featured = 0;
    for (std::size_t back = 1; back <= 4 && back <= week; ++back) {
      lowest = std::fmin(lowest, m_price[week - back]);
      featured += std::isfinite(m_featured[week - back]) ? m_featured[week - back] : 0.0f;
    }
    x[kChainAgainstLowest] = m_price[week] - lowest;
    x[kChainFeaturedBefore] = featured;
    x[kWeeksSinceFeature] = float(sinceFeature(week));
    x[kWeeksAtThisPrice] = float(atThisPrice(week));
  }

 private:
  static constexpr std::size_t kMostSince = 12, kMostAtPrice = 8;
  static constexpr float kMostlyFeatured = 0.4f, kSamePrice = 0.03f;

  std::size_t sinceFeature(std::size_t week) const {
    for (std::size_t back = 1; back < kMostSince && back <= week; ++back)
      if (m_featured[week - back] > kMostlyFeatured)
        return back;
    return kMostSince;
  }
  std::size_t atThisPrice(std::size_t week) const {
    std::size_t run = 0;
    while (run < kMostAtPrice && week > run && std::abs(m_price[week - run] - m_price[week - run - 1]) < kSamePrice)
      ++run;
    return run;
  }

  std::vector<float> m_price, m_featured; // NaN: not seen that week
};

} // namespace

FeatureRows featureRows(const DemandPanel& panel, std::span<const double> content, qint32 origin, unsigned threads) {
  FeatureRows out;
  out.x.assign(panel.rows.size() * std::size_t(kForecastFeatures), kUnknown);
  const std::vector<float> means = meanPrices(panel, origin);
  MeanLevels levels(panel, origin);
  parallelFor(
      panel.groups.size(), 1, {},
      [&](std::size_t begin, std::size_t end) {
        for (std::size_t g = begin; g < end; ++g)
          GroupFeatures(panel, panel.groups[g], content, means, out.x).fill();
      },
      threads);
  parallelFor(
      panel.skus.size(), 16, {},
      [&](std::size_t begin, std::size_t end) {
        for (std::size_t k = begin; k < end; ++k) {
          const ChainWeeks chain(panel, panel.skus[k], means);
          for (const int i : panel.skus[k].listings)
            for (std::size_t r = panel.listings[std::size_t(i)].begin; r < panel.listings[std::size_t(i)].end; ++r)
              chain.fill(std::size_t(panel.rows[r].week), &out.x[r * std::size_t(kForecastFeatures)]);
        }
      },
      threads);
  for (std::size_t i = 0; i < panel.listings.size(); ++i) {
    const PanelListing& l = panel.listings[i];
    for (std::size_t r = l.begin; r < l.end; ++r) {
      float* x = &out.x[r * std::size_t(kForecastFeatures)];
      x[kListingLevel] = levels.listing[i];
      x[kZoneLevel] = levels.zone[std::size_t(l.group)];
      x[kSkuLevel] = levels.sku[std::size_t(l.sku)];
    }
  }
  out.level = std::move(levels.listing), out.levelDoubt = std::move(levels.doubt);
  return out;
}

} // namespace pricewright
