// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Webhooks against a server on this machine.
#include "notices/WebhookSender.h"

#include "support/HookServer.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>
#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

using Request = HookServer::Request;
using Reply = HookServer::Reply;

const Instant kThen = fromMillis(1'772'357'400'000); // 2026-03-01 09:30 UTC

Notice notice() {
  Notice n;
  n.no = 4, n.channel = NoticeChannel::Webhook;
  n.subject = QStringLiteral("3 prices wait – €"), n.body = QStringLiteral("Line\n\"two\"");
  n.payload = R"({"pending":3,"cycle":"c-1"})", n.key = QStringLiteral("cycle-1"), n.madeAt = kThen;
  return n;
}

struct Hook {
  TestAuthority authority;
  HookServer server;
  explicit Hook(
      HookServer::Handler handler = [](const Request&) { return Reply(); }, const QByteArray& name = "IP:127.0.0.1")
      : authority(name), server(authority, std::move(handler)) {}
  WebhookTarget target() const {
    WebhookTarget t;
    t.url = server.url();
    t.secretFor = [](const QString& host) -> Result<std::optional<QByteArray>> {
      return host == u"127.0.0.1" ? std::optional<QByteArray>("whsec") : std::nullopt;
    };
    t.allowed = AddressAllowList::parse(u"127.0.0.0/8").value();
    t.caFile = authority.caFile();
    return t;
  }
  static Delivery post(const WebhookTarget& how, const Notice& what = notice(), const JobContext& job = {}) {
    return WebhookSender(how).deliver(what, kThen, job);
  }
  Delivery post() const { return post(target()); }
};

} // namespace

class tst_WebhookSender : public QObject {
  Q_OBJECT
 private slots:
  // The receiver recomputes the signature with what he has: the secret, the time, the bytes.
  void aMessageIsSigned() {
    const Hook hook;
    const Delivery d = hook.post();
    QVERIFY2(d.isSent(), qPrintable(d.error()));
    const auto requests = hook.server.requests();
    QCOMPARE(requests.size(), std::size_t(1));
    const Request& r = requests[0];
    QCOMPARE(r.method, QByteArray("POST"));
    QCOMPARE(r.target, QByteArray("/hook"));
    QCOMPARE(r.headers.value("content-type"), QByteArray("application/json"));
    const QByteArray signature = r.headers.value("pricewright-signature");
    QVERIFY(signature.startsWith("t=1772357400,v1="));
    QCOMPARE(signature.mid(16),
             QMessageAuthenticationCode::hash("1772357400." + r.body, "whsec", QCryptographicHash::Sha256).toHex());
    const QJsonObject said = QJsonDocument::fromJson(r.body).object();
    QCOMPARE(said[QLatin1String("subject")].toString(), notice().subject);
    QCOMPARE(said[QLatin1String("body")].toString(), notice().body);
    QCOMPARE(said[QLatin1String("data")].toObject()[QLatin1String("pending")].toInt(), 3);
    QCOMPARE(said[QLatin1String("made_at")].toString(), QStringLiteral("2026-03-01T09:30:00.000Z"));
    QCOMPARE(said[QLatin1String("id")].toString().toLatin1(), r.headers.value("idempotency-key"));
    QCOMPARE(r.headers.value("idempotency-key").size(), 32);
  }
  void signaturesAreThoseThatWereWrittenDown() { // HMAC-SHA256 by openssl dgst -hmac
    QCOMPARE(webhookSignature("key", fromMillis(1999), "The quick brown fox"),
             QByteArray("t=1,v1=1ef269d2a2a1f8d397e0e25c3e3013fb5687509234565e6e49ea45a138768457"));
  }

  void aRepetitionIsTheSame() {
    int seen = 0;
    const Hook hook([&](const Request&) {
      Reply r;
      r.drops = ++seen == 1;
      return r;
    });
    QCOMPARE(hook.post().code, QStringLiteral("webhook.broken-off"));
    QVERIFY(hook.post().isSent());
    const auto requests = hook.server.requests();
    QCOMPARE(requests.size(), std::size_t(2));
    QCOMPARE(requests[0].body, requests[1].body);
    QCOMPARE(requests[0].headers.value("idempotency-key"), requests[1].headers.value("idempotency-key"));
  }

