// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "notices/NoticeStore.h"

namespace pricewright {

struct ChannelReport {
  int sent = 0, failed = 0, givenUp = 0; // failed: tried again later; givenUp: of those tried now
  int left = 0;                          // due, but not tried: no sender or not ready(), destination down, cancelled
  QMap<QString, int> reasons;            // codes of why not all were sent to all
};
struct DeliveryReport {
  std::map<NoticeChannel, ChannelReport> channels; // email and webhook; the desktop's are shown by the window
  bool cancelled = false;
  int sent() const;
  int notSent() const;
};
// A null sender is a channel that is not set up: its notices wait, and no try is counted.
struct NoticeSenders {
  NoticeSender* email = nullptr;
  NoticeSender* webhook = nullptr;
};

// Sends all that is due, one after the other, each at least once: what was handed over and could not be marked comes
// again. Several processes may do it at the same time. After a failure that the others to the same destination would
// share, they are left for the next time. Errors: only of the store; what was sent until then stays marked.
Result<DeliveryReport> deliverNotices(NoticeStore& store, const NoticeSenders& senders, const Clock& clock,
                                      const JobContext& job);

} // namespace pricewright
