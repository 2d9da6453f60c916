// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What holds a verdict back, and what ends a test without one.
#include "TwoArms.h"

#include <QTest>

#include <cmath>

using namespace pricewright;
using namespace pricewright::test;

class TestAnalysisDoubts : public QObject {
  Q_OBJECT
 private slots:
  // A look that is said to be the end is not: undecided, whatever its figures, as is one of a plan without units.
  void aLookIsWhatIsThereAndNotWhatIsSaid() {
    const AnalysisInput in = twoArms(normalUnits(2000, 5, 1), normalUnits(2000, 5.4, 1), false);
    AnalysisPlan plan;
    plan.decideBy = DecideBy::PlannedLooks, plan.plannedUnits = 40'000;
    plan.looks = {0.1};
    QCOMPARE(first(in, plan).verdict, ArmVerdict::Better);
    for (const std::vector<double>& said : {std::vector{0.25, 0.5, 1.0}, std::vector{0.05, 1.5}, std::vector{0.05}}) {
      plan.looks = said;
      const AnalysisAnswer got = *analyze(in, plan);
      QCOMPARE(got.comparisons[0].verdict, ArmVerdict::Undecided);
      QVERIFY(!got.comparisons[0].repeated->decided);
      QVERIFY(got.lookShare && !got.lookShare->agrees() && std::abs(*got.lookShare->seen - 0.1) < 1e-12);
    }
    plan.looks = {0.1}, plan.plannedUnits.reset();
    QCOMPARE(first(in, plan).verdict, ArmVerdict::Undecided);
    plan.looks = {0.5, 1}, plan.plannedUnits = 3000; // it ran on
    QCOMPARE(first(in, plan).verdict, ArmVerdict::Better);
  }

  // The lift is within −1.1 … +0.6 %: five are excluded, a tenth is not. Said upwards of what is better.
  void anEffectThatIsExcludedIsFutile() {
    AnalysisPlan plan;
    plan.effect = 0.05;
    const AnalysisInput in = twoArms(normalUnits(10'000, 100, 20), normalUnits(10'000, 99.8, 20), false);
    const ArmComparison excluded = first(in, plan);
    QCOMPARE(excluded.verdict, ArmVerdict::Futile);
    QVERIFY(excluded.futility->excluded && !excluded.futility->chanceIfEffect);
    plan.effect = 0.001;
    QCOMPARE(first(in, plan).verdict, ArmVerdict::Undecided);
    // Before its end one look that is planned excludes nothing.
    plan.effect = 0.05, plan.decideBy = DecideBy::Horizon, plan.plannedUnits = 21'000;
    QVERIFY(!first(in, plan).futility->excluded);
    plan.plannedUnits = 20'000;
    QCOMPARE(first(in, plan).verdict, ArmVerdict::Futile);
    plan.decideBy = DecideBy::PlannedLooks, plan.looks = {1};
    QCOMPARE(first(in, plan).verdict, ArmVerdict::Futile);
    // Of a metric of which less is better the lower end counts: −2 % is within, −5 % is not.
    plan = {}, plan.effect = 0.02;
    AnalysisInput less = twoArms(normalUnits(1000, 100, 20), normalUnits(1000, 99, 20), false);
    less.metrics[0].lessIsBetter = true;
    QCOMPARE(first(less, plan).verdict, ArmVerdict::Undecided);
    plan.effect = 0.2;
    QCOMPARE(first(less, plan).verdict, ArmVerdict::Futile);
  }

  // Better in all and worse in each: the arms are as large as planned, and not in the segments.
  void segmentsWithOtherSharesAreDistrusted() {
    AnalysisInput in;
    in.arms = 2, in.groups = 2, in.units = {1000, 1000};
    in.metrics.push_back(
        {false,
         false,
         false,
         false,
         {normalUnits(700, 5, 3), normalUnits(300, 20, 3), normalUnits(300, 4, 3), normalUnits(700, 19, 3)}});
    AnalysisPlan plan;
    QVERIFY(analyze(in, plan)->segmentRatio->mismatch() && analyze(in, plan)->distrust.empty()); // watched: not by χ²
    plan.onlyLook = true;
    const AnalysisAnswer mixed = *analyze(in, plan);
    QVERIFY(!mixed.sampleRatio->mismatch());
    QCOMPARE(mixed.distrust, QStringList{"segment-ratio"});
    QCOMPARE(mixed.comparisons[0].verdict, ArmVerdict::NotTrusted);
    plan.stratified = true;
    const AnalysisAnswer within = *analyze(in, plan);
    QVERIFY(within.distrust.empty());
    QCOMPARE(within.comparisons[0].verdict, ArmVerdict::Worse);
    // A stratum with one arm, or one unit of an arm, is left out; where little is left, nothing is compared.
    in.groups = 4, in.units = {1031, 1001};
    const AnalysisInput whole = in;
    in.metrics[0].cells = {
        whole.metrics[0].cells[0], whole.metrics[0].cells[1], normalUnits(30, 50, 3), normalUnits(1.0, 5, 0),
        whole.metrics[0].cells[2], whole.metrics[0].cells[3], UnitMoments(),          normalUnits(1.0, 6, 0)};
    const ArmComparison aside = first(in, plan);
    QVERIFY2(!aside.refused, aside.refused ? qPrintable(aside.refused->debugText()) : "");
    QCOMPARE(aside.setAside, (std::vector<std::size_t>{2, 3}));
    QCOMPARE(aside.setAsideUnits, 32.0);
    QVERIFY(near(aside.absolute.value, within.comparisons[0].absolute.value));
    in.metrics[0].cells[2] = normalUnits(3000, 50, 3);
    QVERIFY(first(in, plan).refused->is(u"experiment.strata-too-small"));
    in.metrics[0].cells[2] = UnitMoments(), in.metrics[0].cells[3] = normalUnits(9, 7, 0);
    in.metrics[0].cells[7] = normalUnits(9, 7, 0);
    const ArmComparison alike = first(in, plan);
    QVERIFY(alike.refused->is(u"experiment.stratum-alike"));
    QCOMPARE(alike.refused->arguments.value(QStringLiteral("segment")), QStringLiteral("3"));
  }
};

QTEST_APPLESS_MAIN(TestAnalysisDoubts)
#include "tst_AnalysisDoubts.moc"
