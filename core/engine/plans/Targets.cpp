// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/plans/Targets.h"

#include "base/Words.h"
#include "catalog/Permissions.h"
#include "catalog/Rows.h"
#include "engine/OneMoment.h"
#include "engine/earnings/SalesWorth.h"
#include "engine/market/IndexSum.h"
#include "statistics/Distributions.h"

#include <array>
#include <cmath>

namespace pricewright {
namespace {

constexpr int kPaceWeeks = 8, kYear = 364; // days: the same days of the week
constexpr int kRowsBetweenLooks = 4'096;   // rows
// What a category sold, in net money of the workspace.
struct CategorySales {
  double revenue = 0, revenueWithCost = 0, profit = 0; // of the period so far
  double lastYear = 0;
  std::array<double, kPaceWeeks> weeks{}; // the last one first
  bool any = false, anyLastYear = false;
  IndexSum index;

  void add(const CategorySales& o) {
    revenue += o.revenue, revenueWithCost += o.revenueWithCost, profit += o.profit, lastYear += o.lastYear;
    for (std::size_t i = 0; i < weeks.size(); ++i)
      weeks[i] += o.weeks[i];
    any |= o.any, anyLastYear |= o.anyLastYear;
    index.add(o.index);
  }
};

// How many of the days [a, b) lie within [c, d).
int shared(int a, int b, int c, int d) { return std::max(0, std::min(b, d) - std::max(a, c)); }

class TargetsReader {
 public:
  TargetsReader(Workspace& w, const TargetPeriod& period, const JobContext& job)
      : m_ws(w), m_db(w.database()), m_job(job), m_from(toDayNumber(period.from)), m_to(toDayNumber(period.to) + 1) {
    m_out.period = period;
  }

  Result<TargetsView> read() {
    PW_TRY(m_catalog, m_ws.catalog().load());
    PW_TRY(const Settings settings, m_ws.catalog().settings());
    m_out.today = dayOf(m_ws.clock().now());
    m_out.currency = m_catalog.currency;
    m_out.days = m_to - m_from;
    PW_TRY(m_worth, SalesWorth::read(m_ws, m_catalog, settings, m_out.today));
    PW_TRY(m_end, endOfSales(m_db, m_out.today));
    if (m_end > 0) {
      m_out.through = fromDayNumber(m_end - 1);
      m_out.daysCovered = std::clamp(m_end - m_from, 0, m_out.days);
      PW_CHECK(readSales());
    }
    PW_CHECK(readIndex());
    PW_CHECK(makeRows());
    return std::move(m_out);
  }

 private:
  Status readSales() {
    std::vector<int> categoryOf;
    for (const Listing& l : m_catalog.listings)
      if (const Sku* sku = m_catalog.sku(l.skuNo)) {
        if (std::size_t(l.no) >= categoryOf.size())
          categoryOf.resize(std::size_t(l.no) + 1);
        categoryOf[std::size_t(l.no)] = sku->categoryNo;
      }
    PW_TRY(Query q, Query::prepare(m_db, "SELECT s.listing_no, s.day, s.days, s.units_milli, s.price_micro FROM "
                                         "listing l CROSS JOIN sale s ON s.listing_no = l.no AND s.day >= ?1 AND "
                                         "s.day < ?2"));
    q.bind(1, std::min(m_from - kYear, m_end - 7 * kPaceWeeks) - 31).bind(2, m_end);
    int rows = 0;
    return eachRow(q, [&]() -> Status {
      if (++rows % kRowsBetweenLooks == 0 && m_job.cancelled())
        return fail(s("engine.cancelled"));
      const qint64 no = q.integer(0);
      if (!m_worth.knows(no) || std::size_t(no) >= categoryOf.size() || m_worth.perPrice(no) <= 0)
        return {};
      const int day = smallInteger(q, 1), days = std::max(1, smallInteger(q, 2));
      addSale(m_sales[categoryOf[std::size_t(no)]], day, days, double(q.integer(3)) / 1000,
              double(q.integer(4)) / 1e6 * m_worth.perPrice(no), m_worth.costOn(no, day));
      return {};
    });
  }

  // A period of the source that lies across a border counts on either side by its days.
  void addSale(CategorySales& c, int day, int days, double units, double price, double cost) const {
    const double aDay = units * price / days;
    if (const int in = shared(day, day + days, m_from, std::min(m_to, m_end))) {
      c.any = true;
      c.revenue += in * aDay;
      if (cost > 0) {
        c.revenueWithCost += in * aDay;
        c.profit += in * units / days * (price - cost);
      }
    }
    if (const int in = shared(day, day + days, m_from - kYear, std::min(m_to, m_end) - kYear)) {
      c.anyLastYear = true;
      c.lastYear += in * aDay;
    }
    for (int k = 0; k < kPaceWeeks; ++k)
      c.weeks[std::size_t(k)] += aDay * shared(day, day + days, m_end - 7 * (k + 1), m_end - 7 * k);
  }

