// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/planner/CaseBuilder.h"

#include <map>

namespace pricewright {
namespace {

// A price that began to hold: ours, or one seller's, normalized to our pack as a fraction.
struct Move {
  Instant at{};
  bool ours = false;
  QString seller;
  qint64 numerator = 0, denominator = 1; // micros of the zone's currency
};

bool below(const Move& a, const Move& b) {
  return compareProducts(a.numerator, b.denominator, b.numerator, a.denominator) < 0;
}

std::vector<Move> movesInOrder(std::span<const PublishedPrice> own, std::span<const Offer> offers, Instant now) {
  std::vector<Move> moves;
  Currency currency;
  for (const PublishedPrice& price : own)
    if (price.type == PriceType::Regular && price.from <= now) {
      currency = price.amount.currency();
      moves.push_back({price.from, true, {}, price.amount.toDecimal().micros(), 1});
    }
  for (const Offer& offer : offers)
    if (offer.observedAt <= now && offer.state == OfferState::Accepted && offer.match == MatchState::Confirmed &&
        offer.inStock && offer.price.currency == currency && offer.theirPacks > 0 && offer.ourPacks > 0)
      if (const auto delivered =
              mulDiv(offer.price.value.micros() + offer.shipping.micros(), offer.ourPacks, 1, Rounding::HalfEven))
        moves.push_back({offer.observedAt, false, offer.seller, *delivered, offer.theirPacks});
  std::stable_sort(moves.begin(), moves.end(), [](const Move& a, const Move& b) { return a.at < b.at; });
  return moves;
}

} // namespace

int countUndercuts(std::span<const PublishedPrice> own, std::span<const Offer> offers, Instant now) {
  std::optional<Move> ours;
  std::map<QString, Move> theirs;
  int count = 0;
  std::optional<bool> lastWasOurs;
  for (const Move& move : movesInOrder(own, offers, now)) {
    const Move* before = nullptr;
    if (move.ours)
      before = ours ? &*ours : nullptr;
    else if (const auto known = theirs.find(move.seller); known != theirs.end())
      before = &known->second;
    const bool lowered = before && below(move, *before);
    bool wentBelow = false;
    if (move.ours && !theirs.empty())
      wentBelow = std::all_of(theirs.begin(), theirs.end(), [&](const auto& t) { return below(move, t.second); });
    else if (!move.ours && ours)
      wentBelow = below(move, *ours);
    if (lowered && wentBelow && now - move.at <= std::chrono::hours(24 * 7) && lastWasOurs != move.ours) {
      ++count;
      lastWasOurs = move.ours;
    }
    if (move.ours)
      ours = move;
    else
      theirs.insert_or_assign(move.seller, move);
  }
  return count;
}

} // namespace pricewright
