// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/market/MarketAlerts.h"

namespace pricewright {

// What the window shows of moves and alerts, read in one go.
struct AlertDesk {
  MarketMoves moves;
  MarketIndices indices;
  AlertInbox inbox;
  std::vector<AlertRow> rules;         // by name
  std::vector<AlertRule> suggestions;  // while there are no rules
  QStringList categories, competitors; // codes, for the form
  QByteArray timeZone;                 // of the first price zone
};
Result<AlertDesk> alertDesk(Workspace& workspace, int days = 7, int indexDays = 30);

} // namespace pricewright
