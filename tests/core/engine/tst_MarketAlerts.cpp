// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Alerts in a workspace: from an offer in the file to the notice that is to be delivered, once.
#include "engine/market/MarketAlerts.h"

#include "support/SmallMarket.h"

#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

AlertRule dropRule() {
  AlertRule rule;
  rule.name = QStringLiteral("drop"), rule.everyMinutes = 0;
  rule.emails = QStringList{QStringLiteral("pricing@shop.example")};
  return rule;
}

void wait(SmallMarket& m, int hours) { m.clock.advance(std::chrono::hours(hours)); }

} // namespace

class tst_MarketAlerts : public QObject {
  Q_OBJECT
 private slots:
  void aDropIsToldOnce() {
    SmallMarket m(2, 1, 8);
    need(alertStore(*m.ws).add(m.ws->me(), dropRule()).map([](const auto&) {}));
    AlertCheck check = take(checkAlerts(*m.ws));
    QCOMPARE(check.rules, 1);
    QCOMPARE(check.fired, 0);
    wait(m, 2);
    m.offer(1, 0, m.clock.now() - std::chrono::minutes(5), 1.99);
    check = take(checkAlerts(*m.ws));
    QCOMPARE(check.fired, 1);
    QCOMPARE(check.told, 1);
    const AlertEvent& event = check.events.front().event;
    QCOMPARE(event.code, QStringLiteral("alert.move-down"));
    QCOMPARE(event.arguments[QLatin1String("now")].toString(), QStringLiteral("1.99"));
    QVERIFY(alertText(event).contains(QStringLiteral("SKU-01")) && !alertText(event).contains(u'{'));
    QCOMPARE(m.count("SELECT count(*) FROM notice"), 2);
    QCOMPARE(m.count("SELECT count(*) FROM notice WHERE channel = 'email' AND recipient = 'pricing@shop.example' AND "
                     "sent_ms IS NULL AND instr(body, 'SKU-01') AND json_extract(payload, '$.total') = 1"),
             1);
    m.reopen();
    wait(m, 1);
    check = take(checkAlerts(*m.ws));
    QCOMPARE(check.fired + check.told, 0);
    QCOMPARE(m.count("SELECT count(*) FROM notice"), 2);
    const AlertInbox inbox = take(alertInbox(*m.ws, 10));
    QCOMPARE(inbox.rows.size(), std::size_t(1));
    QCOMPARE(inbox.rows.front().deliveries.size(), std::size_t(2));
    QVERIFY(take(m.ws->verifyAudit()).intact());
  }

  void doubtfulOffersFireNothing() {
    SmallMarket m(2, 1, 8);
    need(alertStore(*m.ws).add(m.ws->me(), dropRule()).map([](const auto&) {}));
    (void)take(checkAlerts(*m.ws));
    wait(m, 2);
    m.offer(1, 0, m.clock.now(), 0.03);
    m.offer(2, 1, m.clock.now(), 0.03);
    m.sql("UPDATE offer SET state = 'quarantined' WHERE price_micro = 30000 AND match_no = 10");
    m.sql("UPDATE product_match SET state = 'suggested' WHERE no = 21");
    QCOMPARE(take(checkAlerts(*m.ws)).fired, 0);
    QVERIFY(take(marketMoves(*m.ws, {1, 10, {}, {}})).rows.empty());
  }

