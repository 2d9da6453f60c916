// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiments/MultipleTesting.h"

#include "statistics/Random.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

using namespace pricewright;

namespace {
constexpr std::array kAll{Adjustment::Bonferroni, Adjustment::Holm, Adjustment::Hochberg, Adjustment::BenjaminiHochberg,
                          Adjustment::BenjaminiYekutieli};
bool refuses(const auto& result, QStringView code) { return !result && result.error().is(code); }
} // namespace

class TestMultipleTesting : public QObject {
  Q_OBJECT
 private slots:
  // R: p.adjust(c(0.01, 0.02, 0.03, 0.04, 0.05), …)
  void known() {
    const std::array p{0.03, 0.01, 0.05, 0.02, 0.04};
    const auto holm = adjustedP(p, Adjustment::Holm), hochberg = adjustedP(p, Adjustment::Hochberg);
    const auto bh = adjustedP(p, Adjustment::BenjaminiHochberg), by = adjustedP(p, Adjustment::BenjaminiYekutieli);
    for (std::size_t i = 0; i < p.size(); ++i) {
      QVERIFY(std::abs((*bh)[i] - 0.05) < 1e-12 && std::abs((*hochberg)[i] - 0.05) < 1e-12);
      QVERIFY(std::abs((*holm)[i] - (i == 1 ? 0.05 : i == 3 ? 0.08 : 0.09)) < 1e-12);
      QVERIFY(std::abs((*by)[i] - 0.05 * 137 / 60) < 1e-12);
    }
  }

  void invariants() {
    Random random(51);
    for (int run = 0; run < 300; ++run) {
      std::vector<double> p;
      for (int i = 0; i < 1 + run % 30; ++i)
        p.push_back(i > 0 && random.uniform() < 0.2 ? p.back() : std::pow(random.uniform(), 3)); // with ties
      std::vector<double> reversed(p.rbegin(), p.rend());
      std::vector<std::vector<double>> all;
      for (const Adjustment how : kAll) {
        all.push_back(*adjustedP(p, how));
        auto back = *adjustedP(reversed, how);
        std::reverse(back.begin(), back.end());
        QVERIFY(back == all.back()); // whatever the order
        for (std::size_t i = 0; i < p.size(); ++i) {
          QVERIFY(all.back()[i] >= p[i] && all.back()[i] <= 1);
          for (std::size_t j = 0; j < p.size(); ++j)
            QVERIFY(!(p[i] <= p[j]) || all.back()[i] <= all.back()[j]);
        }
      }
      for (std::size_t i = 0; i < p.size(); ++i) {
        QVERIFY(all[0][i] >= all[1][i] && all[1][i] >= all[2][i] && all[2][i] >= all[3][i] - 1e-15);
        QVERIFY(all[4][i] >= all[3][i]);
      }
    }
  }

  // Of 40 tests of which 10 have something: the share of the false among the found, and any false one at all.
  void keepsWhatItPromises() {
    constexpr int kRuns = 1500;
    Random random(52);
    double falseShare = 0, anyFalse = 0, found = 0;
    for (int run = 0; run < kRuns; ++run) {
      std::vector<double> p;
      for (int i = 0; i < 40; ++i)
        p.push_back(i < 10 ? std::pow(random.uniform(), 8) : random.uniform());
      const auto discovery = *adjustedP(p, Adjustment::BenjaminiHochberg), family = *adjustedP(p, Adjustment::Holm);
      double right = 0, wrong = 0;
      bool one = false;
      for (std::size_t i = 0; i < p.size(); ++i) {
        (i < 10 ? right : wrong) += discovery[i] <= 0.1;
        one |= i >= 10 && family[i] <= 0.1;
      }
      falseShare += right + wrong > 0 ? wrong / (right + wrong) / kRuns : 0;
      anyFalse += one ? 1.0 / kRuns : 0, found += right / kRuns;
    }
    QVERIFY2(falseShare < 0.1 && falseShare > 0.05, qPrintable(QString::number(falseShare)));
    QVERIFY2(anyFalse < 0.1 && anyFalse > 0.04, qPrintable(QString::number(anyFalse)));
    QVERIFY(found > 4);
  }

  void edges() {
    for (const Adjustment how : kAll) {
      QVERIFY(adjustedP({}, how)->empty());
      QCOMPARE(adjustedP(std::array{0.04}, how)->front(), 0.04); // one test needs no adjustment
      QCOMPARE(adjustedP(std::array{0., 1.}, how)->front(), 0.0);
      QVERIFY(
          refuses(adjustedP(std::array{0.1, std::numeric_limits<double>::quiet_NaN()}, how), u"experiment.not-finite"));
      QVERIFY(refuses(adjustedP(std::array{0.1, 1.1}, how), u"experiment.bad-level"));
      QVERIFY(refuses(adjustedP(std::array{-0.1}, how), u"experiment.bad-level"));
      QCOMPARE(levelOfOne(0.05, 1, how), 0.05);
      const double level = levelOfOne(0.05, 4, how); // the largest of one that is rejected though the others are not
      QVERIFY(adjustedP(std::array{1., level * (1 - 1e-9), 1., 1.}, how)->at(1) <= 0.05);
      QVERIFY(adjustedP(std::array{1., level * (1 + 1e-9), 1., 1.}, how)->at(1) > 0.05);
    }
  }
};

QTEST_GUILESS_MAIN(TestMultipleTesting)
#include "tst_MultipleTesting.moc"
