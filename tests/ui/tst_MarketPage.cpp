// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The market in the window: a page is watched, its terms accepted, its price read and judged, by keys alone.
#include "engine/market/FeedRuns.h"
#include "shell/MarketLink.h"
#include "support/LoopbackServer.h"
#include "support/PageDesk.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

LoopbackServer::Reply shopPage(const LoopbackServer::Request& r) {
  LoopbackServer::Reply reply;
  reply.body =
      r.target == "/robots.txt"
          ? QByteArray("User-agent: *\nDisallow:\n")
          : QByteArray("<!doctype html><html lang=\"en-US\"><head><title>Juice</title><script type=\"application/"
                       "ld+json\">{\"@type\":\"Product\",\"name\":\"Juice\",\"offers\":{\"@type\":\"Offer\","
                       "\"price\":\"3.29\",\"priceCurrency\":\"USD\"}}</script></head><body><h1>Juice</h1>"
                       "<span class=\"price\">$3.29</span><button>Add to cart</button></body></html>");
  return reply;
}

struct Desk : PageDesk<MarketPage, MarketLink> {
  LoopbackServer server{shopPage};
  explicit Desk(int suggestions = 0) {
    for (int i = 1; i <= suggestions; ++i)
      market.sql(qPrintable(QStringLiteral("INSERT INTO product_match (id, competitor_no, external_code, title, "
                                           "listing_no, state, confidence_milli, evidence) SELECT 'm%1', no, 'X%1', "
                                           "'Juice %1', %1, 'suggested', 900, 'gtin' FROM competitor LIMIT 1")
                                .arg(i)));
    market.cycle(false);
    need(market.ws->catalog().setSetting(market.ws->me(), QStringLiteral("monitor.allowed-addresses"),
                                         QStringLiteral("127.0.0.0/8")));
    open([this] { return page.offers().lines().shownCount() > 0; });
  }
  void press(int key) { QTest::keyClick(&page.offers(), Qt::Key(key)); }
  void watch(const QByteArray& path) {
    press(Qt::Key_N);
    type(QStringLiteral("SKU-01@Z1 ") + QString::fromLatin1(server.url(path)));
    if (!until([this] { return page.sites().lines().shownCount() == 1; }))
      qFatal("the page is not watched");
  }
  // Watched, allowed and looked at once.
  void look(const QByteArray& path) {
    watch(path);
    press(Qt::Key_5);
    press(Qt::Key_T);
    type(QStringLiteral("section 4 allows it"));
    const bool came =
        until([this] { return page.siteRows().at(0).site.terms == TermsState::Accepted; }) && until([this] {
          press(Qt::Key_R);
          return page.siteRows().at(0).lastGood.has_value() || page.siteRows().at(0).looks > 0;
        });
    if (!came)
      qFatal("the page is not looked at");
  }
  void type(const QString& text) {
    page.card().field()->setText(text);
    QTest::keyClick(page.card().field(), Qt::Key_Return);
  }
  qint64 count(const char* sql) { // of what the engine has written
    const auto db = take(Database::open(market.path(), OpenMode::ReadOnly));
    Query q = take(Query::prepare(*db, sql));
    return take(q.step()) ? q.integer(0) : -1;
  }
  // A folder with one list, which has lain there for a while.
  QString drop(const QByteArray& bytes) {
    const QString folder = market.dir.filePath(QStringLiteral("drop"));
    QFile file(folder + QStringLiteral("/list.csv"));
    if (!QDir().mkpath(folder) || !file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
      qFatal("cannot write");
    file.close();
    if (!file.open(QIODevice::ReadWrite) ||
        !file.setFileTime(QDateTime::fromMSecsSinceEpoch(toMillis(market.clock.now() - std::chrono::hours(1))),
                          QFileDevice::FileModificationTime))
      qFatal("cannot date it back");
    return folder;
  }
  int doubtful() {
    int count = 0;
    for (int row = 0; row < page.offerRows().rowCount(); ++row)
      count += page.offerRows().at(row).offer.state == OfferState::Quarantined;
    return count;
  }
  const MarketOffer* offerOf(const QString& seller) {
    for (int row = 0; row < page.offerRows().rowCount(); ++row)
      if (page.offerRows().at(row).offer.seller == seller)
        return &page.offerRows().at(row);
    return nullptr;
  }
};

} // namespace

