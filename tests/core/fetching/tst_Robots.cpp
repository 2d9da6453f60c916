// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetching/Robots.h"

#include "support/TestData.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <random>

using namespace pricewright;
using namespace std::chrono_literals;

namespace {

bool allows(const QByteArray& text, const char* url, const char* agent = "PriceBot") {
  return parseRobots(text).verdict(QString::fromUtf8(agent), QString::fromUtf8(url)).allowed;
}

// Every way of matching, by definition: what the fast one must agree with.
bool plainGlob(QByteArrayView pattern, bool anchored, QByteArrayView text) {
  if (pattern.isEmpty())
    return !anchored || text.isEmpty();
  if (pattern[0] != '*')
    return !text.isEmpty() && text[0] == pattern[0] && plainGlob(pattern.sliced(1), anchored, text.sliced(1));
  for (qsizetype i = 0; i <= text.size(); ++i)
    if (plainGlob(pattern.sliced(1), anchored, text.sliced(i)))
      return true;
  return false;
}

RobotsAnswer status(int http) {
  RobotsAnswer a;
  a.httpStatus = http;
  a.at = fromMillis(1'790'000'000'000);
  return a;
}

constexpr const char* kEvery = "/ /a /a?b=c";

void ruleRow(const char* name, const char* text, const char* allowed, const char* refused) {
  QTest::newRow(name) << QByteArray(text) << QByteArray(allowed) << QByteArray(refused);
}

void addMatching() {
  ruleRow("no file", "", kEvery, "");
  ruleRow("everything", "User-agent: *\nDisallow: /\n", "/robots.txt",
          "/ /a /robots.txt? /robots.txt2 /Robots.txt ?x #y");
  ruleRow("empty disallow", "User-agent: *\nDisallow:\n", kEvery, "");
  ruleRow("empty allow", "User-agent: *\nDisallow: /\nAllow:\n", "", kEvery);
  ruleRow("prefix", "User-agent: *\nDisallow: /fish\n", "/ /Fish /catfish /?id=fish", "/fish /fish.html /fishheads/x");
  ruleRow("folder", "User-agent: *\nDisallow: /fish/\n", "/fish /fish.html", "/fish/ /fish/?id=1 /fish/a");
  ruleRow("wildcard", "User-agent: *\nDisallow: /a*z\n", "/a /b/az", "/az /abz /a/b/z/c /a?z");
  ruleRow("wildcards", "User-agent: *\nDisallow: /*/b*/*c**d\n", "/b/c/d /x/b/d /x/bcd", "/x/b/cd /x/b1/2/c3d4");
  ruleRow("end", "User-agent: *\nDisallow: /*.php$\n", "/a.php5 /a.php?x /php", "/a.php /a/b.php.php");
  ruleRow("exact", "User-agent: *\nDisallow: /a$\n", "/ /ab /a/ /a?b", "/a /a#b");
  ruleRow("root only", "User-agent: *\nDisallow: /\nAllow: /$\n", "/ /#x", "/a /?a");
  ruleRow("dollar within", "User-agent: *\nDisallow: /a$b\n", "/a /ab", "/a$b /a%24bc");
  ruleRow("two dollars", "User-agent: *\nDisallow: /a$$\n", "/a /a$b", "/a$ /a%24");
  ruleRow("encoded star", "User-agent: *\nDisallow: /a%2Ab\n", "/axb", "/a*b /a%2ab");
  ruleRow("encoded dollar", "User-agent: *\nDisallow: /a%24\n", "/a", "/a$ /a$b");
  ruleRow("trailing star", "User-agent: *\nDisallow: /a*$\n", "/", "/a /ab");
  ruleRow("only star", "User-agent: *\nDisallow: *\n", "/robots.txt", kEvery);
  ruleRow("star first", "User-agent: *\nDisallow: *secret\n", "/a", "/secret /a/secret?b");
  ruleRow("no slash", "User-agent: *\nDisallow: a\n", "/a a/", "");
  ruleRow("longest allow", "User-agent: *\nDisallow: /x\nAllow: /x/y\n", "/x/y /x/yz /a", "/x /x/");
  ruleRow("longest disallow", "User-agent: *\nAllow: /x\nDisallow: /x/y\n", "/x /x/", "/x/y");
  ruleRow("tie", "User-agent: *\nDisallow: /x\nAllow: /x\n", "/x", "");
  ruleRow("wildcard tie", "User-agent: *\nDisallow: /x*\nAllow: /*y\n", "/xy /y", "/xz");
  ruleRow("longer wildcard", "User-agent: *\nAllow: /page\nDisallow: /*.htm\n", "/page /page.x", "/page.htm");
}

void addFileSyntax() {
  ruleRow("comments", "# a\nUser-agent: * # b\nDisallow: /x#y\n#Disallow: /z\n", "/z /", "/x /xy");
  ruleRow("blanks", " \tuser-agent\t :\t* \n\n  DISALLOW\t:  /x\t \n", "/", "/x");
  ruleRow("only CR", "User-agent: *\rDisallow: /x\rDisallow: /y", "/", "/x /y");
  ruleRow("CRLF", "User-agent: *\r\nDisallow: /x\r\n\r\nDisallow: /y\r\n", "/", "/x /y");
  ruleRow("mark", "\xef\xbb\xbfUser-agent: *\nDisallow: /x", "/", "/x");
  ruleRow("half a mark", "\xef\xbbUser-agent: *\nDisallow: /x", "/", "/x");
  ruleRow("before any group", "Disallow: /\nAllow: /x\n", kEvery, "");
  ruleRow("no colon", "User-agent *\nDisallow /x\nDisallow /y z\n", "/ /y", "/x");
  ruleRow("misspelt", "useragent: *\ndissallow: /a\ndisalow: /b\ndisallaw: /c\ndiasllow: /d\ndissalow: /e", "/f",
          "/a /b /c /d /e");
  ruleRow("unknown", "User-agent: *\nNoindex: /x\nHost: y\nDisallow: /z\n: /\n:\n", "/x", "/z");
  ruleRow("absolute", "User-agent: *\nDisallow: http://shop.example/x\n", "/x", "");
  ruleRow("not UTF-8", "User-agent: *\nDisallow: /caf\xe9\n", "/caf /caf%C3%A9", "/caf%E9 /caf%e9s");
}

} // namespace

