// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "feeds/FeedMapping.h"

namespace pricewright {

// A JSON document of a service: what was read may be pointed into as long as its bytes live. Numbers stay as they were
// written. feed.bad-json (offset), feed.too-large (limit: so many values; they cap the memory that it takes)
Result<JsonTree> readFeedJson(const QByteArray& bytes);
// A value as text: of a string, number or truth value; of an array its first one; else "".
QString feedText(const JsonTree& tree, JsonId id);
// Of a number the plain decimal text without exponent, where a price is wanted.
QString feedNumberText(const JsonTree& tree, JsonId id);

struct JsonPage {
  qint64 rows = 0; // in its array of items, readable or not
  QString next;    // the text that FeedMapping::nextAt points to; "" is the last page
};
// One page of a JSON API. Also feed.no-items: the mapping's pointer leads to no array; and FeedIntake's. Where it is
// broken (feed.bad-json: also line, rows), the rows before that were taken.
Result<JsonPage> readJsonPage(const QByteArray& bytes, const FeedMapping& mapping, FeedIntake& intake);

} // namespace pricewright
