// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One test per recovery line of the agents and of the failure modes: what steps in, who is told, and that no price goes
// out by itself where a human has to decide.
#include "support/SmallMarket.h"

#include <QTest>

#include <thread>

using namespace pricewright;
using namespace pricewright::test;

namespace {

const Verdict* verdictOf(const PriceDecision& d, const char* ruleId, const char* station = "guardrail") {
  for (const Verdict& v : d.guarded.verdicts)
    if (v.ruleId == QLatin1String(ruleId) && v.station == QLatin1String(station))
      return &v;
  return nullptr;
}

bool isAutomatic(const PriceDecision& d) {
  return d.state == DecisionState::Approved || d.state == DecisionState::Published;
}

int automaticOf(const std::vector<PriceDecision>& decisions) {
  return int(std::count_if(decisions.begin(), decisions.end(), isAutomatic));
}

Result<std::vector<Offer>> noOffers(Instant, Instant) { return fail(QStringLiteral("storage.io")); }

} // namespace

class TestRecovery : public QObject {
  Q_OBJECT
 private slots:
  // planner: monitor fails → cached competitor data, at most 24 h old.
  void monitorFails_cachedDataStandIn() {
    SmallMarket m;
    QCOMPARE(SmallMarket::station(m.cycle(false), "monitor").fallback, QString());
    m.ws->monitor().readOffers = noOffers;
    m.clock.advance(std::chrono::hours(20));
    const CycleReport report = m.cycle(false);
    QCOMPARE(report.state, QStringLiteral("finished"));
    const StationReport& monitor = SmallMarket::station(report, "monitor");
    QCOMPARE(monitor.fallback, QStringLiteral("cached"));
    QVERIFY(monitor.reasons.contains(QStringLiteral("storage.io")));
    const DecisionDetail detail = take(m.ws->detail(m.decisionsOf(report).front().id));
    QCOMPARE(detail.pricingCase->listings[std::size_t(detail.listingIndex)].competitorState, QStringLiteral("cached"));
    QVERIFY(detail.pricingCase->listings[std::size_t(detail.listingIndex)].reference.median);
  }

  // monitor: both fail → last known prices, flagged stale; what is stale goes to a human.
  void monitorFailsForLonger_staleAndHuman() {
    SmallMarket m;
    QVERIFY(automaticOf(m.decisionsOf(m.cycle(false))) > 0);
    m.ws->monitor().readOffers = noOffers;
    m.clock.advance(std::chrono::hours(25));
    const CycleReport report = m.cycle();
    QCOMPARE(SmallMarket::station(report, "monitor").fallback, QStringLiteral("stale"));
    const auto decisions = m.decisionsOf(report);
    QCOMPARE(automaticOf(decisions), 0);
    int pending = 0;
    for (const PriceDecision& d : decisions)
      if (d.state == DecisionState::Pending) {
        ++pending;
        QVERIFY2(d.guarded.reasons.contains(QStringLiteral("stale")), qPrintable(d.guarded.reasons.join(u' ')));
      }
    QVERIFY(pending > 0);
    const DecisionDetail detail = take(m.ws->detail(decisions.front().id));
    QVERIFY(detail.pricingCase->listings.front().staleInputs.contains(QStringLiteral("competitor")));
  }

  void monitorFailsWithoutACache_human() {
    SmallMarket m;
    m.ws->monitor().readOffers = noOffers;
    const CycleReport report = m.cycle();
    QCOMPARE(report.state, QStringLiteral("finished"));
    QCOMPARE(SmallMarket::station(report, "monitor").fallback, QStringLiteral("none"));
    QCOMPARE(automaticOf(m.decisionsOf(report)), 0);
  }

