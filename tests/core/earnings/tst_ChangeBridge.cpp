// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "earnings/ChangeBridge.h"

#include "statistics/Random.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace pricewright;

namespace {

Currency cur(const char* code) { return *Currency::fromCode(QString::fromLatin1(code)); }
bool refuses(const auto& result, QStringView code) { return !result && result.error().is(code); }
qint64 upTo(Random& random, qint64 most) { return qint64(random.next() % quint64(most)); }

// 1.10 and 1.25 dollars a euro, and an awkward pound.
BridgeRates twoRates() {
  return {{cur("EUR"), {{110, 100}, {125, 100}}}, {cur("GBP"), {{1'271'828'182'845, 1'000'000'000'000}, {4, 3}}}};
}

PeriodSales randomSales(Random& random) {
  PeriodSales p;
  const qint64 kind = upTo(random, 12);
  p.unitsMilli = kind == 0 ? 0 : kind == 1 ? -upTo(random, 9000) : 1 + upTo(random, 5'000'000);
  p.revenueMicro = kind == 0 && upTo(random, 2) ? 0 : (kind == 1 ? -1 : 1) * upTo(random, 900'000'000'000);
  if (upTo(random, 6) != 0)
    p.costMicro = upTo(random, 500'000'000'000);
  return p;
}

std::vector<BridgeRow> randomRows(quint64 seed, int count) {
  Random random(seed);
  std::vector<BridgeRow> rows;
  for (int i = 0; i < count; ++i)
    rows.push_back({i, cur(std::array{"USD", "EUR", "GBP"}[std::size_t(upTo(random, 3))]), randomSales(random),
                    randomSales(random)});
  return rows;
}

BridgeParts negated(const BridgeParts& p) {
  return {p.after,     p.before,   -p.price, -p.volume,  -p.mix,        -p.cost,
          -p.currency, -p.dropped, -p.added, -p.returns, -p.costUnknown};
}

BridgeRow sold(int key, qint64 units0, qint64 price0, qint64 units1, qint64 price1, const char* currency = "USD") {
  const auto side = [](qint64 units, qint64 price) {
    return PeriodSales{units * 1000, units * price * 1'000'000, units * 1'000'000};
  };
  return {key, cur(currency), side(units0, price0), side(units1, price1)};
}

} // namespace

class TestChangeBridge : public QObject {
  Q_OBJECT
 private slots:
  void oneProductsPriceAndVolume() {
    // 10 × 4 → 8 × 5: the price brings 1 × 9, the volume −2 × 4.5.
    const auto b = changeBridge(std::array{sold(1, 10, 4, 8, 5)}, cur("USD"), {}, BridgeMeasure::Revenue);
    QCOMPARE(b->total.price, 9'000'000);
    QCOMPARE(b->total.volume, -9'000'000);
    QCOMPARE(b->total.mix, 0);
    QCOMPARE(b->total.change(), 0);
  }

  void theCurrencyHasItsOwnPart() {
    const auto b =
        changeBridge(std::array{sold(1, 10, 4, 10, 4, "EUR")}, cur("USD"), twoRates(), BridgeMeasure::Revenue);
    QCOMPARE(b->total.currency, 6'000'000); // 40 EUR × 0.15
    QCOMPARE(b->total.sum() - b->total.currency, 0);
  }

  void whatSellsTheSameInAllIsMix() {
    // Ten units as before, from the cheap one to the dear one.
    const auto b =
        changeBridge(std::array{sold(1, 5, 2, 2, 2), sold(2, 5, 10, 8, 10)}, cur("USD"), {}, BridgeMeasure::Revenue);
    QCOMPARE(b->total.volume, 0);
    QCOMPARE(b->total.mix, 24'000'000);
    const auto doubled =
        changeBridge(std::array{sold(1, 5, 2, 10, 2), sold(2, 5, 10, 10, 10)}, cur("USD"), {}, BridgeMeasure::Revenue);
    QCOMPARE(doubled->total.mix, 0);
    QCOMPARE(doubled->total.volume, 60'000'000);
  }

  void costsAreAPartOfProfitAlone() {
    BridgeRow row = sold(1, 10, 4, 10, 4);
    row.after.costMicro = 15'000'000;
    const auto profit = changeBridge(std::array{row}, cur("USD"), {}, BridgeMeasure::Profit);
    QCOMPARE(profit->total.cost, -5'000'000);
    QCOMPARE(profit->total.change(), -5'000'000);
    QCOMPARE(changeBridge(std::array{row}, cur("USD"), {}, BridgeMeasure::Revenue)->total.cost, 0);
  }

  void everythingAddsUpToTheLastMillionth() {
    for (quint64 seed = 1; seed <= 60; ++seed)
      for (const BridgeMeasure measure : {BridgeMeasure::Revenue, BridgeMeasure::Profit}) {
        const auto rows = randomRows(seed, 80);
        const auto b = changeBridge(rows, cur("USD"), twoRates(), measure);
        QVERIFY(b.has_value());
        QCOMPARE(b->total.sum(), b->total.change());
        BridgeParts all;
        for (const BridgeParts& row : b->rows) {
          QCOMPARE(row.sum(), row.change());
          QVERIFY(addParts(all, row));
        }
        QVERIFY(all == b->total);
      }
  }

  void groupsAddUpToTheWholePartByPart() {
    const auto rows = randomRows(7, 300);
    const auto b = changeBridge(rows, cur("USD"), twoRates(), BridgeMeasure::Profit);
    std::vector<int> groups;
    for (const BridgeRow& row : rows)
      groups.push_back(row.key % 7);
    BridgeParts all;
    const auto byGroup = groupParts(*b, groups);
    QCOMPARE(byGroup->size(), std::size_t(7));
    for (const auto& [group, parts] : *byGroup)
      QVERIFY(addParts(all, parts));
    QVERIFY(all == b->total);
    QVERIFY(refuses(groupParts(*b, std::array{1, 2}), u"earnings.bad-shape"));
  }

  void theOrderOfRowsDoesNotMatter() {
    auto rows = randomRows(11, 200);
    const auto b = changeBridge(rows, cur("USD"), twoRates(), BridgeMeasure::Revenue);
    std::reverse(rows.begin(), rows.end());
    const auto back = changeBridge(rows, cur("USD"), twoRates(), BridgeMeasure::Revenue);
    QVERIFY(b->total == back->total);
    for (std::size_t i = 0; i < rows.size(); ++i)
      QVERIFY(b->rows[i] == back->rows[rows.size() - 1 - i]);
  }

  // Shapley's axioms in practice: neither period is the base.
  void swappingThePeriodsFlipsEverySign() {
    for (quint64 seed = 100; seed < 130; ++seed)
      for (const BridgeMeasure measure : {BridgeMeasure::Revenue, BridgeMeasure::Profit}) {
        auto rows = randomRows(seed, 50);
        const auto b = changeBridge(rows, cur("USD"), twoRates(), measure);
        for (BridgeRow& row : rows)
          std::swap(row.before, row.after);
        BridgeRates rates = twoRates();
        for (auto& [currency, rate] : rates)
          std::swap(rate.before, rate.after);
        const auto back = changeBridge(rows, cur("USD"), rates, measure);
        for (std::size_t i = 0; i < rows.size(); ++i)
          QVERIFY(back->rows[i] == negated(b->rows[i]));
        QCOMPARE(back->unknownBefore, b->unknownAfter);
      }
  }

  // Against the definition: the mean over all 24 orders in which four factors
  // can change, in long doubles.
  void itIsTheMeanOverAllOrders() {
    const auto rows = randomRows(17, 60);
    const auto b = changeBridge(rows, cur("USD"), twoRates(), BridgeMeasure::Revenue);
    long double all[2]{};
    for (const BridgeRow& row : rows)
      if (row.before.unitsMilli > 0 && row.after.unitsMilli > 0)
        all[0] += row.before.unitsMilli, all[1] += row.after.unitsMilli;
    int looked = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const BridgeRow& row = rows[i];
      if (row.before.unitsMilli <= 0 || row.after.unitsMilli <= 0)
        continue;
      const BridgeRates rates = twoRates();
      const PeriodRates rate = row.currency == cur("USD") ? PeriodRates{} : rates.at(row.currency);
      const auto factors = [&](const PeriodSales& p, long double q, const ExactRate& r) {
        return std::array<long double, 4>{q, p.unitsMilli / q, (long double)p.revenueMicro / p.unitsMilli,
                                          (long double)r.numerator / r.denominator};
      };
      const auto f0 = factors(row.before, all[0], rate.before), f1 = factors(row.after, all[1], rate.after);
      std::array<long double, 4> mean{};
      std::array<int, 4> order{0, 1, 2, 3};
      do {
        auto f = f0;
        for (const int k : order) {
          const long double was = f[0] * f[1] * f[2] * f[3];
          f[std::size_t(k)] = f1[std::size_t(k)];
          mean[std::size_t(k)] += (f[0] * f[1] * f[2] * f[3] - was) / 24;
        }
      } while (std::next_permutation(order.begin(), order.end()));
      const BridgeParts& p = b->rows[i];
      const std::array<qint64, 4> got{p.volume, p.mix, p.price, p.currency};
      for (std::size_t k = 0; k < 4; ++k)
        QVERIFY2(std::abs((long double)got[k] - mean[k]) < 1.01L,
                 qPrintable(QString::number(double(got[k] - mean[k]))));
      ++looked;
    }
    QVERIFY(looked > 20);
  }

  void newAndDiscontinuedStandApart() {
    BridgeRow fresh{1, cur("USD"), {}, {5000, 50'000'000, 20'000'000}};
    BridgeRow gone{2, cur("USD"), {3000, 30'000'000, 20'000'000}, {}};
    const auto b = changeBridge(std::array{fresh, gone}, cur("USD"), {}, BridgeMeasure::Revenue);
    QCOMPARE(b->total.added, 50'000'000);
    QCOMPARE(b->total.dropped, -30'000'000);
    QCOMPARE(b->addedRows, 1);
    QCOMPARE(b->droppedRows, 1);
    const auto profit = changeBridge(std::array{fresh, gone}, cur("USD"), {}, BridgeMeasure::Profit);
    QCOMPARE(profit->total.added, 30'000'000);
    QCOMPARE(profit->total.dropped, -10'000'000);
  }

  void returnsAndUnitlessMoneyAreNoPrice() {
    BridgeRow more{1, cur("USD"), {5000, 50'000'000, {}}, {-1000, -10'000'000, {}}};
    BridgeRow unitless{2, cur("USD"), {5000, 50'000'000, {}}, {0, -7, {}}};
    const auto b = changeBridge(std::array{more, unitless}, cur("USD"), {}, BridgeMeasure::Revenue);
    QCOMPARE(b->total.returns, -60'000'000 - 50'000'007);
    QCOMPARE(b->returnRows, 2);
    QCOMPARE(b->total.sum(), b->total.change());
  }

  void unknownCostsAreSaidAndLeftOut() {
    BridgeRow row = sold(1, 10, 4, 10, 5);
    row.before.costMicro.reset();
    const auto b = changeBridge(std::array{row, sold(2, 10, 4, 10, 5)}, cur("USD"), {}, BridgeMeasure::Profit);
    QCOMPARE(b->costUnknownRows, 1);
    QCOMPARE(b->unknownBefore, 40'000'000);
    QCOMPARE(b->unknownAfter, 0);
    QCOMPARE(b->total.costUnknown, 40'000'000); // 50 − 10, from nothing
    QCOMPARE(b->total.price, 10'000'000);
    QCOMPARE(b->total.sum(), b->total.change());
  }

  void inCentsTheyStillAddUp() {
    for (quint64 seed = 200; seed < 260; ++seed) {
      const auto b = changeBridge(randomRows(seed, 20), cur("USD"), twoRates(), BridgeMeasure::Profit);
      for (const char* code : {"USD", "JPY", "KWD"}) {
        const BridgeParts cents = inMinorUnits(b->total, cur(code));
        const double step = 1e6 / double(cur(code).minorPerMajor());
        QCOMPARE(cents.sum(), cents.change());
        QVERIFY(std::abs(double(cents.price) - double(b->total.price) / step) <= 1.0);
        QVERIFY(std::abs(double(cents.after) - double(b->total.after) / step) <= 0.5);
      }
    }
  }

  void badInputIsRefused() {
    const auto one = std::array{sold(1, 1, 1, 1, 1, "EUR")};
    QVERIFY(refuses(changeBridge(one, cur("USD"), {}, BridgeMeasure::Revenue), u"earnings.no-rate"));
    QVERIFY(refuses(changeBridge(one, cur("USD"), {{cur("EUR"), {{0, 1}, {1, 1}}}}, BridgeMeasure::Revenue),
                    u"earnings.bad-rate"));
    QVERIFY(refuses(changeBridge(one, cur("USD"), {{cur("EUR"), {{1, 1}, {1, -1}}}}, BridgeMeasure::Revenue),
                    u"earnings.bad-rate"));
    QVERIFY(refuses(changeBridge(one, {}, twoRates(), BridgeMeasure::Revenue), u"earnings.no-currency"));
    QVERIFY(refuses(changeBridge(std::array{BridgeRow{}}, cur("USD"), {}, BridgeMeasure::Revenue),
                    u"earnings.no-currency"));
    QVERIFY(refuses(
        changeBridge(std::array{sold(1, 1, 1, 1, 1), sold(1, 2, 2, 2, 2)}, cur("USD"), {}, BridgeMeasure::Revenue),
        u"earnings.row-twice"));
    constexpr qint64 kMost = std::numeric_limits<qint64>::max();
    const BridgeRow huge{1, cur("EUR"), {kMost, kMost, {}}, {kMost, kMost, {}}};
    QVERIFY(refuses(changeBridge(std::array{huge}, cur("USD"), twoRates(), BridgeMeasure::Revenue),
                    u"earnings.out-of-range"));
    // The largest that fits, with the largest rates: 512 bits are enough.
    const BridgeRates even{{cur("EUR"), {{kMost, kMost}, {kMost - 1, kMost - 1}}}};
    const BridgeRow large{1, cur("EUR"), {kMost, kMost / 2, {}}, {kMost - 2, kMost / 2 - 9, {}}};
    const auto b = changeBridge(std::array{large}, cur("USD"), even, BridgeMeasure::Revenue);
    QCOMPARE(b->total.change(), -9);
    QCOMPARE(b->total.sum(), -9);
    QCOMPARE(changeBridge({}, cur("USD"), {}, BridgeMeasure::Profit)->total.change(), 0);
  }
};

QTEST_APPLESS_MAIN(TestChangeBridge)
#include "tst_ChangeBridge.moc"
