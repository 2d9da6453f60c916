// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/views/TodayView.h"

namespace pricewright {

// What waits for a person in the market: offers in doubt, alerts, pages that do not answer, matches.
Status addMarketNeeds(Database& db, Instant now, std::vector<TodayNeed>& needs);
Status addTestNeeds(Database& db, std::vector<TodayNeed>& needs); // and of price tests
// Proposals that are held: by limits, and apart from them by price tests, with their names.
Status addHeldNeeds(Workspace& workspace, std::vector<TodayNeed>& needs);

} // namespace pricewright