  void aNightIsHeldOverARestart() {
    SmallMarket m(3, 1, 8); // it is nine in the morning, UTC
    AlertRule rule = dropRule();
    rule.quietFrom = 8 * 60, rule.quietTo = 18 * 60;
    need(alertStore(*m.ws).add(m.ws->me(), rule).map([](const auto&) {}));
    (void)take(checkAlerts(*m.ws));
    for (const int listing : {1, 2, 3}) {
      wait(m, 1);
      m.offer(listing, 1, m.clock.now(), 1.49);
      const AlertCheck check = take(checkAlerts(*m.ws));
      QCOMPARE(check.fired, 1);
      QCOMPARE(check.told, 0);
      QCOMPARE(isoInstant(*check.due), QStringLiteral("2026-03-02T18:00:00.000Z"));
      m.reopen();
    }
    wait(m, 6);
    const AlertCheck check = take(checkAlerts(*m.ws));
    QCOMPARE(check.fired, 0);
    QCOMPARE(check.told, 1);
    QVERIFY(!check.due);
    QCOMPARE(m.count("SELECT count(*) FROM notice WHERE json_extract(payload, '$.kind') = 'quiet'"), 2);
    QCOMPARE(m.count("SELECT count(*) FROM alert_event WHERE message = 1 AND was_quiet = 1"), 3);
  }

  // What is tried beforehand is what the same looks would have brought.
  void aTriedRuleSaysWhen() {
    SmallMarket m(2, 1, 8);
    for (int hour = 1; hour <= 48; ++hour) {
      wait(m, 1);
      m.offer(1, 0, m.clock.now(), hour % 12 == 0 ? 2.00 : 3.39);
    }
    const BackTest tried = take(tryAlert(*m.ws, dropRule(), 2));
    QCOMPARE(tried.fired, 4);
    QCOMPARE(tried.events.front().at, m.clock.now() - std::chrono::hours(36));
    QCOMPARE(m.count("SELECT count(*) FROM alert_event"), 0); // nothing is kept
    AlertRule nobody = dropRule();
    nobody.scope.category = QStringLiteral("SOAP");
    QCOMPARE(tryAlert(*m.ws, nobody, 2).error().code, QStringLiteral("alert.unknown-scope"));
    nobody.days = 0;
    QCOMPARE(tryAlert(*m.ws, nobody, 2).error().code, QStringLiteral("alert.bad-number"));
  }

  void movesAreListedNewestFirst() {
    SmallMarket m(2, 1, 8);
    (void)take(m.ws->catalog().adoptObservedPrices(m.ws->me(), dayOf(m.clock.now())));
    wait(m, 2);
    m.offer(1, 0, m.clock.now() - std::chrono::minutes(30), 2.00);
    m.offer(2, 2, m.clock.now(), 9.00);
    const MarketMoves moves = take(marketMoves(*m.ws, {7, 10, {}, {}}));
    QCOMPARE(moves.total, 2);
    QVERIFY(moves.rows[0].move.kind == MoveKind::Up && moves.rows[1].move.kind == MoveKind::Down);
    QCOMPARE(moves.rows[0].sku, QStringLiteral("SKU-02"));
    QCOMPARE(moves.rows[0].competitor, QStringLiteral("Three"));
    QCOMPARE(moves.rows[0].ours.toString(), QStringLiteral("4.49"));
    QCOMPARE(take(marketMoves(*m.ws, {7, 10, QStringLiteral("C1"), {}})).total, 1);
    QCOMPARE(take(marketMoves(*m.ws, {7, 10, {}, QStringLiteral("JUICE")})).rows.front().sku, QStringLiteral("SKU-02"));
    QCOMPARE(take(marketMoves(*m.ws, {7, 1, {}, {}})).rows.size(), std::size_t(1));
    QCOMPARE(marketMoves(*m.ws, {7, 1, QStringLiteral("C9"), {}}).error().code,
             QStringLiteral("market.unknown-competitor"));
    QCOMPARE(marketMoves(*m.ws, {7, 1, {}, QStringLiteral("SOAP")}).error().code,
             QStringLiteral("catalog.unknown-category"));
  }

