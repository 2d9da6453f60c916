// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/evaluator/Evaluator.h"
#include "statistics/Random.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace pricewright;

namespace {

Currency usd() { return *Currency::fromCode(u"USD"); }
Amount micros(qint64 value, QStringView code = u"USD") {
  return {Decimal::fromMicros(value), *Currency::fromCode(code)};
}
const LadderSpec kCents{};

struct Fixture {
  PricingCase c;
  ListingCase l;
  Recommendation r;
  Fixture() {
    c.now = c.effective = *parseInstant(u"2026-03-02T06:00:00Z");
    l.listingNo = 1;
    l.market = QStringLiteral("US");
    l.current = Money(319, usd());
    l.cost = micros(2'000'000);
    l.ladder = defaultLadder(usd());
    r.method = Method::Model;
    r.proposed = Money(329, usd());
  }
  Evaluation run() const { return evaluateRecommendation(c, l, r); }
};

const Verdict& of(const Evaluation& e, QStringView rule) {
  for (const Verdict& v : e.verdicts)
    if (v.ruleId == rule)
      return v;
  qFatal("no such verdict");
}

} // namespace

// What a pricing manager relies on before anybody looks at limits: the price is sane, and its margin is what it is.
class EvaluatorTest : public QObject {
  Q_OBJECT
 private slots:
  void theMinimumPriceIsExact_data() {
    QTest::addColumn<qint64>("cost");
    QTest::addColumn<int>("marginBp");
    QTest::addColumn<int>("vatBp");
    QTest::addColumn<bool>("gross");
    QTest::addColumn<qint64>("minimum");
    const auto row = [](const char* name, qint64 cost, int m, int vat, bool gross, qint64 minimum) {
      QTest::newRow(name) << cost << m << vat << gross << minimum;
    };
    row("1.80 / 0.9 is 2.00 exactly", 1'800'000, 1000, 0, false, 200);
    row("a millionth more needs a cent more", 1'800'001, 1000, 0, false, 201);
    row("thirds round up", 2'000'000, 4000, 0, false, 334);
    row("VAT on top", 1'800'000, 1000, 1900, true, 238);
    row("net prices know no VAT", 1'800'000, 1000, 1900, false, 200);
    row("cost of a hundredth of a cent", 100, 1000, 0, false, 1);
    row("no margin asked for", 1'990'000, 0, 0, false, 199);
    row("a loss allowed", 2'000'000, -2500, 0, false, 160);
    row("a very dear thing", 9'000'000'000'000'000LL, 5000, 0, false, 1'800'000'000'000LL);
  }
  void theMinimumPriceIsExact() {
    QFETCH(qint64, cost);
    QFETCH(int, marginBp);
    QFETCH(int, vatBp);
    QFETCH(bool, gross);
    QFETCH(qint64, minimum);
    QCOMPARE(minimumPriceMinor(micros(cost), marginBp, vatBp, gross, kCents).value(), minimum);
  }
  void otherCurrenciesHaveTheirOwnMinorUnits() {
    QCOMPARE(minimumPriceMinor(micros(180'500'000, u"JPY"), 1000, 0, false, kCents).value(), qint64(201));
    QCOMPARE(minimumPriceMinor(micros(1'800'100, u"KWD"), 1000, 0, false, kCents).value(), qint64(2001));
    QCOMPARE(minimumPriceMinor(micros(1'800'001), 1000, 0, false, defaultLadder(usd())).value(), qint64(209));
  }
  void whatHasNoMinimumSaysWhy() {
    QCOMPARE(minimumPriceMinor(micros(0), 1000, 0, false, kCents).error().code, QStringLiteral("margin.no-cost"));
    QCOMPARE(minimumPriceMinor(micros(-5), 1000, 0, false, kCents).error().code, QStringLiteral("margin.no-cost"));
    QCOMPARE(minimumPriceMinor({}, 1000, 0, false, kCents).error().code, QStringLiteral("margin.no-cost"));
    QCOMPARE(minimumPriceMinor(micros(1'000'000), 10'000, 0, false, kCents).error().code,
             QStringLiteral("margin.impossible"));
    QCOMPARE(minimumPriceMinor(micros(std::numeric_limits<qint64>::max()), 9999, 10'000, true, kCents).error().code,
             QStringLiteral("money.out-of-range"));
  }

  void marginIsExactAndHalfEven_data() {
    QTest::addColumn<qint64>("price");
    QTest::addColumn<qint64>("cost");
    QTest::addColumn<int>("vat");
    QTest::addColumn<int>("bp");
    QTest::newRow("a tenth") << qint64(200) << qint64(1'800'000) << 0 << 1000;
    QTest::newRow("net of VAT") << qint64(238) << qint64(1'800'000) << 1900 << 1000;
    QTest::newRow("below cost") << qint64(100) << qint64(1'250'000) << 0 << -2500;
    QTest::newRow("a third") << qint64(300) << qint64(2'000'000) << 0 << 3333;
    QTest::newRow("tie to even, down") << qint64(10'000) << qint64(99'995'000 - 10'000) << 0 << 2; // 1.5 bp
    QTest::newRow("tie to even, stays") << qint64(10'000) << qint64(99'975'000) << 0 << 2;         // 2.5 bp
    QTest::newRow("negative tie") << qint64(10'000) << qint64(100'025'000) << 0 << -2;             // −2.5 bp
    QTest::newRow("no price") << qint64(0) << qint64(1'000'000) << 0 << std::numeric_limits<int>::min();
  }
  void marginIsExactAndHalfEven() {
    QFETCH(qint64, price);
    QFETCH(qint64, cost);
    QFETCH(int, vat);
    QFETCH(int, bp);
    QCOMPARE(grossMarginBp(Money(price, usd()), micros(cost), vat, vat > 0), bp);
  }

  void minimumAndMarginAgreeAndGrowWithCost() {
    Random random(11);
    for (int i = 0; i < 20'000; ++i) {
      const qint64 cost = 1 + qint64(random.uniform() * 5e7);
      const int margin = int(random.uniform() * 9000), vat = random.uniform() < 0.5 ? 0 : int(random.uniform() * 2700);
      const LadderSpec ladder = random.uniform() < 0.5 ? kCents : defaultLadder(usd());
      const qint64 minimum = minimumPriceMinor(micros(cost), margin, vat, vat > 0, ladder).value();
      // (p·10⁴/(10⁴+vat))·(10⁴−m)/10⁴ ≥ c, in whole numbers
      const auto keeps = [&](qint64 p) {
        return compareProducts(p * (10'000 - margin), 10'000, cost, 10'000 + (vat > 0 ? vat : 0)) >= 0;
      };
      QVERIFY(keeps(minimum));
      const qint64 below = PriceLadder(ladder).atOrBelow(minimum - 1);
      if (below >= 0)
        QVERIFY(!keeps(below));
      QVERIFY(
          minimumPriceMinor(micros(cost + 1 + qint64(random.uniform() * 1e6)), margin, vat, vat > 0, ladder).value() >=
          minimum);
      QVERIFY(grossMarginBp(Money(minimum, usd()), micros(cost), vat, vat > 0) >= margin);
    }
  }

  void aMarginTooLowIsRejectedAndTheMinimumNamed() {
    Fixture f;
    f.r.proposed = Money(219, usd());
    const Evaluation e = f.run();
    QVERIFY(e.rejected);
    QCOMPARE(e.minimumPriceMinor.value(), qint64(229)); // 2.00 / 0.9 = 2.23 → 2.29
    QCOMPARE(of(e, u"margin").code, QStringLiteral("margin.rejected"));
    QCOMPARE(of(e, u"margin").limit, QStringLiteral("≥ 2.29"));
    QCOMPARE(of(e, u"margin").distance, QStringLiteral("-0.10"));
    f.r.proposed = Money(225, usd()); // off the ladder, but the margin is there
    QVERIFY(!f.run().rejected);
    f.r.proposed = Money(219, usd());
    f.l.marginException = MarginException{1,       QStringLiteral("clearance"),     0,
                                          f.c.now, f.c.now + std::chrono::hours(1), QStringLiteral("mia")};
    QVERIFY(!f.run().rejected);
    f.l.marginException->approvedBy.clear(); // nobody stands for it
    QVERIFY(f.run().rejected);
    f.l.cost.reset();
    QCOMPARE(of(f.run(), u"margin").outcome, VerdictOutcome::Undecidable);
  }

  void insanePricesAreRejected_data() {
    QTest::addColumn<qint64>("price");
    QTest::addColumn<QString>("currency");
    QTest::addColumn<double>("confidence");
    QTest::addColumn<QString>("code");
    const double nan = std::numeric_limits<double>::quiet_NaN();
    QTest::newRow("plain") << qint64(329) << "USD" << 0.8 << "sanity.plausible";
    QTest::newRow("ten times") << qint64(3190) << "USD" << 0.8 << "sanity.factor-slip";
    QTest::newRow("nearly ten times") << qint64(3189) << "USD" << 0.8 << "sanity.plausible";
    QTest::newRow("a tenth") << qint64(31) << "USD" << 0.8 << "sanity.factor-slip";
    QTest::newRow("nothing") << qint64(0) << "USD" << 0.8 << "sanity.not-a-price";
    QTest::newRow("less than nothing") << qint64(-329) << "USD" << 0.8 << "sanity.not-a-price";
    QTest::newRow("euros") << qint64(329) << "EUR" << 0.8 << "sanity.not-a-price";
    QTest::newRow("no number") << qint64(329) << "USD" << nan << "sanity.not-finite";
  }
  void insanePricesAreRejected() {
    QFETCH(qint64, price);
    QFETCH(QString, currency);
    QFETCH(double, confidence);
    QFETCH(QString, code);
    Fixture f;
    f.r.proposed = Money(price, *Currency::fromCode(currency));
    f.r.confidence = confidence;
    const Evaluation e = f.run();
    QCOMPARE(of(e, u"sanity").code, code);
    QCOMPARE(of(e, u"sanity").outcome == VerdictOutcome::Held, code != u"sanity.plausible");
    QCOMPARE(e.verdicts.size(), std::size_t(4));
  }

  void anomaliesAreFlaggedAgainstHistoryAndCategory() {
    Fixture f;
    QCOMPARE(of(f.run(), u"anomaly").outcome, VerdictOutcome::NotApplicable);
    for (int i = 0; i < 6; ++i)
      f.l.history.push_back({1,
                             1,
                             PriceType::Regular,
                             Money(300 + 5 * i, usd()),
                             f.c.now - std::chrono::days(60 - i),
                             {},
                             PriceOrigin::Decision});
    QCOMPARE(of(f.run(), u"anomaly").outcome, VerdictOutcome::Pass);
    f.r.proposed = Money(459, usd());
    QCOMPARE(of(f.run(), u"anomaly").code, QStringLiteral("anomaly.unusual-price"));
    // The category prices as high above its cost: dear, but not odd.
    for (int i = 0; i < 6; ++i) {
      ListingCase sibling = f.l;
      sibling.listingNo = 10 + i;
      sibling.current = Money(440 + i, usd());
      f.c.listings.push_back(sibling);
    }
    QCOMPARE(of(f.run(), u"anomaly").outcome, VerdictOutcome::Pass);
    f.l.anomalies = {QStringLiteral("cost-jump")};
    QCOMPARE(of(f.run(), u"anomaly").code, QStringLiteral("anomaly.cost-jump"));
  }

  void aMinimumAdvertisedPriceIsPolicyOnlyWhereItIsLawful() {
    Fixture f;
    f.l.mapMinor = 349;
    QVERIFY(f.run().policyViolation);
    QCOMPARE(of(f.run(), u"policy").outcome, VerdictOutcome::Blocked);
    f.r.proposed = Money(349, usd());
    QVERIFY(!f.run().policyViolation);
    f.r.proposed = Money(329, usd());
    for (const char* market : {"DE", "fr", "EU", "NO", ""}) {
      f.l.market = QString::fromLatin1(market);
      QVERIFY2(!f.run().policyViolation, market);
    }
  }
};

QTEST_GUILESS_MAIN(EvaluatorTest)
#include "tst_Evaluator.moc"
