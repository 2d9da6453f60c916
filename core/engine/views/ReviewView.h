// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/Workspace.h"

namespace pricewright {

// A decision that waits no more: rejected, expired, superseded, published or rolled back, and by whom.
struct DecidedRow {
  Id id;
  QString contentHash;
  DecisionState state = DecisionState::Rejected;
  QString sku, product, zone, category;
  Money before, proposed;
  QString primaryReason;
  Instant endedAt{};
  QString by, reason, comment; // the last who approved or rejected, with his reason; "" for nobody
  Id replacedBy;               // superseded: the newer proposal; null where none is known
};
// Newest first, both as of now; also on a read-only workspace.
Result<std::vector<DecidedRow>> decidedRows(Workspace& workspace, Duration back, int most = 1000);

// What has changed since a pending price was proposed: codes fact.price, .cost, .competitors, .bounds. Competitors
// count where one of them asks at least 1 % more or less than when he was last seen before.
struct ChangedFacts {
  Id decision;
  QStringList facts;
};
Result<std::vector<ChangedFacts>> changedFacts(Workspace& workspace, int most = 2000); // by value at stake

struct Person {
  QString name, displayName, role;
};
struct DelegationView {
  QString me;
  std::vector<Person> people; // that one may delegate to
  std::vector<Delegation> current;
};
Result<DelegationView> delegationView(Workspace& workspace);

} // namespace pricewright
