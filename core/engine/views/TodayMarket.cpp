// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/views/TodayMarket.h"

#include "catalog/Rows.h"

#include <set>

namespace pricewright {
namespace {

constexpr Duration kDoubtDays = std::chrono::hours(24 * 14);

// What nobody has confirmed or rejected yet, the commonest reason as its example.
constexpr char kDoubts[] = "SELECT 'offers-doubtful', sum(count(*)) OVER (), state_reason FROM offer "
                           "WHERE state = 'quarantined' AND observed_ms > ?1 "
                           "GROUP BY state_reason ORDER BY count(*) DESC, state_reason LIMIT 1";
constexpr char kAlerts[] = "SELECT 'alerts', count(*), '' FROM alert_event WHERE "
                           "(state = 'new' OR (state = 'snoozed' AND snoozed_until_ms <= ?1))";
constexpr char kFailing[] = "SELECT 'pages-failing', sum(count(*)) OVER (), last_error FROM watch w "
                            "JOIN site s ON s.no = w.site_no WHERE w.is_on = 1 AND s.is_on = 1 AND w.failures > 0 "
                            "GROUP BY last_error ORDER BY count(*) DESC, last_error LIMIT 1";
// One of their products once, in however many zones: as the queue shows it.
constexpr char kMatches[] = "SELECT 'matches', count(*), '' FROM (SELECT DISTINCT m.competitor_no, m.external_code, "
                            "l.sku_no FROM product_match m JOIN listing l ON l.no = m.listing_no "
                            "WHERE m.state = 'suggested')";

// Price tests: decided ones wait for people; paused ones wait for sales.
constexpr char kTestsDecided[] = "SELECT 'tests-decided', count(*), min(name) FROM experiment WHERE state = 'decided'";
constexpr char kTestsPaused[] = "SELECT 'tests-paused', count(*), min(name) FROM experiment WHERE state = 'paused'";

// Rows: what, how many, an example.
Status addNeed(Database& db, const char* sql, std::optional<Instant> when, std::vector<TodayNeed>& needs) {
  PW_TRY(Query q, Query::prepare(db, sql));
  if (when)
    q.bind(1, toMillis(*when));
  PW_TRY(const bool any, q.step());
  if (const int count = any ? smallInteger(q, 1) : 0; count > 0)
    needs.push_back({q.text(0), count, 0, {}, q.text(2)});
  return {};
}

} // namespace

Status addMarketNeeds(Database& db, Instant now, std::vector<TodayNeed>& needs) {
  PW_CHECK(addNeed(db, kDoubts, now - kDoubtDays, needs));
  PW_CHECK(addNeed(db, kAlerts, now, needs));
  PW_CHECK(addNeed(db, kFailing, {}, needs));
  return addNeed(db, kMatches, {}, needs);
}

Status addHeldNeeds(Workspace& w, std::vector<TodayNeed>& needs) {
  PW_TRY(Query q, Query::prepare(w.database(), "SELECT primary_reason, count(*) AS many FROM decision WHERE state = "
                                               "'held' GROUP BY primary_reason ORDER BY many DESC, primary_reason"));
  TodayNeed blocked{QStringLiteral("blocked"), 0, 0, {}, {}}, tested{QStringLiteral("held-by-test"), 0, 0, {}, {}};
  PW_CHECK(eachRow(q, [&]() -> Status {
    if (q.utf8(0) == "hold-test")
      tested.count = smallInteger(q, 1);
    else if (blocked.count == 0)
      blocked.example = q.text(0);
    blocked.count += q.utf8(0) == "hold-test" ? 0 : smallInteger(q, 1);
    return {};
  }));
  if (blocked.count > 0)
    needs.push_back(std::move(blocked));
  if (tested.count == 0)
    return {};
  PW_TRY(const auto claims, w.experiments().claimed());
  std::set<QString> names;
  for (const auto& [listing, claim] : claims)
    if (!claim.byModel)
      names.insert(claim.test);
  tested.example = QStringList(names.begin(), names.end()).join(QStringLiteral(", "));
  needs.push_back(std::move(tested));
  return {};
}

Status addTestNeeds(Database& db, std::vector<TodayNeed>& needs) {
  PW_CHECK(addNeed(db, kTestsDecided, {}, needs));
  return addNeed(db, kTestsPaused, {}, needs);
}

} // namespace pricewright
