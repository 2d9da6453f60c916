// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What tests of the event table are told with, and its rules written out once more, slowly.
#pragma once
#include "experiments/events/EventTable.h"
#include "experiments/events/SipHash.h"
#include "statistics/Random.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace pricewright::test {

constexpr std::int64_t kDay = 86'400'000, kStart = 1'700'000'000'000, kNow = kStart + 60 * kDay;
constexpr std::int64_t kMicro = 1'000'000;
constexpr std::uint16_t kDollar = 1, kEuro = 2, kPound = 3;

inline EventPlan planWith(std::vector<EventMetric> metrics) {
  EventPlan plan;
  plan.currency = kDollar;
  plan.preMs = 7 * kDay;
  plan.metrics = std::move(metrics);
  return plan;
}
inline ShopEvent order(std::uint64_t id, std::uint64_t unit, std::int64_t atMs, std::int64_t dollars) {
  ShopEvent e;
  e.id = id, e.unit = unit, e.atMs = atMs, e.order = id;
  e.amount = dollars * kMicro, e.cost = dollars * kMicro / 2, e.quantity = kMicro, e.currency = kDollar;
  return e;
}
inline ShopEvent refund(std::uint64_t id, const ShopEvent& of, std::int64_t atMs) {
  ShopEvent e = of;
  e.id = id, e.atMs = atMs, e.kind = EventKind::Refund;
  e.amount = -of.amount, e.cost = -of.cost, e.quantity = -of.quantity;
  return e;
}

// One test of two arms with a unit in each, exposed at the start.
struct OneTest {
  EventTable table;
  explicit OneTest(EventPlan plan = planWith({{Quantity::Revenue, {}, false, 0, 1}})) {
    [[maybe_unused]] const auto added = table.addTest(std::move(plan));
    expose({{1, kStart, 0, 0}, {2, kStart, 1, 0}});
  }
  void expose(std::vector<Exposure> exposures) { QVERIFY(table.addExposures(exposures, kNow)); }
  void add(std::vector<ShopEvent> events) { QVERIFY(table.addEvents(events, kNow)); }
  EventTable::UnitView second() {
    const std::vector<EventTable::UnitView> units = *table.unitsOf(0);
    for (const EventTable::UnitView& unit : units)
      if (unit.unit == 2)
        return unit;
    return {};
  }
  TestSummary summary() {
    table.refresh();
    return *table.summary(0);
  }
  double revenueOf(std::size_t arm) {
    const UnitMoments moments = *summary().ofArm(0, arm);
    return moments.mean(0) * moments.units();
  }
};

