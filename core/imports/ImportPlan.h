// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/Permissions.h"
#include "imports/ImportMapping.h"
#include "imports/csv/TypeGuess.h"
#include "imports/rows/RowWriter.h"

namespace pricewright {

// Everything that is decided about a file before its first row is written: its form, its mapping with nothing left to
// "auto", and how each field's column is read. Preview shows it, an import follows it.
struct ImportPlan {
  FileScan scan;
  ImportMapping mapping;
  FieldTable fields;
  std::vector<std::pair<int, std::string>> rateColumns; // the ECB's wide form of exchange rates
  std::vector<std::pair<int, std::string>> keepOnly;    // column → the value to keep
  QString decimalMark = QStringLiteral(".");            // as decided; "mixed" where columns differ
  QStringList missing, notes;
  std::optional<Error> openDays; // why it is still open how days are to be read
};
struct PlanOptions {
  bool guessColumns = false;
  qint64 mostRows = -1;
  std::stop_token stop;
};
Result<ImportPlan> planImport(const QString& path, const ImportMapping& mapping, const PlanOptions& options);
// Products may bring absolute bounds with them, which not everybody who imports may set.
Permission permissionToImport(const ImportMapping& mapping);

} // namespace pricewright
