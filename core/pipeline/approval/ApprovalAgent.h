// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/BatchStore.h"
#include "catalog/CatalogStore.h"
#include "decision/DecisionStore.h"

#include <functional>
#include <set>

namespace pricewright {

// One decision that a person acts on, with the content that was on the screen: an approval is bound to it.
struct Ask {
  Id decision;
  QString contentHash;
};
struct Answer {
  Id decision;
  bool done = false;
  Error why;
  DecisionState state = DecisionState::Pending;
  bool selfApproved = false;
};

// Reasons that a rejection may give: too-high, too-low, timing, competitor-data-doubtful, cost-doubtful, brand-policy,
// non-price-response, other.
std::span<const char* const> rejectReasons();

// The human's station: who may decide what, and what a decision leads to. The role is the one that the workspace's
// table of users gives; one that a caller claims counts for nothing. What goes beyond it may be approved in the stead
// of somebody who delegated to him (DelegationStore), but never of the one who proposed or edited it. Each action is
// one transaction: approval row, decision, batch, audit, outbox. Undo works until the batch is being released. Errors
// in an Answer: decision.unknown, approval.no-role, .own-proposal, .over-role-limit (limit, change), .director-only,
// .conflict, .expired, .superseded, .content-changed, .already-decided (by, state), .not-pending (state),
// .unknown-reason, .edit-refused (reason), .too-late-to-undo. An Error of the whole call means that nothing was done.
class ApprovalAgent {
 public:
  ApprovalAgent(Database& db, Journal& journal, const Clock& clock, IdSource& ids, CatalogStore& catalog,
                BatchStore& batches, DecisionStore& decisions);
  Result<std::vector<Answer>> approve(const Actor& by, std::span<const Ask> asks, const QString& comment = {});
  Result<std::vector<Answer>> reject(const Actor& by, std::span<const Ask> asks, const QString& reasonCode,
                                     const QString& comment = {});
  Result<std::vector<Answer>> undo(const Actor& by, std::span<const Id> decisions);
  // Replaces a pending decision's price by an edited one that was guarded again; `edited` carries the new content.
  Result<Answer> edit(const Actor& by, const Ask& ask, PriceDecision edited);
  Status comment(const Actor& by, const Id& decision, const QString& text);
  // What approve() would answer now; nothing is done.
  Result<std::vector<Answer>> mayApprove(const Actor& by, std::span<const Ask> asks) const;
  // Within the caller's transaction, into a batch that is there: one signature under all of it.
  Result<std::vector<Answer>> approveInto(Transaction& in, const Actor& by, std::span<const Ask> asks, qint64 batchNo,
                                          const QString& comment);
  Result<std::vector<Answer>> undoInside(Transaction& in, const Actor& by, std::span<const Id> decisions);
  Result<int> expireDue(); // pending past their expiry
  // Largest |change| in basis points that this role may approve; none: no limit.
  Result<std::optional<int>> limitBp(const QString& role) const;
  // When what is approved now would be released: the next slot, at least the undo time away.
  Result<Instant> nextRelease(Instant approvedAt) const;

 private:
  struct Context;
  Result<Context> begin(const Actor& by) const;
  using Action = std::function<Result<Answer>(Context&, Transaction&, const Ask&)>;
  Result<std::vector<Answer>> eachInside(Context& c, Transaction& in, std::span<const Ask> asks, const Action& action);
  Result<std::vector<Answer>> forEach(const Actor& by, std::span<const Ask> asks,
                                      const std::function<Result<Answer>(Context&, Transaction&, const Ask&)>& action);
  Error refusal(const PriceDecision& d, const Ask& ask, const Context& c) const; // code "" where it may be decided
  Error mayNotApprove(const PriceDecision& d, Context& c, bool* selfApproved) const;
  Result<Answer> approveOne(Context& c, Transaction& in, const Ask& ask, const QString& comment);
  Result<Answer> rejectOne(Context& c, Transaction& in, const Ask& ask, const QString& reason, const QString& comment);
  Result<Answer> undoOne(Context& c, Transaction& in, const Id& decision);
  Error mayNotUndo(const PriceDecision& d, const Context& c, const std::optional<PriceBatch>& batch) const;
  Result<qint64> openBatch(Context& c, Transaction& in, const QString& comment);
  Status cancelEmptyBatches(const Actor& by, Transaction& in, const std::set<qint64>& left);
  Status record(const Context& c, const PriceDecision& d, const char* action, const QString& reason,
                const QString& comment, bool selfApproved);
  Result<QString> decidedBy(const Id& decision) const;
  Result<bool> hasNewer(const PriceDecision& d) const;
  Database& m_db;
  Journal& m_journal;
  const Clock& m_clock;
  IdSource& m_ids;
  CatalogStore& m_catalog;
  BatchStore& m_batches;
  DecisionStore& m_decisions;
};

} // namespace pricewright
