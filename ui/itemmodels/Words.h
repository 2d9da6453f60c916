// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "decision/PriceDecision.h"

namespace pricewright {

// One word for a chip, where engine/Texts has a phrase. The phrase belongs into the tool tip.
QString reasonWord(const QString& reason);
// Reasons that share one filter chip: the three step limits are "step", both kinds of stale input "stale".
QString reasonFamily(const QString& reason);
QString outcomeWord(VerdictOutcome outcome);
QString capitalized(QString text);

} // namespace pricewright
