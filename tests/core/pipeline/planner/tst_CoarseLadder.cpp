// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "decision/PriceLimits.h"
#include "pipeline/planner/PlannerAgent.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <cmath>
#include <limits>
#include <random>

using namespace pricewright;

namespace {

Currency currency(const char* code) { return *Currency::fromCode(QString::fromLatin1(code)); }
Amount amount(double major, Currency c) { return {Decimal::fromMicros(std::llround(major * 1e6)), c}; }

// One product at `minor`, on a ladder with few rungs; its cost leaves the minimum margin at `leastMinor`.
PricingCase shelf(const char* code, const LadderSpec& ladder, qint64 minor, qint64 leastMinor) {
  PricingCase c;
  c.key = QStringLiteral("cat|Z");
  c.seed = 5;
  c.now = c.effective = *parseInstant(u"2024-01-10T12:00:00Z");
  c.modelVersion = QStringLiteral("elasticity_estimator/1.0.0");
  ListingCase l;
  l.listingNo = 1;
  l.skuCode = QStringLiteral("S1");
  l.market = QStringLiteral("KW");
  l.current = Money(minor, currency(code));
  l.currentSince = c.now - std::chrono::days(70);
  l.history = {{1, 1, PriceType::Regular, l.current, l.currentSince, {}, PriceOrigin::Decision}};
  const double p = l.current.toDouble(), least = Money(leastMinor, currency(code)).toDouble();
  l.cost = amount(least * 0.9 - 1e-6, currency(code));
  l.ladder = ladder;
  l.reference.median = l.reference.lowest = l.referenceWeekAgo = amount(p * 1.1, currency(code));
  l.reference.sellers = 3;
  l.competitorState = QStringLiteral("live");
  DemandEstimate& e = l.demand;
  e.usable = true;
  e.pooledFrom = QStringLiteral("own");
  e.grade = Identification::Observational;
  e.mean[kOwnRegular] = -2.9;
  e.covariance[kOwnRegular * kTerms + kOwnRegular] = 0.04;
  e.referencePrice = p;
  e.logBase = std::log(100.0);
  e.logBaseSd = 0.1;
  e.lowestSeen = p * 0.95, e.highestSeen = p * 1.05;
  c.listings = {l};
  if (!c.settings.set(QStringLiteral("optimizer.max-category-move.percent"), 100.0))
    qFatal("no such setting");
  return c;
}

void rule(PricingCase& c, const QJsonObject& then) {
  QJsonArray all = c.rules[QStringLiteral("rules")].toArray();
  all.append(QJsonObject{{QStringLiteral("id"), QStringLiteral("r%1").arg(all.size())},
                         {QStringLiteral("priority"), 3},
                         {QStringLiteral("then"), then}});
  c.rules = {{QStringLiteral("version"), QString()}, {QStringLiteral("rules"), all}};
}
QJsonObject undercut(const char* percent) {
  return {{QStringLiteral("kind"), QStringLiteral("undercut")},
          {QStringLiteral("percent"), QString::fromLatin1(percent)}};
}

const LadderSpec kDinar{1, {950, 990}, 1000}, kThousandYen{1000, {}, 100};

} // namespace

// Where few prices may be published, the next one can be far away: no price leaves its limits or jumps to find one.
class CoarseLadderTest : public QObject {
  Q_OBJECT
 private slots:
  void aPriceBetweenItsFloorAndTheNextRungStays_data() {
    QTest::addColumn<QByteArray>("money");
    QTest::addColumn<QString>("method");
    for (const char* money : {"KWD", "JPY"})
      for (const char* method : {"model", "rules", "history", "match"})
        QTest::addRow("%s %s", money, method) << QByteArray(money) << QString::fromLatin1(method);
  }
  // 2.100 dinars keep the minimum of 2.050; the next rung that does is 2.950. 2,100 yen: 3,000.
  void aPriceBetweenItsFloorAndTheNextRungStays() {
    QFETCH(QByteArray, money);
    QFETCH(QString, method);
    PricingCase c = shelf(money, money == "KWD" ? kDinar : kThousandYen, 2100, 2050);
    if (method == u"rules")
      c.modelFailure = QStringLiteral("planner.inference-failed");
    if (method == u"history")
      c.listings[0].demand = {};
    if (method == u"match")
      rule(c, {{QStringLiteral("kind"), QStringLiteral("match")}});
    const PriceDecision d = decideCase(c).at(0);
    QCOMPARE(d.proposed.minor(), qint64(2100));
    QCOMPARE(d.recommendation.proposed.minor(), qint64(2100));
    QCOMPARE(routeName(d.guarded.route), routeName(Route::NoChange));
  }

  void aTypedPriceIsNotCarriedFurtherThanTodays_data() {
    QTest::addColumn<qint64>("typed");
    QTest::addColumn<qint64>("final");
    QTest::newRow("between today's and the next rung") << 2200LL << 2100LL;
    QTest::newRow("below the floor") << 1990LL << 2100LL; // not up to 2.950
    QTest::newRow("a rung") << 2950LL << 2950LL;
    QTest::newRow("nearer to a rung") << 2800LL << 2950LL;
  }
  void aTypedPriceIsNotCarriedFurtherThanTodays() {
    QFETCH(qint64, typed);
    QFETCH(qint64, final);
    const PricingCase c = shelf("KWD", kDinar, 2100, 2050);
    const auto d = decideEdited(c, 1, Money(typed, currency("KWD")));
    QVERIFY(d);
    QCOMPARE(d->proposed.minor(), final);
    if (final != 2100)
      QVERIFY(d->guarded.reasons.contains(QStringLiteral("step")));
  }

