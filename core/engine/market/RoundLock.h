// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/Workspace.h"

#include <memory>

namespace pricewright {

// One round over the market of a workspace at a time, whichever programs have it open and by whatever path: two at once
// would ask each page twice, twice as fast as its site was promised, and keep each price twice. A file beside the
// workspace, locked by the system: the lock is gone with the round or with its program, whichever ends first, and what
// a program, a container or a machine left behind holds up nobody. Any thread may let go of it.
class RoundLock {
 public:
  // monitor.round-under-way (pid, host, file; "?" where not known), .no-round-lock (file, reason). Where no file can be
  // made, nothing can be kept either: it goes on without, and that is told by who keeps.
  static Result<RoundLock> take(Workspace& workspace);
  static Result<RoundLock> take(const QString& workspaceFile);

 private:
  struct Held;
  explicit RoundLock(std::shared_ptr<Held> held) : m_held(std::move(held)) {}
  std::shared_ptr<Held> m_held; // none: no file can be made
};

} // namespace pricewright
