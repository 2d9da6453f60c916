// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RealPanel.h"

#include "demand/Orthogonal.h"
#include "statistics/Random.h"

#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

// What a plain regression says of prices, beside what remains once all else that tells them is taken off.
class OrthogonalTest : public QObject {
  Q_OBJECT

  // Products whose dear ones sell little, whose prices fall in the weeks in which more is sold anyway; truth −2.
  static RealPanel misleadingWorld(double betweenProducts, double timing) {
    Random random(11);
    RealPanel panel;
    for (int sku = 1; sku <= 30; ++sku) {
      const double base = random.normal(), level = 4 + betweenProducts * base;
      for (int week = 1; week <= 104; ++week) {
        const double season = std::sin(2 * 3.14159265 * week / 52.18);
        const double own = 0.1 * random.normal() - timing * season, price = 0.5 * base + own;
        const double units = std::exp(level + 0.8 * season - 2 * own + 0.2 * random.normal());
        panel.points[{sku, 1}].push_back(
            point(week, QByteArray::number(std::round(10 * units)), QByteArray::number(10 * std::exp(price), 'f', 2)));
      }
    }
    panel.arrange();
    return panel;
  }
  static OrthogonalFit fitOf(const RealPanel& panel) {
    const auto fits = fitOrthogonal(panel.series, {}, {});
    return fits && !fits->empty() ? fits->back() : OrthogonalFit{};
  }

 private slots:
  void productsComparedWithEachOtherMislead() {
    const OrthogonalFit fit = fitOf(misleadingWorld(1, 0));
    QVERIFY2(std::abs(fit.naive.elasticity + 2) > 1, qPrintable(QString::number(fit.naive.elasticity)));
    QVERIFY2(std::abs(fit.orthogonal.elasticity + 2) < 0.15, qPrintable(QString::number(fit.orthogonal.elasticity)));
    QVERIFY(fit.parts());
    QVERIFY(fit.isBetweenProducts());
  }

  void pricesThatFallWhenMoreIsSoldAnywayMislead() {
    // A level for each product does not help here: it is the season that moves both.
    const OrthogonalFit fit = fitOf(misleadingWorld(-1, 0.15));
    QVERIFY(fit.within.elasticity < -3);
    QVERIFY2(std::abs(fit.orthogonal.elasticity + 2) < 0.25, qPrintable(QString::number(fit.orthogonal.elasticity)));
  }

  void wherePricesAreLeftToChanceBothAgree() {
    const OrthogonalFit fit = fitOf(misleadingWorld(-1, 0));
    QVERIFY(std::abs(fit.naive.elasticity + 2) < 0.15);
    QVERIFY(std::abs(fit.orthogonal.elasticity + 2) < 0.15);
    QVERIFY(!fit.parts());
  }

  void nothingIsSaidOfPricesThatNeverMove() {
    RealPanel panel;
    for (int week = 1; week <= 60; ++week)
      panel.points[{1, 1}].push_back(point(week, QByteArray::number(10 + week % 3), "2.99"));
    panel.arrange();
    const OrthogonalFit fit = fitOf(panel);
    QCOMPARE(fit.why, QStringLiteral("price-never-moves"));
    QVERIFY(!fit.naive.isKnown() && !fit.orthogonal.isKnown() && !fit.parts());
  }

  void theSameRowsSayTheSameAtAnyNumberOfThreads() {
    const RealPanel panel = misleadingWorld(1, 0.1);
    DemandOptions one, four;
    one.threads = 1, four.threads = 4;
    QCOMPARE(fitOrthogonal(panel.series, one, {})->back().orthogonal.elasticity,
             fitOrthogonal(panel.series, four, {})->back().orthogonal.elasticity);
  }

  void beerInOneLineIsWrongByAFactor() {
    const QString folder = realDataFolder();
    if (folder.isEmpty())
      QSKIP("real data not here");
    RealPanel panel;
    std::map<QByteArray, int> skus;
    for (const auto& row : readRows(folder + QStringLiteral("/dominicks_beer/beer_sales.csv.gz")))
      panel.points[{skus.emplace(row[1], int(skus.size()) + 1).first->second, row[0].toInt()}].push_back(
          point(row[2].toInt(), row[4], row[3]));
    panel.arrange();
    const OrthogonalFit fit = fitOf(panel);
    qInfo("naive %.2f ± %.2f, within %.2f ± %.2f, orthogonal %.2f ± %.2f, %lld rows", fit.naive.elasticity,
          fit.naive.standardError, fit.within.elasticity, fit.within.standardError, fit.orthogonal.elasticity,
          fit.orthogonal.standardError, fit.rows);
    QVERIFY(fit.naive.elasticity > -1.2);
    QVERIFY(fit.orthogonal.elasticity < -2.8 && fit.orthogonal.elasticity > -4.2);
    QVERIFY(fit.parts() && fit.isBetweenProducts());
  }
};

QTEST_GUILESS_MAIN(OrthogonalTest)
#include "tst_Orthogonal.moc"
