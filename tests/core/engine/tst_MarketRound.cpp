// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// When a round is due, whom it asks, who answers for pages that fail, and when nobody is asked at all. The whole ladder
// as one story stands in tests/recovery/tst_MarketLadder.cpp.
#include "engine/market/MarketRound.h"
#include "engine/market/RoundLock.h"
#include "engine/texts/Texts.h"

#include "support/LoopbackServer.h"
#include "support/SmallMarket.h"

#include <QCoreApplication>
#include <QFile>
#include <QSysInfo>
#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

using std::chrono::hours;
using std::chrono::minutes;

// A shop with a page for each of some products, and a folder into which a service drops its prices of them.
struct Rounds : SmallMarket {
  std::mutex mutex;
  int status = 200;
  bool isCaptcha = false;
  LoopbackServer server{[this](const LoopbackServer::Request& r) { return answer(r); }};
  QString host;

  explicit Rounds(int pages = 2) : SmallMarket(6, 1, 8) {
    set("monitor.allowed-addresses", "127.0.0.0/8");
    for (int i = 1; i <= pages; ++i)
      host = take(addPage(*ws, {i, url(i), QStringLiteral("rival"), {}, 1, 1})).host;
    change([](Site& site) { site.delay = Duration(1); });
  }
  LoopbackServer::Reply answer(const LoopbackServer::Request& r) {
    const std::lock_guard lock(mutex);
    LoopbackServer::Reply reply;
    reply.headers = {{"Retry-After", "0"}}; // retries need not wait
    reply.status = r.target == "/robots.txt" ? 404 : status;
    reply.body = isCaptcha
                     ? QByteArray("<html><head><title>Just a moment...</title></head><body><h1>Verify you are human"
                                  "</h1><p>Please complete the captcha to continue.</p><div class=\"g-recaptcha\">"
                                  "</div></body></html>")
                     : "<!doctype html><html lang=en-us><head><title>Juice</title><script type=\"application/ld+json\">"
                       "{\"@type\":\"Product\",\"name\":\"Juice\",\"offers\":{\"@type\":\"Offer\",\"price\":\"3.3" +
                           r.target.right(1) +
                           "\",\"priceCurrency\":\"USD\"}}</script></head><body><h1>Juice</h1><p class=price>$3.3" +
                           r.target.right(1) + "</p><button>Add to cart</button></body></html>";
    return reply;
  }
  QString url(int page) const { return QString::fromLatin1(server.url("/p" + QByteArray::number(page))); }
  void say(int code, bool captcha = false) {
    const std::lock_guard lock(mutex);
    status = code, isCaptcha = captcha;
  }
  void set(const char* key, const char* value) {
    need(ws->catalog().setSetting(ws->me(), QLatin1String(key), QLatin1String(value)));
  }
  void change(const std::function<void(Site&)>& how) {
    Site site = take(ws->sites().site(host));
    how(site);
    (void)take(ws->sites().putSite(ws->me(), site));
  }
  void accept(TermsState terms = TermsState::Accepted) {
    need(ws->sites().setTerms(ws->me(), host, terms, QStringLiteral("section 4")));
  }
  Feed addDrop(bool standsIn = true) {
    QDir(dir.path()).mkdir(QStringLiteral("drop"));
    FeedAdd wish;
    wish.feed.code = QStringLiteral("drop"), wish.feed.kind = QStringLiteral("table"), wish.feed.standsIn = standsIn;
    wish.feed.location = dir.filePath(QStringLiteral("drop")), wish.competitor = QStringLiteral("rival");
    wish.feed.mapping = {
        {QStringLiteral("constants"), QJsonObject{{QStringLiteral("currency"), QStringLiteral("USD")}}}};
    return take(addFeed(*ws, wish));
  }
  void drop(const char* name, int page, const QByteArray& price) {
    QFile file(dir.filePath(QStringLiteral("drop/")) + QLatin1String(name));
    if (!file.open(QIODevice::WriteOnly) ||
        file.write("id,url,price\nr1," + url(page).toLatin1() + ',' + price + '\n') < 0 || !file.flush() ||
        !file.setFileTime(QDateTime::fromMSecsSinceEpoch(toMillis(clock.now() - minutes(10)), Qt::UTC),
                          QFile::FileModificationTime))
      qFatal("cannot write");
  }
  MarketRound round(bool all = true, const QString& only = {}, const JobContext& job = {}) {
    MarketWish wish;
    wish.all = all, wish.host = only;
    return take(marketRound(*ws, wish, {}, job));
  }
  MarketDue due() { return take(marketDue(*ws)); }
  std::optional<Instant> next() { return take(nextRound(*ws)); }
  Watch watch(int no) { return take(ws->sites().watches()).at(std::size_t(no - 1)); }
};

