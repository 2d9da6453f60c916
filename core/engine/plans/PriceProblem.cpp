// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/plans/PriceProblem.h"

#include "engine/oracles/OracleFields.h"
#include "pipeline/optimizer/CrossPlan.h"
#include "pipeline/optimizer/LadderPlan.h"
#include "pipeline/optimizer/PortfolioPlan.h"

#include <chrono>
#include <cmath>

namespace pricewright {
namespace {

using namespace oracle;

// Of the planning: what was written down is read before, and the answer written after.
class Stopwatch {
 public:
  double seconds() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_began).count(); }

 private:
  std::chrono::steady_clock::time_point m_began = std::chrono::steady_clock::now();
};

Result<LadderProblem> ladderProblem(const QJsonObject& in) {
  PW_TRY(const auto reference, numbers(in, QStringLiteral("p_ref")));
  PW_TRY(const auto cost, numbers(in, QStringLiteral("cost")));
  PW_TRY(const auto units, numbers(in, QStringLiteral("q_ref")));
  PW_TRY(const auto elasticity, numbers(in, QStringLiteral("elasticity")));
  PW_TRY(const QJsonArray ladders, list(in, QStringLiteral("ladder")));
  const auto n = reference.size();
  if (cost.size() != n || units.size() != n || elasticity.size() != n || std::size_t(ladders.size()) != n)
    return badCase(QStringLiteral("ladder"));
  LadderProblem problem;
  const QString objective = in[QStringLiteral("objective")].toString(QStringLiteral("profit"));
  if (objective == QStringLiteral("revenue"))
    problem.objective = PlanObjective::Revenue;
  else if (objective == QStringLiteral("units"))
    problem.objective = PlanObjective::Units;
  else if (objective != QStringLiteral("profit"))
    return badCase(QStringLiteral("objective"));
  for (std::size_t i = 0; i < n; ++i) {
    PW_TRY(auto ladder, numbers(ladders[qsizetype(i)].toArray(), QStringLiteral("ladder")));
    problem.products.push_back({reference[i], units[i], cost[i], elasticity[i], std::move(ladder)});
  }
  if (in[QStringLiteral("revenue_min")].isDouble()) {
    PW_TRY(problem.leastRevenue, number(in, QStringLiteral("revenue_min")));
  }
  return problem;
}

Result<std::optional<double>> maybe(const QJsonObject& in, const char* field) {
  const QString name = QString::fromLatin1(field);
  if (in[name].isUndefined() || in[name].isNull())
    return std::optional<double>();
  PW_TRY(const double value, number(in, name));
  return std::optional(value);
}

Result<PortfolioLimits> portfolioLimits(const QJsonObject& in, const LadderProblem& problem) {
  PortfolioLimits out;
  out.leastRevenue = problem.leastRevenue;
  if (in.contains(QStringLiteral("p_now"))) {
    PW_TRY(out.now, numbers(in, QStringLiteral("p_now")));
  }
  PW_TRY(out.changeCost, numberOr(in, QStringLiteral("change_cost"), 0));
  PW_TRY(const auto changes, maybe(in, "max_changes"));
  if (changes && (*changes < 0 || *changes > 1e9 || *changes != std::floor(*changes)))
    return badCase(QStringLiteral("max_changes"));
  if (changes)
    out.mostChanges = int(*changes);
  PW_TRY(out.leastProfit, maybe(in, "profit_min"));
  PW_TRY(out.mostIndex, maybe(in, "index_max"));
  PW_TRY(out.leastIndex, maybe(in, "index_min"));
  PW_TRY(out.mostCategoryIndex, maybe(in, "category_index_max"));
  PW_TRY(out.leastCategoryIndex, maybe(in, "category_index_min"));
  if (in.contains(QStringLiteral("category"))) {
    PW_TRY(const QJsonArray categories, list(in, QStringLiteral("category")));
    for (const QJsonValue& c : categories) {
      PW_TRY(const qint64 no, integer(c, QStringLiteral("category")));
      out.category.push_back(int(no));
    }
  }
  return out;
}

