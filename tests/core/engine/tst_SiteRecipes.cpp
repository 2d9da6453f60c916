// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A site whose pages say several prices: taught by pointing, tried on what was kept, read from then on.
#include "engine/market/SiteRecipes.h"

#include "engine/market/MarketMonitor.h"
#include "support/LoopbackServer.h"
#include "support/SmallMarket.h"

#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

using F = ProductField;

// A shop that sells machines with their filters, and says both prices alike.
struct Taught : SmallMarket {
  std::mutex mutex;
  std::map<QByteArray, QByteArray> machine; // price by path
  LoopbackServer server{[this](const LoopbackServer::Request& r) {
    const std::lock_guard lock(mutex);
    LoopbackServer::Reply reply;
    const auto found = machine.find(r.target);
    if (found == machine.end())
      reply.status = 404;
    else
      reply.body = page(r.target, found->second);
    return reply;
  }};
  QString host;

  explicit Taught(int pages = 3) : SmallMarket(6, 1, 8) {
    set("monitor.allowed-addresses", "127.0.0.0/8");
    for (int i = 1; i <= pages; ++i) {
      machine[at(i)] = QByteArray::number(100 + i) + ".50";
      host = take(addPage(*ws, {i, QString::fromLatin1(server.url(at(i))), QStringLiteral("rival"), {}, 1, 1})).host;
    }
    Site site = take(ws->sites().site(host));
    site.delay = Duration(1);
    (void)take(ws->sites().putSite(ws->me(), site));
    need(ws->sites().setTerms(ws->me(), host, TermsState::Accepted, QStringLiteral("section 4 allows it")));
  }
  static QByteArray at(int i) { return "/p" + QByteArray::number(i); }
  static QByteArray page(const QByteArray& path, const QByteArray& price) {
    return "<!doctype html><html lang=en-us><head><title>Machine " + path + "</title></head><body><h1>Machine " + path +
           "</h1><div class=\"box\"><p>Filter</p><span class=\"filter\">$9.90</span></div><div class=\"box\"><p>"
           "Machine</p><span class=\"machine\">$" +
           price + "</span></div><button>Add to cart</button></body></html>";
  }
  void set(const char* key, const char* value) {
    need(ws->catalog().setSetting(ws->me(), QLatin1String(key), QLatin1String(value)));
  }
  WatchReport look() {
    MarketWish wish;
    wish.all = true;
    return take(watchMarket(*ws, wish, {}));
  }
  std::vector<Offer> found(int listing) {
    std::vector<Offer> out;
    for (const Offer& o : take(ws->offers().offersFor(listing, clock.now() - std::chrono::days(30), clock.now())))
      if (o.seller == u"rival")
        out.push_back(o);
    return out;
  }
};

const OutlineLine& lineOf(const PageOutline& outline, const char* price) {
  for (const OutlineLine& line : outline.lines)
    if (line.price == QLatin1String(price))
      return line;
  qFatal("no such price on the page");
}
std::vector<RecipeField> byClass(const char* name) { return {{F::Price, QLatin1Char('.') + QLatin1String(name), {}}}; }

} // namespace

class SiteRecipesTest : public QObject {
  Q_OBJECT
 private slots:
  // From pages that nobody can read to offers, by one click.
  void aSiteIsTaughtFromItsPages() {
    Taught m;
    WatchReport report = m.look();
    QCOMPARE(report.offers, 0);
    QCOMPARE(report.reasons.value(QStringLiteral("page.several-prices")), 3);
    m.clock.advance(std::chrono::hours(1));
    const RecipeDesk desk = take(recipeDesk(*m.ws, m.host));
    QVERIFY(desk.recipe.empty());
    QCOMPARE(desk.pages.size(), std::size_t(3));
    QCOMPARE(desk.shown, 0);
    const KeptPage& page = desk.pages[0];
    QCOMPARE(page.sku, QStringLiteral("SKU-0%1").arg(page.watchNo));
    QCOMPARE(page.zone, QStringLiteral("Z1"));
    QCOMPARE(page.contentType, QStringLiteral("text/html; charset=utf-8"));
    QCOMPARE(page.at, m.clock.now() - std::chrono::hours(1));
    const QByteArray price = QByteArray::number(100 + page.watchNo) + ".5 USD";
    const RecipeField field = take(learnRecipeField(*m.ws, page, lineOf(desk.outline, price).node, F::Price));
    QCOMPARE(field.selector, QStringLiteral(".machine"));

    const RecipeTrial trial = take(tryRecipe(*m.ws, m.host, {field}));
    QCOMPARE(trial.rows.size(), std::size_t(3));
    QCOMPARE(trial.pricedBefore, 0);
    QCOMPARE(trial.priced, 3);
    QCOMPARE(trial.differ, 3);
    for (const RecipeTrial::Row& row : trial.rows) {
      QCOMPARE(row.before, QStringLiteral("several-prices"));
      QCOMPARE(row.now, QStringLiteral("10%1.5 USD").arg(row.page.watchNo));
      QVERIFY(row.isKnown);
    }
    QVERIFY(take(m.ws->sites().site(m.host)).recipe.isEmpty()); // trying is not saving
    QVERIFY(take(setRecipe(*m.ws, m.host, {field})).empty());
    QCOMPARE(take(recipeDesk(*m.ws, m.host)).recipe, std::vector<RecipeField>{field});
    report = m.look();
    QCOMPARE(report.offers, 3);
    QCOMPARE(report.quarantined, 0);
    QCOMPARE(m.found(2).back().price.value, *Decimal::parse(u"102.50"));
    QCOMPARE(take(m.ws->sites().looks(2, Instant{}, 1)).front().found[QLatin1String("price")][QLatin1String("source")],
             QJsonValue(QStringLiteral("recipe")));
  }

