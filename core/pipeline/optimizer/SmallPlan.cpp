// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/optimizer/SmallPlan.h"

#include "pipeline/optimizer/PriceIndexes.h"

#include <cmath>
#include <limits>
#include <set>

namespace pricewright {
namespace {

constexpr double kMostSmallSteps = 6e7; // plans × products: one or two seconds
constexpr double kSameRung = 1e-9;
constexpr double kSmallKept = 1e-9; // of a limit, as a share of it
constexpr std::size_t kMostLimits = 60;

struct SmallLimit {
  enum class Kind { Revenue, Profit, Margin, Index, Changes, Relation } kind = Kind::Revenue;
  LimitUse use; // its name, category and limit
  bool isMost = false;
  double step = 1;            // of one more: money, a point of an index, a change
  double start = 0;           // of an index: today
  std::vector<double> weight; // by product: what a price that doubles adds to it
  PriceRelation relation{};
  // What giving way would do, all other limits kept.
  double leastMissed = HUGE_VAL, nearest = 0;
  double bestWithOneMore = -HUGE_VAL;
};

class SmallPlanner {
 public:
  SmallPlanner(const CrossProblem& p, const JobContext& job) : m_p(p), m_job(job), m_n(p.products.size()) {}

  bool prepare() {
    if (m_n == 0 || (!m_p.limits.now.empty() && m_p.limits.now.size() != m_n) ||
        (!m_p.limits.category.empty() && m_p.limits.category.size() != m_n) ||
        (!m_p.limits.rival.empty() && m_p.limits.rival.size() != m_n) ||
        (!m_p.limits.kvi.empty() && m_p.limits.kvi.size() != m_n))
      return false;
    const PortfolioLimits& l = m_p.limits;
    if (!(l.changeCost >= 0) || !std::isfinite(l.changeCost) || (l.mostChanges && *l.mostChanges < 0))
      return false;
    for (const auto& limit : {l.leastRevenue, l.leastProfit, l.mostIndex, l.leastIndex, l.mostCategoryIndex,
                              l.leastCategoryIndex, l.mostRivalIndex, l.leastRivalIndex, l.mostCategoryRivalIndex,
                              l.leastCategoryRivalIndex, l.mostKviIndex, l.leastKviIndex, m_p.leastMarginRatio})
      if (limit && !std::isfinite(*limit))
        return false;
    const auto known = [](double price) { return std::isfinite(price) && price >= 0; };
    if (!std::all_of(l.rival.begin(), l.rival.end(), known))
      return false;
    double plans = double(m_n);
    for (std::size_t i = 0; i < m_n; ++i) {
      if (!addChoices(i))
        return false;
      plans *= double(m_choices[i].size());
      if (plans > kMostSmallSteps)
        return false;
    }
    return addEffects() && addLimits();
  }

  Result<CrossPlan> solve() {
    m_at.assign(m_n, 0);
    if (!visit(0, m_logUnits)) { // stopped early: the best until then, if there is any
      if (!m_found)
        return fail(QStringLiteral("engine.cancelled"));
      CrossPlan plan = planOf();
      plan.cut = true, plan.bound = std::numeric_limits<double>::infinity();
      return plan;
    }
    if (!m_found)
      return contradiction();
    return planOf();
  }

 private:
  struct Choice {
    int rung = -1;
    double price = 0, log = 0; // against the reference price
    bool isStay = false;
  };

  double nowOf(std::size_t i) const {
    return m_p.limits.now.empty() ? m_p.products[i].referencePrice : m_p.limits.now[i];
  }
  int categoryOf(std::size_t i) const { return m_p.limits.category.empty() ? 0 : m_p.limits.category[i]; }

  bool addChoices(std::size_t i) {
    const LadderProduct& p = m_p.products[i];
    const auto positive = [](double v) { return std::isfinite(v) && v > 0; };
    const double now = nowOf(i);
    if (!positive(p.referencePrice) || !positive(p.referenceUnits) || !positive(now) || !std::isfinite(p.cost) ||
        !(std::abs(p.elasticity) <= 100) || !std::all_of(p.ladder.begin(), p.ladder.end(), positive))
      return false;
    std::vector<Choice> choices;
    bool stays = false;
    for (int k = 0; k < int(p.ladder.size()); ++k) {
      const double price = p.ladder[std::size_t(k)];
      const bool isStay = m_p.keepsToday && std::abs(price - now) <= kSameRung * now;
      stays = stays || isStay;
      choices.push_back({k, price, std::log(price / p.referencePrice), isStay});
    }
    if (m_p.keepsToday && !stays)
      choices.push_back({-1, now, std::log(now / p.referencePrice), true});
    m_choices.push_back(std::move(choices));
    m_logUnits.push_back(std::log(p.referenceUnits));
    return !m_choices.back().empty();
  }

