// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/optimizer/CoupledCore.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>
#include <tuple>

namespace pricewright {
namespace {

constexpr int kCoupledRounds = 12, kCoupledSteps = 60;
constexpr int kFewestSteps = 9, kStillSteps = 4; // of a search for prices: at least; and until it counts as settled
constexpr double kSettled = 1e-12;               // relative fall of the bound in a round

// Between two prices, of which one lets too much through and the other does not: by the line through what is too much
// (Illinois: Dowell & Jarratt 1971), and by half where that creeps.
struct Bracket {
  double low = 0, high = 0;   // prices
  double over = 0, under = 0; // used beyond the limit at `low`, left at `high`
  double middle(int step) const {
    const double half = low + (high - low) / 2;
    if (step % 3 == 2 || !(over > 0) || !(under >= 0) || !std::isfinite(over + under))
      return half;
    return std::clamp(low + (high - low) * over / (over + under), low + 1e-3 * (high - low),
                      high - 1e-3 * (high - low));
  }
  void take(double price, double excess) {
    if (excess > 0) {
      under *= low > 0 && lastWasLow ? 0.5 : 1;
      low = price, over = excess, lastWasLow = true;
    } else {
      over *= !lastWasLow ? 0.5 : 1;
      high = price, under = -excess, lastWasLow = false;
    }
  }
  bool lastWasLow = false;
  bool apart() const { return high - low > 1e-13 * high; }
};

// Where one coupling is all there is: an item's choices that are the best at some price of it, from the least use to
// the largest value, found again by halving (the upper hull of value over use: Sinha & Zoltners 1979).
class Hulls {
 public:
  explicit Hulls(const CoupledProblem& p) {
    m_first.push_back(0);
    m_choice.reserve(p.values.size() / 2), m_slope.reserve(p.values.size() / 2);
    std::vector<int> order;
    for (std::size_t i = 0; i < p.items(); ++i) {
      const double* value = p.values.data() + p.first[i];
      const double* use = p.couplings[0].use.data() + p.first[i];
      order.resize(p.first[i + 1] - p.first[i]);
      std::iota(order.begin(), order.end(), 0);
      const auto before = [&](int a, int b) {
        return use[a] != use[b] ? use[a] < use[b] : value[a] != value[b] ? value[a] > value[b] : a < b;
      };
      // Along a ladder, use mostly rises or falls throughout.
      if (!std::is_sorted(order.begin(), order.end(), before))
        std::reverse(order.begin(), order.end());
      if (!std::is_sorted(order.begin(), order.end(), before))
        std::sort(order.begin(), order.end(), before);
      const std::size_t begin = m_choice.size();
      for (const int k : order) {
        if (m_choice.size() > begin && value[k] <= value[m_choice.back()])
          continue;
        const auto slope = [&](int from) { return (value[k] - value[from]) / (use[k] - use[from]); };
        while (m_choice.size() > begin + 1 && slope(m_choice.back()) >= m_slope.back())
          m_choice.pop_back(), m_slope.pop_back();
        m_slope.push_back(m_choice.size() > begin ? slope(m_choice.back()) : HUGE_VAL);
        m_choice.push_back(k);
      }
      m_first.push_back(m_choice.size());
    }
  }
  int best(std::size_t item, double price) const {
    const auto begin = m_slope.begin() + std::ptrdiff_t(m_first[item]);
    const auto end = m_slope.begin() + std::ptrdiff_t(m_first[item + 1]);
    // The last whose value over the one before it is worth its use.
    const auto past = std::partition_point(begin + 1, end, [&](double slope) { return slope > price; });
    return m_choice[std::size_t(past - m_slope.begin()) - 1];
  }

 private:
  std::vector<std::size_t> m_first; // by item
  std::vector<int> m_choice;
  std::vector<double> m_slope; // to each from the one before it
};

class CoupledSolver : CoupledState {
 public:
  CoupledSolver(const CoupledProblem& p, const JobContext& job)
      : CoupledState(p), m_job(job), m_lastPrice(m_most.size()), m_best(p.items()), m_gain(p.items()) {
    if (p.couplings.size() == 1)
      m_hulls.emplace(p);
    else
      m_worth.resize(p.values.size());
  }

  Result<CoupledSolution> solve() {
    evaluate();
    if (!std::isfinite(m_bound)) // each value is finite, their sum is not
      return fail(QStringLiteral("choice.not-finite"));
    for (int round = 0; round < kCoupledRounds; ++round) {
      const double before = m_bound;
      PW_CHECK(settleAll());
      if (m_cut || m_p.couplings.size() < 2 || before - m_bound <= kSettled * std::max(1.0, std::abs(m_bound)))
        break;
    }
    if (!m_found)
      PW_CHECK(becomeFeasible());
    m_at = m_foundAt;
    m_price = m_boundPrices, m_changePrice = m_boundChangePrice;
    CoupledSolution out = CoupledMoves(*this, m_bound, m_job).run();
    if (m_p.thorough && !m_cut)
      CoupledCore(*this, m_bound, m_job).improve(out);
    out.cut = m_cut || m_job.cancelled();
    return out;
  }

 private:
  // Stopped early with something that keeps all couplings in hand, it is content with that.
  Status settleAll() {
    for (std::size_t c = 0; c < m_p.couplings.size(); ++c)
      if (Status settled = settle(c); !settled) {
        m_cut = m_found && settled.error().is(u"engine.cancelled");
        return m_cut ? Status() : settled;
      }
    return {};
  }

