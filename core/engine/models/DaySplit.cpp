// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/models/DaySplit.h"

#include "pipeline/planner/DailySales.h"

#include <cmath>

namespace pricewright {
namespace {

constexpr int kHistory = 2 * 366; // days; how people shop in a week changes

// log of what a day's price and promotion do to its units, up to a constant.
double answerTo(const DemandEstimate& e, const SalePoint& day) {
  const double price = double(day.priceMicro), regular = day.regularMicro > 0 ? double(day.regularMicro) : price;
  if (!(price > 0) || !e.usable)
    return 0;
  const double log = e.mean[kOwnRegular] * std::log(regular) + e.mean[kOwnDiscount] * std::log(price / regular) +
                     e.mean[kDeal] * double(day.dealMilli) / 1000 + e.mean[kFeature] * double(day.featureMilli) / 1000;
  return std::isfinite(log) ? log : 0;
}

} // namespace

Result<DaySplit> DaySplit::learn(Database& db, std::span<const DemandSeries> series, qint32 from, bool pricesDiffer,
                                 const JobContext& job) {
  DaySplit out;
  const Day before{std::chrono::days(from)};
  PW_TRY(const auto sales, loadDailySales(db, before - std::chrono::days(kHistory), before));
  std::vector<DayHistory> histories;
  for (const DemandSeries& one : series) {
    const auto days = sales.find(one.listingNo);
    histories.push_back({one.categoryNo, days == sales.end() ? std::span<const DaySale>() : days->second});
  }
  out.m_profile = DayProfile::learn(histories, from);
  if (!out.m_profile.isKnown())
    return fail(QStringLiteral("forecast.no-days"));
  if (pricesDiffer) {
    DemandOptions options;
    options.forWeekStarting = options.planFrom = from, options.holdOutWeeks = 0;
    PW_TRY(DemandModel model, fitDemand(series, options, job));
    out.m_answers = std::move(model.estimates);
  }
  return out;
}

std::array<Forecast, 7> DaySplit::daysOf(std::size_t series, qint32 first, const Forecast& week,
                                         std::span<const SalePoint> plan) const {
  std::array<double, 7> shares{};
  double sum = 0;
  for (std::size_t d = 0; d < 7; ++d) {
    shares[d] = m_profile.shares(series)[std::size_t(weekdayOf(first + qint32(d)))];
    if (plan.size() == 7 && series < m_answers.size())
      shares[d] *= std::exp(answerTo(m_answers[series], plan[d]) - answerTo(m_answers[series], plan[0]));
    sum += shares[d];
  }
  std::array<Forecast, 7> out{};
  for (std::size_t d = 0; d < 7 && sum > 0; ++d)
    out[d] = m_profile.dayOf(week, shares[d] / sum);
  return out;
}

} // namespace pricewright
