// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Parallel.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace pricewright {

bool parallelFor(std::size_t count, std::size_t grain, const JobContext& job,
                 const std::function<void(std::size_t, std::size_t)>& body, unsigned threads) {
  grain = std::max<std::size_t>(grain, 1);
  const std::size_t chunks = (count + grain - 1) / grain;
  if (threads == 0)
    threads = std::max(1u, std::thread::hardware_concurrency());
  threads = static_cast<unsigned>(std::min<std::size_t>(threads, chunks));
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (;;) {
      if (job.cancelled())
        return;
      const std::size_t chunk = next.fetch_add(1);
      if (chunk >= chunks)
        return;
      body(chunk * grain, std::min(count, (chunk + 1) * grain));
    }
  };
  {
    std::vector<std::jthread> helpers;
    for (unsigned i = 1; i < threads; ++i)
      helpers.emplace_back(work);
    work();
  }
  return !job.cancelled();
}

} // namespace pricewright
