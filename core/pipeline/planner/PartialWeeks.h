// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/Catalog.h"
#include "storage/Database.h"

#include <optional>
#include <unordered_map>

namespace pricewright {

// Weeks that were added up from single days or invoice lines and at whose days the data begin or end: three days of a
// week look like a fall of demand. Told per price zone, where something is sold on most days: its first week is partial
// where the next one begins on an earlier weekday, its last where the one before ends on a later one, so that a shop
// that is closed on Sundays has whole weeks.
struct PartialWeeks {
  std::optional<qint32> first, last; // the week's Monday, days since 1970
};
// By listing; only those that have sales in such a week.
Result<std::unordered_map<int, PartialWeeks>> loadPartialWeeks(Database& db, const Catalog& catalog);

} // namespace pricewright
