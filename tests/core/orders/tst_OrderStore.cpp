// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "orders/OrderStore.h"
#include "storage/Outbox.h"

#include <QTest>

using namespace pricewright;

namespace {

const Currency kEuro = *Currency::fromCode(u"EUR");

Movement movement(MovementKind kind, MovementStatus status, qint64 minor, const char* id, const char* on = "") {
  Movement m;
  m.provider = QStringLiteral("stripe"), m.objectId = QLatin1String(id), m.kind = kind, m.status = status;
  m.amountMinor = minor, m.authorizedMinor = kind == MovementKind::Charge ? minor : 0, m.currency = kEuro;
  m.parentId = QLatin1String(on), m.hasMoved = true, m.happened = m.asOf = fromMillis(1'700'000'000'000);
  return m;
}
OrderLine line(const char* order, const char* no, qint64 minor, const char* code = "S1") {
  OrderLine l;
  l.provider = QStringLiteral("file"), l.orderId = QLatin1String(order), l.line = QLatin1String(no);
  l.code = QLatin1String(code), l.amountMinor = minor, l.currency = kEuro;
  l.placed = fromMillis(1'700'000'000'000), l.unitHash = QStringLiteral("u1");
  return l;
}
EventFacts told(const char* id, std::vector<Movement> movements, const char* waitsFor = "", qint64 minor = 0) {
  EventFacts e;
  e.id = QLatin1String(id), e.type = QStringLiteral("t"), e.digest = QStringLiteral("d");
  e.created = fromMillis(1'700'000'000'000), e.waitsFor = QLatin1String(waitsFor), e.waitsMinor = minor;
  e.movements = std::move(movements);
  return e;
}

} // namespace

class tst_OrderStore : public QObject {
  Q_OBJECT
  FixedClock m_clock{fromMillis(1'700'000'100'000)};
  IdSource m_ids{m_clock, 7};
  std::unique_ptr<Database> m_db;
  std::unique_ptr<Journal> m_journal;
  std::unique_ptr<OrderStore> m_store;
  const Actor m_anna{QStringLiteral("anna"), QStringLiteral("analyst"), false};

  qint64 count(const char* sql) {
    Query q = std::move(*Query::prepare(*m_db, sql));
    return *q.step() ? q.integer(0) : -1;
  }
  LoadReport keep(const OrderBatch& batch) {
    auto kept = m_store->keep(m_anna, batch);
    if (!kept)
      qFatal("%s", qPrintable(kept.error().debugText()));
    return *kept;
  }
  LoadReport keepMovements(std::vector<Movement> movements, LoadSource source = LoadSource::Api) {
    OrderBatch b;
    b.provider = QStringLiteral("stripe"), b.source = source, b.movements = std::move(movements);
    return keep(b);
  }
  LoadReport keepEvent(EventFacts e) {
    OrderBatch b;
    b.provider = QStringLiteral("stripe"), b.source = LoadSource::Webhook, b.events.push_back(std::move(e));
    return keep(b);
  }
  LoadReport keepLines(std::vector<OrderLine> lines) {
    OrderBatch b;
    b.provider = QStringLiteral("file"), b.source = LoadSource::File, b.lines = std::move(lines);
    b.linesArePaid = true;
    return keep(b);
  }
  MoneyTotals euros() { return m_store->totals({})->front().second; }

 private slots:
  void init() {
    m_store.reset(), m_journal.reset(), m_db.reset();
    m_db = std::move(*Database::open(QStringLiteral(":memory:"), OpenMode::CreateNew));
    m_journal = std::make_unique<Journal>(*m_db, m_clock, m_ids);
    m_store = std::make_unique<OrderStore>(*m_db, *m_journal, m_clock, m_ids);
    QVERIFY(m_db->execute(QStringLiteral("INSERT INTO user (name, id, role) VALUES ('anna', 'u1', 'analyst')")));
  }

  void aBatchIsOneEntryAndOneOutboxRow() {
    const LoadReport r = keepLines({line("1", "1", 1000), line("1", "2", 500), line("2", "1", 250)});
    QCOMPARE(r.added, 3);
    QCOMPARE(count("SELECT count(*) FROM audit_entry"), 1);
    QCOMPARE(*outboxSize(*m_db), 1);
    QCOMPARE(count("SELECT count(*) FROM sale_order"), 2);
    QCOMPARE(euros().captured, 1750);
    QCOMPARE(m_store->orderCounts()->value(QStringLiteral("EUR")), 2);
  }

