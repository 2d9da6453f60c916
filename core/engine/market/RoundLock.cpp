// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/market/RoundLock.h"

#include "base/Words.h"

namespace pricewright {

Result<RoundLock> RoundLock::take(Workspace& w) {
  auto file = std::make_unique<QLockFile>(w.database().path() + s(".round"));
  file->setStaleLockTime(0); // a round may take hours: only one whose program has ended is over
  if (file->tryLock(0) || file->error() != QLockFile::LockFailedError)
    return RoundLock(std::move(file));
  qint64 pid = 0;
  QString host, program;
  file->getLockInfo(&pid, &host, &program);
  return fail(s("monitor.round-under-way"), {{s("pid"), QString::number(pid)}});
}

} // namespace pricewright
