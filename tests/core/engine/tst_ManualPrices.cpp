// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/plans/WhatIf.h"
#include "engine/views/CatalogueView.h"
#include "engine/views/QueueRows.h"

#include "support/SmallMarket.h"

using namespace pricewright;
using namespace pricewright::test;

namespace {

Money moved(const SmallMarket& m, int listingNo, int rungs) {
  const auto model = take(whatIf(*m.ws, listingNo));
  return model->step(listingNo, model->listing(listingNo)->current, rungs);
}
PriceDecision proposedBy(SmallMarket& m, int listingNo, int rungs, const QString& reason = {}) {
  const PriceWish wish{listingNo, moved(m, listingNo, rungs)};
  const auto answers = take(m.ws->proposePrices({&wish, 1}, reason));
  if (answers.front().decision.isNull())
    qFatal("%s", qPrintable(answers.front().why.debugText()));
  return take(m.ws->decisions().decision(answers.front().decision));
}

} // namespace

// What a person types in the catalogue goes the way of every price: guarded, audited, decided by somebody else.
class TestManualPrices : public QObject {
  Q_OBJECT
 private slots:
  void aWishBecomesAProposalLikeAnyOther() {
    SmallMarket m;
    const CycleReport report = m.cycle(false);
    const auto older = m.decisionOf(report, 1);
    const qint64 audit = take(m.ws->journal().size());
    const PriceDecision d = proposedBy(m, 1, 2, QStringLiteral("buyer asked"));
    QCOMPARE(d.state, DecisionState::Pending);
    QCOMPARE(d.proposedBy, QStringLiteral("dora"));
    QCOMPARE(d.contentHash, contentHash(d));
    const auto model = take(whatIf(*m.ws, 1));
    const WhatIfPrice at{1, d.proposed};
    QVERIFY(std::abs(model->evaluate({&at, 1}).profit.change - d.recommendation.effect.profit) < 1e-9);
    const QueueSnapshot queue = take(m.ws->queue());
    const auto inQueue = [&](const Id& id) {
      return std::any_of(queue.pending.begin(), queue.pending.end(), [&](const QueueRow& r) { return r.id == id; });
    };
    QVERIFY(inQueue(d.id));
    if (older && older->state == DecisionState::Pending)
      QVERIFY(!inQueue(older->id));                                         // the newer one stands for it
    QVERIFY(queue.lastCycle && queue.lastCycle->cycleId == report.cycleId); // it is no cycle
    const auto entries = take(m.ws->journal().entriesFor(QStringLiteral("decision"), d.id.toString()));
    QStringList kinds;
    for (const AuditEntry& e : entries)
      kinds << e.kind;
    QCOMPARE(kinds, (QStringList{"decision.pending", "decision.commented"}));
    QCOMPARE(entries.back().body.value("comment").toString(), QStringLiteral("buyer asked"));
    QVERIFY(take(m.ws->journal().size()) > audit && take(m.ws->verifyAudit()).intact());
    QVERIFY(take(m.ws->replay(d.id)).sameBits);
    QVERIFY(take(catalogueView(*m.ws)).rows.front().byHand);
  }

  // What passes every limit waits all the same, and says for whose sake.
  void whoAskedStandsInTheQueue() {
    SmallMarket m;
    m.cycle(false);
    const auto rowOf = [&m](const Id& id) {
      for (QueueRow& row : take(m.ws->queue()).pending)
        if (row.id == id)
          return row;
      qFatal("not in the queue");
    };
    const PriceWish scenario{1, moved(m, 1, 1)}, typed{2, moved(m, 2, 1)};
    const auto sent =
        take(m.ws->proposePrices({&scenario, 1}, {}, {QStringLiteral("by-scenario"), QStringLiteral("S")}));
    const auto edited = take(m.ws->proposePrices({&typed, 1}));
    for (const auto& [id, reason] :
         {std::pair(sent.front().decision, "by-scenario"), {edited.front().decision, "edited"}}) {
      const QueueRow row = rowOf(id);
      QCOMPARE(row.reasons.last(), QLatin1String(reason));
      QCOMPARE(row.reasons.size(), 1); // no limit asks about it
      QCOMPARE(row.primaryReason, QLatin1String(reason));
      QCOMPARE(row.reasonDetail, QStringLiteral("dora"));
      QVERIFY(take(m.ws->replay(id)).sameBits);
    }
    DecisionSummary older; // of before this was kept
    QCOMPARE(queueRow(older).primaryReason, QStringLiteral("edited"));
    older.state = DecisionState::Approved;
    QCOMPARE(queueRow(older).primaryReason, QString());
  }