class MarketPageTest : public QObject {
  Q_OBJECT
 private slots:
  void offersStandBesideOurPrices() {
    Desk d;
    QAbstractItemModelTester offers(d.page.offers().model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    QAbstractItemModelTester sites(d.page.sites().model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    QCOMPARE(d.page.offers().lines().shownCount(), 36); // three sellers of twelve prices
    QVERIFY(d.page.offerRows().at(0).apartPercent.has_value());
    QVERIFY2(d.page.summary().contains(QStringLiteral("36")), qPrintable(d.page.summary()));
  }

  void aPageIsWatchedByKeysAlone() {
    Desk d;
    d.watch("/p1");
    d.press(Qt::Key_5);
    QCOMPARE(d.page.view(), MarketPage::Sites);
    d.press(Qt::Key_R); // nobody has accepted the terms yet
    QVERIFY(d.until([&] { return d.page.siteRows().at(0).state == u"terms-open"; }));
    QVERIFY(d.server.requests().empty());
    d.press(Qt::Key_T);
    QVERIFY(d.page.card().isVisible());
    d.type(QStringLiteral("section 4 allows it"));
    QVERIFY(d.until([&] { return d.page.siteRows().at(0).site.terms == TermsState::Accepted; }));
    const QString seller = d.page.siteRows().at(0).site.host;
    QVERIFY(d.until([&] {
      d.press(Qt::Key_R);
      return d.offerOf(seller) != nullptr;
    }));
    QCOMPARE(d.offerOf(seller)->offer.price.value, *Decimal::parse(u"3.29"));
    QVERIFY(d.until([&] { return d.page.siteRows().at(0).state == u"fresh"; }));
  }

  // Another program's round is said to whoever asks for one; what begins by itself waits for its end in silence. One
  // lock holds while the window looks.
  void anotherProgramsRoundIsWaitedFor() {
    Desk d;
    d.watch("/juice");
    d.press(Qt::Key_5);
    d.press(Qt::Key_T);
    d.type(QStringLiteral("section 4 allows it"));
    QVERIFY(d.until([&] { return d.page.siteRows().at(0).site.terms == TermsState::Accepted; }));
    {
      const RoundLock others = take(RoundLock::take(d.market.path()));
      QSignalSpy changed(&d.engine, &Engine::changed);
      d.link.lookIfDue();
      QVERIFY(d.until([&] { return !changed.isEmpty(); })); // alerts look at what is new, round or none
      QVERIFY(!d.page.banner().isVisible());
      QVERIFY(d.until([&] {
        const bool isSaid = d.page.banner().isVisible();
        if (!isSaid)
          emit d.page.lookRequested(); // as R does; not heard while the window's own is ending
        return isSaid;
      }));
      QCOMPARE(d.server.count("/juice"), 0);
      d.page.banner().hide();
    }
    QVERIFY(d.until([&] {
      d.link.lookIfDue(); // one that was asked for before may still be ending
      return d.page.siteRows().at(0).lastGood.has_value();
    }));
    QVERIFY(!d.page.banner().isVisible());
    QVERIFY(d.until([&] { return RoundLock::take(d.market.path()).operator bool(); })); // let go of at its end
  }

  void offersAreRejectedAndTakenBack() {
    Desk d;
    d.page.offers().focusLine(0);
    const QString key = d.page.offers().focusedKey();
    const auto state = [&] {
      const int row = d.page.offerRows().rowOf(key);
      return row < 0 ? OfferState::Quarantined : d.page.offerRows().at(row).offer.state;
    };
    d.press(Qt::Key_X);
    QVERIFY(d.until([&] { return state() == OfferState::Rejected; }));
    d.page.undoLast();
    QVERIFY(d.until([&] { return state() == OfferState::Accepted; }));
  }

  void aPriceOpensIntoWhatItRestsOn() {
    Desk d;
    d.look("/p1");
    d.press(Qt::Key_1);
    const QString seller = d.page.siteRows().at(0).site.host;
    QVERIFY(d.until([&] { return d.offerOf(seller) != nullptr; }));
    QVERIFY(d.page.offers().focusKey(QString::number(d.offerOf(seller)->offer.no)));
    const LineList& shown = d.page.offersPane().evidence();
    QVERIFY(d.until([&] { return shown.lines().rowCount() == 2; }));
    QVERIFY2(shown.lines().at(0).text.contains(QStringLiteral("3.29")), qPrintable(shown.lines().at(0).text));
    QVERIFY2(shown.lines().at(1).detail.endsWith(QStringLiteral("/p1")), qPrintable(shown.lines().at(1).detail));
  }

  // A folder's list is tried, saved and taken back; what was typed wrongly is said beside its field.
  void aFeedIsSetUpInTheWindow() {
    Desk d;
    d.press(Qt::Key_5);
    TableView& feeds = d.page.sitesPane().feeds();
    feeds.setFocus();
    QTest::keyClick(&feeds, Qt::Key_N);
    QCOMPARE(d.page.view(), MarketPage::FeedView);
    FeedEditor& editor = d.page.feedEditor();
    FeedForm& form = editor.form();
    for (const QWidget* field : std::initializer_list<const QWidget*>{form.code(), form.address(), form.mapping()})
      QVERIFY(form.wrongAt(field).isEmpty()); // nobody has typed yet
    QTest::keyClick(form.code(), Qt::Key_S, Qt::ControlModifier);
    QVERIFY(!form.wrongAt(form.code()).isEmpty() && !form.wrongAt(form.address()).isEmpty());
    QCOMPARE(d.count("SELECT count(*) FROM feed"), qint64(0));
    form.code()->setText(QStringLiteral("saver"));
    form.competitor()->setCurrentText(QStringLiteral("saver-shop"));
    form.mapping()->setPlainText(QStringLiteral("{\"constants\": {\"currency\": \"USD\"}}"));
    form.address()->setText(d.drop("id,title,price\nX1,Juice 1,3.19\nX2,Juice 2,dear\n"));
    QTest::keyClick(form.address(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(d.until([&] { return editor.trial().lines().shownCount() == 2; }));
    QVERIFY2(editor.words().contains(QStringLiteral("1 rows can be read, 1 cannot")), qPrintable(editor.words()));
    QCOMPARE(d.count("SELECT count(*) FROM feed"), qint64(0)); // nothing was kept
    const qint64 entries = d.count("SELECT count(*) FROM audit_entry");
    QTest::keyClick(form.address(), Qt::Key_S, Qt::ControlModifier);
    QVERIFY(d.until([&] { return feeds.lines().shownCount() == 1; }));
    QCOMPARE(d.page.view(), MarketPage::Sites);
    QCOMPARE(d.page.sitesPane().focusedFeed()->competitor, QStringLiteral("saver-shop"));
    QCOMPARE(d.count("SELECT count(*) FROM audit_entry"), entries + 3); // the feed, its source and its competitor
    // Enter changes it; its name stays.
    feeds.setFocus();
    QTest::keyClick(&feeds, Qt::Key_Return);
    QCOMPARE(d.page.view(), MarketPage::FeedView);
    QVERIFY(form.code()->isReadOnly());
    QCOMPARE(form.competitor()->currentText(), QStringLiteral("saver-shop"));
    form.every()->setText(QStringLiteral("60"));
    QTest::keyClick(form.every(), Qt::Key_S, Qt::ControlModifier);
    QVERIFY(d.until([&] { return d.page.sitesPane().focusedFeed()->feed.intervalMinutes == 60; }));
    d.page.undoLast();
    QVERIFY(d.until([&] { return d.page.sitesPane().focusedFeed()->feed.intervalMinutes == 1440; }));
    d.page.undoLast();
    QVERIFY(d.until([&] { return feeds.lines().shownCount() == 0; }));
    QCOMPARE(d.count("SELECT (SELECT count(*) FROM feed) + (SELECT count(*) FROM competitor WHERE code = "
                     "'saver-shop') + (SELECT count(*) FROM source WHERE code = 'saver')"),
             qint64(0));
  }

  void whatNoFeedCanBeIsSaidBesideItsField() {
    Desk d;
    d.page.newFeed();
    FeedForm& form = d.page.feedEditor().form();
    const auto kind = [&](const char* name) {
      form.kind()->setCurrentIndex(form.kind()->findData(QLatin1String(name)));
    };
    for (const char* bad : {"two words", "\n"}) {
      form.code()->setText(QLatin1String(bad));
      QVERIFY2(!form.wrongAt(form.code()).isEmpty(), bad);
    }
    for (const char* bad : {"shop.example/list.csv", "ftp://shop.example/list", "https://",
                            "https://me:secret@shop.example/x", "javascript://x", "list.csv"}) {
      form.address()->setText(QLatin1String(bad));
      QVERIFY2(!form.wrongAt(form.address()).isEmpty(), bad);
    }
    form.address()->setText(QStringLiteral("https://shop.example/list.csv"));
    QVERIFY(form.wrongAt(form.address()).isEmpty());
    for (const char* bad : {"{", "[]", "{\"feilds\": {}}", "{\"fields\": {\"prise\": \"x\"}}",
                            "{\"constants\": {\"currency\": \"Taler\"}}"}) {
      form.mapping()->setPlainText(QLatin1String(bad));
      QVERIFY2(!form.wrongAt(form.mapping()).isEmpty(), bad);
    }
    form.mapping()->clear();
    kind("json");
    QVERIFY(form.mapping()->toPlainText().contains(QStringLiteral("\"price\""))); // something to begin with
    form.mapping()->setPlainText(QStringLiteral("{\"fields\": {\"price\": \"/p\"}}"));
    form.key()->setText(QStringLiteral("k3y"));
    QVERIFY(!form.wrongAt(form.key()).isEmpty()); // where would it go?
    kind("prisync");
    form.mapping()->clear();
    QVERIFY(!form.wrongAt(form.key()).isEmpty()); // two keys
    form.key()->setText(QStringLiteral("a:b"));
    QVERIFY(form.wrongAt(form.key()).isEmpty());
    for (const char* bad : {"", "0", "-1", "x", "99999999"}) {
      form.every()->setText(QLatin1String(bad));
      QVERIFY2(!form.wrongAt(form.every()).isEmpty(), bad);
    }
    QTest::keyClick(form.every(), Qt::Key_Escape); // the first time it is said that nothing is saved
    QCOMPARE(d.page.view(), MarketPage::FeedView);
    QTest::keyClick(form.every(), Qt::Key_Escape);
    QCOMPARE(d.page.view(), MarketPage::Sites);
    QVERIFY(form.key()->text().isEmpty());
  }

  // The key goes into the place of secrets, and comes back to no field, file or entry.
  void aFeedsKeyIsKeptOutside() {
    Desk d;
    qputenv("PRICEWRIGHT_SECRETS", d.market.dir.filePath(QStringLiteral("secrets")).toUtf8());
    qputenv("PRICEWRIGHT_PASSPHRASE", "test");
    d.page.newFeed();
    FeedForm& form = d.page.feedEditor().form();
    form.kind()->setCurrentIndex(form.kind()->findData(QStringLiteral("json")));
    form.code()->setText(QStringLiteral("price-service"));
    form.address()->setText(QStringLiteral("https://service.example/prices"));
    form.key()->setText(QStringLiteral("s3cr3t-word"));
    QTest::keyClick(form.code(), Qt::Key_S, Qt::ControlModifier);
    QVERIFY(d.until([&] { return d.page.sitesPane().focusedFeed() != nullptr; }));
    const QString name = d.page.sitesPane().focusedFeed()->feed.secret;
    QVERIFY(name.startsWith(QStringLiteral("price_service_"))); // one of its own: others may call a feed the same
    QVERIFY(form.key()->text().isEmpty());
    const auto keptAs = [](const QString& secret) {
      const auto kept = take(openSecrets())->read(secret + QStringLiteral(".service.example"));
      return kept ? kept->value_or(QByteArray()) : QByteArray("?");
    };
    QCOMPARE(keptAs(name), QByteArray("s3cr3t-word"));
    QFile file(d.market.path());
    QVERIFY(file.open(QIODevice::ReadOnly) && !file.readAll().contains("s3cr3t-word"));
    d.page.changeFeed();
    QVERIFY(form.key()->text().isEmpty() && !form.key()->placeholderText().isEmpty());
    // It belongs to its address: for another one it is asked again, and a folder takes none.
    form.address()->setText(QStringLiteral("https://other.example/prices"));
    form.key()->setText(QStringLiteral("x"));
    form.key()->clear();
    QVERIFY(!form.wrongAt(form.key()).isEmpty());
    form.address()->setText(QStringLiteral("https://service.example/prices"));
    QVERIFY(form.wrongAt(form.key()).isEmpty());
    // A new key has a name of its own, so that taking the change back finds the former one.
    form.key()->setText(QStringLiteral("n3w-word"));
    QTest::keyClick(form.code(), Qt::Key_S, Qt::ControlModifier);
    QTest::keyClick(form.code(), Qt::Key_S, Qt::ControlModifier); // once more changes nothing
    const auto secretNow = [&] {
      const FeedHealth* feed = d.page.sitesPane().focusedFeed();
      return feed ? feed->feed.secret : QString();
    };
    QVERIFY(d.until([&] { return d.page.view() == MarketPage::Sites && secretNow() != name; }));
    const QString newName = secretNow();
    QCOMPARE(keptAs(newName), QByteArray("n3w-word"));
    d.page.undoLast();
    QVERIFY(d.until([&] { return secretNow() == name; }));
    QCOMPARE(keptAs(name), QByteArray("s3cr3t-word"));
    QVERIFY(keptAs(newName).isEmpty()); // gone with the change
    qunsetenv("PRICEWRIGHT_PASSPHRASE");
    qunsetenv("PRICEWRIGHT_SECRETS");
  }

  // A feed that was added by a command is seen, read by a key, and says what it brought and what it refused.
  void feedsAreSeenAndReadByAKey() {
    Desk d;
    d.press(Qt::Key_5);
    TableView& feeds = d.page.sitesPane().feeds();
    QCOMPARE(feeds.lines().shownCount(), 0);
    const QString folder = d.drop("id,title,price,currency\nX1,Juice 1,3.19,USD\nX2,Juice 2,dear,USD\n");
    bool added = false;
    d.engine.write(
        &d.page,
        [folder](Workspace& w, const JobContext&) -> Status {
          FeedAdd wish;
          wish.feed.code = wish.competitor = QStringLiteral("saver"), wish.feed.kind = QStringLiteral("table");
          wish.feed.location = folder;
          PW_TRY(const Feed feed, addFeed(w, wish));
          return {};
        },
        [&added](const Status& status) { added = status.has_value(); });
    QVERIFY(d.until([&] { return added && feeds.lines().shownCount() == 1; }));
    QVERIFY(!d.page.sitesPane().focusedFeed()->feed.lastRun);
    d.press(Qt::Key_F);
    QVERIFY(d.until([&] { return d.page.sitesPane().focusedFeed()->feed.lastRun.has_value(); }));
    const FeedHealth* read = d.page.sitesPane().focusedFeed();
    QCOMPARE(read->last.items, qint64(1));
    QCOMPARE(read->last.unreadable, qint64(1));
    feeds.setFocus();
    QTest::keyClick(&feeds, Qt::Key_O);
    QVERIFY(d.until([&] { return !d.page.sitesPane().focusedFeed()->feed.isOn; }));
  }

  void aRecipeIsTaughtByPointing() {
    Desk d;
    d.look("/p1");
    QCOMPARE(d.page.offerRows().rowCount() > 0, true);
    d.press(Qt::Key_E);
    QVERIFY(d.until([&] { return d.page.view() == MarketPage::Recipe; }));
    RecipeEditor& editor = d.page.recipe();
    QVERIFY(d.until([&] { return editor.trial().lines().shownCount() == 1; }));
    const auto press = [&](int key) { QTest::keyClick(&editor.outline(), Qt::Key(key)); };
    QCOMPARE(editor.outline().lines().shownCount(), 1); // the line that says a price
    press(Qt::Key_P);
    QVERIFY(d.until([&] { return editor.recipe().size() == 1; }));
    QCOMPARE(editor.recipe().front().field, ProductField::Price);
    QVERIFY2(editor.recipe().front().selector.contains(QStringLiteral("price")),
             qPrintable(editor.recipe().front().selector));
    press(Qt::Key_S);
    QVERIFY(d.until([&] { return d.page.view() == MarketPage::Sites; }));
    QVERIFY(d.until([&] { return d.page.siteRows().at(0).site.recipe.size() == 1; }));
    d.page.undoLast();
    QVERIFY(d.until([&] { return d.page.siteRows().at(0).site.recipe.isEmpty(); }));
  }

  void aSiteIsSetInItsForm() {
    Desk d;
    d.watch("/p1");
    d.press(Qt::Key_5);
    d.press(Qt::Key_G);
    QVERIFY(d.page.siteCard().isVisible());
    d.page.siteCard().hours()->setText(QStringLiteral("25:00-26:00"));
    QTest::keyClick(d.page.siteCard().hours(), Qt::Key_Return);
    QVERIFY(!d.page.siteCard().wrong().isEmpty());
    d.page.siteCard().hours()->setText(QStringLiteral("06:00-22:30"));
    d.page.siteCard().delay()->setText(QStringLiteral("2"));
    QTest::keyClick(d.page.siteCard().hours(), Qt::Key_Return);
    QVERIFY(d.until([&] { return d.page.siteRows().at(0).site.delay == std::chrono::seconds(2); }));
    QCOMPARE(d.page.siteRows().at(0).site.windowTo, 22 * 60 + 30);
    QVERIFY(!d.page.siteCard().isVisible());
  }

  void matchesAreDecidedByKeysAndTakenBack() {
    Desk d(12);
    d.press(Qt::Key_2);
    QCOMPARE(d.page.view(), MarketPage::Matches);
    QVERIFY(d.until([&] { return d.page.matches().lines().shownCount() == 12; }));
    QAbstractItemModelTester rows(d.page.matches().model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    QCOMPARE(d.page.matchRows().at(0).zones.size(), 1);
    d.press(Qt::Key_A);
    QVERIFY(d.until([&] { return d.page.matches().lines().shownCount() == 11; }));
    d.press(Qt::Key_X);
    QVERIFY(d.until([&] { return d.page.matches().lines().shownCount() == 10; }));
    QVERIFY(!d.page.matches().focusedKey().isEmpty()); // it moved on
    d.page.undoLast();
    QVERIFY(d.until([&] { return d.page.matches().lines().shownCount() == 11; }));
    d.page.undoLast();
    QVERIFY(d.until([&] { return d.page.matches().lines().shownCount() == 12; }));
  }

  void anAlertIsTriedBeforeItIsSaved() {
    Desk d;
    d.press(Qt::Key_4);
    QVERIFY(d.until([&] { return d.page.alertCard().kind()->count() > 0; }));
    d.press(Qt::Key_M);
    AlertCard& card = d.page.alertCard();
    QVERIFY(card.isVisible());
    QVERIFY(d.until([&] { return card.wrong().contains(QStringLiteral("90")); })); // it was replayed
    card.name()->setText(QStringLiteral("drops"));
    card.much()->setText(QStringLiteral("much"));
    QVERIFY(d.until([&] { return card.wrong().contains(QStringLiteral("much")); }));
    QTest::keyClick(card.name(), Qt::Key_Return);
    QVERIFY(card.isVisible()); // nothing was saved
    card.much()->setText(QStringLiteral("15"));
    QTest::keyClick(card.name(), Qt::Key_Return);
    QVERIFY(d.until([&] { return d.page.alertsPane().ruleRows().rowCount() == 1; }));
    QCOMPARE(d.page.alertsPane().ruleRows().at(0).rule.percentBp, 1500);
    QVERIFY(!card.isVisible());
    const auto rule = [&] {
      d.page.alertsPane().rules().setFocus();
      return &d.page.alertsPane().rules();
    };
    QTest::keyClick(&d.page.alertsPane().inbox(), Qt::Key_Delete); // not from the inbox
    QTest::keyClick(rule(), Qt::Key_O);
    QVERIFY(d.until([&] { return !d.page.alertsPane().ruleRows().at(0).isOn; }));
    QTest::keyClick(rule(), Qt::Key_Delete);
    QVERIFY(d.until([&] { return d.page.alertsPane().ruleRows().rowCount() == 0; }));
    d.page.undoLast();
    QVERIFY(d.until([&] { return d.page.alertsPane().ruleRows().rowCount() == 1; }));
  }

  void theUsualAlertsAreOneKeyAway() {
    Desk d;
    d.press(Qt::Key_4);
    QVERIFY(d.until([&] {
      d.press(Qt::Key_U);
      return d.page.alertsPane().ruleRows().rowCount() == 3;
    }));
  }

  void freshnessIsReadByTheArrowKeys() {
    Desk d;
    d.press(Qt::Key_5);
    FreshnessChart& chart = d.page.sitesPane().freshness();
    QCOMPARE(int(chart.map().rows.size()), 3); // three sellers, whose offers were imported
    QCOMPARE(chart.places(), 3 * 24);
    chart.setFocus();
    QTest::keyClick(&chart, Qt::Key_Down);
    const int first = chart.place();
    QTest::keyClick(&chart, Qt::Key_Down);
    QCOMPARE(chart.place(), first + 24);
    QVERIFY(chart.reading(chart.place()).contains(QStringLiteral("%")));
  }

  void whatIsTypedWronglyIsSaidInTheForm() {
    Desk d;
    for (const char* bad : {"SKU-99@Z1 https://shop.example/p", "SKU-01 https://shop.example/p", "SKU-01@Z1 nowhere",
                            "SKU-01@Z1 http://10.0.0.1/p"}) {
      d.press(Qt::Key_N);
      d.type(QLatin1String(bad));
      QVERIFY2(d.until([&] { return !d.page.card().wrong().isEmpty(); }), bad);
      QVERIFY(d.page.card().isVisible());
      d.page.card().dismiss();
    }
    QCOMPARE(d.page.sites().lines().shownCount(), 0);
  }

  void readOnlyOnlyLooks() {
    Desk d;
    d.page.setReadOnly(true);
    d.press(Qt::Key_N);
    QVERIFY(!d.page.card().isVisible());
    d.press(Qt::Key_R);
    QCOMPARE(d.doubtful(), 0);
  }
};

QTEST_MAIN(MarketPageTest)
#include "tst_MarketPage.moc"
