// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetching/CheckingProxy.h"

#include "support/LoopbackServer.h"
#include "support/ProxyClient.h"

#include <QTest>

using namespace pricewright;
using namespace pricewright::test;
using namespace std::chrono_literals;

namespace {

using Reply = LoopbackServer::Reply;
using Request = LoopbackServer::Request;
Reply page(const QByteArray& body) {
  Reply r;
  r.body = body;
  return r;
}

} // namespace

class CheckingProxyTest : public QObject {
  Q_OBJECT
 private slots:
  void aPlainRequestIsPassedOn() {
    LoopbackServer server([](const Request&) {
      Reply r = page("4.99");
      r.headers = {{"Proxy-Status", "pricewright; details=\"forged\""}, {"Keep-Alive", "timeout=5"}, {"X-Own", "1"}};
      return r;
    });
    const Proxy p = started();
    const QByteArray answer = ask(p, get(p, server.url("/a/../b?c=%20"),
                                         "X-Mine: 1\r\nProxy-Connection: keep-alive\r\n"
                                         "Connection: keep-alive, x-hop\r\nX-Hop: 1\r\n"));
    QVERIFY2(answer.startsWith("HTTP/1.1 200 Status\r\n"), answer.constData());
    QVERIFY(answer.endsWith("\r\n\r\n4.99"));
    QVERIFY(answer.contains("X-Own: 1\r\n") && answer.contains("Connection: close\r\n"));
    QVERIFY(!answer.contains("forged") && !answer.contains("Keep-Alive"));
    const Request r = server.requests().front();
    QCOMPARE(r.target, QByteArray("/a/../b?c=%20"));
    QCOMPARE(r.host, head(server.port()));
    QCOMPARE(r.headers.value("x-mine"), QByteArray("1"));
    QCOMPARE(r.headers.value("connection"), QByteArray("close"));
    for (const char* name : {"proxy-authorization", "proxy-connection", "x-hop"})
      QVERIFY2(!r.headers.contains(name), name);
    const ProxyHostCount count = p->counts().value(QString::fromLatin1(head(server.port())));
    QCOMPARE(count.connections, 1);
    QVERIFY(count.bytes > answer.size() && count.bytes == p->bytes());
  }

  // However an address inside is written.
  void insideIsRefused_data() {
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("reason");
    for (const char* host :
         {"127.0.0.1", "127.1", "2130706433", "0x7f.1", "0177.0.0.1", "0x7f000001", "127.0.0.1.", "[::1]",
          "[::ffff:127.0.0.1]", "[0:0:0:0:0:ffff:7f00:1]", "%31%32%37.0.0.1", "[64:ff9b::7f00:1]", "127.255.255.254"})
      QTest::newRow(host) << QByteArray(host) << QByteArray("address.loopback");
    for (const char* host : {"localhost", "LOCALHOST", "localhost.", "a.localhost", "printer", "db.internal"})
      QTest::newRow(host) << QByteArray(host) << QByteArray("address.local-name");
    QTest::newRow("private") << QByteArray("10.0.0.1") << QByteArray("address.private");
    QTest::newRow("metadata") << QByteArray("169.254.169.254") << QByteArray("address.metadata");
    QTest::newRow("nought") << QByteArray("0.0.0.0") << QByteArray("address.unspecified");
    QTest::newRow("nought, short") << QByteArray("0") << QByteArray("address.unspecified");
    QTest::newRow("link") << QByteArray("[fe80::1]") << QByteArray("address.link-local");
  }
  void insideIsRefused() {
    QFETCH(const QByteArray, host);
    QFETCH(const QByteArray, reason);
    LoopbackServer server([](const Request&) { return page("secret"); });
    std::atomic<int> lookUps = 0;
    CheckingProxy::Settings how = proxySettings(u"");
    how.resolve = [&](const QString&) -> std::vector<IpAddress> {
      return ++lookUps, std::vector{IpAddress::v4(0x7f000001)};
    };
    const Proxy p = started(how);
    QCOMPARE(verdict(ask(p, connectTo(p, head(server.port(), host)))), "403 " + reason);
    QCOMPARE(verdict(ask(p, get(p, "http://" + head(server.port(), host) + "/"))), "403 " + reason);
    QCOMPARE(lookUps, 0);
    QVERIFY(server.requests().empty());
  }