// Secrets in memory, for what the environment does not name.
struct FewSecrets final : SecretStore {
  QHash<QString, QByteArray> kept;
  Result<std::optional<QByteArray>> read(const QString& name) override {
    PW_CHECK(checkSecretName(name));
    const auto found = kept.constFind(name);
    return found == kept.constEnd() ? std::optional<QByteArray>() : std::optional<QByteArray>(*found);
  }
  Status write(const QString&, const QByteArray&) override { return {}; }
  Status remove(const QString&) override { return {}; }
  QString where() const override { return {}; }
};

} // namespace

class MarketRoundTest : public QObject {
  Q_OBJECT
 private slots:
  // Two programs that look at once would ask each page twice and keep each price twice.
  void oneRoundAtATime() {
    Rounds m;
    {
      const Result<RoundLock> other = RoundLock::take(*m.ws);
      QVERIFY(other);
      const Result<MarketRound> second = marketRound(*m.ws, {}, {}, {});
      QVERIFY(!second);
      QCOMPARE(second.error().code, QStringLiteral("monitor.round-under-way"));
      QVERIFY(!lookAtMarket(*m.ws, {}, {}));
      for (const QString& named : {QString::number(QCoreApplication::applicationPid()), QSysInfo::machineHostName(),
                                   QFileInfo(m.path()).canonicalFilePath() + QStringLiteral(".round")})
        QVERIFY2(errorText(second.error()).contains(named), qPrintable(errorText(second.error())));
      // By another path it is the same workspace.
      const QString link = m.dir.filePath(QStringLiteral("link"));
      QVERIFY(QFile::link(m.path(), link));
      QVERIFY(!RoundLock::take(link));
    }
    QVERIFY(marketRound(*m.ws, {}, {}, {}));
  }

  // A file that a program left which ended in the middle of it is no round, whatever it was on: a machine that is no
  // more, or a container, where the next program has the number of the one before.
  void whatIsLeftBehindHoldsUpNobody() {
    Rounds m;
    const QString path = QFileInfo(m.path()).canonicalFilePath() + QStringLiteral(".round");
    for (const QByteArray& pid : {QByteArray("4194400"), QByteArray::number(QCoreApplication::applicationPid())})
      for (const QByteArray& host : {QSysInfo::machineHostName().toUtf8(), QByteArray("gone.example")}) {
        QFile left(path);
        QVERIFY(left.open(QIODevice::WriteOnly));
        left.write(pid + "\npricewright-engine\n" + host + "\nanother-machine\nanother-boot\n");
        left.close();
        QVERIFY(marketRound(*m.ws, {}, {}, {}));
        QVERIFY(!left.exists());
      }
    // What cannot be locked at all is said; it does not go on as if it were.
    QVERIFY(QDir().mkdir(path));
    const Result<MarketRound> none = marketRound(*m.ws, {}, {}, {});
    QCOMPARE(none ? QString() : none.error().code, QStringLiteral("monitor.no-round-lock"));
    QVERIFY(errorText(none.error()).contains(path));
  }