  void theSameAgainLeavesNoTrace() {
    keepLines({line("1", "1", 1000)});
    const LoadReport again = keepLines({line("1", "1", 1000)});
    QVERIFY(!again.changedAnything());
    QCOMPARE(again.same, 1);
    QCOMPARE(count("SELECT count(*) FROM audit_entry"), 1);
    QCOMPARE(count("SELECT count(*) FROM order_load"), 1);
  }

  void aLineThatSaysSomethingElseIsLeftAloneAndTold() {
    keepLines({line("1", "1", 1000)});
    const LoadReport r = keepLines({line("1", "1", 9000), line("1", "2", 5)});
    QCOMPARE(r.conflicts, std::vector<std::size_t>{0});
    QCOMPARE(euros().captured, 1005);
  }

  void aFileIsTakenBackAsOne() {
    keepLines({line("1", "1", 1000)});
    const LoadReport second = keepLines({line("1", "2", 500), line("2", "1", 1)});
    QVERIFY(m_store->undo(m_anna, second.id));
    QCOMPARE(euros().captured, 1000);
    QCOMPARE(count("SELECT count(*) FROM sale_order"), 1);
    QCOMPARE(count("SELECT count(*) FROM order_line"), 1);
    QCOMPARE(m_store->undo(m_anna, second.id).error().code, QStringLiteral("orders.already-undone"));
    QCOMPARE(m_store->undo(m_anna, m_ids.next()).error().code, QStringLiteral("orders.unknown-load"));
    const LoadReport again = keepLines({line("1", "2", 500)});
    QVERIFY(again.changedAnything()); // what was taken back may come again
    const LoadReport api = keepMovements({movement(MovementKind::Charge, MovementStatus::Captured, 1, "ch")});
    QCOMPARE(m_store->undo(m_anna, api.id).error().code, QStringLiteral("orders.not-a-file"));
  }

  void anEventCountsOnceHoweverOftenItComes() {
    const auto paid = movement(MovementKind::Charge, MovementStatus::Captured, 1000, "ch");
    QCOMPARE(keepEvent(told("e1", {paid})).events.front(), EventState::Applied);
    for (int i = 0; i < 3; ++i)
      QCOMPARE(keepEvent(told("e1", {paid})).events.front(), EventState::Duplicate);
    QCOMPARE(euros().captured, 1000);
    QCOMPARE(m_store->eventCounts({})->value(QStringLiteral("duplicate")), 3);
    QCOMPARE(count("SELECT count(*) FROM audit_entry"), 1);
  }

  void aRefundMayComeBeforeItsChargeAndWaits() {
    const auto refund = movement(MovementKind::Refund, MovementStatus::Succeeded, 300, "re", "ch");
    QCOMPARE(keepEvent(told("e2", {refund}, "ch")).events.front(), EventState::Waiting);
    QCOMPARE(euros().net(), -300); // it is money whatever it belongs to
    keepEvent(told("e1", {movement(MovementKind::Charge, MovementStatus::Captured, 1000, "ch")}));
    QCOMPARE(m_store->eventCounts({})->value(QStringLiteral("waiting")), 0);
    QCOMPARE(euros().net(), 700);
    QCOMPARE(m_store->order(QStringLiteral("stripe"), QStringLiteral("ch"))->state, OrderState::PartlyRefunded);
  }

  void aChargeThatTellsOfRefundsWaitsForAllOfThem() {
    const auto paid = movement(MovementKind::Charge, MovementStatus::Captured, 1000, "ch");
    QCOMPARE(keepEvent(told("e1", {paid}, "ch", 300)).events.front(), EventState::Waiting);
    keepMovements({movement(MovementKind::Refund, MovementStatus::Succeeded, 100, "r1", "ch")});
    QCOMPARE(m_store->eventCounts({})->value(QStringLiteral("waiting")), 1);
    keepMovements({movement(MovementKind::Refund, MovementStatus::Succeeded, 200, "r2", "ch")});
    QCOMPARE(m_store->eventCounts({})->value(QStringLiteral("waiting")), 0);
  }

