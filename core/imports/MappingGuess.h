// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "imports/ImportMapping.h"
#include "imports/csv/TypeGuess.h"

namespace pricewright {

// Ties columns to fields by what columns are usually called. What the mapping says already is kept; a column serves one
// field only. Names are what the user can check at a glance; the cells only decide between several columns that could
// be the day: real days before a spreadsheet's day numbers before bare numbers of weeks.
ImportMapping guessColumns(ImportMapping mapping, const FileScan& scan);

// What the first rows say about whether a sales file holds invoice lines, or totals of periods.
struct LineEvidence {
  qint64 rows = 0, repeated = 0, letterLed = 0; // repeated: product, zone and day as in an earlier row
  bool times = false, invoices = false;         // the day has a time; a column has numbers of invoices
  bool areLines() const;
  bool lettersAreProducts() const { return letterLed * 5 > rows; } // too many to be charges and corrections
};
Result<LineEvidence> lookForLines(const QString& path, const FileScan& scan, const ImportMapping& mapping);

// The fields that are still missing before this mapping can run; alternatives as "amount|price+margin_percent".
QStringList missingFields(const ImportMapping& mapping, bool wideRates);

} // namespace pricewright
