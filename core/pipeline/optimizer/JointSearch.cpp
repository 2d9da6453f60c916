// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/optimizer/JointSearch.h"

#include <algorithm>
#include <cmath>

namespace pricewright {
namespace {

constexpr double kSlack = 1e-12; // of comparisons, relative
constexpr int kBetweenLooks = 65'536;

class JointSearcher {
 public:
  JointSearcher(const JointProblem& p, const JobContext& job) : m_p(p), m_job(job), m_n(p.products.size()) {}

  Result<JointPlan> search(double mostPlans) {
    if (!sensible())
      return fail(QStringLiteral("joint.bad-problem"));
    double plans = 1;
    for (std::size_t i = 0; i < m_n; ++i) {
      m_allowed.push_back(allowedOf(i));
      plans *= double(m_allowed.back().size());
    }
    if (plans == 0)
      return fail(QStringLiteral("joint.infeasible"));
    m_at.assign(m_n, 0);
    m_logUnits.resize((m_n + 1) * m_n);
    for (std::size_t i = 0; i < m_n; ++i)
      m_logUnits[i] = std::log(m_p.products[i].referenceUnits);
    PW_CHECK(plans <= mostPlans ? enumerate(0) : climb());
    if (m_best.empty())
      return fail(QStringLiteral("joint.infeasible"));
    JointPlan plan = planOf(m_best);
    plan.proved = plans <= mostPlans;
    return plan;
  }

 private:
  bool sensible() const {
    if (m_n == 0 || m_p.elasticity.size() != m_n * m_n)
      return false;
    for (const JointProduct& p : m_p.products) {
      if (!(p.referencePrice > 0) || !(p.referenceUnits > 0) || !std::isfinite(p.cost) || p.ladder.empty())
        return false;
      for (const double price : p.ladder)
        if (!(price > 0) || !std::isfinite(price))
          return false;
    }
    for (const PriceRelation& r : m_p.relations)
      if (r.a >= m_n || r.b >= m_n || !std::isfinite(r.amount))
        return false;
    return std::all_of(m_p.elasticity.begin(), m_p.elasticity.end(), [](double e) { return std::isfinite(e); });
  }

  // Rungs within the product's own limits.
  std::vector<int> allowedOf(std::size_t i) const {
    const JointProduct& p = m_p.products[i];
    std::vector<int> out;
    for (int k = 0; k < int(p.ladder.size()); ++k) {
      const double price = p.ladder[std::size_t(k)];
      if ((price - p.cost) / price >= m_p.leastMargin - kSlack &&
          std::abs(price / p.referencePrice - 1) <= m_p.largestChange + kSlack)
        out.push_back(k);
    }
    return out;
  }

  double priceOf(std::size_t i, int at) const {
    return m_p.products[i].ladder[std::size_t(m_allowed[i][std::size_t(at)])];
  }

  bool related(std::size_t known) const { // relations among the first `known` prices
    for (const PriceRelation& r : m_p.relations) {
      if (std::max(r.a, r.b) >= known)
        continue;
      const double a = priceOf(r.a, m_at[r.a]), b = priceOf(r.b, m_at[r.b]);
      const bool holds = r.kind == PriceRelation::Kind::AtMostFactor ? a <= r.amount * b + kSlack * std::abs(b)
                                                                     : a >= b + r.amount - kSlack * std::abs(b);
      if (!holds)
        return false;
    }
    return true;
  }

  // The prices of products before `i` are set, and their effects are in row i of the logs of units.
  Status enumerate(std::size_t i) {
    if (i == m_n) {
      if (++m_looked % kBetweenLooks == 0 && m_job.cancelled())
        return fail(QStringLiteral("engine.cancelled"));
      judge(&m_logUnits[m_n * m_n]);
      return {};
    }
    for (int k = 0; k < int(m_allowed[i].size()); ++k) {
      m_at[i] = k;
      if (!related(i + 1))
        continue;
      const double change = std::log(priceOf(i, k) / m_p.products[i].referencePrice);
      for (std::size_t j = 0; j < m_n; ++j)
        m_logUnits[(i + 1) * m_n + j] = m_logUnits[i * m_n + j] + m_p.elasticity[j * m_n + i] * change;
      PW_CHECK(enumerate(i + 1));
    }
    return {};
  }

