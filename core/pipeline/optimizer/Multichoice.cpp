// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/optimizer/Multichoice.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace pricewright {
namespace {

constexpr double kInfinite = std::numeric_limits<double>::infinity();
constexpr std::size_t kFewStates = 1'000, kLongestTrail = 40'000'000;
constexpr int kNoEnd = -2;

// A step along an item's concave frontier: more weight for less value.
struct Step {
  int item = 0, to = 0; // the choice that it leads to
  double weight = 0, loss = 0;
  double rate() const { return loss / weight; }
};

class ChoiceSolver {
 public:
  ChoiceSolver(const ChoiceProblem& p, const ChoiceEffort& effort, const JobContext& job)
      : m_p(p), m_effort(effort), m_job(job), m_out{std::vector<int>(p.items()), 0, 0, 0, 0, 0, false} {}

  Result<ChoiceSolution> solve() {
    if (const Status fine = check(); !fine)
      return fine.error();
    startAtBest();
    if (!m_p.floor || m_weight >= *m_p.floor)
      return finish(m_value, true);
    findSteps();
    std::sort(m_steps.begin(), m_steps.end(), [](const Step& a, const Step& b) {
      const double left = a.loss * b.weight, right = b.loss * a.weight;
      return left != right ? left < right : std::tie(a.item, a.to) < std::tie(b.item, b.to);
    });
    if (!climb())
      return fail(QStringLiteral("choice.infeasible"), {{QStringLiteral("best"), QString::number(m_weight, 'g', 12)}});
    return closeGap();
  }

 private:
  std::span<const Choice> of(std::size_t item) const {
    return std::span(m_p.choices).subspan(m_p.first[item], m_p.first[item + 1] - m_p.first[item]);
  }

  Status check() const {
    for (const Choice& c : m_p.choices)
      if (!std::isfinite(c.value) || !std::isfinite(c.weight))
        return fail(QStringLiteral("choice.not-finite"));
    for (std::size_t i = 0; i < m_p.items(); ++i)
      if (of(i).empty())
        return fail(QStringLiteral("choice.empty-item"), {{QStringLiteral("item"), QString::number(i)}});
    return {};
  }

  void startAtBest() {
    for (std::size_t i = 0; i < m_p.items(); ++i) {
      const auto choices = of(i);
      int best = 0;
      for (int k = 1; k < int(choices.size()); ++k) {
        const Choice &a = choices[std::size_t(k)], &b = choices[std::size_t(best)];
        if (a.value > b.value || (a.value == b.value && a.weight > b.weight))
          best = k;
      }
      m_out.chosen[i] = best;
      m_value += choices[std::size_t(best)].value;
      m_weight += choices[std::size_t(best)].weight;
    }
  }

  // From each item's best choice to its heaviest, along the upper hull of (weight, value).
  void findSteps() {
    std::vector<int> order, hull;
    for (std::size_t i = 0; i < m_p.items(); ++i) {
      const auto c = of(i);
      const Choice& best = c[std::size_t(m_out.chosen[i])];
      order.clear();
      for (int k = 0; k < int(c.size()); ++k)
        if (c[std::size_t(k)].weight > best.weight)
          order.push_back(k);
      std::sort(order.begin(), order.end(), [&](int a, int b) {
        const Choice &x = c[std::size_t(a)], &y = c[std::size_t(b)];
        return x.weight != y.weight ? x.weight < y.weight : x.value > y.value;
      });
      hull.assign(1, m_out.chosen[i]);
      for (const int k : order) {
        const Choice& next = c[std::size_t(k)];
        if (next.weight == c[std::size_t(hull.back())].weight)
          continue;
        while (hull.size() > 1) {
          const Choice &b = c[std::size_t(hull.back())], &a = c[std::size_t(hull[hull.size() - 2])];
          if ((b.value - a.value) * (next.weight - a.weight) > (next.value - a.value) * (b.weight - a.weight))
            break;
          hull.pop_back();
        }
        hull.push_back(k);
      }
      for (std::size_t h = 1; h < hull.size(); ++h) {
        const Choice &a = c[std::size_t(hull[h - 1])], &b = c[std::size_t(hull[h])];
        m_steps.push_back({int(i), hull[h], b.weight - a.weight, a.value - b.value});
      }
    }
  }

