// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/Sales.h"

namespace pricewright {

// The running regular price of a price's periods, millionths, where none is published: see runningRegular(). Periods
// without a price are left out.
struct RegularInSales {
  explicit RegularInSales(std::span<const SalePoint> sales);
  std::vector<const SalePoint*> points; // that have a price, in their order; they look into `sales`
  std::vector<double> regular;          // parallel to them
};

} // namespace pricewright
