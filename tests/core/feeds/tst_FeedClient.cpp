// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whole feeds pulled from servers on this machine and from folders: pages, refusals, loops, and where keys go.
#include "feeds/FeedClient.h"

#include "support/LoopbackServer.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

using Reply = LoopbackServer::Reply;
using Request = LoopbackServer::Request;

Reply jsonReply(const QByteArray& body, int status = 200) {
  Reply r;
  r.body = body, r.status = status, r.type = "application/json";
  return r;
}
QByteArray rowsFrom(int first, int count, const QByteArray& next = {}) {
  QByteArray out = "{\"rows\":[";
  for (int i = 0; i < count; ++i)
    out += (i ? ",{\"id\":\"P" : "{\"id\":\"P") + QByteArray::number(first + i) +
           "\",\"price\":" + QByteArray::number(first + i) + ".5}";
  return out + "]" + (next.isEmpty() ? QByteArray() : ",\"next\":\"" + next + "\"") + "}";
}

// One pull. Time passes only where the client waits.
struct Puller {
  FixedClock clock{*parseInstant(u"2026-03-02T09:00:00Z")};
  FeedTask task;
  std::vector<FeedItem> items;
  std::vector<Duration> waits;
  FeedClientSettings settings;
  FeedOutcome out;

  Puller() {
    settings.allowed = AddressAllowList::parse(u"127.0.0.0/8").value();
    task.kind = FeedKind::Json;
    map(R"({"items":"/rows","fields":{"id":"/id","price":"/price"},"constants":{"currency":"EUR"},"next":{"url":"/next"},
            "auth":{"header":"X-Key","prefix":"Bearer "}})");
  }
  void map(const QByteArray& json) {
    task.mapping = FeedMapping::parse(QJsonDocument::fromJson(json).object(), task.kind).value();
  }
  QString pull(const QByteArray& location, const JobContext& job = {}) {
    task.location = QString::fromLocal8Bit(location);
    items.clear(), waits.clear();
    FeedClient client(settings, clock, 7);
    client.wait = [this](Duration d) {
      waits.push_back(d);
      clock.advance(d);
    };
    out = client.pull(task, [this](const FeedItem& item) { items.push_back(item); }, job);
    return out.error.code;
  }
};

struct Folder {
  QTemporaryDir dir;
  void put(const char* name, const QByteArray& bytes, Instant written) {
    QFile file(dir.filePath(QString::fromLatin1(name)));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.flush();
    QVERIFY(file.setFileTime(QDateTime::fromMSecsSinceEpoch(toMillis(written), Qt::UTC), QFile::FileModificationTime));
  }
  QByteArray path() const { return dir.path().toLocal8Bit(); }
};

} // namespace

class FeedClientTest : public QObject {
  Q_OBJECT
 private slots:
  void pagesAreFollowedAtTheirPace() {
    LoopbackServer server([](const Request& r) {
      return jsonReply(r.target == "/p"    ? rowsFrom(1, 3, "/p2")
                       : r.target == "/p2" ? rowsFrom(4, 2, "p3")
                                           : rowsFrom(6, 1));
    });
    Puller p;
    p.task.requestsAMinute = 30;
    p.task.secret = QStringLiteral("k3y");
    QCOMPARE(p.pull(server.url("/p")), QString());
    QVERIFY(p.out.complete);
    QCOMPARE(p.out.pages, 3);
    QCOMPARE(p.out.requests, 3);
    QCOMPARE(p.items.size(), std::size_t(6));
    QCOMPARE(p.items[5].price.value.toString(), QStringLiteral("6.5"));
    QCOMPARE(p.waits, std::vector<Duration>(2, std::chrono::seconds(2)));
    for (const Request& r : server.requests())
      QCOMPARE(r.headers.value("x-key"), QByteArray("Bearer k3y"));
  }

