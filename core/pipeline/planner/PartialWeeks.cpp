// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/planner/PartialWeeks.h"

#include "storage/SaleLines.h"

#include <algorithm>
#include <limits>
#include <map>
#include <vector>

namespace pricewright {
namespace {

struct Weekdays { // of a zone's week, 0 is Monday
  int first = 7, last = -1;
};
struct Mondays { // Mondays
  qint32 first = std::numeric_limits<qint32>::max(), last = std::numeric_limits<qint32>::min();
};

// False where a line of a part cannot be read.
bool readWeekdays(const QByteArray& lines, Weekdays& into) {
  std::string_view in(lines.constData(), std::size_t(lines.size()));
  SaleLine line;
  while (!in.empty()) {
    if (!unpackSaleLine(in, 0, line) || line.day < 0 || line.day > 6)
      return false;
    into.first = std::min(into.first, int(line.day));
    into.last = std::max(into.last, int(line.day));
  }
  return true;
}

class Reader {
 public:
  Reader(Database& db, const Catalog& catalog) : m_db(db), m_catalog(catalog) {}

  Status findSpans() {
    PW_TRY(Query q, Query::prepare(m_db, "SELECT (SELECT min(day) FROM sale_part WHERE listing_no = ?1), "
                                         "(SELECT max(day) FROM sale_part WHERE listing_no = ?1)"));
    for (const Listing& listing : m_catalog.listings) {
      PW_TRY(const bool row, q.bind(1, listing.no).step());
      if (row && !q.isNull(0)) {
        const Mondays own{qint32(q.integer(0)), qint32(q.integer(1))};
        m_own[listing.no] = own;
        Mondays& zone = m_zones[listing.zoneNo];
        zone.first = std::min(zone.first, own.first);
        zone.last = std::max(zone.last, own.last);
      }
      q.reset();
    }
    return {};
  }

  // The two weeks at either end: the edge, and the one that it is held against.
  Status readEdges() {
    PW_TRY(Query q, Query::prepare(m_db, "SELECT lines FROM sale_part WHERE listing_no = ?1 AND day = ?2"));
    for (const Listing& listing : m_catalog.listings) {
      if (!m_own.contains(listing.no))
        continue;
      const Mondays& zone = m_zones[listing.zoneNo];
      std::vector<qint32> weeks{zone.first, zone.first + 7, zone.last - 7, zone.last};
      std::sort(weeks.begin(), weeks.end());
      weeks.erase(std::unique(weeks.begin(), weeks.end()), weeks.end());
      for (const qint32 week : weeks) {
        q.bind(1, listing.no).bind(2, week);
        for (;;) {
          PW_TRY(const bool row, q.step());
          if (!row)
            break;
          if (!readWeekdays(q.blob(0), m_weekdays[{listing.zoneNo, week}]))
            return fail(QStringLiteral("storage.corrupt"), {{QStringLiteral("path"), m_db.path()}});
        }
        q.reset();
      }
    }
    return {};
  }

  std::unordered_map<int, PartialWeeks> result() const {
    std::unordered_map<int, PartialWeeks> out;
    for (const Listing& listing : m_catalog.listings) {
      const auto own = m_own.find(listing.no);
      if (own == m_own.end())
        continue;
      const int zoneNo = listing.zoneNo;
      const Mondays& zone = m_zones.at(zoneNo);
      PartialWeeks partial;
      if (own->second.first == zone.first && of(zoneNo, zone.first).first > of(zoneNo, zone.first + 7).first)
        partial.first = zone.first;
      if (own->second.last == zone.last && of(zoneNo, zone.last).last < of(zoneNo, zone.last - 7).last)
        partial.last = zone.last;
      if (partial.first || partial.last)
        out[listing.no] = partial;
    }
    return out;
  }

 private:
  Weekdays of(int zoneNo, qint32 week) const { // a week without a sale says nothing
    const auto found = m_weekdays.find({zoneNo, week});
    return found == m_weekdays.end() ? Weekdays() : found->second;
  }

  Database& m_db;
  const Catalog& m_catalog;
  std::map<int, Mondays> m_own, m_zones;
  std::map<std::pair<int, qint32>, Weekdays> m_weekdays; // (zone, week)
};

} // namespace

Result<std::unordered_map<int, PartialWeeks>> loadPartialWeeks(Database& db, const Catalog& catalog) {
  PW_TRY(Query any, Query::prepare(db, "SELECT 1 FROM sale_part LIMIT 1"));
  PW_TRY(const bool daily, any.step());
  if (!daily)
    return std::unordered_map<int, PartialWeeks>();
  Reader reader(db, catalog);
  PW_CHECK(reader.findSpans());
  PW_CHECK(reader.readEdges());
  return reader.result();
}

} // namespace pricewright
