// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demand/DemandPanel.h"

#include <QtTest>

using namespace pricewright;

// Which price is the regular one, where the source tells none.
class RegularPriceTest : public QObject {
  Q_OBJECT

 private slots:
  void running_data() {
    QTest::addColumn<QList<double>>("paid");
    QTest::addColumn<QString>("flags"); // p: promoted
    QTest::addColumn<QList<double>>("regular");
    using L = QList<double>;
    QTest::newRow("a flagged promotion") << L{4, 3, 4} << ".p." << L{4, 4, 4};
    QTest::newRow("a dip without a flag that returns") << L{4, 3, 3, 4} << "...." << L{4, 4, 4, 4};
    QTest::newRow("half flagged") << L{4, 2.4, 2.4, 4} << "..p." << L{4, 4, 4, 4};
    QTest::newRow("a cut that stays") << L{4, 3, 3, 3, 3, 3, 3} << "......." << L{4, 3, 3, 3, 3, 3, 3};
    QTest::newRow("a dip too long to be one") << L{4, 3, 3, 3, 3, 3, 4} << "......." << L{4, 3, 3, 3, 3, 3, 4};
    QTest::newRow("a small step is a new price") << L{4, 3.9, 4} << "..." << L{4, 3.9, 4};
    QTest::newRow("a rise") << L{4, 4.5, 4.5} << "..." << L{4, 4.5, 4.5};
    QTest::newRow("promoted from the start") << L{3, 3, 4} << "pp." << L{4, 4, 4};
    QTest::newRow("always promoted") << L{3, 3.5, 3} << "ppp" << L{3.5, 3.5, 3.5};
    QTest::newRow("a promotion above it shows a rise") << L{4, 5, 5} << ".p." << L{4, 5, 5};
    QTest::newRow("nothing") << L{} << "" << L{};
  }
  void running() {
    QFETCH(QList<double>, paid);
    QFETCH(QString, flags);
    QFETCH(QList<double>, regular);
    std::vector<qint32> day;
    std::vector<char> promoted;
    for (int i = 0; i < paid.size(); ++i)
      day.push_back(7 * i), promoted.push_back(flags[i] == QLatin1Char('p'));
    const std::vector<double> prices(paid.begin(), paid.end());
    const std::vector<double> got = runningRegular(day, prices, promoted);
    QCOMPARE(QList<double>(got.begin(), got.end()), regular);
  }

  void distinctPricesAreSeenTwice() {
    QCOMPARE(countDistinctPrices({}), 0);
    QCOMPARE(countDistinctPrices({2}), 0);
    QCOMPARE(countDistinctPrices({2, 2.01, 2.5, 2.5, 3}), 2); // 2 and 2.01 are one level; 3 was seen once
  }
};

QTEST_GUILESS_MAIN(RegularPriceTest)
#include "tst_RegularPrice.moc"
