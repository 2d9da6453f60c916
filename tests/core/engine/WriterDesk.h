// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/BatchStore.h"
#include "catalog/CatalogStore.h"
#include "decision/DecisionStore.h"
#include "decision/ModelStore.h"
#include "imports/SampleImport.h"
#include "support/Needed.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace pricewright::test {

template <class T> Status done(const Result<T>& result) { return result ? Status() : Status(result.error()); }
inline QString codeOf(const Status& status) { return status ? QString() : status.error().code; }

// One of everything, in memory: dora directs, max manages, ann analyzes, gus did and was switched off.
struct Desk {
  FixedClock clock{take(parseInstant(u"2026-03-02T09:00:00Z"))};
  IdSource ids{clock, 5};
  std::unique_ptr<Database> db = take(Database::open(QStringLiteral(":memory:"), OpenMode::CreateNew));
  Journal journal{*db, clock, ids};
  CatalogStore catalog{*db, journal, clock, ids};
  BatchStore batches{*db, journal, clock, ids};
  OfferStore offers{*db, journal, ids};
  DecisionStore decisions{*db, journal, clock, ids};
  ModelStore models{*db, journal, clock, ids};
  Importer importer{*db, journal, clock, ids};
  Actor system = systemActor();
  QString cycle;
  Id imported, importedBounds;
  qint64 batch = 0;

  explicit Desk(const QString& folder) {
    need(catalog.createWorkspace({QStringLiteral("Desk"), QStringLiteral("USD"), {}, QStringLiteral("dora")}));
    for (const auto& [name, role] : {std::pair{"max", "manager"}, {"ann", "analyst"}, {"gus", "director"}})
      need(catalog.putUser(system, {QString::fromLatin1(name), {}, QString::fromLatin1(role)}));
    need(db->execute(QStringLiteral(
        "UPDATE user SET active = 0 WHERE name = 'gus';"
        "INSERT INTO category (no, code, name) VALUES (1, 'c', 'c');"
        "INSERT INTO sku (no, id, code, name, category_no) VALUES (1, 's', 'S1', 's', 1);"
        "INSERT INTO price_zone (no, id, code, name, currency) VALUES (1, 'z', 'Z1', 'z', 'USD');"
        "INSERT INTO listing (no, sku_no, zone_no) VALUES (1, 1, 1);"
        "INSERT INTO sale (listing_no, day, units_milli, price_micro, import_no) VALUES (1, 20000, 1000, 2000000, 0);"
        "INSERT INTO source (no, id, code, name) VALUES (1, 'q', 'feed', 'Feed');"
        "INSERT INTO competitor (no, id, code, name) VALUES (1, 'k', 'k', 'k');"
        "INSERT INTO product_match (no, id, competitor_no, external_code, listing_no, state) "
        "VALUES (1, 'm', 1, 'x', 1, 'confirmed');"
        "INSERT INTO offer (no, match_no, source_no, seller, observed_ms, price_micro, currency) "
        "VALUES (1, 1, 1, 'k', 1, 1000000, 'USD');"
        "INSERT INTO model_version (name, version, parameters, alias, created_ms, created_by) VALUES "
        "('demand_forecaster', '1.1.0', '{}', 'challenger', 1, 'ann'), ('elasticity_estimator', '0.9.0', '{}', '', 1, "
        "'ann');"
        "INSERT INTO model (id, name, version, training_sha256, metrics, created_ms) VALUES ('t', 'demand_forecaster', "
        "'1.1.0', 'f', '{}', 1);"
        "UPDATE model_version SET before = '0.9.0' WHERE name = 'elasticity_estimator' AND version = '1.0.0'")));
    cycle = take(decisions.beginCycle(system, 1));
    Transaction in = take(Transaction::begin(*db));
    batch = take(batches.create(in, system, aBatch()));
    need(in.commit());
    imported = take(import(system, folder + QStringLiteral("/first.csv"))).batchId;
    importedBounds = take(import(system, folder + QStringLiteral("/bounds-first.csv"))).batchId;
  }
  PriceBatch aBatch() const {
    PriceBatch b;
    b.name = QStringLiteral("b"), b.owner = QStringLiteral("somebody");
    b.effectiveAt = b.releaseAt = clock.now();
    return b;
  }
  Result<ImportReport> import(const Actor& by, const QString& file) {
    ImportMapping mapping;
    mapping.kind = ImportKind::Products;
    return importer.run(by, file, mapping, {});
  }
  Status save(const Actor& by) {
    PriceDecision d;
    d.id = ids.next(), d.cycleId = cycle, d.caseId = ids.next().toString(), d.listingNo = 1;
    d.state = DecisionState::Pending;
    d.current = d.proposed = Money(200, catalog.load()->currency);
    d.contentHash = contentHash(d);
    const DecisionStore::CaseWithDecisions one{d.caseId, {}, {d}};
    return decisions.save(by, cycle, {&one, 1});
  }
  Status inTransaction(const std::function<Status(Transaction&)>& work) {
    PW_TRY(Transaction in, Transaction::begin(*db));
    PW_CHECK(work(in));
    return in.commit();
  }
  QStringList column(const QString& sql) {
    Query q = take(Query::prepare(*db, sql.toUtf8().constData()));
    QStringList all;
    while (take(q.step()))
      all << q.text(0);
    return all;
  }
  // Every value of every row of every table.
  QString everything() {
    QString all;
    for (const QString& table : column(QStringLiteral("SELECT name FROM sqlite_schema WHERE type = 'table'"))) {
      const QString columns =
          column(QStringLiteral("SELECT group_concat('quote(\"' || name || '\")', '||') FROM pragma_table_info('%1')")
                     .arg(table))
              .front();
      all += column(QStringLiteral("SELECT %1 FROM \"%2\" ORDER BY 1").arg(columns, table)).join(u'\n');
    }
    return all;
  }
};

} // namespace pricewright::test