  void anOrderIsFoundThroughItsPaymentInAnyOrder() {
    auto intent = movement(MovementKind::Intent, MovementStatus::Succeeded, 1000, "pi");
    intent.orderRef = QStringLiteral("A-1");
    auto charge = movement(MovementKind::Charge, MovementStatus::Captured, 1000, "ch");
    charge.intentRef = QStringLiteral("pi");
    const auto refund = movement(MovementKind::Refund, MovementStatus::Succeeded, 1000, "re", "ch");
    const auto fee = movement(MovementKind::Fee, MovementStatus::Booked, 30, "txn", "ch");
    keepMovements({fee, refund, charge});
    QCOMPARE(m_store->order(QStringLiteral("stripe"), QStringLiteral("pi"))->movements.size(), 3u);
    keepMovements({intent});
    const OrderView view = *m_store->order(QStringLiteral("stripe"), QStringLiteral("A-1"));
    QCOMPARE(view.movements.size(), 4u);
    QCOMPARE(view.state, OrderState::Refunded);
    QCOMPARE(view.totals.front().second.net(), -30);
    QCOMPARE(m_store->order(QStringLiteral("stripe"), QStringLiteral("pi")).error().code,
             QStringLiteral("orders.unknown")); // it is A-1's now
  }

  void whatFailedOnceMayBeReadLater() {
    EventFacts failed = told("e1", {});
    failed.state = EventState::Failed, failed.error = QStringLiteral("gateway.bad-object");
    QCOMPARE(keepEvent(failed).events.front(), EventState::Failed);
    QCOMPARE(keepEvent(failed).events.front(), EventState::Duplicate);
    const auto paid = movement(MovementKind::Charge, MovementStatus::Captured, 5, "ch");
    QCOMPARE(keepEvent(told("e1", {paid})).events.front(), EventState::Applied);
    QCOMPARE(euros().captured, 5);
  }

  // An event of the test mode that counted for nothing counts once it comes when the test mode does.
  void whatWasIgnoredOnceMayCountLater() {
    EventFacts ignored = told("e1", {});
    ignored.state = EventState::Ignored, ignored.error = QStringLiteral("gateway.test-mode");
    QCOMPARE(keepEvent(ignored).events.front(), EventState::Ignored);
    QVERIFY(!*m_store->knowsEvent(QStringLiteral("stripe"), QStringLiteral("e1")));
    QCOMPARE(keepEvent(ignored).events.front(), EventState::Duplicate);
    const auto paid = movement(MovementKind::Charge, MovementStatus::Captured, 5, "ch");
    QCOMPARE(keepEvent(told("e1", {paid})).events.front(), EventState::Applied);
    QVERIFY(*m_store->knowsEvent(QStringLiteral("stripe"), QStringLiteral("e1")));
    QCOMPARE(keepEvent(told("e1", {paid})).events.front(), EventState::Duplicate);
    QCOMPARE(euros().captured, 5);
  }

  void nobodysAddressIsKept() {
    OrderLine l = line("1", "1", 1000);
    l.customerHash = QStringLiteral("anna@example.org");
    OrderBatch b;
    b.provider = QStringLiteral("file"), b.lines = {l};
    QCOMPARE(m_store->keep(m_anna, b).error().code, QStringLiteral("orders.person-in-clear"));
    QCOMPARE(count("SELECT count(*) FROM sale_order"), 0);
  }

  void strangersMayNotChangeAnything() {
    OrderBatch b;
    b.provider = QStringLiteral("file"), b.lines = {line("1", "1", 1)};
    const Actor stranger{QStringLiteral("eve"), QStringLiteral("director"), false};
    QCOMPARE(m_store->keep(stranger, b).error().code, QStringLiteral("catalog.not-allowed"));
  }

  void linesFindTheirListingWhereJustOneIsMeant() {
    QVERIFY(m_db->execute(QStringLiteral(
        "INSERT INTO category (no, code, name) VALUES (1, 'c', 'c');"
        "INSERT INTO sku (no, id, code, name, category_no) VALUES (1, 's1', 'S1', 'S1', 1), (2, 's2', 'S2', 'S2', 1);"
        "INSERT INTO price_zone (no, id, code, name, currency) VALUES (1, 'z1', 'north', 'N', 'EUR'), (2, 'z2', "
        "'south', 'S', 'EUR');"
        "INSERT INTO listing (no, sku_no, zone_no) VALUES (11, 1, 1), (12, 1, 2), (21, 2, 1);")));
    OrderLine south = line("1", "1", 100, "S1"), open = line("1", "2", 100, "S1"), only = line("1", "3", 100, "S2");
    south.zone = QStringLiteral("south");
    keepLines({south, open, only, line("1", "4", 100, "no such")});
    auto paid = movement(MovementKind::Charge, MovementStatus::Captured, 500, "ch");
    paid.code = QStringLiteral("S2"), paid.quantityMilli = 2000, paid.unitHash = QStringLiteral("u9");
    keepMovements({paid});
    const std::vector<SoldLine> all = *m_store->soldLines(fromMillis(0), fromMillis(1'800'000'000'000));
    QCOMPARE(all.size(), 5u);
    QMap<QString, int> listings;
    for (const SoldLine& l : all)
      listings.insert(l.provider + l.line, l.listingNo);
    QCOMPARE(listings.value(QStringLiteral("file1")), 12);
    QCOMPARE(listings.value(QStringLiteral("file2")), 0);
    QCOMPARE(listings.value(QStringLiteral("file3")), 21);
    QCOMPARE(listings.value(QStringLiteral("file4")), 0);
    QCOMPARE(listings.value(QStringLiteral("stripech")), 21);
  }

