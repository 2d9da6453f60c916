// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "orders/Order.h"
#include "storage/Database.h"

namespace pricewright {

// What was bought, as far as it is told: a line of the order, or a payment that names its SKU where there are no lines.
struct PaidLine {
  int listingNo = 0; // 0: not one of ours, or in more zones than one
  qint64 quantityMilli = 1000, amountMinor = 0;
  std::optional<qint64> taxMinor; // part of the amount
};
// An order that money came for, with all that belongs to it, whichever came first.
struct PaidOrder {
  QString provider, orderId;
  QString unitHash; // the visitor; "": not told
  Instant placed{}; // of its first line, else of its first payment
  std::vector<PaidLine> lines;
  TotalsByCurrency totals; // what was captured less what was given back; fees are the gateway's, not the order's
};
// Orders placed and paid at `from` or later, by provider and number; without those whose money never came. Errors:
// storage.*, money.out-of-range
Result<std::vector<PaidOrder>> paidOrders(Database& db, Instant from);

} // namespace pricewright
