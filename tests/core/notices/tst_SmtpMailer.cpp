// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Mail against a server on this machine that also does what no good one does.
#include "notices/SmtpMailer.h"

#include "support/SmtpServer.h"

#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

const Instant kThen = fromMillis(1'772'357'400'000); // 2026-03-01 09:30 UTC
const QByteArray kPassword = "correct horse";

Notice notice(const QString& to = {}) {
  Notice n;
  n.no = 1, n.channel = NoticeChannel::Email, n.recipient = to;
  n.subject = QStringLiteral("3 Preise warten – schön"), n.body = QStringLiteral("Zeile\n.Punkt\n"),
  n.key = QStringLiteral("cycle-1");
  return n;
}

struct Post {
  TestAuthority authority;
  SmtpServer server;
  explicit Post(SmtpServer::Mood mood = {}, const QByteArray& name = "IP:127.0.0.1")
      : authority(name), server(authority, std::move(mood)) {}

  MailServer settings() const {
    MailServer m;
    m.host = QStringLiteral("127.0.0.1"), m.port = server.port();
    m.user = QStringLiteral("pricewright"), m.password = QByteArray(kPassword.constData(), kPassword.size());
    m.from = {QStringLiteral("Pricewright"), "prices@shop.example"};
    m.to = {{QString(), "anna@shop.example"}};
    m.caFile = authority.caFile();
    m.connect = std::chrono::seconds(5), m.total = std::chrono::seconds(10);
    return m;
  }
  Delivery send(const Notice& what = notice(), const JobContext& job = {}) const { return send(settings(), what, job); }
  static Delivery send(MailServer how, const Notice& what = notice(), const JobContext& job = {}) {
    auto mailer = SmtpMailer::open(std::move(how));
    if (!mailer)
      return Delivery::never(mailer.error().code);
    return (*mailer)->deliver(what, kThen, job);
  }
};

QByteArray idIn(const QByteArray& data) {
  const qsizetype at = data.indexOf("Message-ID: ");
  return data.mid(at, data.indexOf("\r\n", at) - at);
}

} // namespace

class tst_SmtpMailer : public QObject {
  Q_OBJECT
 private slots:
  void mailIsHandedOverInsideTls_data() {
    QTest::addColumn<bool>("fromTheStart");
    QTest::newRow("starttls") << false;
    QTest::newRow("tls") << true;
  }
  void mailIsHandedOverInsideTls() {
    QFETCH(bool, fromTheStart);
    SmtpServer::Mood mood;
    mood.isTlsFromTheStart = fromTheStart;
    const Post post(mood);
    MailServer how = post.settings();
    how.security = fromTheStart ? MailServer::Security::Tls : MailServer::Security::StartTls;
    const Delivery d = Post::send(how, notice(QStringLiteral("Anna <anna@shop.example>, bob@shop.example")));
    QVERIFY2(d.isSent(), qPrintable(d.error()));
    QCOMPARE(d.error(), QString());
    const auto mails = post.server.mails();
    QCOMPARE(mails.size(), std::size_t(1));
    QCOMPARE(mails[0].from, QByteArray("prices@shop.example"));
    QCOMPARE(mails[0].to, (QList<QByteArray>{"anna@shop.example", "bob@shop.example"}));
    QVERIFY(mails[0].data.contains("Date: Sun, 01 Mar 2026 09:30:00 +0000\r\n"));
    QVERIFY(mails[0].data.endsWith("\r\n\r\nZeile\r\n=2EPunkt\r\n"));
    QVERIFY(post.server.inSecret().contains(("\0pricewright\0" + kPassword).toBase64()) ||
            post.server.inSecret().contains(QByteArray("\0pricewright\0correct horse", 26).toBase64()));
    QVERIFY(!post.server.inTheOpen().contains("AUTH") && !post.server.inTheOpen().contains("MAIL"));
  }

  void oneConnectionCarriesMany() {
    const Post post;
    auto mailer = SmtpMailer::open(post.settings());
    QVERIFY(mailer);
    for (int i = 0; i < 5; ++i)
      QVERIFY((*mailer)->deliver(notice(), kThen, {}).isSent());
    QCOMPARE(post.server.mails().size(), std::size_t(5));
    QCOMPARE(post.server.connections(), 1);
  }

