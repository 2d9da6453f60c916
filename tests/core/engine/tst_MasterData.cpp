// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Products, zones and ladders by hand: whole or not at all, checked, in the journal, and taken back.
#include "engine/files/MasterData.h"
#include "engine/views/CatalogueView.h"
#include "support/SmallMarket.h"

#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

Decimal number(QStringView text) { return take(Decimal::parse(text)); }

struct Shop : SmallMarket {
  Shop() { cycle(false); }
  NewProduct product(const QString& code = QStringLiteral("NEW-1")) {
    NewProduct p;
    p.sku.code = code;
    p.sku.name = QStringLiteral("New one");
    p.category = QStringLiteral("JUICE");
    p.zones = {QStringLiteral("Z1")};
    p.cost = number(u"1.20");
    p.price = number(u"2.49");
    return p;
  }
  QString refused(const NewProduct& p) {
    const qint64 entries = count("SELECT count(*) FROM audit_entry");
    const auto done = addProduct(*ws, p);
    if (!done && count("SELECT count(*) FROM audit_entry") != entries)
      qFatal("refused, but it left something");
    return done ? QString() : done.error().code;
  }
  std::vector<CatalogueRow> rowsOf(const QString& sku) {
    std::vector<CatalogueRow> rows;
    for (const CatalogueRow& r : take(catalogueView(*ws)).rows)
      if (r.sku == sku)
        rows.push_back(r);
    return rows;
  }
};

} // namespace

class MasterDataTest : public QObject {
  Q_OBJECT
 private slots:
  void aProductIsSoldFromNowOn() {
    Shop s;
    NewProduct p = s.product();
    p.zones << QStringLiteral("Z2");
    p.sku.brand = QStringLiteral("Bosch"), p.sku.mpn = QStringLiteral("0601-9K5");
    const ProductAdded added = take(addProduct(*s.ws, p));
    QVERIFY(added.isNew);
    QCOMPARE(added.listings.size(), std::size_t(2));
    const auto rows = s.rowsOf(QStringLiteral("NEW-1"));
    QCOMPARE(rows.size(), std::size_t(2));
    QCOMPARE(rows[0].price.toString(), QStringLiteral("2.49"));
    QCOMPARE(rows[0].mpn, QStringLiteral("0601-9K5"));
    QCOMPARE(s.count("SELECT count(*) FROM audit_entry WHERE kind = 'sku.added' AND body LIKE '%0601-9K5%'"), 1);
    QVERIFY(rows[0].byHand && rows[0].marginBp && std::abs(*rows[0].marginBp - 5181) < 2);
    QVERIFY(take(s.ws->verifyAudit()).intact());
    // The next cycle knows it.
    const CycleReport report = s.cycle(false);
    QVERIFY(s.decisionOf(report, added.listings.front()).has_value());
  }

  void allOrNothing() {
    Shop s;
    const auto with = [&](auto change) {
      NewProduct p = s.product();
      change(p);
      return s.refused(p);
    };
    QCOMPARE(with([](auto& p) { p.sku.code = "  "; }), QStringLiteral("catalog.bad-code"));
    QCOMPARE(with([](auto& p) { p.zones.clear(); }), QStringLiteral("master.no-zone"));
    QCOMPARE(with([](auto& p) { p.zones = {"Z1", "Z9"}; }), QStringLiteral("catalog.unknown-zone"));
    QCOMPARE(with([](auto& p) { p.category = ""; }), QStringLiteral("catalog.bad-code"));
    QCOMPARE(with([](auto& p) { p.sku.gtin = "4006381333932"; }), QStringLiteral("master.bad-gtin"));
    QCOMPARE(with([](auto& p) { p.sku.gtin = "abc"; }), QStringLiteral("master.bad-gtin"));
    QCOMPARE(with([](auto& p) { p.cost.reset(); }), QStringLiteral("master.price-needs-cost"));
    QCOMPARE(with([](auto& p) { p.cost = Decimal::fromMicros(-1); }), QStringLiteral("catalog.bad-cost"));
    QCOMPARE(with([](auto& p) { p.price = Decimal::fromMicros(2'495'000); }), QStringLiteral("master.bad-price"));
    QCOMPARE(with([](auto& p) { p.price = Decimal::fromMicros(0); }), QStringLiteral("master.bad-price"));
    QCOMPARE(with([](auto& p) { p.sku.code = "SKU-01"; }), QStringLiteral("master.on-sale"));
    QCOMPARE(s.count("SELECT count(*) FROM sku"), qint64(6));
    QCOMPARE(with([](auto& p) { p.sku.gtin = "4006381333931"; }), QString());
  }

