// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/optimizer/CoupledMoves.h"

#include <cmath>

namespace pricewright {

CoupledSolution CoupledMoves::run() {
  fill();
  exchange();
  CoupledSolution out;
  out.chosen = m_at, out.value = m_value, out.bound = std::max(m_bound, m_value);
  out.used = byPart(m_used), out.multipliers = byPart(m_price);
  out.changeMultiplier = m_changePrice, out.changes = m_changes;
  return out;
}

void CoupledMoves::sumUp() {
  m_value = 0, m_changes = 0;
  addUp();
  for (std::size_t i = 0; i < m_p.items(); ++i) {
    m_value += m_p.values[place(i, m_at[i])];
    m_changes += m_at[i] != stayOf(i) ? 1 : 0;
  }
}

// Moves by what they lose at the prices: one that fits what is left over and brings value closes the gap.
void CoupledMoves::fill() {
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
}

std::vector<CoupledMoves::Move> CoupledMoves::movesWithin(double gap) const {
  std::vector<Move> moves;
  for (std::size_t i = 0; i < m_p.items(); ++i) {
    const double now = paidOf(i, m_at[i]);
    for (int k = 0; k < int(m_p.first[i + 1] - m_p.first[i]); ++k)
      if (const double loss = now - paidOf(i, k);
          k != m_at[i] && loss <= gap && m_p.values[place(i, k)] > m_p.values[place(i, m_at[i])])
        moves.push_back({int(i), k, loss});
  }
  std::sort(moves.begin(), moves.end(), [](const Move& a, const Move& b) {
    return a.loss != b.loss ? a.loss < b.loss : std::tie(a.item, a.to) < std::tie(b.item, b.to);
  });
  return moves;
}

bool CoupledMoves::fits(std::size_t item, std::size_t from, std::size_t to) const {
  for (std::size_t c = 0; c < m_p.couplings.size(); ++c)
    if (const std::size_t k = partOf(c, item); m_used[k] + useOf(c, to) - useOf(c, from) > m_most[k])
      return false;
  return true;
}

bool CoupledMoves::take(const Move& m) {
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

// The moves of an item that lose less than `gap` at the prices and leave the number of changes alone.
void CoupledMoves::addShifts(std::size_t i, double gap, std::vector<Shift>& out) const {
  const double now = worthOf(i, m_at[i]);
  for (int k = 0; k < int(m_p.first[i + 1] - m_p.first[i]); ++k) {
    const bool same = (k != stayOf(i)) == (m_at[i] != stayOf(i)) || !m_p.mostChanges;
    const double loss = now - worthOf(i, k);
    if (k != m_at[i] && same && loss < gap)
      out.push_back({int(i), k, m_p.values[place(i, k)] - m_p.values[place(i, m_at[i])], loss});
  }
}

// What single moves leave over, pairs may use: one item gives way a little, another takes what that sets free. Only
// the moves that lose least at the prices are tried.
void CoupledMoves::exchange() {
  constexpr std::size_t kMost = 400;
  constexpr double kCloseEnough = 1e-9; // relative
  std::vector<Shift> shifts;
  for (std::size_t i = 0; i < m_p.items(); ++i)
    addShifts(i, m_bound - m_value, shifts);
  for (int pass = 0; pass < 40 && !m_job.cancelled(); ++pass) {
    if (m_bound - m_value <= kCloseEnough * std::abs(m_bound))
      break;
    std::erase_if(shifts, [gap = m_bound - m_value](const Shift& one) { return one.loss >= gap; });
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
    const Shift taken[]{shifts[std::size_t(best.first)], shifts[std::size_t(best.second)]};
    for (const Shift& one : taken)
      m_at[std::size_t(one.item)] = one.to;
    sumUp();
    std::erase_if(shifts, [&](const Shift& s) { return s.item == taken[0].item || s.item == taken[1].item; });
    for (const Shift& one : taken)
      addShifts(std::size_t(one.item), m_bound - m_value, shifts);
  }
}

bool CoupledMoves::bothFit(int itemA, int toA, int itemB, int toB) const {
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

std::vector<std::vector<double>> CoupledMoves::byPart(const std::vector<double>& all) const {
  std::vector<std::vector<double>> out;
  for (std::size_t c = 0; c < m_p.couplings.size(); ++c) {
    const auto begin = all.begin() + std::ptrdiff_t(m_first[c]);
    out.emplace_back(begin, begin + std::ptrdiff_t(m_p.couplings[c].most.size()));
  }
  return out;
}

} // namespace pricewright
