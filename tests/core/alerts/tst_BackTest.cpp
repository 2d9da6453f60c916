// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RivalTapes.h"

#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

// What a user is shown before he saves an alert is what he would have got.
class tst_BackTest : public QObject {
  Q_OBJECT

  static AlertRule rule(AlertKind kind, int percentBp) {
    AlertRule r;
    r.name = QStringLiteral("rule"), r.kind = kind, r.percentBp = percentBp, r.mostADay = 4;
    r.quietFrom = 22 * 60, r.quietTo = 7 * 60, r.quietZone = "Europe/Berlin", r.grouping = AlertGrouping::Category;
    r.leastProducts = 1, r.undercuts = 2, r.hours = 4;
    return r;
  }

 private slots:
  void itIsWhatLiveStepsGive() {
    qint64 fired = 0, held = 0, told = 0;
    for (quint64 seed = 1; seed <= 24; ++seed) {
      std::mt19937_64 random(seed);
      RivalDesk d;
      d.start = *parseInstant(u"2026-03-15T00:00:00Z");
      d.fill(random, 4, 30);
      const AlertRule r = rule(AlertKind(seed % 8), 800);
      const auto tape = d.tape();
      const auto tried = backTest(r, *tape, d.at(24 * 9), d.at(24 * 30), std::chrono::hours(3));
      QVERIFY2(tried, tried ? "" : qPrintable(tried.error().debugText()));
      RuleWalk live(d, r);
      for (int hour = 24 * 9; hour <= 24 * 30; hour += 3)
        live.to(d.at(hour));
      QVERIFY(tried->events == live.events);
      QVERIFY(tried->messages == live.messages);
      QCOMPARE(tried->fired, qint64(live.events.size()));
      int days = 0;
      for (const auto& [day, count] : tried->byDay)
        days += count;
      QCOMPARE(days, int(tried->fired));
      qint64 toldEvents = tried->waiting;
      for (const AlertMessage& message : tried->messages)
        toldEvents += qint64(message.serials.size());
      QCOMPARE(toldEvents, tried->fired); // each is told once, or still waits
      fired += tried->fired, held += tried->heldQuiet, told += tried->told;
    }
    QVERIFY(fired > 200 && held > 20 && held < fired && told > 50);
  }

  // Whatever comes after a moment changes nothing that happened before it.
  void theFutureIsNotKnown() {
    for (quint64 seed = 1; seed <= 16; ++seed) {
      std::mt19937_64 random(seed);
      RivalDesk d;
      d.fill(random, 4, 30);
      const AlertRule r = rule(AlertKind(seed % 8), 800);
      const auto whole = backTest(r, *d.tape(), d.at(24 * 9), d.at(24 * 30), std::chrono::hours(5));
      QVERIFY(whole);
      for (int steps = 3; steps < 100; steps += 4) {
        const Instant middle = d.at(24 * 9 + 5 * steps);
        const auto half = backTest(r, *d.tape(Instant::min(), middle), d.at(24 * 9), middle, std::chrono::hours(5));
        QVERIFY(half && half->events.size() <= whole->events.size());
        QVERIFY(std::equal(half->events.begin(), half->events.end(), whole->events.begin()));
        QVERIFY(half->events.size() == whole->events.size() || whole->events[half->events.size()].at > middle);
      }
    }
  }

  void whereQuietHoursHoldItIsSaid() {
    RivalDesk d;
    d.sees(1, 1, 0, "10.00");
    d.sees(2, 1, 0, "10.00");
    d.sees(1, 1, 10, "7.00");
    d.sees(2, 1, 23, "7.00"); // midnight in Berlin
    const auto tried = backTest(rule(AlertKind::MoveDown, 2000), *d.tape(), d.at(1), d.at(40), std::chrono::hours(1));
    QVERIFY(tried);
    QCOMPARE(tried->fired, 2);
    QCOMPARE(tried->quietShare(), 0.5);
    QCOMPARE(tried->byDay.size(), std::size_t(2));
    QCOMPARE(tried->messages.back().at, d.at(30));
  }

  void periodsHaveLimits() {
    RivalDesk d;
    const auto tape = d.tape();
    const AlertRule r = rule(AlertKind::MoveDown, 2000);
    for (const auto& [from, to, step] :
         {std::tuple(5.0, 5.0, 1), std::tuple(5.0, 4.0, 1), std::tuple(0.0, 5.0, 0), std::tuple(0.0, 100'000.0, 1)}) {
      const auto tried = backTest(r, *tape, d.at(from), d.at(to), std::chrono::hours(step));
      QVERIFY(!tried && tried.error().is(u"alert.bad-period"));
    }
    AlertRule nobody = r;
    nobody.scope.competitor = QStringLiteral("nobody");
    QVERIFY(backTest(nobody, *tape, d.at(0), d.at(9), std::chrono::hours(1)).error().is(u"alert.unknown-scope"));
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(backTest(r, *tape, d.at(0), d.at(99), std::chrono::hours(1), {stop.get_token(), {}})
                .error()
                .is(u"engine.cancelled"));
  }
};

QTEST_GUILESS_MAIN(tst_BackTest)
#include "tst_BackTest.moc"
