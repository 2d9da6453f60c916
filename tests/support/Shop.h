// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Json.h"
#include "catalog/BatchStore.h"
#include "catalog/CatalogStore.h"
#include "decision/DecisionStore.h"
#include "support/Needed.h"

#include <QTemporaryDir>
#include <QTest>

namespace pricewright::test {

// A shop of a few listings at 2.00 in one zone, with a clock that stands still: what approval and channels are tried
// on.
struct Shop {
  QTemporaryDir dir;
  FixedClock clock{take(parseInstant(u"2026-03-02T09:00:00Z"))};
  IdSource ids{clock, 7};
  std::unique_ptr<Database> db;
  std::unique_ptr<Journal> journal;
  std::unique_ptr<CatalogStore> catalog;
  std::unique_ptr<BatchStore> batches;
  std::unique_ptr<DecisionStore> decisions;
  Currency usd = take(Currency::fromCode(u"USD"));
  Actor dora{QStringLiteral("dora"), QStringLiteral("director"), false};
  Actor max{QStringLiteral("max"), QStringLiteral("manager"), false};
  Actor ann{QStringLiteral("ann"), QStringLiteral("analyst"), false};
  QString cycleId;

  explicit Shop(int listings = 3) {
    open(OpenMode::CreateNew);
    need(catalog->createWorkspace({QStringLiteral("Shop"), QStringLiteral("USD"), {}, QStringLiteral("dora")}));
    need(catalog->putUser(dora, {QStringLiteral("max"), QStringLiteral("Max"), QStringLiteral("manager")}));
    need(catalog->putUser(dora, {QStringLiteral("ann"), QStringLiteral("Ann"), QStringLiteral("analyst")}));
    need(catalog->putCategory(dora, {0, QStringLiteral("JUICE"), QStringLiteral("Juice")}));
    need(catalog->putZone(dora, {0, {}, QStringLiteral("Z1"), QStringLiteral("Zone 1"), QStringLiteral("US"), usd}));
    const Catalog first = take(catalog->load());
    for (int i = 1; i <= listings; ++i) {
      Sku sku;
      sku.code = QStringLiteral("S%1").arg(i, 4, 10, QLatin1Char('0'));
      sku.name = QStringLiteral("Juice, \"no. %1\"").arg(i);
      sku.categoryNo = first.categories.front().no;
      sku.packCount = 2;
      sku.packSize = take(Decimal::parse(u"500"));
      sku.packUnit = QStringLiteral("ml");
      need(catalog->putSku(dora, sku));
    }
    const Catalog second = take(catalog->load());
    Transaction in = take(Transaction::begin(*db));
    for (const Sku& sku : second.skus) {
      Query q = take(Query::prepare(
          *db, "INSERT INTO listing (no, sku_no, zone_no, min_minor, max_minor) VALUES (?, ?, ?, 50, 900)"));
      need(q.bind(1, sku.no).bind(2, sku.no).bind(3, second.zones.front().no).run());
      need(catalog->putPrice(in,
                             {sku.no,
                              second.channels.front().no,
                              PriceType::Regular,
                              Money(200, usd),
                              clock.now() - std::chrono::hours(24 * 30),
                              {},
                              PriceOrigin::Manual},
                             {}, {}));
    }
    need(in.commit());
    cycleId = take(decisions->beginCycle(systemActor(), 1));
  }

  QString path() const { return dir.filePath(QStringLiteral("shop.pricewright")); }

  void open(OpenMode mode) {
    decisions.reset();
    batches.reset();
    catalog.reset();
    journal.reset();
    db.reset();
    db = take(Database::open(path(), mode));
    journal = std::make_unique<Journal>(*db, clock, ids);
    catalog = std::make_unique<CatalogStore>(*db, *journal, clock, ids);
    batches = std::make_unique<BatchStore>(*db, *journal, clock, ids);
    decisions = std::make_unique<DecisionStore>(*db, *journal, clock, ids);
  }

  // A decision on the table: saved, with the content hash that an approval is bound to.
  PriceDecision propose(int listingNo, qint64 minor, DecisionState state = DecisionState::Pending,
                        Route route = Route::Human, std::optional<qint64> batchNo = {}, qint64 currentMinor = 200) {
    PriceDecision d;
    d.id = ids.next();
    d.cycleId = cycleId;
    d.caseId = ids.next().toString();
    d.listingNo = listingNo;
    d.state = state;
    d.current = Money(currentMinor, usd);
    d.proposed = Money(minor, usd);
    d.recommendation.listingNo = listingNo;
    d.recommendation.proposed = d.proposed;
    d.guarded.final = d.proposed;
    d.guarded.route = route;
    d.guarded.isCounterProposal = route == Route::Blocked;
    d.guarded.primaryReason = QStringLiteral("step");
    d.proposedBy = QStringLiteral("system");
    d.batchNo = batchNo;
    d.createdAt = clock.now();
    d.expiresAt = clock.now() + std::chrono::hours(48);
    d.contentHash = contentHash(d);
    PricingCase c;
    c.key = QStringLiteral("JUICE|Z1");
    c.now = c.effective = clock.now();
    const DecisionStore::CaseWithDecisions one{d.caseId, c, {d}};
    need(decisions->save(systemActor(), cycleId, {&one, 1}));
    return take(decisions->decision(d.id));
  }

  qint64 count(const char* sql) {
    Query q = take(Query::prepare(*db, sql));
    return take(q.step()) ? q.integer(0) : -1;
  }
  Money priceInForce(int listingNo) {
    for (const PublishedPrice& p : take(catalog->regularPricesInForce(clock.now())))
      if (p.listingNo == listingNo)
        return p.amount;
    return {};
  }
};

} // namespace pricewright::test
