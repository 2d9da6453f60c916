// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/views/AuditView.h"

namespace pricewright::test {

// A made-up journal of any length that is never stored: every entry follows from its number. Answers as the engine
// does, page by page; of a filter it knows who, what and the text of a comment.
class SyntheticJournal {
 public:
  explicit SyntheticJournal(qint64 newest = 1'000'000) : m_newest(newest) {}
  void grow(qint64 by) { m_newest += by; }
  qint64 newest() const { return m_newest; }
  static Instant now() { return fromMillis(1'772'442'900'000); } // 2026-03-02 09:15
  AuditLine line(qint64 sequence) const;
  qint64 linesMade() const { return m_made; }
  AuditLines page(const AuditFilter& filter, const JournalCursor& cursor, int most, int mostLooked = 50'000) const;
  AuditDetail detail(qint64 sequence, bool sound = true) const;
  static AuditChoices choices();

 private:
  static bool fits(const AuditLine& line, const AuditFilter& filter);
  mutable qint64 m_made = 0;
  qint64 m_newest, m_base = m_newest; // times are counted from the first end, so that growing changes none
};

} // namespace pricewright::test
