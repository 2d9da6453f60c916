// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/SiteStore.h"

#include "base/Json.h"
#include "base/Words.h"
#include "catalog/Permissions.h"
#include "catalog/Rows.h"
#include "market/CompactJson.h"

#include <QUrl>

namespace pricewright {
namespace {

constexpr char kSiteColumns[] =
    "SELECT no, id, host, competitor_no, source_no, is_on, terms, terms_by, terms_ms, terms_note, obeys_robots, "
    "delay_ms, at_once, window_from, window_to, language, currency, proxies, recipe, memory, fetcher FROM site ";

QJsonObject objectIn(const Query& q, int column) { return QJsonDocument::fromJson(q.text(column).toUtf8()).object(); }

Result<Site> readSite(const Query& q) {
  Site s;
  s.no = smallInteger(q, 0), s.id = idOf(q, 1), s.host = q.text(2);
  s.competitorNo = smallInteger(q, 3), s.sourceNo = smallInteger(q, 4), s.isOn = q.integer(5) != 0;
  const std::optional<TermsState> terms = termsStateFrom(q.text(6));
  if (!terms)
    return damagedRow("site", s.host, q.text(6));
  s.terms = *terms, s.termsBy = q.text(7), s.termsAt = optionalInstant(q, 8), s.termsNote = q.text(9);
  s.obeysRobots = q.integer(10) != 0, s.delay = Duration(q.integer(11)), s.atOnce = smallInteger(q, 12);
  s.windowFrom = smallInteger(q, 13), s.windowTo = smallInteger(q, 14);
  s.language = q.text(15), s.currency = q.text(16);
  s.proxies = q.text(17).split(u'\n', Qt::SkipEmptyParts);
  s.recipe = QJsonDocument::fromJson(q.text(18).toUtf8()).array();
  s.memory = objectIn(q, 19);
  s.fetcher = q.text(20);
  return s;
}

QJsonObject siteBody(const Site& s) {
  return {{QStringLiteral("host"), s.host},
          {QStringLiteral("competitor"), s.competitorNo},
          {QStringLiteral("source"), s.sourceNo},
          {QStringLiteral("on"), s.isOn},
          {QStringLiteral("obeysRobots"), s.obeysRobots},
          {QStringLiteral("delayMs"), qint64(s.delay.count())},
          {QStringLiteral("atOnce"), s.atOnce},
          {QStringLiteral("window"), QJsonArray{s.windowFrom, s.windowTo}},
          {QStringLiteral("language"), s.language},
          {QStringLiteral("currency"), s.currency},
          {QStringLiteral("fetcher"), s.fetcher},
          {QStringLiteral("proxies"), s.proxies.size()},
          {QStringLiteral("recipe"), s.recipe}};
}

Status checkSite(const Site& s) {
  const QUrl url(QStringLiteral("http://") + s.host);
  if (s.host.isEmpty() || s.host.size() > 255 || !url.isValid() ||
      url.host(QUrl::FullyEncoded) != s.host.section(u':', 0, 0))
    return fail(QStringLiteral("site.bad-host"), {{QStringLiteral("host"), s.host}});
  for (const QString& proxy : s.proxies)
    if (const QUrl at(proxy, QUrl::StrictMode); !at.isValid() || at.host().isEmpty() || !at.userInfo().isEmpty())
      return fail(QStringLiteral("site.bad-proxy"), {{QStringLiteral("host"), s.host}});
  if (s.fetcher != u"http" && s.fetcher != u"browser")
    return fail(QStringLiteral("site.bad-fetcher"), {{QStringLiteral("fetcher"), s.fetcher}});
  return {};
}

} // namespace

SiteStore::SiteStore(Database& db, Journal& journal, const Clock& clock, IdSource& ids)
    : m_db(db), m_journal(journal), m_clock(clock), m_ids(ids) {}

Result<std::vector<Site>> SiteStore::sites() const {
  PW_TRY(Query q, Query::prepare(m_db, std::string(kSiteColumns).append("ORDER BY host").c_str()));
  std::vector<Site> out;
  PW_CHECK(eachRow(q, [&]() -> Status {
    PW_TRY(Site site, readSite(q));
    out.push_back(std::move(site));
    return {};
  }));
  return out;
}

Result<Site> SiteStore::site(const QString& host) const {
  PW_TRY(Query q, Query::prepare(m_db, std::string(kSiteColumns).append("WHERE host = ?1").c_str()));
  PW_TRY(const bool there, q.bind(1, host).step());
  if (!there)
    return fail(QStringLiteral("site.unknown"), {{QStringLiteral("host"), host}});
  return readSite(q);
}

Result<int> SiteStore::putSite(const Actor& by, const Site& s) {
  PW_CHECK(checkSite(s));
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(const Actor who, mayDo(m_db, by, Permission::EditSources));
  const Result<Site> before = site(s.host);
  if (!before && !before.error().is(u"site.unknown"))
    return before.error(); // it may be there
  const QString id = before ? before->id.toString() : m_ids.next().toString();
  if (before && siteBody(*before) == siteBody(s) && before->proxies == s.proxies)
    return before->no;
  PW_TRY(
      Query q,
      Query::prepare(
          m_db,
          "INSERT INTO site (id, host, competitor_no, source_no, is_on, obeys_robots, delay_ms, "
          "at_once, window_from, window_to, language, currency, proxies, recipe, fetcher) "
          "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15) ON CONFLICT (host) DO UPDATE SET "
          "competitor_no = ?3, source_no = ?4, is_on = ?5, obeys_robots = ?6, delay_ms = ?7, "
          "at_once = ?8, window_from = ?9, window_to = ?10, language = ?11, currency = ?12, "
          "proxies = ?13, recipe = ?14, fetcher = ?15, version = version + 1 RETURNING no"));
  q.bind(1, id).bind(2, s.host).bind(3, s.competitorNo).bind(4, s.sourceNo).bind(5, s.isOn ? 1 : 0);
  q.bind(6, s.obeysRobots ? 1 : 0).bind(7, qint64(s.delay.count())).bind(8, s.atOnce).bind(9, s.windowFrom);
  q.bind(10, s.windowTo).bind(11, s.language).bind(12, s.currency).bind(13, s.proxies.join(u'\n'));
  PW_TRY([[maybe_unused]] const bool written, q.bind(14, compactJson(s.recipe)).bind(15, s.fetcher).step());
  const int no = smallInteger(q, 0);
  q.reset();
  QJsonObject body = siteBody(s);
  if (before)
    body.insert(QStringLiteral("before"), siteBody(*before));
  PW_CHECK(m_journal.append(who, before ? QStringLiteral("site.changed") : QStringLiteral("site.added"),
                            QStringLiteral("site"), id, body,
                            before ? QStringLiteral("update") : QStringLiteral("insert")));
  PW_CHECK(in.commit());
  return no;
}

Status SiteStore::setTerms(const Actor& by, const QString& host, TermsState terms, const QString& note) {
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(const Actor who, mayDo(m_db, by, Permission::EditSources));
  PW_TRY(const Site before, site(host));
  if (terms != TermsState::Open && note.trimmed().isEmpty())
    return fail(QStringLiteral("site.terms-note-missing"), {{QStringLiteral("host"), host}});
  PW_TRY(Query q, Query::prepare(m_db, "UPDATE site SET terms = ?2, terms_by = ?3, terms_ms = ?4, terms_note = ?5, "
                                       "version = version + 1 WHERE host = ?1"));
  q.bind(1, host).bind(2, termsStateName(terms)).bind(3, who.user).bind(4, toMillis(m_clock.now()));
  PW_CHECK(q.bind(5, note).run());
  PW_CHECK(m_journal.append(who, QStringLiteral("site.terms"), QStringLiteral("site"), before.id.toString(),
                            {{QStringLiteral("host"), host},
                             {QStringLiteral("before"), termsStateName(before.terms)},
                             {QStringLiteral("now"), termsStateName(terms)},
                             {QStringLiteral("note"), note}}));
  return in.commit();
}

Status SiteStore::rememberSite(int siteNo, const QJsonObject& memory) {
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(Query q, Query::prepare(m_db, "UPDATE site SET memory = ?2 WHERE no = ?1"));
  PW_CHECK(q.bind(1, siteNo).bind(2, compactJson(memory)).run());
  return in.commit();
}

} // namespace pricewright
