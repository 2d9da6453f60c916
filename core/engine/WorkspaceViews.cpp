// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What an open workspace shows: queue, detail, replay, status.
#include "base/Json.h"
#include "engine/WorkspaceParts.h"
#include "storage/Outbox.h"

#include <QJsonArray>

namespace pricewright {
namespace {

Result<qint64> countOf(Database& db, const char* sql) {
  PW_TRY(Query q, Query::prepare(db, sql));
  PW_TRY(const bool found, q.step());
  return found ? q.integer(0) : qint64(0);
}

QJsonArray featuresJson(const std::vector<Feature>& features) {
  QJsonArray array;
  for (const Feature& f : features)
    array.append(QJsonObject{{QStringLiteral("name"), f.name},
                             {QStringLiteral("value"), f.value ? QJsonValue(*f.value) : QJsonValue()},
                             {QStringLiteral("unit"), f.unit},
                             {QStringLiteral("state"), f.state},
                             {QStringLiteral("why"), f.why},
                             {QStringLiteral("as_of"), isoInstant(f.asOf)}});
  return array;
}

// What replay must reproduce to the last bit: every number and every verdict.
QByteArray evidence(const PriceDecision& d) {
  return canonicalJson(QJsonObject{{QStringLiteral("recommendation"), toJson(d.recommendation)},
                                   {QStringLiteral("guarded"), toJson(d.guarded)},
                                   {QStringLiteral("features"), featuresJson(d.features)},
                                   {QStringLiteral("margin_now"), d.marginNowBp},
                                   {QStringLiteral("margin_then"), d.marginThenBp},
                                   {QStringLiteral("proposed"), d.proposed.toString()}});
}

Result<PriceDecision> recompute(const PricingCase& c, const std::vector<PriceDecision>& again,
                                const PriceDecision& stored) {
  if (!stored.editedBy.isEmpty()) {
    PW_TRY(PriceDecision d, decideEdited(c, stored.listingNo, stored.recommendation.proposed));
    if (const auto origin = originOf(stored)) // no figure of it: it is kept as it was
      sayOrigin(d, *origin);
    return d;
  }
  for (const PriceDecision& d : again)
    if (d.listingNo == stored.listingNo)
      return d;
  return fail(QStringLiteral("planner.unknown-listing"),
              {{QStringLiteral("listing"), QString::number(stored.listingNo)}});
}

} // namespace

Result<std::shared_ptr<const PricingCase>> Workspace::Parts::caseOf(const QString& wanted) {
  if (pricingCase && caseId == wanted)
    return pricingCase;
  PW_TRY(PricingCase read, decisions->pricingCase(wanted));
  pricingCase = std::make_shared<const PricingCase>(std::move(read));
  caseId = wanted;
  return pricingCase;
}

Result<std::vector<QueueRow>> Workspace::rowsIn(DecisionState state) {
  PW_TRY(std::vector<DecisionSummary> found, m->decisions->summaries(state));
  std::vector<QueueRow> rows;
  rows.reserve(found.size());
  for (DecisionSummary& summary : found)
    rows.push_back(queueRow(std::move(summary)));
  return rows;
}

Result<QueueSnapshot> Workspace::queue() {
  QueueSnapshot snapshot;
  PW_TRY(snapshot.workspaceName, m->catalog->workspaceValue(QStringLiteral("name")));
  snapshot.userName = m->me.user;
  snapshot.userRole = m->me.role;
  snapshot.now = m->clock->now();
  PW_TRY(snapshot.pending, rowsIn(DecisionState::Pending));
  PW_TRY(snapshot.approved, rowsIn(DecisionState::Approved));
  PW_CHECK(markSnoozed(snapshot));
  countReasons(snapshot);
  PW_TRY(const auto cycles, m->decisions->cycles(1));
  if (!cycles.empty())
    snapshot.lastCycle = cycles.front();
  return snapshot;
}

Result<DecisionDetail> Workspace::detail(const Id& decision) {
  DecisionDetail detail;
  PW_TRY(detail.decision, m->decisions->decision(decision));
  PW_TRY(detail.pricingCase, m->caseOf(detail.decision.caseId));
  const auto& listings = detail.pricingCase->listings;
  const auto found = std::find_if(listings.begin(), listings.end(),
                                  [&](const ListingCase& l) { return l.listingNo == detail.decision.listingNo; });
  if (found == listings.end())
    return fail(QStringLiteral("planner.unknown-listing"),
                {{QStringLiteral("listing"), QString::number(detail.decision.listingNo)}});
  detail.listingIndex = int(found - listings.begin());
  PW_TRY(detail.audit, m->journal->entriesFor(QStringLiteral("decision"), decision.toString()));
  return detail;
}

Result<std::vector<PriceDecision>> Workspace::decisionsOfSku(const QString& skuCode, const QString& zoneCode,
                                                             int most) {
  PW_TRY(const Catalog catalog, m->catalog->load());
  const Sku* sku = catalog.skuByCode(skuCode);
  if (!sku)
    return fail(QStringLiteral("catalog.unknown-sku"), {{QStringLiteral("sku"), skuCode}});
  std::vector<PriceDecision> all;
  for (const Listing& listing : catalog.listings) {
    const PriceZone* zone = catalog.zone(listing.zoneNo);
    if (listing.skuNo != sku->no || (!zoneCode.isEmpty() && (!zone || zone->code != zoneCode)))
      continue;
    DecisionFilter filter;
    filter.listingNo = listing.no;
    filter.most = most;
    PW_TRY(auto some, m->decisions->decisions(filter));
    std::move(some.begin(), some.end(), std::back_inserter(all));
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const PriceDecision& a, const PriceDecision& b) { return a.createdAt > b.createdAt; });
  if (all.size() > std::size_t(std::max(most, 0)))
    all.resize(std::size_t(std::max(most, 0)));
  return all;
}

