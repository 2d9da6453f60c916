// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extraction/ProductPage.h"

#include "extraction/StructuredFacts.h"
#include "support/ProcessorTime.h"

#include <QTest>

using namespace pricewright;

namespace {
using F = ProductField;
ProductPage read(const QByteArray& body, const char* url = "https://shop.example.com/p/kettle-4711",
                 const std::vector<RecipeField>& recipe = {}) {
  return extractProduct({body, QString::fromLatin1(url), QStringLiteral("text/html; charset=utf-8")}, recipe);
}
// A page as shops make them, with the part in question in its middle.
QByteArray shop(const QByteArray& middle, const QByteArray& head = {}) {
  return "<html lang=en><head><title>Steel Kettle 1.7 l - Shop</title>" + head +
         "</head><body><header><a href=/>Shop</a> <span class=minicart>0 items $0.00</span></header><div class=product>"
         "<h1>Steel Kettle 1.7 l</h1>" +
         middle + "</div><footer>All prices in USD</footer></body></html>";
}
QByteArray ld(const char* json) {
  return "<script type='application/ld+json'>" + QByteArray(json).replace('`', '"') + "</script>";
}
QByteArray offer(const char* price) {
  return "{`@type`:`Product`,`name`:`Steel Kettle 1.7 l`,`sku`:`K-17`,`gtin13`:`4006381333931`,`brand`:{`name`:`Hot`},"
         "`offers`:{`@type`:`Offer`,`price`:`" +
         QByteArray(price) +
         "`,`priceCurrency`:`EUR`,`availability`:`http://schema.org/InStock`,`itemCondition`:`NewCondition`}}";
}
const QByteArray kBuy = "<button>Add to cart</button>";
void row(const char* name, const QByteArray& page, const char* price, const char* list = "", const char* why = "") {
  QTest::newRow(name) << page << QString::fromLatin1(price) << QString::fromLatin1(list) << QString::fromLatin1(why);
}
void addMachineRows() {
  row("JSON-LD", shop(ld(offer("39.90")) + "<p>39,90 €</p>"), "39.9");
  row("JSON-LD that nobody sees", shop(ld(offer("39.90"))), "39.9");
  row("JSON-LD in a graph", shop(ld("{`@graph`:[{`@type`:`WebPage`}," + offer("39.90") + "]}") + "<p>39,90 €</p>"),
      "39.9");
  row("an old JSON-LD",
      shop(ld(offer("49.90")) + "<div class=price-box><del>49.90 €</del> <b class=price-now>39.90 €</b></div>" + kBuy),
      "39.9", "49.9");
  row("a range of offers",
      shop(ld("{`@type`:`Product`,`name`:`Steel Kettle`,`offers`:{`@type`:`AggregateOffer`,`lowPrice`:`5`,"
              "`highPrice`:`9`,`priceCurrency`:`EUR`}}") +
           "from 5 €"),
      "5");
  row("a specification",
      shop(ld("{`@type`:`Product`,`name`:`Steel "
              "Kettle`,`offers`:{`priceSpecification`:[{`price`:20,`priceCurrency`:`EUR`,"
              "`priceType`:`ListPrice`},{`price`:15,`priceCurrency`:`EUR`}]}}") +
           "15 €"),
      "15", "20");
  row("another product's",
      shop(ld("{`@type`:`ItemList`,`itemListElement`:[{`@type`:`Product`,`name`:`Pan`,`offers`:{`price`:7}}]}") +
           "<p class=price>$12.50</p>" + kBuy),
      "12.5");
  row("JSON-LD that is escaped for HTML", shop(ld(offer("39.90").replace("`", "&quot;").constData())), "39.9");
  row("an amount of money",
      shop(ld("{`@type`:`Product`,`name`:`Steel Kettle`,`offers`:{`price`:{`value`:15,`currency`:`EUR`}}}")), "15");
  row("microdata",
      shop("<div itemscope itemtype='http://schema.org/Product'><b itemprop=name>Steel Kettle</b><div "
           "itemprop=offers itemscope "
           "itemtype='http://schema.org/Offer'><meta itemprop=priceCurrency content=USD><b itemprop=price "
           "content='12.50'>$12.50</b>"),
      "12.5");
  row("RDFa",
      shop("<div vocab='http://schema.org/' typeof=Product><b property=name>Steel Kettle</b><p property=offers "
           "typeof=Offer>"
           "<b property=price content='12.50'>$12.50</b></p></div>"),
      "12.5");
  row("OpenGraph",
      shop("$12.50", "<meta property='product:price:amount' content='12.50'><meta property='product:price:currency' "
                     "content=USD>"),
      "12.5");
}
void addVisibleRows() {
  row("state",
      shop("<script>window.__STATE__ = {\"product\":{\"name\":\"Steel Kettle 1.7 "
           "l\",\"price\":12.5,\"currency\":\"USD\"}};</script>"),
      "12.5");
  row("visible", shop("<p class=price>$12.50</p>" + kBuy), "12.5");
  row("two struck", shop("<p><s>$20.00</s> <b class=price>$12.50</b></p>" + kBuy), "12.5", "20");
  row("was and now", shop("<p>Was $20.00</p><p>Now $12.50</p>" + kBuy), "12.5", "20");
  row("UVP", shop("<p>UVP 24,99 €</p><p class=price>19,99 €</p>" + kBuy), "19.99", "24.99");
  row("raised cents", shop("<p class=price>$<span>12</span><sup>50</sup></p>" + kBuy), "12.5");
  row("the mark apart", shop("<p class=price><span>12</span><span>,</span><span>50</span> <span>€</span></p>" + kBuy),
      "12.5");
  row("a percentage tells", shop("<div><b>€ 17,10</b> <span>€ 18,00</span> <i>-5%</i></div>" + kBuy), "17.1", "18");
}
void addDistractedRows() {
  row("per unit beside", shop("<p class=price>$12.50</p><p class=unit-price>$2.50 / 100 g</p>" + kBuy), "12.5");
  row("instalments beside", shop("<p class=price>$120.00</p><p>or 12 monthly payments of $10.00</p>" + kBuy), "120");
  row("shipping beside", shop("<p class=price>$12.50</p><p>Shipping: $4.95</p>" + kBuy), "12.5");
  row("price and shipping in one text", shop("<p>$12.50 + $4.95 shipping</p>" + kBuy), "12.5");
  row("shipping within the price's element",
      shop("<div class=price>12,50 € <small>inkl. MwSt., zzgl. <a href=/v>4,95 € Versand</a></small></div>" + kBuy),
      "12.5");
  row("a price that is sent for nothing", shop("<p class=price>$12.50 with free shipping</p>" + kBuy), "12.5");
  row("a fee that comes with it",
      shop("<div><b>Pay in full</b><span class=price>$599.00</span></div><p>Activation fee $30</p>"), "599");
  row("what comes on top", shop("<p class=price>$12.50</p><p class=price>+ $9.00</p>" + kBuy), "12.5");
  row("saving beside", shop("<p class=price>$12.50</p><p>You save $7.50</p>" + kBuy), "12.5");
  row("other products",
      shop("<p class=price>$12.50</p>" + kBuy + "<div class=related>" +
           QByteArray("<div class=card><a href=/p/other-thing><img src=x>Other thing</a><b class=price>$9.99</b></div>")
               .repeated(6) +
           "</div>"),
      "12.5");
}
void addRefusedRows() {
  row("call for price", shop("<p class=price>Call for price</p>"), "", "", "call-for-price");
  row("a price in a picture", shop("<img src=price.png alt=''>"), "", "", "no-price");
  row("nothing to pay", shop("<p class=price>$0.00</p>" + kBuy), "", "", "no-price");
  for (const char* shipping : {"<p>+ $4.95 shipping</p>", "<b class=price>+ $4.95 shipping</b>",
                               "<b class=price>+$4.95 S&amp;H</b>", "<p>Versand 4,95 €</p>",
                               "<p>zzgl. Versand: <b class=price>4,95 €</b></p>", "<p>Postage &amp; packing £2.99</p>"})
    row(shipping, shop(shipping + kBuy), "", "", "no-price");
  const QByteArray prose = QByteArray("We looked at the numbers for months and thought about what to do. ").repeated(4);
  const auto article = [&](const char* name, const QByteArray& body, const char* head = "") {
    row(name, "<html><head><title>Notes</title>" + QByteArray(head) + "</head><body>" + body + "</body></html>", "", "",
        "no-price");
  };
  article("a sum in an article",
          "<article><h1>Our new kitchen</h1><p>" + prose + "It cost us $500 in all.</p></article>");
  article("a sum in a sentence",
          "<h1>Our year</h1><p>In 2019 we sold our first lamp for 12.50 € to a friend.</p>" + prose);
  article("a sum on a page", "<h1>Our new kitchen</h1><p>" + prose + "We paid <b>$500</b> for it. " + prose + "</p>");
  article("a table of sums", "<h1>Our year</h1><p>" + prose + "</p><table><tr><td>Rent</td><td>$900</td></tr></table>",
          "<meta property='og:type' content=article>");
  article("a heading that is a sum",
          "<article><h1>Taxes</h1><p>" + prose + "</p><h2>$20</h2><p>" + prose + "</p></article>");
  row("script only", "<html><body><div id=root></div><script src=app.js></script></body></html>", "", "",
      "script-only-page");
  row("sends on", "<html><head><meta http-equiv=Refresh content='0; URL=/shop/p1'><script>x</script></head></html>", "",
      "", "redirect-page");
  row("a product that renews itself",
      "<html><head><meta http-equiv=refresh content=300></head><body><h1>Lamp</h1>"
      "<span class=price>12,50 €</span><button>In den Warenkorb</button></body></html>",
      "12.5");
  row("a PDF", "%PDF-1.7\n1 0 obj <</Title (Lamp 12,50 €)>> endobj", "", "", "pdf-page");
  row("captcha", "<html><title>Just a moment...</title><body>Checking your browser before accessing</body></html>", "",
      "", "blocked-page");
  row("access denied", "<html><title>Access Denied</title><body><h1>Access Denied</h1>Reference #18</body></html>", "",
      "", "blocked-page");
  row("gone", "<html><title>404 - Page not found</title><body><h1>Oops, page not found</h1></body></html>", "", "",
      "not-found-page");
  row("empty", "", "", "", "empty-page");
  row("binary", QByteArray("\x89PNG\r\n\x1a\n\0\0\0", 11) + QByteArray(5000, '\x9c'), "", "", "no-price");
  row("JSON-LD with null",
      shop(ld("null") + ld("{`@type`:`Product`,`name`:null,`offers`:null}") + "<p class=price>$12.50</p>" + kBuy),
      "12.5");
}
} // namespace

