// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/Schedule.h"

#include <QDateTime>
#include <QJsonArray>

namespace pricewright {
namespace {

constexpr int kMinutesADay = 24 * 60;

Error bad(const QString& field, const QString& value) {
  return fail(QStringLiteral("rules.bad-schedule"),
              {{QStringLiteral("field"), field}, {QStringLiteral("value"), value.left(60)}});
}

Result<int> parseMinute(const QJsonValue& value, const QString& field) {
  const QString text = value.toString();
  const auto digit = [&](qsizetype at) {
    return text[at] >= u'0' && text[at] <= u'9' ? text[at].unicode() - u'0' : -1;
  };
  if (text.size() != 5 || text[2] != u':' || digit(0) < 0 || digit(1) < 0 || digit(3) < 0 || digit(4) < 0)
    return bad(field, text);
  const int minute = digit(3) * 10 + digit(4);
  const int total = (digit(0) * 10 + digit(1)) * 60 + minute;
  if (minute > 59 || total > kMinutesADay || (total == kMinutesADay && field == u"from"))
    return bad(field, text);
  return total;
}

Result<std::array<bool, 7>> parseDays(const QJsonValue& value) {
  static constexpr std::array<QStringView, 7> kNames{u"mon", u"tue", u"wed", u"thu", u"fri", u"sat", u"sun"};
  std::array<bool, 7> days{};
  const QJsonArray list = value.toArray();
  for (const QJsonValue& one : list) {
    const auto found = std::find(kNames.begin(), kNames.end(), QStringView(one.toString().toLower()));
    if (found == kNames.end())
      return bad(QStringLiteral("days"), one.toString());
    days[static_cast<std::size_t>(found - kNames.begin())] = true;
  }
  if (!value.isArray())
    return bad(QStringLiteral("days"), value.toString());
  if (list.isEmpty())
    days.fill(true);
  return days;
}

} // namespace

Result<Schedule> Schedule::parse(const QJsonObject& json) {
  Schedule s;
  for (auto it = json.begin(); it != json.end(); ++it) {
    const QString field = it.key();
    if (field == u"days") {
      PW_TRY(s.days, parseDays(it.value()));
    } else if (field == u"from" || field == u"to") {
      PW_TRY((field == u"from" ? s.fromMinute : s.toMinute), parseMinute(it.value(), field));
    } else if (field == u"fromDate" || field == u"toDate") {
      const auto day = parseDay(it.value().toString());
      if (!day)
        return bad(field, it.value().toString());
      (field == u"fromDate" ? s.fromDate : s.toDate) = *day;
    } else {
      return bad(field, QStringLiteral("?"));
    }
  }
  if (s.fromMinute == s.toMinute)
    return bad(QStringLiteral("to"), json[QStringLiteral("to")].toString());
  if (s.fromDate && s.toDate && *s.toDate < *s.fromDate)
    return bad(QStringLiteral("toDate"), json[QStringLiteral("toDate")].toString());
  return s;
}

bool Schedule::holdsAt(Instant localWall) const {
  Day day = dayOf(localWall);
  const auto minute = std::chrono::floor<std::chrono::minutes>(localWall - startOf(day)).count();
  const bool overMidnight = toMinute < fromMinute;
  if (overMidnight && minute < toMinute)
    day -= std::chrono::days(1); // still the window that opened yesterday
  else if (minute < fromMinute || (!overMidnight && minute >= toMinute))
    return false;
  if ((fromDate && day < *fromDate) || (toDate && day > *toDate))
    return false;
  return days[std::chrono::weekday(day).iso_encoding() - 1];
}

std::optional<Instant> wallClock(Instant at, const QByteArray& timeZone) {
  const std::optional<int> offset = utcOffset(timeZone, at);
  return offset ? std::optional(at + std::chrono::seconds(*offset)) : std::nullopt;
}

} // namespace pricewright
