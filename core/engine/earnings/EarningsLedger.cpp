// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/earnings/EarningsLedger.h"

#include "base/Words.h"
#include "catalog/Rows.h"
#include "engine/earnings/SalesWorth.h"

#include <limits>

namespace pricewright {
namespace {

__extension__ using Wide128 = __int128;

constexpr qint64 kRateScale = 1'000'000'000'000;  // twelve places
constexpr Wide128 kMostGross = Wide128(1) << 110; // times 10,000 still fits
constexpr int kRatePlaces = 12;
constexpr int kLongestPeriod = 31; // days of one row of sales that may reach
                                   // back over its week's first day
constexpr int kRowsBetweenStops = 8'192;
// By listing, so that the last ordinary price is the same listing's.
constexpr char kSoldSql[] =
    "SELECT s.listing_no, s.day, s.days, s.units_milli, s.price_micro, coalesce(s.regular_micro, -1), s.deal_milli, "
    "coalesce(s.in_stock_days, s.days) FROM listing l CROSS JOIN sale s ON s.listing_no = l.no AND s.day > ?1 AND "
    "s.day < ?2 WHERE s.day + s.days BETWEEN ?3 AND ?2 ORDER BY l.no, s.day";
constexpr int kFarFuture = std::numeric_limits<int>::max();

// numerator / denominator, half-even; the denominator is positive.
// earnings.out-of-range
Result<qint64> divided(Wide128 numerator, Wide128 denominator) {
  Wide128 whole = numerator / denominator;
  const Wide128 rest = numerator - whole * denominator, twice = 2 * (rest < 0 ? -rest : rest);
  if (twice > denominator || (twice == denominator && whole % 2 != 0))
    whole += numerator < 0 ? -1 : 1;
  if (whole > std::numeric_limits<qint64>::max() || whole < -std::numeric_limits<qint64>::max())
    return fail(s("earnings.out-of-range"));
  return static_cast<qint64>(whole);
}

// Units at a price, net of VAT.
Result<qint64> netMicro(qint64 unitsMilli, qint64 priceMicro, int vatBp) {
  Wide128 gross = static_cast<Wide128>(unitsMilli) * priceMicro;
  if (gross > kMostGross || gross < -(kMostGross))
    return fail(s("earnings.out-of-range"));
  return divided(gross * 10'000, static_cast<Wide128>(1'000) * (10'000 + vatBp));
}

template <class Dated> const Dated* datedOn(const std::vector<Dated>& rows, int day) {
  const auto after = std::upper_bound(rows.begin(), rows.end(), day, [](int d, const Dated& r) { return d < r.from; });
  return after == rows.begin() ? nullptr : &*std::prev(after);
}

// The first day that a price holds for all of; publications at midnight hold on
// that very day.
int firstWholeDay(Instant from) {
  const Day day = dayOf(from);
  return toDayNumber(day) + (startOf(day) == from ? 0 : 1);
}

} // namespace

Result<EarningsLedger> EarningsLedger::open(Workspace& w, std::optional<Currency> into) {
  EarningsLedger ledger;
  ledger.m_ws = &w;
  PW_TRY(Catalog catalog, w.catalog().load());
  ledger.m_catalog = std::make_shared<const Catalog>(std::move(catalog));
  PW_TRY(ledger.m_settings, w.catalog().settings());
  ledger.m_into = into.value_or(ledger.m_catalog->currency);
  PW_TRY(ledger.m_end, endOfSales(w.database(), dayOf(w.clock().now())));
  ledger.readListings();
  PW_CHECK(ledger.readCosts());
  PW_CHECK(ledger.readPrices());
  return ledger;
}

void EarningsLedger::readListings() {
  std::map<std::pair<QString, QString>, std::shared_ptr<const DatedBp>> rates;
  const auto ratesOf = [&](const QString& market, const QString& vatClass) {
    auto& found = rates[{market, vatClass}];
    if (!found) {
      DatedBp dated;
      for (const VatRate& rate : m_catalog->vatRates)
        if (rate.market == market && rate.vatClass == vatClass)
          dated.emplace_back(toDayNumber(rate.from), rate.rateBp);
      std::sort(dated.begin(), dated.end());
      found = std::make_shared<const DatedBp>(std::move(dated));
    }
    return found;
  };
  for (const Listing& l : m_catalog->listings) {
    OfListing& out = m_listings.emplace_back();
    if (std::size_t(l.no) >= m_places.size())
      m_places.resize(std::size_t(l.no) + 1, -1);
    m_places[std::size_t(l.no)] = int(m_listings.size()) - 1;
    const Sku* sku = m_catalog->sku(l.skuNo);
    const PriceZone* zone = m_catalog->zone(l.zoneNo);
    if (!sku || !zone)
      continue;
    out.currency = zone->currency;
    if (zone->grossPrices)
      out.vat = ratesOf(zone->market, sku->vatClass);
    out.counts = !out.vat || !out.vat->empty();
    m_withoutVat += !out.counts;
  }
}

std::optional<std::size_t> EarningsLedger::placeOf(qint64 no) const {
  if (no < 0 || std::size_t(no) >= m_places.size() || m_places[std::size_t(no)] < 0)
    return std::nullopt;
  return std::size_t(m_places[std::size_t(no)]);
}

Status EarningsLedger::readCosts() {
  PW_TRY(Query q, Query::prepare(m_ws->database(), "SELECT listing_no, from_day, amount_micro, currency FROM cost "
                                                   "WHERE kind = 'replacement' ORDER BY listing_no, from_day"));
  CurrencyReader currencies;
  return eachRow(q, [&]() -> Status {
    const auto place = placeOf(q.integer(0));
    const auto currency = currencies.read(q.utf8(3));
    if (place && currency)
      m_listings[*place].costs.push_back({smallInteger(q, 1), q.integer(2), *currency});
    return {};
  });
}

Status EarningsLedger::readPrices() {
  PW_TRY(Query q, Query::prepare(m_ws->database(), "SELECT listing_no, amount_minor, from_ms, "
                                                   "to_ms, coalesce(decision_id, ''), currency "
                                                   "FROM price WHERE type = 'regular' AND "
                                                   "channel_no = (SELECT min(no) FROM channel) "
                                                   "ORDER BY listing_no, from_ms, no"));
  CurrencyReader currencies;
  return eachRow(q, [&]() -> Status {
    const auto place = placeOf(q.integer(0));
    if (!place || currencies.read(q.utf8(5)) != m_listings[*place].currency)
      return {};
    const Instant from = fromMillis(q.integer(2));
    SetPrice p{toDayNumber(dayOf(from)), firstWholeDay(from), kFarFuture, q.integer(1), q.text(4)};
    if (!q.isNull(3))
      p.until = toDayNumber(dayOf(fromMillis(q.integer(3))));
    m_listings[*place].prices.push_back(std::move(p));
    return {};
  });
}

int EarningsLedger::vatOn(const OfListing& l, int day) const {
  if (!l.vat || l.vat->empty())
    return 0;
  const auto after =
      std::upper_bound(l.vat->begin(), l.vat->end(), day, [](int d, const auto& r) { return d < r.first; });
  return after == l.vat->begin() ? after->second : std::prev(after)->second; // before the first: the first
}

double EarningsLedger::netShare(std::size_t listing, int day) const {
  return 10'000.0 / (10'000.0 + vatOn(m_listings[listing], day));
}

Result<qint64> EarningsLedger::weekRate(Currency currency, int week) {
  if (currency == m_into)
    return kRateScale;
  const auto [at, isNew] = m_weekRates.try_emplace({currency, week}, 0);
  if (!isNew)
    return at->second;
  const auto [table, unread] = m_tables.try_emplace(week, std::nullopt);
  if (unread) {
    const Day day = fromDayNumber(m_end - 1 - 7 * week);
    PW_TRY(table->second, m_ws->offers().usableRates(day, m_into, RateAge::of(m_settings)));
  }
  if (!table->second)
    return 0;
  const auto text = table->second->crossRate(currency, m_into, kRatePlaces);
  if (!text)
    return 0;
  // Its digits without the dot are the rate in 10⁻¹².
  const qsizetype dot = text->indexOf(u'.');
  const QString places = dot < 0 ? QString() : text->mid(dot + 1);
  bool whole = false;
  const qint64 rate =
      (text->left(dot < 0 ? text->size() : dot) + places.leftJustified(kRatePlaces, u'0')).toLongLong(&whole);
  if (!whole)
    return fail(s("earnings.out-of-range"));
  return at->second = std::max<qint64>(0, rate);
}

Result<std::optional<ExactRate>> EarningsLedger::rateOf(Currency currency, int firstWeek, int weeks) {
  Wide128 sum = 0;
  int found = 0;
  for (int week = firstWeek; week < firstWeek + weeks; ++week) {
    PW_TRY(const qint64 rate, weekRate(currency, week));
    sum += rate, found += rate > 0;
  }
  if (found == 0)
    return std::optional<ExactRate>();
  PW_TRY(const qint64 mean, divided(sum, found));
  return std::optional(ExactRate{mean, kRateScale});
}

Result<std::optional<qint64>> EarningsLedger::costOf(const OfListing& l, int day, int week, qint64 unitsMilli) {
  const DatedMicro* cost = datedOn(l.costs, day);
  if (!cost || cost->micro <= 0)
    return std::optional<qint64>();
  Wide128 numerator = static_cast<Wide128>(unitsMilli) * cost->micro;
  if (cost->currency == l.currency) {
    PW_TRY(const qint64 micro, divided(numerator, 1'000));
    return std::optional(micro);
  }
  // Bought in another currency: through the report's, at the rates of the week.
  PW_TRY(const qint64 theirs, weekRate(cost->currency, week));
  PW_TRY(const qint64 ours, weekRate(l.currency, week));
  if (theirs == 0 || ours == 0)
    return std::optional<qint64>();
  PW_TRY(const qint64 spent, divided(numerator, 1'000));
  PW_TRY(const qint64 micro, divided(static_cast<Wide128>(spent) * theirs, ours));
  return std::optional(micro);
}

std::optional<qint64> EarningsLedger::setPriceMicro(const OfListing& l, int day) const {
  const SetPrice* p = datedOn(l.prices, day);
  if (!p || p->until <= day || !l.currency.isValid())
    return std::nullopt;
  return p->minor * (1'000'000 / l.currency.minorPerMajor());
}

Status EarningsLedger::eachSale(int firstWeek, int weeks, const Take& take, const JobContext& job) {
  if (m_end <= 0 || weeks <= 0)
    return {};
  const int until = m_end - 7 * firstWeek, from = until - 7 * weeks;
  PW_TRY(Query q, Query::prepare(m_ws->database(), kSoldSql));
  q.bind(1, from - kLongestPeriod).bind(2, until).bind(3, from + 1);
  int rows = 0;
  std::pair<std::size_t, qint64> ordinary{m_listings.size(), 0}; // whose, and its last price that was no deal
  return eachRow(q, [&]() -> Status {
    if (rows++ % kRowsBetweenStops == 0 && job.cancelled())
      return fail(s("engine.cancelled"));
    const auto place = placeOf(q.integer(0));
    if (!place || !m_listings[*place].counts)
      return {};
    const OfListing& l = m_listings[*place];
    const int day = smallInteger(q, 1);
    SoldWeek sold;
    sold.listing = int(*place), sold.days = smallInteger(q, 2), sold.unitsMilli = q.integer(3);
    sold.week = (m_end - day - sold.days) / 7;
    const int vat = vatOn(l, day);
    PW_TRY(sold.revenueMicro, netMicro(sold.unitsMilli, q.integer(4), vat));
    sold.ordinary = q.integer(6) == 0 && q.integer(7) >= sold.days;
    if (q.integer(6) == 0)
      ordinary = {*place, q.integer(4)};
    const qint64 told = q.integer(5);
    std::optional<qint64> set = told >= 0 ? std::optional(told) : setPriceMicro(l, day);
    if (!set && ordinary.first == *place)
      set = ordinary.second;
    if (set) {
      PW_TRY(sold.setMicro, netMicro(sold.unitsMilli, *set, vat));
    }
    PW_TRY(sold.costMicro, costOf(l, day, sold.week, sold.unitsMilli));
    return take(sold);
  });
}

} // namespace pricewright
