// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "orders/Attribution.h"

#include <QTest>

#include <random>

using namespace pricewright;

namespace {

const Currency kEuro = *Currency::fromCode(u"EUR"), kDollar = *Currency::fromCode(u"USD");
constexpr qint64 kDay = 86'400'000;

PriceExposure shown(const char* unit, int listing, qint64 at, qint64 minor, int arm = 0, Currency c = kEuro) {
  return {QLatin1String(unit), listing, fromMillis(at), Money(minor, c), 7, arm};
}
SoldLine sold(const char* unit, int listing, qint64 at, std::optional<qint64> shownMinor = {}) {
  SoldLine l;
  l.unitHash = QLatin1String(unit), l.listingNo = listing, l.placed = fromMillis(at), l.amountMinor = 100;
  l.currency = kEuro, l.shownMinor = shownMinor;
  return l;
}
Attributed one(const SoldLine& line, const std::vector<PriceExposure>& exposures, AttributionRules rules = {}) {
  return attribute(std::span(&line, 1), exposures, rules).lines.front();
}

} // namespace

class tst_Attribution : public QObject {
  Q_OBJECT
 private slots:
  void theLastPriceShownBeforeTheOrderSoldIt() {
    const std::vector<PriceExposure> all{shown("u", 1, 3000, 120, 1), shown("u", 1, 1000, 100), shown("u", 1, 9000, 90),
                                         shown("u", 2, 4000, 50), shown("v", 1, 4000, 60)};
    const Attributed a = one(sold("u", 1, 5000), all);
    QCOMPARE(a.exposure, 0);
    QVERIFY(a.sawOthers);                               // it had been shown another arm before
    QCOMPARE(one(sold("u", 1, 1000), all).exposure, 1); // at the very moment
    QVERIFY(!one(sold("u", 1, 1000), all).sawOthers);
  }

  void whatCannotBeAttributedSaysWhy() {
    const std::vector<PriceExposure> all{shown("u", 1, 10 * kDay, 100)};
    QCOMPARE(one(sold("", 1, 11 * kDay), all).gap, AttributionGap::NoUnit);
    QCOMPARE(one(sold("u", 0, 11 * kDay), all).gap, AttributionGap::NoListing);
    QCOMPARE(one(sold("v", 1, 11 * kDay), all).gap, AttributionGap::NeverShown);
    QCOMPARE(one(sold("u", 1, 9 * kDay), all).gap, AttributionGap::ShownAfter);
    QCOMPARE(one(sold("u", 1, 17 * kDay), all).gap, AttributionGap::None); // exactly the window
    QCOMPARE(one(sold("u", 1, 17 * kDay + 1), all).gap, AttributionGap::TooLongAgo);
  }

  void twoPricesAtOneMomentGoToNeither() {
    const std::vector<PriceExposure> tie{shown("u", 1, 1000, 100, 0), shown("u", 1, 1000, 120, 1)};
    const Attributed a = one(sold("u", 1, 2000), tie);
    QCOMPARE(a.gap, AttributionGap::Undecidable);
    QCOMPARE(a.exposure, -1);
    const std::vector<PriceExposure> twice{shown("u", 1, 1000, 100, 0), shown("u", 1, 1000, 100, 0)};
    QCOMPARE(one(sold("u", 1, 2000), twice).gap, AttributionGap::None);
    QVERIFY(!one(sold("u", 1, 2000), twice).sawOthers);
  }

  void anotherPriceOrCurrencyThanShownIsCounted() {
    const std::vector<PriceExposure> all{shown("u", 1, 1000, 100)};
    QVERIFY(one(sold("u", 1, 2000, 110), all).priceDiffers);
    QVERIFY(!one(sold("u", 1, 2000, 100), all).priceDiffers);
    const std::vector<PriceExposure> dollars{shown("u", 1, 1000, 100, 0, kDollar)};
    const Attributed a = one(sold("u", 1, 2000, 110), dollars);
    QVERIFY(a.otherCurrency);
    QVERIFY(!a.priceDiffers);
  }

  void exposuresMayComeInAnyOrderAndAgreeWithASlowSearch() {
    std::mt19937 engine(5);
    const auto below = [&](unsigned n) { return int(engine() % n); };
    const char* const units[] = {"a", "b", "c"};
    std::vector<PriceExposure> exposures;
    std::vector<SoldLine> lines;
    for (int i = 0; i < 400; ++i)
      exposures.push_back(shown(units[below(3)], 1 + below(3), below(200), 100 + below(2), below(2)));
    for (int i = 0; i < 400; ++i)
      lines.push_back(sold(units[below(3)], 1 + below(3), below(220)));
    AttributionRules rules;
    rules.window = Duration(25);
    const AttributionReport report = attribute(lines, exposures, rules);
    qint64 attributed = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const SoldLine& l = lines[i];
      std::optional<PriceExposure> best;
      bool tie = false, others = false;
      for (const PriceExposure& e : exposures)
        if (e.unitHash == l.unitHash && e.listingNo == l.listingNo && e.at <= l.placed &&
            l.placed - e.at <= rules.window && (!best || e.at > best->at))
          best = e;
      for (const PriceExposure& e : exposures)
        if (best && e.unitHash == l.unitHash && e.listingNo == l.listingNo && e.at <= best->at &&
            l.placed - e.at <= rules.window && (e.arm != best->arm || e.price != best->price))
          others = true, tie = tie || e.at == best->at;
      const Attributed& a = report.lines[i];
      QCOMPARE(a.exposure >= 0, best && !tie);
      if (a.exposure >= 0) {
        ++attributed;
        QCOMPARE(exposures[std::size_t(a.exposure)].at, best->at);
        QCOMPARE(exposures[std::size_t(a.exposure)].arm, best->arm);
        QCOMPARE(a.sawOthers, others);
      }
    }
    QCOMPARE(report.attributed, attributed);
    QVERIFY(attributed > 50);
    std::reverse(exposures.begin(), exposures.end());
    const AttributionReport turned = attribute(lines, exposures, rules);
    QCOMPARE(turned.attributed, report.attributed);
    QCOMPARE(turned.gaps, report.gaps);
    QCOMPARE(turned.sawOthers, report.sawOthers);
  }

  void oneWhaleDoesNotMakeItSlow() {
    std::vector<PriceExposure> exposures;
    std::vector<SoldLine> lines;
    for (int i = 0; i < 100'000; ++i)
      exposures.push_back(shown("whale", 1, i, 100, i % 2)), lines.push_back(sold("whale", 1, i));
    QCOMPARE(attribute(lines, exposures).attributed, 100'000);
  }
};

QTEST_APPLESS_MAIN(tst_Attribution)
#include "tst_Attribution.moc"
