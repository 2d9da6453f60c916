// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/JournalQuery.h"

#include "base/Json.h"

#include <algorithm>
#include <sqlite3.h>

namespace pricewright {
namespace {

#define PW_COLUMNS                                                                                                     \
  "SELECT sequence, at_ms, actor, role, kind, subject_table, subject_id, body, previous_hash, hash FROM audit_entry "
// ?1 … ?4: from, to, the text as it is, and as it looks inside a JSON string.
#define PW_REST                                                                                                        \
  "at_ms >= ?1 AND at_ms < ?2 AND (?3 = '' OR body LIKE ?4 ESCAPE '\x1b' OR subject_id LIKE ?3 ESCAPE '\x1b' OR "      \
  "kind LIKE ?3 ESCAPE '\x1b' OR actor LIKE ?3 ESCAPE '\x1b') "
// ?5, ?6: the numbers to look between, first and last.
#define PW_DOWN "AND sequence >= ?5 AND sequence <= ?6 ORDER BY sequence DESC"

constexpr qint64 kWindow = 16'384; // entries between two looks at the clock while a text is looked for
constexpr int kInstructionsBetweenLooks = 4'000;

JournalRow rowOf(const Query& q) {
  return {q.integer(0), fromMillis(q.integer(1)),
          q.text(2),    q.text(3),
          q.text(4),    q.text(5),
          q.text(6),    q.blob(7),
          q.blob(8),    q.blob(9)};
}

// "a_b%" as a pattern for LIKE; the escape sign is one that no text holds.
QString pattern(const QString& text) {
  if (text.isEmpty())
    return text;
  QString out = text;
  out.remove(u'\x1b');
  for (const QChar c : {QChar(u'%'), QChar(u'_')})
    out.replace(c, QString(u'\x1b') + c);
  return u'%' + out + u'%';
}

QString insideJson(const QString& text) {
  const QByteArray quoted = canonicalJson(QJsonValue(text));
  return QString::fromUtf8(quoted.mid(1, quoted.size() - 2));
}

// While it lives, a stop request reaches into SQLite.
class Stoppable {
 public:
  Stoppable(Database& db, const JobContext& job) : m_handle(db.handle()), m_job(job) {
    sqlite3_progress_handler(m_handle, kInstructionsBetweenLooks, &Stoppable::look, this);
  }
  Stoppable(const Stoppable&) = delete;
  Stoppable& operator=(const Stoppable&) = delete;
  ~Stoppable() { sqlite3_progress_handler(m_handle, 0, nullptr, nullptr); }

 private:
  static int look(void* self) { return static_cast<Stoppable*>(self)->m_job.cancelled() ? 1 : 0; }
  sqlite3* m_handle;
  const JobContext& m_job;
};

// The values of the first column of an index, each found by one descent behind the one before.
Result<QStringList> distinct(Database& db, const char* next) {
  PW_TRY(Query q, Query::prepare(db, next));
  QStringList found;
  for (QString from;; from = found.last() + QChar(u'\0')) { // the least text behind the last one
    q.bind(1, from);
    PW_TRY(const bool row, q.step());
    if (!row)
      return found;
    found << q.text(0);
  }
}

Result<QStringList> chosenKinds(Database& db, const QStringList& wanted) {
  PW_TRY(const QStringList known, JournalQuery::kinds(db));
  if (wanted.isEmpty())
    return known;
  QStringList chosen;
  for (const QString& kind : known)
    if (std::any_of(wanted.begin(), wanted.end(),
                    [&](const QString& w) { return w.endsWith(u'.') ? kind.startsWith(w) : kind == w; }))
      chosen << kind;
  return chosen;
}

// What every statement is narrowed by beside its index.
struct Rest {
  qint64 from, to;
  QString plain, inBody;
  explicit Rest(const JournalFilter& f)
      : from(f.from ? toMillis(*f.from) : std::numeric_limits<qint64>::min()),
        to(f.to ? toMillis(*f.to) : std::numeric_limits<qint64>::max()), plain(pattern(f.text)),
        inBody(pattern(insideJson(f.text))) {}
  void bind(Query& q) const { q.bind(1, from).bind(2, to).bind(3, plain).bind(4, inBody); }
};

// Entries in falling order of their numbers, from one index.
struct Stream {
  Query query;
  bool open = false;
  Result<bool> advance() {
    PW_TRY(open, query.step());
    return open;
  }
  qint64 head() const { return query.integer(0); }
};

// Merges the streams of an "or" into one falling order. Each entry belongs to one actor and one kind, so none comes
// twice.
class Merge {
 public:
  Status add(Stream stream) {
    PW_TRY(const bool any, stream.advance());
    if (any)
      m_streams.push_back(std::move(stream));
    return {};
  }
  Result<bool> take(JournalRow& row) {
    const auto next = std::max_element(m_streams.begin(), m_streams.end(),
                                       [](const Stream& a, const Stream& b) { return a.head() < b.head(); });
    if (next == m_streams.end())
      return false;
    row = rowOf(next->query);
    PW_TRY(const bool more, next->advance());
    if (!more)
      m_streams.erase(next);
    return true;
  }

