// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/views/PublicationsView.h"

// How WorkspaceBatches and PublicationsView look at the rows of batches.
namespace pricewright {

// An approved, published or rolled back row of a batch, without its evidence.
struct BatchedRow {
  Id decision;
  int listingNo = 0;
  qint64 batchNo = 0, version = 0;
  QString sku, product, zone;
  DecisionState state = DecisionState::Approved;
  Money from, to;
  double profit = 0, profitLow = 0, profitHigh = 0;
};
// Approved and waiting with `onlyWaiting`, else whatever the batch took along.
Result<std::vector<BatchedRow>> rowsOfBatch(Workspace& w, qint64 no, bool onlyWaiting = true);

struct RowGroup {
  QString name, timeZone;
  Instant releaseAt{};
  std::vector<Ask> toSign;
  std::vector<BatchedRow> toMove;
};
struct RowGroups {
  BatchPlan plan;
  std::vector<RowGroup> groups; // parallel to plan.parts
  QString firstRefusal() const { return plan.refused.empty() ? QString() : plan.refused.front().why.code; }
};
// Sorts what a wish names into those that can be signed, moved, or are refused, one group per time zone.
Result<RowGroups> groupRows(Workspace& w, const BatchWish& wish);
// Inside the transaction: other batch, audit; batches that are empty then are cancelled.
Status moveRows(Workspace& w, Transaction& in, std::span<const BatchedRow> rows, qint64 to,
                std::vector<RowMove>& moves);
Result<BatchSummary> batchSummary(Workspace& w, const PriceBatch& batch);
// Where that day begins by the clocks of a time zone.
Instant startOfDayIn(const QByteArray& timeZone, Day day);

} // namespace pricewright
