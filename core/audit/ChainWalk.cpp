// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/ChainWalk.h"

#include <algorithm>
#include <cstring>

namespace pricewright {
namespace {

constexpr qint64 kEntriesBetweenLooks = 2'048; // entries, about ten milliseconds

bool sameBytes(std::string_view bytes, const Digest& digest) {
  return bytes.size() == digest.size() && std::memcmp(bytes.data(), digest.data(), digest.size()) == 0;
}

Result<qint64> newestOf(Database& db) {
  PW_TRY(Query q, Query::prepare(db, "SELECT max(sequence) FROM audit_entry"));
  PW_TRY(const bool row, q.step());
  return row ? q.integer(0) : qint64(0);
}

} // namespace

ChainWalk::ChainWalk(qint64 afterSequence, const QByteArray& hash) : m_sequence(afterSequence) {
  std::copy_n(hash.constData(), std::min(hash.size(), qsizetype(m_hash.size())),
              reinterpret_cast<char*>(m_hash.data()));
}

Result<bool> ChainWalk::step(Database& db, qint64 most, const JobContext& job, const Told& told, qint64 last) {
  if (m_brokenAt)
    return true;
  PW_TRY(m_newest, newestOf(db));
  m_newest = std::min(m_newest, last);
  // Nothing may stand in front of the first entry either.
  PW_TRY(Query q, Query::prepare(db, "SELECT sequence, at_ms, actor, role, kind, subject_table, subject_id, body, "
                                     "previous_hash, hash FROM audit_entry WHERE sequence > ?1 AND sequence <= ?2 "
                                     "ORDER BY sequence LIMIT ?3"));
  q.bind(1, m_sequence == 0 ? std::numeric_limits<qint64>::min() : m_sequence).bind(2, last).bind(3, most);
  for (qint64 taken = 0; taken < most; ++taken) {
    if (taken % kEntriesBetweenLooks == 0) {
      job.report("audit.verify", fraction());
      if (job.cancelled())
        return fail(QStringLiteral("audit.cancelled"));
    }
    PW_TRY(const bool row, q.step());
    if (!row)
      return true;
    PW_TRY(const bool fits, take(q));
    if (!fits)
      return true;
    if (told)
      PW_CHECK(told(q, m_hasher.text(), m_hash));
  }
  return false;
}

// False: this row breaks the chain.
Result<bool> ChainWalk::take(const Query& q) {
  const qint64 expected = m_sequence + 1;
  const EntryContent content{q.integer(0), q.integer(1), q.utf8(2), q.utf8(3),
                             q.utf8(4),    q.utf8(5),    q.utf8(6), q.utf8(7)};
  if (content.sequence != expected)
    return stop(std::min(expected, content.sequence), "sequence");
  if (!sameBytes(q.utf8(8), m_hash))
    return stop(expected, "link");
  Digest computed;
  if (!m_hasher.hash(content, m_hash, computed))
    return fail(QStringLiteral("audit.no-sha256"));
  if (!sameBytes(q.utf8(9), computed))
    return stop(expected, "hash");
  m_sequence = expected;
  m_hash = computed;
  return true;
}

bool ChainWalk::stop(qint64 at, const char* why) {
  m_brokenAt = at;
  m_why = QString::fromLatin1(why);
  return false;
}

double ChainWalk::fraction() const { return m_newest > 0 ? double(m_sequence) / double(m_newest) : 1.0; }

ChainReport ChainWalk::report() const {
  ChainReport report;
  report.entries = m_sequence;
  report.brokenAt = m_brokenAt;
  report.why = m_why;
  report.head = QByteArray(reinterpret_cast<const char*>(m_hash.data()), qsizetype(m_hash.size()));
  return report;
}

} // namespace pricewright
