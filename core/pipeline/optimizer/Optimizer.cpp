// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/optimizer/Optimizer.h"

#include "decision/PriceEndings.h"
#include "decision/PriceLimits.h"
#include "decision/TestHold.h"
#include "pipeline/optimizer/CategoryCap.h"
#include "pipeline/optimizer/Draws.h"
#include "pipeline/optimizer/Fallback.h"
#include "pipeline/optimizer/Search.h"

#include <cmath>

namespace pricewright {
namespace {

constexpr double kMovedShare = 0.01; // siblings named: at least this share of the largest change
constexpr std::size_t kMostNamed = 5;

} // namespace

// One case on its way through the optimizer.
class Optimization {
 public:
  Optimization(const PricingCase& c, std::span<const RuleOutcome> outcomes)
      : m_case(c), m_model(c), m_draws(m_model, c.seed, c.settings.integer(u"optimizer.draws")) {
    for (std::size_t i = 0; i < c.listings.size(); ++i) {
      m_rules.push_back(i < outcomes.size() ? outcomes[i] : RuleOutcome());
      m_basis.push_back(basisOf(c, c.listings[i], m_rules[i], m_model.at(i).hasDemand));
      m_windows.push_back(m_basis[i].method == Method::None
                              ? SearchWindow()
                              : searchWindow(c, c.listings[i], m_rules[i], usableCost(c.listings[i])));
      m_search.push_back(searchListing(i));
    }
  }

  std::vector<Recommendation> recommendAll() const {
    Found found{searchGroup(m_model, m_search), {}};
    capCategoryMove(m_case, m_search, m_model.labelCost(),
                    std::log1p(m_case.settings.real(u"optimizer.max-category-move.percent") / 100), found.search,
                    found.waits);
    std::vector<Recommendation> out;
    for (std::size_t i = 0; i < m_case.listings.size(); ++i)
      out.push_back(recommend(i, found));
    return out;
  }

  Recommendation evaluate(std::size_t i, const Money& price) const {
    Recommendation r = begin(i, m_basis[i].method == Method::None ? std::vector<QPair<qint64, double>>()
                                                                  : profitCurve(m_model, i, m_search[i]));
    if (r.method == Method::None)
      return r;
    if (!price.isValid() || price.minor() <= 0 || !price.sameCurrency(r.proposed))
      return none(i, QStringLiteral("bad-price"));
    if (r.fallbackReason == u"rule-target" && m_model.at(i).earns)
      r.method = Method::Model, r.fallbackReason.clear();
    r.proposed = price;
    r.outcome = QStringLiteral("edited");
    if (m_model.at(i).earns)
      put(r, judge(i, price.minor()));
    return r;
  }

  bool gains(std::size_t i, const Money& price) const {
    return !m_model.at(i).earns || judge(i, price.minor()).objective > 0;
  }
  std::optional<double> gainOf(std::size_t i, const Money& price) const {
    if (!m_model.at(i).earns)
      return std::nullopt;
    return price.minor() == m_search[i].current ? 0 : judge(i, price.minor()).objective;
  }
  std::span<const qint64> rungs(std::size_t i) const { return m_search[i].rungs; }

  std::vector<double> chancesOfBest(std::size_t i, std::span<const Money> prices) const {
    if (!m_model.at(i).earns || prices.empty())
      return {};
    const ObjectiveWeights worth = m_model.objective();
    std::vector<double> best, chances(prices.size(), 0);
    std::vector<std::size_t> which;
    for (std::size_t k = 0; k < prices.size(); ++k) {
      DrawSums sums;
      if (prices[k].minor() != m_search[i].current) {
        const std::pair<std::size_t, double> move{i, prices[k].toDouble()};
        sums = m_draws.sums({&move, 1});
      }
      const std::size_t draws = std::size_t(m_case.settings.integer(u"optimizer.draws"));
      best.resize(draws, -std::numeric_limits<double>::infinity()), which.resize(draws, 0);
      for (std::size_t d = 0; d < draws; ++d) {
        const double value =
            d < sums.profit.size() ? worth.profit * sums.profit[d] + worth.revenue * sums.revenue[d] : 0;
        if (value > best[d])
          best[d] = value, which[d] = k;
      }
    }
    for (const std::size_t k : which)
      chances[k] += 1.0 / double(which.size());
    return chances;
  }

