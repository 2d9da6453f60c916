// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What one row says: prices, sales, availability, times, and what is refused.
#include "feeds/FeedItem.h"

#include <QTest>

using namespace pricewright;

namespace {

FeedReading asOf(const char* now = "2026-03-02T09:00:00Z") {
  FeedReading how;
  how.now = parseInstant(QString::fromLatin1(now)).value();
  return how;
}
FeedItem row(const char* price, const char* currency = "EUR") {
  FeedItem item;
  item[FeedField::Id] = QStringLiteral("A-1");
  item[FeedField::Price] = QString::fromUtf8(price), item[FeedField::Currency] = QString::fromUtf8(currency);
  return item;
}
QString said(FeedItem item, const FeedReading& how = asOf()) {
  const QString why = readFeedItem(item, how);
  return why.isEmpty() ? item.price.value.toString() + u' ' + item.price.currency.code() : why;
}

} // namespace

class FeedItemTest : public QObject {
  Q_OBJECT
 private slots:
  void pricesAsFeedsWriteThem_data() {
    QTest::addColumn<QString>("price");
    QTest::addColumn<QString>("currency");
    QTest::addColumn<QString>("wanted");
    const auto add = [](const char* price, const char* currency, const char* wanted) {
      QTest::addRow("%s|%s", price, currency)
          << QString::fromUtf8(price) << QString::fromUtf8(currency) << QString::fromUtf8(wanted);
    };
    add("19.99 EUR", "", "19.99 EUR");
    add("EUR 19.99", "", "19.99 EUR");
    add("19.99", "usd", "19.99 USD");
    add("19.99", "€", "19.99 EUR");
    add("1.299,00 €", "", "1299 EUR");
    add("15", "JPY", "15 JPY");
    add("0.1", "EUR", "0.1 EUR");
    add("12345678.25 USD", "", "12345678.25 USD");
    add("3.49 USD", "EUR", "feed.two-currencies");
    add("3,49 €", "USD", "feed.two-currencies");
    add("$3.49", "CAD", "3.49 CAD");
    add("3.49 CAD", "$", "3.49 CAD");
    add("1.299 EUR", "", "feed.ambiguous-price");
    add("1.299 KWD", "", "1.299 KWD");
    add("19.99", "", "feed.no-currency");
    add("19.99 XXQ", "", "feed.unknown-currency");
    add("0.00 EUR", "", "feed.no-price");
    add("", "EUR", "feed.no-price");
    add("-5.00 EUR", "", "feed.bad-price");
    add("NaN", "EUR", "feed.no-price");
    add("1e999 EUR", "", "feed.bad-price");
    add("ab 19,99 €", "", "feed.price-from");
    add("4,99 €/100 g", "", "feed.unit-price");
    add("10 € - 20 €", "", "feed.price-from");
    add("99999999999999999999 EUR", "", "feed.bad-price");
  }
  void pricesAsFeedsWriteThem() {
    QFETCH(const QString, price);
    QFETCH(const QString, currency);
    FeedItem item = row("", "");
    item[FeedField::Price] = price, item[FeedField::Currency] = currency;
    const QString got = said(item);
    QFETCH(const QString, wanted);
    if (wanted == u"feed.bad-price") // which of the two says why, pricetext decides
      QVERIFY2(got == wanted || got == u"feed.no-price", qPrintable(got));
    else
      QCOMPARE(got, wanted);
  }

  void aKnownMarkEndsTheDoubt() {
    FeedItem item = row("1.299");
    item.decimalMark = u'.';
    QCOMPARE(said(item), QStringLiteral("1.299 EUR"));
    item.decimalMark = u',';
    QCOMPARE(said(item), QStringLiteral("1299 EUR"));
  }

  // The sale price counts while its sale is on, and only then.
  void salesAreHeldToTheirPeriod() {
    FeedItem item = row("20.00 EUR", "");
    item[FeedField::SalePrice] = QStringLiteral("15.00 EUR");
    QCOMPARE(said(item), QStringLiteral("15 EUR"));
    item[FeedField::SalePeriod] = QStringLiteral("2026-03-01T00:00+0100/2026-03-02T10:00+0100");
    QCOMPARE(said(item, asOf("2026-03-02T09:00:00Z")), QStringLiteral("15 EUR")); // the last moment of it
    QCOMPARE(said(item, asOf("2026-03-02T09:00:01Z")), QStringLiteral("20 EUR"));
    QCOMPARE(said(item, asOf("2026-02-28T22:59:59Z")), QStringLiteral("20 EUR"));
    QCOMPARE(said(item, asOf("2026-02-28T23:00:00Z")), QStringLiteral("15 EUR"));
    item[FeedField::SalePeriod] = QStringLiteral("next week");
    QCOMPARE(said(item), QStringLiteral("feed.bad-sale-period"));
    item[FeedField::SalePeriod].clear();
    (void)readFeedItem(item, asOf());
    QCOMPARE(item.listPrice->value.toString(), QStringLiteral("20"));
    item[FeedField::SalePrice] = QStringLiteral("0");
    QCOMPARE(said(item), QStringLiteral("20 EUR"));
  }

