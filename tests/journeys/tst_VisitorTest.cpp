// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A price test by visitors: the shop deals them out, tells who saw and bought what, and the test manager acts on it.
#include "VisitorShop.h"

#include "engine/experiments/ExperimentBanditTest.h"
#include "engine/experiments/ExperimentPlanStudy.h"

#include <QFile>
#include <QtTest>

using namespace pricewright;
using namespace pricewright::test;

class tst_VisitorTest : public QObject {
  Q_OBJECT

 private slots:
  void aBetterPriceIsFoundAndProposedForTheLists() {
    VisitorShop v(1.2); // more buy at the new price: so clear that it is decided within days
    v.begin();
    QCOMPARE(int(take(v.shop.ws->queue()).pending.size()), 0); // the shop shows the price; lists stay
    const TestStep step = v.untilDone(14);
    QCOMPARE(step.after, TestState::Decided);
    QCOMPARE(step.order.verdict, TestVerdict::Better);
    QVERIFY(step.reading->sampleRatioP.value_or(0) > 0.001);
    need(rollOutExperiment(*v.shop.ws, "visitors"));
    QCOMPARE(v.shop.approveAll(), 8);
    QCOMPARE(v.shop.check("visitors").after, TestState::RolledOut);
    QVERIFY(v.shop.priceNow(SimulatedShop::tested(0), 0) > 4.2);
  }
  void severeHarmEndsIt() {
    VisitorShop v(0.4); // six of ten leave
    v.begin();
    const TestStep step = v.untilDone(10);
    QCOMPARE(step.after, TestState::Reverted);
    QVERIFY(v.shop.priceNow(SimulatedShop::tested(0), 0) < 4);
  }
  void armsOfAnotherSizeEndIt() {
    VisitorShop v(0.85); // about the same profit: nothing else ends it first
    v.begin();
    const TestStep step = v.untilDone(14, 0.3);
    QCOMPARE(step.after, TestState::Reverted);
    QCOMPARE(step.order.reason, QString("sample-ratio"));
  }
  // No sale is known minutes after its start, and it goes on; it pauses when the hours that are allowed are over.
  void aNewTestIsNotPaused() {
    VisitorShop v(1.0); // silent after 48 hours
    v.begin();
    v.shop.clock.advance(std::chrono::minutes(5));
    QCOMPARE(v.shop.check("visitors").after, TestState::Running);
    v.shop.clock.advance(std::chrono::hours(49));
    QCOMPARE(v.shop.check("visitors").after, TestState::Paused);
  }
  void silencePausesIt_data() {
    QTest::addColumn<bool>("byOrders");
    QTest::newRow("of the shop") << false;
    QTest::newRow("of revenue") << true;
  }
  void silencePausesIt() {
    QFETCH(bool, byOrders);
    VisitorShop v(0.9); // too little to be decided in two days
    v.byOrders = byOrders;
    v.begin();
    v.day();
    QCOMPARE(v.shop.check("visitors").after, TestState::Running);
    v.shop.clock.advance(std::chrono::hours(72));
    QCOMPARE(v.shop.check("visitors").after, TestState::Paused);
    v.day();
    QCOMPARE(v.shop.check("visitors").after, TestState::Running);
  }
  void theSameRowsCountOnce() {
    VisitorShop v(1.0);
    v.begin();
    v.day();
    const VisitorIntake first = v.last(), second = v.again();
    QVERIFY(first.exposures > 1000 && first.events > 100);
    QCOMPARE(second.exposures, qint64(0));
    QCOMPARE(second.events, qint64(0));
    QCOMPARE(second.eventsRepeated, first.events);
  }
  void ordersWithoutIdsCountDayByDay() {
    VisitorShop v(1.0);
    v.begin();
    v.hasIds = false;
    v.day();
    QVERIFY(v.last().events > 100);
    v.day();
    QVERIFY(v.last().events > 100);
    QCOMPARE(v.last().eventsRepeated, qint64(0));
    QCOMPARE(v.again().events, qint64(0));
  }
  // The share of the worse price falls to the floor and no further; nobody sees another price than the first time; what
  // is told of the prices holds although ever fewer see one of them; and the journal knows each share.
  void aBanditFollowsWhatIsBought() {
    VisitorShop v(0.75);
    v.isBandit = true;
    v.begin();
    const auto rowNow = [&] { return take(v.shop.ws->experiments().named("visitors")); };
    TestStep step;
    QStringList asked;
    for (int i = 1; i <= 40; ++i)
      asked << QStringLiteral("v%1").arg(i);
    std::vector<VisitorArm> first;
    for (int day = 0; day < 14; ++day) {
      v.day();
      step = v.shop.check("visitors");
      if (first.empty())
        first = take(drawVisitors(*v.shop.ws, rowNow(), asked));
      if (step.after != TestState::Running)
        break;
    }
    const std::vector<TestAllocation> shares = take(banditShares(*v.shop.ws, rowNow()));
    QVERIFY(!shares.empty());
    for (const TestAllocation& a : shares)
      QVERIFY(a.treatmentShare >= 1000 && a.treatmentShare <= 9000);
    QVERIFY(shares.back().treatmentShare < 3000);
    QVERIFY2(step.reading && step.reading->figures[0].low < -0.2 && step.reading->figures[0].high > -0.2,
             "4.29 · 0.75 / 3.99 − 1 = −0.19");
    QVERIFY(step.reading->doubts.isEmpty());
    QVERIFY(step.reading->sampleRatioP.value_or(0) > 0.001); // not half and half, and as drawn
    QVERIFY2(step.reading->chanceBest.value_or(1) < 0.05, "the worse one is not likely to be the better one");
    QVERIFY(step.reading->plain && step.reading->plain->metric == TestMetric::Revenue);
    const TestFigure &corrected = step.reading->figures[0], &plain = *step.reading->plain;
    QVERIFY(plain.lift != corrected.lift && plain.high - plain.low < corrected.high - corrected.low);
    const ExperimentCard card = take(experimentCard(*v.shop.ws, "visitors"));
    QCOMPARE(card.shares.size(), shares.size());                 // what the window draws
    QCOMPARE(card.unitsTreatment, step.reading->unitsTreatment); // visitors, and not the two arms
    QCOMPARE(step.after, TestState::Reverted);
  }
  void whoWasDrawnKeepsHisPrice() {
    VisitorShop v(0.6);
    v.isBandit = true;
    v.begin();
    const auto rowNow = [&] { return take(v.shop.ws->experiments().named("visitors")); };
    QStringList asked;
    for (int i = 0; i < 400; ++i)
      asked << QStringLiteral("w%1").arg(i);
    const std::vector<VisitorArm> before = take(drawVisitors(*v.shop.ws, rowNow(), asked));
    need(DrawStore(v.shop.ws->database(), v.shop.ws->journal(), v.shop.clock)
             .allocate(v.shop.ws->me(), rowNow().no, {v.shop.clock.now(), 1000, 100, 500, 500, false}));
    v.shop.reopen();
    const std::vector<VisitorArm> after = take(drawVisitors(*v.shop.ws, rowNow(), asked));
    int in = 0, treatedNow = 0, newcomers = 0;
    for (std::size_t i = 0; i < before.size(); ++i) {
      QCOMPARE(after[i].assigned.arm, before[i].assigned.arm);
      QCOMPARE(after[i].probability, before[i].probability);
      in += before[i].assigned.isIn();
    }
    QVERIFY(in > 50);
    QStringList fresh;
    for (int i = 0; i < 2000; ++i)
      fresh << QStringLiteral("n%1").arg(i);
    for (const VisitorArm& one : take(drawVisitors(*v.shop.ws, rowNow(), fresh)))
      if (one.assigned.isIn())
        ++newcomers, treatedNow += one.assigned.arm == 1;
    QVERIFY(double(treatedNow) / newcomers < 0.16);
  }
  // A plan is tried on what was sold, by zones or by blocks of time; who visited, sales do not tell.
  void ownHistoryTriesWhatItCan() {
    VisitorShop v(1.0);
    QCOMPARE(studyPlan(*v.shop.ws, v.plan(), 20).error().code, QString("experiment.visitors-need-figures"));
    ExperimentPlan p = v.shop.plan("blocks", 0, 800);
    p.design = TestDesign::Switchback;
    p.blockDays = 14, p.washoutDays = 7, p.days = p.longestDays = 56, p.preDays = 28;
    const Result<PlanStudy> blocks = studyPlan(*v.shop.ws, p, 20);
    QVERIFY2(blocks, blocks ? "" : qPrintable(blocks.error().debugText()));
    QCOMPARE(blocks->units, 8);
    QCOMPARE(blocks->tested, std::size_t(8));
    QVERIFY(blocks->study.ten.found.share >= blocks->study.none.found.share);
  }
  // What was shown without a draw tells nothing of the odds.
  void aBanditThatNobodyAsksIsDoubtful() {
    VisitorShop v(1.0);
    v.isBandit = true, v.asks = false;
    v.begin();
    v.day(), v.day();
    QVERIFY(v.reading().why == u"experiment.no-exposure" || v.reading().doubts.contains("experiment.draws-unknown"));
    QVERIFY(take(banditShares(*v.shop.ws, take(v.shop.ws->experiments().named("visitors")))).empty());
  }
  // The same test, and nobody writes files of events: orders are there already.
  void whatWasBoughtComesFromTheOrders() {
    VisitorShop v(1.2);
    v.byOrders = true;
    v.begin();
    v.day();
    const TestReading first = v.reading();
    QCOMPARE(first.why, QString());
    QVERIFY2(first.doubts.isEmpty(), qPrintable(first.doubts.join(' ')));
    const auto lift = [&](const double* sums) {
      return sums[1] / first.unitsTreatment / (sums[0] / first.unitsControl) - 1;
    };
    double profit[2];
    for (int arm = 0; arm < 2; ++arm)
      profit[arm] = v.kept[arm] - v.bought[arm] * SimulatedShop::kCost; // what is given back keeps its cost
    QCOMPARE(first.figures[0].metric, TestMetric::Profit);
    QVERIFY2(std::abs(first.figures[0].lift - lift(profit)) < 1e-9,
             qPrintable(QString("%1 against %2").arg(first.figures[0].lift).arg(lift(profit))));
    QCOMPARE(v.untilDone(14).order.verdict, TestVerdict::Better);
  }
  void ordersThatNameNobodyTellNothing() {
    VisitorShop v(1.2);
    v.byOrders = true, v.namesVisitors = false;
    v.begin();
    v.day();
    QCOMPARE(v.reading().why, QString("experiment.orders-without-visitors"));
    QCOMPARE(v.shop.check("visitors").after, TestState::Running);
  }
  // What it cost is not known: its profit would be all of its price.
  void ordersWithoutACostAreDoubtful() {
    VisitorShop v(1.2);
    v.byOrders = true, v.sku = "UNKNOWN";
    v.begin();
    v.day();
    QCOMPARE(v.reading().doubts, QStringList{"experiment.orders-without-cost"});
    QVERIFY(v.untilDone(4).after != TestState::Decided);
  }
  void anOrderWhoseMoneyNeverCameIsNone() {
    VisitorShop v(1.0);
    v.byOrders = true;
    v.begin();
    v.day();
    const TestReading before = v.reading();
    OrderFileWish wish; // the gateway tells the money, and it has not
    QFile file(v.shop.dir.filePath("open.csv"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("order,sku,zone,quantity,amount,currency,time,visitor\n");
    for (int i = 1; i <= 200; ++i)
      file.write(QStringLiteral("open%1,T01,Z1,1,900.00,USD,%2,v%1\n")
                     .arg(i)
                     .arg(isoInstant(v.shop.clock.now() - std::chrono::hours(2)))
                     .toUtf8());
    file.close();
    wish.path = file.fileName(), wish.isPaid = false;
    QCOMPARE(take(ingestOrderFile(*v.shop.ws, wish, {})).rejected, qint64(0));
    QCOMPARE(v.reading().figures, before.figures);
  }
  void eventsForATestThatReadsOrdersAreRefused() {
    VisitorShop v(1.0);
    v.byOrders = true;
    v.begin();
    v.day();
    const auto taken =
        takeInVisitors(*v.shop.ws, "visitors", v.shop.dir.filePath("exposures.csv"), v.shop.dir.filePath("events.csv"));
    QVERIFY(!taken);
    QCOMPARE(taken.error().code, QString("experiment.sales-from-orders"));
  }
  // There is no rate for it: taken for dollars it would decide the test.
  void foreignMoneyIsNotTakenForOnesOwn() {
    for (const char* code : {"EUR", "euros"}) {
      VisitorShop v(1.0);
      v.begin();
      v.currency = code;
      v.day();
      const ExperimentRow row = take(v.shop.ws->experiments().named("visitors"));
      const TestReading foreign = take(VisitorReadings(*v.shop.ws).of(row));
      QVERIFY(foreign.doubts.contains("experiment.foreign-currency"));
    }
    VisitorShop own(1.0);
    own.begin();
    own.currency = "USD";
    own.day();
    const TestReading told = take(VisitorReadings(*own.shop.ws).of(take(own.shop.ws->experiments().named("visitors"))));
    QVERIFY(told.doubts.isEmpty() && !told.figures.empty());
  }
  // Far more was given back for an order than was paid for it: no verdict is acted on by such figures.
  void refundsBeyondTheirOrderAreDoubtful() {
    VisitorShop v(1.0);
    v.begin();
    v.day();
    const auto reading = [&] {
      return take(VisitorReadings(*v.shop.ws).of(take(v.shop.ws->experiments().named("visitors"))));
    };
    QVERIFY(!reading().doubts.contains("experiment.refunds-exceed"));
    const QByteArray at = isoInstant(v.shop.clock.now()).toUtf8();
    const auto written = [&](const char* name, const QByteArray& text) {
      QFile file(v.shop.dir.filePath(QLatin1String(name)));
      if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write %s", name);
      return file.fileName();
    };
    const QString seen = written("seen.csv", "visitor,arm,time\nw1,control," + at + "\n");
    const QString bought = written("bought.csv", "visitor,time,event,value,order_id\nw1," + at +
                                                     ",purchase,20,o1\nw1," + at + ",refund,5000,o1\n");
    v.shop.clock.advance(std::chrono::hours(1));
    QCOMPARE(take(takeInVisitors(*v.shop.ws, "visitors", seen, bought)).events, 2);
    QVERIFY(reading().doubts.contains("experiment.refunds-exceed"));
  }
  // Whatever comes in between, the readings of a round are of one moment.
  void aRoundReadsOnce() {
    VisitorShop v(1.0);
    v.begin();
    v.day();
    const ExperimentRow row = take(v.shop.ws->experiments().named("visitors"));
    VisitorReadings round(*v.shop.ws);
    const TestReading first = take(round.of(row));
    v.day();
    QCOMPARE(take(round.of(row)).unitsControl, first.unitsControl);
    QVERIFY(take(VisitorReadings(*v.shop.ws).of(row)).unitsControl > first.unitsControl);
  }
  void visitorsStayWhereTheyAreAcrossARestart() {
    VisitorShop v(1.0);
    v.begin();
    const auto before = take(visitorAssignment(take(v.shop.ws->experiments().named("visitors"))));
    v.shop.reopen();
    const auto after = take(visitorAssignment(take(v.shop.ws->experiments().named("visitors"))));
    const Assigner a = take(Assigner::from(before)), b = take(Assigner::from(after));
    for (int i = 0; i < 1000; ++i)
      QCOMPARE(a.of(std::uint64_t(i)).arm, b.of(std::uint64_t(i)).arm);
  }
  void filesThatSayNothingAreRefused() {
    VisitorShop v(1.0);
    v.begin();
    QFile file(v.shop.dir.filePath("bad.csv"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("visitor,arm,time\nv1,blue,2026-03-02T10:00:00Z\n");
    file.close();
    const auto refused = takeInVisitors(*v.shop.ws, "visitors", file.fileName(), {});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, QString("experiment.unknown-arm"));
    QVERIFY(!takeInVisitors(*v.shop.ws, "visitors", "/nowhere.csv", {}));
  }
  // What is from before the day that visitors are forgotten until is left out, and that is told.
  void whatWasForgottenIsCountedAndNotTakenIn() {
    VisitorShop v(1.0);
    v.begin();
    const Day today = dayOf(v.shop.clock.now());
    QCOMPARE(take(forgetVisitors(*v.shop.ws, today - std::chrono::days(2))).rows, qint64(0));
    const auto file = [&](const char* name, QByteArray header, const QByteArray& cells) {
      QFile out(v.shop.dir.filePath(QLatin1String(name)));
      for (const int back : {10, 3, 1})
        header += "v" + QByteArray::number(back) + ',' +
                  isoInstant(startOf(today - std::chrono::days(back)) + std::chrono::hours(9)).toUtf8() + cells;
      if (!out.open(QIODevice::WriteOnly) || out.write(header) != header.size())
        qFatal("cannot write %s", name);
      return out.fileName();
    };
    const VisitorIntake taken =
        take(takeInVisitors(*v.shop.ws, "visitors", file("seen.csv", "visitor,time,arm\n", ",control\n"),
                            file("bought.csv", "visitor,time,value\n", ",5\n")));
    QCOMPARE(taken.exposures, qint64(1));
    QCOMPARE(taken.events, qint64(1));
    QCOMPARE(taken.forgotten, qint64(4));
    QCOMPARE(taken.refused, qint64(0));
  }
  // Nothing of two files is kept where one cannot be.
  void filesThatDoNotSayWhenAreRefused() {
    VisitorShop v(1.0);
    v.begin();
    const auto file = [&](const char* name, const QByteArray& text) {
      QFile out(v.shop.dir.filePath(QLatin1String(name)));
      if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size())
        qFatal("cannot write %s", name);
      return out.fileName();
    };
    const auto codeOf = [&](const QString& exposures, const QString& events) {
      const auto taken = takeInVisitors(*v.shop.ws, "visitors", exposures, events);
      return taken ? QString() : taken.error().code;
    };
    const QString seen = file("seen.csv", "visitor,arm,time\nv1,control,2026-03-02T10:00:00Z\n");
    QCOMPARE(codeOf(file("x.csv", "visitor,arm\nv1,control\n"), {}), QString("experiment.no-times"));
    QCOMPARE(codeOf(seen, file("e.csv", "visitor,value\nv1,5\n")), QString("experiment.no-times"));
    const VisitorIntake taken = take(takeInVisitors(*v.shop.ws, "visitors", seen, {}));
    QCOMPARE(taken.exposures + taken.refused, qint64(1));
    QCOMPARE(taken.exposuresRepeated, qint64(0));
  }
};

QTEST_GUILESS_MAIN(tst_VisitorTest)
#include "tst_VisitorTest.moc"
