// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetching/ProxyConnection.h"

#include "support/LoopbackServer.h"
#include "support/ProxyClient.h"

#include <QDir>
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
int openFiles() { return int(QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::AllEntries | QDir::System).size()); }

} // namespace

class ProxyConnectionTest : public QObject {
  Q_OBJECT
 private slots:
  void aTunnelCarriesTlsBothWays() {
    LoopbackServer server([](const Request& r) {
      Reply out;
      out.raw = "\x16\x03\x03 hello " + r.target;
      return out;
    });
    const Proxy p = started();
    Client c(p->port());
    QCOMPARE(c.send(connectTo(p, head(server.port()))).readUntil("\r\n\r\n"),
             QByteArray("HTTP/1.1 200 Connected\r\n\r\n"));
    c.send("\x16").send("\x03\x01 /there x\r\n\r\n");
    QCOMPARE(c.read(), QByteArray("\x16\x03\x03 hello /there"));
    // Half-closed: what the client has ended, the server may still answer. And with what was sent at once.
    Client half(p->port());
    half.send(connectTo(p, head(server.port())) + "\x16\x03\x01 /half x\r\n\r\n").endSending();
    QVERIFY(half.read().endsWith("hello /half"));
    QVERIFY(!half.wasBroken);
  }

  void garbageIsRefused_data() {
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray body = "\r\nHost: x\r\n";
    QTest::newRow("nothing") << QByteArray("\r\n\r\n");
    QTest::newRow("noise") << QByteArray("\x00\xff\x16\x03\r\n\r\n", 8);
    QTest::newRow("tls") << QByteArray("\x16\x03\x01\x02\x00\r\n\r\n", 9);
    QTest::newRow("no target") << "GET HTTP/1.1" + body + "\r\n";
    QTest::newRow("http 2") << "GET http://a.example/ HTTP/2.0" + body + "\r\n";
    QTest::newRow("lf") << QByteArray("GET http://a.example/ HTTP/1.1\nHost: x\n\n");
    QTest::newRow("folded") << "GET http://a.example/ HTTP/1.1" + body + " more\r\n\r\n";
    QTest::newRow("blank in name") << "GET http://a.example/ HTTP/1.1" + body + "A : b\r\n\r\n";
    QTest::newRow("null") << "GET http://a.example/ HTTP/1.1" + body + QByteArray("A: \0\r\n\r\n", 8);
    QTest::newRow("trace") << "TRACE http://a.example/ HTTP/1.1" + body + "\r\n";
    QTest::newRow("two lengths") << "POST http://a.example/ HTTP/1.1" + body +
                                        "Content-Length: 1\r\ncontent-length: 1\r\n\r\nx";
    QTest::newRow("chunked") << "POST http://a.example/ HTTP/1.1" + body +
                                    "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
    QTest::newRow("negative") << "POST http://a.example/ HTTP/1.1" + body + "Content-Length: -1\r\n\r\n";
    QTest::newRow("huge") << "POST http://a.example/ HTTP/1.1" + body + "Content-Length: 99999999999\r\n\r\n";
    QTest::newRow("tunnel with path") << "CONNECT a.example:443/x HTTP/1.1" + body + "\r\n";
    QTest::newRow("tunnel without port") << "CONNECT a.example HTTP/1.1" + body + "\r\n";
    QTest::newRow("long") << "GET http://a.example/ HTTP/1.1" + body + "A: " + QByteArray(100'000, 'a') + "\r\n\r\n";
    QTest::newRow("many lines") << "GET http://a.example/ HTTP/1.1" + body + QByteArray("A: b\r\n").repeated(500) +
                                       "\r\n";
  }
  void garbageIsRefused() {
    QFETCH(const QByteArray, bytes);
    const Proxy p = started();
    QCOMPARE(verdict(ask(p, bytes)), QByteArray("400 proxy.bad-request"));
    LoopbackServer server([](const Request&) { return page("x"); });
    QCOMPARE(verdict(ask(p, get(p, server.url()))), QByteArray("200")); // it goes on
  }

  // One request a connection: what follows it could be meant for someone else.
  void pipelinedRequestsAreNotPassedOn() {
    LoopbackServer server([](const Request& r) { return page("one " + r.target); });
    const Proxy p = started();
    const QByteArray answer = ask(p, get(p, server.url("/1")) + get(p, server.url("/2")));
    QVERIFY(answer.endsWith("one /1"));
    QCOMPARE(answer.count("HTTP/1.1"), 1);
    QCOMPARE(server.requests().size(), std::size_t(1));
  }

  void slownessEnds() {
    LoopbackServer server([](const Request& r) {
      Reply out = page(QByteArray(1000, 'x'));
      if (r.target == "/silent")
        out.wait = 60s;
      else
        out.cutAfter = 10;
      return out;
    });
    CheckingProxy::Settings how = proxySettings();
    how.limits.head = how.limits.idle = 150ms;
    const Proxy p = started(how);
    QCOMPARE(verdict(ask(p, "GET http://shop.exam")), QByteArray("408 proxy.slow"));
    QCOMPARE(verdict(ask(p, get(p, server.url("/silent")))), QByteArray("504 fetch.timeout"));
    Client quiet(p->port()); // a tunnel in which nobody speaks
    quiet.send(connectTo(p, head(server.port()))).readUntil("\r\n\r\n");
    QVERIFY(quiet.read().isEmpty() && quiet.wasBroken);
    Client cut(p->port()); // half of an answer must not pass for all of it
    cut.send(get(p, server.url("/cut"))).read();
    QVERIFY(!cut.timedOut);
    Client gone(p->port()); // nothing asked, and away
    QVERIFY(gone.endSending().read().isEmpty() && !gone.timedOut);
  }

  void bytesAreLimited() {
    LoopbackServer server([](const Request& r) {
      Reply out = page("small");
      out.isEndless = r.target == "/endless";
      return out;
    });
    CheckingProxy::Settings how = proxySettings();
    how.limits.bytes = 2'000'000;
    const Proxy p = started(how);
    Client c(p->port());
    c.send(get(p, server.url("/endless"))).read();
    QVERIFY2(c.wasBroken, "an orderly end would pass for the whole");
    QVERIFY(p->isExhausted() && p->bytes() < 2'200'000);
    QCOMPARE(verdict(ask(p, get(p, server.url("/more")))), QByteArray("403 fetch.too-large"));
    QCOMPARE(server.count("/more"), 0);
    p->renew();
    QVERIFY(!p->isExhausted() && p->counts().isEmpty());
    QCOMPARE(verdict(ask(p, get(p, server.url("/more")))), QByteArray("200"));
  }

  // With their body, and nothing behind it.
  void uploadsArePassedOn() {
    Listener server("\r\n\r\nabc", "HTTP/1.1 200 OK\r\n\r\nthanks");
    const Proxy p = started();
    const QByteArray answer =
        ask(p, "POST http://" + head(server.port()) + "/ HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n" + proof(p) +
                   "\r\nabcGET / HTTP/1.1");
    QVERIFY(answer.endsWith("thanks"));
    const QByteArray got = server.heard();
    QVERIFY2(got.startsWith("POST / HTTP/1.1\r\n") && got.endsWith("\r\n\r\nabc"), got.constData());
  }

  // What the client has ended, the server may still answer: it must hear of the end.
  void aHalfClosedTunnelGoesOn() {
    Listener server("", "\x16\x03\x03 late");
    const Proxy p = started();
    Client c(p->port());
    c.send(connectTo(p, head(server.port())) + "\x16\x03\x01 all").endSending();
    QVERIFY(c.read().endsWith("\x16\x03\x03 late"));
    QVERIFY(!c.wasBroken);
    QCOMPARE(server.heard(), QByteArray("\x16\x03\x01 all"));
  }

  void connectionsAreLimitedAndEndWithTheProxy() {
    const int before = openFiles();
    {
      LoopbackServer server([](const Request&) { return page("x"); });
      CheckingProxy::Settings how = proxySettings();
      how.limits.connections = 2;
      how.resolve = [](const QString&) { return std::vector{IpAddress::v4(0x7f000001)}; };
      Proxy p = started(how);
      Client a(p->port()), b(p->port());
      for (Client* c : {&a, &b})
        c->send(connectTo(p, head(server.port()))).readUntil("\r\n\r\n");
      QCOMPARE(verdict(ask(p, get(p, server.url()))), QByteArray("503 proxy.busy"));
      QCOMPARE(server.count("/"), 0);
      p.reset(); // with two tunnels open
      QVERIFY(a.read().isEmpty() && !a.timedOut);
      QVERIFY(b.read().isEmpty() && !b.timedOut);
    }
    QCOMPARE(openFiles(), before);
  }
};

QTEST_GUILESS_MAIN(ProxyConnectionTest)
#include "tst_ProxyConnection.moc"