class RobotsTest : public QObject {
  Q_OBJECT
 private slots:
  void publicCasesAreDecidedRight() {
    const QString folder = test::realDataFolder();
    QFile file(folder + QStringLiteral("/robots_txt/robots_cases.jsonl"));
    if (folder.isEmpty() || !file.open(QIODevice::ReadOnly))
      QSKIP("real data are not here");
    int standard = 0, wrong = 0, extra = 0, extraWrong = 0;
    for (const QByteArray& line : file.readAll().split('\n')) {
      const QJsonObject c = QJsonDocument::fromJson(line).object();
      if (c.isEmpty())
        continue;
      const RobotsRules rules = parseRobots(c[u"robots_txt"].toString().toUtf8());
      const bool allowed = rules.verdict(c[u"user_agent"].toString(), c[u"url"].toString()).allowed;
      const bool isRight = allowed == c[u"allowed"].toBool(), isExtra = c[u"google_only"].toBool();
      (isExtra ? extra : standard) += 1;
      (isExtra ? extraWrong : wrong) += !isRight;
      if (!isRight)
        qWarning("%s: %s", qPrintable(c[u"test"].toString()), qPrintable(c[u"url"].toString()));
    }
    qInfo("RFC: %d of %d right; beyond it: %d of %d", standard - wrong, standard, extra - extraWrong, extra);
    QVERIFY(standard > 0);
    QCOMPARE(wrong, 0);
  }

