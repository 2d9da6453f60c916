// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demand/ElasticityModel.h"

#include "base/Parallel.h"
#include "demand/AfterEffects.h"
#include "demand/FittedTerms.h"
#include "demand/HoldOut.h"

#include <QJsonArray>

#include <cmath>

namespace pricewright {
namespace {

// Weeks [from, until), forecast from what was known before `from`.
struct Origin {
  qint32 from = 0, until = kAllRows;
};

void judge(const DemandPanel& panel, const FittedTerms& fitted, const Origin& origin, std::size_t i,
           HoldOutSums& sums) {
  const PanelListing& l = panel.listings[i];
  if (!fitted.levels.listings[i].own)
    return;
  const std::size_t end = endBefore(panel, l, origin.until);
  for (std::size_t r = endBefore(panel, l, origin.from); r < end; ++r) {
    const DemandRow& row = panel.rows[r];
    const DemandPoint at = pointOf(row, l.reference);
    const Forecast f = forecast(estimateOf(panel, fitted, i, row.day), at);
    sums.add(f, double(row.units));
    sums.revenueSold += at.price * double(row.units), sums.revenueForecast += at.price * f.mean;
  }
}

// By listing.
Result<std::vector<HoldOutSums>> judgeAll(const DemandPanel& panel, const FittedTerms& fitted, const Origin& origin,
                                          const DemandOptions& options, const JobContext& job) {
  std::vector<HoldOutSums> out(panel.listings.size());
  if (!parallelFor(
          panel.listings.size(), 64, job,
          [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i)
              judge(panel, fitted, origin, i, out[i]);
          },
          options.threads))
    return fail(QStringLiteral("job.cancelled"));
  return out;
}

// A hold-out needs something to learn from before it: otherwise there is none.
bool holdOutPossible(const DemandPanel& panel, const Origin& origin) {
  return std::any_of(panel.listings.begin(), panel.listings.end(), [&](const PanelListing& l) {
    return l.end - l.begin >= 8 && panel.rows[l.begin + 4].day < origin.from &&
           panel.rows[l.end - 1].day >= origin.from;
  });
}

// The newest weeks, and before them as many blocks of the same length as leave half a year to learn from: one block
// alone says more about its weeks than about the model. Oldest first.
std::vector<Origin> originsOf(const DemandPanel& panel, const DemandOptions& options) {
  constexpr std::size_t kMost = 4;
  constexpr int kLeastHistory = 26; // weeks
  std::vector<Origin> out;
  if (panel.holdOutFrom == kAllRows || !holdOutPossible(panel, {panel.holdOutFrom}))
    return out;
  out.push_back({panel.holdOutFrom});
  const qint32 length = 7 * std::min(options.holdOutWeeks, 520);
  for (qint32 from = panel.holdOutFrom - length;
       out.size() < kMost && from >= 7 * (panel.firstWeek + kLeastHistory) && holdOutPossible(panel, {from});
       from -= length)
    out.push_back({from, from + length});
  std::reverse(out.begin(), out.end());
  if (const auto& only = options.onlyOrigins; !only.empty())
    std::erase_if(out, [&](const Origin& o) { return std::find(only.begin(), only.end(), o.from) == only.end(); });
  return out;
}

// What the origins found, as a whole and by category; as many rows by category as there are origins that tell.
class Judged {
 public:
  explicit Judged(const DemandPanel& panel, int weeks) : m_panel(panel), m_weeks(weeks) {}

  void add(const Origin& origin, const std::vector<HoldOutSums>& byListing) {
    std::vector<HoldOutSums> categories(m_panel.categories.size());
    HoldOutSums total;
    for (std::size_t i = 0; i < byListing.size(); ++i) {
      const PanelSku& sku = m_panel.skus[std::size_t(m_panel.listings[i].sku)];
      categories[std::size_t(sku.category)].add(byListing[i]);
      total.add(byListing[i]);
    }
    if (!total.tells())
      return;
    m_total.push_back(total), m_from.push_back(origin.from);
    m_categories.push_back(std::move(categories));
  }

  void tell(DemandModel& model) const {
    model.holdOut = metricsOf(m_total, m_weeks);
    for (std::size_t k = 0; k < m_total.size(); ++k)
      model.origins.push_back(
          {m_from[k], metricsOf({m_total[k]}, m_weeks), m_total[k].revenueSold, m_total[k].revenueForecast});
    for (std::size_t c = 0; c < m_panel.categories.size(); ++c) {
      std::vector<HoldOutSums> sums;
      for (const auto& origin : m_categories)
        if (origin[c].tells())
          sums.push_back(origin[c]);
      if (!sums.empty() && m_panel.categories[c].categoryNo > 0)
        model.accuracy.emplace_back(m_panel.categories[c].categoryNo, metricsOf(sums, m_weeks));
    }
  }

