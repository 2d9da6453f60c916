// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demand/Levels.h"

#include "base/Parallel.h"

#include <cmath>

namespace pricewright {
namespace {

constexpr double kNoiseWeeks = 12; // weight, in weeks, of all listings' scatter in one listing's
constexpr double kSmearWeeks = 26; // the same for the mean of exp(residual)
constexpr int kBurnIn = 4;         // weeks before forecasts are judged by
constexpr std::size_t kLevelGrain = 64;
constexpr std::size_t kTailBins = 200;
constexpr double kTailBin = 0.025;

// One-step errors of a listing, and where it ends.
struct Walk {
  double level = 0, variance = 1; // variance in units of a week's noise
  double squares = 0, count = 0;  // of standardized errors
  double smear = 0, smearCount = 0;
  TermVector exposure{};
};
// `visit(error / its expected size)` sees each error after the burn-in; the size is in units of a week's noise.
template <class Visit>
Walk walk(std::span<const DemandRow> rows, const TermVector& terms, double rate, const Visit& visit) {
  Walk out;
  LevelFilter filter(rate);
  int n = 0;
  for (const DemandRow& row : rows) {
    const Innovation i = filter.next(row, logResponse(row), 1);
    if (i.weight <= 0)
      continue;
    double error = i.y;
    for (std::size_t k = 0; k < kTerms; ++k)
      error -= i.x[k] * terms[k];
    const double size = std::sqrt(i.weight);
    out.squares += std::min(error * error * i.weight, 9.0);
    out.count += 1;
    if (++n < kBurnIn)
      continue;
    visit(error * size);
    // Units over what was expected; the half in the log is none of them.
    out.smear += std::min(std::exp(error), 20.0) * double(row.units) / (double(row.units) + kHalfAUnit);
    out.smearCount += 1;
  }
  out.exposure = filter.x();
  out.level = filter.y();
  for (std::size_t k = 0; k < kTerms; ++k)
    out.level -= out.exposure[k] * terms[k];
  out.variance = std::max(filter.variance(), 0.0);
  return out;
}

// What all listings together tell of errors: sums by fixed slice, so that the order of adding never changes.
struct Sums {
  double scaled = 0, count = 0, smear = 0, smearCount = 0;
  std::array<qint32, kTailBins> tails{}; // how many errors, by size in standard deviations
};

class Follower {
 public:
  Follower(const Reading& in, const std::vector<SkuFit>& fits, const JobContext& job)
      : m_in(in), m_panel(in.panel), m_fits(fits), m_job(job) {}
  Result<Levels> run();

 private:
  template <class Body> bool eachListing(const Body& body) { // body(listing, sums of its slice)
    m_sums.assign((m_panel.listings.size() + kLevelGrain - 1) / kLevelGrain, {});
    return parallelFor(
        m_panel.listings.size(), kLevelGrain, m_job,
        [&](std::size_t begin, std::size_t end) {
          for (std::size_t i = begin; i < end; ++i)
            body(i, m_sums[begin / kLevelGrain]);
        },
        m_in.threads);
  }
  std::span<const DemandRow> rowsOf(std::size_t i) const {
    const PanelListing& l = m_panel.listings[i];
    return std::span(m_panel.rows).subspan(l.begin, endBefore(m_panel, l, m_in.before) - l.begin);
  }
  bool settleAll();
  bool walkAll();
  void spreadNoise();
  bool measureTails();
  void borrowLevels();
  void leanOnOthers();

