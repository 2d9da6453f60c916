// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "experiments/events/EventPlan.h"

#include <array>
#include <span>

// What EventTable is made of. Internal to this folder.
namespace pricewright::ledger {

// GCC and Clang have it, the standard does not.
__extension__ using Wide = __int128;

inline constexpr std::uint32_t kNoRow = 0xffff'ffff;

// One event, within a cache line: a unit's events are a list.
struct EventRow {
  std::int64_t atMs = 0;
  std::uint64_t order = 0;
  std::int64_t amount = 0, cost = 0, quantity = 0;
  std::uint32_t next = kNoRow; // the one that came before it, of the same unit
  std::uint16_t currency = 0;
  EventKind kind = EventKind::Order;
};
struct Figures {
  std::int64_t revenue = 0, cost = 0, quantity = 0;
  std::uint32_t orders = 0;
  [[nodiscard]] std::int64_t of(Quantity q) const;
};
// How many millionths, or ones, a figure of this kind is counted in.
double scaleOf(Quantity q);
inline constexpr double kMillion = 1e6;

struct SmallCounts {
  std::uint32_t counted = 0, before = 0, earlier = 0, late = 0, foreign = 0, waiting = 0, overRefunded = 0;
  std::int64_t excess = 0; // millionths given back beyond what was paid
};
// A unit in one test.
struct Member {
  std::int64_t exposedMs = 0;
  std::uint32_t unit = 0;      // row of its events
  std::uint32_t next = kNoRow; // the same unit in another test
  std::uint16_t test = 0, arm = 0, group = 0;
  bool contaminated = false, dirty = false, inSums = false;
  Figures now, then;
  SmallCounts counts;
};

// Reads one unit's events for one test; keeps its scratch from unit to unit.
class UnitReader {
 public:
  explicit UnitReader(std::span<const EventRow> events) : m_events(events) {}
  void read(const EventPlan& plan, Member& member, std::uint32_t firstEvent);

 private:
  void attribute(Member& member, std::span<const EventRow* const> ofOneOrder);
  void take(Member& member, const EventRow& event, std::int64_t countsAtMs, bool& ordered, bool& orderedBefore);
  const EventPlan* m_plan = nullptr;
  std::span<const EventRow> m_events;
  std::vector<const EventRow*> m_scratch;
};

// Σ of products, exact: one product takes up to 109 bits and there may be 2^32 of them. In two parts, so that what goes
// out leaves the same bits as if it had never been in.
class ProductSum {
 public:
  void add(std::int64_t x, std::int64_t y, int sign);
  void add(const ProductSum& other) { m_low += other.m_low, m_high += other.m_high; }
  [[nodiscard]] double value() const;

 private:
  static constexpr int kLowBits = 80;
  Wide m_low = 0;          // of products' lowest 80 bits: below 2^112
  std::int64_t m_high = 0; // of the rest: below 2^61
};
// Σx and Σxy of one metric in one cell, exact.
struct ExactSums {
  std::array<Wide, UnitMoments::kMost> sums{};
  std::array<ProductSum, UnitMoments::kMost*(UnitMoments::kMost + 1) / 2> products{};
  void add(const ExactSums& other);
};
struct Values {
  std::array<std::int64_t, UnitMoments::kMost> value{};
  bool any = false;
};
Values valuesOf(const EventMetric& metric, const Member& member);
void addTo(ExactSums& sums, const Values& values, std::size_t quantities, int sign);
Result<UnitMoments> momentsOf(const EventMetric& metric, const ExactSums& sums, std::int64_t units);

} // namespace pricewright::ledger
