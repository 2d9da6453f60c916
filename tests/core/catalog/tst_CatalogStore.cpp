// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a workspace knows of the shop, and that every change of it leaves its trace once.
#include "Shop.h"

#include <QTest>

using namespace pricewright;
using test::codeOf;
using test::Shop;

namespace {

struct Trace {
  qint64 audit, outbox;
  bool operator==(const Trace&) const = default;
};
Trace traceOf(Shop& shop) {
  return {shop.count("SELECT count(*) FROM audit_entry"), shop.count("SELECT count(*) FROM outbox")};
}

} // namespace

class TestCatalogStore : public QObject {
  Q_OBJECT
 private slots:
  void aNewWorkspaceIsComplete();
  void everyChangeLeavesOneTrace();
  void badInputChangesNothing();
  void settingsAreCheckedAndKept();
  void somebodyMustRemainDirector();
  void salesComeInOrderAndWhole();
  void datedRowsAreThoseInForce();
  void batchesGoTheirWay();
  void nothingIsHalfWritten();
};

void TestCatalogStore::aNewWorkspaceIsComplete() {
  Shop shop;
  QCOMPARE(*shop.catalog.workspaceValue(QStringLiteral("name")), QStringLiteral("Corner shop"));
  QCOMPARE(*shop.catalog.workspaceValue(QStringLiteral("currency")), QStringLiteral("USD"));
  QCOMPARE(*shop.catalog.workspaceValue(QStringLiteral("as_of_ms")), QString());
  QCOMPARE(*shop.catalog.workspaceValue(QStringLiteral("created_ms")), QString::number(toMillis(shop.clock.now())));
  for (const char* id : {"id", "device"})
    QVERIFY(Id::parse(*shop.catalog.workspaceValue(QLatin1String(id))));
  QCOMPARE(shop.catalog.user(QStringLiteral("anna"))->role, QStringLiteral("director"));
  QVERIFY(!shop.catalog.user(QStringLiteral("anna"))->authenticated);
  QCOMPARE(codeOf(shop.catalog.user(QStringLiteral("bob"))), QStringLiteral("catalog.unknown-user"));
  const Catalog c = *shop.catalog.load();
  QCOMPARE(c.channels.at(0).code, QStringLiteral("store"));
  QCOMPARE(shop.journal.entries(0, 1)->at(0).kind, QStringLiteral("workspace.created"));
  QCOMPARE(codeOf(shop.catalog.createWorkspace({QStringLiteral("again")})), QStringLiteral("catalog.not-empty"));
  QVERIFY(shop.journal.verify()->intact());

  FixedClock clock(fromMillis(0));
  IdSource ids(clock, 1);
  auto db = *Database::open(QStringLiteral(":memory:"), OpenMode::CreateNew);
  Journal journal(*db, clock, ids);
  CatalogStore other(*db, journal, clock, ids);
  NewWorkspace what{QStringLiteral("x"), QStringLiteral("XXX")};
  QCOMPARE(codeOf(other.createWorkspace(what)), QStringLiteral("money.unknown-currency"));
  what = {QStringLiteral("x"), QStringLiteral("JPY"), fromMillis(720'000'000'000)};
  QVERIFY(other.createWorkspace(what));
  QCOMPARE(*other.workspaceValue(QStringLiteral("as_of_ms")), QStringLiteral("720000000000"));
  QCOMPARE(other.users()->at(0).name, operatingSystemUser());
  QVERIFY(!operatingSystemUser().isEmpty());
}

void TestCatalogStore::everyChangeLeavesOneTrace() {
  Shop shop(1);
  CatalogStore& c = shop.catalog;
  Sku sku;
  sku.code = QStringLiteral("007");
  sku.name = QStringLiteral("Müller juice");
  sku.categoryNo = 1;
  sku.role = SkuRole::Kvi;
  sku.packSize = *Decimal::parse(u"0.33");
  PriceZone zone;
  zone.code = QStringLiteral("DE");
  zone.currency = *Currency::fromCode(u"EUR");
  zone.timeZone = "Europe/Berlin";
  zone.grossPrices = true;
  Listing bounds;
  bounds.no = 1;
  bounds.minMinor = 99, bounds.maxMinor = 999, bounds.mapMinor = 150;
  bounds.ladder = LadderSpec{1, {49, 99}, 100};
  Listing made;
  made.skuNo = 2, made.zoneNo = 2;
  const MarginException exception{
      1, QStringLiteral("clearance"), -500, fromMillis(0), fromMillis(10), QStringLiteral("anna")};
  const std::function<Status()> writers[] = {
      [&] { return c.putSku(shop.anna, sku); },
      [&] { return c.putZone(shop.anna, zone); },
      [&] { return c.putListingBounds(shop.anna, bounds); },
      [&] { return c.putListingBounds(shop.anna, made); },
      [&] { return c.putVatRate(shop.anna, {QStringLiteral("DE"), QStringLiteral("standard"), Day{}, 1900}); },
      [&] {
        return c.putVatRate(shop.anna, {QStringLiteral("DE"), QStringLiteral("standard"), fromDayNumber(9000), 1600});
      },
      [&] { return c.putMarginException(shop.anna, exception); },
      [&] {
        return c.putChannel(shop.anna, {0, {}, QStringLiteral("web"), QStringLiteral("Web"), QStringLiteral("file")});
      },
      [&] {
        return c.putUser(shop.anna, {QStringLiteral("bob"), QStringLiteral("Bob"), QStringLiteral("analyst"), false});
      },
      [&] { return c.putCategory(shop.anna, {0, QStringLiteral("tea"), QStringLiteral("Tea")}); },
      [&] { return c.setWorkspaceValue(shop.anna, QStringLiteral("name"), QStringLiteral("Shop")); },
      [&] { return c.setSetting(shop.anna, QStringLiteral("guardrail.step.percent"), 12.1); },
  };
  for (const auto& write : writers) {
    const Trace before = traceOf(shop);
    QCOMPARE(codeOf(write()), QString());
    const Trace after = traceOf(shop);
    QCOMPARE(after.audit, before.audit + 1);
    QCOMPARE(after.outbox, before.outbox + 1);
    QCOMPARE(codeOf(write()), QString()); // the same again
    QVERIFY(traceOf(shop) == after);
  }
  const Catalog all = *c.load();
  const Sku* read = all.skuByCode(u"007");
  QVERIFY(read && !read->id.isNull());
  sku.no = read->no, sku.id = read->id;
  QVERIFY(*read == sku);
  bounds.skuNo = 1, bounds.zoneNo = 1;
  QVERIFY(*all.listing(1) == bounds);
  QCOMPARE(all.listing(2)->zoneNo, 2);
  QCOMPARE(all.zone(2)->timeZone, QByteArray("Europe/Berlin"));
  QCOMPARE(all.vatBp(u"DE", u"standard", fromDayNumber(8999)), 1900);
  QCOMPARE(all.vatBp(u"DE", u"standard", fromDayNumber(9000)), 1600);
  QVERIFY(!all.vatBp(u"DE", u"reduced", fromDayNumber(9000)));
  QVERIFY(!all.vatBp(u"DE", u"standard", fromDayNumber(-1)));
  QVERIFY(!all.sku(99) && !all.listing(0) && !all.skuByCode(u"7")); // leading zeros are part of the code
  QCOMPARE(c.marginExceptions(fromMillis(9))->size(), 1u);
  QCOMPARE(c.marginExceptions(fromMillis(10))->size(), 0u);
  QVERIFY(shop.journal.verify()->intact());
}

void TestCatalogStore::badInputChangesNothing() {
  Shop shop(1);
  CatalogStore& c = shop.catalog;
  QVERIFY(shop.put(shop.price(1, 249, shop.clock.now())));
  Sku sku;
  sku.code = QStringLiteral("X"), sku.categoryNo = 1;
  const auto with = [](auto value, auto change) {
    change(value);
    return value;
  };
  PriceZone zone = c.load()->zones.at(0);
  Listing listing = c.load()->listings.at(0);
  const MarginException exception{
      1, QStringLiteral("clearance"), 0, fromMillis(0), fromMillis(10), QStringLiteral("anna")};
  const auto exceptionWith = [&](auto change) { return c.putMarginException(shop.anna, with(exception, change)); };
  const auto boundsWith = [&](auto change) { return c.putListingBounds(shop.anna, with(listing, change)); };
  const Trace before = traceOf(shop);
  const std::pair<Status, const char*> refused[] = {
      {c.putSku(shop.anna, with(sku, [](Sku& s) { s.code = QStringLiteral(" "); })), "catalog.bad-code"},
      {c.putSku(shop.anna, with(sku, [](Sku& s) { s.packCount = 0; })), "catalog.bad-pack"},
      {c.putSku(shop.anna, with(sku, [](Sku& s) { s.packSize = {}; })), "catalog.bad-pack"},
      {c.putSku(shop.anna, with(sku, [](Sku& s) { s.categoryNo = 9; })), "catalog.unknown-category"},
      {c.putZone(shop.anna, with(zone, [](PriceZone& z) { z.timeZone = "Mars/Base"; })), "catalog.bad-time-zone"},
      {c.putZone(shop.anna, with(zone, [](PriceZone& z) { z.timeZone = "Pacific99"; })), "catalog.bad-time-zone"},
      {c.putZone(shop.anna, with(zone, [](PriceZone& z) { z.currency = {}; })), "money.unknown-currency"},
      {c.putZone(shop.anna, with(zone, [](PriceZone& z) { z.currency = *Currency::fromCode(u"JPY"); })),
       "catalog.zone-has-prices"},
      {boundsWith([](Listing& l) { l.minMinor = 0; }), "catalog.bad-bounds"},
      {boundsWith([](Listing& l) { l.minMinor = 5, l.maxMinor = 4; }), "catalog.bad-bounds"},
      {boundsWith([](Listing& l) { l.ladder = LadderSpec{1, {99, 95}, 100}; }), "catalog.bad-ladder"},
      {boundsWith([](Listing& l) { l.ladder = LadderSpec{0, {}, 100}; }), "catalog.bad-ladder"},
      {boundsWith([](Listing& l) { l.no = 77; }), "catalog.unknown-listing"},
      {boundsWith([](Listing& l) { l.no = 0, l.skuNo = 77; }), "catalog.unknown-sku"},
      {c.putVatRate(shop.anna, {QStringLiteral("DE"), QStringLiteral("standard"), Day{}, 10'001}), "catalog.bad-rate"},
      {exceptionWith([](MarginException& e) { e.reason = QStringLiteral("because"); }), "catalog.bad-exception"},
      {exceptionWith([](MarginException& e) { e.to = e.from; }), "catalog.bad-exception"},
      {exceptionWith([](MarginException& e) { e.approvedBy.clear(); }), "catalog.bad-exception"},
      {exceptionWith([](MarginException& e) { e.listingNo = 9; }), "catalog.unknown-listing"},
      {c.putUser(shop.anna, {QStringLiteral("bob"), {}, QStringLiteral("boss"), false}), "catalog.bad-role"},
      {c.setWorkspaceValue(shop.anna, QStringLiteral("id"), QStringLiteral("x")), "catalog.fixed-value"},
      {c.setWorkspaceValue(shop.anna, QStringLiteral("as_of_ms"), QStringLiteral("soon")), "catalog.bad-value"},
      {c.setWorkspaceValue(shop.anna, QStringLiteral("currency"), QStringLiteral("???")), "money.unknown-currency"},
  };
  for (const auto& [status, code] : refused)
    QCOMPARE(codeOf(status), QLatin1String(code));
  QVERIFY(traceOf(shop) == before);
}

void TestCatalogStore::settingsAreCheckedAndKept() {
  Shop shop;
  const QString step = QStringLiteral("guardrail.step.percent");
  const double awkward = 0.1 + 0.2;
  QVERIFY(shop.catalog.setSetting(shop.anna, step, awkward));
  QCOMPARE(shop.catalog.settings()->real(step), awkward);
  QVERIFY(shop.catalog.setSetting(shop.anna, QStringLiteral("approval.self-approval"), true));
  QVERIFY(shop.catalog.settings()->isOn(u"approval.self-approval"));
  QVERIFY(shop.catalog.setSetting(shop.anna, step, {})); // back to the default
  QVERIFY(!shop.catalog.settings()->changed().contains(step));
  QCOMPARE(codeOf(shop.catalog.setSetting(shop.anna, step, -1)), QStringLiteral("settings.too-small"));
  QCOMPARE(codeOf(shop.catalog.setSetting(shop.anna, QStringLiteral("no.such"), 1)),
           QStringLiteral("settings.unknown"));
  QCOMPARE(codeOf(shop.catalog.setSetting(shop.anna, QStringLiteral("device.theme"), QStringLiteral("dark"))),
           QStringLiteral("settings.not-of-workspace"));
  // A limit that cannot be read must not silently become the default; one of another version decides nothing here.
  shop.run(QStringLiteral("INSERT INTO setting (key, value) VALUES ('of.another.version', '1')"));
  QVERIFY(shop.catalog.settings());
  shop.run(QStringLiteral("INSERT INTO setting (key, value) VALUES ('guardrail.confidence', 'high')"));
  QCOMPARE(codeOf(shop.catalog.settings()), QStringLiteral("settings.wrong-type"));
}

void TestCatalogStore::somebodyMustRemainDirector() {
  Shop shop;
  const User anna{QStringLiteral("anna"), {}, QStringLiteral("analyst"), false};
  QCOMPARE(codeOf(shop.catalog.putUser(shop.anna, anna)), QStringLiteral("catalog.last-director"));
  QVERIFY(shop.catalog.putUser(shop.anna, {QStringLiteral("bob"), {}, QStringLiteral("director"), false}));
  QVERIFY(shop.catalog.putUser(shop.anna, anna));
  QCOMPARE(shop.catalog.user(QStringLiteral("anna"))->role, QStringLiteral("analyst"));
  QCOMPARE(shop.catalog.users()->size(), 2u);
}

void TestCatalogStore::salesComeInOrderAndWhole() {
  Shop shop(3);
  shop.addSale(3, 14, 3'000'000);
  shop.addSale(1, 14, 2'490'000, QStringLiteral("2590000"), 400);
  shop.addSale(1, 7, 2'500'000);
  shop.addSale(1, 21, 2'510'000);
  const SalesPanel panel = *shop.catalog.loadSales(fromDayNumber(27)); // the week of day 21 is not over
  QCOMPARE(panel.listings(), 2u);
  QCOMPARE(panel.listingNo, (std::vector<int>{1, 3}));
  const auto first = panel.of(0);
  QCOMPARE(first.size(), 2u);
  QCOMPARE(first[0].day, 7);
  QCOMPARE(first[0].regularMicro, -1);
  QCOMPARE(first[0].inStockDays, qint8(-1));
  QCOMPARE(first[1].priceMicro, 2'490'000);
  QCOMPARE(first[1].regularMicro, 2'590'000);
  QCOMPARE(first[1].dealMilli, qint16(400));
  QCOMPARE(first[1].unitsMilli, 5000);
  QCOMPARE(panel.of(1).size(), 1u);
  QCOMPARE(shop.catalog.loadSales(fromDayNumber(28))->points.size(), 4u);
  QCOMPARE(shop.catalog.loadSales(fromDayNumber(0))->listings(), 0u);
}

void TestCatalogStore::datedRowsAreThoseInForce() {
  Shop shop(3);
  shop.run(QStringLiteral(
      "INSERT INTO cost (listing_no, kind, from_day, amount_micro, currency) VALUES "
      "(1, 'replacement', 10, 1111111, 'USD'), (1, 'replacement', 20, 1222222, 'USD'), "
      "(1, 'replacement', 30, 9999999, 'USD'), (1, 'accounting', 20, 5, 'USD'), (2, 'replacement', 31, 7, 'USD')"));
  const auto costs = *shop.catalog.costsInForce(fromDayNumber(29), CostKind::Replacement);
  QCOMPARE(costs.size(), 1u); // at most one a listing, none from the future
  QVERIFY(
      (costs[0] == DatedCost{1, CostKind::Replacement, fromDayNumber(20), {Decimal::fromMicros(1'222'222), shop.usd}}));
  shop.run(QStringLiteral("INSERT INTO stock (listing_no, day, on_hand_milli, in_stock_days) VALUES "
                          "(2, 5, 1000, NULL), (2, 6, 2000, 4), (2, 9, 3000, NULL)"));
  const auto stock = *shop.catalog.latestStock(fromDayNumber(8));
  QCOMPARE(stock.size(), 1u);
  QVERIFY((stock[0] == StockLevel{2, fromDayNumber(6), 2000, 4}));
  shop.run(QStringLiteral("INSERT INTO promotion (id, listing_no, from_day, to_day, price_minor) VALUES "
                          "('a', 1, 5, 9, 199), ('b', 1, 10, 12, NULL), ('c', 1, 20, 22, 150)"));
  QCOMPARE(shop.catalog.promotionsTouching(fromDayNumber(9), fromDayNumber(10))->size(), 2u);
  QCOMPARE(shop.catalog.promotionsTouching(fromDayNumber(13), fromDayNumber(19))->size(), 0u);
  shop.run(QStringLiteral("UPDATE cost SET currency = 'QQQ'"));
  QCOMPARE(codeOf(shop.catalog.costsInForce(fromDayNumber(29), CostKind::Replacement)),
           QStringLiteral("storage.corrupt"));
}

void TestCatalogStore::batchesGoTheirWay() {
  Shop shop;
  BatchStore& b = shop.batches;
  const Instant now = shop.clock.now(), release = now + std::chrono::seconds(60);
  PriceBatch batch;
  batch.name = QStringLiteral("January"), batch.owner = QStringLiteral("anna");
  batch.effectiveAt = batch.releaseAt = release;
  qint64 no = 0;
  const auto inside = [&](const std::function<Status(Transaction&)>& work) {
    Transaction in = *Transaction::begin(*shop.db);
    const Status done = work(in);
    if (done)
      Shop::must(in.commit());
    return done;
  };
  const auto become = [&](const char* state) {
    return inside([&](Transaction& in) { return b.setState(in, shop.anna, no, QLatin1String(state)); });
  };
  QVERIFY(inside([&](Transaction& in) -> Status {
    PW_TRY(no, b.create(in, shop.anna, batch));
    return {};
  }));
  QCOMPARE(b.batch(no)->state, QStringLiteral("scheduled"));
  QCOMPARE(b.batch(no)->createdAt, now);
  QCOMPARE((*b.openFor(QStringLiteral("anna")))->no, no);
  QVERIFY(!*b.openFor(QStringLiteral("bob")));
  QCOMPARE(b.due(release - Duration(1))->size(), 0u);
  QCOMPARE(b.due(release)->size(), 1u);
  const Instant later = release + std::chrono::hours(1);
  QVERIFY(inside([&](Transaction& in) { return b.setRelease(in, shop.anna, no, later); }));
  QCOMPARE(b.batch(no)->effectiveAt, later); // never in force before it is released
  QCOMPARE(b.due(release)->size(), 0u);
  QVERIFY(become("publishing"));
  QCOMPARE(b.due(now)->size(), 1u); // died on the way: due at once
  QVERIFY(!become("cancelled"));
  shop.clock.advance(std::chrono::hours(2));
  QVERIFY(become("published"));
  QCOMPARE(b.batch(no)->publishedAt, shop.clock.now());
  for (const char* state : {"scheduled", "publishing", "cancelled", "failed"})
    QCOMPARE(codeOf(become(state)), QStringLiteral("catalog.bad-batch-state"));
  QCOMPARE(codeOf(inside([&](Transaction& in) { return b.setRelease(in, shop.anna, no, later + Duration(1)); })),
           QStringLiteral("catalog.bad-batch-state"));
  QVERIFY(become("rolled_back"));
  QVERIFY(!become("published"));
  QCOMPARE(codeOf(b.batch(no + 1)), QStringLiteral("catalog.unknown-batch"));
  QCOMPARE(b.batches(10)->size(), 1u);
  const auto trail = *shop.journal.entriesFor(QStringLiteral("price_batch"), b.batch(no)->id.toString());
  QCOMPARE(trail.size(), 5u); // created, moved, publishing, published, rolled back
}

void TestCatalogStore::nothingIsHalfWritten() {
  Shop shop(1);
  const Trace before = traceOf(shop);
  shop.run(
      QStringLiteral("CREATE TEMP TRIGGER no_outbox BEFORE INSERT ON outbox BEGIN SELECT RAISE(ABORT, 'no'); END"));
  QVERIFY(!shop.catalog.putUser(shop.anna, {QStringLiteral("bob"), {}, QStringLiteral("analyst"), false}));
  QVERIFY(!shop.put(shop.price(1, 249, shop.clock.now())));
  QVERIFY(traceOf(shop) == before);
  QCOMPARE(shop.catalog.users()->size(), 1u);
  QCOMPARE(shop.count("SELECT count(*) FROM price"), 0);
  QVERIFY(!shop.db->inTransaction());
}

QTEST_GUILESS_MAIN(TestCatalogStore)
#include "tst_CatalogStore.moc"
