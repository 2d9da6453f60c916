// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demand/DriftWatch.h"

#include "base/Words.h"
#include "demand/DemandPanel.h"
#include "statistics/Distributions.h"
#include "statistics/Drift.h"

#include <cmath>
#include <numeric>

namespace pricewright {
namespace {

constexpr double kHalfACount = 0.5;
constexpr qint64 kLeastDriftRows = 30; // in either window

struct Samples {
  std::vector<double> reference, current;
  std::size_t listings = 0; // that gave rows to both
};

double meanOf(const std::vector<double>& v) {
  return v.empty() ? 0 : std::accumulate(v.begin(), v.end(), 0.0) / double(v.size());
}

// Weeks of one listing resemble each other: a further week is taken to say a quarter of what a listing says.
double noiseOf(const Samples& s, int bins) {
  const auto effective = [&](std::size_t rows) { return 0.25 * double(rows) + 0.75 * double(s.listings); };
  return chiSquareQuantile(0.95, bins - 1) / 2 * (1 / effective(s.reference.size()) + 1 / effective(s.current.size()));
}

Status measure(const Samples& s, const DriftOptions& options, FeatureDrift& out) {
  out.reference = qint64(s.reference.size()), out.current = qint64(s.current.size());
  if (out.reference < kLeastDriftRows || out.current < kLeastDriftRows) {
    if (out.why.isEmpty())
      out.why = QStringLiteral("few-rows");
    return {};
  }
  out.why.clear();
  const int bins = int(std::clamp<qint64>(out.current / 15, 4, 10));
  PW_TRY(std::vector<double> edges, quantileEdges(s.reference, bins));
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end()); // many equal values: one bin
  PW_TRY(const DriftMeasures d, driftOf(countInBins(s.reference, edges), countInBins(s.current, edges), kHalfACount));
  out.kl = d.kl, out.psi = d.psi;
  out.noise = noiseOf(s, int(edges.size()) + 1);
  out.before = meanOf(s.reference), out.now = meanOf(s.current);
  out.alarm = out.kl > options.alarm && out.kl > out.noise;
  return {};
}

// The two windows, [from, middle) and [middle, to), and what is taken from each listing.
class Windows {
 public:
  Windows(const DriftInputs& in, const DriftOptions& options) : m_in(in) {
    for (const DemandSeries& s : in.series)
      for (const SalePoint& p : s.points)
        if (p.priceMicro > 0 && p.days > 0)
          m_to = std::max(m_to, p.day + p.days);
    m_middle = m_to - 7 * options.currentWeeks;
    m_from = m_middle - 7 * options.referenceWeeks;
  }
  qint32 from() const { return m_middle; }
  qint32 to() const { return m_to; }

  // What `rowsOf(series index, say)` says by say(day, value), less its listing's mean over the reference where
  // `relative`.
  template <class Rows> Samples of(bool relative, const Rows& rowsOf) const {
    Samples out;
    for (std::size_t i = 0; i < m_in.series.size(); ++i) {
      std::vector<double> before, now;
      rowsOf(i, [&](qint32 day, double v) {
        if (day >= m_from && day < m_to && std::isfinite(v))
          (day < m_middle ? before : now).push_back(v);
      });
      take(before, now, relative, out);
    }
    return out;
  }
  // The same of each priced period.
  template <class Value> Samples weekly(const Value& value) const {
    return of(true, [&](std::size_t i, const auto& say) {
      for (const SalePoint& p : m_in.series[i].points)
        if (p.priceMicro > 0 && p.days > 0)
          say(p.day, value(i, p));
    });
  }

 private:
  // A listing speaks where it was there in both windows: a new one is no drift of the others.
  static void take(std::vector<double>& before, std::vector<double>& now, bool relative, Samples& out) {
    if (before.empty() || now.empty())
      return;
    const double mean = relative ? meanOf(before) : 0;
    for (const double v : before)
      out.reference.push_back(v - mean);
    for (const double v : now)
      out.current.push_back(v - mean);
    ++out.listings;
  }

