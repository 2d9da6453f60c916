// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ExperimentFolder.h"
#include "engine/experiments/ExperimentIntake.h"
#include "support/TestData.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <set>

using namespace pricewright;

namespace {

bool near(double a, double b, double tolerance = 1e-9) {
  return std::abs(a - b) <= tolerance * std::max(1e-12, std::abs(b));
}
QMap<QString, QMap<QString, double>> yardsticks() {
  QFile file(test::realDataFolder() + QStringLiteral("/yardsticks_ab_computed.csv"));
  QMap<QString, QMap<QString, double>> out;
  if (!file.open(QIODevice::ReadOnly))
    return out;
  const QStringList header = QString::fromUtf8(file.readLine()).trimmed().split(u',');
  while (!file.atEnd()) {
    const QStringList cells = QString::fromUtf8(file.readLine()).trimmed().split(u',');
    for (qsizetype i = 2; i < std::min(cells.size(), header.size()); ++i)
      if (!cells[i].isEmpty())
        out[cells[0]].insert(header[i], cells[i].toDouble());
  }
  return out;
}

QString codeOf(const ExperimentRequest& r) {
  const auto report = analyzeExperiment(r, {});
  return report ? QString() : report.error().code;
}
// 200 visitors, the odd ones in B; each third buys once for its number of
// dollars a day after.
struct Shop {
  QByteArray exposures = "user_id,variant,timestamp,country\n", events = "user_id,timestamp,event,revenue,order_id\n";
  Shop() {
    for (int i = 0; i < 200; ++i) {
      exposures += QByteArray("u%1,").replace("%1", QByteArray::number(i)) + (i % 2 ? "B" : "A") +
                   ",2026-03-01T10:00:00Z," + (i % 4 < 2 ? "DE" : "FR") + "\n";
      if (i % 3 == 0)
        events += QByteArray("u%1,2026-03-02T10:00:00Z,purchase,").replace("%1", QByteArray::number(i)) +
                  QByteArray::number(10 + i) + ".50,o" + QByteArray::number(i) + "\n";
    }
  }
};

} // namespace

class TestExperimentAnalysis : public QObject {
  Q_OBJECT
 private slots:
  void cookieCatsFromItsFile() {
    const auto y = yardsticks();
    if (y.isEmpty())
      QSKIP("no real data here");
    ExperimentRequest r = request();
    r.units = test::realDataFolder() + QStringLiteral("/cookie_cats/cookie_cats.csv.gz");
    r.metrics = QStringList{"retention_7", "retention_1", "sum_gamerounds"};
    const auto got = analyzeExperiment(r, {});
    QVERIFY2(got, got ? "" : qPrintable(got.error().debugText()));
    const ArmComparison& seven = got->answer.comparisons[0];
    const auto& expected = y[QStringLiteral("cookie_cats/retention_7")];
    QCOMPARE(got->arms, (QStringList{"gate_30", "gate_40"}));
    QVERIFY(near(seven.absolute.value, expected[QStringLiteral("diff")]));
    QVERIFY(near(seven.proportions->zPooled, expected[QStringLiteral("z_pooled")]));
    QVERIFY(near(seven.proportions->pPooled, expected[QStringLiteral("p_pooled_two_sided")]));
    QVERIFY(near(got->answer.sampleRatio->p, expected[QStringLiteral("srm_p_50_50")]));
    QVERIFY(got->answer.distrust.isEmpty());
    QCOMPARE(seven.verdict, ArmVerdict::Undecided);
    const ArmComparison& rounds = got->answer.comparisons[2];
    const auto& ofRounds = y[QStringLiteral("cookie_cats/sum_gamerounds")];
    QVERIFY(near(rounds.fixed.t, ofRounds[QStringLiteral("t_welch")], 1e-8));
    QVERIFY(near(rounds.fixed.p, ofRounds[QStringLiteral("p_welch_t")], 1e-8));
    const QJsonObject json = experimentJson(*got);
    QCOMPARE(json.value("metrics").toArray().size(), 3);
    QCOMPARE(json.value("control").toString(), QStringLiteral("gate_30"));
    QCOMPARE(experimentLines(*got).rows.size(), std::size_t(3));
  }

