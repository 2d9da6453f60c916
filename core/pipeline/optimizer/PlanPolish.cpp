// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/optimizer/PlanPolish.h"

#include "base/Parallel.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace pricewright {
namespace {

constexpr int kMostSweeps = 12;
constexpr double kGain = 1e-10; // relative to the group's worth

class GroupPolish {
 public:
  GroupPolish(const PlanParts& parts, const PlanRelations& relations, const PlanWorth& worth, std::size_t g,
              std::vector<int>& all, const JobContext& job)
      : m_relations(relations), m_worth(worth), m_group(*parts.groups[g]), m_first(parts.firstItem[g]), m_all(all),
        m_job(job) {
    for (std::size_t k = 0; k < m_group.items().size(); ++k) {
      std::vector<int> order(itemOf(k).prices.size());
      std::iota(order.begin(), order.end(), 0);
      std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return priceOf(k, a) < priceOf(k, b); });
      m_byPrice.push_back(std::move(order));
    }
  }

  // Leaves the best found in `all`.
  void run(PolishEffort effort) {
    m_best = here(), m_bestWorth = worthHere();
    consider(m_best);
    if (effort != PolishEffort::Sweep) {
      consider(start([&](std::size_t k) { return m_byPrice[k].front(); }));
      consider(start([&](std::size_t k) { return m_byPrice[k].back(); }));
      consider(start([&](std::size_t) { return 0; }));
    }
    if (effort == PolishEffort::Thorough)
      shake();
    put(m_best);
  }

 private:
  const PlanItem& itemOf(std::size_t k) const { return m_group.items()[k]; }
  double priceOf(std::size_t k, int choice) const { return itemOf(k).prices[std::size_t(choice)]; }
  bool free(std::size_t k) const { return m_relations.alone(m_first + k); }
  int& at(std::size_t k) { return m_all[m_first + k]; }

  std::vector<int> here() const {
    return {m_all.begin() + std::ptrdiff_t(m_first), m_all.begin() + std::ptrdiff_t(m_first + m_group.items().size())};
  }
  void put(const std::vector<int>& choices) {
    std::copy(choices.begin(), choices.end(), m_all.begin() + std::ptrdiff_t(m_first));
    m_moves.assign(m_group.size(), 0.0);
    for (std::size_t k = 0; k < choices.size(); ++k)
      m_moves[itemOf(k).listing] = itemOf(k).moves[std::size_t(choices[k])];
  }
  template <class Of> std::vector<int> start(const Of& of) const {
    std::vector<int> out = m_best;
    for (std::size_t k = 0; k < out.size(); ++k)
      if (free(k))
        out[k] = of(k);
    return out;
  }
  double worthHere() {
    put(here());
    double sum = m_worth.sums(m_group.sums(m_moves));
    for (std::size_t k = 0; k < m_group.items().size(); ++k)
      sum += m_worth.of(m_first + k, at(k));
    return sum;
  }
  bool related() { // all relations that are the group's own
    for (std::size_t k = 0; k < m_group.items().size(); ++k)
      if (free(k) && m_relations.concerns(m_first + k) && !m_relations.range(m_first + k, m_all).has(priceOf(k, at(k))))
        return false;
    return true;
  }

  // The best price of k, all others held.
  bool improve(std::size_t k) {
    m_group.choices(k, m_moves, m_out);
    const auto range =
        m_relations.concerns(m_first + k) ? m_relations.range(m_first + k, m_all) : PlanRelations::Range();
    const double own = m_worth.of(m_first + k, at(k));
    int best = at(k);
    double most = kGain * std::abs(m_bestWorth);
    for (int c = 0; c < int(m_out.size()); ++c) {
      const double gain = m_worth.sums(m_out[std::size_t(c)]) + m_worth.of(m_first + k, c) - own;
      if (gain > most && range.has(priceOf(k, c)))
        best = c, most = gain;
    }
    if (best == at(k))
      return false;
    at(k) = best;
    m_moves[itemOf(k).listing] = itemOf(k).moves[std::size_t(best)];
    return true;
  }

  void sweep(int most, std::size_t except = SIZE_MAX) {
    for (int round = 0; round < most; ++round) {
      bool moved = false;
      for (std::size_t k = 0; k < m_group.items().size(); ++k)
        moved |= k != except && free(k) && improve(k);
      if (!moved || m_job.cancelled())
        return;
    }
  }

  bool consider(const std::vector<int>& from) {
    put(from);
    sweep(kMostSweeps);
    return keepIfBetter();
  }
  bool keepIfBetter() {
    const double worth = worthHere();
    if (!(worth > m_bestWorth + kGain * std::abs(m_bestWorth)) || !related())
      return false;
    m_best = here(), m_bestWorth = worth;
    return true;
  }

  // Each price a rung up and down, all others answering once, then all.
  void shake() {
    for (std::size_t k = 0; k < m_group.items().size(); ++k) {
      if (!free(k))
        continue;
      if (m_job.cancelled())
        return;
      for (const int step : {-1, 1}) {
        put(m_best);
        const auto& order = m_byPrice[k];
        const auto place = std::find(order.begin(), order.end(), at(k)) - order.begin() + step;
        if (place < 0 || place >= std::ptrdiff_t(order.size()))
          continue;
        at(k) = order[std::size_t(place)];
        m_moves[itemOf(k).listing] = itemOf(k).moves[std::size_t(at(k))];
        sweep(2, k);
        sweep(2);
        keepIfBetter();
      }
    }
  }

  const PlanRelations& m_relations;
  const PlanWorth& m_worth;
  const PlanGroup& m_group;
  std::size_t m_first;
  std::vector<int>& m_all; // choices of all groups; only this group's are written
  const JobContext& m_job;
  std::vector<std::vector<int>> m_byPrice;
  std::vector<int> m_best;
  double m_bestWorth = 0;
  std::vector<double> m_moves;
  std::vector<PlanSums> m_out;
};

} // namespace

std::vector<int> polished(const PlanParts& parts, const PlanRelations& relations, std::vector<int> at,
                          const PlanWorth& worth, PolishEffort effort, const JobContext& job) {
  parallelFor(
      parts.groups.size(), 2, job,
      [&](std::size_t begin, std::size_t end) {
        for (std::size_t g = begin; g < end; ++g)
          GroupPolish(parts, relations, worth, g, at, job).run(effort);
      },
      parts.threads);
  return at;
}

} // namespace pricewright
