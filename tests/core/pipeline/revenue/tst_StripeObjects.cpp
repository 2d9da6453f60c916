// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "orders/OrderFile.h"
#include "pipeline/revenue/StripeObjects.h"
#include "support/TestData.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace pricewright;

class tst_StripeObjects : public QObject {
  Q_OBJECT
  StripeReading m_how;

  static QJsonObject charge() {
    return {{"id", "ch_1"},
            {"object", "charge"},
            {"amount", 1000},
            {"amount_captured", 700},
            {"currency", "eur"},
            {"created", 1700000000},
            {"captured", true},
            {"status", "succeeded"},
            {"payment_intent", "pi_1"},
            {"metadata", QJsonObject{{"order_id", "A1"}, {"sku", "S"}, {"quantity", "2"}}},
            {"customer", "cus_1"},
            {"livemode", true}};
  }
  static QJsonObject event(const char* type, const QJsonObject& object) {
    return {{"id", "evt_1"},
            {"type", QLatin1String(type)},
            {"created", 1700000001},
            {"livemode", true},
            {"data", QJsonObject{{"object", object}}}};
  }
  QString money(qint64 amount, const char* currency) {
    const auto m = stripeMoney(amount, QLatin1String(currency));
    if (!m)
      return m.error().code;
    const auto back = stripeAmount(*m);
    return back && *back == amount ? m->toString() : QStringLiteral("does not come back");
  }

 private slots:
  void initTestCase() { m_how.salt = "w"; }

  void amountsAreReadAsStripeWritesThem() {
    QCOMPARE(money(1099, "usd"), QStringLiteral("10.99"));
    QCOMPARE(money(500, "jpy"), QStringLiteral("500"));
    QCOMPARE(money(5120, "kwd"), QStringLiteral("5.120"));
    QCOMPARE(money(500, "isk"), QStringLiteral("5")); // two digits for compatibility
    QCOMPARE(money(500, "ugx"), QStringLiteral("5")); // the same
    QCOMPARE(money(1045, "huf"), QStringLiteral("10.45"));
    QCOMPARE(money(80045, "twd"), QStringLiteral("800.45"));
    QCOMPARE(money(300, "mga"), QStringLiteral("300.00"));             // none there, two with us
    QCOMPARE(money(550, "isk"), QStringLiteral("gateway.bad-amount")); // half a krona
    QCOMPARE(money(1, "zzz"), QStringLiteral("money.unknown-currency"));
    for (const char* currency : {"mga", "usd", "isk"})
      for (const qint64 amount : {std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::min(),
                                  kMostOrderMinor * 100 + 100, -kMostOrderMinor * 100 - 100})
        QCOMPARE(money(amount, currency), QStringLiteral("gateway.bad-amount"));
    QCOMPARE(money(kMostOrderMinor, "usd"), QStringLiteral("10000000000000.00"));
  }

