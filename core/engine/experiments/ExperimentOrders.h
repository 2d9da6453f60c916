// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/Workspace.h"
#include "experiments/events/EventPlan.h"

#include <span>

namespace pricewright {

// What visitors of price tests bought, from the orders that the workspace
// keeps. Money is net of VAT, in the workspace's currency at today's rates,
// after what was given back; an order that was only partly captured counts with
// that part. Costs are those of the products on the order's day: all of what
// was sent, since nobody tells which goods came back.
struct OrderEvents {
  std::vector<ShopEvent> events;          // one an order and currency; of a currency without a rate in its own
  qint64 paid = 0;                        // orders of that time, whosever they are
  qint64 matched = 0;                     // of the visitors asked for
  qint64 lines = 0, linesWithoutCost = 0; // of the matched: the product is not known, or its cost or VAT is not
};
// Of orders placed at `from` or later. Units are the visitors' numbers, as exposures have them.
Result<OrderEvents> orderEvents(Workspace& workspace, std::span<const std::uint64_t> units, Instant from);

} // namespace pricewright
