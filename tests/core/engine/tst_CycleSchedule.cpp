// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Cycles that run by themselves: when one is due, and that no time is taken twice.
#include "engine/CycleSchedule.h"
#include "support/SmallMarket.h"

#include <QTest>

using namespace pricewright;
using namespace pricewright::test;
using namespace std::chrono_literals;

namespace {

struct Shop : SmallMarket { // its clock stands at 09:00 UTC on a Monday
  void schedule(const char* text) {
    need(ws->catalog().setSetting(ws->me(), QStringLiteral("planner.schedule"), QString::fromLatin1(text)));
  }
  CycleTimes times() { return take(cycleTimes(*ws, {})); }
};

} // namespace

class CycleScheduleTest : public QObject {
  Q_OBJECT
 private slots:
  void withoutOneNothingRuns() {
    Shop s;
    QVERIFY(!s.times().next && !s.times().due);
  }

  void aTimeIsDueUntilACycleHasBegun() {
    Shop s;
    s.schedule("08:30");
    QVERIFY(s.times().due);
    QCOMPARE(isoInstant(*s.times().next), QStringLiteral("2026-03-03T08:30:00.000Z"));
    s.cycle(false);
    QVERIFY(!s.times().due);
    s.clock.advance(24h);
    QVERIFY(s.times().due);
  }

  void whatWasMissedLongAgoIsLetGo() {
    Shop s;
    s.schedule("08:30");
    s.clock.advance(12h);
    QVERIFY(!s.times().due);
    s.schedule("08:30 20:00");
    QVERIFY(s.times().due);
  }

  // What a person proposed by hand is no cycle.
  void proposalsByHandAreNoCycle() {
    Shop s;
    s.cycle(false);
    s.clock.advance(24h);
    s.schedule("08:30");
    const auto prices = take(s.ws->catalog().regularPricesInForce(s.clock.now()));
    const PriceWish wish{prices.front().listingNo,
                         Money(prices.front().amount.minor() + 10, prices.front().amount.currency())};
    take(s.ws->proposePrices({&wish, 1}));
    QVERIFY(s.times().due);
  }

  void whatIsNoScheduleIsRefused() {
    Shop s;
    s.schedule("08:30");
    const Status done =
        s.ws->catalog().setSetting(s.ws->me(), QStringLiteral("planner.schedule"), QStringLiteral("now and then"));
    QCOMPARE(done.error().code, QStringLiteral("schedule.bad"));
    QVERIFY(s.times().next);
    s.schedule("");
    QVERIFY(!s.times().next);
  }

  // When cycles run decides nothing in them: what was decided before is still replayed.
  void decisionsAreStillReplayed() {
    Shop s;
    const CycleReport report = s.cycle(false);
    const Id decision = s.decisionsOf(report).front().id;
    s.schedule("mon-fri 06:30");
    QVERIFY(take(s.ws->replay(decision)).sameBits);
  }
};

QTEST_GUILESS_MAIN(CycleScheduleTest)
#include "tst_CycleSchedule.moc"
