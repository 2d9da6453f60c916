// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person reads first in the morning: every count against what the file holds, every feed against its clock.
#include "engine/views/TodayFigures.h"
#include "engine/views/TodayView.h"
#include "support/SmallMarket.h"

#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

const FeedReadiness& feed(const TodaySnapshot& s, const char* code) {
  for (const FeedReadiness& f : s.feeds)
    if (f.feed == QLatin1String(code))
      return f;
  qFatal("no such feed");
}
const TodayNeed* need(const TodaySnapshot& s, const char* what) {
  for (const TodayNeed& n : s.needs)
    if (n.what == QLatin1String(what))
      return &n;
  return nullptr;
}
using State = FeedReadiness::State;

} // namespace

class TodayViewTest : public QObject {
  Q_OBJECT
 private slots:
  void aNewWorkspaceHasNothing() {
    SmallMarket market(0, 1, 0);
    const TodaySnapshot s = take(todayView(*market.ws));
    QVERIFY(s.needs.empty() && s.cycles.empty());
    QCOMPARE(feed(s, "sales").state, State::Missing);
    QCOMPARE(feed(s, "costs").state, State::Missing);
    QCOMPARE(feed(s, "offers").state, State::Missing);
    const TodayFigures f = take(todayFigures(*market.ws, {}));
    QVERIFY(!f.through && !f.index && f.weeks.empty());
  }

  void feedsAreJudgedByTheClock() {
    SmallMarket market;
    TodaySnapshot s = take(todayView(*market.ws));
    QCOMPARE(feed(s, "sales").state, State::Complete);
    QCOMPARE(feed(s, "sales").covered, 12);
    QCOMPARE(isoDay(*feed(s, "sales").through), QStringLiteral("2026-03-01"));
    QCOMPARE(feed(s, "costs").state, State::Complete);
    QCOMPARE(feed(s, "offers").state, State::Complete);
    // One listing's cost goes, one listing's sales stop: partial, and a need.
    market.sql("DELETE FROM cost WHERE listing_no = 3; DELETE FROM sale WHERE listing_no = 5 AND day > 20500");
    s = take(todayView(*market.ws));
    QCOMPARE(feed(s, "costs").state, State::Partial);
    QCOMPARE(feed(s, "costs").covered, 11);
    QCOMPARE(need(s, "costs-missing")->count, 1);
    QCOMPARE(feed(s, "sales").covered, 11);
    // Ten days later nothing new has come.
    market.clock.advance(std::chrono::days(10));
    s = take(todayView(*market.ws));
    QCOMPARE(feed(s, "sales").state, State::Stale);
    QCOMPARE(feed(s, "offers").state, State::Stale);
    QCOMPARE(need(s, "sources-stale")->count, 1);
    QCOMPARE(need(s, "sources-stale")->example, QStringLiteral("Feed"));
  }

  void whatWaitsIsCounted() {
    SmallMarket market;
    for (const char* limit : {"guardrail.step.percent", "guardrail.step-24h.percent", "guardrail.step-7d.percent"})
      test::need(market.ws->catalog().setSetting(market.ws->me(), QString::fromLatin1(limit), 1.0));
    const CycleReport report = market.cycle();
    const TodaySnapshot s = take(todayView(*market.ws));
    const qint64 pending = market.count("SELECT count(*) FROM decision WHERE state = 'pending'");
    QVERIFY(pending > 0);
    QCOMPARE(need(s, "waiting")->count, int(pending));
    const double stake = double(market.count("SELECT sum(stake_micro) FROM decision WHERE state = 'pending'")) / 1e6;
    QCOMPARE(need(s, "waiting")->stake, stake);
    QVERIFY(*need(s, "waiting")->when > s.now);
    QCOMPARE(s.cycles.front().cycleId, report.cycleId);
    QCOMPARE(s.needs.front().what, QStringLiteral("waiting"));
    market.sql("UPDATE decision SET state = 'held' WHERE no = (SELECT min(no) FROM decision WHERE state = 'pending')");
    QCOMPARE(need(take(todayView(*market.ws)), "blocked")->count, 1);
  }

  void aHaltedCycleComesFirst() {
    SmallMarket market;
    market.cycle();
    QVERIFY(!need(take(todayView(*market.ws)), "cycle-halted"));
    market.sql("UPDATE cycle SET state = 'halted', report = replace(report, '\"haltedBy\":\"\"', "
               "'\"haltedBy\":\"breaker-floor-share\"')");
    const TodaySnapshot s = take(todayView(*market.ws));
    QCOMPARE(s.needs.front().what, QStringLiteral("cycle-halted"));
    QCOMPARE(s.needs.front().example, QStringLiteral("breaker-floor-share"));
  }

