// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "audit/Journal.h"
#include "market/Offer.h"

#include <QHash>
#include <QJsonArray>
#include <QStringList>

#include <optional>

namespace pricewright {

// Their content = first/second of ours.
using Packs = std::pair<int, int>;
Status checkPacks(const Packs& packs); // watch.bad-packs

// Pages to be watched, many or one: all in one transaction with one entry of the journal. What is not committed is as
// if it had never been asked for. Nobody else may begin a transaction meanwhile; everybody may read.
class PageBatch {
 public:
  static Result<PageBatch> begin(Database& db, Journal& journal, IdSource& ids, const Actor& by);
  struct Page {
    int listingNo = 0;
    QString url, host;  // as it is fetched; as Crawl::siteOf() names it
    QString competitor; // code; "": the site's own name
    QString title;
    std::optional<Packs> packs; // none: of a new match 1/1, of an old one what it was
  };
  // Whether the page can be added as such, before anything is written: watch.bad-url, .bad-packs
  static Status check(const Page& page);
  // Its site and competitor; made where they are new, the site with open terms.
  struct Place {
    int siteNo = 0, competitorNo = 0;
    QString competitor;
    bool siteIsNew = false;
  };
  Result<Place> place(const Page& page);
  // What its match was, where this changed it: it was not confirmed, or its packs were others.
  struct MatchBefore {
    MatchState state = MatchState::Confirmed;
    int theirPacks = 1, ourPacks = 1;
  };
  struct Added {
    int watchNo = 0, matchNo = 0;
    bool switchedOn = false; // it was not watched before, or not any more
    std::optional<MatchBefore> before;
  };
  // Confirms its match, corrects the packs where they are said, watches it, or again where it was switched off. A page
  // whose match changes is due at once.
  Result<Added> add(const Page& page, const Place& place);
  Status commit(); // without an entry where nothing has changed

 private:
  PageBatch(Transaction in, Journal& journal, IdSource& ids, Actor who);
  Status load();
  Result<int> competitor(const QString& code);
  Result<int> source(const QString& host);
  Status match(const Page& page, int competitorNo, Added& out);
  Status revise(const Page& page, Added& out);
  Status watch(const Page& page, int siteNo, Added& out);
  QJsonObject body() const;

  struct KnownSite {
    int no = 0, competitorNo = 0;
    bool isNew = false;
  };
  Transaction m_in;
  Journal& m_journal;
  IdSource& m_ids;
  Actor m_who;
  QHash<QString, int> m_competitors, m_sources; // by code
  QHash<QString, KnownSite> m_sites;            // by host
  QStringList m_newSites, m_newCompetitors;
  QJsonArray m_revised; // the first ones
  int m_watched = 0, m_switched = 0, m_changed = 0, m_first = 0;
  QString m_url; // of the only one
  QByteArray m_digested;
};

} // namespace pricewright
