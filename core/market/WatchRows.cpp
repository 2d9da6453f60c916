// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The watched pages of the SiteStore.
#include "catalog/Permissions.h"
#include "catalog/Rows.h"
#include "market/PageBatch.h"
#include "market/SiteStore.h"

#include <QJsonArray>

namespace pricewright {
namespace {

constexpr char kWatchColumns[] =
    "SELECT w.no, w.site_no, w.match_no, m.listing_no, w.url, w.is_on, w.next_ms, w.looks, w.moves, w.failures, "
    "w.last_ms, w.last_good_ms, w.last_error, w.etag, w.last_modified, w.price_micro, w.currency, "
    "m.their_packs, m.our_packs, m.state = 'confirmed' FROM watch w "
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
  w.theirPacks = smallInteger(q, 17), w.ourPacks = smallInteger(q, 18), w.isMatched = q.integer(19) != 0;
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

} // namespace

Result<std::vector<Watch>> SiteStore::watches() const {
  PW_TRY(Query q, Query::prepare(m_db, std::string(kWatchColumns).append("ORDER BY w.no").c_str()));
  return readWatches(q);
}

Result<std::vector<Watch>> SiteStore::dueWatches(Instant at, int most) const {
  PW_TRY(Query q, Query::prepare(m_db, std::string(kWatchColumns)
                                           .append("JOIN site s ON s.no = w.site_no WHERE w.is_on = 1 AND s.is_on = 1 "
                                                   "AND m.state = 'confirmed' AND w.next_ms <= ?1 "
                                                   "ORDER BY w.next_ms, w.no LIMIT ?2")
                                           .c_str()));
  q.bind(1, toMillis(at)).bind(2, most);
  return readWatches(q);
}

Result<int> SiteStore::putMatch(const Actor& by, const MatchWish& wish) {
  PW_CHECK(checkPacks({wish.theirPacks, wish.ourPacks}));
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

// At another time than it was: a round that is under way sees by it that it is to be looked at again.
Status SiteStore::makeDue(int siteNo) {
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(Query q,
         Query::prepare(m_db, "UPDATE watch SET next_ms = iif(next_ms > 0, 0, next_ms - 1) WHERE site_no = ?1"));
  PW_CHECK(q.bind(1, siteNo).run());
  return in.commit();
}

Result<QHash<int, SiteStore::Bar>> SiteStore::barred() const {
  PW_TRY(Query q,
         Query::prepare(m_db, "SELECT w.no, w.is_on AND s.is_on, s.terms = 'accepted' FROM watch w JOIN site s ON s.no "
                              "= w.site_no JOIN product_match m ON m.no = w.match_no WHERE w.is_on = 0 OR s.is_on = 0 "
                              "OR s.terms <> 'accepted' OR m.state <> 'confirmed'"));
  QHash<int, Bar> out;
  PW_CHECK(eachRow(q, [&]() -> Status {
    const bool isOn = q.integer(1) != 0, isAccepted = q.integer(2) != 0;
    out.insert(smallInteger(q, 0), !isOn ? Bar::Off : !isAccepted ? Bar::Terms : Bar::Match);
    return {};
  }));
  return out;
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

} // namespace pricewright
