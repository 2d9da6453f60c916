// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "audit/EntryHash.h"
#include "audit/Journal.h"
#include "base/Cancel.h"

namespace pricewright {

// Checks the chain a piece at a time, so that others who read on the same connection get their turn in between. It may
// begin behind an entry whose number and hash are taken as given.
class ChainWalk {
 public:
  explicit ChainWalk(qint64 afterSequence = 0, const QByteArray& hash = QByteArray(32, '\0'));

  // What is told of each entry that fits: its text as it was hashed, and its hash.
  using Told = std::function<Status(const Query& row, const std::string& text, const Digest& hash)>;
  // Goes on for at most so many entries, up to `last`. True: done, either at the end or where the chain is broken.
  // audit.cancelled
  Result<bool> step(Database& db, qint64 most, const JobContext& job, const Told& told = {},
                    qint64 last = std::numeric_limits<qint64>::max());
  ChainReport report() const;
  qint64 sequence() const { return m_sequence; } // the last entry that fits
  double fraction() const;

 private:
  Result<bool> take(const Query& q);
  bool stop(qint64 at, const char* why);

  EntryHasher m_hasher;
  qint64 m_sequence;
  Digest m_hash{};
  qint64 m_newest = 0;
  std::optional<qint64> m_brokenAt;
  QString m_why;
};

} // namespace pricewright