  void noCurrencyLosesMoneyOnTheWay() {
    for (const Currency& c : knownCurrencies())
      for (const qint64 minor : {qint64(0), qint64(1), qint64(99), qint64(123'456)}) {
        const auto amount = stripeAmount(Money(minor, c));
        if (amount)
          QCOMPARE(stripeMoney(*amount, c.code().toLower())->minor(), minor);
        else
          QVERIFY(stripeDigits(c) < c.minorDigits());
      }
  }

  void aChargeIsWhatWasCapturedOfIt() {
    const Movement m = **readStripeObject(charge(), fromMillis(5), m_how);
    QCOMPARE(m.kind, MovementKind::Charge);
    QCOMPARE(m.status, MovementStatus::Captured);
    QCOMPARE(m.amountMinor, 700);
    QCOMPARE(m.authorizedMinor, 1000);
    QCOMPARE(m.orderRef, QStringLiteral("A1"));
    QCOMPARE(m.quantityMilli, 2000);
    QCOMPARE(m.customerHash.size(), 64);
    QJsonObject held = charge();
    held["captured"] = false;
    QCOMPARE((*readStripeObject(held, {}, m_how))->status, MovementStatus::Authorized);
    QCOMPARE((*readStripeObject(held, {}, m_how))->amountMinor, 0);
    QJsonObject expanded = charge(); // the payment in full in its place
    expanded["payment_intent"] = QJsonObject{{"id", "pi_2"}};
    QCOMPARE((*readStripeObject(expanded, {}, m_how))->intentRef, QStringLiteral("pi_2"));
  }

  void whatIsNoObjectIsRefusedWithItsReason() {
    const auto code = [&](auto change) {
      QJsonObject o = charge();
      change(o);
      const auto m = readStripeObject(o, {}, m_how);
      return m ? QString() : m.error().code;
    };
    QCOMPARE(code([](QJsonObject& o) { o["amount"] = "12"; }), QStringLiteral("gateway.bad-object"));
    QCOMPARE(code([](QJsonObject& o) { o["amount"] = 12.5; }), QStringLiteral("gateway.bad-object"));
    QCOMPARE(code([](QJsonObject& o) { o["amount"] = 1e300; }), QStringLiteral("gateway.bad-object"));
    QCOMPARE(code([](QJsonObject& o) { o["amount_captured"] = -1; }), QStringLiteral("gateway.bad-object"));
    QCOMPARE(code([](QJsonObject& o) { o["amount"] = std::numeric_limits<qint64>::max(); }),
             QStringLiteral("gateway.bad-amount"));
    QCOMPARE(code([](QJsonObject& o) { o["amount"] = std::numeric_limits<qint64>::min(); }),
             QStringLiteral("gateway.bad-object"));
    QCOMPARE(code([](QJsonObject& o) { o.remove("id"); }), QStringLiteral("gateway.bad-object"));
    QCOMPARE(code([](QJsonObject& o) { o["created"] = -5; }), QStringLiteral("gateway.bad-object"));
    QCOMPARE(code([](QJsonObject& o) { o["currency"] = QJsonValue(); }), QStringLiteral("money.unknown-currency"));
    QCOMPARE(code([](QJsonObject& o) { o["livemode"] = false; }), QStringLiteral("gateway.test-mode"));
    StripeReading testing = m_how;
    testing.testModeCounts = true;
    QJsonObject test = charge();
    test["livemode"] = false;
    QVERIFY(readStripeObject(test, {}, testing));
  }

  void visitorsAreHashedInFullAndWithTheSalt() {
    const auto hash = [](const QString& visitor, const StripeReading& how) {
      QJsonObject o = charge();
      o["metadata"] = QJsonObject{{"visitor", visitor}};
      return (*readStripeObject(o, {}, how))->unitHash;
    };
    const QString name(400, u'v');
    QCOMPARE(hash(name, m_how), hashedName("w", name));
    StripeReading known = m_how;
    known.unitHash = [](const QString& visitor) { return QString::number(visitor.size()); };
    QCOMPARE(hash(name, known), QStringLiteral("400"));
  }

  void hugeSumsGivenBackFailTheirEventAlone() {
    QJsonObject c = charge();
    c["amount_refunded"] = std::numeric_limits<qint64>::max();
    const EventFacts failed = *readStripeEvent(event("charge.refunded", c), m_how);
    QCOMPARE(failed.state, EventState::Failed);
    QCOMPARE(failed.waitsMinor, 0);
  }

  void eventsOfOtherThingsAreIgnored() {
    QCOMPARE(readStripeEvent(event("customer.created", {}), m_how)->state, EventState::Ignored);
    QCOMPARE(readStripeEvent(event("payout.paid", {{"object", "payout"}}), m_how)->error,
             QStringLiteral("gateway.other-type"));
    QJsonObject bad = charge();
    bad["amount"] = true;
    const EventFacts failed = *readStripeEvent(event("charge.updated", bad), m_how);
    QCOMPARE(failed.state, EventState::Failed);
    QVERIFY(failed.movements.empty());
    for (const char* body : {"", "[]", "{}", "{\"id\":5}", "\xff\xfe", "{\"id\":\"evt\"", "null"})
      QCOMPARE(readStripeEvent(QByteArray(body), m_how).error().code, QStringLiteral("gateway.unreadable"));
    QCOMPARE(readStripeEvent(QByteArray(5'000'000, '['), m_how).error().code, QStringLiteral("gateway.unreadable"));
  }

  void aChargeTellsItsRefundsOrWaitsForThem() {
    QJsonObject c = charge();
    c["amount"] = 700, c["amount_refunded"] = 200;
    const EventFacts waits = *readStripeEvent(event("charge.refunded", c), m_how);
    QCOMPARE(waits.waitsFor, QStringLiteral("ch_1"));
    QCOMPARE(waits.waitsMinor, 200);
    c["refunds"] = QJsonObject{{"data", QJsonArray{QJsonObject{{"id", "re_1"},
                                                               {"object", "refund"},
                                                               {"amount", 200},
                                                               {"currency", "eur"},
                                                               {"created", 1700000000},
                                                               {"status", "succeeded"}}}}};
    const EventFacts told = *readStripeEvent(event("charge.refunded", c), m_how);
    QCOMPARE(told.movements.size(), 2u);
    QCOMPARE(told.movements[1].parentId, QStringLiteral("ch_1"));
  }

  void theRecordedObjectsAreUnderstood() {
    QFile file(test::realDataFolder() + QStringLiteral("/stripe/fixtures_subset.json"));
    if (test::realDataFolder().isEmpty() || !file.open(QIODevice::ReadOnly))
      QSKIP("the recorded objects are not on this machine");
    const QJsonObject all = QJsonDocument::fromJson(file.readAll()).object();
    StripeReading testing = m_how;
    testing.testModeCounts = true;
    QMap<QString, QString> read;
    for (auto it = all.begin(); it != all.end(); ++it) {
      const auto m = readStripeObject(it.value().toObject(), {}, testing);
      QVERIFY2(m, qPrintable(it.key() + (m ? QString() : m.error().debugText())));
      if (*m)
        read.insert(it.key(), movementKindName((*m)->kind) + u' ' + movementStatusName((*m)->status));
    }
    QCOMPARE(read, (QMap<QString, QString>{{"charge", "charge authorized"},
                                           {"dispute", "dispute inquiry"},
                                           {"payment_intent", "intent pending"},
                                           {"refund", "refund succeeded"}})); // a booking without a fee is none
    QCOMPARE(readStripeEvent(all[u"event"].toObject(), testing)->state, EventState::Ignored);
  }
};

QTEST_APPLESS_MAIN(tst_StripeObjects)
#include "tst_StripeObjects.moc"