  void judge(const double* logUnits) {
    double revenue = 0, profit = 0;
    for (std::size_t i = 0; i < m_n; ++i) {
      const double units = std::exp(logUnits[i]), price = priceOf(i, m_at[i]);
      revenue += price * units;
      profit += (price - m_p.products[i].cost) * units;
    }
    if ((m_p.leastRevenue && revenue < *m_p.leastRevenue) ||
        (m_p.leastMarginRatio && profit < *m_p.leastMarginRatio * revenue))
      return;
    const double objective = m_p.revenue ? revenue : profit;
    if (m_best.empty() || objective > m_bestObjective) {
      m_secondBest = m_best.empty() ? objective : m_bestObjective;
      m_best = m_at;
      m_bestObjective = objective;
    } else if (m_at != m_best && (m_secondBest == m_bestObjective || objective > m_secondBest)) {
      m_secondBest = objective;
    }
  }

  void judgeWhole() {
    if (!related(m_n))
      return;
    std::vector<double> logUnits(m_logUnits.begin(), m_logUnits.begin() + std::ptrdiff_t(m_n));
    for (std::size_t i = 0; i < m_n; ++i) {
      const double change = std::log(priceOf(i, m_at[i]) / m_p.products[i].referencePrice);
      for (std::size_t j = 0; j < m_n; ++j)
        logUnits[j] += m_p.elasticity[j * m_n + i] * change;
    }
    judge(logUnits.data());
  }

  // Moves of one price, then of two, until none is better: from today's prices, and from the lowest and the highest.
  Status climb() {
    for (const double share : {-1.0, 0.0, 0.5, 1.0}) {
      for (std::size_t i = 0; i < m_n; ++i)
        m_at[i] = share < 0 ? nearestToReference(i) : int(std::lround(share * double(m_allowed[i].size() - 1)));
      judgeWhole();
      for (double before = -HUGE_VAL; !m_best.empty() && m_bestObjective > before;) {
        before = m_bestObjective;
        PW_CHECK(tryMoves());
      }
    }
    return {};
  }

  int nearestToReference(std::size_t i) const {
    int best = 0;
    for (int k = 1; k < int(m_allowed[i].size()); ++k)
      if (std::abs(priceOf(i, k) - m_p.products[i].referencePrice) <
          std::abs(priceOf(i, best) - m_p.products[i].referencePrice))
        best = k;
    return best;
  }

  Status tryMoves() {
    const std::vector<int> from = m_best;
    for (std::size_t i = 0; i < m_n; ++i)
      for (int k = 0; k < int(m_allowed[i].size()); ++k) {
        m_at = from;
        m_at[i] = k;
        judgeWhole();
        for (std::size_t j = i + 1; j < m_n; ++j)
          for (const int step : {-1, 1}) {
            m_at = from;
            m_at[i] = k;
            m_at[j] = std::clamp(from[j] + step, 0, int(m_allowed[j].size()) - 1);
            judgeWhole();
          }
        if (m_job.cancelled())
          return fail(QStringLiteral("engine.cancelled"));
      }
    return {};
  }

  JointPlan planOf(const std::vector<int>& at) const {
    JointPlan plan;
    for (std::size_t i = 0; i < m_n; ++i)
      plan.price.push_back(priceOf(i, at[i]));
    for (std::size_t j = 0; j < m_n; ++j) {
      double logUnits = std::log(m_p.products[j].referenceUnits);
      for (std::size_t i = 0; i < m_n; ++i)
        logUnits += m_p.elasticity[j * m_n + i] * std::log(plan.price[i] / m_p.products[i].referencePrice);
      plan.units.push_back(std::exp(logUnits));
      plan.revenue += plan.price[j] * plan.units[j];
      plan.profit += (plan.price[j] - m_p.products[j].cost) * plan.units[j];
    }
    plan.objective = m_p.revenue ? plan.revenue : plan.profit;
    plan.secondBest = m_secondBest;
    return plan;
  }

  const JointProblem& m_p;
  const JobContext& m_job;
  std::size_t m_n;
  std::vector<std::vector<int>> m_allowed; // rungs of each
  std::vector<int> m_at, m_best;           // within the allowed
  std::vector<double> m_logUnits;          // row i: with the first i prices set
  double m_bestObjective = 0, m_secondBest = 0;
  int m_looked = 0;
};

} // namespace

Result<JointPlan> searchJoint(const JointProblem& problem, double mostPlans, const JobContext& job) {
  return JointSearcher(problem, job).search(mostPlans);
}

} // namespace pricewright