 private:
  std::vector<Stream> m_streams;
};

// One page in the making.
class Search {
 public:
  Search(Database& db, const JournalFilter& filter, int most, const JobContext& job, std::chrono::milliseconds budget)
      : m_db(db), m_filter(filter), m_rest(filter), m_most(std::size_t(std::max(most, 0))), m_job(job),
        m_until(std::chrono::steady_clock::now() + budget), m_limited(budget.count() > 0) {}

  // Down from `high` to `low`; leaves in the page where to go on.
  Status run(qint64 low, qint64 high, JournalPage& page) {
    if (m_filter.subjects) {
      PW_CHECK(ofSubjects(low, high, page));
    } else {
      PW_TRY(m_kinds, narrowed() ? chosenKinds(m_db, m_filter.kinds) : Result<QStringList>(QStringList()));
      PW_CHECK(inWindows(low, high, page));
    }
    page.end = page.next.before <= low;
    return {};
  }

 private:
  bool narrowed() const { return !m_filter.actors.isEmpty() || !m_filter.kinds.isEmpty(); }
  bool full(const JournalPage& page) const { return page.rows.size() >= m_most; }
  bool timeIsUp() {
    m_stopped = m_stopped || m_job.cancelled() || (m_limited && std::chrono::steady_clock::now() >= m_until);
    return m_stopped;
  }

  Status inWindows(qint64 low, qint64 high, JournalPage& page) {
    const qint64 step = m_filter.text.isEmpty() ? std::numeric_limits<qint64>::max() : kWindow;
    while (high >= low && !full(page)) {
      const qint64 bottom = high - low < step ? low : high - step + 1;
      PW_CHECK(window(bottom, high, page));
      high = page.next.before - 1;
      m_job.report("audit.search", page.newest > 0 ? 1.0 - double(high) / double(page.newest) : 1.0);
      if (timeIsUp())
        break;
    }
    return {};
  }

  Status window(qint64 low, qint64 high, JournalPage& page) {
    Merge merge;
    PW_CHECK(openStreams(low, high, merge));
    JournalRow row;
    while (!full(page)) {
      PW_TRY(const bool more, merge.take(row));
      if (!more) {
        page.next.before = low;
        return {};
      }
      page.next.before = row.sequence;
      page.rows.push_back(std::move(row));
    }
    return {};
  }

  Status openStreams(qint64 low, qint64 high, Merge& merge) {
    const auto open = [&](const char* sql, const QString* actor, const QString* kind) -> Status {
      PW_TRY(Query q, Query::prepare(m_db, sql));
      m_rest.bind(q);
      q.bind(5, low).bind(6, high);
      if (kind)
        q.bind(7, *kind);
      if (actor)
        q.bind(8, *actor);
      return merge.add({std::move(q)});
    };
    if (!narrowed())
      return open(PW_COLUMNS "NOT INDEXED WHERE " PW_REST PW_DOWN, nullptr, nullptr);
    for (const QString& kind : m_kinds) {
      if (m_filter.actors.isEmpty())
        PW_CHECK(open(PW_COLUMNS "INDEXED BY audit_by_kind WHERE kind = ?7 AND " PW_REST PW_DOWN, nullptr, &kind));
      for (const QString& actor : m_filter.actors)
        PW_CHECK(open(PW_COLUMNS "INDEXED BY audit_by_actor WHERE kind = ?7 AND actor = ?8 AND " PW_REST PW_DOWN,
                      &actor, &kind));
    }
    return {};
  }

  // What is about a few rows is collected by number first, then read from the newest down.
  Status ofSubjects(qint64 low, qint64 high, JournalPage& page) {
    std::vector<qint64> numbers;
    for (const JournalSubject& subject : *m_filter.subjects)
      PW_CHECK(numbersOf(subject, low, high, numbers));
    std::sort(numbers.begin(), numbers.end(), std::greater<>());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    PW_TRY(const QStringList kinds, chosenKinds(m_db, m_filter.kinds));
    PW_TRY(Query q, Query::prepare(m_db, PW_COLUMNS "WHERE sequence = ?5 AND " PW_REST));
    m_rest.bind(q);
    for (const qint64 number : numbers) {
      q.bind(5, number);
      PW_TRY(const bool fits, q.step());
      page.next.before = number;
      const bool who = !fits || m_filter.actors.isEmpty() || m_filter.actors.contains(q.text(2));
      if (fits && who && (m_filter.kinds.isEmpty() || kinds.contains(q.text(4))))
        page.rows.push_back(rowOf(q));
      if (full(page) || timeIsUp())
        return {};
    }
    page.next.before = low;
    return {};
  }