  const DriftInputs& m_in;
  qint32 m_from = 0, m_middle = 0, m_to = std::numeric_limits<qint32>::min() / 2;
};

double paid(const SalePoint& p) { return double(p.priceMicro) / 1e6; }

Samples demandSamples(const Windows& w) {
  return w.weekly([](std::size_t, const SalePoint& p) {
    return p.unitsMilli < 0 || p.inStockDays == 0 ? std::nan("") : std::log(fullWeekUnits(p) + kHalfAUnit);
  });
}

Samples marginSamples(const Windows& w, const DriftInputs& in) {
  return w.weekly([&](std::size_t i, const SalePoint& p) {
    const int no = in.series[i].listingNo;
    const auto after = std::upper_bound(in.costs.begin(), in.costs.end(), std::pair(no, p.day),
                                        [](const std::pair<int, qint32>& wanted, const DriftCost& c) {
                                          return wanted < std::pair(c.listingNo, c.from);
                                        });
    const bool known = after != in.costs.begin() && std::prev(after)->listingNo == no;
    return known ? 100 * (1 - std::prev(after)->cost / paid(p)) : std::nan("");
  });
}

// Days since the regular price last moved by more than 1 %, at each period.
Samples changeSamples(const Windows& w, const DriftInputs& in) {
  return w.of(false, [&](std::size_t i, const auto& say) {
    std::vector<qint32> days;
    std::vector<double> prices;
    std::vector<char> promoted;
    for (const SalePoint& p : in.series[i].points)
      if (p.priceMicro > 0 && p.days > 0)
        days.push_back(p.day), prices.push_back(paid(p)), promoted.push_back(p.dealMilli > 0 || p.featureMilli > 0);
    const std::vector<double> regular = runningRegular(days, prices, promoted);
    qint32 changed = days.empty() ? 0 : days.front();
    for (std::size_t t = 0; t < days.size(); ++t) {
      if (t > 0 && std::abs(std::log(regular[t] / regular[t - 1])) > 0.01)
        changed = days[t];
      say(days[t], days[t] - changed);
    }
  });
}

Samples stockSamples(const Windows& w, const DriftInputs& in) {
  return w.of(true, [&](std::size_t i, const auto& say) {
    const int no = in.series[i].listingNo;
    const auto at = std::lower_bound(in.stock.begin(), in.stock.end(), no,
                                     [](const DriftStock& row, int wanted) { return row.listingNo < wanted; });
    for (auto row = at; row != in.stock.end() && row->listingNo == no; ++row)
      say(row->day, row->units >= 0 ? std::log1p(row->units) : std::nan(""));
  });
}

Samples competitorSamples(const Windows& w, const DriftInputs& in) {
  return w.of(true, [&](std::size_t i, const auto& say) {
    for (const auto& [day, price] : in.series[i].competitor)
      say(qint32(day), price > 0 ? std::log(price) : std::nan(""));
  });
}

// Shares of sales between the forecast's levels, against what they should be.
DriftMeasures levelDrift(const HoldOutMetrics& m) {
  std::vector<double> nominal, found;
  double level = 0, below = 0;
  for (std::size_t k = 0; k < kForecastLevels.size(); ++k) {
    nominal.push_back(kForecastLevels[k] - level), level = kForecastLevels[k];
    found.push_back(std::max(0.0, m.below[k] - below)), below = std::max(below, m.below[k]);
  }
  nominal.push_back(1 - level), found.push_back(std::max(0.0, 1 - below));
  const double rows = std::max(1.0, double(m.rows));
  for (auto* shares : {&nominal, &found})
    for (double& share : *shares)
      share *= rows;
  return driftOf(nominal, found, kHalfACount).value_or(DriftMeasures());
}

void watchErrors(const DemandModel& model, const DriftOptions& options, DriftReport& out) {
  if (model.origins.empty())
    return;
  constexpr double kBias = 0.1, kCoverage = 0.1;
  const DemandModel::OriginAccuracy& newest = model.origins.back();
  auto& r = out.residual;
  auto& c = out.calibration;
  r.known = c.known = true;
  r.bias = newest.metrics.bias, r.weeks = newest.metrics.weeks;
  r.origins = int(model.origins.size()) - 1;
  if (r.weeks > 0)
    r.moneyPerWeek = (newest.revenueForecast - newest.revenueSold) / r.weeks;
  double widest = 0;
  for (int k = 0; k < r.origins; ++k) {
    const HoldOutMetrics& m = model.origins[std::size_t(k)].metrics;
    r.before += m.bias / r.origins, c.before += m.coverage80 / r.origins;
    widest = std::max(widest, std::abs(m.bias));
  }
  // News only where it is worse than what was seen before.
  r.alarm = std::abs(r.bias) > kBias && std::abs(r.bias) > widest;
  const DriftMeasures d = levelDrift(newest.metrics);
  c.kl = d.kl, c.psi = d.psi, c.coverage80 = newest.metrics.coverage80;
  c.alarm = c.kl > options.alarm || std::abs(c.coverage80 - 0.8) > kCoverage;
}

} // namespace

bool DriftReport::learnAnew() const {
  return residual.alarm || calibration.alarm ||
         std::any_of(features.begin(), features.end(), [](const FeatureDrift& f) { return f.alarm && !f.ours; });
}

Result<DriftReport> watchDrift(const DriftInputs& in, const DemandModel& model, const DriftOptions& options) {
  DriftReport out;
  const Windows w(in, options);
  out.from = w.from(), out.to = w.to();
  const auto watch = [&](const char* name, bool ours, const Samples& samples, const char* why) -> Status {
    FeatureDrift one;
    one.feature = QLatin1String(name), one.ours = ours;
    if (samples.reference.empty() || samples.current.empty())
      one.why = QLatin1String(why);
    PW_CHECK(measure(samples, options, one));
    out.features.push_back(std::move(one));
    return {};
  };
  const auto notWatched = [&](const char* name, const char* why) {
    FeatureDrift one;
    one.feature = QLatin1String(name), one.why = QLatin1String(why);
    out.features.push_back(std::move(one));
  };
  const Samples price = w.weekly([](std::size_t, const SalePoint& p) { return std::log(paid(p)); });
  PW_CHECK(watch("competitor_price_avg_7d", false, competitorSamples(w, in), "no-offers"));
  notWatched("competitor_price_min_max", "as-average");
  PW_CHECK(watch("historical_demand_30d", false, demandSamples(w), "few-rows"));
  notWatched("price_elasticity_coefficient", "one-per-training");
  PW_CHECK(watch("inventory_level", false, stockSamples(w, in), "no-stock-history"));
  notWatched("seasonality_factor", "calendar");
  notWatched("customer_segment_willingness_to_pay", "needs-exposures");
  notWatched("conversion_rate_at_price_point", "needs-exposures");
  PW_CHECK(watch("margin_percent", true, marginSamples(w, in), "no-cost"));
  PW_CHECK(watch("days_since_last_price_change", true, changeSamples(w, in), "few-rows"));
  PW_CHECK(watch("own_price", true, price, "few-rows"));
  watchErrors(model, options, out);
  return out;
}

} // namespace pricewright
