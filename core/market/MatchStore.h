// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "audit/Journal.h"
#include "market/Feed.h"
#include "market/Offer.h"

#include <QSet>

namespace pricewright {

// A competitor's product tied to one of our prices, or suggested to be.
struct ProductMatch {
  int no = 0, competitorNo = 0, listingNo = 0;
  QString externalCode, title;
  MatchState state = MatchState::Suggested;
  double confidence = 0; // 0 … 1
  QString confirmedBy;
  int theirPacks = 1, ourPacks = 1;
  QStringList evidence; // codes of what speaks for it, and behind a "-" against it; see matching/MatchScore.h
};

// The queue of matches. On the engine thread; every change is one transaction with its entry of the journal. What
// somebody has decided is never suggested again. market.unknown-match, catalog.not-allowed
class MatchStore {
 public:
  MatchStore(Database& db, Journal& journal, IdSource& ids);
  Result<std::vector<ProductMatch>> matches(MatchState state, int most) const; // the surest first
  // Suggestions that are not known yet, or are surer than before. Gives how many are new.
  Result<int> suggest(const Actor& by, const std::vector<ProductMatch>& found);
  Status decide(const Actor& by, const std::vector<int>& matches, MatchState state);

  // For a store that keeps more along with them, within its open transaction; whether `who` may, it has asked.
  Result<int> suggest(const Transaction& in, const Actor& who, const std::vector<FeedTie>& found);
  // The matches of these ties, made or found, each with its number. What was only suggested until now is decided; what
  // somebody has rejected stays so. One entry for all that are new.
  Status confirm(const Transaction& in, const Actor& who, std::vector<FeedTie>& ties);

 private:
  Result<int> putSuggestions(const Actor& who, const std::vector<ProductMatch>& found);
  Database& m_db;
  Journal& m_journal;
  IdSource& m_ids;
};

// What a feed said of a product whose match was open was put aside: once a match of these competitors is decided, the
// file that holds it is read once more, although it has not changed. Files that could not be read stay in mind.
Status readFeedsAnew(Database& db, const QSet<int>& competitors);

} // namespace pricewright
