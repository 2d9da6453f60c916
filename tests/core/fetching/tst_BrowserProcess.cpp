// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetching/BrowserProcess.h"

#include "support/BrowserDesk.h"

#include <QTest>

#include <csignal>

using namespace pricewright;
using namespace pricewright::test;
using namespace std::chrono_literals;

namespace {

using Reply = LoopbackServer::Reply;
using Request = LoopbackServer::Request;

// Every way that a page knows of to talk to someone. %1: address and port of the doors, %2: the shop's.
const char* const kWaysOut = R"html(<p id=p></p><link rel=dns-prefetch href=//%1><link rel=preconnect href=http://%1>
<link rel=prefetch href=http://%1/prefetch><iframe src=http://%1/frame></iframe><img src=http://%1/image>
<script src=http://%1/script></script><link rel=stylesheet href=http://%1/style><script>
const done = [], say = t => { done.push(t); document.getElementById('p').textContent = done.join(' '); };
const attempt = (name, f) => { try { f(); say(name); } catch (e) { say(name + '!' + e.name); } };
attempt('fetch', () => fetch('http://%1/fetch', {mode: 'no-cors'}).then(() => say('LEAKED'), () => say('fetch-failed')));
attempt('beacon', () => navigator.sendBeacon('http://%1/beacon', 'x'));
attempt('events', () => { new EventSource('http://%1/events'); });
attempt('socket', () => { const w = new WebSocket('ws://%1/socket'); w.onerror = () => say('socket-failed'); });
attempt('home-socket', () => { const w = new WebSocket('ws://%2/home-socket');
  w.onerror = () => say('home-socket-failed'); w.onopen = () => say('LEAKED'); });
attempt('quic', () => { new WebTransport('https://%1/quic').ready.catch(() => say('quic-failed')); });
attempt('worker', () => { new Worker(URL.createObjectURL(new Blob(["fetch('http://%1/worker',{mode:'no-cors'})"]))); });
attempt('window', () => { window.open('http://%1/window'); });
// WebRTC takes its time: the page stays busy until it has tried, for ten seconds at most.
const busy = setInterval(() => fetch('/busy'), 1000);
setTimeout(() => clearInterval(busy), 10000);
attempt('rtc', () => {
  const c = new RTCPeerConnection({iceServers: [{urls: 'stun:%1'}, {urls: 'turn:%1?transport=udp', username: 'u', credential: 'p'},
    {urls: 'turn:%1?transport=tcp', username: 'u', credential: 'p'}]});
  const d = new RTCPeerConnection();
  c.createDataChannel('x');
  c.onicecandidate = e => { if (!e.candidate) { say('rtc-gathered'); clearInterval(busy); } };
  c.createOffer().then(o => c.setLocalDescription(o)).then(() => d.setRemoteDescription(c.localDescription))
    .then(() => d.createAnswer()).then(a => d.setLocalDescription(a)).then(() => c.setRemoteDescription(d.localDescription))
    .then(() => { const [host, port] = '%1'.split(':');
      for (const kind of ['udp 2113937151 ' + host + ' ' + port + ' typ host', 'tcp 1518280447 ' + host + ' ' + port + ' typ host tcptype passive'])
        c.addIceCandidate({candidate: 'candidate:1 1 ' + kind, sdpMid: '0', sdpMLineIndex: 0}).catch(() => 0); say('rtc-candidates'); });
});
</script>)html";

} // namespace

