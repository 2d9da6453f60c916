// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Product feeds as XML, as tables and as JSON, good, odd and hostile.
#include "feeds/JsonFeed.h"
#include "feeds/Prisync.h"
#include "feeds/XmlFeed.h"
#include "support/ProcessorTime.h"

#include <QTemporaryDir>
#include <QTest>

#include <zlib.h>

using namespace pricewright;

namespace {

// What came of a text, and how it ended.
struct Came {
  std::vector<FeedItem> items;
  FeedReading how;
  std::optional<FeedIntake> intake;
  Status end;
  QString next;

  Came() { how.now = parseInstant(u"2026-03-02T09:00:00Z").value(); }
  FeedIntake& open() {
    intake.emplace(how, [this](const FeedItem& item) { items.push_back(item); });
    return *intake;
  }
  const FeedItem& operator[](std::size_t i) const { return items.at(i); }
  QString error() const { return end ? QString() : end.error().code; }
  QString price(std::size_t i) const { return items.at(i).price.value.toString(); }
};
std::unique_ptr<Came> xml(const QByteArray& bytes, const QString& country = {}) {
  auto came = std::make_unique<Came>();
  came->how.country = country;
  came->end = readXmlFeed(bytes, came->open());
  return came;
}
std::unique_ptr<Came> table(const QByteArray& bytes, const FeedColumns& columns = {}, const char* currency = "EUR") {
  auto came = std::make_unique<Came>();
  came->how.currency = QString::fromLatin1(currency);
  came->end = readTableFeed(bytes, columns, came->open());
  return came;
}
Result<FeedMapping> mapping(const QByteArray& json, FeedKind kind = FeedKind::Json) {
  return FeedMapping::parse(QJsonDocument::fromJson(json).object(), kind);
}
std::unique_ptr<Came> json(const QByteArray& bytes, const QByteArray& how) {
  auto came = std::make_unique<Came>();
  const FeedMapping m = mapping(how).value();
  came->how.currency = m.currency;
  const Result<JsonPage> page = readJsonPage(bytes, m, came->open());
  if (page)
    came->next = page->next;
  else
    came->end = page.error();
  return came;
}

QByteArray gzip(const QByteArray& bytes) {
  z_stream z{};
  deflateInit2(&z, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY);
  QByteArray in = bytes, out(qsizetype(deflateBound(&z, uLong(bytes.size()))), '\0');
  z.next_in = reinterpret_cast<Bytef*>(in.data()), z.avail_in = uInt(in.size());
  z.next_out = reinterpret_cast<Bytef*>(out.data()), z.avail_out = uInt(out.size());
  deflate(&z, Z_FINISH);
  out.resize(qsizetype(z.total_out));
  deflateEnd(&z);
  return out;
}

// moc takes two slashes in a raw string for a comment: they are written as references.
const QByteArray kRss = R"(<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:g="http:&#47;/base.google.com/ns/1.0"><channel><title>The shop</title><link>https:&#47;/shop.example/</link>
<item>
  <g:id>A 1</g:id><title>Plain</title><g:title><![CDATA[Orange juice & more]]></g:title>
  <description>&lt;p&gt;19.00&lt;/p&gt;</description>
  <link>https:&#47;/shop.example/a1</link><g:gtin>4006381333931</g:gtin><g:brand>Juicy</g:brand>
  <g:price>24.99 EUR</g:price><g:sale_price>19.99 EUR</g:sale_price>
  <g:sale_price_effective_date>2026-03-01T00:00+0000/2026-03-31T00:00+0000</g:sale_price_effective_date>
  <g:availability>in_stock</g:availability><g:condition>new</g:condition>
  <g:shipping><g:country>FR</g:country><g:price>9.90 EUR</g:price></g:shipping>
  <g:shipping><g:country>DE</g:country><g:service>Std</g:service><g:price>4.90 EUR</g:price></g:shipping>
</item>
<item><g:id>A2</g:id><g:price>call us</g:price></item>
<item><g:id>A3</g:id><g:price>5.00 EUR</g:price><g:availability>out of stock</g:availability></item>
</channel></rss>)";

} // namespace

