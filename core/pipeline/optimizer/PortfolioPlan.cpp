// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/optimizer/PortfolioPlan.h"

#include "pipeline/optimizer/CoupledChoice.h"
#include "pipeline/optimizer/SmallPlan.h"

#include <cmath>
#include <map>

namespace pricewright {
namespace {

constexpr double kMostUses = 5e7; // couplings × choices: 400 MB
constexpr double kSamePrice = 1e-9;
constexpr std::size_t kMostSearched = 2'000; // products; of more the moves leave next to nothing

struct Offer { // one price of one product
  int rung = -1;
  double price = 0, units = 0, revenue = 0, profit = 0;
};

class Portfolio {
 public:
  Portfolio(std::span<const LadderProduct> products, PlanObjective objective, const PortfolioLimits& limits)
      : m_products(products), m_objective(objective), m_limits(limits) {}

  Result<PortfolioPlan> solve(const JobContext& job) {
    PW_CHECK(check());
    for (std::size_t i = 0; i < m_products.size(); ++i)
      PW_CHECK(offer(i));
    PW_CHECK(couple());
    m_problem.thorough = m_products.size() <= kMostSearched;
    const auto solved = solveCoupled(m_problem, job);
    if (!solved && solved.error().code == u"choice.infeasible")
      return infeasible(solved.error());
    if (!solved)
      return solved.error();
    return planOf(*solved);
  }

 private:
  double nowOf(std::size_t i) const { return m_limits.now.empty() ? m_products[i].referencePrice : m_limits.now[i]; }
  int categoryOf(std::size_t i) const { return m_limits.category.empty() ? 0 : m_limits.category[i]; }

  Status check() const {
    const auto bad = [](const char* field) {
      return fail(QStringLiteral("portfolio.bad-limits"), {{QStringLiteral("field"), QString::fromLatin1(field)}});
    };
    const std::size_t n = m_products.size();
    if (!m_limits.now.empty() && m_limits.now.size() != n)
      return bad("p_now");
    if (!m_limits.category.empty() && m_limits.category.size() != n)
      return bad("category");
    const auto known = [](double price) { return std::isfinite(price) && price >= 0; };
    if (!m_limits.rival.empty() &&
        (m_limits.rival.size() != n || !std::all_of(m_limits.rival.begin(), m_limits.rival.end(), known)))
      return bad("p_competitor");
    if (!m_limits.kvi.empty() && m_limits.kvi.size() != n)
      return bad("kvi");
    if (!std::isfinite(m_limits.changeCost) || m_limits.changeCost < 0)
      return bad("change_cost");
    if (m_limits.mostChanges && *m_limits.mostChanges < 0)
      return bad("max_changes");
    for (const auto& limit : {m_limits.leastRevenue, m_limits.leastProfit, m_limits.mostIndex, m_limits.leastIndex,
                              m_limits.mostCategoryIndex, m_limits.leastCategoryIndex, m_limits.mostRivalIndex,
                              m_limits.leastRivalIndex, m_limits.mostCategoryRivalIndex,
                              m_limits.leastCategoryRivalIndex, m_limits.mostKviIndex, m_limits.leastKviIndex})
      if (limit && !std::isfinite(*limit))
        return bad("limits");
    return {};
  }

  Status offer(std::size_t i) {
    const LadderProduct& p = m_products[i];
    const auto bad = [&] {
      return fail(QStringLiteral("ladder.bad-problem"), {{QStringLiteral("product"), QString::number(i)}});
    };
    const auto positive = [](double v) { return std::isfinite(v) && v > 0; };
    const double now = nowOf(i);
    if (!positive(p.referencePrice) || !positive(p.referenceUnits) || !positive(now) || !std::isfinite(p.cost) ||
        !std::isfinite(p.elasticity))
      return bad();
    int stay = -1;
    std::vector<Offer> offers;
    const auto add = [&](int rung, double price) {
      const double units = p.referenceUnits * std::pow(price / p.referencePrice, p.elasticity);
      offers.push_back({rung, price, units, price * units, (price - p.cost) * units});
      return positive(price) && std::isfinite(units);
    };
    for (int k = 0; k < int(p.ladder.size()); ++k) {
      if (!add(k, p.ladder[std::size_t(k)]))
        return bad();
      if (std::abs(p.ladder[std::size_t(k)] - now) <= kSamePrice * now)
        stay = k;
    }
    if (stay < 0) {
      stay = int(offers.size());
      if (!add(-1, now))
        return bad();
    }
    for (int k = 0; k < int(offers.size()); ++k) {
      const Offer& o = offers[std::size_t(k)];
      m_problem.values.push_back(m_objective.of(o.profit, o.revenue, o.units) - (k == stay ? 0 : m_limits.changeCost));
    }
    m_offers.insert(m_offers.end(), offers.begin(), offers.end());
    m_problem.first.push_back(m_problem.values.size());
    m_problem.stay.push_back(stay);
    const Offer& today = offers[std::size_t(stay)];
    m_revenueNow += today.revenue;
    m_categoryNow[categoryOf(i)] += today.revenue;
    return {};
  }

