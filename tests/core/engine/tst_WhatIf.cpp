// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/plans/WhatIf.h"

#include "pipeline/optimizer/Optimizer.h"
#include "support/SmallMarket.h"

#include <chrono>

using namespace pricewright;
using namespace pricewright::test;

namespace {

const WhatIfListing& of(const WhatIfResult& r, int listingNo) {
  for (const WhatIfListing& l : r.listings)
    if (l.listingNo == listingNo)
      return l;
  qFatal("no such listing");
}
bool near(double a, double b, double within = 1e-9) { return std::abs(a - b) <= within * std::max(1.0, std::abs(b)); }

struct Tried {
  SmallMarket m;
  CycleReport report;
  WhatIfModelPtr model;
  int no = 0;
  Money now;
  explicit Tried(int listing = 1) : no(listing) {
    report = m.cycle(false);
    model = take(whatIf(*m.ws, no));
    now = model->listing(no)->current;
  }
};

} // namespace

// Dragging a price tells the same story as the queue would: same draws, same limits, to the last digit.
class TestWhatIf : public QObject {
  Q_OBJECT
 private slots:
  void nowIsExactlyNothing() {
    Tried t;
    const WhatIfPrice at{t.no, t.now};
    for (const auto prices : {std::span<const WhatIfPrice>(), std::span<const WhatIfPrice>(&at, 1)}) {
      const WhatIfResult r = t.model->evaluate(prices);
      QCOMPARE(r.moved, 0);
      for (const WhatIfFigure* f : {&r.units, &r.revenue, &r.profit}) {
        QVERIFY(f->now > 0);
        QVERIFY(f->change == 0 && f->low == 0 && f->high == 0 && f->then == f->now);
      }
      for (const WhatIfListing& l : r.listings)
        QVERIFY(l.units.change == 0 && l.profit.change == 0 && l.then == l.now && l.marginNowBp == l.marginThenBp);
      QCOMPARE(*r.indexNow, *r.indexThen);
    }
  }

  // A decision of the cycle, and the same price tried here.
  void agreesWithTheDecisionsOfTheCycle() {
    Tried t;
    int compared = 0;
    for (const PriceDecision& d : t.m.decisionsOf(t.report)) {
      if (d.proposed == d.current)
        continue;
      const auto model = take(whatIf(*t.m.ws, d.listingNo));
      const WhatIfPrice at{d.listingNo, d.proposed};
      const WhatIfResult r = model->evaluate({&at, 1});
      const Effect& e = d.recommendation.effect;
      QVERIFY2(near(r.profit.change, e.profit), qPrintable(QString::number(r.profit.change - e.profit)));
      QVERIFY(near(r.profit.low, e.profitLow) && near(r.profit.high, e.profitHigh));
      QVERIFY(near(r.units.change, e.units) && near(r.revenue.change, e.revenue));
      QCOMPARE(r.confidence, d.recommendation.confidence);
      QCOMPARE(*of(r, d.listingNo).marginThenBp, d.marginThenBp);
      ++compared;
    }
    QVERIFY(compared >= 3);
  }

  void verdictsAreThoseOfAnEditedDecision() {
    Tried t;
    const PriceDecision d = *t.m.decisionOf(t.report, t.no);
    for (const double factor : {0.5, 0.8, 1.05, 1.3, 2.5}) {
      const Money price(qint64(std::llround(double(t.now.minor()) * factor)), t.now.currency());
      const PriceDecision here = take(t.model->verdicts(t.no, price));
      const PriceDecision there = take(decideEdited(take(t.m.ws->decisions().pricingCase(d.caseId)), t.no, price));
      QCOMPARE(here.guarded.route, there.guarded.route);
      QCOMPARE(here.proposed, there.proposed);
      QCOMPARE(here.recommendation.effect.profit, there.recommendation.effect.profit);
      QCOMPARE(here.guarded.verdicts.size(), there.guarded.verdicts.size());
      for (std::size_t i = 0; i < here.guarded.verdicts.size(); ++i)
        QCOMPARE(here.guarded.verdicts[i].outcome, there.guarded.verdicts[i].outcome);
    }
    QVERIFY(!t.model->verdicts(t.no, Money(0, t.now.currency())));
    QVERIFY(!t.model->verdicts(4711, t.now));
  }

