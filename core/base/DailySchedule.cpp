// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/DailySchedule.h"

#include <QStringList>

#include <algorithm>

namespace pricewright {
namespace {

constexpr qsizetype kMostTimes = 24;
const QStringList kDays{QStringLiteral("mon"), QStringLiteral("tue"), QStringLiteral("wed"), QStringLiteral("thu"),
                        QStringLiteral("fri"), QStringLiteral("sat"), QStringLiteral("sun")};

// "6:30" or "06:30" in minutes of the day; −1: no time.
int minutesOf(const QString& word) {
  const QStringList parts = word.split(u':');
  if (parts.size() != 2 || parts[0].isEmpty() || parts[0].size() > 2 || parts[1].size() != 2)
    return -1;
  for (const QString& part : parts)
    for (const QChar c : part)
      if (c < u'0' || c > u'9')
        return -1;
  const int hour = parts[0].toInt(), minute = parts[1].toInt();
  return hour < 24 && minute < 60 ? hour * 60 + minute : -1;
}

// "mon" or "mon-fri" as bits; 0: no days.
unsigned daysOf(const QString& word) {
  const QStringList ends = word.split(u'-');
  const qsizetype first = kDays.indexOf(ends.first()), last = kDays.indexOf(ends.last());
  if (ends.size() > 2 || first < 0 || last < 0)
    return 0;
  unsigned bits = 0;
  for (qsizetype day = first;; day = (day + 1) % 7) {
    bits |= 1U << day;
    if (day == last)
      return bits;
  }
}

// The moment at which the clocks of a zone show that. In a gap: as if they had not been put forward yet.
std::optional<Instant> momentOf(Day day, int minutes, const QByteArray& zone) {
  const Instant wall = startOf(day) + std::chrono::minutes(minutes); // as if UTC
  const auto before = utcOffset(zone, wall - std::chrono::hours(24));
  const auto after = utcOffset(zone, wall + std::chrono::hours(24));
  if (!before || !after)
    return std::nullopt;
  const Instant early = wall - std::chrono::seconds(std::max(*before, *after));
  const Instant late = wall - std::chrono::seconds(std::min(*before, *after));
  const bool fits = utcOffset(zone, early) == std::max(*before, *after);
  return fits ? early : late; // of two moments the first
}

} // namespace

Result<DailySchedule> DailySchedule::parse(QStringView text) {
  const auto bad = [&] {
    return fail(QStringLiteral("schedule.bad"), {{QStringLiteral("text"), text.toString().left(60)}});
  };
  DailySchedule s;
  unsigned days = 0;
  for (const QString& word : text.toString().toLower().replace(u',', u' ').split(u' ', Qt::SkipEmptyParts)) {
    if (const unsigned some = daysOf(word); some != 0 && s.m_minutes.empty())
      days |= some;
    else if (const int minutes = minutesOf(word); minutes >= 0 && s.m_minutes.size() < std::size_t(kMostTimes))
      s.m_minutes.push_back(minutes);
    else
      return bad();
  }
  if (days != 0 && s.m_minutes.empty())
    return bad();
  if (days != 0)
    s.m_days = days;
  std::sort(s.m_minutes.begin(), s.m_minutes.end());
  s.m_minutes.erase(std::unique(s.m_minutes.begin(), s.m_minutes.end()), s.m_minutes.end());
  return s;
}

std::vector<Instant> DailySchedule::momentsAround(Instant at, const QByteArray& timeZone) const {
  std::vector<Instant> all;
  for (Day day = dayOf(at) - std::chrono::days(8); day <= dayOf(at) + std::chrono::days(8); day += std::chrono::days(1))
    if (m_days >> (std::chrono::weekday(day).iso_encoding() - 1) & 1U)
      for (const int minutes : m_minutes)
        if (const auto moment = momentOf(day, minutes, timeZone))
          all.push_back(*moment);
  std::sort(all.begin(), all.end());
  return all;
}

std::optional<Instant> DailySchedule::next(Instant at, const QByteArray& timeZone) const {
  const std::vector<Instant> all = momentsAround(at, timeZone);
  const auto found = std::upper_bound(all.begin(), all.end(), at);
  return found == all.end() ? std::nullopt : std::optional(*found);
}

std::optional<Instant> DailySchedule::last(Instant at, const QByteArray& timeZone) const {
  const std::vector<Instant> all = momentsAround(at, timeZone);
  const auto found = std::upper_bound(all.begin(), all.end(), at);
  return found == all.begin() ? std::nullopt : std::optional(*(found - 1));
}

} // namespace pricewright
