// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The computer's clock is set back, or far ahead: the journal keeps its order, nothing is published before it may be,
// nothing is lost, and once the clock is right again work goes on.
#include "support/SmallMarket.h"

#include <QTest>

using namespace pricewright;
using namespace pricewright::test;
using namespace std::chrono_literals;

namespace {

struct Shop : SmallMarket {
  Shop() {
    for (const char* limit : {"guardrail.step.percent", "guardrail.step-24h.percent", "guardrail.step-7d.percent"})
      need(ws->catalog().setSetting(ws->me(), QString::fromLatin1(limit), 0.5)); // everything waits for a human
    cycle(false);
  }
  std::vector<Ask> asks() {
    std::vector<Ask> all;
    for (const QueueRow& row : take(ws->queue()).pending)
      all.push_back({row.id, row.contentHash});
    return all;
  }
  int done(const std::vector<Answer>& answers) {
    return int(std::count_if(answers.begin(), answers.end(), [](const Answer& a) { return a.done; }));
  }
};

} // namespace

class ClockChangeTest : public QObject {
  Q_OBJECT
 private slots:
  void approvedThenSetBack() {
    Shop s;
    const auto asks = s.asks();
    QVERIFY(asks.size() >= 2);
    const Instant approvedAt = s.clock.now();
    QCOMPARE(s.done(take(s.ws->approve(asks))), int(asks.size()));
    s.clock.set(approvedAt - 26h);
    take(s.ws->publish({}));
    QCOMPARE(s.count("SELECT count(*) FROM decision WHERE state = 'published'"), qint64(0)); // not before its time
    const Id first = asks.front().decision;
    QCOMPARE(s.done(take(s.ws->undo({&first, 1}))), 1); // still to be taken back
    s.clock.set(approvedAt + 5min);
    take(s.ws->publish({}));
    QCOMPARE(s.count("SELECT count(*) FROM decision WHERE state = 'published'"), qint64(asks.size()) - 1);
    QVERIFY(take(s.ws->verifyAudit()).intact());
  }

  void aCycleAfterTheClockWasSetBack() {
    Shop s;
    QVERIFY(s.done(take(s.ws->approve(s.asks()))) > 0);
    s.clock.advance(5min);
    take(s.ws->publish({}));
    const qint64 published = s.count("SELECT count(*) FROM price WHERE origin = 'decision'");
    QVERIFY(published > 0);
    const Instant right = s.clock.now();
    s.clock.set(right - 26h);
    // Whether it finishes or refuses: no price begins before one that is there already.
    CycleOptions options;
    options.seed = 7;
    const auto report = s.ws->runCycle(options, {});
    Q_UNUSED(report)
    take(s.ws->publish({}));
    QCOMPARE(s.count("SELECT count(*) FROM price a JOIN price b ON a.listing_no = b.listing_no AND a.channel_no = "
                     "b.channel_no AND a.type = b.type AND a.no < b.no WHERE a.from_ms > b.from_ms"),
             qint64(0));
    s.clock.set(right + 24h);
    s.offers();
    QVERIFY(s.ws->runCycle(options, {}));
    QVERIFY(take(s.ws->verifyAudit()).intact());
  }

  // Ten years ahead everything is stale: nothing goes out by itself, and setting it right brings all of it back.
  void farAhead() {
    Shop s;
    const Instant right = s.clock.now();
    s.clock.set(right + 24h * 3650);
    const CycleReport report = s.cycle();
    QCOMPARE(s.count("SELECT count(*) FROM price WHERE origin = 'decision'"), qint64(0));
    for (const PriceDecision& d : s.decisionsOf(report))
      QVERIFY(d.state != DecisionState::Approved && d.state != DecisionState::Published);
    s.clock.set(right + 1h);
    s.offers();
    QVERIFY(!s.decisionsOf(s.cycle(false)).empty());
    QVERIFY(take(s.ws->verifyAudit()).intact());
  }
};

QTEST_GUILESS_MAIN(ClockChangeTest)
#include "tst_ClockChange.moc"