  void belowTheMinimumMarginIsAManagers() {
    Shop s;
    need(s.ws->catalog().putUser(s.ws->me(), {QStringLiteral("ann"), {}, QStringLiteral("analyst")}));
    need(s.ws->actAs(QStringLiteral("ann")));
    NewProduct p = s.product();
    p.price = number(u"1.25");
    QCOMPARE(s.refused(p), QStringLiteral("master.below-margin"));
    p.price = number(u"2.49");
    QVERIFY(addProduct(*s.ws, p)); // an analyst adds products
    need(s.ws->actAs(QStringLiteral("max")));
    p.sku.code = QStringLiteral("NEW-2");
    p.price = number(u"1.25");
    QVERIFY(addProduct(*s.ws, p));
  }

  void takenBackAndAddedAgain() {
    Shop s;
    const ProductAdded added = take(addProduct(*s.ws, s.product()));
    QVERIFY(undoAddProduct(*s.ws, added));
    QVERIFY(s.rowsOf(QStringLiteral("NEW-1")).empty());
    QVERIFY(reviveProduct(*s.ws, QStringLiteral("NEW-1")));
    QCOMPARE(s.rowsOf(QStringLiteral("NEW-1")).size(), std::size_t(1));
    QCOMPARE(retireProduct(*s.ws, QStringLiteral("NOPE")).error().code, QStringLiteral("catalog.unknown-sku"));
  }

  void aFurtherZone() {
    Shop s;
    take(addProduct(*s.ws, s.product()));
    NewProduct p = s.product();
    p.zones = {QStringLiteral("Z2")};
    const ProductAdded added = take(addProduct(*s.ws, p));
    QVERIFY(!added.isNew);
    QCOMPARE(s.rowsOf(QStringLiteral("NEW-1")).size(), std::size_t(2));
    QVERIFY(undoAddProduct(*s.ws, added));
    QCOMPARE(s.rowsOf(QStringLiteral("NEW-1")).size(), std::size_t(1));
  }

  void zones() {
    Shop s;
    PriceZone zone;
    zone.code = QStringLiteral("DE");
    zone.name = QStringLiteral("Germany");
    zone.market = QStringLiteral("DE");
    zone.currency = take(Currency::fromCode(u"EUR"));
    zone.grossPrices = true;
    zone.timeZone = "Europe/Berlin";
    const ZoneChange made = take(saveZone(*s.ws, zone));
    QVERIFY(!made.before);
    zone.name = QStringLiteral("Deutschland");
    QCOMPARE(take(saveZone(*s.ws, zone)).before->name, QStringLiteral("Germany"));
    QCOMPARE(take(masterLists(*s.ws)).zones.size(), std::size_t(3));
    zone.timeZone = "Mars/Base";
    QCOMPARE(saveZone(*s.ws, zone).error().code, QStringLiteral("catalog.bad-time-zone"));
    NewProduct p = s.product(); // prices include VAT there, and no rate is known
    p.zones = {QStringLiteral("DE")};
    QCOMPARE(s.refused(p), QStringLiteral("master.no-vat"));
  }

  void laddersInWords_data() {
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("again"); // "-": refused
    for (const auto& [words, again] :
         std::initializer_list<std::pair<const char*, const char*>>{{"0.05", "0.05"},
                                                                    {"1", "1.00"},
                                                                    {".99", ".99"},
                                                                    {".99 .49", ".49 .99"},
                                                                    {"x.99  x.49", ".49 .99"},
                                                                    {"4.99 9.99 /10", "4.99 9.99 /10.00"},
                                                                    {"9.99 /10.00", "9.99 /10.00"},
                                                                    {"0", "-"},
                                                                    {"-1", "-"},
                                                                    {"soon", "-"},
                                                                    {"0.005", "-"},
                                                                    {".99 .99", "-"},
                                                                    {"12.99 /10", "-"},
                                                                    {"/10", "-"},
                                                                    {".99 /0", "-"},
                                                                    {"1.99 2.99", "-"}})
      QTest::newRow(words) << QString::fromLatin1(words) << QString::fromLatin1(again);
  }
  void laddersInWords() {
    QFETCH(QString, words);
    QFETCH(QString, again);
    const Currency usd = take(Currency::fromCode(u"USD"));
    const auto ladder = ladderFromWords(words, usd);
    QCOMPARE(ladder.has_value(), again != QStringLiteral("-"));
    if (!ladder)
      return;
    QCOMPARE(ladderWords(**ladder, usd), again);
    QCOMPARE(take(ladderFromWords(again, usd)), *ladder);
  }

  void aLadderOfItsOwn() {
    Shop s;
    const Currency usd = take(Currency::fromCode(u"USD"));
    QVERIFY(!take(ladderFromWords(u"  ", usd)));
    const LadderChange change = take(setLadder(*s.ws, 1, take(ladderFromWords(u".95", usd))));
    QVERIFY(!change.before && change.after);
    QVERIFY(take(setLadder(*s.ws, 1, change.before)).before == change.after);
    QCOMPARE(setLadder(*s.ws, 999, {}).error().code, QStringLiteral("catalog.unknown-listing"));
  }
};

QTEST_GUILESS_MAIN(MasterDataTest)
#include "tst_MasterData.moc"
