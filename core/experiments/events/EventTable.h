// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Cancel.h"
#include "experiments/events/EventPlan.h"
#include "experiments/events/NumberTable.h"

#include <memory>
#include <span>

namespace pricewright {

// Exposures and events of many tests at once; an order counts in every test that its unit is in. The order in which
// anything comes makes no difference, and the figures are sums of whole numbers: an update gives the same bits as a
// recomputation of everything.
//   first exposure counts · two arms: in none · an event id counts once · an order counts from its unit's first
//   exposure on for the window · what belongs to an order counts when the order was first made
// Units are spread over shards by their numbers, each small enough for a processor's cache; large batches are dealt out
// to them first. One thread at a time; it uses several itself.
class EventTable {
 public:
  EventTable();
  EventTable(EventTable&&) noexcept;
  EventTable& operator=(EventTable&&) noexcept;
  ~EventTable();

  Result<std::size_t> addTest(EventPlan plan); // its number, from 0; checkPlan()'s errors, .bad-shape (too many)
  [[nodiscard]] std::size_t tests() const;

  // What cannot be right is left out and counted, see summary() and intake(). nowMs: what is later than this and some
  // slack is a clock that jumped. experiment.unknown-test, .too-many-units (of 4 billion rows)
  Status addExposures(std::span<const Exposure> exposures, std::int64_t nowMs);
  Status addEvents(std::span<const ShopEvent> events, std::int64_t nowMs);
  [[nodiscard]] IntakeCounts intake() const;

  // Brings the sums up to date with what came since. False: stopped half-way, and goes on with the next call.
  bool refresh(const JobContext& job = {}, unsigned threads = 0);
  // The same from every event anew.
  bool recompute(const JobContext& job = {}, unsigned threads = 0);
  // As of the last refresh. experiment.unknown-test, and UnitMoments::fromSums's
  [[nodiscard]] Result<TestSummary> summary(std::size_t test) const;

  // A unit of a test as it stands: for whoever wants to look at single units, and for checks.
  struct UnitView {
    std::uint64_t unit = 0;
    std::int64_t exposedMs = 0;
    std::uint16_t arm = 0, group = 0;
    bool contaminated = false;
    double revenue = 0, cost = 0, quantity = 0, orders = 0;
    double revenueBefore = 0, costBefore = 0, quantityBefore = 0, ordersBefore = 0;
    [[nodiscard]] double of(Quantity q) const; // since its exposure
  };
  [[nodiscard]] Result<std::vector<UnitView>> unitsOf(std::size_t test) const;

 private:
  struct State;
  std::unique_ptr<State> m;
};

} // namespace pricewright