class FeedReadersTest : public QObject {
  Q_OBJECT
 private slots:
  void rssWithGooglesNames() {
    const auto came = xml(kRss, QStringLiteral("DE"));
    QCOMPARE(came->error(), QString());
    QCOMPARE(came->items.size(), std::size_t(2));
    const FeedItem& a = (*came)[0];
    QCOMPARE(a[FeedField::Id], QStringLiteral("A 1"));
    QCOMPARE(a[FeedField::Title], QStringLiteral("Orange juice & more"));
    QCOMPARE(a[FeedField::Url], QStringLiteral("https://shop.example/a1"));
    QCOMPARE(a[FeedField::Gtin], QStringLiteral("4006381333931"));
    QCOMPARE(came->price(0), QStringLiteral("19.99"));
    QCOMPARE(a.listPrice->value.toString(), QStringLiteral("24.99"));
    QCOMPARE(a.shipping->toString(), QStringLiteral("4.9"));
    QCOMPARE(a.inStock, std::optional(true));
    QCOMPARE((*came)[1].inStock, std::optional(false));
    QCOMPARE(came->intake->counts().unreadable, 1);
    QCOMPARE(came->intake->counts().first[0].position, 2);
    QCOMPARE(came->intake->counts().first[0].id, QStringLiteral("A2"));
    QCOMPARE(xml(kRss)->items[0].shipping->toString(), QStringLiteral("9.9")); // the first one
    QCOMPARE(xml(gzip(kRss))->items.size(), std::size_t(2));
  }

  void atomAndOtherPrefixes() {
    const auto came =
        xml("<feed xmlns='http://www.w3.org/2005/Atom' xmlns:m='http://base.google.com/ns/1.0'><title>x</title><entry>"
            "<m:id>1</m:id><link rel='self' href='https://no.example/'/><link href='https://a.example/1'/>"
            "<updated>2020-01-01T00:00:00Z</updated><m:price>7 USD</m:price></entry></feed>");
    QCOMPARE(came->error(), QString());
    QCOMPARE((*came)[0][FeedField::Url], QStringLiteral("https://a.example/1"));
    QVERIFY(!(*came)[0].observedAt); // when an entry was edited is not when its price was seen
    const auto undeclared = xml("<rss><channel><item><g:id>1</g:id><g:price>7 USD</g:price></item></channel></rss>");
    QCOMPARE(undeclared->items.size(), std::size_t(1));
    const auto bare =
        xml("<rss><channel><item><id>1</id><price>7 USD</price><x:price>8 USD</x:price></item></channel></rss>");
    QCOMPARE(bare->price(0), QStringLiteral("7"));
  }

