// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "decision/DecisionStore.h"

namespace pricewright {

// A table ready to be written: header, rows of typed cells.
struct ReportTable {
  QString title;
  QStringList columns;
  std::vector<bool> isText;          // text columns have formulas neutralized in the Excel preset
  std::vector<QStringList> rows;     // numbers with a dot, dates ISO
};
enum class CsvPreset { Machine, Excel }; // see the presets in the help: BOM, separator, decimal mark
QByteArray toCsv(const ReportTable& table, CsvPreset preset, QChar decimalMark = u'.', QChar separator = u',');
QJsonObject toJson(const ReportTable& table);

ReportTable decisionsTable(std::span<const PriceDecision> decisions);
ReportTable cycleTable(const CycleReport& report);
ReportTable pricesTable(const Catalog& catalog, std::span<const PublishedPrice> prices);
ReportTable auditTable(std::span<const AuditEntry> entries);

} // namespace pricewright
