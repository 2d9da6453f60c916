// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/market/OldOffers.h"

#include "base/Words.h"
#include "catalog/Permissions.h"
#include "catalog/Rows.h"

namespace pricewright {
namespace {

constexpr auto kBetweenCleanings = std::chrono::hours(24);
constexpr auto kSeenByCases = std::chrono::days(60); // how far back a decision looks at offers
constexpr int kCasesAtOnce = 500;                    // a second's work
constexpr int kOffersAtOnce = 20'000;

struct Cleaning {
  qint64 lastCase = 0, lastEntry = 0, lastAlert = 0;
};

// None: it was done not long ago, or nothing is as old.
Result<std::optional<Cleaning>> dueCleaning(Database& db, Instant now, Instant before) {
  PW_TRY(Query q, Query::prepare(db, "SELECT last_case, last_entry, last_alert FROM offer_cleaning WHERE done_ms <= ?1 "
                                     "AND EXISTS (SELECT 1 FROM offer WHERE observed_ms < ?2 AND import_no IS NULL)"));
  PW_TRY(const bool isDue, q.bind(1, toMillis(now - kBetweenCleanings)).bind(2, toMillis(before)).step());
  if (!isDue)
    return std::optional<Cleaning>();
  return std::optional<Cleaning>(Cleaning{q.integer(0), q.integer(1), q.integer(2)});
}

Status note(Database& db, const std::vector<qint64>& offers) {
  PW_TRY(Query q, Query::prepare(db, "INSERT OR IGNORE INTO offer_reference (offer_no) VALUES (?1)"));
  for (const qint64 no : offers) {
    PW_CHECK(q.bind(1, no).run());
    q.reset();
  }
  return {};
}

// What the references of cases counted. A case that is damaged cannot be replayed by any offer, and holds nothing up.
// True: all cases that can know an offer from before then have been read, and those in between that cannot yet: where a
// clock was set back, cases do not stand in the order of their times, and none may be passed over.
Result<bool> noteCases(Workspace& w, Cleaning& at, Instant before) {
  PW_TRY(Query q,
         Query::prepare(w.database(), "SELECT p.no, p.id FROM pricing_case p WHERE p.no > ?1 AND p.no <= (SELECT x.no "
                                      "FROM pricing_case x JOIN cycle c ON c.id = x.cycle_id WHERE x.no > ?1 AND "
                                      "c.started_ms < ?2 ORDER BY x.no DESC LIMIT 1) ORDER BY p.no LIMIT ?3"));
  q.bind(1, at.lastCase).bind(2, toMillis(before + kSeenByCases)).bind(3, kCasesAtOnce);
  std::vector<std::pair<qint64, QString>> cases;
  PW_CHECK(eachRow(q, [&]() -> Status {
    cases.emplace_back(q.integer(0), q.text(1));
    return {};
  }));
  q.reset();
  std::vector<qint64> offers;
  for (const auto& [no, id] : cases) {
    at.lastCase = no;
    const Result<PricingCase> one = w.decisions().pricingCase(id);
    if (!one && !one.error().is(u"decision.case-damaged"))
      return one.error();
    if (!one)
      continue;
    for (const ListingCase& listing : one->listings)
      offers.insert(offers.end(), listing.reference.offerNos.begin(), listing.reference.offerNos.end());
  }
  PW_CHECK(note(w.database(), offers));
  return int(cases.size()) < kCasesAtOnce;
}

// Of the journal: what somebody or the checks marked. Of alerts, which name a product and a competitor: the offer that
// each match showed then, and the one before with another price.
Status noteEntriesAndAlerts(Database& db, Cleaning& at) {
  const auto run = [&](const char* sql, qint64 after) -> Status {
    PW_TRY(Query q, Query::prepare(db, sql));
    return q.bind(1, after).run();
  };
  PW_CHECK(run("INSERT OR IGNORE INTO offer_reference (offer_no) SELECT j.value FROM audit_entry e, "
               "json_each(e.body, '$.offers') j WHERE e.subject_table = 'offer' AND e.sequence > ?1 AND "
               "typeof(j.value) = 'integer'",
               at.lastEntry));
  PW_CHECK(run("WITH shown AS (SELECT m.no AS match_no, (SELECT o.no FROM offer o WHERE o.match_no = m.no AND "
               "o.observed_ms <= e.at_ms ORDER BY o.observed_ms DESC LIMIT 1) AS offer_no FROM alert_event e "
               "JOIN product_match m ON m.listing_no = e.listing_no AND (e.competitor_no IS NULL OR "
               "m.competitor_no = e.competitor_no) WHERE e.no > ?1), "
               "told AS (SELECT offer_no FROM shown UNION SELECT (SELECT b.no FROM offer b WHERE b.match_no = "
               "s.match_no AND b.observed_ms < o.observed_ms AND (b.price_micro, b.in_stock) <> (o.price_micro, "
               "o.in_stock) ORDER BY b.observed_ms DESC LIMIT 1) FROM shown s JOIN offer o ON o.no = s.offer_no) "
               "INSERT OR IGNORE INTO offer_reference (offer_no) SELECT offer_no FROM told WHERE offer_no IS NOT NULL",
               at.lastAlert));
  PW_TRY(Query q, Query::prepare(db, "SELECT coalesce((SELECT max(sequence) FROM audit_entry), 0), "
                                     "coalesce((SELECT max(no) FROM alert_event), 0)"));
  PW_TRY([[maybe_unused]] const bool row, q.step());
  at.lastEntry = q.integer(0), at.lastAlert = q.integer(1);
  return {};
}

Result<std::vector<qint64>> doomed(Database& db, Instant before) {
  PW_TRY(Query q,
         Query::prepare(
             db,
             "SELECT o.no FROM offer o WHERE o.observed_ms < ?1 AND o.import_no IS NULL AND NOT EXISTS (SELECT 1 FROM "
             "offer_reference r WHERE r.offer_no = o.no) AND EXISTS (SELECT 1 FROM offer n WHERE "
             "n.match_no = o.match_no AND n.source_no = o.source_no AND n.seller = o.seller AND "
             "n.observed_ms > o.observed_ms) AND (o.state <> 'accepted' OR EXISTS (SELECT 1 FROM "
             "offer n WHERE n.match_no = o.match_no AND n.source_no = o.source_no AND n.seller = "
             "o.seller AND n.observed_ms > o.observed_ms AND n.state = 'accepted')) LIMIT ?2"));
  q.bind(1, toMillis(before)).bind(2, kOffersAtOnce);
  std::vector<qint64> out;
  PW_CHECK(eachRow(q, [&]() -> Status {
    out.push_back(q.integer(0));
    return {};
  }));
  return out;
}

// With their looks. The newest look of each page stays, without its offer: it says how the page stands.
Status drop(Database& db, const std::vector<qint64>& offers) {
  const char* const steps[] = {
      "DELETE FROM page_look WHERE offer_no = ?1 AND at_ms < (SELECT max(l.at_ms) FROM page_look l WHERE l.watch_no = "
      "page_look.watch_no)",
      "UPDATE page_look SET offer_no = NULL WHERE offer_no = ?1", "DELETE FROM offer WHERE no = ?1"};
  for (const char* sql : steps) {
    PW_TRY(Query q, Query::prepare(db, sql));
    for (const qint64 no : offers) {
      PW_CHECK(q.bind(1, no).run());
      q.reset();
    }
  }
  return {};
}

Status remember(Database& db, const Cleaning& at, std::optional<Instant> done) {
  PW_TRY(Query q, Query::prepare(db, "UPDATE offer_cleaning SET last_case = ?1, last_entry = ?2, last_alert = ?3, "
                                     "done_ms = coalesce(?4, done_ms)"));
  q.bind(1, at.lastCase).bind(2, at.lastEntry).bind(3, at.lastAlert);
  return q.bind(4, done ? std::optional(toMillis(*done)) : std::nullopt).run();
}

} // namespace

Result<OldOffers> forgetOldOffers(Workspace& w) {
  Database& db = w.database();
  PW_TRY(const Settings settings, w.catalog().settings());
  const Instant now = w.clock().now();
  const Instant before = now - std::chrono::days(settings.integer(u"monitor.offer-retention.days"));
  PW_TRY(std::optional<Cleaning> at, dueCleaning(db, now, before));
  if (!at)
    return OldOffers();
  PW_TRY(Transaction in, Transaction::begin(db));
  PW_TRY(const Actor who, mayDo(db, w.me(), Permission::RunCycles));
  OldOffers out;
  PW_TRY(out.isDone, noteCases(w, *at, before));
  if (out.isDone) { // before that, nobody knows whether a case names them
    PW_CHECK(noteEntriesAndAlerts(db, *at));
    PW_TRY(const std::vector<qint64> gone, doomed(db, before));
    PW_CHECK(drop(db, gone));
    out.offers = qint64(gone.size()), out.isDone = gone.size() < std::size_t(kOffersAtOnce);
    if (!gone.empty())
      PW_CHECK(w.journal().append(who, s("offers.forgotten"), s("offer"), QString::number(gone.size()),
                                  {{s("count"), out.offers}, {s("before"), isoInstant(before)}}, s("bulk")));
  }
  PW_CHECK(remember(db, *at, out.isDone ? std::optional(now) : std::nullopt));
  PW_CHECK(in.commit());
  return out;
}

} // namespace pricewright