  void answersAreUnderstood_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("outcome");
    QTest::addColumn<QString>("error");
    QTest::addColumn<bool>("blocks");
    using O = Delivery::Outcome;
    const auto row = [](int status, O outcome, const char* error, bool blocks) {
      QTest::addRow("%d", status) << status << int(outcome) << QString::fromLatin1(error) << blocks;
    };
    row(200, O::Sent, "", false);
    row(202, O::Sent, "", false);
    row(204, O::Sent, "", false);
    row(301, O::Later, "webhook.redirected 301", true);
    row(307, O::Later, "webhook.redirected 307", true);
    row(400, O::Later, "webhook.refused 400", false);
    row(401, O::Later, "webhook.refused 401", true);
    row(404, O::Later, "webhook.refused 404", true);
    row(410, O::Never, "webhook.gone 410", false);
    row(422, O::Later, "webhook.refused 422", false);
    row(429, O::Later, "webhook.busy 429", true);
    row(500, O::Later, "webhook.failed 500", false);
    row(502, O::Later, "webhook.failed 502", true);
    row(503, O::Later, "webhook.busy 503", true);
  }
  void answersAreUnderstood() {
    QFETCH(int, status);
    QFETCH(int, outcome);
    QFETCH(QString, error);
    QFETCH(bool, blocks);
    const Hook hook([&](const Request& r) {
      Reply reply;
      reply.status = r.target == "/hook" ? status : 200;
      reply.headers = "Location: /elsewhere\r\nRetry-After: 120\r\n", reply.body = "{\"x\":1}";
      return reply;
    });
    const Delivery d = hook.post();
    QCOMPARE(d.error(), error);
    QCOMPARE(int(d.outcome), outcome);
    QCOMPARE(d.blocksOthers, blocks);
    QCOMPARE(d.retryAfter.has_value(), status == 429 || status == 503);
    if (d.retryAfter)
      QCOMPARE(*d.retryAfter, Duration(120'000));
    QCOMPARE(hook.server.requests().size(), std::size_t(1)); // no redirect is followed
  }

  void insideIsOutOfReach() {
    const Hook hook;
    WebhookTarget how = hook.target();
    how.allowed = {};
    QCOMPARE(Hook::post(how).code, QStringLiteral("fetch.private-address"));
    // Of a name only its address tells where it leads: here to one that is not the one that is allowed.
    how.secretFor = [](const QString&) -> Result<std::optional<QByteArray>> { return std::optional<QByteArray>("x"); };
    how.allowed = AddressAllowList::parse(u"::1").value();
    how.url.replace(QStringLiteral("127.0.0.1"), QStringLiteral("localhost"));
    const QString code = Hook::post(how).code; // nobody listens at the one that is
    QVERIFY2(code == u"address.loopback" || code == u"webhook.no-connection", qPrintable(code));
    QCOMPARE(hook.server.connections(), 0);
  }

  void onlyOverHttpsAndOnlySigned() {
    const Hook hook;
    WebhookTarget how = hook.target();
    how.url.replace(QStringLiteral("https"), QStringLiteral("http"));
    const Delivery plain = Hook::post(how);
    QCOMPARE(plain.code, QStringLiteral("webhook.not-https"));
    QCOMPARE(int(plain.outcome), int(Delivery::Outcome::Never));
    how = hook.target();
    how.secretFor = [](const QString&) -> Result<std::optional<QByteArray>> { return std::optional<QByteArray>(); };
    QCOMPARE(Hook::post(how).error(), QStringLiteral("webhook.no-secret 127.0.0.1"));
    how.secretFor = [](const QString&) -> Result<std::optional<QByteArray>> {
      return fail(QStringLiteral("secrets.passphrase"));
    };
    QCOMPARE(Hook::post(how).code, QStringLiteral("secrets.passphrase"));
    how = hook.target(), how.url.clear();
    QCOMPARE(Hook::post(how).code, QStringLiteral("webhook.no-url"));
    for (const char* bad : {"ftp://127.0.0.1/", "https://user:pw@127.0.0.1:9443/", "not a url", "https://"}) {
      how.url = QString::fromLatin1(bad);
      QVERIFY(!Hook::post(how).isSent());
    }
    QCOMPARE(hook.server.connections(), 0);
  }

  void strangersAreNotTrusted() {
    const Hook other([](const Request&) { return Reply(); }, "IP:127.0.0.2");
    QCOMPARE(other.post().code, QStringLiteral("webhook.certificate"));
    WebhookTarget how = Hook().target();
    how.url = other.server.url();
    QCOMPARE(Hook::post(how).code, QStringLiteral("webhook.tls")); // an authority's file that is gone
    const Hook hook;
    how = hook.target(), how.caFile.clear();
    QCOMPARE(Hook::post(how).code, QStringLiteral("webhook.certificate"));
    QVERIFY(hook.server.requests().empty() && other.server.requests().empty());
  }

  void silenceEndsInTime() {
    const Hook hook([](const Request&) {
      Reply r;
      r.isSilent = true;
      return r;
    });
    WebhookTarget how = hook.target();
    how.total = std::chrono::milliseconds(300);
    QCOMPARE(Hook::post(how).code, QStringLiteral("webhook.timeout"));
    std::stop_source stop;
    stop.request_stop();
    how.total = std::chrono::seconds(60);
    QCOMPARE(Hook::post(how, notice(), {stop.get_token(), {}}).code, QStringLiteral("job.cancelled"));
  }

  void endlessAnswersAreCut() {
    const Hook hook([](const Request&) {
      Reply r;
      r.status = 200, r.body = QByteArray(20'000'000, 'x');
      return r;
    });
    QVERIFY(hook.post().isSent());
  }

  void aPayloadIsAnObject() {
    const Hook hook;
    for (const char* bad : {"[1]", "{", "3", "{\"a\":}", "\xff"}) {
      Notice n = notice();
      n.payload = bad;
      const Delivery d = Hook::post(hook.target(), n);
      QCOMPARE(d.code, QStringLiteral("notice.bad-payload"));
      QCOMPARE(int(d.outcome), int(Delivery::Outcome::Never));
    }
    Notice n = notice();
    n.payload.clear();
    QVERIFY(Hook::post(hook.target(), n).isSent());
    QCOMPARE(QJsonDocument::fromJson(hook.server.requests().back().body).object()[QLatin1String("data")].toObject(),
             QJsonObject());
  }

  void oneConnectionCarriesMany() {
    const Hook hook;
    WebhookSender sender(hook.target());
    for (int i = 0; i < 5; ++i)
      QVERIFY(sender.deliver(notice(), kThen, {}).isSent());
    QCOMPARE(hook.server.requests().size(), std::size_t(5));
    QCOMPARE(hook.server.connections(), 1);
  }
};

QTEST_GUILESS_MAIN(tst_WebhookSender)
#include "tst_WebhookSender.moc"
