// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/Workspace.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace pricewright {

// A thread with a workspace of its own and a line of work for it, done in order. The engine has three: one that alone
// writes, one that reads beside it, so that looking never waits for a cycle, and one for what reads for minutes. post()
// from any thread.
class Lane {
 public:
  using Work = std::function<void(Lane&)>;

  Lane();
  ~Lane(); // what waits is dropped, what runs is finished
  void post(Work work);
  bool isBusy() const { return m_waiting.load() > 0; }
  std::unique_ptr<Workspace> workspace; // touched by the lane's own thread only

 private:
  void run(const std::stop_token& stop);
  std::mutex m_mutex;
  std::condition_variable_any m_bell;
  std::deque<Work> m_line;
  std::atomic<int> m_waiting = 0;
  std::jthread m_thread; // last: it uses all of the above
};

} // namespace pricewright
