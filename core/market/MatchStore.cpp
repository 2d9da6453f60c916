// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/MatchStore.h"

#include "base/Json.h"
#include "catalog/Permissions.h"
#include "catalog/Rows.h"

#include <QJsonArray>

#include <cmath>

namespace pricewright {
namespace {

constexpr qsizetype kMostNamed = 500; // matches in one entry of the journal; of more a digest stands there

} // namespace

MatchStore::MatchStore(Database& db, Journal& journal, IdSource& ids) : m_db(db), m_journal(journal), m_ids(ids) {}

Result<std::vector<ProductMatch>> MatchStore::matches(MatchState state, int most) const {
  PW_TRY(Query q,
         Query::prepare(m_db, "SELECT no, competitor_no, listing_no, external_code, title, confidence_milli, "
                              "confirmed_by, their_packs, our_packs, evidence FROM product_match WHERE state = ?1 "
                              "ORDER BY confidence_milli DESC, no LIMIT ?2"));
  q.bind(1, matchStateName(state)).bind(2, most);
  std::vector<ProductMatch> out;
  PW_CHECK(eachRow(q, [&]() -> Status {
    ProductMatch m;
    m.no = smallInteger(q, 0), m.competitorNo = smallInteger(q, 1), m.listingNo = smallInteger(q, 2);
    m.externalCode = q.text(3), m.title = q.text(4), m.confidence = double(q.integer(5)) / 1000;
    m.confirmedBy = q.text(6), m.theirPacks = smallInteger(q, 7), m.ourPacks = smallInteger(q, 8), m.state = state;
    m.evidence = q.text(9).split(u'\n', Qt::SkipEmptyParts);
    out.push_back(std::move(m));
    return {};
  }));
  return out;
}

Result<int> MatchStore::suggest(const Actor& by, const std::vector<ProductMatch>& found) {
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(const Actor who, mayDo(m_db, by, Permission::EditCompetitors));
  PW_TRY(const int fresh, putSuggestions(who, found));
  PW_CHECK(in.commit());
  return fresh;
}

Result<int> MatchStore::suggest(const Transaction&, const Actor& who, const std::vector<FeedTie>& found) {
  std::vector<ProductMatch> matches;
  matches.reserve(found.size());
  for (const FeedTie& tie : found) {
    ProductMatch m;
    m.competitorNo = tie.competitorNo, m.listingNo = tie.listingNo, m.externalCode = tie.externalCode;
    m.title = tie.title, m.confidence = tie.confidence, m.evidence = tie.evidence;
    m.theirPacks = tie.theirPacks, m.ourPacks = tie.ourPacks;
    matches.push_back(std::move(m));
  }
  return putSuggestions(who, matches);
}

Result<int> MatchStore::putSuggestions(const Actor& who, const std::vector<ProductMatch>& found) {
  PW_TRY(Query q,
         Query::prepare(m_db, "INSERT INTO product_match (id, competitor_no, external_code, title, listing_no, "
                              "state, confidence_milli, their_packs, our_packs, evidence) VALUES (?1, ?2, ?3, ?4, "
                              "?5, 'suggested', ?6, ?7, ?8, ?9) ON CONFLICT (competitor_no, external_code, listing_no) "
                              "DO UPDATE SET confidence_milli = ?6, title = ?4, their_packs = ?7, our_packs = "
                              "?8, evidence = ?9, version = version + 1 WHERE state = 'suggested' AND "
                              "confidence_milli < ?6"));
  int fresh = 0;
  for (const ProductMatch& m : found) {
    q.bind(1, m_ids.next().toString()).bind(2, m.competitorNo).bind(3, m.externalCode).bind(4, m.title);
    q.bind(5, m.listingNo).bind(6, qint64(std::llround(1000 * std::clamp(m.confidence, 0.0, 1.0))));
    PW_CHECK(q.bind(7, m.theirPacks).bind(8, m.ourPacks).bind(9, m.evidence.join(u'\n')).run());
    fresh += int(q.changes());
  }
  if (fresh > 0)
    PW_CHECK(m_journal.append(who, QStringLiteral("matches.suggested"), QStringLiteral("product_match"),
                              QString::number(fresh), {{QStringLiteral("count"), fresh}}, QStringLiteral("bulk")));
  return fresh;
}

Status MatchStore::confirm(const Transaction&, const Actor& who, std::vector<FeedTie>& ties) {
  PW_TRY(Query find, Query::prepare(m_db, "SELECT no, state FROM product_match WHERE competitor_no = ?1 AND "
                                          "external_code = ?2 AND listing_no = ?3"));
  PW_TRY(Query make,
         Query::prepare(m_db, "INSERT INTO product_match (id, competitor_no, external_code, title, listing_no, state, "
                              "confirmed_by, their_packs, our_packs) VALUES (?1, ?2, ?3, ?4, ?5, 'confirmed', ?6, ?7, "
                              "?8) RETURNING no"));
  PW_TRY(Query settle, Query::prepare(m_db, "UPDATE product_match SET state = 'confirmed', confirmed_by = ?2, version "
                                            "= version + 1 WHERE no = ?1"));
  QJsonArray fresh;
  QSet<int> decidedOf; // competitors
  for (FeedTie& tie : ties) {
    find.bind(1, tie.competitorNo).bind(2, tie.externalCode).bind(3, tie.listingNo);
    PW_TRY(const bool there, find.step());
    const bool waits = there && find.text(1) == u"suggested";
    if (there) {
      tie.matchNo = smallInteger(find, 0);
    } else {
      make.bind(1, m_ids.next().toString()).bind(2, tie.competitorNo).bind(3, tie.externalCode).bind(4, tie.title);
      make.bind(5, tie.listingNo).bind(6, who.user).bind(7, tie.theirPacks).bind(8, tie.ourPacks);
      PW_TRY([[maybe_unused]] const bool written, make.step());
      tie.matchNo = smallInteger(make, 0);
      make.reset();
    }
    find.reset();
    if (waits) {
      PW_CHECK(settle.bind(1, tie.matchNo).bind(2, who.user).run());
      decidedOf.insert(tie.competitorNo);
    }
    if (waits || !there)
      fresh.append(tie.matchNo);
  }
  PW_CHECK(readFeedsAnew(m_db, decidedOf));
  if (fresh.isEmpty())
    return {};
  QJsonObject body{{QStringLiteral("count"), fresh.size()},
                   {QStringLiteral("digest"), sha256Hex(canonicalJson(fresh))},
                   {QStringLiteral("state"), matchStateName(MatchState::Confirmed)}};
  if (fresh.size() <= kMostNamed)
    body.insert(QStringLiteral("matches"), fresh);
  PW_CHECK(m_journal.append(who, QStringLiteral("matches.decided"), QStringLiteral("product_match"),
                            QString::number(fresh.first().toInteger()), body, QStringLiteral("bulk")));
  return {};
}

Status readFeedsAnew(Database& db, const QSet<int>& competitors) {
  PW_TRY(Query q,
         Query::prepare(db, "UPDATE feed SET memory = json_remove(memory, '$.file', '$.written'), next_ms = "
                            "iif(next_ms > 0, 0, next_ms - 1) WHERE competitor_no IS NULL OR competitor_no = ?1"));
  for (const int competitor : competitors)
    PW_CHECK(q.bind(1, competitor).run());
  return {};
}

Status MatchStore::decide(const Actor& by, const std::vector<int>& matches, MatchState state) {
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(const Actor who, mayDo(m_db, by, Permission::EditCompetitors));
  PW_TRY(Query q, Query::prepare(m_db, "UPDATE product_match SET state = ?2, confirmed_by = ?3, version = version + 1 "
                                       "WHERE no = ?1 RETURNING competitor_no"));
  QJsonArray numbers;
  QSet<int> confirmedOf; // competitors
  for (const int no : matches) {
    PW_TRY(const bool there, q.bind(1, no).bind(2, matchStateName(state)).bind(3, who.user).step());
    if (!there)
      return fail(QStringLiteral("market.unknown-match"), {{QStringLiteral("match"), QString::number(no)}});
    numbers.append(no);
    if (state == MatchState::Confirmed)
      confirmedOf.insert(smallInteger(q, 0));
    q.reset();
  }
  PW_CHECK(readFeedsAnew(m_db, confirmedOf));
  PW_CHECK(m_journal.append(who, QStringLiteral("matches.decided"), QStringLiteral("product_match"),
                            matches.empty() ? QString() : QString::number(matches.front()),
                            {{QStringLiteral("matches"), numbers}, {QStringLiteral("state"), matchStateName(state)}}));
  return in.commit();
}

} // namespace pricewright
