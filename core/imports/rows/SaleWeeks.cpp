// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/rows/SaleWeeks.h"

#include <tuple>
#include <unordered_map>

namespace pricewright {
namespace {

__extension__ typedef __int128 Wide;

bool saysTheSame(const SaleLine& a, const SaleLine& b) {
  const auto told = [](const SaleLine& l) {
    return std::tie(l.unitsMilli, l.priceMicro, l.revenueMicro, l.regularMicro, l.dealMilli, l.featureMilli, l.inStock);
  };
  return told(a) == told(b);
}

std::int64_t halfEven(Wide dividend, Wide divisor) {
  Wide quotient = dividend / divisor;
  if (const Wide rest2 = dividend % divisor * 2; rest2 > divisor || (rest2 == divisor && quotient % 2 == 1))
    ++quotient;
  return static_cast<std::int64_t>(quotient);
}

std::int64_t unitPrice(const SaleLine& l) {
  return l.revenueMicro > 0 && l.unitsMilli > 0 ? halfEven(static_cast<Wide>(l.revenueMicro) * 1000, l.unitsMilli)
                                                : l.priceMicro;
}

} // namespace

Status SaleWeeks::prepare() {
  PW_TRY(m_parts, RawStatement::prepare(m_batch.db, "SELECT lines FROM sale_part WHERE listing_no = ?1 AND day = ?2 "
                                                    "AND form = ?3 ORDER BY import_no"));
  PW_TRY(m_insert, RawStatement::prepare(m_batch.db, "INSERT INTO sale_part (listing_no, day, form, import_no, lines) "
                                                     "VALUES (?1, ?2, ?3, ?4, ?5)"));
  PW_TRY(m_any, RawStatement::prepare(m_batch.db, "SELECT 1 FROM sale_part WHERE listing_no = ?1 AND form = ?2 "
                                                  "LIMIT 1"));
  PW_TRY(m_overlap,
         RawStatement::prepare(m_batch.db, "SELECT 1 FROM sale WHERE listing_no = ?1 AND day > ?2 - 366 AND day < ?2 "
                                           "+ 7 AND day <> ?2 AND day + days > ?2 LIMIT 1"));
  return {};
}

Result<bool> SaleWeeks::hasParts(int listingNo) {
  if (!m_parts)
    PW_CHECK(prepare());
  sqlite3_bind_int64(m_any.get(), 1, listingNo);
  sqlite3_bind_int(m_any.get(), 2, static_cast<int>(m_form));
  const bool any = sqlite3_step(m_any.get()) == SQLITE_ROW;
  sqlite3_reset(m_any.get());
  return any;
}

Result<bool> SaleWeeks::overlaps(int listingNo, std::int64_t week) {
  sqlite3_bind_int64(m_overlap.get(), 1, listingNo);
  sqlite3_bind_int64(m_overlap.get(), 2, week);
  const bool any = sqlite3_step(m_overlap.get()) == SQLITE_ROW;
  sqlite3_reset(m_overlap.get());
  return any;
}

Status SaleWeeks::readParts(int listingNo, std::int64_t week) {
  sqlite3_stmt* s = m_parts.get();
  sqlite3_bind_int64(s, 1, listingNo);
  sqlite3_bind_int64(s, 2, week);
  sqlite3_bind_int(s, 3, static_cast<int>(m_form));
  int code = SQLITE_ROW;
  bool good = true;
  while ((code = sqlite3_step(s)) == SQLITE_ROW) {
    std::string_view in(static_cast<const char*>(sqlite3_column_blob(s, 0)),
                        static_cast<std::size_t>(sqlite3_column_bytes(s, 0)));
    SaleLine l;
    while (good && !in.empty()) {
      good = unpackSaleLine(in, week, l);
      if (good)
        m_all.push_back(l);
    }
  }
  sqlite3_reset(s);
  if (code != SQLITE_DONE)
    return m_batch.db.lastError(QStringLiteral("sale_part"));
  return good ? Status()
              : Status(fail(QStringLiteral("storage.corrupt"), {{QStringLiteral("path"), m_batch.db.path()}}));
}

void SaleWeeks::reject(std::span<const SaleLine> lines, const char* code) {
  const std::string day = isoDay(fromDayNumber(static_cast<int>(lines.front().day))).toStdString();
  for (const SaleLine& l : lines)
    m_batch.rejectLate(l.line, code, "day", day);
}

// A day's sales come once in a file: the first row counts, the others are named.
std::span<SaleLine> SaleWeeks::withoutRepeatedDays(std::span<SaleLine> lines) {
  std::size_t kept = 0;
  for (SaleLine& l : lines) {
    if (kept > 0 && lines[kept - 1].key == l.key)
      reject(std::span(&l, 1), saysTheSame(l, lines[kept - 1]) ? "import.repeated-row" : "import.duplicate-key");
    else
      lines[kept++] = l;
  }
  return lines.first(kept);
}

void SaleWeeks::merge(std::span<const SaleLine> lines) {
  m_fresh.clear();
  if (m_all.empty()) {
    m_all.assign(lines.begin(), lines.end());
    m_fresh = m_all;
    return;
  }
  if (m_form == Form::Days) { // parts come in the order of their imports: the last word on a day counts
    std::map<std::uint64_t, SaleLine> days;
    for (const SaleLine& l : m_all)
      days[l.key] = l;
    for (const SaleLine& l : lines)
      if (const auto [at, isNew] = days.try_emplace(l.key, l); isNew || !saysTheSame(at->second, l)) {
        at->second = l;
        m_fresh.push_back(l);
      }
    m_all.clear();
    for (const auto& [key, l] : days)
      m_all.push_back(l);
    return;
  }
  std::unordered_map<std::uint64_t, int> known;
  for (const SaleLine& l : m_all)
    ++known[l.key];
  for (const SaleLine& l : lines)
    if (const auto at = known.find(l.key); at == known.end() || at->second-- <= 0)
      m_fresh.push_back(l);
  m_all.insert(m_all.end(), m_fresh.begin(), m_fresh.end());
}

std::int64_t SaleWeeks::commonPrice() const {
  std::map<std::int64_t, std::pair<std::int64_t, std::int64_t>> byPrice; // lines, units
  for (const SaleLine& l : m_all) {
    auto& [lines, units] = byPrice[unitPrice(l)];
    ++lines;
    units += l.unitsMilli;
  }
  std::tuple<std::int64_t, std::int64_t, std::int64_t> best{};
  for (const auto& [price, count] : byPrice)
    best = std::max(best, std::tuple(count.first, count.second, price));
  return std::get<2>(best);
}

std::optional<SaleWeeks::Values> SaleWeeks::total() const {
  Wide takings = 0, units = 0;
  std::int64_t regular = kNull, deal = 0, feature = 0, inStock = 0;
  bool stockTold = true;
  for (const SaleLine& l : m_all) {
    takings +=
        l.revenueMicro > 0 ? static_cast<Wide>(l.revenueMicro) * 1000 : static_cast<Wide>(l.unitsMilli) * l.priceMicro;
    units += l.unitsMilli;
    regular = std::max(regular, l.regularMicro > 0 ? l.regularMicro : kNull);
    deal += l.dealMilli;
    feature += l.featureMilli;
    stockTold = stockTold && l.inStock >= 0;
    inStock += l.inStock;
  }
  if (units > 1'000'000'000'000'000)
    return std::nullopt;
  const auto count = static_cast<std::int64_t>(m_all.size());
  const std::int64_t price = units > 0 ? halfEven(takings, units) : commonPrice();
  if (price <= 0)
    return std::nullopt;
  if (m_form == Form::Lines)
    return Values{7, static_cast<std::int64_t>(units), price, commonPrice(), 0, 0, kNull};
  return Values{7,
                static_cast<std::int64_t>(units),
                price,
                regular,
                (2 * deal + count) / (2 * count),
                (2 * feature + count) / (2 * count),
                stockTold ? std::min<std::int64_t>(inStock, 7) : kNull};
}

Status SaleWeeks::keepFresh(int listingNo, std::int64_t week) {
  m_blob.clear();
  for (const SaleLine& l : m_fresh)
    packSaleLine(l, week, m_blob);
  m_batch.digest.add(m_blob);
  sqlite3_stmt* s = m_insert.get();
  sqlite3_bind_int64(s, 1, listingNo);
  sqlite3_bind_int64(s, 2, week);
  sqlite3_bind_int(s, 3, static_cast<int>(m_form));
  sqlite3_bind_int64(s, 4, m_batch.no);
  sqlite3_bind_blob(s, 5, m_blob.data(), static_cast<int>(m_blob.size()), SQLITE_STATIC);
  const Status done =
      sqlite3_step(s) == SQLITE_DONE ? Status() : Status(m_batch.db.lastError(QStringLiteral("sale_part")));
  sqlite3_reset(s);
  return done;
}

Status SaleWeeks::putWeek(int listingNo, bool known, std::span<SaleLine> lines, const Sink& sink) {
  const std::int64_t week = weekOf(lines.front().day);
  m_all.clear();
  if (known) {
    PW_TRY(const bool taken, overlaps(listingNo, week));
    if (taken) {
      reject(lines, "import.overlapping-period");
      return {};
    }
    PW_CHECK(readParts(listingNo, week));
  }
  if (m_form == Form::Days)
    lines = withoutRepeatedDays(lines);
  const bool begun = !m_all.empty();
  merge(lines);
  const auto values = total();
  if (!values) {
    reject(lines, "import.out-of-range");
    return {};
  }
  m_continued += begun && !m_fresh.empty();
  if (!m_fresh.empty())
    PW_CHECK(keepFresh(listingNo, week));
  return sink(lines.front().line, week, *values);
}

Status SaleWeeks::put(int listingNo, std::vector<SaleLine>& lines, const Sink& sink) {
  if (!m_parts)
    PW_CHECK(prepare());
  std::sort(lines.begin(), lines.end(), [this](const SaleLine& a, const SaleLine& b) {
    const std::int64_t x = m_form == Form::Days ? a.day : weekOf(a.day),
                       y = m_form == Form::Days ? b.day : weekOf(b.day);
    return std::tie(x, a.line) < std::tie(y, b.line);
  });
  const bool known = !m_batch.codes.isNewListing(listingNo);
  for (std::size_t begin = 0; begin < lines.size();) {
    std::size_t end = begin + 1;
    while (end < lines.size() && weekOf(lines[end].day) == weekOf(lines[begin].day))
      ++end;
    PW_CHECK(putWeek(listingNo, known, std::span(lines).subspan(begin, end - begin), sink));
    begin = end;
  }
  return {};
}

} // namespace pricewright
