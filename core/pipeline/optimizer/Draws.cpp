// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/optimizer/Draws.h"

#include "statistics/Random.h"

#include <cmath>

namespace pricewright {
namespace {

// Beyond the prices observed nothing was learnt: the elasticity there may be another one altogether.
constexpr double kOutsideSd = 1.0;
// A curve's form, and what lies beyond the prices observed, are misjudged for a category's products alike: half of it
// is taken to be in common (a judgment).
constexpr double kFormInCommon = 0.5;
constexpr quint64 kSharedSeed = 20'270'131;
constexpr double kLargestLog = 60; // keeps every product finite, whatever the draws

// exp(t) − 1. Siblings move by small t: eight terms of the series are exact to 10⁻¹² below 0.1 and four times as quick.
inline double exponentialLess1(double t) {
  if (std::abs(t) >= 0.1)
    return std::expm1(std::min(t, kLargestLog));
  return t * (1 + t * (0.5 + t * (1.0 / 6 +
                                  t * (1.0 / 24 + t * (1.0 / 120 + t * (1.0 / 720 + t * (1.0 / 5040 + t / 40320)))))));
}

// A standard normal of three: the category's, the product's and the listing's own.
struct Mixture3 {
  Mixture3(double ofCategory, double ofProduct)
      : category(std::clamp(ofCategory, 0.0, 1.0)), product(std::clamp(ofProduct, 0.0, 1 - category)),
        rest(std::sqrt(std::max(0.0, 1 - category - product))) {
    category = std::sqrt(category), product = std::sqrt(product);
  }
  double of(double z1, double z2, double z3) const { return category * z1 + product * z2 + rest * z3; }
  double category, product, rest;
};

// How a listing's draws of (β, γ) = mean + L·z are made of shared ones. The first number is β's; the second is what γ
// has beside it, and takes so much of the shared ones that the sum β + γ shares what the estimate says it does.
struct Mixing {
  Mixing(const GroupListing& l, double ownSd, double slope, double sibSd)
      : shares(l.categoryShare != kNone || l.productShare != kNone), own(l.categoryShare[0], l.productShare[0]),
        sibling(ofSecond(l.categoryShare, ownSd + slope, sibSd), ofSecond(l.productShare, ownSd + slope, sibSd)),
        form(kFormInCommon, 0) {}
  bool shares;
  Mixture3 own, sibling, form;