  bool addEffects() {
    m_on.resize(m_n); // of a price: on whose units, and how
    for (std::size_t i = 0; i < m_n; ++i)
      m_on[i].push_back({i, m_p.products[i].elasticity});
    for (const CrossEffect& e : m_p.effects) {
      if (e.of >= m_n || e.from >= m_n || e.of == e.from || !(std::abs(e.elasticity) <= 100))
        return false;
      m_on[e.from].push_back({e.of, e.elasticity});
    }
    std::vector<double> today = m_logUnits;
    for (std::size_t j = 0; j < m_n; ++j)
      for (const auto& [of, elasticity] : m_on[j])
        today[of] += elasticity * std::log(nowOf(j) / m_p.products[j].referencePrice);
    for (std::size_t i = 0; i < m_n; ++i) {
      m_revenueNow.push_back(nowOf(i) * std::exp(std::clamp(today[i], -60.0, 60.0)));
      m_categories.insert(categoryOf(i));
    }
    return true;
  }

  void add(SmallLimit::Kind kind, const QString& name, const std::optional<double>& limit, bool isMost, double step,
           int category = -1) {
    if (!limit)
      return;
    SmallLimit l;
    l.kind = kind, l.use.name = name, l.use.limit = *limit, l.use.category = category;
    l.isMost = isMost, l.step = step;
    m_limits.push_back(std::move(l));
  }
  void addIndex(PriceIndex index, const std::optional<double>& most, const std::optional<double>& least) {
    for (const bool isMost : {true, false})
      for (const int category : isByCategory(index) ? m_categories : std::set<int>{-1})
        addIndex(index, category, isMost ? most : least, isMost);
  }
  // Of what it counts: those with a known rival, the KVIs, those of the category; of nothing at all it binds nothing.
  void addIndex(PriceIndex index, int category, const std::optional<double>& limit, bool isMost) {
    const auto counted = [&](std::size_t i) {
      return (category < 0 || categoryOf(i) == category) && (!isAgainstRival(index) || rivalOf(i) > 0) &&
             (index != PriceIndex::Kvi || (!m_p.limits.kvi.empty() && m_p.limits.kvi[i]));
    };
    double revenue = 0;
    for (std::size_t i = 0; i < m_n; ++i)
      revenue += counted(i) ? m_revenueNow[i] : 0;
    if (!limit || !m_p.keepsToday || !(revenue > 0))
      return;
    add(SmallLimit::Kind::Index, indexName(index, !isMost), limit, isMost, 0.01, category);
    SmallLimit& l = m_limits.back();
    l.weight.assign(m_n, 0.0);
    for (std::size_t i = 0; i < m_n; ++i) {
      if (!counted(i))
        continue;
      const double against = isAgainstRival(index) ? nowOf(i) / rivalOf(i) : 1;
      l.weight[i] = m_revenueNow[i] / revenue * against;
      l.start += m_revenueNow[i] / revenue * (against - 1);
    }
  }
  double rivalOf(std::size_t i) const { return m_p.limits.rival.empty() ? 0 : m_p.limits.rival[i]; }
  bool addLimits() {
    using Kind = SmallLimit::Kind;
    const PortfolioLimits& limits = m_p.limits;
    add(Kind::Revenue, QStringLiteral("revenue"), limits.leastRevenue, false, 1);
    add(Kind::Profit, QStringLiteral("profit"), limits.leastProfit, false, 1);
    add(Kind::Margin, QStringLiteral("margin"), m_p.leastMarginRatio, false, 0.01);
    addIndex(PriceIndex::Whole, limits.mostIndex, limits.leastIndex);
    addIndex(PriceIndex::Category, limits.mostCategoryIndex, limits.leastCategoryIndex);
    addIndex(PriceIndex::Rival, limits.mostRivalIndex, limits.leastRivalIndex);
    addIndex(PriceIndex::CategoryRival, limits.mostCategoryRivalIndex, limits.leastCategoryRivalIndex);
    addIndex(PriceIndex::Kvi, limits.mostKviIndex, limits.leastKviIndex);
    if (limits.mostChanges)
      add(Kind::Changes, QStringLiteral("changes"), double(*limits.mostChanges), true, 1);
    m_listed = m_limits.size();
    for (const PriceRelation& r : m_p.relations) {
      if (r.a >= m_n || r.b >= m_n || r.a == r.b || !std::isfinite(r.amount) ||
          (r.kind == PriceRelation::Kind::AtMostFactor && !(r.amount > 0)))
        return false;
      SmallLimit l;
      l.kind = Kind::Relation, l.relation = r, l.isMost = true, l.step = 0, l.use.name = relationName(r);
      m_limits.push_back(std::move(l));
    }
    return m_limits.size() <= kMostLimits;
  }
  static QString relationName(const PriceRelation& r) {
    const QString amount = QString::number(r.amount, 'g', 8);
    return r.kind == PriceRelation::Kind::AtMostFactor
               ? QStringLiteral("price %1 <= %2 x price %3").arg(r.a).arg(amount).arg(r.b)
               : QStringLiteral("price %1 >= price %2 + %3").arg(r.a).arg(r.b).arg(amount);
  }

