// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Result.h"

namespace pricewright::test {

struct GeneratorOptions {
  int skus = 10'000, weeks = 104, perCategory = 20, competitors = 100;
  std::uint64_t seed = 2026;
};

struct GeneratedFiles {
  qint64 sales = 0, costs = 0, stock = 0, offers = 0; // rows
};

// A made-up shop whose truth is known, as CSV files in a folder: products, sales, costs, stock, offers, and truth (own
// elasticity −1.6 … −4.5, around its category's; two siblings with cross elasticities 0.1 … 0.5 each; the effects of
// deal and feature). Categories of 20 with a season of their own; regular prices that change a few times a year around
// a plausible optimum, at margins of 20 … 50 %, and follow the cost; promotions in about one week of nine; competitors
// seen on the last day and a week before. Ends on 28 December 2025. Same options, same bytes.
Result<GeneratedFiles> generateShop(const QString& folder, const GeneratorOptions& options);

} // namespace pricewright::test
