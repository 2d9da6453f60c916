// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/Workspace.h"

#include <QLockFile>

#include <memory>

namespace pricewright {

// One round over the market of a workspace at a time, whichever programs have it open: two at once would ask each page
// twice, twice as fast as its site was promised, and keep each price twice. A file beside the workspace, gone with the
// round; one that a program left which does not run any more holds up nobody.
class RoundLock {
 public:
  // monitor.round-under-way (pid). Where no file can be made, nothing can be kept either: that is told by who keeps.
  static Result<RoundLock> take(Workspace& workspace);

 private:
  explicit RoundLock(std::unique_ptr<QLockFile> file) : m_file(std::move(file)) {}
  std::unique_ptr<QLockFile> m_file;
};

} // namespace pricewright
