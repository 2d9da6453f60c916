// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/optimizer/LearningValue.h"

#include "decision/PriceLimits.h"
#include "pipeline/optimizer/GroupModel.h"
#include "pipeline/optimizer/SearchWindow.h"
#include "statistics/Distributions.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace pricewright {
namespace {

constexpr int kCoarse = 25, kFine = 201; // equal shares of a normal: to find a test, and to judge it
constexpr std::array kTestWeeks{2, 4, 8};
constexpr std::array kShares{-1.0, -0.5, 0.5, 1.0}; // of the way to the ends of the window
constexpr double kWorthKnowing = 0.005;             // of a week's profit: less than that is known well enough

// One zone's weekly profit under a normal belief about its elasticity. Rung 0 is today's price, the others ascend.
class ZonePrices {
 public:
  ZonePrices(const GroupListing& l, std::vector<qint64> minors, Currency currency, double noiseSd, double label)
      : m_listing(l), m_minors(std::move(minors)), m_noise(noiseSd), m_label(label),
        m_units(std::exp(l.logMeanUnits(l.x1, l.x2))) {
    for (const qint64 minor : m_minors) {
      m_prices.push_back(Money(minor, currency).toDouble());
      m_moves.push_back(std::log(m_prices.back()) - l.logCurrent);
    }
    m_form = l.extraSd * l.extraSd;
    m_bestNow = best(own(), variance());
  }
  double own() const { return m_listing.own; }
  double variance() const { return m_listing.ownVar; }
  double label() const { return m_label; }
  qint64 minorOf(std::size_t k) const { return m_minors[k]; }
  double moveOf(std::size_t k) const { return m_moves[k]; }
  double now() const { return profit(m_bestNow, own(), variance()); }

  // `variance`: of the elasticity; the doubt about the form of the curve comes with it and cannot be learnt away here.
  double profit(std::size_t k, double elasticity, double variance) const {
    const double y = m_moves[k], log = elasticity * y + 0.5 * (variance + m_form) * y * y;
    return (m_listing.net(m_prices[k]) - m_listing.cost) * m_units * std::exp(std::clamp(log, -30.0, 30.0));
  }
  // What the best price brings more than today's best once the elasticity is believed to be this.
  double gain(double elasticity, double left) const {
    return profit(best(elasticity, left), elasticity, left) - profit(m_bestNow, elasticity, left);
  }
  // The rung that lies this share of the way down (below 0) or up to the end of the window; 0: none there.
  std::size_t rungTowards(double share) const {
    const auto up = std::size_t(std::count_if(m_moves.begin() + 1, m_moves.end(), [](double y) { return y > 0; }));
    const std::size_t down = m_moves.size() - 1 - up;
    if (share > 0)
      return up == 0 ? 0 : down + std::max<std::size_t>(1, std::size_t(std::lround(share * double(up))));
    return down == 0 ? 0 : down + 1 - std::max<std::size_t>(1, std::size_t(std::lround(-share * double(down))));
  }
  // How precisely a test of rung k tells the elasticity; `shared`: what the weeks of those it is held against add.
  double information(std::size_t k, int weeks, double shared) const {
    const double error = m_noise * m_noise * (1 + shared) / weeks + m_listing.baseSd * m_listing.baseSd + 1e-6;
    return m_moves[k] * m_moves[k] / error;
  }

 private:
  std::size_t best(double elasticity, double left) const {
    std::size_t best = 0;
    for (std::size_t k = 1; k < m_moves.size(); ++k)
      if (profit(k, elasticity, left) > profit(best, elasticity, left))
        best = k;
    return best;
  }
  GroupListing m_listing;
  std::vector<qint64> m_minors;
  std::vector<double> m_prices, m_moves;
  double m_noise, m_label, m_units, m_form = 0;
  std::size_t m_bestNow = 0;
};

class Product {
 public:
  void add(std::size_t place, ZonePrices zone) { m_places.push_back(place), m_zones.push_back(std::move(zone)); }
  bool empty() const { return m_zones.empty(); }

