// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What happens to a round of looks while it is under way: a file that is busy or refuses, terms that are taken back,
// pages that are switched off or made due, and a budget that counts what is really sent.
#include "engine/market/MarketMonitor.h"
#include "engine/market/MarketRound.h"
#include "engine/market/MatchQueue.h"
#include "engine/market/SiteRecipes.h"

#include "support/LoopbackServer.h"
#include "support/SmallMarket.h"

#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

using FoundLooks = std::vector<SiteStore::Found>;

// A shop of several pages, whose terms are accepted.
struct RoundShop : SmallMarket {
  std::atomic<bool> redirects = false;
  LoopbackServer server{[this](const LoopbackServer::Request& r) {
    LoopbackServer::Reply reply;
    if (r.target == "/robots.txt") {
      reply.status = 404;
    } else if (redirects && !r.target.endsWith("/there")) {
      reply.status = 302;
      reply.headers = {{"Location", r.target + "/there"}};
    } else {
      reply.body = "<html><head><title>Juice</title></head><body><h1>Juice " + r.target +
                   "</h1><p class=\"price\">$3.29</p><button>Add to cart</button></body></html>";
    }
    return reply;
  }};
  QString host;
  int pages;
  std::vector<int> remembered; // sites
  WatchWish how;

  explicit RoundShop(int count) : SmallMarket(6, 1, 8), pages(count) {
    need(
        ws->catalog().setSetting(ws->me(), QStringLiteral("monitor.allowed-addresses"), QStringLiteral("127.0.0.0/8")));
    for (int i = 1; i <= count; ++i)
      host = take(addPage(*ws, {1 + i % 6,
                                QString::fromLatin1(server.url("/p" + QByteArray::number(i))),
                                QStringLiteral("rival"),
                                {},
                                {},
                                {}}))
                 .host;
    Site site = take(ws->sites().site(host));
    site.delay = Duration(1), site.currency = QStringLiteral("USD");
    (void)take(ws->sites().putSite(ws->me(), site));
    need(ws->sites().setTerms(ws->me(), host, TermsState::Accepted, QStringLiteral("section 4")));
    how.all = true, how.fetch.allowed = take(AddressAllowList::parse(u"127.0.0.0/8"));
    how.pace.every = Duration(0), how.termsEvery = Duration(0); // at each turn
  }
  Status keep(FoundLooks& found, const SiteStore::Besides& besides) {
    return ws->sites().keep(ws->me(), found, besides);
  }
  Result<WatchReport> look(const LookKeeper::Keep& keepThem, const JobContext& job = {}) {
    const auto remember = [this](int site, const QJsonObject& memory) {
      remembered.push_back(site);
      return ws->sites().rememberSite(site, memory);
    };
    return MarketWatch(ws->sites(), ws->offers(), clock).run(how, {}, keepThem, remember, job);
  }
  Result<WatchReport> look(const JobContext& job = {}) {
    return look([this](FoundLooks& found, const SiteStore::Besides& besides) { return keep(found, besides); }, job);
  }
  // Does it once, as soon as so many requests have come.
  JobContext after(std::size_t requests, std::function<void()> doIt) {
    auto isDone = std::make_shared<bool>(false);
    JobContext job;
    job.progress = [this, requests, isDone, doIt = std::move(doIt)](std::string_view, double) {
      if (!*isDone && server.requests().size() >= requests)
        *isDone = true, doIt();
    };
    return job;
  }
  qint64 asked() { return qint64(server.requests().size()); }
  qint64 counted() { return take(ws->sites().spentSince(clock.now() - std::chrono::hours(24))).requests; }
};

bool isNotKept(const Result<WatchReport>& round, int kept, int lost, QStringView why) {
  return !round && round.error().is(u"monitor.looks-not-kept") &&
         round.error().arguments.value(QStringLiteral("kept")) == QString::number(kept) &&
         round.error().arguments.value(QStringLiteral("lost")) == QString::number(lost) && round.error().cause &&
         round.error().cause->is(why);
}

} // namespace

class RoundUnderWayTest : public QObject {
  Q_OBJECT
 private slots:
  void aFileThatIsBusyForAWhileLosesNothing() {
    RoundShop m(12);
    int tries = 0;
    const WatchReport report = take(m.look([&](FoundLooks& found, const SiteStore::Besides& besides) -> Status {
      return ++tries <= 4 ? Status(fail(QStringLiteral("storage.busy"))) : m.keep(found, besides);
    }));
    QVERIFY(tries > 4);
    QCOMPARE(report.pages, 12);
    QCOMPARE(report.offers, 12);
    QCOMPARE(m.count("SELECT count(*) FROM page_look"), 12);
    QCOMPARE(m.remembered.size(), std::size_t(1));
    QCOMPARE(m.counted(), m.asked());
  }

