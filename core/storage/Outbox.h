// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "storage/Database.h"

namespace pricewright {

// One change that a team server has yet to hear of. Written in the transaction of the change itself; sync only reads
// it.
struct OutboxRow {
  QString changeId; // UUIDv7 of the change, the idempotency key at the other end
  QString table;
  QString rowId;
  QString operation;  // insert, update, delete, bulk
  QByteArray payload; // canonical JSON
};
Status appendOutbox(Database& db, const OutboxRow& row, Instant at); // a transaction must be open
Result<qint64> outboxSize(Database& db);

} // namespace pricewright
