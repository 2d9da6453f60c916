// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The queue as a table: what a new snapshot may and may not change under the user's hands, order, filters, speed.
#include "itemmodels/LedgerModel.h"
#include "itemmodels/QueueProxy.h"
#include "itemmodels/Words.h"
#include "jobs/LatestDetail.h"
#include "lookbook/SyntheticQueue.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

constexpr auto kStrict = QAbstractItemModelTester::FailureReportingMode::QtTest;

QueueSnapshotPtr shared(QueueSnapshot s) { return std::make_shared<const QueueSnapshot>(std::move(s)); }

struct Table {
  QueueModel model;
  QueueProxy proxy{model};
  QAbstractItemModelTester modelTester{&model, kStrict};
  QAbstractItemModelTester proxyTester{&proxy, kStrict};
  QStringList column(QueueColumn c) const {
    QStringList all;
    for (int i = 0; i < proxy.rowCount(); ++i)
      all << proxy.index(i, static_cast<int>(c)).data().toString();
    return all;
  }
};

} // namespace

class QueueModelTest : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

  void mostAtStakeComesFirst() {
    Table t;
    t.model.setSnapshot(shared(syntheticQueue()));
    QCOMPARE(t.proxy.rowCount(), 37); // what waits for release has its own view
    for (int i = 1; i < t.proxy.rowCount(); ++i)
      QVERIFY(t.proxy.itemAt(i - 1).row->stake >= t.proxy.itemAt(i).row->stake);
  }

  void everyColumnSortsBothWays() {
    Table t;
    t.model.setSnapshot(shared(syntheticQueue()));
    for (int c = 1; c < static_cast<int>(QueueColumn::Count); ++c) {
      t.proxy.sortBy(static_cast<QueueColumn>(c), Qt::AscendingOrder);
      const std::vector<Id> up = t.proxy.shownIds();
      t.proxy.sortBy(static_cast<QueueColumn>(c), Qt::DescendingOrder);
      std::vector<Id> down = t.proxy.shownIds();
      QCOMPARE(down.size(), up.size());
      QVERIFY2(up != down, qPrintable(QueueModel::columnName(static_cast<QueueColumn>(c))));
    }
    t.proxy.sortBy(QueueColumn::Now, Qt::AscendingOrder);
    for (int i = 1; i < t.proxy.rowCount(); ++i)
      QVERIFY(t.proxy.itemAt(i - 1).row->now.minor() <= t.proxy.itemAt(i).row->now.minor());
  }

  void filtersAddUp() {
    Table t;
    const QueueSnapshot s = syntheticQueue();
    t.model.setSnapshot(shared(s));
    int steps = 0;
    for (auto it = s.byReason.begin(); it != s.byReason.end(); ++it)
      steps += reasonFamily(it.key()) == QLatin1String("step") ? it.value() : 0;
    t.proxy.setFilter({QStringLiteral("step"), false, {}, {}});
    QCOMPARE(t.proxy.rowCount(), steps); // 24 hours and 7 days are steps too
    t.proxy.setFilter({{}, false, {}, QStringLiteral("minute WEST")});
    QVERIFY(t.proxy.rowCount() > 0);
    for (const QString& product : t.column(QueueColumn::Product))
      QVERIFY(product.contains(QLatin1String("Minute Maid")));
    for (const QString& zone : t.column(QueueColumn::Zone))
      QCOMPARE(zone, QStringLiteral("West"));
    t.proxy.setFilter({{}, true, {}, {}});
    QCOMPARE(t.proxy.rowCount(), 3);
    QVERIFY(t.column(QueueColumn::Why).contains(QStringLiteral("Waiting")));
  }

  void aNewSnapshotKeepsChecksAndForgetsWhatWent() {
    Table t;
    QueueSnapshot s = syntheticQueue();
    t.model.setSnapshot(shared(s));
    const Id stays = s.pending[4].id, goes = s.pending[5].id;
    t.model.setChecked({stays, goes}, true);
    QSignalSpy resets(&t.model, &QAbstractItemModel::modelReset), removed(&t.model, &QAbstractItemModel::rowsRemoved);
    s.pending.erase(s.pending.begin() + 5);
    s.pending[4].proposed = usd(999);
    t.model.setSnapshot(shared(s));
    QVERIFY(t.model.isChecked(stays));
    QCOMPARE(t.model.checkedCount(), 1);
    QCOMPARE(resets.count(), 0); // merged: focus and scroll position stay
    QCOMPARE(removed.count(), 1);
    QCOMPARE(t.model.item(t.model.rowOf(stays)).row->proposed, usd(999));
    QCOMPARE(t.model.rowOf(goes), -1);
    QueueSnapshot back = syntheticQueue();
    t.model.setSnapshot(shared(back)); // it came back
    QVERIFY(t.model.rowOf(goes) >= 0);
    QVERIFY(!t.model.isChecked(goes));
  }

  void approvedRowsMoveToWaitingAndCountDown() {
    Table t;
    QueueSnapshot s = syntheticQueue({5, 0});
    t.model.setSnapshot(shared(s));
    const Id id = s.pending[0].id;
    t.model.setInFlight({id}, true);
    QueueRow row = s.pending[0];
    row.state = DecisionState::Approved;
    row.releaseAt = s.now + std::chrono::seconds(60);
    s.pending.erase(s.pending.begin());
    s.approved = {row};
    t.model.setSnapshot(shared(s));
    const int at = t.model.rowOf(id);
    QVERIFY(t.model.item(at).waiting);
    QVERIFY2(!t.model.isInFlight(id), "the answer is in: the row can be undone");
    const QModelIndex why = t.model.index(at, static_cast<int>(QueueColumn::Why));
    QCOMPARE(why.data(QueueModel::DetailRole).toString(), QStringLiteral("released in 60 s"));
    t.model.setNow(s.now + std::chrono::seconds(2));
    QCOMPARE(why.data(QueueModel::DetailRole).toString(), QStringLiteral("released in 58 s"));
    t.model.setNow(s.now + std::chrono::seconds(61));
    QCOMPARE(why.data(QueueModel::DetailRole).toString(), QStringLiteral("being released"));
  }

  void copiesAsATableThatASpreadsheetTakes() {
    Table t;
    QueueSnapshot s = syntheticQueue({1, 0});
    QueueRow& r = s.pending[0];
    r.product = QStringLiteral("Juice\twith a tab");
    r.now = usd(123456);
    r.proposed = usd(120000);
    r.changeBp = -280;
    r.costKnown = true;
    r.profit = -1234.5;
    t.model.setSnapshot(shared(s));
    const QStringList lines = t.model
                                  .tsv({0}, {QueueColumn::Product, QueueColumn::Now, QueueColumn::Change,
                                             QueueColumn::Margin, QueueColumn::Profit})
                                  .split(QLatin1Char('\n'));
    QCOMPARE(lines[0], QStringLiteral("Product\tNow $\tΔ %\tMargin now %\tMargin then %\tProfit $/wk"));
    const QStringList cells = lines[1].split(QLatin1Char('\t'));
    QCOMPARE(cells.size(), 6);
    QCOMPARE(cells[0], QStringLiteral("Juice with a tab"));
    QCOMPARE(cells[1], QStringLiteral("1234.56"));
    QCOMPARE(cells[2], QStringLiteral("-2.80"));
    QCOMPARE(cells[5], QStringLiteral("-1234.50"));
  }

  void mixedCurrenciesNameThemselves() {
    Table t;
    QueueSnapshot s = syntheticQueue({2, 0});
    QCOMPARE(s.pending.size(), std::size_t(2));
    t.model.setSnapshot(shared(s));
    QCOMPARE(t.model.headerData(static_cast<int>(QueueColumn::Now), Qt::Horizontal, Qt::DisplayRole).toString(),
             QStringLiteral("Now $"));
    s.pending[1].proposed = Money(300, *Currency::fromCode(u"EUR"));
    t.model.setSnapshot(shared(s));
    QCOMPARE(t.model.headerData(static_cast<int>(QueueColumn::Now), Qt::Horizontal, Qt::DisplayRole).toString(),
             QStringLiteral("Now"));
    QVERIFY(t.column(QueueColumn::Proposed).join(QLatin1Char(' ')).contains(QStringLiteral("3.00\u00A0EUR")));
  }

  void everyCellSpeaks() {
    Table t;
    t.model.setSnapshot(shared(syntheticQueue({3, 1})));
    for (int r = 0; r < t.model.rowCount(); ++r)
      for (int c = 0; c < t.model.columnCount(); ++c)
        QVERIFY(!t.model.index(r, c).data(Qt::AccessibleTextRole).toString().isEmpty());
  }

  void theGravestVerdictComesFirst() {
    LedgerModel ledger;
    QAbstractItemModelTester tester(&ledger, kStrict);
    const QueueSnapshot s = syntheticQueue();
    const auto gouging =
        std::find_if(s.pending.begin(), s.pending.end(), [](const QueueRow& r) { return r.isCounterProposal; });
    ledger.setVerdicts(syntheticDetail(*gouging).decision.guarded.verdicts);
    QCOMPARE(ledger.index(0, LedgerModel::Outcome).data().toString(), QStringLiteral("blocked"));
    QCOMPARE(ledger.tsv({}).count(QLatin1Char('\n')), ledger.rowCount() + 1);
  }

  // Running down the queue: only the row where one stops is fetched, and never one answer taken for another.
  void theNewestDetailWins() {
    const QueueSnapshot s = syntheticQueue({6, 0});
    LatestDetail details;
    QSignalSpy asked(&details, &LatestDetail::requested), shown(&details, &LatestDetail::available);
    const auto key = [&s](int i) {
      return LatestDetail::Key{s.pending[static_cast<std::size_t>(i)].id,
                               s.pending[static_cast<std::size_t>(i)].contentHash, DecisionState::Pending};
    };
    const auto answer = [&](int i) {
      details.arrived(std::make_shared<const DecisionDetail>(syntheticDetail(s.pending[static_cast<std::size_t>(i)])));
    };
    for (int i = 0; i < 5; ++i)
      details.want(key(i), key(i + 1));
    QCOMPARE(asked.count(), 1);
    answer(0); // the first answer comes late: it is kept, not shown
    QCOMPARE(shown.count(), 0);
    QCOMPARE(asked.count(), 2);
    QCOMPARE(asked.last().first().value<Id>(), key(4).decision);
    answer(4);
    QCOMPARE(shown.count(), 1);
    QCOMPARE(asked.count(), 3); // the next row, ahead of time
    answer(5);
    QCOMPARE(shown.count(), 1);
    details.want(key(5), {});
    QCOMPARE(shown.count(), 2); // at once, without a question
    QCOMPARE(asked.count(), 3);
    LatestDetail::Key changed = key(5);
    changed.contentHash = QStringLiteral("another");
    details.want(changed, {});
    QCOMPARE(asked.count(), 4); // other content is another question
  }

  void tenThousandRows() {
    Table t;
    const QueueSnapshotPtr s = shared(syntheticQueue({10'000, 0}));
    QueueModel model;
    QueueProxy proxy(model);
    QElapsedTimer timer;
    const auto say = [&timer](const char* what) {
      qInfo("10,000 rows, %s: %.1f ms", what, static_cast<double>(timer.nsecsElapsed()) / 1e6);
    };
    timer.start();
    model.setSnapshot(s);
    say("shown and sorted");
    timer.start();
    proxy.sortBy(QueueColumn::Product, Qt::AscendingOrder);
    say("sorted by product");
    timer.start();
    proxy.sortBy(QueueColumn::Profit, Qt::DescendingOrder);
    say("sorted by profit");
    timer.start();
    proxy.setFilter({{}, false, {}, QStringLiteral("tropicana down")});
    say("filtered by text");
    QVERIFY(proxy.rowCount() > 0 && proxy.rowCount() < 5000);
    timer.start();
    proxy.setFilter({});
    say("filter cleared");
    QCOMPARE(proxy.rowCount(), 10'000);
    timer.start();
    model.setChecked(proxy.shownIds(), true);
    say("all checked");
    timer.start();
    model.setSnapshot(shared(syntheticQueue({10'000, 0})));
    qInfo("(the next one makes the rows as well)");
    say("merged with a new snapshot");
  }
};

Q_DECLARE_METATYPE(pricewright::Id)
QTEST_MAIN(QueueModelTest)
#include "tst_QueueModel.moc"
