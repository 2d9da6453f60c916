// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "orders/RevenueFreshness.h"

#include "base/Words.h"

namespace pricewright {
namespace {

constexpr Duration kClockSkew = std::chrono::minutes(5);

// None where a clock that has been set back since says that it lies ahead: it proves nothing.
std::optional<Duration> ageOf(const std::optional<Instant>& at, Instant now) {
  if (!at || *at > now + kClockSkew)
    return std::nullopt;
  return std::max(Duration(0), now - *at);
}

} // namespace

QString feedStateName(FeedState state) {
  return s(state == FeedState::Fresh ? "fresh" : state == FeedState::Late ? "late" : "silent");
}

Instant newsOfFile(Instant loaded, std::optional<Instant> newestOrder) {
  constexpr Duration kWrittenOut = std::chrono::hours(24);
  return newestOrder && *newestOrder + kWrittenOut < loaded ? *newestOrder : loaded;
}

RevenueFreshness revenueFreshness(std::optional<Instant> lastEvent, std::optional<Instant> lastReconciliation,
                                  bool reconciles, const FreshnessLimits& limits, Instant now) {
  RevenueFreshness out;
  out.lastEvent = lastEvent, out.lastReconciliation = lastReconciliation;
  const std::optional<Duration> events = ageOf(lastEvent, now), books = ageOf(lastReconciliation, now);
  out.age = events && books ? std::min(*events, *books) : events ? events : books;
  if (!out.age) {
    out.why = s(lastEvent || lastReconciliation ? "revenue.clock" : "revenue.never");
    return out;
  }
  if (*out.age > limits.late) {
    out.state = *out.age > limits.silent ? FeedState::Silent : FeedState::Late;
    out.why = s("revenue.no-news");
    return out;
  }
  const bool unknown = reconciles && (!books || *books > limits.silent);
  out.state = unknown ? FeedState::Late : FeedState::Fresh;
  if (unknown)
    out.why = s("revenue.no-reconciliation");
  return out;
}

} // namespace pricewright