  bool visit(std::size_t product, const std::vector<double>& logUnits) {
    if (product == m_n) {
      judge(logUnits);
      return ++m_seen % 4096 != 0 || !m_job.cancelled();
    }
    std::vector<double> logs;
    for (std::size_t k = 0; k < m_choices[product].size(); ++k) {
      m_at[product] = k, logs = logUnits;
      for (const auto& [of, elasticity] : m_on[product])
        logs[of] += elasticity * m_choices[product][k].log;
      if (!visit(product + 1, logs))
        return false;
    }
    return true;
  }

  struct Sums {
    double revenue = 0, profit = 0, units = 0;
    int changes = 0;
  };
  const Choice& chosen(std::size_t i) const { return m_choices[i][m_at[i]]; }

  Sums sumsOf(const std::vector<double>& logUnits) const {
    Sums out;
    for (std::size_t i = 0; i < m_n; ++i) {
      const Choice& c = chosen(i);
      const double units = std::exp(std::clamp(logUnits[i], -60.0, 60.0));
      out.revenue += c.price * units, out.profit += (c.price - m_p.products[i].cost) * units, out.units += units;
      out.changes += m_p.keepsToday && !c.isStay;
    }
    return out;
  }
  double usedOf(const SmallLimit& l, const Sums& s) const {
    switch (l.kind) {
    case SmallLimit::Kind::Revenue:
      return s.revenue;
    case SmallLimit::Kind::Profit:
      return s.profit;
    case SmallLimit::Kind::Margin:
      return s.revenue > 0 ? s.profit / s.revenue : 0;
    case SmallLimit::Kind::Index:
      return indexOf(l);
    case SmallLimit::Kind::Changes:
      return s.changes;
    case SmallLimit::Kind::Relation: { // how far the price that may not be higher is above what the other allows
      const double a = chosen(l.relation.a).price, b = chosen(l.relation.b).price;
      return l.relation.kind == PriceRelation::Kind::AtMostFactor ? a - l.relation.amount * b
                                                                  : b + l.relation.amount - a;
    }
    }
    return 0;
  }

  double indexOf(const SmallLimit& l) const {
    double sum = l.start;
    for (std::size_t i = 0; i < m_n; ++i)
      if (l.weight[i] != 0)
        sum += l.weight[i] * (chosen(i).price / nowOf(i) - 1);
    return sum;
  }

