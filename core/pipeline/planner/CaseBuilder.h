// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "decision/PricingCase.h"
#include "pipeline/monitor/MonitorAgent.h"
#include "pipeline/planner/World.h"

namespace pricewright {

// Where the competitor prices came from, and what inference said: what cases are built from besides the world.
struct CaseSources {
  const Sourced<MonitorAgent::View>* market = nullptr;
  const std::unordered_map<int, const DemandEstimate*>* demand = nullptr; // by listing; empty where inference failed
  QString modelVersion, modelFailure;
  quint64 seed = 0;
};

// Listings by category × zone, in that order; within a group by number. Those without a price in force are left out:
// `withoutPrice` counts them.
struct CaseGroup {
  int categoryNo = 0, zoneNo = 0;
  std::vector<const Listing*> listings;
};
std::vector<CaseGroup> groupListings(const World& world, int* withoutPrice);

// One pricing case: everything that is known of a group at this moment. Thread-safe; same input, same bits.
PricingCase buildCase(const World& world, const CaseSources& sources, const CaseGroup& group);

// How often within seven days we and they went below each other in turn. Exact; offers in other currencies do not
// count.
int countUndercuts(std::span<const PublishedPrice> own, std::span<const Offer> offers, Instant now);

} // namespace pricewright