 private:
  const DemandPanel& m_panel;
  int m_weeks;
  std::vector<HoldOutSums> m_total;
  std::vector<qint32> m_from;
  std::vector<std::vector<HoldOutSums>> m_categories;
};

// Fits before each origin and judges by the weeks that follow it. Each starts from the variances of the one before it,
// so that none has seen what it is judged by; `warm`: the newest one's.
Status holdOut(const DemandPanel& panel, const DemandOptions& options, std::optional<Pools>& warm, DemandModel& model,
               const JobContext& job) {
  Judged judged(panel, options.holdOutWeeks);
  for (const Origin& origin : originsOf(panel, options)) {
    PW_TRY(const FittedTerms fitted, fitTerms(panel, origin.from, warm ? &*warm : nullptr, options.threads, job));
    PW_TRY(const std::vector<HoldOutSums> sums, judgeAll(panel, fitted, origin, options, job));
    judged.add(origin, sums);
    warm = fitted.pools;
  }
  judged.tell(model);
  return {};
}

std::vector<DemandModel::CategoryPrior> categoryPriors(const DemandPanel& panel, const Pools& pools) {
  std::vector<DemandModel::CategoryPrior> out;
  for (std::size_t c = 0; c < panel.categories.size(); ++c) {
    if (panel.categories[c].categoryNo <= 0)
      continue;
    const CategoryPool& p = pools.categories[c];
    DemandModel::CategoryPrior prior{panel.categories[c].categoryNo, p.mean, {}, {}, p.skus};
    for (std::size_t k = 0; k < kTerms; ++k) {
      prior.sd[k] = std::sqrt(p.between[k * kTerms + k]);
      prior.standardError[k] = std::sqrt(p.uncertainty[k * kTerms + k]);
    }
    out.push_back(prior);
  }
  return out;
}

} // namespace

Result<DemandModel> fitDemand(std::span<const DemandSeries> series, const DemandOptions& options,
                              const JobContext& job) {
  job.report("demand.read", 0);
  PW_TRY(const DemandPanel panel, buildPanel(series, options, job));
  DemandModel model;
  model.trainingSha256 = panel.sha256;
  model.rowsUsed = panel.used, model.rowsSkipped = panel.skipped;
  std::optional<Pools> warm;
  job.report("demand.hold-out", 0.2);
  PW_CHECK(holdOut(panel, options, warm, model, job));
  job.report("demand.fit", 0.6);
  PW_TRY(const FittedTerms fitted, fitTerms(panel, kAllRows, warm ? &*warm : nullptr, options.threads, job));
  model.levelRate = fitted.rate;
  if (options.afterEffects) {
    PW_TRY(model.afterEffects, afterEffects(panel, fitted, job));
  }
  model.categories = categoryPriors(panel, fitted.pools);
  model.estimates.resize(series.size());
  if (!parallelFor(
          series.size(), 64, job,
          [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i)
              model.estimates[i] = estimateOf(panel, fitted, i, panel.forWeek);
          },
          options.threads))
    return fail(QStringLiteral("job.cancelled"));
  job.report("demand.fit", 1);
  return model;
}

QJsonObject DemandModel::metrics() const {
  int weak = 0, unusable = 0;
  for (const DemandEstimate& e : estimates) {
    weak += e.grade == Identification::Weak ? 1 : 0;
    unusable += e.usable ? 0 : 1;
  }
  QJsonObject out = holdOutJson(holdOut);
  const auto put = [&](const char* name, const QJsonValue& value) { out.insert(QLatin1String(name), value); };
  put("series", qint64(estimates.size())), put("weak", weak), put("unusable", unusable);
  put("rowsUsed", rowsUsed), put("rowsSkipped", rowsSkipped);
  put("categories", qint64(categories.size())), put("levelRate", levelRate);
  QJsonArray byOrigin, byCategory;
  for (const OriginAccuracy& origin : origins) {
    QJsonObject one = holdOutJson(origin.metrics);
    one.insert(QStringLiteral("from"), origin.from);
    one.insert(QStringLiteral("revenueSold"), origin.revenueSold);
    one.insert(QStringLiteral("revenueForecast"), origin.revenueForecast);
    byOrigin.append(one);
  }
  for (const auto& [no, accuracyThere] : accuracy) {
    QJsonObject one = holdOutJson(accuracyThere);
    one.insert(QStringLiteral("categoryNo"), no);
    byCategory.append(one);
  }
  QJsonArray after;
  for (const CategoryAfterEffects& e : afterEffects)
    after.append(QJsonObject{{QStringLiteral("categoryNo"), e.categoryNo},
                             {QStringLiteral("payback"), e.payback.mean},
                             {QStringLiteral("paybackSd"), e.payback.sd},
                             {QStringLiteral("lossLessGain"), e.lossLessGain.mean},
                             {QStringLiteral("lossLessGainSd"), e.lossLessGain.sd}});
  put("afterEffects", after);
  put("origins", byOrigin), put("byCategory", byCategory);
  return out;
}

} // namespace pricewright
