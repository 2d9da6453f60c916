// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/views/SearchIndex.h"

namespace pricewright {

Status keepSearchIndex(Database& db) {
  if (db.inTransaction())
    return {};
  {
    PW_TRY(Query q, Query::prepare(db, "SELECT 1 FROM search_changed LIMIT 1"));
    PW_TRY(const bool some, q.step());
    if (!some)
      return {};
  }
  PW_TRY(Transaction in, Transaction::begin(db));
  for (const char* sql :
       {"DELETE FROM search_text WHERE rowid IN (SELECT no FROM search_changed)",
        "INSERT INTO search_text (rowid, words) SELECT c.no, s.code || ' ' || s.name || ' ' || s.brand || ' ' || "
        "s.gtin || ' ' || s.mpn "
        "FROM search_changed c JOIN sku s ON s.no = c.no / 2 WHERE c.no % 2 = 0",
        "INSERT INTO search_text (rowid, words) SELECT c.no, m.title || ' ' || m.external_code FROM search_changed c "
        "JOIN product_match m ON m.no = c.no / 2 WHERE c.no % 2 = 1 AND m.title <> ''",
        "DELETE FROM search_changed"})
    PW_CHECK(db.execute(QString::fromUtf8(sql)));
  return in.commit();
}

} // namespace pricewright
