// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What rows of an experiment's files are taken for, and what is said of odd ones.
#include "ExperimentFolder.h"

#include <QJsonArray>
#include <QTest>

#include <cmath>

using namespace pricewright;

class TestExperimentRows : public QObject {
  Q_OBJECT
 private slots:
  // As other tools export: milliseconds and microseconds since 1970, their names of columns, a spreadsheet in German.
  void exportsOfOtherToolsAreRead_data() {
    QTest::addColumn<QByteArray>("exposures");
    QTest::addColumn<QByteArray>("events");
    QTest::newRow("decisions and conversions") << QByteArray("visitor_id,variation_id,timestamp\n"
                                                             "1,A,1772445600000\n2,A,1772445600000\n"
                                                             "3,B,1772445600000\n4,B,1772445600000\n")
                                               << QByteArray("visitor_id,event_name,timestamp,revenue,tags.currency\n"
                                                             "1,purchase,1772445660000,5,USD\n"
                                                             "3,purchase,1772445660000,7,USD\n"
                                                             "3,purchase,1772445540000,9,USD\n");
    QTest::newRow("analytics") << QByteArray("user_pseudo_id,event_date,event_timestamp,experiment_variant\n"
                                             "1,20260302,1772445600000000,A\n2,20260302,1772445600000000,A\n"
                                             "3,20260302,1772445600000000,B\n4,20260302,1772445600000000,B\n")
                               << QByteArray("user_pseudo_id,event_name,event_date,event_timestamp,transaction_id,"
                                             "purchase_revenue\n1,purchase,20260302,1772445660000000,o1,5\n"
                                             "3,purchase,20260302,1772445660000000,o2,7\n"
                                             "3,purchase,20260302,1772445540000000,o3,9\n");
    QTest::newRow("spreadsheet") << QByteArray("Kunde;Gruppe;Datum\n1;Alt;02.03.2026 10:00\n2;Alt;02.03.2026 10:00\n"
                                               "3;Neu;02.03.2026 10:00\n4;Neu;02.03.2026 10:00\n")
                                 << QByteArray("Kunde;Datum;Umsatz;Bestellnummer\n1;02.03.2026 10:01;5,00;1\n"
                                               "3;02.03.2026 10:01;7,00;2\n3;02.03.2026 09:59;9,00;3\n");
  }
  void exportsOfOtherToolsAreRead() {
    QFETCH(QByteArray, exposures);
    QFETCH(QByteArray, events);
    Files files;
    ExperimentRequest r = request();
    r.exposures = files.write("x.csv", exposures), r.events = files.write("e.csv", events);
    r.metrics = QStringList{"revenue"};
    const auto got = analyzeExperiment(r, {});
    QVERIFY2(got, got ? "" : qPrintable(got.error().debugText()));
    QCOMPARE(got->control, std::size_t(0));
    QCOMPARE(got->input.metrics[0].cells[0].mean(0), 2.5);
    QCOMPARE(got->input.metrics[0].cells[1].mean(0), 3.5); // what was bought before the exposure does not count
  }

  // Ids of one arm that are written otherwise look like a price that nobody buys at.
  void eventsThatFitNobodyAreSaid() {
    Files files;
    const auto got = [&](auto nameOf) {
      QByteArray exposures = "user_id,variant,timestamp\n", events = "user_id,timestamp,event,revenue\n";
      for (int i = 0; i < 600; ++i) {
        exposures += "u" + QByteArray::number(i) + (i % 2 ? ",B" : ",A") + ",2026-03-01T10:00:00Z\n";
        if (i % 5 < 2)
          events += nameOf(i) + ",2026-03-02T10:00:00Z,purchase," + QByteArray::number(10 + i % 7) + "\n";
      }
      ExperimentRequest r = request();
      r.exposures = files.write("x.csv", exposures), r.events = files.write("e.csv", events);
      return *analyzeExperiment(r, {});
    };
    const auto plain = [](int i) { return "u" + QByteArray::number(i); };
    QCOMPARE(got(plain).unmatched.events, 0);
    QVERIFY(got(plain).answer.distrust.isEmpty() && got(plain).remarks().empty());
    const ExperimentReport half = got([&](int i) { return (i % 2 ? "Z" : "") + plain(i); });
    QCOMPARE(half.answer.distrust, QStringList{"unmatched-events"});
    QCOMPARE(half.answer.comparisons[0].verdict, ArmVerdict::NotTrusted);
    QCOMPARE(half.unmatched.events, 120);
    QVERIFY(half.remarks()[0].is(u"experiment.events-unmatched"));
    QCOMPARE(half.remarks()[0].arguments.value("all"), QStringLiteral("240"));
    // Strangers from all over, as of a test of some visitors only, are said and hold nothing back.
    const ExperimentReport some = got([&](int i) { return (i % 3 ? "Z" : "") + plain(i); });
    QVERIFY(some.answer.distrust.isEmpty() && some.remarks()[0].is(u"experiment.events-unmatched"));
    const ExperimentReport none = got([&](int i) { return "zz" + plain(i); });
    QVERIFY(!none.answer.distrust.isEmpty() && none.remarks()[0].is(u"experiment.no-id-matches"));
    QCOMPARE(none.remarks()[0].arguments.value("event"), QStringLiteral("zzu0"));
    QCOMPARE(none.remarks()[0].arguments.value("exposed"), QStringLiteral("u0"));
  }

