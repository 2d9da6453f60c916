// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
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

namespace {

QString u(const char* text) { return QString::fromUtf8(text); }
QString written(const std::optional<Decimal>& value) { return value ? value->toString() : QString(); }

struct Convention {
  const char* text;
  const char* amount;
  const char* code;         // ISO
  const char* currencyText; // as written
  const char* upper = "";
};
// One row for each way of writing prices, all made up for this table.
const Convention kConventions[] = {
    // marks
    {"2.499,00 €", "2499", "EUR", "€"},
    {"€ 2,499.00", "2499", "EUR", "€"},
    {"₹2,45,678", "245678", "INR", "₹"},
    {"Rs. 12,34,567.50", "1234567.5", "", "Rs."},
    {"45'678.90 CHF", "45678.9", "CHF", "CHF"},
    {"CHF 1’250.–", "1250", "CHF", "CHF"},
    {"¥3,480", "3480", "", "¥"},
    {"kr 2 499:-", "2499", "", "kr"},
    {"749,-", "749", "", ""},
    {"2 499,50 Kč", "2499.5", "CZK", "Kč"},
    {"7 250 000 сум", "7250000", "UZS", "сум"},
    {"4\u00A0990\u00A0₽", "4990", "RUB", "₽"},
    {"4\u202F990,00 €", "4990", "EUR", "€"},
    {"4\u2009990 zł", "4990", "PLN", "zł"},
    {"18:50 kr", "18.5", "", "kr"},
    {"2.499.000 ₫", "2499000", "VND", "₫"},
    {"1.299.00", "1299", "", ""},
    {"7.45", "7.45", "", ""},
    {"7.4567", "7.4567", "", ""},
    {"7.456", "7456", "", ""},
    {"0.745", "0.745", "", ""},
    {"1234,567", "1234.567", "", ""},
    {",75 €", "0.75", "EUR", "€"},
    {"$.65", "0.65", "", "$"},
    {"$..65", "0.65", "", "$"},
    {"KD 4.750", "4.75", "KWD", "KD"},
    {"12.250 BHD", "12.25", "BHD", "BHD"},
    {"OMR 1,250", "1250", "OMR", "OMR"},
    {"12,500 TND", "12.5", "TND", "TND"},
    {"750,000 IQD", "750000", "IQD", "IQD"},
    {"₲ 185.000", "185000", "PYG", "₲"},
    // digits of other scripts
    {"٣٬٤٥٠٫٧٥ ر.س", "3450.75", "SAR", "ر.س"},
    {"۴۵۰٬۰۰۰ تومان", "450000", "", "تومان"},
    {"₹३,४५,६७८", "345678", "INR", "₹"},
    {"￥３，４８０", "3480", "", "￥"},
    {"৳ ১,২৫০", "1250", "BDT", "৳"},
    // places of the currency
    {"US$ 18.75", "18.75", "USD", "US$"},
    {"US $18.75", "18.75", "USD", "US $"},
    {"US$:18.75", "18.75", "USD", "US$"},
    {"AU$ 18", "18", "AUD", "AU$"},
    {"R$ 1.450,90", "1450.9", "BRL", "R$"},
    {"$18.75 USD", "18.75", "USD", "$"},
    {"NZD $18.75", "18.75", "NZD", "NZD"},
    {"18 EUR", "18", "EUR", "EUR"},
    {"18,75 Euro", "18.75", "EUR", "Euro"},
    {"18 dollars", "18", "", "dollars"},
    {"1750 рублей", "1750", "RUB", "руб"},
    {"1750 руб.", "1750", "RUB", "руб."},
    {"89 грн", "89", "UAH", "грн"},
    {"18,40 лв.", "18.4", "BGN", "лв."},
    {"3 490 Ft", "3490", "HUF", "Ft"},
    {"65,50 lei", "65.5", "RON", "lei"},
    {"1,280円(税込)", "1280", "JPY", "円"},
    {"1,280元", "1280", "CNY", "元"},
    {"18,000원", "18000", "KRW", "원"},
    {"640 บาท", "640", "THB", "บาท"},
    {"75 د.إ", "75", "AED", "د.إ"},
    {"64.90 ש\"ח", "64.9", "ILS", "ש\"ח"},
    {"64.90 ₪", "64.9", "ILS", "₪"},
    {"34,50 TL", "34.5", "TRY", "TL"},
    {"S/ 34.50", "34.5", "PEN", "S/"},
    {"B/. 34.50", "34.5", "PAB", "B/."},
    {"Q275.00", "275", "GTQ", "Q"},
    {"R2,750.00", "2750", "ZAR", "R"},
    {"KSh 750/=", "750", "KES", "KSh"},
    {"INR 2,750/-", "2750", "INR", "INR"},
    {"3 500 FCFA", "3500", "", "FCFA"},
    {"Rp 345.000", "345000", "IDR", "Rp"},
    {"RM 34.50", "34.5", "MYR", "RM"},
    {"HK$345", "345", "HKD", "HK$"},
    {"Price in EUR: 34.50", "34.5", "EUR", "EUR"},
    // cents apart
    {"34 95 €", "34.95", "EUR", "€"},
    {"$34 95", "34.95", "", "$"},
    {"34€95", "34.95", "EUR", "€"},
    {"34⁹⁵ €", "34.95", "EUR", "€"},
    {"$134. 95", "134.95", "", "$"},
    {"£134 .95", "134.95", "GBP", "£"},
    {"7 руб. 50 коп.", "7.5", "RUB", "руб."},
    {"85p", "0.85", "GBP", "p"},
    {"85 ¢", "0.85", "", "¢"},
    // words of magnitude
    {"34万円", "340000", "JPY", "円"},
    {"₹3.4 lakh", "340000", "INR", "₹"},
    {"1,5 mln zł", "1500000", "PLN", "zł"},
    {"$34k", "34000", "", "$"},
    // ranges
    {"€34 - €56", "34", "EUR", "€", "56"},
    {"34–56 €", "34", "EUR", "€", "56"},
    {"34 € bis 56 €", "34", "EUR", "€", "56"},
    {"3,400円～5,600円", "3400", "JPY", "円", "5600"},
    {"from $34 to $56", "34", "", "$", "56"},
    // several prices
    {"was $56 now $34", "34", "", "$"},
    {"statt 56,00 € jetzt nur 34,00 €", "34", "EUR", "€"},
    {"De R$ 56,00 por R$ 34,00", "34", "BRL", "R$"},
    {"UVP 56,00 € 34,00 €", "34", "EUR", "€"},
    {"old price 56 €", "56", "EUR", "€"},
    {"34,00 € 34.00", "34", "EUR", "€"},
    {"AED 340 (USD 93)", "340", "AED", "AED"},
    {"3,40 € (6,80 €/kg)", "3.4", "EUR", "€"},
    {"34,00 € zzgl. 5,60 € Versand", "34", "EUR", "€"},
    {"R$ 340,00 em 10x de R$ 34,00", "340", "BRL", "R$"},
    {"20% off $34", "34", "", "$"},
    {"500 ml 3,40 €", "3.4", "EUR", "€"},
    {"Size 42 € 56,90", "56.9", "EUR", "€"},
    {"34,00 € inkl. 19 % MwSt.", "34", "EUR", "€"},
    {"- $34", "34", "", "$"},
    {"FREE!", "0", "", ""},
    {"0,00 €", "0", "EUR", "€"},
};

struct Refusal {
  const char* text;
  const char* why;
};
const Refusal kRefusals[] = {
    {"", "no-digits"},
    {" \n\t ", "no-digits"},
    {"sold out", "no-digits"},
    {"€ -,--", "no-digits"},
    {"Free shipping", "no-digits"},
    {"sugar-free", "no-digits"},
    {"Price on request", "call-for-price"},
    {"P.O.A.", "call-for-price"},
    {"auf Anfrage", "call-for-price"},
    {"价格面议", "call-for-price"},
    {"Call 0800 765 432", "call-for-price"},
    {"20% off", "no-price"},
    {"500 ml", "no-price"},
    {"14.07.2021", "no-price"},
    {"2021-07-14", "no-price"},
    {"14:30", "no-price"},
    {"+41 44 765 43 21", "no-price"},
    {"SKU: 8841", "no-price"},
    {"iPhone 14", "no-price"},
    {"A4", "no-price"},
    {"4006381333931", "no-price"},
    {"192.168.0.1", "no-price"},
    {"save $5", "no-price"},
    {"£3.99 delivery", "no-price"},
    {"Free delivery over $50", "no-price"},
    {"-5 €", "negative"},
    {"$-5", "negative"},
    {"−5,00 €", "negative"},
    {"12.50-", "negative"},
    {"12 x R$ 10", "instalments"},
    {"$34 $56", "ambiguous"},
    {"34 € / $37", "ambiguous"},
    {"3 for $10", "ambiguous"},
    {"up to $20", "ambiguous"},
    {"1234 567,89 €", "ambiguous"},
    {"28.50 (34.20 € incl. VAT)", "ambiguous"},
    {"1,299.000.000", "ambiguous"},
    {"1,799 €/l", "ambiguous"},
    {"9300000000000 €", "too-large"},
    {"1.23456789 €", "too-fine"},
};

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
