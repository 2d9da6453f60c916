// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/optimizer/LadderPlan.h"

#include "base/Parallel.h"
#include "pipeline/optimizer/CoupledChoice.h"

#include <atomic>
#include <cmath>

namespace pricewright {
namespace {

bool isPositive(double v) { return std::isfinite(v) && v > 0; }

double unitsAt(const LadderProduct& p, double price) {
  return p.referenceUnits * std::pow(price / p.referencePrice, p.elasticity);
}

// False where the product makes no sense.
bool choicesOf(const LadderProduct& p, const PlanObjective& objective, Choice* out) {
  if (!isPositive(p.referencePrice) || !isPositive(p.referenceUnits) || !std::isfinite(p.cost) ||
      !std::isfinite(p.elasticity) || p.ladder.empty())
    return false;
  for (const double price : p.ladder) {
    const double units = isPositive(price) ? unitsAt(p, price) : std::nan("");
    if (!std::isfinite(units))
      return false;
    const double revenue = price * units;
    *out++ = {objective.of((price - p.cost) * units, revenue, units), revenue};
  }
  return true;
}

Result<ChoiceProblem> choiceProblem(const LadderProblem& problem, const JobContext& job) {
  ChoiceProblem out;
  out.floor = problem.leastRevenue;
  out.first.reserve(problem.products.size() + 1);
  for (const LadderProduct& p : problem.products)
    out.first.push_back(out.first.back() + p.ladder.size());
  out.choices.resize(out.first.back());
  std::atomic<std::size_t> wrong = problem.products.size(); // the first that makes no sense
  const bool done = parallelFor(problem.products.size(), 512, job, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i)
      if (!choicesOf(problem.products[i], problem.objective, out.choices.data() + out.first[i]))
        for (std::size_t before = wrong; i < before && !wrong.compare_exchange_weak(before, i);) {
        }
  });
  if (!done)
    return fail(QStringLiteral("engine.cancelled"));
  if (wrong < problem.products.size())
    return fail(QStringLiteral("ladder.bad-problem"), {{QStringLiteral("product"), QString::number(wrong)}});
  return out;
}

// With so many products one floor leaves almost no gap to the dual's bound: its moves close what is left in a fraction
// of the time and memory that states would take. Below it the exact search is quick.
constexpr std::size_t kManyProducts = 1'000;
constexpr double kGapEnough = 1e-8; // relative
constexpr std::size_t kStatesBeside = 50'000;

Result<ChoiceSolution> solveMany(const ChoiceProblem& p, const ChoiceEffort& effort, const JobContext& job) {
  CoupledProblem coupled;
  coupled.first = p.first;
  Coupling floor;
  floor.most = {-*p.floor};
  coupled.values.reserve(p.choices.size()), floor.use.reserve(p.choices.size());
  for (const Choice& c : p.choices)
    coupled.values.push_back(c.value), floor.use.push_back(-c.weight);
  coupled.couplings.push_back(std::move(floor));
  const Result<CoupledSolution> found = solveCoupled(coupled, job);
  if (!found && found.error().is(u"engine.cancelled"))
    return found.error();
  if (!found || found->gap() > kGapEnough * std::abs(found->bound)) {
    ChoiceEffort beside = effort;
    beside.mostStates = std::min(beside.mostStates, kStatesBeside);
    Result<ChoiceSolution> other = solveChoice(p, beside, job);
    if (!found || !other || other->value > found->value)
      return other;
  }
  ChoiceSolution out;
  out.chosen = found->chosen, out.value = found->value;
  out.bound = out.relaxed = found->bound;
  out.weight = -found->used[0][0], out.multiplier = found->multipliers[0][0];
  out.proved = out.gap() <= effort.tolerance * std::max(1.0, std::abs(out.bound));
  return out;
}

} // namespace

Result<LadderPlan> planLadders(const LadderProblem& problem, const ChoiceEffort& effort, const JobContext& job) {
  PW_TRY(const ChoiceProblem choice, choiceProblem(problem, job));
  LadderPlan plan;
  const bool many = choice.floor && choice.items() > kManyProducts;
  PW_TRY(plan.solution, many ? solveMany(choice, effort, job) : solveChoice(choice, effort, job));
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
