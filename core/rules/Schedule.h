// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Result.h"
#include "base/Time.h"

#include <QJsonObject>

#include <array>
#include <optional>

namespace pricewright {

// When a rule holds, by the clock on the wall of the price zone. A window over midnight belongs to the day on which it
// opens. On the night that repeats an hour both passes are inside the window; an hour that is skipped is never inside.
struct Schedule {
  std::array<bool, 7> days{true, true, true, true, true, true, true}; // Monday first
  int fromMinute = 0, toMinute = 24 * 60;                             // [from, to); to < from: over midnight
  std::optional<Day> fromDate, toDate;                                // both inclusive

  static Result<Schedule> parse(const QJsonObject& json); // rules.bad-schedule with "field", "value"
  bool holdsAt(Instant localWall) const;                  // wall time as if it were UTC
};

// The wall clock of a zone at an instant, as if it were UTC; none where the zone is unknown.
std::optional<Instant> wallClock(Instant at, const QByteArray& timeZone);

} // namespace pricewright
