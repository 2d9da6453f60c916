// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "earnings/LiftTable.h"

#include "statistics/Random.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace pricewright;

namespace {
bool refuses(const auto& result, QStringView code) { return !result && result.error().is(code); }
TestLift lift(const char* name, const char* category, double estimate, double error, double weight = 1) {
  return {QString::fromLatin1(name), QString::fromLatin1(category), QStringLiteral("2026-Q1"), estimate, error, weight};
}
} // namespace

class TestLiftTable : public QObject {
  Q_OBJECT
 private slots:
  void totalsAreWeightedByPrecision() {
    const auto t = liftTable(std::array{lift("a", "tea", 0.10, 0.02), lift("b", "tea", 0.02, 0.01)});
    QVERIFY(std::abs(t->total.lift - (0.1 * 2500 + 0.02 * 10'000) / 12'500) < 1e-12);
    QVERIFY(std::abs((t->total.high - t->total.low) / 2 - 1.6448536 / std::sqrt(12'500)) < 1e-8);
    QCOMPARE(t->byTest.size(), std::size_t(2));
    QCOMPARE(t->byCategory.size(), std::size_t(1));
    QCOMPARE(t->byCategory.front().lift, t->total.lift);
    QCOMPARE(t->byPeriod.front().tests, 2);
  }

  // Winners picked for what they were found to bring: the raw sum is too high,
  // the shrunk one is right.
  void theWinnersCurseIsTakenOff() {
    Random random(91);
    double raw = 0, shrunk = 0, truth = 0;
    int covered = 0;
    constexpr int kRuns = 200;
    for (int run = 0; run < kRuns; ++run) {
      std::vector<TestLift> tests;
      double taken = 0;
      for (int i = 0; i < 50; ++i) {
        const double real = 0.01 + 0.02 * random.normal(), error = 0.02 + 0.02 * random.uniform();
        TestLift t = lift("", "tea", real + error * random.normal(), error, 1000);
        t.test = QString::number(i), t.rolledOut = t.estimate > 0.03;
        taken += t.rolledOut ? 1000 * real : 0;
        tests.push_back(t);
      }
      const auto table = liftTable(tests);
      raw += table->rolledOutRaw, shrunk += table->rolledOutShrunk, truth += taken;
      covered += table->rolledOutShrunkLow <= taken && taken <= table->rolledOutShrunkHigh;
    }
    QVERIFY2(raw > 1.5 * truth, qPrintable(QString::number(raw / truth)));
    QVERIFY2(std::abs(shrunk / truth - 1) < 0.1, qPrintable(QString::number(shrunk / truth)));
    QVERIFY2(covered > 0.83 * kRuns, qPrintable(QString::number(covered)));
  }

  void oneTestAloneStaysAsItIs() {
    const auto t = liftTable(std::array{lift("a", "tea", 0.1, 0.02, 50)});
    QCOMPARE(t->total.shrunk, 0.1);
    QCOMPARE(t->rolledOutRaw, 5.0);
    QCOMPARE(t->rolledOutShrunk, 5.0);
    QCOMPARE(liftTable({})->total.tests, 0);
  }

  void badInputIsRefused() {
    constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
    QVERIFY(refuses(liftTable(std::array{lift("a", "", kNaN, 1)}), u"earnings.not-finite"));
    for (const double error : {0.0, -1.0, kNaN, 1e-200})
      QVERIFY(refuses(liftTable(std::array{lift("a", "", 1, error)}), u"earnings.bad-standard-error"));
    QVERIFY(refuses(liftTable(std::array{lift("a", "", 1, 1, -1)}), u"earnings.bad-weight"));
    QVERIFY(refuses(liftTable(std::array{lift("a", "", 1, 1), lift("a", "", 2, 1)}), u"earnings.test-twice"));
  }
};

QTEST_APPLESS_MAIN(TestLiftTable)
#include "tst_LiftTable.moc"
