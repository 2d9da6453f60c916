// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/plans/PriceProblem.h"

#include "engine/oracles/OracleFields.h"
#include "engine/plans/PriceProblemFields.h"
#include "engine/plans/TimedJob.h"
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
  const std::pair<const char*, std::size_t> lengths[] = {{"cost", cost.size()},
                                                         {"q_ref", units.size()},
                                                         {"elasticity", elasticity.size()},
                                                         {"ladder", std::size_t(ladders.size())}};
  for (const auto& [field, length] : lengths)
    if (length != n)
      return badCase(QLatin1String(field));
  if (std::any_of(cost.begin(), cost.end(), [](double c) { return c < 0; }))
    return fail(QStringLiteral("problem.cost"));
  LadderProblem problem;
  PW_TRY(problem.objective, objectiveOf(in));
  for (std::size_t i = 0; i < n; ++i) {
    PW_TRY(auto ladder, numbers(ladders[qsizetype(i)].toArray(), QStringLiteral("ladder")));
    problem.products.push_back({reference[i], units[i], cost[i], elasticity[i], std::move(ladder)});
  }
  PW_TRY(problem.leastRevenue, optionalNumber(in, "revenue_min"));
  return problem;
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
  answer[QStringLiteral("stopped")] = plan.cut;
  answer[QStringLiteral("limits")] = uses;
  return answer;
}

Result<QJsonObject> solveCross(CrossProblem problem, const JobContext& job) {
  problem.keepsToday = problem.limits.any();
  const Stopwatch watch;
  PW_TRY(const CrossPlan plan, planCross(problem, 0, job));
  QJsonObject answer = answerOf(plan, watch.seconds());
  answer[QStringLiteral("objective")] = plan.objective;
  return answer;
}

