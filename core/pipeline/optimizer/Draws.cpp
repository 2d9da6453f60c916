// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/optimizer/Draws.h"

#include "statistics/Random.h"

#include <cmath>

namespace pricewright {
namespace {

// Beyond the prices observed nothing was learnt: the elasticity there may be another one altogether.
constexpr double kOutsideSd = 1.0;
constexpr double kLargestLog = 60; // keeps every product finite, whatever the draws

// exp(t) − 1. Siblings move by small t: eight terms of the series are exact to 10⁻¹² below 0.1 and four times as quick.
inline double exponentialLess1(double t) {
  if (std::abs(t) >= 0.1)
    return std::expm1(std::min(t, kLargestLog));
  return t * (1 + t * (0.5 + t * (1.0 / 6 +
                                  t * (1.0 / 24 + t * (1.0 / 120 + t * (1.0 / 720 + t * (1.0 / 5040 + t / 40320)))))));
}

// The k-th smallest, such that 5 % of the draws lie strictly below the low end and strictly above the high one: an
// interval above zero then means that at least 95 % of the draws are.
std::pair<double, double> interval90(std::vector<double> values) {
  const auto low = values.begin() + std::ptrdiff_t(values.size() / 20),
             high = values.end() - 1 - std::ptrdiff_t(values.size() / 20);
  std::nth_element(values.begin(), low, values.end());
  std::nth_element(low + 1, high, values.end());
  return {*low, *high};
}

double mean(const std::vector<double>& values) {
  double sum = 0;
  for (const double v : values)
    sum += v;
  return sum / static_cast<double>(values.size());
}

} // namespace

Draws::Draws(const GroupModel& model, quint64 seed, qint64 count)
    : m_model(model), m_count(static_cast<std::size_t>(std::clamp<qint64>(count, 40, 100'000) + 1) / 2 * 2),
      m_streams(model.size()) {
  for (std::size_t i = 0; i < model.size(); ++i)
    if (model.at(i).earns)
      fill(i, Random::seedFrom(seed, model.at(i).name));
}

void Draws::fill(std::size_t i, quint64 seed) {
  const GroupListing& l = m_model.at(i);
  Stream& s = m_streams[i];
  for (auto* v : {&s.units, &s.own, &s.sibling, &s.form, &s.outside})
    v->resize(m_count);
  // Cholesky of the 2 × 2 covariance of β and γ.
  const double ownSd = std::sqrt(l.ownVar), slope = ownSd > 0 ? l.crossCov / ownSd : 0;
  const double sibSd = std::sqrt(std::max(0.0, l.sibVar - slope * slope));
  Random random(seed);
  for (std::size_t d = 0; d < m_count; d += 2) {
    const double base = random.normal(), own = random.normal(), sib = random.normal(), form = random.normal(),
                 out = random.normal();
    for (std::size_t mirror = 0; mirror < 2; ++mirror) {
      const double sign = mirror == 0 ? 1 : -1;
      s.own[d + mirror] = l.own + sign * ownSd * own;
      s.sibling[d + mirror] = l.sibling + sign * (slope * own + sibSd * sib);
      s.form[d + mirror] = sign * l.extraSd * form;
      s.outside[d + mirror] = sign * kOutsideSd * out;
      const double log = l.base + sign * l.baseSd * base + s.own[d + mirror] * l.x1 + s.sibling[d + mirror] * l.x2;
      s.units[d + mirror] = std::exp(std::clamp(log, -kLargestLog, kLargestLog));
    }
  }
}

// The listing that moves: its own response, the doubt of the curve's form, and the siblings' moves on it. Doubt widens
// and does not shift: half its variance is taken off.
void Draws::addOwn(std::size_t i, double price, double shift, Sums& sums) const {
  const GroupListing& l = m_model.at(i);
  const Stream& s = m_streams[i];
  const double move = std::log(price) - l.logCurrent, out = l.outside(std::log(price));
  const double doubt = 0.5 * (l.extraSd * l.extraSd * move * move + kOutsideSd * kOutsideSd * out * out);
  const double before = l.net(l.current), after = l.net(price);
  for (std::size_t d = 0; d < m_count; ++d) {
    const double log = s.own[d] * move + s.sibling[d] * shift + s.form[d] * move + s.outside[d] * out - doubt;
    const double units = s.units[d] * std::exp(std::min(log, kLargestLog));
    sums.units[d] += units - s.units[d];
    sums.revenue[d] += after * units - before * s.units[d];
    sums.profit[d] += (after - l.cost) * units - (before - l.cost) * s.units[d];
  }
}

void Draws::addSibling(std::size_t i, double shift, Sums& sums, double& profit) const {
  const GroupListing& l = m_model.at(i);
  const Stream& s = m_streams[i];
  const double net = l.net(l.current), margin = net - l.cost;
  double total = 0;
  for (std::size_t d = 0; d < m_count; ++d) {
    const double change = s.units[d] * exponentialLess1(s.sibling[d] * shift);
    sums.units[d] += change;
    sums.revenue[d] += net * change;
    sums.profit[d] += margin * change;
    total += change;
  }
  profit = margin * total / static_cast<double>(m_count);
}

Judgement Draws::judge(std::span<const std::pair<std::size_t, double>> moves) const {
  Judgement j;
  Sums sums{std::vector<double>(m_count), std::vector<double>(m_count), std::vector<double>(m_count)};
  std::vector<double> shift(m_model.size());
  std::vector<const double*> movedTo(m_model.size());
  double labels = 0;
  for (const auto& [listing, price] : moves) {
    const GroupListing& l = m_model.at(listing);
    if (price == l.current || !(price > 0) || !(l.current > 0))
      continue;
    movedTo[listing] = &price;
    labels += m_model.labelCost();
    for (std::size_t i = 0; i < m_model.size(); ++i)
      shift[i] += m_model.weight(i, listing) * (std::log(price) - l.logCurrent);
  }
  for (std::size_t i = 0; i < m_model.size(); ++i) {
    if (!m_model.at(i).earns)
      continue;
    double profit = 0;
    if (movedTo[i])
      addOwn(i, *movedTo[i], shift[i], sums);
    else if (shift[i] != 0) {
      addSibling(i, shift[i], sums, profit);
      j.siblings.emplace_back(i, profit);
    }
  }
  for (double& v : sums.profit)
    v -= labels;
  j.effect.profit = mean(sums.profit), j.effect.revenue = mean(sums.revenue), j.effect.units = mean(sums.units);
  j.objective =
      m_model.objective().profit * (j.effect.profit + labels) + m_model.objective().revenue * j.effect.revenue - labels;
  double right = 0, lost = 0, gained = 0;
  for (const double v : sums.profit)
    right += v > 0, lost += std::max(0.0, -v), gained += std::max(0.0, v);
  const double n = static_cast<double>(m_count);
  j.confidence = right / n, j.expectedLoss = lost / n, j.expectedGain = gained / n;
  std::tie(j.effect.profitLow, j.effect.profitHigh) = interval90(std::move(sums.profit));
  std::tie(j.effect.revenueLow, j.effect.revenueHigh) = interval90(std::move(sums.revenue));
  std::tie(j.effect.unitsLow, j.effect.unitsHigh) = interval90(std::move(sums.units));
  std::stable_sort(j.siblings.begin(), j.siblings.end(),
                   [](const auto& a, const auto& b) { return std::abs(a.second) > std::abs(b.second); });
  return j;
}

} // namespace pricewright
