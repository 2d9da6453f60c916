// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demand/forecasts/CompetitorOutlook.h"

#include "statistics/Random.h"
#include "statistics/Robust.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <string>

namespace pricewright {
namespace {

constexpr int kLongestDip = 4;      // weeks; what lasts longer is a new regular price
constexpr int kMostSinceDip = 12;   // weeks since the last dip; longer ago is all the same
constexpr int kLeastWeeksSeen = 13; // seen, to say anything of a price
constexpr int kLeastMovements = 3;  // of a category's prices
constexpr int kMostHistoryWeeks = 208;
constexpr int kSeenLatelyDays = 28;
constexpr double kDipShare = 0.95, kReturnedShare = 0.97; // of the regular price
constexpr double kSmallestMove = 0.01;                    // log
constexpr double kFarOff = 20;                            // times the usual price: a slip of the source, or of a path
constexpr std::size_t kEnoughSamples = 3;                 // depths or moves of a SKU, to draw from them alone
constexpr double kBorrowedWeeks = 20;                     // that the whole counts as in a category's chances
constexpr double kBorrowedDips = 4;                       // that the category counts as in a SKU's number of dips

// One price, week by week; weeks without a price in four weeks are left out.
struct PriceWeeks {
  std::vector<qint32> days; // first day of each week
  std::vector<double> prices;
};

PriceWeeks priceWeeks(std::span<const std::pair<int, double>> competitor, qint32 from) {
  std::map<qint32, double> newest; // by weeks before `from`, counted from −1 down
  std::vector<std::pair<qint32, double>> seen;
  for (const auto& [day, price] : competitor)
    if (day < from && day >= from - 7 * kMostHistoryWeeks && std::isfinite(price) && price > 0)
      seen.emplace_back(day, price);
  PriceWeeks out;
  if (seen.empty())
    return out;
  std::vector<double> prices;
  for (const auto& [day, price] : seen)
    prices.push_back(price);
  const double usual = median(std::move(prices));
  std::stable_sort(seen.begin(), seen.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (const auto& [day, price] : seen)
    if (price < kFarOff * usual && kFarOff * price > usual)
      newest[(day - from - 6) / 7] = price;
  auto next = newest.begin();
  double price = 0;
  int age = 0;
  for (qint32 week = next->first; week < 0; ++week) {
    ++age;
    if (next != newest.end() && next->first == week)
      price = next->second, age = 0, ++next;
    if (age < kLongestDip)
      out.days.push_back(from + 7 * week), out.prices.push_back(price);
  }
  return out;
}

// How often what could happen did.
struct Chance {
  double happened = 0, could = 0;
  void add(bool did) { happened += did ? 1 : 0, could += 1; }
  Chance& operator+=(const Chance& c) {
    happened += c.happened, could += c.could;
    return *this;
  }
  double towards(double whole, double borrowed) const { return (happened + borrowed * whole) / (could + borrowed); }
};

// What prices did.
struct Habits {
  std::array<Chance, kMostSinceDip + 1> begins{}; // by weeks since the last dip
  std::array<Chance, kLongestDip + 1> ends{};     // by the dip's age, from 1
  Chance moves;
  std::vector<double> depths, sizes; // logs
  int movements() const { return int(depths.size() + sizes.size()); }
  double dips() const {
    return std::accumulate(begins.begin(), begins.end(), 0.0,
                           [](double sum, const Chance& c) { return sum + c.happened; });
  }
  void add(const Habits& h) {
    for (std::size_t k = 0; k < begins.size(); ++k)
      begins[k] += h.begins[k];
    for (std::size_t k = 0; k < ends.size(); ++k)
      ends[k] += h.ends[k];
    moves += h.moves;
    depths.insert(depths.end(), h.depths.begin(), h.depths.end());
    sizes.insert(sizes.end(), h.sizes.begin(), h.sizes.end());
  }
};

struct PriceState {
  bool dip = false;
  int weeks = kMostSinceDip; // since the last dip, or the dip's age
  double regular = 0, price = 0;
};

// Walks through one price's weeks, counts, and says where it stands at the end.
PriceState walkThrough(const PriceWeeks& w, Habits& habits) {
  PriceState now;
  int since =
      0; // weeks since the first, or since a gap: a rise soon after it may be the end of a dip that began before
  for (std::size_t t = 0; t < w.prices.size(); ++t, ++since) {
    const double price = w.prices[t];
    if (t == 0 || w.days[t] != w.days[t - 1] + 7) {
      since = 0;
      now = {false, kMostSinceDip, price, price};
      continue;
    }
    if (now.dip) {
      const bool back = price >= kReturnedShare * now.regular;
      habits.ends[std::size_t(now.weeks)].add(back);
      if (back)
        now = {false, 0, price, price};
      else if (++now.weeks > kLongestDip)
        now = {false, kMostSinceDip, price, price};
      now.price = price;
      continue;
    }
    const bool falls = price < kDipShare * now.regular;
    habits.begins[std::size_t(now.weeks)].add(falls);
    if (falls) {
      now = {true, 1, now.regular, price};
      habits.depths.push_back(std::log(price / now.regular));
      continue;
    }
    const double size = std::log(price / now.regular);
    const bool moved = std::abs(size) > kSmallestMove && (size < 0 || since > kLongestDip);
    habits.moves.add(moved);
    if (moved)
      habits.sizes.push_back(size);
    now = {false, std::min(now.weeks + 1, kMostSinceDip), price, price};
  }
  return now;
}

// Chances of one SKU's prices.
struct Chances {
  std::array<double, kMostSinceDip + 1> begins{};
  std::array<double, kLongestDip + 1> ends{};
  double moves = 0;
  std::span<const double> depths, sizes; // sorted
};

template <std::size_t N>
void sharesOf(const std::array<Chance, N>& all, const std::array<Chance, N>& category, std::array<double, N>& out) {
  Chance whole;
  for (const Chance& c : all)
    whole += c;
  const double rate = (whole.happened + 0.5) / (whole.could + 10);
  for (std::size_t k = 0; k < N; ++k)
    out[k] = category[k].towards(all[k].towards(rate, kBorrowedWeeks), kBorrowedWeeks);
}

Chances chancesOf(const Habits& all, const Habits& category, const Habits& own) {
  Chances out;
  sharesOf(all.begins, category.begins, out.begins);
  sharesOf(all.ends, category.ends, out.ends);
  double expected = 0;
  for (std::size_t k = 0; k < out.begins.size(); ++k)
    expected += out.begins[k] * own.begins[k].could;
  const double often = (own.dips() + kBorrowedDips) / (expected + kBorrowedDips);
  for (double& p : out.begins)
    p = std::min(p * often, 0.95);
  out.moves = own.moves.towards(category.moves.towards(all.moves.towards(0, 1), kBorrowedWeeks), kBorrowedWeeks);
  out.depths = own.depths.size() >= kEnoughSamples ? own.depths : category.depths;
  out.sizes = own.sizes.size() >= kEnoughSamples ? own.sizes : category.sizes;
  return out;
}

double sampleAt(std::span<const double> sorted, double share) {
  return sorted.empty() ? 0 : sorted[std::min(sorted.size() - 1, std::size_t(share * double(sorted.size())))];
}

void stepOn(PriceState& now, const Chances& chances, double luck, double which) {
  if (now.dip) {
    if (luck < chances.ends[std::size_t(now.weeks)])
      now = {false, 0, now.regular, now.regular};
    else if (++now.weeks > kLongestDip)
      now = {false, kMostSinceDip, now.price, now.price};
    return;
  }
  const double begins = chances.depths.empty() ? 0 : chances.begins[std::size_t(now.weeks)];
  if (luck < begins) {
    now = {true, 1, now.regular, now.regular * std::exp(sampleAt(chances.depths, which))};
    return;
  }
  if (luck < begins + (1 - begins) * chances.moves)
    now.regular *= std::exp(sampleAt(chances.sizes, which));
  now.price = now.regular, now.weeks = std::min(now.weeks + 1, kMostSinceDip);
}

// One number in each of so many equal parts of (0, 1), in random order: few paths then meet their chances closely.
std::vector<double> spreadOut(std::size_t n, Random& random) {
  std::vector<double> out(n);
  for (std::size_t i = 0; i < n; ++i)
    out[i] = (double(i) + random.uniform()) / double(n);
  for (std::size_t i = n; i > 1; --i)
    std::swap(out[i - 1], out[std::size_t(random.uniform() * double(i)) % i]);
  return out;
}

CompetitorOutlook carriedOn(CompetitorBasis why, double price, int weeks) {
  CompetitorOutlook out;
  out.basis = why;
  out.promoted.assign(std::size_t(weeks), 0);
  out.paths.push_back({1, std::vector<double>(std::size_t(weeks), price)});
  return out;
}

CompetitorOutlook pathsFrom(const PriceState& start, const Chances& chances, int weeks, int count, Random random) {
  CompetitorOutlook out;
  out.basis = CompetitorBasis::Forecast;
  const auto n = std::size_t(count);
  out.paths.assign(n, {1.0 / count, {}});
  const double low = start.regular / kFarOff, high = start.regular * kFarOff;
  std::vector<PriceState> now(n, start);
  for (int h = 0; h < weeks; ++h) {
    const std::vector<double> luck = spreadOut(n, random), which = spreadOut(n, random);
    double dips = 0;
    for (std::size_t i = 0; i < n; ++i) {
      stepOn(now[i], chances, luck[i], which[i]);
      now[i].regular = std::clamp(now[i].regular, low, high), now[i].price = std::clamp(now[i].price, low, high);
      out.paths[i].prices.push_back(now[i].price);
      dips += now[i].dip ? 1 : 0;
    }
    out.promoted.push_back(dips / count);
  }
  return out;
}

class OutlookOfAll {
 public:
  OutlookOfAll(std::span<const DemandSeries> series, qint32 from) : m_series(series) {
    for (const DemandSeries& s : series) {
      m_weeks.push_back(priceWeeks(s.competitor, from));
      Habits habits;
      m_states.push_back(walkThrough(m_weeks.back(), habits));
      m_skus[s.skuNo].add(habits), m_categories[categoryOf(s)].add(habits), m_all.add(habits);
    }
    for (auto* group : {&m_skus, &m_categories})
      for (auto& [no, habits] : *group)
        std::sort(habits.depths.begin(), habits.depths.end()), std::sort(habits.sizes.begin(), habits.sizes.end());
  }

  CompetitorOutlook of(std::size_t i, const CompetitorWish& wish, int weeks, int paths) const {
    const DemandSeries& s = m_series[i];
    const PriceWeeks& w = m_weeks[i];
    if (w.prices.empty())
      return {};
    const Habits& category = m_categories.at(categoryOf(s));
    const double last = w.prices.back();
    if (!seenLately(s, wish.from))
      return carriedOn(CompetitorBasis::NotSeenLately, last, weeks);
    if (w.prices.size() < kLeastWeeksSeen)
      return carriedOn(CompetitorBasis::FewWeeks, last, weeks);
    if (category.movements() < kLeastMovements)
      return carriedOn(CompetitorBasis::NeverMoved, last, weeks);
    const Random random(Random::seedFrom(std::uint64_t(std::uint32_t(wish.from)),
                                         std::to_string(s.skuNo) + " " + std::to_string(s.zoneNo)));
    return pathsFrom(m_states[i], chancesOf(m_all, category, m_skus.at(s.skuNo)), weeks, paths, random);
  }

 private:
  // A SKU of no category stands alone.
  static int categoryOf(const DemandSeries& s) { return s.categoryNo > 0 ? s.categoryNo : -1 - s.skuNo; }
  static bool seenLately(const DemandSeries& s, qint32 from) {
    return std::any_of(s.competitor.begin(), s.competitor.end(), [&](const auto& seen) {
      return seen.first < from && seen.first >= from - kSeenLatelyDays && std::isfinite(seen.second) && seen.second > 0;
    });
  }

  std::span<const DemandSeries> m_series;
  std::vector<PriceWeeks> m_weeks;
  std::vector<PriceState> m_states;
  std::map<int, Habits> m_skus, m_categories;
  Habits m_all;
};

} // namespace

std::vector<CompetitorOutlook> competitorOutlooks(std::span<const DemandSeries> series, const CompetitorWish& wish) {
  const int weeks = std::clamp(wish.weeks, 1, 104), paths = std::clamp(wish.paths, 1, 1000);
  const OutlookOfAll all(series, wish.from);
  std::vector<CompetitorOutlook> out;
  for (std::size_t i = 0; i < series.size(); ++i)
    out.push_back(all.of(i, wish, weeks, paths));
  return out;
}

} // namespace pricewright