  // optimizer: inference fails, crashes or times out → rule-based pricing, marked as a fallback.
  void inferenceFails_rulesStandIn_data() {
    QTest::addColumn<QString>("how");
    QTest::addColumn<QString>("code");
    QTest::newRow("fails") << "fails" << "demand.not-finite";
    QTest::newRow("throws") << "throws" << "planner.inference-failed";
    QTest::newRow("does not come back in time") << "hangs" << "planner.inference-timeout";
    QTest::newRow("answers for other listings") << "short" << "planner.inference-failed";
  }
  void inferenceFails_rulesStandIn() {
    QFETCH(QString, how);
    QFETCH(QString, code);
    SmallMarket m;
    m.ws->planner().inferenceDeadline = Duration(how == u"hangs" ? 20 : 60'000);
    m.ws->planner().fit = [how](std::span<const DemandSeries>, const DemandOptions&,
                                const JobContext& job) -> Result<DemandModel> {
      if (how == u"throws")
        throw std::bad_alloc();
      if (how == u"short")
        return DemandModel();
      if (how == u"fails")
        return fail(QStringLiteral("demand.not-finite"));
      while (!job.cancelled()) // obeys its stop token, as the deadline asks
        std::this_thread::yield();
      return fail(QStringLiteral("job.cancelled"));
    };
    const CycleReport report = m.cycle();
    QVERIFY(report.state == u"finished" || report.state == u"halted");
    QCOMPARE(SmallMarket::station(report, "demand").fallback, QStringLiteral("rules"));
    QVERIFY(SmallMarket::station(report, "demand").reasons.contains(code));
    for (const PriceDecision& d : m.decisionsOf(report)) {
      QVERIFY(d.recommendation.method != Method::Model);
      QVERIFY(!d.recommendation.fallbackReason.isEmpty());
      if (isAutomatic(d)) // only inside the step and above the floor
        QVERIFY(std::abs(changeBp(d.current, d.proposed)) <= 2000 && d.marginThenBp >= 1000);
    }
    const auto metrics = m.ws->telemetry().counters();
    QCOMPARE(metrics[QStringLiteral("inference_failures")], qint64(1));
  }

  // optimizer: confidence below the limit → human review.
  void lowConfidence_human() {
    SmallMarket m;
    need(m.ws->catalog().setSetting(m.ws->me(), QStringLiteral("guardrail.confidence"), 1.0));
    const CycleReport report = m.cycle();
    int human = 0;
    for (const PriceDecision& d : m.decisionsOf(report))
      if (d.proposed != d.current && d.recommendation.confidence < 1.0) {
        QCOMPARE(d.state, DecisionState::Pending);
        QVERIFY(d.guarded.reasons.contains(QStringLiteral("confidence")));
        ++human;
      }
    QVERIFY(human > 0);
  }

  // optimizer: no elasticity of its own, none in its category → the average over all, graded weak, and a human.
  void noHistory_averageAndHuman() {
    SmallMarket m;
    m.sql("DELETE FROM sale WHERE listing_no = 1;"
          "INSERT INTO price (listing_no, channel_no, type, amount_minor, currency, from_ms, origin) "
          "VALUES (1, 1, 'regular', 349, 'USD', 1700000000000, 'manual')");
    const auto d = m.decisionOf(m.cycle(), 1);
    QVERIFY(d);
    QVERIFY(!isAutomatic(*d));
    QCOMPARE(d->recommendation.method, Method::Model); // by what is pooled from the others
    if (d->proposed != d->current)
      QVERIFY(d->guarded.reasons.contains(QStringLiteral("identification")));
  }

  // evaluator: margin too low → rejected with the minimum named; guardrail: margin below 10 % → raised to the minimum.
  // Here that breaks the step, so that a human decides.
  void marginTooLow_minimumNamedAndProposed() {
    SmallMarket m;
    m.sql("UPDATE cost SET amount_micro = 3900000 WHERE listing_no = 1"); // price 3.49: sold at a loss
    const auto d = m.decisionOf(m.cycle(), 1);
    QVERIFY(d);
    QVERIFY(d->marginNowBp < 0);
    // 3.90 / 0.9 = 4.333… → the next rung, 4.39
    QCOMPARE(d->proposed.minor(), qint64(439));
    QVERIFY(d->marginThenBp >= 1000);
    QCOMPARE(d->state, DecisionState::Pending);
    QVERIFY(d->guarded.reasons.contains(QStringLiteral("step")));
    // A proposal below it, from whomever: rejected with the minimum named, and the minimum proposed instead.
    const PriceDecision typed = take(m.ws->previewEdit(d->id, Money(399, d->current.currency())));
    const Verdict* rejected = verdictOf(typed, "margin", "evaluator");
    QVERIFY(rejected);
    QVERIFY(rejected->outcome != VerdictOutcome::Pass);
    QVERIFY2(rejected->limit.contains(QStringLiteral("4.39")), qPrintable(rejected->limit));
    QCOMPARE(verdictOf(typed, "margin")->outcome, VerdictOutcome::Adjusted);
    QCOMPARE(typed.proposed.minor(), qint64(439));
    QVERIFY(typed.guarded.reasons.contains(QStringLiteral("margin")));
  }

  void noCost_holds() {
    SmallMarket m;
    m.sql("DELETE FROM cost WHERE listing_no = 1; UPDATE cost SET amount_micro = 0 WHERE listing_no = 2;"
          "UPDATE cost SET amount_micro = -1 WHERE listing_no = 3");
    const CycleReport report = m.cycle();
    for (const int listing : {1, 2, 3}) {
      const auto d = m.decisionOf(report, listing);
      QVERIFY(d);
      QCOMPARE(d->state, DecisionState::Held);
      QCOMPARE(d->proposed, d->current);
    }
  }

  // evaluator: anomaly → flagged for review, and the suspicious offer is kept out.
  void anomaly_flagged() {
    SmallMarket m;
    const CycleReport calm = m.cycle(false);
    QVERIFY(!m.decisionOf(calm, 1)->guarded.reasons.contains(QStringLiteral("anomaly")));
    m.offer(1, 0, m.clock.now() - std::chrono::minutes(30), 349.0);
    const CycleReport report = m.cycle();
    QCOMPARE(SmallMarket::station(report, "monitor").reasons[QStringLiteral("quarantined")], qint64(1));
    QCOMPARE(m.count("SELECT COUNT(*) FROM offer WHERE state = 'quarantined' AND state_reason = 'factor-slip'"),
             qint64(1));
    const auto d = m.decisionOf(report, 1);
    QVERIFY(!isAutomatic(*d));
    if (d->proposed != d->current)
      QVERIFY2(d->guarded.reasons.contains(QStringLiteral("anomaly")), qPrintable(d->guarded.reasons.join(u' ')));
    // The next look need not judge it again.
    QVERIFY(!SmallMarket::station(m.cycle(), "monitor").reasons.contains(QStringLiteral("quarantined")));
  }

  // guardrail: price > 2 × competitor reference → blocked and alerted; the capped counter-proposal waits for a
  // director.
  void gouging_blockedWithACounterProposal() {
    SmallMarket m;
    m.sql("DELETE FROM offer");
    for (int day = 6; day >= 0; --day) {
      m.clock.set(*parseInstant(u"2026-03-02T09:00:00Z") - std::chrono::hours(24 * day));
      m.offers(0.45);
    }
    m.clock.set(*parseInstant(u"2026-03-02T09:00:00Z"));
    const CycleReport report = m.cycle();
    const auto d = m.decisionOf(report, 1);
    QVERIFY(d);
    QCOMPARE(d->guarded.route, Route::Blocked);
    QVERIFY(d->guarded.isCounterProposal);
    QCOMPARE(d->state, DecisionState::Pending);
    QVERIFY(!d->guarded.alerts.isEmpty());
    // 1.5 × 0.45 × 3.49 = 2.356: the rung below it, which still keeps the margin (2.133).
    QCOMPARE(d->proposed.minor(), qint64(229));
    QVERIFY(m.ws->telemetry().counter(QStringLiteral("policy_violation_count")) > 0);
    const Ask ask{d->id, d->contentHash};
    need(m.ws->actAs(QStringLiteral("max")));
    QCOMPARE(take(m.ws->approve({&ask, 1})).front().why.code, QStringLiteral("approval.director-only"));
    need(m.ws->actAs(QStringLiteral("dora")));
    QVERIFY(take(m.ws->approve({&ask, 1})).front().done);
  }

  // The floor lies above the cap: nothing satisfies both, the current price holds and a human decides.
  void floorAboveCap_conflictHolds() {
    SmallMarket m;
    m.sql("DELETE FROM offer");
    m.offers(0.4);
    const auto d = m.decisionOf(m.cycle(), 1);
    QCOMPARE(d->guarded.route, Route::Conflict);
    QCOMPARE(d->proposed, d->current);
    QCOMPARE(d->state, DecisionState::Pending);
    const Ask ask{d->id, d->contentHash};
    QCOMPARE(take(m.ws->approve({&ask, 1})).front().why.code, QStringLiteral("approval.conflict"));
  }

  // guardrail: change > 20 % → approval, by whoever may approve that much.
  void bigChange_needsApproval() {
    SmallMarket m;
    const auto d = m.decisionOf(m.cycle(false), 3);
    QVERIFY(d);
    need(m.ws->catalog().setSetting(m.ws->me(), QStringLiteral("approval.self-approval"), true));
    const auto pending = [&] {
      DecisionFilter filter;
      filter.states = {DecisionState::Pending};
      return take(m.ws->decisions().decisions(filter));
    };
    need(
        m.ws->catalog().setSetting(m.ws->me(), QStringLiteral("guardrail.confidence"), 1.0)); // everything to the queue
    m.cycle(false);
    const auto queue = pending();
    QVERIFY(!queue.empty());
    const PriceDecision& target = queue.front();
    const Money dear((target.current.minor() * 13 / 10) / 10 * 10 + 9, target.current.currency());
    QVERIFY(take(m.ws->editPrice({target.id, target.contentHash}, dear)).done);
    const PriceDecision edited = take(m.ws->decisions().decision(target.id));
    QCOMPARE(edited.proposed, dear);
    const Verdict* step = verdictOf(edited, "step");
    QVERIFY(step);
    QCOMPARE(step->outcome, VerdictOutcome::NeedsApproval);
    const Ask ask{edited.id, edited.contentHash};
    need(m.ws->actAs(QStringLiteral("max")));
    QCOMPARE(take(m.ws->approve({&ask, 1})).front().why.code, QStringLiteral("approval.over-role-limit"));
    need(m.ws->actAs(QStringLiteral("dora")));
    QVERIFY(take(m.ws->approve({&ask, 1})).front().selfApproved);
  }

  // A feed that moved by a common factor halts the whole cycle before anything is published.
  void feedMovedByAFactor_cycleHalts() {
    SmallMarket m;
    m.clock.advance(std::chrono::hours(2));
    m.offers(100.0);
    const CycleReport report = m.cycle();
    QCOMPARE(report.state, QStringLiteral("halted"));
    QVERIFY(!report.haltedBy.isEmpty());
    QCOMPARE(automaticOf(m.decisionsOf(report)), 0);
    QCOMPARE(m.count("SELECT COUNT(*) FROM price WHERE origin = 'decision'"), qint64(0));
    QVERIFY(!m.prices().isEmpty()); // the complete static list is always there
    for (const PriceDecision& d : m.decisionsOf(report))
      if (d.guarded.primaryReason == u"batch-breaker")
        QVERIFY(take(m.ws->replay(d.id)).sameBits);
  }

  // channels: a folder that cannot be written → three tries, the old list stays, the batch goes out as soon as it can.
  void publishingFails_triedAgain() {
    SmallMarket m;
    int waits = 0;
    m.ws->planner().retryTools = {[&](Duration) { ++waits; }, [] { return 1.0; }};
    QFile blocker(m.path() + QStringLiteral(".prices"));
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    blocker.close();
    const CycleReport failed = m.cycle();
    QCOMPARE(failed.state, QStringLiteral("finished"));
    QCOMPARE(waits, 2);
    QCOMPARE(SmallMarket::station(failed, "publish").ended, QStringLiteral("failed:channels.folder-unwritable"));
    QCOMPARE(SmallMarket::station(failed, "publish").fallback, QStringLiteral("previous-prices"));
    QCOMPARE(m.count("SELECT COUNT(*) FROM price WHERE origin = 'decision'"), qint64(0));
    QVERIFY(blocker.remove());
    const auto reports = take(m.ws->publish({}));
    QCOMPARE(reports.front().state, QStringLiteral("published"));
    QVERIFY(m.count("SELECT COUNT(*) FROM price WHERE origin = 'decision'") > 0);
  }

  // Stopped at any step: nothing is half applied, and what policy had approved goes back to the people.
  void cancelledAnywhere_nothingHalfApplied_data() {
    QTest::addColumn<QString>("after");
    for (const char* step :
         {"expire", "recover", "adopt", "monitor", "load", "demand", "features", "decide", "breaker", "save"})
      QTest::newRow(step) << QString::fromLatin1(step);
  }
  void cancelledAnywhere_nothingHalfApplied() {
    QFETCH(QString, after);
    SmallMarket m;
    std::stop_source stop;
    m.ws->planner().afterStation = [&](std::string_view at) {
      if (after == QLatin1String(at.data(), qsizetype(at.size())))
        stop.request_stop();
    };
    const CycleReport report = m.cycle(true, {stop.get_token(), {}});
    QCOMPARE(report.state, QStringLiteral("cancelled"));
    QCOMPARE(m.count("SELECT COUNT(*) FROM price WHERE origin = 'decision'"), qint64(0));
    QCOMPARE(m.count("SELECT COUNT(*) FROM decision WHERE state = 'approved'"), qint64(0));
    QCOMPARE(m.count("SELECT COUNT(*) FROM price_batch WHERE state = 'scheduled'"), qint64(0));
    QVERIFY(take(m.ws->publish({})).size() <= 1); // the complete list alone
    m.ws->planner().afterStation = {};
    QCOMPARE(m.cycle().state, QStringLiteral("finished"));
    QVERIFY(take(m.ws->verifyAudit()).intact());
  }

  // database unavailable for writing → read-only: what is there can be seen, nothing changes.
  void readOnly_seenButNotChanged() {
    SmallMarket m;
    need(m.ws->catalog().setSetting(m.ws->me(), QStringLiteral("guardrail.confidence"), 1.0));
    m.cycle();
    m.ws.reset();
    m.ws = take(Workspace::open(m.path(), OpenMode::ReadOnly, &m.clock));
    const QueueSnapshot queue = take(m.ws->queue());
    QVERIFY(!queue.pending.empty());
    QVERIFY(take(m.ws->detail(queue.pending.front().id)).pricingCase);
    QVERIFY(take(m.ws->replay(queue.pending.front().id)).sameBits);
    QVERIFY(take(m.ws->status()).readOnly);
    const Ask ask{queue.pending.front().id, queue.pending.front().contentHash};
    QCOMPARE(m.ws->approve({&ask, 1}).error().code, QStringLiteral("storage.read-only"));
    QCOMPARE(m.ws->runCycle({}, {}).error().code, QStringLiteral("storage.read-only"));
    QVERIFY(!m.prices().isEmpty());
  }

  // A rule that cannot be read stops the cycle with its name, before anything is decided.
  void brokenRule_namedAndNothingDecided() {
    SmallMarket m;
    m.sql("INSERT INTO rule (id, name, priority, definition) VALUES ('r1', 'broken', 1, "
          "'{\"id\":\"r1\",\"then\":{\"kind\":\"nonsense\"}}')");
    CycleOptions options;
    const auto report = m.ws->runCycle(options, {});
    QVERIFY(!report);
    QVERIFY2(report.error().code.startsWith(u"rules."), qPrintable(report.error().debugText()));
    QCOMPARE(m.count("SELECT COUNT(*) FROM cycle WHERE state = 'failed'"), qint64(1));
    QCOMPARE(m.count("SELECT COUNT(*) FROM decision"), qint64(0));
  }

  // Two equal cycles over the same facts decide the same, to the bit, and every stored decision can be recomputed.
  void replay_sameBits() {
    SmallMarket m;
    const CycleReport report = m.cycle(false);
    const auto decisions = m.decisionsOf(report);
    QCOMPARE(decisions.size(), std::size_t(12));
    for (const PriceDecision& d : decisions) {
      const ReplayReport replayed = take(m.ws->replay(d.id));
      QVERIFY2(replayed.sameBits, qPrintable(replayed.differences.join(u' ')));
      QCOMPARE(replayed.decisions, 3);
    }
    // Altered evidence is seen.
    m.sql("UPDATE decision SET content_hash = 'x' WHERE listing_no = 1");
    QVERIFY(!take(m.ws->replay(decisions.front().id)).sameBits ||
            !take(m.ws->replay(m.decisionOf(report, 1)->id)).sameBits);
  }
};

QTEST_GUILESS_MAIN(TestRecovery)
#include "tst_Recovery.moc"