// The price of a page is what people there pay, or there is none and it is said why.
class TestProductPage : public QObject {
  Q_OBJECT
 private slots:
  void prices_data() {
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<QString>("price");
    QTest::addColumn<QString>("listPrice");
    QTest::addColumn<QString>("why");
    addMachineRows();
    addVisibleRows();
    addDistractedRows();
    addRefusedRows();
  }
  void prices() {
    QFETCH(QByteArray, page);
    const ProductPage found = read(page);
    QTEST(found[F::Price].value, "price");
    QTEST(found[F::ListPrice].value, "listPrice");
    QTEST(found.why, "why");
    QVERIFY(found[F::Price].isKnown() == found.why.isEmpty());
  }

  void theOtherFields() {
    const ProductPage p = read(shop(ld(offer("39.90")) + "<p>39,90 €</p><p>Shipping: 4,95 €</p>" + kBuy,
                                    "<link rel=canonical href='https://shop.example.com/p/kettle'>"));
    QCOMPARE(p[F::Currency].value, QStringLiteral("EUR"));
    QCOMPARE(p[F::Availability].value, QStringLiteral("InStock"));
    QCOMPARE(p[F::Sku].value, QStringLiteral("K-17"));
    QCOMPARE(p[F::Gtin].value, QStringLiteral("4006381333931"));
    QCOMPARE(p[F::Brand].value, QStringLiteral("Hot"));
    QCOMPARE(p[F::Name].value, QStringLiteral("Steel Kettle 1.7 l"));
    QCOMPARE(p[F::Condition].value, QStringLiteral("New"));
    QCOMPARE(p[F::Shipping].value, QStringLiteral("4.95"));
    QCOMPARE(p[F::Url].value, QStringLiteral("https://shop.example.com/p/kettle"));
    const QJsonObject json = toJson(p);
    QCOMPARE(json.keys().size(), 16);
    const QJsonObject price = json[QStringLiteral("price")].toObject();
    QCOMPARE(price[QStringLiteral("value")].toString(), QStringLiteral("39.9"));
    QCOMPARE(price[QStringLiteral("source")].toString(), QStringLiteral("json-ld"));
    QCOMPARE(price[QStringLiteral("evidence")].toObject()[QStringLiteral("pointer")].toString(),
             QStringLiteral("/offers/price"));
    QVERIFY(price[QStringLiteral("confidence")].toDouble() > 0.7);
    QVERIFY(json[QStringLiteral("seller")].isNull());
  }
  void whatIsSaidIsShown_data() {
    QTest::addColumn<QByteArray>("page");
    QTest::newRow("nothing but a price") << shop("<p class=price>$12.50</p>");
    QTest::newRow("a price without a currency") << shop("<p class=price>12.50</p>" + kBuy);
    QTest::newRow("JSON-LD") << shop(ld(offer("39.90")) + "<p>39,90 €</p><p>Shipping: 4,95 €</p>");
    QTest::newRow("kuna") << shop("<p class=price>12,50 kn</p>" + kBuy);
    QTest::newRow("OpenGraph") << shop(
        "$5", "<meta property='og:price:amount' content='5.00'><meta property='og:availability' content=instock>");
  }
  void whatIsSaidIsShown() {
    QFETCH(QByteArray, page);
    const ProductPage p = read(page, "https://shop.com.au/p/kettle-4711");
    QVERIFY(p[F::Price].isKnown() && p[F::Availability].isKnown() && p[F::Currency].isKnown());
    for (std::size_t i = 0; i < p.fields.size(); ++i)
      if (const FieldValue& field = p.fields[i]; field.isKnown())
        QVERIFY2(!field.snippet.isEmpty() && field.confidence > 0, qPrintable(fieldName(static_cast<F>(i))));
    QVERIFY(!p[F::Availability].selector.isEmpty() && !p[F::Currency].selector.isEmpty());
  }
  // What is asked, but not for the product, of everybody, today: it is said, so that it is held.
  void pricesOfAnotherNatureAreMarked_data() {
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<QString>("flag");
    const auto add = [](const char* name, const QByteArray& middle, const char* flag) {
      QTest::newRow(name) << shop(middle) << QString::fromLatin1(flag);
    };
    const char* bid = "auction-price";
    add("a bid",
        "<div>Current bid</div><span class=price>$12.00</span><p>7 bids · 2d left</p><button>Place bid</button>", bid);
    add("a first bid", "<p>Starting bid: <b class=price>$1.00</b></p><button>Place bid</button>", bid);
    add("a German bid", "<div>Aktuelles Gebot</div><b class=price>EUR 3,10</b><p>5 Gebote</p><button>Bieten</button>",
        bid);
    add("a button alone", "<b class=price>EUR 3,10</b><button>Bieten</button>", bid);
    add("a Polish bid", "<p>Cena wywoławcza <b class=price>31,00 zł</b></p><button>Licytuj</button>", bid);
    add("to buy beside an auction",
        "<p>Buy it now <b class=price>$20.00</b></p><button>Buy it now</button><p>Or bid in "
        "our other auctions: no bids yet</p>",
        "");
    add("a day", "<b class=price>$29.00</b> <span>per day rental</span><button>Book now</button>", "rental-price");
    add("ein Tag", "<p>Mietpreis <b class=price>29,00 €</b> pro Tag</p><button>Jetzt mieten</button>", "rental-price");
    add("un jour", "<b class=price>29,00 €</b><span> / jour · location</span> <span>par jour</span>", "rental-price");
    add("a lease", "<b class=price>$299</b><span>/month lease, 36 months, $2,999 due</span><button>Apply</button>",
        "monthly-price");
    const QByteArray told =
        "<script type=\"application/ld+json\">{\"@type\":\"Product\",\"name\":\"Kettle\",\"offers\":{"
        "\"@type\":\"Offer\",\"price\":\"2.00\",\"priceCurrency\":\"USD\"}}</script>";
    add("a loan beside what machines are told",
        told + "<b class=price>$2.00</b> or monthly from $0.20 with Klarna" + kBuy, "");
    add("leases beside what machines are told", told + "<b class=price>$2.00</b> Lease options available" + kBuy, "");
    add("a lease told to machines", told + "<b class=price>$2.00</b> /month lease" + kBuy, "monthly-price");
    add("a sale that ended", "<b class=price>$49.00</b><p>Sold for $49.00 on Nov 3</p><p>This listing has ended.</p>",
        "listing-ended");
    add("eine beendete Auktion", "<b class=price>49,00 €</b><p>Dieses Angebot wurde beendet.</p>", "listing-ended");
    add("in its days", "<b class=price>$49.00</b><p>Delivered in 3 days</p>" + kBuy, "");
    add("sold today", "<b class=price>$49.00</b><p>Over 500 sold in the last week</p>" + kBuy, "");
  }
  void pricesOfAnotherNatureAreMarked() {
    QFETCH(const QByteArray, page);
    QFETCH(const QString, flag);
    const ProductPage p = read(page);
    QVERIFY2(p[F::Price].isKnown() || !flag.isEmpty(), qPrintable(p.why));
    for (const char* one : {"auction-price", "rental-price", "monthly-price", "listing-ended"})
      if (p[F::Price].isKnown()) // none is as good
        QVERIFY2(p.flags.contains(QLatin1String(one)) == (flag == QLatin1String(one)),
                 qPrintable(p.flags.join(u' ') + u' ' + p[F::Price].value));
  }

