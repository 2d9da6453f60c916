// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/Lane.h"

namespace pricewright {

Lane::Lane() : m_thread([this](const std::stop_token& stop) { run(stop); }) {}

Lane::~Lane() {
  m_thread.request_stop();
  m_bell.notify_all();
  m_thread.join(); // before anything that the thread uses goes
}

void Lane::post(Work work) {
  ++m_waiting;
  {
    const std::lock_guard lock(m_mutex);
    m_line.push_back(std::move(work));
  }
  m_bell.notify_one();
}

void Lane::run(const std::stop_token& stop) {
  for (;;) {
    Work work;
    {
      std::unique_lock lock(m_mutex);
      if (!m_bell.wait(lock, stop, [this] { return !m_line.empty(); }) || stop.stop_requested())
        break;
      work = std::move(m_line.front());
      m_line.pop_front();
    }
    work(*this);
    --m_waiting;
  }
  workspace.reset(); // a database connection ends in the thread that made it
}

} // namespace pricewright
