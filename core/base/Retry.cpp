// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Retry.h"

#include <algorithm>

namespace pricewright {

Status retry(const RetryPolicy& policy, const RetryTools& tools, const JobContext& job,
             const std::function<Status()>& attempt) {
  const int attempts = std::max(policy.attempts, 1);
  Duration limit = policy.base;
  for (int n = 1;; ++n) {
    if (job.cancelled())
      return fail(QStringLiteral("job.cancelled"));
    Status status = attempt();
    if (status)
      return {};
    if (n == attempts)
      return status.error().with(QStringLiteral("attempts"), QString::number(n));
    const double share = std::clamp(tools.random01 ? tools.random01() : 1.0, 0.0, 1.0);
    if (tools.wait)
      tools.wait(Duration(static_cast<qint64>(share * static_cast<double>(limit.count()))));
    limit = std::min(policy.cap, limit * 2);
  }
}

} // namespace pricewright
