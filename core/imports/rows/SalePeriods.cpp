// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/rows/SalePeriods.h"

namespace pricewright {
namespace {

std::chrono::year_month_day civil(std::int64_t day) {
  return std::chrono::year_month_day(std::chrono::sys_days(std::chrono::days(day)));
}

bool isLastOfMonth(std::int64_t day) { return civil(day).month() != civil(day + 1).month(); }

// A period that begins on the 15th ends on the 14th; one dated by the last of a month is that month's successor's.
std::int64_t monthFrom(std::int64_t day) {
  const auto from = civil(day);
  auto until = from + std::chrono::months(1);
  if (isLastOfMonth(day) || !until.ok())
    until = until.year() / until.month() / std::chrono::last;
  return std::chrono::sys_days(until).time_since_epoch().count() - day;
}

} // namespace

SalePeriods::Spacing SalePeriods::spacingOf(std::span<const Row> rows) {
  std::int64_t gaps = 0, weeks = 0, least = 1'000'000, last = 0;
  bool sameDay = true, ends = true, any = false;
  std::array<std::int64_t, 7> weekdays{};
  std::int64_t days = 0, mostOfOneWeekday = 0;
  for (const Row& r : rows) {
    if (r.values[kDays] == 1)
      return Spacing::Days;
    if (r.values[kDays] != 0)
      continue;
    ends = ends && isLastOfMonth(r.day);
    if (any && r.day == last)
      continue;
    mostOfOneWeekday = std::max(mostOfOneWeekday, ++weekdays[static_cast<std::size_t>((r.day % 7 + 7) % 7)]);
    ++days;
    if (any) {
      const std::int64_t gap = r.day - last;
      ++gaps;
      weeks += gap % 7 == 0;
      least = std::min(least, gap);
      sameDay = sameDay && civil(r.day).day() == civil(last).day();
    }
    last = r.day;
    any = true;
  }
  if (gaps == 0)
    return Spacing::Unknown;
  if (least >= 28 && (sameDay || ends) && weeks < gaps)
    return Spacing::Months;
  if (weeks * 2 > gaps || mostOfOneWeekday * 2 > days)
    return Spacing::Weeks;
  return least < 7 ? Spacing::Days : Spacing::Other;
}

void SalePeriods::see(std::span<const Row> rows) {
  m_seen.push_back(spacingOf(rows));
  ++m_listings[static_cast<std::size_t>(m_seen.back())];
}

// Listings that are sold now and then look like anything: the regular ones speak for them.
SalePeriods::Spacing SalePeriods::ofFile() const {
  const auto count = [this](Spacing s) { return m_listings[static_cast<std::size_t>(s)]; };
  if (count(Spacing::Days) > 0 && count(Spacing::Days) + count(Spacing::Other) > count(Spacing::Weeks) &&
      count(Spacing::Days) >= count(Spacing::Months))
    return Spacing::Days;
  if (count(Spacing::Weeks) + count(Spacing::Months) + count(Spacing::Other) == 0)
    return Spacing::Unknown;
  return count(Spacing::Weeks) >= count(Spacing::Months) ? Spacing::Weeks : Spacing::Months;
}

Result<SalePeriods::Spacing> SalePeriods::decide(int listingNo, Spacing own, std::span<const Row> rows) {
  const Spacing file = ofFile();
  if (own == Spacing::Days || file == Spacing::Days)
    return Spacing::Days;
  if (own == Spacing::Weeks || own == Spacing::Months || file != Spacing::Unknown)
    return own == Spacing::Weeks || own == Spacing::Months ? own : file;
  if (!m_batch.codes.isNewListing(listingNo)) { // one row in a file of one period each: as those before it
    PW_TRY(const bool daily, m_weeks.hasParts(listingNo));
    if (daily)
      return Spacing::Days;
    PW_TRY(Query q, Query::prepare(m_batch.db, "SELECT days FROM sale WHERE listing_no = ?1 AND day < ?2 "
                                               "ORDER BY day DESC LIMIT 1"));
    q.bind(1, listingNo).bind(2, qint64(rows.front().day));
    PW_TRY(const bool found, q.step());
    if (found)
      return q.integer(0) >= 28 ? Spacing::Months : Spacing::Weeks;
  }
  ++m_assumed;
  return Spacing::Weeks;
}

// True where rows fell out: nothing was sold, and no price is known before or after.
Result<bool> SalePeriods::fillPrices(int listingNo, std::span<const Row> rows) {
  std::int64_t last = 0;
  bool lost = false;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    std::int64_t& price = rows[i].values[kPrice];
    if (price == 0 && last == 0 && !m_batch.codes.isNewListing(listingNo)) {
      PW_TRY(Query q, Query::prepare(m_batch.db, "SELECT price_micro FROM sale WHERE listing_no = ?1 AND "
                                                 "day + days <= ?2 ORDER BY day DESC LIMIT 1"));
      q.bind(1, listingNo).bind(2, qint64(rows[i].day));
      PW_TRY(const bool found, q.step());
      last = found ? q.integer(0) : 0;
    }
    for (std::size_t next = i + 1; price == 0 && last == 0 && next < rows.size(); ++next)
      last = rows[next].values[kPrice];
    price = price == 0 ? last : price;
    last = price;
    if (price == 0) {
      m_batch.rejectLate(rows[i].line, "import.price-not-positive", "revenue", "0");
      lost = true;
    }
  }
  return lost;
}