  void refundsBeyondTheirOrderAreSaid() {
    Files files;
    QByteArray exposures = "user_id,variant,timestamp\n", events = "user_id,timestamp,event,revenue,order_id\n";
    for (int i = 0; i < 40; ++i) {
      const QByteArray n = QByteArray::number(i);
      exposures += "u" + n + (i % 2 ? ",B" : ",A") + ",2026-03-01T10:00:00Z\n";
      events += "u" + n + ",2026-03-02T10:00:00Z,purchase," + QByteArray::number(20 + i % 3) + ",o" + n + "\n";
    }
    events += "u3,2026-03-03T10:00:00Z,refund,500,o3\n";
    ExperimentRequest r = request();
    r.exposures = files.write("x.csv", exposures), r.events = files.write("e.csv", events);
    const auto got = analyzeExperiment(r, {});
    QVERIFY(got && got->events.overRefunded == 1 && got->events.refundsAreDoubtful());
    const std::vector<Error> said = got->remarks();
    QVERIFY(std::any_of(said.begin(), said.end(), [](const Error& e) { return e.is(u"experiment.refunds-beyond"); }));
  }

  // The same question twice is one; two columns of one name are none; segments are asked for by their column.
  void whatIsAskedForMustBeClear() {
    Files files;
    QByteArray rows = "unit,arm,seg,rev,rev,other\n";
    for (int i = 0; i < 400; ++i)
      rows += QByteArray::number(i) + (i % 2 ? ",B," : ",A,") + (i % 4 < 2 ? "x," : "y,") +
              QByteArray::number(i * 37 % 50) + ",1," + QByteArray::number(i * 53 % 61) + "\n";
    ExperimentRequest r = request();
    r.units = files.write("u.csv", rows), r.metrics = QStringList{"rev"};
    QCOMPARE(analyzeExperiment(r, {}).error().code, QStringLiteral("import.column-twice"));
    r.metrics = QStringList{"other"};
    const auto once = analyzeExperiment(r, {});
    QVERIFY(once);
    r.metrics = QStringList{"other", "other"};
    const auto twice = analyzeExperiment(r, {});
    QCOMPARE(twice->answer.comparisons.size(), std::size_t(1));
    QCOMPARE(twice->answer.comparisons[0].adjustedP, once->answer.comparisons[0].adjustedP);
    r.plan.stratified = true;
    QCOMPARE(analyzeExperiment(r, {}).error().code, QStringLiteral("experiment.stratify-what"));
    r.named.insert(ExperimentColumn::Segment, QStringLiteral("seg"));
    const auto within = analyzeExperiment(r, {});
    QVERIFY(within);
    QCOMPARE(experimentLines(*within).segmentRows.size(), std::size_t(2));
    QCOMPARE(experimentLines(*within).segmentRows[1][2], QStringLiteral("y"));
    r.design = ExperimentDesign::Cluster, r.named.insert(ExperimentColumn::Cluster, QStringLiteral("unit"));
    QCOMPARE(analyzeExperiment(r, {}).error().code, QStringLiteral("experiment.stratified-clusters"));
  }

  // Who cuts already is not told to cut.
  void aWhaleThatIsCutIsNoAdvice() {
    Files files;
    QByteArray rows = "unit,arm,rev\n";
    for (int i = 0; i < 400; ++i)
      rows +=
          QByteArray::number(i) + (i % 2 ? ",B," : ",A,") + (i == 7 ? "90000" : QByteArray::number(i * 37 % 50)) + "\n";
    ExperimentRequest r = request();
    r.units = files.write("u.csv", rows), r.metrics = QStringList{"rev"};
    QVERIFY(analyzeExperiment(r, {})->remarks()[0].is(u"experiment.one-unit-decides"));
    r.winsor = 0.99;
    QVERIFY(analyzeExperiment(r, {})->remarks()[0].is(u"experiment.one-unit-before-the-cut"));
  }

