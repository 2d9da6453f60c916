// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a whole selection would do, before the key is pressed.
#include "engine/models/SelectionEffect.h"
#include "support/SmallMarket.h"

#include <QElapsedTimer>
#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

// A shop that wants to see every change.
std::unique_ptr<SmallMarket> market(int skus = 6, int zones = 2) {
  auto m = std::make_unique<SmallMarket>(skus, zones);
  for (const char* limit : {"guardrail.step.percent", "guardrail.step-24h.percent", "guardrail.step-7d.percent"})
    need(m->ws->catalog().setSetting(m->ws->me(), QString::fromLatin1(limit), 1.0));
  m->cycle();
  return m;
}
std::vector<Ask> asksOf(const std::vector<QueueRow>& rows) {
  std::vector<Ask> asks;
  for (const QueueRow& r : rows)
    asks.push_back({r.id, r.contentHash});
  return asks;
}

} // namespace

class SelectionEffectTest : public QObject {
  Q_OBJECT
 private slots:
  void oneDecisionIsItsOwnEffect() {
    auto m = market();
    const auto rows = take(m->ws->queue()).pending;
    QVERIFY(rows.size() > 2);
    for (const QueueRow& r : rows) {
      const SelectionEffect e = take(selectionEffect(*m->ws, asksOf({r}), {}));
      QCOMPARE(e.prices, 1);
      QVERIFY2(std::abs(e.profit.mean - r.profit) < 1e-6 * std::max(1.0, std::abs(r.profit)), qPrintable(r.sku));
      QVERIFY(std::abs(e.profit.low - r.profitLow) < 1e-6 * std::max(1.0, std::abs(r.profitLow)));
      QVERIFY(e.marginNow && e.marginThen && e.indexNow && e.indexThen);
      QVERIFY((*e.indexThen > *e.indexNow) == (r.proposed.minor() > r.now.minor()));
    }
  }

  void siblingsAreJudgedTogetherAndGroupsAdded() {
    auto m = market();
    const auto rows = take(m->ws->queue()).pending;
    const SelectionEffect all = take(selectionEffect(*m->ws, asksOf(rows), {}));
    QCOMPARE(all.prices, int(rows.size()));
    QVERIFY(all.groups > 1 && all.groups < all.prices);
    double sum = 0, low = 0, high = 0;
    std::map<QString, std::vector<QueueRow>> byGroup;
    for (const QueueRow& r : rows)
      byGroup[r.category + r.zone].push_back(r);
    for (const auto& [key, group] : byGroup) {
      const SelectionEffect one = take(selectionEffect(*m->ws, asksOf(group), {}));
      sum += one.profit.mean, low += one.profit.low, high += one.profit.high;
    }
    QVERIFY2(std::abs(sum - all.profit.mean) < 1e-6 * std::abs(sum), "groups add up");
    QVERIFY2(all.profit.high - all.profit.low < high - low, "and their intervals partly cancel out");
    double alone = 0;
    for (const QueueRow& r : rows)
      alone += r.profit;
    QVERIFY2(std::abs(alone - all.profit.mean) > 1e-9, "siblings that move together are not the sum of their parts");
  }

  void limitsSayWhoMayApprove() {
    auto m = market();
    need(m->ws->catalog().setSetting(m->ws->me(), QStringLiteral("approval.limit.manager.percent"), 2.0));
    const auto rows = take(m->ws->queue()).pending;
    int beyond = 0;
    for (const QueueRow& r : rows)
      beyond += std::abs(r.changeBp) > 200;
    QVERIFY(beyond > 0);
    const SelectionEffect director = take(selectionEffect(*m->ws, asksOf(rows), {}));
    QCOMPARE(director.mine, int(rows.size()));
    need(m->ws->actAs(QStringLiteral("max")));
    const SelectionEffect manager = take(selectionEffect(*m->ws, asksOf(rows), {}));
    QCOMPARE(manager.mine + manager.refused.value(QStringLiteral("approval.over-role-limit")), int(rows.size()));
    QVERIFY(manager.mine < int(rows.size()));
    QCOMPARE(manager.profit.mean, director.profit.mean);
  }

  void whatIsGoneOrUnknownIsLeftOut() {
    auto m = market();
    const auto rows = take(m->ws->queue()).pending;
    std::vector<Ask> asks = asksOf({rows.front()});
    asks.push_back({Id(), QStringLiteral("nothing")});
    QCOMPARE(take(selectionEffect(*m->ws, asks, {})).prices, 1);
    QCOMPARE(take(selectionEffect(*m->ws, {}, {})).prices, 0);
    std::stop_source stop;
    stop.request_stop();
    JobContext job;
    job.stop = stop.get_token();
    const auto stopped = selectionEffect(*m->ws, asks, job);
    QVERIFY(!stopped && stopped.error().is(u"engine.cancelled"));
  }

  void twoHundredRowsAtOnce() {
    auto m = market(40, 6);
    auto rows = take(m->ws->queue()).pending;
    rows.resize(std::min<std::size_t>(rows.size(), 200));
    QElapsedTimer timer;
    timer.start();
    const SelectionEffect e = take(selectionEffect(*m->ws, asksOf(rows), {}));
    qInfo("%d prices in %d groups: %lld ms", e.prices, e.groups, timer.elapsed());
    QVERIFY(e.prices > 50);
  }
};

QTEST_GUILESS_MAIN(SelectionEffectTest)
#include "tst_SelectionEffect.moc"
