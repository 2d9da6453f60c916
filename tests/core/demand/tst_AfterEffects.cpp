// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/DemandSimulator.h"

#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

CategoryAfterEffects allTogether(const SimulatorOptions& how) {
  const SimulatedMarket market = simulateMarket(how);
  DemandOptions options;
  options.holdOutWeeks = 0, options.afterEffects = true;
  options.forWeekStarting = market.firstDay + 7 * market.weeks;
  const auto model = fitDemand(market.series, options, {});
  if (!model || model->afterEffects.empty() || model->afterEffects.front().categoryNo != 0)
    qFatal("nothing was read");
  return model->afterEffects.front();
}

SimulatorOptions market(double dip, double loss, std::uint64_t seed) {
  SimulatorOptions how;
  how.skus = 200, how.dip = dip, how.loss = loss, how.seed = seed;
  how.unflagged = 0, how.tellRegular = true;
  return how;
}

QByteArray said(const AfterEffect& e) { return QByteArray::number(e.mean) + " ± " + QByteArray::number(e.sd); }
bool holds(const AfterEffect& e, double truth) { return std::abs(e.mean - truth) < 3 * e.sd; }

} // namespace

class AfterEffectsTest : public QObject {
  Q_OBJECT
 private slots:
  void aDipAfterPromotionsIsFound() {
    for (const std::uint64_t seed : {3u, 4u}) {
      const CategoryAfterEffects all = allTogether(market(-0.3, 0, seed));
      QVERIFY2(holds(all.dip[0], -0.3) && all.dip[0].isShown(), said(all.dip[0]));
      QVERIFY2(holds(all.dip[1], 0) && all.dip[1].sd < 0.1, said(all.dip[1]));
      QVERIFY2(all.payback.isShown() && all.payback.mean > 0.1 && all.payback.mean < 0.5, said(all.payback));
    }
  }

  void whereThereIsNoneNoneIsSeen() {
    int shown = 0;
    for (std::uint64_t seed = 11; seed < 17; ++seed) {
      const CategoryAfterEffects all = allTogether(market(0, 0, seed));
      shown += all.dip[0].isShown() + all.dip[1].isShown() + all.lossLessGain.isShown();
      QVERIFY2(all.dip[0].sd < 0.08, said(all.dip[0]));
    }
    QVERIFY2(shown <= 3, QByteArray::number(shown)); // of eighteen, at 5 %
  }

  void lossesThatWeighMoreAreFound() {
    SimulatorOptions how = market(0, -3, 5);
    how.skus = 400, how.priceChanges = 0.12;
    const CategoryAfterEffects all = allTogether(how);
    QVERIFY2(all.lossLessGain.isShown() && holds(all.lossLessGain, -3), said(all.lossLessGain));
    QVERIFY2(all.loss.mean < 0 && all.loss.isShown(), said(all.loss));
  }

  // What is too little says so, and nothing is not a number.
  void tooLittleSaysNothing() {
    SimulatorOptions how = market(-0.3, 0, 6);
    how.skus = 2, how.weeks = 15, how.perCategory = 2, how.promotions = 0.02, how.priceChanges = 0;
    const SimulatedMarket small = simulateMarket(how);
    DemandOptions options;
    options.holdOutWeeks = 0, options.afterEffects = true;
    options.forWeekStarting = small.firstDay + 7 * small.weeks;
    const auto model = fitDemand(small.series, options, {});
    QVERIFY(model);
    for (const CategoryAfterEffects& e : model->afterEffects)
      for (const AfterEffect& one : {e.dip[0], e.dip[1], e.payback, e.loss, e.gain, e.lossLessGain})
        QVERIFY(std::isfinite(one.mean) && std::isfinite(one.sd));
  }
};

QTEST_GUILESS_MAIN(AfterEffectsTest)
#include "tst_AfterEffects.moc"