  std::optional<double> weeklyProfit(std::size_t i) const {
    const GroupListing& l = m_model.at(i);
    if (!l.earns)
      return std::nullopt;
    return (l.net(l.current) - l.cost) * std::exp(l.logMeanUnits(l.x1, l.x2));
  }

 private:
  struct Found {
    SearchResult search;
    std::vector<bool> waits; // would move, but the category has moved enough this cycle
  };

  Money money(std::size_t i, qint64 minor) const { return {minor, m_case.listings[i].current.currency()}; }
  Judgement judge(std::size_t i, qint64 minor) const {
    const std::pair<std::size_t, double> move{i, money(i, minor).toDouble()};
    return m_draws.judge({&move, 1});
  }

  // Nothing is there to be sold at another price.
  bool isOutOfStock(std::size_t i) const {
    const ListingCase& l = m_case.listings[i];
    return l.stockMilli && *l.stockMilli <= 0 && !l.staleInputs.contains(QStringLiteral("stock")) &&
           m_windows[i].currentAllowed;
  }

  // The rungs in doubles, logs taken once; and the price where something other than the search decides it.
  SearchListing searchListing(std::size_t i) const {
    const ListingCase& l = m_case.listings[i];
    const SearchWindow& w = m_windows[i];
    SearchListing s;
    s.current = l.current.minor();
    s.rungs = w.rungs;
    const Method method = m_basis[i].method;
    const bool searched = method == Method::Model && !m_rules[i].hold && !w.corridorEmpty() && !isOutOfStock(i);
    s.mustMove = searched && !w.currentAllowed;
    if (s.mustMove && s.rungs.empty())
      s.rungs = {s.current < w.floorMinor ? w.floorMinor : w.ceilingMinor};
    s.stays = !searched;
    if (m_basis[i].reason == u"rule-target" && !m_rules[i].hold && !w.corridorEmpty()) {
      s.fixed = targetOf(i);
      s.fixedPrice = money(i, *s.fixed).toDouble();
    }
    for (const qint64 rung : s.rungs) {
      s.prices.push_back(money(i, rung).toDouble());
      s.logMoves.push_back(std::log(s.prices.back()) - m_model.at(i).logCurrent);
    }
    return s;
  }

  qint64 targetOf(std::size_t i) const {
    const SearchWindow& w = m_windows[i];
    const qint64 target = *m_rules[i].targetMinor;
    if (target == m_case.listings[i].current.minor() && w.currentAllowed)
      return target;
    return towardsTarget(m_case, m_case.listings[i], w, target, targetSide(m_rules[i]));
  }

  Recommendation none(std::size_t i, const QString& reason) const {
    Recommendation r;
    r.listingNo = m_case.listings[i].listingNo;
    r.fallbackReason = reason;
    r.outcome = QStringLiteral("no-recommendation");
    return r;
  }

  // What every recommendation begins with: today's price, the window and the curve.
  Recommendation begin(std::size_t i, std::vector<QPair<qint64, double>> curve) const {
    if (m_basis[i].method == Method::None)
      return none(i, m_basis[i].reason);
    Recommendation r;
    r.listingNo = m_case.listings[i].listingNo;
    r.method = m_basis[i].method;
    r.fallbackReason = m_basis[i].reason;
    r.proposed = m_case.listings[i].current;
    const auto& rungs = m_search[i].rungs;
    r.searchLowMinor = rungs.empty() ? r.proposed.minor() : rungs.front();
    r.searchHighMinor = rungs.empty() ? r.proposed.minor() : rungs.back();
    r.profitCurve = std::move(curve);
    return r;
  }