  const Reading& m_in;
  const DemandPanel& m_panel;
  const std::vector<SkuFit>& m_fits;
  const JobContext& m_job;
  Levels m_out;
  std::vector<Sums> m_sums;
  std::vector<Walk> m_walks;
};

bool Follower::settleAll() {
  m_out.listings.resize(m_panel.listings.size());
  return parallelFor(
             m_panel.categories.size(), 4, m_job,
             [&](std::size_t begin, std::size_t end) {
               for (std::size_t c = begin; c < end; ++c)
                 zoneDeviations(m_in, m_fits, m_panel.categories[c], m_out.listings);
             },
             m_in.threads) &&
         eachListing([&](std::size_t i, Sums&) {
           settleTerms(m_fits[std::size_t(m_panel.listings[i].sku)], m_out.listings[i]);
         });
}

bool Follower::walkAll() {
  m_walks.assign(m_panel.listings.size(), {});
  return eachListing([&](std::size_t i, Sums& sums) {
    const auto rows = rowsOf(i);
    ListingLevel& out = m_out.listings[i];
    out.weeks = int(rows.size());
    out.own = out.known = std::any_of(rows.begin(), rows.end(), [](const DemandRow& r) { return r.units > 0; });
    if (!out.own)
      return;
    out.lastWeek = rows.back().week;
    const Walk w = m_walks[i] = walk(rows, out.mean, m_in.rate, [](double) {});
    sums.scaled += m_panel.listings[i].precision * w.squares;
    sums.count += w.count;
    sums.smear += w.smear, sums.smearCount += w.smearCount;
  });
}

// A listing's scatter: its own, drawn towards what listings with its sales volume have.
void Follower::spreadNoise() {
  Sums total;
  for (const Sums& s : m_sums) {
    total.scaled += s.scaled, total.count += s.count;
    total.smear += s.smear, total.smearCount += s.smearCount;
  }
  const double scaled = total.count > 0 ? total.scaled / total.count : 1.5;
  const double smear = total.smearCount > 0 ? total.smear / total.smearCount : 1.0;
  for (std::size_t i = 0; i < m_walks.size(); ++i) {
    ListingLevel& out = m_out.listings[i];
    const Walk& w = m_walks[i];
    const double expected = std::max(scaled / m_panel.listings[i].precision, 1e-4);
    out.noiseVariance = (w.squares + kNoiseWeeks * expected) / (w.count + kNoiseWeeks);
    out.stepVariance = LevelFilter::step(m_in.rate) * out.noiseVariance;
    out.smearing = std::clamp((w.smear + kSmearWeeks * smear) / (w.smearCount + kSmearWeeks), 0.2, 5.0);
    if (!out.own)
      continue;
    out.level = w.level;
    out.exposure = w.exposure;
    out.variance = out.noiseVariance * w.variance;
  }
}

// Real errors have heavier tails than a normal: the scale at which the middle 80 % and 95 % come out, on average of
// both.
bool Follower::measureTails() {
  const bool done = eachListing([&](std::size_t i, Sums& sums) {
    const ListingLevel& l = m_out.listings[i];
    if (l.own)
      walk(rowsOf(i), l.mean, m_in.rate, [&, sd = std::sqrt(l.noiseVariance)](double error) {
        ++sums.tails[std::min(kTailBins - 1, std::size_t(std::abs(error) / sd / kTailBin))];
      });
  });
  std::array<qint64, kTailBins> tails{};
  qint64 n = 0;
  for (const Sums& s : m_sums)
    for (std::size_t b = 0; b < kTailBins; ++b)
      tails[b] += s.tails[b], n += s.tails[b];
  const auto quantile = [&](double share) {
    qint64 below = 0;
    for (std::size_t b = 0; b < kTailBins; ++b)
      if (below += tails[b]; double(below) >= share * double(n))
        return double(b + 1) * kTailBin;
    return 1.0;
  };
  if (n >= 200)
    m_out.tailScale = std::clamp(0.5 * (quantile(0.80) / 1.2816 + quantile(0.95) / 1.96), 0.75, 1.5);
  return done;
}

// Mean and variance of one more of the same kind, where n of them are known; two more, `usual` apart, are lent where
// few are.
struct Kin {
  double n = 0, mean = 0, squares = 0;
  explicit Kin(const std::vector<double>& levels) : n(double(levels.size())) {
    for (double level : levels)
      mean += level / n;
    for (double level : levels)
      squares += (level - mean) * (level - mean);
  }
  double between(double usual) const { return (squares + 2 * usual) / (n + 1) * (1 + 1 / n); }
};

// A zone that has hardly sold, or not at all, leans on the other zones of its SKU.
void Follower::borrowLevels() {
  for (const PanelSku& sku : m_panel.skus) {
    std::vector<double> known;
    for (int i : sku.listings)
      if (const ListingLevel& l = m_out.listings[std::size_t(i)]; l.own && l.weeks >= kBurnIn)
        known.push_back(l.level);
    if (known.empty())
      continue;
    const Kin kin(known);
    const double n = kin.n, mean = kin.mean, between = kin.between(0.6);
    for (int i : sku.listings) {
      ListingLevel& l = m_out.listings[std::size_t(i)];
      if (!l.own) {
        l.known = true, l.level = mean, l.variance = between, l.lastWeek = m_panel.weeks - 1;
      } else if (n >= 2) {
        const double keep = between / (between + l.variance);
        l.level = mean + keep * (l.level - mean);
        l.variance *= keep;
      }
    }
  }
}

// A SKU that has sold nowhere leans on what the others of its category sell on average, or, where none has sold, on
// all: what is known of a product before its first week. The spread says how little that is.
void Follower::leanOnOthers() {
  std::vector<double> all;
  std::vector<std::vector<double>> byCategory(m_panel.categories.size());
  for (std::size_t c = 0; c < byCategory.size(); ++c)
    for (int sku : m_panel.categories[c].skus)
      for (int i : m_panel.skus[std::size_t(sku)].listings)
        if (const ListingLevel& l = m_out.listings[std::size_t(i)]; l.own && l.weeks >= kBurnIn) {
          byCategory[c].push_back(l.level);
          all.push_back(l.level);
        }
  if (all.empty())
    return;
  for (std::size_t c = 0; c < byCategory.size(); ++c) {
    const bool alone = m_panel.categories[c].categoryNo <= 0 || byCategory[c].empty();
    const Kin kin(alone ? all : byCategory[c]);
    for (int sku : m_panel.categories[c].skus)
      for (int i : m_panel.skus[std::size_t(sku)].listings)
        if (ListingLevel& l = m_out.listings[std::size_t(i)]; !l.known && l.weeks == 0)
          l.known = true, l.level = kin.mean, l.variance = kin.between(1.0), l.lastWeek = m_panel.weeks - 1;
  }
}

Result<Levels> Follower::run() {
  if (!settleAll() || !walkAll())
    return fail(QStringLiteral("job.cancelled"));
  spreadNoise();
  if (!measureTails())
    return fail(QStringLiteral("job.cancelled"));
  borrowLevels();
  leanOnOthers();
  return std::move(m_out);
}

} // namespace

Result<Levels> followLevels(const Reading& in, const std::vector<SkuFit>& fits, const JobContext& job) {
  return Follower(in, fits, job).run();
}

} // namespace pricewright
