// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/optimizer/LadderPlan.h"

#include <cmath>

namespace pricewright {
namespace {

bool isPositive(double v) { return std::isfinite(v) && v > 0; }

double unitsAt(const LadderProduct& p, double price) {
  return p.referenceUnits * std::pow(price / p.referencePrice, p.elasticity);
}

Result<std::vector<Choice>> choicesOf(const LadderProduct& p, PlanObjective objective) {
  if (!isPositive(p.referencePrice) || !isPositive(p.referenceUnits) || !std::isfinite(p.cost) ||
      !std::isfinite(p.elasticity) || p.ladder.empty())
    return fail(QStringLiteral("ladder.bad-problem"));
  std::vector<Choice> choices;
  for (const double price : p.ladder) {
    const double units = isPositive(price) ? unitsAt(p, price) : std::nan("");
    if (!std::isfinite(units))
      return fail(QStringLiteral("ladder.bad-problem"));
    const double revenue = price * units;
    choices.push_back({objective == PlanObjective::Profit    ? (price - p.cost) * units
                       : objective == PlanObjective::Revenue ? revenue
                                                             : units,
                       revenue});
  }
  return choices;
}

} // namespace

Result<LadderPlan> planLadders(const LadderProblem& problem, const ChoiceEffort& effort, const JobContext& job) {
  ChoiceProblem choice;
  choice.floor = problem.leastRevenue;
  for (std::size_t i = 0; i < problem.products.size(); ++i) {
    const auto choices = choicesOf(problem.products[i], problem.objective);
    if (!choices)
      return fail(choices.error().code, {{QStringLiteral("product"), QString::number(i)}});
    choice.add(*choices);
  }
  LadderPlan plan;
  PW_TRY(plan.solution, solveChoice(choice, effort, job));
  plan.rung = plan.solution.chosen;
  for (std::size_t i = 0; i < problem.products.size(); ++i) {
    const LadderProduct& p = problem.products[i];
    const double price = p.ladder[std::size_t(plan.rung[i])], units = unitsAt(p, price);
    plan.price.push_back(price);
    plan.units.push_back(units);
    plan.revenue += price * units;
    plan.profit += (price - p.cost) * units;
  }
  return plan;
}

} // namespace pricewright
