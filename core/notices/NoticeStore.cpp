// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/NoticeStore.h"

#include "base/Json.h"
#include "base/Words.h"

#include <algorithm>

namespace pricewright {
namespace {

constexpr qint64 kNeverDue = 253'402'300'799'999; // the end of the year 9999
constexpr Duration kFirstBackoff = std::chrono::minutes(1), kLongestBackoff = std::chrono::hours(24);
constexpr char kNoticeColumns[] = "SELECT no, channel, recipient, subject, body, payload, made_ms, due_ms, tries, "
                                  "sent_ms, error, key FROM notice ";

Result<Notice> readNotice(const Query& q) {
  Notice n;
  n.no = q.integer(0);
  const std::optional<NoticeChannel> channel = noticeChannelFrom(q.text(1));
  if (!channel)
    return fail(s("storage.corrupt"),
                {{s("table"), s("notice")}, {s("row"), QString::number(n.no)}, {s("value"), q.text(1)}});
  n.channel = *channel, n.recipient = q.text(2), n.subject = q.text(3), n.body = q.text(4);
  n.payload = q.blob(5);
  n.madeAt = fromMillis(q.integer(6)), n.dueAt = fromMillis(q.integer(7));
  n.tries = int(std::clamp<qint64>(q.integer(8), 0, 1'000'000));
  if (!q.isNull(9))
    n.sentAt = fromMillis(q.integer(9));
  n.error = q.text(10), n.key = q.text(11);
  return n;
}

Result<std::vector<Notice>> readNotices(Query& q) {
  std::vector<Notice> out;
  for (;;) {
    PW_TRY(const bool row, q.step());
    if (!row)
      return out;
    PW_TRY(Notice notice, readNotice(q));
    out.push_back(std::move(notice));
  }
}

Error unknownNotice(qint64 no) { return fail(s("notice.unknown"), {{s("no"), QString::number(no)}}); }

} // namespace

QString noticeChannelName(NoticeChannel channel) {
  return channel == NoticeChannel::Desktop ? s("desktop") : channel == NoticeChannel::Email ? s("email") : s("webhook");
}

std::optional<NoticeChannel> noticeChannelFrom(QStringView name) {
  for (const NoticeChannel channel : {NoticeChannel::Desktop, NoticeChannel::Email, NoticeChannel::Webhook})
    if (name == noticeChannelName(channel))
      return channel;
  return std::nullopt;
}

QString noticeFingerprint(const QString& key) { return sha256Hex(key.toUtf8()).left(32); }

QString saidLine(const QByteArray& bytes) {
  QString out = QString::fromUtf8(bytes.left(1000));
  for (QChar& c : out)
    if (!c.isPrint())
      c = u' ';
  return out.simplified().left(200);
}

Duration noticeBackoff(int tries) {
  const int doublings = std::clamp(tries - 1, 0, 11);
  return std::min(kLongestBackoff, kFirstBackoff * (1 << doublings));
}

Result<std::vector<Notice>> NoticeStore::due(NoticeChannel channel, Instant now, qint64 afterNo, int most) const {
  PW_TRY(Query q, Query::prepare(m_db, (std::string(kNoticeColumns) +
                                        "WHERE sent_ms IS NULL AND channel = ?1 AND due_ms <= ?2 AND no > ?3 "
                                        "ORDER BY no LIMIT ?4")
                                           .c_str()));
  q.bind(1, noticeChannelName(channel)).bind(2, std::min(toMillis(now), kNeverDue - 1)).bind(3, afterNo).bind(4, most);
  return readNotices(q);
}

Result<bool> NoticeStore::claim(qint64 no, Instant now) {
  PW_TRY(Query q, Query::prepare(m_db, "SELECT tries FROM notice WHERE no = ?1"));
  PW_TRY(const bool there, q.bind(1, no).step());
  if (!there)
    return false;
  const qint64 tries = q.integer(0);
  q.reset();
  PW_TRY(Query set, Query::prepare(m_db, "UPDATE notice SET tries = tries + 1, due_ms = ?3 WHERE no = ?1 AND "
                                         "sent_ms IS NULL AND due_ms <= ?2 AND tries = ?4"));
  const qint64 next = tries + 1 >= kMostNoticeTries ? kNeverDue : toMillis(now + noticeBackoff(int(tries) + 1));
  PW_CHECK(set.bind(1, no).bind(2, toMillis(now)).bind(3, next).bind(4, tries).run());
  return set.changes() == 1;
}

Status NoticeStore::markSent(qint64 no, Instant at, const QString& remark) {
  PW_TRY(Query q, Query::prepare(m_db, "UPDATE notice SET sent_ms = ?2, error = ?3 WHERE no = ?1"));
  return q.bind(1, no).bind(2, toMillis(at)).bind(3, remark).run();
}

Result<bool> NoticeStore::markFailed(qint64 no, Instant now, const QString& error, std::optional<Duration> notBefore) {
  PW_TRY(Query q, Query::prepare(m_db, "SELECT tries FROM notice WHERE no = ?1"));
  PW_TRY(const bool there, q.bind(1, no).step());
  if (!there)
    return unknownNotice(no);
  const qint64 tries = q.integer(0);
  q.reset();
  const bool isLast = tries >= kMostNoticeTries;
  const Duration wait = std::max(noticeBackoff(int(std::min<qint64>(tries, kMostNoticeTries))),
                                 std::min(notBefore.value_or(Duration(0)), kLongestBackoff));
  PW_TRY(Query set, Query::prepare(m_db, "UPDATE notice SET due_ms = ?2, error = ?3 WHERE no = ?1"));
  PW_CHECK(set.bind(1, no).bind(2, isLast ? kNeverDue : toMillis(now + wait)).bind(3, error).run());
  return isLast;
}

Status NoticeStore::giveUp(qint64 no, const QString& error) {
  PW_TRY(Query q, Query::prepare(m_db, "UPDATE notice SET due_ms = ?2, error = ?3 WHERE no = ?1"));
  return q.bind(1, no).bind(2, kNeverDue).bind(3, error).run();
}

Status NoticeStore::markShown(qint64 no, Instant at) {
  PW_TRY(Query q, Query::prepare(m_db, "UPDATE notice SET sent_ms = ?2, tries = tries + 1, error = '' WHERE no = ?1 "
                                       "AND channel = 'desktop' AND sent_ms IS NULL"));
  return q.bind(1, no).bind(2, toMillis(at)).run();
}

Result<std::map<NoticeChannel, NoticeCounts>> NoticeStore::counts(Instant now) const {
  std::map<NoticeChannel, NoticeCounts> out{
      {NoticeChannel::Desktop, {}}, {NoticeChannel::Email, {}}, {NoticeChannel::Webhook, {}}};
  PW_TRY(Query q, Query::prepare(m_db, "SELECT channel, sum(sent_ms IS NOT NULL), "
                                       "sum(sent_ms IS NULL AND due_ms < ?1), sum(sent_ms IS NULL AND due_ms <= ?2), "
                                       "sum(sent_ms IS NULL AND due_ms >= ?1), "
                                       "min(CASE WHEN sent_ms IS NULL AND due_ms < ?1 THEN due_ms END) "
                                       "FROM notice GROUP BY channel"));
  q.bind(1, kNeverDue).bind(2, std::min(toMillis(now), kNeverDue - 1));
  for (;;) {
    PW_TRY(const bool row, q.step());
    if (!row)
      return out;
    const std::optional<NoticeChannel> channel = noticeChannelFrom(q.text(0));
    if (!channel)
      continue;
    NoticeCounts& c = out[*channel];
    c.sent = q.integer(1), c.waiting = q.integer(2), c.due = q.integer(3), c.givenUp = q.integer(4);
    if (!q.isNull(5))
      c.next = fromMillis(q.integer(5));
  }
}

Result<std::vector<Notice>> NoticeStore::givenUp(int most) const {
  PW_TRY(Query q,
         Query::prepare(m_db, (std::string(kNoticeColumns) +
                               "WHERE sent_ms IS NULL AND due_ms >= ?1 ORDER BY made_ms DESC, no DESC LIMIT ?2")
                                  .c_str()));
  q.bind(1, kNeverDue).bind(2, most);
  return readNotices(q);
}

Result<qint64> NoticeStore::retryAll(Instant now) {
  PW_TRY(Query q, Query::prepare(m_db, "UPDATE notice SET due_ms = ?2, tries = 0 WHERE sent_ms IS NULL AND "
                                       "due_ms >= ?1"));
  PW_CHECK(q.bind(1, kNeverDue).bind(2, toMillis(now)).run());
  return q.changes();
}

Status NoticeStore::retry(qint64 no, Instant now) {
  PW_TRY(Query q, Query::prepare(m_db, "SELECT sent_ms FROM notice WHERE no = ?1"));
  PW_TRY(const bool there, q.bind(1, no).step());
  if (!there)
    return unknownNotice(no);
  if (!q.isNull(0))
    return fail(s("notice.already-sent"), {{s("no"), QString::number(no)}});
  q.reset();
  PW_TRY(Query set, Query::prepare(m_db, "UPDATE notice SET due_ms = ?2, tries = 0 WHERE no = ?1 AND sent_ms IS NULL"));
  return set.bind(1, no).bind(2, toMillis(now)).run();
}

} // namespace pricewright
