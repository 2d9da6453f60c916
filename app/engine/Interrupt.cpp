// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Interrupt.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <mutex>

namespace pricewright {
namespace {

// A handler may only touch what is lock-free: it raises a flag, the watcher makes a stop request of it.
std::atomic<bool> g_raised{false};
static_assert(std::atomic<bool>::is_always_lock_free);

void onSignal(int signal) {
  g_raised.store(true, std::memory_order_relaxed);
  std::signal(signal, SIG_DFL);
}

} // namespace

Interrupt::Interrupt() {
  std::signal(SIGINT, onSignal);
  std::signal(SIGTERM, onSignal);
#ifdef SIGPIPE
  std::signal(SIGPIPE, SIG_IGN); // a reader that went away is an error of writing, not the end
#endif
  m_watcher = std::jthread([source = m_source](std::stop_token ending) mutable {
    std::mutex mutex;
    std::condition_variable_any wake;
    std::unique_lock lock(mutex);
    while (!ending.stop_requested() && !g_raised.load(std::memory_order_relaxed))
      wake.wait_for(lock, ending, std::chrono::milliseconds(50),
                    [] { return g_raised.load(std::memory_order_relaxed); });
    if (g_raised.load(std::memory_order_relaxed))
      source.request_stop();
  });
}

} // namespace pricewright