  // Without TLS nothing is said: neither the password, nor who writes to whom.
  void withoutTlsNothingIsSaid_data() {
    QTest::addColumn<bool>("offers");
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("not offered") << false << QByteArray("220 go ahead\r\n");
    QTest::newRow("refused") << true << QByteArray("454 not now\r\n");
    QTest::newRow("not understood") << true << QByteArray("500 what?\r\n");
  }
  void withoutTlsNothingIsSaid() {
    QFETCH(bool, offers);
    QFETCH(QByteArray, answer);
    SmtpServer::Mood mood;
    mood.offersTls = offers, mood.tlsAnswer = answer;
    const Post post(mood);
    const Delivery d = post.send();
    QCOMPARE(d.code, QStringLiteral("smtp.no-tls"));
    QVERIFY(!d.isSent() && d.blocksOthers);
    const QByteArray open = post.server.inTheOpen();
    QVERIFY2(!open.contains("AUTH") && !open.contains("MAIL") && !open.contains("RCPT"), open.constData());
    QVERIFY(post.server.mails().empty());
  }

  void strangersAreNotTrusted() {
    const Post other({}, "IP:127.0.0.2");
    QCOMPARE(other.send().code, QStringLiteral("smtp.certificate")); // of another name
    const Post post;
    MailServer how = post.settings();
    how.caFile = other.authority.caFile();
    QCOMPARE(Post::send(how).code, QStringLiteral("smtp.certificate")); // of another authority
    how.caFile.clear();
    QCOMPARE(Post::send(how).code, QStringLiteral("smtp.certificate")); // of none that the system knows
    for (const Post* p : {&other, &post}) {
      QVERIFY(p->server.mails().empty());
      QVERIFY(!p->server.inSecret().contains("AUTH"));
    }
  }

  void answersAreUnderstood_data() {
    QTest::addColumn<QByteArray>("where");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("outcome");
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("blocks");
    using O = Delivery::Outcome;
    const auto row = [](const char* name, const char* where, const char* answer, O outcome, const char* code,
                        bool blocks) {
      QTest::newRow(name) << QByteArray(where) << QByteArray(answer) << int(outcome) << QString::fromLatin1(code)
                          << blocks;
    };
    row("greylisted", "rcpt", "450 4.2.0 come again\r\n", O::Later, "smtp.put-off", false);
    row("nobody", "rcpt", "550 5.1.1 no such user\r\n", O::Never, "smtp.recipient-refused", false);
    row("message later", "data", "451 4.3.0 later\r\n", O::Later, "smtp.put-off", false);
    row("message never", "data", "554 5.7.1 spam\r\n", O::Never, "smtp.message-refused", false);
    row("login", "auth", "535 5.7.8 wrong\r\n", O::Later, "smtp.login-denied", true);
    row("login later", "auth", "454 4.7.0 later\r\n", O::Later, "smtp.login-denied", true);
    row("sender", "mail", "550 5.7.1 not yours\r\n", O::Later, "smtp.refused", true);
    row("too large", "mail", "552 5.3.4 too big\r\n", O::Never, "smtp.message-refused", false);
    row("closed", "greeting", "554 no service\r\n", O::Later, "smtp.refused", true);
    row("garbage", "greeting", "HTTP/1.1 400 Bad Request\r\n\r\n", O::Later, "smtp.timeout", true);
  }
  void answersAreUnderstood() {
    QFETCH(QByteArray, where);
    QFETCH(QByteArray, answer);
    QFETCH(int, outcome);
    QFETCH(QString, code);
    QFETCH(bool, blocks);
    SmtpServer::Mood mood;
    if (where == "rcpt")
      mood.recipients = {{"anna@shop.example", answer}};
    (where == "data"       ? mood.message
     : where == "auth"     ? mood.login
     : where == "mail"     ? mood.sender
     : where == "greeting" ? mood.greeting
                           : mood.ways) = where == "rcpt" ? mood.ways : answer;
    const Post post(mood);
    MailServer how = post.settings();
    if (answer.startsWith("HTTP"))
      how.connect = std::chrono::milliseconds(500); // waits for a line that is one of mail
    const Delivery d = Post::send(how);
    QCOMPARE(d.code, code);
    QCOMPARE(int(d.outcome), outcome);
    QCOMPARE(d.blocksOthers, blocks);
    if (where != "greeting")
      QCOMPARE(d.detail, QString::fromLatin1(answer).trimmed());
    QVERIFY(!d.error().contains(QString::fromLatin1(kPassword)));
    QVERIFY(post.server.mails().empty());
  }

