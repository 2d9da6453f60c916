// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "orders/OrderStore.h"
#include "orders/PaidOrders.h"

#include <QTest>

using namespace pricewright;

namespace {

const Currency kEur = *Currency::fromCode(u"EUR");
const Instant kNoon = fromMillis(1'700'000'000'000);

Movement money(MovementKind kind, MovementStatus status, qint64 minor, const char* id, const char* on = "") {
  Movement m;
  m.provider = QStringLiteral("stripe"), m.objectId = QLatin1String(id), m.kind = kind, m.status = status;
  m.amountMinor = minor, m.authorizedMinor = kind == MovementKind::Charge ? minor : 0, m.currency = kEur;
  m.parentId = QLatin1String(on), m.hasMoved = true, m.happened = m.asOf = kNoon;
  return m;
}
Movement charge(qint64 minor, const char* id, const char* order) {
  Movement m = money(MovementKind::Charge, MovementStatus::Captured, minor, id);
  m.orderRef = QLatin1String(order);
  return m;
}
OrderLine soldAs(const char* order, const char* no, qint64 minor) {
  OrderLine l;
  l.provider = QStringLiteral("stripe"), l.orderId = QLatin1String(order), l.line = QLatin1String(no);
  l.code = QStringLiteral("S1"), l.amountMinor = minor, l.taxMinor = minor / 10, l.currency = kEur;
  l.placed = kNoon - std::chrono::minutes(5), l.unitHash = QStringLiteral("u1");
  return l;
}

} // namespace

class tst_PaidOrders : public QObject {
  Q_OBJECT
  FixedClock m_clock{kNoon + std::chrono::hours(1)};
  IdSource m_ids{m_clock, 7};
  std::unique_ptr<Database> m_db;
  std::unique_ptr<Journal> m_journal;
  std::unique_ptr<OrderStore> m_store;

  void keep(std::vector<OrderLine> lines, std::vector<Movement> movements) {
    OrderBatch batch;
    batch.provider = QStringLiteral("stripe"), batch.source = LoadSource::Api;
    batch.lines = std::move(lines), batch.movements = std::move(movements);
    const auto kept = m_store->keep({QStringLiteral("anna"), QStringLiteral("analyst"), false}, batch);
    QVERIFY2(kept, qPrintable(kept ? QString() : kept.error().debugText()));
  }
  std::vector<PaidOrder> orders(Instant from = kNoon - std::chrono::hours(1)) {
    auto found = paidOrders(*m_db, from);
    if (!found)
      qFatal("%s", qPrintable(found.error().debugText()));
    return std::move(*found);
  }

 private slots:
  void init() {
    m_store.reset(), m_journal.reset(), m_db.reset();
    m_db = std::move(*Database::open(QStringLiteral(":memory:"), OpenMode::CreateNew));
    m_journal = std::make_unique<Journal>(*m_db, m_clock, m_ids);
    m_store = std::make_unique<OrderStore>(*m_db, *m_journal, m_clock, m_ids);
    QVERIFY(m_db->execute(QStringLiteral("INSERT INTO user (name, id, role) VALUES ('anna', 'u1', 'analyst')")));
  }
  void linesMoneyAndWhatWasGivenBackFindEachOther() {
    keep({}, {money(MovementKind::Refund, MovementStatus::Succeeded, 300, "re_1", "ch_1")}); // before its order
    keep({soldAs("A", "1", 700), soldAs("A", "2", 500)}, {charge(1200, "ch_1", "A")});
    const auto found = orders();
    QCOMPARE(found.size(), std::size_t(1));
    QCOMPARE(found[0].orderId, QString("A"));
    QCOMPARE(found[0].unitHash, QString("u1"));
    QCOMPARE(found[0].placed, kNoon - std::chrono::minutes(5));
    QCOMPARE(found[0].lines.size(), std::size_t(2));
    QCOMPARE(found[0].lines[0].taxMinor.value_or(0), qint64(70));
    QCOMPARE(found[0].totals.size(), std::size_t(1));
    QCOMPARE(found[0].totals[0].second.net(), qint64(900));
  }
  void severalPaymentsAreOneOrder() {
    keep({soldAs("A", "1", 1200)}, {charge(700, "ch_1", "A"), charge(500, "ch_2", "A")});
    const auto found = orders();
    QCOMPARE(found.size(), std::size_t(1));
    QCOMPARE(found[0].totals[0].second.net(), qint64(1200));
    QCOMPARE(found[0].lines.size(), std::size_t(1));
  }
  void whatWasNeverPaidIsNoOrder() {
    Movement failed = charge(1200, "ch_1", "A");
    failed.status = MovementStatus::Failed;
    keep({soldAs("A", "1", 1200)}, {failed});
    QVERIFY(orders().empty());
  }
  void aPaymentThatNamesItsProductStandsInForLines() {
    Movement paid = charge(1200, "ch_1", "A");
    paid.code = QStringLiteral("S1"), paid.quantityMilli = 3000, paid.unitHash = QStringLiteral("u2");
    keep({}, {paid});
    auto found = orders();
    QCOMPARE(found.size(), std::size_t(1));
    QCOMPARE(found[0].unitHash, QString("u2"));
    QCOMPARE(found[0].placed, kNoon);
    QCOMPARE(found[0].lines.size(), std::size_t(1));
    QCOMPARE(found[0].lines[0].quantityMilli, qint64(3000));
    keep({soldAs("A", "1", 700), soldAs("A", "2", 500)}, {});
    found = orders();
    QCOMPARE(found[0].lines.size(), std::size_t(2)); // and then the lines alone
    QVERIFY(found[0].lines[0].taxMinor.has_value());
  }
  void ordersOfBeforeAreLeftOut() {
    keep({soldAs("A", "1", 1200)}, {charge(1200, "ch_1", "A")});
    QVERIFY(orders(kNoon + std::chrono::minutes(1)).empty());
  }
};

QTEST_GUILESS_MAIN(tst_PaidOrders)
#include "tst_PaidOrders.moc"
