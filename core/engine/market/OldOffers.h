// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/Workspace.h"

namespace pricewright {

// Deletes offers that are older than the workspace keeps them (monitor.offer-retention.days), with the looks that found
// them: once a day at most, some thousands at a time, each time in one transaction with its entry of the journal. Kept
// for ever are, of each seller's product and source, the newest offer and the newest accepted one, and what a decision
// was made from, an entry of the journal names, or an alert was about; and what files brought, which is nowhere else.
struct OldOffers {
  qint64 offers = 0;
  bool isDone = true; // false: there is more to do, at the next round
};
Result<OldOffers> forgetOldOffers(Workspace& workspace);

} // namespace pricewright
