// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "market/Offer.h"

#include <span>

namespace pricewright {

// What sellers of one listing ask by and large. It is taken from all offers that may be right, also from those that the
// checks themselves hold: what the checks decide must not move what they decide by.

constexpr double kLevelSlipTolerance = 0.15; // of log ratio around 10 and 100

// Of one seller in one currency, over the last 30 days. Logs are of the delivered price of our pack.
struct SellerLevel {
  Currency currency;
  double log = 0;     // the median; of two the earlier, as one new price is not its level yet
  Instant at{};       // of the offer it is
  Instant since{};    // when the seller first asked about as much
  Instant standing{}; // from when on that is no news: three days later, and with three offers; max(): never
  int sourceNo = 0;
  bool votes = true; // false: far from our own price, and nobody else's
};
// One seller's offers of one listing: a range in time order.
struct SellerSeries {
  std::size_t begin = 0, end = 0;
  std::vector<SellerLevel> levels; // one for each currency
  const SellerLevel* in(Currency currency) const;
};
std::vector<SellerLevel> levelsOf(std::span<const Offer> ofOneSeller, Instant now);

// What the others say to a price: one voice a source, the one that most of its sellers have, both where they are as
// many. A whole source slips at once, however many sellers it lists.
struct Voices {
  int near = 0, slips = 0; // sources that ask about as much; a tenth, ten or a hundred times it
  Instant nearSince = Instant::max(), slipsSince = Instant::max();
  Instant nearStanding = Instant::max(), slipsStanding = Instant::max();
};
// Of the seller `self`, who asks this and has one voice in his source like every other.
Voices voicesAbout(std::span<const SellerSeries> all, std::size_t self, const SellerLevel& price);
// Other sources than its own in which another seller asks about as much.
int sourcesElsewhere(std::span<const SellerSeries> all, std::size_t self, const SellerLevel& price);

// Held by the checks and by nobody else, for a reason that more sellers or prices may prove wrong.
bool isHeldByOthers(const Offer& offer);
// Accepted, or held by the checks: not refused by anybody, nor doubted by the page itself.
bool mayBeRight(const Offer& offer);
std::optional<double> logOfPrice(const Offer& offer); // none: it is no price
bool isLevelSlip(double logRatio, std::initializer_list<double> factors);

} // namespace pricewright
