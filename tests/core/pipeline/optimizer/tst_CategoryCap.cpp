// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Juices.h"

using namespace pricewright;
using namespace pricewright::test;

// A category whose prices would all move together.
class CategoryCapTest : public QObject {
  Q_OBJECT
 private slots:
  // Three alike, each worth the whole of the cap to itself: each comes some of the way.
  void theRoomIsShared() {
    std::vector<ListingCase> all;
    for (int i = 0; i < 3; ++i) {
      all.push_back(juice(i + 1, 1000 + i, -2));
      all.back().cost = dollars(6);
      all.back().ladder = LadderSpec{};
      all.back().demand.siblingShare = 1.0 / 3;
      all.back().demand.lowestSeen = 8, all.back().demand.highestSeen = 13;
    }
    PricingCase c = caseOf(std::move(all));
    set(c, "optimizer.max-category-move.percent", 3.0);
    for (const Recommendation& r : run(c)) {
      const qint64 rise = r.proposed.minor() - c.listings[std::size_t(r.listingNo - 1)].current.minor();
      QVERIFY2(rise > 20 && rise < 40, qPrintable(QString::number(rise))); // 3 % of 10.00 is 0.30
    }
  }

  void aCategoryMovesNoFurtherThanItsCap() {
    Random random(5);
    int waited = 0;
    for (int round = 0; round < 200; ++round) {
      std::vector<ListingCase> all;
      for (int i = 0; i < 6; ++i)
        all.push_back(juice(i + 1, 300 + qint64(random.uniform() * 200), -1 - 2 * random.uniform()));
      double shares = 0;
      for (ListingCase& l : all)
        shares += l.demand.siblingShare = random.uniform();
      PricingCase c = caseOf(std::move(all));
      const double most = round % 2 ? 3 : 6;
      set(c, "optimizer.max-category-move.percent", most);
      RuleOutcome held;
      held.targetMinor = c.listings[0].current.minor(); // set by a rule: counts, and stays where the rule put it
      double index = 0;
      for (const Recommendation& r : run(c, {held})) {
        const ListingCase& l = c.listings[std::size_t(r.listingNo - 1)];
        index += l.demand.siblingShare / shares * std::log(r.proposed.toDouble() / l.current.toDouble());
        waited += r.outcome == u"no-change-category-cap";
      }
      QVERIFY(std::abs(index) <= std::log1p(most / 100) + 1e-9);
    }
    QVERIFY(waited > 10);
  }
};

QTEST_GUILESS_MAIN(CategoryCapTest)
#include "tst_CategoryCap.moc"