// ── The same rules, written as plainly as they can be
// ───────────────────────────────────────────────────────────────
struct PlainUnit {
  std::int64_t at = 0;
  std::size_t arm = 0, group = 0;
  std::set<std::size_t> arms;
  double revenue[2]{}, cost[2]{}, quantity[2]{}, orders[2]{};
  double of(Quantity q, int when) const {
    switch (q) {
    case Quantity::Conversion:
      return orders[when] > 0;
    case Quantity::Revenue:
      return revenue[when];
    case Quantity::Profit:
      return revenue[when] - cost[when];
    case Quantity::Units:
      return quantity[when];
    case Quantity::Orders:
      return orders[when];
    }
    return 0;
  }
};
inline std::map<std::uint64_t, PlainUnit> plainly(const EventPlan& plan, const std::vector<Exposure>& exposures,
                                                  const std::vector<ShopEvent>& events) {
  std::map<std::uint64_t, PlainUnit> units;
  for (const Exposure& e : exposures) {
    if (e.atMs > kNow + kClockSlackMs || e.atMs < kEarliestMs || e.arm >= plan.arms)
      continue;
    auto [it, fresh] = units.try_emplace(e.unit);
    if (fresh || std::pair(e.atMs, std::size_t(e.group)) < std::pair(it->second.at, it->second.group))
      it->second.at = e.atMs, it->second.group = e.group;
    it->second.arm = e.arm;
    it->second.arms.insert(e.arm);
  }
  std::set<std::uint64_t> seen;
  std::map<std::pair<std::uint64_t, std::uint64_t>, std::int64_t> madeAt;
  std::vector<ShopEvent> kept;
  for (const ShopEvent& e : events) {
    if (e.atMs > kNow + kClockSlackMs || e.atMs < kEarliestMs || !seen.insert(e.id).second)
      continue;
    kept.push_back(e);
    if (e.order != 0 && e.kind == EventKind::Order && e.amount >= 0) {
      auto [it, fresh] = madeAt.try_emplace({e.unit, e.order}, e.atMs);
      it->second = std::min(it->second, e.atMs);
    }
  }
  std::map<std::pair<std::uint64_t, int>, std::set<std::uint64_t>> ordersOf;
  for (const ShopEvent& e : kept) {
    auto unit = units.find(e.unit);
    if (unit == units.end())
      continue;
    std::int64_t at = e.atMs;
    if (e.order != 0) {
      const auto made = madeAt.find({e.unit, e.order});
      if (made == madeAt.end())
        continue;
      at = made->second;
    }
    const std::int64_t since = at - unit->second.at;
    if (since >= plan.windowMs || since < -plan.preMs)
      continue;
    double rate = 1;
    if (e.currency == kEuro)
      rate = 1.25;
    else if (e.currency == kPound)
      continue;
    const int when = since >= 0 ? 0 : 1;
    unit->second.revenue[when] += rate * double(e.amount) / kMicro;
    unit->second.cost[when] += rate * double(e.cost) / kMicro;
    unit->second.quantity[when] += double(e.quantity) / kMicro;
    if (e.kind == EventKind::Order && e.amount >= 0 &&
        ordersOf[{e.unit, when}].insert(e.order != 0 ? e.order : e.id | 1ULL << 63).second)
      unit->second.orders[when] += 1;
  }
  return units;
}

inline std::vector<ShopEvent> randomEvents(Random& random, int count, int units) {
  std::vector<ShopEvent> events;
  const auto whole = [&](int below) { return std::int64_t(random.uniform() * below); };
  for (int i = 0; i < count; ++i) {
    ShopEvent e = order(std::uint64_t(i + 1), std::uint64_t(1 + whole(units)), kStart + whole(50) * kDay / 2 - 8 * kDay,
                        whole(100));
    e.amount += whole(100) * 10'000, e.quantity = whole(5) * kMicro;
    e.order = whole(3) == 0 ? 0 : std::uint64_t(1 + whole(count / 3));
    e.currency = whole(10) == 0 ? kPound : whole(10) == 0 ? kEuro : whole(10) == 0 ? 0 : kDollar;
    if (whole(6) == 0)
      e.kind = EventKind::Refund, e.amount = -e.amount, e.cost = -e.cost, e.quantity = -e.quantity;
    if (whole(40) == 0)
      e.atMs = kNow + 2 * kDay;
    if (whole(40) == 0)
      e.atMs = 1000;
    events.push_back(e);
    if (whole(8) == 0)
      events.push_back(events[std::size_t(whole(int(events.size())))]); // the same again
  }
  return events;
}
inline std::vector<Exposure> randomExposures(Random& random, int units, std::size_t arms, std::size_t groups) {
  std::vector<Exposure> out;
  for (int unit = 1; unit <= units; ++unit) {
    const auto arm = std::uint16_t(random.uniform() * double(arms));
    const int times = random.uniform() < 0.3 ? 3 : random.uniform() < 0.2 ? 0 : 1;
    for (int i = 0; i < times; ++i)
      out.push_back({std::uint64_t(unit), kStart + std::int64_t(random.uniform() * 20) * kDay,
                     random.uniform() < 0.02 ? std::uint16_t((arm + 1) % arms) : arm,
                     std::uint16_t(random.uniform() * double(groups))});
  }
  return out;
}
template <class T> void shuffle(Random& random, std::vector<T>& rows) {
  for (std::size_t i = rows.size(); i > 1; --i)
    std::swap(rows[i - 1], rows[std::size_t(random.uniform() * double(i))]);
}

