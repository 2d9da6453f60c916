// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Juices.h"

using namespace pricewright;
using namespace pricewright::test;

// Intervals, confidence, losses: one set of draws for every price.
class JudgementTest : public QObject {
  Q_OBJECT
 private slots:
  void theIntervalHoldsNineDrawsInTen() {
    // With one doubtful number the quantiles of profit are those of the normal distribution.
    PricingCase c = caseOf({juice()});
    c.listings[0].demand.logBaseSd = 0;
    set(c, "optimizer.draws", 10000);
    set(c, "optimizer.label-cost", 0.0);
    const double move = std::log(3.59 / 3.19), sd = std::hypot(0.15, 0.15) * move; // elasticity's own, and the form's
    const auto profit = [&](double z) {
      return 1.59 * 100 * std::exp(-2 * move + z * sd - 0.5 * 0.15 * 0.15 * move * move) - 1.19 * 100;
    };
    const Effect e = evaluatePrice(c, 0, Money(359, usd())).effect;
    const double half = profit(1.6449) - profit(0);
    QVERIFY(std::abs(e.profitLow - profit(-1.6449)) < 0.05 * half);
    QVERIFY(std::abs(e.profitHigh - profit(1.6449)) < 0.05 * half);
  }

  void doubtWidensTheIntervalAndLowersConfidence() {
    const auto width = [](const PricingCase& c) {
      const Effect e = evaluatePrice(c, 0, Money(359, usd())).effect;
      return e.profitHigh - e.profitLow;
    };
    PricingCase plain = caseOf({juice()}), stale = plain, beyond = plain, vague = caseOf({juice(1, 319, -2, 1.2)});
    stale.listings[0].competitorState = QStringLiteral("stale");
    beyond.listings[0].demand.highestSeen = 3.19;
    QVERIFY(width(stale) > width(plain));
    QVERIFY(width(beyond) > 1.2 * width(plain));
    QVERIFY(width(vague) > 3 * width(plain));
    QVERIFY(evaluatePrice(vague, 0, Money(359, usd())).confidence <
            evaluatePrice(plain, 0, Money(359, usd())).confidence);
  }
};

QTEST_GUILESS_MAIN(JudgementTest)
#include "tst_Judgement.moc"
