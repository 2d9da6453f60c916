// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "demand/ElasticityModel.h"
#include "statistics/Random.h"

#include <algorithm>
#include <cmath>

namespace pricewright::test {

// A made-up market whose elasticities are known: categories of siblings in one zone, regular prices that move a few
// times a year, promotions (some without a flag), weeks that are good or bad for a whole category, demand that drifts,
// and counts drawn from a Poisson distribution. Same seed, same market.
struct SimulatedMarket {
  struct Truth {
    double own = 0, discount = 0, sibling = 0, deal = 0, feature = 0;
  };
  std::vector<Truth> truth;                   // per SKU
  std::vector<std::vector<SalePoint>> points; // per SKU
  std::vector<DemandSeries> series;           // points into `points`
  int firstDay = 0, weeks = 0;
  SimulatedMarket() = default;
  SimulatedMarket(SimulatedMarket&&) = default;
  SimulatedMarket(const SimulatedMarket&) = delete;
};

struct SimulatorOptions {
  int skus = 500, weeks = 104, perCategory = 20;
  double priceChanges = 1.0 / 13; // chance a week of a new regular price
  double promotions = 0.12;       // chance a week that one begins
  double noise = 0.30, drift = 0.02, categoryShock = 0.10;
  double meanLogUnits = 3.4, spreadLogUnits = 0.7;
  double unflagged = 0.15;  // share of promotions that no flag tells of
  bool tellRegular = false; // the source knows the regular price
  double dip = 0;           // log units of the week after a promotion, for each that it lifted its own week by
  double loss = 0;          // extra log units for each of log price above the one remembered
  std::uint64_t seed = 1;
};

namespace simulator {

inline qint64 poisson(Random& random, double mean) {
  if (mean > 60)
    return std::max<qint64>(0, std::llround(mean + std::sqrt(mean) * random.normal()));
  const double limit = std::exp(-mean);
  qint64 n = 0;
  for (double product = random.uniform(); product > limit; product *= random.uniform())
    ++n;
  return n;
}

struct Shelf { // one SKU's prices, week by week
  std::vector<double> regular, paid;
  std::vector<char> deal, feature;
  double first = 0;
};

inline Shelf stock(Random& random, const SimulatorOptions& o) {
  Shelf s;
  double regular = std::round(20 * (1.5 + 6 * random.uniform())) / 20;
  s.first = regular;
  int left = 0;
  double depth = 0;
  bool flagged = false, featured = false;
  for (int t = 0; t < o.weeks; ++t) {
    if (left == 0 && random.uniform() < o.priceChanges)
      regular =
          std::clamp(std::round(100 * regular * std::exp(0.08 * random.normal())) / 100, 0.6 * s.first, 1.7 * s.first);
    if (left == 0 && random.uniform() < o.promotions) {
      left = random.uniform() < 0.7 ? 1 : 2;
      depth = 0.10 + 0.25 * random.uniform();
      flagged = random.uniform() >= o.unflagged;
      featured = flagged && random.uniform() < 0.5;
    }
    const bool on = left > 0;
    s.regular.push_back(regular);
    s.paid.push_back(on ? std::round(100 * regular * (1 - depth)) / 100 : regular);
    s.deal.push_back(on && flagged);
    s.feature.push_back(on && featured);
    left = std::max(0, left - 1);
  }
  return s;
}

struct Group { // a category: its shelves, and what happens to all of it in a week
  std::vector<Shelf> shelves;
  std::vector<double> level, weight, shock;
  // The siblings' index of one of them in a week, as the model defines it.
  double index(std::size_t of, std::size_t week) const {
    double sum = 0, total = 0;
    for (std::size_t j = 0; j < shelves.size(); ++j) {
      if (j == of)
        continue;
      sum += weight[j] * std::log(shelves[j].paid[week] / shelves[j].first);
      total += weight[j];
    }
    return total > 0 ? sum / total : 0;
  }
};

inline Group stockGroup(Random& random, const SimulatorOptions& o, int count) {
  Group g;
  for (int t = 0; t < o.weeks; ++t)
    g.shock.push_back(o.categoryShock * random.normal());
  for (int i = 0; i < count; ++i) {
    g.shelves.push_back(stock(random, o));
    g.level.push_back(o.meanLogUnits + o.spreadLogUnits * random.normal());
    g.weight.push_back(std::exp(g.level.back()) * g.shelves.back().first);
  }
  return g;
}

inline std::vector<SalePoint> sell(Random& random, const SimulatorOptions& o, const Group& g, std::size_t i,
                                   const SimulatedMarket::Truth& t, int firstDay) {
  std::vector<SalePoint> points;
  const Shelf& s = g.shelves[i];
  const double phase = 6.283 * random.uniform();
  double drift = 0, lifted = 0, remembered = std::log(s.regular[0]);
  for (int w = 0; w < o.weeks; ++w) {
    const std::size_t k = std::size_t(w);
    const double lift = t.discount * std::log(s.paid[k] / s.regular[k]) + t.deal * s.deal[k] + t.feature * s.feature[k];
    const double after = (lift == 0 ? o.dip * lifted : 0) + o.loss * std::max(0.0, std::log(s.regular[k]) - remembered);
    lifted = lift, remembered += 0.25 * (std::log(s.regular[k]) - remembered);
    drift += o.drift * random.normal();
    const double mean = g.level[i] + drift + g.shock[k] + 0.08 * std::sin(6.283 * w / 52.18 + phase) +
                        t.own * std::log(s.regular[k] / s.first) + lift + after + t.sibling * g.index(i, k) +
                        o.noise * random.normal();
    SalePoint p;
    p.day = firstDay + 7 * w;
    p.unitsMilli = 1000 * poisson(random, std::exp(mean));
    p.priceMicro = std::llround(s.paid[k] * 1e6);
    p.dealMilli = s.deal[k] ? 1000 : 0, p.featureMilli = s.feature[k] ? 1000 : 0;
    p.regularMicro = o.tellRegular ? std::llround(s.regular[k] * 1e6) : -1;
    points.push_back(p);
  }
  return points;
}

} // namespace simulator

inline SimulatedMarket simulateMarket(const SimulatorOptions& o) {
  SimulatedMarket market;
  market.firstDay = 10'003;
  market.weeks = o.weeks;
  Random random(o.seed);
  for (int from = 0; from < o.skus; from += o.perCategory) {
    const double own = -2.2 + 0.45 * random.normal(), sibling = 0.45 + 0.15 * random.normal();
    const simulator::Group group = simulator::stockGroup(random, o, std::min(o.perCategory, o.skus - from));
    for (std::size_t i = 0; i < group.shelves.size(); ++i) {
      SimulatedMarket::Truth t;
      t.own = std::min(own + 0.6 * random.normal(), -0.3);
      t.discount = 1.1 * t.own + 0.3 * random.normal();
      t.sibling = sibling + 0.15 * random.normal();
      t.deal = 0.05 + 0.1 * random.normal(), t.feature = 0.30 + 0.15 * random.normal();
      market.truth.push_back(t);
      market.points.push_back(simulator::sell(random, o, group, i, t, market.firstDay));
    }
  }
  for (std::size_t i = 0; i < market.points.size(); ++i) {
    DemandSeries s;
    s.listingNo = s.skuNo = int(i) + 1;
    s.categoryNo = int(i) / o.perCategory + 1;
    s.zoneNo = 1;
    s.points = market.points[i];
    market.series.push_back(s);
  }
  return market;
}

struct Recovery {
  double rmse = 0, correlation = 0, coverage95 = 0;
  int wrongSigns = 0, n = 0;
};
// Of estimates and their standard errors against the truth.
inline Recovery recoveryOf(std::span<const double> truth, std::span<const double> estimate,
                           std::span<const double> error) {
  Recovery out;
  out.n = int(truth.size());
  double squares = 0, mt = 0, me = 0, tt = 0, ee = 0, te = 0;
  int inside = 0;
  for (std::size_t i = 0; i < truth.size(); ++i)
    mt += truth[i] / out.n, me += estimate[i] / out.n;
  for (std::size_t i = 0; i < truth.size(); ++i) {
    const double d = estimate[i] - truth[i];
    squares += d * d;
    inside += std::abs(d) <= 1.96 * error[i];
    out.wrongSigns += estimate[i] >= 0;
    tt += (truth[i] - mt) * (truth[i] - mt), ee += (estimate[i] - me) * (estimate[i] - me);
    te += (truth[i] - mt) * (estimate[i] - me);
  }
  out.rmse = std::sqrt(squares / out.n);
  out.coverage95 = double(inside) / out.n;
  out.correlation = te / std::sqrt(tt * ee);
  return out;
}

} // namespace pricewright::test
