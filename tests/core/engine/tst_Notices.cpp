// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// From a row of the workspace to a mail server and a webhook on this machine, by settings and secrets.
#include "engine/market/Notices.h"

#include "support/HookServer.h"
#include "support/SmallMarket.h"
#include "support/SmtpServer.h"

#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

class HeldSecrets final : public SecretStore {
 public:
  std::map<QString, QByteArray> held;
  std::optional<Error> error;
  int asked = 0;
  Result<std::optional<QByteArray>> read(const QString& name) override {
    ++asked;
    if (error)
      return *error;
    const auto found = held.find(name);
    return found == held.end() ? std::nullopt : std::optional(QByteArray(found->second.constData()));
  }
  Status write(const QString& name, const QByteArray& bytes) override {
    held[name] = bytes;
    return {};
  }
  Status remove(const QString& name) override {
    held.erase(name);
    return {};
  }
  QString where() const override { return QStringLiteral("memory"); }
};

struct Desk : SmallMarket {
  TestAuthority authority;
  SmtpServer mail{authority, {}};
  HookServer hook{authority, [](const HookServer::Request&) { return HookServer::Reply(); }};
  HeldSecrets secrets;
  int made = 0;

  Desk() : SmallMarket(2, 1, 8) {
    sql("CREATE TABLE IF NOT EXISTS notice (no INTEGER PRIMARY KEY, channel TEXT NOT NULL, recipient TEXT NOT NULL, "
        "subject TEXT NOT NULL, body TEXT NOT NULL, payload TEXT NOT NULL, made_ms INTEGER NOT NULL, due_ms INTEGER "
        "NOT "
        "NULL, tries INTEGER NOT NULL DEFAULT 0, sent_ms INTEGER, error TEXT NOT NULL DEFAULT '', key TEXT NOT NULL "
        "UNIQUE) STRICT");
    set("notify.smtp.host", QStringLiteral("127.0.0.1")), set("notify.smtp.port", mail.port());
    set("notify.smtp.user", QStringLiteral("pricewright"));
    set("notify.smtp.from", QStringLiteral("Pricewright <prices@shop.example>"));
    set("notify.smtp.to", QStringLiteral("anna@shop.example"));
    set("notify.webhook.url", hook.url());
    set("notify.webhook.allowed-addresses", QStringLiteral("127.0.0.0/8"));
    secrets.held = {{QStringLiteral("smtp.127.0.0.1"), "correct horse"},
                    {QStringLiteral("webhook.127.0.0.1"), "whsec"}};
  }
  void set(const char* key, const QVariant& value) {
    need(ws->catalog().setSetting(ws->me(), QString::fromLatin1(key), value));
  }
  void add(const char* channel, const char* to = "") {
    Query q =
        take(Query::prepare(ws->database(), "INSERT INTO notice (channel, recipient, subject, body, payload, "
                                            "made_ms, due_ms, key) VALUES (?1, ?2, 'Rival is cheaper', 'b', '{}', "
                                            "?3, ?3, ?4)"));
    need(q.bind(1, channel).bind(2, to).bind(3, toMillis(clock.now())).bind(4, QString::number(++made)).run());
  }
  DeliveryReport deliver() { return take(deliverDue(*ws, secrets, {}, {authority.caFile()})); }
};

} // namespace

class tst_Notices : public QObject {
  Q_OBJECT
 private slots:
  void whatIsDueArrives() {
    Desk d;
    d.add("email"), d.add("email", "bob@shop.example"), d.add("webhook"), d.add("desktop");
    const DeliveryReport report = d.deliver();
    QCOMPARE(report.sent(), 3);
    QCOMPARE(report.notSent(), 0);
    QCOMPARE(d.mail.mails().size(), std::size_t(2));
    QCOMPARE(d.mail.mails()[1].to, QList<QByteArray>{"bob@shop.example"});
    QVERIFY(d.mail.mails()[0].data.contains("Subject: Rival is cheaper\r\n"));
    QVERIFY(d.mail.mails()[0].data.contains("Date: Mon, 02 Mar 2026 09:00:00 +0000\r\n"));
    QCOMPARE(d.hook.requests().size(), std::size_t(1));
    QCOMPARE(d.deliver().sent(), 0);
  }

