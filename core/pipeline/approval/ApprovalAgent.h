// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/BatchStore.h"
#include "catalog/CatalogStore.h"
#include "decision/DecisionStore.h"

namespace pricewright {

// One decision that a person acts on, with the content that was on the screen: an approval is bound to it.
struct Ask { Id decision; QString contentHash; };
struct Answer { Id decision; bool done = false; Error why; DecisionState state = DecisionState::Pending; bool selfApproved = false; };

// Reasons that a rejection may give: too-high, too-low, timing, competitor-data-doubtful, cost-doubtful, brand-policy,
// non-price-response, other.
std::span<const char* const> rejectReasons();

// The human's station: who may decide what, and what a decision leads to. Each action is one transaction: approval row,
// decision, batch, audit, outbox. Undo works until the batch is being released. Errors in an Answer: approval.own-proposal,
// .over-role-limit (limit, change), .expired, .superseded, .content-changed, .already-decided (by), .not-pending,
// .unknown-reason, .too-late-to-undo.
class ApprovalAgent {
 public:
  ApprovalAgent(Database& db, Journal& journal, const Clock& clock, IdSource& ids, CatalogStore& catalog, BatchStore& batches, DecisionStore& decisions);
  Result<std::vector<Answer>> approve(const Actor& by, std::span<const Ask> asks, const QString& comment = {});
  Result<std::vector<Answer>> reject(const Actor& by, std::span<const Ask> asks, const QString& reasonCode, const QString& comment = {});
  Result<std::vector<Answer>> undo(const Actor& by, std::span<const Id> decisions);
  // Replaces a pending decision's price by an edited one that was guarded again; `edited` carries the new content.
  Result<Answer> edit(const Actor& by, const Ask& ask, PriceDecision edited);
  Status comment(const Actor& by, const Id& decision, const QString& text);
  Result<int> expireDue();                       // pending past their expiry
  // Largest |change| in basis points that this role may approve; none: no limit.
  Result<std::optional<int>> limitBp(const QString& role) const;
  // When what is approved now would be released: the next slot, at least the undo time away.
  Result<Instant> nextRelease(Instant approvedAt) const;

 private:
  struct Context;
  Database& m_db;
  Journal& m_journal;
  const Clock& m_clock;
  IdSource& m_ids;
  CatalogStore& m_catalog;
  BatchStore& m_batches;
  DecisionStore& m_decisions;
};

} // namespace pricewright