  void hillstromFromItsFile() {
    const auto y = yardsticks();
    if (y.isEmpty())
      QSKIP("no real data here");
    ExperimentRequest r = request();
    r.units = test::realDataFolder() + QStringLiteral("/hillstrom/hillstrom.csv.gz");
    r.named.insert(ExperimentColumn::Arm, QStringLiteral("segment"));
    for (const bool adjusted : {false, true}) {
      r.metrics = adjusted ? QStringList{"spend"} : QStringList{"conversion", "visit", "spend"};
      r.covariate = adjusted ? QStringLiteral("history") : QString();
      const auto got = analyzeExperiment(r, {});
      QVERIFY2(got, got ? "" : qPrintable(got.error().debugText()));
      QCOMPARE(got->arms.value(qsizetype(got->control)), QStringLiteral("No E-Mail"));
      for (const ArmComparison& c : got->answer.comparisons) {
        const QString name = QStringLiteral("hillstrom[dev]/%1 vs No E-Mail/%2%3")
                                 .arg(got->arms[qsizetype(c.arm)], got->metricNames[qsizetype(c.metric)],
                                      QLatin1String(adjusted ? "_cuped_history" : ""));
        QVERIFY2(y.contains(name), qPrintable(name));
        const auto& expected = y[name];
        if (c.proportions) {
          QVERIFY(near(c.proportions->zPooled, expected[QStringLiteral("z_pooled")]));
          QVERIFY(near(c.proportions->pPooled, expected[QStringLiteral("p_pooled_two_sided")]));
          continue;
        }
        QVERIFY(near(c.theta, adjusted ? expected[QStringLiteral("cuped_theta")] : 0, 1e-8));
        QVERIFY(near(c.absolute.value, expected[QStringLiteral("diff")], adjusted ? 1e-7 : 1e-9));
        QVERIFY(near(c.fixed.t, expected[QStringLiteral("t_welch")], 1e-7));
        QVERIFY(near(c.fixed.p, expected[QStringLiteral("p_welch_t")], 1e-7));
        // The adjusted means stay figures that people know.
        QVERIFY(near(c.shownControl(), expected[QStringLiteral("control")], 1e-7));
        QVERIFY(near(c.shownTreatment(), expected[QStringLiteral("treat")], 1e-7));
      }
    }
  }

  // Whoever writes no time of exposure means that every event of a unit counts.
  void exposuresWithoutATimeLoseNothing() {
    Files files;
    const Shop shop;
    ExperimentRequest r = request();
    r.exposures = files.write("x.csv", shop.exposures), r.events = files.write("e.csv", shop.events);
    const auto timed = analyzeExperiment(r, {});
    QByteArray untimed;
    for (const QByteArray& line : shop.exposures.split('\n'))
      untimed += line.split(',').value(0) + ',' + line.split(',').value(1) + '\n';
    r.exposures = files.write("x2.csv", untimed);
    const auto got = analyzeExperiment(r, {});
    QVERIFY(timed && got);
    QCOMPARE(got->events.counted, timed->events.counted);
    QVERIFY(got->events.counted > 0 && got->notes.contains(QStringLiteral("no-times")));
    for (std::size_t i = 0; i < got->answer.comparisons.size(); ++i)
      QCOMPARE(got->answer.comparisons[i].absolute.value, timed->answer.comparisons[i].absolute.value);
  }

  // A file is looked at once: arms of which one lost every tenth visitor are told by χ², long before a figure that may
  // be asked every day would.
  void armsOfAnotherSizeAreDistrusted() {
    Files files;
    QByteArray exposures = "user_id,variant,timestamp\n";
    for (int i = 0; i < 3600; ++i)
      exposures += "u" + QByteArray::number(i) + (i < 2000 ? ",A" : ",B") + ",2026-03-01T10:00:00Z\n";
    ExperimentRequest r = request();
    r.exposures = files.write("x.csv", exposures), r.events = files.write("e.csv", Shop().events);
    const auto got = analyzeExperiment(r, {});
    QVERIFY(got);
    QCOMPARE(got->answer.distrust, (QStringList{"sample-ratio"}));
    QVERIFY(!got->answer.sampleRatio->mismatchAnytime());
  }