  void fourEyes() {
    SmallMarket m;
    m.cycle(false);
    const PriceDecision d = proposedBy(m, 1, 1);
    const Ask ask{d.id, d.contentHash};
    const auto own = take(m.ws->approve({&ask, 1}));
    QVERIFY(!own.front().done);
    QCOMPARE(own.front().why.code, QStringLiteral("approval.own-proposal"));
    need(m.ws->actAs(QStringLiteral("max")));
    QVERIFY(take(m.ws->approve({&ask, 1})).front().done);
  }

  void severalAtOnceAndRefusedOnesLeaveTheOthers() {
    SmallMarket m;
    m.cycle(false);
    m.sql("DELETE FROM cost WHERE listing_no = 3");
    const Money now = take(whatIf(*m.ws, 2))->listing(2)->current;
    const std::vector<PriceWish> wishes{{1, moved(m, 1, 1)}, {2, now},  {3, moved(m, 3, 1)},
                                        {1, moved(m, 1, 2)}, {99, now}, {4, Money(-5, now.currency())},
                                        {7, moved(m, 7, -1)}};
    const auto answers = take(m.ws->proposePrices(wishes));
    const char* expected[] = {"",
                              "engine.price-unchanged",
                              "approval.edit-refused",
                              "decision.listing-twice",
                              "catalog.unknown-listing",
                              "planner.bad-price",
                              ""};
    for (std::size_t i = 0; i < answers.size(); ++i) {
      QCOMPARE(answers[i].why.code, QLatin1String(expected[i]));
      QCOMPARE(answers[i].decision.isNull(), *expected[i] != '\0');
    }
    QCOMPARE(m.count("SELECT COUNT(*) FROM decision WHERE proposed_by = 'dora'"), qint64(2));
    QCOMPARE(m.count("SELECT COUNT(*) FROM cycle WHERE kind = 'manual'"), qint64(1));
    QVERIFY(take(m.ws->proposePrices({})).empty());
    QCOMPARE(m.count("SELECT COUNT(*) FROM cycle WHERE kind = 'manual'"), qint64(1));
  }

  void proposalsAreTakenBackByWhoMadeThem() {
    SmallMarket m;
    m.cycle(false);
    const PriceDecision d = proposedBy(m, 1, 1);
    need(m.ws->actAs(QStringLiteral("max")));
    QCOMPARE(take(m.ws->withdraw({&d.id, 1})).front().why.code, QStringLiteral("engine.not-own-proposal"));
    need(m.ws->actAs(QStringLiteral("dora")));
    QVERIFY(take(m.ws->withdraw({&d.id, 1})).front().done);
    QCOMPARE(take(m.ws->decisions().decision(d.id)).state, DecisionState::Rejected);
  }

  // The next cycle looks at the listing anew; the demand that is shown is the cycle's, not the proposal's.
  void aProposalBringsNoNewsOfDemand() {
    SmallMarket m;
    m.cycle(false);
    const Instant cycle = m.clock.now();
    m.clock.advance(std::chrono::hours(5));
    proposedBy(m, 1, 1);
    QVERIFY(*take(whatIf(*m.ws, 1))->demandFrom() == cycle);
    QVERIFY(*take(catalogueView(*m.ws)).demandFrom == cycle);
  }

