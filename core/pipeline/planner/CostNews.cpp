// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/planner/CostNews.h"

#include <map>

namespace pricewright {
namespace {

constexpr auto kJumpIsNews = std::chrono::days(8), kSlipIsNews = std::chrono::days(90);
constexpr int kJudgedPerFeed = 3; // fewer tell nothing about a feed

// a/b > n/d, exactly; all positive.
bool over(qint64 a, qint64 b, qint64 n, qint64 d) { return compareProducts(a, d, b, n) > 0; }

// Within a sixth of a factor of ten or a hundred, as for competitor offers; anything above tenfold is a slip as well.
CostDoubt compare(const Amount& now, const Amount& before, bool& hundredfold) {
  const qint64 high = std::max(now.value.micros(), before.value.micros()),
               low = std::min(now.value.micros(), before.value.micros());
  hundredfold = over(high, low, 86, 1) && !over(high, low, 116, 1);
  if (over(high, low, 86, 10))
    return CostDoubt::Slip;
  return over(high, low, 3, 2) ? CostDoubt::Jump : CostDoubt::None;
}

// Where both came with one file, nobody learnt of a change when it was read: then its own date counts.
Instant newsSince(const CostBelief& belief, const CostBelief& before) {
  const Instant began = startOf(belief.from);
  return belief.learnt && belief.importNo != before.importNo ? std::max(began, *belief.learnt) : began;
}

using Beliefs = std::map<int, std::vector<CostBelief>>; // by listing

Result<std::map<qint64, Instant>> importTimes(Database& db) {
  PW_TRY(Query q, Query::prepare(db, "SELECT no, at_ms FROM import_batch"));
  std::map<qint64, Instant> times;
  for (;;) {
    PW_TRY(const bool row, q.step());
    if (!row)
      return times;
    times[q.integer(0)] = fromMillis(q.integer(1));
  }
}

// listing, from_day, amount, currency, import
Status collect(Query& q, const std::map<qint64, Instant>& times, Beliefs& into) {
  for (;;) {
    PW_TRY(const bool row, q.step());
    if (!row)
      return {};
    const Result<Currency> currency = Currency::fromCode(q.text(3));
    if (!currency)
      continue;
    CostBelief belief{int(q.integer(0)),
                      fromDayNumber(int(q.integer(1))),
                      {Decimal::fromMicros(q.integer(2)), *currency},
                      q.integer(4),
                      {}};
    if (const auto time = times.find(belief.importNo); time != times.end())
      belief.learnt = time->second;
    into[belief.listingNo].push_back(belief);
  }
}

// What imports overwrote while it would still be news.
Status collectOverwritten(Database& db, Day on, Instant now, const std::map<qint64, Instant>& times, Beliefs& into) {
  PW_TRY(Query q, Query::prepare(db, "SELECT json_extract(u.row_before, '$.listing_no'), "
                                     "json_extract(u.row_before, '$.from_day') AS day, "
                                     "json_extract(u.row_before, '$.amount_micro'), "
                                     "json_extract(u.row_before, '$.currency'), "
                                     "coalesce(json_extract(u.row_before, '$.import_no'), 0) "
                                     "FROM import_batch b CROSS JOIN import_undo u ON u.import_no = b.no "
                                     "WHERE b.state = 'applied' AND b.at_ms >= ?1 AND u.table_name = 'cost' AND "
                                     "json_extract(u.row_before, '$.kind') = 'replacement' AND day <= ?2 "
                                     "ORDER BY u.import_no, u.position"));
  q.bind(1, toMillis(now - kSlipIsNews)).bind(2, toDayNumber(on));
  return collect(q, times, into);
}

// The rows of the last ninety days and two before them: a row that was in force all the time may still be news, where a
// file was dated back.
Status collectRows(Database& db, Day on, const std::map<qint64, Instant>& times, Beliefs& into) {
  PW_TRY(Query q, Query::prepare(db, "SELECT c.listing_no, c.from_day, c.amount_micro, c.currency, "
                                     "coalesce(c.import_no, 0) FROM listing l CROSS JOIN cost c ON "
                                     "c.listing_no = l.no AND c.kind = 'replacement' AND c.from_day <= ?1 AND "
                                     "c.from_day >= coalesce((SELECT from_day FROM cost e WHERE e.listing_no = l.no "
                                     "AND e.kind = 'replacement' AND e.from_day <= ?2 ORDER BY e.from_day DESC "
                                     "LIMIT 1 OFFSET 1), -1000000) WHERE l.active = 1 ORDER BY l.no, c.from_day"));
  q.bind(1, toDayNumber(on)).bind(2, toDayNumber(on - kSlipIsNews));
  return collect(q, times, into);
}

} // namespace

CostVerdict judgeCosts(std::span<const CostBelief> beliefs, Instant now) {
  CostVerdict out;
  const CostBelief* trusted = nullptr;
  for (const CostBelief& belief : beliefs) {
    out = {CostDoubt::None, belief.importNo, false, false};
    const bool comparable = trusted && trusted->amount.currency == belief.amount.currency &&
                            trusted->amount.value.micros() > 0 && belief.amount.value.micros() > 0;
    if (comparable) {
      const auto age = now - newsSince(belief, *trusted);
      out.isNews = age <= kJumpIsNews;
      out.doubt = compare(belief.amount, trusted->amount, out.hundredfold);
      if (age > (out.doubt == CostDoubt::Slip ? kSlipIsNews : kJumpIsNews))
        out.doubt = CostDoubt::None;
    }
    if (out.doubt == CostDoubt::None && belief.amount.value.micros() > 0)
      trusted = &belief;
  }
  return out;
}

Result<CostNews> loadCostNews(Database& db, Day on, Instant now) {
  PW_TRY(const auto times, importTimes(db));
  Beliefs all;
  PW_CHECK(collectOverwritten(db, on, now, times, all));
  PW_CHECK(collectRows(db, on, times, all)); // after what they replaced on the same day
  CostNews news;
  std::map<qint64, std::pair<int, int>> feeds; // import → judged, slipped by a hundred
  for (auto& [listing, beliefs] : all) {
    std::stable_sort(beliefs.begin(), beliefs.end(),
                     [](const CostBelief& a, const CostBelief& b) { return a.from < b.from; });
    const CostVerdict verdict = judgeCosts(beliefs, now);
    if (verdict.doubt != CostDoubt::None)
      news.doubts[listing] = verdict.doubt;
    if (!verdict.isNews)
      continue;
    auto& [judged, slipped] = feeds[verdict.feed];
    ++judged;
    slipped += verdict.doubt == CostDoubt::Slip && verdict.hundredfold;
  }
  for (const auto& [feed, moves] : feeds)
    news.feedsMovedByFactor += moves.first >= kJudgedPerFeed && 2 * moves.second > moves.first;
  return news;
}

} // namespace pricewright
