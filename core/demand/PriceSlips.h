// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/Sales.h"

#include <optional>
#include <span>
#include <vector>

namespace pricewright {

// Prices that a file brought with a digit too many or too few.

// Whether one of two positive amounts of the same unit is about ten times the other, or more: beyond 8.6 times no
// discount and no rise explains it. A hundred times is included.
bool isTenfold(qint64 a, qint64 b);

// What was mostly paid for a unit, in millionths: the median of all periods with a price; none of fewer than eight.
std::optional<qint64> usualPriceMicro(std::span<const SalePoint> sales);

// Drops the periods whose price is tenfold the usual one or a tenth of it, as long as they are fewer than a fifth: one
// of them among eighty weeks bends every slope that it has part in. More of them are another unit, and stay.
void dropPriceSlips(std::vector<const SalePoint*>& points);

} // namespace pricewright
