// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/Catalog.h"
#include "catalog/Sales.h"
#include "decision/PricingCase.h"
#include "money/FxRates.h"

#include <QHash>

namespace pricewright {

// Builds the ten features of the requirements for one listing at one moment, from what was known then and nothing
// later: an offer observed, a period ended, a stock counted or a price begun after `now` does not exist. A feature that
// cannot be told is there all the same, unavailable, with the code of why: no-offers, no-price, no-cost,
// cost-not-positive, no-sales, no-stock, no-model, no-season, never-changed, needs-exposures.
struct FeatureInputs {
  Instant now{};
  const ListingCase* listing = nullptr; // price, cost, reference, demand as already filled in
  std::span<const Offer> offers;        // this listing's, time-ordered
  const QHash<int, Source>* sources = nullptr;
  const FxRates* rates = nullptr;
  std::span<const SalePoint> sales;
  std::optional<StockLevel> stock;
};
// What each of them is: the feature store's catalogue, in the same order.
struct FeatureDefinition {
  const char* name;
  const char* freshness; // hourly: from offers, whenever one is taken up; daily: from what days bring
  const char* unit;      // "currency": the price zone's
  const char* source;    // code of the feed: offers, sales, costs, stock, prices, model, experiments
  const char* meaning;   // English; Texts translates
};
std::span<const FeatureDefinition> featureDefinitions();
std::vector<Feature> buildFeatures(const FeatureInputs& in); // always ten, in the requirements' order

} // namespace pricewright
