// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The database's side of the ladder: what to publish, the plan before the files, the record after them.
#include "pipeline/channels/Work.h"

namespace pricewright {
namespace {

QJsonObject digests(const PriceList& list, const QString& folder) {
  return {{QStringLiteral("channel"), list.channel.code},
          {QStringLiteral("csv_sha256"), list.csvSha256},
          {QStringLiteral("json_sha256"), list.jsonSha256},
          {QStringLiteral("prices"), qint64(list.rows.size())},
          {QStringLiteral("folder"), folder},
          {QStringLiteral("as_of"), isoInstant(list.asOf)}};
}

QString stateAfter(PriceOrigin origin) {
  return origin == PriceOrigin::Rollback ? QStringLiteral("rolled_back") : QStringLiteral("published");
}

Result<std::map<int, Money>> regularPrices(const CatalogStore& store, Instant at) {
  PW_TRY(const auto prices, store.regularPricesInForce(at));
  std::map<int, Money> byListing;
  for (const PublishedPrice& price : prices)
    byListing[price.listingNo] = price.amount;
  return byListing;
}

// Why a decision that was approved is not published after all; "" where it is. Its approval was bound to the price that
// was in force then, and no price leaves its absolute bounds.
QString whyNot(const ChannelRow& row, const Catalog& catalog, const std::map<int, Money>& inForce) {
  const Listing* listing = catalog.listing(row.listingNo);
  if (!listing || !row.after.isValid() || row.after.minor() <= 0)
    return QStringLiteral("channels.no-price");
  if ((listing->minMinor && row.after.minor() < *listing->minMinor) ||
      (listing->maxMinor && row.after.minor() > *listing->maxMinor))
    return QStringLiteral("channels.outside-bounds");
  const auto now = inForce.find(row.listingNo);
  if (now == inForce.end() || now->second != row.before)
    return QStringLiteral("channels.price-changed-meanwhile");
  return {};
}

} // namespace

// A run died between plan and record. Its plan is repeated to the same bytes, with its moment; if prices were changed
// since, it is planned anew.
Status ChannelsAgent::takeUp(Work& w) {
  PW_TRY(Query q,
         Query::prepare(m_db, "SELECT MAX(planned_ms) FROM publication WHERE batch_no = ? AND state = 'planned'"));
  q.bind(1, *w.batchNo);
  PW_TRY(const bool found, q.step());
  if (!found || q.isNull(0))
    return {};
  const qint64 planned = q.integer(0);
  PW_TRY(Query newer, Query::prepare(m_db, "SELECT 1 FROM price WHERE from_ms > ? AND from_ms <= ? LIMIT 1"));
  newer.bind(1, planned).bind(2, toMillis(w.at));
  PW_TRY(const bool changed, newer.step());
  if (changed)
    return {};
  w.at = fromMillis(planned);
  w.alreadyPlanned = true;
  return {};
}

Status ChannelsAgent::selectRows(Work& w, const PriceBatch& batch) {
  PW_TRY(Query q, Query::prepare(m_db, "SELECT id, listing_no, version, current_minor, proposed_minor, currency FROM "
                                       "decision WHERE state = 'approved' AND batch_no = ? ORDER BY listing_no, id"));
  q.bind(1, batch.no);
  PW_TRY(const auto inForce, regularPrices(m_catalog, w.at));
  for (;;) {
    PW_TRY(const bool more, q.step());
    if (!more)
      return {};
    PW_TRY(const Currency currency, Currency::fromCode(q.text(5)));
    ChannelRow row{q.text(0), int(q.integer(1)), q.integer(2), Money(q.integer(3), currency),
                   Money(q.integer(4), currency)};
    const QString why = whyNot(row, w.catalog, inForce);
    if (why.isEmpty())
      w.rows.push_back(std::move(row));
    else
      w.heldBack.emplace_back(std::move(row), why);
  }
}

Status ChannelsAgent::plan(Work& w) {
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(Query old,
         Query::prepare(m_db, "SELECT no, csv_sha256, json_sha256, channel_no FROM publication WHERE batch_no = "
                              "? AND state = 'planned' AND planned_ms = ?"));
  std::map<int, std::tuple<qint64, QString, QString>> earlier;
  if (w.alreadyPlanned) {
    old.bind(1, *w.batchNo).bind(2, toMillis(w.at));
    for (;;) {
      PW_TRY(const bool more, old.step());
      if (!more)
        break;
      earlier[int(old.integer(3))] = {old.integer(0), old.text(1), old.text(2)};
    }
  }
  PW_TRY(Query insert,
         Query::prepare(m_db, "INSERT INTO publication (id, batch_no, channel_no, state, folder, csv_sha256, "
                              "json_sha256, prices, planned_ms) VALUES (?,?,?,'planned',?,?,?,?,?)"));
  for (const PriceList& list : w.lists) {
    const auto same = earlier.find(list.channel.no);
    if (same != earlier.end() && std::get<1>(same->second) == list.csvSha256 &&
        std::get<2>(same->second) == list.jsonSha256) {
      w.publications.push_back(std::get<0>(same->second));
      continue;
    }
    const QString id = m_ids.next().toString();
    insert.bind(1, id)
        .bind(3, qint64(list.channel.no))
        .bind(4, w.folder)
        .bind(5, list.csvSha256)
        .bind(6, list.jsonSha256);
    insert.bind(7, qint64(list.rows.size())).bind(8, toMillis(w.at));
    w.batchNo ? insert.bind(2, *w.batchNo) : insert.bindNull(2);
    PW_CHECK(insert.run());
    w.publications.push_back(insert.lastRowId());
    PW_CHECK(m_journal.append(w.by, QStringLiteral("publication.planned"), QStringLiteral("publication"), id,
                              digests(list, w.folder), QStringLiteral("insert")));
  }
  PW_CHECK(holdBack(w));
  PW_CHECK(closeOtherPlans(w));
  if (w.batchNo && w.origin != PriceOrigin::Rollback && !w.alreadyPlanned)
    PW_CHECK(m_batches.setState(in, w.by, *w.batchNo, QStringLiteral("publishing")));
  return in.commit();
}

Status ChannelsAgent::holdBack(Work& w) {
  PW_TRY(Query hold, Query::prepare(m_db, "UPDATE decision SET state = 'held', batch_no = NULL, version = version + 1 "
                                          "WHERE id = ? AND version = ?"));
  for (const auto& [row, why] : w.heldBack) {
    hold.bind(1, row.decisionId).bind(2, row.version);
    PW_CHECK(hold.run());
    PW_CHECK(m_journal.append(w.by, QStringLiteral("decision.not-published"), QStringLiteral("decision"),
                              row.decisionId, {{QStringLiteral("why"), why}}));
  }
  w.report.notPublished = int(w.heldBack.size());
  return {};
}

// What an earlier run planned for this batch and what is not repeated now.
Status ChannelsAgent::closeOtherPlans(const Work& w) {
  if (!w.batchNo)
    return {};
  PW_TRY(Query q,
         Query::prepare(m_db, "SELECT no FROM publication WHERE batch_no = ? AND state = 'planned' ORDER BY no"));
  q.bind(1, *w.batchNo);
  std::vector<qint64> left;
  for (;;) {
    PW_TRY(const bool more, q.step());
    if (!more)
      break;
    if (std::find(w.publications.begin(), w.publications.end(), q.integer(0)) == w.publications.end())
      left.push_back(q.integer(0));
  }
  return closePlans(w.by, left, "planned-anew");
}

Status ChannelsAgent::closePlans(const Actor& by, const std::vector<qint64>& numbers, const char* why) {
  PW_TRY(Query q, Query::prepare(m_db, "UPDATE publication SET state = 'failed', error = ? WHERE no = ?"));
  for (const qint64 no : numbers) {
    q.bind(1, std::string_view(why)).bind(2, no);
    PW_CHECK(q.run());
    PW_CHECK(m_journal.append(by, QStringLiteral("publication.failed"), QStringLiteral("publication"),
                              QString::number(no), {{QStringLiteral("why"), QString::fromLatin1(why)}}));
  }
  return {};
}

// Prices, decisions, batch, publications, audit and outbox: one transaction, or nothing.
Status ChannelsAgent::record(Work& w) {
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_CHECK(recordPrices(w, in));
  PW_TRY(Query q,
         Query::prepare(m_db, "UPDATE publication SET state = 'verified', verified_ms = ?, error = '' WHERE no = ?"));
  for (std::size_t i = 0; i < w.lists.size(); ++i) {
    q.bind(1, toMillis(m_clock.now())).bind(2, w.publications[i]);
    PW_CHECK(q.run());
    PW_CHECK(m_journal.append(w.by, QStringLiteral("publication.verified"), QStringLiteral("publication"),
                              QString::number(w.publications[i]), digests(w.lists[i], w.folder)));
  }
  w.report.state = w.batchNo ? stateAfter(w.origin) : QStringLiteral("written");
  w.report.prices = int(w.rows.size());
  if (w.batchNo && w.origin != PriceOrigin::Rollback) {
    PW_CHECK(m_batches.setState(in, w.by, *w.batchNo, QStringLiteral("published")));
  } else if (w.batchNo) {
    PW_TRY(Query left,
           Query::prepare(m_db, "SELECT 1 FROM decision WHERE state = 'published' AND batch_no = ? LIMIT 1"));
    left.bind(1, *w.batchNo);
    PW_TRY(const bool any, left.step());
    left.reset();
    if (!any)
      PW_CHECK(m_batches.setState(in, w.by, *w.batchNo, QStringLiteral("rolled_back")));
  }
  return in.commit();
}

Status ChannelsAgent::recordPrices(Work& w, Transaction& in) {
  PW_TRY(Query q,
         Query::prepare(m_db, "UPDATE decision SET state = ?, version = version + 1 WHERE id = ? AND version = ?"));
  const QString state = stateAfter(w.origin);
  for (const ChannelRow& row : w.rows) {
    for (const Channel& channel : w.catalog.channels)
      PW_CHECK(m_catalog.putPrice(in, {row.listingNo, channel.no, PriceType::Regular, row.after, w.at, {}, w.origin},
                                  row.decisionId, w.batchNo));
    q.bind(1, state).bind(2, row.decisionId).bind(3, row.version);
    PW_CHECK(q.run());
    if (q.changes() != 1)
      return fail(QStringLiteral("decision.changed-meanwhile"), {{QStringLiteral("id"), row.decisionId}});
    const QJsonObject body{{QStringLiteral("price"), row.after.toString()},
                           {QStringLiteral("before"), row.before.toString()},
                           {QStringLiteral("currency"), row.after.currency().code()},
                           {QStringLiteral("from"), isoInstant(w.at)},
                           {QStringLiteral("batch"), *w.batchNo}};
    PW_CHECK(m_journal.append(w.by,
                              w.origin == PriceOrigin::Rollback ? QStringLiteral("decision.rolled-back")
                                                                : QStringLiteral("decision.published"),
                              QStringLiteral("decision"), row.decisionId, body));
  }
  return {};
}

// The old prices stay in force and in the files; the batch says why and can be released again.
Status ChannelsAgent::recordFailure(const Work& w, const Error& why) {
  {
    PW_TRY(Transaction in, Transaction::begin(m_db));
    PW_CHECK(closePlans(w.by, w.publications, why.code.toLatin1().constData()));
    if (w.batchNo && w.origin != PriceOrigin::Rollback)
      PW_CHECK(m_batches.setState(in, w.by, *w.batchNo, QStringLiteral("failed")));
    PW_CHECK(in.commit());
  }
  // Some files may carry the new prices already: put back what is in force. Where that fails too, the next release does
  // it.
  if (w.batchNo)
    if (const auto restored = ensureLists(w.by); !restored)
      return restored.error();
  return {};
}

// Plans that no batch waits for any more: a list or a rollback that a kill interrupted. The files follow the prices in
// force; ensureLists puts them right.
Status ChannelsAgent::closeInterrupted(const Actor& by) {
  PW_TRY(Query q,
         Query::prepare(m_db, "SELECT p.no FROM publication p LEFT JOIN price_batch b ON b.no = p.batch_no WHERE "
                              "p.state = 'planned' AND COALESCE(b.state, '') <> 'publishing' ORDER BY p.no"));
  std::vector<qint64> numbers;
  for (;;) {
    PW_TRY(const bool more, q.step());
    if (!more)
      break;
    numbers.push_back(q.integer(0));
  }
  q.reset();
  if (numbers.empty())
    return {};
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_CHECK(closePlans(by, numbers, "interrupted"));
  return in.commit();
}

} // namespace pricewright
