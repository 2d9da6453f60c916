// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/market/MarketHealth.h"

#include "base/Words.h"
#include "catalog/Rows.h"
#include "pipeline/monitor/LookBudget.h"

#include <map>

namespace pricewright {
namespace {

constexpr Duration kHour = std::chrono::hours(1);

// The products of one competitor, hour by hour.
struct FreshCount {
  int products = 0;
  std::vector<int> fresh;
};

// Adds one product: its prices in order, each good for its source's time from when it was seen.
void addProduct(FreshCount& count, const std::vector<std::pair<Instant, Duration>>& prices, Instant start) {
  ++count.products;
  std::size_t next = 0;
  for (std::size_t hour = 0; hour < count.fresh.size(); ++hour) {
    const Instant end = start + kHour * int(hour + 1);
    while (next < prices.size() && prices[next].first <= end)
      ++next;
    count.fresh[hour] += next > 0 && end - prices[next - 1].first <= prices[next - 1].second;
  }
}

Duration longestFreshness(const QHash<int, Source>& sources) {
  Duration longest = std::chrono::hours(24);
  for (const Source& source : sources)
    longest = std::max(longest, source.freshness);
  return std::min<Duration>(longest, std::chrono::hours(24 * 60));
}

Result<std::map<int, FreshCount>> freshCounts(Workspace& w, Instant start, int hours) {
  PW_TRY(const auto sources, w.offers().sources());
  PW_TRY(Query q,
         Query::prepare(w.database(), "SELECT m.competitor_no, o.match_no, o.source_no, o.observed_ms FROM offer o "
                                      "JOIN product_match m ON m.no = o.match_no WHERE o.observed_ms > ?1 "
                                      "AND o.observed_ms <= ?2 AND o.state = 'accepted' AND m.state = 'confirmed' "
                                      "ORDER BY o.match_no, o.observed_ms, o.no"));
  q.bind(1, toMillis(start - longestFreshness(sources))).bind(2, toMillis(start + kHour * hours));
  std::map<int, FreshCount> out;
  std::vector<std::pair<Instant, Duration>> prices;
  int match = -1, competitor = -1;
  const auto end = [&] {
    if (prices.empty())
      return;
    FreshCount& count = out[competitor];
    count.fresh.resize(std::size_t(hours));
    addProduct(count, prices, start);
    prices.clear();
  };
  PW_CHECK(eachRow(q, [&]() -> Status {
    if (const int next = smallInteger(q, 1); next != match) {
      end();
      match = next, competitor = smallInteger(q, 0);
    }
    prices.emplace_back(fromMillis(q.integer(3)), sources.value(smallInteger(q, 2)).freshness);
    return {};
  }));
  end();
  return out;
}

// How many products of each competitor there should be prices of: those of watched pages, and those that told one
// within a season, so that one who has fallen silent does not look fresh, nor vanish.
Result<std::map<int, int>> expectedProducts(Workspace& w, Instant now) {
  constexpr Duration kSeason = std::chrono::hours(24 * 90);
  PW_TRY(Query q,
         Query::prepare(w.database(),
                        "SELECT m.competitor_no, count(*) FROM product_match m WHERE m.state = 'confirmed' AND "
                        "(EXISTS (SELECT 1 FROM watch w WHERE w.match_no = m.no AND w.is_on = 1) OR EXISTS "
                        "(SELECT 1 FROM offer o WHERE o.match_no = m.no AND o.observed_ms > ?1 AND o.observed_ms <= "
                        "?2)) GROUP BY 1"));
  q.bind(1, toMillis(now - kSeason)).bind(2, toMillis(now));
  std::map<int, int> out;
  PW_CHECK(eachRow(q, [&]() -> Status {
    out[smallInteger(q, 0)] = smallInteger(q, 1);
    return {};
  }));
  return out;
}

// An hour's end belongs to it, as with prices: what was looked at just now is in the last one.
Status addLooks(Workspace& w, Instant start, int hours, std::map<int, FreshRow>& rows) {
  PW_TRY(Query q,
         Query::prepare(w.database(), "SELECT s.competitor_no, (l.at_ms - ?1 - 1) / 3600000, count(*), "
                                      "sum(l.offer_no IS NULL) FROM page_look l JOIN watch w ON w.no = l.watch_no "
                                      "JOIN site s ON s.no = w.site_no WHERE l.at_ms > ?1 AND l.origin <> 'api' "
                                      "GROUP BY 1, 2"));
  q.bind(1, toMillis(start));
  return eachRow(q, [&]() -> Status {
    const auto row = rows.find(smallInteger(q, 0));
    const int hour = smallInteger(q, 1);
    if (row == rows.end() || hour < 0 || hour >= hours)
      return {};
    FreshCell& cell = row->second.hours[std::size_t(hour)];
    cell.looks = smallInteger(q, 2), cell.failed = smallInteger(q, 3);
    return {};
  });
}

Result<std::optional<double>> latencyP95(Database& db, Instant since) {
  PW_TRY(Query q, Query::prepare(db, "SELECT took_ms FROM page_look WHERE at_ms > ?1 AND status > 0 ORDER BY took_ms"));
  q.bind(1, toMillis(since));
  std::vector<qint64> took;
  PW_CHECK(eachRow(q, [&]() -> Status {
    took.push_back(q.integer(0));
    return {};
  }));
  if (took.empty())
    return std::optional<double>();
  const std::size_t rank = (took.size() * 95 + 99) / 100; // the smallest that 95 % do not exceed
  return std::optional<double>(double(took[rank - 1]));
}

void readFound(OfferEvidence& out, const QJsonObject& found) {
  const QJsonObject price = found[QLatin1String("price")].toObject();
  const QJsonObject evidence = price[QLatin1String("evidence")].toObject();
  out.reader = price[QLatin1String("source")].toString();
  out.confidence = price[QLatin1String("confidence")].toDouble();
  out.snippet = evidence[QLatin1String("snippet")].toString();
  out.selector = evidence[QLatin1String("selector")].toString();
  out.pointer = evidence[QLatin1String("pointer")].toString();
}

} // namespace

Result<FreshnessMap> freshnessMap(Workspace& w, int hours) {
  FreshnessMap out;
  out.end = w.clock().now();
  const Instant start = out.end - kHour * hours;
  PW_TRY(const auto counts, freshCounts(w, start, hours));
  PW_TRY(const auto expected, expectedProducts(w, out.end));
  PW_TRY(const auto competitors, w.offers().competitors());
  std::map<int, FreshRow> rows;
  for (const Competitor& c : competitors) {
    const auto wanted = expected.find(c.no);
    if (wanted == expected.end())
      continue;
    FreshRow row{c.name, wanted->second, std::vector<FreshCell>(std::size_t(hours))};
    if (const auto found = counts.find(c.no); found != counts.end())
      for (std::size_t h = 0; h < row.hours.size(); ++h)
        row.hours[h].share = double(found->second.fresh[h]) / wanted->second;
    rows.emplace(c.no, std::move(row));
  }
  PW_CHECK(addLooks(w, start, hours, rows));
  for (auto& [no, row] : rows)
    out.rows.push_back(std::move(row));
  std::stable_sort(out.rows.begin(), out.rows.end(),
                   [](const FreshRow& a, const FreshRow& b) { return a.hours.back().share < b.hours.back().share; });
  return out;
}

Result<ScrapeFigures> scrapeFigures(Workspace& w) {
  ScrapeFigures out;
  const Instant since = w.clock().now() - 24 * kHour;
  PW_TRY(const Settings settings, w.catalog().settings());
  out.budgetADay = settings.real(u"monitor.budget-per-day");
  PW_TRY(Query q, Query::prepare(w.database(), "SELECT origin, error, count(*), sum(offer_no IS NOT NULL) "
                                               "FROM page_look WHERE at_ms > ?1 GROUP BY origin, error"));
  q.bind(1, toMillis(since));
  std::map<QString, qint64> errors;
  PW_CHECK(eachRow(q, [&]() -> Status {
    const QString origin = q.text(0), error = q.text(1);
    const qint64 looks = q.integer(2), good = q.integer(3);
    if (origin == u"api") { // a service stood in for a look that is counted by itself
      out.standIn += good;
      return {};
    }
    out.looks += looks, out.good += good;
    (origin == u"live" ? out.live : out.unchanged) += good;
    if (good < looks && !error.isEmpty())
      errors[error] += looks - good;
    return {};
  }));
  out.errorCounts.assign(errors.begin(), errors.end());
  std::stable_sort(out.errorCounts.begin(), out.errorCounts.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  PW_TRY(const SiteStore::Spent spent, w.sites().spentSince(since)); // as the budget counts
  const LookPrices prices{settings.real(u"monitor.cost-per-request"), settings.real(u"monitor.cost-per-gigabyte")};
  out.cost = prices.costOf(spent.requests, spent.bytes);
  out.costALook = out.looks > 0 ? out.cost / double(out.looks) : 0;
  PW_TRY(out.latencyP95, latencyP95(w.database(), since));
  return out;
}

Result<OfferEvidence> offerEvidence(Workspace& w, qint64 offerNo) {
  OfferEvidence out;
  out.offerNo = offerNo;
  PW_TRY(Query q, Query::prepare(w.database(), "SELECT o.evidence, s.name FROM offer o JOIN source s ON s.no = "
                                               "o.source_no WHERE o.no = ?1"));
  PW_TRY(const bool there, q.bind(1, offerNo).step());
  if (!there)
    return fail(s("market.unknown-offer"), {{s("offer"), QString::number(offerNo)}});
  out.url = q.text(0), out.source = q.text(1);
  PW_TRY(out.look, w.sites().lookOfOffer(offerNo));
  if (out.look) {
    readFound(out, out.look->found);
    PW_TRY(Query page, Query::prepare(w.database(), "SELECT 1 FROM page WHERE sha256 = ?1"));
    PW_TRY(out.pageKept, page.bind(1, out.look->pageSha256).step());
  }
  return out;
}

} // namespace pricewright