Status SalePeriods::addDays(int listingNo, std::span<const Row> rows, std::vector<Settled>& instead) {
  m_lines.clear();
  for (const Row& r : rows) {
    SaleLine l;
    l.day = r.day;
    l.key = static_cast<std::uint64_t>(r.day);
    l.line = r.line;
    l.unitsMilli = r.values[kUnits];
    l.priceMicro = r.values[kPrice];
    l.regularMicro = r.values[kRegular] == SeriesTable::kNull ? 0 : r.values[kRegular];
    l.dealMilli = r.values[kDeal];
    l.featureMilli = r.values[kFeature];
    l.inStock = r.values[kInStock] == SeriesTable::kNull ? -1 : r.values[kInStock];
    m_lines.push_back(l);
  }
  m_summed += static_cast<qint64>(m_lines.size());
  return m_weeks.put(listingNo, m_lines, [&instead](qint64 line, std::int64_t week, const SaleWeeks::Values& values) {
    instead.push_back({line, week, {values.begin(), values.end()}});
    return Status();
  });
}

// A row that is rejected here has no price from then on.
Result<bool> SalePeriods::settle(int listingNo, std::span<Row> rows, std::vector<Settled>& instead) {
  const Spacing own = m_seen[m_next++];
  bool untold = false, empty = false, replaced = false;
  for (const Row& r : rows) {
    untold = untold || r.values[kDays] == 0;
    replaced = replaced || r.values[kDays] == 1;
    empty = empty || r.values[kPrice] == 0;
  }
  if (empty) {
    PW_TRY(const bool lost, fillPrices(listingNo, rows));
    replaced = replaced || lost;
  }
  Spacing spacing = Spacing::Unknown;
  if (untold) {
    PW_TRY(spacing, decide(listingNo, own, rows));
  }
  replaced = replaced || spacing == Spacing::Days;
  for (const Row& r : rows) {
    std::int64_t& length = r.values[kDays];
    if (length == 0) {
      length = spacing == Spacing::Days ? 1 : spacing == Spacing::Months ? monthFrom(r.day) : 7;
      m_months += spacing == Spacing::Months;
    }
    if (r.values[kInStock] > length && r.values[kPrice] > 0) {
      m_batch.rejectLate(r.line, "import.out-of-range", "in_stock_days", std::to_string(r.values[kInStock]));
      r.values[kPrice] = 0;
      replaced = true;
    }
  }
  if (replaced)
    PW_CHECK(rewrite(listingNo, rows, instead));
  return replaced;
}

Status SalePeriods::rewrite(int listingNo, std::span<const Row> rows, std::vector<Settled>& instead) {
  std::vector<Row> days;
  for (const Row& r : rows) {
    if (r.values[kPrice] > 0 && r.values[kDays] == 1)
      days.push_back(r);
    else if (r.values[kPrice] > 0)
      instead.push_back({r.line, r.day, {r.values, r.values + 7}});
  }
  if (!days.empty())
    PW_CHECK(addDays(listingNo, days, instead));
  std::stable_sort(instead.begin(), instead.end(), [](const Settled& a, const Settled& b) { return a.day < b.day; });
  return {};
}

void SalePeriods::addNotes() const {
  const auto note = [this](const char* code, qint64 rows) {
    if (rows > 0)
      m_batch.notes << QLatin1String(code) + u':' + QString::number(rows);
  };
  note("import.days-summed", m_summed);
  note("import.months", m_months);
  note("import.weeks-continued", m_weeks.continued());
  if (!m_batch.options.trial)
    note("import.weeks-assumed", m_assumed);
}

} // namespace pricewright
