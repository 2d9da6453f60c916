// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Cancel.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace pricewright {

// A job that is asked to stop when its time is over, or when the one that it is part of is.
class TimedJob {
 public:
  TimedJob(const JobContext& outer, double seconds)
      : m_outer(outer.stop, [this] { m_stop.request_stop(); }), m_timer([this, seconds](const std::stop_token& done) {
          std::unique_lock lock(m_mutex);
          if (!m_over.wait_for(lock, done, std::chrono::duration<double>(seconds), [] { return false; }) &&
              !done.stop_requested())
            m_stop.request_stop();
        }),
        m_job{m_stop.get_token(), outer.progress} {}
  const JobContext& job() const { return m_job; }

 private:
  std::stop_source m_stop;
  std::stop_callback<std::function<void()>> m_outer;
  std::mutex m_mutex;
  std::condition_variable_any m_over;
  std::jthread m_timer;
  JobContext m_job;
};

} // namespace pricewright