  // The worst that can happen to an arm is that nobody buys in it.
  void anArmInWhichNobodyBuysIsWorse() {
    Files files;
    const Shop shop;
    QByteArray events;
    for (const QByteArray& line : shop.events.split('\n'))
      if (const int unit = line.mid(1, line.indexOf(',') - 1).toInt(); line.startsWith("user") || unit % 2 == 0)
        events += line + '\n'; // of arm A
    ExperimentRequest r = request();
    r.exposures = files.write("x.csv", shop.exposures), r.events = files.write("e.csv", events);
    const auto got = analyzeExperiment(r, {});
    QVERIFY(got);
    const ArmComparison& conversion = got->answer.comparisons[0];
    QVERIFY(!conversion.refused);
    QCOMPARE(conversion.treatment.mean, 0.0);
    QVERIFY(conversion.fixed.p < 1e-6);
    QCOMPARE(conversion.verdict, ArmVerdict::Worse);
  }

  void ordersAreCalledInManyWays() {
    for (const char* name : {"order_completed", "Order Completed", "orderPaid", "buy", "conversion", "PURCHASE"}) {
      Files files;
      Shop shop;
      ExperimentRequest r = request();
      r.exposures = files.write("x.csv", shop.exposures);
      r.events = files.write("e.csv", shop.events.replace("purchase", name));
      const auto got = analyzeExperiment(r, {});
      QVERIFY2(got && got->metricNames == (QStringList{"conversion", "revenue"}), name);
    }
    for (const char* name : {"checkout_started", "Product Viewed", "add_to_order", "payment_failed"}) {
      Files files;
      Shop shop;
      ExperimentRequest r = request();
      r.exposures = files.write("x.csv", shop.exposures);
      r.events = files.write("e.csv", shop.events.replace("purchase", name));
      const auto got = analyzeExperiment(r, {});
      QVERIFY2(got && !got->metricNames.contains(QStringLiteral("revenue")), name);
    }
  }

  // Seconds, milliseconds and microseconds since 1970.
  void timesMayBeNumbers() {
    for (const char* zeros : {"", "000", "000000"}) {
      Files files;
      Shop shop;
      ExperimentRequest r = request();
      r.exposures =
          files.write("x.csv", shop.exposures.replace("2026-03-01T10:00:00Z", QByteArray("1772359200") + zeros));
      r.events = files.write("e.csv", shop.events.replace("2026-03-02T10:00:00Z", QByteArray("1772445600") + zeros));
      const auto got = analyzeExperiment(r, {});
      QVERIFY2(got, got ? "" : qPrintable(got.error().debugText()));
      QVERIFY(got->events.counted > 60);
    }
  }

  void sharesAreToldOfAllArmsOrOfNone() {
    Files files;
    const Shop shop;
    ExperimentRequest r = request();
    r.exposures = files.write("x.csv", shop.exposures), r.events = files.write("e.csv", shop.events);
    r.shares.insert(QStringLiteral("A"), 50);
    QCOMPARE(codeOf(r), QStringLiteral("experiment.no-share"));
  }

