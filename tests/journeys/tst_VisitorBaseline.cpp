// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Tests by visitors whose control sells nothing, or hardly anything: what is said, and what is decided.
#include "VisitorShop.h"

#include <QtTest>

using namespace pricewright;
using namespace pricewright::test;

class tst_VisitorBaseline : public QObject {
  Q_OBJECT

 private slots:
  // Whoever sells something where nothing was sold is not worse: there is no lift in percent, and the difference
  // decides.
  void aControlWithoutSalesIsNoBaseline_data() {
    QTest::addColumn<bool>("isBandit");
    QTest::newRow("bandit") << true;
    QTest::newRow("half and half") << false;
  }
  void aControlWithoutSalesIsNoBaseline() {
    QFETCH(bool, isBandit);
    VisitorShop v(0.5); // a tenth of those who see the new price buy
    v.isBandit = isBandit, v.controlBuys = 0, v.metric = TestMetric::Revenue;
    v.begin();
    const TestStep step = v.untilDone(4);
    QVERIFY(step.reading && !step.reading->figures.empty());
    const TestFigure& figure = step.reading->figures.front();
    QCOMPARE(figure.why, QString("experiment.no-baseline"));
    QVERIFY(figure.difference && figure.difference->low > 0 && figure.difference->value > 0.2);
    QCOMPARE(step.order.verdict, TestVerdict::Better);
    QCOMPARE(step.after, TestState::Decided);
    if (isBandit)
      QVERIFY(step.reading->plain && step.reading->plain->why == figure.why && step.reading->plain->difference);
  }
  // A handful of sales against none is no proof of anything, least of all of no difference.
  void aFewSalesAgainstNoneDecideNothing() {
    for (const bool isBandit : {true, false}) {
      VisitorShop v(0.02); // 4 of 1,000
      v.isBandit = isBandit, v.controlBuys = 0, v.metric = TestMetric::Revenue;
      v.begin();
      const TestStep step = v.untilDone(2);
      QVERIFY(step.reading && !step.reading->figures.empty());
      QCOMPARE(step.reading->figures.front().why, QString("experiment.no-baseline"));
      QCOMPARE(step.reading->verdict, TestVerdict::Undecided);
      QCOMPARE(step.after, TestState::Running);
    }
  }
  // A control that may have sold nothing just as well is not divided by either.
  void aHardlyKnownControlIsNoBaseline() {
    for (const bool isBandit : {true, false}) {
      VisitorShop v(0.5);
      v.isBandit = isBandit, v.controlBuys = 0.005, v.metric = TestMetric::Revenue;
      v.begin();
      const TestStep step = v.untilDone(4);
      QCOMPARE(step.reading->figures.front().why, QString("experiment.noisy-baseline"));
      QCOMPARE(step.order.verdict, TestVerdict::Better);
    }
  }
  // Sold below its cost, the new price loses money where the old one earned none: no percentage tells how much.
  void aGuardHoldsWhereNothingWasEarned() {
    for (const bool isBandit : {true, false}) {
      VisitorShop v(0.5);
      v.isBandit = isBandit, v.controlBuys = 0, v.cost = "9.00";
      v.metric = TestMetric::Revenue, v.guards = {{TestMetric::Profit, 1000}};
      v.begin();
      const TestStep step = v.untilDone(4);
      QCOMPARE(step.order.reason, QString("guard-crossed"));
      QCOMPARE(step.after, TestState::Reverted);
    }
  }
};

QTEST_GUILESS_MAIN(tst_VisitorBaseline)
#include "tst_VisitorBaseline.moc"
