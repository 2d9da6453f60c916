// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiments/events/EventTable.h"

#include "experiments/events/SipHash.h"
#include "statistics/Random.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

using namespace pricewright;

namespace {

constexpr std::int64_t kDay = 86'400'000, kStart = 1'700'000'000'000, kNow = kStart + 60 * kDay;
constexpr std::int64_t kMicro = 1'000'000;
constexpr std::uint16_t kDollar = 1, kEuro = 2, kPound = 3;

EventPlan planWith(std::vector<EventMetric> metrics) {
  EventPlan plan;
  plan.currency = kDollar;
  plan.preMs = 7 * kDay;
  plan.metrics = std::move(metrics);
  return plan;
}
ShopEvent order(std::uint64_t id, std::uint64_t unit, std::int64_t atMs, std::int64_t dollars) {
  ShopEvent e;
  e.id = id, e.unit = unit, e.atMs = atMs, e.order = id;
  e.amount = dollars * kMicro, e.cost = dollars * kMicro / 2, e.quantity = kMicro, e.currency = kDollar;
  return e;
}
ShopEvent refund(std::uint64_t id, const ShopEvent& of, std::int64_t atMs) {
  ShopEvent e = of;
  e.id = id, e.atMs = atMs, e.kind = EventKind::Refund;
  e.amount = -of.amount, e.cost = -of.cost, e.quantity = -of.quantity;
  return e;
}

// One test of two arms with a unit in each, exposed at the start.
struct OneTest {
  EventTable table;
  explicit OneTest(EventPlan plan = planWith({{Quantity::Revenue, {}, false, 0, 1}})) {
    [[maybe_unused]] const auto added = table.addTest(std::move(plan));
    expose({{1, kStart, 0, 0}, {2, kStart, 1, 0}});
  }
  void expose(std::vector<Exposure> exposures) { QVERIFY(table.addExposures(exposures, kNow)); }
  void add(std::vector<ShopEvent> events) { QVERIFY(table.addEvents(events, kNow)); }
  EventTable::UnitView second() {
    const std::vector<EventTable::UnitView> units = *table.unitsOf(0);
    for (const EventTable::UnitView& unit : units)
      if (unit.unit == 2)
        return unit;
    return {};
  }
  TestSummary summary() {
    table.refresh();
    return *table.summary(0);
  }
  double revenueOf(std::size_t arm) {
    const UnitMoments moments = *summary().ofArm(0, arm);
    return moments.mean(0) * moments.units();
  }
};

// ── The same rules, written as plainly as they can be
// ───────────────────────────────────────────────────────────────
struct PlainUnit {
  std::int64_t at = 0;
  std::size_t arm = 0, group = 0;
  std::set<std::size_t> arms;
  double revenue[2]{}, cost[2]{}, quantity[2]{}, orders[2]{};
  double of(Quantity q, int when) const {
    switch (q) {
    case Quantity::Conversion:
      return orders[when] > 0;
    case Quantity::Revenue:
      return revenue[when];
    case Quantity::Profit:
      return revenue[when] - cost[when];
    case Quantity::Units:
      return quantity[when];
    case Quantity::Orders:
      return orders[when];
    }
    return 0;
  }
};
std::map<std::uint64_t, PlainUnit> plainly(const EventPlan& plan, const std::vector<Exposure>& exposures,
                                           const std::vector<ShopEvent>& events) {
  std::map<std::uint64_t, PlainUnit> units;
  for (const Exposure& e : exposures) {
    if (e.atMs > kNow + kClockSlackMs || e.atMs < kEarliestMs || e.arm >= plan.arms)
      continue;
    auto [it, fresh] = units.try_emplace(e.unit);
    if (fresh || std::pair(e.atMs, std::size_t(e.group)) < std::pair(it->second.at, it->second.group))
      it->second.at = e.atMs, it->second.group = e.group;
    it->second.arm = e.arm;
    it->second.arms.insert(e.arm);
  }
  std::set<std::uint64_t> seen;
  std::map<std::pair<std::uint64_t, std::uint64_t>, std::int64_t> madeAt;
  std::vector<ShopEvent> kept;
  for (const ShopEvent& e : events) {
    if (e.atMs > kNow + kClockSlackMs || e.atMs < kEarliestMs || !seen.insert(e.id).second)
      continue;
    kept.push_back(e);
    if (e.order != 0 && e.kind == EventKind::Order && e.amount >= 0) {
      auto [it, fresh] = madeAt.try_emplace({e.unit, e.order}, e.atMs);
      it->second = std::min(it->second, e.atMs);
    }
  }
  std::map<std::pair<std::uint64_t, int>, std::set<std::uint64_t>> ordersOf;
  for (const ShopEvent& e : kept) {
    auto unit = units.find(e.unit);
    if (unit == units.end())
      continue;
    std::int64_t at = e.atMs;
    if (e.order != 0) {
      const auto made = madeAt.find({e.unit, e.order});
      if (made == madeAt.end())
        continue;
      at = made->second;
    }
    const std::int64_t since = at - unit->second.at;
    if (since >= plan.windowMs || since < -plan.preMs)
      continue;
    double rate = 1;
    if (e.currency == kEuro)
      rate = 1.25;
    else if (e.currency == kPound)
      continue;
    const int when = since >= 0 ? 0 : 1;
    unit->second.revenue[when] += rate * double(e.amount) / kMicro;
    unit->second.cost[when] += rate * double(e.cost) / kMicro;
    unit->second.quantity[when] += double(e.quantity) / kMicro;
    if (e.kind == EventKind::Order && e.amount >= 0 &&
        ordersOf[{e.unit, when}].insert(e.order != 0 ? e.order : e.id | 1ULL << 63).second)
      unit->second.orders[when] += 1;
  }
  return units;
}

std::vector<ShopEvent> randomEvents(Random& random, int count, int units) {
  std::vector<ShopEvent> events;
  const auto whole = [&](int below) { return std::int64_t(random.uniform() * below); };
  for (int i = 0; i < count; ++i) {
    ShopEvent e = order(std::uint64_t(i + 1), std::uint64_t(1 + whole(units)), kStart + whole(50) * kDay / 2 - 8 * kDay,
                        whole(100));
    e.amount += whole(100) * 10'000, e.quantity = whole(5) * kMicro;
    e.order = whole(3) == 0 ? 0 : std::uint64_t(1 + whole(count / 3));
    e.currency = whole(10) == 0 ? kPound : whole(10) == 0 ? kEuro : whole(10) == 0 ? 0 : kDollar;
    if (whole(6) == 0)
      e.kind = EventKind::Refund, e.amount = -e.amount, e.cost = -e.cost, e.quantity = -e.quantity;
    if (whole(40) == 0)
      e.atMs = kNow + 2 * kDay;
    if (whole(40) == 0)
      e.atMs = 1000;
    events.push_back(e);
    if (whole(8) == 0)
      events.push_back(events[std::size_t(whole(int(events.size())))]); // the same again
  }
  return events;
}
std::vector<Exposure> randomExposures(Random& random, int units, std::size_t arms, std::size_t groups) {
  std::vector<Exposure> out;
  for (int unit = 1; unit <= units; ++unit) {
    const auto arm = std::uint16_t(random.uniform() * double(arms));
    const int times = random.uniform() < 0.3 ? 3 : random.uniform() < 0.2 ? 0 : 1;
    for (int i = 0; i < times; ++i)
      out.push_back({std::uint64_t(unit), kStart + std::int64_t(random.uniform() * 20) * kDay,
                     random.uniform() < 0.02 ? std::uint16_t((arm + 1) % arms) : arm,
                     std::uint16_t(random.uniform() * double(groups))});
  }
  return out;
}
template <class T> void shuffle(Random& random, std::vector<T>& rows) {
  for (std::size_t i = rows.size(); i > 1; --i)
    std::swap(rows[i - 1], rows[std::size_t(random.uniform() * double(i))]);
}

bool near(double a, double b) { return std::abs(a - b) <= 1e-10 * std::max({1.0, std::abs(a), std::abs(b)}); }
// Every cell's every moment against the units one by one.
bool fits(const TestSummary& summary, const EventPlan& plan, const std::map<std::uint64_t, PlainUnit>& units) {
  for (std::size_t m = 0; m < plan.metrics.size(); ++m) {
    const EventMetric& metric = plan.metrics[m];
    const auto limits = [&](int when) {
      std::vector<double> all;
      for (const auto& [name, unit] : units)
        if (unit.arms.size() == 1)
          all.push_back(unit.of(metric.of, when));
      return *winsorLimits(all, metric.winsorLow, metric.winsorHigh);
    };
    const WinsorLimits now = limits(0), then = limits(1);
    std::vector<UnitMoments> cells(plan.arms * plan.groups,
                                   UnitMoments(metric.quantities(), metric.of == Quantity::Conversion && !metric.per &&
                                                                            !metric.adjusted && !metric.winsorized()
                                                                        ? Spread::Shares
                                                                        : Spread::Sample));
    for (const auto& [name, unit] : units) {
      if (unit.arms.size() > 1)
        continue;
      std::vector<double> x{std::clamp(unit.of(metric.of, 0), now.low, now.high)};
      if (metric.per)
        x.push_back(unit.of(*metric.per, 0));
      if (metric.adjusted) {
        x.push_back(std::clamp(unit.of(metric.of, 1), then.low, then.high));
        if (metric.per)
          x.push_back(unit.of(*metric.per, 1));
      }
      if (!cells[unit.arm * plan.groups + unit.group].add(x))
        return false;
    }
    for (std::size_t c = 0; c < cells.size(); ++c)
      for (std::size_t i = 0; i < metric.quantities(); ++i) {
        const UnitMoments& got = summary.metrics[m].cells[c];
        if (got.units() != cells[c].units() || !near(got.mean(i), cells[c].mean(i)))
          return false;
        for (std::size_t j = 0; j < metric.quantities(); ++j)
          if (!near(got.covariance(i, j), cells[c].covariance(i, j)))
            return false;
      }
  }
  return true;
}
bool sameBits(const TestSummary& a, const TestSummary& b) {
  if (a.units != b.units || a.events.all() != b.events.all() || a.events.counted != b.events.counted ||
      a.exposures.contaminated != b.exposures.contaminated)
    return false;
  for (std::size_t m = 0; m < a.metrics.size(); ++m)
    for (std::size_t c = 0; c < a.metrics[m].cells.size(); ++c)
      for (std::size_t i = 0; i < a.metrics[m].metric.quantities(); ++i)
        if (a.metrics[m].cells[c].mean(i) != b.metrics[m].cells[c].mean(i) ||
            a.metrics[m].cells[c].variance(i) != b.metrics[m].cells[c].variance(i))
          return false;
  return true;
}

std::vector<EventMetric> everyMetric() {
  return {{Quantity::Conversion, {}, false, 0, 1},
          {Quantity::Conversion, {}, true, 0, 1},
          {Quantity::Revenue, {}, true, 0, 1},
          {Quantity::Profit, {}, false, 0, 1},
          {Quantity::Units, {}, false, 0, 1},
          {Quantity::Orders, {}, true, 0, 1},
          {Quantity::Revenue, Quantity::Orders, true, 0, 1},
          {Quantity::Profit, Quantity::Units, false, 0, 1}};
}

} // namespace