  // The best at the present prices: each item's, and of those that change the `m_limit` with the largest gains. Keeps
  // the lowest bound with its prices, and the best feasible choice met.
  void evaluate() {
    if (!m_hulls) {
      std::copy(m_p.values.begin(), m_p.values.end(), m_worth.begin());
      for (std::size_t c = 0; c < m_p.couplings.size(); ++c)
        charge(c);
    }
    double bound = 0;
    std::size_t changing = 0;
    for (std::size_t i = 0; i < m_p.items(); ++i) {
      const int best = bestOf(i), stay = stayOf(i);
      m_best[i] = best;
      m_gain[i] = stay < 0 || stay == best ? 0 : worthAt(i, best) - worthAt(i, stay);
      bound += worthAt(i, stay < 0 ? best : stay);
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

  int bestOf(std::size_t item) const {
    if (m_hulls)
      return m_hulls->best(item, m_price[partOf(0, item)]);
    const auto begin = m_worth.begin() + std::ptrdiff_t(m_p.first[item]);
    return int(std::max_element(begin, m_worth.begin() + std::ptrdiff_t(m_p.first[item + 1])) - begin);
  }
  double worthAt(std::size_t item, int choice) const {
    const std::size_t k = place(item, choice);
    return m_hulls ? m_p.values[k] - m_price[partOf(0, item)] * useOf(0, k) : m_worth[k];
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

  void remember() {
    addUp();
    for (std::size_t k = 0; k < m_used.size(); ++k)
      if (tooMuch(k))
        return;
    const double value = valueAt();
    if (!m_found || value > m_foundValue)
      m_found = true, m_foundValue = value, m_foundAt = m_at;
  }

  bool tooMuch(std::size_t k) const { return m_used[k] > m_most[k]; }

  // The prices at which each part of this coupling is just kept, the others' as they are: the dual falls on one side of
  // each and rises on the other. Parts bind items of their own, so all of them are searched for at once.
  Status settle(std::size_t c) {
    const std::size_t begin = m_first[c], count = m_p.couplings[c].most.size();
    std::vector<Bracket> brackets(count);
    std::fill_n(m_price.begin() + std::ptrdiff_t(begin), count, 0.0);
    evaluate();
    std::vector<std::size_t> open;
    for (std::size_t k = 0; k < count; ++k)
      if (tooMuch(begin + k))
        open.push_back(k), brackets[k].over = excess(begin + k);
    if (open.empty())
      return {};
    PW_CHECK(bracket(c, open, brackets));
    int still = 0; // steps in which the bound did not fall
    for (int step = 0; step < kCoupledSteps && (step < kFewestSteps || still < kStillSteps); ++step) {
      if (m_job.cancelled())
        return fail(QStringLiteral("engine.cancelled"));
      bool apart = false;
      for (const std::size_t k : open) {
        m_price[begin + k] = brackets[k].middle(step);
        apart |= brackets[k].apart();
      }
      if (!apart)
        break;
      const double before = m_bound;
      evaluate();
      for (const std::size_t k : open)
        brackets[k].take(m_price[begin + k], excess(begin + k));
      still = before - m_bound <= kSettled * std::abs(m_bound) ? still + 1 : 0;
    }
    for (const std::size_t k : open)
      m_price[begin + k] = m_lastPrice[begin + k] = brackets[k].high;
    evaluate();
    return {};
  }

  double excess(std::size_t k) const { return m_used[k] - m_most[k]; }

  // Prices high enough that no part of coupling c uses too much; `low` where each still did.
  Status bracket(std::size_t c, const std::vector<std::size_t>& open, std::vector<Bracket>& brackets) {
    const std::size_t begin = m_first[c];
    for (const std::size_t k : open)
      m_price[begin + k] = brackets[k].high = m_lastPrice[begin + k] > 0 ? m_lastPrice[begin + k] * 1.01 : scaleOf(c);
    for (int doublings = 0;; ++doublings) {
      evaluate();
      bool more = false;
      for (const std::size_t k : open) {
        Bracket& b = brackets[k];
        if (!tooMuch(begin + k)) {
          b.under = -excess(begin + k);
          continue;
        }
        if (doublings == 200)
          return infeasible(c, k);
        b.low = b.high, b.over = excess(begin + k), b.high *= doublings < 4 ? 2 : 16;
        m_price[begin + k] = b.high;
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

  const JobContext& m_job;
  std::vector<double> m_lastPrice; // by part: where a search begins
  std::optional<Hulls> m_hulls;    // one coupling alone; else:
  std::vector<double> m_worth;     // by choice, at the prices
  std::vector<int> m_best;
  std::vector<double> m_gain; // by item: of its best choice against staying
  std::vector<int> m_order;
  double m_boundChangePrice = 0;
  double m_bound = std::numeric_limits<double>::infinity();
  std::vector<double> m_boundPrices;
  bool m_found = false, m_cut = false;
  double m_foundValue = 0;
  std::vector<int> m_foundAt;
};

} // namespace

Result<CoupledSolution> solveCoupled(const CoupledProblem& problem, const JobContext& job) {
  PW_CHECK(checkCoupled(problem)); // before anything walks its shape
  return CoupledSolver(problem, job).solve();
}

} // namespace pricewright
