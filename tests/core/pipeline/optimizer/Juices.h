// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "decision/PriceLimits.h"
#include "pipeline/optimizer/Optimizer.h"
#include "statistics/Random.h"

#include <QTest>

#include <cmath>
#include <limits>

namespace pricewright::test {

inline Currency usd() { return *Currency::fromCode(u"USD"); }
inline Amount dollars(double major) { return {Decimal::fromMicros(std::llround(major * 1e6)), usd()}; }
inline constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

// A juice at 3.19 that costs 2.00, sells 100 a week, elasticity −2 ± 0.15, seen between 2.59 and 3.99.
inline ListingCase juice(int no = 1, qint64 priceMinor = 319, double elasticity = -2, double sd = 0.15) {
  ListingCase l;
  l.listingNo = no;
  l.skuCode = QStringLiteral("OJ-%1").arg(no);
  l.zoneCode = QStringLiteral("store-2");
  l.market = QStringLiteral("US");
  l.current = Money(priceMinor, usd());
  l.cost = dollars(2);
  l.ladder = defaultLadder(usd());
  DemandEstimate& e = l.demand;
  e.usable = true;
  e.pooledFrom = QStringLiteral("own");
  e.grade = Identification::Observational;
  e.mean[kOwnRegular] = elasticity;
  e.covariance[kOwnRegular * kTerms + kOwnRegular] = sd * sd;
  e.referencePrice = l.current.toDouble();
  e.logBase = std::log(100.0);
  e.logBaseSd = 0.1;
  e.lowestSeen = 2.59, e.highestSeen = 3.99;
  return l;
}

inline void set(PricingCase& c, const char* key, const QVariant& value) {
  if (!c.settings.set(QString::fromLatin1(key), value))
    qFatal("no such setting: %s", key);
}

inline PricingCase caseOf(std::vector<ListingCase> listings) {
  PricingCase c;
  c.key = QStringLiteral("juice|store-2");
  c.seed = 7;
  c.now = c.effective = *parseInstant(u"2026-03-02T06:00:00Z");
  c.modelVersion = QStringLiteral("elasticity_estimator/1.0.0");
  c.listings = std::move(listings);
  set(c, "optimizer.max-move.percent", 15.0);
  set(c, "optimizer.max-category-move.percent", 100.0); // no cap but where it is the subject
  return c;
}

inline std::vector<Recommendation> run(const PricingCase& c, std::vector<RuleOutcome> rules = {}) {
  rules.resize(c.listings.size());
  return optimizeCase(c, rules);
}
inline Recommendation one(const PricingCase& c, const RuleOutcome& rules = {}) { return run(c, {rules}).at(0); }

// A rule that wants prices to end so.
inline RuleHit asksFor(const char* endings) {
  RuleHit hit;
  hit.ruleId = hit.kind = QStringLiteral("ending");
  hit.facts = {{QStringLiteral("outcome"), QStringLiteral("applied")},
               {QStringLiteral("endings"), QString::fromLatin1(endings)}};
  return hit;
}

// Group of three siblings that take from each other.
inline PricingCase siblings() {
  std::vector<ListingCase> all{juice(1, 319, -2.4), juice(2, 279, -1.6), juice(3, 359, -3.0)};
  const double share[] = {0.5, 0.3, 0.2};
  for (int i = 0; i < 3; ++i) {
    all[std::size_t(i)].demand.siblingShare = share[i];
    all[std::size_t(i)].demand.mean[kSibling] = 0.8;
    all[std::size_t(i)].demand.covariance[kSibling * kTerms + kSibling] = 0.01;
    all[std::size_t(i)].demand.covariance[kSibling * kTerms + kOwnRegular] = -0.004;
    all[std::size_t(i)].demand.covariance[kOwnRegular * kTerms + kSibling] = -0.004;
    all[std::size_t(i)].cost = dollars(1.6 + 0.25 * i);
  }
  return caseOf(std::move(all));
}

// The model of Demand.h written down once more, plainly: expected profit a week of the whole group.
inline double groupProfit(const PricingCase& c, const std::vector<double>& prices) {
  double total = 0;
  for (std::size_t j = 0; j < c.listings.size(); ++j) {
    const DemandEstimate& e = c.listings[j].demand;
    double x2 = 0;
    for (std::size_t i = 0; i < c.listings.size(); ++i)
      if (i != j)
        x2 += c.listings[i].demand.siblingShare / (1 - e.siblingShare) *
              std::log(prices[i] / c.listings[i].demand.referencePrice);
    const double x1 = std::log(prices[j] / e.referencePrice);
    const auto v = [&](int a, int b) { return e.covariance[std::size_t(a * kTerms + b)]; };
    const double m = e.logBase + e.mean[kOwnRegular] * x1 + e.mean[kSibling] * x2;
    const double variance = e.logBaseSd * e.logBaseSd + v(0, 0) * x1 * x1 + 2 * v(kOwnRegular, kSibling) * x1 * x2 +
                            v(kSibling, kSibling) * x2 * x2;
    const double net = c.listings[j].grossPrices ? prices[j] / (1 + c.listings[j].vatBp / 1e4) : prices[j];
    total += (net - c.listings[j].cost->value.toDouble()) * e.smearing * std::exp(m + variance / 2);
  }
  return total;
}

inline ListingCase randomListing(Random& random, int no) {
  ListingCase l =
      juice(no, 100 + qint64(random.uniform() * 900), -4 + 4.5 * random.uniform(), 0.02 + 0.6 * random.uniform());
  l.cost = dollars(l.current.toDouble() * (0.3 + 0.65 * random.uniform()));
  l.demand.siblingShare = random.uniform() * 0.2;
  l.demand.mean[kSibling] = random.uniform();
  l.demand.covariance[kSibling * kTerms + kSibling] = 0.05 * random.uniform();
  l.demand.logBase = 6 * random.uniform();
  l.demand.lowestSeen = l.current.toDouble() * (0.7 + 0.3 * random.uniform());
  l.demand.highestSeen = l.current.toDouble() * (1 + 0.3 * random.uniform());
  if (random.uniform() < 0.2)
    l.minMinor = qint64(double(l.current.minor()) * (0.8 + 0.3 * random.uniform()));
  if (random.uniform() < 0.2)
    l.maxMinor = qint64(double(l.current.minor()) * (0.95 + 0.3 * random.uniform()));
  if (random.uniform() < 0.1)
    l.mapMinor = qint64(double(l.current.minor()) * (0.8 + 0.25 * random.uniform()));
  if (random.uniform() < 0.3)
    l.grossPrices = true, l.vatBp = 700;
  if (random.uniform() < 0.05)
    l.cost.reset();
  if (random.uniform() < 0.05)
    l.demand.usable = false;
  if (random.uniform() < 0.05)
    l.demand.mean[kOwnRegular] = kNaN;
  if (random.uniform() < 0.5)
    l.reference.median = dollars(l.current.toDouble() * (0.6 + 0.8 * random.uniform()));
  return l;
}

} // namespace pricewright::test
