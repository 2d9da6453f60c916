// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "EventDesk.h"
#include "experiments/events/UnitLedger.h"

using namespace pricewright;
using namespace pricewright::test;

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

  // Caps move with every batch, up and down; units come into the test, change their figures and fall out of it. After
  // each of them: the same bits as a table that never knew anything else, and as the rules written out.
  void winsorizedSumsFollowTheirCaps() {
    for (int seed = 1; seed <= 6; ++seed) {
      Random random(std::uint64_t(seed) * 313);
      EventPlan plan = planWith(winsorizedMetrics());
      plan.groups = 2, plan.rates = {{kEuro, 5, 4}};
      auto exposures = randomExposures(random, 400, 2, 2);
      auto events = randomEvents(random, 1500, 420);
      shuffle(random, exposures);
      EventTable grown;
      QVERIFY(grown.addTest(plan));
      std::vector<Exposure> exposed;
      std::vector<ShopEvent> happened;
      constexpr std::size_t kParts = 25;
      for (std::size_t part = 0; part < kParts; ++part) {
        const auto next = [&](const auto& rows, auto& so) {
          const std::size_t first = rows.size() * part / kParts, last = rows.size() * (part + 1) / kParts;
          so.insert(so.end(), rows.begin() + std::ptrdiff_t(first), rows.begin() + std::ptrdiff_t(last));
          return std::span(rows).subspan(first, last - first);
        };
        QVERIFY(grown.addExposures(next(exposures, exposed), kNow) && grown.addEvents(next(events, happened), kNow));
        QVERIFY(grown.refresh({}, 1));
        if (part % 4 != 0 && part + 1 != kParts)
          continue;
        EventTable anew;
        QVERIFY(anew.addTest(plan) && anew.addExposures(exposed, kNow) && anew.addEvents(happened, kNow));
        QVERIFY(anew.refresh({}, 2));
        QVERIFY(sameBits(*grown.summary(0), *anew.summary(0)));
      }
      QVERIFY(grown.summary(0)->exposures.contaminated > 0);
      QVERIFY(fits(*grown.summary(0), plan, plainly(plan, exposures, events)));
      const TestSummary before = *grown.summary(0);
      QVERIFY(grown.recompute({}, 2));
      QVERIFY(sameBits(before, *grown.summary(0)));
    }
  }

  // 2^32 units of the largest profit: their squares go beyond 128 bits, and what goes out again leaves nothing.
  void sumsOfExtremesDoNotRunOver() {
    constexpr std::int64_t kLargest = 2 * kMostMicro;
    ledger::ProductSum sum, other;
    sum.add(kLargest, kLargest, 1), other.add(kLargest, -kLargest, 1);
    for (int i = 0; i < 32; ++i)
      sum.add(ledger::ProductSum(sum)), other.add(ledger::ProductSum(other));
    const double expected = std::ldexp(double(kLargest) * double(kLargest), 32); // 1.7e42, 2^127 is 1.7e38
    QVERIFY(std::abs(sum.value() - expected) <= 1e-15 * expected &&
            std::abs(other.value() + expected) <= 1e-15 * expected);
    sum.add(3, 7, 1), sum.add(-5, 11, 1);
    sum.add(other);
    QCOMPARE(sum.value(), 21.0 - 55.0);
    sum.add(3, 7, -1), sum.add(-5, 11, -1);
    QCOMPARE(sum.value(), 0.0);
    OneTest test(planWith({{Quantity::Profit, {}, true, 0, 1}}));
    ShopEvent most = order(10, 1, kStart, 0), least = order(11, 2, kStart, 0);
    most.amount = kMostMicro, most.cost = -kMostMicro, least.amount = -kMostMicro, least.cost = kMostMicro,
    least.order = 0;
    test.add({most, least});
    QCOMPARE(test.summary().ofArm(0, 0)->mean(0), 2e10);
    QCOMPARE(test.summary().ofArm(0, 1)->mean(0), -2e10);
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

  // More was given back than was paid: counted as an order, with its excess, and not once the rest of it comes.
  void refundsBeyondTheirOrderAreCounted() {
    const ShopEvent small = order(10, 2, kStart + kDay, 20), other = order(11, 2, kStart + kDay, 30);
    ShopEvent large = refund(20, small, kStart + 2 * kDay);
    large.amount *= 25;
    OneTest test;
    test.add({small, other, large});
    QCOMPARE(test.summary().events.orders, 2);
    QCOMPARE(test.summary().events.overRefunded, 1);
    QCOMPARE(test.summary().events.excess, 480'000); // thousandths
    QVERIFY(test.summary().events.refundsAreDoubtful());
    ShopEvent rest = order(12, 2, kStart + kDay, 490);
    rest.order = small.order;
    test.add({rest});
    QCOMPARE(test.summary().events.overRefunded, 0);
    QCOMPARE(test.summary().events.excess, 0);
    QVERIFY(!test.summary().events.refundsAreDoubtful());
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
