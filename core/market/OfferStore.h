// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "audit/Journal.h"
#include "base/Settings.h"
#include "market/Offer.h"
#include "money/FxRates.h"

#include <QHash>

#include <functional>
#include <span>

namespace pricewright {

// How old exchange rates may be: within `fresh` those of the workspace's own base come first, beyond `limit` they
// convert nothing.
struct RateAge {
  std::chrono::days fresh = std::chrono::days(7), limit = std::chrono::days(30);
  static RateAge of(const Settings& settings); // monitor.fx-freshness.days, monitor.fx-limit.days
  bool isTooOld(const FxRates& rates, Day on) const { return on - rates.day() > limit; }
};

// Reads and writes competitors, sources, matches, offers and exchange rates. On the engine thread. Every write is one
// transaction with its audit entry; what is written again unchanged leaves none. Writers ask catalog/Permissions.h
// whether the actor may (catalog.not-allowed).
class OfferStore {
 public:
  OfferStore(Database& db, Journal& journal, IdSource& ids);
  Result<QHash<int, Source>> sources() const;
  Result<std::vector<Competitor>> competitors() const;
  // Offers observed in (since, until], sorted by listing, then seller, then time.
  Result<std::vector<Offer>> offers(Instant since, Instant until) const;
  Result<std::vector<Offer>> offersFor(int listingNo, Instant since, Instant until) const;
  // Of each of these matches the newest offers, whatever their state, newest first, at most so many; those that have
  // one.
  using TakeOffers = std::function<void(const std::vector<Offer>&)>;
  Status newestOf(std::span<const int> matchNos, Instant since, int most, const TakeOffers& take) const;
  // Our own regular prices that were in force after then, on the first channel, by listing, oldest first: what theirs
  // are held against. Of one listing, or of all.
  Result<QHash<int, std::vector<OurPrice>>> ourPrices(Instant since, std::optional<int> listingNo = {}) const;
  // Listings about which something new is known since they were taken off this list: an offer came or went, a person
  // said what one is worth, a price of ours began or was taken back; each with what `judged` needs to leave on it what
  // came meanwhile.
  struct ToJudge {
    int listingNo = 0;
    qint64 changes = 0;
  };
  Result<std::vector<ToJudge>> toJudge() const; // by listing
  Status judged(std::span<const ToJudge> listings);
  // All of them or none: market.unknown-offer.
  Status markOffers(const Actor& by, const std::vector<qint64>& offerNos, OfferState state, const QString& reason);
  // The newest table at or before day whose base this is, while it is at most `fresh` old; else the newer of it and the
  // newest table that quotes it against another base (cross rates then go through that one). fx.no-rate.
  Result<FxRates> ratesOn(Day day, Currency base, std::chrono::days fresh = std::chrono::days(7)) const;
  // The same, where it may still convert; else none. What compares or adds up amounts asks for these.
  Result<std::optional<FxRates>> usableRates(Day day, Currency base, const RateAge& age) const;
  Result<int> putSource(const Actor& by, const Source& source); // by code; returns its number; market.bad-source
  // The number of the one that is meant (see Competitors), made where there is none.
  Result<int> competitorNamed(const Actor& by, const QString& name);
  Result<int> putCompetitor(const Actor& by, const Competitor& competitor); // market.bad-competitor

 private:
  Database& m_db;
  Journal& m_journal;
  IdSource& m_ids;
};

} // namespace pricewright