  template <class Use> Status add(LimitUse what, double sign, double most, const Use& use) {
    if (double(m_problem.couplings.size() + 1) * double(m_offers.size()) > kMostUses)
      return fail(QStringLiteral("portfolio.too-large"));
    Coupling c;
    c.most = {sign * most};
    c.use.reserve(m_offers.size());
    for (std::size_t i = 0; i < m_products.size(); ++i)
      for (std::size_t k = m_problem.first[i]; k < m_problem.first[i + 1]; ++k)
        c.use.push_back(sign * use(i, m_offers[k]));
    m_problem.couplings.push_back(std::move(c));
    what.limit = most;
    m_named.push_back({std::move(what)});
    m_sign.push_back(sign);
    return {};
  }

  // One limit for each category, all of them the parts of one coupling.
  // Of those that `revenue` names; the others count in a part of their own, which binds nothing.
  template <class Use>
  Status addByCategory(const char* name, double sign, double most, const std::map<int, double>& revenue,
                       const Use& use) {
    PW_CHECK(add({QLatin1String(name)}, sign, most, use));
    Coupling& c = m_problem.couplings.back();
    std::map<int, int> partOf;
    m_named.back().clear();
    for (const auto& [category, ofIt] : revenue) {
      partOf.emplace(category, int(m_named.back().size()));
      m_named.back().push_back({QLatin1String(name), category, 0, most});
    }
    c.most.assign(partOf.size(), sign * most);
    c.most.push_back(1);
    for (std::size_t i = 0; i < m_products.size(); ++i) {
      const auto part = partOf.find(categoryOf(i));
      c.part.push_back(part == partOf.end() ? int(partOf.size()) : part->second);
    }
    return {};
  }

  Status couple() {
    m_problem.mostChanges = m_limits.mostChanges;
    if (m_limits.leastRevenue)
      PW_CHECK(add({QStringLiteral("revenue")}, -1, *m_limits.leastRevenue,
                   [](std::size_t, const Offer& o) { return o.revenue; }));
    if (m_limits.leastProfit)
      PW_CHECK(add({QStringLiteral("profit")}, -1, *m_limits.leastProfit,
                   [](std::size_t, const Offer& o) { return o.profit; }));
    const auto index = [this](std::size_t i, const Offer& o, double revenue) {
      return revenue > 0 ? todayOf(i).revenue / revenue * (o.price / todayOf(i).price - 1) : 0;
    };
    const auto whole = [&](std::size_t i, const Offer& o) { return index(i, o, m_revenueNow); };
    if (m_limits.mostIndex)
      PW_CHECK(add({QStringLiteral("index")}, 1, *m_limits.mostIndex, whole));
    if (m_limits.leastIndex)
      PW_CHECK(add({QStringLiteral("index-low")}, -1, *m_limits.leastIndex, whole));
    const auto own = [&](std::size_t i, const Offer& o) { return index(i, o, m_categoryNow.at(categoryOf(i))); };
    if (m_limits.mostCategoryIndex)
      PW_CHECK(addByCategory("category-index", 1, *m_limits.mostCategoryIndex, m_categoryNow, own));
    if (m_limits.leastCategoryIndex)
      PW_CHECK(addByCategory("category-index-low", -1, *m_limits.leastCategoryIndex, m_categoryNow, own));
    return coupleImage();
  }

  const Offer& todayOf(std::size_t i) const { return m_offers[m_problem.first[i] + std::size_t(m_problem.stay[i])]; }
  double rivalOf(std::size_t i) const { return m_limits.rival.empty() ? 0 : m_limits.rival[i]; }
  bool isKvi(std::size_t i) const { return !m_limits.kvi.empty() && m_limits.kvi[i]; }

