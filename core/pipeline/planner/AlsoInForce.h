// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/Catalog.h"
#include "catalog/Sales.h"

namespace pricewright {

// Promotions as the prior price of an announced reduction reads them (Directive 98/6/EC Art. 6a counts every price that
// was applied, promotions too): those of the calendar, and those that only the sales show, since they were sold on deal
// or on average more than 5 % below the regular price. What was paid on average is never below the lowest price, so it
// is taken rounded down. A promotion whose price neither tells has 0: then nothing can be said. Days are UTC days.
// `calendar` and `sales`: of one listing; `regular`: its price in force.
std::vector<PublishedPrice> promotionPrices(std::span<const Promotion> calendar, std::span<const SalePoint> sales,
                                            Money regular, Instant since, Instant until);

} // namespace pricewright
