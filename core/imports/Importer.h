// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "audit/Journal.h"
#include "base/Cancel.h"
#include "imports/ImportMapping.h"

namespace pricewright {

struct PreviewColumn {
  QString name;
  QString guessedType;    // text, integer, decimal, day, switch, empty
  QString mappedTo;       // field, or ""
  QStringList samples;    // first values
};
struct ImportPreview {
  QString separator, encoding, decimalMark, dateFormat; // as guessed or given
  bool hasByteOrderMark = false;
  std::vector<PreviewColumn> columns;
  std::vector<QStringList> rows;      // the first 20
  ImportMapping mapping;              // complete: ready to run if `missing` is empty
  QStringList missing;                // required fields without a column
  qint64 fileBytes = 0;
};
struct RejectedRow { qint64 line = 0; QString code, column, value; };
struct ImportReport {
  Id batchId;
  bool nothingChanged = false;        // every row was there already: no batch was made
  qint64 read = 0, added = 0, changed = 0, same = 0, skipped = 0, rejected = 0;
  QMap<QString, qint64> rejectedBy;   // code → rows
  std::vector<RejectedRow> firstRejects; // at most 20
  QString rejectFile;                 // "" where nothing was rejected
  QStringList created;                // "3 price zones", codes of what had to be made
  Duration took{};
};

// CSV (RFC 4180 and the wild, also .gz) into the workspace: every good row in ONE transaction as one batch that can be
// undone; every bad row into a reject file with its line number and reason. The same file twice changes nothing.
// Errors: import.file-missing, .file-unreadable, .empty, .not-text, .missing-field, .too-many-rejects …
class Importer {
 public:
  Importer(Database& db, Journal& journal, const Clock& clock, IdSource& ids);
  Result<ImportPreview> preview(const QString& path, ImportKind kind, const ImportMapping* partial = nullptr) const;
  Result<ImportReport> run(const Actor& by, const QString& path, const ImportMapping& mapping, const JobContext& job,
                           const QString& rejectFile = {});
  // Takes back everything one import wrote, unless later imports changed the same rows (import.newer-changes).
  Result<ImportReport> undo(const Actor& by, const Id& batchId);
  Status saveMapping(const Actor& by, const ImportMapping& mapping);
  Result<ImportMapping> loadMapping(const QString& name) const;   // import.unknown-mapping

 private:
  Database& m_db;
  Journal& m_journal;
  const Clock& m_clock;
  IdSource& m_ids;
};

} // namespace pricewright