  void costsAreChangedAndPutBack() {
    SmallMarket m;
    m.cycle(false);
    const Currency usd = take(Currency::fromCode(u"USD"));
    const auto costNow = [&] { return take(catalogueView(*m.ws)).rows.front().cost->value; };
    const Decimal before = costNow();
    const Amount dearer{Decimal::fromMicros(before.micros() + 250'000), usd};
    const Day today = dayOf(m.clock.now());
    const CostChange change = take(m.ws->setCost(1, CostKind::Replacement, today, dearer));
    QVERIFY(!change.before);
    QCOMPARE(costNow(), dearer.value);
    const Amount dearest{Decimal::fromMicros(before.micros() + 300'000), usd};
    const CostChange again = take(m.ws->setCost(1, CostKind::Replacement, today, dearest));
    QCOMPARE(m.ws->undoCost(change).error().code, QStringLiteral("engine.changed-meanwhile"));
    need(m.ws->undoCost(again));
    QCOMPARE(costNow(), dearer.value);
    need(m.ws->undoCost(change));
    QCOMPARE(costNow(), before);
    const qint64 audit = take(m.ws->journal().size());
    for (const Amount& bad :
         {Amount{Decimal(), usd}, Amount{Decimal::fromMicros(-1), usd}, Amount{Decimal::fromMicros(1), Currency()}})
      QCOMPARE(m.ws->setCost(1, CostKind::Replacement, today, bad).error().code, QStringLiteral("catalog.bad-cost"));
    QCOMPARE(m.ws->setCost(99, CostKind::Replacement, today, dearer).error().code,
             QStringLiteral("catalog.unknown-listing"));
    QCOMPARE(take(m.ws->journal().size()), audit);
    QCOMPARE(m.count("SELECT COUNT(*) FROM audit_entry WHERE kind LIKE 'cost.%'"), qint64(4));
  }

  void rolesAreChangedAndPutBack() {
    SmallMarket m;
    const RoleChange change = take(m.ws->setRole(QStringLiteral("SKU-01"), SkuRole::Kvi));
    QCOMPARE(change.before, SkuRole::Background);
    QCOMPARE(take(catalogueView(*m.ws)).rows.front().role, SkuRole::Kvi);
    take(m.ws->setRole(change.sku, change.before));
    QCOMPARE(take(catalogueView(*m.ws)).rows.front().role, SkuRole::Background);
    QCOMPARE(m.ws->setRole(QStringLiteral("none"), SkuRole::Kvi).error().code, QStringLiteral("catalog.unknown-sku"));
  }

  void boundsAreChangedAndPutBack() {
    SmallMarket m;
    m.cycle(false);
    const BoundsChange change = take(m.ws->setBounds(1, {300, 900, 250}));
    const ListingBounds none;
    QCOMPARE(change.before, none);
    const CatalogueRow row = take(catalogueView(*m.ws)).rows.front();
    QVERIFY(row.floorMinor == 300 && row.ceilingMinor == 900 && row.mapMinor == 250);
    QCOMPARE(m.ws->setBounds(1, {900, 300, {}}).error().code, QStringLiteral("catalog.bad-bounds"));
    QCOMPARE(m.ws->setBounds(1, {0, {}, {}}).error().code, QStringLiteral("catalog.bad-bounds"));
    QCOMPARE(m.ws->setBounds(99, {}).error().code, QStringLiteral("catalog.unknown-listing"));
    take(m.ws->setBounds(1, change.before));
    QVERIFY(!take(catalogueView(*m.ws)).rows.front().floorMinor);
    m.sql("INSERT INTO user (name, id, role, active) VALUES ('ann', 'u9', 'analyst', 1)");
    need(m.ws->actAs(QStringLiteral("ann")));
    QCOMPARE(m.ws->setBounds(1, {300, {}, {}}).error().code, QStringLiteral("catalog.not-allowed"));
  }

  void whoMayDoWhat() {
    SmallMarket m;
    m.cycle(false);
    const PriceWish wish{1, moved(m, 1, 1)};
    m.sql("INSERT INTO user (name, id, role, active) VALUES ('gone', 'u9', 'analyst', 1)");
    need(m.ws->actAs(QStringLiteral("gone")));
    QCOMPARE(take(m.ws->proposePrices({&wish, 1})).size(), std::size_t(1)); // an analyst prepares changes
    m.sql("UPDATE user SET active = 0 WHERE name = 'gone'");
    QCOMPARE(m.ws->proposePrices({&wish, 1}).error().code, QStringLiteral("catalog.not-allowed"));
    QCOMPARE(m.ws->setRole(QStringLiteral("SKU-01"), SkuRole::Kvi).error().code, QStringLiteral("catalog.not-allowed"));
    const Currency usd = take(Currency::fromCode(u"USD"));
    QCOMPARE(
        m.ws->setCost(1, CostKind::Replacement, dayOf(m.clock.now()), Amount{Decimal::fromMicros(1), usd}).error().code,
        QStringLiteral("catalog.not-allowed"));
    auto reader = take(Workspace::openBeside(m.path(), m.ws->sharedClock(), false));
    QCOMPARE(reader->proposePrices({&wish, 1}).error().code, QStringLiteral("storage.read-only"));
  }
};

QTEST_GUILESS_MAIN(TestManualPrices)
#include "tst_ManualPrices.moc"
