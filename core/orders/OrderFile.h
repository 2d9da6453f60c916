// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Cancel.h"
#include "orders/OrderBatch.h"

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
  QMap<OrderField, QString> columns; // where their names do not tell
  Currency currency;                 // of rows that name none; not valid: each row must
  bool isPaid = true;                // false: the money is told by somebody else, say a gateway
  // Whom exposures name: what the experiments' assignment makes of a visitor. Empty: SHA-256 of the name, unless it is
  // one already.
  std::function<QString(const QString&)> unitHash;
  QByteArray salt; // of customers' names: the workspace's id
};
struct RejectedOrderRow {
  qint64 line = 0;
  QString code, column, value;
  QByteArray original;
};
struct OrderFile {
  OrderBatch batch;
  std::vector<qint64> lineOf, movementLineOf; // where each line and each refund stands in the file
  std::vector<RejectedOrderRow> rejects;
  QMap<QString, QString> columns; // field → column that was read
  QStringList notes;              // code:column, where a guess had to choose
  qint64 rows = 0;
  // What the store found to differ from what it has becomes rejects as well: orders.line-differs, .refund-differs.
  void addConflicts(const LoadReport& report);
};

// Orders and refunds as CSV (RFC 4180 and the wild), one row a line of an order: order, time and amount (or price and
// quantity) are wanted, and the SKU of what was sold. A row is a refund where `kind` says so, or, without such a
// column, where its amount or quantity is negative. A refund may stand before its order. Without a column for lines the
// SKU stands for it. Amounts are exact: what has more digits than its currency is rejected. Of the whole file:
// import.file-missing, .empty, .not-text … (imports/csv), orders.no-column (column), .cancelled. Of a row:
// import.missing-value, .not-a-number, .too-fine, .out-of-range, .bad-day, .unknown-currency, .mixed-currency,
// .text-too-long, orders.bad-kind, .negative, .quantity-not-positive, .repeated-refund, .told-by-gateway,
// .line-differs.
Result<OrderFile> readOrderFile(const QString& path, const OrderFileOptions& options, const JobContext& job = {});
// CSV: line, code, column, value, original. "" as target: beside the file. import.reject-file
Result<QString> writeOrderRejects(const QString& target, const QString& source, const OrderFile& file);

QString hashedPerson(const QByteArray& salt, const QString& person); // SHA-256 in hex; "" stays ""

} // namespace pricewright
