// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "money/Money.h"

#include "support/TestData.h"

#include <QFile>
#include <QTest>

#include <limits>
#include <numeric>

using namespace pricewright;

namespace {
constexpr qint64 kMost = std::numeric_limits<qint64>::max();
constexpr qint64 kLeast = std::numeric_limits<qint64>::min();
Currency currency(const char* code) { return *Currency::fromCode(QString::fromLatin1(code)); }
QString rounded(const QString& text, const char* code, Rounding mode) {
  const auto money = Money::round(text, currency(code), mode);
  return money ? money->toString() : money.error().code;
}
constexpr Rounding kModes[] = {Rounding::HalfEven, Rounding::HalfUp,  Rounding::HalfDown, Rounding::Up,
                               Rounding::Down,     Rounding::Ceiling, Rounding::Floor};
} // namespace

// What users rely on: an amount is exact, is rounded as they say, and nothing but a number ever becomes one.
class TestMoney : public QObject {
  Q_OBJECT
 private slots:
  void currenciesHaveTheirDigits_data() {
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("digits");
    QTest::addColumn<qint64>("cashStep");
    const auto row = [](const char* code, int digits, qint64 step) { QTest::newRow(code) << code << digits << step; };
    row("USD", 2, 1), row("EUR", 2, 1), row("GBP", 2, 1), row("JPY", 0, 1), row("KRW", 0, 1), row("ISK", 0, 1);
    row("KWD", 3, 1), row("TND", 3, 1), row("CHF", 2, 5), row("SEK", 2, 100), row("DKK", 2, 50), row("HUF", 2, 500);
  }
  void currenciesHaveTheirDigits() {
    QFETCH(QString, code);
    QFETCH(int, digits);
    const auto c = Currency::fromCode(code);
    QVERIFY(c);
    QCOMPARE(c->code(), code);
    QCOMPARE(c->minorDigits(), digits);
    QTEST(c->cashStepMinor(), "cashStep");
    QCOMPARE(c->minorPerMajor(), digits == 0 ? 1 : digits == 2 ? 100 : 1000);
  }

  void onlyKnownCurrenciesExist() {
    for (const QString code : {"", "US", "USDX", "usd", "XAU", "XXX", "ZZZ", "U$D", "€"})
      QVERIFY2(!Currency::fromCode(code) && Currency::fromCode(code).error().is(u"money.unknown-currency"),
               qPrintable(code));
    QVERIFY(!Currency().isValid());
    QVERIFY(knownCurrencies().size() >= 150);
    QCOMPARE(knownCurrencies()[0].code(), QStringLiteral("USD"));
    for (const Currency c : knownCurrencies())
      QCOMPARE(*Currency::fromCode(c.code()), c);
  }

  // Every code of the standard's list with 0, 2 or 3 digits is there, and no other.
  void theTableFollowsTheStandard() {
    QFile file(test::realDataFolder() + QStringLiteral("/currencies/iso4217.csv"));
    if (test::realDataFolder().isEmpty() || !file.open(QIODevice::ReadOnly))
      QSKIP("the list of currencies is not here");
    file.readLine();
    std::size_t expected = 0;
    while (!file.atEnd()) {
      const QList<QByteArray> cells = file.readLine().split(',');
      const bool wanted = cells.size() > 3 && QByteArrayList{"0", "2", "3"}.contains(cells[3]);
      const auto c = Currency::fromCode(QString::fromLatin1(cells[0]));
      QCOMPARE(bool(c), wanted);
      expected += wanted;
      if (c)
        QCOMPARE(c->minorDigits(), cells[3].toInt());
    }
    QCOMPARE(knownCurrencies().size(), expected);
  }