Result<QJsonObject> solveLadders(const QJsonObject& in, const JobContext& job) {
  PW_TRY(const LadderProblem problem, ladderProblem(in));
  PW_TRY(const PortfolioLimits limits, portfolioLimits(in));
  if (in.contains(QStringLiteral("cross")) || in.contains(QStringLiteral("relations"))) {
    PW_TRY(auto effects, effectsOf(in));
    PW_TRY(auto relations, relationsOf(in, "relations"));
    return solveCross(
        {problem.products, std::move(effects), std::move(relations), problem.objective, limits, {}, false, true}, job);
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
  PW_TRY(const PlanObjective objective, objectiveOf(in));
  problem.revenue = objective == PlanObjective::Revenue; // any other aim goes through solveBound()
  PW_TRY(problem.relations, relationsOf(in, "price_relations"));
  if (const QJsonObject all = in[QStringLiteral("aggregate")].toObject(); !all.isEmpty()) {
    PW_TRY(const double value, number(all, QStringLiteral("value")));
    const QString type = all[QStringLiteral("type")].toString();
    if (type == QStringLiteral("revenue_min"))
      problem.leastRevenue = value;
    else if (type == QStringLiteral("margin_ratio_min"))
      problem.leastMarginRatio = value;
    else
      return badCase(QStringLiteral("aggregate"));
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

// Rungs as the problem numbers them, of a plan whose ladders had been shortened by the limits of single prices.
QJsonArray choiceOf(const JointProblem& problem, const std::vector<double>& prices) {
  QJsonArray out;
  for (std::size_t i = 0; i < prices.size(); ++i) {
    const auto& ladder = problem.products[i].ladder;
    const auto at = std::find(ladder.begin(), ladder.end(), prices[i]);
    out.append(at == ladder.end() ? QJsonValue() : QJsonValue(int(at - ladder.begin())));
  }
  return out;
}

// With limits on all prices together, or another aim: those of problems with ladders, and as exact where plans are few.
Result<QJsonObject> solveBound(const JointProblem& joint, const QJsonObject& in, const JobContext& job) {
  CrossProblem problem = crossProblem(joint);
  const std::optional<double> leastRevenue = problem.limits.leastRevenue;
  PW_TRY(problem.limits, portfolioLimits(in));
  if (leastRevenue)
    problem.limits.leastRevenue = std::max(*leastRevenue, problem.limits.leastRevenue.value_or(*leastRevenue));
  PW_TRY(problem.objective, objectiveOf(in));
  PW_TRY(const auto relations, relationsOf(in, "relations"));
  problem.relations.insert(problem.relations.end(), relations.begin(), relations.end());
  PW_TRY(QJsonObject answer, solveCross(std::move(problem), job));
  std::vector<double> prices;
  for (const QJsonValue& price : answer[QStringLiteral("prices")].toArray())
    prices.push_back(price.toDouble());
  answer[QStringLiteral("choice")] = choiceOf(joint, prices);
  return answer;
}

// What a search through every plan does not do: limits on all together, another aim than money, a time.
bool needsPlanner(const QJsonObject& in) {
  const QJsonValue objective = in[QStringLiteral("objective")];
  return hasLimits(in) || in.contains(QStringLiteral("time_limit")) || objective == QStringLiteral("units") ||
         objective == QStringLiteral("weighted");
}

Result<QJsonObject> solveJoint(const QJsonObject& in, const JobContext& job) {
  PW_TRY(const JointProblem problem, jointProblem(in));
  if (needsPlanner(in))
    return solveBound(problem, in, job);
  if (plansOf(problem) > kMostPlans)
    return solveCross(crossProblem(problem), job);
  const Stopwatch watch;
  PW_TRY(const JointPlan plan, searchJoint(problem, kMostPlans, job));
  return QJsonObject{{QStringLiteral("seconds"), watch.seconds()},
                     {QStringLiteral("prices"), array(plan.price)},
                     {QStringLiteral("units"), array(plan.units)},
                     {QStringLiteral("revenue"), plan.revenue},
                     {QStringLiteral("profit"), plan.profit},
                     {QStringLiteral("objective"), plan.objective},
                     {QStringLiteral("proved"), plan.proved},
                     {QStringLiteral("choice"), choiceOf(problem, plan.price)},
                     {QStringLiteral("bound"), plan.objective},
                     {QStringLiteral("gap"), 0.0},
                     {QStringLiteral("second_best_objective"), plan.secondBest}};
}

Result<QJsonObject> solveOne(const QJsonObject& in, const JobContext& job) {
  return in.contains(QStringLiteral("elasticity_matrix")) ? solveJoint(in, job) : solveLadders(in, job);
}

// What revenue costs in profit: plans from revenue alone to profit alone, by weights evenly apart. Stopped early: those
// until then.
Result<QJsonArray> frontierOf(QJsonObject in, const JobContext& job) {
  constexpr qint64 kMostPoints = 101;
  PW_TRY(const qint64 points, integer(in[QStringLiteral("frontier")], QStringLiteral("frontier")));
  if (points < 2 || points > kMostPoints)
    return badCase(QStringLiteral("frontier"));
  QJsonArray out;
  in[QStringLiteral("objective")] = QStringLiteral("weighted");
  for (qint64 k = 0; k < points && !job.cancelled(); ++k) {
    const double weight = double(k) / double(points - 1);
    in[QStringLiteral("weights")] =
        QJsonObject{{QStringLiteral("profit"), weight}, {QStringLiteral("revenue"), 1 - weight}};
    const Result<QJsonObject> plan = solveOne(in, job);
    if (!plan && plan.error().is(u"engine.cancelled"))
      break;
    if (!plan)
      return plan.error();
    QJsonObject point{{QStringLiteral("profit_weight"), weight}};
    for (const char* field : {"revenue", "profit", "units", "prices", "choice", "bound", "gap", "proved", "stopped"})
      if (plan->contains(QLatin1String(field)))
        point[QLatin1String(field)] = plan->value(QLatin1String(field));
    out.append(point);
  }
  return out;
}

Result<QJsonObject> solveAll(const QJsonObject& problem, const JobContext& job) {
  PW_TRY(QJsonObject answer, solveOne(problem, job));
  for (const char* field : {"revenue", "profit"}) // numbers that are some each, and none together
    if (answer.contains(QLatin1String(field)) && !std::isfinite(answer[QLatin1String(field)].toDouble()))
      return fail(QStringLiteral("choice.not-finite"));
  if (problem.contains(QStringLiteral("frontier"))) {
    PW_TRY(answer[QStringLiteral("frontier")], frontierOf(problem, job));
  }
  if (const QJsonArray ignored = ignoredFields(problem); !ignored.isEmpty())
    answer[QStringLiteral("ignored")] = ignored;
  return answer;
}

} // namespace

Result<QJsonObject> solvePriceProblem(const QJsonObject& problem, const JobContext& job) {
  PW_TRY(const auto seconds, optionalNumber(problem, "time_limit"));
  if (!seconds)
    return solveAll(problem, job);
  if (!(*seconds > 0) || *seconds > 1e6)
    return badCase(QStringLiteral("time_limit"));
  const TimedJob timed(job, *seconds);
  Result<QJsonObject> solved = solveAll(problem, timed.job());
  if (!solved && solved.error().is(u"engine.cancelled") && !job.cancelled())
    return fail(QStringLiteral("optimize.too-short"), {{QStringLiteral("seconds"), QString::number(*seconds)}});
  return solved;
}

} // namespace pricewright
