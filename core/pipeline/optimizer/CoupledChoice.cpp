// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/optimizer/CoupledChoice.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace pricewright {
namespace {

constexpr int kMostRounds = 12, kMostHalvings = 60;
constexpr double kSettled = 1e-12; // relative fall of the bound in a round

class CoupledSolver {
 public:
  CoupledSolver(const CoupledProblem& p, const JobContext& job)
      : m_p(p), m_job(job), m_worth(p.values.size()), m_best(p.items()), m_gain(p.items()), m_at(p.items()) {
    for (const Coupling& c : p.couplings) {
      m_first.push_back(m_most.size());
      m_most.insert(m_most.end(), c.most.begin(), c.most.end());
    }
    m_price.resize(m_most.size()), m_lastPrice.resize(m_most.size()), m_used.resize(m_most.size());
  }

  Result<CoupledSolution> solve() {
    PW_CHECK(checkCoupled(m_p));
    m_limit =
        m_p.mostChanges ? std::min<std::size_t>(std::size_t(std::max(0, *m_p.mostChanges)), m_p.items()) : m_p.items();
    evaluate();
    for (int round = 0; round < kMostRounds; ++round) {
      const double before = m_bound;
      for (std::size_t c = 0; c < m_p.couplings.size(); ++c)
        PW_CHECK(settle(c));
      if (m_p.couplings.size() < 2 || before - m_bound <= kSettled * std::max(1.0, std::abs(m_bound)))
        break;
    }
    if (!m_found)
      PW_CHECK(becomeFeasible());
    takeBest();
    fill();
    return finish();
  }

 private:
  // Where the part of coupling c that an item counts in stands among all parts.
  std::size_t partOf(std::size_t c, std::size_t item) const {
    const Coupling& one = m_p.couplings[c];
    return m_first[c] + (one.part.empty() ? 0 : std::size_t(one.part[item]));
  }
  double useOf(std::size_t c, std::size_t choice) const { return m_p.couplings[c].use[choice]; }

  int stayOf(std::size_t item) const { return m_p.stay.empty() ? -1 : m_p.stay[item]; }

  // The best at the present prices: each item's, and of those that change the `m_limit` with the largest gains. Keeps
  // the lowest bound with its prices, and the best feasible choice met.
  void evaluate() {
    std::copy(m_p.values.begin(), m_p.values.end(), m_worth.begin());
    for (std::size_t c = 0; c < m_p.couplings.size(); ++c)
      charge(c);
    double bound = 0;
    std::size_t changing = 0;
    for (std::size_t i = 0; i < m_p.items(); ++i) {
      const auto begin = m_worth.begin() + std::ptrdiff_t(m_p.first[i]);
      const int best = int(std::max_element(begin, m_worth.begin() + std::ptrdiff_t(m_p.first[i + 1])) - begin);
      const int stay = stayOf(i);
      m_best[i] = best;
      m_gain[i] = stay < 0 ? 0 : begin[best] - begin[stay];
      bound += begin[stay < 0 ? best : stay];
      m_at[i] = stay < 0 ? best : stay;
      changing += stay >= 0 && m_gain[i] > 0 ? 1 : 0;
    }
    m_changePrice = 0;
    chooseChanges(changing, bound);
    for (std::size_t k = 0; k < m_price.size(); ++k)
      bound += m_price[k] * m_most[k];
    if (bound < m_bound)
      m_bound = bound, m_boundPrices = m_price, m_boundChangePrice = m_changePrice;
    remember();
  }

  // What the choices use of coupling c, at its prices, taken off their worth.
  void charge(std::size_t c) {
    const double* use = m_p.couplings[c].use.data();
    if (m_p.couplings[c].part.empty()) {
      if (const double price = m_price[m_first[c]]; price != 0)
        for (std::size_t k = 0; k < m_worth.size(); ++k)
          m_worth[k] -= price * use[k];
      return;
    }
    for (std::size_t i = 0; i < m_p.items(); ++i)
      if (const double price = m_price[partOf(c, i)]; price != 0)
        for (std::size_t k = m_p.first[i]; k < m_p.first[i + 1]; ++k)
          m_worth[k] -= price * use[k];
  }