  void aTradeInIsNotEverybodys() {
    const ProductPage p =
        read(shop("<b class=price>$499</b> <small>with trade-in</small><p>Without trade-in $799</p>" + kBuy));
    QVERIFY2(p[F::Price].value == u"799" || p.flags.contains(QStringLiteral("price-disputed")),
             qPrintable(p[F::Price].value));
  }

  void sellersInASentence_data() {
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("seller");
    const auto add = [](const char* line, const char* seller) {
      QTest::newRow(line) << QByteArray(line) << QString::fromUtf8(seller);
    };
    add("Ships from Zon and Sold by BobsBargains", "BobsBargains");
    add("Sold by BobsBargains", "BobsBargains");
    add("Sold by BobsBargains and fulfilled by Zon", "BobsBargains");
    add("Vendu et expédié par <a>TopDeal SARL</a>", "TopDeal SARL");
    add("Vendu et expédié par TopDeal SARL", "TopDeal SARL");
    add("Verkauf durch <a>Billig-Handel24 GmbH</a> und Versand durch Zon", "Billig-Handel24 GmbH");
    add("Vendido y enviado por Barato SL", "Barato SL");
    add("Sold by the yard", "");
    add("Sold by weight", "");
  }
  void sellersInASentence() {
    QFETCH(const QByteArray, line);
    QFETCH(const QString, seller);
    QCOMPARE(read(shop("<b class=price>$30.00</b><div>" + line + "</div>" + kBuy))[F::Seller].value, seller);
  }

