// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Time.h"
#include "money/Money.h"

#include <optional>
#include <vector>

namespace pricewright {

struct Source {
  int no = 0;
  QString code, name, kind, terms;
  Duration freshness = std::chrono::hours(24);
  bool publicData = true;
  bool informsDemand = true;
};
struct Competitor {
  int no = 0;
  QString code, name;
};
enum class OfferState { Accepted, Quarantined, Rejected };
QString offerStateName(OfferState s);
std::optional<OfferState> offerStateFrom(QStringView name);
enum class MatchState { Suggested, Confirmed, Rejected };
QString matchStateName(MatchState s);
std::optional<MatchState> matchStateFrom(QStringView name);

// One observed competitor price, tied to a listing of ours.
struct Offer {
  qint64 no = 0;
  int matchNo = 0, listingNo = 0, competitorNo = 0, sourceNo = 0;
  MatchState match = MatchState::Confirmed;
  QString seller;
  Instant observedAt{};
  Amount price;                     // for one of their product
  Decimal shipping;                 // same currency
  int theirPacks = 1, ourPacks = 1; // their content = theirPacks/ourPacks of ours
  bool inStock = true;
  OfferState state = OfferState::Accepted;
  QString stateReason, evidence;
};

// What we asked for a listing from then on.
struct OurPrice {
  Instant from{};
  Amount amount;
};

// A: the median of accepted, fresh, in-stock, confirmed-match offers, delivered price, pack- and currency-normalized,
// one per seller (the newest), at least two sellers. Below two it is undecidable: no median, no lowest, no highest.
// Exact: a median of an even number is the mean of the middle two, rounded half-even to six places. A newer observation
// of the same product at the same seller replaces the older one, which is then neither stale nor excluded: a seller who
// has sold out does not count with yesterday's price.
struct CompetitorReference {
  std::optional<Amount> median;
  std::optional<Amount> lowest, highest;
  int sellers = 0;               // that counted
  int stale = 0, excluded = 0;   // left out: too old; other reasons
  std::optional<Instant> oldest; // of those that counted
  QString why;                   // "" or the code of why it is undecidable: too-few-sellers, no-offers, no-rate
  std::vector<qint64> offerNos;  // that counted
};

} // namespace pricewright