  void chooseChanges(std::size_t changing, double& bound) {
    m_order.clear();
    for (std::size_t i = 0; i < m_p.items(); ++i)
      if (m_gain[i] > 0)
        m_order.push_back(int(i));
    if (changing > m_limit) {
      const auto larger = [&](int a, int b) {
        return m_gain[std::size_t(a)] != m_gain[std::size_t(b)] ? m_gain[std::size_t(a)] > m_gain[std::size_t(b)]
                                                                : a < b;
      };
      std::nth_element(m_order.begin(), m_order.begin() + std::ptrdiff_t(m_limit), m_order.end(), larger);
      m_changePrice = m_gain[std::size_t(m_order[m_limit])];
      m_order.resize(m_limit);
    }
    for (const int i : m_order)
      m_at[std::size_t(i)] = m_best[std::size_t(i)], bound += m_gain[std::size_t(i)];
  }

  std::size_t place(std::size_t item, int choice) const { return m_p.first[item] + std::size_t(choice); }

  void addUp() {
    std::fill(m_used.begin(), m_used.end(), 0.0);
    for (std::size_t c = 0; c < m_p.couplings.size(); ++c)
      for (std::size_t i = 0; i < m_p.items(); ++i)
        m_used[partOf(c, i)] += useOf(c, place(i, m_at[i]));
  }

  void remember() {
    addUp();
    for (std::size_t k = 0; k < m_used.size(); ++k)
      if (tooMuch(k))
        return;
    double value = 0;
    for (std::size_t i = 0; i < m_p.items(); ++i)
      value += m_p.values[place(i, m_at[i])];
    if (!m_found || value > m_foundValue)
      m_found = true, m_foundValue = value, m_foundAt = m_at;
  }

  bool tooMuch(std::size_t k) const { return m_used[k] > m_most[k]; }

  // The prices at which each part of this coupling is just kept, the others' as they are: the dual falls on one side of
  // each and rises on the other. Parts bind items of their own, so all of them are searched for at once.
  Status settle(std::size_t c) {
    const std::size_t begin = m_first[c], count = m_p.couplings[c].most.size();
    std::vector<double> low(count, 0.0), high(count, 0.0);
    std::fill_n(m_price.begin() + std::ptrdiff_t(begin), count, 0.0);
    evaluate();
    std::vector<std::size_t> open;
    for (std::size_t k = 0; k < count; ++k)
      if (tooMuch(begin + k))
        open.push_back(k);
    if (open.empty())
      return {};
    PW_CHECK(bracket(c, open, low, high));
    for (int halving = 0; halving < kMostHalvings; ++halving) {
      if (m_job.cancelled())
        return fail(QStringLiteral("engine.cancelled"));
      bool apart = false;
      for (const std::size_t k : open) {
        m_price[begin + k] = low[k] + (high[k] - low[k]) / 2;
        apart |= high[k] - low[k] > 1e-13 * high[k];
      }
      if (!apart)
        break;
      const double before = m_bound;
      evaluate();
      for (const std::size_t k : open)
        (tooMuch(begin + k) ? low[k] : high[k]) = m_price[begin + k];
      // Where the bound no longer falls and something feasible is near it, the rest is for the moves.
      if (halving > 24 && before - m_bound <= kSettled * std::abs(m_bound))
        break;
    }
    for (const std::size_t k : open)
      m_price[begin + k] = m_lastPrice[begin + k] = high[k];
    evaluate();
    return {};
  }

  // Prices high enough that no part of coupling c uses too much; `low` where each still did.
  Status bracket(std::size_t c, const std::vector<std::size_t>& open, std::vector<double>& low,
                 std::vector<double>& high) {
    const std::size_t begin = m_first[c];
    for (const std::size_t k : open)
      m_price[begin + k] = high[k] = m_lastPrice[begin + k] > 0 ? m_lastPrice[begin + k] * 1.01 : scaleOf(c);
    for (int doublings = 0;; ++doublings) {
      evaluate();
      bool more = false;
      for (const std::size_t k : open) {
        if (!tooMuch(begin + k))
          continue;
        if (doublings == 200)
          return infeasible(c, k);
        low[k] = high[k], high[k] *= doublings < 4 ? 2 : 16;
        m_price[begin + k] = high[k];
        more = true;
      }
      if (!more)
        return {};
    }
  }

  Error infeasible(std::size_t c, std::size_t part) const {
    return fail(QStringLiteral("choice.infeasible"),
                {{QStringLiteral("coupling"), QString::number(c)},
                 {QStringLiteral("part"), QString::number(part)},
                 {QStringLiteral("best"), QString::number(m_used[m_first[c] + part], 'g', 12)}});
  }

  // Value for use, over all choices: where the search for a price begins.
  double scaleOf(std::size_t c) const {
    double value = 0, use = 0;
    for (std::size_t k = 0; k < m_p.values.size(); ++k)
      value += std::abs(m_p.values[k]), use += std::abs(useOf(c, k));
    return use > 0 && value > 0 ? value / use / 64 : 1;
  }

