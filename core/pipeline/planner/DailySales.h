// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Time.h"
#include "catalog/Catalog.h"
#include "demand/forecasts/DayProfile.h"
#include "storage/Database.h"

#include <unordered_map>

namespace pricewright {

// Units by day, of weeks that came as days or invoice lines: by listing, in time order; days without a sale are
// missing. Whole weeks in [from, before). storage.corrupt
Result<std::unordered_map<int, std::vector<DaySale>>> loadDailySales(Database& db, Day from, Day before);

} // namespace pricewright