  void aFileThatStaysBusyIsTriedAgainAtTheEndAndTheSiteIsRemembered() {
    RoundShop m(4);
    m.how.pace.every = std::chrono::hours(1); // not before
    int tries = 0;
    const auto failed = m.look([&](FoundLooks&, const SiteStore::Besides&) -> Status {
      ++tries;
      return fail(QStringLiteral("storage.busy"));
    });
    QVERIFY(isNotKept(failed, 0, 4, u"storage.busy"));
    QCOMPARE(tries, kTriesWhileBusy);
    QCOMPARE(m.remembered.size(), std::size_t(1));
    QVERIFY(!take(m.ws->sites().site(m.host)).memory.isEmpty());
  }

  // Nobody is asked for what could not be kept; what came is kept as soon as that can be.
  void aFileThatRefusesEndsTheRound() {
    RoundShop m(12);
    int tries = 0;
    const auto failed = m.look([&](FoundLooks& found, const SiteStore::Besides& besides) -> Status {
      if (found.empty())
        return m.keep(found, besides);
      return ++tries == 1 ? Status(fail(QStringLiteral("storage.disk-full"))) : m.keep(found, besides);
    });
    QVERIFY(isNotKept(failed, int(m.asked()) - 1, 0, u"storage.disk-full"));
    QVERIFY2(m.asked() < 6, qPrintable(QString::number(m.asked())));
    QCOMPARE(m.count("SELECT count(*) FROM page_look"), m.asked() - 1); // robots.txt
    QCOMPARE(m.remembered.size(), std::size_t(1));
  }

  void aLookThatCannotBeKeptHoldsBackNoOther() {
    RoundShop m(6);
    m.how.pace.every = std::chrono::hours(1);
    const auto failed = m.look([&](FoundLooks& found, const SiteStore::Besides& besides) -> Status {
      for (const SiteStore::Found& one : found)
        if (one.watch.no == 3)
          return fail(QStringLiteral("storage.constraint"));
      return m.keep(found, besides);
    });
    QVERIFY(isNotKept(failed, 5, 1, u"storage.constraint"));
    QCOMPARE(m.count("SELECT count(*) FROM page_look"), 5);
    QCOMPARE(m.count("SELECT count(*) FROM page_look WHERE watch_no = 3"), 0);
    QCOMPARE(m.count("SELECT sum(requests) FROM request_besides"), 1); // once, however many writes it took
  }

  void refusedTermsEndTheRound() {
    RoundShop m(40);
    qint64 before = 0;
    const JobContext job = m.after(5, [&] {
      before = m.asked();
      need(m.ws->sites().setTerms(m.ws->me(), m.host, TermsState::Refused, QStringLiteral("section 5 forbids it")));
    });
    const WatchReport report = take(m.look(job));
    QVERIFY(before >= 5);
    QVERIFY2(m.asked() <= before + 2, qPrintable(QString::number(m.asked()))); // those on their way
    QCOMPARE(report.planned, 40);
    QCOMPARE(report.pages + report.skippedTerms, 40);
    QCOMPARE(report.pages, int(m.asked()) - 1);
    QCOMPARE(m.count("SELECT count(*) FROM page_look"), report.pages);
    QCOMPARE(m.counted(), m.asked());
  }

  // As a window does: the round reads the file beside whoever writes to it.
  void refusedTermsAreSeenBesideTheWriter() {
    RoundShop m(40);
    const auto beside = take(Workspace::open(m.path(), OpenMode::ReadOnly, &m.clock));
    const JobContext job = m.after(5, [&m] {
      need(m.ws->sites().setTerms(m.ws->me(), m.host, TermsState::Refused, QStringLiteral("section 5 forbids it")));
    });
    const auto drop = [](FoundLooks&, const SiteStore::Besides&) { return Status(); };
    const auto forget = [](int, const QJsonObject&) { return Status(); };
    const WatchReport report =
        take(MarketWatch(beside->sites(), beside->offers(), m.clock).run(m.how, {}, drop, forget, job));
    QVERIFY2(m.asked() < 12, qPrintable(QString::number(m.asked())));
    QCOMPARE(report.pages + report.skippedTerms, 40);
  }