  void exposuresAndEvents() {
    Files files;
    const Shop shop;
    ExperimentRequest r = request();
    r.exposures = files.write("exposures.csv", shop.exposures), r.events = files.write("events.csv", shop.events);
    r.metrics = QStringList{"conversion", "revenue", "revenue/orders"};
    r.named.insert(ExperimentColumn::Segment, QStringLiteral("country"));
    const auto got = analyzeExperiment(r, {});
    QVERIFY2(got, got ? "" : qPrintable(got.error().debugText()));
    double revenue[2]{}, buyers[2]{};
    for (int i = 0; i < 200; i += 3)
      revenue[i % 2] += 10.5 + i, ++buyers[i % 2];
    const auto& c = got->answer.comparisons;
    QVERIFY(near(c[0].control.mean, buyers[0] / 100) && near(c[0].treatment.mean, buyers[1] / 100));
    QVERIFY(near(c[1].control.mean, revenue[0] / 100) && near(c[1].treatment.mean, revenue[1] / 100));
    QVERIFY(near(c[2].treatment.mean, revenue[1] / buyers[1]));
    QCOMPARE(got->groups, (QStringList{"DE", "FR"}));
    QCOMPARE(got->segments.size(), c.size());
    QCOMPARE(got->arms.value(qsizetype(got->control)), QStringLiteral("A"));
    QCOMPARE(got->eventIdentity, QStringLiteral("row-content"));
    r.metrics.clear();
    QCOMPARE(analyzeExperiment(r, {})->metricNames, (QStringList{"conversion", "revenue"}));
  }

  // A row of an order that is there twice, a refund before its order, another currency, a broken clock and a unit in
  // two arms.
  void messyFilesAreCountedAndNotMisread() {
    Files files;
    const QByteArray exposures = "visitor;group;date\n"
                                 "a;control;01.03.2026\nb;new;01.03.2026\nc;new;01.03.2026\nc;control;"
                                 "02.03.2026\n"
                                 "d;control;13.03.2026\ne;new;13.03.2026\nf;new;13.03.2026\n";
    const QByteArray events = "visitor;date;type;amount;order;currency\n"
                              "b;20.03.2026;refund;30,00;o1;EUR\n"
                              "b;02.03.2026;order;1.030,50;o1;EUR\n"
                              "b;02.03.2026;order;1.030,50;o1;EUR\n"
                              "a;03.03.2026;order;20,00;o2;EUR\n"
                              "d;14.03.2026;order;99,00;o3;USD\n"
                              "e;14.03.2090;order;99,00;o4;EUR\n"
                              "f;12.03.2026;order;77,00;o5;EUR\n";
    ExperimentRequest r = request();
    r.exposures = files.write("x.csv", exposures), r.events = files.write("e.csv", events);
    r.currency = QStringLiteral("EUR"), r.metrics = QStringList{"revenue"};
    const auto got = analyzeExperiment(r, {});
    QVERIFY2(got, got ? "" : qPrintable(got.error().debugText()));
    const ArmComparison& c = got->answer.comparisons[0];
    QVERIFY(near(c.control.mean, 10) && near(c.treatment.mean, (1030.5 - 30) / 3));
    QCOMPARE(got->exposures.contaminated, 1);
    QCOMPARE(got->intake.repeated, 1);
    QCOMPARE(got->rowNotes.sameOrder, 1);
    QCOMPARE(got->intake.badTime, 1);
    QCOMPARE(got->events.foreign, 1);
    QVERIFY(got->answer.distrust.contains(QStringLiteral("contamination")));
    QCOMPARE(c.verdict, ArmVerdict::NotTrusted);
    r.rates.insert(QStringLiteral("USD"), QStringLiteral("0.5"));
    QVERIFY(near(analyzeExperiment(r, {})->answer.comparisons[0].control.mean, (20 + 49.5) / 2));
    r.currency.clear();
    QCOMPARE(codeOf(r), QStringLiteral("experiment.which-currency"));
  }

  // Without ids: rows of one file all count, those of the next day as well; a
  // file that comes again, or as a part of another, brings nothing new.
  void ordersWithoutIdsAreKnownByTheirRows() {
    Files files;
    const auto idsOf = [&](const QByteArray& rows) {
      ExperimentRequest r = request();
      r.events = files.write("e.csv", "unit,time,value\n" + rows);
      ExperimentReport report;
      const auto streams = experimentfiles::readEvents(r, true, report, {});
      std::vector<std::uint64_t> ids;
      for (std::size_t i = 0; streams && i < streams->events[0].size(); ++i)
        ids.push_back(streams->events[0][i].id);
      return ids;
    };
    const QByteArray monday = "a,2026-03-02,10\na,2026-03-02,10\nb,2026-03-02,7\n",
                     tuesday = "a,2026-03-03,10\nb,2026-03-03,7\nc,2026-03-03,7\n";
    const auto first = idsOf(monday), second = idsOf(tuesday), both = idsOf(monday + tuesday);
    std::set<std::uint64_t> all(first.begin(), first.end());
    QCOMPARE(all.size(), std::size_t(3)); // two equal rows are two orders
    QVERIFY(idsOf(monday) == first);
    all.insert(second.begin(), second.end());
    QCOMPARE(all.size(), std::size_t(6));
    QVERIFY(std::set<std::uint64_t>(both.begin(), both.end()) == all);
    QVERIFY(idsOf("a,2026-03-02,10\n").front() == first.front());
    QVERIFY(idsOf("a,2026-03-02,11\n").front() != first.front());
  }

