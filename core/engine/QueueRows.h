// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/Workspace.h"

namespace pricewright {

// A decision as a row of the queue. `releaseAt`: of its batch, where it waits for one.
QueueRow queueRow(const PriceDecision& d, std::optional<Instant> releaseAt = {});
// The few words beside the reason: what the limit is and how far the price is from it, from the verdict that decided.
// Numbers and signs only, so that they need no translation; "" where the verdict has none.
QString reasonDetail(const PriceDecision& d);
// Counts by reason, over the step and by guardrail, from the pending rows.
void countReasons(QueueSnapshot& snapshot);

} // namespace pricewright