QJsonObject answerOf(const PortfolioPlan& plan, double seconds) {
  QJsonArray choice, uses;
  for (const int rung : plan.rung)
    choice.append(rung < 0 ? QJsonValue() : QJsonValue(rung));
  QJsonObject answer;
  for (const LimitUse& use : plan.limits) {
    QJsonObject one{{QStringLiteral("limit"), use.name},
                    {QStringLiteral("used"), use.used},
                    {QStringLiteral("allowed"), use.limit},
                    {QStringLiteral("worth"), use.worth}};
    if (use.category >= 0 && use.name.startsWith(u"category"))
      one[QStringLiteral("category")] = use.category;
    if (use.name == u"revenue")
      answer[QStringLiteral("revenue_dual")] = use.worth;
    uses.append(one);
  }
  answer[QStringLiteral("seconds")] = seconds;
  answer[QStringLiteral("choice")] = choice;
  answer[QStringLiteral("prices")] = array(plan.price);
  answer[QStringLiteral("units")] = array(plan.units);
  answer[QStringLiteral("objective_optimal")] = plan.objective;
  answer[QStringLiteral("revenue")] = plan.revenue;
  answer[QStringLiteral("profit")] = plan.profit;
  for (const char* bound : {"bound", "lp_bound"})
    answer[QLatin1String(bound)] = plan.bound;
  for (const char* gap : {"gap", "mip_gap"})
    answer[QLatin1String(gap)] = plan.gap();
  answer[QStringLiteral("proved")] =
      std::isfinite(plan.bound) && plan.gap() <= 1e-12 * std::max(1.0, std::abs(plan.bound));
  answer[QStringLiteral("changes")] = plan.changes;
  answer[QStringLiteral("limits")] = uses;
  return answer;
}

Result<std::vector<PriceRelation>> relationsOf(const QJsonObject& in, const char* field) {
  std::vector<PriceRelation> out;
  if (!in.contains(QLatin1String(field)))
    return out;
  PW_TRY(const QJsonArray all, list(in, QLatin1String(field)));
  for (const QJsonValue& value : all) {
    const QJsonObject one = value.toObject();
    const bool factor = one[QStringLiteral("type")] == QStringLiteral("le");
    if (!factor && one[QStringLiteral("type")] != QStringLiteral("ge_abs"))
      return badCase(QLatin1String(field));
    PW_TRY(const qint64 a, integer(one[QStringLiteral("a")], QStringLiteral("a")));
    PW_TRY(const qint64 b, integer(one[QStringLiteral("b")], QStringLiteral("b")));
    PW_TRY(const double amount, number(one, factor ? QStringLiteral("factor") : QStringLiteral("delta")));
    out.push_back({factor ? PriceRelation::Kind::AtMostFactor : PriceRelation::Kind::AtLeastApart, std::size_t(a),
                   std::size_t(b), amount});
  }
  return out;
}

Result<std::vector<CrossEffect>> effectsOf(const QJsonObject& in) {
  std::vector<CrossEffect> out;
  if (!in.contains(QStringLiteral("cross")))
    return out;
  PW_TRY(const QJsonArray all, list(in, QStringLiteral("cross")));
  for (const QJsonValue& value : all) {
    const QJsonObject one = value.toObject();
    PW_TRY(const qint64 of, integer(one[QStringLiteral("of")], QStringLiteral("of")));
    PW_TRY(const qint64 from, integer(one[QStringLiteral("from")], QStringLiteral("from")));
    PW_TRY(const double elasticity, number(one, QStringLiteral("elasticity")));
    out.push_back({std::size_t(of), std::size_t(from), elasticity});
  }
  return out;
}

Result<QJsonObject> solveCross(CrossProblem problem, const JobContext& job) {
  problem.keepsToday = problem.limits.any();
  const Stopwatch watch;
  PW_TRY(const CrossPlan plan, planCross(problem, 0, job));
  QJsonObject answer = answerOf(plan, watch.seconds());
  answer[QStringLiteral("objective")] = plan.objective;
  answer[QStringLiteral("stopped")] = plan.cut;
  return answer;
}

