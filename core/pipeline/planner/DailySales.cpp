// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/planner/DailySales.h"

#include "storage/SaleLines.h"

#include <QByteArray>

#include <array>

namespace pricewright {

namespace {

constexpr int kDays = 1; // form of a part: a row a day; else invoice lines (imports/rows/SaleWeeks.h)

// Puts the lines of one part into its week: of a day the last word counts, invoice lines add up. False: unreadable.
bool addPart(const QByteArray& lines, bool days, std::array<double, 7>& units) {
  std::string_view in(lines.constData(), std::size_t(lines.size()));
  SaleLine line;
  while (!in.empty()) {
    if (!unpackSaleLine(in, 0, line) || line.day < 0 || line.day > 6)
      return false;
    double& day = units[std::size_t(line.day)];
    day = (days ? 0 : day) + double(line.unitsMilli) / 1000;
  }
  return true;
}

void flush(qint32 monday, std::array<double, 7>& units, std::vector<DaySale>& into) {
  for (int d = 0; d < 7; ++d)
    if (units[std::size_t(d)] > 0)
      into.push_back({monday + d, units[std::size_t(d)]});
  units = {};
}

} // namespace

Result<std::unordered_map<int, std::vector<DaySale>>> loadDailySales(Database& db, Day from, Day before) {
  std::unordered_map<int, std::vector<DaySale>> out;
  PW_TRY(Query q, Query::prepare(db, "SELECT listing_no, day, form, lines FROM sale_part WHERE day >= ?1 AND "
                                     "day + 7 <= ?2 ORDER BY listing_no, day, form, import_no"));
  q.bind(1, toDayNumber(from)).bind(2, toDayNumber(before));
  std::pair<int, qint32> open{0, 0}; // listing and Monday of the week that is put together
  std::array<double, 7> units{};
  for (;;) {
    PW_TRY(const bool row, q.step());
    const std::pair<int, qint32> next = row ? std::pair(int(q.integer(0)), qint32(q.integer(1))) : std::pair(0, 0);
    if (next != open && open.first != 0)
      flush(open.second, units, out[open.first]);
    open = next;
    if (!row)
      return out;
    if (!addPart(q.blob(3), q.integer(2) == kDays, units))
      return fail(QStringLiteral("storage.corrupt"), {{QStringLiteral("path"), db.path()}});
  }
}

} // namespace pricewright