  // Several couplings can each be kept at prices at which another is not. Prices rise together until all are.
  Status becomeFeasible() {
    m_price = m_boundPrices;
    for (std::size_t c = 0; c < m_p.couplings.size(); ++c)
      for (std::size_t k = m_first[c]; k < m_first[c] + m_p.couplings[c].most.size(); ++k)
        m_price[k] = std::max(m_price[k], 1e-6 * scaleOf(c));
    for (int step = 0; step < 400 && !m_found; ++step) {
      if (m_job.cancelled())
        return fail(QStringLiteral("engine.cancelled"));
      evaluate();
      for (std::size_t k = 0; k < m_price.size(); ++k)
        if (tooMuch(k))
          m_price[k] *= step < 200 ? 1.02 : 1.2;
    }
    for (std::size_t c = 0; !m_found && c < m_p.couplings.size(); ++c)
      for (std::size_t part = 0; part < m_p.couplings[c].most.size(); ++part)
        if (tooMuch(m_first[c] + part))
          return infeasible(c, part);
    return {};
  }

  void takeBest() {
    m_at = m_foundAt;
    m_price = m_boundPrices, m_changePrice = m_boundChangePrice;
    sumUp();
  }

  void sumUp() {
    m_value = 0, m_changes = 0;
    addUp();
    for (std::size_t i = 0; i < m_p.items(); ++i) {
      m_value += m_p.values[place(i, m_at[i])];
      m_changes += m_at[i] != stayOf(i) ? 1 : 0;
    }
  }

  struct Move {
    int item = 0, to = 0;
    double loss = 0; // at the prices, against what the item has
  };

  // Moves by what they lose at the prices: one that fits what is left over and brings value closes the gap.
  void fill() {
    constexpr int kMostPasses = 12;
    for (int pass = 0; pass < kMostPasses && !m_job.cancelled(); ++pass) {
      const std::vector<Move> moves = movesWithin(m_bound - m_value);
      bool moved = false;
      for (const Move& m : moves)
        moved |= take(m);
      sumUp(); // exact again
      if (!moved)
        break;
    }
    exchange();
  }

  double worthOf(std::size_t item, int choice) const {
    const std::size_t k = place(item, choice);
    double worth = m_p.values[k];
    for (std::size_t c = 0; c < m_p.couplings.size(); ++c)
      worth -= m_price[partOf(c, item)] * useOf(c, k);
    return worth;
  }

  std::vector<Move> movesWithin(double gap) const {
    std::vector<Move> moves;
    for (std::size_t i = 0; i < m_p.items(); ++i) {
      const int stay = stayOf(i);
      const auto paid = [&](int choice) { // a change costs its price as well
        return worthOf(i, choice) - (stay >= 0 && choice != stay ? m_changePrice : 0);
      };
      const double now = paid(m_at[i]);
      for (int k = 0; k < int(m_p.first[i + 1] - m_p.first[i]); ++k)
        if (const double loss = now - paid(k);
            k != m_at[i] && loss <= gap && m_p.values[place(i, k)] > m_p.values[place(i, m_at[i])])
          moves.push_back({int(i), k, loss});
    }
    std::sort(moves.begin(), moves.end(), [](const Move& a, const Move& b) {
      return a.loss != b.loss ? a.loss < b.loss : std::tie(a.item, a.to) < std::tie(b.item, b.to);
    });
    return moves;
  }

  bool fits(std::size_t item, std::size_t from, std::size_t to) const {
    for (std::size_t c = 0; c < m_p.couplings.size(); ++c)
      if (const std::size_t k = partOf(c, item); m_used[k] + useOf(c, to) - useOf(c, from) > m_most[k])
        return false;
    return true;
  }

  bool take(const Move& m) {
    const auto item = std::size_t(m.item);
    const std::size_t from = place(item, m_at[item]), to = place(item, m.to);
    const int stay = stayOf(item);
    const int more = (m.to != stay ? 1 : 0) - (m_at[item] != stay ? 1 : 0);
    if (m_p.values[to] <= m_p.values[from] || !fits(item, from, to) ||
        (m_p.mostChanges && m_changes + more > int(m_limit)))
      return false;
    for (std::size_t c = 0; c < m_p.couplings.size(); ++c)
      m_used[partOf(c, item)] += useOf(c, to) - useOf(c, from);
    m_value += m_p.values[to] - m_p.values[from];
    m_changes += more;
    m_at[item] = m.to;
    return true;
  }

