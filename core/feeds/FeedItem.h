// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Time.h"
#include "money/Money.h"

#include <QMap>
#include <QString>

#include <array>
#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

namespace pricewright {

enum class FeedField : std::uint8_t {
  Id,      // theirs
  OurCode, // our product's code, as a price service was told it
  Gtin,
  Mpn,
  Brand,
  Title,
  Url,
  Seller,
  Price, // regular
  SalePrice,
  SalePeriod, // "from/to", ISO 8601
  ListPrice,  // recommended, or crossed out
  Currency,
  Shipping,
  Availability,
  Condition,
  ObservedAt
};
constexpr std::size_t kFeedFields = 17;
QString feedFieldName(FeedField field);                   // "id", "our_code", "sale_price" …
std::optional<FeedField> feedFieldFrom(QStringView name); // of these names alone
// The field that a column or an element is called by in product feeds: the names of Google's product data
// specification (https://support.google.com/merchants/answer/7052112), with or without "g:", and what shops and price
// services call the same things. `rank`: 0 for the best known name; where two columns mean one field, the lower counts.
struct FeedName {
  FeedField field;
  int rank = 0;
};
std::optional<FeedName> feedFieldOfName(QStringView name);

// What one row of a feed says, each field as it was written, and what it means.
struct FeedItem {
  qint64 position = 0; // line of a table, else number of the item; from 1
  std::array<QString, kFeedFields> texts;
  QChar decimalMark; // of its prices, beyond doubt (numbers of JSON, a column that shows it); null: the reading's

  Amount price;                      // asked now: the sale price where it is in force
  std::optional<Amount> listPrice;   // that the price was lowered from
  std::optional<Decimal> shipping;   // in the price's currency; none: its cell is empty
  std::optional<bool> inStock;       // to be had at once; none: not told
  bool isUsed = false;               // used or refurbished: not the same thing as a new one
  std::optional<Instant> observedAt; // as the row says
  Instant seenAt{};                  // when it came here, or when its file was written
  Instant at() const { return observedAt.value_or(seenAt); }

  QString& operator[](FeedField f) { return texts[std::size_t(f)]; }
  const QString& operator[](FeedField f) const { return texts[std::size_t(f)]; }
};

struct FeedLimits {
  qint64 items = 1'000'000;
  qint64 bytes = 200'000'000; // unpacked
  qsizetype field = 10'000;   // characters of one field
};
// How a feed is read.
struct FeedReading {
  Instant now{};
  QString currency, seller; // where a row names none
  QString country;          // ISO 3166 alpha-2: whose shipping counts; "": the first that is told
  QChar decimalMark;        // null: told from the prices
  FeedLimits limits;
  std::stop_token stop;
};

// A row that could not be read, and why: feed.no-id (nothing that says what it is), .no-price, .ambiguous-price,
// .price-from (others cost more), .unit-price, .bad-price, .no-currency, .unknown-currency, .two-currencies (the
// price's text names another one than the row's column), .bad-sale-period, .bad-shipping (a cell that says something
// which cannot be read), .shipping-currency (another one than the price's), .bad-time, .future (told for more than five
// minutes from now), .field-too-long, .bad-row (of a table: quotes, bytes).
struct UnreadableItem {
  qint64 position = 0;
  QString id, reason, text;
};
struct FeedCounts {
  qint64 items = 0, unreadable = 0;
  QMap<QString, qint64> reasons;
  std::vector<UnreadableItem> first; // twenty of them
};
using FeedSink = std::function<void(const FeedItem&)>;

// Where the readers bring their rows: judges each, counts, and hands on what can be read. One for all pages of a feed.
class FeedIntake {
 public:
  FeedIntake(FeedReading how, FeedSink sink);
  // Errors end the reading: feed.too-many-items (limit), feed.cancelled. An unreadable row is none.
  Status take(FeedItem item);
  // A row that is none at all; the same errors.
  Status takeBroken(qint64 position, const QString& text);
  void refuse(qint64 position, const QString& id, const QString& reason, const QString& text);
  bool isTooLong(qsizetype characters) const { return characters > m_how.limits.field; }
  const FeedReading& how() const { return m_how; }
  const FeedCounts& counts() const { return m_counts; }
  Instant seenAt{}; // of what is being read

 private:
  Status mayGoOn() const;
  FeedReading m_how;
  FeedSink m_sink;
  FeedCounts m_counts;
};

// Parses the texts of a row; "" or the code of why it cannot be read. Pure.
QString readFeedItem(FeedItem& item, const FeedReading& how);
// "19.99 EUR", "EUR 19.99", and whatever pricetext can read. Three digits behind a lone dot are refused unless the
// currency has thousandths or the mark is known: 1.299 may be either. None: `why` is the code.
std::optional<Amount> feedPrice(const QString& text, const QString& currency, QChar decimalMark, QString& why);
// in_stock, "out of stock", preorder, backorder, schema.org's names, yes and no, a number of pieces. None: not told.
std::optional<bool> feedAvailability(QStringView text);
// ISO 8601 with any offset, or seconds or milliseconds since 1970.
std::optional<Instant> feedInstant(QStringView text);

} // namespace pricewright
