// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "earnings/PriceScore.h"

#include "base/Words.h"
#include "statistics/Distributions.h"

#include <cmath>
#include <limits>

namespace pricewright {
namespace {

constexpr int kLeastBefore = 4, kLeastAfter = 2;
constexpr int kLeastPlacebos = 5;
constexpr double kMostPersistence = 0.6; // of one week's deviation in the next

double square(double x) { return x * x; }

// The sums of the comparables in each week: units, and what they sold on average before.
struct Movement {
  std::vector<double> units, base;
  // C(t), without one of them; NaN where none is left.
  double at(std::size_t week, double lessUnits = 0, double lessBase = 0) const {
    const double left = base[week] - lessBase;
    return left > 1e-9 ? (units[week] - lessUnits) / left : std::numeric_limits<double>::quiet_NaN();
  }
};

// One price against a movement: its level, its weeks after and their noise.
struct Comparison {
  int before = 0, after = 0;
  double level = 0;            // A
  double movementBefore = 0;   // mean C of the weeks that count
  double movementAfter = 0;    // the same after
  double unitsAfter = 0;       // mean y
  double expected = 0;         // mean A·C after
  double varianceAfter = 0;    // of the mean of y after
  double varianceExpected = 0; // of A·C after
  bool usable() const { return before >= kLeastBefore && level > 0 && expected > 0; }
};

class Scorer {
 public:
  Scorer(const WeekPanel& panel, const PriceToScore& wish)
      : m_p(panel), m_w(wish), m_before(wish.beforeUntil - wish.beforeFrom), m_after(wish.afterUntil - wish.afterFrom) {
  }

  Result<PriceScore> score() {
    PW_CHECK(check());
    addComparables();
    m_out.comparables = int(m_used.size());
    m_out.weeksAfter = countOf(m_w.row, m_before, m_before + m_after);
    m_out.weeksBefore = countOf(m_w.row, 0, m_before);
    if (m_out.weeksAfter < kLeastAfter)
      return stateIs(ScoreState::Waiting);
    if (m_out.weeksBefore < kLeastBefore || meanBefore(m_w.row) <= 0)
      return stateIs(ScoreState::NoHistory);
    if (!isCharged())
      return stateIs(ScoreState::NotCharged);
    m_own = compare(m_w.row, false);
    if (m_used.empty() || !m_own.usable() || m_own.after < kLeastAfter)
      return stateIs(m_used.empty() || m_own.after < kLeastAfter ? ScoreState::NoComparable : ScoreState::NoHistory);
    m_out.weeksBefore = m_own.before, m_out.weeksAfter = m_own.after;
    m_out.movement = m_own.movementAfter / m_own.movementBefore;
    m_out.drift = drift();
    measureAll();
    return stateIs(m_w.profit || m_w.units || m_w.revenue ? ScoreState::Scored : ScoreState::NoPrediction);
  }

 private:
  PriceScore stateIs(ScoreState state) {
    m_out.state = state;
    return m_out;
  }

  Status check() const {
    const int rows = int(m_p.rows()), weeks = int(m_p.weeks);
    const auto known = [&](int row) { return row >= 0 && row < rows; };
    const bool ordered = m_w.beforeFrom >= 0 && m_w.beforeFrom <= m_w.beforeUntil && m_w.beforeUntil <= m_w.afterFrom &&
                         m_w.afterFrom <= m_w.afterUntil && m_w.afterUntil <= weeks;
    if (!ordered || !known(m_w.row) || m_p.units.size() != m_p.price.size() || m_p.units.size() != m_p.cost.size() ||
        !std::all_of(m_w.comparables.begin(), m_w.comparables.end(), known) ||
        std::find(m_w.comparables.begin(), m_w.comparables.end(), m_w.row) != m_w.comparables.end())
      return fail(s("earnings.bad-shape"));
    for (const auto* predicted : {&m_w.profit, &m_w.revenue, &m_w.units})
      if (*predicted && !(std::isfinite((*predicted)->mean) && std::isfinite((*predicted)->low) &&
                          std::isfinite((*predicted)->high) && (*predicted)->low <= (*predicted)->high))
        return fail(s("earnings.not-finite"));
    if (!std::isfinite(m_w.oldPrice) || !std::isfinite(m_w.newPrice))
      return fail(s("earnings.not-finite"));
    return {};
  }