Result<ReplayReport> Workspace::replay(const Id& decision) {
  PW_TRY(const PriceDecision asked, m->decisions->decision(decision));
  PW_TRY(const auto pricingCase, m->caseOf(asked.caseId));
  const std::vector<PriceDecision> again = decideCase(*pricingCase);
  ReplayReport report;
  for (const ListingCase& listing : pricingCase->listings) {
    DecisionFilter filter;
    filter.cycleId = asked.cycleId;
    filter.listingNo = listing.listingNo;
    PW_TRY(const auto stored, m->decisions->decisions(filter));
    for (const PriceDecision& s : stored) {
      if (s.caseId != asked.caseId)
        continue;
      ++report.decisions;
      PW_TRY(PriceDecision d, recompute(*pricingCase, again, s));
      d.id = s.id;
      d.cycleId = s.cycleId;
      d.caseId = s.caseId;
      if (s.guarded.primaryReason == u"batch-breaker")
        haltDecision(d);
      if (contentHash(d) != s.contentHash)
        report.differences << QStringLiteral("%1 content").arg(s.skuCode);
      if (evidence(d) != evidence(s))
        report.differences << QStringLiteral("%1 evidence").arg(s.skuCode);
    }
  }
  report.sameBits = report.decisions > 0 && report.differences.isEmpty();
  return report;
}

Result<WorkspaceStatus> Workspace::status() {
  WorkspaceStatus s;
  Database& db = *m->db;
  s.id = m->id;
  s.path = db.path();
  s.user = m->me.user;
  s.role = m->me.role;
  s.now = m->clock->now();
  s.asOf = m->asOf;
  s.readOnly = db.isReadOnly();
  PW_TRY(s.name, m->catalog->workspaceValue(QStringLiteral("name")));
  struct Count {
    int* into;
    const char* sql;
  };
  for (const Count& c :
       {Count{&s.skus, "SELECT COUNT(*) FROM sku"}, Count{&s.zones, "SELECT COUNT(*) FROM price_zone"},
        Count{&s.listings, "SELECT COUNT(*) FROM listing"}, Count{&s.offers, "SELECT COUNT(*) FROM offer"},
        Count{&s.competitors, "SELECT COUNT(*) FROM competitor"}}) {
    PW_TRY(const qint64 n, countOf(db, c.sql));
    *c.into = int(n);
  }
  PW_TRY(s.sales, countOf(db, "SELECT COUNT(*) FROM sale"));
  PW_TRY(s.auditEntries, m->journal->size());
  PW_TRY(s.outbox, outboxSize(db));
  if (s.sales > 0) {
    PW_TRY(const qint64 first, countOf(db, "SELECT MIN(day) FROM sale"));
    PW_TRY(const qint64 last, countOf(db, "SELECT MAX(day) FROM sale"));
    s.firstSale = fromDayNumber(int(first));
    s.lastSale = fromDayNumber(int(last));
  }
  PW_TRY(Query states, Query::prepare(db, "SELECT state, COUNT(*) FROM decision GROUP BY state ORDER BY state"));
  for (;;) {
    PW_TRY(const bool more, states.step());
    if (!more)
      break;
    s.decisionsByState[states.text(0)] = int(states.integer(1));
  }
  PW_TRY(const auto batches, m->batches->batches(1000));
  std::copy_if(batches.begin(), batches.end(), std::back_inserter(s.openBatches), [](const PriceBatch& b) {
    return b.state == u"scheduled" || b.state == u"publishing" || b.state == u"failed";
  });
  PW_TRY(const auto cycles, m->decisions->cycles(1));
  if (!cycles.empty())
    s.lastCycle = cycles.front();
  return s;
}

} // namespace pricewright
