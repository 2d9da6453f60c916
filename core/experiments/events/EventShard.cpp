// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiments/events/EventShard.h"

#include <utility>

namespace pricewright::ledger {

TestLedger::TestLedger(EventPlan p) : plan(std::move(p)) {
  units.resize(plan.arms * plan.groups);
  sums.resize(plan.arms * plan.groups * plan.metrics.size());
  for (const EventMetric& metric : plan.metrics)
    if (metric.winsorized())
      winsorized.emplace_back(metric, units.size());
}

// What one unit brings, in or out of the sums.
void TestChange::count(const TestLedger& test, const Member& member, const Place& place, int sign) {
  any = true;
  const EventPlan& plan = test.plan;
  const SmallCounts& c = member.counts;
  events.counted += sign * std::int64_t(c.counted), events.before += sign * std::int64_t(c.before);
  events.earlier += sign * std::int64_t(c.earlier), events.late += sign * std::int64_t(c.late);
  events.foreign += sign * std::int64_t(c.foreign), events.waiting += sign * std::int64_t(c.waiting);
  constexpr std::int64_t kMillionths = 1'000; // of a thousandth: no sum overflows, and nothing that matters is cut
  events.orders += sign * std::int64_t(member.now.orders), events.overRefunded += sign * std::int64_t(c.overRefunded);
  events.revenue += sign * (member.now.revenue / kMillionths);
  events.excess += sign * ((c.excess + kMillionths - 1) / kMillionths);
  if (member.contaminated)
    return;
  const std::size_t cell = member.arm * plan.groups + member.group;
  units[cell] += sign;
  if (c.counted == 0 && c.before == 0)
    return; // all zeros
  for (std::size_t i = 0, cut = 0; i < plan.metrics.size(); ++i) {
    if (plan.metrics[i].winsorized()) {
      test.winsorized[cut].count(member, place, cell, sign, winsorized[cut]);
      ++cut;
      continue;
    }
    const Values values = valuesOf(plan.metrics[i], member);
    if (values.any)
      ledger::addTo(sums[cell * plan.metrics.size() + i], values, plan.metrics[i].quantities(), sign);
  }
}

void TestChange::addTo(TestLedger& test) const {
  ExposureCounts& e = test.exposures;
  e.exposures += exposures.exposures, e.repeated += exposures.repeated, e.outsideTest += exposures.outsideTest;
  e.badTime += exposures.badTime, e.unknownArm += exposures.unknownArm;
  e.units += exposures.units, e.contaminated += exposures.contaminated;
  EventCounts& v = test.events;
  v.counted += events.counted, v.before += events.before, v.earlier += events.earlier;
  v.late += events.late, v.foreign += events.foreign, v.waiting += events.waiting;
  v.orders += events.orders, v.overRefunded += events.overRefunded;
  v.revenue += events.revenue, v.excess += events.excess;
  for (std::size_t i = 0; i < units.size(); ++i)
    test.units[i] += units[i];
  for (std::size_t i = 0; i < sums.size(); ++i)
    test.sums[i].add(sums[i]);
  for (std::size_t i = 0; i < winsorized.size(); ++i)
    test.winsorized[i].add(winsorized[i]);
  test.changed |= any;
}

TestChange& Changes::of(std::size_t test) {
  TestChange& change = m_changes[test];
  if (change.units.empty()) {
    change.units.resize(m_tests[test]->units.size());
    change.sums.resize(m_tests[test]->sums.size());
    change.winsorized.resize(m_tests[test]->winsorized.size());
    for (WinsorizedSums::Change& one : change.winsorized)
      one.parts = WinsorizedSums::Parts(change.units.size());
  }
  return change;
}

void Changes::addToAll() {
  for (std::size_t i = 0; i < m_changes.size(); ++i)
    if (!m_changes[i].units.empty())
      m_changes[i].addTo(*m_tests[i]);
}

std::uint32_t EventShard::rowOf(std::uint64_t unit) {
  const auto fresh = static_cast<std::uint32_t>(units.size());
  const std::uint32_t row = unitRow.put(unit, fresh);
  if (row == fresh)
    units.push_back({unit});
  return row;
}

void EventShard::touch(std::uint32_t member) {
  if (!std::exchange(members[member].dirty, true))
    dirty.push_back(member);
}

void EventShard::expose(const Exposure& exposure, Changes& changes) {
  UnitRow& unit = units[rowOf(exposure.unit)];
  ExposureCounts& counts = changes.of(exposure.test).exposures;
  ++counts.exposures;
  for (std::uint32_t at = unit.firstMember; at != kNoRow; at = members[at].next)
    if (members[at].test == exposure.test)
      return again(members[at], at, exposure, changes);
  Member member;
  member.exposedMs = exposure.atMs;
  member.unit = static_cast<std::uint32_t>(&unit - units.data());
  member.test = exposure.test, member.arm = exposure.arm, member.group = exposure.group;
  member.next = std::exchange(unit.firstMember, static_cast<std::uint32_t>(members.size()));
  members.push_back(member);
  ++counts.units;
  touch(unit.firstMember);
}

// The same unit in the same test once more.
void EventShard::again(Member& known, std::uint32_t at, const Exposure& exposure, Changes& changes) {
  TestChange& change = changes.of(exposure.test);
  ++change.exposures.repeated;
  const bool other = known.arm != exposure.arm && !known.contaminated;
  // Two groups at one moment: the lower, so that it does not matter which came first.
  const bool first =
      exposure.atMs < known.exposedMs || (exposure.atMs == known.exposedMs && exposure.group < known.group);
  if (!other && !first)
    return;
  // What stands in the sums was put there under the old arm and group, and goes from there.
  if (std::exchange(known.inSums, false))
    change.count(changes.ledger(exposure.test), known, {number, at}, -1);
  if (other)
    known.contaminated = true, ++change.exposures.contaminated;
  if (first)
    known.exposedMs = exposure.atMs, known.group = exposure.group;
  touch(at);
}

void EventShard::add(const ShopEvent& event) {
  UnitRow& unit = units[rowOf(event.unit)];
  const auto row = static_cast<std::uint32_t>(events.size());
  events.push_back({event.atMs, event.order, event.amount, event.cost, event.quantity, unit.firstEvent, event.currency,
                    event.amount < 0 ? EventKind::Refund : event.kind});
  unit.firstEvent = row;
  for (std::uint32_t at = unit.firstMember; at != kNoRow; at = members[at].next)
    touch(at);
}

bool EventShard::update(Changes& changes, const JobContext& job) {
  if (job.cancelled())
    return false;
  UnitReader reader(events);
  for (const std::uint32_t at : dirty) {
    Member& member = members[at];
    TestChange& change = changes.of(member.test);
    const TestLedger& test = changes.ledger(member.test);
    if (member.inSums)
      change.count(test, member, {number, at}, -1);
    reader.read(test.plan, member, units[member.unit].firstEvent);
    change.count(test, member, {number, at}, +1);
    member.inSums = true, member.dirty = false;
  }
  dirty.clear();
  return true;
}

void EventShard::forget() {
  dirty.resize(members.size());
  for (std::size_t i = 0; i < members.size(); ++i) {
    dirty[i] = static_cast<std::uint32_t>(i);
    members[i].dirty = true, members[i].inSums = false;
  }
}

} // namespace pricewright::ledger
