// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A test on regions or stores in a file: which columns are taken, and what no panel can be.
#include "ExperimentFolder.h"
#include "engine/experiments/ExperimentPanelFile.h"
#include "statistics/Random.h"

#include <QTest>

using namespace pricewright;

namespace {

constexpr int kStores = 24, kPanelDays = 40;
const Day kFirstDay = std::chrono::sys_days{std::chrono::year(2024) / 1 / 1};

QByteArray dayOfRow(int day, bool isEpoch) {
  return isEpoch ? QByteArray::number(qint64(toDayNumber(kFirstDay) + day) * 86'400)
                 : isoDay(kFirstDay + std::chrono::days(day)).toUtf8();
}

// Half of the stores sell a third more from day 20 on.
QByteArray storesFile(const QByteArray& header, const QByteArray& treated, const QByteArray& control,
                      bool isEpoch = false) {
  Random random(3);
  QByteArray text = header + '\n';
  for (int store = 0; store < kStores; ++store)
    for (int day = 0; day < kPanelDays; ++day) {
      const bool isTreated = store % 2 == 1;
      const double sold = (100 + 3 * store) * (isTreated && day >= 20 ? 1.3 : 1) + random.normal();
      text += 's' + QByteArray::number(store) + ',' + dayOfRow(day, isEpoch) + ',' + QByteArray::number(sold, 'f', 2) +
              ',' + (isTreated ? treated : control) + '\n';
    }
  return text;
}

PanelFileWish wishOf(const QString& path) {
  PanelFileWish wish;
  wish.path = path, wish.start = kFirstDay + std::chrono::days(20), wish.redraws = 199;
  return wish;
}

} // namespace

class TestExperimentPanelFile : public QObject {
  Q_OBJECT
 private slots:
  void usualColumnsAreFound_data() {
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("treated");
    QTest::addColumn<QByteArray>("control");
    QTest::newRow("stores") << QByteArray("store,date,revenue,treated") << QByteArray("1") << QByteArray("0");
    QTest::newRow("names of arms") << QByteArray("region,day,sales,arm") << QByteArray("high") << QByteArray("control");
    QTest::newRow("units") << QByteArray("unit_id,timestamp,value,variant") << QByteArray("new") << QByteArray("old");
  }
  void usualColumnsAreFound() {
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, treated);
    QFETCH(QByteArray, control);
    Files files;
    const auto found = analyzePanelFile(wishOf(files.write("p.csv", storesFile(header, treated, control))));
    QVERIFY2(found, found ? "" : qPrintable(found.error().debugText()));
    const QList<QByteArray> columns = header.split(',');
    QCOMPARE(found->unitColumn, QString(columns[0]));
    QCOMPARE(found->timeColumn, QString(columns[1]));
    QCOMPARE(found->valueColumn, QString(columns[2]));
    QCOMPARE(found->treatedColumn, QString(columns[3]));
    QCOMPARE(found->treatedValue, QString(treated));
    QCOMPARE(found->treated, std::size_t(kStores / 2));
    QCOMPARE(found->tested, std::size_t(20));
    QVERIFY(found->result.looks.back().value > 0.25);
  }
  void whatIsNamedIsTaken() {
    Files files;
    PanelFileWish wish = wishOf(files.write("p.csv", storesFile("place,when,store,who", "x", "y")));
    QCOMPARE(analyzePanelFile(wish).error().code, QString("experiment.no-column"));
    wish.unitColumn = "place", wish.timeColumn = "when", wish.valueColumn = "store", wish.treatedColumn = "who";
    const Result<PanelFileAnswer> open = analyzePanelFile(wish);
    QCOMPARE(open.error().code, QString("experiment.which-treated"));
    QVERIFY(open.error().arguments.value("found").contains('x'));
    wish.treatedValue = "x";
    const auto told = analyzePanelFile(wish);
    QVERIFY2(told, told ? "" : qPrintable(told.error().debugText()));
    QCOMPARE(told->unitColumn, QString("place"));
  }
  // A time with a digit too many is a bad row, and not five hundred years.
  void aMistypedTimeIsABadRow() {
    Files files;
    QByteArray text = storesFile("store,time,revenue,treated", "1", "0", true);
    const QByteArray good = text;
    const qsizetype at = text.indexOf(",1704", text.size() / 2), end = text.indexOf(',', at + 1);
    text.insert(end, '0'); // 17040672000
    const auto found = analyzePanelFile(wishOf(files.write("p.csv", text)));
    QVERIFY2(found, found ? "" : qPrintable(found.error().debugText()));
    QCOMPARE(found->rows, std::size_t(kStores * kPanelDays - 1));
    QVERIFY(found->leftOut && found->leftOut->is(u"experiment.rows-left-out")); // and is told of
    QCOMPARE(found->leftOut->arguments.value("value"), QString::fromUtf8(text.mid(at + 1, end - at)));
    const auto whole = analyzePanelFile(wishOf(files.write("g.csv", good)));
    QCOMPARE(whole->rows, std::size_t(kStores * kPanelDays));
    QVERIFY(!whole->leftOut);
  }
  // What is a day, and cannot be of this panel: the file is refused before anything is computed of it.
  void aPanelHasItsLimits() {
    Files files;
    const auto refused = [&](const QByteArray& row) {
      const QByteArray text = storesFile("store,date,revenue,treated", "1", "0") + row;
      return analyzePanelFile(wishOf(files.write("p.csv", text)));
    };
    const auto late = refused("s0,2099-01-01,5,0\n");
    QCOMPARE(late.error().code, QString("experiment.panel-too-long"));
    QCOMPARE(late.error().arguments.value("last"), QString("2099-01-01"));
    QCOMPARE(late.error().arguments.value("first"), QString("2024-01-01"));
    QCOMPARE(refused("s0,1971-01-01,5,0\n").error().code, QString("experiment.panel-too-long"));
    QVERIFY(refused("s0,2208-01-01,5,0\n")); // a bad row
    QByteArray many = "store,date,revenue,treated\n";
    for (int store = 0; store < 6000; ++store)
      many += 'u' + QByteArray::number(store) + (store % 2 ? ",2024-01-01,5,1\n" : ",2024-01-01,5,0\n");
    many += "u0,2033-12-01,5,0\n";
    PanelFileWish wish = wishOf(files.write("many.csv", many));
    wish.start = kFirstDay;
    QCOMPARE(analyzePanelFile(wish).error().code, QString("experiment.panel-too-large"));
  }
};

QTEST_GUILESS_MAIN(TestExperimentPanelFile)
#include "tst_ExperimentPanelFile.moc"