  void aSiteThatIsSwitchedOffIsLeft() {
    RoundShop m(40);
    const JobContext job = m.after(5, [&] {
      Site site = take(m.ws->sites().site(m.host));
      site.isOn = false;
      (void)take(m.ws->sites().putSite(m.ws->me(), site));
    });
    const WatchReport report = take(m.look(job));
    QVERIFY(report.pages < 10);
    QCOMPARE(report.pages + report.reasons.value(QStringLiteral("watch.switched-off")), 40);
    QCOMPARE(report.failed, 0);
  }

  void aPageThatIsSwitchedOffOrLosesItsMatchIsLeft() {
    RoundShop m(20);
    const JobContext job = m.after(3, [&] {
      need(m.ws->sites().switchWatch(m.ws->me(), 19, false));
      need(decideMatches(*m.ws, {m.ws->sites().watches()->back().matchNo}, MatchState::Rejected));
    });
    const WatchReport report = take(m.look(job));
    QCOMPARE(report.pages, 18);
    QCOMPARE(report.reasons.value(QStringLiteral("watch.switched-off")), 1);
    QCOMPARE(report.reasons.value(QStringLiteral("watch.match-withdrawn")), 1);
    QCOMPARE(m.server.count("/p19") + m.server.count("/p20"), 0);
  }

  // A recipe that is saved makes its site's pages due, also those that are being looked at.
  void whatIsMadeDueMeanwhileStaysDue() {
    for (const bool looked : {false, true}) { // a page that was never looked at is due from the beginning
      RoundShop m(3);
      if (looked) {
        (void)take(m.look());
        m.clock.advance(std::chrono::hours(1));
      }
      bool isSaved = false;
      (void)take(m.look([&](FoundLooks& found, const SiteStore::Besides& besides) -> Status {
        if (!isSaved && !found.empty()) {
          isSaved = true;
          (void)take(setRecipe(*m.ws, m.host, {{ProductField::Price, QStringLiteral(".price"), {}}}));
        }
        return m.keep(found, besides);
      }));
      m.how.all = false;
      QCOMPARE(take(m.look()).pages, 3);
      QCOMPARE(take(m.look()).pages, 0);
    }
  }

  // Redirects and robots.txt are requests as any others, in the rounds that follow too.
  void theBudgetCountsWhatIsSent() {
    RoundShop m(40);
    m.redirects = true;
    need(m.ws->catalog().setSetting(m.ws->me(), QStringLiteral("monitor.cost-per-request"), 0.01));
    need(m.ws->catalog().setSetting(m.ws->me(), QStringLiteral("monitor.cost-per-gigabyte"), 0.0));
    need(m.ws->catalog().setSetting(m.ws->me(), QStringLiteral("monitor.budget-per-day"), 0.10));
    MarketWish all;
    all.all = true;
    for (int round = 0; round < 4; ++round) {
      (void)take(watchMarket(*m.ws, all, {}));
      m.clock.advance(std::chrono::minutes(20));
    }
    // A page that was begun when one request was left is ended.
    QVERIFY2(m.asked() >= 10 && m.asked() <= 11, qPrintable(QString::number(m.asked())));
    QCOMPARE(m.counted(), m.asked());
    const ScrapeFigures figures = take(scrapeFigures(*m.ws));
    QCOMPARE(figures.looks, 5);
    QVERIFY(std::abs(figures.cost - 0.01 * double(m.asked())) < 1e-9);
    QVERIFY(*take(nextRound(*m.ws)) > m.clock.now());
  }

  // Those of an older file say how often a page was asked for, and no more.
  void looksOfBeforeCountTheirTries() {
    RoundShop m(1);
    const QByteArray now = QByteArray::number(toMillis(m.clock.now()));
    m.sql(("INSERT INTO page_look (watch_no, at_ms, url, origin, status, attempts, bytes) VALUES (1, " + now +
           ", '', 'live', 200, 3, 70)")
              .constData());
    const SiteStore::Spent spent = take(m.ws->sites().spentSince(m.clock.now() - std::chrono::hours(1)));
    QCOMPARE(spent.looks, 1);
    QCOMPARE(spent.requests, 3);
    QCOMPARE(spent.bytes, 70);
    // What is told besides looks is counted, and forgotten with them.
    FoundLooks none;
    need(m.ws->sites().keep(m.ws->me(), none, {4, 10}));
    QCOMPARE(m.counted(), 7);
    m.clock.advance(std::chrono::hours(24 * 40));
    (void)take(m.ws->sites().forgetBefore(m.ws->me(), m.clock.now() - std::chrono::hours(1)));
    QCOMPARE(m.count("SELECT count(*) FROM request_besides"), 0);
  }
};

QTEST_GUILESS_MAIN(RoundUnderWayTest)
#include "tst_RoundUnderWay.moc"
