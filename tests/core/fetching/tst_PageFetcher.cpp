// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetching/ContentDecoding.h"
#include "fetching/PageFetcher.h"

#include "fetching/Url.h"
#include "support/LoopbackServer.h"

#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

using Reply = LoopbackServer::Reply;
using Request = LoopbackServer::Request;

PageFetcher::Settings settings(bool loopback = true) {
  PageFetcher::Settings s;
  s.limits.total = std::chrono::milliseconds(1500), s.limits.slowFor = std::chrono::seconds(1);
  if (loopback)
    s.allowed = AddressAllowList::parse(u"127.0.0.0/8").value();
  return s;
}

FetchAnswer fetch(const QByteArray& url, const PageFetcher::Settings& how = settings(), FetchRequest request = {}) {
  PageFetcher fetcher(how);
  request.url = QUrl::fromEncoded(url);
  std::optional<FetchAnswer> answer;
  fetcher.start(std::move(request), [&](FetchAnswer a) { answer = std::move(a); });
  while (fetcher.perform(std::chrono::milliseconds(50))) {
  }
  if (!answer)
    qFatal("no answer was told");
  return *answer;
}

// What "deflate" means in HTTP: a zlib stream.
QByteArray deflated(const QByteArray& bytes) { return qCompress(bytes, 9).mid(4); }

QByteArray gzipped(const QByteArray& bytes) {
  quint32 sum = ~0U; // CRC-32
  for (const char c : bytes) {
    sum ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit)
      sum = (sum >> 1) ^ (sum & 1U ? 0xedb88320U : 0U);
  }
  QByteArray out("\x1f\x8b\x08\0\0\0\0\0\0\xff", 10);
  out += deflated(bytes).mid(2).chopped(4);
  for (const quint32 word : {~sum, quint32(bytes.size())})
    for (int shift = 0; shift < 32; shift += 8)
      out += static_cast<char>(word >> shift);
  return out;
}

// "<p>12.50</p><i>0</i>…" as brotli packs it.
const QByteArray kBrotli =
    "1b6000f81d076eacd836d9fc98dbf4fc96454e032b0d2e7cc02147f4a0ed915a11c0933d8f480da484ae6f2d8afd5018c76be9450f14";

Reply page(const QByteArray& body) {
  Reply r;
  r.body = body;
  return r;
}
Reply redirect(int status, const QByteArray& to) {
  Reply r;
  r.status = status, r.headers = {{"Location", to}};
  return r;
}

} // namespace

class PageFetcherTest : public QObject {
  Q_OBJECT
 private slots:
  void aPageComesWithWhatMatters() {
    LoopbackServer server([](const Request& r) {
      Reply reply = page("<p>4.99 for " + r.headers.value("user-agent").left(13) + "</p>");
      reply.headers = {{"ETag", "\"a1\""}, {"Last-Modified", "Mon, 02 Mar 2026 09:00:00 GMT"}, {"Set-Cookie", "c=1"}};
      return reply;
    });
    const FetchAnswer a = fetch(server.url("/x"));
    QVERIFY2(a.isOk(), qPrintable(a.error));
    QCOMPARE(a.body, QByteArray("<p>4.99 for PricewrightBo</p>"));
    QCOMPARE(a.etag, QByteArray("\"a1\""));
    QCOMPARE(a.contentType, QByteArray("text/html; charset=utf-8"));
    QCOMPARE(a.address, QStringLiteral("127.0.0.1"));
    QVERIFY(a.cookies.contains("c\t1"));
    FetchRequest again;
    again.etag = a.etag, again.cookies = a.cookies, again.language = "de";
    (void)fetch(server.url("/y"), settings(), again);
    const Request second = server.requests().back();
    QCOMPARE(second.headers.value("if-none-match"), QByteArray("\"a1\""));
    QCOMPARE(second.headers.value("cookie"), QByteArray("c=1"));
    QCOMPARE(second.headers.value("accept-language"), QByteArray("de"));
  }

