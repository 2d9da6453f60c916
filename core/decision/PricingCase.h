// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Settings.h"
#include "catalog/Catalog.h"
#include "decision/Demand.h"
#include "market/Offer.h"

#include <QJsonObject>

namespace pricewright {

// The ten features of the requirements, each with its own state; a missing one says why.
struct Feature {
  QString name; // competitor_price_avg_7d …
  std::optional<double> value;
  QString unit;
  QString state; // live, stale, unavailable
  QString why;   // code, where unavailable
  Instant asOf{};
  bool operator==(const Feature&) const = default;
};

// One listing of a group, as it stood when it was priced. Exact values where a limit reads them.
struct ListingCase {
  int listingNo = 0;
  QString skuCode, skuName, zoneCode, categoryCode;
  SkuRole role = SkuRole::Background;
  QString market;
  bool grossPrices = false;
  int vatBp = 0;
  Money current; // p₀, the regular price in force; invalid: none
  Instant currentSince{};
  std::vector<PublishedPrice> history; // prices of the last 90 days in the first channel, oldest first
  // What the prior price of an announced reduction must know besides, where the market asks for it: the other channels'
  // prices, and promotions of the calendar or seen in sales (channel 0: all). A promotion of unknown price has 0.
  std::vector<PublishedPrice> alsoInForce;
  std::optional<Amount> cost; // c, replacement cost in force at the effective date, in the price's currency
  QString costWhy;            // code, where there is no usable cost: missing, not-positive, no-rate, no-vat-rate
  Day costFrom{};
  std::optional<qint64> minMinor, maxMinor, mapMinor;
  LadderSpec ladder;
  std::optional<MarginException> marginException;
  CompetitorReference reference;          // A
  std::optional<Amount> referenceWeekAgo; // A seven days ago, for the price-war rule
  int undercutsWithin7Days = 0;           // times that we and they went below each other in turn
  QString competitorState;                // live, cached, stale, none: after the monitor's fallbacks
  std::optional<qint64> stockMilli;
  bool onPromotion = false; // a promotion is in force at the effective date
  QStringList anomalies;    // codes from the monitor: price-jump, factor-slip, cost-jump …
  QStringList staleInputs;  // codes: competitor, cost, stock, sales
  Instant drawnUntil{};     // a price drawn at random is being learnt from until then, ours or the preferred one
  bool drawnHolds = false;  // and today's price is one that came by the draw alone
  QString underTest;        // the price test that lays claim to it: a cycle leaves its price alone
  DemandEstimate demand;
  std::vector<Feature> features;
};

// Everything that one group of siblings (category × zone) was priced from. Stored as it was, so that a decision can be
// replayed from it to the same bits. Pure data.
struct PricingCase {
  // Basis points up to which a change needs no human for weak evidence alone: the category's published prices have kept
  // their word so far. 0: it has earned nothing.
  int autoBandBp = 0;
  QString key;                 // "category|zone"
  QByteArray timeZone = "UTC"; // of the price zone: rules have their schedules in it
  quint64 seed = 0;
  Instant now{};
  Instant effective{}; // when the new prices would hold
  Settings settings;
  QString modelVersion, rulesVersion, guardrailsVersion;
  QJsonObject rules;    // the rule set in force, as rules/RuleSet reads it
  QString modelFailure; // code, where inference failed and rules stand in
  // Settings that are amounts of the workspace's currency, in the zone's at the rate of the day. `amountsWhy` says
  // where they could not be converted (no-rate): no cost is counted and no limit compared then. Cases stored before
  // there were such figures have neither: the settings' numbers are taken as they are.
  std::optional<double> labelCost, expectedLossLimit;
  QString amountsWhy;
  std::vector<ListingCase> listings;
};

QJsonObject toJson(const PricingCase& c);
Result<PricingCase> pricingCaseFromJson(const QJsonObject& json);

} // namespace pricewright
