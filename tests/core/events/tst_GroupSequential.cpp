// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiments/events/GroupSequential.h"

#include "statistics/Distributions.h"
#include "statistics/Random.h"

#include <QTest>

#include <cmath>

using namespace pricewright;

namespace {

std::vector<double> equally(int looks) {
  std::vector<double> out;
  for (int k = 1; k <= looks; ++k)
    out.push_back(double(k) / looks);
  return out;
}
double sum(const std::vector<CrossingChance>& chances) {
  double out = 0;
  for (const CrossingChance& c : chances)
    out += c.above + c.below;
  return out;
}
bool refuses(const auto& result, QStringView code) { return !result && result.error().is(code); }

} // namespace

class TestGroupSequential : public QObject {
  Q_OBJECT
 private slots:
  // Constants of tables that have been printed many times, alpha 5 % two-sided:
  // the limits at the last look.
  void pocockAndOBrienFlemingAsPublished_data() {
    QTest::addColumn<int>("looks");
    QTest::addColumn<double>("pocock");
    QTest::addColumn<double>("obrienFleming");
    QTest::newRow("1") << 1 << 1.960 << 1.960;
    QTest::newRow("2") << 2 << 2.178 << 1.977;
    QTest::newRow("3") << 3 << 2.289 << 2.004;
    QTest::newRow("4") << 4 << 2.361 << 2.024;
    QTest::newRow("5") << 5 << 2.413 << 2.040;
    QTest::newRow("10") << 10 << 2.555 << 2.087;
    QTest::newRow("20") << 20 << 2.672 << 2.126;
  }
  void pocockAndOBrienFlemingAsPublished() {
    QFETCH(int, looks);
    QFETCH(double, pocock);
    QFETCH(double, obrienFleming);
    QVERIFY(std::abs(shapedLimits(looks, 0.05, 0.5)->back().z - pocock) < 6e-4);
    QVERIFY(std::abs(shapedLimits(looks, 0.05, 0)->back().z - obrienFleming) < 6e-4);
  }

  // Five equally spaced looks under Lan and DeMets' spending, 5 % two-sided.
  void spendingLimitsAsPublished() {
    const std::vector<double> obf{4.8769, 3.3569, 2.6803, 2.2898, 2.0310},
        pocock{2.4380, 2.4268, 2.4101, 2.3966, 2.3859};
    const auto careful = lookLimits(equally(5), {}),
               even = lookLimits(equally(5), {0.05, false, LookSpending::Pocock, 1});
    for (std::size_t k = 0; k < 5; ++k) {
      QVERIFY(std::abs((*careful)[k].z - obf[k]) < 2e-4);
      QVERIFY(std::abs((*even)[k].z - pocock[k]) < 2e-4);
    }
  }

  void spendsExactlyAlpha_data() {
    QTest::addColumn<int>("spending");
    QTest::addColumn<bool>("oneSided");
    for (int spending = 0; spending < 3; ++spending)
      for (const bool oneSided : {false, true})
        QTest::addRow("%d %d", spending, int(oneSided)) << spending << oneSided;
  }
  void spendsExactlyAlpha() {
    QFETCH(int, spending);
    QFETCH(bool, oneSided);
    const SpendingPlan plan{0.05, oneSided, LookSpending(spending), 2};
    for (const int looks : {1, 3, 20}) {
      const auto limits = lookLimits(equally(looks), plan);
      QVERIFY(std::abs(sum(*crossingChances(*limits, 0, oneSided)) - 0.05) < 1e-7);
      QVERIFY(std::abs(limits->back().spent - 0.05) < 1e-15);
    }
    const std::vector<double> uneven{0.07, 0.31, 0.32, 0.9, 1};
    QVERIFY(std::abs(sum(*crossingChances(*lookLimits(uneven, plan), 0, oneSided)) - 0.05) < 1e-7);
  }

