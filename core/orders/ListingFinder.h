// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/Rows.h"

#include <QHash>

namespace pricewright {

// Code and zone → our listing, where just one is meant.
class ListingFinder {
 public:
  explicit ListingFinder(Database& db) : m_db(db) {}
  Result<int> find(const QString& code, const QString& zone) {
    const QString key = code + u'\n' + zone;
    if (const auto known = m_known.constFind(key); known != m_known.constEnd())
      return *known;
    PW_TRY(Query q, Query::prepare(m_db, "SELECT count(*), min(li.no) FROM listing li JOIN sku s ON s.no = li.sku_no "
                                         "JOIN price_zone z ON z.no = li.zone_no WHERE s.code = ?1 AND (?2 = '' OR "
                                         "z.code = ?2)"));
    PW_TRY([[maybe_unused]] const bool row, q.bind(1, code).bind(2, zone).step());
    const int no = q.integer(0) == 1 ? smallInteger(q, 1) : 0;
    m_known.insert(key, no);
    return no;
  }

 private:
  Database& m_db;
  QHash<QString, int> m_known;
};

} // namespace pricewright
