// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/Workspace.h"

namespace pricewright {

// One price of the catalogue, as the window shows it: what is sold where, at what price, and how it stands.
struct CatalogueRow {
  int listingNo = 0;
  QString sku, product, brand, gtin, mpn, category, zone;
  SkuRole role = SkuRole::Background;
  Currency currency; // the zone's
  LadderSpec ladder;
  std::optional<qint64> floorMinor, ceilingMinor, mapMinor;

  Money price;   // the regular price in force; invalid: none
  Money onShelf; // what is asked now, where that is another one
  PriceType shelfType = PriceType::Regular;
  bool onPromotion = false; // a promotion of the calendar or a promotional price holds today
  bool byHand = false;      // a person set the price in force, or proposed or edited the newest decision
  std::optional<int> daysSinceChange;

  std::optional<Amount> cost;  // replacement cost in force, in the row's currency
  QString costWhy;             // code, where there is none: missing, not-positive, no-rate, no-vat-rate
  std::optional<int> marginBp; // gross, net of VAT

  std::optional<Amount> rivalLow, rivalMean, rivalHigh, reference; // accepted and fresh; reference: their median
  int rivals = 0, rivalsStale = 0;                                 // sellers that count; left out as too old
  std::optional<Duration> rivalAge;                                // of the oldest that counts
  QString rivalWhy;                                                // code, where there are too few
  std::optional<double> index;                                     // own price / reference × 100

  bool elasticityKnown = false;              // else: cannot tell, and why
  double elasticity = 0, elasticityHalf = 0; // mean, half the width of the 95 % interval
  bool elasticityWeak = false;
  QString elasticityWhy; // code: no-cycle, no-estimate, interval-spans-zero, or the model's

  std::optional<qint64> stockMilli;
  std::optional<double> unitsPerWeek, revenuePerWeek; // sold in the last four weeks; revenue net of VAT
  Id decision;                                        // the newest; null: none yet
  DecisionState decisionState = DecisionState::Unchanged;
  Money proposed;
};

// Sums over what could be summed, in the workspace's currency.
struct CatalogueTotals {
  Currency currency;
  int prices = 0, skus = 0, zones = 0, withSales = 0;
  int leftOut = 0; // sold, but in a currency without a rate
  double unitsPerWeek = 0, revenuePerWeek = 0;
  double profitPerWeek = 0, revenueWithCost = 0; // of those whose cost is known
  std::optional<double> marginPercent() const {
    return revenueWithCost > 0 ? std::optional(100 * profitPerWeek / revenueWithCost) : std::nullopt;
  }
};
struct CatalogueSnapshot {
  QString workspaceName, userName, userRole;
  Instant now{};
  bool readOnly = false;
  std::vector<CatalogueRow> rows; // by SKU, then zone
  CatalogueTotals totals;
  std::optional<Instant> demandFrom; // of the newest cycle that estimated demand
};

// Reads the whole catalogue; columns and summaries only, no case is opened. Also on a read-only workspace.
Result<CatalogueSnapshot> catalogueView(Workspace& workspace);

} // namespace pricewright
