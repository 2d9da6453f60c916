// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Cancel.h"
#include "base/Result.h"
#include "base/Time.h"

namespace pricewright {

// Exponential backoff with full jitter: before attempt n (2…), wait uniformly in [0, min(cap, base·2^(n−2))].
struct RetryPolicy {
  int attempts = 3;
  Duration base{200};
  Duration cap{5000};
};
// Waits are injected, so that tests pass without sleeping. `random01` gives the jitter.
struct RetryTools {
  std::function<void(Duration)> wait;
  std::function<double()> random01;
};
// Tries until success, a cancelled job or the last attempt; the last error is returned with argument "attempts".
Status retry(const RetryPolicy& policy, const RetryTools& tools, const JobContext& job,
             const std::function<Status()>& attempt);

} // namespace pricewright