  // A row for each metric of a unit: the first would be taken for the unit's figure, and that is said.
  void aLongFormatIsSaid() {
    Files files;
    ExperimentRequest r = request();
    QByteArray rows = "unit,variant,metric,value\n";
    for (int i = 0; i < 40; ++i)
      for (const char* metric : {"orders", "revenue"})
        rows += QByteArray::number(i) + (i % 2 ? ",B," : ",A,") + metric + "," + QByteArray::number(i % 5) + "\n";
    r.units = files.write("u.csv", rows), r.metrics = QStringList{"value"};
    const auto got = analyzeExperiment(r, {});
    QVERIFY2(got, got ? "" : qPrintable(got.error().debugText()));
    QVERIFY(got->remarks()[0].is(u"experiment.unit-rows"));
    QCOMPARE(got->remarks()[0].arguments.value("count"), QStringLiteral("40"));
  }

  // Who saw both prices, and what could not be read, counts for nothing, and that is said.
  void whatIsLeftOutIsSaid() {
    Files files;
    ExperimentRequest r = request();
    QByteArray exposures = "unit,variant,time\n", events = "unit,time,value\n";
    for (int i = 0; i < 400; ++i) {
      exposures += QByteArray::number(i) + (i % 2 ? ",B," : ",A,") + "2026-03-02T10:00:00Z\n";
      events += QByteArray::number(i) + ",2026-03-02T11:00:00Z," + QByteArray::number(3 + i % 5) + "\n";
    }
    exposures += "1,A,2026-03-02T12:00:00Z\n", events += "2,2026-03-02T12:00:00Z,1e300\n";
    r.exposures = files.write("x.csv", exposures), r.events = files.write("e.csv", events);
    r.metrics = QStringList{"revenue"};
    const auto got = analyzeExperiment(r, {});
    QVERIFY2(got, got ? "" : qPrintable(got.error().debugText()));
    QCOMPARE(got->remarks().size(), std::size_t(2));
    QVERIFY(got->remarks()[0].is(u"experiment.in-two-arms"));
    QCOMPARE(got->remarks()[0].arguments.value("count"), QStringLiteral("1"));
    QVERIFY(got->remarks()[1].is(u"experiment.rows-left-out"));
    QCOMPARE(got->remarks()[1].arguments.value("line"), QStringLiteral("402"));
  }

  // An order's row that comes twice word for word is one; with other contents its rows are lines, and that is said.
  void anOrderThatComesTwiceCountsOnce() {
    Files files;
    ExperimentRequest r = request();
    r.exposures = files.write("x.csv", "unit,arm\n1,A\n2,A\n3,B\n4,B\n");
    r.events = files.write("e.csv", "unit,order_id,value\n1,o1,5\n1,o1,5\n2,o2,3\n3,o3,7\n3,o3,8\n4,o4,9\n");
    r.metrics = QStringList{"revenue", "orders"};
    const auto got = analyzeExperiment(r, {});
    QVERIFY2(got, got ? "" : qPrintable(got.error().debugText()));
    QCOMPARE(got->input.metrics[0].cells[0].mean(0), 4.0);
    QCOMPARE(got->input.metrics[0].cells[1].mean(0), 12.0);
    QCOMPARE(got->input.metrics[1].cells[0].mean(0), 1.0);
    QCOMPARE(got->rowNotes.sameOrder, 1);
    QCOMPARE(got->rowNotes.ordersDiffer, 1);
    QCOMPARE(got->remarks().size(), std::size_t(2));
    QVERIFY(got->remarks()[0].is(u"experiment.same-order-twice"));
    r.events = files.write("i.csv", "unit,event_id,value\n1,e1,5\n1,e1,6\n3,e2,7\n2,e3,1\n4,e4,1\n");
    const auto ids = analyzeExperiment(r, {});
    QCOMPARE(ids->rowNotes.idsDiffer, 1);
    QVERIFY(ids->remarks()[0].is(u"experiment.ids-differ"));
  }