Result<QJsonObject> solveLadders(const QJsonObject& in, const JobContext& job) {
  PW_TRY(const LadderProblem problem, ladderProblem(in));
  PW_TRY(const PortfolioLimits limits, portfolioLimits(in, problem));
  if (in.contains(QStringLiteral("cross")) || in.contains(QStringLiteral("relations"))) {
    PW_TRY(auto effects, effectsOf(in));
    PW_TRY(auto relations, relationsOf(in, "relations"));
    return solveCross(
        {problem.products, std::move(effects), std::move(relations), problem.objective, limits, {}, false}, job);
  }
  const Stopwatch watch;
  if (limits.any()) {
    PW_TRY(const PortfolioPlan plan, planPortfolio(problem.products, problem.objective, limits, job));
    return answerOf(plan, watch.seconds());
  }
  PW_TRY(const LadderPlan plan, planLadders(problem, {}, job));
  const double seconds = watch.seconds();
  QJsonArray choice;
  for (const int rung : plan.rung)
    choice.append(rung);
  const ChoiceSolution& s = plan.solution;
  return QJsonObject{{QStringLiteral("seconds"), seconds},           {QStringLiteral("choice"), choice},
                     {QStringLiteral("prices"), array(plan.price)},  {QStringLiteral("units"), array(plan.units)},
                     {QStringLiteral("objective_optimal"), s.value}, {QStringLiteral("revenue"), plan.revenue},
                     {QStringLiteral("profit"), plan.profit},        {QStringLiteral("bound"), s.bound},
                     {QStringLiteral("lp_bound"), s.relaxed},        {QStringLiteral("gap"), s.gap()},
                     {QStringLiteral("mip_gap"), s.gap()},           {QStringLiteral("proved"), s.proved},
                     {QStringLiteral("revenue_dual"), s.multiplier}};
}

Result<JointProblem> jointProblem(const QJsonObject& in) {
  JointProblem problem;
  PW_TRY(const auto reference, numbers(in, QStringLiteral("p_ref")));
  PW_TRY(const auto cost, numbers(in, QStringLiteral("cost")));
  PW_TRY(const auto units, numbers(in, QStringLiteral("q_ref")));
  PW_TRY(const QJsonArray ladders, list(in, QStringLiteral("ladders")));
  PW_TRY(const Matrix elasticity, matrix(in, QStringLiteral("elasticity_matrix")));
  if (cost.size() != reference.size() || units.size() != reference.size() ||
      std::size_t(ladders.size()) != reference.size())
    return badCase(QStringLiteral("ladders"));
  if (elasticity.values.size() != reference.size() * reference.size())
    return badCase(QStringLiteral("elasticity_matrix"));
  for (std::size_t i = 0; i < reference.size(); ++i) {
    PW_TRY(auto ladder, numbers(ladders[qsizetype(i)].toArray(), QStringLiteral("ladders")));
    problem.products.push_back({reference[i], units[i], cost[i], std::move(ladder)});
  }
  problem.elasticity = elasticity.values;
  PW_TRY(problem.leastMargin, numberOr(in, QStringLiteral("min_margin"), -HUGE_VAL));
  PW_TRY(problem.largestChange, numberOr(in, QStringLiteral("max_change"), HUGE_VAL));
  problem.revenue = in[QStringLiteral("objective")] == QStringLiteral("revenue");
  PW_TRY(problem.relations, relationsOf(in, "price_relations"));
  if (const QJsonObject all = in[QStringLiteral("aggregate")].toObject(); !all.isEmpty()) {
    PW_TRY(const double value, number(all, QStringLiteral("value")));
    (all[QStringLiteral("type")] == QStringLiteral("revenue_min") ? problem.leastRevenue : problem.leastMarginRatio) =
        value;
  }
  return problem;
}

constexpr double kMostPlans = 2e7; // that are all looked at

double plansOf(const JointProblem& problem) {
  double plans = 1;
  for (const JointProduct& p : problem.products)
    plans *= double(p.ladder.size());
  return plans;
}

Result<QJsonObject> solveJoint(const QJsonObject& in, const JobContext& job) {
  PW_TRY(const JointProblem problem, jointProblem(in));
  if (plansOf(problem) > kMostPlans)
    return solveCross(crossProblem(problem), job);
  const Stopwatch watch;
  PW_TRY(const JointPlan plan, searchJoint(problem, kMostPlans, job));
  return QJsonObject{
      {QStringLiteral("seconds"), watch.seconds()}, {QStringLiteral("prices"), array(plan.price)},
      {QStringLiteral("units"), array(plan.units)}, {QStringLiteral("revenue"), plan.revenue},
      {QStringLiteral("profit"), plan.profit},      {QStringLiteral("objective"), plan.objective},
      {QStringLiteral("proved"), plan.proved},      {QStringLiteral("second_best_objective"), plan.secondBest}};
}

} // namespace

Result<QJsonObject> solvePriceProblem(const QJsonObject& problem, const JobContext& job) {
  return problem.contains(QStringLiteral("elasticity_matrix")) ? solveJoint(problem, job) : solveLadders(problem, job);
}

} // namespace pricewright
