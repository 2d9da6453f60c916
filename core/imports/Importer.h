// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "audit/Journal.h"
#include "base/Cancel.h"
#include "imports/ImportMapping.h"

namespace pricewright {

struct ImportPlan;
struct PreviewColumn {
  QString name;
  QString guessedType; // text, integer, decimal, day, switch, empty
  QString mappedTo;    // field, or ""
  QStringList samples; // first values
};
struct RejectedRow {
  qint64 line = 0;
  QString code, column, value;
};
struct ImportPreview {
  QString separator, encoding, decimalMark, dateFormat; // as guessed or given
  bool hasByteOrderMark = false;
  std::vector<PreviewColumn> columns;
  std::vector<QStringList> rows; // the first 20
  ImportMapping mapping;         // complete: ready to run if `missing` is empty
  QStringList missing;           // required fields without a column
  QStringList notes;             // code:column, where a guess had to choose: import.open-decimal-mark:price …
  qint64 fileBytes = 0;
  qint64 fileRows = 0; // 0 where the file is too long to count in a preview
  // The first rows, read as an import would read them; nothing of it is kept.
  std::optional<Error> refusal; // why an import would refuse the file as a whole
  qint64 tried = 0, rejected = 0;
  QMap<QString, qint64> rejectedBy;      // code → rows
  std::vector<RejectedRow> firstRejects; // at most 20
};
struct ImportReport {
  QString file; // as it was given
  Id batchId;
  bool nothingChanged = false; // every row was there already: no batch was made
  qint64 read = 0, added = 0, changed = 0, same = 0, skipped = 0, rejected = 0;
  QMap<QString, qint64> rejectedBy;      // code → rows
  std::vector<RejectedRow> firstRejects; // at most 20
  QString rejectFile;                    // "" where nothing was rejected
  QStringList created;                   // "3 price zones", codes of what had to be made
  QStringList notes;                     // code:column, as in the preview
  // Competitors' prices that are held back or refused since, these or others that these put in doubt; by reason.
  QMap<QString, qint64> heldBack;
  Duration took{};
};

// CSV (RFC 4180 and the wild, also .gz) into the workspace: every good row in ONE transaction as one batch that can be
// undone; every bad row into a reject file (line, code, column, value, original) with its line number and reason. The
// same file twice changes nothing and makes no batch. Cancelled or killed on the way: nothing happened. Errors of a
// whole file: import.file-missing, .file-unreadable, .file-damaged, .file-changed, .compression-bomb, .too-large,
// .not-text, .empty, .bad-header, .unknown-encoding, .unknown-separator, .unknown-column, .unknown-field,
// .missing-field, .open-day-order, .both-day-orders, .needs-week-origin, .bad-day-format, .no-channel,
// .too-many-rejects, .reject-file, .cancelled; of undo: .unknown-batch, .already-undone, .newer-changes,
// .decided-since; of all that writes: catalog.not-allowed. Reasons of a rejected row: import.ragged-row, .bad-quote,
// .unclosed-quote, .line-too-long, .nul-byte, .bad-encoding, .missing-value, .text-too-long, .bad-code, .bad-gtin,
// .bad-choice, .not-a-number, .out-of-range, .too-fine, .bad-day, .excel-day, .absurd-day, .bad-switch, .bad-share,
// .bad-pack, .price-not-positive, .cost-not-positive, .negative-units, .negative-value, .bounds-crossed, .bad-period,
// .unknown-currency, .mixed-currency, .unknown-sku, .unknown-zone, .unknown-competitor, .unknown-source,
// .unknown-channel, .duplicate-key, .published-history, .repeated-row, .overlapping-period, .future-day,
// .spreadsheet-code, .cancelled-invoice, .not-a-product, .quantity-not-positive.
class Importer {
 public:
  Importer(Database& db, Journal& journal, const Clock& clock, IdSource& ids);
  Result<ImportPreview> preview(const QString& path, ImportKind kind, const ImportMapping* partial = nullptr) const;
  Result<ImportReport> run(const Actor& by, const QString& path, const ImportMapping& mapping, const JobContext& job,
                           const QString& rejectFile = {});
  // Takes back everything one import wrote, unless anything later stands on it (import.newer-changes): another import,
  // an edit, a published price. In the report `added` counts the rows removed, `changed` those that got their old
  // values.
  Result<ImportReport> undo(const Actor& by, const Id& batchId);
  Status saveMapping(const Actor& by, const ImportMapping& mapping);
  Result<ImportMapping> loadMapping(const QString& name) const; // import.unknown-mapping

 private:
  Status tryRows(const QString& path, const ImportPlan& plan, ImportPreview& preview) const;
  Database& m_db;
  Journal& m_journal;
  const Clock& m_clock;
  IdSource& m_ids;
};

} // namespace pricewright
