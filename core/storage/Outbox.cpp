// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/Outbox.h"

namespace pricewright {

Status appendOutbox(Database& db, const OutboxRow& row, Instant at) {
  if (!db.inTransaction())
    return fail(QStringLiteral("storage.no-transaction"), {{QStringLiteral("path"), db.path()}});
  PW_TRY(Query q, Query::prepare(db, "INSERT INTO outbox (change_id, table_name, row_id, operation, payload, at_ms) "
                                     "VALUES (?1, ?2, ?3, ?4, ?5, ?6)"));
  q.bind(1, row.changeId).bind(2, row.table).bind(3, row.rowId).bind(4, row.operation).bind(5, row.payload);
  return q.bind(6, toMillis(at)).run();
}

Result<qint64> outboxSize(Database& db) {
  PW_TRY(Query q, Query::prepare(db, "SELECT count(*) FROM outbox WHERE sent_ms IS NULL"));
  PW_TRY(const bool row, q.step());
  return row ? q.integer(0) : 0;
}

} // namespace pricewright
