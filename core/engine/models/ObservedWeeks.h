// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/Sales.h"

namespace pricewright {

// What was asked (major units) and what was sold a week, in the regular weeks of the last two years: the points under a
// demand curve.
std::vector<std::pair<double, double>> observedWeeks(std::span<const SalePoint> sales, int today);

} // namespace pricewright
