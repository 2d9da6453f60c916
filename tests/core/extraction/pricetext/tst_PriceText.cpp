// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "PriceTextRows.h"

#include "extraction/pricetext/PriceText.h"
#include "money/Money.h"
#include "support/TestData.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QtTest>

#include <map>

using namespace pricewright;
using namespace pricewright::test;

namespace {

QString u(const char* text) { return QString::fromUtf8(text); }
QString written(const std::optional<Decimal>& value) { return value ? value->toString() : QString(); }

// Where what is written means one currency, whoever writes it.
std::map<QString, QString> sureCodes() {
  return {{u("€"), u("EUR")},    {u("£"), u("GBP")},   {u("Kč"), u("CZK")},   {u("zł"), u("PLN")},
          {u("руб."), u("RUB")}, {u("руб"), u("RUB")}, {u("грн."), u("UAH")}, {u("₪"), u("ILS")},
          {u("₫"), u("VND")},    {u("₹"), u("INR")},   {u("R$"), u("BRL")},   {u("US$"), u("USD")},
          {u("Ft"), u("HUF")},   {u("lei"), u("RON")}, {u("TL"), u("TRY")},   {u("RM"), u("MYR")},
          {u("Rp"), u("IDR")},   {u("NT$"), u("TWD")}, {u("лв."), u("BGN")},  {u("元"), u("CNY")},
          {u("원"), u("KRW")},   {u("KD"), u("KWD")},  {u("د.إ"), u("AED")},  {u("CHF"), u("CHF")}};
}

struct Tally {
  int right = 0, all = 0;
};

} // namespace

class PriceTextTest : public QObject {
  Q_OBJECT

 private slots:
  void conventions_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("amount");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("currencyText");
    QTest::addColumn<QString>("upper");
    for (const Convention& c : kConventions)
      QTest::newRow(c.text) << u(c.text) << u(c.amount) << u(c.code) << u(c.currencyText) << u(c.upper);
  }
  void conventions() {
    QFETCH(QString, text);
    const PriceText price = parsePriceText(text);
    QTEST(written(price.amount), "amount");
    QTEST(written(price.upper), "upper");
    QTEST(price.currency, "code");
    QTEST(price.currencyText, "currencyText");
    QCOMPARE(price.why, QString());
  }

  void refusals() {
    for (const Refusal& row : kRefusals) {
      const PriceText price = parsePriceText(u(row.text));
      QVERIFY2(!price.amount && !price.upper && price.amountText.isEmpty(), row.text);
      QVERIFY2(price.why == u(row.why), qPrintable(u(row.text) + QStringLiteral(": ") + price.why));
    }
  }

  void hints() {
    PriceTextHints hints;
    hints.currency = u("Price from £ 7");
    QCOMPARE(parsePriceText(u"34.50", hints).currency, u("GBP"));
    QCOMPARE(parsePriceText(u"34.50", hints).currencyText, u("£"));
    QCOMPARE(parsePriceText(u"34.50 €", hints).currency, u("EUR")); // the text's own comes first
    hints.currency = u("KWD");
    QCOMPARE(written(parsePriceText(u"3.450", hints).amount), u("3.45"));
    hints.currency = u("CAD");
    QCOMPARE(parsePriceText(u"$5", hints).currency, u("CAD"));
    hints = {};
    hints.country = u("SE");
    QCOMPARE(parsePriceText(u"34 kr", hints).currency, u("SEK"));
    hints.country = u("BY");
    QCOMPARE(parsePriceText(u"34 руб.", hints).currency, u("BYN"));
    hints = {};
    hints.language = u("ja");
    QCOMPARE(parsePriceText(u"¥340", hints).currency, u("JPY"));
    hints = {};
    hints.decimalMark = u'.';
    QCOMPARE(written(parsePriceText(u"7.450 €", hints).amount), u("7.45"));
    hints.decimalMark = u'€';
    QCOMPARE(written(parsePriceText(u"3450€600", hints).amount), u("3450.6"));
    hints = {};
    hints.language = u("de");
    QCOMPARE(parsePriceText(u"1,299 €", hints).why, u("ambiguous"));
    QCOMPARE(written(parsePriceText(u"1,799 €/l", hints).amount), u("1.799"));
    QCOMPARE(written(parsePriceText(u"1.299 €", hints).amount), u("1299"));
  }

  void wordsAround() {
    for (const char* text : {"from $34", "ab 34 €", "à partir de 34 €", "desde 34 €", "od 34 zł", "34元起", "$34+"})
      QVERIFY2(parsePriceText(u(text)).isFrom, text);
    for (const char* text : {"34 €/kg", "34 € / 100 g", "per kg 34 €", "$34 per month", "€/Stück 34", "1 kg = 34 €",
                             "$34 each", "34元/台"})
      QVERIFY2(parsePriceText(u(text)).isPerUnit && parsePriceText(u(text)).amount, text);
    const PriceText plain = parsePriceText(u"Our price: 34 €");
    QVERIFY(!plain.isFrom && !plain.isPerUnit);
    const PriceText both = parsePriceText(u"from US$ 5 each");
    QVERIFY(both.isFrom && both.isPerUnit && both.currency == u"USD");
    QCOMPARE(parsePriceText(u"Preis: 3 465,00 €*").amountText, u("3 465,00"));
  }

  void symbols() {
    QCOMPARE(currencyOfSymbol(u"zł"), u("PLN"));
    QCOMPARE(currencyOfSymbol(u"A$"), u("AUD"));
    QCOMPARE(currencyOfSymbol(u"KD"), u("KWD"));
    QCOMPARE(currencyOfSymbol(u"$"), QString());
    QCOMPARE(currencyOfSymbol(u"$", u"MX"), u("MXN"));
    QCOMPARE(currencyOfSymbol(u"kr", u"dk"), u("DKK"));
    QCOMPARE(currencyOfSymbol(u"£", u"EG"), u("EGP"));
    QCOMPARE(currencyOfSymbol(u"£", u"DE"), u("GBP"));
    QCOMPARE(currencyOfSymbol(u"usd"), u("USD"));
    for (const QStringView none : {u"", u"€ and $", u"euroland", u"p", u"♥"})
      QCOMPARE(currencyOfSymbol(none), QString());
  }

  // What no price is, and costs no time.
  void hostile() {
    const QString million(1'000'000, u'9');
    QCOMPARE(parsePriceText(million).why, u("too-long"));
    QCOMPARE(parsePriceText(QString(1'000'000, u' ')).why, u("no-digits"));
    for (const QStringView piece :
         {u"1 ", u"€", u"1€", u"(", u"1-", u"$1-$2 ", u"1.", u"from ", u"x1", u"\u200F", u"p."})
      for (const qsizetype length : {1, 2, 3, 1999, 2000})
        QVERIFY(parsePriceText(piece.toString().repeated(length).left(length)).why != u"too-long");
    QCOMPARE(parsePriceText(u("€") + QString(1000, u'9')).why, u("too-large"));
    QCOMPARE(parsePriceText(QString(3, QChar(0xD800)) + u'5').why, u("no-price")); // halves of characters
    PriceTextHints hints;
    hints.currency = million, hints.language = million, hints.country = million;
    QCOMPARE(written(parsePriceText(u"5 €", hints).amount), u("5"));
  }

  // Every locale's own way, as Qt writes it from the Unicode tables. Qt's thousands are not always what shops write:
  // then a refusal is right, another amount never.
  void localesOfTheWorld() {
    Tally amounts, codes;
    for (const QLocale& locale :
         QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyTerritory)) {
      const auto currency = Currency::fromCode(locale.currencySymbol(QLocale::CurrencyIsoCode));
      if (!currency || currency->code() == u"IQD") // its thousandths do not circulate: three digits are a group
        continue;
      PriceTextHints hints;
      hints.country = QLocale::territoryToCode(locale.territory());
      for (const qint64 minor : {1299, 123450, 123456789, 99, 99900}) {
        const Money money(minor, *currency);
        const QString text = locale.toCurrencyString(money.toDouble(), QString(), currency->minorDigits());
        const PriceText price = parsePriceText(text, hints);
        ++amounts.all, ++codes.all;
        amounts.right += price.amount && *price.amount == money.toDecimal();
        codes.right += price.currency == currency->code();
        QVERIFY2(!price.amount || *price.amount == money.toDecimal(),
                 qPrintable(locale.name() + QStringLiteral(": ") + text));
      }
    }
    qInfo("%d of %d amounts, %d codes", amounts.right, amounts.all, codes.right);
    QVERIFY(amounts.right * 100 > amounts.all * 90 && codes.right * 100 > codes.all * 90);
  }

  void priceStringsOfTheWild();
};