  void aDeadAddressLeavesTheOthersTheirs() {
    SmtpServer::Mood mood;
    mood.recipients = {{"bob@shop.example", "550 no such user\r\n"}, {"dan@shop.example", "553 no\r\n"}};
    const Post post(mood);
    const QString all = QStringLiteral("anna@shop.example,bob@shop.example,cleo@shop.example,dan@shop.example");
    const Delivery d = post.send(notice(all));
    QVERIFY(d.isSent());
    QCOMPARE(d.error(), QStringLiteral("smtp.some-refused bob@shop.example dan@shop.example"));
    const auto mails = post.server.mails();
    QCOMPARE(mails.size(), std::size_t(1));
    QCOMPARE(mails[0].to, (QList<QByteArray>{"anna@shop.example", "cleo@shop.example"}));
    // Put off for one is put off for all: nobody gets it twice.
    mood.recipients = {{"cleo@shop.example", "450 come again\r\n"}};
    const Post grey(mood);
    QCOMPARE(grey.send(notice(all)).code, QStringLiteral("smtp.put-off"));
    QVERIFY(grey.server.mails().empty());
  }

  // It has it, and could not say so: the second is the same for who looks at its id.
  void aRepeatedMessageIsTheSame() {
    SmtpServer::Mood mood;
    mood.dropsAfterData = true;
    Post post(mood);
    const Delivery d = post.send();
    QCOMPARE(int(d.outcome), int(Delivery::Outcome::Later));
    QCOMPARE(d.code, QStringLiteral("smtp.broken-off"));
    post.server.setMood({});
    QVERIFY(post.send().isSent());
    const auto mails = post.server.mails();
    QCOMPARE(mails.size(), std::size_t(2));
    QCOMPARE(idIn(mails[0].data), idIn(mails[1].data));
    QVERIFY(idIn(mails[0].data).endsWith("@shop.example>"));
  }

  void silenceEndsInTime() {
    SmtpServer::Mood mood;
    mood.isSilent = true;
    const Post post(mood);
    MailServer how = post.settings();
    how.total = std::chrono::milliseconds(300);
    QCOMPARE(Post::send(how).code, QStringLiteral("smtp.timeout"));
    std::stop_source stop;
    stop.request_stop();
    how.total = std::chrono::seconds(60);
    const Delivery d = Post::send(how, notice(), {stop.get_token(), {}});
    QCOMPARE(d.code, QStringLiteral("job.cancelled"));
  }

  void nobodyThere() {
    MailServer how;
    {
      const Post post;
      how = post.settings();
    }
    QCOMPARE(Post::send(how).code, QStringLiteral("smtp.no-connection"));
    how.host = QStringLiteral("nobody.invalid");
    QCOMPARE(Post::send(how).code, QStringLiteral("smtp.no-address"));
  }

  void settingsAreChecked() {
    const Post post;
    for (const char* bad : {"", "mail example", "mail.example/x", "user@mail.example", "mail.example\r\n", "a\"b"}) {
      MailServer how = post.settings();
      how.host = QString::fromLatin1(bad);
      QCOMPARE(Post::send(how).code, QStringLiteral("mail.bad-host"));
    }
    MailServer how = post.settings();
    how.password.clear();
    QCOMPARE(Post::send(how).code, QStringLiteral("mail.no-password"));
    QCOMPARE(post.send(notice(QStringLiteral("anna@shop.example\r\nDATA"))).code, QStringLiteral("mail.bad-address"));
    how = post.settings(), how.to.clear();
    QCOMPARE(Post::send(how).code, QStringLiteral("mail.no-recipient"));
    QCOMPARE(post.server.connections(), 0);
    how = post.settings(), how.user.clear(), how.password.clear();
    QVERIFY(Post::send(how).isSent());
    QVERIFY(!post.server.inSecret().contains("AUTH"));
  }

  // A way to log in that gives the password to whoever asks is only used inside TLS, an unknown one not at all.
  void waysToLogIn() {
    SmtpServer::Mood mood;
    mood.ways = "LOGIN";
    const Post login(mood);
    QVERIFY(login.send().isSent());
    mood.ways = "CRAM-MD5 XOAUTH2";
    const Post strange(mood);
    QCOMPARE(strange.send().code, QStringLiteral("smtp.login-denied"));
    QVERIFY(strange.server.mails().empty());
  }
};

QTEST_GUILESS_MAIN(tst_SmtpMailer)
#include "tst_SmtpMailer.moc"