  Status readIndex() {
    PW_TRY(const CatalogueSnapshot catalogue, catalogueView(m_ws));
    for (const CatalogueRow& r : catalogue.rows) {
      const Listing* l = m_catalog.listing(r.listingNo);
      const Sku* sku = l ? m_catalog.sku(l->skuNo) : nullptr;
      if (r.index && sku)
        m_sales[sku->categoryNo].index.add(r, m_worth.rates());
    }
    return {};
  }

  Status makeRows() {
    CategorySales all;
    for (const auto& [no, c] : m_sales)
      all.add(c);
    m_out.rows.push_back(rowOf({}, all));
    std::vector<Category> categories = m_catalog.categories;
    std::sort(categories.begin(), categories.end(),
              [](const Category& a, const Category& b) { return a.code < b.code; });
    for (const Category& category : categories)
      m_out.rows.push_back(rowOf(category, m_sales[category.no]));
    PW_CHECK(readTargets());
    for (TargetRow& row : m_out.rows)
      judge(row);
    return {};
  }

  TargetRow rowOf(const Category& category, const CategorySales& c) const {
    TargetRow row;
    row.categoryNo = category.no;
    row.code = category.code;
    row.name = category.name;
    row.index = c.index.value();
    if (c.anyLastYear)
      row.lastYear = c.lastYear;
    if (!c.any)
      return row;
    row.revenue = c.revenue;
    if (c.revenueWithCost > 0)
      row.margin = 100 * c.profit / c.revenueWithCost;
    carryForward(row, c);
    return row;
  }

  // The rest of the period at the mean of the last weeks; how far it may lie beside that is told by their spread, with
  // the mean itself known from so few of them.
  void carryForward(TargetRow& row, const CategorySales& c) const {
    const double weeks = std::max(0, m_to - m_end) / 7.0;
    double mean = 0, spread = 0;
    for (const double w : c.weeks)
      mean += w / kPaceWeeks;
    for (const double w : c.weeks)
      spread += (w - mean) * (w - mean) / (kPaceWeeks - 1);
    const double half = kNormal90 * std::sqrt(spread * (weeks + weeks * weeks / kPaceWeeks));
    row.expected = c.revenue + mean * weeks;
    row.expectedLow = std::max(c.revenue, *row.expected - half);
    row.expectedHigh = *row.expected + half;
  }

  Status readTargets() {
    PW_TRY(Query q, Query::prepare(m_db, "SELECT category_no, measure, value_micro FROM target WHERE period = ?1"));
    q.bind(1, m_out.period.key());
    return eachRow(q, [&]() -> Status {
      for (TargetRow& row : m_out.rows)
        if (row.categoryNo == smallInteger(q, 0))
          (q.utf8(1) == "revenue"  ? row.revenueTarget
           : q.utf8(1) == "margin" ? row.marginTarget
                                   : row.indexTarget) = Decimal::fromMicros(q.integer(2));
      return {};
    });
  }

  void judge(TargetRow& row) const {
    const bool over = m_end >= m_to;
    if (row.revenueTarget) {
      const double target = row.revenueTarget->toDouble();
      row.revenueStanding = !row.revenue                 ? TargetStanding::Open
                            : *row.revenue >= target     ? TargetStanding::Reached
                            : over                       ? TargetStanding::Missed
                            : *row.expectedLow >= target ? TargetStanding::Ahead
                            : *row.expectedHigh < target ? TargetStanding::Behind
                                                         : TargetStanding::Open;
    }
    const auto standing = [&](std::optional<bool> reached) {
      return !reached ? TargetStanding::Open
             : over   ? (*reached ? TargetStanding::Reached : TargetStanding::Missed)
                      : (*reached ? TargetStanding::Ahead : TargetStanding::Behind);
    };
    if (row.marginTarget)
      row.marginStanding =
          standing(row.margin ? std::optional(*row.margin >= row.marginTarget->toDouble()) : std::nullopt);
    if (row.indexTarget) // the index is of now: what it was at the end of a period that is over is not kept
      row.indexStanding = over || !row.index                          ? TargetStanding::Open
                          : *row.index <= row.indexTarget->toDouble() ? TargetStanding::Ahead
                                                                      : TargetStanding::Behind;
  }

