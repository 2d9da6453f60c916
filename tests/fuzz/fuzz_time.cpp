// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Any text as a day, an instant, a time zone, an id: what is read is written back to the same, within the years that
// four digits can say.
#include "base/Id.h"
#include "fuzz/Fuzz.h"
#include "rules/Schedule.h"

using namespace pricewright;
using namespace pricewright::fuzz;

namespace {

constexpr Duration kMost = std::chrono::hours(16);

void readMoments(const QString& text) {
  if (const auto day = parseDay(text)) {
    need(isoDay(*day) == text, "a day is written as it was read");
    need(dayOf(startOf(*day)) == *day, "a day's start is in it");
  }
  if (const auto at = parseInstant(text)) {
    const QString written = isoInstant(*at);
    need(written.size() == 24 && written.endsWith(u'Z'), "an instant has one form");
    need(sure(parseInstant(written), "it reads back") == *at, "to the same instant");
    need(isoDay(dayOf(*at)) == written.left(10), "an instant's day is the one that it names");
  }
  if (const auto id = Id::parse(text))
    need(id->toString() == text.toLower(), "an id is written as it was read");
}

void wallClocks(const QByteArray& zone, qint64 ms) {
  const Instant at = fromMillis(ms);
  const auto wall = wallClock(at, zone);
  need(!wall || (*wall - at <= kMost && at - *wall <= kMost), "no zone is farther off");
  need(wall == wallClock(at, zone), "the same every time");
}

void schedules(const QStringList& words, qint64 ms) {
  static const QStringList kFields{QStringLiteral("from"), QStringLiteral("to"), QStringLiteral("fromDate"),
                                   QStringLiteral("toDate")};
  QJsonObject json;
  for (qsizetype i = 0; i < kFields.size(); ++i)
    if (!words[i].isEmpty())
      json.insert(kFields[i], words[i]);
  const auto schedule = Schedule::parse(json);
  if (!schedule)
    return;
  need(schedule->fromMinute >= 0 && schedule->fromMinute < 24 * 60, "opens within the day");
  need(schedule->toMinute >= 0 && schedule->toMinute <= 24 * 60, "closes within the day");
  need(schedule->fromMinute != schedule->toMinute, "a window is not empty");
  need(!schedule->fromDate || isoDay(*schedule->fromDate) == words[2], "begins on the day that was written");
  for (const auto& [word, minute] : {std::pair(words[0], schedule->fromMinute), {words[1], schedule->toMinute}})
    need(word.isEmpty() ||
             word == QStringLiteral("%1:%2").arg(minute / 60, 2, 10, QChar(u'0')).arg(minute % 60, 2, 10, QChar(u'0')),
         "an hour is what was written");
  schedule->holdsAt(fromMillis(ms));
}

} // namespace

// Lines: a moment, a time zone, milliseconds, from, to, first day, last day.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Input in(data, size);
  readMoments(in.text());
  const QByteArray zone = Input::toBytes(in.line());
  // What a workspace can hold: 0001 … 9999.
  const qint64 ms = std::clamp<qint64>(in.text().toLongLong(), -62'135'596'800'000, 253'402'300'799'999);
  wallClocks(zone, ms);
  humanDuration(Duration(ms));
  need(sure(parseInstant(isoInstant(fromMillis(ms))), "every stored instant prints and parses") == fromMillis(ms),
       "back to itself");
  QStringList words;
  for (int i = 0; i < 4; ++i)
    words << in.text();
  schedules(words, ms);
  return 0;
}