  // What was saved stands in the journal with what it was before, goes to the other end, and can be taken back.
  void savingIsWrittenDown() {
    Taught m(1);
    const qint64 outbox = m.count("SELECT count(*) FROM outbox");
    const qint64 entries = m.count("SELECT count(*) FROM audit_entry");
    (void)take(setRecipe(*m.ws, m.host, byClass("filter")));
    QCOMPARE(m.count("SELECT count(*) FROM outbox"), outbox + 1);
    QCOMPARE(m.count("SELECT count(*) FROM audit_entry"), entries + 1);
    QCOMPARE(m.count("SELECT count(*) FROM audit_entry WHERE kind = 'site.changed' AND actor = 'dora' AND "
                     "json_extract(body, '$.recipe[0].selector') = '.filter' AND "
                     "json_array_length(body, '$.before.recipe') = 0"),
             1);
    const auto before = take(setRecipe(*m.ws, m.host, byClass("machine")));
    QCOMPARE(before, byClass("filter"));
    QCOMPARE(take(setRecipe(*m.ws, m.host, before)), byClass("machine")); // undone
    QCOMPARE(take(recipeDesk(*m.ws, m.host)).recipe, byClass("filter"));
    QCOMPARE(take(setRecipe(*m.ws, m.host, byClass("filter"))), byClass("filter")); // the same again: nothing to tell
    QCOMPARE(m.count("SELECT count(*) FROM audit_entry"), entries + 3);
    const Site site = take(m.ws->sites().site(m.host));
    QCOMPARE(site.terms, TermsState::Accepted); // all else of the site stays
    QCOMPARE(site.delay, Duration(1));
    QVERIFY(take(m.ws->verifyAudit()).intact());
  }

  void aRecipeThatLosesPricesIsTold() {
    Taught m;
    m.look();
    (void)take(setRecipe(*m.ws, m.host, byClass("machine")));
    const RecipeTrial none = take(tryRecipe(*m.ws, m.host, byClass("nowhere")));
    QCOMPARE(none.pricedBefore, 3);
    QCOMPARE(none.priced, 0);
    QCOMPARE(none.differ, 3);
    for (const RecipeTrial::Row& row : none.rows) {
      QVERIFY(!row.isKnown);
      QCOMPARE(row.now, QStringLiteral("several-prices"));
      QVERIFY(row.before.endsWith(u"USD"));
    }
    const RecipeTrial other = take(tryRecipe(*m.ws, m.host, byClass("filter"))); // a price, but another one
    QCOMPARE(other.priced, 3);
    QCOMPARE(other.differ, 3);
    QCOMPARE(other.rows[0].now, QStringLiteral("9.9 USD"));
    QCOMPARE(take(tryRecipe(*m.ws, m.host, byClass("machine"))).differ, 0);
  }