  // Weeks before and after in one row; the weeks in between are skipped.
  int weekOf(int i) const { return i < m_before ? m_w.beforeFrom + i : m_w.afterFrom + i - m_before; }
  double unitsOf(int row, int i) const {
    const double units = m_p.unitsAt(row, weekOf(i));
    return std::isfinite(units) ? std::max(0.0, units) : std::numeric_limits<double>::quiet_NaN();
  }
  int countOf(int row, int from, int until) const {
    int n = 0;
    for (int i = from; i < until; ++i)
      n += !std::isnan(unitsOf(row, i));
    return n;
  }
  double meanBefore(int row) const {
    double sum = 0;
    int n = 0;
    for (int i = 0; i < m_before; ++i)
      if (const double y = unitsOf(row, i); !std::isnan(y))
        sum += y, ++n;
    return n ? sum / n : 0;
  }

  // Weeks without sales have no price: they speak neither for nor against it.
  bool isCharged() const {
    double paid = 0;
    int n = 0;
    for (int i = m_before; i < m_before + m_after; ++i)
      if (const double p = m_p.priceAt(m_w.row, weekOf(i)); std::isfinite(p) && unitsOf(m_w.row, i) > 0)
        paid += p, ++n;
    return n == 0 || std::abs(paid / n - m_w.newPrice) <= std::abs(paid / n - m_w.oldPrice);
  }

  void addComparables() {
    m_movement.units.assign(std::size_t(m_before + m_after), 0.0);
    m_movement.base = m_movement.units;
    for (const int row : m_w.comparables) {
      if (countOf(row, 0, m_before) < kLeastBefore || countOf(row, m_before, m_before + m_after) < 1)
        continue;
      const double base = meanBefore(row);
      if (base <= 0)
        continue;
      m_used.push_back({row, base});
      for (int i = 0; i < m_before + m_after; ++i)
        if (const double y = unitsOf(row, i); !std::isnan(y))
          m_movement.units[std::size_t(i)] += y, m_movement.base[std::size_t(i)] += base;
    }
  }

  // `inside`: the row is one of the comparables, and is compared with the others alone.
  Comparison compare(int row, bool inside, double base = 0) const {
    Comparison c;
    std::vector<std::pair<double, double>> weeks; // y, C before
    double units = 0, movement = 0;
    for (int i = 0; i < m_before + m_after; ++i) {
      const double y = unitsOf(row, i);
      const double at = std::isnan(y) ? y : m_movement.at(std::size_t(i), inside ? y : 0, inside ? base : 0);
      if (std::isnan(at))
        continue;
      if (i < m_before)
        weeks.emplace_back(y, at), units += y, movement += at;
      else
        ++c.after, c.unitsAfter += y, c.movementAfter += at;
    }
    c.before = int(weeks.size());
    if (c.before < kLeastBefore || movement <= 0 || units <= 0 || c.after == 0)
      return c;
    c.level = units / movement, c.movementBefore = movement / c.before;
    c.unitsAfter /= c.after, c.movementAfter /= c.after;
    c.expected = c.level * c.movementAfter;
    addNoise(c, weeks);
    return c;
  }

  static void addNoise(Comparison& c, const std::vector<std::pair<double, double>>& weeks) {
    double squares = 0, products = 0, last = 0;
    for (std::size_t i = 0; i < weeks.size(); ++i) {
      const double rest = weeks[i].first - c.level * weeks[i].second;
      squares += rest * rest, products += i ? rest * last : 0, last = rest;
    }
    const double mean = c.level * c.movementBefore;
    const double variance = std::max(squares / (c.before - 1), mean);
    const double rho = squares > 0 ? std::clamp(products / squares, 0.0, kMostPersistence) : 0.0;
    const double widened = (1 + rho) / (1 - rho), relative = variance / square(mean);
    const double after = std::max(c.unitsAfter, 1.0 / c.after); // no week at all sold still says little
    c.varianceAfter = widened * std::max(relative * square(after), after) / c.after;
    c.varianceExpected = widened * relative * square(c.expected) / c.before;
  }

