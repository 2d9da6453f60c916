// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Time.h"

#include <QDateTime>
#include <QTimeZone>

namespace pricewright {
namespace {

// What a four-digit year can say, so that every stored instant prints and parses back.
constexpr qint64 kEarliestMs = -62'135'596'800'000; // 0001-01-01
constexpr qint64 kLatestMs = 253'402'300'799'999;   // 9999-12-31

Error badTime(QStringView text) {
  return fail(QStringLiteral("time.not-a-time"), {{QStringLiteral("text"), text.left(80).toString()}});
}

} // namespace

qint64 toMillis(Instant t) { return t.time_since_epoch().count(); }
Instant fromMillis(qint64 ms) { return Instant(Duration(ms)); }
int toDayNumber(Day d) { return static_cast<int>(d.time_since_epoch().count()); }
Day fromDayNumber(int days) { return Day(std::chrono::days(days)); }
Day dayOf(Instant t) { return std::chrono::floor<std::chrono::days>(t); }
Instant startOf(Day d) { return Instant(d); }

QString isoInstant(Instant t) {
  return QDateTime::fromMSecsSinceEpoch(toMillis(t), Qt::UTC).toString(Qt::ISODateWithMs);
}

QString isoDay(Day d) { return QDate(1970, 1, 1).addDays(toDayNumber(d)).toString(Qt::ISODate); }

Result<Instant> parseInstant(QStringView text) {
  const QString trimmed = text.trimmed().toString();
  if (trimmed.size() == 10) {
    PW_TRY(const Day day, parseDay(trimmed));
    return startOf(day);
  }
  QDateTime parsed = QDateTime::fromString(trimmed, Qt::ISODateWithMs);
  if (!parsed.isValid())
    return badTime(text);
  if (parsed.timeSpec() == Qt::LocalTime)
    parsed.setTimeSpec(Qt::UTC);
  const qint64 ms = parsed.toMSecsSinceEpoch();
  if (ms < kEarliestMs || ms > kLatestMs)
    return badTime(text);
  return fromMillis(ms);
}

Result<Day> parseDay(QStringView text) {
  if (text.size() != 10)
    return badTime(text);
  const QDate date = QDate::fromString(text.toString(), QStringLiteral("yyyy-MM-dd"));
  if (!date.isValid() || date.year() < 1)
    return badTime(text);
  return fromDayNumber(static_cast<int>(QDate(1970, 1, 1).daysTo(date)));
}

std::optional<int> utcOffset(const QByteArray& timeZone, Instant at) {
  constexpr int kFarthest = 16 * 3600; // Manila was 15:56 behind before 1845
  if (timeZone.isEmpty() || timeZone == "UTC")
    return 0;
  const QTimeZone zone(timeZone);
  if (!zone.isValid())
    return std::nullopt;
  const int offset = zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(toMillis(at), Qt::UTC));
  return std::abs(offset) <= kFarthest ? std::optional(offset) : std::nullopt;
}

QString humanDuration(Duration d) {
  // The longest negative one has no positive counterpart.
  const quint64 ms = d.count() < 0 ? -static_cast<quint64>(d.count()) : static_cast<quint64>(d.count());
  const QString sign = d.count() < 0 ? QStringLiteral("−") : QString();
  if (ms < 1000)
    return sign + QStringLiteral("%1 ms").arg(ms);
  const quint64 seconds = ms / 1000;
  if (seconds < 10)
    return sign + QStringLiteral("%1.%2 s").arg(seconds).arg(ms % 1000 / 100);
  if (seconds < 120)
    return sign + QStringLiteral("%1 s").arg(seconds);
  const quint64 minutes = seconds / 60;
  if (minutes < 120)
    return sign + QStringLiteral("%1 min").arg(minutes);
  const quint64 hours = minutes / 60;
  if (hours < 48)
    return sign + QStringLiteral("%1 h").arg(hours);
  const quint64 days = hours / 24;
  if (hours % 24 == 0 || days >= 14)
    return sign + QStringLiteral("%1 d").arg(days);
  return sign + QStringLiteral("%1 d %2 h").arg(days).arg(hours % 24);
}

Instant SystemClock::now() const {
  return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

ShiftedClock::ShiftedClock(const Clock& real, Instant startsAt) : m_real(real), m_shift(startsAt - real.now()) {}

Instant ShiftedClock::now() const { return m_real.now() + m_shift; }

} // namespace pricewright
