// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A price test from its design to the price that everybody pays, or back: in a shop whose buyers are known.
#include "engine/views/TodayView.h"
#include "support/SimulatedShop.h"

#include <QtTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

constexpr double kUp = 1.08;
constexpr int kUpBp = 800;

SimulatedShop::Buyers buyersWith(double lift, double factor = kUp) {
  return {SimulatedShop::elasticityFor(lift, factor, 0.3), 0.3};
}

ExperimentRow started(SimulatedShop& shop, const ExperimentPlan& plan) {
  take(designExperiment(*shop.ws, plan));
  return take(startExperiment(*shop.ws, plan.name));
}

QString codeOf(const Result<ExperimentRow>& result) { return result ? QString() : result.error().code; }

} // namespace

class tst_PriceTest : public QObject {
  Q_OBJECT

 private slots:
  // A rise never becomes a cut, nor nothing: the new price is the ladder's nearest on the asked side of today's.
  void aChangeKeepsItsSideOnTheLadder() {
    SimulatedShop shop({buyersWith(0.05)}, {}); // 3.99 in all zones
    for (const auto& [change, minor] : {std::pair(1, qint64(4'09)), {100, qint64(4'09)}, {-100, qint64(3'89)}}) {
      const ExperimentPreview preview = take(previewExperiment(*shop.ws, shop.plan("ladder", 0, change)));
      QCOMPARE(int(preview.prices.size()), 12);
      for (const ExperimentPreview::Priced& priced : preview.prices)
        QCOMPARE(priced.price.treatment.minor(), minor);
    }
  }
  // Refused with the reason, whatever the limits would say of it.
  void aPriceAgainstItselfIsNoTest() {
    SimulatedShop shop({buyersWith(0.05)}, {});
    ExperimentPlan plan = shop.plan("same", 0, 0);
    plan.prices = {{SimulatedShop::tested(0), "3.99"}};
    const ExperimentPreview preview = take(previewExperiment(*shop.ws, plan));
    QVERIFY(!preview.mayStart());
    QCOMPARE(preview.refused.front().code, QString("experiment.same-price"));
    QCOMPARE(preview.refused.front().arguments.value("price"), QString("3.99"));
    for (const ExperimentPreview::Priced& priced : preview.prices)
      QCOMPARE(priced.reason, QString("same-price"));
    for (const Error& refused : preview.refused)
      QVERIFY(refused.code != u"experiment.price-refused" || !refused.arguments.value("reason").isEmpty());
  }
  void aBetterPriceIsFoundAndRolledOutThroughApprovals() {
    SimulatedShop shop({buyersWith(0.12)}, {});
    const ExperimentRow row = started(shop, shop.plan("up", 0, kUpBp));
    QCOMPARE(row.state, TestState::Waiting);
    const QueueSnapshot queue = take(shop.ws->queue());
    QCOMPARE(int(queue.pending.size()), 6); // half of twelve zones
    QCOMPARE(queue.byReason.value(QString()), 0);
    for (const QueueRow& row_ : queue.pending)
      QVERIFY(row_.reasons.contains(QStringLiteral("by-test")));
    const QueueRow& first = queue.pending.front();
    if (first.reasons.size() == 1)
      QCOMPARE(first.reasonDetail, QStringLiteral("up"));
    const PriceDecision kept = take(shop.ws->detail(first.id)).decision;
    QCOMPARE(kept.guarded.reasons.last(), QStringLiteral("by-test"));
    QVERIFY(take(shop.ws->replay(first.id)).sameBits);
    QCOMPARE(shop.check("up").order.action, TestAction::None);
    QCOMPARE(shop.approveAll(), 6);
    QCOMPARE(shop.check("up").after, TestState::Running);
    TestStep step;
    int weeks = 0;
    for (; weeks < 8 && step.after != TestState::Decided; ++weeks)
      shop.week(), step = shop.check("up");
    QCOMPARE(step.after, TestState::Decided);
    QCOMPARE(step.order.verdict, TestVerdict::Better);
    const TestFigure figure = step.reading->figures.front();
    const double truth = shop.trueLift(0, kUp);
    QVERIFY2(figure.low <= truth && truth <= figure.high, qPrintable(QString::number(truth)));
    QVERIFY(figure.low > 0);
    QVERIFY(step.reading->weekly.value_or(0) > 0);

    need(rollOutExperiment(*shop.ws, "up"));
    QCOMPARE(shop.approveAll(), 6);
    QCOMPARE(shop.check("up").after, TestState::RolledOut);
    for (int zone = 0; zone < 12; ++zone)
      QVERIFY(shop.priceNow(SimulatedShop::tested(0), zone) > 4.2);
    QCOMPARE(shop.journalCount("experiment.registered"), 1);
    QCOMPARE(shop.journalCount("experiment.looked"), weeks - 1); // the week that it began in was no whole one
    QVERIFY(take(shop.ws->verifyAudit()).intact());
  }

  // Whoever waits for more evidence gets it: what an older look said does not decide it again.
  void aDecidedTestThatIsExtendedRunsOn() {
    SimulatedShop shop({buyersWith(0.12)}, {});
    ExperimentPlan plan = shop.plan("up", 0, kUpBp);
    plan.longestDays = 2 * plan.days;
    started(shop, plan);
    shop.approveAll();
    TestStep step = shop.check("up");
    for (int week = 0; week < 8 && step.after != TestState::Decided; ++week)
      shop.week(), step = shop.check("up");
    QCOMPARE(step.after, TestState::Decided);
    need(extendExperiment(*shop.ws, "up", 7));
    step = shop.check("up");
    QVERIFY(!step.reading);
    QCOMPARE(step.after, TestState::Running);
  }

  void severeHarmGoesBackAtTheFirstLookThatShowsIt() {
    // A fifth off, and nobody buys more for it.
    SimulatedShop shop({{-0.2, 0.0}}, {});
    ExperimentPlan plan = shop.plan("down", 0, -2000);
    plan.harmBp = 1000;
    need(shop.ws->catalog().setSetting(shop.ws->me(), "guardrail.step.percent", 40));
    const ExperimentRow row = started(shop, plan);
    shop.approveAll();
    QCOMPARE(shop.check("down").after, TestState::Running);
    TestStep step;
    int weeks = 0;
    for (; weeks < 8 && step.after != TestState::Reverted; ++weeks) {
      shop.week(), step = shop.check("down");
      if (step.reading && !step.reading->figures.empty() && step.reading->figures.front().high < -0.1)
        QCOMPARE(step.after, TestState::Reverted); // never a look later
    }
    QCOMPARE(step.after, TestState::Reverted);
    QVERIFY2(weeks <= 2, qPrintable(QString::number(weeks)));
    for (int zone = 0; zone < 12; ++zone)
      QCOMPARE(shop.priceNow(SimulatedShop::tested(0), zone), 3.99);
    const TestVerdict verdict = take(shop.ws->experiments().named("down")).verdict;
    QVERIFY(verdict == TestVerdict::Worse || verdict == TestVerdict::Futile);
  }

  void silentSalesPauseItAndDecideNothing() {
    SimulatedShop shop({buyersWith(0.12)}, {});
    started(shop, shop.plan("up", 0, kUpBp));
    shop.approveAll();
    shop.check("up");
    shop.week();
    QCOMPARE(shop.check("up").after, TestState::Running);
    shop.week(false);
    shop.week(false);
    const TestStep silent = shop.check("up");
    QCOMPARE(silent.after, TestState::Paused);
    QCOMPARE(silent.order.reason, QString("sales-silent"));
    QVERIFY(!silent.reading);
    QCOMPARE(shop.check("up").order.action, TestAction::None); // stays paused, says so once
    shop.week();
    QCOMPARE(shop.check("up").after, TestState::Running);
  }

  void assignmentsSurviveARestart() {
    SimulatedShop shop({buyersWith(0.05)}, {});
    const ExperimentRow before = started(shop, shop.plan("up", 0, kUpBp));
    shop.reopen();
    const ExperimentRow after = take(shop.ws->experiments().named("up"));
    QCOMPARE(after.setup, before.setup);
    QCOMPARE(after.registeredHash, registeredHash(before.plan.toJson(), before.setup.toJson()));
    QCOMPARE(int(std::count_if(after.setup.units.begin(), after.setup.units.end(),
                               [](const TestUnit& u) { return u.arm == 1; })),
             6);
  }

  void aChangedPlanDecidesNothing() {
    SimulatedShop shop({buyersWith(0.12)}, {});
    started(shop, shop.plan("up", 0, kUpBp));
    shop.approveAll();
    shop.check("up");
    need(shop.ws->database().execute("UPDATE experiment SET plan = replace(plan, '\"mde_percent\":5', "
                                     "'\"mde_percent\":4')"));
    shop.week();
    const TestStep step = shop.check("up");
    QCOMPARE(step.after, TestState::Reverted);
    QCOMPARE(step.order.reason, QString("plan-changed"));
    QCOMPARE(shop.priceNow(SimulatedShop::tested(0), 0), 3.99); // its prices went back all the same
  }

  void aRejectedPriceEndsIt() {
    SimulatedShop shop({buyersWith(0.12)}, {});
    started(shop, shop.plan("up", 0, kUpBp));
    const QueueRow row = take(shop.ws->queue()).pending.front();
    need(shop.ws->actAs("max"));
    const std::vector<Ask> ask{{row.id, row.contentHash}};
    take(shop.ws->reject(ask, "too-high"));
    need(shop.ws->actAs("dora"));
    const TestStep step = shop.check("up");
    QCOMPARE(step.after, TestState::Reverted);
    QCOMPARE(step.order.reason, QString("price-refused"));
    QCOMPARE(int(take(shop.ws->queue()).pending.size()), 0); // the others were taken out of the queue
  }

  void aCycleDoesNotTakePricesThatWaitOutOfTheQueue() {
    SimulatedShop shop({buyersWith(0.12)}, {});
    started(shop, shop.plan("up", 0, kUpBp));
    CycleOptions options;
    options.seed = 3;
    take(shop.ws->runCycle(options, {}));
    QCOMPARE(int(take(shop.ws->queue()).pending.size()), 6);
    shop.approveAll();
    QCOMPARE(shop.check("up").after, TestState::Running);
  }

  void anEditedPriceEndsItAndGoesBackToo() {
    SimulatedShop shop({buyersWith(0.12)}, {});
    started(shop, shop.plan("up", 0, kUpBp));
    const QueueRow row = take(shop.ws->queue()).pending.front();
    need(shop.ws->actAs("max"));
    take(shop.ws->editPrice({row.id, row.contentHash}, Money(419, row.now.currency())));
    need(shop.ws->actAs("dora"));
    // Who edits cannot approve; the others sign.
    std::vector<Ask> asks;
    for (const QueueRow& r : take(shop.ws->queue()).pending)
      asks.push_back({r.id, r.contentHash});
    need(shop.ws->actAs(operatingSystemUser()));
    take(shop.ws->approve(asks));
    need(shop.ws->actAs("dora"));
    shop.clock.advance(std::chrono::minutes(10));
    take(shop.ws->publish({}));
    const TestStep step = shop.check("up");
    QCOMPARE(step.after, TestState::Reverted);
    for (int zone = 0; zone < 12; ++zone)
      QCOMPARE(shop.priceNow(SimulatedShop::tested(0), zone), 3.99);
  }

  void whatALookSaidIsDoneInTheNextRoundWhereItWasInterrupted() {
    SimulatedShop shop({buyersWith(0.12)}, {});
    started(shop, shop.plan("up", 0, kUpBp));
    shop.approveAll();
    shop.check("up");
    TestStep step;
    for (int week = 0; week < 8 && step.after != TestState::Decided; ++week)
      shop.week(), step = shop.check("up");
    QCOMPARE(step.after, TestState::Decided);
    // As if the program had ended between the look and what was done about it.
    need(shop.ws->database().execute("UPDATE experiment SET state = 'running', state_ms = started_ms, verdict = '', "
                                     "version = version + 1"));
    const TestStep again = shop.check("up");
    QVERIFY(!again.reading);
    QCOMPARE(again.after, TestState::Decided);
    QCOMPARE(take(shop.ws->experiments().named("up")).verdict, TestVerdict::Better);
  }

  void aRefusedRollOutCanBeTriedAgain() {
    SimulatedShop shop({buyersWith(0.12)}, {});
    started(shop, shop.plan("up", 0, kUpBp));
    shop.approveAll();
    shop.check("up");
    TestStep step;
    for (int week = 0; week < 8 && step.after != TestState::Decided; ++week)
      shop.week(), step = shop.check("up");
    need(rollOutExperiment(*shop.ws, "up"));
    const QueueRow row = take(shop.ws->queue()).pending.front();
    need(shop.ws->actAs("max"));
    const std::vector<Ask> ask{{row.id, row.contentHash}};
    take(shop.ws->reject(ask, "timing"));
    need(shop.ws->actAs("dora"));
    QCOMPARE(shop.check("up").after, TestState::Decided); // a winner is not thrown away for it
    need(rollOutExperiment(*shop.ws, "up"));
    shop.approveAll();
    QCOMPARE(shop.check("up").after, TestState::RolledOut);
  }

  void aCycleLeavesWhatIsTestedAlone() {
    SimulatedShop shop({buyersWith(0.12), buyersWith(0.12)}, {});
    started(shop, shop.plan("up", 0, kUpBp));
    shop.approveAll();
    shop.check("up");
    CycleOptions options;
    options.seed = 3;
    const CycleReport report = take(shop.ws->runCycle(options, {}));
    DecisionFilter filter;
    filter.cycleId = report.cycleId;
    int held = 0;
    for (const PriceDecision& d : take(shop.ws->decisions().decisions(filter)))
      if (d.categoryCode == u"C1") {
        QCOMPARE(d.proposed, d.current);
        QCOMPARE(d.guarded.primaryReason, QStringLiteral("hold-test")); // no rule of anybody's: there is none
        QCOMPARE(summaryOf(d).reasonDetail, QStringLiteral("up"));
        ++held;
      }
    QCOMPARE(held, 24); // twelve zones, the tested product and its sibling
    const TodaySnapshot today = take(todayView(*shop.ws));
    const auto need = std::find_if(today.needs.begin(), today.needs.end(),
                                   [](const TodayNeed& n) { return n.what == u"held-by-test"; });
    QVERIFY(need != today.needs.end());
    QCOMPARE(need->count, 24);
    QCOMPARE(need->example, QStringLiteral("up"));
  }

  void whatCollidesIsRefused() {
    SimulatedShop shop({buyersWith(0.12), buyersWith(0.12)}, {});
    started(shop, shop.plan("up", 0, kUpBp));
    take(designExperiment(*shop.ws, shop.plan("again", 0, -kUpBp)));
    QCOMPARE(codeOf(startExperiment(*shop.ws, "again")), QString("experiment.collides"));
    take(designExperiment(*shop.ws, shop.plan("other", 1, kUpBp)));
    QCOMPARE(codeOf(startExperiment(*shop.ws, "other")), QString());
  }

  void whatCannotBeToldApartIsRefused() {
    SimulatedShop few({buyersWith(0.12), buyersWith(0.12)}, {.zones = 5});
    take(designExperiment(*few.ws, few.plan("few", 0, kUpBp)));
    QCOMPARE(codeOf(startExperiment(*few.ws, "few")), QString("experiment.few-clusters"));
    ExperimentPlan pairs = few.plan("pairs", 0, kUpBp);
    pairs.design = TestDesign::Pairs;
    pairs.skus << SimulatedShop::sibling(0); // buyers go from one to the other
    take(designExperiment(*few.ws, pairs));
    QCOMPARE(codeOf(startExperiment(*few.ws, "pairs")), QString("experiment.substitutes-apart"));
    ExperimentPlan visitors = few.plan("visitors", 0, kUpBp);
    visitors.design = TestDesign::Visitors;
    take(designExperiment(*few.ws, visitors));
    QCOMPARE(codeOf(startExperiment(*few.ws, "visitors")), QString("experiment.visitor-prices-off"));
    ExperimentPlan storable = few.plan("storable", 0, kUpBp);
    storable.design = TestDesign::Switchback;
    take(designExperiment(*few.ws, storable));
    QCOMPARE(codeOf(startExperiment(*few.ws, "storable")), QString("experiment.storable-switchback"));
  }

  void aPriceThatLimitsForbidDoesNotStart() {
    SimulatedShop shop({buyersWith(0.12)}, {});
    ExperimentPlan plan = shop.plan("below cost", 0, -4500);
    take(designExperiment(*shop.ws, plan));
    QCOMPARE(codeOf(startExperiment(*shop.ws, "below cost")), QString("experiment.price-refused"));
    QCOMPARE(take(shop.ws->experiments().named("below cost")).state, TestState::Draft);
  }
};

QTEST_GUILESS_MAIN(tst_PriceTest)
#include "tst_PriceTest.moc"
