// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demand/forecasts/ZoneResponses.h"

#include "statistics/Random.h"

#include <QtTest>

#include <cmath>

using namespace pricewright;

namespace {

constexpr qint32 kFirst = 7'000;
constexpr int kWeeks = 80, kSkus = 6;
qint32 dayOfWeek(int week) { return kFirst + 7 * week; }

// Products that a chain prices and features alike in all its zones.
struct Chain {
  std::vector<std::vector<SalePoint>> points;
  std::vector<DemandSeries> series;
  DemandPanel panel;
  FeatureRows features;

  explicit Chain(int zones) {
    for (int zone = 1; zone <= zones; ++zone)
      for (int k = 0; k < kSkus; ++k) {
        Random random(std::uint64_t(k) + 1); // the same in each zone
        std::vector<SalePoint> p;
        for (int t = 0; t < kWeeks; ++t) {
          SalePoint q;
          const bool featured = random.uniform() < 0.2;
          q.day = dayOfWeek(t), q.unitsMilli = 200'000, q.featureMilli = featured ? 1000 : 0;
          q.priceMicro = std::llround(200 * std::exp(0.2 * random.normal() - (featured ? 0.2 : 0))) * 10'000;
          p.push_back(q);
        }
        points.push_back(std::move(p));
        DemandSeries s;
        s.listingNo = int(points.size()), s.skuNo = k + 1, s.categoryNo = 1, s.zoneNo = zone;
        series.push_back(s);
      }
    for (std::size_t i = 0; i < series.size(); ++i)
      series[i].points = points[i];
    DemandOptions options;
    options.holdOutWeeks = 0, options.planFrom = dayOfWeek(kWeeks);
    panel = buildPanel(series, options, {}).value();
    features = featureRows(panel, std::vector<double>(series.size(), 1.0), dayOfWeek(kWeeks), 1);
  }
  int zoneOf(std::size_t listing) const { return series[listing].zoneNo; }
  double priceOf(std::size_t row) const { return double(features.row(row)[kRelativePrice]); }

  // Of a forecast whose errors are `error(listing, row)`.
  template <class Error> ZoneResponses learnt(const Error& error) const {
    std::vector<float> said(panel.rows.size());
    for (std::size_t i = 0; i < panel.listings.size(); ++i)
      for (std::size_t r = panel.listings[i].begin; r < panel.listings[i].end; ++r)
        said[r] = panel.rows[r].logUnits - float(error(i, r));
    return {panel, features, said, dayOfWeek(kWeeks)};
  }
  double told(const ZoneResponses& zones, std::size_t listing, double price, bool featured = false,
              double elasticity = -3) const {
    TermVector terms{};
    terms[kOwnRegular] = terms[kOwnDiscount] = elasticity, terms[kFeature] = 0.5;
    DemandRow row;
    row.x[kFeature] = featured ? 1 : 0;
    return zones.of(panel.listings[listing], listing, terms, 0.5, price, row);
  }
};

} // namespace

class ZoneResponsesTest : public QObject {
  Q_OBJECT

 private slots:
  // Errors: a week's shock in all zones, and zones that answer to prices and features in ways of their own. What a
  // feature takes away ends at half of the terms' 0.5.
  void zonesAreToldFromWeeks() {
    const Chain chain(6);
    const auto answer = [](int zone) { return 0.3 * (zone - 3.5); };
    const ZoneResponses zones = chain.learnt([&](std::size_t i, std::size_t r) {
      const DemandRow& row = chain.panel.rows[r];
      Random shock(std::uint64_t(row.week * kSkus + chain.panel.listings[i].sku) + 99);
      Random own(std::uint64_t(r) + 12345);
      return 2 * shock.normal() + answer(chain.zoneOf(i)) * (chain.priceOf(r) + double(row.x[kFeature])) +
             0.1 * own.normal();
    });
    for (std::size_t i = 0; i < chain.series.size(); ++i) {
      const double level = chain.told(zones, i, 0), expected = answer(chain.zoneOf(i));
      QVERIFY(std::abs(level) < 0.15);
      QVERIFY2(std::abs(chain.told(zones, i, 0.5) - level - 0.5 * expected) < 0.15, qPrintable(QString::number(i)));
      QVERIFY(std::abs(chain.told(zones, i, 0, true) - level - std::max(expected, -0.25)) < 0.2);
    }
  }

  void whatIsTheShockOfAWeekTellsNothing() {
    const Chain chain(4);
    const ZoneResponses zones = chain.learnt(
        [&](std::size_t, std::size_t r) { return 0.5 - chain.priceOf(r) + double(chain.panel.rows[r].week) / 40; });
    for (std::size_t i = 0; i < chain.series.size(); ++i)
      QVERIFY(std::abs(chain.told(zones, i, 0.4, true)) < 1e-3);
  }

  void aSingleZoneTellsNothing() {
    const Chain chain(1);
    const ZoneResponses zones = chain.learnt([&](std::size_t, std::size_t) { return 0.7; });
    QCOMPARE(chain.told(zones, 0, 0.4, true), 0.0);
  }

  void aListingThatChangedItsScaleIsLeftOut() {
    Chain chain(2);
    chain.panel.listings[0].changedScale = true;
    const ZoneResponses zones = chain.learnt([&](std::size_t i, std::size_t) { return i == 0 ? 4 : 0; });
    for (std::size_t i = 0; i < chain.series.size(); ++i)
      QVERIFY(std::abs(chain.told(zones, i, 0.4, true)) < 1e-3);
  }

  // Whatever a zone seems to do: dearer never sells more, a feature never takes away.
  void itNeverTurnsAResponseRound() {
    const Chain chain(4);
    const ZoneResponses zones = chain.learnt([&](std::size_t i, std::size_t r) {
      return (chain.zoneOf(i) == 1 ? 3 : -1) * (chain.priceOf(r) - double(chain.panel.rows[r].x[kFeature]));
    });
    for (const double elasticity : {-1.0, -0.2, 0.0}) {
      const double rise = chain.told(zones, 0, 0.5, false, elasticity) - chain.told(zones, 0, 0, false, elasticity);
      QVERIFY(rise > -1e-9 && rise <= -0.5 * elasticity * 0.5 + 1e-9); // half of the terms', over a price of 0.5
    }
    QVERIFY(std::abs(chain.told(zones, 0, 0, true) - chain.told(zones, 0, 0) + 0.25) < 1e-6);
  }

  // A level that rose thirteen weeks ago counts for more than one that has been so far longer ago.
  void theLevelOfLateCounts() {
    const Chain chain(3);
    const auto of = [&](int from, int until) {
      const ZoneResponses zones = chain.learnt([&](std::size_t i, std::size_t r) {
        return i == 0 && chain.panel.rows[r].week >= from && chain.panel.rows[r].week < until ? 0.6 : 0.0;
      });
      return chain.told(zones, 0, 0);
    };
    QVERIFY(of(67, 80) > 1.5 * of(0, 13));
    QVERIFY(of(67, 80) > 0.1);
  }
};

QTEST_GUILESS_MAIN(ZoneResponsesTest)
#include "tst_ZoneResponses.moc"
