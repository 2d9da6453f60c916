// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiments/events/WinsorizedSums.h"

#include "experiments/events/EventShard.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace pricewright::ledger {
namespace {

// Order statistics of units of which most have a figure of 0.
class SparseOrder {
 public:
  SparseOrder(const OrderedValues& values, std::int64_t units)
      : m_values(values), m_units(std::size_t(units)), m_negative(values.below(0)) {}
  // Between the order statistics, as winsorLimits() has it; to a millionth.
  [[nodiscard]] std::int64_t quantile(double share) const {
    const double at = share * double(m_units - 1);
    const auto rank = std::size_t(at);
    const double low = double(statistic(rank)), part = at - double(rank);
    return std::llround(part > 0 ? low + part * (double(statistic(rank + 1)) - low) : low);
  }

 private:
  [[nodiscard]] std::int64_t statistic(std::size_t rank) const {
    const std::size_t zeros = m_units - m_values.size();
    if (rank < m_negative)
      return m_values.at(rank);
    return rank < m_negative + zeros ? 0 : m_values.at(rank - zeros);
  }
  const OrderedValues& m_values;
  std::size_t m_units, m_negative;
};

constexpr std::size_t kSides = 3;

// Whom the caps pass on their way.
void passedBy(const OrderedValues& values, const Caps& from, const Caps& to, std::vector<Place>& out) {
  const auto take = [&](const PlacedValue& one) { out.push_back(one.place); };
  if (from.low != to.low)
    values.eachWithin(std::min(from.low, to.low), std::max(from.low, to.low), take);
  const std::int64_t lower = std::min(from.high, to.high), upper = std::max(from.high, to.high);
  if (lower != upper) // what is as high as a cap is not beyond it
    values.eachWithin(lower + 1, upper == Caps::kNoHigh ? upper : upper + 1, take);
}

} // namespace

// As valuesOf(), what is cut in millionths whatever it is: a cap between two counts of orders is no whole number.
Values WinsorizedSums::fineValues(const Member& member) const {
  Values out = valuesOf(m_metric, member);
  const auto fine = static_cast<std::int64_t>(kMillion / scaleOf(m_metric.of));
  out.value[0] *= fine;
  if (m_metric.adjusted)
    out.value[before()] *= fine;
  return out;
}

void WinsorizedSums::Parts::add(const Parts& other) {
  for (std::size_t cell = 0; cell < inner.size(); ++cell)
    inner[cell].add(other.inner[cell]);
  for (const auto& [key, part] : other.outer)
    outer[key].add(part);
}

void WinsorizedSums::addTo(Parts& parts, std::size_t cell, Values values, const Limits& limits, int sign) const {
  const std::size_t now = limits.now.sideOf(values.value[0]);
  const std::size_t then = m_metric.adjusted ? limits.then.sideOf(values.value[before()]) : 0;
  const std::size_t sides = now + kSides * then;
  if (now != 0)
    values.value[0] = 0;
  if (then != 0)
    values.value[before()] = 0;
  Part& part = sides == 0 ? parts.inner[cell] : parts.outer[cell * kSides * kSides + sides];
  part.units += sign;
  ledger::addTo(part.sums, values, m_metric.quantities(), sign);
}

void WinsorizedSums::count(const Member& member, const Place& place, std::size_t cell, int sign, Change& to) const {
  const Values values = fineValues(member);
  if (!values.any)
    return; // caps beyond 0 are seen to by settle()
  if (values.value[0] != 0)
    to.now.push_back({{values.value[0], place}, sign});
  if (m_metric.adjusted && values.value[before()] != 0)
    to.then.push_back({{values.value[before()], place}, sign});
  addTo(to.parts, cell, values, m_caps, sign);
}

void WinsorizedSums::add(const Change& change) {
  m_nowMoves.insert(m_nowMoves.end(), change.now.begin(), change.now.end());
  m_thenMoves.insert(m_thenMoves.end(), change.then.begin(), change.then.end());
  m_parts.add(change.parts);
}

Caps WinsorizedSums::capsOf(const OrderedValues& values, std::int64_t units) const {
  Caps out;
  if (units == 0)
    return out;
  const SparseOrder order(values, units);
  if (m_metric.winsorLow > 0)
    out.low = order.quantile(m_metric.winsorLow);
  if (m_metric.winsorHigh < 1)
    out.high = order.quantile(m_metric.winsorHigh);
  return out;
}

