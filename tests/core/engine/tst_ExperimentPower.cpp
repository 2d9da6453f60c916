// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/experiments/ExperimentPower.h"

#include <QTest>

#include <cmath>

using namespace pricewright;

namespace {

bool isRefused(const auto& result, QStringView code) { return !result && result.error().is(code); }

GivenFigures buyers() {
  GivenFigures f;
  f.share = 0.1, f.effect = 0.1, f.unitsADay = 1000;
  return f;
}

ExperimentHistory madeHistory(std::size_t units, std::size_t weeks) {
  Random random(3);
  std::vector<double> season, values;
  for (std::size_t t = 0; t < weeks; ++t) {
    season.push_back(std::exp(0.3 * random.normal()));
  }
  for (std::size_t c = 0; c < units; ++c) {
    const double level = 100 * std::exp(0.4 * random.normal());
    for (const double week : season) {
      values.push_back(level * week * std::exp(0.1 * random.normal()));
    }
  }
  ExperimentHistory history;
  history.panel = *Panel::of(units, weeks, 0, std::move(values));
  return history;
}

StudyWish wishOf(std::size_t splits) {
  StudyWish wish;
  wish.before = 12, wish.tested = 8, wish.splits = splits, wish.robust = false;
  wish.plan.reference.redraws = 199;
  return wish;
}

} // namespace

