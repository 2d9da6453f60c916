// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "audit/Journal.h"
#include "market/Offer.h"
#include "market/Site.h"

#include <QHash>

#include <functional>

namespace pricewright {

// What was sent that no look tells of: for robots.txt, and for pages that were given up.
struct SentBesides {
  qint64 requests = 0, bytes = 0;
  bool isNothing() const { return requests == 0 && bytes == 0; }
};

// Shops, watched pages, looks and the pages themselves. On the engine thread. What people change is one transaction
// with its entry of the journal, and asks catalog/Permissions.h; what the monitor finds is one transaction a batch,
// with its digest. Errors: site.unknown, .bad-host, .terms-note-missing. Pages are added by a PageBatch.
class SiteStore {
 public:
  SiteStore(Database& db, Journal& journal, const Clock& clock, IdSource& ids);

  Result<std::vector<Site>> sites() const; // by host
  Result<Site> site(const QString& host) const;
  Result<int> putSite(const Actor& by, const Site& site); // by host; terms stay as they are
  // Who has read the site's terms, and what they allow. Refused: it is not fetched again.
  Status setTerms(const Actor& by, const QString& host, TermsState terms, const QString& note);
  Status rememberSite(int siteNo, const QJsonObject& memory); // the monitor's own; no entry

  Result<std::vector<Watch>> watches() const;                        // by number
  Result<std::vector<Watch>> dueWatches(Instant at, int most) const; // the longest due first; of sites that are on
  // Their product as ours, confirmed by `by`; what is there already stays. Gives its number. watch.bad-packs
  struct MatchWish {
    int competitorNo = 0, listingNo = 0;
    QString externalCode, title;
    int theirPacks = 1, ourPacks = 1;
  };
  Result<int> putMatch(const Actor& by, const MatchWish& wish);
  Status makeDue(int siteNo); // its pages are looked at next, whenever they would have been; no entry
  // Pages that nobody may be asked for as things are now, by number.
  enum class Bar { Terms, Off, Match }; // of the site: not accepted; it or the page: switched off; not confirmed
  Result<QHash<int, Bar>> barred() const;
  Status switchWatch(const Actor& by, int watchNo, bool on);

  // One look, its page (once for all the same), the offer that it found and the watch as it stands then.
  struct Found {
    PageLook look;
    QByteArray page;            // empty: none to keep
    QByteArray packed;          // the same as it is kept, where pack() has made it so; empty: not yet
    std::optional<Offer> offer; // matchNo, sourceNo, seller, observedAt, price, shipping, inStock, evidence, state
    Watch watch;
    // When it was due as the watch was read. Somebody who has made it due at another time since is heard: that stays.
    std::optional<Instant> wasDue;
  };
  using Besides = SentBesides;
  Status keep(const Actor& by, std::vector<Found>& found, const Besides& besides = {}); // numbers are filled in
  static void pack(std::vector<Found>& found); // beforehand, so that the writer need not: takes a while

  Result<std::optional<PageLook>> lookOfOffer(qint64 offerNo) const; // that found it; none: it came by another way
  // What the newest look at a page found whose offer was accepted, by the checks or by a person.
  struct Accepted {
    QJsonObject found;
    Amount price;
  };
  Result<std::optional<Accepted>> lastAccepted(int watchNo) const;
  Result<std::vector<PageLook>> looks(std::optional<int> watchNo, Instant since, int most) const; // newest first
  // The same of one page, one after the other: all of them need not be in memory.
  using TakeLook = std::function<Status(const PageLook&)>;
  Status eachLook(int watchNo, Instant since, const TakeLook& take) const;
  // What was sent since then, and came: looks, and what no look tells of.
  struct Spent {
    qint64 looks = 0, requests = 0, bytes = 0;
    std::optional<Instant> oldest; // of these
  };
  Result<Spent> spentSince(Instant since) const;
  Result<QByteArray> page(const QString& sha256) const; // page.unknown, page.damaged
  // Pages that nobody has seen since then, and looks from before it that found no offer. A look that did find one
  // stays: it is that offer's evidence; so does the newest of each watch.
  struct Forgotten {
    qint64 pages = 0, looks = 0;
  };
  Result<Forgotten> forgetBefore(const Actor& by, Instant before);

 private:
  Status keepOne(Found& found);
  Status keepWatch(const Found& found);
  Database& m_db;
  Journal& m_journal;
  const Clock& m_clock;
  IdSource& m_ids;
};

} // namespace pricewright
