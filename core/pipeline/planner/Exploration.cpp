// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/planner/Exploration.h"

#include "statistics/Random.h"

#include <cmath>

namespace pricewright {
namespace {

constexpr double kEvenPart = 0.5; // of a draw; the rest goes by how likely each price is the best

struct Choice {
  PriceDecision decision;
  Money price;
};

class Drawer {
 public:
  Drawer(const PricingCase& c, const CaseOptimizer& optimizer, const DecideListing& decide)
      : m_case(c), m_optimizer(optimizer), m_decide(decide), m_share(c.settings.real(u"explore.share.percent") / 100),
        m_room(std::log1p(c.settings.real(u"optimizer.max-category-move.percent") / 100)) {}

  void run(std::vector<PriceDecision>& decisions) {
    spendOnPreferred(decisions);
    for (std::size_t i = 0; i < decisions.size(); ++i) {
      if (m_case.listings[i].drawnUntil > m_case.now)
        keepDrawn(i, decisions[i]);
      else if (m_share > 0 && mayDraw(i, decisions[i]))
        draw(i, decisions[i]);
    }
  }

 private:
  double logMove(std::size_t i, const Money& price) const {
    return std::log(price.toDouble() / m_case.listings[i].current.toDouble());
  }
  double shareOf(std::size_t i) const { return std::clamp(m_case.listings[i].demand.siblingShare, 0.0, 1.0); }

  // What the preferred prices move their category by leaves less for draws.
  void spendOnPreferred(const std::vector<PriceDecision>& decisions) {
    double index = 0;
    for (std::size_t i = 0; i < decisions.size(); ++i)
      if (decisions[i].current.isValid() && decisions[i].current.minor() > 0 && decisions[i].proposed.minor() > 0)
        index += shareOf(i) * logMove(i, decisions[i].proposed);
    m_room -= std::abs(index);
  }

  // A price that came by a draw is there to be answered by sales, not to be put back the next day. What limits demand
  // comes first.
  void keepDrawn(std::size_t i, PriceDecision& d) {
    if (m_case.listings[i].drawnHolds && d.guarded.route == Route::Automatic && d.recommendation.outcome == u"change")
      if (std::optional<PriceDecision> stays = stay(i, d, QStringLiteral("no-change-drawn-price-runs")))
        d = std::move(*stays);
  }

  bool mayDraw(std::size_t i, const PriceDecision& d) const {
    const ListingCase& l = m_case.listings[i];
    const Recommendation& r = d.recommendation;
    const bool free =
        r.outcome == u"change" || r.outcome == u"no-change-at-optimum" || r.outcome == u"no-change-gain-below-cost";
    const bool alone = d.guarded.route == Route::Automatic || d.guarded.route == Route::NoChange;
    return r.method == Method::Model && r.fallbackReason.isEmpty() && free && alone && !l.onPromotion &&
           l.anomalies.isEmpty() && l.staleInputs.isEmpty();
  }

  std::optional<PriceDecision> stay(std::size_t i, const PriceDecision& d, const QString& outcome) const {
    Recommendation r = d.recommendation;
    r.proposed = m_case.listings[i].current, r.outcome = outcome;
    PriceDecision out = m_decide(i, std::move(r));
    if (out.guarded.route != Route::NoChange)
      return std::nullopt;
    return out;
  }

  std::optional<PriceDecision> change(std::size_t i, const Money& price) const {
    Recommendation r = m_optimizer.at(i, price);
    r.outcome = QStringLiteral("change-drawn");
    PriceDecision out = m_decide(i, std::move(r));
    if (out.guarded.route != Route::Automatic || out.proposed != price)
      return std::nullopt;
    return out;
  }