  void anEventIdIsOneEventHoweverOften() {
    Files files;
    ExperimentRequest r = request();
    r.exposures = files.write("x.csv", "unit,arm\n1,A\n2,A\n3,B\n4,B\n");
    r.events = files.write("e.csv", "unit,event_id,value\n1,e1,5\n1,e1,5\n3,e2,7\n3,e3,7\n");
    r.metrics = QStringList{"revenue"};
    const auto got = analyzeExperiment(r, {});
    QVERIFY2(got, got ? "" : qPrintable(got.error().debugText()));
    QCOMPARE(got->eventIdentity, QStringLiteral("event-id"));
    QCOMPARE(got->intake.repeated, 1);
    QCOMPARE(got->input.metrics[0].cells[0].mean(0), 2.5);
    QCOMPARE(got->input.metrics[0].cells[1].mean(0), 7.0);
  }

  void eventsOfOtherNamesAreMetricsOfTheirOwn() {
    Files files;
    ExperimentRequest r = request();
    r.exposures = files.write("x.csv", "unit,arm\n1,A\n2,A\n3,B\n4,B\n");
    r.events = files.write("e.csv", "unit,event,value\n1,signup,\n3,signup,2\n3,signup,3\n4,purchase,7\n");
    r.metrics = QStringList{"signup", "signup:count", "signup:value", "revenue"};
    const auto got = analyzeExperiment(r, {});
    QVERIFY2(got, got ? "" : qPrintable(got.error().debugText()));
    const auto mean = [&](std::size_t metric, std::size_t arm) {
      return got->input.metrics[metric].cells[arm].mean(0);
    };
    QCOMPARE(mean(0, 0), 0.5);
    QCOMPARE(mean(0, 1), 0.5);
    QCOMPARE(mean(1, 1), 1.0);
    QCOMPARE(mean(2, 1), 2.5);
    QCOMPARE(mean(3, 1), 3.5);
    QVERIFY(got->notes.contains(QStringLiteral("no-times")));
    r.metrics = QStringList{"clicks"};
    QCOMPARE(codeOf(r), QStringLiteral("experiment.unknown-metric"));
  }