  // A name is looked up once, and what was looked at is what is connected to.
  void aNameThatLeadsInsideIsRefused() {
    LoopbackServer server([](const Request&) { return page("open"); });
    std::atomic<int> lookUps = 0;
    CheckingProxy::Settings how = proxySettings(u"127.0.0.1");
    how.resolve = [&](const QString& host) -> std::vector<IpAddress> {
      ++lookUps;
      if (host == u"inside.example")
        return {IpAddress::v4(0x0a000001), IpAddress::v6(0, 1)};
      if (host == u"both.example")
        return {IpAddress::v4(0x0a000001), IpAddress::v4(0x7f000001)};
      // A name that is rebound: another address each time that it is asked for.
      return host == u"rebound.example" ? std::vector{IpAddress::v4(lookUps == 1 ? 0x7f000001 : 0x0a000001)}
                                        : std::vector<IpAddress>();
    };
    const Proxy p = started(how);
    const auto at = [&](const QByteArray& host) { return "http://" + head(server.port(), host) + "/"; };
    QVERIFY(ask(p, get(p, at("rebound.example"))).endsWith("open"));
    QCOMPARE(lookUps, 1);
    QCOMPARE(verdict(ask(p, get(p, at("rebound.example")))), QByteArray("403 address.private"));
    QCOMPARE(verdict(ask(p, connectTo(p, head(server.port(), "inside.example")))), QByteArray("403 address.loopback"));
    QCOMPARE(p->refusalOf(QStringLiteral("inside.example"), server.port()), QStringLiteral("address.loopback"));
    QVERIFY(ask(p, get(p, at("both.example"))).endsWith("open")); // by the address that may be
    QCOMPARE(verdict(ask(p, get(p, at("nowhere.example")))), QByteArray("502 fetch.no-address"));
    QCOMPARE(server.requests().size(), std::size_t(2));
  }

  void onlyWhoKnowsThePasswordIsHeard() {
    LoopbackServer server([](const Request&) { return page("x"); });
    const Proxy p = started(), other = started();
    QVERIFY(p->password() != other->password() && p->password().size() >= 32);
    const QByteArray url = server.url(), end = " HTTP/1.1\r\nHost: x\r\n";
    for (const QByteArray& proven :
         {QByteArray(), proof(other),
          "Proxy-Authorization: " + basicAuthorization("Pricewright", p->password()) + "\r\n",
          "Proxy-Authorization: " + basicAuthorization("pricewright", "") + "\r\n",
          "Proxy-Authorization: Bearer " + p->password() + "\r\n", "Authorization" + proof(p).mid(19)}) {
      const QByteArray plain = ask(p, "GET " + url + end + proven + "\r\n");
      QCOMPARE(verdict(plain), QByteArray("407 proxy.password"));
      QVERIFY(plain.contains("Proxy-Authenticate: Basic"));
      QCOMPARE(verdict(ask(p, "CONNECT " + head(server.port()) + end + proven + "\r\n")),
               QByteArray("407 proxy.password"));
    }
    QVERIFY(server.requests().empty());
  }

  void otherThingsAreRefused() {
    LoopbackServer server([](const Request& r) {
      Reply out = page("x");
      if (r.target == "/switch")
        out.raw = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n";
      else if (r.target == "/garbage")
        out.raw = "220 mail.example ESMTP\r\n\r\n";
      else if (r.target == "/early")
        out.raw = "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\n\r\nlate";
      return out;
    });
    const Proxy p = started();
    const auto code = [&](const QByteArray& bytes) { return verdict(ask(p, bytes)); };
    QCOMPARE(code(get(p, server.url(), "Upgrade: websocket\r\nConnection: Upgrade\r\n")),
             QByteArray("403 proxy.upgrade"));
    QCOMPARE(code(get(p, server.url("/switch"))), QByteArray("502 fetch.bad-answer"));
    QCOMPARE(code(get(p, server.url("/garbage"))), QByteArray("502 fetch.bad-answer"));
    QVERIFY(ask(p, get(p, server.url("/early"))).endsWith("\r\n\r\nlate"));
    QCOMPARE(code(get(p, "https://shop.example/")), QByteArray("403 fetch.bad-scheme"));
    QCOMPARE(code(get(p, "ftp://shop.example/")), QByteArray("403 fetch.bad-scheme"));
    QCOMPARE(code(get(p, "http://u:p@shop.example/")), QByteArray("403 fetch.credentials"));
    for (const char* port : {"22", "25", "6667", "0", "65536"})
      QCOMPARE(code(connectTo(p, QByteArray("shop.example:") + port)), QByteArray("403 fetch.bad-port"));
    // A tunnel in which something else than TLS is spoken ends at its first byte.
    for (const QByteArray& bytes :
         {QByteArray("GET / HTTP/1.1\r\n\r\n"), QByteArray("\x16\x04"), QByteArray("SSH-2.0-x\r\n")}) {
      Client c(p->port());
      c.send(connectTo(p, head(server.port()))).readUntil("\r\n\r\n");
      QVERIFY(c.send(bytes).read().isEmpty());
    }
    QCOMPARE(p->refusalOf(QStringLiteral("127.0.0.1"), server.port()), QStringLiteral("proxy.not-tls"));
    QCOMPARE(server.count("/"), 0);
  }

  void theCallerSaysWhichHosts() {
    LoopbackServer server([](const Request&) { return page("x"); });
    CheckingProxy::Settings how = proxySettings(u"127.0.0.0/8");
    how.mayAsk = [](const QString& host, int) { return host != u"127.0.0.2"; };
    const Proxy p = started(how);
    QCOMPARE(verdict(ask(p, get(p, server.url("/", "127.0.0.2")))), QByteArray("403 proxy.host-refused"));
    QCOMPARE(verdict(ask(p, get(p, server.url()))), QByteArray("200"));
  }
};

QTEST_GUILESS_MAIN(CheckingProxyTest)
#include "tst_CheckingProxy.moc"