  // The rungs nearest to one and two steps below and above today's price.
  std::vector<qint64> nearby(std::size_t i) const {
    const double step = std::log1p(m_case.settings.real(u"explore.step.percent") / 100);
    const auto rungs = m_optimizer.rungs(i);
    const Currency currency = m_case.listings[i].current.currency();
    std::vector<qint64> out;
    for (const int steps : {-2, -1, 1, 2}) {
      const qint64* nearest = nullptr;
      double apart = 0.5 * step; // further away it is another step, or none
      for (const qint64& rung : rungs)
        if (const double off = std::abs(logMove(i, {rung, currency}) - steps * step); off < apart)
          nearest = &rung, apart = off;
      if (nearest && std::find(out.begin(), out.end(), *nearest) == out.end())
        out.push_back(*nearest);
    }
    return out;
  }

  bool isCheapEnough(std::size_t i, const Money& price, double preferredGain) const {
    const std::optional<double> gain = m_optimizer.gainOf(i, price), profit = m_optimizer.weeklyProfit(i);
    const double most = m_case.settings.real(u"explore.most-cost.percent") / 100;
    return gain && profit && preferredGain - *gain <= most * std::max(0.0, *profit);
  }

  // Whether the category has room for it, should it come.
  bool hasRoom(std::size_t i, const Money& price, const Money& preferred) const {
    return shareOf(i) * std::abs(logMove(i, price) - logMove(i, preferred)) <= m_room;
  }

  std::vector<Choice> choices(std::size_t i, const PriceDecision& d) const {
    const Money current = m_case.listings[i].current;
    std::vector<Choice> out{{d, d.proposed}};
    const std::optional<double> preferredGain = m_optimizer.gainOf(i, d.proposed);
    if (!preferredGain)
      return out;
    if (d.proposed != current && isCheapEnough(i, current, *preferredGain) && hasRoom(i, current, d.proposed))
      if (auto stays = stay(i, d, QStringLiteral("no-change-drawn")))
        out.push_back({std::move(*stays), current});
    for (const qint64 minor : nearby(i)) {
      const Money price(minor, current.currency());
      if (price == d.proposed || price == current || !isCheapEnough(i, price, *preferredGain) ||
          !hasRoom(i, price, d.proposed))
        continue;
      if (auto moves = change(i, price))
        out.push_back({std::move(*moves), price});
    }
    return out;
  }

  void draw(std::size_t i, PriceDecision& d) {
    std::vector<Choice> all = choices(i, d);
    if (all.size() < 2)
      return;
    std::vector<Money> prices;
    for (const Choice& c : all)
      prices.push_back(c.price);
    const std::vector<double> best = m_optimizer.chancesOfBest(i, prices);
    std::vector<QPair<qint64, double>> chances;
    double widest = 0;
    for (std::size_t k = 0; k < all.size(); ++k) {
      const double drawn = kEvenPart / double(all.size()) + (1 - kEvenPart) * best[k];
      chances.push_back({prices[k].minor(), m_share * drawn + (k == 0 ? 1 - m_share : 0)});
      widest = std::max(widest, shareOf(i) * std::abs(logMove(i, prices[k]) - logMove(i, prices[0])));
    }
    m_room -= widest;
    const qint64 preferred = d.proposed.minor();
    d = std::move(all[roll(i, chances)].decision);
    d.recommendation.chances = std::move(chances), d.recommendation.preferredMinor = preferred;
  }

  std::size_t roll(std::size_t i, const std::vector<QPair<qint64, double>>& chances) const {
    const QString name = QStringLiteral("draw|") + m_case.listings[i].skuCode + u'|' + m_case.listings[i].zoneCode;
    double left = Random(Random::seedFrom(m_case.seed, name.toStdString())).uniform();
    for (std::size_t k = 0; k < chances.size(); ++k) {
      left -= chances[k].second;
      if (left < 0)
        return k;
    }
    return 0;
  }

  const PricingCase& m_case;
  const CaseOptimizer& m_optimizer;
  const DecideListing& m_decide;
  double m_share;
  double m_room; // of the category's index, in logs
};

} // namespace

void drawPrices(const PricingCase& c, const CaseOptimizer& optimizer, const DecideListing& decide,
                std::vector<PriceDecision>& decisions) {
  Drawer(c, optimizer, decide).run(decisions);
}

} // namespace pricewright
