// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Proposals.h"

using namespace pricewright;
using namespace pricewright::test;

// What stops a whole cycle before anything is published.
class BatchBreakerTest : public QObject {
  Q_OBJECT
 private slots:
  void theBreakerStopsACycleThatLooksWrong_data() {
    QTest::addColumn<int>("changes");
    QTest::addColumn<int>("onFloor");
    QTest::addColumn<qint64>("to"); // from 10.00
    QTest::addColumn<int>("feeds");
    QTest::addColumn<QString>("rule");
    const auto row = [](const char* name, int changes, int onFloor, qint64 to, int feeds, const char* rule) {
      QTest::newRow(name) << changes << onFloor << to << feeds << QString::fromLatin1(rule);
    };
    row("an empty cycle", 0, 0, 1050, 0, "");
    row("an ordinary one", 100, 5, 1050, 0, "");
    row("6 of 100 on a floor", 100, 6, 1050, 0, "breaker-floor-share");
    row("2 of 20 on a floor", 20, 2, 1050, 0, "breaker-floor-share");
    row("all of 19 on a floor", 19, 19, 1050, 0, "breaker-floor-share");
    row("1 of 5 on a floor", 5, 1, 1050, 0, "breaker-floor-share");
    row("4 of 4 on a floor: too few for a percentage", 4, 4, 1050, 0, "");
    row("4 large changes: too few for a percentage", 4, 0, 1190, 0, "");
    row("median of exactly 10 %", 50, 0, 1100, 0, "");
    row("median above 10 %", 50, 0, 1101, 0, "breaker-median-change");
    row("median of −10.1 %", 51, 0, 899, 0, "breaker-median-change");
    row("a feed slipped by 100", 1, 0, 1050, 1, "breaker-feed-factor");
    row("more than the most", 201, 0, 1050, 0, "breaker-max-changes");
  }
  void theBreakerStopsACycleThatLooksWrong() {
    QFETCH(int, changes);
    QFETCH(int, onFloor);
    QFETCH(qint64, to);
    QFETCH(int, feeds);
    QFETCH(QString, rule);
    Settings settings;
    QVERIFY(settings.set(QStringLiteral("breaker.max-changes"), 200));
    std::vector<PriceDecision> decisions;
    for (int i = 0; i < changes; ++i) {
      Fixture f;
      f.l.current = Money(1000, usd());
      f.l.history.clear();
      f.l.reference.median = f.l.referenceWeekAgo = dollars(9);
      f.propose(i < onFloor ? to - 1 : to);
      f.l.cost = dollars(1);
      if (i < onFloor)
        f.l.minMinor = to;
      PriceDecision d;
      d.current = f.l.current;
      d.recommendation = f.r;
      d.guarded = f.run();
      QCOMPARE(d.guarded.final.minor(), to);
      decisions.push_back(d);
    }
    // What holds, stays or conflicts is no change.
    PriceDecision held;
    held.current = Money(1000, usd());
    held.guarded.final = Money(5000, usd());
    for (const Route r : {Route::Hold, Route::NoChange, Route::Conflict, Route::Blocked})
      for (int i = 0; i < 30; ++i)
        held.guarded.route = r, decisions.push_back(held);
    const BreakerResult result = batchBreaker({decisions, feeds, &settings});
    QCOMPARE(result.ruleId, rule);
    QCOMPARE(result.halt, !rule.isEmpty());
    QVERIFY(result.facts.contains(QStringLiteral("changes=%1").arg(changes)));
    // Where a percentage says nothing, what sits on a floor still does not go out by itself.
    QCOMPARE(int(result.toHuman.size()), rule.isEmpty() && changes < 5 ? onFloor : 0);
    for (std::size_t i = 0; i < result.toHuman.size(); ++i)
      QCOMPARE(result.toHuman[i], i);
  }

  void aCycleThatChangesNearlyEverythingStops_data() {
    QTest::addColumn<int>("listings");
    QTest::addColumn<int>("changes");
    QTest::addColumn<QString>("rule");
    QTest::newRow("half of 440, as in a first cycle") << 440 << 220 << "";
    QTest::newRow("three quarters") << 440 << 330 << "";
    QTest::newRow("more than three quarters") << 440 << 331 << "breaker-change-share";
    QTest::newRow("8,000 of 10,000") << 10'000 << 8'000 << "breaker-change-share";
    QTest::newRow("all of 20") << 20 << 20 << "breaker-change-share";
    QTest::newRow("all of 19: a small shop may") << 19 << 19 << "";
    QTest::newRow("more than the most of a very large one") << 20'000 << 10'001 << "breaker-max-changes";
  }
  void aCycleThatChangesNearlyEverythingStops() {
    QFETCH(int, listings);
    QFETCH(int, changes);
    PriceDecision same;
    same.current = same.guarded.final = Money(1000, usd());
    same.guarded.route = Route::NoChange;
    std::vector<PriceDecision> decisions(std::size_t(listings), same);
    for (int i = 0; i < changes; ++i) {
      decisions[std::size_t(i)].guarded.final = Money(1050, usd());
      decisions[std::size_t(i)].guarded.route = Route::Automatic;
    }
    QTEST(batchBreaker({decisions, 0, nullptr}).ruleId, "rule");
  }
};

QTEST_GUILESS_MAIN(BatchBreakerTest)
#include "tst_BatchBreaker.moc"