  void newsSaysWhenRevenueSpokeLast() {
    QVERIFY(!m_store->news()->lastEvent);
    keepLines({line("1", "1", 1)});
    QCOMPARE(m_store->news()->lastEvent, m_clock.now());
    QVERIFY(!m_store->news()->usesGateway);
    ReconciliationRun run;
    run.provider = QStringLiteral("stripe"), run.from = fromMillis(1), run.to = fromMillis(2);
    run.started = run.ended = m_clock.now();
    QVERIFY(m_store->keepRun(m_anna, run));
    QVERIFY(!m_store->news()->usesGateway); // it has never worked
    QVERIFY(!m_store->news()->lastExact);
    run.isExact = true;
    QVERIFY(m_store->keepRun(m_anna, run));
    QVERIFY(m_store->news()->usesGateway);
    QCOMPARE(m_store->news()->lastExact, m_clock.now());
    QCOMPARE(m_store->news()->reconciledUpTo, fromMillis(2));
    QCOMPARE(m_store->runs({}, 10)->size(), 2u);
  }

  void booksAgreeUpToWhereNoGapIs() {
    const auto keepRun = [&](qint64 from, qint64 to, bool exact, const char* account = "a1") {
      ReconciliationRun run;
      run.provider = QStringLiteral("stripe"), run.from = fromMillis(from), run.to = fromMillis(to);
      run.started = run.ended = m_clock.now(), run.isExact = exact, run.account = QLatin1String(account);
      if (!m_store->keepRun(m_anna, run))
        qFatal("not kept");
      return m_store->news(QStringLiteral("stripe"))->reconciledUpTo;
    };
    QVERIFY(!keepRun(0, 100, false, ""));
    QCOMPARE(m_store->news()->account, QString());
    QCOMPARE(keepRun(50, 100, true), fromMillis(100));
    QCOMPARE(keepRun(101, 200, true), fromMillis(100)); // nobody has looked at what lies between
    QCOMPARE(keepRun(90, 300, false), fromMillis(100));
    QCOMPARE(keepRun(100, 200, true, "a2"), fromMillis(200));
    QCOMPARE(keepRun(0, 150, true), fromMillis(200)); // and never back
    QVERIFY(!m_store->news(QStringLiteral("other"))->reconciledUpTo);
    QCOMPARE(m_store->news()->account, QStringLiteral("a1")); // the first that is known
    QCOMPARE(m_store->runs({}, 1)->front().account, QStringLiteral("a1"));
  }

  void eachWorkspaceHasASaltOfItsOwn() {
    const QByteArray own = *m_store->salt();
    QCOMPARE(own.size(), 64);
    const auto db = std::move(*Database::open(QStringLiteral(":memory:"), OpenMode::CreateNew));
    Journal journal(*db, m_clock, m_ids);
    const OrderStore other(*db, journal, m_clock, m_ids);
    QVERIFY(*other.salt() != own);
    QCOMPARE(*m_store->salt(), own);
    QVERIFY(m_db->execute(QStringLiteral("DELETE FROM order_salt")));
    QCOMPARE(m_store->salt().error().code, QStringLiteral("storage.corrupt"));
  }

  void whatIsKnownIsCountedWithoutWhatIsVoid() {
    keepMovements({movement(MovementKind::Charge, MovementStatus::Captured, 5, "c1"),
                   movement(MovementKind::Charge, MovementStatus::Void, 5, "c2"),
                   movement(MovementKind::Fee, MovementStatus::Booked, 1, "f1")});
    QCOMPARE(*m_store->knownObjects({}), 2);
    QCOMPARE(*m_store->knownObjects({{}, {}, {}, false}), 1);
    QCOMPARE(*m_store->knownObjects({QStringLiteral("other"), {}, {}, true}), 0);
  }
};

QTEST_APPLESS_MAIN(tst_OrderStore)
#include "tst_OrderStore.moc"