  void comingCostsAreAnnounced() {
    SmallMarket market;
    const int today = toDayNumber(dayOf(market.clock.now()));
    const auto cost = [&](int listing, int day) {
      Query q =
          take(Query::prepare(market.ws->database(), "INSERT INTO cost (listing_no, kind, from_day, amount_micro, "
                                                     "currency) VALUES (?, 'replacement', ?, 2000000, 'USD')"));
      test::need(q.bind(1, listing).bind(2, day).run());
    };
    cost(1, today + 3), cost(2, today + 5), cost(3, today + 60), cost(4, today);
    const TodaySnapshot s = take(todayView(*market.ws));
    QCOMPARE(need(s, "costs-coming")->count, 2);
    QCOMPARE(dayOf(*need(s, "costs-coming")->when), fromDayNumber(today + 3));
  }

  void movesOfADayAreNamed() {
    SmallMarket market;
    market.clock.advance(std::chrono::hours(30));
    market.offers(1.05); // up, from one hour ago
    const TodaySnapshot s = take(todayView(*market.ws));
    QVERIFY2(s.theirs.up > 0 && s.theirs.down == 0, "all of them went up");
    QVERIFY(!s.theirs.largest.empty());
    const PriceMove& m = s.theirs.largest.front();
    QVERIFY(!m.ours && m.changeBp() > 0 && !m.by.isEmpty());
    for (std::size_t i = 1; i < s.theirs.largest.size(); ++i)
      QVERIFY(std::abs(s.theirs.largest[i].changeBp()) <= std::abs(s.theirs.largest[i - 1].changeBp()));
    // Seen twice since yesterday: it is one price that moved.
    const int before = s.theirs.up;
    market.clock.advance(std::chrono::minutes(10));
    market.offers(1.05);
    QCOMPARE(take(todayView(*market.ws)).theirs.up, before);
  }

  void ourOwnPricesThatWentOut() {
    SmallMarket market;
    const CycleReport report = market.cycle();
    market.clock.advance(std::chrono::minutes(5));
    const TodaySnapshot s = take(todayView(*market.ws));
    const qint64 published = market.count("SELECT count(*) FROM decision WHERE state = 'published'");
    QCOMPARE(s.ours.up + s.ours.down, int(published));
    market.clock.advance(std::chrono::hours(25));
    QCOMPARE(take(todayView(*market.ws)).ours.up, 0);
  }

  void figuresAreTheSums() {
    SmallMarket market;
    market.cycle(); // then there are prices in force
    const TodayFigures f = take(todayFigures(*market.ws, {}));
    QCOMPARE(isoDay(*f.through), QStringLiteral("2026-03-01"));
    const double revenue = double(market.count("SELECT sum(units_milli * price_micro / 1000) FROM sale WHERE day + "
                                               "days = (SELECT max(day + days) FROM sale)")) /
                           1e6;
    QVERIFY2(std::abs(f.weeks.front().revenue - revenue) < 0.02, qPrintable(QString::number(revenue)));
    QVERIFY(f.lastYear && f.lastYear->revenue > 0);
    QCOMPARE(f.weeks.size(), std::size_t(53));
    QVERIFY(f.weeks.front().marginPercent() && *f.weeks.front().marginPercent() < 100);
    QVERIFY(f.index && *f.index > 50 && *f.index < 200);
    QCOMPARE(f.indexPrices, 12);
    // Half of the costs go: the margin is of what is left, and says of how much.
    market.sql("DELETE FROM cost WHERE listing_no % 2 = 0");
    const TodayFigures half = take(todayFigures(*market.ws, {}));
    QVERIFY(half.weeks.front().revenueWithCost < 0.9 * half.weeks.front().revenue);
    QCOMPARE(half.weeks.front().revenue, f.weeks.front().revenue);
  }

  void grossPricesCountNetOfVat() {
    SmallMarket market;
    const double net = take(todayFigures(*market.ws, {})).weeks.front().revenue;
    market.sql("UPDATE price_zone SET gross_prices = 1");
    const TodayFigures unknown = take(todayFigures(*market.ws, {}));
    QCOMPARE(unknown.leftOut, 12); // no rate is recorded: nothing is guessed
    market.sql("INSERT INTO vat_rate VALUES ('US', 'standard', 0, 2500)");
    QVERIFY(std::abs(take(todayFigures(*market.ws, {})).weeks.front().revenue - net / 1.25) < 1e-6 * net);
  }

  void itCanBeStopped() {
    SmallMarket market(30, 4);
    std::stop_source stop;
    stop.request_stop();
    JobContext job;
    job.stop = stop.get_token();
    const auto figures = todayFigures(*market.ws, job);
    QVERIFY(!figures && figures.error().is(u"engine.cancelled"));
  }
};

QTEST_GUILESS_MAIN(TodayViewTest)
#include "tst_TodayView.moc"