void PriceTextTest::priceStringsOfTheWild() {
  const QString folder = test::realDataFolder();
  QFile file(folder + QStringLiteral("/price_strings/price_strings.json"));
  if (folder.isEmpty() || !file.open(QIODevice::ReadOnly))
    QSKIP("real data not here");
  const std::map<QString, QString> sure = sureCodes();
  std::map<QString, Tally> groups;
  Tally regular, hard, codes;
  for (const QJsonValue& value : QJsonDocument::fromJson(file.readAll()).array()) {
    const QJsonObject row = value.toObject();
    const auto mark = [&row](const char* name) {
      const QString text = row[QLatin1String(name)].toString();
      return text.isEmpty() ? QChar() : text[0];
    };
    const PriceTextHints hints{
        row[u"currency_hint"].toString(), mark("decimal_separator_hint"), mark("digit_group_separator_hint"), {}, {}};
    const PriceText price = parsePriceText(row[u"price_text"].toString(), hints);
    const auto wanted = Decimal::parse(row[u"expect_amount"].toString());
    const bool right = price.amount.has_value() == wanted.has_value() && (!wanted || *price.amount == *wanted) &&
                       price.currencyText == row[u"expect_currency"].toString();
    const QString group = row[u"group"].toString();
    for (Tally* tally : {&groups[group], group.contains(u"XFAIL") ? &hard : &regular})
      tally->right += right, ++tally->all;
    if (const auto it = sure.find(price.currencyText); it != sure.end())
      codes.right += price.currency == it->second, ++codes.all;
    if (!right)
      qInfo().noquote() << "differs:" << row[u"price_text"].toString() << written(price.amount) << price.currencyText
                        << price.why;
  }
  for (const auto& [group, tally] : groups)
    qInfo("%s: %d of %d", qPrintable(group), tally.right, tally.all);
  qInfo("regular %d of %d, hard %d of %d, codes %d of %d", regular.right, regular.all, hard.right, hard.all,
        codes.right, codes.all);
  QVERIFY(regular.right * 100 >= regular.all * 98);
  QVERIFY(hard.right * 2 >= hard.all);
  QVERIFY(codes.all > 200 && codes.right == codes.all);
}

QTEST_GUILESS_MAIN(PriceTextTest)
#include "tst_PriceText.moc"
