// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "market/Reference.h"

#include <functional>
#include <span>

namespace pricewright {

// What a competitor's price did. A switch of the currency is no change of a price: the two cannot be compared.
enum class MoveKind { Down, Up, CurrencySwitch, SoldOut, BackInStock, NewSeller, SellerGone, Returned };
QString moveKindName(MoveKind k); // "down", "up", "currency-switch" …

// One move of one seller's one product against one of our listings.
struct RivalMove {
  MoveKind kind = MoveKind::Down;
  int listingNo = 0, competitorNo = 0, matchNo = 0, sourceNo = 0;
  QString seller;
  Amount before, after;                   // for one of their product; of a new seller and of one who is gone: the same
  Amount deliveredBefore, deliveredAfter; // with shipping
  std::optional<Amount> comparable;       // after: delivered, for our content, in our currency
  double percent = 0, deliveredPercent = 0; // after against before; 0 where they cannot be compared
  Instant lastSeen{}, at{};                 // when the state before was last seen, and when the new one was first
  qint64 offerNo = 0;                       // that showed it
  bool isBlip = false;                      // undone by the next observation, or undoes such a move
};
// Exchange rates of a day; none: no rate is known.
using RatesOn = std::function<const FxRates*(Day)>;
struct MovesWish {
  Instant since{}, now{};                          // moves in (since, now]
  Duration blip = std::chrono::hours(6);           // undone within this: an error rather than a move
  std::function<Currency(int listingNo)> currency; // of our listing; not set: nothing is made comparable
  RatesOn rates;                                   // may be empty
};

// Moves out of what was observed, newest first. Offers come in any order and may reach back before `since`: they say
// what was before. Only accepted offers of confirmed matches from public sources count. A seller is new where his
// source had told of others for longer than its freshness before him; he is gone, at the end of his last offer's
// freshness, while his source goes on telling.
std::vector<RivalMove> rivalMoves(std::span<const Offer> offers, const QHash<int, Source>& sources,
                                  const MovesWish& wish);
// Whether an offer counts at all, whatever its age and stock.
bool countsAsOffer(const Offer& offer, const Source* source);
// A seller by name wherever he sells; without a name, the competitor stands for him.
QString rivalSellerKey(const Offer& offer);
// How long an offer of that source holds: its freshness, 92 days at most.
Duration holdOf(const Source& source);

} // namespace pricewright
