// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pipeline/channels/ChannelsAgent.h"

#include <QLockFile>

#include <memory>

namespace pricewright {

// While one lives, nobody else releases, rolls back or writes price files of this workspace: not another thread, not
// another process. Of a process that died it is free again.
class ChannelsAgent::Hold {
 public:
  Hold(int& depth, std::unique_ptr<QLockFile> lock) : m_depth(&depth), m_lock(std::move(lock)) { ++depth; }
  Hold(Hold&& other) noexcept : m_depth(std::exchange(other.m_depth, nullptr)), m_lock(std::move(other.m_lock)) {}
  Hold& operator=(Hold&&) = delete;
  ~Hold() {
    if (m_depth)
      --*m_depth;
  }

 private:
  int* m_depth;
  std::unique_ptr<QLockFile> m_lock; // none: the one further out has it
};

} // namespace pricewright
