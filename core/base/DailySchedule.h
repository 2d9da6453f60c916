// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Time.h"

#include <vector>

namespace pricewright {

// Times of the day on days of the week, by the clock of a time zone: "06:30", "6:30 14:00", "mon-fri 06:30",
// "mon wed sat 06:30". Nothing: never. Where clocks are put forward, a time that does not exist comes as late as the
// clocks were put forward; where they are put back, a time that comes twice counts once, the first time.
class DailySchedule {
 public:
  static Result<DailySchedule> parse(QStringView text); // schedule.bad (text)
  bool isEmpty() const { return m_minutes.empty(); }
  // The first moment after `at`, and the last one not after it; none: never. Empty zone: UTC.
  std::optional<Instant> next(Instant at, const QByteArray& timeZone) const;
  std::optional<Instant> last(Instant at, const QByteArray& timeZone) const;

 private:
  std::vector<Instant> momentsAround(Instant at, const QByteArray& timeZone) const; // a week either side, in order
  unsigned m_days = 0x7f;                                                           // bit 0: Monday
  std::vector<int> m_minutes;                                                       // of the day, in order
};

} // namespace pricewright
