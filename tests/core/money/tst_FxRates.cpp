// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "money/FxRates.h"

#include <QTest>

#include <limits>

using namespace pricewright;

namespace {
Currency currency(const char* code) { return *Currency::fromCode(QString::fromLatin1(code)); }
FxRates euroTable() {
  FxRates rates(currency("EUR"), fromDayNumber(19000));
  for (const auto& [code, units] :
       {std::pair{"USD", u"1.0666"}, {"JPY", u"140.66"}, {"KWD", u"0.3265"}, {"GBP", u"0.5"}})
    if (!rates.set(currency(code), units))
      qFatal("a good rate was refused");
  return rates;
}
} // namespace

// What users rely on: one exact rounding at the end, no rate is ever invented.
class TestFxRates : public QObject {
  Q_OBJECT
 private slots:
  void convertsThroughTheBase_data() {
    QTest::addColumn<qint64>("minor");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("expected");
    QTest::newRow("to the base") << qint64{10666} << "USD" << "EUR" << "100.00";
    QTest::newRow("from the base") << qint64{100'00} << "EUR" << "JPY" << "14066";
    QTest::newRow("cross, three digits") << qint64{100'00} << "USD" << "KWD" << "30.611";
    QTest::newRow("tie to even") << qint64{1'01} << "EUR" << "GBP" << "0.50"; // 0.505
    QTest::newRow("negative") << qint64{-100'00} << "EUR" << "USD" << "-106.66";
    QTest::newRow("zero") << qint64{0} << "JPY" << "USD" << "0.00";
    QTest::newRow("itself") << std::numeric_limits<qint64>::max() << "USD" << "USD" << "92233720368547758.07";
  }
  void convertsThroughTheBase() {
    QFETCH(qint64, minor);
    QFETCH(QString, from);
    QFETCH(QString, to);
    const auto got =
        euroTable().convert(Money(minor, *Currency::fromCode(from)), *Currency::fromCode(to), Rounding::HalfEven);
    QVERIFY2(got, qPrintable(got ? QString() : got.error().debugText()));
    QTEST(got->toString(), "expected");
  }

  void costsKeepSixPlaces() {
    const Amount cost{*Decimal::parse(u"1"), currency("USD")};
    QCOMPARE(euroTable().convert(cost, currency("EUR"), Rounding::HalfEven)->value.toString(),
             QStringLiteral("0.937559"));
    QCOMPARE(euroTable().convert(cost, currency("EUR"), Rounding::Down)->value.toString(), QStringLiteral("0.937558"));
  }

  void crossRatesHaveTheirPlaces() {
    const FxRates rates = euroTable();
    QCOMPARE(*rates.crossRate(currency("USD"), currency("JPY"), 12), QStringLiteral("131.876992312020"));
    QCOMPARE(*rates.crossRate(currency("JPY"), currency("KWD"), 4), QStringLiteral("0.0023"));
    QCOMPARE(*rates.crossRate(currency("EUR"), currency("EUR"), 0), QStringLiteral("1"));
    for (const int places : {-1, 61})
      QVERIFY(rates.crossRate(currency("USD"), currency("JPY"), places).error().is(u"fx.bad-places"));
  }

  void whatIsNoRateIsRefused() {
    FxRates rates(currency("EUR"), fromDayNumber(0));
    for (const QString text : {"", "0", "-1", "N/A", "NaN", "inf", "0.0", "1e400", "1e-400", "1,5"})
      QVERIFY2(!rates.set(currency("USD"), text) && rates.set(currency("USD"), text).error().is(u"fx.bad-rate"),
               qPrintable(text));
    QVERIFY(!rates.set(currency("EUR"), u"2")); // the base is worth itself
    QVERIFY(rates.set(currency("EUR"), u"1.000"));
    QVERIFY(!rates.set(Currency(), u"1"));
    const auto missing = rates.convert(Money(1, currency("USD")), currency("EUR"), Rounding::HalfEven);
    QVERIFY(!missing && missing.error().is(u"fx.no-rate"));
    QCOMPARE(missing.error().arguments.value("currency"), QStringLiteral("USD"));
    QVERIFY(!rates.convert(Money(), currency("EUR"), Rounding::HalfEven));
    QVERIFY(!rates.convert(Money(1, currency("EUR")), Currency(), Rounding::HalfEven));
  }

  void aResultBeyond64BitsIsAnError() {
    const Money most(std::numeric_limits<qint64>::max(), currency("EUR"));
    const auto got = euroTable().convert(most, currency("USD"), Rounding::HalfEven);
    QVERIFY(!got && got.error().is(u"money.out-of-range"));
  }
};

QTEST_GUILESS_MAIN(TestFxRates)
#include "tst_FxRates.moc"
