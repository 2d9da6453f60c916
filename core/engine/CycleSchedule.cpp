// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/CycleSchedule.h"

#include "base/DailySchedule.h"

namespace pricewright {
namespace {
constexpr auto kLetGo = std::chrono::hours(12);
}

Result<CycleTimes> cycleTimes(Workspace& w, const QByteArray& timeZone) {
  PW_TRY(const Settings settings, w.catalog().settings());
  PW_TRY(const DailySchedule schedule, DailySchedule::parse(settings.text(u"planner.schedule")));
  CycleTimes times{w.clock().now(), {}, false};
  if (schedule.isEmpty())
    return times;
  times.next = schedule.next(times.now, timeZone);
  const auto last = schedule.last(times.now, timeZone);
  if (!last || times.now - *last >= kLetGo)
    return times;
  PW_TRY(Query q, Query::prepare(w.database(), "SELECT 1 FROM cycle WHERE kind = 'cycle' AND started_ms >= ?1"));
  PW_TRY(const bool begun, q.bind(1, toMillis(*last)).step());
  times.due = !begun;
  return times;
}

} // namespace pricewright
