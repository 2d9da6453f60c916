// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "earnings/MarginRealization.h"

#include "statistics/Random.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace pricewright;

class TestMarginRealization : public QObject {
  Q_OBJECT
 private slots:
  void sumsAreExactAndGroupsAddUp() {
    Random random(81);
    std::vector<MarginWeek> weeks;
    for (int i = 0; i < 500; ++i)
      weeks.push_back({int(random.next() % 4), int(random.next() % 13), qint64(random.next() % 1'000'003),
                       qint64(random.next() % 400'009), qint64(random.next() % 900'001),
                       qint64(random.next() % 300'007)});
    const auto groups = marginRealization(weeks);
    const auto all = marginRealizationOfAll(weeks);
    QCOMPARE(groups->size(), std::size_t(4));
    qint64 planned = 0, margin = 0;
    for (const MarginRow& row : *groups)
      planned += row.plannedMarginMicro, margin += row.marginMicro;
    QCOMPARE(planned, all->plannedMarginMicro);
    QCOMPARE(margin, all->marginMicro);
    QCOMPARE(all->weeks, 13);
    QCOMPARE(*all->percent, 100 * double(margin) / double(planned));
    std::reverse(weeks.begin(), weeks.end());
    QCOMPARE(*marginRealizationOfAll(weeks)->percentLow, *all->percentLow);
  }

  void theIntervalHoldsTheTruth() {
    constexpr int kRuns = 500;
    Random random(82);
    int covered = 0;
    for (int run = 0; run < kRuns; ++run) {
      std::vector<MarginWeek> weeks;
      for (int w = 0; w < 13; ++w) {
        const double planned = 1e9 * std::exp(0.4 * random.normal());
        const double realized = planned * 0.85 * (1 + 0.2 * random.normal());
        weeks.push_back({0, w, qint64(3 * planned), qint64(planned), qint64(2.8 * planned), qint64(realized)});
      }
      const auto row = marginRealizationOfAll(weeks);
      covered += *row->percentLow <= 85 && 85 <= *row->percentHigh;
    }
    QVERIFY2(covered > 0.83 * kRuns && covered < 0.95 * kRuns, qPrintable(QString::number(covered)));
  }

  void whatCannotBeToldIsLeftOpen() {
    QVERIFY(marginRealization({})->empty());
    QVERIFY(!marginRealizationOfAll({})->percent);
    const auto one = marginRealizationOfAll(std::array{MarginWeek{1, 1, 100, 40, 90, 30}});
    QCOMPARE(*one->percent, 75.0);
    QVERIFY(!one->percentLow); // one week tells no spread
    QVERIFY(!marginRealizationOfAll(std::array{MarginWeek{1, 1, 100, -4, 90, 30}})->percent);
    constexpr qint64 kMost = std::numeric_limits<qint64>::max();
    const auto over = marginRealization(std::array{MarginWeek{1, 1, kMost, 1, 1, 1}, MarginWeek{1, 2, kMost, 1, 1, 1}});
    QVERIFY(!over && over.error().is(u"earnings.out-of-range"));
  }
};

QTEST_APPLESS_MAIN(TestMarginRealization)
#include "tst_MarginRealization.moc"
