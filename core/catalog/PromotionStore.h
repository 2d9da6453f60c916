// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "audit/Journal.h"
#include "catalog/Catalog.h"

namespace pricewright {

// A promotion of the calendar with its name in the file.
struct CalendarPromotion {
  Id id;
  Promotion what;
  QString file; // that it was imported from; "" planned here
  bool operator==(const CalendarPromotion& o) const { return id == o.id && what == o.what; } // whatever the file
};

// The rows of the promotion calendar. What may be planned is the engine's to say (engine/PromotionCalendar); here only
// a row's own sense is checked: catalog.bad-period, .bad-price, .unknown-listing, promotion.taken (the same price,
// place and first day is there already), promotion.gone.
class PromotionStore {
 public:
  PromotionStore(Database& db, Journal& journal);
  // Whose days touch these, newest first, at most so many.
  Result<std::vector<CalendarPromotion>> touching(Day from, Day to, int most) const;
  Result<std::vector<CalendarPromotion>> of(int listingNo, Day from, Day to) const;
  Result<std::optional<CalendarPromotion>> find(const Id& id) const;

  // Inside the caller's transaction, with their journal entry. `facts` go into the entry beside the row.
  Status put(const Actor& by, const CalendarPromotion& promotion, const QJsonObject& facts = {}); // new or changed
  Status remove(const Actor& by, const CalendarPromotion& promotion);

 private:
  Result<std::vector<CalendarPromotion>> read(const char* where, qint64 a, qint64 b, qint64 c) const;
  Database& m_db;
  Journal& m_journal;
};

} // namespace pricewright
