// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/optimizer/CoupledCore.h"

#include <algorithm>
#include <cmath>

namespace pricewright {
namespace {

constexpr qint64 kCoreSteps = 3'000'000;
constexpr double kCoreRounding = 1e-9; // of loads that are added to and taken from; what is kept is exact
constexpr int kCoreBudgets = 12;       // doublings up to the whole gap

} // namespace

// Items with more than one choice that loses less than the gap; those of one part (a category) after each other, so
// that what cannot be kept is seen early, and those with most to lose first, so that the cheap ones fill what is left.
void CoupledCore::collect(double gap) {
  m_core.clear();
  m_fixed.assign(m_p.items(), 0);
  for (std::size_t i = 0; i < m_p.items(); ++i) {
    const int choices = int(m_p.first[i + 1] - m_p.first[i]);
    double best = paidOf(i, 0);
    for (int k = 1; k < choices; ++k)
      if (const double here = paidOf(i, k); here > best)
        best = here, m_fixed[i] = k;
    Item one{i, {}};
    for (int k = 0; k < choices; ++k)
      if (const double loss = best - paidOf(i, k); loss < gap || k == m_fixed[i])
        one.options.push_back({k, std::max(0.0, loss), isChange(i, k) ? 1 : 0});
    std::stable_sort(one.options.begin(), one.options.end(),
                     [](const Option& a, const Option& b) { return a.loss < b.loss; });
    if (one.options.size() > 1)
      m_core.push_back(std::move(one));
  }
  const auto inParts =
      std::find_if(m_p.couplings.begin(), m_p.couplings.end(), [](const Coupling& c) { return c.most.size() > 1; });
  const auto part = [&](const Item& one) { return inParts == m_p.couplings.end() ? 0 : inParts->part[one.item]; };
  std::stable_sort(m_core.begin(), m_core.end(), [&](const Item& a, const Item& b) {
    return part(a) != part(b) ? part(a) < part(b) : a.options[1].loss > b.options[1].loss;
  });
}

void CoupledCore::fixOthers() {
  std::vector<char> open(m_p.items(), 0);
  for (const Item& one : m_core)
    open[one.item] = 1;
  m_load.assign(m_most.size(), 0.0);
  m_changes = 0;
  for (std::size_t i = 0; i < m_p.items(); ++i) {
    if (open[i])
      continue;
    for (std::size_t c = 0; c < m_p.couplings.size(); ++c)
      m_load[partOf(c, i)] += useOf(c, place(i, m_fixed[i]));
    m_changes += isChange(i, m_fixed[i]) ? 1 : 0;
  }
}

void CoupledCore::sumRest() {
  const std::size_t couplings = m_p.couplings.size();
  m_all.assign(m_most.size(), {});
  m_after.assign(m_core.size() * couplings, {}), m_before = m_after;
  m_mostChangesRest.assign(m_core.size() + 1, 0);
  for (std::size_t d = m_core.size(); d-- > 0;) {
    const Item& one = m_core[d];
    int changes = 0;
    for (const Option& o : one.options)
      changes = std::max(changes, o.change);
    m_mostChangesRest[d] = m_mostChangesRest[d + 1] + changes;
    for (std::size_t c = 0; c < couplings; ++c) {
      double least = HUGE_VAL, most = -HUGE_VAL;
      for (const Option& o : one.options) {
        const double use = useOf(c, place(one.item, o.choice));
        least = std::min(least, use), most = std::max(most, use);
      }
      Rest& all = m_all[partOf(c, one.item)];
      m_after[d * couplings + c] = all;
      all.least += least, all.most += most;
      m_before[d * couplings + c] = all;
    }
  }
}

// What is left of a part at least, at its price.
double CoupledCore::slackOf(std::size_t part, double mostRest) const {
  return m_price[part] > 0 ? m_price[part] * std::max(0.0, m_most[part] - m_load[part] - mostRest) : 0;
}

// Nothing: some coupling cannot be kept, whatever the core chooses.
std::optional<double> CoupledCore::slackAtFirst() const {
  double slack = 0;
  for (std::size_t k = 0; k < m_most.size(); ++k) {
    if (m_load[k] + m_all[k].least > m_most[k] + kCoreRounding * std::max(1.0, std::abs(m_most[k])))
      return std::nullopt;
    slack += slackOf(k, m_all[k].most);
  }
  return slack;
}

void CoupledCore::put(std::size_t depth, const Option& option, double sign) {
  const std::size_t item = m_core[depth].item, k = place(item, option.choice);
  for (std::size_t c = 0; c < m_p.couplings.size(); ++c)
    m_load[partOf(c, item)] += sign * useOf(c, k);
  m_changes += sign > 0 ? option.change : -option.change;
}

// Everything is chosen: counted exactly, it stands if it is better than what is known.
void CoupledCore::keep() {
  m_at = m_fixed;
  for (std::size_t d = 0; d < m_core.size(); ++d)
    m_at[m_core[d].item] = m_core[d].options[std::size_t(m_path[d])].choice;
  addUp();
  for (std::size_t k = 0; k < m_used.size(); ++k)
    if (m_used[k] > m_most[k])
      return;
  const double value = valueAt();
  if (m_u - value >= m_lost)
    return;
  m_lost = m_u - value, m_budget = std::min(m_budget, m_lost);
  m_bestChosen = m_at, m_found = true;
}

// A choice changes what is left of its item's parts alone, and what changes are left. False: out of steps.
bool CoupledCore::search(std::size_t depth, double loss, double slack) {
  if (depth == m_core.size()) {
    keep();
    return true;
  }
  const Item& one = m_core[depth];
  const std::size_t couplings = m_p.couplings.size();
  double others = slack; // of the parts that this item does not count in
  for (std::size_t c = 0; c < couplings; ++c)
    others -= slackOf(partOf(c, one.item), m_before[depth * couplings + c].most);
  for (std::size_t o = 0; o < one.options.size() && loss + one.options[o].loss < m_budget; ++o) {
    if (++m_steps > kCoreSteps || (m_steps % 65'536 == 0 && m_job.cancelled()))
      return false;
    const Option& option = one.options[o];
    put(depth, option, 1);
    m_path[depth] = int(o);
    double left = others;
    bool fits = !m_p.mostChanges || m_changes <= int(m_limit);
    for (std::size_t c = 0; c < couplings && fits; ++c) {
      const std::size_t k = partOf(c, one.item);
      const Rest& rest = m_after[depth * couplings + c];
      fits = m_load[k] + rest.least <= m_most[k] + kCoreRounding * std::max(1.0, std::abs(m_most[k]));
      left += slackOf(k, rest.most);
    }
    const double unused =
        m_p.mostChanges ? m_changePrice * std::max(0.0, double(m_limit) - m_changes - m_mostChangesRest[depth + 1]) : 0;
    const bool whole = !fits || loss + option.loss + left + unused >= m_budget + kCoreRounding * std::abs(left) ||
                       search(depth + 1, loss + option.loss, left);
    put(depth, option, -1);
    if (!whole)
      return false;
  }
  return true;
}

void CoupledCore::improve(CoupledSolution& solution) {
  m_lost = m_u - solution.value;
  if (!(m_lost > 1e-12 * std::max(1.0, std::abs(m_u))) || !std::isfinite(m_u))
    return;
  double bound = m_u;
  for (int k = kCoreBudgets; k >= 0; --k) {
    const double budget = std::ldexp(m_lost, -k);
    collect(budget);
    fixOthers();
    sumRest();
    m_path.assign(m_core.size(), 0);
    m_budget = budget;
    const std::optional<double> slack = slackAtFirst();
    if (slack && !search(0, 0, *slack))
      break;                                // out of steps: nothing is known of this budget
    bound = m_u - std::min(budget, m_lost); // nothing loses less than the budget but what was found
    if (m_lost <= budget)
      break;
  }
  tell(solution, bound);
}

void CoupledCore::tell(CoupledSolution& solution, double bound) {
  if (m_found) {
    m_at = m_bestChosen;
    addUp();
    solution.chosen = m_at, solution.value = valueAt(), solution.changes = 0;
    for (std::size_t i = 0; i < m_p.items(); ++i)
      solution.changes += isChange(i, m_at[i]) ? 1 : 0;
    for (std::size_t c = 0, k = 0; c < solution.used.size(); ++c)
      for (double& used : solution.used[c])
        used = m_used[k++];
  }
  solution.bound = std::max(solution.value, bound);
}

} // namespace pricewright
