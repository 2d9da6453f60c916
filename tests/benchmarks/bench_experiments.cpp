// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Experiments: assignment, 50 tests with a million events, and what looking
// twenty times costs.
#include "benchmarks/Measure.h"
#include "experiments/Sequential.h"
#include "experiments/events/Assignment.h"
#include "experiments/events/EventTable.h"
#include "experiments/events/GroupSequential.h"
#include "statistics/Distributions.h"
#include "statistics/Random.h"
#include "testevents/EventStore.h"

#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <cmath>

using namespace pricewright;
using namespace pricewright::test;

namespace {

constexpr std::size_t kTests = 50, kEvents = 1'000'000, kUnits = 250'000, kBatch = 1'000;
constexpr std::int64_t kDay = 86'400'000, kStart = 1'700'000'000'000, kNow = kStart + 60 * kDay;

double median(std::vector<double> values) {
  std::nth_element(values.begin(), values.begin() + std::ptrdiff_t(values.size() / 2), values.end());
  return values[values.size() / 2];
}

void assignment() {
  AssignmentPlan plan;
  plan.salt = "bench", plan.shares = {3000, 3000, 4000};
  plan.layer = "layer", plan.slotTo = 9000, plan.holdoutSalt = "holdout", plan.holdout = 500;
  const Assigner assigner = take(Assigner::from(plan));
  std::vector<std::string> names;
  for (int i = 0; i < 1'000'000; ++i)
    names.push_back("visitor-0123456789-" + std::to_string(i));
  int in = 0;
  const Lap texts = lapOf([&] {
    for (const std::string& name : names)
      in += assigner.of(std::string_view(name)).isIn();
  });
  const Lap numbers = lapOf([&] {
    for (std::uint64_t i = 0; i < names.size(); ++i)
      in += assigner.of(i).isIn();
  });
  std::printf("assignment with layer and holdout   %6.0f ns a text of 20 "
              "letters, %.0f ns a number   (%d in)\n",
              texts.seconds * 1e9 / double(names.size()), numbers.seconds * 1e9 / double(names.size()), in);
}

struct Shop {
  std::vector<Exposure> exposures;
  std::vector<ShopEvent> events;
};
// Units are in two of the tests on average, and every fifth event is of
// somebody who is in none.
Shop madeUp() {
  Random random(7);
  Shop shop;
  for (std::uint64_t unit = 1; unit <= kUnits; ++unit)
    for (int i = 0; i < 2; ++i)
      shop.exposures.push_back({unit * 0x9E3779B97F4A7C15ULL, kStart + std::int64_t(random.next() % 20) * kDay,
                                std::uint16_t(unit / 3 % 2), 0, std::uint16_t(random.next() % kTests)});
  for (std::uint64_t i = 1; i <= kEvents; ++i) {
    ShopEvent e;
    e.id = i * 0xD1B54A32D192ED03ULL, e.unit = (1 + random.next() % (kUnits * 5 / 4)) * 0x9E3779B97F4A7C15ULL;
    e.atMs = kStart + std::int64_t(random.next() % (40 * kDay)) - 7 * kDay, e.order = e.id;
    e.amount = std::int64_t(500 + random.next() % 20'000) * 10'000, e.cost = e.amount * 6 / 10;
    e.quantity = 1'000'000, e.currency = 1;
    shop.events.push_back(e);
  }
  return shop;
}

EventPlan planOf(double winsorHigh) {
  EventPlan plan;
  plan.currency = 1, plan.preMs = 7 * kDay;
  plan.metrics = {{Quantity::Conversion, {}, false, 0, 1},
                  {Quantity::Revenue, {}, true, 0, winsorHigh},
                  {Quantity::Profit, {}, true, 0, winsorHigh},
                  {Quantity::Revenue, Quantity::Orders, false, 0, 1}};
  return plan;
}

void fiftyTests(const Shop& shop, double winsorHigh) {
  std::vector<double> anew, again, updates, anewCpu, againCpu, updatesCpu;
  for (int round = 0; round < 5; ++round) {
    EventTable table;
    const Lap whole = lapOf([&] {
      for (std::size_t i = 0; i < kTests; ++i)
        (void)take(table.addTest(planOf(winsorHigh)));
      (void)table.addExposures(shop.exposures, kNow);
      (void)table.addEvents(shop.events, kNow);
      table.refresh();
      for (std::size_t i = 0; i < kTests; ++i)
        (void)take(table.summary(i));
    });
    const Lap sums = lapOf([&] { table.recompute(); });
    anew.push_back(whole.seconds), anewCpu.push_back(whole.cpu);
    again.push_back(sums.seconds), againCpu.push_back(sums.cpu);
    Random random(9);
    for (int batch = 0; batch < 20; ++batch) {
      std::vector<ShopEvent> more(shop.events.begin(), shop.events.begin() + kBatch);
      for (ShopEvent& e : more)
        e.id = random.next(), e.unit = shop.events[random.next() % kEvents].unit;
      const Lap update = lapOf([&] {
        (void)table.addEvents(more, kNow);
        table.refresh();
        for (std::size_t i = 0; i < kTests; ++i)
          (void)take(table.summary(i));
      });
      updates.push_back(update.seconds), updatesCpu.push_back(update.cpu);
    }
  }
  std::printf("%s\n", winsorHigh < 1 ? "money winsorized at 99 %" : "money as it is");
  std::printf("  everything from rows in memory    %6.3f s   processor, all "
              "cores %6.3f s\n",
              median(anew), median(anewCpu));
  std::printf("  sums anew of a full table         %6.3f s   processor, all "
              "cores %6.3f s\n",
              median(again), median(againCpu));
  std::printf("  1,000 events more, all summaries  %6.2f ms  processor, all "
              "cores %6.2f ms\n",
              median(updates) * 1e3, median(updatesCpu) * 1e3);
}

// Into a workspace file and out of it again.
void storing(const Shop& shop) {
  const FixedClock clock(fromMillis(kNow));
  IdSource ids(clock, 1);
  const QTemporaryDir folder;
  const auto db = take(Database::open(folder.filePath(QStringLiteral("bench.pricewright")), OpenMode::CreateNew));
  Journal journal(*db, clock, ids);
  EventStore store(*db, journal, clock, ids);
  constexpr std::size_t kStored = 100'000;
  const Lap in = lapOf([&] {
    (void)take(store.addExposures(systemActor(), shop.exposures, QStringLiteral("bench")));
    for (std::size_t at = 0; at < kEvents; at += kStored)
      (void)take(store.addEvents(systemActor(), std::span(shop.events).subspan(at, kStored), QStringLiteral("bench")));
  });
  EventTable table;
  const Lap out = lapOf([&] {
    QMap<int, std::size_t> tests;
    for (std::size_t i = 0; i < kTests; ++i)
      tests.insert(int(i), take(table.addTest(planOf(1))));
    (void)store.load(tests, table, {}).has_value();
    table.refresh();
    for (std::size_t i = 0; i < kTests; ++i)
      (void)take(table.summary(i));
  });
  const StoredEvents stored = take(store.stored());
  std::printf("stored in batches of 100,000, %zu exposures with them: %.0f "
              "events/s (processor: %.0f); %.1f bytes a row\n",
              shop.exposures.size(), double(kEvents) / in.seconds, double(kEvents) / in.cpu,
              double(stored.bytes) / double(stored.events + stored.exposures));
  std::printf("read back, checked and computed: %.3f s (processor %.3f s)\n", out.seconds, out.cpu);
}

// ── Looking twenty times
// ────────────────────────────────────────────────────────────────────────────────────────────
constexpr int kLooks = 20, kUnitsALook = 500, kRuns = 10'000;
constexpr double kAlpha = 0.05, kEffect = 0.05, kTau = 0.05, kTunedAt = 5'000;
constexpr std::array kWays{"naive (each look at 5 %)",
                           "confidence sequence, tuned at 5,000 units",
                           "confidence sequence, tuned at 3/4 of the end",
                           "mSPRT, tau = 0.05",
                           "Bonferroni over the looks",
                           "registered looks, Pocock spending",
                           "registered looks, O'Brien-Fleming spending",
                           "the same, spending 4.5 %"};
constexpr double kCareful = 0.045; // kept below what is promised, as means of
                                   // few units are not quite normal

// The sums of 500 normal units at once: mean and spread have their own exact
// distributions.
UnitMoments normalBlock(Random& random, double mean) {
  const double n = kUnitsALook, at = mean + random.normal() / std::sqrt(n);
  const double squares = chiSquareQuantile(random.uniform(), n - 1) + n * at * at, sum = n * at;
  return take(UnitMoments::fromSums(n, {&sum, 1}, {&squares, 1}));
}

// How often each way says that there is a lift, at one look or another; and at
// which look on average.
using Shares = std::array<double, kWays.size()>;
Shares watch(double effect, std::uint64_t seed, Shares& when) {
  std::vector<double> fractions;
  for (int look = 1; look <= kLooks; ++look)
    fractions.push_back(double(look) / kLooks);
  const auto even = take(lookLimits(fractions, {kAlpha, false, LookSpending::Pocock, 1}));
  const auto careful = take(lookLimits(fractions, {kAlpha, false, LookSpending::OBrienFleming, 1}));
  const auto kept = take(lookLimits(fractions, {kCareful, false, LookSpending::OBrienFleming, 1}));
  Shares share{};
  Random random(seed);
  for (int run = 0; run < kRuns; ++run) {
    UnitMoments control, treatment;
    std::array<int, kWays.size()> seen{};
    for (int look = 0; look < kLooks; ++look) {
      (void)control.merge(normalBlock(random, 0));
      (void)treatment.merge(normalBlock(random, effect));
      const Lift lift = take(liftOf(take(meanArm(control)), take(meanArm(treatment)), LiftKind::Absolute));
      const MixtureTest mixture = take(mixtureTest(lift, kTau * kTau, kAlpha));
      const std::array decided{take(testLift(lift, kAlpha)).p < kAlpha,
                               take(confidenceSequence(lift, {kAlpha, kTunedAt})).decided(),
                               take(confidenceSequence(lift, {kAlpha, 1.5 * kLooks * kUnitsALook})).decided(),
                               mixture.low > 0 || mixture.high < 0,
                               take(oneOfLooks(lift, kAlpha, kLooks)).p < kAlpha,
                               repeatedInterval(lift, even[std::size_t(look)]).decided,
                               repeatedInterval(lift, careful[std::size_t(look)]).decided,
                               repeatedInterval(lift, kept[std::size_t(look)]).decided};
      for (std::size_t i = 0; i < seen.size(); ++i)
        if (decided[i] && seen[i] == 0)
          seen[i] = look + 1;
    }
    for (std::size_t i = 0; i < seen.size(); ++i)
      share[i] += seen[i] > 0 ? 1.0 / kRuns : 0, when[i] += double(seen[i] > 0 ? seen[i] : kLooks) / kRuns;
  }
  return share;
}

void peeking() {
  Shares whenNothing{}, whenSomething{};
  const Shares nothing = watch(0, 41, whenNothing), something = watch(kEffect, 42, whenSomething);
  std::printf("\n%d equally spaced looks, n = %d an arm at the end, normal "
              "outcomes, effect %.2f sd, alpha %.0f %%, two "
              "arms, %d runs each (seeds 41, 42)\n",
              kLooks, kLooks * kUnitsALook, kEffect, kAlpha * 100, kRuns);
  std::printf("  %-46s false positives    power    looks until decided, or the end\n", "");
  for (std::size_t i = 0; i < kWays.size(); ++i)
    std::printf("  %-46s          %.4f   %.4f    %.1f\n", kWays[i], nothing[i], something[i], whenSomething[i]);
}

} // namespace

int main() {
  assignment();
  std::printf("%zu tests, %zu events, %zu units in two tests each, 4 metrics, "
              "2 of them adjusted\n",
              kTests, kEvents, kUnits);
  const Shop shop = madeUp();
  fiftyTests(shop, 1);
  fiftyTests(shop, 0.99);
  storing(shop);
  peeking();
  return 0;
}
