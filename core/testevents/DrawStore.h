// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "audit/Journal.h"
#include "storage/Database.h"

#include <span>
#include <vector>

namespace pricewright {

// The share of the new price from a moment on; ten-thousandths.
struct TestAllocation {
  Instant from{};
  int treatmentShare = 5000, chanceBest = 5000;
  qint64 unitsControl = 0, unitsTreatment = 0; // whose window was over
  bool isBurningIn = false;
};
// A visitor as he was drawn: his arm, and how likely the new price was then.
struct TestDraw {
  std::uint64_t unit = 0;
  Instant at{};
  int arm = 0, treatmentShare = 5000;
};

// Shares and draws of tests by visitors whose shares follow what was bought. A visitor is drawn once and keeps his arm.
// Each change is one transaction with its entry of the journal and its outbox row. On the engine thread.
// catalog.not-allowed
class DrawStore {
 public:
  DrawStore(Database& db, Journal& journal, const Clock& clock) : m_db(db), m_journal(journal), m_clock(clock) {}
  Result<std::vector<TestAllocation>> allocations(int experiment) const; // the oldest first
  Status allocate(const Actor& by, int experiment, const TestAllocation& allocation);
  // As they stand then: who was drawn before keeps what he had. In the order given.
  Result<std::vector<TestDraw>> draw(const Actor& by, int experiment, std::span<const TestDraw> wished);
  Result<std::vector<TestDraw>> draws(int experiment) const;

 private:
  Database& m_db;
  Journal& m_journal;
  const Clock& m_clock;
};

} // namespace pricewright