  // Takes the cheapest steps until the floor is reached. The last one is taken whole: feasible; its part that is needed
  // gives the bound.
  bool climb() {
    for (const Step& s : m_steps) {
      const double missing = *m_p.floor - m_weight;
      m_out.chosen[std::size_t(s.item)] = s.to;
      m_value -= s.loss;
      m_weight += s.weight;
      if (m_weight < *m_p.floor)
        continue;
      m_out.multiplier = s.rate();
      m_out.bound = m_value + s.loss - s.rate() * missing;
      return true;
    }
    return false;
  }

  Result<ChoiceSolution> finish(double bound, bool proved) {
    m_out.bound = m_out.relaxed = bound;
    m_out.proved = proved;
    sumUp();
    return std::move(m_out);
  }

  void sumUp() {
    m_out.value = m_out.weight = 0;
    for (std::size_t i = 0; i < m_p.items(); ++i) {
      const Choice& c = of(i)[std::size_t(m_out.chosen[i])];
      m_out.value += c.value;
      m_out.weight += c.weight;
    }
  }

  // What a choice loses against the item's best at the floor's price. A solution is worth
  // bound − Σ losses − price × (weight − floor): whoever loses more than the gap cannot be in a better one.
  struct Alternative {
    int choice = 0;
    double loss = 0, weight = 0, value = 0; // weight and value against the item's best at that price
  };
  struct CoreItem {
    int item = 0, best = 0;
    std::vector<Alternative> others; // by loss
  };

  std::vector<CoreItem> core(double gap, double& weight, double& value) const {
    std::vector<CoreItem> items;
    weight = value = 0;
    for (std::size_t i = 0; i < m_p.items(); ++i) {
      const auto c = of(i);
      const auto worth = [&](const Choice& x) { return x.value + m_out.multiplier * x.weight; };
      int best = 0;
      for (int k = 1; k < int(c.size()); ++k)
        if (worth(c[std::size_t(k)]) > worth(c[std::size_t(best)]))
          best = k;
      const Choice& b = c[std::size_t(best)];
      weight += b.weight;
      value += b.value;
      CoreItem one{int(i), best, {}};
      for (int k = 0; k < int(c.size()); ++k) {
        const Choice& x = c[std::size_t(k)];
        const double loss = worth(b) - worth(x);
        if (k != best && loss < gap && (x.weight != b.weight || x.value != b.value))
          one.others.push_back({k, loss, x.weight - b.weight, x.value - b.value});
      }
      std::sort(one.others.begin(), one.others.end(),
                [](const Alternative& a, const Alternative& o) { return a.loss < o.loss; });
      if (!one.others.empty())
        items.push_back(std::move(one));
    }
    std::sort(items.begin(), items.end(), [](const CoreItem& a, const CoreItem& b) {
      return a.others.front().loss != b.others.front().loss ? a.others.front().loss < b.others.front().loss
                                                            : a.item < b.item;
    });
    return items;
  }

  struct State {
    double weight = 0, value = 0;
    int before = -1; // in the trail
  };
  struct Move {
    int item = 0, choice = 0, before = -1;
  };

  // First few states over many items: with thousands of items some sum of small losses hits the floor almost exactly.
  // Then all states, over the few items that the gap that is left allows.
  Result<ChoiceSolution> closeGap() {
    sumUp();
    m_out.relaxed = m_out.bound;
    const double enough = m_effort.tolerance * std::max(1.0, std::abs(m_out.relaxed));
    bool whole = false;
    for (const std::size_t states : {std::min(kFewStates, m_effort.mostStates), m_effort.mostStates}) {
      if (whole || m_out.relaxed - m_out.value <= enough)
        break;
      PW_TRY(whole, pass(states, enough));
    }
    const bool near = m_out.relaxed - m_out.value <= enough;
    m_out.proved = whole || near;
    m_out.bound = whole && !near ? m_out.value : m_out.relaxed; // looked through to the end: nothing is better
    return std::move(m_out);
  }

