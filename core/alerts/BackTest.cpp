// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/AlertEngine.h"

#include "base/Words.h"

namespace pricewright {
namespace {

constexpr qint64 kMostSteps = 50'000;
constexpr std::size_t kMostKept = 1'000;
constexpr int kStepsBetweenReports = 16;

void keepSome(const AlertRule& rule, AlertStep& step, BackTest& out) {
  for (AlertEvent& event : step.events) {
    ++out.fired, out.heldQuiet += event.wasQuiet;
    ++out.byDay[alertDayOf(rule, event.at)];
    if (out.events.size() < kMostKept)
      out.events.push_back(std::move(event));
  }
  for (AlertMessage& message : step.messages) {
    ++out.told;
    if (out.messages.size() < kMostKept)
      out.messages.push_back(std::move(message));
  }
}

} // namespace

Result<BackTest> backTest(const AlertRule& rule, const RivalTape& tape, Instant from, Instant to, Duration step,
                          const JobContext& job) {
  PW_CHECK(knowsScope(rule, tape));
  if (to <= from || step <= Duration(0) || (to - from) / step > kMostSteps)
    return fail(s("alert.bad-period"), {{s("from"), isoInstant(from)}, {s("to"), isoInstant(to)}});
  BackTest out;
  out.from = from, out.to = to;
  RivalView view(tape, rule.reach(tape.longestHold()));
  AlertEngine engine(rule, view);
  AlertState state;
  int steps = 0;
  for (Instant t = from;; t = std::min(t + step, to)) {
    if (++steps % kStepsBetweenReports == 0) {
      if (job.cancelled())
        return fail(s("engine.cancelled"));
      job.report("alert.try", double((t - from).count()) / double((to - from).count()));
    }
    view.advanceTo(t);
    AlertStep now = engine.step(state);
    keepSome(rule, now, out);
    if (t == to)
      break;
  }
  const auto waiting = [](const AlertState::Waiting& w) { return qint64(w.serials.size()); };
  out.waiting = waiting(state.quiet) + waiting(state.overCap);
  for (const auto& [group, some] : state.runs)
    out.waiting += waiting(some);
  return out;
}

} // namespace pricewright