  // What came before the break is kept.
  void brokenXml_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<int>("items");
    const QByteArray head = "<rss><channel><item><g:id>1</g:id><g:price>7 USD</g:price></item>";
    QTest::newRow("cut") << head + "<item><g:id>2" << QStringLiteral("feed.broken-xml") << 1;
    QTest::newRow("empty") << QByteArray() << QStringLiteral("feed.broken-xml") << 0;
    QTest::newRow("html") << QByteArray("<html><body>Sign in</body></html>") << QStringLiteral("feed.not-a-feed") << 0;
    QTest::newRow("text") << QByteArray("id;price\n1;2\n") << QStringLiteral("feed.broken-xml") << 0;
    QTest::newRow("entities")
        << QByteArray("<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]><rss><channel>"
                      "<item><g:id>&b;</g:id></item></channel></rss>")
        << QStringLiteral("feed.dtd") << 0;
    QTest::newRow("file") << QByteArray("<!DOCTYPE rss [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><rss><channel><item>"
                                        "<g:id>&a;</g:id></item></channel></rss>")
                          << QStringLiteral("feed.dtd") << 0;
    QTest::newRow("unknown entity") << head + "<item><g:id>&bomb;</g:id></item></channel></rss>"
                                    << QStringLiteral("feed.broken-xml") << 1;
    QTest::newRow("known entity") << head +
                                         "<item><g:id>2&nbsp;</g:id><g:price>5&euro;</g:price></item></channel></rss>"
                                  << QString() << 2;
    QTest::newRow("deep") << "<rss>" + QByteArray("<a>").repeated(100'000) << QStringLiteral("feed.broken-xml") << 0;
    QTest::newRow("torn gzip") << gzip(kRss).chopped(20) << QStringLiteral("feed.damaged") << 0;
    QTest::newRow("no items") << QByteArray("<rss version=\"2.0\"><channel/></rss>") << QString() << 0;
  }
  void brokenXml() {
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, wanted);
    QFETCH(const int, items);
    const auto came = xml(bytes);
    QCOMPARE(came->error(), wanted);
    QCOMPARE(int(came->items.size()), items);
  }

  // A million attributes in one tag would keep the parser for hours.
  void hostileXmlTakesNoTime() {
    QByteArray tag = "<rss a=\"";
    for (int i = 0; i < 200'000; ++i)
      tag += "\" b" + QByteArray::number(i) + "=\"";
    const test::ProcessorTime timer;
    QCOMPARE(xml(tag + "\"></rss>")->error(), QStringLiteral("feed.broken-xml"));
    QCOMPARE(xml("<rss><a " + QByteArray("x ").repeated(100'000) + "/></rss>")->error(),
             QStringLiteral("feed.broken-xml"));
    QVERIFY(timer.elapsed() < 5'000);
  }

  void bombsAndLimits() {
    Came came;
    came.how.limits.bytes = 1'000'000;
    FeedIntake& intake = came.open();
    const QByteArray bomb = gzip(QByteArray(50'000'000, ' '));
    QVERIFY(bomb.size() < 100'000);
    QCOMPARE(readXmlFeed(bomb, intake).error().code, QStringLiteral("feed.too-large"));
    QCOMPARE(readTableFeed(bomb, {}, intake).error().code, QStringLiteral("feed.too-large"));
    QCOMPARE(readTableFeed(QByteArray(1'000'001, 'x'), {}, intake).error().code, QStringLiteral("feed.too-large"));
    const QByteArray longText = "<rss><channel><item><g:id>1</g:id><g:title>" + QByteArray(20'000, 'x') +
                                "</g:title><g:price>1 EUR</g:price></item></channel></rss>";
    QCOMPARE(xml(longText)->intake->counts().reasons.value(QStringLiteral("feed.field-too-long")), 1);
    const QByteArray description = "<rss><channel><item><g:id>1</g:id><description>" + QByteArray(20'000, 'x') +
                                   "</description><g:price>1 EUR</g:price></item></channel></rss>";
    QCOMPARE(xml(description)->items.size(), std::size_t(1)); // nobody reads it
  }

  void tablesOfAllKinds_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("google tsv") << QByteArray("id\ttitle\tlink\tprice\tavailability\tgtin\n"
                                              "A1\tJuice\thttps://a.example/1\t1299.00 EUR\tin_stock\t4006381333931\n"
                                              "A2\tTea\thttps://a.example/2\t2.50 EUR\tpreorder\t\n");
    QTest::newRow("german csv") << QByteArray("Artikelnummer;Titel;Preis;EAN;Lager\nA1;Juice;1.299,00;4006381333931;\n"
                                              "A2;Tea;2,50;;\n");
    QTest::newRow("quoted, mark, crlf") << QByteArray(
        "\xEF\xBB\xBF\"SKU\",\"Name\",\"Price\"\r\n\"A1\",\"Ju\"\"ice\",1299\r\n"
        "A2,\"Tea, green\",2.50\r\n");
    QTest::newRow("gzip") << gzip("sku|price|currency\nA1|1299.00|EUR\nA2|2.5|EUR\n");
    QTest::newRow("three digits, told by the column") << QByteArray("id,price\nA1,1299.00\nA2,2.500\n");
    QByteArray wide("\xFF\xFE");
    for (const char c : QByteArray("id;price\nA1;1299\nA2;2,50\n"))
      wide += c, wide += '\0';
    QTest::newRow("utf-16") << wide;
  }
  void tablesOfAllKinds() {
    QFETCH(const QByteArray, bytes);
    const auto came = table(bytes);
    QCOMPARE(came->error(), QString());
    QCOMPARE(came->items.size(), std::size_t(2));
    QCOMPARE((*came)[0][FeedField::Id], QStringLiteral("A1"));
    QCOMPARE(came->price(0), QStringLiteral("1299"));
    QCOMPARE(came->price(1), QStringLiteral("2.5"));
    QCOMPARE((*came)[0].price.currency.code(), QStringLiteral("EUR"));
  }

  void oddTables() {
    QCOMPARE(table("name,colour\nx,red\n")->end.error().arguments.value(QStringLiteral("missing")),
             QStringLiteral("price"));
    QCOMPARE(table("price,colour\n1,red\n")->end.error().arguments.value(QStringLiteral("missing")),
             QStringLiteral("id"));
    QCOMPARE(table("")->error(), QStringLiteral("import.empty"));
    QCOMPARE(table("PK\x03\x04 and so on")->error(), QStringLiteral("import.not-text"));
    const auto rows = table("id,price\nA1,1.50\n,2.50\n\"A3,3.50\nA4,4.50\nA5\nA1,1.50\n");
    QCOMPARE(rows->error(), QString());
    QCOMPARE(rows->items.size(), std::size_t(3));
    QCOMPARE(rows->intake->counts().reasons.value(QStringLiteral("feed.bad-row")), 1);
    QCOMPARE(rows->intake->counts().first[0].position, 3); // the line
    const auto named = table("what;wieviel\nA1;3,95\n",
                             {{FeedField::Id, QStringLiteral("what")}, {FeedField::Price, QStringLiteral("wieviel")}});
    QCOMPARE(named->price(0), QStringLiteral("3.95"));
    const auto shipped = table("id\tprice\tshipping(country:region:service:price)\n"
                               "1\t5.00 EUR\tUS::Std:6.50 EUR,DE:::4,90 EUR\n");
    QCOMPARE((*shipped)[0].shipping->toString(), QStringLiteral("6.5"));
    Came german;
    german.how.country = QStringLiteral("DE");
    QVERIFY(readTableFeed(QByteArray("id\tprice\tshipping\n1\t5.00 EUR\tUS::Std:6.50 EUR,DE:::4,90 EUR\n"), {},
                          german.open()));
    QCOMPARE(german[0].shipping->toString(), QStringLiteral("4.9"));
    Came many;
    many.how.limits.items = 5;
    QCOMPARE(readTableFeed("id,price\n" + QByteArray("\"a,1\n").repeated(50), {}, many.open()).error().code,
             QStringLiteral("feed.too-many-items"));
    const auto both = table("sku,id,price\nX,A1,1.00\n");
    QCOMPARE((*both)[0][FeedField::Id], QStringLiteral("A1"));
  }

  void jsonByPointers() {
    const QByteArray how = R"({"items": "/data/rows", "next": {"url": "/data/next"}, "constants": {"currency": "EUR"},
      "fields": {"id": "/a~1b", "price": "/offers/0/price", "gtin": "/codes", "our_code": "/m~0n", "availability": "/ok"}})";
    const auto came = json(R"({"data": {"next": "/p/2", "rows": [
      {"a/b": 17, "offers": [{"price": 1.299}], "codes": ["4006381333931", "x"], "m~n": "SKU", "ok": true},
      {"a/b": "18", "offers": [{"price": "19,99"}], "ok": null}, {"a/b": "19", "offers": []}, 7, null,
      {"a/b": "20", "offers": [{"price": 1.5e1}]}, {"a/b": "21", "offers": [{"price": 0.1}]}]}})",
                           how);
    QCOMPARE(came->error(), QString());
    QCOMPARE(came->next, QStringLiteral("/p/2"));
    QCOMPARE(came->items.size(), std::size_t(4));
    QCOMPARE(came->price(0), QStringLiteral("1.299")); // a number's dot is no group
    QCOMPARE((*came)[0][FeedField::Gtin], QStringLiteral("4006381333931"));
    QCOMPARE((*came)[0][FeedField::OurCode], QStringLiteral("SKU"));
    QCOMPARE(came->price(1), QStringLiteral("19.99"));
    QCOMPARE(came->price(2), QStringLiteral("15"));
    QCOMPARE(came->price(3), QStringLiteral("0.1"));
    QCOMPARE(came->intake->counts().unreadable, 3);
    QCOMPARE(json("{\"data\": 1}", how)->error(), QStringLiteral("feed.no-items"));
    QCOMPARE(json("<html>", how)->error(), QStringLiteral("feed.bad-json"));
    QCOMPARE(json("{\"data\": {\"rows\": [", how)->error(), QStringLiteral("feed.bad-json"));
    QCOMPARE(json("", how)->error(), QStringLiteral("feed.bad-json"));
    QCOMPARE(json("[{\"id\":1,\"p\":2}]", R"({"fields":{"id":"/id","price":"/p"},"constants":{"currency":"USD"}})")
                 ->price(0),
             QStringLiteral("2"));
  }

  // Rows that came whole are kept; the one in which it broke off is none, though it has a price already.
  void jsonThatBreaksOffKeepsItsWholeRows() {
    const QByteArray how = R"({"items": "/data/rows", "constants": {"currency": "EUR"},
      "fields": {"id": "/id", "price": "/offers/0/price"}})";
    const QByteArray whole =
        "{\"data\": {\"tags\": [1, 2], \"rows\": [\n {\"id\": 1, \"offers\": [{\"price\": 2.5}]},\n "
        "{\"id\": 2, \"offers\": [{\"price\": 3.5}, {\"price\": 4}], \"x\": 7}\n]}}";
    QCOMPARE(json(whole, how)->items.size(), std::size_t(2));
    const qsizetype first = whole.indexOf("}]},") + 3, second = whole.indexOf("7}") + 2;
    for (qsizetype cut = 1; cut < whole.size(); ++cut) {
      const auto came = json(whole.first(cut), how);
      QCOMPARE(came->error(), QStringLiteral("feed.bad-json"));
      QCOMPARE(came->items.size(), std::size_t(cut >= second ? 2 : cut >= first ? 1 : 0));
    }
    const auto came = json(whole.first(second - 4) + "?" + whole.mid(second - 3), how);
    QCOMPARE(came->items.size(), std::size_t(1));
    const Error error = came->end.error();
    QCOMPARE(error.arguments.value(QStringLiteral("rows")), QStringLiteral("1"));
    QCOMPARE(error.arguments.value(QStringLiteral("line")), QStringLiteral("3"));
    QCOMPARE(error.arguments.value(QStringLiteral("offset")), QString::number(second - 4));
    QVERIFY(json("[{\"id\": 1, \"offers\": [{\"price\": 1}]}, {\"id\": 2",
                 R"({"fields":{"id":"/id","price":"/offers/0/price"},
      "constants":{"currency":"EUR"}})")
                ->price(0) == u"1");
  }

  void mappingsThatAreNone_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("where");
    const auto add = [](const char* text, const char* where) {
      QTest::addRow("%s", text) << QByteArray(text) << QString::fromLatin1(where);
    };
    add(R"({})", "fields");
    add(R"({"fields": {"price": "/p"}, "itms": "/x"})", "itms");
    add(R"({"fields": {"price": "p"}})", "fields.price");
    add(R"({"fields": {"price": "/a~2"}})", "fields.price");
    add(R"({"fields": {"prize": "/a"}})", "fields.prize");
    add(R"({"fields": {"price": 7}})", "fields.price");
    add(R"({"fields": {"price": "/p"}, "items": ["x"]})", "items");
    add(R"({"fields": {"price": "/p"}, "next": {"page": "p", "offset": "o"}})", "next");
    add(R"({"fields": {"price": "/p"}, "next": {"token": "/t"}})", "next");
    add(R"({"fields": {"price": "/p"}, "next": {"page": "p", "from": -1}})", "next.from");
    add(R"({"fields": {"price": "/p"}, "constants": {"currency": "EURO"}})", "constants.currency");
    add(R"({"fields": {"price": "/p"}, "decimal_mark": ";"})", "decimal_mark");
    add(R"({"fields": {"price": "/p"}, "auth": {"header": "X-Key\r\nHost: x"}})", "auth");
    add(R"({"fields": {"price": "/p"}, "auth": {"header": "X", "prefix": "a\nb"}})", "auth.prefix");
    add(R"({"fields": {"price": "/p"}, "auth": {"header": "X", "parameter": "y"}})", "auth");
    add(R"({"fields": {"price": "/p"}, "files": "a/b.csv"})", "files");
  }
  void mappingsThatAreNone() {
    QFETCH(const QByteArray, text);
    QFETCH(const QString, where);
    const Result<FeedMapping> read = mapping(text);
    QVERIFY(!read);
    QCOMPARE(read.error().code, QStringLiteral("feed.bad-mapping"));
    QCOMPARE(read.error().arguments.value(QStringLiteral("where")), where);
  }

  void prisyncsAnswers() {
    Came came;
    FeedIntake& intake = came.open();
    const auto list = readPrisyncList(R"({"results": [{"id": "7", "name": "Juice", "product_code": "SKU-01",
      "barcode": null, "brand": {"id": 3, "name": "Juicy"}, "urls": [101, "102", null]}, {"id": 8}],
      "nextURL": "/api/v2/list/product/startFrom/100"})",
                                      intake);
    QVERIFY(list);
    QCOMPARE(list->next, QStringLiteral("/api/v2/list/product/startFrom/100"));
    QCOMPARE(list->products[0].urls, QStringList({QStringLiteral("101"), QStringLiteral("102")}));
    QVERIFY(!list->products[1].knowsUrls);
    QVERIFY(readPrisyncUrl(R"({"id": "101", "url": "https:\/\/www.rival.example\/juice", "price": "1299.50",
      "currency": "EUR", "stock": true})",
                           list->products[0], intake));
    QCOMPARE(came.price(0), QStringLiteral("1299.5"));
    QCOMPARE(came[0][FeedField::OurCode], QStringLiteral("SKU-01"));
    QCOMPARE(came[0][FeedField::Seller], QStringLiteral("rival.example"));
    QCOMPARE(came[0][FeedField::Brand], QStringLiteral("Juicy"));
    QCOMPARE(came[0].inStock, std::optional(true));
    QVERIFY(readPrisyncUrl(R"({"id": 102, "url": "https:\/\/b.example\/", "price": null, "stock": false})",
                           list->products[0], intake));
    QCOMPARE(intake.counts().reasons.value(QStringLiteral("feed.no-price")), 1);
    PrisyncProduct detail;
    QVERIFY(readPrisyncProduct(R"({"id": 8, "product_code": "S8", "urls": [{"id": 5}, {"id": 6, "price": 2.5,
      "currency": "USD", "url": "https:\/\/c.example\/x"}]})",
                               detail, intake));
    QCOMPARE(detail.urls, QStringList{QStringLiteral("5")});
    QCOMPARE(came.price(1), QStringLiteral("2.5"));
    Came summed;
    summed.how.currency = QStringLiteral("USD");
    QVERIFY(
        readPrisyncList(R"({"results": [{"id": 7, "product_code": "S7", "summary": {"rival.example": {"price": "3.10",
      "stock": true}, "b.example": {"price": null}, "c.example": null}}], "nextURL": null})",
                        summed.open()));
    QCOMPARE(summed.items.size(), std::size_t(1));
    QCOMPARE(summed[0][FeedField::Id], QStringLiteral("7@rival.example"));
    QCOMPARE(summed[0][FeedField::Seller], QStringLiteral("rival.example"));
  }

  void manyRowsAreRead() {
    constexpr int kMany = 100'000;
    QByteArray rows = "id\ttitle\tprice\n", items = "<rss><channel>", array = "[";
    for (int i = 0; i < kMany; ++i) {
      const QByteArray n = QByteArray::number(i);
      rows += n + "\tJuice " + n + "\t19.99 EUR\n";
      items += "<item><g:id>" + n + "</g:id><g:price>19.99 EUR</g:price></item>";
      array += (i ? ",{\"id\":" : "{\"id\":") + n + ",\"price\":19.99}";
    }
    const auto fromTable = table(rows);
    const auto fromXml = xml(items + "</channel></rss>");
    const auto fromJson =
        json(array + "]", R"({"fields":{"id":"/id","price":"/price"},"constants":{"currency":"EUR"}})");
    for (const auto* came : {fromTable.get(), fromXml.get(), fromJson.get()}) {
      QCOMPARE(came->error(), QString());
      QCOMPARE(came->items.size(), std::size_t(kMany));
    }
  }
};

QTEST_GUILESS_MAIN(FeedReadersTest)
#include "tst_FeedReaders.moc"