  // What comparables drift apart by beyond their own scatter.
  double drift() const {
    if (int(m_used.size()) < kLeastPlacebos)
      return 0;
    double excess = 0;
    int n = 0;
    for (const auto& [row, base] : m_used) {
      const Comparison c = compare(row, true, base);
      if (!c.usable())
        continue;
      excess += (square(c.unitsAfter - c.expected) - c.varianceAfter - c.varianceExpected) / square(c.expected);
      ++n;
    }
    return n >= kLeastPlacebos ? std::sqrt(std::max(0.0, excess / n)) : 0;
  }

  void measureAll() {
    const int row = m_w.row;
    m_out.units = measure([](int) { return 1.0; }, [](int) { return 1.0; }, m_w.units);
    m_out.revenue =
        measure([&](int week) { return m_p.priceAt(row, week); }, [&](int) { return m_w.oldPrice; }, m_w.revenue);
    m_out.profit = measure([&](int week) { return m_p.priceAt(row, week) - m_p.costAt(row, week); },
                           [&](int week) { return m_w.oldPrice - m_p.costAt(row, week); }, m_w.profit);
  }

  // `worth` of a unit as it was sold, `wouldBe` of one at the old price.
  template <class Worth, class WouldBe>
  std::optional<RealizedEffect> measure(const Worth& worth, const WouldBe& wouldBe,
                                        const std::optional<PredictedEffect>& predicted) const {
    double earned = 0, expected = 0, perUnit = 0, perUnitBefore = 0;
    for (int i = m_before; i < m_before + m_after; ++i) {
      const double y = unitsOf(m_w.row, i), at = m_movement.at(std::size_t(i));
      if (std::isnan(y) || std::isnan(at))
        continue;
      const double now = worth(weekOf(i)), then = wouldBe(weekOf(i));
      if (!std::isfinite(now) || !std::isfinite(then))
        return std::nullopt;
      earned += y * now, expected += m_own.level * at * then;
      perUnit += now / m_own.after, perUnitBefore += then / m_own.after;
    }
    RealizedEffect out;
    out.counterfactual = expected / m_own.after;
    out.mean = earned / m_own.after - out.counterfactual;
    out.standardError =
        std::sqrt(square(perUnit) * m_own.varianceAfter +
                  square(perUnitBefore) * (m_own.varianceExpected + square(m_out.drift * m_own.expected)));
    const double reach = studentQuantile(0.95, m_own.before - 1) * out.standardError;
    out.low = out.mean - reach, out.high = out.mean + reach;
    if (predicted)
      judge(out, *predicted);
    return out;
  }

  void judge(RealizedEffect& out, const PredictedEffect& predicted) const {
    out.insidePredicted = out.mean >= predicted.low && out.mean <= predicted.high;
    const double own = square(predicted.standardDeviation()), measured = square(out.standardError),
                 both = own + measured;
    if (!(both > 0))
      return;
    out.error = (out.mean - predicted.mean) / std::sqrt(both);
    // The measured part has few degrees of freedom; the sum's by Satterthwaite 1946, the prediction's part infinite.
    const double df = measured > 0 ? (m_own.before - 1) * square(both / measured) : 1e6;
    out.position = studentCdf(*out.error, std::min(df, 1e6));
  }

  const WeekPanel& m_p;
  const PriceToScore& m_w;
  int m_before, m_after;
  Movement m_movement;
  std::vector<std::pair<int, double>> m_used; // row, mean before
  Comparison m_own;
  PriceScore m_out;
};

} // namespace

double PredictedEffect::standardDeviation() const { return (high - low) / (2 * kNormal90); }

Result<PriceScore> scorePrice(const WeekPanel& panel, const PriceToScore& wish) { return Scorer(panel, wish).score(); }

} // namespace pricewright
