// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pipeline/approval/ApprovalAgent.h"

#include <set>

namespace pricewright {

// What one call of the approval station works with: who, when, under which settings, into which batch.
struct ApprovalAgent::Context {
  Actor by;
  Instant now{};
  Settings settings;
  std::optional<int> limitBp; // none: no limit
  struct Stead {
    QString user, role;
    std::optional<int> limitBp;
  };
  std::vector<Stead> steads;     // in whose stead he may decide, besides
  QString inSteadOf;             // of the decision in hand; "": with his own authority
  std::optional<qint64> batchNo; // of what this call approves
  std::set<qint64> leftBatches;  // from which this call took decisions back
};

} // namespace pricewright
