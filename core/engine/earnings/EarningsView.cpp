// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/earnings/EarningsView.h"

#include "base/Words.h"
#include "engine/OneMoment.h"
#include "engine/earnings/EarningsLedger.h"

#include <set>

namespace pricewright {
namespace {

constexpr int kMostEarningsWeeks = 52, kYearOfWeeks = 52;

// One price's money in both periods as it is gathered.
struct GatheredSide {
  PeriodSales sales;
  bool any = false, costKnown = true;
};
struct GatheredPrice {
  std::array<GatheredSide, 2> side; // before, after
};
struct WeekSums {
  qint64 revenue = 0, costed = 0, cost = 0; // costed: the revenue whose cost is known
};
struct GatheredMargin {
  bool any = false;
  qint64 set = 0, revenue = 0, cost = 0;
};

Status addMicros(qint64& to, qint64 more) {
  if (__builtin_add_overflow(to, more, &to))
    return fail(s("earnings.out-of-range"));
  return {};
}

class DashboardReader {
 public:
  DashboardReader(Workspace& w, const EarningsWish& wish, const JobContext& job)
      : m_ws(w), m_wish(wish), m_job(job), m_out(std::make_shared<RevenueDashboard>()) {}

  Result<std::shared_ptr<const RevenueDashboard>> read() {
    if (m_wish.weeks < 0 || m_wish.weeks > kMostEarningsWeeks)
      return fail(s("earnings.bad-weeks"), {{s("weeks"), QString::number(m_wish.weeks)}});
    PW_TRY(EarningsLedger ledger, EarningsLedger::open(m_ws, m_wish.currency));
    m_ledger = &ledger;
    m_out->wish = m_wish, m_out->currency = ledger.into();
    m_out->revenue.currency = m_out->profit.currency = ledger.into();
    if (ledger.withoutVat() > 0)
      m_out->leftOut.push_back({s("no-vat-rate"), {}, ledger.withoutVat()});
    if (ledger.endDay() > 0) {
      cutPeriods();
      PW_CHECK(gather());
      PW_CHECK(findRates());
      PW_CHECK(makeBridges());
      PW_CHECK(makeMargins());
      PW_CHECK(makeWeeks());
    }
    return std::shared_ptr<const RevenueDashboard>(std::move(m_out));
  }

 private:
  EarningsPeriod periodOf(int firstWeek) const {
    const int until = m_ledger->endDay() - 7 * firstWeek;
    return {fromDayNumber(until - 7 * m_weeks), fromDayNumber(until - 1), m_weeks};
  }

  void cutPeriods() {
    m_out->through = fromDayNumber(m_ledger->endDay() - 1);
    m_weeks = m_wish.weeks;
    if (m_weeks == 0) {
      const std::chrono::year_month_day last{*m_out->through};
      const Day newYear{last.year() / std::chrono::January / 1};
      m_weeks = std::max(1, (m_ledger->endDay() - toDayNumber(newYear)) / 7);
    }
    m_first = {m_wish.against == EarningsAgainst::LastYear ? kYearOfWeeks : m_weeks, 0};
    m_out->before = periodOf(m_first[0]), m_out->period = periodOf(m_first[1]);
  }

  Status gather() {
    m_prices.resize(m_ledger->catalog().listings.size());
    for (const std::size_t side : {0, 1}) {
      m_at = -1;
      const auto add = [&](const SoldWeek& sold) { return take(sold, side); };
      PW_CHECK(m_ledger->eachSale(m_first[side], m_weeks, add, m_job));
    }
    return {};
  }

  Status take(const SoldWeek& sold, std::size_t side) {
    GatheredSide& into = m_prices[std::size_t(sold.listing)].side[side];
    into.any = true;
    PW_CHECK(addMicros(into.sales.unitsMilli, sold.unitsMilli));
    PW_CHECK(addMicros(into.sales.revenueMicro, sold.revenueMicro));
    const bool sells = sold.unitsMilli != 0 || sold.revenueMicro != 0;
    into.costKnown = into.costKnown && (sold.costMicro || !sells);
    if (into.costKnown) {
      qint64 cost = into.sales.costMicro.value_or(0);
      PW_CHECK(addMicros(cost, sold.costMicro.value_or(0)));
      into.sales.costMicro = cost;
    } else {
      into.sales.costMicro.reset();
    }
    if (sold.listing != m_at)
      turnTo(sold.listing, side);
    WeekSums& week = (*m_sums)[std::size_t(sold.week - m_first[side])];
    PW_CHECK(addMicros(week.revenue, sold.revenueMicro));
    if (sold.costMicro) {
      PW_CHECK(addMicros(week.costed, sold.revenueMicro));
      PW_CHECK(addMicros(week.cost, *sold.costMicro));
    }
    return sold.costMicro && sold.setMicro ? takeMargin(sold, side) : Status();
  }