  // Each listing's change, the label's cost taken off, is the group's; and locked prices count together.
  void groupsAddUp() {
    Tried t;
    const auto& listings = t.model->content().listings;
    const WhatIfPrice both[] = {{listings[0].listingNo, t.model->step(listings[0].listingNo, listings[0].current, 3)},
                                {listings[1].listingNo, t.model->step(listings[1].listingNo, listings[1].current, -2)}};
    const WhatIfResult r = t.model->evaluate(both);
    QCOMPARE(r.moved, 2);
    double units = 0, revenue = 0, profit = 0, unitsNow = 0;
    for (const WhatIfListing& l : r.listings) {
      units += l.units.change, revenue += l.revenue.change, profit += l.profit.change;
      unitsNow += l.units.now;
      QVERIFY(near(l.units.then, l.units.now + l.units.change));
      QVERIFY(l.units.low <= l.units.change && l.units.change <= l.units.high);
    }
    const double labels = 2 * t.model->content().settings.real(u"optimizer.label-cost");
    QVERIFY(near(units, r.units.change) && near(revenue, r.revenue.change) && near(profit - labels, r.profit.change));
    QVERIFY(near(unitsNow, r.units.now));
    const std::pair<std::size_t, Money> moves[] = {{0, both[0].second}, {1, both[1].second}};
    const Effect joint = jointEffect(t.model->content(), moves);
    QVERIFY(near(r.profit.change, joint.profit) && near(r.profit.low, joint.profitLow));
    QVERIFY(near(r.units.high, joint.unitsHigh));
  }

  void dearerSellsLessAndSiblingsGain() {
    Tried t;
    const WhatIfPrice up{t.no, t.model->step(t.no, t.now, 3)};
    QVERIFY(up.second.minor() > t.now.minor());
    const WhatIfResult r = t.model->evaluate({&up, 1});
    QVERIFY(of(r, t.no).units.high < 0);
    QVERIFY(*of(r, t.no).indexThen > *of(r, t.no).indexNow);
    QVERIFY(*r.indexThen > *r.indexNow);
    const WhatIfCurve curve = t.model->curve(t.no, {});
    QVERIFY(curve.points.size() > 50);
    for (std::size_t i = 1; i < curve.points.size(); ++i) {
      QVERIFY(curve.points[i].price >= curve.points[i - 1].price);
      QVERIFY(curve.points[i].units <= curve.points[i - 1].units);
      QVERIFY(curve.points[i].unitsLow <= curve.points[i].units && curve.points[i].units <= curve.points[i].unitsHigh);
    }
    QVERIFY(curve.observed.size() > 90);
    QVERIFY(curve.lowestSeen > 0 && curve.highestSeen > curve.lowestSeen);
    const auto atNow = std::find_if(curve.points.begin(), curve.points.end(),
                                    [&](const auto& p) { return p.price == t.now.toDouble(); });
    QVERIFY(atNow != curve.points.end() && near(atNow->units, of(r, t.no).units.now));
    QVERIFY(near(atNow->profit, of(r, t.no).profit.now));
    const int other = t.model->content().listings.back().listingNo; // a dearer sibling moves the whole curve
    QVERIFY(other != t.no);
    const WhatIfPrice dearer{other, t.model->step(other, t.model->listing(other)->current, 5)};
    const WhatIfCurve moved = t.model->curve(t.no, {&dearer, 1});
    QCOMPARE(moved.points.size(), curve.points.size());
    const WhatIfPrice both[] = {dearer, {t.no, Money(std::llround(curve.points[40].price * 100), t.now.currency())}};
    QVERIFY(std::abs(moved.points[40].units / curve.points[40].units - 1) > 1e-6);
    QVERIFY(near(of(t.model->evaluate(both), t.no).units.then, moved.points[40].units, 2e-2));
  }

