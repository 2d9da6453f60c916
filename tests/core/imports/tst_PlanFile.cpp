// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/PlanFile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace pricewright;

class PlanFileTest : public QObject {
  Q_OBJECT
  QTemporaryDir m_dir;

  Result<PlanFile> read(const QByteArray& bytes, const ImportMapping& mapping = {}) {
    const QString path = m_dir.filePath(QStringLiteral("plan.csv"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
      qFatal("not written");
    file.close();
    return readPlanFile(path, mapping, {});
  }

 private slots:
  void columnsAreGuessed() {
    const auto plan = read("Artikel;Filiale;Datum;Preis;Regular;Deal;Feature\r\n"
                           "A1;Nord;2026-03-02;1,99;2,49;1;0,5\r\n"
                           "A1;;2026-03-09;2,49;;;\r\n");
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().debugText()));
    QCOMPARE(plan->weeks.size(), std::size_t(2));
    const PlannedWeek& week = plan->weeks[0];
    QCOMPARE(week.sku, QStringLiteral("A1"));
    QCOMPARE(week.zone, QStringLiteral("Nord"));
    QCOMPARE(week.priceMicro, qint64(1'990'000));
    QCOMPARE(week.regularMicro, qint64(2'490'000));
    QCOMPARE(int(week.dealMilli), 1000);
    QCOMPARE(int(week.featureMilli), 500);
    QCOMPARE(plan->weeks[1].day - week.day, 7);
    QVERIFY(plan->weeks[1].zone.isEmpty()); // all zones
    QCOMPARE(plan->weeks[1].regularMicro, qint64(-1));
  }

  void rowsThatAreWrongAreToldAndLeftOut() {
    const auto plan = read("sku,zone,day,price,deal\n"
                           "A,N,2026-03-02,1.99,0\n"
                           "A,N,never,1.99,0\n"
                           "A,N,2026-03-09,-1,0\n"
                           "A,N,2026-03-09,0,0\n"
                           ",N,2026-03-09,1.99,0\n"
                           "A,N,2026-03-09,1.99,7\n"
                           "A,N,2026-03-09\n"
                           "A,N,2026-03-16,99999999999999999999,0\n");
    QVERIFY(plan);
    QCOMPARE(plan->weeks.size(), std::size_t(1));
    QCOMPARE(plan->rejectedRows, qint64(7));
    QCOMPARE(plan->rejected.front().line, qint64(3));
    QCOMPARE(plan->rejected.front().field, QStringLiteral("day"));
  }

  void whatIsNoPlanIsRefused() {
    const auto code = [&](const QByteArray& bytes) {
      const auto plan = read(bytes);
      return plan ? QString() : plan.error().code;
    };
    QCOMPARE(code(""), QStringLiteral("import.empty"));
    QCOMPARE(code("sku,day\nA,2026-03-02\n"), QStringLiteral("import.missing-field"));
    QVERIFY(!code(QByteArray("PK\x03\x04", 4) + QByteArray(400, '\x01')).isEmpty());
    QVERIFY(!readPlanFile(m_dir.filePath(QStringLiteral("none.csv")), {}, {}));
  }
};

QTEST_GUILESS_MAIN(PlanFileTest)
#include "tst_PlanFile.moc"
