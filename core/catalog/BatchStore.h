// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "audit/Journal.h"

#include <optional>

namespace pricewright {

// A named set of price changes that travels together: approved, released at a slot, published, verified, rolled back.
struct PriceBatch {
  qint64 no = 0;
  Id id;
  // reason: policy, dated (a person named its rows and its day: later approvals do not join it), or a comment
  QString name, owner, reason, state; // scheduled, publishing, published, failed, rolled_back, cancelled
  Instant effectiveAt{}, releaseAt{}, createdAt{};
  std::optional<Instant> publishedAt;
  QString cycleId;
};

// Reads and writes batches. Writers work inside the caller's transaction and leave an audit entry; they take
// Permission::ReleasePrices (catalog.not-allowed).
class BatchStore {
 public:
  BatchStore(Database& db, Journal& journal, const Clock& clock, IdSource& ids);
  Result<qint64> create(Transaction& in, const Actor& by, const PriceBatch& batch); // id, no, createdAt are filled in
  // The owner's scheduled batch that further approvals join, if one is open: none with a day of its own, and none that
  // was put off beyond `latest`.
  Result<std::optional<PriceBatch>> openFor(const QString& owner, std::optional<Instant> latest = {}) const;
  Result<PriceBatch> batch(qint64 no) const;               // catalog.unknown-batch
  Result<std::vector<PriceBatch>> batches(int most) const; // newest first
  Result<std::vector<PriceBatch>> due(Instant at) const; // scheduled and release ≤ at, or publishing (died on the way)
  Status setState(Transaction& in, const Actor& by, qint64 no, const QString& state);
  Status setRelease(Transaction& in, const Actor& by, qint64 no, Instant releaseAt);

 private:
  Database& m_db;
  Journal& m_journal;
  const Clock& m_clock;
  IdSource& m_ids;
};

} // namespace pricewright