  void stepsKeepToTheLadderAndTheBounds() {
    Tried t;
    const Money up = t.model->step(t.no, t.now, 1);
    QVERIFY(up.minor() > t.now.minor());
    QVERIFY(PriceLadder(t.model->listing(t.no)->ladder).contains(up.minor()));
    t.m.sql(qPrintable(QStringLiteral("UPDATE listing SET max_minor = %1 WHERE no = 1").arg(up.minor())));
    const auto bounded = take(whatIf(*t.m.ws, t.no));
    QCOMPARE(bounded->step(t.no, t.now, 5), up);
    QCOMPARE(bounded->step(t.no, Money(), 1), Money());
    QCOMPARE(t.model->nearest(t.no, t.now.toDouble() + 0.001), t.now); // today's price is always in reach
    QCOMPARE(t.model->nearest(t.no, up.toDouble() - 0.001), up);
    QCOMPARE(bounded->nearest(t.no, 1000), up);
    for (const double absurd : {0.0, -3.0, std::nan(""), std::numeric_limits<double>::infinity()})
      QCOMPARE(t.model->nearest(t.no, absurd), t.now);
  }

  // The facts are today's, the demand the last cycle's; and it says so.
  void factsAreOfNow() {
    Tried t;
    t.m.clock.advance(std::chrono::hours(24 * 3));
    t.m.sql("UPDATE cost SET amount_micro = amount_micro * 3 / 2 WHERE listing_no = 1");
    const auto later = take(whatIf(*t.m.ws, t.no));
    QVERIFY(*later->demandFrom() == *t.model->demandFrom() && later->content().now > *later->demandFrom());
    QVERIFY(later->listing(t.no)->cost->value > t.model->listing(t.no)->cost->value);
    QVERIFY(*of(later->evaluate({}), t.no).marginNowBp < *of(t.model->evaluate({}), t.no).marginNowBp);
    QVERIFY(near(of(later->evaluate({}), t.no).units.now, of(t.model->evaluate({}), t.no).units.now));
    QVERIFY(later->listing(t.no)->reference.sellers == 0); // nobody has looked for three days
  }

  void withoutCostOrModelItSaysWhy() {
    Tried t;
    t.m.sql("DELETE FROM cost WHERE listing_no = 1");
    auto model = take(whatIf(*t.m.ws, t.no));
    WhatIfPrice up{t.no, model->step(t.no, t.now, 2)};
    WhatIfResult r = model->evaluate({&up, 1});
    QVERIFY(!of(r, t.no).known);
    QCOMPARE(of(r, t.no).why, QStringLiteral("cost-missing"));
    QVERIFY(r.units.change == 0 && model->curve(t.no, {}).points.empty());
    QCOMPARE(take(model->verdicts(t.no, up.second)).guarded.route, Route::Hold);
    t.m.sql("DELETE FROM listing_demand");
    model = take(whatIf(*t.m.ws, 2)); // its own group has one of them left
    QVERIFY(!model->demandFrom());
    up = {2, model->step(2, model->listing(2)->current, 1)};
    r = model->evaluate({&up, 1});
    QCOMPARE(of(r, 2).why, QStringLiteral("no-cycle"));
    QVERIFY(model->verdicts(2, up.second)); // limits can still be told
    t.m.sql("DELETE FROM price WHERE listing_no = 1");
    QCOMPARE(whatIf(*t.m.ws, 1).error().code, QStringLiteral("planner.no-price"));
    QCOMPARE(whatIf(*t.m.ws, 99).error().code, QStringLiteral("catalog.unknown-listing"));
  }

  // Twenty siblings: far below a frame of 16 ms, also unoptimized.
  void isFastEnoughToDrag() {
    SmallMarket m(40, 1, 60);
    m.cycle(false);
    const auto model = take(whatIf(*m.ws, 1));
    QCOMPARE(model->content().listings.size(), std::size_t(20));
    const int no = model->content().listings.front().listingNo;
    Money price = model->listing(no)->current;
    const auto began = std::chrono::steady_clock::now();
    constexpr int kTimes = 40;
    for (int i = 0; i < kTimes; ++i) {
      price = Money(price.minor() + 1, price.currency());
      const WhatIfPrice at{no, price};
      QVERIFY(model->evaluate({&at, 1}).units.change < 0);
      QVERIFY(model->verdicts(no, price));
    }
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - began;
    qInfo("evaluate and verdicts of 20 siblings: %.2f ms", took.count() / kTimes);
    QVERIFY(took.count() / kTimes < 50); // generous: machines that test are busy
  }
};

QTEST_GUILESS_MAIN(TestWhatIf)
#include "tst_WhatIf.moc"