  void rounds_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QStringList>("expected"); // half even, half up, half down, up, down, ceiling, floor
    const auto row = [](const char* text, const char* code, const char* expected) {
      QTest::addRow("%s %s", text, code) << text << code << QString::fromLatin1(expected).split(u' ');
    };
    row("2.665", "USD", "2.66 2.67 2.66 2.67 2.66 2.67 2.66");
    row("-2.675", "USD", "-2.68 -2.68 -2.67 -2.68 -2.67 -2.67 -2.68");
    row("0.00499999999999999999", "USD", "0.00 0.00 0.00 0.01 0.00 0.01 0.00");
    row("0.00500000000000000001", "USD", "0.01 0.01 0.01 0.01 0.00 0.01 0.00");
    row("1e-300", "USD", "0.00 0.00 0.00 0.01 0.00 0.01 0.00");
    row("-1e-7", "JPY", "0 0 0 -1 0 0 -1");
    row("2.5", "JPY", "2 3 2 3 2 3 2");
    row("0.0005", "KWD", "0.000 0.001 0.000 0.001 0.000 0.001 0.000");
    row("9.99", "USD", "9.99 9.99 9.99 9.99 9.99 9.99 9.99");
    row("+.5e1", "USD", "5.00 5.00 5.00 5.00 5.00 5.00 5.00");
    row("0.999", "USD", "1.00 1.00 1.00 1.00 0.99 1.00 0.99");
  }
  void rounds() {
    QFETCH(QString, text);
    QFETCH(QString, code);
    QFETCH(QStringList, expected);
    for (std::size_t i = 0; i < std::size(kModes); ++i)
      QCOMPARE(rounded(text, code.toLatin1().constData(), kModes[i]), expected[static_cast<qsizetype>(i)]);
  }

  void whatIsNoNumberIsRefused() {
    for (const QString text : {"",    "-",  "+",  ".",  "NaN", "nan", "inf",  "-Infinity", "--1", "+-1", "1-", "1.2.3",
                               "1,5", " 1", "1 ", "1e", "1e+", "e5",  "0x10", "1_000",     "١٢",  "1\n", "−1"}) {
      QVERIFY2(!Decimal::parse(text) && Decimal::parse(text).error().is(u"money.not-a-number"), qPrintable(text));
      QCOMPARE(rounded(text, "USD", Rounding::HalfEven), QStringLiteral("money.not-a-number"));
    }
    QCOMPARE(rounded(QString(10'000'000, u'9'), "USD", Rounding::Up), QStringLiteral("money.not-a-number"));
    for (const QString text : {"1e400", "-1e400", "1e99999999999999999999", "92233720368547758.08", "1e17"})
      QCOMPARE(rounded(text, "USD", Rounding::HalfEven), QStringLiteral("money.out-of-range"));
    for (const QString text : {"9223372036854.775808", "9223372036854.7758075", "1e13", "-1e400"})
      QVERIFY2(!Decimal::parse(text) && Decimal::parse(text).error().is(u"money.out-of-range"), qPrintable(text));
    QVERIFY(!Money::round(u"1", Currency(), Rounding::Up));
    QVERIFY(Money::round(u"1", Currency(), Rounding::Up).error().is(u"money.no-currency"));
  }

  void theEdgesOf64Bits() {
    QCOMPARE(rounded("92233720368547758.07", "USD", Rounding::HalfEven), QStringLiteral("92233720368547758.07"));
    QCOMPARE(rounded("-9223372036854775807", "JPY", Rounding::HalfEven), QStringLiteral("-9223372036854775807"));
    QCOMPARE(Money(kLeast, currency("USD")).toString(), QStringLiteral("-92233720368547758.08"));
    QCOMPARE(Decimal::fromMicros(kLeast).toString(), QStringLiteral("-9223372036854.775808"));
    QCOMPARE(Money(kMost, currency("USD")).toDecimal().micros(), kMost);
    QCOMPARE(Money(kMost, currency("CHF")).roundToCash(Rounding::Up).minor() % 5, 0);
    QCOMPARE(Money::round(Decimal::fromMicros(kMost), currency("KWD"), Rounding::Up).minor(), qint64{9223372036854776});
    QVERIFY(!mulDiv(kMost, kMost, 1, Rounding::Down));
    QVERIFY(!mulDiv(1, 1, 0, Rounding::Down));
    QVERIFY(!mulDiv(kLeast, 1, -1, Rounding::Down));
    QCOMPARE(*mulDiv(kLeast, 1, 1, Rounding::Down), kLeast);
    QCOMPARE(*mulDiv(kMost, kMost, kMost, Rounding::Floor), kMost);
    QCOMPARE(*mulDiv(-7, 1, 2, Rounding::HalfEven), -4);
    QCOMPARE(*mulDiv(7, 1, -2, Rounding::Floor), -4);
    QCOMPARE(compareProducts(kMost, kMost, kMost, kMost - 1), 1);
    QCOMPARE(compareProducts(kLeast, kMost, kLeast, kMost), 0);
    QCOMPARE(compareProducts(kLeast, kMost, kMost, kMost), -1);
  }

  void decimalsComeBackAsTheyWere() {
    for (const QString text : {"0", "2.4", "-0.0049", "0.000001", "9223372036854.775807", "-1", "100"})
      QCOMPARE(Decimal::parse(text)->toString(), text);
    QCOMPARE(Decimal::parse(u"-0.000")->toString(), QStringLiteral("0"));
    QCOMPARE(Decimal::parse(u"1e-7")->micros(), 0);
    QCOMPARE(Decimal::parse(u"0.0000025")->micros(), 2); // half-even
    QCOMPARE(Decimal::parse(u"0.0000035")->micros(), 4);
    const Money price = *Money::round(u"3.49", currency("USD"), Rounding::HalfEven);
    QCOMPARE(price.toDecimal().toString(), QStringLiteral("3.49"));
    QCOMPARE(Money::round(price.toDecimal(), currency("USD"), Rounding::Up), price);
    QCOMPARE(Money().toString(), QString());
  }

  void cashIsPaidInCoinsThatExist() {
    QCOMPARE(Money(1'03, currency("CHF")).roundToCash(Rounding::HalfEven).minor(), 1'05);
    QCOMPARE(Money(-1'02, currency("CHF")).roundToCash(Rounding::HalfUp).minor(), -1'00);
    QCOMPARE(Money(19'50, currency("SEK")).roundToCash(Rounding::HalfEven).minor(), 20'00);
    QCOMPARE(Money(1'03, currency("USD")).roundToCash(Rounding::HalfEven).minor(), 1'03);
  }

  void splittingLosesNoCent() {
    const auto split = [](qint64 total, std::vector<qint64> weights) {
      const auto parts = allocate(total, weights);
      return parts ? *parts : std::vector<qint64>{};
    };
    QCOMPARE(split(100, {1, 1, 1}), (std::vector<qint64>{34, 33, 33}));
    QCOMPARE(split(-5219, {1, 1, 1}), (std::vector<qint64>{-1740, -1740, -1739}));
    QCOMPARE(split(97, {0, 0, 7, 1}), (std::vector<qint64>{0, 0, 85, 12}));
    QCOMPARE(split(0, {3, 0}), (std::vector<qint64>{0, 0}));
    for (const qint64 total : {kMost, kLeast, qint64{1}, qint64{-1}}) {
      const auto parts = split(total, {kMost, kMost, 0, 1});
      QCOMPARE(std::accumulate(parts.begin(), parts.end(), qint64{0}), total);
      QCOMPARE(parts[2], 0);
    }
    for (const auto& bad : {std::vector<qint64>{}, {0, 0}, {1, -1}})
      QVERIFY(!allocate(5, bad) && allocate(5, bad).error().is(u"money.bad-weights"));
  }
};

QTEST_GUILESS_MAIN(TestMoney)
#include "tst_Money.moc"