  // Sales come listing after listing: where they add to is looked up once for each.
  void turnTo(int place, std::size_t side) {
    const Listing& listing = m_ledger->catalog().listings[std::size_t(place)];
    const Sku* sku = m_ledger->catalog().sku(listing.skuNo);
    const Currency currency = m_ledger->currencyOf(std::size_t(place));
    const std::array groups{sku ? sku->categoryNo : 0, listing.zoneNo, listing.skuNo};
    m_at = place, m_sums = &m_weekSums[side][currency];
    m_sums->resize(std::size_t(m_weeks));
    for (std::size_t kind = 0; kind < groups.size(); ++kind) {
      m_into[kind] = kind == 2 && !m_wish.bySku ? nullptr : &m_margins[side][kind][{groups[kind], currency}];
      if (m_into[kind])
        m_into[kind]->resize(std::size_t(m_weeks));
    }
  }

  Status takeMargin(const SoldWeek& sold, std::size_t side) {
    for (std::vector<GatheredMargin>* weeks : m_into) {
      if (!weeks)
        continue;
      GatheredMargin& into = (*weeks)[std::size_t(sold.week - m_first[side])];
      into.any = true;
      PW_CHECK(addMicros(into.set, *sold.setMicro));
      PW_CHECK(addMicros(into.revenue, sold.revenueMicro));
      PW_CHECK(addMicros(into.cost, *sold.costMicro));
    }
    return {};
  }

  // Of every currency that sold anything; without a rate in one of the periods, its prices are left out of both.
  Status findRates() {
    std::map<Currency, int> prices;
    for (std::size_t i = 0; i < m_prices.size(); ++i)
      if (m_prices[i].side[0].any || m_prices[i].side[1].any)
        ++prices[m_ledger->currencyOf(i)];
    for (const auto& [currency, count] : prices) {
      PW_TRY(const auto before, m_ledger->rateOf(currency, m_first[0], m_weeks));
      PW_TRY(const auto after, m_ledger->rateOf(currency, m_first[1], m_weeks));
      if (before && after)
        m_rates[currency] = {*before, *after};
      else
        m_out->leftOut.push_back({s("no-rate"), currency.code(), count});
    }
    return {};
  }

  Status makeBridges() {
    std::vector<BridgeRow> rows;
    std::array<std::vector<int>, 3> groups; // category, zone, SKU
    for (std::size_t i = 0; i < m_prices.size(); ++i) {
      const auto& side = m_prices[i].side;
      if ((!side[0].any && !side[1].any) || !m_rates.contains(m_ledger->currencyOf(i)))
        continue;
      const Listing& l = m_ledger->catalog().listings[i];
      const Sku* sku = m_ledger->catalog().sku(l.skuNo);
      rows.push_back({l.no, m_ledger->currencyOf(i), side[0].sales, side[1].sales});
      groups[0].push_back(sku ? sku->categoryNo : 0), groups[1].push_back(l.zoneNo), groups[2].push_back(l.skuNo);
    }
    PW_TRY(m_out->revenue, changeBridge(rows, m_ledger->into(), m_rates, BridgeMeasure::Revenue));
    PW_TRY(m_out->profit, changeBridge(rows, m_ledger->into(), m_rates, BridgeMeasure::Profit));
    PW_CHECK(addRows(rows, groups[0], 0, m_out->categories));
    PW_CHECK(addRows(rows, groups[1], 1, m_out->zones));
    return m_wish.bySku ? addRows(rows, groups[2], 2, m_out->skus) : Status();
  }

  std::pair<QString, QString> nameOf(int kind, int no) const {
    const Catalog& c = m_ledger->catalog();
    const auto named = [](const auto* found) {
      return found ? std::pair(found->code, found->name) : std::pair<QString, QString>();
    };
    return kind == 0 ? named(c.category(no)) : kind == 1 ? named(c.zone(no)) : named(c.sku(no));
  }

  Status addRows(std::span<const BridgeRow> rows, std::span<const int> groups, int kind,
                 std::vector<EarningsRow>& out) {
    PW_TRY(const auto revenue, groupParts(m_out->revenue, groups));
    PW_TRY(const auto profit, groupParts(m_out->profit, groups));
    std::map<int, EarningsRow> found;
    for (const auto& [no, parts] : revenue) {
      EarningsRow& row = found[no];
      std::tie(row.code, row.name) = nameOf(kind, no);
      row.revenue = parts, row.profit = profit.at(no);
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
      PW_CHECK(addMicros(found[groups[i]].unitsBeforeMilli, rows[i].before.unitsMilli));
      PW_CHECK(addMicros(found[groups[i]].unitsAfterMilli, rows[i].after.unitsMilli));
    }
    PW_TRY(const std::vector<MarginWeek> weeks, marginWeeks(1, kind));
    PW_TRY(const std::vector<MarginRow> margins, marginRealization(weeks));
    for (const MarginRow& margin : margins)
      if (const auto at = found.find(margin.group); at != found.end())
        at->second.margin = margin;
    for (auto& [no, row] : found)
      out.push_back(std::move(row));
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.code < b.code; });
    return {};
  }