  // Pages that nobody may ask are never due.
  void nothingIsDueWithoutAcceptedTerms() {
    Rounds m;
    QVERIFY(!m.next());
    QVERIFY(!m.due().round);
    m.accept(TermsState::Refused);
    QVERIFY(!m.next());
    QCOMPARE(m.round().watch.pages, 0);
    QVERIFY(m.server.requests().empty());
    m.accept();
    QVERIFY(m.next() && *m.next() <= m.clock.now());
    QVERIFY(m.due().round);
    QCOMPARE(m.due().now, m.clock.now());
    const qint64 newest = m.due().newestOffer;
    QCOMPARE(newest, m.count("SELECT max(no) FROM offer"));
    QCOMPARE(m.round(false).watch.live, 2);
    QCOMPARE(m.due().newestOffer, newest + 2);
    QVERIFY(!m.due().round);
    QVERIFY(*m.next() > m.clock.now());
    m.clock.set(*m.next() - Duration(1));
    QVERIFY(!m.due().round);
    m.clock.advance(Duration(1));
    QVERIFY(m.due().round);
  }

  void whatIsSwitchedOffIsNotDue() {
    Rounds m(1);
    m.accept();
    m.set("monitor.automatic", "off");
    QVERIFY(!m.due().round);
    QVERIFY(m.next()); // by hand
    m.set("monitor.automatic", "on");
    QVERIFY(m.due().round);
    need(m.ws->sites().switchWatch(m.ws->me(), 1, false));
    QVERIFY(!m.next() && !m.due().round);
    need(m.ws->sites().switchWatch(m.ws->me(), 1, true));
    m.change([](Site& site) { site.isOn = false; });
    QVERIFY(!m.next() && !m.due().round);
    // A feed is due by itself, until it is switched off.
    m.addDrop();
    QVERIFY(m.due().round);
    need(feedStore(*m.ws).switchFeed(m.ws->me(), QStringLiteral("drop"), false));
    QVERIFY(!m.next() && !m.due().round);
  }

  // A page that is due within closed hours waits for the hours, and no round begins for nothing.
  void hoursAreSeenTo() {
    Rounds m(1);
    m.accept();
    m.change([](Site& site) { site.windowFrom = 22 * 60, site.windowTo = 23 * 60; });
    QVERIFY(!m.due().round); // it is nine in the morning
    QCOMPARE(*m.next(), startOf(dayOf(m.clock.now())) + hours(22));
    m.clock.set(*m.next());
    QVERIFY(m.due().round);
    QCOMPARE(m.round(false).watch.live, 1);
  }

  // Four pages refused: three are asked, and then nobody until the breaker closes again.
  void refusalsAreHeard() {
    Rounds m(4);
    m.accept();
    m.say(403);
    const MarketRound first = m.round();
    QCOMPARE(first.watch.reasons.value(QStringLiteral("http.403")), 3);
    QCOMPARE(first.watch.reasons.value(QStringLiteral("site.refuses")), 1);
    QCOMPARE(first.watch.retries, qint64(0));
    QCOMPARE(first.watch.closed.value(m.host), QStringLiteral("site.refuses"));
    const std::size_t asked = m.server.requests().size();
    QCOMPARE(take(marketStatus(*m.ws)).sites.at(0).state, QStringLiteral("closed"));
    QCOMPARE(take(marketStatus(*m.ws)).sites.at(0).closedWhy, QStringLiteral("site.refuses"));
    m.clock.advance(minutes(14));
    QVERIFY(!m.due().round);
    const MarketRound closed = m.round(); // also where somebody wants all
    QCOMPARE(closed.watch.pages, 0);
    QCOMPARE(closed.watch.skippedClosed, 4);
    QCOMPARE(m.server.requests().size(), asked);
    // Its time is over: asked again, and it answers.
    m.say(200);
    m.clock.advance(minutes(2));
    QCOMPARE(m.round().watch.live, 4);
    QVERIFY(m.server.requests().size() > asked);
    QCOMPARE(take(marketStatus(*m.ws)).sites.at(0).state, QStringLiteral("fresh"));
  }