  // What a look's limit is does not change with the looks that come later, so
  // they may come when they come.
  void laterLooksDoNotMoveEarlierLimits() {
    const std::vector<double> some{0.2, 0.5}, more{0.2, 0.5, 0.51, 1.3};
    const auto few = lookLimits(some, {}), many = lookLimits(more, {});
    QCOMPARE((*few)[0].z, (*many)[0].z);
    QCOMPARE((*few)[1].z, (*many)[1].z);
    QCOMPARE(many->back().fraction, 1.0);
  }

  // A look so early that there is nothing to spend: it cannot decide, and
  // nothing is lost by it.
  void aVeryEarlyLookCannotDecide() {
    const std::vector<double> fractions{0.001, 1};
    const auto limits = lookLimits(fractions, {});
    QVERIFY(std::isinf((*limits)[0].z));
    QVERIFY(std::abs((*limits)[1].z - 1.959964) < 1e-5);
    QVERIFY(std::abs(sum(*crossingChances(*limits, 0, false)) - 0.05) < 1e-7);
  }

  void chancesAgreeWithSimulation() {
    constexpr int kLooks = 6, kRuns = 40'000;
    constexpr double kDrift = 2.5;
    const auto limits = *lookLimits(equally(kLooks), {0.05, false, LookSpending::Pocock, 1});
    const auto chances = *crossingChances(limits, kDrift, false);
    std::vector<double> seen(kLooks);
    Random random(3);
    for (int run = 0; run < kRuns; ++run) {
      double walk = 0;
      for (int k = 0; k < kLooks; ++k) {
        walk += kDrift / kLooks + random.normal() / std::sqrt(double(kLooks));
        if (std::abs(walk / std::sqrt(limits[std::size_t(k)].fraction)) >= limits[std::size_t(k)].z) {
          seen[std::size_t(k)] += 1.0 / kRuns;
          break;
        }
      }
    }
    for (std::size_t k = 0; k < kLooks; ++k) {
      const double due = chances[k].above + chances[k].below;
      QVERIFY(std::abs(seen[k] - due) < 4 * std::sqrt(due / kRuns));
    }
  }

  // The twenty looks of 10,000 units an arm and a lift of 0.05 deviations:
  // nearly as strong as the one look at the end.
  void twentyLooksCostLittlePower() {
    const double drift = 0.05 * std::sqrt(10'000 / 2.0);
    const double once = normalCdf(drift - 1.959964);
    const double careful = sum(*crossingChances(*lookLimits(equally(20), {}), drift, false));
    const double even =
        sum(*crossingChances(*lookLimits(equally(20), {0.05, false, LookSpending::Pocock, 1}), drift, false));
    qInfo("power: once %.4f, O'Brien-Fleming spending %.4f, Pocock spending %.4f", once, careful, even);
    QVERIFY(careful > 0.92 && careful < once && even > 0.85 && even < careful);
  }

  void theIntervalIsTheLimitsWidth() {
    Lift lift;
    lift.value = 3, lift.standardError = 1;
    const RepeatedInterval at = repeatedInterval(lift, {0.5, 2.5, 0, 0});
    QCOMPARE(at.low, 0.5);
    QCOMPARE(at.high, 5.5);
    QVERIFY(at.decided);
    QVERIFY(!repeatedInterval(lift, {0.5, 3.5, 0, 0}).decided);
  }

  void refusesWhatIsNoPlan() {
    const std::vector<double> falling{0.5, 0.4}, beyond{1.2, 1.3}, nothing, zero{0}, nan{std::nan("")};
    for (const auto* fractions : {&falling, &beyond, &zero, &nan})
      QVERIFY(refuses(lookLimits(*fractions, {}), u"experiment.bad-setting"));
    QVERIFY(refuses(lookLimits(nothing, {}), u"experiment.bad-shape"));
    QVERIFY(refuses(lookLimits(equally(2), {0.6}), u"experiment.bad-level"));
    QVERIFY(refuses(lookLimits(equally(2), {0.05, false, LookSpending::Power, 0}), u"experiment.bad-setting"));
    QVERIFY(refuses(shapedLimits(0, 0.05, 0), u"experiment.bad-shape"));
  }
};

QTEST_APPLESS_MAIN(TestGroupSequential)
#include "tst_GroupSequential.moc"
