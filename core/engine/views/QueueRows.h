// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/Workspace.h"

namespace pricewright {

// A decision as a row of the queue.
QueueRow queueRow(DecisionSummary s);
// Counts by reason, over the step and by guardrail, from the pending rows.
void countReasons(QueueSnapshot& snapshot);

} // namespace pricewright