  void storesAreComparedAsClusters() {
    Files files;
    QByteArray text = "store,week,arm,profit\n";
    for (int store = 0; store < 20; ++store)
      for (int week = 0; week < 6; ++week)
        text += QByteArray::number(store) + "," + QByteArray::number(week) + "," + (store % 2 ? "high" : "control") +
                "," + QByteArray::number(100 + 7 * ((store / 2 * 7) % 10) + (store % 2 ? 90 : 0) + week) + "\n";
    ExperimentRequest r = request();
    r.units = files.write("stores.csv", text), r.metrics = QStringList{"profit"};
    r.design = ExperimentDesign::Cluster, r.redraws = 999;
    const auto got = analyzeExperiment(r, {});
    QVERIFY2(got, got ? "" : qPrintable(got.error().debugText()));
    QVERIFY(near(got->clusters[0].absolute.value, 90) && got->clusters[0].pRedraws < 0.01);
    QVERIFY(got->notes.contains(QStringLiteral("few-clusters")));
    // Decided as visitors are, at any look, and told with the same figures.
    QCOMPARE(got->answer.comparisons[0].verdict, ArmVerdict::Better);
    const QJsonObject json = experimentJson(*got)["metrics"][0]["comparisons"][0].toObject();
    for (const char* field : {"absolute", "relative", "anytime", "anytime_relative", "bayes", "p", "p_adjusted",
                              "units", "clusters", "verdict", "control_value", "value"})
      QVERIFY2(json.contains(QLatin1String(field)), field);
    QCOMPARE(json["units"].toDouble(), 60.0);
    QVERIFY(json["clusters"]["p_redraws"].toDouble() < json["p"].toDouble()); // looking has its price
    QVERIFY(json["anytime"]["low"].toDouble() < json["absolute"]["low"].toDouble());
    r.plan.decideBy = DecideBy::PlannedLooks, r.plan.looks = {0.5}, r.plan.plannedUnits = 240;
    QCOMPARE(analyzeExperiment(r, {})->answer.comparisons[0].verdict, ArmVerdict::Better);
    QVERIFY(analyzeExperiment(r, {})->answer.comparisons[0].repeated->decided);
    r.plan.decideBy = DecideBy::Horizon, r.plan.plannedUnits.reset(), r.plan.looks.clear();
    const auto unplanned = analyzeExperiment(r, {});
    QCOMPARE(unplanned->answer.comparisons[0].verdict, ArmVerdict::Undecided);
    QVERIFY(unplanned->notes.contains(QStringLiteral("no-planned-end")));
    r.plan.plannedUnits = 240;
    QCOMPARE(analyzeExperiment(r, {})->answer.comparisons[0].verdict, ArmVerdict::Undecided);
    r.plan.plannedUnits = 120;
    QCOMPARE(analyzeExperiment(r, {})->answer.comparisons[0].verdict, ArmVerdict::Better);
    r.design = ExperimentDesign::Switchback;
    QCOMPARE(codeOf(r), QStringLiteral("experiment.no-switchback"));
    r.design = ExperimentDesign::Cluster;
    r.units = files.write("mixed.csv", text + "3,9,control,100\n");
    QCOMPARE(codeOf(r), QStringLiteral("experiment.mixed-cluster"));
  }

  // A store whose only visitor was seen in both arms is in neither.
  void clustersOfNobodyAreNotCompared() {
    Files files;
    QByteArray exposures = "unit,arm,store\nx,A,ghost\nx,B,ghost\n", events = "unit,value\n";
    for (int unit = 0; unit < 200; ++unit) {
      const QByteArray name = "u" + QByteArray::number(unit);
      exposures += name + (unit % 10 % 2 ? ",B,s" : ",A,s") + QByteArray::number(unit % 10) + "\n";
      events += name + "," + QByteArray::number(5 + unit % 7 + unit % 10) + "\n";
    }
    ExperimentRequest r = request();
    r.exposures = files.write("x.csv", exposures), r.events = files.write("e.csv", events);
    r.metrics = QStringList{"revenue"}, r.design = ExperimentDesign::Cluster, r.redraws = 999;
    const auto got = analyzeExperiment(r, {});
    QVERIFY2(got, got ? "" : qPrintable(got.error().debugText()));
    const std::optional<Error>& refused = got->answer.comparisons[0].refused;
    QVERIFY2(!refused, qPrintable(refused.value_or(Error{}).debugText()));
    QCOMPARE(got->clusters[0].controlClusters, 5.0);
    QCOMPARE(got->clusters[0].treatmentClusters, 5.0);
  }

  // The least p that 99 redraws can give is 1 %, which decides at a planned end, and at no look of many.
  void redrawsThatCannotDecideAreRefused() {
    Files files;
    QByteArray text = "store,arm,profit\n";
    for (int store = 0; store < 20; ++store)
      text += QByteArray::number(store) + (store % 2 ? ",high," : ",control,") +
              QByteArray::number(100 + 7 * (store / 2 * 7 % 10) + (store % 2 ? 90 : 0)) + "\n";
    ExperimentRequest r = request();
    r.units = files.write("few.csv", text), r.metrics = QStringList{"profit"};
    r.design = ExperimentDesign::Cluster, r.redraws = 99;
    const auto got = analyzeExperiment(r, {});
    const std::optional<Error>& refused = got->answer.comparisons[0].refused;
    QVERIFY(refused && refused->is(u"experiment.too-few-redraws"));
    QCOMPARE(refused->arguments.value(QStringLiteral("redraws")), QStringLiteral("99"));
    r.redraws = refused->arguments.value(QStringLiteral("needed")).toInt();
    QVERIFY(r.redraws > 300 && r.redraws < 500);
    QVERIFY(!analyzeExperiment(r, {})->answer.comparisons[0].refused);
    r.redraws = 99, r.plan.decideBy = DecideBy::Horizon, r.plan.plannedUnits = 20;
    QCOMPARE(analyzeExperiment(r, {})->answer.comparisons[0].verdict, ArmVerdict::Better);
  }

