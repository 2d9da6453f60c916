// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "RandomDecision.h"

#include "catalog/BatchStore.h"
#include "catalog/CatalogStore.h"
#include "decision/Fields.h"
#include "decision/ModelStore.h"

#include <QTest>

namespace pricewright::test {

using Case = DecisionStore::CaseWithDecisions;

inline void must(const Status& status) {
  if (!status)
    qFatal("%s", qPrintable(status.error().debugText()));
}
template <class T> QString codeOf(const Result<T>& result) { return result ? QString() : result.error().code; }

// A workspace in memory with listings 1…n and a cycle.
struct Desk {
  FixedClock clock{*parseInstant(u"2026-01-01T09:00:00Z")};
  IdSource ids{clock, 7};
  std::unique_ptr<Database> db = *Database::open(QStringLiteral(":memory:"), OpenMode::CreateNew);
  Journal journal{*db, clock, ids};
  CatalogStore catalog{*db, journal, clock, ids};
  BatchStore batches{*db, journal, clock, ids};
  DecisionStore store{*db, journal, clock, ids};
  ModelStore models{*db, journal, clock, ids};
  Actor anna{QStringLiteral("anna"), QStringLiteral("director"), false};
  RandomDecision random{99};
  Currency usd = *Currency::fromCode(u"USD");
  QString cycle;

  explicit Desk(int listings) {
    NewWorkspace what;
    what.name = QStringLiteral("Shop"), what.userName = anna.user;
    must(catalog.createWorkspace(what));
    must(catalog.putCategory(anna, {0, QStringLiteral("juice"), QStringLiteral("Juice")}));
    PriceZone zone;
    zone.code = QStringLiteral("Z1"), zone.currency = usd;
    must(catalog.putZone(anna, zone));
    for (int i = 1; i <= listings; ++i) {
      run(QStringLiteral("INSERT INTO sku (no, id, code, name, category_no) VALUES (%1, 's%1', 'S%1', 'S', 1)").arg(i));
      run(QStringLiteral("INSERT INTO listing (no, sku_no, zone_no) VALUES (%1, %1, 1)").arg(i));
    }
    cycle = *store.beginCycle(anna, 42);
  }
  void run(const QString& sql) { must(db->execute(sql)); }
  qint64 count(const char* sql) {
    Query q = *Query::prepare(*db, sql);
    return *q.step() ? q.integer(0) : -1;
  }
  PriceDecision decide(int listing, DecisionState state, qint64 proposed = 259) {
    PriceDecision d = random.decision(ids);
    d.listingNo = listing;
    d.state = state;
    d.current = Money(249, usd), d.proposed = Money(proposed, usd);
    d.batchNo.reset();
    d.version = 1;
    d.cycleId = cycle;
    d.proposedBy = QStringLiteral("Jürgen ≥"), d.editedBy = random.word(); // columns: whole characters only
    return d;
  }
  Case caseOf(std::vector<PriceDecision> decisions) {
    Case c{ids.next().toString(), random.pricingCase(1), std::move(decisions)};
    for (PriceDecision& d : c.decisions) {
      d.caseId = c.caseId;
      d.contentHash = contentHash(d);
    }
    return c;
  }
  Status save(const std::vector<Case>& cases) { return store.save(anna, cycle, cases); }
  PriceDecision saved(int listing, DecisionState state, qint64 proposed = 259) {
    const Case c = caseOf({decide(listing, state, proposed)});
    must(save({c}));
    return c.decisions[0];
  }
  Status inside(const std::function<Status(Transaction&)>& work) {
    Transaction in = *Transaction::begin(*db);
    if (const Status done = work(in); !done)
      return done;
    return in.commit();
  }
  qint64 newBatch() {
    PriceBatch batch;
    batch.name = QStringLiteral("b"), batch.owner = anna.user;
    qint64 no = 0;
    must(inside([&](Transaction& in) -> Status {
      PW_TRY(no, batches.create(in, anna, batch));
      return {};
    }));
    return no;
  }
  // Approves a saved one into a batch, as the approval station does.
  void approve(const Id& id, qint64 batchNo) {
    PriceDecision d = *store.decision(id);
    d.state = DecisionState::Approved, d.batchNo = batchNo;
    must(inside([&](Transaction& in) { return store.update(in, d, d.version); }));
  }
  DecisionState stateOf(const Id& id) { return store.decision(id)->state; }
};

} // namespace pricewright::test