  // Whatever its status says, a captcha is no answer: the page has failed and somebody else is asked.
  void aCaptchaIsAFailedLook() {
    Rounds m(2);
    m.accept();
    m.addDrop();
    m.round();
    m.say(200, true);
    m.clock.advance(hours(2));
    m.drop("a.csv", 2, "3.07");
    const MarketRound round = m.round();
    QCOMPARE(round.watch.live, 0); // what came is no price
    QCOMPARE(round.watch.undecided, 2);
    QCOMPARE(round.watch.offers, 0);
    QCOMPARE(round.watch.reasons.value(QStringLiteral("page.blocked-page")), 2);
    QCOMPARE(round.standIns.failed, 2);
    QCOMPARE(round.standIns.answered, 1);
    QCOMPARE(m.watch(1).failures, 1);
    QCOMPARE(m.watch(2).failures, 1);
    const auto looks = take(m.ws->sites().looks(2, m.clock.now() - hours(1), 10));
    QCOMPARE(looks.size(), std::size_t(2));
    QCOMPARE(looks[0].origin, LookOrigin::Api);
    QCOMPARE(looks[0].error, QStringLiteral("page.blocked-page"));
    QCOMPARE(looks[1].status, 200);
    QVERIFY(!looks[1].offerNo && looks[0].offerNo);
    QCOMPARE(*m.watch(2).lastGood, m.clock.now() - minutes(10));
    QCOMPARE(*m.watch(1).lastGood, m.clock.now() - hours(2));
  }

  // Who stands in is asked anew at most each quarter hour, only for pages that failed, only where it is on.
  void whoStandsInIsNotAskedTooOften() {
    Rounds m(1);
    m.accept();
    m.addDrop();
    const Instant since = m.clock.now();
    QVERIFY(take(standInFeeds(*m.ws, since)).empty()); // nothing has failed
    m.say(404);
    QCOMPARE(m.round().standIns.feeds.size(), std::size_t(0)); // it was pulled in this very round
    m.clock.advance(minutes(15));
    QVERIFY(take(standInFeeds(*m.ws, since)).empty());
    m.clock.advance(Duration(1));
    QCOMPARE(take(standInFeeds(*m.ws, since)).size(), std::size_t(1));
    QVERIFY(take(standInFeeds(*m.ws, m.clock.now())).empty()); // failed before that
    need(feedStore(*m.ws).switchFeed(m.ws->me(), QStringLiteral("drop"), false));
    QVERIFY(take(standInFeeds(*m.ws, since)).empty());
    need(feedStore(*m.ws).switchFeed(m.ws->me(), QStringLiteral("drop"), true));
    m.addDrop(false); // its word does not stand in for pages any more
    QVERIFY(take(standInFeeds(*m.ws, since)).empty());
  }

  // The steps of a window say what the whole says; answered once is not answered twice.
  void theSameInSteps() {
    Rounds m(2);
    m.accept();
    m.addDrop();
    m.round();
    m.say(404);
    m.clock.advance(hours(1));
    m.drop("a.csv", 1, "3.01");
    const Instant since = m.clock.now();
    MarketWish wish;
    wish.all = true;
    MarketLooks looks = take(lookAtMarket(*m.ws, wish, {}));
    need(keepLooks(*m.ws, looks));
    const auto feeds = take(standInFeeds(*m.ws, since));
    QCOMPARE(feeds.size(), std::size_t(1));
    PulledFeeds pulled = take(pullFeeds(*m.ws, feeds, {}, {}));
    QCOMPARE(m.count("SELECT count(*) FROM offer WHERE evidence LIKE 'feed:%'"), 0);
    QCOMPARE(take(keepFeeds(*m.ws, pulled)).feeds.at(0).run.offers, 1);
    const StandInReport said = take(answerFailed(*m.ws, since));
    QCOMPARE(said.failed, 2);
    QCOMPARE(said.answered, 1);
    QCOMPARE(m.count("SELECT count(*) FROM page_look WHERE origin = 'api'"), 1);
    QCOMPARE(take(answerFailed(*m.ws, since)).answered, 1);
    QCOMPARE(m.count("SELECT count(*) FROM page_look WHERE origin = 'api'"), 1);
    QCOMPARE(take(answerFailed(*m.ws, m.clock.now() + Duration(1))).failed, 0);
    // Found in one file, it is not kept in another.
    pulled.file = looks.file = QStringLiteral("/elsewhere");
    QCOMPARE(keepFeeds(*m.ws, pulled).error().code, QStringLiteral("engine.other-workspace"));
    QCOMPARE(keepLooks(*m.ws, looks).error().code, QStringLiteral("engine.other-workspace"));
  }

