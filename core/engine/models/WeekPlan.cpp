// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/models/WeekPlan.h"

#include "base/Words.h"
#include "demand/PriceSlips.h"
#include "demand/RegularPrice.h"

#include <array>
#include <cmath>
#include <set>

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

// A week's price and promotion are the means of its days'.
SalePoint weekOf(qint32 first, const std::array<SalePoint, 7>& days) {
  SalePoint week;
  week.day = first;
  qint64 price = 0, regular = 0;
  int deal = 0, feature = 0;
  bool knowsRegular = true;
  for (const SalePoint& day : days) {
    price += day.priceMicro, regular += day.regularMicro; // plans' prices are a thousandth of the largest number
    deal += day.dealMilli, feature += day.featureMilli;
    knowsRegular &= day.regularMicro > 0;
  }
  week.priceMicro = std::max<qint64>(1, (price + 3) / 7), week.regularMicro = knowsRegular ? (regular + 3) / 7 : -1;
  week.dealMilli = qint16(deal / 7), week.featureMilli = qint16(feature / 7);
  return week;
}

SalePoint pointOf(const PlannedWeek& row, qint32 day) {
  SalePoint p;
  p.day = day;
  p.priceMicro = row.priceMicro, p.regularMicro = row.regularMicro;
  p.dealMilli = row.dealMilli, p.featureMilli = row.featureMilli;
  return p;
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
  std::unordered_map<int, qint64> usual;
  for (const DemandSeries& one : m_series)
    if (const auto price = usualPriceMicro(one.points))
      usual[one.listingNo] = *price;
  for (const PlannedWeek& row : file.weeks) {
    const std::vector<int> listings = places.of(row);
    if (listings.empty())
      ++m_counts.unknown;
    else if (row.day <= m_from - 7 || row.day >= m_until) // one that began before still holds for its seven days
      ++m_counts.outside;
    else if (refuses(row, listings, usual))
      continue;
    else
      for (const int listing : listings)
        ++(m_rows[listing].insert_or_assign(row.day, row).second ? m_counts.planned : m_counts.toldAgain);
  }
}

// A price in another currency, or one that slipped by a digit, is of something else than the forecast.
bool WeekPlan::refuses(const PlannedWeek& row, const std::vector<int>& listings,
                       const std::unordered_map<int, qint64>& usual) {
  const auto refuse = [&](const char* code) {
    m_refused.push_back({row.line, s(code), s("price")});
    return true;
  };
  for (const int listing : listings) {
    const Currency own = currencyOf(listing);
    if (own.isValid() && !row.isIn(own))
      return refuse("import.mixed-currency");
    if (const auto at = usual.find(listing); at != usual.end() && isTenfold(row.priceMicro, at->second))
      return refuse("import.price-slip");
  }
  return false;
}

void WeekPlan::fill(const std::vector<Promotion>& promotions) {
  std::map<int, std::vector<Promotion>> calendar;
  for (const Promotion& p : promotions)
    calendar[p.listingNo].push_back(p);
  for (const DemandSeries& one : m_series)
    if (const qint64 regular = regularOf(one); regular > 0 || m_rows.contains(one.listingNo))
      for (qint32 first = m_from; first < m_until; first += 7)
        fillWeek(one, first, regular, calendar[one.listingNo]);
}

// A row holds for seven days, or until the next one; what no row tells is by the calendar.
void WeekPlan::fillWeek(const DemandSeries& one, qint32 first, qint64 regular, const std::vector<Promotion>& calendar) {
  const auto at = m_rows.find(one.listingNo);
  const Currency currency = currencyOf(one.listingNo);
  std::array<SalePoint, 7> days;
  int byFile = 0;
  std::set<qint32> rows; // that tell of this week
  std::optional<SalePoint> lastTold;
  for (qint32 d = 0; d < 7; ++d) {
    const qint32 day = first + d;
    const PlannedWeek* row = nullptr;
    if (at != m_rows.end())
      if (const auto next = at->second.upper_bound(day); next != at->second.begin())
        if (const auto& last = std::prev(next)->second; last.day > day - 7)
          row = &last;
    days[std::size_t(d)] = row ? pointOf(*row, day) : ordinaryDays(day, 1, regular, calendar, currency);
    byFile += row != nullptr;
    if (row)
      rows.insert(row->day), lastTold = days[std::size_t(d)];
    else if (regular <= 0 && lastTold) // nothing but the file tells its price
      days[std::size_t(d)] = *lastTold, days[std::size_t(d)].day = day, ++byFile;
  }
  if (regular <= 0 && byFile < 7)
    return; // of a part of the week nothing tells it
  m_counts.daysJoined +=
      std::max<qint64>(0, std::count_if(rows.begin(), rows.end(), [&](qint32 day) { return day >= first; }) - 1);
  const bool alike = byFile == 7 ? rows.size() == 1 : byFile == 0 && isAlike(first, calendar);
  Planned& week = m_weeks[one.listingNo][first];
  week.byFile = byFile > 0;
  week.point = byFile == 0 ? ordinaryDays(first, 7, regular, calendar, currency)
               : alike     ? days[0]
                           : weekOf(first, days);
  if (m_byDay && !alike)
    for (const SalePoint& day : days)
      m_days[one.listingNo][day.day] = day;
}

Currency WeekPlan::currencyOf(int listingNo) const {
  const Listing* listing = m_history.catalog.listing(listingNo);
  const PriceZone* zone = listing ? m_history.catalog.zone(listing->zoneNo) : nullptr;
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
