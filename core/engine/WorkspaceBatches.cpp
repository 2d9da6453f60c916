// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Batches that wait for their release: made with one signature, moved, split, merged, cancelled, released.
#include "engine/WorkspaceParts.h"
#include "engine/files/BatchRows.h"

namespace pricewright {
namespace {

constexpr Duration kFarthest = std::chrono::hours(24 * 366);

QString number(qint64 no) { return QString::number(no); }

Error refusedBatch(const char* code, const PriceBatch& batch) {
  return fail(QString::fromLatin1(code),
              {{QStringLiteral("batch"), number(batch.no)}, {QStringLiteral("state"), batch.state}});
}

Status mustWait(const PriceBatch& batch) {
  if (batch.state == u"scheduled" || batch.state == u"failed")
    return {};
  return refusedBatch("batch.not-waiting", batch);
}

std::vector<Id> idsOf(const std::vector<BatchedRow>& rows) {
  std::vector<Id> ids;
  for (const BatchedRow& row : rows)
    ids.push_back(row.decision);
  return ids;
}

} // namespace

Result<Instant> Workspace::earliestRelease(qint64 no) {
  PW_TRY(const Settings settings, m->catalog->settings());
  const Duration undo = std::chrono::seconds(std::max<qint64>(60, settings.integer(u"channels.undo.seconds")));
  PW_TRY(Query q, Query::prepare(*m->db, "SELECT MAX(decided_ms) FROM decision WHERE batch_no = ?1 AND state = "
                                         "'approved' AND EXISTS (SELECT 1 FROM approval a WHERE a.decision_id = "
                                         "decision.id AND a.action = 'approve')"));
  q.bind(1, no);
  PW_TRY(const bool found, q.step());
  // What policy approved has nobody who could want it back.
  return found && !q.isNull(0) ? std::max(m->clock->now(), fromMillis(q.integer(0)) + undo) : m->clock->now();
}

Result<BatchPlan> Workspace::previewBatch(const BatchWish& wish) {
  PW_TRY(const auto groups, groupRows(*this, wish));
  return groups.plan;
}

// One signature: batches are made, waiting rows are approved into them, approved ones move over, all or nothing. What
// may not be signed stays where it is and is named.
Result<BatchChange> Workspace::makeBatch(const BatchWish& wish) {
  PW_CHECK(mayRelease());
  PW_TRY(const auto groups, groupRows(*this, wish));
  if (groups.plan.labels == 0)
    return fail(QStringLiteral("batch.nothing-to-sign")).with(QStringLiteral("why"), groups.firstRefusal());
  PW_TRY(Transaction in, Transaction::begin(*m->db));
  BatchChange change;
  change.refused = groups.plan.refused;
  for (const RowGroup& group : groups.groups) {
    PriceBatch batch;
    batch.name = group.name;
    batch.owner = m->me.user;
    batch.reason = QStringLiteral("dated");
    batch.effectiveAt = batch.releaseAt = group.releaseAt;
    PW_TRY(const qint64 no, m->batches->create(in, m->me, batch));
    change.batches.push_back(no);
    PW_TRY(const auto answers, m->approval->approveInto(in, m->me, group.toSign, no, wish.comment));
    for (const Answer& a : answers) {
      if (!a.done)
        return a.why; // decided meanwhile: the transaction takes everything back
      change.moves.push_back({a.decision, 0, no});
    }
    PW_CHECK(moveRows(*this, in, group.toMove, no, change.moves));
  }
  PW_CHECK(in.commit());
  return change;
}

Result<BatchChange> Workspace::splitBatch(qint64 no, std::span<const Id> rows, const QString& name) {
  PW_CHECK(mayRelease());
  PW_TRY(Transaction in, Transaction::begin(*m->db));
  PW_TRY(const PriceBatch batch, m->batches->batch(no));
  PW_CHECK(mustWait(batch));
  PW_TRY(const auto all, rowsOfBatch(*this, no));
  std::vector<BatchedRow> chosen;
  for (const BatchedRow& row : all)
    if (std::find(rows.begin(), rows.end(), row.decision) != rows.end())
      chosen.push_back(row);
  if (chosen.empty() || chosen.size() == all.size())
    return fail(QStringLiteral("batch.empty"), {{QStringLiteral("batch"), number(no)}});
  PriceBatch part = batch;
  part.id = {};
  part.name = name.trimmed().isEmpty() ? QStringLiteral("%1 (2)").arg(batch.name) : name.trimmed();
  part.owner = m->me.user;
  part.reason = QStringLiteral("dated"); // what was set apart stays apart
  part.state = QStringLiteral("scheduled");
  part.cycleId.clear();
  PW_TRY(const qint64 made, m->batches->create(in, m->me, part));
  BatchChange change;
  change.batches.push_back(made);
  PW_CHECK(moveRows(*this, in, chosen, made, change.moves));
  PW_CHECK(in.commit());
  return change;
}

// The rows travel at the later batch's slot: none of them goes out earlier than it was signed for.
Result<BatchChange> Workspace::mergeBatches(qint64 from, qint64 into) {
  PW_CHECK(mayRelease());
  if (from == into)
    return fail(QStringLiteral("batch.same"), {{QStringLiteral("batch"), number(from)}});
  PW_TRY(Transaction in, Transaction::begin(*m->db));
  PW_TRY(const PriceBatch source, m->batches->batch(from));
  PW_TRY(const PriceBatch target, m->batches->batch(into));
  PW_CHECK(mustWait(source));
  PW_CHECK(mustWait(target));
  PW_TRY(const auto rows, rowsOfBatch(*this, from));
  if (rows.empty())
    return fail(QStringLiteral("batch.empty"), {{QStringLiteral("batch"), number(from)}});
  BatchChange change;
  change.batches.push_back(into);
  PW_CHECK(moveRows(*this, in, rows, into, change.moves));
  if (source.releaseAt > target.releaseAt) {
    PW_CHECK(m->batches->setState(in, m->me, into, QStringLiteral("scheduled")));
    PW_CHECK(m->batches->setRelease(in, m->me, into, source.releaseAt));
  }
  PW_CHECK(in.commit());
  return change;
}

Status Workspace::undoBatchChange(const BatchChange& change) {
  PW_CHECK(mayRelease());
  PW_TRY(Transaction in, Transaction::begin(*m->db));
  std::vector<Id> unsign;
  std::map<qint64, std::vector<BatchedRow>> back; // by the batch that they came from
  for (const RowMove& move : change.moves) {
    PW_TRY(const PriceDecision d, m->decisions->decision(move.decision));
    if (d.state != DecisionState::Approved || d.batchNo != move.to)
      return fail(QStringLiteral("engine.changed-meanwhile"));
    PW_TRY(const PriceBatch batch, m->batches->batch(move.to));
    PW_CHECK(mustWait(batch));
    if (move.from == 0)
      unsign.push_back(move.decision);
    else
      back[move.from].push_back({d.id, d.listingNo, *d.batchNo, d.version, {}, {}, {}, d.state, {}, {}, 0, 0, 0});
  }
  for (const auto& [no, rows] : back) {
    PW_TRY(const PriceBatch home, m->batches->batch(no));
    if (home.state == u"cancelled") {
      PW_CHECK(m->batches->setState(in, m->me, no, QStringLiteral("scheduled")));
    } else if (!mustWait(home)) {
      return fail(QStringLiteral("engine.changed-meanwhile"));
    }
    std::vector<RowMove> undone;
    PW_CHECK(moveRows(*this, in, rows, no, undone));
  }
  PW_TRY(const auto answers, m->approval->undoInside(in, m->me, unsign));
  for (const Answer& a : answers)
    if (!a.done)
      return a.why;
  return in.commit();
}

Result<SlotChange> Workspace::moveBatch(qint64 no, Instant release) {
  PW_CHECK(mayRelease());
  PW_TRY(const PriceBatch batch, m->batches->batch(no));
  PW_CHECK(mustWait(batch));
  PW_TRY(const Instant earliest, earliestRelease(no));
  const Instant now = m->clock->now();
  if (release < now)
    return refusedBatch("batch.slot-past", batch);
  if (release > now + kFarthest)
    return refusedBatch("batch.slot-far", batch);
  if (release < earliest)
    return refusedBatch("batch.too-early", batch).with(QStringLiteral("at"), isoInstant(earliest));
  PW_TRY(Transaction in, Transaction::begin(*m->db));
  PW_CHECK(m->batches->setState(in, m->me, no, QStringLiteral("scheduled"))); // one that failed waits again
  PW_CHECK(m->batches->setRelease(in, m->me, no, release));
  PW_CHECK(in.commit());
  return SlotChange{no, batch.releaseAt, release};
}

Result<BatchCancelled> Workspace::cancelBatch(qint64 no) {
  PW_CHECK(mayRelease());
  PW_TRY(Transaction in, Transaction::begin(*m->db));
  PW_TRY(const PriceBatch batch, m->batches->batch(no));
  PW_CHECK(mustWait(batch));
  PW_TRY(const auto rows, rowsOfBatch(*this, no));
  PW_TRY(const auto answers, m->approval->undoInside(in, m->me, idsOf(rows)));
  BatchCancelled cancelled{no, 0};
  for (const Answer& a : answers) {
    if (!a.done)
      return a.why;
    cancelled.returned += a.state == DecisionState::Pending; // others were replaced by a newer proposal
  }
  PW_CHECK(m->batches->setState(in, m->me, no, QStringLiteral("cancelled")));
  PW_CHECK(in.commit());
  return cancelled;
}

Result<PublishReport> Workspace::releaseBatch(qint64 no) {
  PW_CHECK(mayRelease());
  PW_TRY(const PriceBatch batch, m->batches->batch(no));
  PW_CHECK(mustWait(batch));
  PW_TRY(const Instant earliest, earliestRelease(no));
  if (earliest > m->clock->now())
    return refusedBatch("batch.too-early", batch).with(QStringLiteral("at"), isoInstant(earliest));
  PW_TRY(const auto report, m->channels->release(m->me, no));
  PublishReport nothing;
  nothing.batchNo = no;
  nothing.state = QStringLiteral("cancelled");
  return report.value_or(nothing);
}

Result<std::vector<ChannelLook>> Workspace::verifyChannels() {
  PW_CHECK(mayRelease());
  return m->channels->verify(m->me);
}

Result<std::vector<PublishReport>> Workspace::rewriteChannel(const QString& code) {
  PW_CHECK(mayRelease());
  return m->channels->ensureLists(m->me, code);
}

} // namespace pricewright