  void garbageIsRefusedWithItsLine() {
    Files files;
    ExperimentRequest r = request();
    const Shop shop;
    r.events = files.write("events.csv", shop.events);
    const auto exposures = [&](const QByteArray& text) {
      r.exposures = files.write("bad.csv", text);
      return codeOf(r);
    };
    QCOMPARE(exposures("user_id,variant,timestamp\nu1,A,yesterday\nu2,B,2026-03-01\n"),
             QStringLiteral("experiment.bad-rows"));
    QCOMPARE(analyzeExperiment(r, {}).error().arguments.value(QStringLiteral("line")), QStringLiteral("2"));
    QCOMPARE(exposures("user_id,variant,timestamp\n"), QStringLiteral("experiment.no-rows"));
    QCOMPARE(exposures(""), QStringLiteral("import.empty"));
    QCOMPARE(exposures("who,what\n1,2\n"), QStringLiteral("experiment.no-column"));
    QCOMPARE(exposures("user_id,variant,timestamp\nu1,A,2026-03-01\nu2,A,2026-03-01\n"),
             QStringLiteral("experiment.one-arm"));
    QVERIFY(exposures(QByteArray(4096, '\0')).startsWith(u"import."));
    QVERIFY(exposures(QByteArray("\x1f\x8b\x08\x00garbage", 11)).startsWith(u"import."));
    QByteArray many = "user_id,variant\n";
    for (int i = 0; i < 500; ++i)
      many += "u" + QByteArray::number(i) + ",arm" + QByteArray::number(i) + "\n";
    QCOMPARE(exposures(many), QStringLiteral("experiment.too-many-names"));
    r.exposures = QStringLiteral("/nowhere/at/all.csv");
    QVERIFY(codeOf(r).startsWith(u"import."));
    r.exposures = files.write("good.csv", shop.exposures);
    QCOMPARE(codeOf(r), QString());
    r.control = QStringLiteral("C");
    QCOMPARE(codeOf(r), QStringLiteral("experiment.unknown-arm"));
    ExperimentRequest units = request();
    units.units = files.write("units.csv", "arm,sales\nA,1\nB,2\n");
    QCOMPARE(codeOf(units), QStringLiteral("experiment.which-metric"));
    units.metrics = QStringList{"salse"};
    QCOMPARE(codeOf(units), QStringLiteral("experiment.no-column"));
  }

  void unitsWithoutDifferenceAreSaidToHaveNone() {
    Files files;
    QByteArray text = "user,group,bought\n";
    for (int i = 0; i < 100; ++i)
      text += QByteArray::number(i) + (i % 2 ? ",a,0\n" : ",b,0\n");
    ExperimentRequest r = request();
    r.units = files.write("u.csv", text), r.metrics = QStringList{"bought"};
    const auto got = analyzeExperiment(r, {});
    QVERIFY(got->answer.comparisons[0].refused->is(u"experiment.no-variance"));
    const QJsonObject first = experimentJson(*got)["metrics"][0]["comparisons"][0].toObject();
    QCOMPARE(first["refused"]["code"].toString(), QStringLiteral("experiment.no-variance"));
    QCOMPARE(first["verdict"].toString(), QStringLiteral("undecided"));
  }
};

QTEST_GUILESS_MAIN(TestExperimentAnalysis)
#include "tst_ExperimentAnalysis.moc"
