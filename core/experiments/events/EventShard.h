// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Cancel.h"
#include "experiments/events/NumberTable.h"
#include "experiments/events/WinsorizedSums.h"

#include <memory>

// What EventTable is made of. Internal to this folder.
namespace pricewright::ledger {

// One test's plan and figures over all shards.
struct TestLedger {
  EventPlan plan;
  ExposureCounts exposures;
  EventCounts events;
  std::vector<std::int64_t> units;        // by cell: arm by arm, each group by group
  std::vector<ExactSums> sums;            // by cell, metric by metric
  std::vector<WinsorizedSums> winsorized; // of those of the metrics that are
  bool changed = false;                   // since these were settled

  explicit TestLedger(EventPlan p);
};

// What one batch of work adds to a test's figures: shards work side by side, and the changes are whole numbers, so it
// does not matter in what order they come together.
struct TestChange {
  ExposureCounts exposures;
  EventCounts events;
  std::vector<std::int64_t> units;
  std::vector<ExactSums> sums;
  std::vector<WinsorizedSums::Change> winsorized;
  bool any = false;

  void count(const TestLedger& test, const Member& member, const Place& place, int sign);
  void addTo(TestLedger& test) const;
};
using TestLedgers = std::span<const std::unique_ptr<TestLedger>>;
// Of all tests; made as they are needed.
class Changes {
 public:
  explicit Changes(TestLedgers tests) : m_tests(tests), m_changes(tests.size()) {}
  TestChange& of(std::size_t test);
  [[nodiscard]] const TestLedger& ledger(std::size_t test) const { return *m_tests[test]; }
  void addToAll();

 private:
  TestLedgers m_tests;
  std::vector<TestChange> m_changes;
};

// Some of the units with all that they did.
struct EventShard {
  struct UnitRow {
    std::uint64_t unit = 0;
    std::uint32_t firstEvent = kNoRow, firstMember = kNoRow;
  };
  std::uint32_t number = 0; // among the shards
  NumberTable unitRow;
  std::vector<UnitRow> units;
  std::vector<EventRow> events;
  std::vector<Member> members;
  std::vector<std::uint32_t> dirty;

  void expose(const Exposure& exposure, Changes& changes);
  void add(const ShopEvent& event);
  // False: cancelled on the way; what is done is done.
  bool update(Changes& changes, const JobContext& job);
  void forget();

 private:
  std::uint32_t rowOf(std::uint64_t unit);
  void touch(std::uint32_t member);
  void again(Member& known, std::uint32_t at, const Exposure& exposure, Changes& changes);
};

} // namespace pricewright::ledger