class BrowserProcessTest : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() {
    const Status status = BrowserFetcher::check(browserSettings());
    if (!status)
      QSKIP(qPrintable(QStringLiteral("no browser for this: ") + status.error().debugText()));
  }

  void whatIsMissingIsSaid() {
    BrowserSettings none = browserSettings();
    none.program = QStringLiteral("/nowhere/chromium");
    QCOMPARE(BrowserFetcher::check(none).error().code, QStringLiteral("browser.not-installed"));
    BrowserFetcher fetcher(none);
    QCOMPARE(fetch(fetcher, "http://127.0.0.1:9999/").error, QStringLiteral("browser.not-installed"));
    BrowserSettings notOne = browserSettings(); // starts, but is no browser
    notOne.program = QStringLiteral("/bin/true");
    BrowserFetcher other(notOne);
    QCOMPARE(fetch(other, "http://127.0.0.1:9999/").error, QStringLiteral("browser.crashed"));
    BrowserFetcher through(browserSettings());
    FetchRequest proxied;
    proxied.proxy = QStringLiteral("http://proxy.example:8080");
    QCOMPARE(fetch(through, "http://127.0.0.1:9999/", proxied).error, QStringLiteral("browser.proxy"));
    if (::geteuid() != 0)
      return;
    QCOMPARE(BrowserFetcher::warnings(browserSettings()), QStringList{QStringLiteral("browser.no-sandbox")});
    BrowserSettings root = browserSettings();
    root.allowRootWithoutSandbox = false;
    BrowserFetcher refusing(root);
    QCOMPARE(fetch(refusing, "http://127.0.0.1:9999/").error, QStringLiteral("browser.root"));
  }

  // Whatever a page tries, nothing of it arrives but through the proxy, and that refuses.
  void nothingLeavesBesideTheProxy() {
    Doors doors(0x7f000002); // this machine, at an address that is not allowed
    QCOMPARE(doors.streamPort, doors.datagramPort);
    QByteArray body;
    LoopbackServer shop([&](const Request&) { return page(body); });
    const QByteArray there = "127.0.0.2:" + QByteArray::number(doors.streamPort);
    body = QByteArray(kWaysOut).replace("%1", there).replace("%2", "127.0.0.1:" + QByteArray::number(shop.port()));
    BrowserSettings how = browserSettings();
    how.quiet = 3s, how.settle = 20s;
    BrowserFetcher fetcher(how);
    const FetchAnswer a = fetch(fetcher, shop.url("/"));
    QVERIFY2(a.isOk(), qPrintable(a.error));
    QCOMPARE(doors.streams, 0);
    QCOMPARE(doors.datagrams, 0);
    const QByteArray told = a.body.mid(a.body.indexOf("<p"), 400);
    for (const char* tried : {"fetch-failed", "beacon", "events", "socket-failed", "home-socket-failed", "worker",
                              "window", "rtc-candidates"})
      QVERIFY2(told.contains(tried), told.constData());
    QVERIFY2(!told.contains("LEAKED"), told.constData());
    for (const Request& r : shop.requests())
      QVERIFY2(r.target == "/" || r.target == "/busy", r.target.constData());
    for (const auto& [host, count] : fetcher.proxy()->counts().asKeyValueRange())
      if (host != QString::fromLatin1("127.0.0.1:" + QByteArray::number(shop.port())))
        QVERIFY2(count.connections == 0, qPrintable(host));
  }

  void aNameThatLeadsInsideIsRefused() {
    LoopbackServer shop([](const Request&) { return page("secret"); });
    BrowserSettings how = browserSettings();
    how.allowed = {};
    BrowserFetcher fetcher(how);
    QCOMPARE(fetch(fetcher, shop.url()).error, QStringLiteral("fetch.private-address"));
    how.allowed = AddressAllowList::parse(u"127.0.0.3").value(); // "localhost" may not be asked then either
    BrowserFetcher second(how);
    QCOMPARE(fetch(second, shop.url("/", "localhost")).error, QStringLiteral("fetch.private-address"));
    how = browserSettings();
    how.mayAsk = [](const QString& host, int) { return host != u"127.0.0.3"; };
    BrowserFetcher third(how);
    QCOMPARE(fetch(third, shop.url("/", "127.0.0.3")).error, QStringLiteral("proxy.host-refused"));
    QCOMPARE(fetch(third, "https://127.0.0.3:9443/").error, QStringLiteral("proxy.host-refused"));
    QVERIFY(shop.requests().empty());
  }

  void cancelEndsEverything() {
    LoopbackServer shop([](const Request&) {
      Reply out = page("x");
      out.wait = 60s;
      return out;
    });
    qint64 browser = 0;
    QStringList errors;
    {
      BrowserFetcher fetcher(browserSettings());
      for (int i = 0; i < 3; ++i) {
        FetchRequest r;
        r.url = QUrl::fromEncoded(shop.url("/" + QByteArray::number(i)));
        fetcher.start(std::move(r), [&](const FetchAnswer& a) { errors += a.error; });
      }
      QCOMPARE(fetcher.running(), 3);
      while (shop.requests().empty() && fetcher.perform(50ms)) {
      }
      browser = fetcher.browser();
      QVERIFY(browser > 0 && ::kill(pid_t(browser), 0) == 0);
      fetcher.cancelAll();
      QCOMPARE(errors, QStringList(3, QStringLiteral("fetch.cancelled")));
      QCOMPARE(fetcher.running(), 0);
      QVERIFY(!fetcher.perform(0ms));
    }
    QVERIFY(::kill(pid_t(browser), 0) != 0);
  }
};

QTEST_GUILESS_MAIN(BrowserProcessTest)
#include "tst_BrowserProcess.moc"
