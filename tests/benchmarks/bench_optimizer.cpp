// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// 10,000 listings in 500 groups of 20 siblings through rules-free optimizer, evaluator and guardrail, beside what the
// exponentials and normal draws that they need would cost alone.
#include "base/Parallel.h"
#include "pipeline/evaluator/Evaluator.h"
#include "pipeline/guardrail/Guardrail.h"
#include "pipeline/optimizer/Optimizer.h"
#include "pipeline/optimizer/ScenarioPlan.h"
#include "statistics/Random.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>

using namespace pricewright;

namespace {

constexpr std::size_t kGroupSize = 20;

// Wall clock, and the processor's time, which others on the machine do not lengthen.
void measure(const char* name, const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  const std::clock_t busy = std::clock();
  work();
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  std::printf("%-44s %8.3f %8.3f\n", name, seconds, double(std::clock() - busy) / CLOCKS_PER_SEC);
}

ListingCase listing(Random& random, int no) {
  ListingCase l;
  l.listingNo = no;
  l.skuCode = QStringLiteral("SKU-%1").arg(no);
  const Currency usd = *Currency::fromCode(u"USD");
  l.current = Money(100 + qint64(random.uniform() * 2900) / 10 * 10 + 9, usd);
  l.ladder = defaultLadder(usd);
  l.market = QStringLiteral("US");
  const double price = l.current.toDouble();
  l.cost = Amount{Decimal::fromMicros(std::llround(price * (0.5 + 0.3 * random.uniform()) * 1e6)), usd};
  DemandEstimate& e = l.demand;
  e.usable = true;
  e.grade = Identification::Observational;
  e.mean[kOwnRegular] = -1.2 - 2.5 * random.uniform();
  e.mean[kSibling] = 0.6 * random.uniform();
  e.covariance[kOwnRegular * kTerms + kOwnRegular] = 0.04 + 0.1 * random.uniform();
  e.covariance[kSibling * kTerms + kSibling] = 0.04;
  e.referencePrice = price;
  e.logBase = 1 + 4 * random.uniform();
  e.logBaseSd = 0.15;
  e.siblingShare = 1.0 / kGroupSize;
  e.lowestSeen = price * 0.85, e.highestSeen = price * 1.2;
  l.reference.median = l.referenceWeekAgo = Amount{Decimal::fromMicros(std::llround(price * 1e6)), usd};
  return l;
}

std::vector<PricingCase> makeCases(std::size_t groups) {
  Random random(1);
  std::vector<PricingCase> cases(groups);
  int no = 0;
  for (PricingCase& c : cases) {
    c.seed = random.next();
    c.modelVersion = QStringLiteral("m");
    for (std::size_t i = 0; i < kGroupSize; ++i)
      c.listings.push_back(listing(random, ++no));
  }
  return cases;
}

} // namespace

int main(int argc, char** argv) {
  const std::size_t groups = argc > 1 ? std::size_t(std::atoi(argv[1])) : 500;
  const std::vector<PricingCase> cases = makeCases(groups);
  std::vector<std::vector<Recommendation>> found(groups);
  std::vector<int> changes(groups), automatic(groups);
  const auto optimize = [&](unsigned threads) {
    parallelFor(
        groups, 4, {},
        [&](std::size_t begin, std::size_t end) {
          for (std::size_t g = begin; g < end; ++g)
            found[g] = optimizeCase(cases[g], {});
        },
        threads);
  };
  std::printf("%zu listings in %zu groups of %zu\n\n", groups * kGroupSize, groups, kGroupSize);
  std::printf("%-44s %8s %8s\n", "", "seconds", "of CPU");
  measure("optimize, 1 thread", [&] { optimize(1); });
  const auto single = found;
  measure("optimize, 2 threads", [&] { optimize(2); });
  const bool same = single == found;
  measure("evaluate and guard, 1 thread", [&] {
    for (std::size_t g = 0; g < groups; ++g)
      for (std::size_t i = 0; i < kGroupSize; ++i) {
        const ListingCase& l = cases[g].listings[i];
        const Evaluation e = evaluateRecommendation(cases[g], l, found[g][i]);
        const Guarded guarded =
            guard(cases[g], l, {}, found[g][i], {e.verdicts, e.rejected, e.minimumPriceMinor, e.policyViolation});
        changes[g] += guarded.final != l.current, automatic[g] += guarded.route == Route::Automatic;
      }
  });
  std::vector<ScenarioGroup> assortment;
  for (std::size_t g = 0; g < groups; ++g)
    assortment.push_back({std::make_shared<const PricingCase>(cases[g]),
                          std::vector<RuleOutcome>(cases[g].listings.size()), 1, int(g % 50) + 1});
  std::unique_ptr<const ScenarioModel> scenario;
  measure("scenario: its model", [&] { scenario = std::make_unique<const ScenarioModel>(assortment, 2); });
  const auto plan = [&](const char* name, const ScenarioGoal& goal) {
    std::size_t planned = 0;
    measure(name, [&] {
      const auto made = scenario->plan(goal);
      planned = made ? made->changes.size() : 0;
    });
    std::printf("%-44s %zu changes\n", "", planned);
  };
  ScenarioGoal goal;
  plan("scenario: profit alone", goal);
  goal.mostIndex = 0.01, goal.mostChanges = int(groups * kGroupSize * 3 / 10);
  plan("scenario: index cap, 30 % changed", goal);
  goal.leastRevenue = 1;
  plan("scenario: and a revenue floor", goal);
  goal.mostCategoryIndex = 0.01;
  plan("scenario: and an index of each of 50 categories", goal);
  goal.leastProfit = 5;
  measure("scenario: what contradicts", [&] { (void)scenario->conflict(goal); });
  Random random(2);
  volatile double sink = 0;
  const double draws = double(groups) * kGroupSize * 200 * 5, exponentials = double(groups) * kGroupSize * 400 * 2;
  measure("raw: its normal draws alone", [&] {
    for (double i = 0; i < draws; ++i)
      sink = sink + random.normal();
  });
  measure("raw: exp() for each draw's units, twice", [&] {
    for (double i = 0; i < exponentials; ++i)
      sink = sink + std::exp(i * 1e-9);
  });
  int moved = 0, free = 0;
  for (std::size_t g = 0; g < groups; ++g)
    moved += changes[g], free += automatic[g];
  std::printf("\n%d prices change, %d of them by themselves; the same bits at 1 and 2 threads: %s\n", moved, free,
              same ? "yes" : "NO");
  return same ? 0 : 1;
}
