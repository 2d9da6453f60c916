// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demand/DemandPanel.h"

#include "base/Parallel.h"
#include "demand/Pooling.h"
#include "demand/PriceSlips.h"
#include "demand/SiblingIndex.h"

#include <QCryptographicHash>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace pricewright {
namespace {

constexpr int kSeasonWeeks = 78;
constexpr int kCompetitorDays = 28; // a competitor's price is carried this far

qint32 weekOf(qint32 day) { return day >= 0 ? day / 7 : (day - 6) / 7; }

template <class T> void append(QByteArray& to, T value) {
  to.append(reinterpret_cast<const char*>(&value), sizeof value);
}

// Field by field: padding bytes are not content.
QByteArray digestOf(const DemandSeries& s) {
  QByteArray bytes;
  bytes.reserve(static_cast<qsizetype>(64 + s.points.size() * 36 + s.competitor.size() * 12));
  for (int no : {s.listingNo, s.skuNo, s.categoryNo, s.zoneNo})
    append(bytes, qint32(no));
  append(bytes, s.currentRegular);
  append(bytes, quint64(s.points.size()));
  for (const SalePoint& p : s.points) {
    append(bytes, p.day), append(bytes, p.days), append(bytes, p.dealMilli), append(bytes, p.featureMilli);
    append(bytes, p.inStockDays), append(bytes, p.unitsMilli), append(bytes, p.priceMicro);
    append(bytes, p.regularMicro);
  }
  for (const auto& [day, price] : s.competitor)
    append(bytes, qint32(day)), append(bytes, price);
  return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

bool usable(const SalePoint& p, const DemandPanel& panel) {
  return p.priceMicro > 0 && p.unitsMilli >= 0 && p.days > 0 && p.inStockDays != 0 && p.day < panel.forWeek &&
         p.day >= panel.forWeek - panel.historyDays;
}

// The usable points in time order, each day once: the later of two counts, as a correction does.
std::vector<const SalePoint*> usablePoints(std::span<const SalePoint> points, const DemandPanel& panel) {
  std::vector<const SalePoint*> kept;
  kept.reserve(points.size());
  for (const SalePoint& p : points)
    if (usable(p, panel))
      kept.push_back(&p);
  const auto earlier = [](const SalePoint* a, const SalePoint* b) { return a->day < b->day; };
  if (!std::is_sorted(kept.begin(), kept.end(), earlier))
    std::stable_sort(kept.begin(), kept.end(), earlier);
  std::size_t n = 0;
  for (const SalePoint* p : kept) {
    if (n > 0 && kept[n - 1]->day == p->day)
      --n;
    kept[n++] = p;
  }
  kept.resize(n);
  dropPriceSlips(kept);
  return kept;
}

// log(competitor / its newest value before the plan) at each row; where none is known, the mean of the past's others,
// which says nothing.
void fillCompetitor(const DemandSeries& s, std::span<DemandRow> rows, PanelListing& listing, qint32 forWeek,
                    qint32 planFrom) {
  std::vector<std::pair<int, double>> known;
  for (const auto& [day, price] : s.competitor)
    if (std::isfinite(price) && price > 0 && day < forWeek)
      known.emplace_back(day, std::log(price));
  std::stable_sort(known.begin(), known.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  if (known.empty())
    return;
  const auto planned = std::find_if(known.begin(), known.end(), [&](const auto& k) { return k.first >= planFrom; });
  const double newest = planned == known.begin() ? known.back().second : std::prev(planned)->second;
  std::size_t next = 0, count = 0;
  double sum = 0;
  std::vector<char> missing(rows.size(), 1);
  for (std::size_t t = 0; t < rows.size(); ++t) {
    while (next < known.size() && known[next].first < rows[t].day + 7)
      ++next;
    if (next == 0 || known[next - 1].first < rows[t].day - kCompetitorDays)
      continue;
    const double x = known[next - 1].second - newest;
    rows[t].x[kCompetitor] = static_cast<float>(x);
    missing[t] = 0;
    if (rows[t].day < planFrom)
      sum += x, ++count;
  }
  for (std::size_t t = 0; t < rows.size(); ++t)
    if (missing[t] && count > 0)
      rows[t].x[kCompetitor] = static_cast<float>(sum / static_cast<double>(count));
  listing.hasCompetitor = count > 0;
}

struct Prices {
  std::vector<double> paid, regular;
  std::vector<char> promoted;
};

Prices pricesOf(std::span<const SalePoint* const> points) {
  Prices out;
  std::vector<qint32> days;
  for (const SalePoint* p : points) {
    days.push_back(p->day);
    out.paid.push_back(static_cast<double>(p->priceMicro) / 1e6);
    out.promoted.push_back(p->dealMilli > 0 || p->featureMilli > 0);
  }
  out.regular = runningRegular(days, out.paid, out.promoted);
  for (std::size_t t = 0; t < points.size(); ++t)
    if (points[t]->regularMicro > 0) // the source knows; an average paid above it corrects it upwards
      out.regular[t] = std::max(static_cast<double>(points[t]->regularMicro) / 1e6, out.paid[t]);
  return out;
}

// What the listing's first `past` prices have been: reference, range and count of regular levels.
void describePrices(const DemandSeries& s, const Prices& prices, std::size_t past, PanelListing& listing) {
  std::vector<double> ordinary;
  for (std::size_t t = 0; t < past; ++t)
    if (!prices.promoted[t] && prices.paid[t] > 0.95 * prices.regular[t])
      ordinary.push_back(prices.regular[t]);
  if (ordinary.empty())
    ordinary.assign(prices.regular.begin(), prices.regular.begin() + std::ptrdiff_t(past));
  listing.lastRegular = prices.regular.empty() ? 0 : prices.regular[past > 0 ? past - 1 : 0];
  const bool current = std::isfinite(s.currentRegular) && s.currentRegular > 0;
  listing.reference = current ? s.currentRegular : listing.lastRegular;
  if (!ordinary.empty()) {
    const auto [low, high] = std::minmax_element(ordinary.begin(), ordinary.end());
    listing.lowestSeen = *low, listing.highestSeen = *high;
  }
  listing.distinctPrices = countDistinctPrices(std::move(ordinary));
}

double inStockShare(const SalePoint& p) {
  return p.inStockDays > 0 ? std::clamp(double(p.inStockDays) / p.days, 0.05, 1.0) : 1.0;
}

// Units of a full week in stock. Logs are of half a unit more: for counts that is log of their mean to second order,
// where the plain log falls below it the more, the fewer are sold, which makes every slope too steep (Haldane 1956;
// Anscombe 1956). A week without a sale is finite, and outweighed (see PanelListing::precision) where it is frequent.
DemandRow rowOf(const SalePoint& p, double paid, double regular, double reference) {
  DemandRow row;
  const double units = fullWeekUnits(p);
  row.units = static_cast<float>(units);
  row.logUnits = static_cast<float>(std::log(units + kHalfAUnit));
  row.weight = static_cast<float>(inStockShare(p));
  row.exposure = static_cast<float>(inStockShare(p) * p.days / 7);
  row.day = p.day;
  row.week = weekOf(p.day);
  row.x[kOwnRegular] = static_cast<float>(std::log(regular / reference));
  row.x[kOwnDiscount] = static_cast<float>(std::min(0.0, std::log(paid / regular)));
  row.x[kDeal] = static_cast<float>(std::clamp<int>(p.dealMilli, 0, 1000)) / 1000.0f;
  row.x[kFeature] = static_cast<float>(std::clamp<int>(p.featureMilli, 0, 1000)) / 1000.0f;
  const auto [sine, cosine] = seasonOf(p.day);
  row.x[kSeasonSin] = static_cast<float>(sine);
  row.x[kSeasonCos] = static_cast<float>(cosine);
  return row;
}

constexpr double kOrdinaryVariance = 0.15; // of log units, beyond what counts alone scatter

double varianceAt(double units) { return kOrdinaryVariance + 1 / std::max(units, 0.5); }

// Weeks that are expected to sell more tell more: counts scatter less in logs. What is expected comes from the price
// and what is believed before any data, never from what was sold: weights that follow the outcome would bend the
// slopes.
void weighByExpectation(std::span<DemandRow> rows, double meanLog) {
  const auto pull = [](const DemandRow& row) {
    double log = 0;
    for (const std::size_t k : {kOwnRegular, kOwnDiscount, kDeal, kFeature})
      log += topPrior().mean[k] * double(row.x[k]);
    return log;
  };
  double mean = 0;
  for (const DemandRow& row : rows)
    mean += pull(row) / double(rows.size());
  for (DemandRow& row : rows) {
    const double expected = std::exp(std::clamp(meanLog + pull(row) - mean, -30.0, 30.0));
    row.weight *= float(std::clamp(varianceAt(std::exp(meanLog)) / varianceAt(expected), 0.25, 4.0));
  }
}

// Cleans one series into its slice of the panel's rows.
void fillListing(const DemandSeries& s, DemandRow* slice, PanelListing& listing, const DemandPanel& panel,
                 qint32 planFrom) {
  const auto points = usablePoints(s.points, panel);
  const Prices prices = pricesOf(points);
  const auto isPast = [&](const SalePoint* p) { return p->day < planFrom; };
  const auto past = std::size_t(std::find_if_not(points.begin(), points.end(), isPast) - points.begin());
  describePrices(s, prices, past, listing);
  double logSum = 0, zeros = 0, sold = 0, soldAll = 0;
  for (std::size_t t = 0; t < points.size(); ++t) {
    slice[t] = rowOf(*points[t], prices.paid[t], prices.regular[t], listing.reference);
    if (t >= past) {
      slice[t].units = slice[t].logUnits = std::numeric_limits<float>::quiet_NaN();
      continue;
    }
    logSum += slice[t].logUnits;
    zeros += points[t]->unitsMilli == 0 ? 1 : 0;
    const double revenue = static_cast<double>(points[t]->unitsMilli) * prices.paid[t];
    soldAll += revenue;
    sold += points[t]->day < panel.holdOutFrom ? revenue : 0.0;
  }
  listing.end = listing.begin + points.size();
  listing.revenue = sold > 0 ? sold : soldAll;
  if (past > 0) {
    const double n = static_cast<double>(past);
    listing.zeroShare = zeros / n;
    listing.changedScale = scaleChanged(std::span(slice, past));
    listing.precision = 1 / varianceAt(std::exp(logSum / n));
    weighByExpectation(std::span(slice, past), logSum / n);
  }
  fillCompetitor(s, std::span(slice, points.size()), listing, panel.forWeek, planFrom);
}

// Who belongs to whom, in ascending numbers, so that no hash order gets into a sum.
void arrange(std::span<const DemandSeries> series, DemandPanel& panel) {
  std::map<std::pair<int, int>, std::vector<int>> bySku, byGroup; // (category, sku), (category, zone)
  for (std::size_t i = 0; i < series.size(); ++i) {
    const DemandSeries& s = series[i];
    bySku[{std::max(s.categoryNo, 0), s.skuNo}].push_back(int(i));
    if (s.categoryNo > 0)
      byGroup[{s.categoryNo, s.zoneNo}].push_back(int(i));
    else
      byGroup[{-int(i), s.zoneNo}].push_back(int(i)); // no category: no siblings
  }
  panel.listings.resize(series.size());
  for (const auto& [key, members] : bySku) {
    if (panel.categories.empty() || key.first == 0 || panel.categories.back().categoryNo != key.first)
      panel.categories.push_back({key.first, {}});
    panel.categories.back().skus.push_back(int(panel.skus.size()));
    for (int i : members)
      panel.listings[std::size_t(i)].sku = int(panel.skus.size());
    panel.skus.push_back({int(panel.categories.size()) - 1, members});
  }
  for (const auto& [key, members] : byGroup) {
    for (int i : members)
      panel.listings[std::size_t(i)].group = int(panel.groups.size());
    panel.groups.push_back(members);
  }
}

qint32 lastPossibleDay(std::span<const DemandSeries> series) {
  constexpr qint32 kFar = 1'000'000; // the year 4707: no calendar reaches it, and no sum overflows
  qint32 last = -kFar;
  for (const DemandSeries& s : series)
    for (const SalePoint& p : s.points)
      if (p.priceMicro > 0 && p.unitsMilli >= 0 && p.days > 0 && p.day < kFar)
        last = std::max(last, p.day);
  return last;
}

// Counts weeks from the panel's first one, and drops the season where the panel is too short to know one.
void settleCalendar(DemandPanel& panel, const DemandOptions& options) {
  qint32 first = std::numeric_limits<qint32>::max(), last = std::numeric_limits<qint32>::min();
  int longest = 0;
  for (const PanelListing& l : panel.listings) {
    if (l.begin == l.end)
      continue;
    first = std::min(first, panel.rows[l.begin].week);
    last = std::max(last, panel.rows[l.end - 1].week);
    panel.lastDay = panel.used == 0 ? panel.rows[l.end - 1].day : std::max(panel.lastDay, panel.rows[l.end - 1].day);
    longest = std::max(longest, panel.rows[l.end - 1].week - panel.rows[l.begin].week + 1);
    panel.used += static_cast<qint64>(l.end - l.begin);
  }
  if (panel.used == 0)
    return;
  panel.firstWeek = first;
  panel.weeks = last - first + 1;
  panel.seasonal = options.parameters.season && longest >= kSeasonWeeks;
  for (const PanelListing& l : panel.listings)
    for (std::size_t r = l.begin; r < l.end; ++r) {
      panel.rows[r].week -= first;
      if (!panel.seasonal)
        panel.rows[r].x[kSeasonSin] = panel.rows[r].x[kSeasonCos] = 0;
    }
}

// Groups, by the index of their category.
std::vector<std::vector<int>> groupsByCategory(const DemandPanel& panel) {
  std::vector<std::vector<int>> out(panel.categories.size());
  for (std::size_t g = 0; g < panel.groups.size(); ++g) {
    const PanelListing& any = panel.listings[std::size_t(panel.groups[g].front())];
    out[std::size_t(panel.skus[std::size_t(any.sku)].category)].push_back(int(g));
  }
  return out;
}

QString combinedDigest(std::span<const QByteArray> digests, const DemandOptions& options) {
  QCryptographicHash hash(QCryptographicHash::Sha256);
  QByteArray head = "2"; // of what the digest holds
  append(head, qint32(options.forWeekStarting));
  append(head, qint32(options.holdOutWeeks));
  append(head, qint32(options.parameters.season)), append(head, qint32(options.parameters.historyWeeks));
  append(head, options.parameters.levelRate);
  hash.addData(head);
  for (const QByteArray& d : digests)
    hash.addData(d);
  return QString::fromLatin1(hash.result().toHex());
}

} // namespace

double fullWeekUnits(const SalePoint& p) {
  return static_cast<double>(p.unitsMilli) / 1000 * 7 / p.days / inStockShare(p);
}

Result<DemandPanel> buildPanel(std::span<const DemandSeries> series, const DemandOptions& options,
                               const JobContext& job, const DemandPanel* samePast) {
  DemandPanel panel;
  arrange(series, panel);
  std::size_t points = 0;
  for (std::size_t i = 0; i < series.size(); ++i) {
    panel.listings[i].begin = panel.listings[i].end = points;
    points += series[i].points.size();
  }
  panel.rows.resize(points);
  const qint32 last = lastPossibleDay(series);
  panel.forWeek = options.forWeekStarting > 0 ? std::min(options.forWeekStarting, 1'000'000) : last + 7;
  panel.levelRate = options.parameters.levelRate;
  if (options.parameters.historyWeeks > 0)
    panel.historyDays = std::min(panel.historyDays, 7 * options.parameters.historyWeeks);
  if (options.holdOutWeeks > 0)
    panel.holdOutFrom = std::min(last, panel.forWeek - 1) - 7 * std::min(options.holdOutWeeks, 520) + 1;
  std::vector<QByteArray> digests(series.size());
  const bool filled = parallelFor(
      series.size(), 32, job,
      [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
          digests[i] = digestOf(series[i]);
          fillListing(series[i], panel.rows.data() + panel.listings[i].begin, panel.listings[i], panel,
                      options.planFrom);
        }
      },
      options.threads);
  if (!filled)
    return fail(QStringLiteral("job.cancelled"));
  panel.sha256 = combinedDigest(digests, options);
  settleCalendar(panel, options);
  panel.skipped = static_cast<qint64>(points) - panel.used;
  const std::vector<std::vector<int>> groupsOf = groupsByCategory(panel);
  const auto pull = [&](std::size_t begin, std::size_t end) {
    for (std::size_t c = begin; c < end; ++c)
      panel.categories[c].pull = samePast ? samePast->categories[c].pull : siblingPull(panel, groupsOf[c]);
  };
  const auto fill = [&](std::size_t begin, std::size_t end) {
    for (std::size_t g = begin; g < end; ++g) {
      const PanelListing& any = panel.listings[std::size_t(panel.groups[g].front())];
      const int category = panel.skus[std::size_t(any.sku)].category;
      fillSiblings(panel, panel.groups[g], panel.categories[std::size_t(category)].pull);
    }
  };
  const bool linked = parallelFor(panel.categories.size(), 1, job, pull, options.threads) &&
                      parallelFor(panel.groups.size(), 4, job, fill, options.threads);
  if (!linked)
    return fail(QStringLiteral("job.cancelled"));
  return panel;
}

} // namespace pricewright