  void availabilityInAllItsSpellings_data() {
    QTest::addColumn<int>("wanted"); // 1 to be had, 0 not, −1 not told
    for (const char* yes : {"in_stock", "in stock", "In Stock", "https://schema.org/InStock", "yes", "true", "12"})
      QTest::addRow("%s", yes) << 1;
    for (const char* no : {"out_of_stock", "out of stock", "preorder", "pre_order", "backorder", "false", "0", "-3",
                           "http://schema.org/SoldOut"})
      QTest::addRow("%s", no) << 0;
    for (const char* no : {"Temporarily out of stock", "currently unavailable", "Nicht auf Lager"})
      QTest::addRow("%s", no) << 0;
    QTest::addRow("In stock, ships in 3 days") << 1;
    for (const char* open : {"", "maybe", "-", "3 days"})
      QTest::addRow("\"%s\"", open) << -1;
  }
  void availabilityInAllItsSpellings() {
    QFETCH(const int, wanted);
    const QString word = QString::fromLatin1(QTest::currentDataTag()).remove(u'"');
    const std::optional<bool> got = feedAvailability(word);
    QCOMPARE(got ? int(*got) : -1, wanted);
  }

  void timesAndTheFuture() {
    FeedItem item = row("5 EUR", "");
    item[FeedField::ObservedAt] = QStringLiteral("2026-03-02T10:05:00+01:00");
    QCOMPARE(said(item), QStringLiteral("5 EUR")); // five minutes are a clock's
    item[FeedField::ObservedAt] = QStringLiteral("2026-03-02T09:05:01Z");
    QCOMPARE(said(item), QStringLiteral("feed.future"));
    item[FeedField::ObservedAt] = QStringLiteral("yesterday");
    QCOMPARE(said(item), QStringLiteral("feed.bad-time"));
    QCOMPARE(*feedInstant(u"1772442000"), *parseInstant(u"2026-03-02T09:00:00Z"));
    QCOMPARE(*feedInstant(u"1772442000123"), *parseInstant(u"2026-03-02T09:00:00.123Z"));
    QCOMPARE(*feedInstant(u"2026-03-02 09:00:00"), *parseInstant(u"2026-03-02T09:00:00Z"));
    QVERIFY(!feedInstant(u"17"));
    QVERIFY(!feedInstant(u"99999999999999999999999"));
  }

  void shippingAndCondition() {
    FeedItem item = row("5 EUR", "");
    item[FeedField::Shipping] = QStringLiteral("4.95 EUR"), item[FeedField::Condition] = QStringLiteral("Refurbished");
    QCOMPARE(readFeedItem(item, asOf()), QString());
    QCOMPARE(item.shipping->toString(), QStringLiteral("4.95"));
    QVERIFY(item.isUsed);
    FeedItem unused = row("5 EUR", "");
    unused[FeedField::Condition] = QStringLiteral("New, unused");
    QCOMPARE(readFeedItem(unused, asOf()), QString());
    QVERIFY(!unused.isUsed);
    FeedItem free = row("5 EUR", "");
    free[FeedField::Shipping] = QStringLiteral("0.00 EUR");
    QCOMPARE(readFeedItem(free, asOf()), QString());
    QCOMPARE(*free.shipping, Decimal());
  }