void WinsorizedSums::settle(std::uint16_t test, std::size_t groups, std::int64_t units,
                            std::span<const EventShard> shards) {
  m_nowValues.apply(std::exchange(m_nowMoves, {}));
  m_thenValues.apply(std::exchange(m_thenMoves, {}));
  const Limits from = std::exchange(
      m_caps, Limits{capsOf(m_nowValues, units), m_metric.adjusted ? capsOf(m_thenValues, units) : Caps{}});
  // Caps beyond 0 move units that did nothing, and those stand in no order.
  if (from.holdZero() && m_caps.holdZero())
    moveCaps(from, groups, shards);
  else
    addAll(test, groups, shards);
}

void WinsorizedSums::moveCaps(const Limits& from, std::size_t groups, std::span<const EventShard> shards) {
  std::vector<Place> passed;
  passedBy(m_nowValues, from.now, m_caps.now, passed);
  passedBy(m_thenValues, from.then, m_caps.then, passed);
  std::sort(passed.begin(), passed.end());
  passed.erase(std::unique(passed.begin(), passed.end()), passed.end());
  for (const Place& place : passed) {
    const Member& member = shards[place.shard].members[place.member];
    const Values values = fineValues(member);
    const std::size_t cell = member.arm * groups + member.group;
    addTo(m_parts, cell, values, from, -1);
    addTo(m_parts, cell, values, m_caps, +1);
  }
}

void WinsorizedSums::addAll(std::uint16_t test, std::size_t groups, std::span<const EventShard> shards) {
  m_parts = Parts(m_parts.inner.size());
  for (const EventShard& shard : shards)
    for (const Member& member : shard.members)
      if (member.test == test && member.inSums && !member.contaminated)
        addTo(m_parts, member.arm * groups + member.group, fineValues(member), m_caps, +1);
}

void WinsorizedSums::clear() {
  m_caps = {};
  m_nowValues.clear(), m_thenValues.clear(), m_nowMoves.clear(), m_thenMoves.clear();
  m_parts = Parts(m_parts.inner.size());
}

// Adds what a part comes to with its figures moved: Σ(z + c)(w + d) = Σzw + d·Σz + c·Σw + n·c·d, c and d the caps.
void WinsorizedSums::addUp(const Part& part, std::size_t sides, std::span<double> sums,
                           std::span<double> products) const {
  const std::size_t k = m_metric.quantities();
  std::array<double, UnitMoments::kMost> cap{};
  cap[0] = double(m_caps.now.onto(sides % kSides));
  if (m_metric.adjusted)
    cap[before()] = double(m_caps.then.onto(sides / kSides));
  const auto units = double(part.units);
  std::size_t at = 0;
  for (std::size_t i = 0; i < k; ++i) {
    const auto ofI = double(part.sums.sums[i]);
    sums[i] += ofI + units * cap[i];
    for (std::size_t j = 0; j <= i; ++j, ++at)
      products[i * k + j] +=
          part.sums.products[at].value() + cap[j] * ofI + cap[i] * double(part.sums.sums[j]) + units * cap[i] * cap[j];
  }
}

Result<UnitMoments> WinsorizedSums::momentsOf(std::size_t cell, std::int64_t units) const {
  const std::size_t k = m_metric.quantities();
  std::array<double, UnitMoments::kMost> sums{};
  std::array<double, UnitMoments::kMost * UnitMoments::kMost> products{};
  addUp(m_parts.inner[cell], 0, sums, products);
  const std::size_t first = cell * kSides * kSides;
  for (auto part = m_parts.outer.lower_bound(first);
       part != m_parts.outer.end() && part->first < first + kSides * kSides; ++part)
    addUp(part->second, part->first - first, sums, products);
  const auto scale = [&](std::size_t i) { return m_metric.per && i % 2 == 1 ? scaleOf(*m_metric.per) : kMillion; };
  for (std::size_t i = 0; i < k; ++i) {
    sums[i] /= scale(i);
    for (std::size_t j = 0; j <= i; ++j)
      products[i * k + j] = products[j * k + i] = products[i * k + j] / (scale(i) * scale(j));
  }
  return UnitMoments::fromSums(double(units), {sums.data(), k}, {products.data(), k * k});
}

} // namespace pricewright::ledger
