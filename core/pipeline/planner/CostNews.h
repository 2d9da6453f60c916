// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/Catalog.h"
#include "storage/Database.h"

#include <unordered_map>

namespace pricewright {

// One replacement cost as it was once believed: a row of the cost table, or one that an import has overwritten since.
struct CostBelief {
  int listingNo = 0;
  Day from{};
  Amount amount;
  qint64 importNo = 0;
  std::optional<Instant> learnt; // when that import ran
};
enum class CostDoubt { None, Jump, Slip };
struct CostVerdict {
  CostDoubt doubt = CostDoubt::None; // of the last belief, which is the one in force
  qint64 feed = 0;                   // the import that brought it
  bool isNews = false;               // learnt or begun within the last eight days, and there was one before it
  bool hundredfold = false;          // a slip of about ×100 or ×0.01
};

// Holds the cost in force against the last one that was in no doubt, row by row and not day by day: a file may be dated
// back, may replace the row of the same day, and may be wrong for weeks. A jump (by more than half) is doubtful for
// eight days after it began or was learnt, whichever is later; a slip (about tenfold or more) for ninety. `beliefs`:
// one listing's, by day and then by import. Pure.
CostVerdict judgeCosts(std::span<const CostBelief> beliefs, Instant now);

struct CostNews {
  std::unordered_map<int, CostDoubt> doubts; // by listing
  int feedsMovedByFactor = 0;                // imports of the last eight days most of whose costs slipped by a hundred
};
// What the tables tell of costs in force on that day.
Result<CostNews> loadCostNews(Database& db, Day on, Instant now);

} // namespace pricewright
