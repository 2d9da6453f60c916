// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/CatalogStore.h"
#include "demand/DriftWatch.h"
#include "market/OfferStore.h"
#include "pipeline/planner/PartialWeeks.h"

namespace pricewright {

// Competitor references over the years by listing, for demand: (day, major units of the zone's currency). Only from
// sources whose prices do not move with our own, and only at rates as old as the settings let rates be.
using CompetitorHistory = std::unordered_map<int, std::vector<std::pair<int, double>>>;
Result<CompetitorHistory> loadCompetitorHistory(Database& db, const OfferStore& offers, const Catalog& catalog,
                                                Instant now, const Settings& settings);

// Everything that demand is learnt from, by cycles and by whoever asks what they learn. Look-ups by listing number;
// nothing iterates over them.
struct SalesHistory {
  Settings settings;
  Catalog catalog;
  SalesPanel sales;
  std::unordered_map<int, PartialWeeks> partialWeeks; // no week of theirs is learnt from
  CompetitorHistory competitors;
  std::unordered_map<int, PublishedPrice> regular; // in force
  std::unordered_map<int, std::size_t> salesIndex; // into sales.of()

  std::span<const SalePoint> salesOf(int listingNo) const;
  std::span<const SalePoint> wholeWeeksOf(int listingNo) const; // the same without the partial ones
  // One for each listing whose SKU is sold, in the catalogue's order; those that have never sold learn from the others.
  // They look into this history.
  std::vector<DemandSeries> demandSeries() const;
};
// Periods that were over when `before` began; prices and competitors as of `at`.
Status loadSalesHistory(SalesHistory& into, Database& db, const CatalogStore& catalog, const OfferStore& offers,
                        Day before, Instant at);

// The model's errors and the features of the newest weeks, against what they were; costs and stock as recorded before
// `before`. `series` is the history's.
Result<DriftReport> watchDriftIn(Database& db, const SalesHistory& history, std::span<const DemandSeries> series,
                                 const DemandModel& model, Day before);

} // namespace pricewright
