// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Juices.h"
#include "pipeline/optimizer/Draws.h"

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

  void doubtInCommonDoesNotAverageOutOverZones() {
    // Sixteen zones raise the same product. What each doubts for itself averages out; what their category or their
    // product doubts does not. One zone alone is as doubtful either way.
    const auto widthOver = [](int zones, std::array<double, 2> category, std::array<double, 2> product) {
      DrawSums all;
      for (int zone = 0; zone < zones; ++zone) {
        PricingCase c = caseOf({juice(1, 319, -2, 0.6)});
        c.key = QStringLiteral("juice|store-%1").arg(zone);
        c.seed = Random::seedFrom(5, c.key.toStdString());
        c.listings[0].demand.logBaseSd = 0;
        c.listings[0].demand.categoryShare = category, c.listings[0].demand.productShare = product;
        const GroupModel model(c);
        const std::vector<std::pair<std::size_t, double>> moves{{0, 3.59}};
        all.add(Draws(model, c.seed, 4000).sums(moves));
      }
      const Effect e = Draws::effectOf(std::move(all));
      return e.profitHigh - e.profitLow;
    };
    const double one = widthOver(1, {}, {});
    QVERIFY(std::abs(widthOver(1, {1, 1}, {}) / one - 1) < 0.1);
    QVERIFY(std::abs(widthOver(16, {}, {}) / one / 4 - 1) < 0.1);
    QVERIFY(std::abs(widthOver(16, {1, 1}, {}) / one / 16 - 1) < 0.1);
    QVERIFY(std::abs(widthOver(16, {}, {1, 1}) / one / 16 - 1) < 0.1);
    // Half in common: 16·√(½ + ½/16) of one zone's, a little less as half of the form's doubt is in common as well.
    QVERIFY(std::abs(widthOver(16, {0.25, 0.25}, {0.25, 0.25}) / one / 16 - std::sqrt(0.5 + 0.5 / 16)) < 0.1);
  }

  void aRiseOfTheWholeCategorySharesWhatItsSumShares() {
    // β and γ offset each other; of each alone nothing is in common, of their sum all that it can be.
    const auto widthOf = [](std::array<double, 2> category) {
      DrawSums all;
      for (int zone = 0; zone < 16; ++zone) {
        PricingCase c = caseOf({juice(1), juice(2)});
        c.key = QStringLiteral("juice|store-%1").arg(zone);
        c.seed = Random::seedFrom(5, c.key.toStdString());
        for (ListingCase& l : c.listings) {
          l.demand.siblingShare = 0.5, l.demand.logBaseSd = 0;
          l.demand.covariance[kOwnRegular * kTerms + kOwnRegular] = 0.5;
          l.demand.covariance[kSibling * kTerms + kSibling] = 0.5;
          l.demand.covariance[kOwnRegular * kTerms + kSibling] = l.demand.covariance[kSibling * kTerms + kOwnRegular] =
              -0.25;
          l.demand.categoryShare = category;
        }
        const GroupModel model(c);
        const std::vector<std::pair<std::size_t, double>> moves{{0, 3.59}, {1, 3.59}};
        all.add(Draws(model, c.seed, 4000).sums(moves));
      }
      const Effect e = Draws::effectOf(std::move(all));
      return e.profitHigh - e.profitLow;
    };
    QVERIFY(widthOf({0, 0.7}) > 2.5 * widthOf({}));
    QVERIFY(widthOf({0.5, 0.5}) > 2.5 * widthOf({}));
  }
};

QTEST_GUILESS_MAIN(JudgementTest)
#include "tst_Judgement.moc"
