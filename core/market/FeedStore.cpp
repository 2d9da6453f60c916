// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/FeedStore.h"

#include "base/Json.h"
#include "base/Words.h"
#include "catalog/Permissions.h"
#include "catalog/Rows.h"
#include "market/CompactJson.h"
#include "market/Competitors.h"

#include <QUrl>

namespace pricewright {
namespace {

#define PW_FEEDS                                                                                                       \
  "SELECT no, id, code, name, kind, location, competitor_no, source_no, mapping, secret, interval_minutes, "           \
  "requests_a_minute, is_on, stands_in, trusts_codes, last_run_ms, last_error, last_items, next_ms, memory FROM feed "
constexpr int kLongestInterval = 366 * 24 * 60; // minutes
constexpr int kMostRequests = 6000;             // a minute

QJsonObject objectAt(const Query& q, int column) { return QJsonDocument::fromJson(q.text(column).toUtf8()).object(); }

Feed readFeed(const Query& q) {
  Feed f;
  f.no = smallInteger(q, 0), f.id = idOf(q, 1), f.code = q.text(2), f.name = q.text(3), f.kind = q.text(4);
  f.location = q.text(5);
  if (!q.isNull(6))
    f.competitorNo = smallInteger(q, 6);
  f.sourceNo = smallInteger(q, 7), f.mapping = objectAt(q, 8), f.secret = q.text(9);
  f.intervalMinutes = smallInteger(q, 10), f.requestsAMinute = smallInteger(q, 11);
  f.isOn = q.integer(12) != 0, f.standsIn = q.integer(13) != 0, f.trustsCodes = q.integer(14) != 0;
  f.lastRun = optionalInstant(q, 15), f.lastError = q.text(16), f.lastItems = q.integer(17);
  f.next = fromMillis(q.integer(18)), f.memory = objectAt(q, 19);
  return f;
}

Result<std::vector<Feed>> readFeeds(Query& q) {
  std::vector<Feed> out;
  PW_CHECK(eachRow(q, [&]() -> Status {
    out.push_back(readFeed(q));
    return {};
  }));
  return out;
}

QJsonObject feedBody(const Feed& f) {
  return {{QStringLiteral("code"), f.code},
          {QStringLiteral("name"), f.name},
          {QStringLiteral("kind"), f.kind},
          {QStringLiteral("location"), f.location},
          {QStringLiteral("competitor"), f.competitorNo ? QJsonValue(*f.competitorNo) : QJsonValue()},
          {QStringLiteral("source"), f.sourceNo},
          {QStringLiteral("mapping"), f.mapping},
          {QStringLiteral("secret"), f.secret},
          {QStringLiteral("intervalMinutes"), f.intervalMinutes},
          {QStringLiteral("requestsAMinute"), f.requestsAMinute},
          {QStringLiteral("on"), f.isOn},
          {QStringLiteral("standsIn"), f.standsIn},
          {QStringLiteral("trustsCodes"), f.trustsCodes}};
}

bool isSecretName(const QString& name) {
  return name.size() <= 100 && std::all_of(name.begin(), name.end(), [](QChar c) {
           return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_';
         });
}

} // namespace

FeedStore::FeedStore(Database& db, Journal& journal, const Clock& clock, IdSource& ids)
    : m_db(db), m_journal(journal), m_clock(clock), m_ids(ids) {}

Status FeedStore::check(const Feed& f) {
  static const QStringList kKinds{s("prisync"), s("json"), s("xml"), s("table")};
  const auto bad = [&](const char* code, const QString& value) {
    return fail(s(code), {{s("feed"), f.code.left(100)}, {s("value"), value.left(200)}});
  };
  if (f.code.trimmed().isEmpty() || f.code != f.code.trimmed() || f.code.size() > 100 || f.code.contains(u' '))
    return bad("feed.bad-code", f.code);
  if (!kKinds.contains(f.kind))
    return bad("feed.bad-kind", f.kind);
  const QUrl url(f.location);
  static const QStringList kWays{s("https"), s("http"), s("sftp"), s("file")};
  const bool isForeign = f.location.contains(QLatin1String("://")) && !kWays.contains(url.scheme().toLower());
  if (f.location.trimmed().isEmpty() || f.location.size() > 8192 || !url.password().isEmpty() || isForeign)
    return bad("feed.bad-location", url.toString(QUrl::RemovePassword));
  if (!isSecretName(f.secret))
    return bad("feed.bad-secret-name", {}); // it may be the secret itself
  if (f.intervalMinutes < 1 || f.intervalMinutes > kLongestInterval || f.requestsAMinute < 1 ||
      f.requestsAMinute > kMostRequests)
    return bad("feed.bad-pace", s("%1/%2").arg(f.intervalMinutes).arg(f.requestsAMinute));
  return {};
}

Result<std::vector<Feed>> FeedStore::feeds() const {
  PW_TRY(Query q, Query::prepare(m_db, PW_FEEDS "ORDER BY code"));
  return readFeeds(q);
}

Result<Feed> FeedStore::feed(const QString& code) const {
  PW_TRY(Query q, Query::prepare(m_db, PW_FEEDS "WHERE code = ?1"));
  PW_TRY(const bool there, q.bind(1, code).step());
  if (!there)
    return fail(s("feed.unknown"), {{s("feed"), code.left(100)}});
  return readFeed(q);
}

Result<std::vector<Feed>> FeedStore::dueFeeds(Instant at) const {
  PW_TRY(Query q, Query::prepare(m_db, PW_FEEDS "WHERE is_on = 1 AND next_ms <= ?1 ORDER BY next_ms, no"));
  q.bind(1, toMillis(at));
  return readFeeds(q);
}

// The source of the feed's code, which is made, with an entry of its own, where there is none. Their prices follow ours
// until somebody says otherwise: they do not inform demand.
Result<int> FeedStore::sourceOf(const Actor& who, const Feed& feed) {
  PW_TRY(Query known, Query::prepare(m_db, "SELECT no FROM source WHERE code = ?1"));
  PW_TRY(const bool there, known.bind(1, feed.code).step());
  if (there)
    return smallInteger(known, 0);
  const QString id = m_ids.next().toString(), name = feed.name.isEmpty() ? feed.code : feed.name;
  PW_TRY(Query q, Query::prepare(m_db, "INSERT INTO source (id, code, name, kind, informs_demand) VALUES (?1, ?2, ?3, "
                                       "'feed', 0) RETURNING no"));
  PW_TRY([[maybe_unused]] const bool written, q.bind(1, id).bind(2, feed.code).bind(3, name).step());
  const int no = smallInteger(q, 0);
  q.reset();
  PW_CHECK(m_journal.append(
      who, s("source.saved"), s("source"), id,
      {{s("code"), feed.code}, {s("name"), name}, {s("kind"), s("feed")}, {s("informsDemand"), false}}, s("insert")));
  return no;
}

Result<int> FeedStore::putFeed(const Actor& by, const Feed& wanted, const QString& competitor) {
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(const int no, writeFeed(in, by, wanted, competitor));
  PW_CHECK(in.commit());
  return no;
}

Result<int> FeedStore::writeFeed(const Transaction& in, const Actor& by, const Feed& wanted,
                                 const QString& competitor) {
  PW_CHECK(check(wanted));
  PW_TRY(const Actor who, mayDo(m_db, by, Permission::EditSources));
  Feed f = wanted;
  if (!competitor.isEmpty()) {
    PW_TRY([[maybe_unused]] const Actor allowed, mayDo(m_db, by, Permission::EditCompetitors));
    PW_TRY(Competitors competitors, Competitors::load(m_db));
    PW_TRY(f.competitorNo, competitors.findOrMake(in, m_journal, m_ids, who, competitor));
  }
  if (f.sourceNo == 0) {
    PW_TRY(f.sourceNo, sourceOf(who, f));
  }
  const Result<Feed> before = feed(f.code);
  if (!before && !before.error().is(u"feed.unknown"))
    return before.error(); // it may be there
  if (before && feedBody(*before) == feedBody(f))
    return before->no;
  const bool anew = !before || before->location != f.location || before->kind != f.kind;
  const QString id = before ? before->id.toString() : m_ids.next().toString();
  PW_TRY(Query q, Query::prepare(
                      m_db, "INSERT INTO feed (id, code, name, kind, location, competitor_no, source_no, mapping, "
                            "secret, interval_minutes, requests_a_minute, is_on, stands_in, trusts_codes) VALUES "
                            "(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14) ON CONFLICT (code) DO "
                            "UPDATE SET name = ?3, kind = ?4, location = ?5, competitor_no = ?6, source_no = ?7, "
                            "mapping = ?8, secret = ?9, interval_minutes = ?10, requests_a_minute = ?11, is_on = "
                            "?12, stands_in = ?13, trusts_codes = ?14, memory = iif(?15, '{}', memory), next_ms = "
                            "iif(?15, iif(next_ms > 0, 0, next_ms - 1), next_ms), version = version + 1 RETURNING no"));
  q.bind(1, id).bind(2, f.code).bind(3, f.name.isEmpty() ? f.code : f.name).bind(4, f.kind).bind(5, f.location);
  q.bind(6, f.competitorNo).bind(7, f.sourceNo).bind(8, compactJson(f.mapping)).bind(9, f.secret);
  q.bind(10, f.intervalMinutes).bind(11, f.requestsAMinute).bind(12, f.isOn ? 1 : 0).bind(13, f.standsIn ? 1 : 0);
  PW_TRY([[maybe_unused]] const bool written, q.bind(14, f.trustsCodes ? 1 : 0).bind(15, anew ? 1 : 0).step());
  const int no = smallInteger(q, 0);
  q.reset();
  QJsonObject body = feedBody(f);
  if (before)
    body.insert(s("before"), feedBody(*before));
  PW_CHECK(m_journal.append(who, before ? s("feed.changed") : s("feed.added"), s("feed"), id, body,
                            before ? s("update") : s("insert")));
  return no;
}

// Of what was made for a feed, what nothing else refers to.
Status FeedStore::removeUnused(const Actor& who, const Feed& feed, bool withCompetitor) {
  const auto remove = [&](const char* sql, int no, const QString& what) -> Status {
    PW_TRY(Query q, Query::prepare(m_db, sql));
    PW_TRY(const bool gone, q.bind(1, no).step());
    if (!gone)
      return {};
    const QString id = q.text(0);
    const QJsonObject body{{s("code"), q.text(1)}, {s("name"), q.text(2)}};
    q.reset();
    PW_CHECK(m_journal.append(who, what + s(".removed"), what, id, body, s("delete")));
    return {};
  };
  PW_CHECK(remove("DELETE FROM source WHERE no = ?1 AND kind = 'feed' AND NOT EXISTS (SELECT 1 FROM offer WHERE "
                  "source_no = ?1) AND NOT EXISTS (SELECT 1 FROM feed WHERE source_no = ?1) AND NOT EXISTS (SELECT 1 "
                  "FROM site WHERE source_no = ?1) RETURNING id, code, name",
                  feed.sourceNo, s("source")));
  if (!withCompetitor || !feed.competitorNo)
    return {};
  return remove(
      "DELETE FROM competitor WHERE no = ?1 AND NOT EXISTS (SELECT 1 FROM product_match WHERE competitor_no = "
      "?1) AND NOT EXISTS (SELECT 1 FROM feed WHERE competitor_no = ?1) AND NOT EXISTS (SELECT 1 FROM site "
      "WHERE competitor_no = ?1) RETURNING id, code, name",
      *feed.competitorNo, s("competitor"));
}

Status FeedStore::removeFeed(const Actor& by, const QString& code, bool withCompetitor) {
  PW_TRY(const Feed known, feed(code));
  PW_TRY(const std::vector<FeedRun> pulled, runs(known.no, 1));
  if (!pulled.empty())
    return switchFeed(by, code, false);
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(const Actor who, mayDo(m_db, by, Permission::EditSources));
  PW_TRY(Query q, Query::prepare(m_db, "DELETE FROM feed WHERE no = ?1"));
  PW_CHECK(q.bind(1, known.no).run());
  PW_CHECK(m_journal.append(who, s("feed.removed"), s("feed"), known.id.toString(), feedBody(known), s("delete")));
  PW_CHECK(removeUnused(who, known, withCompetitor));
  return in.commit();
}

Status FeedStore::putBack(const Actor& by, const Feed& before, const Feed& after, bool withCompetitor) {
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY([[maybe_unused]] const int no, writeFeed(in, by, before, {}));
  if (withCompetitor) {
    PW_TRY(const Actor who, mayDo(m_db, by, Permission::EditCompetitors));
    PW_CHECK(removeUnused(who, after, true));
  }
  return in.commit();
}

Status FeedStore::makeDue(const QString& code) {
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(const Feed known, feed(code));
  PW_TRY(Query q, Query::prepare(m_db, "UPDATE feed SET next_ms = iif(next_ms > 0, 0, next_ms - 1) WHERE no = ?1"));
  PW_CHECK(q.bind(1, known.no).run());
  return in.commit();
}

Status FeedStore::switchFeed(const Actor& by, const QString& code, bool on) {
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(const Actor who, mayDo(m_db, by, Permission::EditSources));
  PW_TRY(const Feed before, feed(code));
  if (before.isOn == on)
    return in.commit();
  PW_TRY(Query q, Query::prepare(m_db, "UPDATE feed SET is_on = ?2, version = version + 1 WHERE no = ?1"));
  PW_CHECK(q.bind(1, before.no).bind(2, on ? 1 : 0).run());
  PW_CHECK(m_journal.append(who, s("feed.switched"), s("feed"), before.id.toString(),
                            {{s("code"), before.code}, {s("on"), on}}));
  return in.commit();
}

} // namespace pricewright
