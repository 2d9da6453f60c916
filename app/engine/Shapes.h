// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "Session.h"
#include "demand/ElasticityModel.h"
#include "exports/TableFile.h"
#include "imports/csv/TypeGuess.h"

namespace pricewright {

// How a report, a row, a decision looks as JSON or as text: shared by the commands.
QJsonObject toJson(const QueueRow& row);
QJsonObject toJson(const Answer& answer);
QJsonObject toJson(const PublishReport& report);
QJsonObject toJson(const ImportReport& report);
QJsonObject toJson(const HoldOutMetrics& metrics);
QString cycleText(const CycleReport& report);
QString publishText(const std::vector<PublishReport>& reports);
QString importText(const QString& file, const ImportReport& report);

// A plain table in columns; right-aligned where `right` has an r at the column's place.
QString textTable(const QStringList& header, const std::vector<QStringList>& rows, const QString& right = {});
// The first forty of many rows as such a table and how many more there are, or where all of them were written: what
// --out says, "" nothing; none where the command has no such option.
QString rowsText(const QStringList& header, const QString& right, std::size_t count,
                 const std::optional<QString>& writtenTo, const std::function<QStringList(std::size_t)>& row);
// Writes the table where --out says, for programs: comma, dot, ISO dates. Nothing where it was not asked for.
Status writeOut(const Session& session, const ExportTable& table);
QString percentText(int basisPoints, bool sign = false); // 940 → "9.40", exact
// For expected effects only: with the digits that the currency has, none from a thousand on; without a currency, two.
QString amountText(double value, bool sign = false, Currency currency = {});

// "SKU@ZONE", or "SKU" where it is sold in one zone only.
struct Place {
  QString sku, zone; // zone "": not said
};
Place placeFrom(const QString& word);
Result<Listing> findListing(const Catalog& catalog,
                            const QString& word); // usage.which-zone, catalog.unknown-sku, .unknown-listing
// "2.49" in a currency, exactly: not positive, or with more digits than it has, is refused. usage.bad-price
Result<Money> exactPrice(const QString& text, Currency currency);
Result<int> basisPoints(const QString& percent, const char* option); // at most two decimals
Result<qint64> wholeNumber(const QString& text, const char* option, qint64 least, qint64 most);
// --decimal-mark and --date-format. usage.bad-value, import.bad-day-format
Result<WrittenAs> writtenAs(const Arguments& typed);
Result<QByteArray> readFile(const QString& path); // usage.file-unreadable

} // namespace pricewright
