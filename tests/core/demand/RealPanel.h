// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "demand/ElasticityModel.h"

#include "support/TestData.h"

#include <QFile>
#include <QProcess>

#include <cmath>
#include <map>

// Real panels as the demand model reads them.
namespace pricewright::test {

// Lines of a CSV file (gzip -dc where it is packed), the header left out, split at commas.
inline std::vector<QList<QByteArray>> readRows(const QString& path) {
  QByteArray bytes;
  if (path.endsWith(QStringLiteral(".gz"))) {
    QProcess gzip;
    gzip.start(QStringLiteral("gzip"), {QStringLiteral("-dc"), path});
    gzip.waitForFinished(60'000);
    bytes = gzip.readAllStandardOutput();
  } else if (QFile file(path); file.open(QIODevice::ReadOnly)) {
    bytes = file.readAll();
  }
  std::vector<QList<QByteArray>> out;
  for (const QByteArray& line : bytes.split('\n'))
    if (!line.isEmpty())
      out.push_back(line.trimmed().split(','));
  if (!out.empty())
    out.erase(out.begin());
  return out;
}

struct RealPanel {
  std::map<std::pair<int, int>, std::vector<SalePoint>> points; // (sku, zone)
  std::vector<DemandSeries> series;
  void arrange() {
    for (const auto& [key, p] : points) {
      DemandSeries s;
      s.listingNo = int(series.size()) + 1, s.skuNo = key.first, s.zoneNo = key.second, s.categoryNo = 1, s.points = p;
      series.push_back(s);
    }
  }
};

inline SalePoint point(int weekNumber, const QByteArray& units, const QByteArray& price) {
  SalePoint p;
  p.day = 7000 + 7 * weekNumber;
  p.unitsMilli = std::llround(units.toDouble() * 1000), p.priceMicro = std::llround(price.toDouble() * 1e6);
  return p;
}

inline RealPanel orangeJuicePanel(const QString& folder) {
  RealPanel panel;
  for (const auto& row : readRows(folder + QStringLiteral("/orange_juice/oj_sales.csv.gz"))) {
    SalePoint p = point(row[1].toInt(), row[3], row[4]);
    p.dealMilli = qint16(std::lround(row[5].toDouble() * 1000)),
    p.featureMilli = qint16(std::lround(row[6].toDouble() * 1000));
    panel.points[{row[2].toInt(), row[0].toInt()}].push_back(p);
  }
  panel.arrange();
  return panel;
}

inline RealPanel tunaPanel(const QString& folder) {
  RealPanel panel;
  for (const auto& row : readRows(folder + QStringLiteral("/tuna/tuna.csv"))) {
    SalePoint p = point(row[0].toInt(), row[3], row[5]);
    p.featureMilli = qint16(std::lround(row[4].toDouble() * 1000));
    panel.points[{row[1].toInt(), 1}].push_back(p);
  }
  panel.arrange();
  return panel;
}

} // namespace pricewright::test