  // Nobody is asked for his keychain's password where there is nothing to send.
  void secretsAreOnlyAskedForWhenNeeded() {
    Desk d;
    d.add("desktop");
    QCOMPARE(d.deliver().notSent(), 0);
    QCOMPARE(d.secrets.asked, 0);
  }

  void whatIsNotSetUpWaits_data() {
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("code");
    QTest::newRow("no server") << QByteArray("notify.smtp.host") << QString() << "notice.not-set-up";
    QTest::newRow("bad server") << QByteArray("notify.smtp.host") << "a b" << "mail.bad-host";
    QTest::newRow("another server") << QByteArray("notify.smtp.host") << "evil.example" << "mail.no-password";
    QTest::newRow("no tls") << QByteArray("notify.smtp.security") << "none" << "mail.bad-security";
    QTest::newRow("no sender") << QByteArray("notify.smtp.from") << QString() << "mail.no-sender";
    QTest::newRow("bad sender") << QByteArray("notify.smtp.from") << "prices" << "mail.bad-address";
    QTest::newRow("two senders") << QByteArray("notify.smtp.from") << "a@b.example, c@d.example" << "mail.bad-address";
    QTest::newRow("bad receiver") << QByteArray("notify.smtp.to") << "anna@" << "mail.bad-address";
  }
  void whatIsNotSetUpWaits() {
    QFETCH(QByteArray, key);
    QFETCH(QString, value);
    QFETCH(QString, code);
    Desk d;
    d.set(key.constData(), value);
    d.add("email"), d.add("webhook");
    const DeliveryReport report = d.deliver();
    QCOMPARE(report.channels.at(NoticeChannel::Email).left, 1);
    QCOMPARE(report.channels.at(NoticeChannel::Email).reasons, (QMap<QString, int>{{code, 1}}));
    QCOMPARE(report.channels.at(NoticeChannel::Webhook).sent, 1); // the other channel is none the worse
    QCOMPARE(d.count("SELECT tries FROM notice WHERE channel = 'email'"), 0);
    QCOMPARE(d.mail.connections(), 0);
  }

  void secretsThatCannotBeReadLeaveAllWaiting() {
    Desk d;
    d.secrets.error = fail(QStringLiteral("secrets.passphrase-missing"));
    d.add("email"), d.add("webhook");
    const DeliveryReport report = d.deliver();
    QCOMPARE(report.channels.at(NoticeChannel::Email).reasons.value(QStringLiteral("secrets.passphrase-missing")), 1);
    QCOMPARE(report.channels.at(NoticeChannel::Webhook).reasons.value(QStringLiteral("secrets.passphrase-missing")), 1);
    QCOMPARE(report.sent(), 0);
    QCOMPARE(d.count("SELECT sum(tries) FROM notice"), 0);
    d.secrets.error.reset();
    QCOMPARE(d.deliver().sent(), 2);
  }