  // The lowest of several offers is a price "from", though people are shown it as the price.
  void theLowestOfSeveralOffersIsAPriceFrom() {
    const auto page = [](const char* high) {
      return read(
          shop(ld(("{`@type`:`Product`,`name`:`Steel Kettle 1.7 l`,`offers`:{`@type`:`AggregateOffer`,`lowPrice`:25,"
                   "`highPrice`:" +
                   QByteArray(high) + ",`offerCount`:12,`priceCurrency`:`USD`}}")
                      .constData()) +
               "<p>Compare 12 shops</p><span class=price>$25.00</span>" + kBuy));
    };
    QCOMPARE(page("60")[F::Price].value, QStringLiteral("25"));
    QVERIFY(page("60").flags.contains(QStringLiteral("from-price")));
    QVERIFY(!page("25").flags.contains(QStringLiteral("from-price")));
  }

  void shippingIsTold() {
    for (const QByteArray& text :
         {QByteArray("<p>+ $4.95 shipping</p>"), QByteArray("<p>Versand 4,95 €</p>"),
          QByteArray("<p>Frais de port : 4,95 €</p>"), QByteArray("<p>$12.50 + $4.95 shipping</p>")}) {
      const ProductPage p = read(shop("<p class=price>$12.50</p>" + text + kBuy));
      QCOMPARE(p[F::Price].value, QStringLiteral("12.5"));
      QVERIFY2(p[F::Shipping].value == u"4.95" || (text.contains("12.50") && !p[F::Shipping].isKnown()),
               text.constData());
    }
  }
  // The currency that shipping is told in is its own, not the price's.
  void shippingKeepsItsCurrency() {
    const auto told = [](const char* rate) {
      QByteArray json = offer("39.90");
      json.chop(2);
      return read(shop(ld((json + ",`shippingDetails`:{`@type`:`OfferShippingDetails`,`shippingRate`:{" + rate + "}}}}")
                              .constData())))[F::Shipping];
    };
    const FieldValue pounds = told("`@type`:`MonetaryAmount`,`value`:`5.00`,`currency`:`GBP`");
    QCOMPARE(pounds.value, QStringLiteral("5"));
    QCOMPARE(pounds.currency, QStringLiteral("GBP"));
    QCOMPARE(told("`value`:`5.00`").currency, QStringLiteral("EUR")); // the offer's, where it has none of its own
  }
  void theCurrencyHasItsOwnPlace() {
    const ProductPage p = read(shop(ld(offer("39.90"))));
    QCOMPARE(p[F::Currency].pointer, QStringLiteral("/offers/priceCurrency"));
    QCOMPARE(p[F::Currency].snippet, QStringLiteral("EUR"));
  }
  void escapedNamesAreRead() {
    QCOMPARE(
        read(shop(ld("{`@type`:`Product`,`name`:`Tea &amp; Pot`,`brand`:`H&amp;B`,`offers`:{`price`:5}}")))[F::Brand]
            .value,
        QStringLiteral("H&B"));
  }
  void labelsAreRead() {
    const ProductPage p = read(shop("<p class=price>$12.50</p>" + kBuy +
                                    "<table><tr><th>EAN</th><td>4006381333931</td></tr><tr><th>Brand</th>"
                                    "<td>Hot</td></tr></table><p>Item no.: "
                                    "99-1234</p><dl><dt>MPN</dt><dd>HK17X</dd><dt>Condition:</dt><dd>Used</dd></dl>"));
    QCOMPARE(p[F::Gtin].value, QStringLiteral("4006381333931"));
    QCOMPARE(p[F::Brand].value, QStringLiteral("Hot"));
    QCOMPARE(p[F::Sku].value, QStringLiteral("99-1234"));
    QCOMPARE(p[F::Mpn].value, QStringLiteral("HK17X"));
    QCOMPARE(p[F::Condition].value, QStringLiteral("Used"));
  }
  // Of several variants the one whose address the page has.
  void theVariantOfThePageIsTold() {
    const QByteArray page = shop(
        ld("{`@type`:`ProductGroup`,`name`:`Steel Kettle 1.7 l`,`hasVariant`:["
           "{`@type`:`Product`,`sku`:`K-RED`,`offers`:{`price`:120,`priceCurrency`:`USD`,`url`:`/p/kettle?color=red`}},"
           "{`@type`:`Product`,`sku`:`K-BLUE`,`gtin`:`036000291452`,`offers`:{`price`:95,`priceCurrency`:`USD`,"
           "`url`:`/p/kettle?color=blue`}}]}") +
        "<p class=price>$95.00</p>" + kBuy);
    const ProductPage blue = read(page, "https://shop.example.com/p/kettle?color=blue");
    QCOMPARE(blue[F::Price].value, QStringLiteral("95"));
    QCOMPARE(blue[F::Sku].value, QStringLiteral("K-BLUE"));
    QCOMPARE(blue[F::Gtin].value, QStringLiteral("036000291452"));
    QVERIFY(!read(page, "https://shop.example.com/p/kettle")[F::Gtin].isKnown()); // nobody says which
  }
  void gtinsAreChecked() {
    for (const char16_t* good :
         {u"4006381333931", u"036000291452", u"96385074", u"0306406152", u"080442957X", u"9780306406157"})
      QVERIFY(isGtin(good));
    for (const char16_t* bad : {u"4006381333932", u"", u"0000000000000", u"12345", u"400638133393A", u"0306406153"})
      QVERIFY(!isGtin(bad));
  }
  void availability_data() {
    QTest::addColumn<QByteArray>("middle");
    QTest::addColumn<QString>("wanted");
    const auto row = [](const char* text, const char* wanted) {
      QTest::newRow(text) << "<p>" + QByteArray(text) + "</p>" << QString::fromLatin1(wanted);
    };
    for (const char* text : {"In stock", "Auf Lager", "En stock", "Disponibile", "Skladem", "В наличии", "在庫あり"})
      row(text, "InStock");
    for (const char* text : {"Out of stock", "Sold out", "Ausverkauft", "Agotado", "Rupture de stock", "Esaurito",
                             "Vyprodáno", "Нет в наличии", "売り切れ", "<button>Notify me</button>"})
      row(text, "OutOfStock");
    row("Pre-order", "PreOrder");
  }
  void availability() {
    QFETCH(QByteArray, middle);
    QTEST(read(shop("<p class=price>$12.50</p>" + middle))[F::Availability].value, "wanted");
  }
  void currencies_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QString>("wanted");
    const auto row = [](const char* text, const char* url, const char* wanted) {
      QTest::newRow(url) << QByteArray(text) << QByteArray(url) << QString::fromLatin1(wanted);
    };
    row("$12.50", "https://www.shop.com.au/p", "AUD"), row("$12.990", "https://shop.cl/p", "CLP"),
        row("12,50 kr", "https://shop.no/p", "NOK");
    row("12,50 kr", "https://shop.se/p", "SEK"), row("£12.50", "https://shop.de/p", "GBP"),
        row("US$12.50", "https://shop.ca/p", "USD");
    row("12,50 zł", "https://shop.example.com/p", "PLN"), row("$12.50", "https://shop.com/en-ca/p", "CAD");
  }
  void currencies() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, url);
    QTEST(read(shop("<p class=price>" + text + "</p>" + kBuy), url.constData())[F::Currency].value, "wanted");
  }
  void recipesCountMost() {
    const QByteArray page = shop(ld(offer("39.90")) + "<p>39,90 €</p><i id=mine data-p='35,00 €'>x</i>");
    QCOMPARE(read(page, "", {{F::Price, QStringLiteral("#mine"), QStringLiteral("data-p")}})[F::Price].value,
             QStringLiteral("35"));
    QCOMPARE(
        read(page, "", {{F::Price, QStringLiteral("#none"), {}}, {F::Price, QStringLiteral("?!"), {}}})[F::Price].value,
        QStringLiteral("39.9"));
    QVERIFY(read(page, "", {{F::Price, QStringLiteral("#mine"), QStringLiteral("data-p")}})[F::Price].source ==
            FactSource::Recipe);
  }
  void disagreementLowersConfidence() {
    const double agreed = read(shop(ld(offer("39.90")) + "<p class=price>39,90 €</p>" + kBuy))[F::Price].confidence;
    const ProductPage unseen = read(shop(ld(offer("39.90")) + "<p class=price>29,90 €</p>" + kBuy));
    QVERIFY(agreed > 0.9);
    QVERIFY(!unseen[F::Price].isKnown() || unseen[F::Price].confidence < 0.75);
  }
  void hugePages() {
    QByteArray offers = "{\"@type\":\"Product\",\"name\":\"Steel Kettle\",\"offers\":[";
    for (int i = 0; i < 5000; ++i)
      offers += "{\"@type\":\"Offer\",\"price\":\"" + QByteArray::number(100 + i) + "\",\"priceCurrency\":\"EUR\"},";
    const test::ProcessorTime timer;
    QVERIFY(!read(shop("<script type='application/ld+json'>" + offers + "]}</script>100 €"))[F::Price].value.isEmpty());
    for (const QByteArray& part :
         {QByteArray("<p class=price>$1</p>"), QByteArray("<script>var a={price:{price:"),
          QByteArray("<div itemscope itemprop=offers>"), QByteArray("<div class='price product related add-to-cart'>"),
          QByteArray("$1 2 3 "), QByteArray("<script>{'a':'rice"), QByteArray("<a href=/x><img>$5</a>"),
          QByteArray("<b data-x='{price:5'>"), QByteArray("<div itemscope itemtype=Product><span itemprop=name>"),
          QByteArray("7$ < ")})
      (void)read(shop(part.repeated(2'000'000 / part.size())));
    const QByteArray quotes =
        "<script type='application/ld+json'>{" + QByteArray("\u201C").repeated(3'000'000) + "</script>";
    (void)read(quotes + QByteArray("<p>We had paid some $5 for it in all of that long year</p>").repeated(2'000));
    QVERIFY2(timer.elapsed() < 120'000, qPrintable(QString::number(timer.elapsed()))); // sanitizers, busy machines
  }
};

QTEST_GUILESS_MAIN(TestProductPage)
#include "tst_ProductPage.moc"