class TestExperimentPower : public QObject {
  Q_OBJECT
 private slots:
  // R: power.prop.test(p1 = .1, p2 = .11, power = .8) gives 14,751 of each.
  void sharesNeedWhatTheTextbooksSay() {
    const auto power = powerFromFigures(buyers());
    QVERIFY(power);
    QCOMPARE(power->atEnd.days, 30.0); // 29,502 at 1,000 a day
    QCOMPARE(power->atEnd.units, 30'000.0);
    QVERIFY(power->atEnd.detectable && *power->atEnd.detectable < 0.1 && *power->atEnd.detectable > 0.098);
    QCOMPARE(power->atEnd.designEffect, 1.0);
  }

  void lookingAtAnyTimeCostsAndCupedSaves() {
    GivenFigures f = buyers();
    f.unitsADay = 100, f.correlation = 0.6;
    const auto power = powerFromFigures(f);
    QVERIFY(power->anyTime.units > 1.2 * power->atEnd.units && power->anyTime.units < 2.5 * power->atEnd.units);
    QVERIFY(std::abs(power->atEndCuped.units / power->atEnd.units - 0.64) < 0.01);
    QVERIFY(std::abs(power->anyTimeCuped.units / power->anyTime.units - 0.64) < 0.02);
  }

  // d = 0.05 · 20 / 40 = 0.025: 2 · 25,117 (R: power.t.test).
  void meansNeedWhatTheTextbooksSay() {
    GivenFigures f;
    f.mean = 20, f.deviation = 40, f.effect = 0.05, f.unitsADay = 1;
    f.unitsADay = 100;
    QVERIFY(std::abs(powerFromFigures(f)->atEnd.units - 50'234) <= 100);
  }

  void alikeClustersSayLess() {
    GivenFigures f;
    f.mean = 20, f.deviation = 40, f.effect = 0.1, f.unitsADay = 1000;
    const double single = powerFromFigures(f)->atEnd.days;
    f.clusters = 200, f.intraclass = 0.005;
    const auto clustered = powerFromFigures(f);
    QVERIFY(clustered->atEnd.days > 1.2 * single && clustered->atEnd.designEffect > 1.2);
    // As many single units as needed, times the design effect.
    QVERIFY(std::abs(clustered->atEnd.days / (single * clustered->atEnd.designEffect) - 1) < 0.1);
    f.clusters = 10, f.intraclass = 0.2; // fifty units' worth, however long
    QVERIFY(isRefused(powerFromFigures(f), u"experiment.out-of-reach"));
  }

  // 40 clusters of ten units each, ρ 0.05: 1.45 units say as much as one, and (t(0.975, 38) + t(0.8, 38)) standard
  // errors of 0.2 · √(1.45 · 4 / 400) are found. Both are of the whole days that are planned, whatever was asked for.
  void whatIsPrintedIsOfThePlanThatIsPrinted() {
    GivenFigures f;
    f.mean = 20, f.deviation = 4, f.unitsADay = 400, f.clusters = 40, f.intraclass = 0.05;
    for (const double effect : {0.07, 0.08, 0.12}) {
      f.effect = effect;
      const auto power = powerFromFigures(f);
      QVERIFY2(power, power ? "" : qPrintable(power.error().debugText()));
      QCOMPARE(power->atEnd.units, 400.0);
      QVERIFY(std::abs(power->atEnd.designEffect - 1.45) < 1e-9);
      QVERIFY(std::abs(*power->atEnd.detectable - 0.0692) < 0.0003);
    }
  }

  // The end's plan stands where looking at any time finds nothing.
  void whatOneWayCannotFindTheOtherMay() {
    GivenFigures f;
    f.mean = 20, f.deviation = 4, f.unitsADay = 1, f.clusters = 40, f.intraclass = 0.05, f.effect = 0.05;
    const auto power = powerFromFigures(f);
    QVERIFY(power && !power->atEnd.why);
    QVERIFY(std::abs(power->atEnd.units - 1483) < 10);
    QVERIFY(power->anyTime.why && power->anyTime.why->is(u"experiment.out-of-reach"));
    f.clusters = 8, f.effect = 0.1, f.intraclass = 0.02;
    const auto few = powerFromFigures(f);
    QVERIFY(few && few->anyTime.why && few->anyTime.why->is(u"experiment.few-ways-to-decide"));
    QVERIFY(few->atEnd.units > 500 && few->atEnd.units < 1000); // not 190, as if units decided
    f.correlation = 0.5;
    QVERIFY(powerFromFigures(f)->atEndCuped.why->is(u"experiment.clusters-not-adjusted"));
    f.correlation = 0, f.plan.alpha = 0.01;
    QVERIFY(isRefused(powerFromFigures(f), u"experiment.few-ways-to-decide"));
  }

  void figuresThatAreMissingOrWrongAreSaid() {
    QVERIFY(isRefused(powerFromFigures({}), u"experiment.given-incomplete"));
    GivenFigures f = buyers();
    f.unitsADay = 0;
    QVERIFY(isRefused(powerFromFigures(f), u"experiment.given-incomplete"));
    f = buyers(), f.share = 1.5;
    QVERIFY(isRefused(powerFromFigures(f), u"experiment.bad-level"));
    f = buyers(), f.correlation = 1;
    QVERIFY(isRefused(powerFromFigures(f), u"experiment.bad-setting"));
    f = buyers(), f.clusters = 5;
    QVERIFY(isRefused(powerFromFigures(f), u"experiment.few-clusters"));
    f = buyers(), f.effect = 0;
    QVERIFY(!powerFromFigures(f));
    f = buyers(), f.effect = 20;
    QVERIFY(isRefused(powerFromFigures(f), u"experiment.share-beyond"));
  }

  void ownHistoryTellsWhatItFinds() {
    const ExperimentHistory history = madeHistory(24, 52);
    const std::array<std::size_t, 3> weeks{4, 16, 100};
    const auto rows = powerFromHistory(history, wishOf(100), weeks, 0.8, {});
    QVERIFY(rows && rows->size() == 3);
    QVERIFY((*rows)[0].detectable && (*rows)[1].detectable && *(*rows)[1].detectable < *(*rows)[0].detectable);
    QVERIFY((*rows)[1].atTen.share >= (*rows)[1].atFive.share);
    QVERIFY((*rows)[2].why && (*rows)[2].why->is(u"experiment.short-history"));
    QVERIFY(isRefused(powerFromHistory(history, wishOf(100), std::span(weeks).last(1), 0.8, {}),
                      u"experiment.short-history"));
  }

  void aDesignThatHoldsIsNotRefused() {
    const auto study = aaFromHistory(madeHistory(24, 52), wishOf(400), {});
    QVERIFY(study && !study->refused);
    QVERIFY(study->none.found.share < 0.09 && study->ten.found.share > study->none.found.share);
  }

  void designsAreKnownByName() {
    QVERIFY(studyDesignFrom(QStringLiteral("pairs")) &&
            isRefused(studyDesignFrom(QStringLiteral("x")), u"experiment.no-such-design"));
  }

  // Revenue per visit: with as many visits for everyone it is the mean of revenue, and with revenue in proportion to
  // visits hardly anything is left to chance.
  void ratiosArePlannedByTheDeltaMethod() {
    GivenFigures plain;
    plain.mean = 20, plain.deviation = 40, plain.unitsADay = 1000;
    GivenFigures ratio = plain;
    ratio.below = GivenFigures::Below{4, 0, 0};
    QCOMPARE(powerFromFigures(ratio)->atEnd.units, powerFromFigures(plain)->atEnd.units);
    ratio.below = GivenFigures::Below{4, 6, 0.5};
    // R = 5, Var = (1600 − 2·5·0.5·40·6 + 25·36) / 16 = 81.25
    plain.mean = 5, plain.deviation = std::sqrt(81.25);
    QCOMPARE(powerFromFigures(ratio)->atEnd.units, powerFromFigures(plain)->atEnd.units);
    ratio.below->correlation = 1;
    QVERIFY(powerFromFigures(ratio)->atEnd.units < powerFromFigures(plain)->atEnd.units);
    ratio.below->mean = 0;
    QCOMPARE(powerFromFigures(ratio).error().code, QStringLiteral("experiment.given-incomplete"));
    QCOMPARE(int(*studyDesignFrom(QStringLiteral("visitor"))), int(StudyDesign::Visitors));
  }
};

QTEST_GUILESS_MAIN(TestExperimentPower)
#include "tst_ExperimentPower.moc"
