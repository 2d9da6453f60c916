// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Result.h"
#include "feeds/FeedItem.h"

namespace pricewright {

// The column that a field is read from, where its name does not say so.
using FeedColumns = QMap<FeedField, QString>;

// A product feed as a table: tab, comma, semicolon or bar between columns, any encoding that imports/csv reads, packed
// by gzip or not. The first row names the columns as feedFieldOfName() knows them. A column of prices that shows its
// decimal mark in some rows is read with it in all of them. feed.no-columns (missing: the field that no column is for),
// feed.too-large, feed.damaged, what imports/csv answers (import.*), and FeedIntake's. What came before an error has
// been taken.
Status readTableFeed(const QString& path, const FeedColumns& columns, FeedIntake& intake);
Status readTableFeed(const QByteArray& bytes, const FeedColumns& columns, FeedIntake& intake);

} // namespace pricewright