  void judge(const std::vector<double>& logUnits) {
    const Sums s = sumsOf(logUnits);
    const double value = m_p.objective.of(s.profit, s.revenue, s.units) - m_p.limits.changeCost * s.changes;
    std::uint64_t broken = 0;
    std::size_t last = 0;
    double missedBy = 0;
    for (std::size_t l = 0; l < m_limits.size(); ++l) {
      const SmallLimit& limit = m_limits[l];
      const double over = (limit.isMost ? 1 : -1) * (usedOf(limit, s) - limit.use.limit);
      if (over > kSmallKept * std::max(1.0, std::abs(limit.use.limit)))
        broken |= std::uint64_t(1) << l, last = l, missedBy = over;
    }
    m_broken.insert(broken);
    if (broken == 0) {
      if (!m_found || value > m_value)
        m_found = true, m_value = value, m_best = m_at, m_bestLogs = logUnits;
    } else if ((broken & (broken - 1)) == 0) { // one alone
      SmallLimit& limit = m_limits[last];
      if (missedBy < limit.leastMissed)
        limit.leastMissed = missedBy, limit.nearest = usedOf(limit, s);
      if (missedBy <= limit.step * (1 + kSmallKept))
        limit.bestWithOneMore = std::max(limit.bestWithOneMore, value);
    }
  }

  CrossPlan planOf() {
    CrossPlan plan;
    m_at = m_best;
    const Sums s = sumsOf(m_bestLogs);
    plan.objective = plan.bound = m_value, plan.revenue = s.revenue, plan.profit = s.profit, plan.changes = s.changes;
    for (std::size_t i = 0; i < m_n; ++i) {
      plan.rung.push_back(chosen(i).rung), plan.price.push_back(chosen(i).price);
      plan.units.push_back(std::exp(std::clamp(m_bestLogs[i], -60.0, 60.0)));
    }
    for (std::size_t l = 0; l < m_listed; ++l) {
      LimitUse use = m_limits[l].use;
      use.used = usedOf(m_limits[l], s);
      use.worth = std::max(0.0, m_limits[l].bestWithOneMore - m_value);
      plan.limits.push_back(std::move(use));
    }
    return plan;
  }

  bool canHold(std::uint64_t limits) const {
    return std::any_of(m_broken.begin(), m_broken.end(), [&](std::uint64_t broken) { return (broken & limits) == 0; });
  }
  // Those without which the rest could hold, one after the other: what stays contradicts itself, and nothing of it can
  // be left out.
  Error contradiction() const {
    std::uint64_t core = (std::uint64_t(1) << m_limits.size()) - 1;
    for (std::size_t l = 0; l < m_limits.size(); ++l)
      if (const std::uint64_t without = core & ~(std::uint64_t(1) << l); !canHold(without))
        core = without;
    QStringList names;
    const SmallLimit* cheapest = nullptr;
    double least = HUGE_VAL;
    for (std::size_t l = 0; l < m_limits.size(); ++l) {
      if (!(core >> l & 1))
        continue;
      const SmallLimit& limit = m_limits[l];
      names << limit.use.name;
      const double share = limit.leastMissed / std::max(1e-3, std::abs(limit.use.limit));
      if (limit.kind != SmallLimit::Kind::Relation && share < least)
        cheapest = &limit, least = share;
    }
    if (!cheapest)
      return fail(QStringLiteral("joint.infeasible"), {{QStringLiteral("limits"), names.join(QStringLiteral("; "))}});
    return fail(QStringLiteral("portfolio.infeasible"),
                {{QStringLiteral("limit"), cheapest->use.name},
                 {QStringLiteral("wanted"), QString::number(cheapest->use.limit, 'g', 8)},
                 {QStringLiteral("best"), QString::number(cheapest->nearest, 'g', 8)},
                 {QStringLiteral("limits"), names.join(QStringLiteral("; "))}});
  }

  const CrossProblem& m_p;
  const JobContext& m_job;
  std::size_t m_n;
  std::vector<std::vector<Choice>> m_choices;
  std::vector<std::vector<std::pair<std::size_t, double>>> m_on;
  std::vector<double> m_logUnits, m_revenueNow;
  std::set<int> m_categories;
  std::vector<SmallLimit> m_limits; // those of all prices first, then relations
  std::size_t m_listed = 0;
  std::vector<std::size_t> m_at, m_best;
  std::vector<double> m_bestLogs;
  std::set<std::uint64_t> m_broken; // which limits some plan breaks, bit by bit
  bool m_found = false;
  double m_value = 0;
  std::uint64_t m_seen = 0;
};

} // namespace

std::optional<Result<CrossPlan>> planSmall(const CrossProblem& problem, const JobContext& job) {
  SmallPlanner planner(problem, job);
  if (!planner.prepare())
    return std::nullopt;
  return planner.solve();
}

} // namespace pricewright
