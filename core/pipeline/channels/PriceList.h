// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/CatalogStore.h"

#include <map>

namespace pricewright {

// One row of a channel's price list: what a customer pays, since when, per unit of content, and what it was before.
struct ListRow {
  int listingNo = 0;
  QString sku, name, zone;
  Money price;
  PriceType type = PriceType::Regular;
  Instant validFrom{};
  std::optional<Decimal> unitPrice; // per `unit`, six exact places
  QString unit;
  std::optional<Money> previous; // the price of the same type before this one
};

// The complete price list of one channel, in the order of SKU and zone, with the bytes of both its files. The bytes
// depend on the prices alone, never on when the list was written: `asOf` is the moment since which it holds.
struct PriceList {
  Channel channel;
  Instant asOf{};
  std::vector<ListRow> rows;
  QByteArray csv, json;
  QString csvSha256, jsonSha256;
};

// Regular prices that are about to change, by listing.
using PriceChanges = std::map<int, Money>;

// The list that is in force at `at`, with `changes` (from `at` on) of that origin laid over it. A price that is rolled
// back is not shown as the previous one.
Result<PriceList> buildPriceList(Database& db, const CatalogStore& store, const Catalog& catalog,
                                 const Channel& channel, Instant at, const PriceChanges& changes,
                                 PriceOrigin origin = PriceOrigin::Decision);
// One price as a file says it, whatever stands there.
struct FilePrice {
  QString sku, zone, price, currency;
};
// What a stranger reads out of a price file that may have been changed by hand: UTF-8, any line ends, the columns by
// their names. channels.unreadable-list
Result<std::vector<FilePrice>> readPriceCsv(const QByteArray& csv);
Result<std::vector<FilePrice>> readPriceJson(const QByteArray& json);
// Reads both files' bytes back as a stranger would and compares every price. channels.read-back-differs
Status verifyPriceList(const PriceList& list, const QByteArray& csv, const QByteArray& json);
// Price per kg, l or other unit of content: exact, rounded half-up to six places; none where the content is not known.
std::optional<Decimal> unitPriceOf(const Money& price, const Sku& sku, QString* unit);

} // namespace pricewright
