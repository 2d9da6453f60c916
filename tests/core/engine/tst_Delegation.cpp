// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody is away: another decides in his stead, no further than he could himself, until a time, and the journal names
// both. And what a reviewer is told of decisions that are over, and of facts that changed since a proposal.
#include "engine/views/ReviewView.h"
#include "support/SmallMarket.h"

#include <QTest>

using namespace pricewright;
using namespace pricewright::test;
using namespace std::chrono_literals;

namespace {

struct Absence : SmallMarket {
  Absence() {
    need(ws->catalog().putUser(ws->me(), {QStringLiteral("ann"), {}, QStringLiteral("analyst")}));
    need(ws->catalog().setSetting(ws->me(), QStringLiteral("approval.limit.analyst.percent"), 0.5));
    // A shop that wants to see every change.
    for (const char* limit : {"guardrail.step.percent", "guardrail.step-24h.percent", "guardrail.step-7d.percent"})
      need(ws->catalog().setSetting(ws->me(), QString::fromLatin1(limit), 1.0));
    cycle(false);
  }
  QueueRow over() { // more than half a percent, and an ordinary proposal
    for (const QueueRow& r : take(ws->queue()).pending)
      if (std::abs(r.changeBp) > 100 && !r.isCounterProposal)
        return r;
    qFatal("no row over the limit");
  }
  Answer approve(const char* user, const QueueRow& row) {
    need(ws->actAs(QString::fromLatin1(user)));
    const Ask ask{row.id, row.contentHash};
    const Answer answer = take(ws->approve({&ask, 1})).front();
    need(ws->actAs(QStringLiteral("dora")));
    return answer;
  }
};

} // namespace

class DelegationTest : public QObject {
  Q_OBJECT
 private slots:
  void inHisStead() {
    Absence m;
    const QueueRow row = m.over();
    QCOMPARE(m.approve("ann", row).why.code, QStringLiteral("approval.over-role-limit"));
    const Delegation d = take(m.ws->delegateTo(QStringLiteral("ann"), m.clock.now() + 48h));
    QCOMPARE(d.from, QStringLiteral("dora"));
    QVERIFY(m.approve("ann", row).done);
    const auto entries = take(m.ws->journal().entriesFor(QStringLiteral("decision"), row.id.toString()));
    QCOMPARE(entries.back().actor, QStringLiteral("ann"));
    QCOMPARE(entries.back().body.value(QStringLiteral("in_stead_of")).toString(), QStringLiteral("dora"));
  }

  void endsByItselfAndByHand() {
    Absence m;
    const QueueRow row = m.over();
    take(m.ws->delegateTo(QStringLiteral("ann"), m.clock.now() + 1h));
    QCOMPARE(take(m.ws->delegations()).size(), std::size_t(1));
    m.clock.advance(1h);
    QVERIFY(take(m.ws->delegations()).empty());
    QCOMPARE(m.approve("ann", row).why.code, QStringLiteral("approval.over-role-limit"));
    const Delegation d = take(m.ws->delegateTo(QStringLiteral("ann"), m.clock.now() + 1h));
    need(m.ws->actAs(QStringLiteral("max"))); // between two others
    QCOMPARE(m.ws->endDelegation(d.id).error().code, QStringLiteral("catalog.delegate-unknown-one"));
    need(m.ws->actAs(QStringLiteral("ann"))); // who was asked may decline
    QVERIFY(m.ws->endDelegation(d.id));
    need(m.ws->actAs(QStringLiteral("dora")));
    QCOMPARE(m.ws->endDelegation(d.id).error().code, QStringLiteral("catalog.delegate-unknown-one"));
    QCOMPARE(m.approve("ann", row).why.code, QStringLiteral("approval.over-role-limit"));
  }