  void oneSitesRoundPullsNoFeeds() {
    Rounds m(1);
    m.accept();
    m.addDrop();
    const MarketRound one = m.round(true, m.host);
    QVERIFY(one.feeds.feeds.empty());
    QCOMPARE(one.watch.live, 1);
    MarketWish unknown;
    unknown.all = true, unknown.host = QStringLiteral("nobody.example");
    QCOMPARE(marketRound(*m.ws, unknown, {}, {}).error().code, QStringLiteral("site.not-among"));
    QCOMPARE(m.round(false).feeds.feeds.size(), std::size_t(1));
  }

  // An alert looks at what the round has just brought.
  void alertsAreCheckedAtItsEnd() {
    Rounds m(1);
    m.accept();
    m.addDrop();
    AlertRule rule;
    rule.name = QStringLiteral("drop"), rule.everyMinutes = 0;
    need(alertStore(*m.ws).add(m.ws->me(), rule).map([](const auto&) {}));
    m.round();
    m.say(404);
    m.clock.advance(hours(2));
    m.drop("a.csv", 1, "2.50");
    const int waiting = m.due().waiting;
    const MarketRound round = m.round();
    QCOMPARE(m.due().waiting, waiting + 1); // for a person to look at
    QCOMPARE(round.standIns.answered, 1);
    QCOMPARE(round.alerts.rules, 1);
    QCOMPARE(round.alerts.fired, 1);
    QCOMPARE(round.alerts.events.at(0).event.arguments[QLatin1String("now")].toString(), QStringLiteral("2.5"));
  }

  void aCancelledRoundAsksNobodyToStandIn() {
    Rounds m(1);
    m.accept();
    m.addDrop();
    m.say(404);
    std::stop_source stop;
    stop.request_stop();
    const MarketRound round = m.round(true, {}, {stop.get_token(), {}});
    QVERIFY(round.feeds.cancelled && round.watch.cancelled);
    QCOMPARE(round.standIns.failed, 0);
    QVERIFY(round.standIns.feeds.empty());
    QCOMPARE(m.server.count("/p1"), 0);
  }

  void keysComeFromTheEnvironmentFirst() {
    FewSecrets store;
    store.kept = {{QStringLiteral("kept"), "from the store"}, {QStringLiteral("both"), "from the store"}};
    const SecretOf secretOf = secretsFrom(store);
    qputenv("PRICEWRIGHT_SECRET_BOTH", "from outside");
    QCOMPARE(secretOf(QStringLiteral("BOTH")).value_or(QString()), QStringLiteral("from outside"));
    QCOMPARE(secretOf(QStringLiteral("KEPT")).value_or(QString()), QStringLiteral("from the store"));
    QVERIFY(!secretOf(QStringLiteral("NEITHER")));
    QVERIFY(!secretOf(QStringLiteral("no name for a key"))); // which the store would refuse
    QVERIFY(!secretOf(QString()));
    qunsetenv("PRICEWRIGHT_SECRET_BOTH");
  }
};

QTEST_GUILESS_MAIN(MarketRoundTest)
#include "tst_MarketRound.moc"
