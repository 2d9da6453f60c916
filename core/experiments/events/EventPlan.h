// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Result.h"
#include "experiments/Moments.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

namespace pricewright {

// What a unit did, per unit that was exposed, with a 0 for each that did nothing. Money and quantities in whole units
// of their own (dollars, pieces), from exact millionths.
enum class Quantity : std::uint8_t {
  Conversion, // 1 for a unit with an order
  Revenue,
  Profit, // revenue − cost
  Units,  // pieces
  Orders
};
// Of whatever has revenue, cost, quantity and orders.
template <class Number, class Sums> Number quantityOf(const Sums& sums, Quantity q) {
  switch (q) {
  case Quantity::Conversion:
    return Number(sums.orders > 0 ? 1 : 0);
  case Quantity::Revenue:
    return Number(sums.revenue);
  case Quantity::Profit:
    return Number(sums.revenue - sums.cost);
  case Quantity::Units:
    return Number(sums.quantity);
  case Quantity::Orders:
    return Number(sums.orders);
  }
  return 0;
}
struct EventMetric {
  Quantity of = Quantity::Revenue;
  std::optional<Quantity> per; // a ratio of the two sums, such as revenue per order
  bool adjusted = false;       // by the same figure of before the exposure (CUPED)
  // Values of all arms together beyond these quantiles, to a millionth, are moved onto them; of a ratio only what
  // stands above the line.
  double winsorLow = 0, winsorHigh = 1;
  [[nodiscard]] bool winsorized() const { return winsorLow > 0 || winsorHigh < 1; }
  [[nodiscard]] std::size_t quantities() const { return std::size_t(per ? 2 : 1) * std::size_t(adjusted ? 2 : 1); }
};

// One unit of a foreign currency is numerator / denominator of the test's own.
struct CurrencyRate {
  std::uint16_t currency = 0;
  std::int64_t numerator = 1, denominator = 1;
};

// How events are read for one test. Currencies are numbers of the caller's; 0: not told, taken as the test's own.
struct EventPlan {
  std::size_t arms = 2, groups = 1; // groups: strata or segments of the units, at most kMostGroups
  std::uint16_t currency = 0;
  std::vector<CurrencyRate> rates;
  std::int64_t windowMs = 14ll * 86'400'000;           // an order counts so long after the unit's first exposure
  std::int64_t preMs = 0;                              // and so long before it for the adjustment
  std::int64_t startMs = INT64_MIN, endMs = INT64_MAX; // exposures from, and before
  std::vector<EventMetric> metrics;
};
inline constexpr std::size_t kMostGroups = 1'000, kMostEventArms = 50;

// Money and quantities come in millionths; one event may hold up to so many either way, and a unit's sum is cut there.
inline constexpr std::int64_t kMostMicro = 10'000'000'000'000'000;
inline constexpr std::int64_t kEarliestMs = 946'684'800'000; // 2000-01-01: what is older was dated by a broken clock
inline constexpr std::int64_t kClockSlackMs = 300'000;       // clocks may be ahead of ours by this

struct Exposure {
  std::uint64_t unit = 0; // nameNumber() or the caller's own number
  std::int64_t atMs = 0;
  std::uint16_t arm = 0, group = 0;
  std::uint16_t test = 0; // its number in the table
};
enum class EventKind : std::uint8_t { Order, Refund };
struct ShopEvent {
  std::uint64_t id = 0; // the same again is the same event
  std::uint64_t unit = 0;
  std::int64_t atMs = 0;
  // What is bought or given back belongs to this order and counts when that was made; 0: it stands for itself. Several
  // lines and captures may have one: they are one order.
  std::uint64_t order = 0;
  std::int64_t amount = 0, cost = 0, quantity = 0; // millionths; of a refund at most 0
  std::uint16_t currency = 0;
  EventKind kind = EventKind::Order; // a negative amount is a refund, whatever this says
};

// What became of everything that came in. Of one test: each event of an exposed unit stands in exactly one of the six.
struct ExposureCounts {
  std::int64_t exposures = 0, repeated = 0; // repeated: of a unit that was exposed already
  std::int64_t outsideTest = 0, badTime = 0, unknownArm = 0;
  std::int64_t units = 0, contaminated = 0; // seen in two arms: in none
  [[nodiscard]] double contaminatedShare() const { return units > 0 ? double(contaminated) / double(units) : 0; }
};
struct EventCounts {
  std::int64_t counted = 0, before = 0, earlier = 0, late = 0; // before: within the time of the adjustment
  std::int64_t foreign = 0;                                    // of a currency without a rate
  std::int64_t waiting = 0;                                    // refunds whose order is not known yet
  // Orders within the test, those of which more was given back than was paid, and by how much more: `revenue` and
  // `excess` in thousandths of the test's currency.
  std::int64_t orders = 0, overRefunded = 0, revenue = 0, excess = 0;
  // More than one in a hundred, of orders or of money.
  [[nodiscard]] bool refundsAreDoubtful() const {
    constexpr std::int64_t kOneIn = 100;
    return overRefunded > orders / kOneIn || excess > std::max<std::int64_t>(revenue, 0) / kOneIn;
  }
  [[nodiscard]] std::int64_t all() const { return counted + before + earlier + late + foreign + waiting; }
};
struct IntakeCounts {
  std::int64_t kept = 0, repeated = 0, badTime = 0, tooLarge = 0;
};

struct MetricMoments {
  EventMetric metric;
  // Arm by arm, each group by group: quantity 0 within; of a ratio 0 over 1; then the same of before, if adjusted.
  std::vector<UnitMoments> cells;
  double winsorLow = 0, winsorHigh = 0; // the limits; 0 on a side that has none
};
struct TestSummary {
  std::size_t arms = 0, groups = 1;
  std::vector<double> units; // arm by arm
  std::vector<MetricMoments> metrics;
  ExposureCounts exposures;
  EventCounts events;
  // All groups of an arm. experiment.bad-shape
  [[nodiscard]] Result<UnitMoments> ofArm(std::size_t metric, std::size_t arm) const;
};

// experiment.bad-shape, .bad-setting (window, pre, groups, rates), .bad-level (quantiles)
Status checkPlan(const EventPlan& plan);

} // namespace pricewright
