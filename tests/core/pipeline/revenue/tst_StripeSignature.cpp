// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/revenue/StripeSignature.h"
#include "support/TestData.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace pricewright;

class tst_StripeSignature : public QObject {
  Q_OBJECT
  const QByteArray m_body = "{\"id\":\"evt_1\"}", m_secret = "whsec_a";
  static Instant at(qint64 seconds) { return fromMillis(seconds * 1000); }
  QByteArray header(qint64 t, const QByteArray& secret) const {
    return "t=" + QByteArray::number(t) + ",v1=" + stripeSignature(secret, t, m_body);
  }
  QString verdict(const QByteArray& header, qint64 now, const std::vector<QByteArray>& secrets, int tolerance = 300) {
    const Status s = checkStripeSignature(m_body, header, secrets, at(now), std::chrono::seconds(tolerance));
    return s ? QString() : s.error().code;
  }

 private slots:
  void everyRecordedVectorAgrees() {
    QFile file(test::realDataFolder() + QStringLiteral("/stripe/webhook_vectors.json"));
    if (test::realDataFolder().isEmpty() || !file.open(QIODevice::ReadOnly))
      QSKIP("the recorded vectors are not on this machine");
    const QJsonArray all = QJsonDocument::fromJson(file.readAll()).array();
    QCOMPARE(all.size(), 12);
    for (const QJsonValue& value : all) {
      const QJsonObject v = value.toObject();
      const Status got = checkStripeSignature(v[u"payload"].toString().toUtf8(), v[u"header"].toString().toUtf8(),
                                              {v[u"secret"].toString().toUtf8()}, at(v[u"now_unix"].toInteger()),
                                              std::chrono::seconds(v[u"tolerance_s"].toInteger()));
      QVERIFY2(got.has_value() == v[u"expect_valid"].toBool(),
               qPrintable(v[u"name"].toString() + QStringLiteral(": ") + (got ? QString() : got.error().code)));
    }
  }

  void theTimeMayBeOffByTheToleranceBothWays() {
    const QByteArray h = header(1'700'000'000, m_secret);
    QCOMPARE(verdict(h, 1'700'000'300, {m_secret}), QString());
    QCOMPARE(verdict(h, 1'700'000'301, {m_secret}), QStringLiteral("gateway.too-old"));
    QCOMPARE(verdict(h, 1'699'999'700, {m_secret}), QString());
    QCOMPARE(verdict(h, 1'699'999'699, {m_secret}), QStringLiteral("gateway.from-the-future"));
    QCOMPARE(verdict(h, 1, {m_secret}, 0), QString());
  }

  void whileASecretIsChangedBothAreGood() {
    const QByteArray old = header(1000, "whsec_old"), fresh = header(1000, "whsec_new");
    QCOMPARE(verdict(old, 1000, {"whsec_new", "whsec_old"}), QString());
    QCOMPARE(verdict(fresh, 1000, {"whsec_new", "whsec_old"}), QString());
    QCOMPARE(verdict(old, 1000, {"whsec_new"}), QStringLiteral("gateway.bad-signature"));
    QCOMPARE(verdict(old + ",v1=" + stripeSignature("whsec_new", 1000, m_body), 1000, {"whsec_new"}), QString());
  }

  void nobodyGetsInWithoutASecretOrASignature() {
    const QByteArray empty = header(1000, "");
    QCOMPARE(verdict(empty, 1000, {}), QStringLiteral("gateway.no-secret"));
    QCOMPARE(verdict(empty, 1000, {""}), QStringLiteral("gateway.bad-signature")); // signed with nothing
    QCOMPARE(verdict("  ", 1000, {m_secret}), QStringLiteral("gateway.no-signature"));
    for (const char* bad :
         {"t=1000", "v1=00", "t=,v1=00", "t=x,v1=00", "t=-1,v1=00", "=,=,=", "t=99999999999999999999,v1=a"})
      QCOMPARE(verdict(bad, 1000, {m_secret}), QStringLiteral("gateway.bad-header"));
    const QByteArray good = stripeSignature(m_secret, 1000, m_body);
    QCOMPARE(verdict("t=1000,v1=" + good.left(63), 1000, {m_secret}), QStringLiteral("gateway.bad-signature"));
    QCOMPARE(verdict("t=1000,v1=" + good.toUpper(), 1000, {m_secret}), QStringLiteral("gateway.bad-signature"));
    QCOMPARE(verdict("t=1001,v1=" + good, 1000, {m_secret}), QStringLiteral("gateway.bad-signature"));
    QCOMPARE(verdict("t=9223372036854775807,v1=" + stripeSignature(m_secret, 9223372036854775807LL, m_body), 1000,
                     {m_secret}),
             QStringLiteral("gateway.from-the-future"));
    QCOMPARE(verdict(QByteArray(1'000'000, ','), 1000, {m_secret}), QStringLiteral("gateway.bad-header"));
  }

  // With Stripe's own library where it is: its folder in PRICEWRIGHT_STRIPE_NODE.
  void stripesOwnLibrarySignsAsWeDo() {
    const QString folder = qEnvironmentVariable("PRICEWRIGHT_STRIPE_NODE");
    const QString node = QStandardPaths::findExecutable(QStringLiteral("node"));
    if (folder.isEmpty() || node.isEmpty())
      QSKIP("Stripe's library is not here: PRICEWRIGHT_STRIPE_NODE names the folder of its node_modules");
    const QString script =
        QStringLiteral("const S=require('stripe');const s=new (S.default||S)('sk_test_x');const out=[];"
                       "for(let i=0;i<50;++i){const payload=JSON.stringify({id:'evt_'+i,text:'äö€'.repeat(i),n:i});"
                       "const timestamp=1700000000+i;const secret='whsec_'+i;out.push({payload,secret,timestamp,"
                       "header:s.webhooks.generateTestHeaderString({payload,secret,timestamp})});}"
                       "console.log(JSON.stringify(out));");
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(node, {QStringLiteral("-e"), script});
    QVERIFY(process.waitForFinished(30'000));
    const QJsonArray all = QJsonDocument::fromJson(process.readAllStandardOutput()).array();
    QVERIFY2(all.size() == 50, process.readAllStandardError());
    for (const QJsonValue& value : all) {
      const QJsonObject v = value.toObject();
      const QByteArray payload = v[u"payload"].toString().toUtf8(), secret = v[u"secret"].toString().toUtf8();
      QVERIFY(checkStripeSignature(payload, v[u"header"].toString().toUtf8(), {secret},
                                   at(v[u"timestamp"].toInteger() + 299), std::chrono::seconds(300)));
      QVERIFY(!checkStripeSignature(payload + ' ', v[u"header"].toString().toUtf8(), {secret},
                                    at(v[u"timestamp"].toInteger()), std::chrono::seconds(300)));
    }
  }
};

QTEST_APPLESS_MAIN(tst_StripeSignature)
#include "tst_StripeSignature.moc"
