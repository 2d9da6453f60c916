// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "decision/DecisionStore.h"

namespace pricewright {

// A table ready to be written: header, rows of typed cells.
struct ReportTable {
  QString title;
  QStringList columns;
  std::vector<bool> isText;      // per column; a column that is not named here is text
  std::vector<QStringList> rows; // numbers with a dot, dates ISO
};
// Machine: RFC 4180, no byte order mark, comma, dot. Excel: byte order mark, the locale's separator and decimal mark,
// and text that begins like a formula is made text by an apostrophe (columns of numbers keep their minus sign).
enum class CsvPreset { Machine, Excel };
QByteArray toCsv(const ReportTable& table, CsvPreset preset, QChar decimalMark = u'.', QChar separator = u',');
QJsonObject toJson(const ReportTable& table); // {title, columns, rows: [{column: value}]}

ReportTable decisionsTable(std::span<const PriceDecision> decisions);
ReportTable cycleTable(const CycleReport& report);
ReportTable pricesTable(const Catalog& catalog, std::span<const PublishedPrice> prices);
ReportTable auditTable(std::span<const AuditEntry> entries);

} // namespace pricewright
