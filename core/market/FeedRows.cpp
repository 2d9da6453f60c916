// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The pulls of the FeedStore, and what they brought.
#include "base/Json.h"
#include "base/Words.h"
#include "catalog/Permissions.h"
#include "catalog/Rows.h"
#include "market/CompactJson.h"
#include "market/Competitors.h"
#include "market/FeedStore.h"
#include "market/MatchStore.h"

namespace pricewright {
namespace {

Result<Offer> readStandIn(const Query& q) {
  Offer o;
  o.no = q.integer(0), o.matchNo = smallInteger(q, 1), o.listingNo = smallInteger(q, 2);
  o.competitorNo = smallInteger(q, 3), o.sourceNo = smallInteger(q, 4), o.seller = q.text(5);
  o.observedAt = fromMillis(q.integer(6));
  const Result<Currency> currency = Currency::fromCode(q.text(8));
  if (!currency)
    return damagedRow("offer", QString::number(o.no), q.text(8));
  o.price = {Decimal::fromMicros(q.integer(7)), *currency}, o.shipping = Decimal::fromMicros(q.integer(9));
  o.inStock = q.integer(10) != 0, o.evidence = q.text(11);
  o.theirPacks = smallInteger(q, 12), o.ourPacks = smallInteger(q, 13);
  return o;
}

} // namespace

Result<qint64> FeedStore::keepOffer(Query& q, const Offer& o) {
  q.bind(1, o.matchNo).bind(2, o.sourceNo).bind(3, o.seller).bind(4, toMillis(o.observedAt));
  q.bind(5, o.price.value.micros()).bind(6, o.shipping.micros()).bind(7, o.price.currency.code());
  q.bind(8, o.inStock ? 1 : 0).bind(9, offerStateName(o.state)).bind(10, o.stateReason);
  PW_CHECK(q.bind(11, o.evidence).run());
  return q.changes();
}

// Whether the feed still stands as the pull found it: whoever makes one due changes when it would have been.
Result<bool> FeedStore::isAsFound(const FeedRun& r) const {
  PW_TRY(Query q, Query::prepare(m_db, "SELECT next_ms, memory FROM feed WHERE no = ?1"));
  PW_TRY(const bool there, q.bind(1, r.feedNo).step());
  return there && q.integer(0) == toMillis(r.nextBefore) &&
         QJsonDocument::fromJson(q.text(1).toUtf8()).object() == r.memoryBefore;
}

Status FeedStore::keepRun(FeedRun& r, bool asFound) {
  PW_TRY(Query q, Query::prepare(m_db, "INSERT INTO feed_run (feed_no, at_ms, pages, items, offers, suggested, "
                                       "unknown, unreadable, requests, is_complete, error, reasons, took_ms) VALUES "
                                       "(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13) RETURNING no"));
  q.bind(1, r.feedNo).bind(2, toMillis(r.at)).bind(3, r.pages).bind(4, r.items).bind(5, r.offers);
  q.bind(6, r.suggested).bind(7, r.unknown).bind(8, r.unreadable).bind(9, r.requests);
  q.bind(10, r.isComplete ? 1 : 0).bind(11, r.error).bind(12, compactJson(r.reasons));
  PW_TRY([[maybe_unused]] const bool written, q.bind(13, qint64(r.took.count())).step());
  r.no = q.integer(0);
  q.reset();
  PW_TRY(Query f, Query::prepare(m_db, "UPDATE feed SET last_run_ms = ?2, last_error = ?3, last_items = ?4, next_ms = "
                                       "iif(?7, ?5, next_ms), memory = iif(?7, ?6, memory) WHERE no = ?1"));
  f.bind(1, r.feedNo).bind(2, toMillis(r.at)).bind(3, r.error).bind(4, r.items).bind(5, toMillis(r.next));
  return f.bind(6, compactJson(r.memory)).bind(7, asFound ? 1 : 0).run();
}

Status FeedStore::keepPull(const Actor& by, FeedRun& run, FeedFinds& found) {
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(const Actor who, mayDo(m_db, by, Permission::RunCycles));
  PW_TRY(const bool asFound, isAsFound(run)); // before its own matches ask for another pull
  FeedFinds kept = found;                     // numbers of what is rolled back belong to nothing
  PW_CHECK(keepTies(in, by, run, kept));
  PW_CHECK(keepOffers(who, run, kept, asFound));
  PW_CHECK(in.commit());
  found = std::move(kept);
  return {};
}

// The matches, confirmed and suggested, with the competitors that they need.
Status FeedStore::keepTies(const Transaction& in, const Actor& by, FeedRun& run, FeedFinds& found) {
  run.suggested = 0;
  if (found.confirmed.empty() && found.suggested.empty())
    return {};
  PW_TRY(const Actor who, mayDo(m_db, by, Permission::EditCompetitors));
  PW_TRY(Competitors competitors, Competitors::load(m_db));
  for (std::vector<FeedTie>* ties : {&found.confirmed, &found.suggested})
    for (FeedTie& tie : *ties)
      if (tie.competitorNo == 0) {
        PW_TRY(tie.competitorNo, competitors.findOrMake(in, m_journal, m_ids, who, tie.seller));
      }
  MatchStore matches(m_db, m_journal, m_ids);
  PW_CHECK(matches.confirm(in, who, found.confirmed));
  PW_TRY(const int suggested, matches.suggest(in, who, found.suggested));
  run.suggested = suggested;
  for (FeedPrice& price : found.prices)
    if (price.offer.matchNo == 0) {
      const FeedTie& tie = found.confirmed[price.tie];
      price.offer.matchNo = tie.matchNo, price.offer.competitorNo = tie.competitorNo;
      price.offer.seller = competitors.codeOf(tie.competitorNo);
    }
  return {};
}

Status FeedStore::keepOffers(const Actor& who, FeedRun& run, const FeedFinds& found, bool asFound) {
  PW_TRY(Query insert,
         Query::prepare(m_db, "INSERT INTO offer (match_no, source_no, seller, observed_ms, price_micro, "
                              "shipping_micro, currency, in_stock, state, state_reason, evidence) VALUES (?1, ?2, ?3, "
                              "?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) ON CONFLICT (match_no, source_no, seller, "
                              "observed_ms) DO NOTHING"));
  run.offers = 0;
  QByteArray digested;
  for (const FeedPrice& price : found.prices) {
    const Offer& o = price.offer;
    PW_TRY(const qint64 fresh, keepOffer(insert, o));
    if (fresh == 0)
      continue;
    ++run.offers;
    digested += QByteArray::number(o.matchNo) + ' ' + QByteArray::number(toMillis(o.observedAt)) + ' ' +
                QByteArray::number(o.price.value.micros()) + ' ' + o.price.currency.code().toLatin1() + '\n';
  }
  PW_CHECK(keepRun(run, asFound));
  PW_CHECK(m_journal.append(who, s("feed.pulled"), s("feed_run"), QString::number(run.no),
                            {{s("feed"), run.feedNo},
                             {s("items"), run.items},
                             {s("offers"), run.offers},
                             {s("confirmed"), qint64(found.confirmed.size())},
                             {s("suggested"), run.suggested},
                             {s("unknown"), run.unknown},
                             {s("unreadable"), run.unreadable},
                             {s("complete"), run.isComplete},
                             {s("error"), run.error},
                             {s("digest"), sha256Hex(digested)}},
                            s("bulk")));
  return {};
}

Result<std::vector<FeedRun>> FeedStore::runs(std::optional<int> feedNo, int most) const {
  PW_TRY(Query q, Query::prepare(m_db, "SELECT no, feed_no, at_ms, pages, items, offers, suggested, unknown, "
                                       "unreadable, requests, is_complete, error, reasons, took_ms FROM feed_run "
                                       "WHERE ?1 IS NULL OR feed_no = ?1 ORDER BY at_ms DESC, no DESC LIMIT ?2"));
  q.bind(1, feedNo).bind(2, most);
  std::vector<FeedRun> out;
  PW_CHECK(eachRow(q, [&]() -> Status {
    FeedRun r;
    r.no = q.integer(0), r.feedNo = smallInteger(q, 1), r.at = fromMillis(q.integer(2)), r.pages = smallInteger(q, 3);
    r.items = q.integer(4), r.offers = q.integer(5), r.suggested = q.integer(6), r.unknown = q.integer(7);
    r.unreadable = q.integer(8), r.requests = q.integer(9), r.isComplete = q.integer(10) != 0, r.error = q.text(11);
    r.reasons = QJsonDocument::fromJson(q.text(12).toUtf8()).object(), r.took = Duration(q.integer(13));
    out.push_back(std::move(r));
    return {};
  }));
  return out;
}

Result<std::vector<StandIn>> FeedStore::newestFor(const std::vector<int>& matchNos, Instant since) const {
  // Feeds are few and their matches of one listing too: from the asked match outwards, each step by its index.
  PW_TRY(Query q,
         Query::prepare(m_db, "SELECT o.no, o.match_no, m.listing_no, m.competitor_no, o.source_no, o.seller, "
                              "o.observed_ms, o.price_micro, o.currency, o.shipping_micro, o.in_stock, o.evidence, "
                              "m.their_packs, m.our_packs, f.code FROM product_match asked JOIN product_match m ON "
                              "m.listing_no = asked.listing_no AND m.competitor_no = asked.competitor_no AND m.state = "
                              "'confirmed' CROSS JOIN feed f CROSS JOIN offer o ON o.match_no = m.no AND o.source_no = "
                              "f.source_no WHERE asked.no = ?1 AND f.is_on = 1 AND f.stands_in = 1 AND o.observed_ms > "
                              "?2 AND o.observed_ms <= ?3 AND o.state = 'accepted' ORDER BY o.observed_ms DESC, o.no "
                              "DESC LIMIT 1"));
  std::vector<StandIn> out;
  for (const int match : matchNos) {
    q.bind(1, match).bind(2, toMillis(since)).bind(3, toMillis(m_clock.now()));
    PW_TRY(const bool there, q.step());
    if (!there)
      continue;
    StandIn one;
    one.matchNo = match, one.feed = q.text(14);
    PW_TRY(one.offer, readStandIn(q));
    out.push_back(std::move(one));
  }
  return out;
}

} // namespace pricewright