  void put(Recommendation& r, const Judgement& j) const {
    r.effect = j.effect;
    r.confidence = j.confidence;
    r.expectedLoss = j.expectedLoss;
    r.valueAtStake = j.effect.profitHigh - j.effect.profitLow + j.expectedGain;
    for (const auto& [sibling, profit] : j.siblings)
      if (std::size_t(r.siblingsMoved.size()) < kMostNamed && std::abs(profit) > 0 &&
          std::abs(profit) >= kMovedShare * std::abs(j.siblings.front().second))
        r.siblingsMoved << m_case.listings[sibling].skuCode;
  }

  // Nothing changes: the numbers are those of the best alternative, so that people see what was left and why.
  void stay(std::size_t i, const Found& found, Recommendation& r, const QString& why) const {
    r.proposed = m_case.listings[i].current;
    const QPair<qint64, double>* best = nullptr;
    for (const auto& rung : found.search.objective[i])
      if (rung.first != m_search[i].current && (!best || rung.second > best->second))
        best = &rung;
    r.outcome = !why.isEmpty() ? why
                : best         ? QStringLiteral("no-change-at-optimum")
                               : QStringLiteral("no-change-nothing-to-search");
    if (!best)
      return;
    put(r, judge(i, best->first));
    if (why.isEmpty() && best->second > 0)
      r.outcome = QStringLiteral("no-change-gain-below-cost");
  }

  void change(std::size_t i, Recommendation& r, qint64 minor, const Judgement& j) const {
    r.proposed = money(i, minor);
    r.outcome = m_windows[i].currentAllowed ? QStringLiteral("change") : QStringLiteral("change-into-corridor");
    put(r, j);
  }

  void changeToTarget(std::size_t i, Recommendation& r) const {
    const qint64 price = *m_search[i].fixed;
    change(i, r, price, m_model.at(i).earns ? judge(i, price) : Judgement());
    if (price != *m_rules[i].targetMinor && m_windows[i].currentAllowed)
      r.outcome = QStringLiteral("change-near-target");
  }

  Recommendation recommend(std::size_t i, const Found& found) const {
    Recommendation r = begin(i, found.search.profit[i]);
    if (r.method == Method::None)
      return r;
    if (m_windows[i].corridorEmpty()) {
      stay(i, found, r, QStringLiteral("no-change-corridor-empty"));
    } else if (m_rules[i].hold) {
      stay(i, found, r,
           isHeldByTest(m_rules[i]) ? QStringLiteral("no-change-held-by-test")
                                    : QStringLiteral("no-change-held-by-rule"));
    } else if (m_search[i].fixed) {
      if (*m_search[i].fixed == m_search[i].current)
        stay(i, found, r,
             *m_search[i].fixed == *m_rules[i].targetMinor ? QStringLiteral("no-change-rule-agrees")
                                                           : QStringLiteral("no-change-nearest-to-target"));
      else
        changeToTarget(i, r);
    } else if (isOutOfStock(i)) {
      stay(i, found, r, QStringLiteral("no-change-out-of-stock"));
    } else if (r.method == Method::Model) {
      byModel(i, found, r);
    } else {
      byFallback(i, found, r);
    }
    return r;
  }

  // The search moved the group together; each change must also stand on its own, as each is decided on its own.
  void byModel(std::size_t i, const Found& found, Recommendation& r) const {
    const qint64 chosen = found.search.chosen[i];
    if (chosen == m_search[i].current)
      return stay(i, found, r, found.waits[i] ? QStringLiteral("no-change-category-cap") : QString());
    const Judgement j = judge(i, chosen);
    if (!std::isfinite(j.objective) || !std::isfinite(j.effect.profitHigh - j.effect.profitLow)) {
      r = none(i, QStringLiteral("not-finite"));
    } else if (j.objective < money(i, 1).toDouble() && !m_search[i].mustMove) { // less than any money is none
      stay(i, found, r, {});
      r.outcome = QStringLiteral("no-change-gain-below-cost");
    } else {
      change(i, r, chosen, j);
    }
  }

