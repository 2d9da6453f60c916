// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/DecisionCurve.h"

#include <QTest>

#include <cmath>

using namespace pricewright;

// The curve in the window says what the model says, and nothing of its own.
class TestDecisionCurve : public QObject {
  Q_OBJECT

 private slots:
  void theSeasonIsCountedOnce() {
    DemandEstimate d;
    d.usable = true;
    d.referencePrice = 2.0;
    d.seasonShift = 0.3;
    d.logBase = std::log(100.0) + d.seasonShift;
    d.mean[kOwnRegular] = -2;
    const DecisionCurve::Units at = unitsAt(d, 2.0), dearer = unitsAt(d, 4.0);
    QVERIFY(std::abs(at.expected - 100 * std::exp(0.3)) < 1e-9);
    QVERIFY(std::abs(dearer.expected - at.expected / 4) < 1e-9);
  }

  void theBandWidensAwayFromTheReference() {
    DemandEstimate d;
    d.referencePrice = 2.0;
    d.logBase = 3;
    d.logBaseSd = 0.1;
    d.covariance[kOwnRegular * kTerms + kOwnRegular] = 0.25;
    const auto width = [&](double price) {
      const auto u = unitsAt(d, price);
      return std::log(u.high / u.low);
    };
    QVERIFY(width(2.0) > 0);
    QVERIFY(width(3.0) > width(2.5) && width(2.5) > width(2.0));
  }
};

QTEST_GUILESS_MAIN(TestDecisionCurve)
#include "tst_DecisionCurve.moc"
