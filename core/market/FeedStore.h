// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "audit/Journal.h"
#include "market/Feed.h"

namespace pricewright {

// Price feeds and their pulls. On the engine thread. What people change is one transaction with its entry of the
// journal, and asks catalog/Permissions.h; what a pull found is one transaction with its digest. Errors: feed.unknown
// (feed), .bad-code, .bad-kind, .bad-location, .bad-secret-name, .bad-pace.
class FeedStore {
 public:
  FeedStore(Database& db, Journal& journal, const Clock& clock, IdSource& ids);

  Result<std::vector<Feed>> feeds() const; // by code
  Result<Feed> feed(const QString& code) const;
  Result<std::vector<Feed>> dueFeeds(Instant at) const; // the longest due first; of those that are on
  static Status check(const Feed& feed);                // whether putFeed would take it
  // By code. Where the place or the kind is another one than before, the next pull begins anew. A source of the feed's
  // code (sourceNo 0) and the competitor of that code are found, or made along with it.
  Result<int> putFeed(const Actor& by, const Feed& feed, const QString& competitor = {});
  // One that was never pulled is gone, with the source and, where that is wished, the competitor that nothing else
  // names; of another one the prices stay, and it is switched off.
  Status removeFeed(const Actor& by, const QString& code, bool withCompetitor);
  // Undoes a change: as it was before, without the competitor that it made, where nothing else names that one by now.
  Status putBack(const Actor& by, const Feed& before, const Feed& after, bool withCompetitor);
  Status switchFeed(const Actor& by, const QString& code, bool on);
  Status makeDue(const QString& code); // it is pulled next, whenever it would have been; no entry. feed.unknown

  // A pull with all that it found: competitors named for the first time, matches, suggestions, offers (matchNo,
  // sourceNo, seller, observedAt, price, shipping, inStock, state, evidence), all or nothing. An offer that is there
  // already, from that source at that time, stays as it is. run.offers and run.suggested say how many were new; the
  // ties get their competitors and matches.
  Status keepPull(const Actor& by, FeedRun& run, FeedFinds& found);
  Result<std::vector<FeedRun>> runs(std::optional<int> feedNo, int most) const; // newest first

  // Of these matches, the newest accepted offer since then from a feed that is on and stands in: of the same match, or
  // of a confirmed one of the same competitor and listing. In the order of the matches; those without one are left out.
  Result<std::vector<StandIn>> newestFor(const std::vector<int>& matchNos, Instant since) const;

 private:
  Status keepTies(const Transaction& in, const Actor& by, FeedRun& run, FeedFinds& found);
  Status keepOffers(const Actor& who, FeedRun& run, const FeedFinds& found, bool asFound);
  Result<qint64> keepOffer(Query& insert, const Offer& offer);
  Result<bool> isAsFound(const FeedRun& run) const;
  Status keepRun(FeedRun& run, bool asFound);
  Result<int> writeFeed(const Transaction& in, const Actor& by, const Feed& wanted, const QString& competitor);
  Result<int> sourceOf(const Actor& who, const Feed& feed);
  Status removeUnused(const Actor& who, const Feed& feed, bool withCompetitor);
  Database& m_db;
  Journal& m_journal;
  const Clock& m_clock;
  IdSource& m_ids;
};

} // namespace pricewright
