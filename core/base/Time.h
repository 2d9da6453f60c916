// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Result.h"

#include <chrono>
#include <optional>

namespace pricewright {

// Time is UTC everywhere but in a rule's schedule. Stored as integers: Instant in milliseconds, Day in days since 1970.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;
using Day = std::chrono::sys_days;
using Duration = std::chrono::milliseconds;

qint64 toMillis(Instant t);
Instant fromMillis(qint64 ms);
int toDayNumber(Day d);
Day fromDayNumber(int days);
Day dayOf(Instant t);                           // the UTC day that contains t
Instant startOf(Day d);                         // 00:00 UTC
QString isoInstant(Instant t);                  // 2026-03-01T09:30:00.000Z
QString isoDay(Day d);                          // 2026-03-01
Result<Instant> parseInstant(QStringView text); // ISO 8601, with or without time; UTC unless it names an offset
Result<Day> parseDay(QStringView text);         // strictly yyyy-mm-dd
// How far a time zone's clock is from UTC then, in seconds; none for a name that no clock goes by ("Mars/Base"; but
// also "Pacific99", which passes for a rule of POSIX, 99 hours off). Empty: UTC.
std::optional<int> utcOffset(const QByteArray& timeZone, Instant at);
QString humanDuration(Duration d); // "12 s", "3 h", "2 d 4 h": for reports, not for storage

// The only source of "now". Passed in, so that a workspace can run as of a date and tests need no sleeps.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() const = 0;
};
class SystemClock final : public Clock {
 public:
  Instant now() const override;
};
// Stands still until it is moved. Also what "as of" uses, through ShiftedClock.
class FixedClock final : public Clock {
 public:
  explicit FixedClock(Instant at) : m_at(at) {}
  Instant now() const override { return m_at; }
  void set(Instant at) { m_at = at; }
  void advance(Duration d) { m_at += d; }

 private:
  Instant m_at;
};
// Runs at the speed of another clock, from a given instant on: "as of" 1992, seconds pass as usual.
class ShiftedClock final : public Clock {
 public:
  ShiftedClock(const Clock& real, Instant startsAt);
  Instant now() const override;

 private:
  const Clock& m_real;
  Duration m_shift;
};

} // namespace pricewright