  void nobodyHandsOnWhatIsNotHis() {
    Absence m;
    const QueueRow row = m.over();
    need(m.ws->catalog().putUser(m.ws->me(), {QStringLiteral("ben"), {}, QStringLiteral("analyst")}));
    take(m.ws->delegateTo(QStringLiteral("ann"), m.clock.now() + 1h));
    need(m.ws->actAs(QStringLiteral("ann")));
    take(m.ws->delegateTo(QStringLiteral("ben"), m.clock.now() + 1h));
    need(m.ws->actAs(QStringLiteral("dora")));
    QCOMPARE(m.approve("ben", row).why.code, QStringLiteral("approval.over-role-limit"));
    QCOMPARE(m.ws->delegateTo(QStringLiteral("dora"), m.clock.now() + 1h).error().code,
             QStringLiteral("catalog.delegate-self"));
    QCOMPARE(m.ws->delegateTo(QStringLiteral("nobody"), m.clock.now() + 1h).error().code,
             QStringLiteral("catalog.delegate-unknown"));
    QCOMPARE(m.ws->delegateTo(QStringLiteral("ann"), m.clock.now()).error().code,
             QStringLiteral("catalog.delegate-time"));
  }

  // Four eyes stay four: where the absent one made the price, his authority does not release it.
  void notForHisOwnProposals() {
    Absence m;
    const QueueRow row = m.over();
    const Money edited = Money(row.proposed.minor() + (row.changeBp > 0 ? 10 : -10), row.proposed.currency());
    const Ask ask{row.id, row.contentHash};
    QVERIFY(take(m.ws->editPrice(ask, edited)).done);
    take(m.ws->delegateTo(QStringLiteral("ann"), m.clock.now() + 1h));
    for (const QueueRow& r : take(m.ws->queue()).pending)
      if (r.id == row.id)
        QCOMPARE(m.approve("ann", r).why.code, QStringLiteral("approval.over-role-limit"));
  }

  void whatIsOverIsListed() {
    Absence m;
    const auto pending = take(m.ws->queue()).pending;
    QVERIFY(pending.size() >= 3);
    const Ask no{pending[0].id, pending[0].contentHash};
    QVERIFY(take(m.ws->reject({&no, 1}, QStringLiteral("timing"), QStringLiteral("after Easter"))).front().done);
    m.clock.advance(1min);
    m.cycle(false); // replaces what still waits
    std::vector<DecidedRow> rows = take(decidedRows(*m.ws, 24h));
    QVERIFY(rows.size() >= 2);
    const auto of = [&](const Id& id) {
      return std::find_if(rows.begin(), rows.end(), [&](const DecidedRow& r) { return r.id == id; });
    };
    QVERIFY(of(pending[0].id) != rows.end());
    QCOMPARE(of(pending[0].id)->reason, QStringLiteral("timing"));
    QCOMPARE(of(pending[0].id)->by, QStringLiteral("dora"));
    QVERIFY(of(pending[1].id) != rows.end());
    QCOMPARE(of(pending[1].id)->state, DecisionState::Superseded);
    QVERIFY(!of(pending[1].id)->replacedBy.isNull());
    m.clock.advance(48h);
    QVERIFY(take(decidedRows(*m.ws, 24h)).empty());
    QCOMPARE(take(decidedRows(*m.ws, 24h * 7, 1)).size(), std::size_t(1));
  }

  void changedFactsAreMarked() {
    Absence m;
    QVERIFY(take(changedFacts(*m.ws)).empty());
    const QueueRow row = take(m.ws->queue()).pending.front();
    const PriceDecision d = take(m.ws->decisions().decision(row.id));
    m.clock.advance(1h);
    take(m.ws->setCost(d.listingNo, CostKind::Replacement, dayOf(m.clock.now()),
                       Amount{take(Decimal::parse(u"1.11")), row.now.currency()}));
    const auto changed = take(changedFacts(*m.ws));
    QCOMPARE(changed.size(), std::size_t(1));
    QCOMPARE(changed.front().decision, row.id);
    QCOMPARE(changed.front().facts, QStringList{QStringLiteral("fact.cost")});
    take(m.ws->setBounds(d.listingNo, {1, 99'999, {}}));
    QVERIFY(take(changedFacts(*m.ws)).front().facts.contains(QStringLiteral("fact.bounds")));
  }
};

QTEST_GUILESS_MAIN(DelegationTest)
#include "tst_Delegation.moc"
