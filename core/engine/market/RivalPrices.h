// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "market/Reference.h"

#include <functional>
#include <span>

namespace pricewright {

// What competitors asked, seen from one moment: at the end of each day with an observation, the reference as it would
// have been computed then. A point holds `until` the next one, or until what it says is too old: what lies between is
// a gap, not a price.
struct RivalPoint {
  Instant at{}, until{};
  std::optional<Amount> median, lowest, highest; // none: fewer than two sellers
  int sellers = 0;
};

// Why an offer counted, or did not.
enum class OfferUse { Used, Stale, SoldOut, Unconfirmed, Quarantined, Rejected, NotPublic, NoRate, OneOfSeveral };
struct OfferLine {
  qint64 no = 0;
  QString competitor, seller, source, sourceKind;
  Instant observedAt{};
  Duration freshness{}; // how long the source's offers are good for
  Amount asked;         // for their product
  Decimal shipping;
  std::optional<Amount> comparable; // delivered, for our content, in our currency
  OfferUse use = OfferUse::Used;
  QString why, evidence; // why: of a quarantined or rejected one
};

// Exchange rates of a day; none: no rate is known.
using RatesOfDay = std::function<const FxRates*(Day)>;

// `offers` of one listing in any order; what was observed after `now` does not exist.
std::vector<RivalPoint> rivalPoints(std::vector<Offer> offers, const QHash<int, Source>& sources, Currency into,
                                    const RatesOfDay& rates, Instant since, Instant now);
// The newest offer of each competitor's each product in the time that `offers` cover; those that counted in `reference`
// first, then by age.
std::vector<OfferLine> offerLines(std::span<const Offer> offers, const QHash<int, Source>& sources,
                                  std::span<const Competitor> competitors, const CompetitorReference& reference,
                                  Currency into, const FxRates* rates, Instant now);

} // namespace pricewright
