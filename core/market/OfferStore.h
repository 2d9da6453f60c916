// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "audit/Journal.h"
#include "market/Offer.h"
#include "money/FxRates.h"

#include <QHash>

namespace pricewright {

// Reads and writes competitors, sources, matches, offers and exchange rates. On the engine thread.
class OfferStore {
 public:
  OfferStore(Database& db, Journal& journal, const Clock& clock, IdSource& ids);
  Result<QHash<int, Source>> sources() const;
  Result<std::vector<Competitor>> competitors() const;
  // Offers observed in (since, until], sorted by listing, then seller, then time.
  Result<std::vector<Offer>> offers(Instant since, Instant until) const;
  Result<std::vector<Offer>> offersFor(int listingNo, Instant since, Instant until) const;
  Status markOffers(const Actor& by, const std::vector<qint64>& offerNos, OfferState state, const QString& reason);
  Result<FxRates> ratesOn(Day day, Currency base) const; // the newest table at or before day; fx.no-rate
  Result<int> putSource(const Actor& by, const Source& source); // by code; returns its number
  Result<int> putCompetitor(const Actor& by, const Competitor& competitor);

 private:
  Database& m_db;
  Journal& m_journal;
  const Clock& m_clock;
  IdSource& m_ids;
};

} // namespace pricewright
