// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The watched pages of the SiteStore, and what looks at them found.
#include "base/Json.h"
#include "catalog/Permissions.h"
#include "catalog/Rows.h"
#include "market/SiteStore.h"

#include <QJsonDocument>
#include <QUrl>

#include <map>

namespace pricewright {
namespace {

constexpr char kWatchColumns[] =
    "SELECT w.no, w.site_no, w.match_no, m.listing_no, w.url, w.is_on, w.next_ms, w.looks, w.moves, w.failures, "
    "w.last_ms, w.last_good_ms, w.last_error, w.etag, w.last_modified, w.price_micro, w.currency, "
    "m.their_packs, m.our_packs FROM watch w "
    "JOIN product_match m ON m.no = w.match_no ";

Watch readWatch(const Query& q) {
  Watch w;
  w.no = smallInteger(q, 0), w.siteNo = smallInteger(q, 1), w.matchNo = smallInteger(q, 2);
  w.listingNo = smallInteger(q, 3), w.url = q.text(4), w.isOn = q.integer(5) != 0;
  w.next = fromMillis(q.integer(6)), w.looks = q.integer(7), w.moves = q.integer(8), w.failures = smallInteger(q, 9);
  w.last = optionalInstant(q, 10), w.lastGood = optionalInstant(q, 11), w.lastError = q.text(12);
  w.etag = q.text(13), w.lastModified = q.text(14);
  if (!q.isNull(15))
    w.price = Decimal::fromMicros(q.integer(15));
  w.currency = q.text(16);
  w.theirPacks = smallInteger(q, 17), w.ourPacks = smallInteger(q, 18);
  return w;
}

Result<std::vector<Watch>> readWatches(Query& q) {
  std::vector<Watch> out;
  PW_CHECK(eachRow(q, [&]() -> Status {
    out.push_back(readWatch(q));
    return {};
  }));
  return out;
}

QString compact(const QJsonObject& o) { return QString::fromUtf8(QJsonDocument(o).toJson(QJsonDocument::Compact)); }

constexpr char kLookColumns[] =
    "SELECT no, watch_no, at_ms, url, origin, status, error, attempts, took_ms, bytes, headers, "
    "page_sha256, found, offer_no FROM page_look ";

QByteArray packed(const QByteArray& page) {
  constexpr int kEffort = 6;
  return qCompress(page, kEffort);
}

Result<PageLook> readLook(const Query& q) {
  PageLook l;
  l.no = q.integer(0), l.watchNo = smallInteger(q, 1), l.at = fromMillis(q.integer(2)), l.url = q.text(3);
  const std::optional<LookOrigin> origin = lookOriginFrom(q.text(4));
  if (!origin)
    return damagedRow("page_look", QString::number(l.no), q.text(4));
  l.origin = *origin, l.status = smallInteger(q, 5), l.error = q.text(6), l.attempts = smallInteger(q, 7);
  l.took = Duration(q.integer(8)), l.bytes = q.integer(9);
  l.headers = QJsonDocument::fromJson(q.text(10).toUtf8()).object(), l.pageSha256 = q.text(11);
  l.found = QJsonDocument::fromJson(q.text(12).toUtf8()).object(), l.offerNo = optionalInteger(q, 13);
  return l;
}

} // namespace

Result<std::vector<Watch>> SiteStore::watches() const {
  PW_TRY(Query q, Query::prepare(m_db, (std::string(kWatchColumns) + "ORDER BY w.no").c_str()));
  return readWatches(q);
}

Result<std::vector<Watch>> SiteStore::dueWatches(Instant at, int most) const {
  PW_TRY(Query q, Query::prepare(m_db, (std::string(kWatchColumns) +
                                        "JOIN site s ON s.no = w.site_no WHERE w.is_on = 1 AND s.is_on = 1 AND "
                                        "w.next_ms <= ?1 ORDER BY w.next_ms, w.no LIMIT ?2")
                                           .c_str()));
  q.bind(1, toMillis(at)).bind(2, most);
  return readWatches(q);
}

Result<int> SiteStore::putMatch(const Actor& by, const MatchWish& wish) {
  if (wish.theirPacks < 1 || wish.ourPacks < 1 || wish.theirPacks > 10'000 || wish.ourPacks > 10'000)
    return fail(QStringLiteral("watch.bad-packs"));
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(const Actor who, mayDo(m_db, by, Permission::EditCompetitors));
  PW_TRY(Query find, Query::prepare(m_db, "SELECT no FROM product_match WHERE competitor_no = ?1 AND external_code = "
                                          "?2 AND listing_no = ?3"));
  find.bind(1, wish.competitorNo).bind(2, wish.externalCode).bind(3, wish.listingNo);
  PW_TRY(const bool there, find.step());
  if (there)
    return smallInteger(find, 0);
  find.reset();
  const QString id = m_ids.next().toString();
  PW_TRY(Query q,
         Query::prepare(m_db, "INSERT INTO product_match (id, competitor_no, external_code, title, listing_no, "
                              "state, confirmed_by, their_packs, our_packs) VALUES (?1, ?2, ?3, ?4, ?5, "
                              "'confirmed', ?6, ?7, ?8) RETURNING no"));
  q.bind(1, id).bind(2, wish.competitorNo).bind(3, wish.externalCode).bind(4, wish.title).bind(5, wish.listingNo);
  PW_TRY([[maybe_unused]] const bool written,
         q.bind(6, who.user).bind(7, wish.theirPacks).bind(8, wish.ourPacks).step());
  const int no = smallInteger(q, 0);
  q.reset();
  PW_CHECK(m_journal.append(who, QStringLiteral("match.confirmed"), QStringLiteral("product_match"), id,
                            {{QStringLiteral("competitor"), wish.competitorNo},
                             {QStringLiteral("code"), wish.externalCode},
                             {QStringLiteral("listing"), wish.listingNo},
                             {QStringLiteral("packs"), QJsonArray{wish.theirPacks, wish.ourPacks}}},
                            QStringLiteral("insert")));
  PW_CHECK(in.commit());
  return no;
}

Result<int> SiteStore::putWatch(const Actor& by, int siteNo, int matchNo, const QString& url) {
  const QUrl parsed(url, QUrl::StrictMode);
  if (!parsed.isValid() || parsed.host().isEmpty() || url.size() > 8192)
    return fail(QStringLiteral("watch.bad-url"), {{QStringLiteral("url"), url.left(200)}});
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(const Actor who, mayDo(m_db, by, Permission::EditSources));
  PW_TRY(Query match, Query::prepare(m_db, "SELECT 1 FROM product_match WHERE no = ?1"));
  PW_TRY(const bool known, match.bind(1, matchNo).step());
  if (!known)
    return fail(QStringLiteral("watch.unknown-match"), {{QStringLiteral("match"), QString::number(matchNo)}});
  match.reset();
  PW_TRY(Query find, Query::prepare(m_db, "SELECT no FROM watch WHERE match_no = ?1 AND url = ?2"));
  PW_TRY(const bool there, find.bind(1, matchNo).bind(2, url).step());
  if (there)
    return smallInteger(find, 0);
  find.reset();
  PW_TRY(Query q, Query::prepare(m_db, "INSERT INTO watch (site_no, match_no, url) VALUES (?1, ?2, ?3) RETURNING no"));
  PW_TRY([[maybe_unused]] const bool written, q.bind(1, siteNo).bind(2, matchNo).bind(3, url).step());
  const int no = smallInteger(q, 0);
  q.reset();
  PW_CHECK(m_journal.append(
      who, QStringLiteral("watch.added"), QStringLiteral("watch"), QString::number(no),
      {{QStringLiteral("site"), siteNo}, {QStringLiteral("match"), matchNo}, {QStringLiteral("url"), url}},
      QStringLiteral("insert")));
  PW_CHECK(in.commit());
  return no;
}

Status SiteStore::makeDue(int siteNo) {
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(Query q, Query::prepare(m_db, "UPDATE watch SET next_ms = 0 WHERE site_no = ?1"));
  PW_CHECK(q.bind(1, siteNo).run());
  return in.commit();
}

Status SiteStore::switchWatch(const Actor& by, int watchNo, bool on) {
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(const Actor who, mayDo(m_db, by, Permission::EditSources));
  PW_TRY(Query q, Query::prepare(m_db, "UPDATE watch SET is_on = ?2 WHERE no = ?1 AND is_on <> ?2 RETURNING no"));
  PW_TRY(const bool changed, q.bind(1, watchNo).bind(2, on ? 1 : 0).step());
  q.reset();
  if (changed)
    PW_CHECK(m_journal.append(who, QStringLiteral("watch.switched"), QStringLiteral("watch"), QString::number(watchNo),
                              {{QStringLiteral("on"), on}}));
  return in.commit();
}

Status SiteStore::keepOne(Found& found) {
  PageLook& look = found.look;
  if (!found.page.isEmpty()) {
    look.pageSha256 = sha256Hex(found.page);
    PW_TRY(Query page, Query::prepare(m_db, "INSERT INTO page (sha256, bytes, size, stored_ms) VALUES (?1, ?2, ?3, ?4) "
                                            "ON CONFLICT (sha256) DO UPDATE SET stored_ms = ?4"));
    if (found.packed.isEmpty())
      found.packed = packed(found.page);
    page.bind(1, look.pageSha256).bind(2, found.packed).bind(3, qint64(found.page.size()));
    PW_CHECK(page.bind(4, toMillis(look.at)).run());
  }
  if (found.offer) {
    Offer& o = *found.offer;
    PW_TRY(Query q,
           Query::prepare(m_db, "INSERT INTO offer (match_no, source_no, seller, observed_ms, price_micro, "
                                "shipping_micro, currency, in_stock, state, state_reason, evidence) VALUES "
                                "(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) ON CONFLICT (match_no, "
                                "source_no, seller, observed_ms) DO UPDATE SET price_micro = ?5 RETURNING no"));
    q.bind(1, o.matchNo).bind(2, o.sourceNo).bind(3, o.seller).bind(4, toMillis(o.observedAt));
    q.bind(5, o.price.value.micros()).bind(6, o.shipping.micros()).bind(7, o.price.currency.code());
    q.bind(8, o.inStock ? 1 : 0).bind(9, offerStateName(o.state)).bind(10, o.stateReason);
    PW_TRY([[maybe_unused]] const bool written, q.bind(11, o.evidence).step());
    o.no = q.integer(0), look.offerNo = o.no;
  }
  PW_TRY(Query q, Query::prepare(m_db, "INSERT INTO page_look (watch_no, at_ms, url, origin, status, error, attempts, "
                                       "took_ms, bytes, headers, page_sha256, found, offer_no) VALUES (?1, ?2, ?3, ?4, "
                                       "?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)"));
  q.bind(1, look.watchNo).bind(2, toMillis(look.at)).bind(3, look.url).bind(4, lookOriginName(look.origin));
  q.bind(5, look.status).bind(6, look.error).bind(7, look.attempts).bind(8, qint64(look.took.count()));
  q.bind(9, look.bytes).bind(10, compact(look.headers)).bind(11, look.pageSha256).bind(12, compact(look.found));
  PW_CHECK(q.bind(13, look.offerNo).run());
  const Watch& w = found.watch;
  PW_TRY(Query u,
         Query::prepare(m_db, "UPDATE watch SET next_ms = ?2, looks = ?3, moves = ?4, failures = ?5, last_ms = "
                              "?6, last_good_ms = ?7, last_error = ?8, etag = ?9, last_modified = ?10, "
                              "price_micro = ?11, currency = ?12 WHERE no = ?1"));
  u.bind(1, w.no).bind(2, toMillis(w.next)).bind(3, w.looks).bind(4, w.moves).bind(5, w.failures);
  u.bind(6, w.last ? std::optional(toMillis(*w.last)) : std::nullopt);
  u.bind(7, w.lastGood ? std::optional(toMillis(*w.lastGood)) : std::nullopt).bind(8, w.lastError).bind(9, w.etag);
  u.bind(10, w.lastModified).bind(11, w.price ? std::optional(w.price->micros()) : std::nullopt);
  return u.bind(12, w.currency).run();
}

Status SiteStore::keep(const Actor& by, std::vector<Found>& found) {
  if (found.empty())
    return {};
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(const Actor who, mayDo(m_db, by, Permission::RunCycles));
  qint64 offers = 0, failed = 0, standIns = 0;
  std::map<QString, qint64> reasons;
  QByteArray digested;
  for (Found& one : found) {
    PW_CHECK(keepOne(one));
    offers += one.offer.has_value(), failed += !one.look.error.isEmpty();
    standIns += one.look.origin == LookOrigin::Api;
    if (!one.look.error.isEmpty())
      ++reasons[one.look.error];
    digested += one.look.url.toUtf8() + ' ' + QByteArray::number(one.offer ? one.offer->price.value.micros() : -1) +
                ' ' + one.look.pageSha256.toLatin1() + ' ' + one.look.error.toLatin1() + '\n';
  }
  QJsonObject why;
  for (const auto& [code, count] : reasons)
    why.insert(code, count);
  PW_CHECK(m_journal.append(who, QStringLiteral("market.watched"), QStringLiteral("page_look"),
                            QString::number(found.front().look.watchNo),
                            {{QStringLiteral("looks"), qint64(found.size())},
                             {QStringLiteral("offers"), offers},
                             {QStringLiteral("failed"), failed},
                             {QStringLiteral("standIns"), standIns},
                             {QStringLiteral("reasons"), why},
                             {QStringLiteral("digest"), sha256Hex(digested)}},
                            QStringLiteral("bulk")));
  return in.commit();
}

Result<std::vector<PageLook>> SiteStore::looks(std::optional<int> watchNo, Instant since, int most) const {
  const std::string sql = std::string(kLookColumns) + (watchNo ? "WHERE watch_no = ?2 AND" : "WHERE") +
                          " at_ms > ?1 ORDER BY at_ms DESC, no DESC LIMIT ?3";
  PW_TRY(Query q, Query::prepare(m_db, sql.c_str()));
  q.bind(1, toMillis(since)).bind(3, most);
  if (watchNo)
    q.bind(2, *watchNo);
  std::vector<PageLook> out;
  PW_CHECK(eachRow(q, [&]() -> Status {
    PW_TRY(PageLook look, readLook(q));
    out.push_back(std::move(look));
    return {};
  }));
  return out;
}

Result<SiteStore::Spent> SiteStore::spentSince(Instant since) const {
  PW_TRY(Query q,
         Query::prepare(m_db, "SELECT count(*), coalesce(sum(attempts), 0), coalesce(sum(bytes), 0), min(at_ms) "
                              "FROM page_look WHERE at_ms > ?1 AND origin <> 'api'"));
  PW_TRY([[maybe_unused]] const bool row, q.bind(1, toMillis(since)).step());
  return Spent{q.integer(0), q.integer(1), q.integer(2), optionalInstant(q, 3)};
}

Result<std::optional<PageLook>> SiteStore::lookOfOffer(qint64 offerNo) const {
  PW_TRY(Query q,
         Query::prepare(m_db, (std::string(kLookColumns) + "WHERE offer_no = ?1 ORDER BY no LIMIT 1").c_str()));
  PW_TRY(const bool there, q.bind(1, offerNo).step());
  if (!there)
    return std::optional<PageLook>();
  PW_TRY(PageLook look, readLook(q));
  return std::optional<PageLook>(std::move(look));
}

Result<std::optional<SiteStore::Accepted>> SiteStore::lastAccepted(int watchNo) const {
  PW_TRY(Query q,
         Query::prepare(m_db, "SELECT l.found, o.price_micro, o.currency FROM page_look l JOIN offer o ON o.no = "
                              "l.offer_no WHERE l.watch_no = ?1 AND o.state = 'accepted' "
                              "ORDER BY l.at_ms DESC, l.no DESC LIMIT 1"));
  PW_TRY(const bool there, q.bind(1, watchNo).step());
  if (!there)
    return std::optional<Accepted>();
  PW_TRY(const Currency currency, Currency::fromCode(q.text(2)));
  return std::optional<Accepted>(
      Accepted{QJsonDocument::fromJson(q.text(0).toUtf8()).object(), {Decimal::fromMicros(q.integer(1)), currency}});
}

void SiteStore::pack(std::vector<Found>& found) {
  for (Found& one : found)
    if (!one.page.isEmpty() && one.packed.isEmpty())
      one.packed = packed(one.page);
}

Result<QByteArray> SiteStore::page(const QString& sha256) const {
  PW_TRY(Query q, Query::prepare(m_db, "SELECT bytes FROM page WHERE sha256 = ?1"));
  PW_TRY(const bool there, q.bind(1, sha256).step());
  if (!there)
    return fail(QStringLiteral("page.unknown"), {{QStringLiteral("page"), sha256}});
  const QByteArray bytes = qUncompress(q.blob(0));
  if (sha256Hex(bytes) != sha256)
    return fail(QStringLiteral("page.damaged"), {{QStringLiteral("page"), sha256}});
  return bytes;
}

Result<SiteStore::Forgotten> SiteStore::forgetBefore(const Actor& by, Instant before) {
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(const Actor who, mayDo(m_db, by, Permission::RunCycles));
  const auto dropped = [&](const char* sql) -> Result<qint64> {
    PW_TRY(Query q, Query::prepare(m_db, sql));
    PW_CHECK(q.bind(1, toMillis(before)).run());
    return q.changes();
  };
  Forgotten gone;
  PW_TRY(gone.looks, dropped("DELETE FROM page_look WHERE at_ms < ?1 AND offer_no IS NULL AND "
                             "at_ms < (SELECT max(l.at_ms) FROM page_look l WHERE l.watch_no = page_look.watch_no)"));
  // A page that answers "unchanged" is kept from its first look on, and is still what its offers stand on.
  PW_TRY(gone.pages, dropped("DELETE FROM page WHERE stored_ms < ?1 AND NOT EXISTS "
                             "(SELECT 1 FROM page_look l WHERE l.page_sha256 = page.sha256 AND l.at_ms >= ?1)"));
  if (gone.pages > 0 || gone.looks > 0)
    PW_CHECK(m_journal.append(
        who, QStringLiteral("pages.forgotten"), QStringLiteral("page"), QString::number(gone.pages),
        {{QStringLiteral("pages"), gone.pages}, {QStringLiteral("looks"), gone.looks}}, QStringLiteral("bulk")));
  PW_CHECK(in.commit());
  return gone;
}

} // namespace pricewright
