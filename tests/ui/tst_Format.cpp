// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Money on the screen: in the reader's locale, and to the last minor unit.
#include "itemmodels/Format.h"

#include <QTest>

#include <limits>

using namespace pricewright;

namespace {
Money money(qint64 minor, const char* code) { return Money(minor, *Currency::fromCode(QString::fromLatin1(code))); }
const QLocale kUs(QLocale::English, QLocale::UnitedStates), kGerman(QLocale::German, QLocale::Germany),
    kArabic(QLocale::Arabic, QLocale::Egypt);
} // namespace

class FormatTest : public QObject {
  Q_OBJECT
 private slots:
  void showsMoney_data() {
    QTest::addColumn<qint64>("minor");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QString>("shown");
    QTest::newRow("dollars") << qint64(349) << "USD" << kUs << "3.49";
    QTest::newRow("cents only") << qint64(7) << "USD" << kUs << "0.07";
    QTest::newRow("comma, dot for thousands") << qint64(123456) << "EUR" << kGerman << "1.234,56";
    QTest::newRow("no minor unit") << qint64(1980) << "JPY" << kUs << "1,980";
    QTest::newRow("three digits") << qint64(1234) << "KWD" << kUs << "1.234";
    QTest::newRow("negative") << qint64(-105) << "USD" << kUs << QStringLiteral("−1.05");
    QTest::newRow("beyond a double") << std::numeric_limits<qint64>::max() << "USD" << kUs
                                     << "92,233,720,368,547,758.07";
    QTest::newRow("lowest") << std::numeric_limits<qint64>::min() << "USD" << kUs
                            << QStringLiteral("−92,233,720,368,547,758.08");
    QTest::newRow("arabic figures") << qint64(205) << "USD" << kArabic << QStringLiteral("٢٫٠٥");
  }
  void showsMoney() {
    QFETCH(qint64, minor);
    QFETCH(QString, code);
    QFETCH(QLocale, locale);
    QFETCH(QString, shown);
    QCOMPARE(moneyText(money(minor, code.toLatin1()), locale), shown);
  }

  void readsWhatIsTyped_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<qint64>("minor"); // −1: refused
    QTest::newRow("plain") << "3.49" << "USD" << kUs << qint64(349);
    QTest::newRow("whole") << " 3 " << "USD" << kUs << qint64(300);
    QTest::newRow("one place") << "3.5" << "USD" << kUs << qint64(350);
    QTest::newRow("zeros beyond") << "3.4900" << "USD" << kUs << qint64(349);
    QTest::newRow("grouped") << "1,234.50" << "USD" << kUs << qint64(123450);
    QTest::newRow("german") << "1.234,50" << "EUR" << kGerman << qint64(123450);
    QTest::newRow("dot in germany") << "3.49" << "EUR" << kGerman << qint64(349);
    QTest::newRow("yen") << "198" << "JPY" << kUs << qint64(198);
    QTest::newRow("arabic") << QStringLiteral("٢٫٠٥") << "USD" << kArabic << qint64(205);
    QTest::newRow("half a cent") << "3.495" << "USD" << kUs << qint64(-1);
    QTest::newRow("half a yen") << "1.5" << "JPY" << kUs << qint64(-1);
    QTest::newRow("zero") << "0.00" << "USD" << kUs << qint64(-1);
    QTest::newRow("minus") << "-3.49" << "USD" << kUs << qint64(-1);
    QTest::newRow("words") << "three" << "USD" << kUs << qint64(-1);
    QTest::newRow("exponent") << "1e3" << "USD" << kUs << qint64(-1);
    QTest::newRow("bad grouping") << "12,34.50" << "USD" << kUs << qint64(-1);
    QTest::newRow("nothing") << "" << "USD" << kUs << qint64(-1);
    QTest::newRow("only a point") << "." << "USD" << kUs << qint64(-1);
    QTest::newRow("too large") << "99999999999999999999" << "USD" << kUs << qint64(-1);
  }
  void readsWhatIsTyped() {
    QFETCH(QString, typed);
    QFETCH(QString, code);
    QFETCH(QLocale, locale);
    QFETCH(qint64, minor);
    const std::optional<Money> read = moneyFromText(typed, *Currency::fromCode(code), locale);
    QCOMPARE(read ? read->minor() : -1, minor);
  }

  void whatIsShownCanBeTyped() {
    for (const QLocale& locale : {kUs, kGerman, kArabic})
      for (const char* code : {"USD", "JPY", "KWD"})
        for (const qint64 minor : {1, 99, 100, 349, 123456, 987654321}) {
          const Money m = money(minor, code);
          QCOMPARE(moneyFromText(moneyText(m, locale, false), m.currency(), locale), std::optional(m));
          QCOMPARE(moneyFromText(moneyText(m, locale), m.currency(), locale), std::optional(m));
        }
  }

  void signsAndDurations() {
    QCOMPARE(signedNumber(412.4, 0, kUs), QStringLiteral("+412"));
    QCOMPARE(signedNumber(-3.56, 1, kUs), QStringLiteral("−3.6"));
    QCOMPARE(signedNumber(-0.04, 1, kUs), QStringLiteral("0.0")); // no "−0.0"
    QCOMPARE(signedNumber(std::numeric_limits<double>::quiet_NaN(), 0, kUs), QStringLiteral("–"));
    QCOMPARE(percentText(-1560, true, kUs), QStringLiteral("−15.6"));
    QLocale::setDefault(kUs);
    QCOMPARE(durationText(Duration(58'400)), QStringLiteral("58 s"));
    QCOMPARE(durationText(Duration(-5)), QStringLiteral("0 s"));
    QCOMPARE(durationText(std::chrono::minutes(192)), QStringLiteral("3 h 12 min"));
    QCOMPARE(durationText(std::chrono::hours(52)), QStringLiteral("2 d 4 h"));
  }
};

QTEST_MAIN(FormatTest)
#include "tst_Format.moc"
