// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A page whose price can be read, but is not the price of what was matched.
#include "pipeline/monitor/PageDoubts.h"

#include <QtTest>

using namespace pricewright;

namespace {

Amount usd(const char* value) { return {*Decimal::parse(QString::fromLatin1(value)), *Currency::fromCode(u"USD")}; }

ProductPage page(const char* name, const char* gtin = "", const char* condition = "") {
  ProductPage p;
  p[ProductField::Name].value = QLatin1String(name), p[ProductField::Gtin].value = QLatin1String(gtin);
  p[ProductField::Condition].value = QLatin1String(condition);
  return p;
}

ExpectedPage juice() {
  ExpectedPage e;
  e.ours.title = QStringLiteral("Tropicana Premium Orange Juice 64 oz"), e.ours.gtin = QStringLiteral("0048500301012");
  e.ourPrice = usd("3.29");
  return e;
}
ExpectedPage known(const char* name = "Tropicana Premium 64 oz", const char* gtin = "") {
  ExpectedPage e = juice();
  e.accepted = ExpectedPage::Before{productOn(page(name, gtin)), usd("3.19")};
  return e;
}

} // namespace

class PageDoubtsTest : public QObject {
  Q_OBJECT

 private slots:
  void anOrdinaryPageIsBelieved() {
    QCOMPARE(doubtAbout(page("Tropicana Premium 64 oz"), usd("3.19"), juice()), QString());
    QCOMPARE(doubtAbout(page("TROPICANA premium, 64oz - fresh!", "0048500301012", "New"), usd("2.49"), known()),
             QString());
    // Shops call things otherwise than we do.
    QCOMPARE(doubtAbout(page("OJ gallon jug"), usd("3.19"), juice()), QString());
  }

  void usedGoodsAreNotOurs() {
    for (const char* condition : {"Used", "Refurbished", "Damaged"})
      QCOMPARE(doubtAbout(page("Tropicana Premium 64 oz", "", condition), usd("3.09"), juice()),
               QStringLiteral("watch.not-new"));
  }

  void anotherProductIsNotOurs() {
    QCOMPARE(doubtAbout(page("Tropicana Premium 64 oz", "5449000000996"), usd("3.19"), juice()),
             QStringLiteral("watch.other-product"));
    QCOMPARE(doubtAbout(page("Coca-Cola Zero bottle"), usd("3.19"), known()), QStringLiteral("watch.other-product"));
    // What somebody has accepted is believed from then on, though its number is not ours.
    QCOMPARE(doubtAbout(page("Tropicana Premium 64 oz", "5449000000996"), usd("3.19"),
                        known("Tropicana Premium 64 oz", "5449000000996")),
             QString());
  }

  void anotherPackIsNotOurs() {
    QCOMPARE(doubtAbout(page("Tropicana Premium Orange Juice 64 oz (Pack of 2)"), usd("4.09"), juice()),
             QStringLiteral("watch.other-pack"));
    QCOMPARE(doubtAbout(page("Tropicana Premium 64 oz (Pack of 2)"), usd("4.09"), known()),
             QStringLiteral("watch.other-pack"));
    ExpectedPage two = juice();
    two.theirPacks = 2; // the match says so
    QCOMPARE(doubtAbout(page("Tropicana Premium Orange Juice 64 oz (Pack of 2)"), usd("6.09"), two), QString());
  }

  void slipsAreSeenFromTheSecondPriceOn() {
    QCOMPARE(doubtAbout(page("Tropicana Premium 64 oz"), usd("319"), known()), QStringLiteral("watch.factor-slip"));
    QCOMPARE(doubtAbout(page("Tropicana Premium 64 oz"), usd("0.32"), known()), QStringLiteral("watch.factor-slip"));
    QCOMPARE(doubtAbout(page("Tropicana Premium 64 oz"), usd("329"), juice()), QStringLiteral("watch.far-from-ours"));
    QCOMPARE(doubtAbout(page("Tropicana Premium 64 oz"), usd("0.3"), juice()), QStringLiteral("watch.far-from-ours"));
    QCOMPARE(doubtAbout(page("Tropicana Premium 64 oz"), usd("6.40"), known()), QString()); // a jump is another matter
    const Amount euros{*Decimal::parse(u"3.19"), *Currency::fromCode(u"EUR")};
    QCOMPARE(doubtAbout(page("Tropicana Premium 64 oz"), euros, known()), QStringLiteral("watch.currency-flip"));
    QCOMPARE(doubtAbout(page("Tropicana Premium 64 oz"), euros, juice()), QString()); // nothing to hold it against
  }
};

QTEST_APPLESS_MAIN(PageDoubtsTest)
#include "tst_PageDoubts.moc"
