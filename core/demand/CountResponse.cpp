// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demand/CountResponse.h"

#include "base/Parallel.h"
#include "demand/SkuRegression.h"

#include <cmath>

namespace pricewright {
namespace {

constexpr double kMostPull = 6; // standard deviations
constexpr double kLeastClumping = 0.02, kMostClumping = 4;
constexpr int kMostNewton = 20;
constexpr std::size_t kGrain = 64;
constexpr std::size_t kMostAsked = 200; // listings that decide how means scatter
constexpr double kMostSaid = 3;         // log likelihood by which one week may speak for either

// A listing's rows with what is expected of each, were its own count unknown.
struct Expected {
  std::vector<double> fixed, level, variance,
      log; // of the terms; of the filter, in units of a week's noise; both together
  void resize(std::size_t n) {
    for (auto* v : {&fixed, &level, &variance, &log})
      v->resize(n);
  }
};

// The moving level of all weeks (a local-level filter, run back by Rauch, Tung & Striebel 1965), each week's own part
// taken out again, so that no count is measured against itself.
void smoothLevels(std::span<const DemandRow> rows, double rate, Expected& at) {
  const double step = LevelFilter::step(rate);
  const std::size_t n = rows.size();
  const auto noise = [&](std::size_t t) { return 1 / std::max(double(rows[t].weight), 0.01); };
  const auto gap = [&](std::size_t t) { return step * std::max(rows[t].week - rows[t - 1].week, 0); };
  for (std::size_t t = 0; t < n; ++t) {
    const double y = double(rows[t].logUnits) - at.fixed[t];
    if (t == 0) {
      at.level[t] = y, at.variance[t] = noise(t);
      continue;
    }
    const double before = at.variance[t - 1] + gap(t), gain = before / (before + noise(t));
    at.level[t] = at.level[t - 1] + gain * (y - at.level[t - 1]);
    at.variance[t] = (1 - gain) * before;
  }
  for (std::size_t t = n; t-- > 0;) {
    if (t + 1 < n) {
      const double ahead = at.variance[t] + gap(t + 1), keep = at.variance[t] / ahead;
      at.variance[t] += keep * keep * (at.variance[t + 1] - ahead);
      at.level[t] += keep * (at.level[t + 1] - at.level[t]);
    }
    const double y = double(rows[t].logUnits) - at.fixed[t], own = std::min(at.variance[t] / noise(t), 0.9);
    at.log[t] = at.fixed[t] + y - (y - at.level[t]) / (1 - own);
  }
}

double countOf(const DemandRow& row) { return double(row.units) * double(row.exposure); }

// Logs of counts near zero lie above the log of their mean: all are moved so that the sum comes out.
void meetTheSum(std::span<const DemandRow> rows, Expected& at) {
  double sold = 0.5, expected = 0.5;
  for (std::size_t t = 0; t < rows.size(); ++t) {
    at.log[t] = std::clamp(at.log[t], -20.0, 20.0);
    sold += countOf(rows[t]), expected += double(rows[t].exposure) * std::exp(at.log[t]);
  }
  const double off = std::log(sold / expected);
  for (double& log : at.log)
    log += off;
}

// By how much counts scatter beyond chance: Σ((y − μ)² − μ) over Σμ², a moment estimate of the variance of μ's own
// scatter. Single weeks count by what a scatter of one would bring.
struct Clumping {
  double over = 0, base = 0;
  void add(double count, double mean) {
    over += std::min((count - mean) * (count - mean), 9 * (mean + mean * mean)) - mean;
    base += mean * mean;
  }
  void add(const Clumping& o) { over += o.over, base += o.base; }
  double share() const { return base > 0 ? over / base : 0; }
};

// How the mean of counts scatters: by a gamma (negative-binomial counts) or a lognormal factor around exp(log).
enum class Scatter { Gamma, Lognormal };

// A count under a lognormal scatter of its mean: where its own log lies most likely, by Newton's method.
struct Mode {
  double log = 0, curve = 0; // curve: −(log posterior)″ there
};
Mode modeOf(double count, double exposure, double log, double variance) {
  const double mean = exposure * std::exp(log);
  Mode out;
  out.log = count > 0 ? (log / variance + count * std::log(count / exposure)) / (1 / variance + count)
                      : log - variance * mean / (1 + variance * mean);
  for (int round = 0; round < kMostNewton; ++round) {
    const double there = exposure * std::exp(out.log);
    const double step = (count - there - (out.log - log) / variance) / (there + 1 / variance);
    out.log += std::clamp(step, -2.0, 2.0);
    if (std::abs(step) < 1e-4)
      break;
  }
  out.curve = exposure * std::exp(out.log) + 1 / variance;
  return out;
}

// The response of one count: the score of the log over the information that a count carries is the step that a linear
// model may average. `log`: of the mean; `clumping`: variance of the factor.
Response responseOf(double count, double exposure, double log, double clumping, Scatter scatter) {
  const double mean = exposure * std::exp(log);
  const double variance = std::log1p(clumping), middle = log - variance / 2; // of the lognormal
  double information = 0, step = 0;
  if (scatter == Scatter::Gamma) {
    information = std::max(mean / (1 + clumping * mean), 1e-6);
    step = (count - mean) / std::max(mean, 1e-6);
  } else {
    const Mode mode = modeOf(count, exposure, middle, variance);
    const double half = mean / std::exp(variance / 2);
    information = std::max(half / (1 + variance * half), 1e-6);
    // The posterior's mean, to second order beside its mode.
    const double expected = mode.log - 0.5 * (mode.curve - 1 / variance) / (mode.curve * mode.curve);
    step = (expected - middle) / variance / information;
  }
  const double most = kMostPull / std::sqrt(information);
  return {float(log + std::clamp(step, -most, most)), float(information)};
}

// How much likelier (in logs) a count is under a gamma scatter than under a lognormal one (Laplace's approximation).
double forGamma(double count, double exposure, double log, double clumping) {
  const double mean = exposure * std::exp(log), size = 1 / clumping;
  const double gamma = std::lgamma(count + size) - std::lgamma(size) - (count + size) * std::log1p(clumping * mean) +
                       count * std::log(clumping * mean);
  const double variance = std::log1p(clumping), middle = log - variance / 2;
  const Mode mode = modeOf(count, exposure, middle, variance);
  const double off = mode.log - middle, there = exposure * std::exp(mode.log);
  const double lognormal =
      count * std::log(there) - there - off * off / (2 * variance) - 0.5 * std::log(variance * mode.curve);
  return gamma - lognormal;
}

class Counter {
 public:
  Counter(const Reading& in, const std::vector<SkuFit>& fits, const JobContext& job)
      : m_in(in), m_panel(in.panel), m_fits(fits), m_job(job) {}

