// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "decision/PriceDecision.h"

namespace pricewright {

// A decision as lists show it: the queue reads ten thousand of them without opening their evidence. Effects are rounded
// to millionths, as the columns that they are sorted by.
struct DecisionSummary {
  Id id;
  QString contentHash;
  qint64 version = 1;
  DecisionState state = DecisionState::Pending;
  QString skuCode, skuName, zoneCode, categoryCode;
  Money current, proposed;
  int marginNowBp = 0, marginThenBp = 0;
  bool costKnown = false, isCounterProposal = false;
  double profit = 0, profitLow = 0, profitHigh = 0, confidence = 0, valueAtStake = 0;
  QString primaryReason, reasonDetail;
  QStringList reasons;
  Instant expiresAt{};
  std::optional<Instant> releaseAt; // of its batch, where it is in one
  bool operator==(const DecisionSummary&) const = default;
};
DecisionSummary summaryOf(const PriceDecision& d);

// The few words beside the reason: what the limit is and how far the price is from it, from the verdict that decided.
// Numbers, signs and names only, so that they need no translation; "" where the verdict has none. Of an unusual price
// its z; of one that no cycle proposed the test, or who asked; of one that a test holds the test.
QString reasonDetail(const PriceDecision& d);

} // namespace pricewright
