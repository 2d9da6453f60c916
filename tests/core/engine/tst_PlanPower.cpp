// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a plan finds what it looks for, told from what its design found at 5 and at 10 %.
#include "engine/experiments/PlanPower.h"
#include "statistics/Distributions.h"

#include <QTest>

#include <cmath>

using namespace pricewright;

namespace {

// A design whose share found is normal in the lift: found 2 errors away half of the time.
PlanStudy studyWithError(double error) {
  PlanStudy out;
  out.study.five.found.share = normalCdf(0.05 / error - 2);
  out.study.ten.found.share = normalCdf(0.10 / error - 2);
  return out;
}

} // namespace

class TestPlanPower : public QObject {
  Q_OBJECT
 private slots:
  void whatIsAskedForIsHeldAgainstWhatIsFound() {
    ExperimentPlan plan; // 5 % with power 80 %, in 28 days
    const PlanPower weak = planPower(plan, studyWithError(0.029));
    QVERIFY(!weak.isEnough());
    QVERIFY(std::abs(weak.found - normalCdf(0.05 / 0.029 - 2)) < 1e-12);
    QVERIFY(planPower(plan, studyWithError(0.015)).isEnough());
    plan.mdeBp = 1000;
    QVERIFY(planPower(plan, studyWithError(0.029)).isEnough());
    plan.mdeBp = 250; // less than was tried
    QVERIFY(std::abs(planPower(plan, studyWithError(0.029)).found - normalCdf(0.025 / 0.029 - 2)) < 1e-9);
  }

  // The days that it says are those after which such a design finds it as often as asked.
  void theDaysThatItTakesAreEnough() {
    ExperimentPlan plan;
    for (const double error : {0.02, 0.029, 0.045}) {
      const PlanPower power = planPower(plan, studyWithError(error));
      QVERIFY(power.days && power.unitsFactor);
      QCOMPARE(*power.days % kWeekOfSales, 0);
      const double then = error / std::sqrt(double(*power.days) / plan.days);
      QVERIFY2(normalCdf(0.05 / then - 2) >= 0.8, qPrintable(QString::number(*power.days)));
      const double aWeekLess = error / std::sqrt(double(*power.days - kWeekOfSales) / plan.days);
      QVERIFY(normalCdf(0.05 / aWeekLess - 2) < 0.8);
    }
  }

  void whatCannotBeToldIsNotTold() {
    PlanStudy flat; // finds one lift as seldom as the other
    flat.study.five.found.share = 0.06, flat.study.ten.found.share = 0.07;
    const PlanPower power = planPower(ExperimentPlan(), flat);
    QVERIFY(!power.isEnough() && !power.days && !power.unitsFactor);
  }
};

QTEST_GUILESS_MAIN(TestPlanPower)
#include "tst_PlanPower.moc"