  static Result<qint64> exchanged(qint64 micro, const ExactRate& rate) {
    return mulDiv(micro, rate.numerator, rate.denominator, Rounding::HalfEven);
  }

  Result<std::vector<MarginWeek>> marginWeeks(std::size_t side, int kind) const {
    std::vector<MarginWeek> out;
    for (const auto& [key, weeks] : m_margins[side][std::size_t(kind)]) {
      const auto rate = m_rates.find(key.second);
      if (rate == m_rates.end())
        continue;
      const ExactRate& worth = side == 0 ? rate->second.before : rate->second.after;
      for (std::size_t week = 0; week < weeks.size(); ++week) {
        const GatheredMargin& sums = weeks[week];
        if (!sums.any)
          continue;
        MarginWeek& w = out.emplace_back(MarginWeek{key.first, int(week)});
        PW_TRY(w.plannedRevenueMicro, exchanged(sums.set, worth));
        PW_TRY(w.revenueMicro, exchanged(sums.revenue, worth));
        PW_TRY(const qint64 cost, exchanged(sums.cost, worth));
        w.plannedMarginMicro = w.plannedRevenueMicro - cost, w.marginMicro = w.revenueMicro - cost;
      }
    }
    return out;
  }

  Status makeMargins() {
    for (const std::size_t side : {0, 1}) {
      PW_TRY(const std::vector<MarginWeek> weeks, marginWeeks(side, 0));
      PW_TRY((side == 0 ? m_out->marginBefore : m_out->margin), marginRealizationOfAll(weeks));
    }
    return {};
  }

  // Both periods may overlap (the year to date late in a year against the last one): a week then counts in each.
  Status makeWeeks() {
    for (const std::size_t side : {0, 1})
      for (int back = m_weeks - 1; back >= 0; --back) {
        const int week = m_first[side] + back;
        EarningsWeek& out = m_out->weeks.emplace_back();
        out.ends = fromDayNumber(m_ledger->endDay() - 1 - 7 * week), out.current = side == 1;
        for (const auto& [currency, rate] : m_rates) {
          const auto found = m_weekSums[side].find(currency);
          if (found == m_weekSums[side].end())
            continue;
          const WeekSums& sums = found->second[std::size_t(back)];
          const ExactRate& worth = side == 0 ? rate.before : rate.after;
          PW_TRY(const qint64 revenue, exchanged(sums.revenue, worth));
          PW_TRY(const qint64 costed, exchanged(sums.costed, worth));
          PW_TRY(const qint64 cost, exchanged(sums.cost, worth));
          PW_CHECK(addMicros(out.revenueMicro, revenue));
          PW_CHECK(addMicros(out.profitMicro, costed - cost));
        }
      }
    return {};
  }

  Workspace& m_ws;
  const EarningsWish& m_wish;
  const JobContext& m_job;
  EarningsLedger* m_ledger = nullptr;
  int m_weeks = 0;
  std::array<int, 2> m_first{}; // week of each period that is the newest: before, after
  std::vector<GatheredPrice> m_prices;
  std::array<std::map<Currency, std::vector<WeekSums>>, 2> m_weekSums; // before, after; newest week first
  std::array<std::array<std::map<std::pair<int, Currency>, std::vector<GatheredMargin>>, 3>, 2> m_margins;
  int m_at = -1; // the listing whose sales come, and where they add to
  std::vector<WeekSums>* m_sums = nullptr;
  std::array<std::vector<GatheredMargin>*, 3> m_into{};
  BridgeRates m_rates;
  std::shared_ptr<RevenueDashboard> m_out;
};

} // namespace

QString earningsAgainstName(EarningsAgainst against) {
  return against == EarningsAgainst::Previous ? s("previous") : s("last-year");
}
std::optional<EarningsAgainst> earningsAgainstFrom(QStringView name) {
  for (const EarningsAgainst a : {EarningsAgainst::Previous, EarningsAgainst::LastYear})
    if (name == earningsAgainstName(a))
      return a;
  return std::nullopt;
}

Result<std::shared_ptr<const RevenueDashboard>> revenueDashboard(Workspace& workspace, const EarningsWish& wish,
                                                                 const JobContext& job) {
  return ofOneMoment(workspace.database(), [&] { return DashboardReader(workspace, wish, job).read(); });
}

} // namespace pricewright