  void indicesStandOnEnoughPrices() {
    SmallMarket m(6, 1, 8);
    (void)take(m.ws->catalog().adoptObservedPrices(m.ws->me(), dayOf(m.clock.now())));
    m.offers(1.0);
    const MarketIndices indices = take(marketIndices(*m.ws, 2, 3));
    QCOMPARE(indices.lines.size(), std::size_t(12)); // (all, two categories) × (median, three competitors)
    for (const IndexLine& line : indices.lines) {
      QCOMPARE(line.points.size(), std::size_t(3));
      const IndexValue& now = line.points.back().value;
      const double share = line.competitor == u"One" ? 0.97 : line.competitor == u"Three" ? 1.03 : 1.0;
      QVERIFY2(now.index && std::abs(*now.index - 100 / share) < 0.3, qPrintable(line.competitor + now.why));
      QVERIFY(now.byRevenue);
      QCOMPARE(now.prices, line.category.isEmpty() ? 6 : 3);
    }
    QCOMPARE(take(marketIndices(*m.ws, 0, 4)).lines[1].points[0].value.why, QStringLiteral("too-few-prices"));
    AlertRule rule = dropRule();
    rule.kind = AlertKind::IndexBelow, rule.levelBp = 9000, rule.leastProducts = 3;
    need(alertStore(*m.ws).add(m.ws->me(), rule).map([](const auto&) {}));
    QCOMPARE(take(checkAlerts(*m.ws)).fired, 0);
    wait(m, 2);
    m.offers(1.3);
    QCOMPARE(take(checkAlerts(*m.ws)).fired, 2); // both categories
  }

  // A source that has been silent for weeks is known, though none of its offers is read for anything else.
  void silenceIsNoticed() {
    SmallMarket m(2, 1, 8);
    AlertRule rule = dropRule();
    rule.kind = AlertKind::Silent, rule.hours = 12;
    need(alertStore(*m.ws).add(m.ws->me(), rule).map([](const auto&) {}));
    QCOMPARE(take(checkAlerts(*m.ws)).fired, 0);
    wait(m, 34);
    QCOMPARE(take(checkAlerts(*m.ws)).fired, 0); // 35 hours old; 24 + 12 are allowed
    wait(m, 24 * 20);
    QCOMPARE(take(checkAlerts(*m.ws)).fired, 1);
    wait(m, 24);
    QCOMPARE(take(checkAlerts(*m.ws)).fired, 0);
  }

  void oneBadRuleDoesNotStopTheOthers() {
    SmallMarket m(2, 1, 8);
    AlertRule lost = dropRule();
    lost.name = QStringLiteral("lost"), lost.scope.sku = QStringLiteral("GONE");
    need(alertStore(*m.ws).add(m.ws->me(), lost).map([](const auto&) {}));
    const AlertRow drop = take(alertStore(*m.ws).add(m.ws->me(), dropRule()));
    const AlertCheck first = take(checkAlerts(*m.ws));
    QCOMPARE(first.rules, 2);
    QCOMPARE(first.notLooked.value(QStringLiteral("lost")).code, QStringLiteral("alert.unknown-scope"));
    wait(m, 1);
    m.offer(1, 0, m.clock.now(), 1.00);
    QCOMPARE(take(checkAlerts(*m.ws)).fired, 1);
    need(alertStore(*m.ws).switchOn(m.ws->me(), drop.id, false));
    QCOMPARE(take(checkAlerts(*m.ws)).rules, 1);
  }

  void suggestionsAreInTheShopsTime() {
    SmallMarket m(2, 1, 8);
    m.sql("UPDATE price_zone SET time_zone = 'Europe/Berlin'");
    const auto rules = take(alertSuggestions(*m.ws));
    QCOMPARE(rules.size(), std::size_t(3));
    for (const AlertRule& rule : rules) {
      QCOMPARE(rule.quietZone, QByteArray("Europe/Berlin"));
      need(alertStore(*m.ws).add(m.ws->me(), rule).map([](const auto&) {}));
    }
    QCOMPARE(take(checkAlerts(*m.ws)).rules, 3);
  }
};

QTEST_GUILESS_MAIN(tst_MarketAlerts)
#include "tst_MarketAlerts.moc"
