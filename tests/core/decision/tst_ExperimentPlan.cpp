// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Plans of price tests as people write them: what is understood, what is refused and why, and what is registered.
#include "decision/ExperimentPlan.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using namespace pricewright;

namespace {

QJsonObject json(const char* text) { return QJsonDocument::fromJson(text).object(); }
QJsonObject small() { return json(R"({"name":"up","skus":["A"],"change_percent":5})"); }
QString codeOf(const QJsonObject& o) {
  const auto plan = ExperimentPlan::parse(o);
  return plan ? QString()
              : plan.error().code + ' ' + plan.error().arguments.value("why", plan.error().arguments["field"]);
}
QJsonObject with(const char* key, const QJsonValue& value) {
  QJsonObject o = small();
  o.insert(key, value);
  return o;
}

} // namespace

class tst_ExperimentPlan : public QObject {
  Q_OBJECT

 private slots:
  // What is typed now must be a price and a limit; what an old draft holds can be read all the same.
  void newPricesAndGuardsAreHeldAgainstSense() {
    const auto codeOfTyped = [](const char* price, int guardBp) {
      ExperimentPlan plan;
      plan.prices.insert(QStringLiteral("A"), QString::fromLatin1(price));
      plan.guards.push_back({TestMetric::Units, guardBp});
      const Status checked = plan.checkTyped();
      return checked ? QString() : checked.error().code;
    };
    QCOMPARE(codeOfTyped("3.49", 500), QString());
    for (const char* price : {"abc", "NaN", "-3", "0", "1e9", "", "3,49"})
      QCOMPARE(codeOfTyped(price, 500), QStringLiteral("experiment.bad-plan"));
    QCOMPARE(codeOfTyped("3.49", -300), QStringLiteral("experiment.bad-number"));
    QCOMPARE(codeOfTyped("3.49", 50'000), QStringLiteral("experiment.bad-number"));
    QVERIFY(ExperimentPlan::parse(json(R"({"name":"old","skus":["A"],"prices":{"A":"abc"}})")));
  }

  void littleIsEnough() {
    const auto plan = ExperimentPlan::parse(small());
    QVERIFY(plan);
    QCOMPARE(plan->design, TestDesign::Clusters);
    QCOMPARE(plan->metric, TestMetric::Profit);
    QCOMPARE(plan->changeBp, 500);
  }
  void whatIsWrittenComesBackTheSame() {
    QJsonObject o = json(R"({"name":"two","hypothesis":"why","design":"pairs","skus":["A","B"],"counted":["C"],
      "zones":["1","2"],"prices":{"A":"3.49","B":"2.99"},"metric":"revenue",
      "guards":[{"metric":"units","limit_percent":12.5}],"mde_percent":4,"alpha_percent":1,"power_percent":90,
      "equivalence_percent":0.5,"harm_percent":8,"days":21,"longest_days":30,"look_days":7,"ramp_percent":[10,50,100],
      "ramp_days":3,"seed":42})");
    const auto plan = ExperimentPlan::parse(o);
    QVERIFY2(plan, qPrintable(plan ? QString() : plan.error().debugText()));
    QCOMPARE(*ExperimentPlan::parse(plan->toJson()), *plan);
    QCOMPARE(plan->guards.front().limitBp, 1250);
  }
  void blocksThatAreLeftUnsaidAreWholeWeeksInTwos() {
    const auto plan = ExperimentPlan::parse(with("design", "switchback"));
    QVERIFY2(plan, qPrintable(plan ? QString() : plan.error().debugText()));
    QCOMPARE(plan->blockDays, 14);
    QCOMPARE(plan->washoutDays, 7);
    QCOMPARE(plan->days, 56);
    QCOMPARE(plan->longestDays, 84);
    QCOMPARE(plan->rampPercent, std::vector<int>{100});
    QCOMPARE(*ExperimentPlan::parse(plan->toJson()), *plan);
    QJsonObject said = with("design", "switchback");
    said.insert("block_days", 21), said.insert("washout_days", 14), said.insert("days", 126);
    const auto longer = ExperimentPlan::parse(said);
    QVERIFY(longer);
    QCOMPARE(longer->longestDays, 168); // half as long again, in whole twos
    said.insert("days", 63);
    QCOMPARE(codeOf(said), QString("experiment.bad-plan blocks"));
  }
  void whatIsRefused_data() {
    QTest::addColumn<QJsonObject>("plan");
    QTest::addColumn<QString>("code");
    QTest::newRow("no name") << json(R"({"skus":["A"],"change_percent":5})") << "experiment.bad-field name";
    QTest::newRow("no sku") << json(R"({"name":"x","change_percent":5})") << "experiment.bad-plan no-sku";
    QTest::newRow("no price") << json(R"({"name":"x","skus":["A"]})") << "experiment.bad-plan no-price";
    QTest::newRow("two prices") << with("prices", QJsonObject{{"A", "3.49"}}) << "experiment.bad-plan two-prices";
    QTest::newRow("orders by zones") << with("sales_from", "orders") << "experiment.bad-plan sales-from";
    QTest::newRow("sales from nowhere") << with("sales_from", "air") << "experiment.bad-field sales_from";
    QTest::newRow("sku twice") << with("skus", QJsonArray{"A", "A"}) << "experiment.bad-plan sku-twice";
    QTest::newRow("unknown field") << with("colour", "red") << "experiment.bad-field colour";
    QTest::newRow("wrong type") << with("skus", "A") << "experiment.bad-field skus";
    QTest::newRow("too long") << with("days", 9999) << "experiment.bad-number days";
    QTest::newRow("half a day") << with("days", 2.5) << "experiment.bad-number days";
    QTest::newRow("no number") << with("days", "28") << "experiment.bad-number days";
    QTest::newRow("sex") << with("segment", "sex") << "experiment.personal-trait ";
    QTest::newRow("postcode") << with("segment", "postcode") << "experiment.personal-trait ";
    QTest::newRow("longest") << with("longest_days", 5) << "experiment.bad-plan longest";
    QTest::newRow("looks") << with("look_days", 60) << "experiment.bad-plan look";
    QTest::newRow("ramp down") << with("ramp_percent", QJsonArray{50, 20, 100}) << "experiment.bad-plan ramp-order";
    QTest::newRow("ramp open") << with("ramp_percent", QJsonArray{50}) << "experiment.bad-plan ramp-end";
    QTest::newRow("equivalence") << with("equivalence_percent", 6) << "experiment.bad-plan equivalence";
    QTest::newRow("conversion") << with("metric", "conversion") << "experiment.bad-plan conversion";
    QTest::newRow("conversion guard") << with("guards", QJsonArray{QJsonObject{{"metric", "conversion"}}})
                                      << "experiment.bad-plan conversion";
    QTest::newRow("no past") << with("pre_days", 7) << "experiment.bad-plan pre-days";
    QTest::newRow("counted twice") << with("counted", QJsonArray{"B", "B"}) << "experiment.bad-plan counted-twice";
    QTest::newRow("counted and tested") << with("counted", QJsonArray{"A"}) << "experiment.bad-plan counted-twice";
    QTest::newRow("version") << json(R"({"name":"m","model":"newest"})") << "experiment.bad-field model";
    QTest::newRow("model and price") << json(R"({"name":"m","model":"1.1.0","skus":["A"],"change_percent":5})")
                                     << "experiment.bad-plan model-and-price";
    QTest::newRow("model by pairs") << json(R"({"name":"m","model":"1.1.0","design":"pairs"})")
                                    << "experiment.bad-plan model-design";
    QTest::newRow("no block") << json(R"({"name":"x","skus":["A"],"change_percent":5,"design":"switchback",)"
                                      R"("block_days":0})")
                              << "experiment.bad-number block_days";
    QTest::newRow("endless block") << json(R"({"name":"x","skus":["A"],"change_percent":5,"design":"switchback",)"
                                           R"("block_days":2000000000})")
                                   << "experiment.bad-number block_days";
    QTest::newRow("design") << with("design", "moon") << "experiment.bad-field design";
  }
  void whatIsRefused() {
    QFETCH(QJsonObject, plan);
    QFETCH(QString, code);
    QCOMPARE(codeOf(plan), code);
  }
  void lawfulSegmentsPass() {
    for (const char* segment : {"contract", "loyalty", "quantity", "channel", "market", ""})
      QCOMPARE(codeOf(with("segment", segment)), QString());
  }
  void aTestOfAModelNeedsNoProducts() {
    const auto plan = ExperimentPlan::parse(json(R"({"name":"m","model":"1.1.0"})"));
    QVERIFY2(plan, qPrintable(plan ? QString() : plan.error().debugText()));
    QVERIFY(plan->testsModel() && plan->skus.isEmpty());
    QCOMPARE(plan->toJson()["model"].toString(), QString("1.1.0"));
    QCOMPARE(*ExperimentPlan::parse(plan->toJson()), *plan);
    ExperimentSetup setup;
    setup.units = {{"Z1", 1, 1, 0}, {"Z2", 0, 0, 0}};
    setup.models = TestedModels{"1.0.0", "1.1.0", {1, 4}};
    QCOMPARE(*ExperimentSetup::parse(setup.toJson()), setup);
    QVERIFY(!ExperimentSetup::parse(json(R"({"models":{"champion":"1.0.0"}})")));
  }
  void visitorsMayBuyByTheOrdersKept() {
    QJsonObject said = with("design", "visitors");
    said.insert("sales_from", "orders");
    const auto plan = ExperimentPlan::parse(said);
    QVERIFY2(plan, qPrintable(plan ? QString() : plan.error().debugText()));
    QCOMPARE(plan->salesFrom, SalesFrom::Orders);
    QCOMPARE(*ExperimentPlan::parse(plan->toJson()), *plan);
  }
  // What was registered before there were such tests keeps its hash.
  void aPriceTestIsWrittenAsEver() {
    QVERIFY(!ExperimentPlan::parse(small())->toJson().contains("model"));
    QVERIFY(!ExperimentPlan::parse(small())->toJson().contains("sales_from"));
    QVERIFY(!ExperimentSetup().toJson().contains("models"));
  }
  void theHashCoversPlanAndSetup() {
    ExperimentPlan plan = *ExperimentPlan::parse(small());
    ExperimentSetup setup;
    setup.units = {{"Z1", 1, 1, 0}, {"Z2", 0, 0, 0}};
    setup.prices = {{7, "A", "Z1", Money(299, *Currency::fromCode(u"USD")), Money(319, *Currency::fromCode(u"USD"))}};
    setup.counted = {7, 8};
    const QString hash = registeredHash(plan.toJson(), setup.toJson());
    QCOMPARE(registeredHash(ExperimentPlan::parse(plan.toJson())->toJson(),
                            ExperimentSetup::parse(setup.toJson())->toJson()),
             hash);
    ExperimentSetup other = setup;
    other.units[1].arm = 1;
    QVERIFY(registeredHash(plan.toJson(), other.toJson()) != hash);
    plan.mdeBp += 1;
    QVERIFY(registeredHash(plan.toJson(), setup.toJson()) != hash);
  }
  void aReadingComesBackTheSame() {
    TestReading r;
    r.at = fromMillis(1'800'000'000'000), r.until = dayOf(r.at), r.day = 14, r.share = 0.5;
    r.unitsControl = 6, r.unitsTreatment = 5, r.verdict = TestVerdict::Better;
    r.figures = {{TestMetric::Profit, 0.031, 0.008, 0.054, 0.003}};
    r.randomizationP = 0.012, r.weekly = 1180.5, r.doubts << "experiment.whale";
    QCOMPARE(*TestReading::parse(r.toJson()), r);
    QVERIFY(!r.toJson().contains("plain") && !r.toJson().contains("chance_best")); // of bandits only
    r.plain = TestFigure{TestMetric::Profit, 0.02, -0.01, 0.05, 0.2}, r.chanceBest = 0.91;
    QCOMPARE(*TestReading::parse(r.toJson()), r);
    QJsonObject damaged = r.toJson();
    damaged.insert("plain", QJsonObject{{"metric", "luck"}});
    QVERIFY(!TestReading::parse(damaged));
  }
  void aFigureWithoutABaselineKeepsItsDifference() {
    TestReading r;
    r.figures = {TestFigure::unknown(TestMetric::Revenue, "experiment.no-baseline")};
    r.figures[0].p = 0.02, r.figures[0].difference = TestDifference{0.33, 0.1, 0.56, 0.25};
    const QJsonObject figure = r.toJson().value("figures").toArray().at(0).toObject();
    QVERIFY(figure.value("lift").isNull() && figure.value("low").isNull() && figure.value("high").isNull());
    QCOMPARE(figure.value("difference").toObject().value("value").toDouble(), 0.33);
    QCOMPARE(*TestReading::parse(r.toJson()), r);
    QVERIFY(!r.figures[0].hasLostMoreThan(0.1));
    QVERIFY(!TestFigure::unknown(TestMetric::Units, "experiment.no-variance").hasLostMoreThan(0));
    r.figures[0].difference = TestDifference{-0.5, -0.9, -0.1, 0.25};
    QVERIFY(r.figures[0].hasLostMoreThan(0.3) && !r.figures[0].hasLostMoreThan(0.5));
  }
  void garbageIsNoReading() {
    QVERIFY(!TestReading::parse({}));
    QVERIFY(!ExperimentSetup::parse(json(R"({"units":[[1]]})")));
    QVERIFY(!ExperimentSetup::parse(json(R"({"prices":[[1,"A","Z",["USD","x"],["USD","1"]]]})")));
  }

  // What older programs did not know stands only where it is said: their hashes hold.
  void aBanditIsOneByVisitors() {
    QJsonObject json{{"name", "b"}, {"skus", QJsonArray{"A"}}, {"change_percent", 5}, {"design", "visitors"}};
    QVERIFY(!ExperimentPlan::parse(json)->toJson().contains("bandit"));
    json.insert("bandit", QJsonObject{{"floor_percent", 5}, {"burn_in", 500}});
    const ExperimentPlan plan = *ExperimentPlan::parse(json);
    QCOMPARE(plan.bandit, std::optional(BanditTerms{500, 500}));
    QCOMPARE(*ExperimentPlan::parse(plan.toJson()), plan);
    json.insert("treatment_percent", 2);
    QCOMPARE(ExperimentPlan::parse(json).error().arguments.value("why"), QString("bandit-floor"));
    json.remove("treatment_percent"), json.insert("design", "clusters");
    QCOMPARE(ExperimentPlan::parse(json).error().arguments.value("why"), QString("bandit-design"));
  }
};

QTEST_GUILESS_MAIN(tst_ExperimentPlan)
#include "tst_ExperimentPlan.moc"
