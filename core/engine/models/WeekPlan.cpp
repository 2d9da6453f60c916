// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/models/WeekPlan.h"

#include "demand/RegularPrice.h"

#include <cmath>

namespace pricewright {
namespace {

// The listings that a row of a plan is of.
class PlannedPlaces {
 public:
  explicit PlannedPlaces(const Catalog& catalog) {
    for (const Sku& sku : catalog.skus)
      m_skus.emplace(sku.code, sku.no);
    for (const PriceZone& zone : catalog.zones)
      m_zones.emplace(zone.code, zone.no);
    for (const Listing& l : catalog.listings) {
      m_listings.emplace(std::pair(l.skuNo, l.zoneNo), l.no);
      m_ofSku[l.skuNo].push_back(l.no);
    }
  }
  [[nodiscard]] std::vector<int> of(const PlannedWeek& week) const {
    const auto sku = m_skus.find(week.sku);
    if (sku == m_skus.end())
      return {};
    if (week.zone.isEmpty()) {
      const auto all = m_ofSku.find(sku->second);
      return all == m_ofSku.end() ? std::vector<int>() : all->second;
    }
    const auto zone = m_zones.find(week.zone);
    const auto at = zone == m_zones.end() ? m_listings.end() : m_listings.find({sku->second, zone->second});
    return at == m_listings.end() ? std::vector<int>() : std::vector<int>{at->second};
  }