  Status numbersOf(const JournalSubject& subject, qint64 low, qint64 high, std::vector<qint64>& numbers) {
    PW_TRY(Query q, Query::prepare(m_db, "SELECT sequence FROM audit_entry INDEXED BY audit_by_subject WHERE "
                                         "subject_table = ?1 AND subject_id >= ?2 AND subject_id <= ?3 AND "
                                         "sequence >= ?4 AND sequence <= ?5"));
    q.bind(1, subject.table).bind(2, subject.id).bind(4, low).bind(5, high);
    // The largest code point ends whatever begins like the prefix.
    q.bind(3, subject.prefix ? subject.id + QString::fromUtf8("\xF4\x8F\xBF\xBF") : subject.id);
    for (;;) {
      PW_TRY(const bool more, q.step());
      if (!more)
        return {};
      numbers.push_back(q.integer(0));
    }
  }

  Database& m_db;
  const JournalFilter& m_filter;
  Rest m_rest;
  std::size_t m_most;
  const JobContext& m_job;
  std::chrono::steady_clock::time_point m_until;
  bool m_limited, m_stopped = false;
  QStringList m_kinds;
};

Result<std::optional<JournalRow>> oneRow(Query& q) {
  PW_TRY(const bool found, q.step());
  return found ? std::optional(rowOf(q)) : std::nullopt;
}

} // namespace

Result<qint64> JournalQuery::newest() const {
  PW_TRY(Query q, Query::prepare(m_db, "SELECT max(sequence) FROM audit_entry"));
  PW_TRY(const bool row, q.step());
  return row ? q.integer(0) : qint64(0);
}

Result<std::pair<qint64, qint64>> JournalQuery::period(const JobContext& job) const {
  const Stoppable stoppable(m_db, job);
  PW_TRY(Query q, Query::prepare(m_db, "SELECT min(sequence), max(sequence) FROM audit_entry INDEXED BY audit_by_time "
                                       "WHERE at_ms >= ?1 AND at_ms < ?2"));
  const Rest rest(m_filter);
  q.bind(1, rest.from).bind(2, rest.to);
  PW_TRY(const bool row, q.step());
  return row && !q.isNull(0) ? std::pair(q.integer(0), q.integer(1)) : std::pair(qint64(1), qint64(0));
}

Result<JournalPage> JournalQuery::page(const JournalCursor& cursor, int most, const JobContext& job,
                                       std::chrono::milliseconds budget) const {
  JournalPage page;
  page.next = cursor;
  PW_TRY(page.newest, newest());
  const auto search = [&]() -> Status {
    if (!page.next.period && (m_filter.from || m_filter.to)) {
      PW_TRY(page.next.period, period(job));
    }
    const auto [low, high] = page.next.period.value_or(std::pair(qint64(1), page.newest));
    page.next.before = std::min(page.next.before, high < page.newest ? high + 1 : page.newest + 1);
    const Stoppable stoppable(m_db, job);
    return Search(m_db, m_filter, most, job, budget).run(low, page.next.before - 1, page);
  };
  // Stopped inside SQLite: what was found stays, and the page goes on from its last row.
  if (const Status done = search(); !done && !job.cancelled())
    return done.error();
  page.searched = std::clamp<qint64>(page.newest - page.next.before + 1, 0, page.newest);
  return page;
}

Result<QStringList> JournalQuery::actors(Database& db) {
  return distinct(db, "SELECT actor FROM audit_entry INDEXED BY audit_by_actor WHERE actor >= ?1 "
                      "ORDER BY actor LIMIT 1");
}

Result<QStringList> JournalQuery::kinds(Database& db) {
  return distinct(db, "SELECT kind FROM audit_entry INDEXED BY audit_by_kind WHERE kind >= ?1 "
                      "ORDER BY kind LIMIT 1");
}

Result<std::optional<JournalRow>> JournalQuery::entry(Database& db, qint64 sequence) {
  PW_TRY(Query q, Query::prepare(db, PW_COLUMNS "WHERE sequence = ?1"));
  q.bind(1, sequence);
  return oneRow(q);
}

Result<std::optional<JournalRow>> JournalQuery::before(Database& db, const JournalRow& row, const QString& kindPrefix) {
  PW_TRY(Query q, Query::prepare(db, PW_COLUMNS "INDEXED BY audit_by_subject WHERE subject_table = ?1 AND subject_id = "
                                                "?2 AND sequence < ?3 AND substr(kind, 1, length(?4)) = ?4 ORDER BY "
                                                "sequence DESC LIMIT 1"));
  q.bind(1, row.table).bind(2, row.rowId).bind(3, row.sequence).bind(4, kindPrefix);
  return oneRow(q);
}

} // namespace pricewright