  // No password in the file, its journal, or in what is kept of a failure.
  void theWorkspaceKnowsNoSecret() {
    Desk d;
    SmtpServer::Mood mood;
    mood.login = "535 5.7.8 no\r\n";
    d.mail.setMood(mood);
    d.add("email"), d.add("webhook");
    QCOMPARE(d.deliver().channels.at(NoticeChannel::Email).failed, 1);
    need(d.ws->database().execute(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")));
    QFile file(d.path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.contains("smtp.login-denied 535 5.7.8 no"));
    QVERIFY(!bytes.contains("correct horse") && !bytes.contains("whsec"));
  }

  void aTestIsSentWithoutARow() {
    Desk d;
    const NoticeTransport transport{d.authority.caFile()};
    const Delivery mail =
        take(sendTestNotice(*d.ws, d.secrets, NoticeChannel::Email, QStringLiteral("bob@shop.example"), {}, transport));
    QVERIFY2(mail.isSent(), qPrintable(mail.error()));
    QCOMPARE(d.mail.mails().front().to, QList<QByteArray>{"bob@shop.example"});
    const Delivery hook = take(sendTestNotice(*d.ws, d.secrets, NoticeChannel::Webhook, {}, {}, transport));
    QVERIFY2(hook.isSent(), qPrintable(hook.error()));
    QCOMPARE(d.count("SELECT count(*) FROM notice"), 0);
    d.secrets.held.clear();
    const auto refused = sendTestNotice(*d.ws, d.secrets, NoticeChannel::Email, {}, {}, transport);
    QCOMPARE(refused.error().code, QStringLiteral("mail.no-password"));
    QCOMPARE(refused.error().arguments.value(QStringLiteral("name")), QStringLiteral("smtp.127.0.0.1"));
    QCOMPARE(sendTestNotice(*d.ws, d.secrets, NoticeChannel::Desktop, {}, {}, transport).error().code,
             QStringLiteral("notice.desktop-is-shown"));
  }

  void statusSaysWhatWaitsAndWhatIsMissing() {
    Desk d;
    SmtpServer::Mood mood;
    mood.recipients = {{"nobody@shop.example", "550 who?\r\n"}};
    d.mail.setMood(mood);
    d.add("email", "nobody@shop.example"), d.add("email");
    (void)d.deliver();
    NoticeStatus status = take(noticeStatus(*d.ws));
    QCOMPARE(status.mailSecret, QStringLiteral("smtp.127.0.0.1"));
    QCOMPARE(status.webhookSecret, QStringLiteral("webhook.127.0.0.1"));
    QCOMPARE(status.mailProblem + status.webhookProblem, QString());
    QCOMPARE(status.counts.at(NoticeChannel::Email).givenUp, 1);
    QCOMPARE(status.counts.at(NoticeChannel::Email).sent, 1);
    QCOMPARE(status.givenUp.size(), std::size_t(1));
    QCOMPARE(status.givenUp[0].error, QStringLiteral("smtp.recipient-refused 550 who?"));
    d.set("notify.webhook.url", QStringLiteral("http://hooks.example/")), d.set("notify.smtp.security", "ssl");
    status = take(noticeStatus(*d.ws));
    QCOMPARE(status.webhookProblem, QStringLiteral("webhook.not-https"));
    QCOMPARE(status.mailProblem, QStringLiteral("mail.bad-security"));
  }

  void byHandTheyAreDueAgain() {
    Desk d;
    SmtpServer::Mood mood;
    mood.message = "554 spam\r\n";
    d.mail.setMood(mood);
    d.add("email"), d.add("email");
    QCOMPARE(d.deliver().channels.at(NoticeChannel::Email).givenUp, 2);
    d.mail.setMood({});
    const std::vector<qint64> one{1}, bad{2, 99};
    QCOMPARE(retryNotices(*d.ws, bad).error().code, QStringLiteral("notice.unknown"));
    QCOMPARE(d.deliver().sent(), 0); // all or none
    QCOMPARE(take(retryNotices(*d.ws, one)), 1);
    QCOMPARE(d.deliver().sent(), 1);
    QCOMPARE(take(retryNotices(*d.ws, {})), 1);
    QCOMPARE(d.deliver().sent(), 1);
    QCOMPARE(d.count("SELECT count(*) FROM audit_entry WHERE kind = 'notice.retried'"), 2);
    QCOMPARE(retryNotices(*d.ws, one).error().code, QStringLiteral("notice.already-sent"));
  }

  void aSecretBelongsToItsHost() {
    QCOMPARE(mailSecretName(QStringLiteral("Mail.Example")), QStringLiteral("smtp.mail.example"));
    QCOMPARE(webhookSecretName(QStringLiteral("bücher.example")), QStringLiteral("webhook.xn--bcher-kva.example"));
    QVERIFY(checkSecretName(mailSecretName(QStringLiteral("2001:db8::1"))));
  }
};

QTEST_GUILESS_MAIN(tst_Notices)
#include "tst_Notices.moc"
