// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "demand/Levels.h"

namespace pricewright {

// All that is learnt from the rows of a panel before a day, and what it says of one listing in one week.
struct FittedTerms {
  double rate = 0;
  std::vector<SkuFit> skus;
  Pools pools;
  Levels levels;
};
// `warm`: variances to start from, or null.
Result<FittedTerms> fitTerms(const DemandPanel& panel, qint32 before, const Pools* warm, unsigned threads,
                             const JobContext& job);
DemandEstimate estimateOf(const DemandPanel& panel, const FittedTerms& fitted, std::size_t listing, qint32 forDay);
DemandPoint pointOf(const DemandRow& row, double reference);

} // namespace pricewright
