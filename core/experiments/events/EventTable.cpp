// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiments/events/EventTable.h"

#include "base/Parallel.h"
#include "base/Words.h"
#include "experiments/events/EventShard.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <mutex>
#include <numeric>

namespace pricewright {

using namespace ledger;

namespace {

constexpr std::size_t kShards = 256, kShardsAtOnce = 16; // a million events: about 300 kB a shard
constexpr std::size_t kMostTests = 10'000, kAhead = 8;
constexpr std::size_t kLarge = 8'192; // smaller batches are not worth dealing out

std::size_t shardOf(std::uint64_t number) {
  return ((number ^ (number >> 29)) * 0xBF58476D1CE4E5B9ULL) >> 56; // another multiplier than NumberTable's
}

bool believable(std::int64_t atMs, std::int64_t nowMs) { return atMs >= kEarliestMs && atMs <= nowMs + kClockSlackMs; }

bool withinSize(const ShopEvent& e) {
  for (const std::int64_t value : {e.amount, e.cost, e.quantity})
    if (value > kMostMicro || value < -kMostMicro)
      return false;
  return true;
}

// Rows dealt out to shards: in each, in the order in which they came.
struct Dealt {
  std::array<std::size_t, kShards + 1> begin{};
  std::vector<std::uint32_t> rows;
  [[nodiscard]] std::span<const std::uint32_t> of(std::size_t shard) const {
    return std::span(rows).subspan(begin[shard], begin[shard + 1] - begin[shard]);
  }
};
// kShards of shard(i): to no shard.
template <class Shard> Dealt dealOut(std::size_t count, const Shard& shard) {
  Dealt out;
  std::vector<std::uint16_t> to(count);
  std::array<std::size_t, kShards + 1> next{};
  for (std::size_t i = 0; i < count; ++i)
    ++next[to[i] = static_cast<std::uint16_t>(shard(i))];
  std::size_t sum = 0;
  for (std::size_t i = 0; i < kShards; ++i)
    out.begin[i] = sum, sum += std::exchange(next[i], sum);
  out.begin[kShards] = sum;
  out.rows.resize(sum);
  for (std::size_t i = 0; i < count; ++i)
    if (to[i] < kShards)
      out.rows[next[to[i]]++] = static_cast<std::uint32_t>(i);
  return out;
}

} // namespace

struct EventTable::State {
  std::array<EventShard, kShards> shards;
  std::array<NumberTable, kShards> seen; // ids, dealt out by themselves: one may come under two units
  std::vector<std::unique_ptr<TestLedger>> tests;
  IntakeCounts intake;
  std::size_t eventRows = 0, exposureRows = 0;

