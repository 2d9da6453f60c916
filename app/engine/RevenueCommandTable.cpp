// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RevenueCommands.h"

namespace pricewright {

std::vector<Command> revenueCommands() {
  return {
      {"revenue ingest",
       "[FILE.csv]",
       0,
       1,
       "brings in orders and refunds: a file, or what a gateway told",
       {{"column", "FIELD=NAME",
         "the file's column for order, line, sku, zone, quantity, amount, unit_price, tax, "
         "currency, time, visitor, customer, kind, refund or shown; may repeat"},
        {"currency", "CODE", "of rows that name none; the workspace's if left out"},
        {"decimal-mark", "CHAR", ". or ,; guessed if left out"},
        {"date-format", "FORMAT", "yyyy-MM-dd, d.M.yyyy, d/m/y, m/d/y …; guessed if left out"},
        {"lines-of", "PROVIDER", "the file tells only what was ordered; the money is told by this gateway: stripe"},
        {"rejects", "FILE", "where rejected rows are written; beside the file if left out"},
        {"stripe-events", "FILE", "Stripe's events, one JSON object a line"},
        {"webhook-body", "FILE", "one webhook's body, byte for byte"},
        {"signature", "HEADER", "--webhook-body: what Stripe-Signature said"},
        {"stripe", "", "over Stripe's API, as revenue reconcile does"}},
       runRevenueIngest},
      {"revenue undo", "LOAD", 1, 1, "takes back what a file of orders brought", {}, runRevenueUndo},
      {"revenue reconcile",
       "",
       0,
       0,
       "compares the books with Stripe's, brings in what was missed and puts right what differs",
       {{"since", "TIME", "from then on; since they agreed last if left out, or 30 days"},
        {"account", "ID",
         "another account takes the place of the one so far, whose rows stay, apart, as stripe/ID; it must be the "
         "key's own"},
        {"if-due", "", "only where the last time is an hour ago and a key is kept"}},
       runRevenueReconcile},
      {"revenue status",
       "",
       0,
       0,
       "orders and money by currency, and whether revenue can be relied on",
       {},
       runRevenueStatus},
      {"revenue order",
       "ORDER",
       1,
       1,
       "one order with its lines and every movement of money",
       {{"provider", "NAME", "file if left out, then stripe"}},
       runRevenueOrder},
  };
}

} // namespace pricewright