  void byFallback(std::size_t i, const Found& found, Recommendation& r) const {
    const ListingCase& l = m_case.listings[i];
    std::optional<qint64> price;
    if (r.method == Method::HistoricalAverage)
      price = historicalPrice(m_case, l, m_windows[i]);
    if (!price) {
      r.method = Method::Rules;
      price = rulesPrice(m_case, l, m_windows[i]);
    }
    // A product that has not sold once would sell no worse at any price: no margin tells where to go from there.
    const bool neverSold = m_basis[i].reason == kNeverSold;
    if (neverSold && m_windows[i].currentAllowed)
      price = l.current.minor();
    if (!price) {
      r = none(i, QStringLiteral("cost-missing"));
    } else if (*price == l.current.minor()) {
      stay(i, found, r,
           neverSold ? QStringLiteral("no-change-never-sold") : QStringLiteral("no-change-fallback-agrees"));
    } else {
      change(i, r, *price, m_model.at(i).earns ? judge(i, *price) : Judgement());
      if (m_windows[i].currentAllowed)
        r.outcome = QStringLiteral("change-by-fallback");
    }
  }

  const PricingCase& m_case;
  GroupModel m_model;
  Draws m_draws;
  std::vector<RuleOutcome> m_rules;
  std::vector<Basis> m_basis;
  std::vector<SearchWindow> m_windows;
  std::vector<SearchListing> m_search;
};

CaseOptimizer::CaseOptimizer(const PricingCase& c, std::span<const RuleOutcome> outcomes)
    : m(std::make_unique<Optimization>(c, outcomes)) {}
CaseOptimizer::~CaseOptimizer() = default;
std::vector<Recommendation> CaseOptimizer::recommend() const { return m->recommendAll(); }
Recommendation CaseOptimizer::at(std::size_t listing, Money price) const { return m->evaluate(listing, price); }
bool CaseOptimizer::gains(std::size_t listing, Money price) const { return m->gains(listing, price); }
std::optional<double> CaseOptimizer::weeklyProfit(std::size_t listing) const { return m->weeklyProfit(listing); }
std::optional<double> CaseOptimizer::gainOf(std::size_t listing, Money price) const {
  return m->gainOf(listing, price);
}
std::span<const qint64> CaseOptimizer::rungs(std::size_t listing) const { return m->rungs(listing); }
std::vector<double> CaseOptimizer::chancesOfBest(std::size_t listing, std::span<const Money> prices) const {
  return m->chancesOfBest(listing, prices);
}

std::vector<Recommendation> optimizeCase(const PricingCase& c, std::span<const RuleOutcome> outcomes) {
  return CaseOptimizer(c, outcomes).recommend();
}

Recommendation evaluatePrice(const PricingCase& c, std::size_t listing, Money price) {
  return listing < c.listings.size() ? CaseOptimizer(c, {}).at(listing, price) : Recommendation();
}

Effect jointEffect(const PricingCase& c, std::span<const std::pair<std::size_t, Money>> prices) {
  const GroupModel model(c);
  std::vector<std::pair<std::size_t, double>> moves;
  std::vector<bool> seen(c.listings.size());
  for (const auto& [listing, price] : prices)
    if (listing < c.listings.size() && !seen[listing] && model.at(listing).earns && price.minor() > 0 &&
        price.sameCurrency(c.listings[listing].current)) {
      moves.emplace_back(listing, price.toDouble());
      seen[listing] = true;
    }
  return Draws(model, c.seed, c.settings.integer(u"optimizer.draws")).judge(moves).effect;
}

} // namespace pricewright
