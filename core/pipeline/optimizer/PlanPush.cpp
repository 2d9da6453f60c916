// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/optimizer/PlanPush.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace pricewright {
namespace {

constexpr int kPushSweeps = 8;
constexpr double kPushGain = 1e-10;             // relative
constexpr std::size_t kMostLooked = 40'000'000; // listings: what is pushed by then is what there is
constexpr int kNear[] = {-4, -2, -1, 1, 2, 4};

class Pusher {
 public:
  Pusher(const PlanParts& parts, const PlanRelations& relations, const PlanWorth& worth, std::vector<int> at)
      : m(parts), m_relations(relations), m_worth(worth), m_at(std::move(at)), m_order(parts.items.size()),
        m_groupWorth(parts.groups.size()) {
    for (const auto& g : m.groups)
      m_moves.emplace_back(g->size(), 0.0);
    for (std::size_t i = 0; i < m_at.size(); ++i) {
      m_moves[m.items[i].first][m.item(i).listing] = m.item(i).moves[std::size_t(m_at[i])];
      if (!m_relations.concerns(i))
        continue;
      m_order[i].resize(m.item(i).prices.size());
      std::iota(m_order[i].begin(), m_order[i].end(), 0);
      std::stable_sort(m_order[i].begin(), m_order[i].end(),
                       [&](int a, int b) { return priceOf(i, a) < priceOf(i, b); });
    }
    for (std::size_t g = 0; g < m.groups.size(); ++g)
      m_groupWorth[g] = m_worth.sums(m.groups[g]->sums(m_moves[g]));
  }

  std::vector<int> run(bool thorough, const JobContext& job) {
    for (int sweep = 0; sweep < kPushSweeps && m_looked < kMostLooked; ++sweep) {
      bool moved = false;
      for (std::size_t i = 0; i < m_at.size(); ++i) {
        if (job.cancelled() || m_looked > kMostLooked)
          return m_at;
        if (!m_order[i].empty())
          moved |= improve(i, thorough);
      }
      if (!moved)
        break;
    }
    return m_at;
  }

 private:
  struct Push {
    std::size_t item = 0;
    int choice = 0;
  };
  double priceOf(std::size_t i, int choice) const { return m.item(i).prices[std::size_t(choice)]; }

  bool improve(std::size_t i, bool thorough) {
    std::vector<Push> best;
    double most = 0;
    const auto& order = m_order[i];
    const auto here = std::find(order.begin(), order.end(), m_at[i]) - order.begin();
    const auto attempt = [&](std::ptrdiff_t place) {
      if (place < 0 || place >= std::ptrdiff_t(order.size()) || place == here)
        return;
      std::vector<Push> pushes{{i, order[std::size_t(place)]}};
      if (!follow(pushes))
        return;
      if (const double gain = gainOf(pushes); gain > most)
        most = gain, best = std::move(pushes);
    };
    if (thorough)
      for (std::ptrdiff_t place = 0; place < std::ptrdiff_t(order.size()); ++place)
        attempt(place);
    else
      for (const int step : kNear)
        attempt(here + step);
    if (best.empty())
      return false;
    for (const Push& p : best) {
      m_at[p.item] = p.choice;
      const auto [g, k] = m.items[p.item];
      m_moves[g][m.item(p.item).listing] = m.item(p.item).moves[std::size_t(p.choice)];
    }
    for (const Push& p : best) {
      const std::size_t g = m.items[p.item].first;
      m_groupWorth[g] = m_worth.sums(m.groups[g]->sums(m_moves[g]));
    }
    return true;
  }

  // Adds the moves that `pushes` begins; false where there are none that keep all relations.
  bool follow(std::vector<Push>& pushes) const {
    const std::size_t most = 4 * m.relations.size() + 4;
    const auto choiceOf = [&](std::size_t item) {
      for (std::size_t k = pushes.size(); k-- > 0;)
        if (pushes[k].item == item)
          return pushes[k].choice;
      return m_at[item];
    };
    if (!m_relations.allows(pushes[0].item, priceOf(pushes[0].item, pushes[0].choice)))
      return false;
    for (std::size_t next = 0; next < pushes.size(); ++next) {
      if (next > most)
        return false;
      const Push by = pushes[next];
      if (choiceOf(by.item) != by.choice)
        continue; // pushed further since
      const double price = priceOf(by.item, by.choice);
      for (const PlanRelations::Demand& d : m_relations.demands(by.item, price)) {
        const double other = priceOf(d.item, choiceOf(d.item));
        if (d.range.has(other))
          continue;
        if (d.item == pushes[0].item) // a circle that pushes back what began it
          return false;
        const int to = nearest(d.item, d.range);
        if (to < 0)
          return false;
        std::erase_if(pushes, [&](const Push& p) { return p.item == d.item && &p > &pushes[next]; });
        pushes.push_back({d.item, to});
      }
    }
    unify(pushes);
    return true;
  }
  // The last word on each item.
  static void unify(std::vector<Push>& pushes) {
    std::vector<Push> out;
    for (std::size_t k = pushes.size(); k-- > 0;)
      if (std::none_of(out.begin(), out.end(), [&](const Push& p) { return p.item == pushes[k].item; }))
        out.push_back(pushes[k]);
    pushes = std::move(out);
  }
  // The choice in the range that moves it least; −1: none.
  int nearest(std::size_t item, const PlanRelations::Range& range) const {
    const double here = priceOf(item, m_at[item]);
    int best = -1;
    for (const int c : m_order[item]) {
      const double price = priceOf(item, c);
      if (range.has(price) && m_relations.allows(item, price) &&
          (best < 0 || std::abs(price - here) < std::abs(priceOf(item, best) - here)))
        best = c;
    }
    return best;
  }

  double gainOf(const std::vector<Push>& pushes) {
    double gain = 0;
    m_groups.clear();
    for (const Push& p : pushes) {
      const std::size_t g = m.items[p.item].first;
      if (std::find(m_groups.begin(), m_groups.end(), g) == m_groups.end())
        m_groups.push_back(g);
      gain += m_worth.of(p.item, p.choice) - m_worth.of(p.item, m_at[p.item]);
    }
    for (const std::size_t g : m_groups) {
      m_looked += m_moves[g].size();
      m_tried = m_moves[g];
      for (const Push& p : pushes)
        if (m.items[p.item].first == g)
          m_tried[m.item(p.item).listing] = m.item(p.item).moves[std::size_t(p.choice)];
      gain += m_worth.sums(m.groups[g]->sums(m_tried)) - m_groupWorth[g];
    }
    return gain > kPushGain * std::abs(m_groupWorth[m_groups.front()]) ? gain : 0;
  }

  const PlanParts& m;
  const PlanRelations& m_relations;
  const PlanWorth& m_worth;
  std::vector<int> m_at;
  std::vector<std::vector<double>> m_moves;
  std::vector<std::vector<int>> m_order; // by item: choices by price; empty: not related
  std::vector<double> m_groupWorth;
  std::vector<std::size_t> m_groups; // scratch
  std::vector<double> m_tried;
  std::size_t m_looked = 0; // listings whose units were computed
};

} // namespace

std::vector<int> pushed(const PlanParts& parts, const PlanRelations& relations, std::vector<int> at,
                        const PlanWorth& worth, bool thorough, const JobContext& job) {
  if (!relations.any())
    return at;
  return Pusher(parts, relations, worth, std::move(at)).run(thorough, job);
}

} // namespace pricewright
