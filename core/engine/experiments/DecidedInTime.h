// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pipeline/test_manager/ExperimentStore.h"

#include <optional>
#include <span>

namespace pricewright {

// The day, of those that are compared, of the first look that decided a test; looks stand oldest first. None: no look
// did.
std::optional<int> decidedOnDay(std::span<const ExperimentLook> looks);
// Whether a test came to its verdict on or before the last day that was planned for it; what an extension adds is late.
bool decidedInTime(const ExperimentRow& row, std::span<const ExperimentLook> looks);

} // namespace pricewright
