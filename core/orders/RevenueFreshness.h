// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Time.h"

#include <QString>

namespace pricewright {

enum class FeedState { Fresh, Late, Silent };
QString feedStateName(FeedState s); // "fresh", "late", "silent"

struct FreshnessLimits {
  Duration late = std::chrono::hours(2);   // without news for longer: late
  Duration silent = std::chrono::hours(6); // and then silent: whoever stands on revenue pauses
};
// Whether revenue can be relied on now. News is an event, a file, or books that were compared in full.
struct RevenueFreshness {
  FeedState state = FeedState::Silent;
  QString why; // code: "" fresh, revenue.never, .no-news, .no-reconciliation, .clock (news from the future),
               // .old-orders (a file came, and its orders are old)
  std::optional<Instant> lastEvent, lastReconciliation; // reconciliation: the end of the last that was exact
  std::optional<Instant> newestOrder;                   // when the newest that is known was placed
  std::optional<Duration> age;                          // of the newest news
};
// A file is news of the time up to its newest order, and of a day more, since days are written out when they are over:
// what it brings later than that is news of then. None: a file without an order.
Instant newsOfFile(Instant loaded, std::optional<Instant> newestOrder);

// Pure. `reconciles`: a gateway is in use whose books can be compared; if that has not worked within the silent limit,
// the feed is late even while events come, since nobody knows what was missed.
RevenueFreshness revenueFreshness(std::optional<Instant> lastEvent, std::optional<Instant> lastReconciliation,
                                  bool reconciles, const FreshnessLimits& limits, Instant now);

} // namespace pricewright