  // Runs work(shard, changes) over all shards and adds the changes up. False: cancelled.
  template <class Work> bool overShards(const Work& work, const JobContext& job, unsigned threads);
  std::vector<std::uint8_t> judge(std::span<const ShopEvent> events, std::int64_t nowMs);
  bool isNew(const ShopEvent& event) {
    NumberTable& ids = seen[shardOf(event.id)];
    const auto fresh = static_cast<std::uint32_t>(ids.size());
    return ids.put(event.id, fresh) == fresh;
  }
  bool takes(const Exposure& exposure, std::int64_t nowMs, ExposureCounts& counts) const;
  void settleWinsorized(unsigned threads);
};

EventTable::EventTable() : m(std::make_unique<State>()) {
  for (std::size_t i = 0; i < kShards; ++i)
    m->shards[i].number = static_cast<std::uint32_t>(i);
}
EventTable::EventTable(EventTable&&) noexcept = default;
EventTable& EventTable::operator=(EventTable&&) noexcept = default;
EventTable::~EventTable() = default;

template <class Work> bool EventTable::State::overShards(const Work& work, const JobContext& job, unsigned threads) {
  std::mutex oneAtATime;
  std::atomic<bool> all = true;
  const auto some = [&](std::size_t begin, std::size_t end) {
    Changes changes(tests);
    for (std::size_t i = begin; i < end; ++i)
      if (!work(i, changes))
        all = false;
    const std::lock_guard lock(oneAtATime);
    changes.addToAll();
  };
  return parallelFor(kShards, threads == 1 ? kShards : kShardsAtOnce, job, some, threads) && all;
}

Result<std::size_t> EventTable::addTest(EventPlan plan) {
  PW_CHECK(checkPlan(plan));
  if (m->tests.size() >= kMostTests)
    return fail(s("experiment.bad-shape"));
  m->tests.push_back(std::make_unique<TestLedger>(std::move(plan)));
  return m->tests.size() - 1;
}

std::size_t EventTable::tests() const { return m->tests.size(); }
IntakeCounts EventTable::intake() const { return m->intake; }

bool EventTable::State::takes(const Exposure& e, std::int64_t nowMs, ExposureCounts& counts) const {
  const EventPlan& plan = tests[e.test]->plan;
  if (!believable(e.atMs, nowMs))
    ++counts.badTime;
  else if (e.arm >= plan.arms || e.group >= plan.groups)
    ++counts.unknownArm;
  else if (e.atMs < plan.startMs || e.atMs >= plan.endMs)
    ++counts.outsideTest;
  else
    return true;
  return false;
}

Status EventTable::addExposures(std::span<const Exposure> exposures, std::int64_t nowMs) {
  for (const Exposure& exposure : exposures)
    if (exposure.test >= m->tests.size())
      return fail(s("experiment.unknown-test"));
  if (m->exposureRows + m->eventRows + exposures.size() >= kNoRow)
    return fail(s("experiment.too-many-units"));
  m->exposureRows += exposures.size();
  const auto taken = [&](const Exposure& e) { return m->takes(e, nowMs, m->tests[e.test]->exposures); };
  if (exposures.size() < kLarge) {
    Changes changes(m->tests);
    for (const Exposure& exposure : exposures)
      if (taken(exposure))
        m->shards[shardOf(exposure.unit)].expose(exposure, changes);
    changes.addToAll();
    return {};
  }
  const Dealt dealt = dealOut(
      exposures.size(), [&](std::size_t i) { return taken(exposures[i]) ? shardOf(exposures[i].unit) : kShards; });
  const auto add = [&](std::size_t shard, Changes& changes) {
    const auto rows = dealt.of(shard);
    m->shards[shard].members.reserve(m->shards[shard].members.size() + rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (i + kAhead < rows.size())
        __builtin_prefetch(&exposures[rows[i + kAhead]]);
      m->shards[shard].expose(exposures[rows[i]], changes);
    }
    return true;
  };
  m->overShards(add, {}, 0);
  return {};
}

// Which events of a large batch are kept: 1, or 0.
std::vector<std::uint8_t> EventTable::State::judge(std::span<const ShopEvent> events, std::int64_t nowMs) {
  std::vector<std::uint8_t> kept(events.size(), 0);
  const Dealt byId = dealOut(events.size(), [&](std::size_t i) {
    const bool timely = believable(events[i].atMs, nowMs), sized = withinSize(events[i]);
    intake.badTime += !timely, intake.tooLarge += timely && !sized;
    return timely && sized ? shardOf(events[i].id) : kShards;
  });
  std::atomic<std::int64_t> fresh = 0;
  const auto look = [&](std::size_t shard, Changes&) {
    const auto rows = byId.of(shard);
    seen[shard].reserve(seen[shard].size() + rows.size());
    std::int64_t here = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (i + kAhead < rows.size())
        __builtin_prefetch(&events[rows[i + kAhead]].id);
      const bool first = isNew(events[rows[i]]);
      kept[rows[i]] = first, here += first;
    }
    fresh += here;
    return true;
  };
  overShards(look, {}, 0);
  intake.kept += fresh, intake.repeated += std::int64_t(byId.rows.size()) - fresh;
  return kept;
}

Status EventTable::addEvents(std::span<const ShopEvent> events, std::int64_t nowMs) {
  if (m->exposureRows + m->eventRows + events.size() >= kNoRow)
    return fail(s("experiment.too-many-units"));
  m->eventRows += events.size();
  if (events.size() < kLarge) {
    for (const ShopEvent& event : events) {
      if (!believable(event.atMs, nowMs))
        ++m->intake.badTime; // its id stays free: it may come again with its right time
      else if (!withinSize(event))
        ++m->intake.tooLarge;
      else if (!m->isNew(event))
        ++m->intake.repeated;
      else
        ++m->intake.kept, m->shards[shardOf(event.unit)].add(event);
    }
    return {};
  }
  const std::vector<std::uint8_t> kept = m->judge(events, nowMs);
  const Dealt dealt =
      dealOut(events.size(), [&](std::size_t i) { return kept[i] != 0 ? shardOf(events[i].unit) : kShards; });
  const auto add = [&](std::size_t shard, Changes&) {
    const auto rows = dealt.of(shard);
    m->shards[shard].events.reserve(m->shards[shard].events.size() + rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (i + kAhead < rows.size())
        __builtin_prefetch(&events[rows[i + kAhead]]);
      m->shards[shard].add(events[rows[i]]);
    }
    return true;
  };
  m->overShards(add, {}, 0);
  return {};
}