  LearningValue judge(std::size_t places, int horizon) const {
    LearningValue out;
    double variance = 0, week = 0, labels = 0;
    for (const ZonePrices& z : m_zones)
      variance += z.variance() / double(m_zones.size()), week += std::abs(z.now()), labels += z.label();
    out.sd = std::sqrt(variance);
    out.perfect = gainOfKnowing(out.sd, kFine);
    out.tests.assign(places, 0);
    findTest(horizon, out);
    const bool much = out.perfect > std::max(labels, kWorthKnowing * week);
    out.knowledge = out.net() > 0 && much ? Knowledge::WorthTesting : much ? Knowledge::CannotTell : Knowledge::Known;
    out.reason = !much                                      ? QStringLiteral("enough-is-known")
                 : out.knowledge == Knowledge::WorthTesting ? QStringLiteral("test-pays")
                                                            : QStringLiteral("test-costs-more");
    return out;
  }

 private:
  // A week's gain once the elasticity's mean is known to lie `spread` around what is believed now, in all zones alike.
  double gainOfKnowing(double spread, int shares) const {
    double gain = 0;
    for (int s = 0; s < shares; ++s) {
      const double off = spread * normalQuantile((s + 0.5) / shares);
      for (const ZonePrices& z : m_zones)
        gain += z.gain(z.own() + off, std::max(0.0, z.variance() - spread * spread));
    }
    return gain / shares;
  }

  void findTest(int horizon, LearningValue& out) const {
    const std::size_t tested = std::max<std::size_t>(1, m_zones.size() / 2), held = m_zones.size() - tested;
    double most = -HUGE_VAL, told = 0;
    for (const double share : kShares)
      for (const int weeks : kTestWeeks) {
        double information = 0, cost = 0, move = 0;
        int zones = 0;
        std::vector<qint64> tests(out.tests.size(), 0);
        for (std::size_t z = 0; z < m_zones.size() && std::size_t(zones) < tested; z += m_zones.size() > 1 ? 2 : 1) {
          const ZonePrices& zone = m_zones[z];
          const std::size_t k = zone.rungTowards(share);
          if (k == 0)
            continue;
          ++zones;
          information += zone.information(k, weeks, held > 0 ? double(tested) / double(held) : 0);
          cost += weeks * (std::max(0.0, zone.now() - zone.profit(k, zone.own(), zone.variance())) + 2 * zone.label());
          move += std::expm1(zone.moveOf(k));
          tests[m_places[z]] = zone.minorOf(k);
        }
        if (zones == 0)
          continue;
        const double variance = out.sd * out.sd;
        const double spread = std::sqrt(std::max(0.0, variance - 1 / (1 / std::max(variance, 1e-12) + information)));
        const double net = horizon * gainOfKnowing(spread, kCoarse) - cost;
        if (net <= most)
          continue;
        most = net, told = spread;
        out.tests = std::move(tests), out.move = move / zones, out.zones = zones;
        out.weeks = weeks, out.cost = cost;
      }
    if (out.zones == 0)
      return;
    out.worth = horizon * gainOfKnowing(told, kFine);
    out.sdAfter = std::sqrt(std::max(0.0, out.sd * out.sd - told * told));
  }

  std::vector<std::size_t> m_places; // by zone
  std::vector<ZonePrices> m_zones;
};

} // namespace

LearningValue learningValue(std::span<const LearningPlace> places, int horizonWeeks) {
  Product product;
  const char* why = "no-current-price"; // of the last place that nothing can be said of
  for (std::size_t p = 0; p < places.size(); ++p) {
    const PricingCase& c = *places[p].content;
    if (places[p].listing >= c.listings.size() || !c.listings[places[p].listing].current.isValid())
      continue;
    const ListingCase& content = c.listings[places[p].listing];
    const GroupModel& model = *places[p].model;
    const GroupListing& l = model.at(places[p].listing);
    if (!l.earns) {
      why = l.hasDemand ? "cost-missing" : "no-elasticity-model";
      continue;
    }
    std::vector<qint64> minors{content.current.minor()};
    const RuleOutcome& rules = places[p].rules;
    if (!rules.hold && !rules.targetMinor)
      for (const qint64 rung : searchWindow(c, content, rules, usableCost(content)).rungs)
        if (rung != minors.front())
          minors.push_back(rung);
    if (minors.size() < 2) {
      why = "nothing-to-try";
      continue;
    }
    product.add(
        p, ZonePrices(l, std::move(minors), content.current.currency(), content.demand.noiseSd, model.labelCost()));
  }
  if (!product.empty())
    return product.judge(places.size(), std::clamp(horizonWeeks, 1, 520));
  LearningValue none;
  none.reason = QLatin1String(why);
  none.tests.assign(places.size(), 0);
  return none;
}

} // namespace pricewright