inline bool agree(double a, double b) { return std::abs(a - b) <= 1e-10 * std::max({1.0, std::abs(a), std::abs(b)}); }
// Every cell's every moment against the units one by one.
inline bool fits(const TestSummary& summary, const EventPlan& plan, const std::map<std::uint64_t, PlainUnit>& units) {
  for (std::size_t m = 0; m < plan.metrics.size(); ++m) {
    const EventMetric& metric = plan.metrics[m];
    const auto limits = [&](int when) {
      std::vector<double> all;
      for (const auto& [name, unit] : units)
        if (unit.arms.size() == 1)
          all.push_back(unit.of(metric.of, when));
      return *winsorLimits(all, metric.winsorLow, metric.winsorHigh);
    };
    const WinsorLimits now = limits(0), then = limits(1);
    std::vector<UnitMoments> cells(plan.arms * plan.groups,
                                   UnitMoments(metric.quantities(), metric.of == Quantity::Conversion && !metric.per &&
                                                                            !metric.adjusted && !metric.winsorized()
                                                                        ? Spread::Shares
                                                                        : Spread::Sample));
    for (const auto& [name, unit] : units) {
      if (unit.arms.size() > 1)
        continue;
      std::vector<double> x{std::clamp(unit.of(metric.of, 0), now.low, now.high)};
      if (metric.per)
        x.push_back(unit.of(*metric.per, 0));
      if (metric.adjusted) {
        x.push_back(std::clamp(unit.of(metric.of, 1), then.low, then.high));
        if (metric.per)
          x.push_back(unit.of(*metric.per, 1));
      }
      if (!cells[unit.arm * plan.groups + unit.group].add(x))
        return false;
    }
    for (std::size_t c = 0; c < cells.size(); ++c)
      for (std::size_t i = 0; i < metric.quantities(); ++i) {
        const UnitMoments& got = summary.metrics[m].cells[c];
        if (got.units() != cells[c].units() || !agree(got.mean(i), cells[c].mean(i)))
          return false;
        for (std::size_t j = 0; j < metric.quantities(); ++j)
          if (!agree(got.covariance(i, j), cells[c].covariance(i, j)))
            return false;
      }
  }
  return true;
}
inline bool sameBits(const TestSummary& a, const TestSummary& b) {
  if (a.units != b.units || a.events.all() != b.events.all() || a.events.counted != b.events.counted ||
      a.exposures.contaminated != b.exposures.contaminated)
    return false;
  for (std::size_t m = 0; m < a.metrics.size(); ++m) {
    if (a.metrics[m].winsorLow != b.metrics[m].winsorLow || a.metrics[m].winsorHigh != b.metrics[m].winsorHigh)
      return false;
    for (std::size_t c = 0; c < a.metrics[m].cells.size(); ++c)
      for (std::size_t i = 0; i < a.metrics[m].metric.quantities(); ++i) {
        if (a.metrics[m].cells[c].mean(i) != b.metrics[m].cells[c].mean(i))
          return false;
        for (std::size_t j = 0; j <= i; ++j)
          if (a.metrics[m].cells[c].covariance(i, j) != b.metrics[m].cells[c].covariance(i, j))
            return false;
      }
  }
  return true;
}

// Caps above, below and on both sides; also such as units that did nothing lie beyond.
inline std::vector<EventMetric> winsorizedMetrics() {
  return {{Quantity::Revenue, {}, false, 0.01, 0.99},
          {Quantity::Revenue, {}, true, 0, 0.9},
          {Quantity::Profit, {}, true, 0.05, 1},
          {Quantity::Orders, {}, false, 0, 0.75},
          {Quantity::Revenue, Quantity::Orders, true, 0, 0.9},
          {Quantity::Units, {}, false, 0.6, 0.95}};
}
inline std::vector<EventMetric> everyMetric() {
  return {{Quantity::Conversion, {}, false, 0, 1},
          {Quantity::Conversion, {}, true, 0, 1},
          {Quantity::Revenue, {}, true, 0, 1},
          {Quantity::Profit, {}, false, 0, 1},
          {Quantity::Units, {}, false, 0, 1},
          {Quantity::Orders, {}, true, 0, 1},
          {Quantity::Revenue, Quantity::Orders, true, 0, 1},
          {Quantity::Profit, Quantity::Units, false, 0, 1}};
}

} // namespace pricewright::test
