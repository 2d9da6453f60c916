// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "decision/PricingCase.h"

#include <QtGlobal>

#include <cmath>

namespace pricewright::test {

inline const Currency kUsd = *Currency::fromCode(u"USD");
inline Amount dollars(double major) { return {Decimal::fromMicros(std::llround(major * 1e6)), kUsd}; }

// Eight products with prices from 4.09, elasticity −3, cost at a share of the price, rivals a little dearer.
inline PricingCase eightProducts(double costShare = 0.66) {
  PricingCase c;
  c.key = QStringLiteral("cat|Z");
  c.seed = 5;
  c.now = c.effective = *parseInstant(u"2024-01-10T12:00:00Z");
  c.modelVersion = QStringLiteral("elasticity_estimator/1.0.0");
  for (int i = 0; i < 8; ++i) {
    ListingCase l;
    l.listingNo = i + 1;
    l.skuCode = QStringLiteral("S%1").arg(i);
    l.market = QStringLiteral("US");
    l.current = Money(409 + 50 * i, kUsd);
    l.currentSince = c.now - std::chrono::days(70);
    l.history = {{l.listingNo, 1, PriceType::Regular, l.current, l.currentSince, {}, PriceOrigin::Decision}};
    const double p = l.current.toDouble();
    l.cost = dollars(p * costShare);
    l.ladder = LadderSpec{1, {5, 9}, 10};
    l.reference.median = l.reference.lowest = l.referenceWeekAgo = dollars(p * 1.15);
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
    e.lowestSeen = p * 0.85, e.highestSeen = p * 1.15;
    c.listings.push_back(l);
  }
  if (!c.settings.set(QStringLiteral("optimizer.max-category-move.percent"), 100.0))
    qFatal("no such setting");
  return c;
}

} // namespace pricewright::test
