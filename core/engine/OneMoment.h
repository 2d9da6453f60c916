// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "storage/Database.h"

namespace pricewright {

// Beside a writer, everything that one view reads must be of one moment: gives what `read` gives, read that way.
template <class Read> auto ofOneMoment(Database& db, const Read& read) -> decltype(read()) {
  if (!db.isReadOnly() || db.inTransaction())
    return read();
  PW_CHECK(db.execute(QStringLiteral("BEGIN")));
  auto answer = read();
  PW_CHECK(db.execute(QStringLiteral("COMMIT")));
  return answer;
}

} // namespace pricewright
