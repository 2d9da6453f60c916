// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Few clusters in a file: whether the p of their redraws is fine enough for all that is compared.
#include "ExperimentFolder.h"
#include "statistics/Random.h"

#include <QTest>

#include <cmath>

using namespace pricewright;

class TestExperimentClusters : public QObject {
  Q_OBJECT
 private slots:
  // Of four comparisons one must stand out four times as far by itself: redraws that were enough for one are not, and
  // where nobody says how many, they are.
  void redrawsAreFineEnoughForAllComparisons() {
    Files files;
    Random random(5);
    QByteArray text = "store,arm,profit,units,visits,returns\n";
    for (int store = 0; store < 20; ++store) {
      text += QByteArray::number(store) + (store % 2 ? ",high," : ",control,") +
              QByteArray::number(100 + 7 * (store / 2 * 7 % 10) + (store % 2 ? 90 : 0));
      for (int noise = 0; noise < 3; ++noise)
        text += ',' + QByteArray::number(50 + 5 * random.normal(), 'f', 3);
      text += '\n';
    }
    ExperimentRequest r = request();
    r.units = files.write("four.csv", text), r.metrics = QStringList{"profit"};
    r.design = ExperimentDesign::Cluster;
    const auto run = [&] { return analyzeExperiment(r, {}); };
    r.redraws = 99;
    const int forOne = run()->answer.comparisons[0].refused->arguments.value(QStringLiteral("needed")).toInt();
    for (const DecideBy how : {DecideBy::AnyLook, DecideBy::Horizon, DecideBy::PlannedLooks})
      for (const Adjustment adjustment : {Adjustment::Holm, Adjustment::BenjaminiHochberg}) {
        r.metrics = QStringList{"profit", "units", "visits", "returns"};
        r.plan.decideBy = how, r.plan.adjustment = adjustment;
        r.plan.looks.clear(), r.plan.plannedUnits.reset();
        if (how == DecideBy::Horizon)
          r.plan.plannedUnits = 20;
        if (how == DecideBy::PlannedLooks)
          r.plan.plannedUnits = 30, r.plan.looks = {2.0 / 3};
        r.redraws = how == DecideBy::AnyLook ? forOne : 60;
        const auto few = run();
        QVERIFY2(few, few ? "" : qPrintable(few.error().debugText()));
        const std::optional<Error>& refused = few->answer.comparisons[0].refused;
        QVERIFY(refused && refused->is(u"experiment.too-few-redraws"));
        QCOMPARE(refused->arguments.value(QStringLiteral("comparisons")), QStringLiteral("4"));
        r.redraws = refused->arguments.value(QStringLiteral("needed")).toInt();
        const auto enough = run();
        QVERIFY2(enough->answer.comparisons[0].adjustedP <= 0.05,
                 qPrintable(QString::number(enough->answer.comparisons[0].adjustedP)));
        QCOMPARE(enough->answer.comparisons[0].verdict, ArmVerdict::Better);
        r.redraws = *r.redraws - 2; // no number of them is asked for in vain
        QVERIFY(run()->answer.comparisons[0].refused);
        r.redraws.reset();
        QCOMPARE(run()->answer.comparisons[0].verdict, ArmVerdict::Better);
        QVERIFY(!run()->notes.contains(QStringLiteral("few-ways")));
      }
  }

  // Four stores of each arm can be dealt out in 70 ways, of which 2 show as much at the best: no two comparisons can be
  // told apart from that, whatever the redraws.
  void tooFewWaysAreSaid() {
    Files files;
    QByteArray text = "store,arm,profit,units\n";
    for (int store = 0; store < 8; ++store)
      text += QByteArray::number(store) + (store % 2 ? ",high," : ",control,") +
              QByteArray::number(100 + store * store + (store % 2 ? 900 : 0)) + ',' +
              QByteArray::number(50 + store * 3) + '\n';
    ExperimentRequest r = request();
    r.units = files.write("eight.csv", text), r.design = ExperimentDesign::Cluster;
    r.plan.decideBy = DecideBy::Horizon, r.plan.plannedUnits = 8;
    r.metrics = QStringList{"profit"};
    const auto one = analyzeExperiment(r, {});
    QVERIFY(std::abs(one->clusters[0].leastP - 2 / 70.0) < 1e-12);
    QVERIFY(!one->notes.contains(QStringLiteral("few-ways")));
    QCOMPARE(one->answer.comparisons[0].verdict, ArmVerdict::Better);
    r.metrics = QStringList{"profit", "units"};
    const auto two = analyzeExperiment(r, {});
    QVERIFY(!two->answer.comparisons[0].refused); // the figures stand
    QVERIFY(two->notes.contains(QStringLiteral("few-ways")));
    QCOMPARE(two->answer.comparisons[0].verdict, ArmVerdict::Undecided);
    // Nor is a number of redraws asked for, which would change nothing.
    r.redraws = 99;
    QVERIFY(!analyzeExperiment(r, {})->answer.comparisons[0].refused);
    r.redraws.reset(), r.plan.decideBy = DecideBy::AnyLook, r.plan.plannedUnits.reset();
    const auto anyLook = analyzeExperiment(r, {});
    QVERIFY(!anyLook->answer.comparisons[0].refused && anyLook->notes.contains(QStringLiteral("few-ways")));
  }
};

QTEST_GUILESS_MAIN(TestExperimentClusters)
#include "tst_ExperimentClusters.moc"
