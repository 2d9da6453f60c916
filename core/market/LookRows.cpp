// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What looks at watched pages found.
#include "base/Json.h"
#include "catalog/Permissions.h"
#include "catalog/Rows.h"
#include "market/SiteStore.h"

#include <QJsonDocument>

#include <map>

namespace pricewright {
namespace {

QString compact(const QJsonObject& o) { return QString::fromUtf8(QJsonDocument(o).toJson(QJsonDocument::Compact)); }

constexpr char kLookColumns[] =
    "SELECT no, watch_no, at_ms, url, origin, status, error, attempts, took_ms, bytes, headers, "
    "page_sha256, found, offer_no, coalesce(requests, attempts) FROM page_look ";

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
  l.requests = q.integer(14);
  return l;
}

} // namespace

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
                                       "took_ms, bytes, headers, page_sha256, found, offer_no, requests) VALUES (?1, "
                                       "?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)"));
  q.bind(1, look.watchNo).bind(2, toMillis(look.at)).bind(3, look.url).bind(4, lookOriginName(look.origin));
  q.bind(5, look.status).bind(6, look.error).bind(7, look.attempts).bind(8, qint64(look.took.count()));
  q.bind(9, look.bytes).bind(10, compact(look.headers)).bind(11, look.pageSha256).bind(12, compact(look.found));
  PW_CHECK(q.bind(13, look.offerNo).bind(14, look.requests).run());
  return keepWatch(found);
}

// When it is due is somebody else's word too, who may have said so while it was looked at: a recipe that was saved.
Status SiteStore::keepWatch(const Found& found) {
  const Watch& w = found.watch;
  PW_TRY(Query u, Query::prepare(m_db, "UPDATE watch SET next_ms = iif(?13 IS NULL OR next_ms = ?13, ?2, next_ms), "
                                       "looks = ?3, moves = ?4, failures = ?5, last_ms = "
                                       "?6, last_good_ms = ?7, last_error = ?8, etag = ?9, last_modified = ?10, "
                                       "price_micro = ?11, currency = ?12 WHERE no = ?1"));
  u.bind(1, w.no).bind(2, toMillis(w.next)).bind(3, w.looks).bind(4, w.moves).bind(5, w.failures);
  u.bind(6, w.last ? std::optional(toMillis(*w.last)) : std::nullopt);
  u.bind(7, w.lastGood ? std::optional(toMillis(*w.lastGood)) : std::nullopt).bind(8, w.lastError).bind(9, w.etag);
  u.bind(10, w.lastModified).bind(11, w.price ? std::optional(w.price->micros()) : std::nullopt);
  u.bind(13, found.wasDue ? std::optional(toMillis(*found.wasDue)) : std::nullopt);
  return u.bind(12, w.currency).run();
}

Status SiteStore::keep(const Actor& by, std::vector<Found>& found, const Besides& besides) {
  if (found.empty() && besides.isNothing())
    return {};
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(const Actor who, mayDo(m_db, by, Permission::RunCycles));
  if (!besides.isNothing()) {
    PW_TRY(Query q, Query::prepare(m_db, "INSERT INTO request_besides (at_ms, requests, bytes) VALUES (?1, ?2, ?3)"));
    PW_CHECK(q.bind(1, toMillis(m_clock.now())).bind(2, besides.requests).bind(3, besides.bytes).run());
  }
  if (found.empty())
    return in.commit();
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

Status SiteStore::eachLook(int watchNo, Instant since, const TakeLook& take) const {
  PW_TRY(
      Query q,
      Query::prepare(
          m_db,
          std::string(kLookColumns).append("WHERE watch_no = ?1 AND at_ms > ?2 ORDER BY at_ms DESC, no DESC").c_str()));
  q.bind(1, watchNo).bind(2, toMillis(since));
  return eachRow(q, [&]() -> Status {
    PW_TRY(const PageLook look, readLook(q));
    return take(look);
  });
}

Result<SiteStore::Spent> SiteStore::spentSince(Instant since) const {
  PW_TRY(Query q,
         Query::prepare(m_db, "SELECT coalesce(sum(looks), 0), coalesce(sum(sent), 0), coalesce(sum(came), 0), "
                              "min(at) FROM (SELECT 1 AS looks, coalesce(requests, attempts) AS sent, bytes AS came, "
                              "at_ms AS at FROM page_look WHERE at_ms > ?1 AND origin <> 'api' UNION ALL "
                              "SELECT 0, requests, bytes, at_ms FROM request_besides WHERE at_ms > ?1)"));
  PW_TRY([[maybe_unused]] const bool row, q.bind(1, toMillis(since)).step());
  return Spent{q.integer(0), q.integer(1), q.integer(2), optionalInstant(q, 3)};
}

Result<std::optional<PageLook>> SiteStore::lookOfOffer(qint64 offerNo) const {
  PW_TRY(Query q,
         Query::prepare(m_db, std::string(kLookColumns).append("WHERE offer_no = ?1 ORDER BY no LIMIT 1").c_str()));
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
  PW_TRY([[maybe_unused]] const qint64 besides, dropped("DELETE FROM request_besides WHERE at_ms < ?1"));
  if (gone.pages > 0 || gone.looks > 0)
    PW_CHECK(m_journal.append(
        who, QStringLiteral("pages.forgotten"), QStringLiteral("page"), QString::number(gone.pages),
        {{QStringLiteral("pages"), gone.pages}, {QStringLiteral("looks"), gone.looks}}, QStringLiteral("bulk")));
  PW_CHECK(in.commit());
  return gone;
}

} // namespace pricewright
