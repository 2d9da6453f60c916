// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "decision/PriceLimits.h"
#include "pipeline/guardrail/Guardrail.h"

#include <QTest>

#include <cmath>
#include <functional>
#include <limits>
#include <random>

namespace pricewright::test {
using std::chrono::days;
using std::chrono::hours;

inline Currency usd() { return *Currency::fromCode(u"USD"); }
inline Amount dollars(double major) { return {Decimal::fromMicros(std::llround(major * 1e6)), usd()}; }

// A sound proposal: 3.19 → 3.29 at cost 2.00, rivals at 3.30, everything fresh, confident.
struct Fixture {
  PricingCase c;
  ListingCase l;
  RuleOutcome rules;
  Recommendation r;
  std::vector<Verdict> evaluatorVerdicts;
  EvaluatorSays evaluator;
  Judge judge;

  Fixture() {
    c.now = c.effective = *parseInstant(u"2026-03-02T06:00:00Z");
    l.listingNo = 1;
    l.skuCode = QStringLiteral("OJ-1");
    l.market = QStringLiteral("US");
    l.current = Money(319, usd());
    l.currentSince = c.now - days(40);
    l.history = {{1, 1, PriceType::Regular, Money(319, usd()), c.now - days(40), {}, PriceOrigin::Decision}};
    l.cost = dollars(2);
    l.costFrom = dayOf(c.now - days(10));
    l.ladder = LadderSpec{};
    l.reference.median = l.reference.lowest = l.reference.highest = dollars(3.30);
    l.reference.sellers = 3;
    l.reference.oldest = c.now - hours(5);
    l.referenceWeekAgo = dollars(3.30);
    l.competitorState = QStringLiteral("live");
    l.demand.usable = true;
    l.demand.grade = Identification::Observational;
    r.method = Method::Model;
    r.proposed = Money(329, usd());
    r.confidence = 0.9;
    r.effect = {10, 4, 16, 12, 5, 20, -3, -6, 0};
    r.expectedLoss = 0.2;
    r.searchLowMinor = 259, r.searchHighMinor = 399;
  }
  void propose(qint64 minor) { r.proposed = Money(minor, usd()); }
  void endings(const char* list) {
    RuleHit hit;
    hit.ruleId = hit.name = QStringLiteral("e");
    hit.kind = QStringLiteral("ending");
    hit.facts = {{QStringLiteral("outcome"), QStringLiteral("applied")},
                 {QStringLiteral("endings"), QString::fromLatin1(list)}};
    rules.hits.push_back(hit);
  }
  void set(const char* key, const QVariant& value) {
    if (!c.settings.set(QString::fromLatin1(key), value))
      qFatal("no such setting: %s", key);
  }
  // 279 until `ago`, 319 since.
  void wasAt(qint64 minor, Duration ago) {
    l.history[0].amount = Money(minor, usd());
    l.history[0].to = c.now - ago;
    l.history.push_back({1, 1, PriceType::Regular, l.current, c.now - ago, {}, PriceOrigin::Decision});
  }
  // Where limits move the price, it is worth this much, this surely.
  void judgedAgain(double profit, double confidence = 0.9) {
    judge.at = [=, this](const Money& price) {
      Judged j{r, profit > 0, false};
      j.figures.proposed = price;
      j.figures.effect = {profit, profit - 5, profit + 5, 0, -1, 1, 0, -1, 1};
      j.figures.confidence = confidence;
      return j;
    };
  }
  Guarded run() const { return guard(c, l, rules, r, evaluator, judge); }
};

inline const Verdict& of(const Guarded& g, QStringView rule) {
  for (const Verdict& v : g.verdicts)
    if (v.ruleId == rule)
      return v;
  qFatal("no verdict of this rule");
}
using Change = std::function<void(Fixture&)>;
class Dice {
 public:
  explicit Dice(quint64 seed) : m_engine(seed) {}
  bool chance(double p) { return real() < p; }
  double real() { return double(m_engine() >> 11) * 0x1.0p-53; }
  qint64 whole(qint64 low, qint64 high) { return low + qint64(real() * double(high - low + 1)); }

 private:
  std::mt19937_64 m_engine;
};

inline Fixture randomFixture(Dice& dice) {
  Fixture f;
  const qint64 p0 = dice.whole(50, 2000);
  f.l.current = Money(p0, usd());
  f.l.history[0].amount = f.l.current;
  f.propose(dice.chance(0.1) ? p0 : dice.whole(p0 / 2, p0 * 2));
  f.l.cost = dollars(double(p0) / 100 * (0.3 + 0.8 * dice.real()));
  if (dice.chance(0.3))
    f.l.grossPrices = true, f.l.vatBp = int(dice.whole(0, 2700));
  if (dice.chance(0.6))
    f.l.ladder = dice.chance(0.5) ? defaultLadder(usd()) : LadderSpec{1, {49, 99}, 100};
  f.l.reference.median = f.l.referenceWeekAgo = dollars(double(p0) / 100 * (0.4 + dice.real()));
  if (dice.chance(0.3))
    f.l.minMinor = dice.whole(p0 / 2, p0 * 3 / 2);
  if (dice.chance(0.3))
    f.l.maxMinor = dice.whole(p0 / 2, p0 * 2);
  if (dice.chance(0.2))
    f.l.mapMinor = dice.whole(p0 / 2, p0 * 3 / 2);
  if (dice.chance(0.2))
    f.l.market = QStringLiteral("FR");
  if (dice.chance(0.2))
    f.rules.floorMinor = dice.whole(p0 / 2, p0 * 3 / 2);
  if (dice.chance(0.2))
    f.rules.ceilingMinor = dice.whole(p0 / 2, p0 * 2);
  if (dice.chance(0.3))
    f.endings(dice.chance(0.5) ? "99,49" : "5,95");
  if (dice.chance(0.3))
    f.wasAt(dice.whole(p0 * 7 / 10, p0 * 13 / 10), hours(dice.whole(1, 240)));
  f.l.history.back().amount = f.l.current;
  f.r.confidence = dice.real();
  if (dice.chance(0.5))
    f.r.confidence = 0.9;
  if (dice.chance(0.05))
    f.l.cost.reset();
  if (dice.chance(0.05))
    f.l.reference = {};
  if (dice.chance(0.05))
    f.r.confidence = std::numeric_limits<double>::quiet_NaN();
  if (dice.chance(0.05))
    f.l.staleInputs = {QStringLiteral("cost")};
  if (dice.chance(0.05))
    f.l.anomalies = {QStringLiteral("price-jump")};
  if (dice.chance(0.05))
    f.l.demand.grade = Identification::Weak;
  if (dice.chance(0.05))
    f.l.undercutsWithin7Days = 4;
  if (dice.chance(0.1))
    f.r.method = Method::Rules, f.r.fallbackReason = QStringLiteral("planner.inference-failed"), f.r.confidence = 0,
    f.r.effect = {};
  return f;
}

} // namespace pricewright::test
Q_DECLARE_METATYPE(pricewright::test::Change)