  // Nothing that an outsider controls leads to an address inside: neither a name, nor a redirect.
  void insideIsOutOfReach() {
    LoopbackServer server([](const Request&) { return page("secret"); });
    QCOMPARE(fetch(server.url(), settings(false)).error, QStringLiteral("address.loopback"));
    QCOMPARE(fetch(server.url("/", "localhost"), settings(false)).error, QStringLiteral("address.loopback"));
    QVERIFY(server.requests().empty());
    LoopbackServer outside([&](const Request&) { return redirect(302, "http://169.254.169.254/latest/meta-data/"); });
    const FetchAnswer a = fetch(outside.url());
    QCOMPARE(a.error, QStringLiteral("fetch.private-address"));
    QVERIFY(a.body.isEmpty());
  }

  void redirectsAreFollowedFiveTimes() {
    LoopbackServer server([](const Request& r) {
      const int n = r.target.mid(1).toInt();
      return n >= 5 ? page("there") : redirect(n % 2 ? 301 : 307, "/" + QByteArray::number(n + 1));
    });
    const FetchAnswer a = fetch(server.url("/0"));
    QCOMPARE(a.body, QByteArray("there"));
    QCOMPARE(a.redirects, 5);
    QCOMPARE(a.finalUrl.path(), QStringLiteral("/5"));
    LoopbackServer loop([](const Request&) { return redirect(302, "/round"); });
    QCOMPARE(fetch(loop.url()).error, QStringLiteral("fetch.too-many-redirects"));
    QCOMPARE(loop.requests().size(), std::size_t(6));
    LoopbackServer elsewhere([](const Request&) { return redirect(302, "ftp://127.0.0.1/x"); });
    QCOMPARE(fetch(elsewhere.url()).error, QStringLiteral("fetch.bad-redirect"));
    FetchRequest careful;
    careful.mayFollow = [](const QUrl& url) { return url.path() != u"/1"; };
    QCOMPARE(fetch(server.url("/0"), settings(), careful).error, QStringLiteral("fetch.redirect-refused"));
  }

