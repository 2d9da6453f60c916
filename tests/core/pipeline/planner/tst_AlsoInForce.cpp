// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/planner/AlsoInForce.h"

#include <QTest>

#include <cmath>

using namespace pricewright;

namespace {

const Instant kUntil = *parseInstant(u"2024-01-10T00:00:00Z"), kSince = kUntil - std::chrono::days(30);
const Currency kEur = *Currency::fromCode(u"EUR");

Day day(int ago) { return dayOf(kUntil) - std::chrono::days(ago); }
Promotion promotion(int from, int to, std::optional<qint64> minor, const char* mechanism = "price") {
  return {1, 0, day(from), day(to), minor, QString::fromLatin1(mechanism)};
}
SalePoint week(int ago, double paid, int dealMilli, double regular = -1) {
  SalePoint p;
  p.day = qint32(toDayNumber(day(ago)));
  p.unitsMilli = 100'000;
  p.priceMicro = std::llround(paid * 1e6);
  p.dealMilli = qint16(dealMilli);
  p.regularMicro = regular > 0 ? std::llround(regular * 1e6) : -1;
  return p;
}

} // namespace

// The price in force is 4.09. What else was applied in the thirty days that a claimed reduction is measured by?
class TestAlsoInForce : public QObject {
  Q_OBJECT
 private slots:
  void promotionsCountWhereverTheyAreSeen_data() {
    QTest::addColumn<std::vector<Promotion>>("calendar");
    QTest::addColumn<std::vector<SalePoint>>("sales");
    QTest::addColumn<QList<qint64>>("prices"); // 0: unknown
    using P = std::vector<Promotion>;
    using S = std::vector<SalePoint>;
    const auto row = [](const char* name, const P& calendar, const S& sales, const QList<qint64>& prices) {
      QTest::newRow(name) << calendar << sales << prices;
    };
    row("nothing", {}, {}, {});
    row("in the calendar", {promotion(26, 19, 329)}, {}, {329});
    row("before the window", {promotion(60, 31, 329)}, {}, {});
    row("its last day lies within", {promotion(60, 30, 329)}, {}, {329});
    row("later", {promotion(-1, -7, 329)}, {}, {});
    row("without a price", {promotion(26, 19, {})}, {}, {0});
    row("a mere display", {promotion(26, 19, {}, "display")}, {}, {});
    row("without a price, but sold on deal", {promotion(26, 19, {})}, {week(26, 3.2999, 1000)}, {329});
    row("without a price, partly on deal", {promotion(26, 19, {})}, {week(26, 3.70, 500)}, {0, 0});
    row("seen in sales alone", {}, {week(26, 3.29, 1000)}, {329});
    row("seen in sales, partly", {}, {week(26, 3.70, 500)}, {0});
    row("a dip that nobody flagged", {}, {week(26, 3.55, 0)}, {355});
    row("a dip below the regular price of then", {}, {week(26, 4.20, 0, 4.99)}, {420});
    row("an ordinary week", {}, {week(26, 4.05, 0)}, {});
    row("sales of before", {}, {week(40, 3.29, 1000)}, {});
    row("the calendar knows better", {promotion(26, 19, 329)}, {week(26, 3.60, 700)}, {329});
    row("nothing sold tells nothing", {}, {SalePoint{}}, {});
  }
  void promotionsCountWhereverTheyAreSeen() {
    QFETCH(std::vector<Promotion>, calendar);
    QFETCH(std::vector<SalePoint>, sales);
    QList<qint64> minor;
    for (const PublishedPrice& p : promotionPrices(calendar, sales, Money(409, kEur), kSince, kUntil)) {
      QCOMPARE(p.type, PriceType::Promotion);
      QCOMPARE(p.amount.currency(), kEur);
      minor << p.amount.minor();
    }
    QTEST(minor, "prices");
  }
};

QTEST_GUILESS_MAIN(TestAlsoInForce)
#include "tst_AlsoInForce.moc"
