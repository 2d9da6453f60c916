// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/experiments/DecidedInTime.h"

namespace pricewright {

std::optional<int> decidedOnDay(std::span<const ExperimentLook> looks) {
  for (const ExperimentLook& look : looks)
    if (look.reading.verdict != TestVerdict::Undecided)
      return look.reading.day;
  return std::nullopt;
}

bool decidedInTime(const ExperimentRow& row, std::span<const ExperimentLook> looks) {
  const std::optional<int> day = decidedOnDay(looks);
  return row.verdict != TestVerdict::Undecided && day && *day <= row.plan.days;
}

} // namespace pricewright
