// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/PageBatch.h"

#include "base/Json.h"
#include "catalog/Permissions.h"
#include "catalog/Rows.h"
#include "market/MatchStore.h"

#include <QUrl>

namespace pricewright {
namespace {

constexpr qsizetype kMostRevisedNamed = 500;

Status loadNumbers(Database& db, const char* sql, QHash<QString, int>& into) {
  PW_TRY(Query q, Query::prepare(db, sql));
  return eachRow(q, [&]() -> Status {
    into.insert(q.text(0), smallInteger(q, 1));
    return {};
  });
}

} // namespace

Status checkPacks(const Packs& packs) {
  constexpr int kMost = 10'000;
  if (packs.first < 1 || packs.second < 1 || packs.first > kMost || packs.second > kMost)
    return fail(QStringLiteral("watch.bad-packs"));
  return {};
}

PageBatch::PageBatch(Transaction in, Journal& journal, IdSource& ids, Actor who)
    : m_in(std::move(in)), m_journal(journal), m_ids(ids), m_who(std::move(who)) {}

Result<PageBatch> PageBatch::begin(Database& db, Journal& journal, IdSource& ids, const Actor& by) {
  PW_TRY(Transaction in, Transaction::begin(db));
  PW_CHECK(mayDo(db, by, Permission::EditCompetitors));
  PW_TRY(const Actor who, mayDo(db, by, Permission::EditSources));
  PageBatch batch(std::move(in), journal, ids, who);
  PW_CHECK(batch.load());
  return batch;
}

Status PageBatch::load() {
  Database& db = m_in.database();
  PW_CHECK(loadNumbers(db, "SELECT code, no FROM competitor", m_competitors));
  PW_CHECK(loadNumbers(db, "SELECT code, no FROM source", m_sources));
  PW_TRY(Query q, Query::prepare(db, "SELECT host, no, competitor_no FROM site"));
  return eachRow(q, [&]() -> Status {
    m_sites.insert(q.text(0), {smallInteger(q, 1), smallInteger(q, 2)});
    return {};
  });
}

Status PageBatch::check(const Page& page) {
  const QUrl url(page.url, QUrl::StrictMode);
  if (!url.isValid() || url.host().isEmpty() || page.url.size() > 8192)
    return fail(QStringLiteral("watch.bad-url"), {{QStringLiteral("url"), page.url.left(200)}});
  return page.packs ? checkPacks(*page.packs) : Status();
}

Result<int> PageBatch::competitor(const QString& code) {
  if (const auto known = m_competitors.constFind(code); known != m_competitors.constEnd())
    return *known;
  PW_TRY(Query q, Query::prepare(m_in.database(), "INSERT INTO competitor (id, code, name) VALUES (?1, ?2, ?2)"));
  PW_CHECK(q.bind(1, m_ids.next().toString()).bind(2, code).run());
  m_newCompetitors << code;
  return *m_competitors.insert(code, int(q.lastRowId()));
}

// Their prices follow ours until somebody says otherwise.
Result<int> PageBatch::source(const QString& host) {
  if (const auto known = m_sources.constFind(host); known != m_sources.constEnd())
    return *known;
  PW_TRY(Query q, Query::prepare(m_in.database(), "INSERT INTO source (id, code, name, kind, informs_demand) "
                                                  "VALUES (?1, ?2, ?2, 'web', 0)"));
  PW_CHECK(q.bind(1, m_ids.next().toString()).bind(2, host).run());
  return *m_sources.insert(host, int(q.lastRowId()));
}

Result<PageBatch::Place> PageBatch::place(const Page& page) {
  Place out;
  out.competitor = page.competitor.isEmpty() ? page.host : page.competitor;
  PW_TRY(out.competitorNo, competitor(out.competitor));
  if (const auto known = m_sites.constFind(page.host); known != m_sites.constEnd()) {
    out.siteNo = known->no, out.siteIsNew = known->isNew;
    return out;
  }
  PW_TRY(const int sourceNo, source(page.host));
  PW_TRY(Query q, Query::prepare(m_in.database(), "INSERT INTO site (id, host, competitor_no, source_no) "
                                                  "VALUES (?1, ?2, ?3, ?4)"));
  q.bind(1, m_ids.next().toString()).bind(2, page.host).bind(3, out.competitorNo);
  PW_CHECK(q.bind(4, sourceNo).run());
  out.siteNo = int(q.lastRowId()), out.siteIsNew = true;
  m_sites.insert(page.host, {out.siteNo, out.competitorNo, true});
  m_newSites << page.host;
  return out;
}

Status PageBatch::match(const Page& page, int competitorNo, Added& out) {
  PW_TRY(Query find, Query::prepare(m_in.database(), "SELECT no, state, their_packs, our_packs FROM product_match "
                                                     "WHERE competitor_no = ?1 AND external_code = ?2 AND "
                                                     "listing_no = ?3"));
  PW_TRY(const bool there, find.bind(1, competitorNo).bind(2, page.url).bind(3, page.listingNo).step());
  if (!there) {
    find.reset();
    const Packs packs = page.packs.value_or(Packs(1, 1));
    PW_TRY(Query q, Query::prepare(m_in.database(),
                                   "INSERT INTO product_match (id, competitor_no, external_code, title, listing_no, "
                                   "state, confirmed_by, their_packs, our_packs) VALUES (?1, ?2, ?3, ?4, ?5, "
                                   "'confirmed', ?6, ?7, ?8)"));
    q.bind(1, m_ids.next().toString()).bind(2, competitorNo).bind(3, page.url).bind(4, page.title);
    PW_CHECK(q.bind(5, page.listingNo).bind(6, m_who.user).bind(7, packs.first).bind(8, packs.second).run());
    out.matchNo = int(q.lastRowId());
    return {};
  }
  out.matchNo = smallInteger(find, 0);
  const std::optional<MatchState> state = matchStateFrom(find.text(1));
  if (!state)
    return damagedRow("product_match", QString::number(out.matchNo), find.text(1));
  const MatchBefore before{*state, smallInteger(find, 2), smallInteger(find, 3)};
  find.reset();
  const Packs was(before.theirPacks, before.ourPacks);
  if (before.state == MatchState::Confirmed && page.packs.value_or(was) == was)
    return {};
  out.before = before;
  if (before.state != MatchState::Confirmed) {
    PW_CHECK(readFeedsAnew(m_in.database(), {competitorNo}));
  }
  return revise(page, out);
}

// Somebody says what it is now, whatever was said of it before.
Status PageBatch::revise(const Page& page, Added& out) {
  const MatchBefore& before = *out.before;
  const Packs now = page.packs.value_or(Packs(before.theirPacks, before.ourPacks));
  PW_TRY(Query q, Query::prepare(m_in.database(), "UPDATE product_match SET confirmed_by = iif(state = 'confirmed', "
                                                  "confirmed_by, ?2), state = 'confirmed', their_packs = ?3, "
                                                  "our_packs = ?4, version = version + 1 WHERE no = ?1"));
  PW_CHECK(q.bind(1, out.matchNo).bind(2, m_who.user).bind(3, now.first).bind(4, now.second).run());
  // At another time than it was: see SiteStore::makeDue
  PW_TRY(Query due, Query::prepare(m_in.database(), "UPDATE watch SET next_ms = iif(next_ms > 0, 0, next_ms - 1) "
                                                    "WHERE match_no = ?1"));
  PW_CHECK(due.bind(1, out.matchNo).run());
  ++m_changed;
  if (m_revised.size() < kMostRevisedNamed)
    m_revised.append(QJsonObject{{QStringLiteral("match"), out.matchNo},
                                 {QStringLiteral("was"), matchStateName(before.state)},
                                 {QStringLiteral("before"), QJsonArray{before.theirPacks, before.ourPacks}},
                                 {QStringLiteral("packs"), QJsonArray{now.first, now.second}}});
  return {};
}

Status PageBatch::watch(const Page& page, int siteNo, Added& out) {
  PW_TRY(Query find, Query::prepare(m_in.database(), "SELECT no, is_on FROM watch WHERE match_no = ?1 AND url = ?2"));
  PW_TRY(const bool there, find.bind(1, out.matchNo).bind(2, page.url).step());
  if (there) {
    out.watchNo = smallInteger(find, 0);
    const bool isOn = find.integer(1) != 0;
    find.reset();
    if (isOn)
      return {};
    PW_TRY(Query on, Query::prepare(m_in.database(), "UPDATE watch SET is_on = 1 WHERE no = ?1"));
    PW_CHECK(on.bind(1, out.watchNo).run());
    out.switchedOn = true;
    ++m_switched;
    return {};
  }
  find.reset();
  PW_TRY(Query q, Query::prepare(m_in.database(), "INSERT INTO watch (site_no, match_no, url) VALUES (?1, ?2, ?3)"));
  PW_CHECK(q.bind(1, siteNo).bind(2, out.matchNo).bind(3, page.url).run());
  out.watchNo = int(q.lastRowId()), out.switchedOn = true;
  ++m_watched;
  return {};
}

Result<PageBatch::Added> PageBatch::add(const Page& page, const Place& place) {
  const int before = m_watched + m_switched + m_changed;
  Added out;
  PW_CHECK(match(page, place.competitorNo, out));
  PW_CHECK(watch(page, place.siteNo, out));
  if (m_watched + m_switched + m_changed == before)
    return out;
  if (m_first == 0)
    m_first = out.watchNo, m_url = page.url;
  const Packs packs = page.packs.value_or(Packs(0, 0));
  m_digested += QByteArray::number(page.listingNo) + ' ' + place.competitor.toUtf8() + ' ' +
                QByteArray::number(packs.first) + '/' + QByteArray::number(packs.second) + ' ' + page.url.toUtf8() +
                '\n';
  return out;
}

QJsonObject PageBatch::body() const {
  QJsonObject out{{QStringLiteral("pages"), m_watched}, {QStringLiteral("digest"), sha256Hex(m_digested)}};
  if (m_watched + m_switched + m_changed == 1)
    out.insert(QStringLiteral("url"), m_url);
  if (m_switched > 0)
    out.insert(QStringLiteral("switchedOn"), m_switched);
  if (m_changed > 0)
    out.insert(QStringLiteral("matchesChanged"), m_changed), out.insert(QStringLiteral("matches"), m_revised);
  if (!m_newSites.isEmpty())
    out.insert(QStringLiteral("sites"), QJsonArray::fromStringList(m_newSites));
  if (!m_newCompetitors.isEmpty())
    out.insert(QStringLiteral("competitors"), QJsonArray::fromStringList(m_newCompetitors));
  return out;
}

Status PageBatch::commit() {
  const int changes = m_watched + m_switched + m_changed;
  if (changes == 0)
    return m_in.commit();
  const QString kind = changes > 1      ? QStringLiteral("watches.added")
                       : m_watched == 1 ? QStringLiteral("watch.added")
                       : m_changed == 1 ? QStringLiteral("match.revised")
                                        : QStringLiteral("watch.switched");
  PW_CHECK(m_journal.append(m_who, kind, QStringLiteral("watch"), QString::number(m_first), body(),
                            changes > 1      ? QStringLiteral("bulk")
                            : m_watched == 1 ? QStringLiteral("insert")
                                             : QStringLiteral("update")));
  return m_in.commit();
}

} // namespace pricewright
