// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/Workspace.h"

namespace pricewright {

// The feature store as people ask it: the ten features of one price now or at a moment of the past, from what was known
// then and nothing later, and what the newest decisions about it were made from.
struct FeatureSnapshot {
  Id decision;
  Instant at{};
  std::vector<Feature> features;
};
struct FeaturesView {
  QString sku, zone;
  Instant at{};
  std::vector<Feature> features;       // in the order of featureDefinitions()
  std::optional<Instant> demandFrom;   // the cycle that learnt the elasticity
  std::vector<FeatureSnapshot> stored; // newest first
};
// catalog.unknown-listing, planner.no-price
Result<FeaturesView> featuresOf(Workspace& workspace, int listingNo, std::optional<Instant> at = {}, int stored = 5);

} // namespace pricewright