  // How the price level is seen: against a competitor, and of the products that shape it.
  Status coupleImage() {
    double rivalRevenue = 0, kviRevenue = 0;
    std::map<int, double> categoryRevenue;
    for (std::size_t i = 0; i < m_products.size(); ++i) {
      const double revenue = todayOf(i).revenue;
      if (rivalOf(i) > 0)
        rivalRevenue += revenue, categoryRevenue[categoryOf(i)] += revenue;
      if (isKvi(i))
        kviRevenue += revenue;
    }
    const auto against = [this](std::size_t i, const Offer& o, double revenue) {
      return rivalOf(i) > 0 && revenue > 0 ? todayOf(i).revenue / revenue * (o.price / rivalOf(i) - 1) : 0;
    };
    const auto rival = [&](std::size_t i, const Offer& o) { return against(i, o, rivalRevenue); };
    const auto ofCategory = [&](std::size_t i, const Offer& o) {
      return against(i, o, categoryRevenue[categoryOf(i)]);
    };
    const auto kvi = [&](std::size_t i, const Offer& o) {
      return isKvi(i) && kviRevenue > 0 ? todayOf(i).revenue / kviRevenue * (o.price / todayOf(i).price - 1) : 0;
    };
    if (m_limits.mostRivalIndex)
      PW_CHECK(add({QStringLiteral("competitor-index")}, 1, *m_limits.mostRivalIndex, rival));
    if (m_limits.leastRivalIndex)
      PW_CHECK(add({QStringLiteral("competitor-index-low")}, -1, *m_limits.leastRivalIndex, rival));
    if (m_limits.mostCategoryRivalIndex)
      PW_CHECK(
          addByCategory("category-competitor-index", 1, *m_limits.mostCategoryRivalIndex, categoryRevenue, ofCategory));
    if (m_limits.leastCategoryRivalIndex)
      PW_CHECK(addByCategory("category-competitor-index-low", -1, *m_limits.leastCategoryRivalIndex, categoryRevenue,
                             ofCategory));
    if (m_limits.mostKviIndex)
      PW_CHECK(add({QStringLiteral("kvi-index")}, 1, *m_limits.mostKviIndex, kvi));
    if (m_limits.leastKviIndex)
      PW_CHECK(add({QStringLiteral("kvi-index-low")}, -1, *m_limits.leastKviIndex, kvi));
    return {};
  }

  Error infeasible(const Error& e) const {
    const auto c = std::size_t(e.arguments.value(QStringLiteral("coupling")).toULongLong());
    const LimitUse& what = m_named[c][std::size_t(e.arguments.value(QStringLiteral("part")).toULongLong())];
    const double best = m_sign[c] * e.arguments.value(QStringLiteral("best")).toDouble();
    return fail(QStringLiteral("portfolio.infeasible"),
                {{QStringLiteral("limit"), what.name},
                 {QStringLiteral("wanted"), QString::number(what.limit, 'g', 8)},
                 {QStringLiteral("best"), QString::number(best, 'g', 8)},
                 {QStringLiteral("limits"),
                  what.name + (what.category < 0 ? QString() : QStringLiteral(" ") + QString::number(what.category))}});
  }

  PortfolioPlan planOf(const CoupledSolution& s) const {
    PortfolioPlan plan;
    plan.objective = s.value, plan.bound = s.bound, plan.changes = s.changes, plan.cut = s.cut;
    for (std::size_t i = 0; i < m_products.size(); ++i) {
      const Offer& o = m_offers[m_problem.first[i] + std::size_t(s.chosen[i])];
      plan.rung.push_back(o.rung), plan.price.push_back(o.price), plan.units.push_back(o.units);
      plan.revenue += o.revenue, plan.profit += o.profit;
    }
    for (std::size_t c = 0; c < m_named.size(); ++c)
      for (std::size_t part = 0; part < m_named[c].size(); ++part) {
        LimitUse use = m_named[c][part];
        use.used = m_sign[c] * s.used[c][part];
        use.worth = s.multipliers[c][part] * (use.name.contains(u"index") ? 0.01 : 1);
        plan.limits.push_back(std::move(use));
      }
    if (m_limits.mostChanges)
      plan.limits.push_back(
          {QStringLiteral("changes"), -1, double(s.changes), double(*m_limits.mostChanges), s.changeMultiplier});
    return plan;
  }

  std::span<const LadderProduct> m_products;
  PlanObjective m_objective;
  const PortfolioLimits& m_limits;
  CoupledProblem m_problem;
  std::vector<Offer> m_offers;                // as the problem's choices
  std::vector<std::vector<LimitUse>> m_named; // by coupling and part
  std::vector<double> m_sign;                 // −1: a floor
  double m_revenueNow = 0;
  std::map<int, double> m_categoryNow;
};

} // namespace

bool PortfolioLimits::any() const {
  return !now.empty() || changeCost != 0 || mostChanges || leastProfit || mostIndex || leastIndex ||
         mostCategoryIndex || leastCategoryIndex || hasImage();
}

bool PortfolioLimits::hasImage() const {
  return mostRivalIndex || leastRivalIndex || mostCategoryRivalIndex || leastCategoryRivalIndex || mostKviIndex ||
         leastKviIndex;
}

Result<PortfolioPlan> planPortfolio(std::span<const LadderProduct> products, PlanObjective objective,
                                    const PortfolioLimits& limits, const JobContext& job) {
  CrossProblem few{{products.begin(), products.end()}, {}, {}, objective, limits, {}, true, true};
  if (auto small = planSmall(few, job)) {
    if (!*small)
      return small->error();
    return PortfolioPlan(std::move(**small));
  }
  return Portfolio(products, objective, limits).solve(job);
}

} // namespace pricewright
