// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pipeline/planner/CaseBuilder.h"

namespace pricewright {

// What groups are read from: a few milliseconds each, also from a read-only connection.
struct GroupSources {
  Database& db;
  const CatalogStore& catalog;
  const OfferStore& offers;
  const DecisionStore& decisions;
};

// One group of siblings (category × zone) as it stands now, read without the rest of the catalogue, with the demand
// that the newest cycle fitted.
struct GroupNow {
  PricingCase content;
  std::optional<Instant> demandFrom; // when the cycle ran; none: no cycle yet, and rules alone can say something
  SalesPanel sales;                  // of its listings, over all years
};

// Builds the case that a cycle would build of it at this moment, but for demand: fitted demand is taken from the newest
// saved case of the group, with its draws. Doubts about costs are judged against that case's. A market that cannot be
// read is an error here. catalog.unknown-listing, planner.no-price (the listing has none in force).
Result<GroupNow> loadGroup(const GroupSources& from, int listingNo, Instant now, Instant effective);

} // namespace pricewright
