// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The plain regressions: against what independent software gives on the same rows, and where they have nothing to say.
#include "RealPanel.h"
#include "demand/Yardstick.h"

#include <QtTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

struct Expected {
  double estimate = 0, error = 0;
  qint64 rows = 0;
};

// Quoted cells may hold commas.
std::map<std::pair<QString, int>, Expected> expectedOf(const QString& folder, const QString& set) {
  QFile file(folder + QStringLiteral("/yardsticks_elasticity_computed.csv"));
  std::map<std::pair<QString, int>, Expected> out;
  if (!file.open(QIODevice::ReadOnly))
    return out;
  const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
  for (const QString& line : lines) {
    const QStringList quoted = line.split(u'"');
    if (quoted.size() < 9 || quoted[3] != set)
      continue;
    const QStringList numbers = quoted[8].split(u',', Qt::SkipEmptyParts);
    const bool others = quoted[7].contains(QStringLiteral("other prices"));
    out[{others ? QStringLiteral("loglog-fe-others") : QStringLiteral("loglog-fe"), quoted[5].toInt()}] = {
        numbers[0].toDouble(), numbers[1].toDouble(), numbers[2].trimmed().toLongLong()};
  }
  return out;
}

void compare(const std::vector<YardstickRow>& rows, const QString& spec,
             const std::map<std::pair<QString, int>, Expected>& expected, int least) {
  int compared = 0;
  for (const YardstickRow& row : rows) {
    const auto found = expected.find({spec, row.skuNo});
    if (row.skuNo == 0 || found == expected.end())
      continue;
    const Expected& e = found->second;
    const QByteArray shown = QStringLiteral("%1 of %2: %3 ± %4, %5 rows")
                                 .arg(spec)
                                 .arg(row.skuNo)
                                 .arg(row.elasticity)
                                 .arg(row.standardError)
                                 .arg(row.rows)
                                 .toUtf8();
    if (row.rows != e.rows) // they left a row out
      continue;
    QVERIFY2(row.why.isEmpty(), shown);
    QVERIFY2(std::abs(row.elasticity - e.estimate) < 5e-4 * std::abs(e.estimate), shown);
    QVERIFY2(std::abs(row.standardError - e.error) < 5e-4 * e.error, shown);
    ++compared;
  }
  QVERIFY(compared >= least);
}

SalePoint sale(int week, double units, double price, bool deal = false) {
  SalePoint p;
  p.day = 7000 + 7 * week, p.unitsMilli = std::llround(1000 * units), p.priceMicro = std::llround(1e6 * price);
  p.dealMilli = deal ? 1000 : 0;
  return p;
}

std::vector<YardstickRow> fitOne(const std::vector<SalePoint>& points) {
  DemandSeries s;
  s.listingNo = s.skuNo = s.categoryNo = s.zoneNo = 1, s.points = points;
  return fitYardstick({&s, 1}, YardstickSpec::LogLog);
}

} // namespace

class YardstickTest : public QObject {
  Q_OBJECT
 private slots:
  void orangeJuice() {
    const QString folder = realDataFolder();
    if (folder.isEmpty())
      QSKIP("real data not here");
    const RealPanel panel = orangeJuicePanel(folder);
    const auto expected = expectedOf(folder, QStringLiteral("orange_juice"));
    compare(fitYardstick(panel.series, YardstickSpec::LogLog), QStringLiteral("loglog-fe"), expected, 11);
    compare(fitYardstick(panel.series, YardstickSpec::LogLogOthers), QStringLiteral("loglog-fe-others"), expected, 11);
  }

  void tuna() {
    const QString folder = realDataFolder();
    if (folder.isEmpty())
      QSKIP("real data not here");
    compare(fitYardstick(tunaPanel(folder).series, YardstickSpec::LogLog), QStringLiteral("loglog-fe"),
            expectedOf(folder, QStringLiteral("tuna")), 6);
  }

  void exactWhereThereIsNoNoise() {
    std::vector<SalePoint> points;
    for (int w = 0; w < 12; ++w) {
      const double price = 2 + 0.25 * (w % 4);
      points.push_back(sale(w, 100 * std::pow(price, -2) * (w % 3 == 0 ? 1.5 : 1), price, w % 3 == 0));
    }
    const YardstickRow row = fitOne(points).front();
    QVERIFY(std::abs(row.elasticity + 2) < 1e-3 && std::abs(row.deal - std::log(1.5)) < 1e-3);
    QVERIFY(row.standardError < 1e-3 && row.rows == 12 && row.listings == 1);
    QCOMPARE(fitOne(points).back().skuNo, 0); // all together, here the same
    QCOMPARE(fitOne(points).back().elasticity, row.elasticity);
  }

  void whatCannotBeToldSaysWhy() {
    QCOMPARE(fitOne({}).front().why, QStringLiteral("few-rows"));
    QCOMPARE(fitOne({sale(1, 10, 2)}).front().why, QStringLiteral("few-rows"));
    std::vector<SalePoint> constant, zeros, together;
    for (int w = 0; w < 20; ++w) {
      constant.push_back(sale(w, 10 + w, 2));
      zeros.push_back(sale(w, 0, 2 + w % 3));
      together.push_back(sale(w, 10 + w, w % 2 ? 2 : 3, w % 2)); // the price moves with the deal alone
    }
    QCOMPARE(fitOne(constant).front().why, QStringLiteral("price-never-moves"));
    QCOMPARE(fitOne(zeros).front().why, QStringLiteral("few-rows"));
    QCOMPARE(fitOne(together).front().why, QStringLiteral("collinear"));
    SalePoint negative = sale(3, 5, 2);
    negative.unitsMilli = -5'000;
    QCOMPARE(fitOne({negative, sale(4, 5, 3)}).front().rows, qint64(1));
  }
};

QTEST_APPLESS_MAIN(YardstickTest)
#include "tst_Yardstick.moc"
