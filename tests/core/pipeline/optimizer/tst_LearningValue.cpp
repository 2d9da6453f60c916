// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is known of a price's answer, and what a test of another price would cost and be worth.
#include "Juices.h"

#include "pipeline/optimizer/GroupModel.h"
#include "pipeline/optimizer/LearningValue.h"
#include "pipeline/optimizer/SearchWindow.h"

using namespace pricewright;
using namespace pricewright::test;

namespace {

ListingCase doubtful(double sd, double units = 400, double noise = 0.25) {
  ListingCase l = juice(1, 319, -2.2, sd);
  l.demand.noiseSd = noise, l.demand.logBase = std::log(units), l.demand.logBaseSd = 0.05;
  return l;
}
LearningValue of(ListingCase l, const RuleOutcome& rules = {}) {
  const PricingCase c = caseOf({std::move(l)});
  const GroupModel model(c);
  const LearningPlace place{&c, &model, 0, rules};
  return learningValue({&place, 1});
}
LearningValue ofZones(const ListingCase& l, int zones) {
  const PricingCase c = caseOf({l}); // the same in each
  const GroupModel model(c);
  return learningValue(std::vector<LearningPlace>(std::size_t(zones), {&c, &model, 0, {}}));
}

} // namespace

class TestLearningValue : public QObject {
  Q_OBJECT
 private slots:
  void whatIsKnownNeedsNoTest() {
    const LearningValue v = of(doubtful(0.03));
    QCOMPARE(v.knowledge, Knowledge::Known);
    QCOMPARE(v.reason, QStringLiteral("enough-is-known"));
    QVERIFY(v.perfect >= 0);
  }

  void muchDoubtOnMuchMoneyIsWorthATest() {
    const LearningValue v = of(doubtful(0.9));
    QCOMPARE(v.knowledge, Knowledge::WorthTesting);
    QVERIFY(v.worth > v.cost && v.cost > 0);
    QVERIFY(v.tests[0] > 0 && v.tests[0] != 319 && v.move != 0 && v.weeks >= 2);
    QCOMPARE(v.zones, 1);
    QVERIFY(v.sdAfter < v.sd && qFuzzyCompare(v.sd, 0.9));
    // No test is worth more than the truth itself.
    QVERIFY(v.worth <= kLearningWeeks * v.perfect * (1 + 1e-9));
  }

  // Weeks that scatter so much that a test says nothing: not worth it, and not known either.
  void whereTestsTellLittleNothingIsClaimed() {
    const LearningValue v = of(doubtful(0.9, 400, 40));
    QCOMPARE(v.knowledge, Knowledge::CannotTell);
    QCOMPARE(v.reason, QStringLiteral("test-costs-more"));
    QVERIFY(v.perfect > 0 && v.worth < v.cost);
  }

  // What one zone cannot tell, many can together; every second one is tested.
  void zonesLearnTogether() {
    const ListingCase l = doubtful(0.5, 60, 0.8);
    const LearningValue alone = ofZones(l, 1), many = ofZones(l, 40);
    QVERIFY(alone.knowledge != Knowledge::WorthTesting);
    QCOMPARE(many.knowledge, Knowledge::WorthTesting);
    QCOMPARE(many.zones, 20);
    QCOMPARE(std::count(many.tests.begin(), many.tests.end(), 0), std::ptrdiff_t(20));
    QVERIFY(many.sdAfter < 0.93 * alone.sdAfter);
    QVERIFY(qFuzzyCompare(many.perfect, 40 * alone.perfect));
  }

  void moreDoubtIsWorthMore() {
    double before = -1;
    for (const double sd : {0.1, 0.3, 0.5, 0.8, 1.2}) {
      const double perfect = of(doubtful(sd)).perfect;
      QVERIFY(perfect > before);
      before = perfect;
    }
  }

  // The same by playing it out: an elasticity is drawn, a test run, the posterior taken, the best price set.
  void agreesWithPlayingItOut() {
    const ListingCase l = doubtful(0.7);
    const PricingCase c = caseOf({l});
    const GroupModel model(c);
    const LearningPlace place{&c, &model, 0, {}};
    const LearningValue v = learningValue({&place, 1});
    QVERIFY(v.tests[0] > 0);
    const GroupListing& g = model.at(0);
    std::vector<double> prices;
    for (const qint64 rung : searchWindow(c, l, {}, usableCost(l)).rungs)
      prices.push_back(double(rung) / 100);
    prices.push_back(3.19);
    const double units = std::exp(g.logMeanUnits(g.x1, g.x2)), form = g.extraSd * g.extraSd;
    const auto expected = [&](double price, double mean, double variance) {
      const double y = std::log(price / 3.19);
      return (price - 2) * units * std::exp(mean * y + 0.5 * (variance + form) * y * y);
    };
    const auto best = [&](double mean, double variance) {
      return *std::max_element(prices.begin(), prices.end(), [&](double a, double b) {
        return expected(a, mean, variance) < expected(b, mean, variance);
      });
    };
    Random random(5);
    const double y = std::log(double(v.tests[0]) / 319), now = best(-2.2, 0.49);
    const double error = l.demand.noiseSd * l.demand.noiseSd / v.weeks + 0.05 * 0.05;
    double gain = 0;
    constexpr int kPlays = 40'000;
    for (int k = 0; k < kPlays; ++k) {
      const double truth = -2.2 + 0.7 * random.normal(), seen = truth * y + std::sqrt(error) * random.normal();
      const double left = 1 / (1 / 0.49 + y * y / error), mean = left * (-2.2 / 0.49 + y * seen / error);
      const double after = best(mean, left);
      gain += (expected(after, truth, 0) - expected(now, truth, 0)) / kPlays;
    }
    QVERIFY2(std::abs(kLearningWeeks * gain - v.worth) < 0.06 * v.worth,
             qPrintable(QStringLiteral("%1, %2").arg(kLearningWeeks * gain).arg(v.worth)));
  }

  void whatCannotBeAskedSaysWhy() {
    ListingCase l = doubtful(0.5);
    l.cost.reset();
    QCOMPARE(of(l).reason, QStringLiteral("cost-missing"));
    l = doubtful(0.5), l.demand.usable = false;
    QCOMPARE(of(l).reason, QStringLiteral("no-elasticity-model"));
    RuleOutcome held;
    held.hold = true;
    QCOMPARE(of(doubtful(0.5), held).reason, QStringLiteral("nothing-to-try"));
    const PricingCase c = caseOf({doubtful(0.5)});
    const GroupModel model(c);
    const LearningPlace nowhere{&c, &model, 9, {}};
    QCOMPARE(learningValue({&nowhere, 1}).reason, QStringLiteral("no-current-price"));
    QCOMPARE(learningValue({}).knowledge, Knowledge::CannotTell);
  }

  void nothingOddIsEverInfinite() {
    Random random(11);
    for (int k = 0; k < 300; ++k) {
      ListingCase l = randomListing(random, 1);
      l.demand.noiseSd = random.uniform() < 0.1 ? 0 : 2 * random.uniform();
      const LearningValue v = of(std::move(l));
      QVERIFY(!v.reason.isEmpty());
      for (const double figure : {v.sd, v.perfect, v.cost, v.worth, v.sdAfter})
        QVERIFY(std::isfinite(figure) && figure >= -1e-9);
      QVERIFY((v.knowledge == Knowledge::WorthTesting) == (v.reason == u"test-pays"));
    }
  }
};

QTEST_APPLESS_MAIN(TestLearningValue)
#include "tst_LearningValue.moc"