  // Looks for something better than what there is; true: nothing that could be was let go.
  Result<bool> pass(std::size_t mostStates, double enough) {
    double gap = m_out.relaxed - m_out.value, bestValue = m_out.value;
    State start;
    const std::vector<CoreItem> items = core(gap, start.weight, start.value);
    // What later items can still bring, at most: a state that cannot reach the floor with it is dropped.
    std::vector<double> rest(items.size() + 1, 0);
    for (std::size_t i = items.size(); i-- > 0;) {
      double most = 0;
      for (const Alternative& a : items[i].others)
        most = std::max(most, a.weight);
      rest[i] = rest[i + 1] + most;
    }
    std::vector<State> states{start}, next;
    std::vector<Move> trail;
    int bestEnd = kNoEnd;
    const auto consider = [&](const State& s) {
      if (s.weight < *m_p.floor || s.value <= bestValue)
        return;
      bestValue = s.value;
      bestEnd = s.before;
      gap = m_out.relaxed - bestValue;
    };
    consider(start);
    bool whole = true;
    for (std::size_t i = 0; i < items.size() && gap > enough; ++i) {
      if (m_job.cancelled())
        return fail(QStringLiteral("engine.cancelled"));
      if (items[i].others.front().loss >= gap)
        break; // this one and all after it lose more than the gap
      if (trail.size() > kLongestTrail) {
        whole = false;
        break;
      }
      next = states;
      for (const State& s : states)
        for (const Alternative& a : items[i].others) {
          const State made{s.weight + a.weight, s.value + a.value, int(trail.size())};
          if (a.loss >= gap || worthAtFloor(made) <= bestValue || made.weight + rest[i + 1] < *m_p.floor)
            continue;
          trail.push_back({items[i].item, a.choice, s.before});
          next.push_back(made);
          consider(made);
        }
      whole &= thin(next, rest[i + 1], bestValue, mostStates);
      states.swap(next);
    }
    if (bestEnd != kNoEnd) {
      takeBases();
      for (int at = bestEnd; at >= 0; at = trail[std::size_t(at)].before)
        m_out.chosen[std::size_t(trail[std::size_t(at)].item)] = trail[std::size_t(at)].choice;
    }
    sumUp();
    return whole;
  }

  // What a state is worth at most: the floor's price is paid for what it has too much, or lacks.
  double worthAtFloor(const State& s) const { return s.value + m_out.multiplier * (s.weight - *m_p.floor); }

  // Items outside the core too stand at their best at the floor's price.
  void takeBases() {
    for (std::size_t i = 0; i < m_p.items(); ++i) {
      const auto c = of(i);
      int best = 0;
      for (int k = 1; k < int(c.size()); ++k)
        if (c[std::size_t(k)].value + m_out.multiplier * c[std::size_t(k)].weight >
            c[std::size_t(best)].value + m_out.multiplier * c[std::size_t(best)].weight)
          best = k;
      m_out.chosen[i] = best;
    }
  }

  // Keeps what no other state beats in both value and weight, and what can still win. False: some had to be let go
  // that might have: those farthest from a solution at the floor.
  bool thin(std::vector<State>& states, double rest, double bestValue, std::size_t mostStates) const {
    std::sort(states.begin(), states.end(), [](const State& a, const State& b) {
      return a.weight != b.weight ? a.weight > b.weight : a.value > b.value;
    });
    std::size_t kept = 0;
    double best = -kInfinite;
    for (const State& s : states) {
      if (s.value <= best || s.weight + rest < *m_p.floor || worthAtFloor(s) <= bestValue)
        continue;
      best = s.value;
      states[kept++] = s;
    }
    states.resize(kept);
    if (kept <= mostStates)
      return true;
    const auto distance = [this](const State& s) {
      return m_out.multiplier * std::abs(s.weight - *m_p.floor) - worthAtFloor(s);
    };
    std::nth_element(states.begin(), states.begin() + std::ptrdiff_t(mostStates), states.end(),
                     [&](const State& a, const State& b) { return distance(a) < distance(b); });
    states.resize(mostStates);
    return false;
  }

  const ChoiceProblem& m_p;
  const ChoiceEffort& m_effort;
  const JobContext& m_job;
  ChoiceSolution m_out;
  std::vector<Step> m_steps;
  double m_value = 0, m_weight = 0;
};

} // namespace

void ChoiceProblem::add(std::span<const Choice> ofItem) {
  choices.insert(choices.end(), ofItem.begin(), ofItem.end());
  first.push_back(choices.size());
}

Result<ChoiceSolution> solveChoice(const ChoiceProblem& problem, const ChoiceEffort& effort, const JobContext& job) {
  return ChoiceSolver(problem, effort, job).solve();
}

} // namespace pricewright