 private:
  static constexpr std::array<double, 2> kNone{};
  static double ofSecond(const std::array<double, 2>& share, double first, double second) {
    if (!(second > 0))
      return 0;
    const double sum = first * first + second * second;
    return (share[1] * sum - share[0] * first * first) / (second * second);
  }
};

double mean(const std::vector<double>& values) {
  double sum = 0;
  for (const double v : values)
    sum += v;
  return sum / static_cast<double>(values.size());
}

} // namespace

// The k-th smallest, such that 5 % of the draws lie strictly below the low end and strictly above the high one: an
// interval above zero then means that at least 95 % of the draws are.
std::pair<double, double> interval90(std::vector<double> values) {
  const auto low = values.begin() + std::ptrdiff_t(values.size() / 20),
             high = values.end() - 1 - std::ptrdiff_t(values.size() / 20);
  std::nth_element(values.begin(), low, values.end());
  std::nth_element(low + 1, high, values.end());
  return {*low, *high};
}

// Normal numbers that several listings read, one for each pair of draws.
struct Draws::Shared {
  Shared(const std::string& name, std::size_t count) {
    Random random(Random::seedFrom(kSharedSeed, name));
    for (auto* v : {&own, &sibling, &form, &outside})
      v->resize(count);
    for (std::size_t k = 0; k < count; ++k)
      for (auto* v : {&own, &sibling, &form, &outside})
        (*v)[k] = random.normal();
  }
  std::vector<double> own, sibling, form, outside;
};

Draws::Draws(const GroupModel& model, quint64 seed, qint64 count)
    : m_model(model), m_count(static_cast<std::size_t>(std::clamp<qint64>(count, 40, 100'000) + 1) / 2 * 2),
      m_streams(model.size()) {
  const Shared category("category|" + model.category(), m_count / 2);
  for (std::size_t i = 0; i < model.size(); ++i)
    if (model.at(i).earns)
      fill(i, Random::seedFrom(seed, model.at(i).name), category);
}

void Draws::fill(std::size_t i, quint64 seed, const Shared& category) {
  const GroupListing& l = m_model.at(i);
  Stream& s = m_streams[i];
  for (auto* v : {&s.units, &s.own, &s.sibling, &s.form, &s.outside})
    v->resize(m_count);
  // Cholesky of the 2 × 2 covariance of β and γ.
  const double ownSd = std::sqrt(l.ownVar), slope = ownSd > 0 ? l.crossCov / ownSd : 0;
  const double sibSd = std::sqrt(std::max(0.0, l.sibVar - slope * slope));
  const Mixing mix(l, ownSd, slope, sibSd);
  const Shared product(mix.shares ? "product|" + l.name : std::string(), mix.shares ? m_count / 2 : 0);
  Random random(seed);
  for (std::size_t d = 0; d < m_count; d += 2) {
    const double base = random.normal();
    double own = random.normal(), sib = random.normal(), form = random.normal(), out = random.normal();
    if (mix.shares) {
      const std::size_t k = d / 2;
      own = mix.own.of(category.own[k], product.own[k], own);
      sib = mix.sibling.of(category.sibling[k], product.sibling[k], sib);
      form = mix.form.of(category.form[k], 0, form), out = mix.form.of(category.outside[k], 0, out);
    }
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
template <class Take> void Draws::response(std::size_t i, double price, double shift, const Take& take) const {
  const GroupListing& l = m_model.at(i);
  const Stream& s = m_streams[i];
  const double move = std::log(price) - l.logCurrent, out = l.outside(std::log(price));
  const double doubt = 0.5 * (l.extraSd * l.extraSd * move * move + kOutsideSd * kOutsideSd * out * out);
  for (std::size_t d = 0; d < m_count; ++d) {
    const double log = s.own[d] * move + s.sibling[d] * shift + s.form[d] * move + s.outside[d] * out - doubt;
    take(d, s.units[d] * std::exp(std::min(log, kLargestLog)));
  }
}

void Draws::addOwn(std::size_t i, double price, double shift, Sums& sums) const {
  const GroupListing& l = m_model.at(i);
  const Stream& s = m_streams[i];
  const double before = l.net(l.current), after = l.net(price);
  response(i, price, shift, [&](std::size_t d, double units) {
    sums.units[d] += units - s.units[d];
    sums.revenue[d] += after * units - before * s.units[d];
    sums.profit[d] += (after - l.cost) * units - (before - l.cost) * s.units[d];
  });
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

Draws::Moved Draws::movedBy(std::span<const std::pair<std::size_t, double>> moves) const {
  Moved moved{std::vector<double>(m_model.size()), std::vector<double>(m_model.size()), 0};
  for (const auto& [listing, price] : moves) {
    const GroupListing& l = m_model.at(listing);
    if (price == l.current || !(price > 0) || !(l.current > 0))
      continue;
    moved.price[listing] = price;
    ++moved.labels;
    for (std::size_t i = 0; i < m_model.size(); ++i)
      moved.shift[i] += m_model.weight(i, listing) * (std::log(price) - l.logCurrent);
  }
  return moved;
}

Effect Draws::effectOf(Sums sums) {
  Effect e;
  e.profit = mean(sums.profit), e.revenue = mean(sums.revenue), e.units = mean(sums.units);
  std::tie(e.profitLow, e.profitHigh) = interval90(std::move(sums.profit));
  std::tie(e.revenueLow, e.revenueHigh) = interval90(std::move(sums.revenue));
  std::tie(e.unitsLow, e.unitsHigh) = interval90(std::move(sums.units));
  return e;
}

std::vector<ListingOutlook> Draws::outlook(std::span<const std::pair<std::size_t, double>> moves) const {
  const Moved moved = movedBy(moves);
  std::vector<ListingOutlook> all(m_model.size());
  std::vector<double> then(m_count);
  for (std::size_t i = 0; i < m_model.size(); ++i) {
    const GroupListing& l = m_model.at(i);
    if (!l.earns)
      continue;
    const Stream& s = m_streams[i];
    const bool moves1 = moved.price[i] > 0;
    const double before = l.net(l.current), after = l.net(moves1 ? moved.price[i] : l.current);
    if (moves1)
      response(i, moved.price[i], moved.shift[i], [&](std::size_t d, double units) { then[d] = units; });
    else
      for (std::size_t d = 0; d < m_count; ++d)
        then[d] = s.units[d] * (1 + exponentialLess1(s.sibling[d] * moved.shift[i]));
    ListingOutlook& o = all[i];
    o.known = true;
    o.unitsNow = mean(s.units), o.unitsThen = mean(then);
    o.revenueNow = before * o.unitsNow, o.revenueThen = after * o.unitsThen;
    o.profitNow = (before - l.cost) * o.unitsNow, o.profitThen = (after - l.cost) * o.unitsThen;
    if (!moves1 && moved.shift[i] == 0)
      continue;
    Sums sums{std::vector<double>(m_count), std::vector<double>(m_count), std::vector<double>(m_count)};
    for (std::size_t d = 0; d < m_count; ++d) {
      sums.units[d] = then[d] - s.units[d];
      sums.revenue[d] = after * then[d] - before * s.units[d];
      sums.profit[d] = (after - l.cost) * then[d] - (before - l.cost) * s.units[d];
    }
    o.change = effectOf(std::move(sums));
  }
  return all;
}

std::vector<CurvePoint> Draws::curve(std::size_t listing, std::span<const double> prices,
                                     std::span<const std::pair<std::size_t, double>> moves) const {
  std::vector<CurvePoint> points;
  const GroupListing& l = m_model.at(listing);
  if (!l.earns)
    return points;
  const Moved moved = movedBy(moves);
  std::vector<double> units(m_count);
  for (const double price : prices) {
    if (!(price > 0))
      continue;
    response(listing, price, moved.shift[listing], [&](std::size_t d, double u) { units[d] = u; });
    CurvePoint p{price, mean(units), 0, 0, 0};
    p.profit = (l.net(price) - l.cost) * p.units;
    std::tie(p.unitsLow, p.unitsHigh) = interval90(units);
    points.push_back(p);
  }
  return points;
}

void DrawSums::add(const DrawSums& o) {
  const auto into = [](std::vector<double>& to, const std::vector<double>& from) {
    to.resize(std::max(to.size(), from.size()));
    for (std::size_t d = 0; d < from.size(); ++d)
      to[d] += from[d];
  };
  into(profit, o.profit), into(revenue, o.revenue), into(units, o.units);
}

void DrawSums::scale(double rate) {
  for (std::vector<double>* money : {&profit, &revenue})
    for (double& v : *money)
      v *= rate;
}

DrawSums Draws::sums(std::span<const std::pair<std::size_t, double>> moves) const {
  Sums sums{std::vector<double>(m_count), std::vector<double>(m_count), std::vector<double>(m_count)};
  const Moved moved = movedBy(moves);
  for (std::size_t i = 0; i < m_model.size(); ++i) {
    double profit = 0;
    if (!m_model.at(i).earns)
      continue;
    if (moved.price[i] > 0)
      addOwn(i, moved.price[i], moved.shift[i], sums);
    else if (moved.shift[i] != 0)
      addSibling(i, moved.shift[i], sums, profit);
  }
  for (double& v : sums.profit)
    v -= static_cast<double>(moved.labels) * m_model.labelCost();
  return sums;
}

Judgement Draws::judge(std::span<const std::pair<std::size_t, double>> moves) const {
  Judgement j;
  Sums sums{std::vector<double>(m_count), std::vector<double>(m_count), std::vector<double>(m_count)};
  const Moved moved = movedBy(moves);
  const double labels = static_cast<double>(moved.labels) * m_model.labelCost();
  for (std::size_t i = 0; i < m_model.size(); ++i) {
    if (!m_model.at(i).earns)
      continue;
    double profit = 0;
    if (moved.price[i] > 0)
      addOwn(i, moved.price[i], moved.shift[i], sums);
    else if (moved.shift[i] != 0) {
      addSibling(i, moved.shift[i], sums, profit);
      j.siblings.emplace_back(i, profit);
    }
  }
  for (double& v : sums.profit)
    v -= labels;
  double right = 0, lost = 0, gained = 0;
  for (const double v : sums.profit)
    right += v > 0, lost += std::max(0.0, -v), gained += std::max(0.0, v);
  const double n = static_cast<double>(m_count);
  j.confidence = right / n, j.expectedLoss = lost / n, j.expectedGain = gained / n;
  j.effect = effectOf(std::move(sums));
  j.objective =
      m_model.objective().profit * (j.effect.profit + labels) + m_model.objective().revenue * j.effect.revenue - labels;
  std::stable_sort(j.siblings.begin(), j.siblings.end(),
                   [](const auto& a, const auto& b) { return std::abs(a.second) > std::abs(b.second); });
  return j;
}

} // namespace pricewright
