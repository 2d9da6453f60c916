// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <stop_token>
#include <thread>

namespace pricewright {

// Turns Ctrl+C (and a polite termination) into a stop request: the command ends with nothing half done. A second one
// ends the program at once, which the workspace survives as it survives a power cut.
class Interrupt {
 public:
  Interrupt();
  std::stop_token token() const { return m_source.get_token(); }

 private:
  std::stop_source m_source;
  std::jthread m_watcher;
};

} // namespace pricewright
