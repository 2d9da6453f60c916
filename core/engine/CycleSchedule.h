// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/Workspace.h"

namespace pricewright {

// When cycles run by themselves (setting planner.schedule), as of now.
struct CycleTimes {
  Instant now{};
  std::optional<Instant> next; // none: no schedule
  bool due = false;            // a time has come and no cycle has begun since; after twelve hours it is let go
};
Result<CycleTimes> cycleTimes(Workspace& workspace, const QByteArray& timeZone); // empty: UTC

} // namespace pricewright
