// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/views/TodayView.h"
#include "storage/Database.h"

namespace pricewright {

// What waits for a person in the market: offers in doubt, alerts, pages that do not answer, matches.
Status addMarketNeeds(Database& db, Instant now, std::vector<TodayNeed>& needs);
Status addTestNeeds(Database& db, std::vector<TodayNeed>& needs); // and of price tests

} // namespace pricewright
