// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/approval/ApprovalAgent.h"

#include "catalog/DelegationStore.h"
#include "catalog/Permissions.h"
#include "pipeline/approval/Context.h"

#include <cmath>

namespace pricewright {
namespace {

constexpr std::array<const char*, 8> kRejectReasons = {
    "too-high",           "too-low", "timing", "competitor-data-doubtful", "cost-doubtful", "brand-policy",
    "non-price-response", "other"};

Answer refused(const PriceDecision& d, Error why) { return {d.id, false, std::move(why), d.state, false}; }

} // namespace

std::span<const char* const> rejectReasons() { return kRejectReasons; }

ApprovalAgent::ApprovalAgent(Database& db, Journal& journal, const Clock& clock, IdSource& ids, CatalogStore& catalog,
                             BatchStore& batches, DecisionStore& decisions)
    : m_db(db), m_journal(journal), m_clock(clock), m_ids(ids), m_catalog(catalog), m_batches(batches),
      m_decisions(decisions) {}

// Inside the transaction of the action: a role that was taken meanwhile is gone, and what the caller claims counts for
// nothing.
Result<ApprovalAgent::Context> ApprovalAgent::begin(const Actor& by) const {
  Context c;
  PW_TRY(c.by, knownActor(m_db, by));
  c.now = m_clock.now();
  PW_TRY(c.settings, m_catalog.settings());
  PW_TRY(c.limitBp, limitBp(c.by.role));
  PW_TRY(const std::vector<Delegation> given, DelegationStore(m_db, m_journal, m_clock, m_ids).givenTo(c.by.user));
  for (const Delegation& d : given) {
    PW_TRY(const Role role, roleOf(m_db, d.from)); // as it is now: who left brings nothing
    if (role == Role::None)
      continue;
    PW_TRY(const auto limit, limitBp(roleName(role)));
    c.steads.push_back({d.from, roleName(role), limit});
  }
  return c;
}

// All rows in one transaction. A row that may not be decided answers so and leaves the others alone; a failure of the
// store undoes everything.
Result<std::vector<Answer>>
ApprovalAgent::forEach(const Actor& by, std::span<const Ask> asks,
                       const std::function<Result<Answer>(Context&, Transaction&, const Ask&)>& action) {
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(Context c, begin(by));
  PW_TRY(std::vector<Answer> answers, eachInside(c, in, asks, action));
  PW_CHECK(in.commit());
  return answers;
}

Result<std::vector<Answer>> ApprovalAgent::eachInside(Context& c, Transaction& in, std::span<const Ask> asks,
                                                      const Action& action) {
  std::vector<Answer> answers;
  for (const Ask& ask : asks) {
    Result<Answer> answer = action(c, in, ask);
    if (!answer && answer.error().is(u"decision.unknown")) {
      answers.push_back({ask.decision, false, answer.error()});
      continue;
    }
    if (!answer)
      return answer.error();
    answers.push_back(std::move(*answer));
  }
  PW_CHECK(cancelEmptyBatches(c.by, in, c.leftBatches));
  return answers;
}

Result<std::vector<Answer>> ApprovalAgent::approveInto(Transaction& in, const Actor& by, std::span<const Ask> asks,
                                                       qint64 batchNo, const QString& comment) {
  PW_TRY(Context c, begin(by));
  c.batchNo = batchNo;
  return eachInside(c, in, asks,
                    [&](Context& work, Transaction& t, const Ask& ask) { return approveOne(work, t, ask, comment); });
}

Result<std::vector<Answer>> ApprovalAgent::undoInside(Transaction& in, const Actor& by, std::span<const Id> decisions) {
  PW_TRY(Context c, begin(by));
  std::vector<Ask> asks;
  for (const Id& id : decisions)
    asks.push_back({id, {}});
  return eachInside(c, in, asks,
                    [&](Context& work, Transaction& t, const Ask& ask) { return undoOne(work, t, ask.decision); });
}

Result<std::vector<Answer>> ApprovalAgent::approve(const Actor& by, std::span<const Ask> asks, const QString& comment) {
  return forEach(by, asks,
                 [&](Context& c, Transaction& in, const Ask& ask) { return approveOne(c, in, ask, comment); });
}

Result<std::vector<Answer>> ApprovalAgent::reject(const Actor& by, std::span<const Ask> asks, const QString& reasonCode,
                                                  const QString& comment) {
  const bool known = std::any_of(kRejectReasons.begin(), kRejectReasons.end(),
                                 [&](const char* reason) { return reasonCode == QLatin1String(reason); });
  if (!known)
    return fail(QStringLiteral("approval.unknown-reason"), {{QStringLiteral("reason"), reasonCode}});
  return forEach(by, asks, [&](Context& c, Transaction& in, const Ask& ask) {
    return rejectOne(c, in, ask, reasonCode, comment);
  });
}

Result<std::vector<Answer>> ApprovalAgent::undo(const Actor& by, std::span<const Id> decisions) {
  std::vector<Ask> asks;
  for (const Id& id : decisions)
    asks.push_back({id, {}});
  return forEach(by, asks, [&](Context& c, Transaction& in, const Ask& ask) { return undoOne(c, in, ask.decision); });
}

Result<Answer> ApprovalAgent::approveOne(Context& c, Transaction& in, const Ask& ask, const QString& comment) {
  PW_TRY(PriceDecision d, m_decisions.decision(ask.decision));
  if (Error why = refusal(d, ask, c); !why.code.isEmpty())
    return refused(d, std::move(why));
  bool selfApproved = false;
  if (Error why = mayNotApprove(d, c, &selfApproved); !why.code.isEmpty())
    return refused(d, std::move(why));
  PW_TRY(d.batchNo, openBatch(c, in, comment));
  d.state = DecisionState::Approved;
  d.decidedAt = c.now;
  PW_CHECK(m_decisions.update(in, d, d.version));
  PW_CHECK(record(c, d, "approve", {}, comment, selfApproved));
  return Answer{d.id, true, {}, d.state, selfApproved};
}

Result<Answer> ApprovalAgent::rejectOne(Context& c, Transaction& in, const Ask& ask, const QString& reason,
                                        const QString& comment) {
  PW_TRY(PriceDecision d, m_decisions.decision(ask.decision));
  if (Error why = refusal(d, ask, c); !why.code.isEmpty())
    return refused(d, std::move(why));
  d.state = DecisionState::Rejected;
  d.decidedAt = c.now;
  PW_CHECK(m_decisions.update(in, d, d.version));
  PW_CHECK(record(c, d, "reject", reason, comment, false));
  return Answer{d.id, true, {}, d.state, false};
}

Result<Answer> ApprovalAgent::undoOne(Context& c, Transaction& in, const Id& decision) {
  PW_TRY(PriceDecision d, m_decisions.decision(decision));
  std::optional<PriceBatch> batch;
  if (d.batchNo) {
    PW_TRY(batch, m_batches.batch(*d.batchNo));
  }
  if (Error why = mayNotUndo(d, c, batch); !why.code.isEmpty())
    return refused(d, std::move(why));
  PW_TRY(const bool newer, hasNewer(d));
  if (newer && d.state == DecisionState::Rejected)
    return refused(d, fail(QStringLiteral("approval.superseded")));
  // An approval is always taken back, but a proposal that a later cycle replaced does not return to the queue.
  d.state = newer ? DecisionState::Superseded : DecisionState::Pending;
  d.batchNo.reset();
  d.decidedAt = newer ? std::optional(c.now) : std::nullopt;
  if (batch)
    c.leftBatches.insert(batch->no);
  PW_CHECK(m_decisions.update(in, d, d.version));
  PW_CHECK(record(c, d, "undo", {}, {}, false));
  return Answer{d.id, true, {}, d.state, false};
}

Result<Answer> ApprovalAgent::edit(const Actor& by, const Ask& ask, PriceDecision edited) {
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(Context c, begin(by));
  PW_TRY(PriceDecision d, m_decisions.decision(ask.decision));
  if (Error why = refusal(d, ask, c); !why.code.isEmpty())
    return refused(d, std::move(why));
  if (edited.guarded.route == Route::Hold || edited.guarded.route == Route::Conflict || !edited.proposed.isValid())
    return refused(
        d, fail(QStringLiteral("approval.edit-refused"), {{QStringLiteral("reason"), edited.guarded.primaryReason}}));
  const Money before = d.proposed;
  d.proposed = edited.proposed;
  d.recommendation = std::move(edited.recommendation);
  d.guarded = std::move(edited.guarded);
  d.marginThenBp = edited.marginThenBp;
  d.editedBy = c.by.user;
  d.contentHash = contentHash(d);
  PW_CHECK(m_decisions.update(in, d, d.version));
  PW_CHECK(record(c, d, "edit", before.toString(), {}, false));
  PW_CHECK(in.commit());
  return Answer{d.id, true, {}, d.state, false};
}

Status ApprovalAgent::comment(const Actor& by, const Id& decision, const QString& text) {
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(const Context c, begin(by));
  if (c.by.role.isEmpty())
    return fail(QStringLiteral("approval.no-role"), {{QStringLiteral("user"), c.by.user}});
  PW_TRY(const PriceDecision d, m_decisions.decision(decision));
  PW_CHECK(record(c, d, "comment", {}, text, false));
  return in.commit();
}

Result<int> ApprovalAgent::expireDue() {
  const Instant now = m_clock.now();
  PW_TRY(Query due, Query::prepare(m_db, "SELECT id, version FROM decision WHERE state = 'pending' AND expires_ms <= ? "
                                         "ORDER BY id"));
  due.bind(1, toMillis(now));
  std::vector<std::pair<QString, qint64>> rows;
  for (;;) {
    PW_TRY(const bool more, due.step());
    if (!more)
      break;
    rows.emplace_back(due.text(0), due.integer(1));
  }
  due.reset();
  if (rows.empty())
    return 0;
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(Query expire,
         Query::prepare(m_db, "UPDATE decision SET state = 'expired', decided_ms = ?, version = version + "
                              "1 WHERE id = ? AND version = ?"));
  for (const auto& [id, version] : rows) {
    expire.bind(1, toMillis(now)).bind(2, id).bind(3, version);
    PW_CHECK(expire.run());
    PW_CHECK(m_journal.append(systemActor(), QStringLiteral("decision.expired"), QStringLiteral("decision"), id, {}));
  }
  PW_CHECK(in.commit());
  return int(rows.size());
}

Result<std::optional<int>> ApprovalAgent::limitBp(const QString& role) const {
  if (role == u"director" || role == systemActor().role)
    return std::optional<int>();
  if (role != u"analyst" && role != u"manager")
    return std::optional<int>(0);
  PW_TRY(const Settings settings, m_catalog.settings());
  const QString key = QStringLiteral("approval.limit.%1.percent").arg(role);
  return std::optional<int>(int(std::lround(settings.real(key) * 100)));
}

Result<Instant> ApprovalAgent::nextRelease(Instant approvedAt) const {
  PW_TRY(const Settings settings, m_catalog.settings());
  const qint64 slot = std::max<qint64>(1, settings.integer(u"channels.slot.minutes")) * 60'000;
  const qint64 earliest =
      toMillis(approvedAt) + std::max<qint64>(60, settings.integer(u"channels.undo.seconds")) * 1000;
  qint64 remainder = earliest % slot;
  if (remainder < 0)
    remainder += slot; // before 1970 the remainder is negative
  return fromMillis(remainder == 0 ? earliest : earliest - remainder + slot);
}

} // namespace pricewright