  void rules_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("allowed"); // paths
    QTest::addColumn<QByteArray>("refused");
    addMatching();
    addFileSyntax();
  }
  void rules() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, allowed);
    QFETCH(QByteArray, refused);
    for (const QByteArray& path : allowed.split(' '))
      for (const char* host : {"http://shop.example", "https://shop.example:8443", "//shop.example", "shop.example"})
        if (!path.isEmpty() && path[0] == '/')
          QVERIFY2(allows(text, (host + path).constData()), path.constData());
    for (const QByteArray& path : refused.split(' '))
      for (const char* host :
           {"http://shop.example", "https://shop.example:8443", "//shop.example", "shop.example", ""})
        if (!path.isEmpty())
          QVERIFY2(!allows(text, (host + path).constData()), path.constData());
  }

  void spellings_data() {
    QTest::addColumn<QByteArray>("path"); // of a rule
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<bool>("disallows");
    QTest::addColumn<bool>("allowed"); // the same path, where all the rest is disallowed
    const auto row = [](const char* path, const char* url, bool disallows, bool allows) {
      QTest::addRow("%s for %s", path, url) << QByteArray(path) << QByteArray(url) << disallows << allows;
    };
    row("/a?b=c", "/a?b=c", true, true);
    row("/a?b=http://c.d", "/a?b=http://c.d", true, true);
    row("/a?b=http://c.d", "/a?b=http%3A%2F%2Fc.d", true, true);
    row("/a?b=http%3a%2f%2fc.d", "/a?b=http://c.d", true, true);
    row("/*://c.d", "/a?b=http://c.d", true, true);
    row("/*/c", "/a?b=/c", true, true);
    row("/ü", "/%C3%BC", true, true);
    row("/%c3%bc", "/%C3%BC", true, true);
    row("/ツ/x", "/%e3%83%84/x", true, true);
    row("/ü", "/ü", true, false); // no URL as it is sent
    row("/a b", "/a%20b", true, true);
    row("/%7Ejoe", "/~joe", true, false);
    row("/~joe", "/%7ejoe", true, true);
    row("/%7ejoe", "/%7Ejoe", true, true);
    row("/%62ar", "/bar", true, false);
    row("/%62ar", "/%62ar", true, true);
    row("/bar", "/%62ar", true, true);
    row("/b", "/%62ar", true, true);
    row("/a%2Fb", "/a/b", false, false); // reserved: not the same
    row("/a/b", "/a%2fb", false, false);
    row("/a%2fb", "/a%2Fb", true, true);
    row("/%", "/%20", true, true);
    row("/100%", "/100%25", true, true);
    row("/%zz", "/%zz", true, true);
    row("/%4", "/%4", true, true);
    row("/A", "/a", false, false);
  }
  void spellings() {
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, url);
    QFETCH(bool, disallows);
    QFETCH(bool, allowed);
    const QByteArray full = "http://shop.example" + url;
    QCOMPARE(allows("User-agent: *\nDisallow: " + path, full.constData()), !disallows);
    QCOMPARE(allows("User-agent: *\nDisallow: /\nAllow: " + path, full.constData()), allowed);
  }

  void agents() {
    const QByteArray text = "User-agent: Price-Bot\nUser-agent: other_bot/2.0 (fast)\nDisallow: /a\n"
                            "User-agent: *\nDisallow: /b\n\n"
                            "Sitemap: https://shop.example/map.xml\nUser-agent: PRICE-bot\nDisallow: /c\n"
                            "User-agent: empty\nUser-agent: 42\nUser-agent:\nUser-agent: *bot\nDisallow: /d\n";
    const auto group = [&](const char* agent) {
      const RobotsRules rules = parseRobots(text);
      QByteArray out;
      for (const char* path : {"/a", "/b", "/c", "/d"})
        out += rules.verdict(QString::fromUtf8(agent), QString::fromUtf8(path)).allowed ? '.' : path[1];
      return out;
    };
    QCOMPARE(group("price-bot"), QByteArray("a.c.")); // merged, and * no more
    QCOMPARE(group("Price-Bot/1.0 (+https://x.example)"), QByteArray("a.c."));
    QCOMPARE(group("OTHER_BOT"), QByteArray("a..."));
    QCOMPARE(group("empty"), QByteArray("...d"));
    for (const char* agent : {"price", "price-bott", "", " ", "42", "bot", "*", "price-bot x", "Prïce", "/1.0"})
      QCOMPARE(group(agent), QByteArray(".b.."));
    QVERIFY(isProductToken(u"Price_Bot-x"));
    for (const char16_t* bad : {u"", u"Price Bot", u"Bot/1", u"Bot*", u"Bot2", u"ツ", u" Bot "})
      QVERIFY(!isProductToken(bad));
    QVERIFY(allows("User-agent: a\nDisallow: /\n", "/", "b"));              // no group, no rule
    QVERIFY(allows("User-agent: *\nDisallow: /\nUser-agent: a", "/", "a")); // a group without rules
    QVERIFY(!allows("User-agent: a\nFoo: x\nSitemap: y\n\nUser-agent: b\nDisallow: /", "/", "a"));
    QCOMPARE(parseRobots(text).sitemaps(), QStringList{QStringLiteral("https://shop.example/map.xml")});
  }

  void verdictsSayWhy() {
    const auto rules =
        parseRobots("User-agent: a\r\nAllow: /x # for all\r\n\r\n  Disallow:   /\r\nCrawl-delay: 2.5\r\n");
    const RobotsVerdict no = rules.verdict(u"A", u"http://s.example/y"), yes = rules.verdict(u"a", u"/x/y");
    QCOMPARE(no.line, 4);
    QCOMPARE(no.text, QStringLiteral("Disallow:   /"));
    QCOMPARE(no.agent, QStringLiteral("a"));
    QCOMPARE(yes.line, 2);
    QCOMPARE(yes.text, QStringLiteral("Allow: /x"));
    QVERIFY(no.crawlDelay == 2500ms && yes.crawlDelay == 2500ms);
    const RobotsVerdict none = rules.verdict(u"b", u"/");
    QVERIFY(none.allowed && none.line == 0 && none.text.isEmpty() && none.agent.isEmpty() && !none.crawlDelay);
    const auto longest = parseRobots("User-agent: *\nDisallow: /" + QByteArray(3000, 'a')).verdict(u"b", u"/");
    QVERIFY(longest.allowed);
  }

  void crawlDelays() {
    const auto delay = [](const char* value) {
      return parseRobots(QByteArray("User-agent: *\nCrawl-delay: ") + value).verdict(u"a", u"/").crawlDelay;
    };
    QVERIFY(delay("10") == 10s && delay("0") == 0s && delay("0.25") == 250ms && delay("1.") == 1s &&
            delay(".5") == 500ms);
    QVERIFY(delay("0.0001") == 1ms && delay("86400") == kLongestCrawlDelay && delay("99999999999999999999") == 1h);
    for (const char* bad : {"", "-1", "1e3", "1,5", "ten", "1 s", ".", "1.2.3", "0x1"})
      QVERIFY2(!delay(bad), bad);
    // Meant for the agents above it, although the group goes on.
    const auto rules = parseRobots("User-agent: slow\nCrawl-delay: 60\n\nUser-agent: *\nDisallow: /x\n");
    QVERIFY(rules.verdict(u"slow", u"/").crawlDelay == 60s && !rules.verdict(u"other", u"/").crawlDelay);
    const auto after =
        parseRobots("User-agent: a\nUser-agent: b\nDisallow: /x\nCrawl-delay: 3\nUser-agent: c\nAllow: /");
    QVERIFY(after.verdict(u"a", u"/").crawlDelay == 3s && after.verdict(u"b", u"/").crawlDelay == 3s);
    QVERIFY(!after.verdict(u"c", u"/").crawlDelay);
  }

  void wildcardsAgreeWithTheirDefinition() {
    std::mt19937 random(7);
    const auto text = [&](const char* letters, std::size_t n, std::size_t most) {
      QByteArray out;
      for (std::size_t i = random() % (most + 1); i > 0; --i)
        out += letters[random() % n];
      return out;
    };
    for (int i = 0; i < 20'000; ++i) {
      const QByteArray pattern = "/" + text("aab**/", 6, 9), path = "/" + text("aab/", 4, 12);
      const bool anchored = random() % 2;
      const bool allowed = allows("User-agent: *\nDisallow: " + pattern + (anchored ? "$" : ""),
                                  ("http://s.example" + path).constData());
      QVERIFY2(allowed == !plainGlob(pattern, anchored, path), (pattern + ' ' + path).constData());
    }
  }

  void hostileFilesEnd() {
    QByteArray stars = "User-agent: *\nDisallow: /";
    for (int i = 0; i < 4000; ++i)
      stars += "*a";
    const QByteArray path = "/" + QByteArray(8000, 'a');
    QVERIFY(allows(stars + "b$", path.constData()));
    QVERIFY(!allows(stars, path.constData()));
    QByteArray many = "User-agent: *\n";
    while (many.size() < kMostRobotsBytes)
      many += "Disallow:*a*b\n";
    QElapsedTimer timer;
    timer.start();
    QVERIFY(allows(many, path.constData()));
    qInfo("a full file of wildcards: %lld ms", timer.elapsed());
    QVERIFY(allows(QByteArray(8, '\0') + "User-agent: *\nDisallow: /", "/")); // no name, so in no group
    QVERIFY(!allows(QByteArray("User-agent: *\nDisallow: /a\0b", 28), "/a%00b"));
    QVERIFY(parseRobots(QByteArray(1'000'000, '\n')).isTruncated());
    QVERIFY(parseRobots(QByteArray(1'000'000, ':')).ruleCount() == 0);
  }

  void whatIsBeyondTheLimitIsIgnored() {
    const QByteArray rule = "User-agent: *\nDisallow: /x\n";
    const QByteArray filled = QByteArray(500 * 1024, '#') + "\n" + rule;
    QVERIFY(!allows(filled, "/x"));
    QVERIFY(!parseRobots(filled).isTruncated());
    QVERIFY(allows(QByteArray(kMostRobotsBytes, '#') + "\n" + rule, "/x"));
    // "Disallow: /private" cut after its slash would forbid everything.
    QByteArray cut = rule + QByteArray(kMostRobotsBytes - rule.size() - 12, '#') + "\nDisallow: /private\n";
    QVERIFY(!allows(cut, "/x") && allows(cut, "/y"));
  }

  void accessFollowsTheAnswer() {
    using Kind = RobotsAccess::Kind;
    for (const int http : {200, 204, 299})
      QVERIFY(robotsAccess(status(http)).kind == Kind::Parse);
    for (const int http : {400, 401, 403, 404, 410, 451, 499})
      QVERIFY(robotsAccess(status(http)).kind == Kind::AllowAll);
    for (const int http : {500, 502, 503, 599, 0, -1, 100, 199, 600, 999})
      QVERIFY(robotsAccess(status(http)).kind == Kind::DisallowAll);
    for (const int http : {301, 302, 303, 307, 308}) {
      RobotsAnswer a = status(http);
      for (a.redirectsFollowed = 0; a.redirectsFollowed < 5; ++a.redirectsFollowed)
        QVERIFY(robotsAccess(a).kind == Kind::FollowRedirect);
      QVERIFY(robotsAccess(a).kind == Kind::AllowAll);
      a.redirectsFollowed = 0, a.hasLocation = false;
      QVERIFY(robotsAccess(a).kind == Kind::AllowAll);
    }
    RobotsAnswer busy = status(429); // it has not said that it has no rules, and never stops to have some
    QVERIFY(robotsAccess(busy).kind == Kind::DisallowAll);
    QVERIFY(robotsAccess(busy).goodUntil - busy.at == kRobotsRetry);
    busy.retryAfter = 3h, busy.unreachableSince = busy.at - std::chrono::days(31);
    QVERIFY(robotsAccess(busy).kind == Kind::DisallowAll);
    QVERIFY(robotsAccess(busy).goodUntil - busy.at == 3h);
    RobotsAnswer unchanged = status(304);
    unchanged.hasCopy = true;
    QVERIFY(robotsAccess(unchanged).kind == Kind::UseCopy);
  }

  void accessRemembersForADayAndGivesUpAfterThirty() {
    using Kind = RobotsAccess::Kind;
    RobotsAnswer a = status(200);
    QVERIFY(robotsAccess(a).goodUntil - a.at == 24h);
    a.maxAge = 10min;
    QVERIFY(robotsAccess(a).goodUntil - a.at == 10min);
    a.maxAge = 48h;
    QVERIFY(robotsAccess(a).goodUntil - a.at == 24h);
    a.maxAge = -1h;
    QVERIFY(robotsAccess(a).goodUntil == a.at);
    RobotsAnswer down = status(503);
    QVERIFY(robotsAccess(down).goodUntil - down.at == kRobotsRetry);
    down.unreachableSince = down.at - std::chrono::days(30) + 1ms;
    QVERIFY(robotsAccess(down).kind == Kind::DisallowAll && robotsAccess(down).reason == u"robots.unreachable");
    down.unreachableSince = down.at - std::chrono::days(30);
    QVERIFY(robotsAccess(down).kind == Kind::AllowAll && robotsAccess(down).reason == u"robots.given-up");
    down.hasCopy = true;
    QVERIFY(robotsAccess(down).kind == Kind::UseCopy);
    down.unreachableSince = down.at + 1h; // the clock was set back
    QVERIFY(robotsAccess(down).kind == Kind::DisallowAll);
    QVERIFY(!isRobotsStale(down.at, down.at) && !isRobotsStale(down.at, down.at + 24h - 1ms));
    QVERIFY(isRobotsStale(down.at, down.at + 24h) && isRobotsStale(down.at, down.at - 1ms));
  }
};

QTEST_GUILESS_MAIN(RobotsTest)
#include "tst_Robots.moc"