class TestEventTable : public QObject {
  Q_OBJECT
 private slots:
  // Everything that can go wrong, at random, against the rules written out unit
  // by unit.
  void agreesWithTheRulesWrittenOut_data() {
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 12; ++seed)
      QTest::addRow("seed %d", seed) << seed;
  }
  void agreesWithTheRulesWrittenOut() {
    QFETCH(int, seed);
    Random random(std::uint64_t(seed) * 77);
    EventPlan plan = planWith(everyMetric());
    plan.metrics.push_back({Quantity::Revenue, {}, false, 0.01, 0.99});
    plan.metrics.push_back({Quantity::Revenue, Quantity::Orders, true, 0, 0.9});
    plan.arms = 2 + std::size_t(seed % 2), plan.groups = 1 + std::size_t(seed % 3);
    plan.rates = {{kEuro, 5, 4}};
    const auto exposures = randomExposures(random, 300, plan.arms, plan.groups);
    const auto events = randomEvents(random, 3000, 320);
    EventTable table;
    QVERIFY(table.addTest(plan));
    QVERIFY(table.addExposures(exposures, kNow));
    QVERIFY(table.addEvents(events, kNow));
    QVERIFY(table.refresh());
    const TestSummary summary = *table.summary(0);
    const auto plain = plainly(plan, exposures, events);
    QVERIFY(fits(summary, plan, plain));
    QCOMPARE(summary.exposures.units, std::int64_t(plain.size()));
    QCOMPARE(summary.exposures.contaminated,
             std::count_if(plain.begin(), plain.end(), [](const auto& unit) { return unit.second.arms.size() > 1; }));
    QVERIFY(summary.exposures.contaminated > 0 && summary.events.waiting > 0 && summary.events.foreign > 0);
    QVERIFY(table.intake().repeated > 0 && table.intake().badTime > 0);
    QCOMPARE(table.intake().kept + table.intake().repeated + table.intake().badTime, std::int64_t(events.size()));
  }

  // In any order and in any batches, with updates in between: the same bits as
  // all at once.
  void orderAndBatchesMakeNoDifference() {
    for (int seed = 1; seed <= 6; ++seed) {
      Random random(std::uint64_t(seed) * 991);
      EventPlan plan = planWith(everyMetric());
      plan.groups = 2, plan.rates = {{kEuro, 5, 4}};
      auto exposures = randomExposures(random, 200, 2, 2);
      auto events = randomEvents(random, 2000, 220);
      // The same id twice is the same event: what differs in content would
      // depend on which came first.
      EventTable whole, pieces;
      QVERIFY(whole.addTest(plan) && whole.addTest(plan) && pieces.addTest(plan) && pieces.addTest(plan));
      for (const Exposure& e : std::vector(exposures))
        exposures.push_back({e.unit, e.atMs + kDay, e.arm, e.group, 1}); // in another test, too
      QVERIFY(whole.addExposures(exposures, kNow));
      QVERIFY(whole.addEvents(events, kNow));
      QVERIFY(whole.refresh({}, 1));
      shuffle(random, exposures), shuffle(random, events);
      for (std::size_t part = 0; part < 10; ++part) {
        const auto cut = [&](const auto& rows) {
          return std::span(rows).subspan(rows.size() * part / 10,
                                         rows.size() * (part + 1) / 10 - rows.size() * part / 10);
        };
        QVERIFY(pieces.addEvents(cut(events), kNow));
        QVERIFY(pieces.addExposures(cut(exposures), kNow));
        QVERIFY(pieces.refresh({}, 2));
      }
      QVERIFY(sameBits(*whole.summary(0), *pieces.summary(0)) && sameBits(*whole.summary(1), *pieces.summary(1)));
      QVERIFY(pieces.recompute({}, 2));
      QVERIFY(sameBits(*whole.summary(1), *pieces.summary(1)));
    }
  }

  // Large batches are dealt out to shards and threads; small ones are not.
  void largeBatchesAreAsExact() {
    Random random(5);
    EventPlan plan = planWith(everyMetric());
    plan.groups = 3, plan.rates = {{kEuro, 5, 4}};
    const auto exposures = randomExposures(random, 12'000, 2, 3);
    const auto events = randomEvents(random, 40'000, 13'000);
    EventTable large, small;
    QVERIFY(large.addTest(plan) && small.addTest(plan));
    QVERIFY(large.addExposures(exposures, kNow) && large.addEvents(events, kNow) && large.refresh());
    for (std::size_t at = 0; at < events.size(); at += 1000)
      QVERIFY(small.addEvents(std::span(events).subspan(at, std::min<std::size_t>(1000, events.size() - at)), kNow));
    for (std::size_t at = 0; at < exposures.size(); at += 1000)
      QVERIFY(small.addExposures(std::span(exposures).subspan(at, std::min<std::size_t>(1000, exposures.size() - at)),
                                 kNow));
    QVERIFY(small.refresh({}, 1));
    QVERIFY(sameBits(*large.summary(0), *small.summary(0)));
    QVERIFY(fits(*large.summary(0), plan, plainly(plan, exposures, events)));
    QCOMPARE(large.intake().kept, small.intake().kept);
    QCOMPARE(large.intake().repeated, small.intake().repeated);
    QCOMPARE(large.intake().badTime, small.intake().badTime);
  }

  void anEventIdCountsOnce() {
    OneTest test;
    test.add({order(10, 2, kStart + kDay, 50), order(10, 2, kStart + kDay, 50)});
    test.add({order(10, 2, kStart + kDay, 50)});
    QCOMPARE(test.revenueOf(1), 50.0);
    QCOMPARE(test.table.intake().repeated, 2);
  }

  void aUnitInTwoArmsIsInNone() {
    OneTest test;
    test.add({order(10, 2, kStart + kDay, 50), order(11, 1, kStart + kDay, 30)});
    QCOMPARE(test.revenueOf(0), 30.0);
    test.expose({{1, kStart + 3 * kDay, 1, 0}, {1, kStart + 4 * kDay, 0, 0}});
    QCOMPARE(test.summary().units[0], 0.0);
    QCOMPARE(test.summary().units[1], 1.0);
    QCOMPARE(test.summary().exposures.contaminated, 1);
    QCOMPARE(test.summary().exposures.contaminatedShare(), 0.5);
  }

  void onlyTheWindowAfterTheFirstExposureCounts() {
    OneTest test;
    test.expose({{2, kStart + 5 * kDay, 1, 0}}); // seen again: changes nothing
    test.add({order(10, 2, kStart, 1), order(11, 2, kStart + 14 * kDay - 1, 2), order(12, 2, kStart + 14 * kDay, 4),
              order(13, 2, kStart - 1, 8), order(14, 2, kStart - 8 * kDay, 16)});
    QCOMPARE(test.revenueOf(1), 3.0);
    const EventCounts events = test.summary().events;
    QCOMPARE(events.counted, 2);
    QCOMPARE(events.late, 1);
    QCOMPARE(events.before, 1);
    QCOMPARE(events.earlier, 1);
    QCOMPARE(test.second().revenueBefore, 8.0);
    test.expose({{2, kStart - kDay, 1, 0}}); // an earlier exposure that comes late moves the window
    QCOMPARE(test.revenueOf(1), 9.0);
  }

  void aRefundCountsWhereItsOrderDoes() {
    const ShopEvent early = order(10, 2, kStart - kDay, 40), within = order(11, 2, kStart + kDay, 60);
    OneTest test;
    test.add({refund(20, within, kStart + 30 * kDay)}); // before its order came in
    QCOMPARE(test.revenueOf(1), 0.0);
    QCOMPARE(test.summary().events.waiting, 1);
    test.add({refund(21, early, kStart + 2 * kDay), early, within});
    QCOMPARE(test.summary().events.waiting, 0);
    QCOMPARE(test.revenueOf(1),
             0.0); // all of it was given back, what was bought before the test
                   // not out of the test
    QCOMPARE(test.second().orders, 1.0);
    QCOMPARE(test.second().quantity, 0.0);
  }

  void severalCapturesAreOneOrder() {
    OneTest test(planWith({{Quantity::Orders, {}, false, 0, 1}, {Quantity::Revenue, {}, false, 0, 1}}));
    ShopEvent first = order(10, 2, kStart + 13 * kDay, 40), second = order(11, 2, kStart + 20 * kDay, 60);
    second.order = first.order;
    test.add({second, first});
    const TestSummary summary = test.summary();
    QCOMPARE(summary.ofArm(0, 1)->mean(0), 1.0);
    QCOMPARE(summary.ofArm(1, 1)->mean(0), 100.0);
  }

  void foreignMoneyIsLeftOutUnlessThereIsARate() {
    ShopEvent foreign = order(10, 2, kStart + kDay, 100);
    foreign.currency = kEuro;
    OneTest without;
    without.add({foreign, order(11, 2, kStart + kDay, 1)});
    QCOMPARE(without.revenueOf(1), 1.0);
    QCOMPARE(without.summary().events.foreign, 1);
    EventPlan plan = planWith({{Quantity::Revenue, {}, false, 0, 1}});
    plan.rates = {{kEuro, 10'823, 10'000}};
    OneTest with(plan);
    with.add({foreign, order(11, 2, kStart + kDay, 1)});
    QCOMPARE(with.revenueOf(1), 109.23);
    QCOMPARE(with.summary().events.foreign, 0);
  }

  void clocksThatJumpAreCounted() {
    OneTest test;
    test.add(
        {order(10, 2, kNow + kDay, 50), order(11, 2, 0, 50), order(12, 2, INT64_MAX, 1), order(13, 2, INT64_MIN, 1)});
    test.expose({{3, kNow + kDay, 0, 0}, {4, -5, 0, 0}});
    QCOMPARE(test.table.intake().badTime, 4);
    QCOMPARE(test.summary().exposures.badTime, 2);
    QCOMPARE(test.summary().exposures.units, 2);
    test.add({order(10, 2, kStart + kDay, 50)}); // the same event with its right time
    QCOMPARE(test.revenueOf(1), 50.0);
  }

  void hostileAmountsDoNotRunOver() {
    OneTest test;
    ShopEvent huge = order(10, 2, kStart, 1);
    huge.amount = INT64_MAX;
    ShopEvent least = order(9, 2, kStart, 1);
    least.amount = INT64_MIN;
    std::vector<ShopEvent> many{huge, least};
    for (std::uint64_t i = 0; i < 2000; ++i) {
      many.push_back(order(100 + i, 2, kStart, 0));
      many.back().amount = kMostMicro;
    }
    test.add(many);
    QCOMPARE(test.table.intake().tooLarge, 2);
    QCOMPARE(test.revenueOf(1), double(kMostMicro) / kMicro);
  }

  // One customer who buys for half of all: winsorized at 99 %, it counts as
  // much as the next.
  void oneWhaleIsCutDown() {
    OneTest test(planWith({{Quantity::Revenue, {}, false, 0, 1}, {Quantity::Revenue, {}, false, 0, 0.99}}));
    std::vector<Exposure> exposures;
    std::vector<ShopEvent> events;
    for (std::uint64_t i = 3; i < 1003; ++i) {
      exposures.push_back({i, kStart, std::uint16_t(i % 2), 0});
      if (i % 10 < 2)
        events.push_back(order(i, i, kStart + kDay, 20 + std::int64_t(i % 7)));
    }
    events.push_back(order(5000, 3, kStart + kDay, 1'000'000));
    test.expose(exposures), test.add(events);
    const TestSummary summary = test.summary();
    QVERIFY(summary.ofArm(0, 1)->mean(0) > 1900);
    QVERIFY(summary.ofArm(1, 1)->mean(0) < 6);
    QVERIFY(summary.metrics[1].winsorHigh <= 26);
  }

  void unitsOfNoTestWaitForTheirExposure() {
    OneTest test;
    test.add({order(10, 99, kStart + kDay, 50)});
    QCOMPARE(test.summary().events.all(), 0);
    test.expose({{99, kStart, 1, 0}});
    QCOMPARE(test.revenueOf(1), 50.0);
  }

  void unknownTestsAndArmsAreSaid() {
    OneTest test;
    QVERIFY(test.table.addExposures(std::vector<Exposure>{{1, kStart, 0, 0, 7}}, kNow)
                .error()
                .is(u"experiment.unknown-test"));
    QVERIFY(test.table.summary(7).error().is(u"experiment.unknown-test"));
    test.expose({{5, kStart, 2, 0}, {6, kStart, 0, 1}});
    QCOMPARE(test.summary().exposures.unknownArm, 2);
    EventPlan plan;
    plan.windowMs = 0;
    QVERIFY(test.table.addTest(plan).error().is(u"experiment.bad-setting"));
    plan = planWith({{Quantity::Revenue, {}, false, 0.5, 0.5}});
    QVERIFY(test.table.addTest(plan).error().is(u"experiment.bad-level"));
  }

  void aStoppedUpdateGoesOn() {
    OneTest test;
    std::vector<Exposure> exposures;
    for (std::uint64_t i = 10; i < 20'000; ++i)
      exposures.push_back({i, kStart, std::uint16_t(i % 2), 0});
    test.expose(exposures);
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(!test.table.refresh({stop.get_token(), {}}));
    QVERIFY(test.table.refresh());
    QCOMPARE(test.summary().units[0] + test.summary().units[1], 19'992.0);
  }
};

QTEST_APPLESS_MAIN(TestEventTable)
#include "tst_EventTable.moc"