  void bombsAndEndlessBodiesAreCut() {
    const QByteArray bomb = deflated(QByteArray(40'000'000, '0'));
    QVERIFY(bomb.size() < 60'000);
    LoopbackServer server([&](const Request& r) {
      Reply reply = page(bomb);
      if (r.target == "/bomb")
        reply.headers = {{"Content-Encoding", "deflate"}};
      reply.isEndless = r.target == "/endless";
      return reply;
    });
    for (const char* path : {"/bomb", "/endless"}) {
      const FetchAnswer a = fetch(server.url(path));
      QCOMPARE(a.error, QStringLiteral("fetch.too-large"));
      QVERIFY(a.body.isEmpty());
    }
  }

  void compressedPagesAreRead() {
    LoopbackServer server([](const Request& r) {
      Reply reply = page(r.target == "/lies" ? QByteArray("not deflated at all") : deflated("<p>12.50</p>"));
      reply.headers = {{"Content-Encoding", "deflate"}};
      return reply;
    });
    QCOMPARE(fetch(server.url("/")).body, QByteArray("<p>12.50</p>"));
    QCOMPARE(fetch(server.url("/lies")).error, QStringLiteral("fetch.bad-encoding"));
  }

  // Cut off between two packets a packed page looks like a whole, shorter one, whatever its length says. The price of
  // what came is not the page's.
  void pagesThatAreCutOffAreNone_data() {
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QByteArray>("packed");
    const QByteArray text = "<p>12.50</p><i>0</i><i>7919</i><i>1757</i>";
    QTest::newRow("gzip") << QByteArray("gzip") << gzipped(text);
    QTest::newRow("zlib") << QByteArray("deflate") << deflated(text);
    QTest::newRow("raw deflate") << QByteArray("deflate") << deflated(text).mid(2).chopped(4);
    QTest::newRow("br") << QByteArray("br") << QByteArray::fromHex(kBrotli);
    QTest::newRow("twice") << QByteArray("deflate, gzip") << gzipped(deflated(text));
  }
  void pagesThatAreCutOffAreNone() {
    QFETCH(QByteArray, encoding);
    QFETCH(QByteArray, packed);
    LoopbackServer server([&](const Request& r) {
      const qsizetype cut = r.target.mid(1).toInt();
      Reply reply = page(packed.chopped(cut)); // and says that this is its length
      reply.headers = {{"Content-Encoding", encoding}};
      return reply;
    });
    const FetchAnswer whole = fetch(server.url("/0"));
    QVERIFY2(whole.isOk(), qPrintable(whole.error));
    QVERIFY(whole.body.startsWith("<p>12.50</p><i>0</i>"));
    for (qsizetype cut = 1; cut < packed.size(); cut += 7) {
      const FetchAnswer half = fetch(server.url("/" + QByteArray::number(cut)));
      QCOMPARE(half.error, QStringLiteral("fetch.broken-off"));
      QVERIFY(half.body.isEmpty());
    }
  }

  void whatIsBehindAPackedPageIsNotReadAndMembersAre() {
    LoopbackServer server([](const Request& r) {
      Reply reply = page(gzipped("<p>1") + (r.target == "/two" ? gzipped("2.50</p>") : QByteArray("\0\0 rest", 7)));
      if (r.target == "/empty")
        reply.body.clear();
      if (r.target == "/wrong-sum")
        reply.body = gzipped("<p>1").chopped(8) + QByteArray(8, '?');
      reply.headers = {{"Content-Encoding", r.target == "/new" ? "zstd" : "gzip"}};
      return reply;
    });
    QCOMPARE(fetch(server.url("/two")).body, QByteArray("<p>12.50</p>"));
    QCOMPARE(fetch(server.url("/rest")).body, QByteArray("<p>1"));
    QVERIFY(fetch(server.url("/empty")).isOk()); // it says so: Content-Length: 0
    QCOMPARE(fetch(server.url("/wrong-sum")).error, QStringLiteral("fetch.bad-encoding"));
    QCOMPARE(fetch(server.url("/new")).error, QStringLiteral("fetch.bad-encoding"));
  }

  void aMemberThatIsSplitBetweenPacketsIsRead() {
    const QByteArray first = gzipped("<p>1"), all = first + gzipped("2.50</p>");
    for (qsizetype at = 1; at < all.size(); ++at) {
      ContentDecoding decoding(1000);
      decoding.setEncodings("gzip");
      QByteArray text;
      QCOMPARE(decoding.take(all.first(at), text), ContentDecoding::Outcome::Good);
      QCOMPARE(decoding.take(all.mid(at), text), ContentDecoding::Outcome::Good);
      QVERIFY(decoding.isWhole());
      QCOMPARE(text, QByteArray("<p>12.50</p>"));
    }
    for (const QByteArray& rest : {QByteArray("\x1f"), QByteArray("\x1f\x8b")}) { // and nothing more comes
      ContentDecoding decoding(1000);
      decoding.setEncodings("gzip");
      QByteArray text;
      QCOMPARE(decoding.take(first, text), ContentDecoding::Outcome::Good);
      QVERIFY(decoding.isWhole());
      QCOMPARE(decoding.take(rest, text), ContentDecoding::Outcome::Good);
      QVERIFY(!decoding.isWhole());
    }
  }

  void encodingsInSeveralLinesAreOneList() {
    LoopbackServer server([](const Request&) {
      Reply reply = page(gzipped(deflated("<p>12.50</p>")));
      reply.headers = {{"Content-Encoding", "deflate"}, {"Content-Encoding", "gzip"}};
      return reply;
    });
    QCOMPARE(fetch(server.url("/")).body, QByteArray("<p>12.50</p>"));
  }

  // Nobody asked for a part, and a page has no business with headers by the hundred kilobytes.
  void partsAndHeadersWithoutEndAreNoPages() {
    LoopbackServer server([](const Request& r) {
      Reply reply = page("<p>12.50</p>");
      reply.status = r.target == "/part" ? 206 : 200;
      for (int i = 0; r.target == "/headers" && i < 6000; ++i)
        reply.headers.emplace_back("X-" + QByteArray::number(i), QByteArray(40, 'x'));
      return reply;
    });
    QCOMPARE(fetch(server.url("/part")).error, QStringLiteral("fetch.broken-off"));
    QCOMPARE(fetch(server.url("/headers")).error, QStringLiteral("fetch.too-large"));
  }

  void badServersEndInTime_data() {
    QTest::addColumn<QString>("error");
    QTest::newRow("silent") << "fetch.timeout";
    QTest::newRow("drip") << "fetch.slow";
    QTest::newRow("resets") << "fetch.broken-off";
    QTest::newRow("cut") << "fetch.broken-off";
    QTest::newRow("shorter than it says") << "fetch.broken-off";
    QTest::newRow("cut between chunks") << "fetch.broken-off";
    QTest::newRow("garbage") << "fetch.bad-answer";
  }
  void badServersEndInTime() {
    QFETCH(QString, error);
    const QString kind = QString::fromLatin1(QTest::currentDataTag());
    LoopbackServer server([&](const Request&) {
      Reply reply = page(QByteArray(5000, 'x'));
      if (kind == u"silent")
        reply.wait = std::chrono::seconds(20);
      else if (kind == u"drip")
        reply.drip = std::chrono::milliseconds(50);
      else if (kind == u"resets")
        reply.resets = true;
      else if (kind == u"cut")
        reply.cutAfter = 100;
      else if (kind == u"shorter than it says")
        reply.raw = "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n<p>12.50</p>";
      else if (kind == u"cut between chunks")
        reply.raw = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nc\r\n<p>12.50</p>\r\n";
      else
        reply.raw = "\x01\x02\x03 what is this\r\n\r\n";
      return reply;
    });
    PageFetcher::Settings how = settings();
    if (kind == u"drip")
      how.limits.total = std::chrono::seconds(20);
    else
      how.limits.slowFor = std::chrono::seconds(5);
    const FetchAnswer a = fetch(server.url(), how);
    QCOMPARE(a.error, error);
    QVERIFY(a.body.isEmpty());
    QVERIFY(a.took < std::chrono::seconds(8));
  }

  void nobodyListens() {
    int port = 0;
    {
      const LoopbackServer gone([](const Request&) { return Reply(); });
      port = gone.port();
    }
    QCOMPARE(fetch("http://127.0.0.1:" + QByteArray::number(port) + "/").error, QStringLiteral("fetch.no-connection"));
    QCOMPARE(fetch("https://127.0.0.1:" + QByteArray::number(port) + "/").error, QStringLiteral("fetch.no-connection"));
  }

  void retryAfterIsRead() {
    const Instant now = *parseInstant(u"2026-03-02T09:00:00Z");
    QCOMPARE(parseRetryAfter("120", now), std::optional<Duration>(std::chrono::minutes(2)));
    QCOMPARE(parseRetryAfter(" Mon, 02 Mar 2026 09:00:30 GMT ", now),
             std::optional<Duration>(std::chrono::seconds(30)));
    QCOMPARE(parseRetryAfter("Sun, 01 Mar 2026 09:00:30 GMT", now), std::optional<Duration>(Duration(0)));
    QCOMPARE(parseRetryAfter("999999999999", now), std::optional<Duration>(std::chrono::hours(24)));
    for (const char* bad : {"", "-5", "soon", "0x10", "\xff\xff"})
      QVERIFY(!parseRetryAfter(bad, now));
  }

  void cancellingTellsAll() {
    LoopbackServer server([](const Request&) {
      Reply reply = page("late");
      reply.wait = std::chrono::seconds(20);
      return reply;
    });
    PageFetcher fetcher(settings());
    int cancelled = 0;
    for (int i = 0; i < 5; ++i) {
      FetchRequest request;
      request.url = QUrl::fromEncoded(server.url());
      fetcher.start(std::move(request), [&](const FetchAnswer& a) { cancelled += a.error == u"fetch.cancelled"; });
    }
    fetcher.perform(std::chrono::milliseconds(20));
    fetcher.cancelAll();
    QCOMPARE(cancelled, 5);
    QCOMPARE(fetcher.running(), 0);
  }
};

QTEST_GUILESS_MAIN(PageFetcherTest)
#include "tst_PageFetcher.moc"