  // What shipping costs is part of what is asked: a cell that says something and cannot be read is not free.
  void shippingThatCannotBeReadIsNotFree_data() {
    QTest::addColumn<QString>("shipping");
    QTest::addColumn<QString>("mark");
    QTest::addColumn<QString>("wanted"); // the amount, "-" not told, or why not
    const auto add = [](const char* shipping, const char* mark, const char* wanted) {
      QTest::addRow("%s|%s", shipping, mark)
          << QString::fromUtf8(shipping) << QString::fromUtf8(mark) << QString::fromUtf8(wanted);
    };
    add("", "", "-");
    add("-", "", "-");
    add("0", "", "0");
    add("0,00", "", "0");
    add("0.00 EUR", "", "0"); // nothing is nothing in any currency
    add("free", "", "0");
    add("kostenlos", "", "0");
    add("4.95", "", "4.95");
    add("4,95", "", "4.95");
    add("USD 4.95", "", "4.95");
    add("$4.95", "", "4.95");
    add("4,95", ".", "4.95"); // whatever the prices are written with
    add("4.95", ",", "4.95");
    add("1.234", ".", "1.234");
    add("1.234", ",", "1234");
    add("1.234", "", "feed.bad-shipping");
    add("call us", "", "feed.bad-shipping");
    add("n/a", "", "feed.bad-shipping");
    add("-4.95", "", "feed.bad-shipping");
    add("4.95 - 9.95", "", "feed.bad-shipping");
    add("from 4.95", "", "feed.bad-shipping");
    add("free from 50 USD", "", "feed.bad-shipping");
    add("Free shipping on orders over $50", "", "feed.bad-shipping");
    add("5.00 EUR", "", "feed.shipping-currency");
    add("5,00 €", "", "feed.shipping-currency");
    add("5.00 XXQ", "", "feed.bad-shipping");
  }
  void shippingThatCannotBeReadIsNotFree() {
    FeedItem item = row("3", "USD");
    QFETCH(const QString, shipping);
    QFETCH(const QString, mark);
    item[FeedField::Shipping] = shipping, item.decimalMark = mark.isEmpty() ? QChar() : mark[0];
    const QString why = readFeedItem(item, asOf());
    QTEST(!why.isEmpty() ? why : item.shipping ? item.shipping->toString() : QStringLiteral("-"), "wanted");
    FeedIntake intake(asOf(), [](const FeedItem&) {});
    QVERIFY(intake.take(item));
    QCOMPARE(intake.counts().unreadable, why.isEmpty() ? 0 : 1);
    if (!why.isEmpty())
      QCOMPARE(intake.counts().first[0].text, shipping); // what could not be read, not the price
  }

  // All that cannot be read is counted, twenty are kept, and none stops the rest.
  void theIntakeCountsAndEnds() {
    FeedReading how = asOf();
    how.limits.items = 50, how.limits.field = 10;
    int came = 0;
    FeedIntake intake(how, [&](const FeedItem&) { ++came; });
    for (int i = 0; i < 30; ++i)
      QVERIFY(intake.take(row("nothing")));
    QVERIFY(intake.take(row("5")));
    FeedItem nameless = row("5");
    nameless[FeedField::Id].clear();
    QVERIFY(intake.take(nameless));
    FeedItem endless = row("5");
    endless[FeedField::Brand] = QString(11, u'x');
    QVERIFY(intake.take(endless));
    QCOMPARE(came, 1);
    QCOMPARE(intake.counts().unreadable, 32);
    QCOMPARE(intake.counts().first.size(), std::size_t(20));
    QCOMPARE(intake.counts().reasons.value(QStringLiteral("feed.no-price")), 30);
    QCOMPARE(intake.counts().reasons.value(QStringLiteral("feed.no-id")), 1);
    QCOMPARE(intake.counts().reasons.value(QStringLiteral("feed.field-too-long")), 1);
    Status last;
    for (int i = 0; i < 20 && last; ++i)
      last = intake.take(row("5"));
    QCOMPARE(last.error().code, QStringLiteral("feed.too-many-items"));
    QCOMPARE(intake.counts().items + intake.counts().unreadable, 50);
  }

  void namesOfColumns() {
    QCOMPARE(feedFieldOfName(u"g:sale_price_effective_date")->field, FeedField::SalePeriod);
    QCOMPARE(feedFieldOfName(u"shipping(country:price)")->field, FeedField::Shipping);
    QCOMPARE(feedFieldOfName(u"EAN")->field, FeedField::Gtin);
    QVERIFY(feedFieldOfName(u"id")->rank < feedFieldOfName(u"sku")->rank);
    QVERIFY(!feedFieldOfName(u"description"));
    for (std::size_t i = 0; i < kFeedFields; ++i)
      QCOMPARE(*feedFieldFrom(feedFieldName(FeedField(i))), FeedField(i));
  }
};

QTEST_GUILESS_MAIN(FeedItemTest)
#include "tst_FeedItem.moc"
