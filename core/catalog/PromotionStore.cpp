// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/PromotionStore.h"

#include "base/Words.h"
#include "catalog/Rows.h"

namespace pricewright {
namespace {

constexpr int kLongestDays = 3'660; // as an imported row

QJsonObject bodyOf(const CalendarPromotion& p) {
  return {{s("listing"), p.what.listingNo},
          {s("channel"), p.what.channelNo},
          {s("from"), isoDay(p.what.from)},
          {s("to"), isoDay(p.what.to)},
          {s("mechanism"), p.what.mechanism},
          {s("price"), p.what.priceMinor ? QJsonValue(*p.what.priceMinor) : QJsonValue()}};
}

Status check(const Promotion& p) {
  if (p.to < p.from || (p.to - p.from).count() > kLongestDays)
    return fail(s("catalog.bad-period"));
  if (p.priceMinor && *p.priceMinor <= 0)
    return fail(s("catalog.bad-price"));
  return {};
}

} // namespace

PromotionStore::PromotionStore(Database& db, Journal& journal) : m_db(db), m_journal(journal) {}

Result<std::vector<CalendarPromotion>> PromotionStore::read(const char* where, qint64 a, qint64 b, qint64 c) const {
  const std::string sql = std::string("SELECT p.id, p.listing_no, p.channel_no, p.from_day, p.to_day, p.price_minor, "
                                      "p.mechanism, coalesce(i.file_name, '') FROM promotion p LEFT JOIN import_batch "
                                      "i ON i.no = p.import_no WHERE ") +
                          where;
  PW_TRY(Query q, Query::prepare(m_db, sql.c_str()));
  q.bind(1, a).bind(2, b).bind(3, c);
  std::vector<CalendarPromotion> all;
  PW_CHECK(eachRow(q, [&]() -> Status {
    all.push_back({idOf(q, 0),
                   {smallInteger(q, 1), smallInteger(q, 2), fromDayNumber(smallInteger(q, 3)),
                    fromDayNumber(smallInteger(q, 4)), optionalInteger(q, 5), q.text(6)},
                   q.text(7)});
    return {};
  }));
  return all;
}

Result<std::vector<CalendarPromotion>> PromotionStore::touching(Day from, Day to, int most) const {
  return read("p.from_day <= ?2 AND p.to_day >= ?1 ORDER BY p.from_day DESC, p.listing_no, p.no LIMIT ?3",
              toDayNumber(from), toDayNumber(to), most);
}

Result<std::vector<CalendarPromotion>> PromotionStore::of(int listingNo, Day from, Day to) const {
  return read("p.from_day <= ?2 AND p.to_day >= ?1 AND p.listing_no = ?3 ORDER BY p.from_day, p.no", toDayNumber(from),
              toDayNumber(to), listingNo);
}

Result<std::optional<CalendarPromotion>> PromotionStore::find(const Id& id) const {
  PW_TRY(Query q, Query::prepare(m_db, "SELECT listing_no, from_day FROM promotion WHERE id = ?1"));
  PW_TRY(const bool there, q.bind(1, id.toString()).step());
  if (!there)
    return std::optional<CalendarPromotion>();
  const Day from = fromDayNumber(smallInteger(q, 1));
  PW_TRY(const auto rows, of(smallInteger(q, 0), from, from));
  for (const CalendarPromotion& p : rows)
    if (p.id == id)
      return std::optional(p);
  return std::optional<CalendarPromotion>();
}

Status PromotionStore::put(const Actor& by, const CalendarPromotion& p, const QJsonObject& facts) {
  PW_CHECK(check(p.what));
  PW_TRY(const auto before, find(p.id));
  if (before && *before == p)
    return {};
  PW_TRY(Query taken, Query::prepare(m_db, "SELECT 1 FROM promotion WHERE listing_no = ?1 AND channel_no = ?2 AND "
                                           "from_day = ?3 AND mechanism = ?4 AND id <> ?5"));
  taken.bind(1, p.what.listingNo).bind(2, p.what.channelNo).bind(3, toDayNumber(p.what.from));
  PW_TRY(const bool isTaken, taken.bind(4, p.what.mechanism).bind(5, p.id.toString()).step());
  if (isTaken)
    return fail(s("promotion.taken"), {{s("day"), isoDay(p.what.from)}});
  PW_TRY(Query q,
         Query::prepare(m_db, "INSERT INTO promotion (id, listing_no, channel_no, from_day, to_day, price_minor, "
                              "mechanism) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (id) DO UPDATE SET "
                              "listing_no = ?2, channel_no = ?3, from_day = ?4, to_day = ?5, price_minor = ?6, "
                              "mechanism = ?7, import_no = NULL, version = version + 1"));
  q.bind(1, p.id.toString()).bind(2, p.what.listingNo).bind(3, p.what.channelNo).bind(4, toDayNumber(p.what.from));
  q.bind(5, toDayNumber(p.what.to)).bind(6, p.what.priceMinor).bind(7, p.what.mechanism);
  PW_CHECK(q.run());
  QJsonObject body = bodyOf(p);
  if (before)
    body.insert(s("before"), bodyOf(*before));
  for (auto it = facts.begin(); it != facts.end(); ++it)
    body.insert(it.key(), it.value());
  PW_CHECK(m_journal.append(by, before ? s("promotion.changed") : s("promotion.planned"), s("promotion"),
                            p.id.toString(), body, before ? s("update") : s("insert")));
  return {};
}

Status PromotionStore::remove(const Actor& by, const CalendarPromotion& p) {
  PW_TRY(Query q, Query::prepare(m_db, "DELETE FROM promotion WHERE id = ?1 RETURNING no"));
  PW_TRY(const bool done, q.bind(1, p.id.toString()).step());
  if (!done)
    return fail(s("promotion.gone"));
  q.reset();
  PW_CHECK(m_journal.append(by, s("promotion.cancelled"), s("promotion"), p.id.toString(), bodyOf(p), s("delete")));
  return {};
}

} // namespace pricewright