bool EventTable::refresh(const JobContext& job, unsigned threads) {
  constexpr std::size_t kAlone = 4'000; // fewer units than this are not worth a thread
  std::size_t work = 0;
  for (const EventShard& shard : m->shards)
    work += shard.dirty.size();
  if (job.cancelled())
    return false;
  if (work > 0 && !m->overShards(
                      [&](std::size_t shard, Changes& changes) {
                        return m->shards[shard].dirty.empty() || m->shards[shard].update(changes, job);
                      },
                      job, work < kAlone ? 1 : threads))
    return false;
  m->settleWinsorized(work < kAlone ? 1 : threads);
  return true;
}

void EventTable::State::settleWinsorized(unsigned threads) {
  std::vector<std::size_t> due;
  for (std::size_t i = 0; i < tests.size(); ++i)
    if (std::exchange(tests[i]->changed, false) && !tests[i]->winsorized.empty())
      due.push_back(i);
  parallelFor(
      due.size(), 1, {},
      [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
          TestLedger& test = *tests[due[i]];
          const std::int64_t units = std::accumulate(test.units.begin(), test.units.end(), std::int64_t(0));
          for (WinsorizedSums& sums : test.winsorized)
            sums.settle(static_cast<std::uint16_t>(due[i]), test.plan.groups, units, shards);
        }
      },
      threads);
}

bool EventTable::recompute(const JobContext& job, unsigned threads) {
  for (const auto& test : m->tests) {
    test->events = {};
    std::fill(test->units.begin(), test->units.end(), 0);
    std::fill(test->sums.begin(), test->sums.end(), ExactSums{});
    for (WinsorizedSums& sums : test->winsorized)
      sums.clear();
  }
  for (EventShard& shard : m->shards)
    shard.forget();
  return refresh(job, threads);
}

Result<TestSummary> EventTable::summary(std::size_t number) const {
  if (number >= m->tests.size())
    return fail(s("experiment.unknown-test"));
  const TestLedger& test = *m->tests[number];
  TestSummary out;
  out.arms = test.plan.arms, out.groups = test.plan.groups;
  out.exposures = test.exposures, out.events = test.events;
  out.units.resize(out.arms);
  for (std::size_t cell = 0; cell < test.units.size(); ++cell)
    out.units[cell / out.groups] += double(test.units[cell]);
  for (std::size_t i = 0, next = 0; i < test.plan.metrics.size(); ++i) {
    MetricMoments moments{test.plan.metrics[i], {}, 0, 0};
    const WinsorizedSums* cut = moments.metric.winsorized() ? &test.winsorized[next++] : nullptr;
    if (cut != nullptr && cut->caps().low != Caps::kNoLow)
      moments.winsorLow = double(cut->caps().low) / kMillion;
    if (cut != nullptr && cut->caps().high != Caps::kNoHigh)
      moments.winsorHigh = double(cut->caps().high) / kMillion;
    for (std::size_t cell = 0; cell < test.units.size(); ++cell) {
      PW_TRY(UnitMoments one, cut != nullptr ? cut->momentsOf(cell, test.units[cell])
                                             : momentsOf(moments.metric, test.sums[cell * test.plan.metrics.size() + i],
                                                         test.units[cell]));
      moments.cells.push_back(one);
    }
    out.metrics.push_back(std::move(moments));
  }
  return out;
}

Result<std::vector<EventTable::UnitView>> EventTable::unitsOf(std::size_t number) const {
  if (number >= m->tests.size())
    return fail(s("experiment.unknown-test"));
  std::vector<UnitView> out;
  constexpr double kOne = 1e6;
  for (const EventShard& shard : m->shards)
    for (const Member& u : shard.members)
      if (u.test == number)
        out.push_back({shard.units[u.unit].unit, u.exposedMs, u.arm, u.group, u.contaminated,
                       double(u.now.revenue) / kOne, double(u.now.cost) / kOne, double(u.now.quantity) / kOne,
                       double(u.now.orders), double(u.then.revenue) / kOne, double(u.then.cost) / kOne,
                       double(u.then.quantity) / kOne, double(u.then.orders)});
  return out;
}

double EventTable::UnitView::of(Quantity q) const { return quantityOf<double>(*this, q); }

} // namespace pricewright
