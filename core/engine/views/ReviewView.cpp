// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/views/ReviewView.h"

#include "catalog/Rows.h"

namespace pricewright {
namespace {

// The newest approval or rejection of a decision, and the newer decision on its listing.
constexpr const char* kDecidedSql =
    "SELECT d.id, d.content_hash, d.state, s.code, s.name, z.code, c.code, d.currency, d.current_minor, "
    "d.proposed_minor, d.primary_reason, d.decided_ms, a.user, a.reason_code, a.comment, "
    "CASE d.state WHEN 'superseded' THEN (SELECT n.id FROM decision n WHERE n.listing_no = d.listing_no AND "
    "n.created_ms > d.created_ms ORDER BY n.created_ms LIMIT 1) END "
    "FROM decision d JOIN listing l ON l.no = d.listing_no JOIN sku s ON s.no = l.sku_no "
    "JOIN category c ON c.no = s.category_no JOIN price_zone z ON z.no = l.zone_no "
    "LEFT JOIN approval a ON a.id = (SELECT b.id FROM approval b WHERE b.decision_id = d.id AND b.action IN "
    "('approve', 'reject') ORDER BY b.at_ms DESC, b.id DESC LIMIT 1) "
    "WHERE d.decided_ms >= ?1 AND d.state IN ('rejected', 'expired', 'superseded', 'published', 'rolled_back') "
    "ORDER BY d.decided_ms DESC, d.no DESC LIMIT ?2";

// Each fact with what happened after the proposal. A cost counts as changed where one takes effect between then and
// now, or was written since; who sees a hundred offers again at the same price sees no change.
constexpr const char* kChangedSql =
    "WITH due AS (SELECT id, listing_no, created_ms FROM decision WHERE state = 'pending' "
    "ORDER BY stake_micro DESC, id LIMIT ?1) "
    "SELECT due.id, "
    "EXISTS (SELECT 1 FROM price p WHERE p.listing_no = due.listing_no AND p.type = 'regular' AND "
    "p.from_ms > due.created_ms), "
    "EXISTS (SELECT 1 FROM cost k LEFT JOIN import_batch i ON i.no = k.import_no WHERE k.listing_no = due.listing_no "
    "AND k.kind = 'replacement' AND k.from_day <= ?2 AND (k.from_day > due.created_ms / 86400000 OR "
    "i.at_ms > due.created_ms)) OR EXISTS (SELECT 1 FROM audit_entry e WHERE e.subject_table = 'cost' AND "
    "e.subject_id >= due.listing_no || '|replacement|' AND e.subject_id < due.listing_no || '|replacement}' AND "
    "e.at_ms > due.created_ms), "
    "EXISTS (SELECT 1 FROM product_match m JOIN offer o ON o.match_no = m.no WHERE m.listing_no = due.listing_no AND "
    "m.state = 'confirmed' AND o.observed_ms > due.created_ms AND o.state = 'accepted' AND NOT EXISTS ("
    "SELECT 1 FROM offer b WHERE b.match_no = o.match_no AND b.source_no = o.source_no AND b.seller = o.seller AND "
    "b.observed_ms <= due.created_ms AND b.currency = o.currency AND "
    "abs(b.price_micro - o.price_micro) * 100 < b.price_micro AND b.observed_ms = (SELECT max(x.observed_ms) FROM "
    "offer x WHERE x.match_no = o.match_no AND x.source_no = o.source_no AND x.seller = o.seller AND "
    "x.observed_ms <= due.created_ms))), "
    "EXISTS (SELECT 1 FROM audit_entry e WHERE e.subject_table = 'listing' AND e.subject_id = l.sku_no || '|' || "
    "l.zone_no AND e.at_ms > due.created_ms) "
    "FROM due JOIN listing l ON l.no = due.listing_no";

} // namespace

Result<std::vector<DecidedRow>> decidedRows(Workspace& w, Duration back, int most) {
  PW_TRY(Query q, Query::prepare(w.database(), kDecidedSql));
  q.bind(1, toMillis(w.clock().now() - back)).bind(2, qint64(most));
  std::vector<DecidedRow> rows;
  PW_CHECK(eachRow(q, [&]() -> Status {
    PW_TRY(const Currency currency, Currency::fromCode(q.text(7)));
    DecidedRow r;
    r.id = idOf(q, 0);
    r.contentHash = q.text(1);
    r.state = decisionStateFrom(q.text(2)).value_or(DecisionState::Rejected);
    r.sku = q.text(3);
    r.product = q.text(4);
    r.zone = q.text(5);
    r.category = q.text(6);
    r.before = Money(q.integer(8), currency);
    r.proposed = Money(q.integer(9), currency);
    r.primaryReason = q.text(10);
    r.endedAt = fromMillis(q.integer(11));
    r.by = q.text(12);
    r.reason = q.text(13);
    r.comment = q.text(14);
    if (!q.text(15).isEmpty())
      r.replacedBy = idOf(q, 15);
    rows.push_back(std::move(r));
    return {};
  }));
  return rows;
}

Result<std::vector<ChangedFacts>> changedFacts(Workspace& w, int most) {
  static const QStringList kFacts{QStringLiteral("fact.price"), QStringLiteral("fact.cost"),
                                  QStringLiteral("fact.competitors"), QStringLiteral("fact.bounds")};
  PW_TRY(Query q, Query::prepare(w.database(), kChangedSql));
  q.bind(1, qint64(most)).bind(2, qint64(toDayNumber(dayOf(w.clock().now()))));
  std::vector<ChangedFacts> all;
  PW_CHECK(eachRow(q, [&]() -> Status {
    ChangedFacts one{idOf(q, 0), {}};
    for (int i = 0; i < kFacts.size(); ++i)
      if (q.integer(i + 1) != 0)
        one.facts << kFacts[i];
    if (!one.facts.isEmpty())
      all.push_back(std::move(one));
    return {};
  }));
  return all;
}

Result<DelegationView> delegationView(Workspace& w) {
  DelegationView view{w.me().user, {}, {}};
  PW_TRY(Query q, Query::prepare(w.database(), "SELECT name, display_name, role FROM user WHERE active = 1 AND name <> "
                                               "?1 ORDER BY name"));
  q.bind(1, view.me);
  PW_CHECK(eachRow(q, [&]() -> Status {
    view.people.push_back({q.text(0), q.text(1), q.text(2)});
    return {};
  }));
  PW_TRY(view.current, w.delegations());
  return view;
}

} // namespace pricewright
