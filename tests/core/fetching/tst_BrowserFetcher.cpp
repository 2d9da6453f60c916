// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetching/BrowserFetcher.h"

#include "support/BrowserDesk.h"

#include <QTest>

#include <csignal>

using namespace pricewright;
using namespace pricewright::test;
using namespace std::chrono_literals;

namespace {

using Reply = LoopbackServer::Reply;
using Request = LoopbackServer::Request;

Reply redirect(const QByteArray& to) {
  Reply r;
  r.status = 302, r.headers = {{"Location", to}};
  return r;
}

} // namespace

class BrowserFetcherTest : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() {
    const Status status = BrowserFetcher::check(browserSettings());
    if (!status)
      QSKIP(qPrintable(QStringLiteral("no browser for this: ") + status.error().debugText()));
  }

  // The price is on no page that a server sends: a script asks for it and writes it.
  void aScriptWritesThePrice() {
    LoopbackServer shop(
        [](const Request& r) {
          if (r.target == "/price.json")
            return page(R"({"price":"4.99"})", "application/json");
          Reply out = page("<title>Tea</title><p id=p>?</p><img src=/tea.png><video src=/tea.mp4></video>"
                           "<style>@font-face{font-family:f;src:url(/f.woff2)}p{font-family:f}</style><script>"
                           "alert('Welcome!');setTimeout(()=>fetch('/price.json').then(r=>r.json()).then(j=>{"
                           "p.textContent=j.price+' \u20ac';history.pushState({},'','/tea?v=1#top')}),200)</script>");
          out.headers = {{"Set-Cookie", "seen=" + r.target.mid(1)}, {"ETag", "\"a1\""}};
          return out;
        },
        true);
    BrowserFetcher fetcher(browserSettings());
    FetchRequest german;
    german.language = "de";
    const FetchAnswer a = fetch(fetcher, shop.url("/tea"), german);
    QVERIFY2(a.isOk(), qPrintable(a.error));
    QVERIFY2(a.body.contains("<p id=\"p\">4.99 \u20ac</p>"), a.body.constData());
    QVERIFY(a.body.startsWith("<!DOCTYPE html><html>"));
    QCOMPARE(a.status, 200);
    QCOMPARE(a.etag, QByteArray("\"a1\""));
    QCOMPARE(a.contentType, QByteArray("text/html; charset=utf-8"));
    QCOMPARE(a.finalUrl.toEncoded(), shop.url("/tea?v=1"));
    QVERIFY(a.bytesOnWire > 500);
    for (const Request& r : shop.requests()) {
      QVERIFY2(r.target == "/tea" || r.target == "/price.json", r.target.constData()); // neither pictures nor films
      QVERIFY2(r.headers.value("user-agent").startsWith("PricewrightBot/"), r.headers.value("user-agent").constData());
      QVERIFY(r.headers.value("accept-language").startsWith("de"));
      QVERIFY(!r.headers.contains("proxy-authorization"));
    }
    // The same browser; a site knows its own cookies and no other's.
    const qint64 browser = fetcher.browser();
    QVERIFY(fetch(fetcher, shop.url("/second")).isOk());
    QCOMPARE(shop.requests().back().headers.value("cookie"), QByteArray("seen=second"));
    QVERIFY(fetch(fetcher, shop.url("/third", "127.0.0.3")).isOk());
    for (const Request& r : shop.requests())
      if (r.target == "/second")
        QCOMPARE(r.headers.value("cookie"), QByteArray("seen=tea"));
      else if (r.target == "/third")
        QVERIFY(!r.headers.contains("cookie"));
    QCOMPARE(fetcher.browser(), browser);
  }

  void redirectsAreLookedAt() {
    LoopbackServer shop([](const Request& r) {
      if (r.target == "/old")
        return redirect("/new");
      if (r.target == "/new")
        return page("<script>location.replace('/newest')</script>");
      if (r.target == "/half") { // goes on before it has come in full
        Reply out = page("<script>location.replace('/newest')</script>" + QByteArray(1000, 'x'));
        out.drip = 2ms;
        return out;
      }
      if (r.target == "/round")
        return redirect("/round?");
      if (r.target.startsWith("/round"))
        return redirect(r.target + "x");
      if (r.target == "/inside")
        return redirect("http://169.254.169.254/latest/meta-data/");
      if (r.target == "/script-inside")
        return page("<p>here</p><script>location.href='http://127.0.0.2/'</script>");
      return page("<p>" + r.target + "</p>");
    });
    BrowserFetcher fetcher(browserSettings());
    const FetchAnswer a = fetch(fetcher, shop.url("/old"));
    QCOMPARE(a.error, QString());
    QCOMPARE(a.finalUrl.toEncoded(), shop.url("/newest"));
    QVERIFY(a.body.contains("<p>/newest</p>"));
    QCOMPARE(a.redirects, 2);
    QCOMPARE(fetch(fetcher, shop.url("/half")).finalUrl.toEncoded(), shop.url("/newest"));
    QCOMPARE(fetch(fetcher, shop.url("/round")).error, QStringLiteral("fetch.too-many-redirects"));
    QCOMPARE(fetch(fetcher, shop.url("/inside")).error, QStringLiteral("fetch.private-address"));
    QCOMPARE(fetch(fetcher, shop.url("/script-inside")).error, QStringLiteral("fetch.private-address"));
    FetchRequest careful;
    careful.mayFollow = [](const QUrl& url) { return url.path() != u"/newest"; };
    QCOMPARE(fetch(fetcher, shop.url("/old"), careful).error, QStringLiteral("fetch.redirect-refused"));
    QCOMPARE(shop.count("/newest"), 2);
  }

  void theCallerSaysWhatAPageLoads() {
    LoopbackServer shop([](const Request& r) {
      return r.target == "/" ? page("<script src=/a.js></script><script src=/b.js></script>")
                             : page("document.write('<p>" + r.target + "</p>')", "text/javascript");
    });
    BrowserSettings how = browserSettings();
    how.mayLoad = [&](const QUrl& from, const QUrl& url) { return from.path() == u"/" && url.path() != u"/b.js"; };
    BrowserFetcher fetcher(how);
    const FetchAnswer a = fetch(fetcher, shop.url());
    QVERIFY(a.body.contains("<p>/a.js</p>") && !a.body.contains("<p>/b.js</p>"));
    QCOMPARE(shop.count("/b.js"), 0);
  }

  void faultsHaveTheirNames() {
    LoopbackServer shop([](const Request& r) {
      Reply out = page("<p>" + r.target + "</p>");
      if (r.target == "/gone" || r.target == "/nothing")
        out.status = 404;
      if (r.target == "/nothing")
        out.body.clear();
      if (r.target == "/busy")
        out.status = 503, out.headers = {{"Retry-After", "7"}};
      if (r.target == "/locked")
        out.status = 401, out.headers = {{"WWW-Authenticate", "Basic realm=\"x\""}};
      if (r.target == "/reset")
        out.resets = true;
      if (r.target == "/noise")
        out.raw = "\x01\x02\x03\r\n\r\n";
      if (r.target == "/file")
        out.headers = {{"Content-Disposition", "attachment; filename=x.html"}};
      if (r.target == "/script-file")
        out = page("<script>location.href='/file'</script>");
      if (r.target == "/nothing-at-all")
        out.status = 204, out.body.clear();
      return out;
    });
    BrowserFetcher fetcher(browserSettings());
    FetchAnswer a = fetch(fetcher, shop.url("/gone"));
    QVERIFY(a.error.isEmpty() && a.status == 404 && a.body.contains("/gone"));
    a = fetch(fetcher, shop.url("/nothing"));
    QCOMPARE(a.error, QString());
    QCOMPARE(a.status, 404);
    a = fetch(fetcher, shop.url("/busy"));
    QVERIFY(a.error.isEmpty() && a.status == 503 && a.retryAfter == Duration(7s));
    a = fetch(fetcher, shop.url("/locked"));
    QCOMPARE(a.error, QString());
    QCOMPARE(a.status, 401);
    QCOMPARE(fetch(fetcher, shop.url("/reset")).error, QStringLiteral("fetch.broken-off"));
    QCOMPARE(fetch(fetcher, shop.url("/noise")).error, QStringLiteral("fetch.bad-answer"));
    QCOMPARE(fetch(fetcher, shop.url("/file")).error, QStringLiteral("browser.download"));
    QCOMPARE(fetch(fetcher, shop.url("/script-file")).error, QStringLiteral("browser.download"));
    QCOMPARE(fetch(fetcher, shop.url("/nothing-at-all")).error, QStringLiteral("fetch.bad-answer"));
    const Doors doors(0x7f000001); // ends each connection at once
    QCOMPARE(fetch(fetcher, "https://127.0.0.1:" + QByteArray::number(doors.streamPort) + "/").error,
             QStringLiteral("fetch.broken-off"));
    int closed = 0;
    {
      LoopbackServer gone([](const Request&) { return page(""); });
      closed = gone.port();
    }
    QCOMPARE(fetch(fetcher, "http://127.0.0.1:" + QByteArray::number(closed) + "/").error,
             QStringLiteral("fetch.no-connection"));
    QCOMPARE(fetch(fetcher, "https://127.0.0.1:" + QByteArray::number(closed) + "/").error,
             QStringLiteral("fetch.no-connection"));
  }

  void whatNeverEndsEnds() {
    LoopbackServer shop([](const Request& r) {
      Reply out = page(QByteArray(100'000, 'x'));
      if (r.target == "/endless")
        out.isEndless = true;
      else if (r.target == "/drip")
        out.drip = 20ms;
      else if (r.target == "/silent")
        out.wait = 60s;
      else if (r.target == "/hang")
        out = page("<script>for(;;);</script>");
      else if (r.target == "/restless")
        out = page("<p>here</p><script>setInterval(()=>fetch('/ping?'+Math.random()),100)</script>");
      else
        out = page("ok");
      return out;
    });
    BrowserSettings how = browserSettings();
    how.limits.total = 3s, how.wireBytes = 3'000'000;
    BrowserFetcher fetcher(how);
    QCOMPARE(fetch(fetcher, shop.url("/endless")).error, QStringLiteral("fetch.too-large"));
    for (const char* path : {"/drip", "/silent", "/hang"}) {
      const FetchAnswer a = fetch(fetcher, shop.url(path));
      QCOMPARE(a.error, QStringLiteral("browser.timeout"));
      QVERIFY(a.took >= 3s && a.took < 5s && a.body.isEmpty());
      QCOMPARE(fetcher.browser(), 0); // one that hangs is ended
    }
    how.limits.total = 20s, how.settle = 1s;
    BrowserFetcher patient(how); // a page that never rests is taken as it stands
    const FetchAnswer a = fetch(patient, shop.url("/restless"));
    QVERIFY2(a.isOk() && a.body.contains("<p>here</p>"), qPrintable(a.error));
  }

  void whatIsTooLargeIsRefused() {
    LoopbackServer shop([](const Request& r) {
      if (r.target == "/50")
        return page(QByteArray(50'000'000, 'x'));
      if (r.target == "/many")
        return page("<script>for(let i=0;i<8;++i)fetch('/part?'+i).then(r=>r.text())</script>");
      if (r.target.startsWith("/part"))
        return page(QByteArray(6'000'000, 'x'));
      if (r.target == "/grows")
        return page("<body><script>document.body.append(document.createComment('x'.repeat(12e6)))</script>");
      if (r.target == "/swells")
        return page("<script>const a=[];setInterval(()=>{for(let i=0;i<20;++i)a.push(new "
                    "Uint8Array(1e6).fill(1))},1)</script>");
      return page("<p>small</p>");
    });
    BrowserFetcher fetcher(browserSettings());
    QCOMPARE(fetch(fetcher, shop.url("/50")).error, QStringLiteral("fetch.too-large"));
    QCOMPARE(fetch(fetcher, shop.url("/many")).error, QStringLiteral("fetch.too-large"));
    QCOMPARE(fetch(fetcher, shop.url("/grows")).error, QStringLiteral("fetch.too-large"));
    QVERIFY(fetch(fetcher, shop.url("/small")).body.contains("small"));
    BrowserSettings how = browserSettings();
    how.memory = 700'000'000, how.quiet = 8s;
    BrowserFetcher frugal(how);
    QCOMPARE(fetch(frugal, shop.url("/swells")).error, QStringLiteral("browser.memory"));
    QCOMPARE(frugal.browser(), 0);
  }

  void aCrashIsOnePagesFault() {
    BrowserFetcher* fetcher = nullptr;
    std::atomic<qint64> victim = 0;
    LoopbackServer shop([&](const Request& r) {
      if (r.target == "/dies")
        ::kill(pid_t(victim), SIGKILL);
      return page("<p>alive</p>");
    });
    BrowserFetcher own(browserSettings());
    fetcher = &own;
    QVERIFY(fetch(*fetcher, shop.url("/")).isOk());
    victim = fetcher->browser();
    QVERIFY(victim > 0);
    QCOMPARE(fetch(*fetcher, shop.url("/dies")).error, QStringLiteral("browser.crashed"));
    QVERIFY(fetch(*fetcher, shop.url("/")).isOk());
    QVERIFY(fetcher->browser() > 0 && fetcher->browser() != victim);
  }
};

QTEST_GUILESS_MAIN(BrowserFetcherTest)
#include "tst_BrowserFetcher.moc"
