// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Who may decide what, and the rows that an action leaves.
#include "decision/PriceLimits.h"
#include "pipeline/approval/Context.h"

namespace pricewright {
namespace {

bool isRole(const QString& role) {
  return role == u"analyst" || role == u"manager" || role == u"director" || role == u"system";
}
QString percent(int bp) { return Decimal::fromMicros(qint64(bp) * 10'000).toString(); }

const char* auditKind(std::string_view action) {
  return action == "approve"  ? "decision.approved"
         : action == "reject" ? "decision.rejected"
         : action == "undo"   ? "decision.undone"
         : action == "edit"   ? "decision.edited"
                              : "decision.commented";
}

// What goes beyond a role: a counter-proposal for all but a director, a change over the limit.
Error beyond(const PriceDecision& d, const QString& role, std::optional<int> limitBp) {
  if (d.guarded.isCounterProposal && role != u"director")
    return fail(QStringLiteral("approval.director-only"));
  if (limitBp && changeExceeds(d.current, d.proposed, *limitBp))
    return fail(QStringLiteral("approval.over-role-limit"),
                {{QStringLiteral("limit"), percent(*limitBp)},
                 {QStringLiteral("change"), percent(changeBpUpward(d.current, d.proposed))}});
  return {};
}

} // namespace

// Common to approving, rejecting and editing: pending, in time, and still what was on the screen.
Error ApprovalAgent::refusal(const PriceDecision& d, const Ask& ask, const Context& c) const {
  if (!isRole(c.by.role))
    return fail(QStringLiteral("approval.no-role"), {{QStringLiteral("user"), c.by.user}});
  if (d.state == DecisionState::Superseded)
    return fail(QStringLiteral("approval.superseded"));
  if (d.state == DecisionState::Expired || (d.state == DecisionState::Pending && d.expiresAt <= c.now))
    return fail(QStringLiteral("approval.expired"), {{QStringLiteral("at"), isoInstant(d.expiresAt)}});
  const QString state = decisionStateName(d.state);
  if (d.state == DecisionState::Unchanged || d.state == DecisionState::Held)
    return fail(QStringLiteral("approval.not-pending"), {{QStringLiteral("state"), state}});
  if (d.state != DecisionState::Pending)
    return fail(QStringLiteral("approval.already-decided"),
                {{QStringLiteral("by"), decidedBy(d.id).value_or(QString())}, {QStringLiteral("state"), state}});
  if (d.contentHash != ask.contentHash || contentHash(d) != ask.contentHash)
    return fail(QStringLiteral("approval.content-changed"));
  return {};
}

// Four eyes, the role's limit, and what nobody or only a director can release.
Error ApprovalAgent::mayNotApprove(const PriceDecision& d, Context& c, bool* selfApproved) const {
  c.inSteadOf.clear();
  if (d.guarded.route == Route::Conflict || d.proposed == d.current || !d.proposed.isValid())
    return fail(QStringLiteral("approval.conflict"));
  const bool own = d.proposedBy == c.by.user || d.editedBy == c.by.user;
  if (own && !c.settings.isOn(u"approval.self-approval"))
    return fail(QStringLiteral("approval.own-proposal"));
  *selfApproved = own;
  Error why = beyond(d, c.by.role, c.limitBp);
  if (why.code.isEmpty())
    return why;
  for (const Context::Stead& s : c.steads)
    if (s.user != d.proposedBy && s.user != d.editedBy && beyond(d, s.role, s.limitBp).code.isEmpty()) {
      c.inSteadOf = s.user;
      return {};
    }
  return why;
}

Result<std::vector<Answer>> ApprovalAgent::mayApprove(const Actor& by, std::span<const Ask> asks) const {
  PW_TRY(Context c, begin(by));
  std::vector<Answer> answers;
  for (const Ask& ask : asks) {
    const Result<PriceDecision> d = m_decisions.decision(ask.decision);
    if (!d) {
      answers.push_back({ask.decision, false, d.error()});
      continue;
    }
    Answer answer{d->id, false, refusal(*d, ask, c), d->state, false};
    if (answer.why.code.isEmpty())
      answer.why = mayNotApprove(*d, c, &answer.selfApproved);
    answer.done = answer.why.code.isEmpty();
    answers.push_back(std::move(answer));
  }
  return answers;
}

Error ApprovalAgent::mayNotUndo(const PriceDecision& d, const Context& c,
                                const std::optional<PriceBatch>& batch) const {
  if (!isRole(c.by.role))
    return fail(QStringLiteral("approval.no-role"), {{QStringLiteral("user"), c.by.user}});
  if (d.state == DecisionState::Published || d.state == DecisionState::RolledBack)
    return fail(QStringLiteral("approval.too-late-to-undo"));
  if (d.state != DecisionState::Approved && d.state != DecisionState::Rejected)
    return fail(QStringLiteral("approval.not-pending"), {{QStringLiteral("state"), decisionStateName(d.state)}});
  if (batch && batch->state != u"scheduled" && batch->state != u"failed")
    return fail(QStringLiteral("approval.too-late-to-undo"));
  return {};
}

// Everything that one person approves before the next release travels together; a later approval moves the release, so
// that every row keeps its time to be undone.
Result<qint64> ApprovalAgent::openBatch(Context& c, Transaction& in, const QString& comment) {
  if (c.batchNo)
    return *c.batchNo;
  PW_TRY(const Instant release, nextRelease(c.now));
  PW_TRY(const auto open, m_batches.openFor(c.by.user, release));
  if (open) {
    if (release > open->releaseAt)
      PW_CHECK(m_batches.setRelease(in, c.by, open->no, release));
    c.batchNo = open->no;
    return open->no;
  }
  PriceBatch batch;
  batch.name = QStringLiteral("%1 %2").arg(c.by.user, isoInstant(c.now).left(16).replace(u'T', u' '));
  batch.owner = c.by.user;
  batch.reason = comment;
  batch.state = QStringLiteral("scheduled");
  batch.effectiveAt = batch.releaseAt = release;
  PW_TRY(c.batchNo, m_batches.create(in, c.by, batch));
  return *c.batchNo;
}

Status ApprovalAgent::cancelEmptyBatches(const Actor& by, Transaction& in, const std::set<qint64>& left) {
  for (const qint64 no : left) {
    PW_TRY(Query q, Query::prepare(m_db, "SELECT 1 FROM decision WHERE state = 'approved' AND batch_no = ? LIMIT 1"));
    q.bind(1, no);
    PW_TRY(const bool any, q.step());
    q.reset();
    if (!any)
      PW_CHECK(m_batches.setState(in, by, no, QStringLiteral("cancelled")));
  }
  return {};
}

Status ApprovalAgent::record(const Context& c, const PriceDecision& d, const char* action, const QString& reason,
                             const QString& comment, bool selfApproved) {
  PW_TRY(Query q,
         Query::prepare(m_db, "INSERT INTO approval (id, decision_id, user, role, action, reason_code, comment, "
                              "content_hash, self_approved, at_ms) VALUES (?,?,?,?,?,?,?,?,?,?)"));
  const bool isEdit = std::string_view(action) == "edit";
  q.bind(1, m_ids.next().toString()).bind(2, d.id.toString()).bind(3, c.by.user).bind(4, c.by.role);
  q.bind(5, std::string_view(action)).bind(6, isEdit ? QString() : reason).bind(7, comment).bind(8, d.contentHash);
  q.bind(9, qint64(selfApproved)).bind(10, toMillis(c.now));
  PW_CHECK(q.run());
  QJsonObject body{{QStringLiteral("content_hash"), d.contentHash},
                   {QStringLiteral("state"), decisionStateName(d.state)},
                   {QStringLiteral("current"), d.current.toString()},
                   {QStringLiteral("proposed"), d.proposed.toString()},
                   {QStringLiteral("currency"), d.current.currency().code()}};
  if (isEdit)
    body.insert(QStringLiteral("proposed_before"), reason);
  else if (!reason.isEmpty())
    body.insert(QStringLiteral("reason"), reason);
  if (!comment.isEmpty())
    body.insert(QStringLiteral("comment"), comment);
  if (d.batchNo)
    body.insert(QStringLiteral("batch"), *d.batchNo);
  if (selfApproved)
    body.insert(QStringLiteral("self_approved"), true);
  if (std::string_view(action) == "approve" && !c.inSteadOf.isEmpty())
    body.insert(QStringLiteral("in_stead_of"), c.inSteadOf);
  PW_CHECK(m_journal.append(c.by, QString::fromLatin1(auditKind(action)), QStringLiteral("decision"), d.id.toString(),
                            body));
  return {};
}

Result<QString> ApprovalAgent::decidedBy(const Id& decision) const {
  PW_TRY(Query q, Query::prepare(m_db, "SELECT user FROM approval WHERE decision_id = ? AND action IN ('approve', "
                                       "'reject') ORDER BY at_ms DESC, id DESC LIMIT 1"));
  q.bind(1, decision.toString());
  PW_TRY(const bool found, q.step());
  return found ? q.text(0) : QString();
}

Result<bool> ApprovalAgent::hasNewer(const PriceDecision& d) const {
  PW_TRY(Query q, Query::prepare(m_db, "SELECT 1 FROM decision WHERE listing_no = ? AND created_ms > ? LIMIT 1"));
  q.bind(1, qint64(d.listingNo)).bind(2, toMillis(d.createdAt));
  return q.step();
}

} // namespace pricewright