  // Whole rows are kept, with how many and where it broke; the one that was cut is none, however like a price it looks.
  void whatBreaksOffKeepsItsWholeRows_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("cut");
    QTest::addColumn<int>("rows");
    const QByteArray table = "id,price,title\nP1,1.50,one\nP2,2.50,two\nP3,345.99,three\n";
    const int third = int(table.indexOf("P3"));
    for (const int more : {0, 3, 5, 6, 9})
      QTest::addRow("table, %d bytes into the third row", more) << "table" << table << third + more << 2;
    const QByteArray quoted = "id,price,title\nP1,1.50,one\nP2,2.50,\"two\nlines, 3.40\nmore\"\n";
    QTest::newRow("table, within quotes") << "table" << quoted << int(quoted.indexOf("more")) << 1;
    QTest::newRow("table, within its header") << "table" << table << 7 << 0;
    const QByteArray json = rowsFrom(1, 3);
    QTest::newRow("json") << "json" << json << int(json.indexOf("3.5")) + 2 << 2;
    const QByteArray xml = "<rss><channel><item><g:id>P1</g:id><g:price>1.5 EUR</g:price></item><item><g:id>P2</g:id>"
                           "<g:price>25.5 EUR</g:price></item></channel></rss>";
    QTest::newRow("xml") << "xml" << xml << int(xml.indexOf("5.5 EUR")) << 1;
  }
  void whatBreaksOffKeepsItsWholeRows() {
    QFETCH(const QString, kind);
    QFETCH(const QByteArray, body);
    QFETCH(const int, cut);
    QFETCH(const int, rows);
    for (const bool isChunked : {false, true}) {
      LoopbackServer server([&](const Request&) {
        Reply r = jsonReply(body);
        r.cutAfter = cut;
        if (isChunked) // then something that is no chunk
          r.raw = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + QByteArray::number(cut, 16) + "\r\n" +
                  body.left(cut) + "\r\nXYZ\r\n";
        return r;
      });
      Puller p;
      p.task.kind = *feedKindFrom(kind);
      p.map(kind == u"json"
                ? R"({"items":"/rows","fields":{"id":"/id","price":"/price"},"constants":{"currency":"EUR"}})"
                : R"({"constants":{"currency":"EUR"}})");
      QCOMPARE(p.pull(server.url("/f")), QStringLiteral("feed.broken-off"));
      QVERIFY(!p.out.complete);
      QCOMPARE(p.items.size(), std::size_t(rows));
      QCOMPARE(p.out.error.arguments.value(QStringLiteral("rows")), QString::number(rows));
      QCOMPARE(p.out.error.arguments.value(QStringLiteral("bytes")), QString::number(cut));
      for (int i = 0; i < rows; ++i)
        QCOMPARE(p.items[std::size_t(i)].price.value.toString(), QStringLiteral("%1.5").arg(i + 1));
    }
  }

  void tokensPagesAndOffsets() {
    LoopbackServer server([](const Request& r) {
      if (r.target.startsWith("/token"))
        return jsonReply(r.target == "/token?a=1"                   ? rowsFrom(1, 2, "b&c+d")
                         : r.target == "/token?a=1&after=b%26c%2Bd" ? rowsFrom(3, 1)
                                                                    : "no");
      if (r.target.startsWith("/page"))
        return jsonReply(r.target == "/page?page=1"   ? rowsFrom(1, 2)
                         : r.target == "/page?page=2" ? rowsFrom(3, 2)
                                                      : rowsFrom(0, 0));
      return jsonReply(r.target == "/off?at=0&key=s"   ? rowsFrom(1, 2)
                       : r.target == "/off?at=2&key=s" ? rowsFrom(3, 1)
                                                       : rowsFrom(0, 0));
    });
    Puller p;
    p.map(
        R"({"items":"/rows","fields":{"id":"/id","price":"/price"},"constants":{"currency":"EUR"},"next":{"token":"/next","parameter":"after"}})");
    QCOMPARE(p.pull(server.url("/token?a=1")), QString());
    QCOMPARE(p.items.size(), std::size_t(3));
    p.map(
        R"({"items":"/rows","fields":{"id":"/id","price":"/price"},"constants":{"currency":"EUR"},"next":{"page":"page","from":1}})");
    QCOMPARE(p.pull(server.url("/page")), QString());
    QCOMPARE(p.items.size(), std::size_t(4));
    QCOMPARE(p.out.pages, 3);
    p.map(
        R"({"items":"/rows","fields":{"id":"/id","price":"/price"},"constants":{"currency":"EUR"},"next":{"offset":"at"},"auth":{"parameter":"key"}})");
    p.task.secret = QStringLiteral("s");
    QCOMPARE(p.pull(server.url("/off")), QString());
    QCOMPARE(p.items.size(), std::size_t(3));
  }

  // 429 with Retry-After is obeyed to the second; what asks for too long ends the pull and says until when.
  void tooManyRequestsAreObeyed() {
    std::atomic<int> asked = 0;
    std::atomic<int> seconds = 120;
    LoopbackServer server([&](const Request&) {
      if (++asked % 2 == 0)
        return jsonReply(rowsFrom(1, 1));
      Reply r = jsonReply("slow down", 429);
      r.headers = {{"Retry-After", QByteArray::number(seconds)}};
      return r;
    });
    Puller p;
    QCOMPARE(p.pull(server.url("/p")), QString());
    QCOMPARE(p.out.retries, 1);
    QCOMPARE(p.waits.front(), Duration(std::chrono::seconds(120)));
    QVERIFY(!p.out.notBefore);
    seconds = 7200;
    const Instant before = p.clock.now();
    QCOMPARE(p.pull(server.url("/p")), QStringLiteral("feed.http"));
    QCOMPARE(p.out.error.arguments.value(QStringLiteral("status")), QStringLiteral("429"));
    QVERIFY(p.waits.empty());
    QCOMPARE(*p.out.notBefore, before + std::chrono::hours(2));
  }

  // A server that fails for good: tried again with growing, random waits, then what came is kept as a part.
  void aFeedThatBreaksOffKeepsWhatCame() {
    LoopbackServer server([](const Request& r) {
      return r.target == "/p"     ? jsonReply(rowsFrom(1, 3, "/bad"))
             : r.target == "/bad" ? jsonReply("oh", 503)
                                  : jsonReply("{\"rows\":[{\"id\"");
    });
    Puller p;
    p.task.requestsAMinute = 6000;
    QCOMPARE(p.pull(server.url("/p")), QStringLiteral("feed.http"));
    QCOMPARE(p.items.size(), std::size_t(3));
    QVERIFY(!p.out.complete);
    QCOMPARE(p.out.requests, 5);
    QCOMPARE(p.out.retries, 3);
    for (const Duration d : p.waits)
      QVERIFY(d <= std::chrono::seconds(4));
    QCOMPARE(p.pull(server.url("/torn")), QStringLiteral("feed.bad-json"));
    QCOMPARE(p.out.requests, 1);
    QVERIFY(!p.out.complete);
  }

  void brokenConnectionsAndHugeAnswers() {
    std::atomic<int> asked = 0;
    LoopbackServer server([&](const Request& r) {
      Reply reply = jsonReply(rowsFrom(1, 2));
      if (r.target == "/flaky")
        reply.cutAfter = ++asked < 3 ? 10 : -1;
      reply.isEndless = r.target == "/endless";
      return reply;
    });
    Puller p;
    p.settings.retryBase = std::chrono::milliseconds(10);
    QCOMPARE(p.pull(server.url("/flaky")), QString());
    QCOMPARE(p.out.retries, 2);
    QCOMPARE(p.items.size(), std::size_t(2)); // half an answer is none
    p.settings.limits.bytes = 1'000'000;
    QCOMPARE(p.pull(server.url("/endless")), QStringLiteral("fetch.too-large"));
    p.settings.limits.items = 1;
    QCOMPARE(p.pull(server.url("/p")), QStringLiteral("feed.too-many-items"));
    QCOMPARE(p.items.size(), std::size_t(1));
  }

  void loopsAreSeen() {
    LoopbackServer server([](const Request& r) {
      if (r.target == "/a")
        return jsonReply(rowsFrom(1, 1, "/b"));
      if (r.target == "/b")
        return jsonReply(rowsFrom(2, 1, "/a"));
      if (r.target.startsWith("/same"))
        return jsonReply(rowsFrom(1, 2)); // whatever page is asked for
      return jsonReply(rowsFrom(r.target.mid(2).toInt(), 1, "/n" + QByteArray::number(r.target.mid(2).toInt() + 1)));
    });
    Puller p;
    QCOMPARE(p.pull(server.url("/a")), QStringLiteral("feed.loop"));
    QCOMPARE(p.items.size(), std::size_t(2));
    p.settings.mostPages = 5;
    QCOMPARE(p.pull(server.url("/n1")), QStringLiteral("feed.too-many-pages"));
    QCOMPARE(p.items.size(), std::size_t(5));
    p.map(
        R"({"items":"/rows","fields":{"id":"/id","price":"/price"},"constants":{"currency":"EUR"},"next":{"page":"page"}})");
    QCOMPARE(p.pull(server.url("/same")), QStringLiteral("feed.loop"));
    QCOMPARE(p.items.size(), std::size_t(2)); // the second time nobody counts them
  }

  // The key is for the host that was named.
  void theKeyGoesToNobodyElse() {
    LoopbackServer other([](const Request&) { return jsonReply(rowsFrom(9, 1)); });
    LoopbackServer server([&](const Request& r) {
      Reply reply = jsonReply({}, 302);
      if (r.target == "/away")
        reply.headers = {{"Location", other.url("/x")}};
      else if (r.target == "/here")
        reply.headers = {{"Location", "/p"}};
      else
        reply = jsonReply(rowsFrom(1, 1, r.target == "/next" ? other.url("/y") : QByteArray()));
      return reply;
    });
    Puller p;
    p.task.secret = QStringLiteral("k3y");
    QCOMPARE(p.pull(server.url("/away")), QString());
    QCOMPARE(other.requests().size(), std::size_t(1));
    QVERIFY(!other.requests().front().headers.contains("x-key"));
    QCOMPARE(p.pull(server.url("/here")), QString());
    QCOMPARE(server.requests().back().headers.value("x-key"), QByteArray("Bearer k3y"));
    QCOMPARE(p.pull(server.url("/next")), QStringLiteral("feed.next-elsewhere"));
    QCOMPARE(other.requests().size(), std::size_t(1));
    QCOMPARE(p.items.size(), std::size_t(1));
  }

  void keysNeedTlsAndAreNoHeaders() {
    Puller p;
    p.task.secret = QStringLiteral("k3y");
    QCOMPARE(p.pull("http://shop.example/feed"), QStringLiteral("feed.not-encrypted"));
    p.task.secret = QStringLiteral("k3y\r\nX-Evil: 1");
    QCOMPARE(p.pull("https://shop.example/feed"), QStringLiteral("feed.bad-secret"));
    QCOMPARE(p.out.requests, 0);
    p.task.secret.clear();
    p.settings.allowed = {};
    QCOMPARE(p.pull("http://127.0.0.1:8080/feed"), QStringLiteral("fetch.private-address"));
    QCOMPARE(p.pull("https://user:pw@shop.example/feed"), QStringLiteral("fetch.credentials"));
    QCOMPARE(p.pull("gopher://shop.example/feed"), QStringLiteral("feed.bad-location"));
    LoopbackServer server([](const Request&) { return jsonReply("{}", 401); });
    p.settings.allowed = AddressAllowList::parse(u"127.0.0.0/8").value();
    QCOMPARE(p.pull(server.url("/p")), QStringLiteral("feed.login-refused"));
    QCOMPARE(p.out.requests, 1);
  }

  void prisyncIsAskedProductByProduct() {
    LoopbackServer server([](const Request& r) {
      if (r.headers.value("apikey") != "me@shop.example" || r.headers.value("apitoken") != "t0ken")
        return jsonReply("{}", 403);
      if (r.target == "/api/v2/list/product/startFrom/0")
        return jsonReply(R"({"results":[{"id":"7","product_code":"S7","urls":[1,2]},{"id":8,"product_code":"S8"}],
          "nextURL":"\/api\/v2\/list\/product\/startFrom\/100"})");
      if (r.target == "/api/v2/list/product/startFrom/100")
        return jsonReply(R"({"results":[{"id":9,"urls":[]}],"nextURL":null})");
      if (r.target == "/api/v2/get/product/id/8")
        return jsonReply(R"({"id":8,"urls":["3"]})");
      if (r.target == "/api/v2/get/url/id/2")
        return jsonReply("{}", 404);
      if (r.target.startsWith("/api/v2/get/url/id/"))
        return jsonReply("{\"id\":" + r.target.mid(19) + ",\"url\":\"https://rival.example/" + r.target.mid(19) +
                         "\",\"price\":\"4." + r.target.mid(19) + "0\",\"currency\":\"EUR\",\"stock\":1}");
      return jsonReply("{}", 400);
    });
    Puller p;
    p.task.kind = FeedKind::Prisync;
    p.map("{}");
    p.task.secret = QStringLiteral("me@shop.example:t0ken");
    QCOMPARE(p.pull(server.url("/api/v2")), QString());
    QVERIFY(p.out.complete);
    QCOMPARE(p.items.size(), std::size_t(2));
    QCOMPARE(p.items[1][FeedField::OurCode], QStringLiteral("S8"));
    QCOMPARE(p.items[1].price.value.toString(), QStringLiteral("4.3"));
    QCOMPARE(p.out.counts.unreadable, 1); // the address that is gone
    QCOMPARE(p.out.requests, 6);
    p.task.secret = QStringLiteral("me:wrong");
    QCOMPARE(p.pull(server.url("/api/v2")), QStringLiteral("feed.login-refused"));
    p.task.secret = QStringLiteral("no colon");
    QCOMPARE(p.pull(server.url("/api/v2")), QStringLiteral("feed.bad-secret"));
  }

  void aPullIsCancelled() {
    std::stop_source stop;
    LoopbackServer server([&](const Request&) {
      stop.request_stop();
      return jsonReply(rowsFrom(1, 1, "/p2"));
    });
    Puller p;
    QCOMPARE(p.pull(server.url("/p"), {stop.get_token(), {}}), QStringLiteral("feed.cancelled"));
    QVERIFY(p.out.requests <= 1);
    QVERIFY(!p.out.complete);
  }

  // Files are read in their order, once, where they lie; one that is being written is left.
  void filesOfAFolder() {
    Folder folder;
    Puller p;
    p.task.kind = FeedKind::Table;
    p.map(R"({"files":"*.csv","constants":{"currency":"EUR"}})");
    const Instant now = p.clock.now();
    QCOMPARE(p.pull(folder.path()), QString());
    QVERIFY(p.out.isUnchanged && !p.out.complete);
    folder.put("old.csv", "id,price\nA,1\n", now - std::chrono::hours(3));
    folder.put("new.csv", "id,price\nA,2\n", now - std::chrono::hours(2));
    folder.put("newest.csv.part", "id,price\nA,9\n", now - std::chrono::hours(1));
    folder.put(".hidden.csv", "id,price\nA,9\n", now - std::chrono::hours(1));
    folder.put("other.txt", "id,price\nA,9\n", now - std::chrono::hours(1));
    QCOMPARE(p.pull(folder.path()), QString());
    QCOMPARE(p.items.size(), std::size_t(1)); // at the first time only the newest
    QCOMPARE(p.items[0].price.value.toString(), QStringLiteral("2"));
    QCOMPARE(p.items[0].at(), now - std::chrono::hours(2)); // a file's prices are as old as it
    p.task.memory = p.out.memory;
    QCOMPARE(p.pull(folder.path()), QString());
    QVERIFY(p.out.isUnchanged);
    folder.put("b.csv", "id,price\nA,4\n", now - std::chrono::minutes(10));
    folder.put("a.csv", "id,price\nA,3\n", now - std::chrono::minutes(20));
    folder.put("c.csv", "id,price\nA,5\n", now - std::chrono::seconds(59));
    QCOMPARE(p.pull(folder.path()), QString());
    QCOMPARE(p.items.size(), std::size_t(2));
    QCOMPARE(p.items[0].price.value.toString(), QStringLiteral("3"));
    QCOMPARE(p.out.waiting, 1);
    p.task.memory = p.out.memory;
    p.clock.advance(std::chrono::seconds(2));
    QCOMPARE(p.pull(folder.path()), QString());
    QCOMPARE(p.items.size(), std::size_t(1));
    QCOMPARE(QDir(folder.dir.path()).entryList(QDir::Files | QDir::Hidden).size(), 8); // nothing was taken away
  }

  // A damaged file is said again until it can be read or is gone, and hides none.
  void damagedFilesOfAFolder() {
    Folder folder;
    Puller p;
    p.task.kind = FeedKind::Xml;
    p.map(R"({"constants":{"currency":"EUR"}})");
    const Instant now = p.clock.now();
    const auto feed = [](const QByteArray& price) {
      return "<rss><channel><item><g:id>A</g:id><g:price>" + price + "</g:price></item></channel></rss>";
    };
    folder.put("1.xml", feed("1"), now - std::chrono::hours(3));
    QCOMPARE(p.pull(folder.path()), QString());
    p.task.memory = p.out.memory;
    folder.put("2.xml", feed("2").chopped(10), now - std::chrono::hours(2));
    QCOMPARE(p.pull(folder.path()), QStringLiteral("feed.broken-xml"));
    QCOMPARE(p.items.size(), std::size_t(1)); // what came before the break
    QVERIFY(!p.out.complete);
    QCOMPARE(brokenFeedFiles(p.out.memory), QStringList{QStringLiteral("2.xml")});
    p.task.memory = p.out.memory;
    folder.put("3.xml", feed("3"), now - std::chrono::hours(1));
    QCOMPARE(p.pull(folder.path()), QStringLiteral("feed.broken-xml"));
    QCOMPARE(p.items.size(), std::size_t(2));
    p.task.memory = p.out.memory;
    QCOMPARE(p.pull(folder.path()), QStringLiteral("feed.broken-xml")); // nothing new, but it is still there
    QCOMPARE(p.items.size(), std::size_t(1));
    folder.put("2.xml", feed("2"), now - std::chrono::minutes(30));
    p.task.memory = p.out.memory;
    QCOMPARE(p.pull(folder.path()), QString());
    QVERIFY(p.out.complete);
    QVERIFY(brokenFeedFiles(p.out.memory).isEmpty());
    QCOMPARE(p.pull("/no/such/folder"), QStringLiteral("feed.folder-missing"));
    QCOMPARE(p.pull(folder.path() + "/1.xml"), QStringLiteral("")); // one file alone
  }

  // Of several files the first that cannot be read is told of, by name, whatever came after it.
  void theFirstFailureOfAFolderStands() {
    Folder folder;
    Puller p;
    p.task.kind = FeedKind::Table;
    p.map(R"({"files":"*.csv","constants":{"currency":"EUR"}})");
    const Instant now = p.clock.now();
    folder.put("a.csv", "id,price\nA,1\n", now - std::chrono::hours(4));
    QCOMPARE(p.pull(folder.path()), QString());
    p.task.memory = p.out.memory;
    folder.put("b.csv", "id,cost\nA,2\n", now - std::chrono::hours(3));
    folder.put("c.csv", "id,price\nA,3\n", now - std::chrono::hours(2));
    QCOMPARE(p.pull(folder.path()), QStringLiteral("feed.no-columns"));
    QVERIFY(!p.out.complete);
    QVERIFY(p.out.error.cause);
    QCOMPARE(p.out.error.cause->arguments.value(QStringLiteral("file")), QStringLiteral("b.csv"));
    QCOMPARE(p.items.size(), std::size_t(1)); // the good one is read
    p.task.memory = p.out.memory;
    folder.put("d.csv", "id,price\nA,4\n", now - std::chrono::hours(1));
    QCOMPARE(p.pull(folder.path()), QStringLiteral("feed.no-columns"));
    QCOMPARE(p.items.size(), std::size_t(1)); // not c.csv again
    QCOMPARE(p.items[0].price.value.toString(), QStringLiteral("4"));
    p.task.memory = p.out.memory;
    QVERIFY(QFile::remove(folder.dir.filePath(QStringLiteral("b.csv"))));
    QCOMPARE(p.pull(folder.path()), QString());
    QVERIFY(p.out.isUnchanged && brokenFeedFiles(p.out.memory).isEmpty());
  }

  void sftpNeedsWhatItNeeds() {
    Puller p;
    p.task.kind = FeedKind::Table;
    p.map("{}");
    QCOMPARE(p.pull("sftp://host.example/x/"), QStringLiteral("feed.bad-location")); // nobody to log in as
    QCOMPARE(p.pull("sftp://me:pw@host.example/x/"), QStringLiteral("fetch.credentials"));
    QCOMPARE(p.pull("sftp://me@host.example/x/"), QStringLiteral("feed.bad-secret"));
    p.task.secret = QStringLiteral("pw");
    p.settings.allowed = {};
    QCOMPARE(p.pull("sftp://me@127.0.0.1:1/x/"), QStringLiteral("address.loopback"));
  }
};

QTEST_GUILESS_MAIN(FeedClientTest)
#include "tst_FeedClient.moc"
