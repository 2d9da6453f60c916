// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Result.h"
#include "extraction/structured/JsonTree.h"
#include "feeds/TableFeed.h"

#include <QJsonObject>

namespace pricewright {

enum class FeedKind : std::uint8_t { Prisync, Json, Xml, Table };
QString feedKindName(FeedKind kind); // "prisync", "json", "xml", "table"
std::optional<FeedKind> feedKindFrom(QStringView name);

// A place in a JSON document (RFC 6901): "" is all of it, "/offers/0/price" a value in it.
class JsonPointer {
 public:
  static std::optional<JsonPointer> parse(QStringView text);
  JsonId find(const JsonTree& tree, JsonId from) const; // kNoJson
  std::size_t depth() const { return m_parts.size(); }

 private:
  std::vector<std::string> m_parts;
};

// How a feed is to be read and asked for, as its owner wrote it down. A JSON object; whatever is missing keeps its
// default, and a member that nobody knows is an error, for it would have been meant:
//   "items": pointer to the array of items (json)
//   "fields": { "id": pointer, "price": pointer … } (json: within an item; table: the column's name); the names are
//             those of feedFieldName()
//   "next": { "url": pointer } | { "token": pointer, "parameter": name } | { "page": name, "from": 1 } |
//           { "offset": name, "from": 0, "step": 100 }: pages and offsets rise until a page is empty
//   "constants": { "currency": "EUR", "seller": "Rival", "country": "DE" }
//   "decimal_mark": "." or ","
//   "auth": { "header": name, "prefix": "Bearer " } | { "parameter": name }: where the secret goes
//   "files": "prices-*.csv.gz": which files of a folder count; "*" if left out
//   "sftp": { "key_file": path, "known_hosts": path }
//   "prisync": "urls" | "summary"
struct FeedMapping {
  enum class Next : std::uint8_t { None, Url, Token, Page, Offset };
  JsonPointer items;
  std::vector<std::pair<FeedField, JsonPointer>> fields;
  FeedColumns columns;
  Next next = Next::None;
  JsonPointer nextAt;
  QString nextParameter;
  qint64 from = 0, step = 0; // step 0: as many as the page had
  QString currency, seller, country;
  QChar decimalMark;
  QByteArray authHeader, authPrefix;
  QString authParameter;
  QString files = QStringLiteral("*");
  QString keyFile, knownHosts;
  bool prisyncSummary = false;

  // feed.bad-mapping (where: the member, why)
  static Result<FeedMapping> parse(const QJsonObject& object, FeedKind kind);
};

} // namespace pricewright