 private:
  std::map<QString, int> m_skus, m_zones;
  std::map<std::pair<int, int>, int> m_listings; // (SKU, zone)
  std::map<int, std::vector<int>> m_ofSku;
};

// A week's price is the mean of its days'.
void addDay(WeekPlan::Planned& week, const SalePoint& day) {
  const auto mean = [n = week.rows](auto was, auto is) { return decltype(was)((qint64(was) * n + is) / (n + 1)); };
  week.point.priceMicro = mean(week.point.priceMicro, day.priceMicro);
  if (week.point.regularMicro > 0 && day.regularMicro > 0)
    week.point.regularMicro = mean(week.point.regularMicro, day.regularMicro);
  week.point.dealMilli = mean(week.point.dealMilli, day.dealMilli);
  week.point.featureMilli = mean(week.point.featureMilli, day.featureMilli);
  ++week.rows;
}

SalePoint ordinaryDays(qint32 day, int count, qint64 regular, const std::vector<Promotion>& promotions,
                       Currency currency) {
  SalePoint p;
  p.day = day, p.priceMicro = p.regularMicro = regular;
  double share = 0, paid = 0;
  for (const Promotion& promotion : promotions) {
    const qint32 from = std::max(day, toDayNumber(promotion.from));
    const qint32 to = std::min(day + count - 1, toDayNumber(promotion.to));
    if (from > to || share >= 1)
      continue;
    const double part = std::min(1 - share, double(to - from + 1) / count);
    share += part;
    paid += part * double(promotion.priceMinor && currency.isValid()
                              ? Money(*promotion.priceMinor, currency).toDecimal().micros()
                              : regular);
  }
  p.dealMilli = qint16(std::lround(share * 1000));
  p.priceMicro = qint64(std::llround(paid + (1 - share) * double(regular)));
  return p;
}

// Whether the calendar says the same of all days of a week.
bool isAlike(qint32 first, const std::vector<Promotion>& calendar) {
  return std::none_of(calendar.begin(), calendar.end(), [first](const Promotion& p) {
    const qint32 from = toDayNumber(p.from), to = toDayNumber(p.to);
    return from <= first + 6 && to >= first && (from > first || to < first + 6);
  });
}

} // namespace

void WeekPlan::take(const PlanFile& file) {
  const PlannedPlaces places(m_history.catalog);
  std::map<std::pair<int, qint32>, PlannedWeek> inOrder; // by listing and day: the last row that tells of it counts
  for (const PlannedWeek& week : file.weeks) {
    const std::vector<int> listings = places.of(week);
    if (listings.empty())
      ++m_counts.unknown;
    else if (week.day < m_from || week.day >= m_until)
      ++m_counts.outside;
    else
      for (const int listing : listings)
        m_counts.toldAgain += !inOrder.insert_or_assign({listing, week.day}, week).second;
  }
  for (const auto& [at, week] : inOrder)
    plan(at.first, week);
}

void WeekPlan::plan(int listing, const PlannedWeek& week) {
  Planned p;
  p.point.day = week.day;
  p.point.priceMicro = week.priceMicro, p.point.regularMicro = week.regularMicro;
  p.point.dealMilli = week.dealMilli, p.point.featureMilli = week.featureMilli;
  p.byFile = true;
  ++m_counts.planned;
  if (m_byDay) { // weeks are counted from the first open day whatever the file's begin on
    m_days[listing][week.day] = p.point;
    p.point.day = m_from + (week.day - m_from) / 7 * 7;
  }
  Weeks& weeks = m_weeks[listing];
  const auto before = weeks.empty() ? weeks.end() : std::prev(weeks.end());
  if (before == weeks.end() || p.point.day >= before->first + 7)
    weeks[p.point.day] = p;
  else
    addDay(before->second, p.point), ++m_counts.daysJoined;
}

void WeekPlan::fill(const std::vector<Promotion>& promotions) {
  std::map<int, std::vector<Promotion>> calendar;
  for (const Promotion& p : promotions)
    calendar[p.listingNo].push_back(p);
  for (const DemandSeries& one : m_series) {
    const qint64 regular = regularOf(one);
    if (regular <= 0)
      continue;
    Weeks& weeks = m_weeks[one.listingNo];
    for (qint32 day = m_from; day < m_until; day += 7) {
      const auto near = weeks.lower_bound(day); // a file may count its weeks from another weekday
      if (near == weeks.end() || near->first >= day + 7)
        weeks[day] = {ordinaryDays(day, 7, regular, calendar[one.listingNo], currencyOf(one)), false};
    }
    if (m_byDay)
      fillDays(one, regular, calendar[one.listingNo]);
  }
}

// Where a week is not the same on all its days: of the file, as it says, a day that it leaves out like the one before;
// else by the calendar.
void WeekPlan::fillDays(const DemandSeries& one, qint64 regular, const std::vector<Promotion>& calendar) {
  const std::map<qint32, SalePoint> planned = std::move(m_days[one.listingNo]);
  std::map<qint32, SalePoint>& days = m_days[one.listingNo];
  days.clear();
  for (const auto& [first, plan] : m_weeks[one.listingNo]) {
    const bool alike = plan.byFile ? plan.rows < 2 && planned.contains(first) : isAlike(first, calendar);
    for (qint32 day = first; day < first + 7 && !alike; ++day) {
      const auto next = planned.upper_bound(day);
      days[day] = plan.byFile && next != planned.begin() ? std::prev(next)->second
                                                         : ordinaryDays(day, 1, regular, calendar, currencyOf(one));
    }
  }
}

Currency WeekPlan::currencyOf(const DemandSeries& one) const {
  const PriceZone* zone = m_history.catalog.zone(one.zoneNo);
  return zone ? zone->currency : Currency();
}

// The published price, else the last regular one that sales show; the other way round for a day of the past.
qint64 WeekPlan::regularOf(const DemandSeries& one) const {
  const auto published = m_history.regular.find(one.listingNo);
  const qint64 inForce = published == m_history.regular.end() ? 0 : published->second.amount.toDecimal().micros();
  if (inForce > 0 && !m_inThePast)
    return inForce;
  const RegularInSales seen(one.points);
  return seen.regular.empty() ? inForce : qint64(std::llround(seen.regular.back()));
}

const WeekPlan::Weeks& WeekPlan::weeksOf(int listing) const {
  static const Weeks none;
  const auto at = m_weeks.find(listing);
  return at == m_weeks.end() ? none : at->second;
}

const std::map<qint32, SalePoint>& WeekPlan::daysOf(int listing) const {
  static const std::map<qint32, SalePoint> none;
  const auto at = m_days.find(listing);
  return at == m_days.end() ? none : at->second;
}

bool WeekPlan::daysDiffer() const {
  return std::any_of(m_days.begin(), m_days.end(), [](const auto& of) { return !of.second.empty(); });
}

} // namespace pricewright