  Workspace& m_ws;
  Database& m_db;
  const JobContext& m_job;
  int m_from, m_to; // days [from, to)
  int m_end = 0;    // the day after the last one that sales cover
  Catalog m_catalog;
  SalesWorth m_worth;
  std::map<int, CategorySales> m_sales; // by category
  TargetsView m_out;
};

Status checkWish(const Catalog& catalog, const TargetWish& wish) {
  PW_TRY(const TargetPeriod period, TargetPeriod::parse(wish.period));
  Q_UNUSED(period)
  if (wish.categoryNo != 0 && !catalog.category(wish.categoryNo))
    return fail(s("catalog.unknown-category"));
  if (!wish.value)
    return {};
  const double value = wish.value->toDouble();
  const double most = wish.measure == TargetMeasure::Revenue  ? 1e12
                      : wish.measure == TargetMeasure::Margin ? 99.999999
                                                              : 1'000;
  return value > 0 && value <= most ? Status() : fail(s("target.bad-value"));
}

} // namespace

QString targetMeasureName(TargetMeasure m) {
  return m == TargetMeasure::Revenue ? s("revenue") : m == TargetMeasure::Margin ? s("margin") : s("index");
}

TargetPeriod TargetPeriod::around(Day day, PeriodKind kind) {
  using namespace std::chrono;
  const year_month_day date(day);
  const unsigned month = unsigned(date.month());
  const unsigned first = kind == PeriodKind::Month ? month : kind == PeriodKind::Quarter ? (month - 1) / 3 * 3 + 1 : 1;
  const int length = kind == PeriodKind::Month ? 1 : kind == PeriodKind::Quarter ? 3 : 12;
  const year_month begin = date.year() / std::chrono::month(first);
  return {kind, sys_days(begin / 1), sys_days((begin + months(length)) / 1) - days(1)};
}

TargetPeriod TargetPeriod::moved(int by) const {
  TargetPeriod period = *this;
  for (; by > 0; --by)
    period = around(period.to + std::chrono::days(1), kind);
  for (; by < 0; ++by)
    period = around(period.from - std::chrono::days(1), kind);
  return period;
}

QString TargetPeriod::key() const {
  const QString day = isoDay(from); // yyyy-mm-dd
  if (kind == PeriodKind::Year)
    return day.left(4);
  if (kind == PeriodKind::Month)
    return day.left(7);
  return day.left(4) + s("-Q") + QString::number((day.mid(5, 2).toInt() + 2) / 3);
}

Result<TargetPeriod> TargetPeriod::parse(QStringView key) {
  const bool quarter = key.size() == 7 && key[4] == u'-' && key[5] == u'Q' && key[6] >= u'1' && key[6] <= u'4';
  const int month = quarter ? 3 * (key[6].unicode() - u'1') + 1 : 1;
  const QString day = quarter ? QStringLiteral("%1-%2-01").arg(key.left(4)).arg(month, 2, 10, QLatin1Char('0'))
                      : key.size() == 7 ? key.toString() + s("-01")
                                        : key.toString() + s("-01-01");
  const auto parsed = parseDay(day);
  if (!parsed || (key.size() != 4 && key.size() != 7))
    return fail(s("target.bad-period"), {{s("period"), key.toString().left(40)}});
  return around(*parsed, quarter ? PeriodKind::Quarter : key.size() == 7 ? PeriodKind::Month : PeriodKind::Year);
}

Result<TargetsView> targetsView(Workspace& w, const TargetPeriod& period, const JobContext& job) {
  return ofOneMoment(w.database(), [&] { return TargetsReader(w, period, job).read(); });
}

Result<std::vector<TargetWish>> setTargets(Workspace& w, std::span<const TargetWish> wishes) {
  PW_CHECK(w.trusted());
  PW_TRY(const Catalog catalog, w.catalog().load());
  for (const TargetWish& wish : wishes)
    PW_CHECK(checkWish(catalog, wish));
  PW_TRY(Transaction in, Transaction::begin(w.database()));
  PW_TRY(const Actor who, mayDo(w.database(), w.me(), Permission::ChangeSettings));
  std::vector<TargetWish> before;
  for (const TargetWish& wish : wishes) {
    const QString measure = targetMeasureName(wish.measure);
    PW_TRY(Query old, Query::prepare(w.database(), "SELECT value_micro FROM target WHERE category_no = ?1 AND period = "
                                                   "?2 AND measure = ?3"));
    PW_TRY(const bool there, old.bind(1, wish.categoryNo).bind(2, wish.period).bind(3, measure).step());
    before.push_back(wish);
    before.back().value = there ? std::optional(Decimal::fromMicros(old.integer(0))) : std::nullopt;
    if (before.back().value == wish.value)
      continue;
    old.reset();
    PW_TRY(Query q,
           Query::prepare(w.database(), wish.value ? "INSERT OR REPLACE INTO target (category_no, period, measure, "
                                                     "value_micro, user, at_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
                                                   : "DELETE FROM target WHERE category_no = ?1 AND period = ?2 AND "
                                                     "measure = ?3"));
    q.bind(1, wish.categoryNo).bind(2, wish.period).bind(3, measure);
    if (wish.value)
      q.bind(4, wish.value->micros()).bind(5, who.user).bind(6, toMillis(w.clock().now()));
    PW_CHECK(q.run());
    const Category* category = catalog.category(wish.categoryNo);
    const auto text = [](const std::optional<Decimal>& d) { return d ? QJsonValue(d->toString()) : QJsonValue(); };
    PW_CHECK(w.journal().append(who, wish.value ? s("target.set") : s("target.removed"), s("target"),
                                QStringLiteral("%1|%2|%3").arg(wish.categoryNo).arg(wish.period, measure),
                                {{s("category"), category ? category->code : QString()},
                                 {s("period"), wish.period},
                                 {s("measure"), measure},
                                 {s("before"), text(before.back().value)},
                                 {s("after"), text(wish.value)}},
                                wish.value ? s("update") : s("delete")));
  }
  PW_CHECK(in.commit());
  return before;
}

} // namespace pricewright
