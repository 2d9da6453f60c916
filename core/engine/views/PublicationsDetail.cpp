// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One batch in full: its rows with what each channel says of them, and what happened to it.
#include "engine/OneMoment.h"
#include "engine/files/BatchRows.h"
#include "engine/views/PublicationsView.h"

#include <map>

namespace pricewright {
namespace {

using Place = std::pair<QString, QString>; // SKU, zone

// What one channel says of a price that the batch wanted there.
RowInChannel inChannel(const ChannelLook& look, const LookedPrice* found, const BatchedRow& row) {
  RowInChannel in{look.channel.code, {}, {}};
  if (row.state == DecisionState::Approved) {
    in.state = QStringLiteral("waiting");
    return in;
  }
  if (look.error || !found || found->state == u"missing") {
    in.state = look.error && !look.error->is(u"channels.list-missing") ? QStringLiteral("unreadable")
                                                                       : QStringLiteral("missing");
    return in;
  }
  in.says = found->csv.isEmpty() ? found->json : found->csv;
  const Money& wanted = row.state == DecisionState::RolledBack ? row.from : row.to;
  if (!found->isSame())
    in.state = found->state;
  else if (found->intended != wanted)
    in.state = QStringLiteral("replaced");
  else
    in.state = row.state == DecisionState::RolledBack ? QStringLiteral("rolled-back") : QStringLiteral("live");
  return in;
}

Status addRows(Workspace& w, BatchDetail& detail) {
  PW_TRY(const auto rows, rowsOfBatch(w, detail.batch.no, false));
  PW_TRY(const auto looks, w.channels().look());
  std::vector<std::map<Place, const LookedPrice*>> byPlace;
  for (const ChannelLook& look : looks) {
    auto& places = byPlace.emplace_back();
    for (const LookedPrice& p : look.prices)
      places[{p.sku, p.zone}] = &p;
  }
  for (const BatchedRow& row : rows) {
    BatchDetailRow one{row.decision, row.listingNo, row.sku,    row.product,   row.zone,       row.state,
                       row.from,     row.to,        row.profit, row.profitLow, row.profitHigh, {}};
    for (std::size_t i = 0; i < looks.size(); ++i) {
      const auto found = byPlace[i].find({row.sku, row.zone});
      one.channels.push_back(inChannel(looks[i], found == byPlace[i].end() ? nullptr : found->second, row));
    }
    detail.rows.push_back(std::move(one));
  }
  return {};
}

// How a rollback would end: the prices that are still this batch's go back.
Status countRollback(Workspace& w, BatchDetail& detail) {
  PW_TRY(Query q,
         Query::prepare(w.database(), "SELECT EXISTS (SELECT 1 FROM price p WHERE p.listing_no = d.listing_no "
                                      "AND p.type = 'regular' AND p.to_ms IS NULL AND p.decision_id = d.id AND "
                                      "p.origin = 'decision') FROM decision d WHERE d.state = 'published' AND "
                                      "d.batch_no = ?1"));
  q.bind(1, detail.batch.no);
  for (;;) {
    PW_TRY(const bool more, q.step());
    if (!more)
      return {};
    ++(q.integer(0) != 0 ? detail.wouldGoBack : detail.changedSince);
  }
}

QString aboutOf(const AuditEntry& e) {
  if (e.kind == u"batch.created")
    return e.body[QStringLiteral("release")].toString();
  if (e.kind == u"batch.moved")
    return e.body[QStringLiteral("to")].toString();
  return e.body[QStringLiteral("why")].toString();
}

// Publications tell about channels; their entries name them by id while planned, by number afterwards.
Status addPublications(Workspace& w, BatchDetail& detail) {
  PW_TRY(Query q, Query::prepare(w.database(), "SELECT p.no, p.id, c.code FROM publication p JOIN channel c ON c.no = "
                                               "p.channel_no WHERE p.batch_no = ?1 ORDER BY p.no"));
  q.bind(1, detail.batch.no);
  std::vector<std::pair<QString, QString>> subjects;
  for (;;) {
    PW_TRY(const bool more, q.step());
    if (!more)
      break;
    subjects.emplace_back(QString::number(q.integer(0)), q.text(2));
  }
  for (const auto& [subject, channel] : subjects) {
    PW_TRY(const auto entries, w.journal().entriesFor(QStringLiteral("publication"), subject));
    for (const AuditEntry& e : entries) {
      const QString why = e.body[QStringLiteral("why")].toString();
      detail.timeline.push_back({e.at, e.kind, e.actor, why.isEmpty() ? channel : why, 0});
    }
  }
  return {};
}

// Signatures, moves and rollbacks of rows: those of one person at one moment are one line.
Status addDecisions(Workspace& w, BatchDetail& detail) {
  PW_TRY(Query q,
         Query::prepare(w.database(),
                        "SELECT e.at_ms, e.kind, e.actor, COUNT(*) FROM decision d JOIN audit_entry e ON "
                        "e.subject_table = 'decision' AND e.subject_id = d.id WHERE d.batch_no = ?1 AND e.kind "
                        "IN ('decision.approved', 'decision.moved', 'decision.rolled-back') GROUP BY e.at_ms, "
                        "e.kind, e.actor ORDER BY MIN(e.sequence)"));
  q.bind(1, detail.batch.no);
  for (;;) {
    PW_TRY(const bool more, q.step());
    if (!more)
      return {};
    detail.timeline.push_back({fromMillis(q.integer(0)), q.text(1), q.text(2), {}, int(q.integer(3))});
  }
}

} // namespace

namespace {

Result<BatchDetail> readDetail(Workspace& w, qint64 no) {
  PW_TRY(const PriceBatch batch, w.batches().batch(no));
  BatchDetail detail;
  PW_TRY(detail.batch, batchSummary(w, batch));
  PW_CHECK(addRows(w, detail));
  if (batch.state == u"published")
    PW_CHECK(countRollback(w, detail));
  if (detail.batch.waits()) {
    PW_TRY(detail.earliestRelease, w.earliestRelease(no));
  }
  PW_TRY(const auto entries, w.journal().entriesFor(QStringLiteral("price_batch"), batch.id.toString()));
  for (const AuditEntry& e : entries)
    detail.timeline.push_back({e.at, e.kind, e.actor, aboutOf(e), 0});
  PW_CHECK(addPublications(w, detail));
  PW_CHECK(addDecisions(w, detail));
  std::stable_sort(detail.timeline.begin(), detail.timeline.end(),
                   [](const BatchEvent& a, const BatchEvent& b) { return a.at < b.at; });
  return detail;
}

} // namespace

Result<BatchDetail> batchDetail(Workspace& w, qint64 no) {
  return ofOneMoment(w.database(), [&] { return readDetail(w, no); });
}

} // namespace pricewright
