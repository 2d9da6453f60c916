// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "demand/SkuRegression.h"
#include "demand/forecasts/ForecastFeatures.h"

namespace pricewright {

// How zones differ in what they do in the same week. A week's shock is common to a SKU's zones: what a forecast's
// errors are without their mean over the zones owes nothing to it, and tells how much more or less than elsewhere is
// sold here, at a price, on feature and on deal. Ridge regressions, first of each category in a zone, then of each
// listing, its level of late last. Of a SKU with a single zone nothing is told.
class ZoneResponses {
 public:
  ZoneResponses() = default;
  // `said`: by row of the panel, log units as a forecast tells them that has not seen that week; NaN: none does.
  ZoneResponses(const DemandPanel& panel, const FeatureRows& features, std::span<const float> said, qint32 from);

  // Log units to add to a forecast that itself responds by at least `share` of what `terms` say: through it a product
  // that is dearer never sells more, and one on feature never less. `price`: as kRelativePrice.
  double of(const PanelListing& place, std::size_t listing, const TermVector& terms, double share, double price,
            const DemandRow& row) const;

 private:
  struct Group {
    double level = 0, price = 0, feature = 0, deal = 0;
  };
  struct Listing {
    double level = 0, feature = 0;
  };
  std::vector<Group> m_groups; // as in the panel
  std::vector<Listing> m_listings;
};

} // namespace pricewright
