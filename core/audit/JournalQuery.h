// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Cancel.h"
#include "storage/Database.h"

#include <QStringList>

#include <limits>
#include <optional>
#include <vector>

namespace pricewright {

// An entry as it stands in the file. The body is not parsed: a page must show an entry that somebody has damaged, too.
struct JournalRow {
  qint64 sequence = 0;
  Instant at{};
  QString actor, role, kind, table, rowId;
  QByteArray body, previousHash, hash;
};

// What an entry is about: one row of a table, or with `prefix` all rows whose id begins so.
struct JournalSubject {
  QString table, id;
  bool prefix = false;
  friend bool operator==(const JournalSubject&, const JournalSubject&) = default;
};

// What to look for; what is left empty does not narrow. A kind that ends in a dot stands for all that begin so.
struct JournalFilter {
  QStringList actors, kinds;
  std::optional<std::vector<JournalSubject>> subjects; // an empty list: about nothing, so nothing is found
  std::optional<Instant> from, to;                     // from ≤ at < to
  QString text; // in the body, the subject, the kind or the name; ASCII case is ignored
  bool isEmpty() const { return actors.isEmpty() && kinds.isEmpty() && !subjects && !from && !to && text.isEmpty(); }
  friend bool operator==(const JournalFilter&, const JournalFilter&) = default;
};

// Where the next page begins: everything below `before`. Goes from page to page unchanged otherwise.
struct JournalCursor {
  qint64 before = std::numeric_limits<qint64>::max();
  std::optional<std::pair<qint64, qint64>> period; // the entries between which the period lies, once it is known
};

struct JournalPage {
  std::vector<JournalRow> rows; // newest first
  JournalCursor next;
  bool end = false;    // nothing is left below
  qint64 newest = 0;   // the number of the newest entry of the whole journal: numbers have no gaps
  qint64 searched = 0; // below `newest`, how many have been looked at, this page included: for a progress bar
};

// Reads the journal newest first, a page at a time, by number, never counting. Pages of an indexed filter (who, what,
// about) take the same time wherever they lie; a text is looked for in steps, so that it can be stopped. A page that
// was stopped, or whose time was up, holds what was found so far and goes on from there. Any connection; one thread.
class JournalQuery {
 public:
  JournalQuery(Database& db, JournalFilter filter) : m_db(db), m_filter(std::move(filter)) {}
  // `budget`: after this time the page is given as it is; zero: when it is full.
  Result<JournalPage> page(const JournalCursor& cursor, int most, const JobContext& job = {},
                           std::chrono::milliseconds budget = {}) const;
  Result<qint64> newest() const;
  // The first and last number that the filter's period can hold, found in the index of times: clocks may be set back.
  Result<std::pair<qint64, qint64>> period(const JobContext& job) const;

  static Result<QStringList> actors(Database& db); // who ever made an entry, sorted; as quick as there are few
  static Result<QStringList> kinds(Database& db);
  static Result<std::optional<JournalRow>> entry(Database& db, qint64 sequence);
  // The last entry about the same row before this one, whose kind begins alike ("sku.").
  static Result<std::optional<JournalRow>> before(Database& db, const JournalRow& row, const QString& kindPrefix);

 private:
  Database& m_db;
  JournalFilter m_filter;
};

} // namespace pricewright
