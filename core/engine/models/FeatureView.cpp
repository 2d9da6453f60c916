// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/models/FeatureView.h"

#include "pipeline/planner/GroupWorld.h"

namespace pricewright {

Result<FeaturesView> featuresOf(Workspace& w, int listingNo, std::optional<Instant> at, int stored) {
  FeaturesView out;
  out.at = at ? std::min(*at, w.clock().now()) : w.clock().now();
  // Costs count from the day that they are in force: at the moment asked about, not at a release after it.
  PW_TRY(GroupNow group, loadGroup({w.database(), w.catalog(), w.offers(), w.decisions()}, listingNo, out.at, out.at));
  const auto& listings = group.content.listings;
  const auto found =
      std::find_if(listings.begin(), listings.end(), [&](const ListingCase& l) { return l.listingNo == listingNo; });
  out.sku = found->skuCode, out.zone = found->zoneCode;
  out.features = found->features;
  out.demandFrom = group.demandFrom;
  DecisionFilter filter;
  filter.listingNo = listingNo;
  PW_TRY(std::vector<PriceDecision> decisions, w.decisions().decisions(filter));
  std::stable_sort(decisions.begin(), decisions.end(),
                   [](const PriceDecision& a, const PriceDecision& b) { return a.createdAt > b.createdAt; });
  for (PriceDecision& d : decisions)
    if (d.createdAt <= out.at && int(out.stored.size()) < stored)
      out.stored.push_back({d.id, d.createdAt, std::move(d.features)});
  return out;
}

} // namespace pricewright