  // The newest page of each address counts, the one that was looked at last comes first.
  void theNewestPagesCount() {
    Taught m(2);
    m.look();
    {
      const std::lock_guard lock(m.mutex);
      m.machine[Taught::at(1)] = "120.00";
      m.machine.erase(Taught::at(2));
    }
    m.clock.advance(std::chrono::hours(30));
    m.look();
    const RecipeDesk desk = take(recipeDesk(*m.ws, m.host));
    QCOMPARE(desk.pages.size(), std::size_t(2));
    QCOMPARE(desk.pages[0].watchNo, 1);
    QCOMPARE(desk.pages[0].at, m.clock.now());
    QCOMPARE(desk.pages[1].at, m.clock.now() - std::chrono::hours(30));
    QCOMPARE(take(tryRecipe(*m.ws, m.host, byClass("machine"))).rows[0].now, QStringLiteral("120 USD"));
    const RecipeDesk second = take(recipeDesk(*m.ws, m.host, 2));
    QCOMPARE(second.shown, 1);
    QVERIFY(!lineOf(second.outline, "102.5 USD").text.isEmpty());
    const RecipeDesk nobody = take(recipeDesk(*m.ws, m.host, 99));
    QCOMPARE(nobody.shown, -1);
    QVERIFY(nobody.outline.lines.empty());
    // A page that was forgotten is not shown, and cannot be learnt from.
    QCOMPARE(take(m.ws->sites().forgetBefore(m.ws->me(), m.clock.now() - std::chrono::hours(1))).pages, qint64(2));
    QCOMPARE(take(recipeDesk(*m.ws, m.host)).pages.size(), std::size_t(1));
    QCOMPARE(learnRecipeField(*m.ws, desk.pages[1], 5, F::Price).error().code, QStringLiteral("page.unknown"));
  }

  void withoutPagesThereIsNothingToShow() {
    Taught m(1);
    const RecipeDesk desk = take(recipeDesk(*m.ws, m.host));
    QCOMPARE(desk.site.host, m.host);
    QVERIFY(desk.pages.empty());
    QCOMPARE(desk.shown, -1);
    QVERIFY(take(tryRecipe(*m.ws, m.host, byClass("machine"))).rows.empty());
  }

  void whatIsWrongChangesNothing() {
    Taught m(1);
    m.look();
    (void)take(setRecipe(*m.ws, m.host, byClass("machine")));
    const qint64 entries = m.count("SELECT count(*) FROM audit_entry");
    for (const char* bad : {"?!", "", ".a >", "p:nth-child(", "[data-x="}) {
      const std::vector<RecipeField> recipe{{F::Price, QStringLiteral(".filter"), {}},
                                            {F::Currency, QString::fromLatin1(bad), {}}};
      QCOMPARE(setRecipe(*m.ws, m.host, recipe).error().code, QStringLiteral("extraction.selector"));
      QCOMPARE(tryRecipe(*m.ws, m.host, recipe).error().code, QStringLiteral("extraction.selector"));
    }
    const QString nobody = QStringLiteral("nobody.example");
    QCOMPARE(setRecipe(*m.ws, nobody, {}).error().code, QStringLiteral("site.unknown"));
    QCOMPARE(tryRecipe(*m.ws, nobody, {}).error().code, QStringLiteral("site.unknown"));
    QCOMPARE(recipeDesk(*m.ws, nobody).error().code, QStringLiteral("site.unknown"));
    const KeptPage page = take(recipeDesk(*m.ws, m.host)).pages.at(0);
    QCOMPARE(learnRecipeField(*m.ws, page, 9'999, F::Price).error().code, QStringLiteral("extraction.no-node"));
    // An analyst may try, and not save.
    need(
        m.ws->catalog().putUser(m.ws->me(), {QStringLiteral("ann"), QStringLiteral("Ann"), QStringLiteral("analyst")}));
    const qint64 then = m.count("SELECT count(*) FROM audit_entry");
    QCOMPARE(then, entries + 1); // of the new user alone
    need(m.ws->actAs(QStringLiteral("ann")));
    QCOMPARE(take(tryRecipe(*m.ws, m.host, byClass("filter"))).priced, 1);
    QCOMPARE(setRecipe(*m.ws, m.host, byClass("filter")).error().code, QStringLiteral("catalog.not-allowed"));
    QCOMPARE(m.count("SELECT count(*) FROM audit_entry"), then);
    QCOMPARE(take(recipeDesk(*m.ws, m.host)).recipe, byClass("machine"));
  }

  void whoOnlyReadsMayTry() {
    Taught m(1);
    m.look();
    m.ws.reset();
    m.ws = take(Workspace::open(m.path(), OpenMode::ReadOnly, &m.clock));
    const RecipeDesk desk = take(recipeDesk(*m.ws, m.host));
    const RecipeField field =
        take(learnRecipeField(*m.ws, desk.pages.at(0), lineOf(desk.outline, "101.5 USD").node, F::Price));
    QCOMPARE(take(tryRecipe(*m.ws, m.host, {field})).priced, 1);
    QVERIFY(!setRecipe(*m.ws, m.host, {field}));
    QCOMPARE(setRecipe(*m.ws, m.host, {field}).error().code, QStringLiteral("storage.read-only"));
    QVERIFY(take(recipeDesk(*m.ws, m.host)).recipe.empty());
  }
};

QTEST_GUILESS_MAIN(SiteRecipesTest)
#include "tst_SiteRecipes.moc"