  Result<CountResponses> run() {
    m_out.rows.resize(m_panel.rows.size());
    m_out.precision.assign(m_panel.listings.size(), 0);
    m_clumping.resize(m_panel.listings.size());
    if (!eachListing([&](std::size_t i, Expected& scratch) { expect(i, scratch); }))
      return fail(QStringLiteral("job.cancelled"));
    for (const Clumping& c : m_clumping)
      m_usual.add(c);
    m_scatter = likelierScatter();
    if (!eachListing([&](std::size_t i, Expected&) { respond(i); }))
      return fail(QStringLiteral("job.cancelled"));
    return std::move(m_out);
  }

 private:
  template <class Body> bool eachListing(const Body& body) {
    return parallelFor(
        m_panel.listings.size(), kGrain, m_job,
        [&](std::size_t begin, std::size_t end) {
          Expected scratch;
          for (std::size_t i = begin; i < end; ++i)
            body(i, scratch);
        },
        m_in.threads);
  }
  std::span<const DemandRow> rowsOf(std::size_t i) const {
    const PanelListing& l = m_panel.listings[i];
    return std::span(m_panel.rows).subspan(l.begin, endBefore(m_panel, l, m_in.before) - l.begin);
  }

  // Writes what is expected where the response will stand.
  void expect(std::size_t i, Expected& at) {
    const auto rows = rowsOf(i);
    const TermVector& terms = m_fits[std::size_t(m_panel.listings[i].sku)].mean;
    at.resize(rows.size());
    for (std::size_t t = 0; t < rows.size(); ++t) {
      at.fixed[t] = 0;
      for (std::size_t k = 0; k < kTerms; ++k)
        at.fixed[t] += double(rows[t].x[k]) * terms[k];
    }
    smoothLevels(rows, m_in.rate, at);
    meetTheSum(rows, at);
    for (std::size_t t = 0; t < rows.size(); ++t) {
      m_out.rows[m_panel.listings[i].begin + t].log = float(at.log[t]);
      m_clumping[i].add(countOf(rows[t]), double(rows[t].exposure) * std::exp(at.log[t]));
    }
  }

  // A listing's clumping is steadied by everyone's, as if each had half of its weeks from the other.
  double clumpingOf(std::size_t i) const {
    const Clumping& own = m_clumping[i];
    const double share = own.base > 0 ? 0.5 * (own.share() + m_usual.share()) : m_usual.share();
    return std::clamp(share, kLeastClumping, kMostClumping);
  }

  // A sample of listings decides for all.
  Scatter likelierScatter() const {
    const std::size_t stride = std::max<std::size_t>(1, m_panel.listings.size() / kMostAsked);
    double sum = 0;
    for (std::size_t i = 0; i < m_panel.listings.size(); i += stride) {
      const auto rows = rowsOf(i);
      for (std::size_t t = 0; t < rows.size(); ++t)
        sum += std::clamp(forGamma(countOf(rows[t]), double(rows[t].exposure),
                                   double(m_out.rows[m_panel.listings[i].begin + t].log), clumpingOf(i)),
                          -kMostSaid, kMostSaid);
    }
    return sum > 0 ? Scatter::Gamma : Scatter::Lognormal;
  }

  void respond(std::size_t i) {
    const auto rows = rowsOf(i);
    if (rows.empty())
      return;
    const double clumping = clumpingOf(i);
    Response* out = m_out.rows.data() + m_panel.listings[i].begin;
    double information = 0;
    for (std::size_t t = 0; t < rows.size(); ++t) {
      out[t] = responseOf(countOf(rows[t]), double(rows[t].exposure), double(out[t].log), clumping, m_scatter);
      information += double(out[t].weight) / double(rows.size());
    }
    m_out.precision[i] = information;
    for (std::size_t t = 0; t < rows.size(); ++t)
      out[t].weight = std::clamp(float(double(out[t].weight) / information), 0.1f, 10.0f);
  }

  const Reading& m_in;
  const DemandPanel& m_panel;
  const std::vector<SkuFit>& m_fits;
  const JobContext& m_job;
  CountResponses m_out;
  std::vector<Clumping> m_clumping;
  Clumping m_usual;
  Scatter m_scatter = Scatter::Lognormal;
};

} // namespace

Result<CountResponses> countResponses(const Reading& in, const std::vector<SkuFit>& fits, const JobContext& job) {
  return Counter(in, fits, job).run();
}

} // namespace pricewright
