// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "notices/Notice.h"
#include "storage/Database.h"

#include <map>

namespace pricewright {

constexpr int kMostNoticeTries = 12;
// 1 min after the first attempt, twice that after each further one, at most 24 h: the twelfth comes 34 h after the
// first.
Duration noticeBackoff(int tries);

struct NoticeCounts {
  qint64 waiting = 0, due = 0, givenUp = 0, sent = 0; // due: those of the waiting whose time has come
  std::optional<Instant> next;                        // when the next of the waiting is due
};

// The table of notices, as those who deliver need it. Delivering leaves no entries in the journal: a row itself says
// what became of it. Each call that writes is one statement, in the caller's transaction where he has one. A row that
// was given up has neither been sent nor will it come due; its error stays. Errors: those of Database.
class NoticeStore {
 public:
  explicit NoticeStore(Database& db) : m_db(db) {}
  const Database& database() const { return m_db; }

  Result<std::vector<Notice>> due(NoticeChannel channel, Instant now, qint64 afterNo, int most) const; // by number
  // Before the attempt: counts it and puts the next one off, so that neither another process nor, after a crash, the
  // next run sends it at once again. False: somebody else was quicker.
  Result<bool> claim(qint64 no, Instant now);
  Status markSent(qint64 no, Instant at, const QString& remark = {});
  // True: that was the last attempt. `notBefore`: the receiver's wish, where it is later than the backoff.
  Result<bool> markFailed(qint64 no, Instant now, const QString& error, std::optional<Duration> notBefore = {});
  Status giveUp(qint64 no, const QString& error);

  // What the window has to show, the oldest first; it says afterwards which it has shown.
  Result<std::vector<Notice>> toShow(Instant now, int most) const { return due(NoticeChannel::Desktop, now, 0, most); }
  Status markShown(qint64 no, Instant at);

  Result<std::map<NoticeChannel, NoticeCounts>> counts(Instant now) const; // of all channels
  Result<std::vector<Notice>> givenUp(int most) const;                     // newest first
  // By hand: due at once, with all tries before it. Those given up, or this one if it waits or was given up.
  Result<qint64> retryAll(Instant now);
  Status retry(qint64 no, Instant now); // notice.unknown (no), notice.already-sent (no)

 private:
  Database& m_db;
};

} // namespace pricewright