  // What single moves leave over, pairs may use: one item gives way a little, another takes what that sets free. Only
  // the moves that lose least at the prices are tried, and only those that leave the number of changes alone.
  void exchange() {
    constexpr std::size_t kMost = 400;
    for (int pass = 0; pass < 40 && !m_job.cancelled(); ++pass) {
      struct Shift {
        int item, to;
        double value, loss;
      };
      std::vector<Shift> shifts;
      const double gap = m_bound - m_value;
      for (std::size_t i = 0; i < m_p.items(); ++i) {
        const double now = worthOf(i, m_at[i]);
        for (int k = 0; k < int(m_p.first[i + 1] - m_p.first[i]); ++k) {
          const bool same = (k != stayOf(i)) == (m_at[i] != stayOf(i)) || !m_p.mostChanges;
          const double loss = now - worthOf(i, k);
          if (k != m_at[i] && same && loss < gap)
            shifts.push_back({int(i), k, m_p.values[place(i, k)] - m_p.values[place(i, m_at[i])], loss});
        }
      }
      const std::size_t kept = std::min(kMost, shifts.size());
      std::partial_sort(shifts.begin(), shifts.begin() + std::ptrdiff_t(kept), shifts.end(),
                        [](const Shift& a, const Shift& b) {
                          return a.loss != b.loss ? a.loss < b.loss : std::tie(a.item, a.to) < std::tie(b.item, b.to);
                        });
      double most = 1e-15 * std::abs(m_value);
      std::pair<int, int> best{-1, -1};
      for (std::size_t a = 0; a < kept; ++a)
        for (std::size_t b = a + 1; b < kept; ++b)
          if (const double value = shifts[a].value + shifts[b].value;
              value > most && shifts[a].item != shifts[b].item &&
              bothFit(shifts[a].item, shifts[a].to, shifts[b].item, shifts[b].to))
            most = value, best = {int(a), int(b)};
      if (best.first < 0)
        break;
      for (const int one : {best.first, best.second})
        m_at[std::size_t(shifts[std::size_t(one)].item)] = shifts[std::size_t(one)].to;
      sumUp();
    }
  }

  bool bothFit(int itemA, int toA, int itemB, int toB) const {
    const auto a = std::size_t(itemA), b = std::size_t(itemB);
    const std::size_t fromA = place(a, m_at[a]), fromB = place(b, m_at[b]);
    for (std::size_t c = 0; c < m_p.couplings.size(); ++c) {
      const std::size_t inA = partOf(c, a), inB = partOf(c, b);
      const double moreA = useOf(c, place(a, toA)) - useOf(c, fromA), moreB = useOf(c, place(b, toB)) - useOf(c, fromB);
      const bool kept = inA == inB ? m_used[inA] + moreA + moreB <= m_most[inA]
                                   : m_used[inA] + moreA <= m_most[inA] && m_used[inB] + moreB <= m_most[inB];
      if (!kept)
        return false;
    }
    return true;
  }

  std::vector<std::vector<double>> byPart(const std::vector<double>& all) const {
    std::vector<std::vector<double>> out;
    for (std::size_t c = 0; c < m_p.couplings.size(); ++c) {
      const auto begin = all.begin() + std::ptrdiff_t(m_first[c]);
      out.emplace_back(begin, begin + std::ptrdiff_t(m_p.couplings[c].most.size()));
    }
    return out;
  }

  CoupledSolution finish() const {
    CoupledSolution out;
    out.chosen = m_at, out.value = m_value, out.bound = std::max(m_bound, m_value);
    out.used = byPart(m_used), out.multipliers = byPart(m_price);
    out.changeMultiplier = m_changePrice, out.changes = m_changes;
    return out;
  }

  const CoupledProblem& m_p;
  const JobContext& m_job;
  std::vector<std::size_t> m_first; // by coupling: its first part
  std::vector<double> m_most;       // by part, as the next two
  std::vector<double> m_price, m_lastPrice;
  std::vector<double> m_worth; // by choice, at the prices
  std::vector<int> m_best;
  std::vector<double> m_gain; // by item: of its best choice against staying
  std::vector<int> m_at, m_order;
  std::vector<double> m_used;
  std::size_t m_limit = 0;
  double m_changePrice = 0, m_boundChangePrice = 0;
  double m_bound = std::numeric_limits<double>::infinity();
  std::vector<double> m_boundPrices;
  bool m_found = false;
  double m_foundValue = 0;
  std::vector<int> m_foundAt;
  double m_value = 0;
  int m_changes = 0;
};

} // namespace

Result<CoupledSolution> solveCoupled(const CoupledProblem& problem, const JobContext& job) {
  return CoupledSolver(problem, job).solve();
}

} // namespace pricewright