  // A day without a time is no moment before the exposure of that day.
  void whatTellsTheDayAloneCountsOnTheDayOfTheExposure() {
    Files files;
    ExperimentRequest r = request();
    r.exposures = files.write("x.csv", "unit,arm,time\n1,A,2026-03-02T10:00:00Z\n2,A,2026-03-02T10:00:00Z\n"
                                       "3,B,2026-03-02T10:00:00Z\n4,B,2026-03-02T10:00:00Z\n");
    r.events = files.write("e.csv", "unit,order_id,day,value\n1,o1,2026-03-02,5\n2,o2,2026-03-01,3\n"
                                    "3,o3,2026-03-02,7\n4,o4,2026-03-03,9\n");
    r.metrics = QStringList{"revenue"};
    const auto got = analyzeExperiment(r, {});
    QVERIFY2(got, got ? "" : qPrintable(got.error().debugText()));
    QCOMPARE(got->input.metrics[0].cells[0].mean(0), 2.5); // that of the day before does not count
    QCOMPARE(got->input.metrics[0].cells[1].mean(0), 8.0);
    QCOMPARE(got->rowNotes.daysOnly, 4);
    QVERIFY(got->remarks()[0].is(u"experiment.days-only"));
    r.nowMs = 1'772'460'000'000; // 2026-03-02T14:00Z: today is not over, and no clock is wrong
    r.events = files.write("t.csv", "unit,order_id,day,value\n1,o1,2026-03-02,5\n3,o3,2026-03-02,7\n");
    QCOMPARE(analyzeExperiment(r, {})->intake.badTime, 0);
    QCOMPARE(analyzeExperiment(r, {})->input.metrics[0].cells[1].mean(0), 3.5);
  }

  void oneUnitThatBringsMostIsNamed() {
    Files files;
    QByteArray rows = "user,arm,revenue\n";
    for (int i = 0; i < 400; ++i)
      rows += QByteArray::number(i) + (i % 2 ? ",B," : ",A,") + QByteArray::number(i % 20 < 2 ? 10 + i % 7 : 0) + "\n";
    ExperimentRequest r = request();
    r.units = files.write("u.csv", rows), r.metrics = QStringList{"revenue"};
    QVERIFY(analyzeExperiment(r, {})->whales.empty());
    r.units = files.write("w.csv", rows + "whale,B,5000\n");
    const auto got = analyzeExperiment(r, {});
    QCOMPARE(got->whales.size(), std::size_t(1));
    QCOMPARE(got->whales[0].arm, std::size_t(1));
    QVERIFY(got->whales[0].share > 0.9);
    QVERIFY(got->remarks()[0].is(u"experiment.one-unit-decides"));
    QCOMPARE(got->cuts.size(), std::size_t(1));
    QVERIFY(got->answer.comparisons[0].absolute.value > 20);
    QVERIFY(std::abs(got->cuts[0].figures.absolute.value) < 1);
    const QJsonObject first = experimentJson(*got)["metrics"][0]["comparisons"][0].toObject();
    QCOMPARE(first["largest_units"][0]["arm"].toString(), QStringLiteral("B"));
    QVERIFY(first["cut"]["quantile"].toDouble() > 0.98);
    QCOMPARE(experimentLines(*got).rows.size(), std::size_t(2));
  }

  // Each arm may have one, and each metric, with a cut of its own.
  void eachArmAndMetricMayHaveItsWhale() {
    Files files;
    QByteArray rows = "user_id,variant,revenue,visits\n";
    for (int i = 0; i < 400; ++i)
      rows += QByteArray::number(i) + (i % 2 ? ",B," : ",A,") + QByteArray::number(i % 20 < 2 ? 10 + i % 7 : 0) + ',' +
              QByteArray::number(1 + i % 3) + "\n";
    ExperimentRequest r = request();
    r.metrics = QStringList{"visits", "revenue"}, r.lessIsBetter = QStringList{"visits"};
    r.units = files.write("both.csv", rows + "w1,A,4000,2\nw2,B,5000,900\n");
    const auto got = analyzeExperiment(r, {});
    QVERIFY2(got, got ? "" : qPrintable(got.error().debugText()));
    QCOMPARE(got->whales.size(), std::size_t(3));
    QCOMPARE(got->cuts.size(), std::size_t(2));
    const QJsonArray metrics = experimentJson(*got)["metrics"].toArray();
    const QJsonObject visits = metrics[0]["comparisons"][0].toObject(),
                      revenue = metrics[1]["comparisons"][0].toObject();
    QCOMPARE(visits["largest_units"].toArray().size(), 1);
    QCOMPARE(revenue["largest_units"][0]["arm"].toString(), QStringLiteral("A"));
    QCOMPARE(revenue["largest_units"][1]["arm"].toString(), QStringLiteral("B"));
    QVERIFY(std::abs(visits["cut"]["value"].toDouble() - 2) < 0.1);
    QVERIFY(revenue["cut"]["value"].toDouble() < 3);
    QVERIFY(visits["cut"]["quantile"].toDouble() < revenue["cut"]["quantile"].toDouble());
  }
};

QTEST_GUILESS_MAIN(TestExperimentRows)
#include "tst_ExperimentRows.moc"
