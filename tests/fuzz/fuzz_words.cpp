// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What people type into cells and settings: ladders, schedules, periods. What is understood is understood again when it
// is written out.
#include "base/DailySchedule.h"
#include "engine/files/MasterData.h"
#include "engine/plans/Targets.h"
#include "fuzz/Fuzz.h"

using namespace pricewright;
using namespace pricewright::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const QString text = QString::fromUtf8(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
  for (const char* code : {"USD", "JPY", "KWD"}) {
    const Currency currency = *Currency::fromCode(QString::fromLatin1(code));
    const auto ladder = ladderFromWords(text, currency);
    if (ladder && *ladder) {
      const auto again = ladderFromWords(ladderWords(**ladder, currency), currency);
      need(again && *again == *ladder, "a ladder is written as it was read");
    }
  }
  if (const auto period = TargetPeriod::parse(text)) {
    need(period->from <= period->to, "a period is no shorter than a day");
    need(*TargetPeriod::parse(period->key()) == *period, "a period is written as it was read");
  }
  if (const auto schedule = DailySchedule::parse(text)) {
    const Instant now = fromMillis(1'790'000'000'000);
    const auto next = schedule->next(now, "Europe/Berlin"), last = schedule->last(now, "Europe/Berlin");
    need(next.has_value() == !schedule->isEmpty(), "a schedule comes again");
    need(!next || (*next > now && *next - now <= std::chrono::hours(24 * 8)), "within a week");
    need(!last || *last <= now, "the last time has been");
  }
  return 0;
}
