// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/Workspace.h"

namespace pricewright {

// A change per week with its 90 % interval.
struct JointChange {
  double mean = 0, low = 0, high = 0;
};

// What approving these decisions together would do, siblings included, in the workspace's currency. Within one group
// (category × zone) the moves are judged together by the draws that they were proposed by. Groups are added as
// independent: means add up, and so do variances; what all groups have in common (a bad season) is not in the interval.
struct SelectionEffect {
  Currency currency;
  int prices = 0, skus = 0, groups = 0;
  int unknown = 0;                    // without a model or a cost, or in a currency without a rate: not in the sums
  JointChange profit, revenue, units; // profit net of the labels' cost
  std::optional<double> marginNow, marginThen; // percent of revenue, of the groups' listings
  std::optional<double> indexNow, indexThen;   // own ÷ competitor reference × 100, by revenue, of the moved prices
  int mine = 0;                                // that I may approve now
  QMap<QString, int> refused;                  // the others, by the code why: approval.over-role-limit …
};

// Decisions that are no longer there are left out. Cancellable: engine.cancelled.
Result<SelectionEffect> selectionEffect(Workspace& w, std::span<const Ask> asks, const JobContext& job);

} // namespace pricewright
