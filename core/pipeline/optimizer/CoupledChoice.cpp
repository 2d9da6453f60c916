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
      : m_p(p), m_job(job), m_price(p.couplings.size()), m_worth(p.values.size()), m_best(p.items()), m_gain(p.items()),
        m_at(p.items()), m_used(p.couplings.size()) {}

  Result<CoupledSolution> solve() {
    PW_CHECK(check());
    m_limit =
        m_p.mostChanges ? std::min<std::size_t>(std::size_t(std::max(0, *m_p.mostChanges)), m_p.items()) : m_p.items();
    evaluate();
    for (int round = 0; round < kMostRounds; ++round) {
      const double before = m_bound;
      for (std::size_t c = 0; c < m_price.size(); ++c)
        PW_CHECK(settle(c));
      if (m_price.size() < 2 || before - m_bound <= kSettled * std::max(1.0, std::abs(m_bound)))
        break;
    }
    if (!m_found)
      PW_CHECK(becomeFeasible());
    takeBest();
    fill();
    return finish();
  }

 private:
  Status check() const {
    const auto finite = [](double v) { return std::isfinite(v); };
    if (!std::all_of(m_p.values.begin(), m_p.values.end(), finite))
      return fail(QStringLiteral("choice.not-finite"));
    for (const Coupling& c : m_p.couplings) {
      if (c.use.size() != m_p.values.size())
        return fail(QStringLiteral("choice.bad-shape"));
      if (!std::all_of(c.use.begin(), c.use.end(), finite) || !std::isfinite(c.most))
        return fail(QStringLiteral("choice.not-finite"));
    }
    if (m_p.first.back() != m_p.values.size() || (!m_p.stay.empty() && m_p.stay.size() != m_p.items()))
      return fail(QStringLiteral("choice.bad-shape"));
    for (std::size_t i = 0; i < m_p.items(); ++i)
      if (m_p.first[i] >= m_p.first[i + 1] || stayOf(i) >= int(m_p.first[i + 1] - m_p.first[i]))
        return fail(QStringLiteral("choice.empty-item"), {{QStringLiteral("item"), QString::number(i)}});
    return {};
  }

  int stayOf(std::size_t item) const { return m_p.stay.empty() ? -1 : m_p.stay[item]; }

  // The best at the present prices: each item's, and of those that change the `m_limit` with the largest gains. Keeps
  // the lowest bound with its prices, and the best feasible choice met.
  void evaluate() {
    const std::size_t n = m_p.values.size();
    std::copy(m_p.values.begin(), m_p.values.end(), m_worth.begin());
    for (std::size_t c = 0; c < m_price.size(); ++c)
      if (const double price = m_price[c]; price != 0) {
        const double* use = m_p.couplings[c].use.data();
        for (std::size_t k = 0; k < n; ++k)
          m_worth[k] -= price * use[k];
      }
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
    for (std::size_t c = 0; c < m_price.size(); ++c)
      bound += m_price[c] * m_p.couplings[c].most;
    if (bound < m_bound)
      m_bound = bound, m_boundPrices = m_price, m_boundChangePrice = m_changePrice;
    remember();
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

  void remember() {
    bool feasible = true;
    double value = 0;
    for (std::size_t c = 0; c < m_used.size(); ++c) {
      m_used[c] = 0;
      for (std::size_t i = 0; i < m_p.items(); ++i)
        m_used[c] += m_p.couplings[c].use[place(i, m_at[i])];
      feasible &= m_used[c] <= m_p.couplings[c].most;
    }
    if (!feasible)
      return;
    for (std::size_t i = 0; i < m_p.items(); ++i)
      value += m_p.values[place(i, m_at[i])];
    if (!m_found || value > m_foundValue)
      m_found = true, m_foundValue = value, m_foundAt = m_at;
  }

  bool tooMuch(std::size_t c) const { return m_used[c] > m_p.couplings[c].most; }

  // The price at which this coupling is just kept, the others' prices as they are: the dual falls on one side of it and
  // rises on the other.
  Status settle(std::size_t c) {
    double low = 0;
    m_price[c] = 0;
    evaluate();
    if (!tooMuch(c))
      return {};
    double high = m_lastPrice.size() > c && m_lastPrice[c] > 0 ? m_lastPrice[c] * 1.01 : scaleOf(c);
    for (int doublings = 0;; ++doublings) {
      m_price[c] = high;
      evaluate();
      if (!tooMuch(c))
        break;
      if (doublings == 200)
        return fail(QStringLiteral("choice.infeasible"),
                    {{QStringLiteral("coupling"), QString::number(c)},
                     {QStringLiteral("best"), QString::number(m_used[c], 'g', 12)}});
      low = high, high *= doublings < 4 ? 2 : 16;
    }
    for (int halving = 0; halving < kMostHalvings && high - low > 1e-13 * high; ++halving) {
      if (m_job.cancelled())
        return fail(QStringLiteral("engine.cancelled"));
      m_price[c] = low + (high - low) / 2;
      const double before = m_bound;
      evaluate();
      (tooMuch(c) ? low : high) = m_price[c];
      // Where the bound no longer falls and something feasible is near it, the rest is for the moves.
      if (halving > 24 && before - m_bound <= kSettled * std::abs(m_bound))
        break;
    }
    m_price[c] = high;
    m_lastPrice.resize(m_price.size());
    m_lastPrice[c] = high;
    evaluate();
    return {};
  }

  // Value for use, over all choices: where the search for a price begins.
  double scaleOf(std::size_t c) const {
    double value = 0, use = 0;
    for (std::size_t k = 0; k < m_p.values.size(); ++k)
      value += std::abs(m_p.values[k]), use += std::abs(m_p.couplings[c].use[k]);
    return use > 0 && value > 0 ? value / use / 64 : 1;
  }

  // Several couplings can each be kept at prices at which another is not. Prices rise together until all are.
  Status becomeFeasible() {
    m_price = m_boundPrices;
    for (std::size_t c = 0; c < m_price.size(); ++c)
      m_price[c] = std::max(m_price[c], 1e-6 * scaleOf(c));
    for (int step = 0; step < 400 && !m_found; ++step) {
      if (m_job.cancelled())
        return fail(QStringLiteral("engine.cancelled"));
      evaluate();
      for (std::size_t c = 0; c < m_price.size(); ++c)
        if (tooMuch(c))
          m_price[c] *= step < 200 ? 1.02 : 1.2;
    }
    for (std::size_t c = 0; !m_found && c < m_price.size(); ++c)
      if (tooMuch(c))
        return fail(QStringLiteral("choice.infeasible"),
                    {{QStringLiteral("coupling"), QString::number(c)},
                     {QStringLiteral("best"), QString::number(m_used[c], 'g', 12)}});
    return {};
  }

  void takeBest() {
    m_at = m_foundAt;
    m_price = m_boundPrices, m_changePrice = m_boundChangePrice;
    sumUp();
  }

  void sumUp() {
    m_value = 0, m_changes = 0;
    std::fill(m_used.begin(), m_used.end(), 0.0);
    for (std::size_t i = 0; i < m_p.items(); ++i) {
      const std::size_t k = place(i, m_at[i]);
      m_value += m_p.values[k];
      m_changes += m_at[i] != stayOf(i) ? 1 : 0;
      for (std::size_t c = 0; c < m_used.size(); ++c)
        m_used[c] += m_p.couplings[c].use[k];
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

  double worthOf(std::size_t k) const {
    double worth = m_p.values[k];
    for (std::size_t c = 0; c < m_price.size(); ++c)
      worth -= m_price[c] * m_p.couplings[c].use[k];
    return worth;
  }

  std::vector<Move> movesWithin(double gap) const {
    std::vector<Move> moves;
    for (std::size_t i = 0; i < m_p.items(); ++i) {
      const int stay = stayOf(i);
      const auto paid = [&](int choice) { // a change costs its price as well
        return worthOf(place(i, choice)) - (stay >= 0 && choice != stay ? m_changePrice : 0);
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

  bool fits(std::size_t from, std::size_t to) const {
    for (std::size_t c = 0; c < m_used.size(); ++c)
      if (m_used[c] + m_p.couplings[c].use[to] - m_p.couplings[c].use[from] > m_p.couplings[c].most)
        return false;
    return true;
  }

  bool take(const Move& m) {
    const auto item = std::size_t(m.item);
    const std::size_t from = place(item, m_at[item]), to = place(item, m.to);
    const int stay = stayOf(item);
    const int more = (m.to != stay ? 1 : 0) - (m_at[item] != stay ? 1 : 0);
    if (m_p.values[to] <= m_p.values[from] || !fits(from, to) || (m_p.mostChanges && m_changes + more > int(m_limit)))
      return false;
    for (std::size_t c = 0; c < m_used.size(); ++c)
      m_used[c] += m_p.couplings[c].use[to] - m_p.couplings[c].use[from];
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
        const double now = worthOf(place(i, m_at[i]));
        for (int k = 0; k < int(m_p.first[i + 1] - m_p.first[i]); ++k) {
          const bool same = (k != stayOf(i)) == (m_at[i] != stayOf(i)) || !m_p.mostChanges;
          const double loss = now - worthOf(place(i, k));
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

  bool bothFit(int a, int toA, int b, int toB) const {
    const std::size_t fromA = place(std::size_t(a), m_at[std::size_t(a)]),
                      fromB = place(std::size_t(b), m_at[std::size_t(b)]);
    for (std::size_t c = 0; c < m_used.size(); ++c) {
      const std::vector<double>& use = m_p.couplings[c].use;
      if (m_used[c] + use[place(std::size_t(a), toA)] - use[fromA] + use[place(std::size_t(b), toB)] - use[fromB] >
          m_p.couplings[c].most)
        return false;
    }
    return true;
  }

  CoupledSolution finish() const {
    CoupledSolution out;
    out.chosen = m_at, out.value = m_value, out.bound = std::max(m_bound, m_value);
    out.used = m_used, out.multipliers = m_price, out.changeMultiplier = m_changePrice, out.changes = m_changes;
    return out;
  }

  const CoupledProblem& m_p;
  const JobContext& m_job;
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
