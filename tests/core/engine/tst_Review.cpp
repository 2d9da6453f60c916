// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Comments and what is put off: kept with their audit entries, all or none, back by themselves.
#include "support/SmallMarket.h"

#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

class ReviewTest : public QObject {
  Q_OBJECT
  std::unique_ptr<SmallMarket> m_market;

 private slots:
  void init() {
    m_market = std::make_unique<SmallMarket>();
    for (const char* limit : {"guardrail.step.percent", "guardrail.step-24h.percent", "guardrail.step-7d.percent"})
      need(m_market->ws->catalog().setSetting(m_market->ws->me(), QString::fromLatin1(limit), 1.0));
    m_market->cycle();
  }

  void whatIsPutOffComesBackByItself() {
    Workspace& w = *m_market->ws;
    const std::vector<QueueRow> rows = take(w.queue()).pending;
    const std::vector<Id> two{rows[0].id, rows[1].id};
    const Instant until = m_market->clock.now() + std::chrono::hours(4);
    need(w.snooze(two, until));
    QueueSnapshot q = take(w.queue());
    QCOMPARE(q.pending.size(), rows.size()); // it still waits, and still expires
    int off = 0;
    for (const QueueRow& r : q.pending)
      if (r.snoozedUntil) {
        ++off;
        QCOMPARE(*r.snoozedUntil, until);
        QCOMPARE(r.snoozedBy, QStringLiteral("dora"));
      }
    QCOMPARE(off, 2);
    m_market->clock.advance(std::chrono::hours(4));
    for (const QueueRow& r : take(w.queue()).pending)
      QVERIFY(!r.snoozedUntil);
    bool told = false;
    for (const AuditEntry& e : take(w.detail(two[0])).audit)
      told |= e.kind == u"decision.snoozed";
    QVERIFY(told);
    QVERIFY(take(w.verifyAudit()).intact());
  }

  void backAtOnceAndAllOrNone() {
    Workspace& w = *m_market->ws;
    const std::vector<QueueRow> rows = take(w.queue()).pending;
    const Instant until = m_market->clock.now() + std::chrono::hours(4);
    need(w.snooze(std::vector<Id>{rows[0].id}, until));
    need(w.snooze(std::vector<Id>{rows[0].id}, std::nullopt));
    QCOMPARE(m_market->count("SELECT count(*) FROM snooze"), 0);
    take(w.reject(std::vector<Ask>{{rows[1].id, rows[1].contentHash}}, QStringLiteral("timing")));
    const Status mixed = w.snooze(std::vector<Id>{rows[0].id, rows[1].id}, until);
    QVERIFY(!mixed && mixed.error().is(u"approval.not-pending"));
    QCOMPARE(m_market->count("SELECT count(*) FROM snooze"), 0);
    for (const Instant bad : {m_market->clock.now(), m_market->clock.now() - std::chrono::hours(1),
                              m_market->clock.now() + std::chrono::hours(24 * 365)})
      QVERIFY(w.snooze(std::vector<Id>{rows[0].id}, bad).error().is(u"engine.snooze-time"));
  }

  void commentsAreKept() {
    Workspace& w = *m_market->ws;
    const Id id = take(w.queue()).pending.front().id;
    need(w.comment(std::vector<Id>{id}, QStringLiteral("  ask the buyer first  ")));
    QCOMPARE(
        m_market->count("SELECT count(*) FROM approval WHERE action = 'comment' AND comment = 'ask the buyer first'"),
        1);
    QVERIFY(w.comment(std::vector<Id>{id}, QStringLiteral("  ")).error().is(u"engine.comment-empty"));
    QVERIFY(w.comment(std::vector<Id>{id}, QString(3'000, u'x')).error().is(u"engine.comment-too-long"));
    QCOMPARE(m_market->count("SELECT count(*) FROM approval WHERE action = 'comment'"), 1);
  }
};

QTEST_GUILESS_MAIN(ReviewTest)
#include "tst_Review.moc"
