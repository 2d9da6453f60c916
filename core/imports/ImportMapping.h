// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Result.h"

#include <QJsonObject>
#include <QMap>

#include <span>

namespace pricewright {

enum class ImportKind { Products, Costs, Stock, Sales, Promotions, CompetitorPrices, Prices, ExchangeRates };
QString importKindName(ImportKind k); // products, costs, stock, sales, promotions, offers, prices, fx
Result<ImportKind> importKindFrom(QStringView name);

struct FieldSpec {
  QString name; // "sku", "zone", "day", "units", "price", "cost", "margin_percent" …
  bool required;
  QString type;        // text, decimal, integer, day, share, switch
  QString meaning;     // one sentence for users
  QStringList guesses; // column names that it is usually found under, lower case
};
std::span<const FieldSpec> importFields(ImportKind kind);

// How a file is read. Saved under a name; what is left to "auto" is guessed from the file at each run and reported.
struct ImportMapping {
  QString name;
  ImportKind kind = ImportKind::Products;
  QString separator = QStringLiteral("auto");   // auto , ; tab |
  QString encoding = QStringLiteral("auto");    // auto utf-8 latin-1 windows-1252
  QString decimalMark = QStringLiteral("auto"); // auto . ,
  QString dateFormat = QStringLiteral("auto");  // auto, Qt's date patterns, "week:1989-09-14" (first day
                                                // of week 1) or "excel" (a spreadsheet's day numbers)
  QMap<QString, QString> columns;               // field → column name in the header
  QMap<QString, QString> constants;             // field → the same value for every row
  QMap<QString, QString> keepOnly; // column → the only value to import; other rows are skipped, not rejected
  bool invoiceLines = false;       // rows are invoice lines: summed to weeks, cancellations and non-products rejected
  bool periodTotals = false;       // rows are totals of periods, whatever they look like: never taken for invoice lines
  QStringList notProducts;         // invoice lines: codes that are no product, beside all that start with no digit
  bool digitLedCodes = true;       // invoice lines: a product's code starts with a digit; off: only notProducts counts
  bool roundPrices = false;        // prices finer than the currency's minor unit are rounded half-even; off: rejected
  bool createMissing = true;       // unknown SKUs, zones, competitors are made; off: such rows are rejected
};
QJsonObject toJson(const ImportMapping& m);
Result<ImportMapping> importMappingFromJson(const QJsonObject& json);

} // namespace pricewright
