// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Time.h"
#include "exports/XlsxBook.h"
#include "money/Money.h"

namespace pricewright {

// Prices as a workbook that buyers edit: what they look at is locked, a new price, a reason and a comment are theirs.
// A hidden sheet says whose workbook it is and under which names the columns stand, so that a translated, sorted or
// shortened one is read back all the same.
struct PriceSheetRow {
  QString sku, zone, product, category, currency;
  std::optional<Amount> cost;
  std::optional<int> marginBp;
  Money now, proposed; // invalid: none
};
struct PriceSheet {
  QString title, workspaceId, writtenBy;
  Instant writtenAt{};
  std::vector<PriceSheetRow> rows;
  QStringList reasons; // offered in a list, in the user's words
};
struct PriceSheetNames { // in the user's words
  QString sku, zone, product, category, currency, cost, margin, now, proposed, wanted, reason, comment, help;
};
// export.not-written, .cancelled
Status writePriceSheet(const QString& path, const PriceSheet& sheet, const PriceSheetNames& names,
                       const JobContext& job);

// What came back of one row; only rows where somebody wrote something.
struct PriceSheetEdit {
  int line = 0; // as the spreadsheet shows it
  QString sku, zone, currency;
  QString now;    // what stood there as the price in force, plain digits
  QString wanted; // as typed, plain digits where it was a number
  bool isNumber = false, isFault = false;
  QString reason, comment;
};
struct PriceSheetEdits {
  QString workspaceId, title, writtenBy;
  std::optional<Instant> writtenAt;
  int rows = 0; // with a SKU
  std::vector<PriceSheetEdit> edits;
};
// sheet.not-ours, .column-missing (column), and what readXlsx() answers
Result<PriceSheetEdits> readPriceSheet(QIODevice& file, const JobContext& job);

} // namespace pricewright
