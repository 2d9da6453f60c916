// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/Workspace.h"
#include "engine/earnings/PriceWaterfall.h"
#include "engine/market/RivalPrices.h"

namespace pricewright {

// A stretch of time with one regular price of ours: published, or as seen in the sales before there was one.
struct OwnPrice {
  Instant from{}, until{};
  Decimal price;
  bool observed = false; // in the sales, not published
};

// An earlier (or later) decision on the same SKU.
struct PastDecision {
  Id id;
  QString zone;
  Instant createdAt{};
  std::optional<Instant> decidedAt;
  Money from, to;
  DecisionState state = DecisionState::Pending;
  QString proposedBy, editedBy, primaryReason;
  QString by, action, reason, comment; // who decided last, what, and why; "" : nobody yet
};

// What the window shows of one decision beyond the decision itself: all of it as of the moment when it was made, but
// for the decisions of its SKU, which are told up to now.
struct DecisionView {
  QString workspace;
  Instant from{}, asOf{};                          // the time that prices are told for
  std::vector<std::pair<double, double>> observed; // price in major units, units a week: regular weeks
  std::vector<OwnPrice> own;
  std::vector<RivalPoint> rivals;
  std::vector<OfferLine> offers;
  RuleOutcome rules;
  PriceWaterfall waterfall;
  PriceBounds bounds;
  std::vector<PastDecision> past; // newest first
};

// Also on a read-only workspace. Reads one listing's rows only: fit for every row in focus.
Result<DecisionView> decisionView(Workspace& workspace, const DecisionDetail& detail);
// detail() with its view.
Result<DecisionDetail> wholeDetail(Workspace& workspace, const Id& decision);

} // namespace pricewright
