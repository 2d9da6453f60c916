// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "decision/DrawStore.h"
#include "engine/models/PolicyValue.h"
#include "support/SmallMarket.h"

#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

class PolicyValueTest : public QObject {
  Q_OBJECT
 private slots:
  // From the setting to the store, to sales, to what they prove.
  void drawsAreKeptAndAnsweredBySales() {
    SmallMarket m;
    need(m.ws->catalog().setSetting(m.ws->me(), QStringLiteral("explore.share.percent"), 20.0));
    need(m.ws->catalog().setSetting(m.ws->me(), QStringLiteral("explore.most-cost.percent"), 50.0));
    need(m.ws->catalog().setSetting(m.ws->me(), QStringLiteral("optimizer.max-category-move.percent"), 20.0));
    const CycleReport report = m.cycle();
    m.clock.advance(std::chrono::minutes(10));
    m.cycle(); // releases what was approved
    const auto draws = take(allDraws(m.ws->database()));
    QVERIFY(!draws.empty());
    int kept = 0;
    for (const PriceDecision& d : m.decisionsOf(report))
      kept += !d.recommendation.chances.empty();
    QVERIFY(kept >= int(draws.size()));
    QCOMPARE(take(drawsRunning(m.ws->database(), m.clock.now())).size(), draws.size());
    for (const PriceDraw& d : draws)
      QVERIFY(d.chanceOf(d.chosenMinor) > 0 && d.chanceOf(d.preferredMinor) >= 0.8);
    const PolicyValue early = take(policyValue(*m.ws, {8, 0}));
    QCOMPARE(early.draws.front().waiting, qint64(draws.size()));
    QCOMPARE(early.draws.front().comparison.rows, std::size_t(0));
    m.clock.advance(std::chrono::hours(24 * 15));
    for (const PriceDraw& d : draws) { // a week of twenty units at the drawn price
      Query q = take(Query::prepare(m.ws->database(), "INSERT INTO sale (listing_no, day, units_milli, price_micro, "
                                                      "regular_micro, import_no) VALUES (?, ?, 20000, ?, ?, 0)"));
      q.bind(1, d.listingNo).bind(2, toDayNumber(dayOf(d.at)) + 3);
      need(q.bind(3, d.chosenMinor * 10'000).bind(4, d.chosenMinor * 10'000).run());
    }
    const PolicyValue value = take(policyValue(*m.ws, {4, 2}));
    QCOMPARE(value.draws.front().comparison.rows, draws.size());
    QVERIFY(std::isfinite(value.draws.front().comparison.robust.value));
    QCOMPARE(value.origins.size(), std::size_t(2));
    for (const ReplayOrigin& o : value.origins) {
      QCOMPARE(o.prices, 12);
      QVERIFY(o.changes > 0);
      QVERIFY(o.expected.profit > 0 && o.expected.profitLow < o.expected.profit);
      QVERIFY(std::abs(o.hindsight.profit - o.expected.profit) < 0.7 * o.expected.profit); // the world did not change
    }
  }
};

QTEST_GUILESS_MAIN(PolicyValueTest)
#include "tst_PolicyValue.moc"
