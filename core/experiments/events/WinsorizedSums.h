// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "experiments/events/OrderedValues.h"
#include "experiments/events/UnitLedger.h"

#include <map>

// What EventTable is made of. Internal to this folder.
namespace pricewright::ledger {

struct EventShard;

// Between which a figure counts as it is, in whole millionths.
struct Caps {
  static constexpr std::int64_t kNoLow = INT64_MIN, kNoHigh = INT64_MAX;
  std::int64_t low = kNoLow, high = kNoHigh;
  [[nodiscard]] bool holdZero() const { return low <= 0 && high >= 0; }
  // 0: as it is, 1: moved up onto the lower cap, 2: moved down onto the upper one.
  [[nodiscard]] std::size_t sideOf(std::int64_t value) const { return value < low ? 1 : value > high ? 2 : 0; }
  [[nodiscard]] std::int64_t onto(std::size_t side) const { return side == 1 ? low : side == 2 ? high : 0; }
};

// The sums of one winsorized metric of one test. Units are added up by the side of the caps on which they lie, without
// the figures that are moved onto one: what those come to is known from how many there are. So a cap that moves
// concerns only the units that it passes, found by the order of their figures. Everything that is kept is a whole
// number: any way to the same units leaves the same bits.
class WinsorizedSums {
 public:
  WinsorizedSums(const EventMetric& metric, std::size_t cells) : m_metric(metric), m_parts(cells) {}

  struct Part {
    std::int64_t units = 0;
    ExactSums sums;
    void add(const Part& other) { units += other.units, sums.add(other.sums); }
  };
  struct Parts {
    std::vector<Part> inner;           // by cell: units that no cap moves
    std::map<std::size_t, Part> outer; // by cell and sides: few
    explicit Parts(std::size_t cells = 0) : inner(cells) {}
    void add(const Parts& other);
  };
  struct Change {
    Parts parts;
    std::vector<ValueMove> now, then;
  };
  // A unit in (1) or out (−1), by the caps of the last settle(). What it counts is left in `to`.
  void count(const Member& member, const Place& place, std::size_t cell, int sign, Change& to) const;
  void add(const Change& change);
  // Moves the caps to where they belong among so many units of all cells, and the sums with them.
  void settle(std::uint16_t test, std::size_t groups, std::int64_t units, std::span<const EventShard> shards);
  void clear();

  [[nodiscard]] Result<UnitMoments> momentsOf(std::size_t cell, std::int64_t units) const;
  [[nodiscard]] const Caps& caps() const { return m_caps.now; }

 private:
  struct Limits {
    Caps now, then;
    [[nodiscard]] bool holdZero() const { return now.holdZero() && then.holdZero(); }
  };
  [[nodiscard]] std::size_t before() const { return m_metric.per ? 2 : 1; } // where the figure of before stands
  [[nodiscard]] Values fineValues(const Member& member) const;
  void addTo(Parts& parts, std::size_t cell, Values values, const Limits& limits, int sign) const;
  void addUp(const Part& part, std::size_t sides, std::span<double> sums, std::span<double> products) const;
  [[nodiscard]] Caps capsOf(const OrderedValues& values, std::int64_t units) const;
  void moveCaps(const Limits& from, std::size_t groups, std::span<const EventShard> shards);
  void addAll(std::uint16_t test, std::size_t groups, std::span<const EventShard> shards);

  EventMetric m_metric;
  Limits m_caps;
  OrderedValues m_nowValues, m_thenValues; // of units in the sums; zeros are not kept
  std::vector<ValueMove> m_nowMoves, m_thenMoves;
  Parts m_parts;
};

} // namespace pricewright::ledger
