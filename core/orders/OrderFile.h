// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Cancel.h"
#include "imports/csv/TypeGuess.h"
#include "orders/OrderBatch.h"

#include <functional>
#include <memory>

class QSaveFile;

namespace pricewright {

enum class OrderField {
  Order,
  Line,
  Sku,
  Zone,
  Quantity,
  Amount,
  UnitPrice,
  Tax,
  Currency,
  Time,
  Visitor,
  Customer,
  Kind,
  Refund,
  Shown
};
constexpr std::size_t kOrderFields = 15;
QString orderFieldName(OrderField f); // "order", "unit_price" …
std::optional<OrderField> orderFieldFrom(QStringView name);
std::optional<OrderField> orderFieldOfColumn(QStringView column); // as columns are usually named

struct OrderFileOptions {
  QString provider = QStringLiteral("file");
  QMap<OrderField, QString> columns;               // where their names do not tell
  WrittenAs written;                               // where the file does not tell
  Currency currency;                               // of rows that name none; not valid: each row must
  bool isPaid = true;                              // false: the money is told by somebody else, say a gateway
  std::function<QString(const QString&)> unitHash; // of a visitor; empty: hashedName()
  QByteArray salt;                                 // OrderStore::salt()
  std::optional<Instant> latest;                   // what is dated later is no order yet; none: any date
};
inline constexpr std::chrono::hours kOrderClockSlack{24}; // clocks and time zones may be ahead by this
struct RejectedOrderRow {
  qint64 line = 0;
  QString code, column, value;
  QByteArray original;
};
using OrderRowSink = std::function<Status(const RejectedOrderRow&)>;
struct OrderFile {
  OrderBatch batch;
  std::vector<qint64> lineOf, movementLineOf; // where each line and each refund stands in the file
  QMap<QString, QString> columns;             // field → column that was read
  QStringList notes;                          // code:column, where a guess had to choose
  qint64 rows = 0;
  qint64 repeated = 0; // rows of an order that had come already, word for word: it was written out twice
  // What the store found to differ from what it has is rejected as well: orders.line-differs, .refund-differs.
  Status tellConflicts(const LoadReport& report, const OrderRowSink& rejected) const;
};

// Orders and refunds as CSV (RFC 4180 and the wild), one row a line of an order: order, time and amount (or price and
// quantity) are wanted, and the SKU of what was sold. A row is a refund where `kind` says so, or, without such a
// column, where its amount or quantity is negative. A refund may stand before its order. Without a column for lines the
// SKU stands for it, and where it comes again in its order "SKU#2" and so on: the same file has the same lines. Equal
// rows of an order that stand together are as many lines, since a product may be rung up twice; once rows of other
// orders stood between, an order that comes again was written out again, and as many of its rows as are there already,
// word for word, count once (`repeated`). Neither can be told of a file of a single order.
// Rejected rows are told as they come and not kept; what the sink returns ends the reading. Amounts are exact: what has
// more digits than its currency is rejected. Of the whole file: import.file-missing, .empty, .not-text, .column-twice …
// (imports/csv), orders.no-column (column), .cancelled. Of a row: import.missing-value, .not-a-number, .too-fine,
// .out-of-range, .bad-day, .unknown-currency, .mixed-currency, .text-too-long, orders.bad-kind, .negative,
// .quantity-not-positive, .repeated-refund, .told-by-gateway, .line-differs, .in-future.
Result<OrderFile> readOrderFile(const QString& path, const OrderFileOptions& options, const OrderRowSink& rejected,
                                const JobContext& job = {});

// The rejected rows as CSV: line, code, column, value, original. Written as they come, in full or not at all: there is
// a file from finish() on, and none where nothing was rejected.
class OrderRejects {
 public:
  OrderRejects(const QString& target, const QString& source); // "" as target: beside the source
  ~OrderRejects();
  Status take(const RejectedOrderRow& row); // import.reject-file
  Result<QString> finish();                 // its path; "": nothing was rejected
  qint64 count() const { return m_count; }
  const QMap<QString, qint64>& byCode() const { return m_byCode; }

 private:
  Status write(const QByteArray& text);
  QString m_path;
  std::unique_ptr<QSaveFile> m_file;
  QMap<QString, qint64> m_byCode;
  qint64 m_count = 0;
};

// SHA-256 in hex, mixed with the salt; "" stays "". A person's name in any case and a visitor's as it stands.
QString hashedPerson(const QByteArray& salt, const QString& person);
QString hashedName(const QByteArray& salt, const QString& visitor);
// Of a visitor whom tests of prices know by a number only: that their exposures name the same hash.
QString hashedUnit(const QByteArray& salt, std::uint64_t unit);

} // namespace pricewright