  // 450 yen on a ladder of thousands under a ceiling of 900: the only rung below it is nothing at all.
  void nothingIsGivenAway() {
    PricingCase c = shelf("JPY", kThousandYen, 1200, 300);
    c.listings[0].maxMinor = 900;
    const PriceDecision d = decideCase(c).at(0);
    QCOMPARE(routeName(d.guarded.route), routeName(Route::Conflict));
    QCOMPARE(d.proposed.minor(), qint64(1200));
    PricingCase cheap = shelf("JPY", kThousandYen, 450, 300);
    const auto typed = decideEdited(cheap, 1, Money(400, currency("JPY")));
    QVERIFY(typed);
    QCOMPARE(typed->proposed.minor(), qint64(450));
  }

  // An undercut that no rung meets goes to the next one below it, never above the rival; and says what was asked.
  void aTargetGoesToTheRungOnItsSide_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("ending");
    QTest::addColumn<qint64>("final");
    QTest::addColumn<QString>("outcome");
    // rivals at 3.52; cents in tenths: x.x5 and x.x9
    QTest::newRow("undercut") << "undercut" << "" << 345LL << "change";                       // 3.52 − 1 % = 3.48
    QTest::newRow("undercut, ending") << "undercut" << "39" << 339LL << "change-near-target"; // 3.49 would be nearer
    QTest::newRow("undercut, ending above") << "undercut" << "49" << 345LL << "change";       // 2.49 is too far away
    QTest::newRow("match") << "match" << "" << 355LL << "change";
    QTest::newRow("match, ending below") << "match" << "49" << 349LL << "change-near-target";
    QTest::newRow("cost-plus, ending above") << "cost-plus" << "59" << 359LL << "change-near-target";
  }
  void aTargetGoesToTheRungOnItsSide() {
    QFETCH(QString, kind);
    QFETCH(QString, ending);
    QFETCH(qint64, final);
    QFETCH(QString, outcome);
    PricingCase c = shelf("USD", LadderSpec{1, {5, 9}, 10}, 329, 270);
    c.listings[0].reference.median = c.listings[0].reference.lowest = amount(3.52, currency("USD"));
    if (kind == u"undercut")
      rule(c, undercut("1"));
    else if (kind == u"match")
      rule(c, {{QStringLiteral("kind"), kind}});
    else
      rule(c, {{QStringLiteral("kind"), kind}, {QStringLiteral("percent"), QStringLiteral("44")}}); // 3.4992
    if (!ending.isEmpty())
      rule(c, {{QStringLiteral("kind"), QStringLiteral("ending")},
               {QStringLiteral("endings"), QJsonArray{ending.toInt()}}});
    const PriceDecision d = decideCase(c).at(0);
    QCOMPARE(d.proposed.minor(), final);
    QCOMPARE(d.recommendation.outcome, outcome);
  }

  void whateverTheLadderThePriceIsInsideItsLimits() {
    std::mt19937_64 dice(7);
    const auto whole = [&](qint64 low, qint64 high) { return low + qint64(dice() % quint64(high - low + 1)); };
    int changes = 0;
    for (int i = 0; i < 3000; ++i) {
      const bool dinar = i % 2 == 0;
      const qint64 now = whole(300, 9000);
      PricingCase c = shelf(dinar ? "KWD" : "JPY", dinar ? kDinar : kThousandYen, now, whole(now / 2, now * 5 / 4));
      ListingCase& l = c.listings[0];
      if (whole(0, 2) == 0)
        l.minMinor = whole(now / 2, now * 3 / 2);
      if (whole(0, 2) == 0)
        l.maxMinor = whole(now / 2, now * 2);
      if (whole(0, 3) == 0)
        rule(c, undercut("3"));
      if (whole(0, 3) == 0)
        c.modelFailure = QStringLiteral("planner.inference-failed");
      const PriceDecision d = whole(0, 1)
                                  ? decideCase(c).at(0)
                                  : decideEdited(c, 1, Money(whole(now / 2, now * 2), l.current.currency())).value();
      const qint64 p = d.proposed.minor(), least = *marginFloorMinor(*l.cost, 1000, 0, false, LadderSpec{}); // 10 %
      const bool lawfulNow = now >= least && (!l.minMinor || now >= *l.minMinor) && (!l.maxMinor || now <= *l.maxMinor);
      if (d.guarded.route == Route::NoChange)
        QVERIFY(lawfulNow && p == now);
      if (d.guarded.route == Route::Conflict || d.guarded.route == Route::Hold || p == now)
        continue;
      ++changes;
      QVERIFY(p > 0 && PriceLadder(l.ladder).contains(p));
      QVERIFY(p >= least && (!l.minMinor || p >= *l.minMinor) && (!l.maxMinor || p <= *l.maxMinor));
      QVERIFY(std::abs(p - now) * 5 <= now || d.guarded.route != Route::Automatic);
      if (lawfulNow && d.recommendation.outcome != u"edited" && d.recommendation.fallbackReason != u"rule-target")
        QVERIFY2(std::abs(p - now) * 10 <= now, qPrintable(d.recommendation.outcome)); // one cycle's reach
    }
    QVERIFY(changes > 300);
  }
};

QTEST_GUILESS_MAIN(CoarseLadderTest)
#include "tst_CoarseLadder.moc"
