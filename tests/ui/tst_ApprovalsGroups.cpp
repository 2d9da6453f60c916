// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Deciding by cause: G checks all rows like the one in focus, and decides nothing by itself.
#include "lookbook/SyntheticQueue.h"
#include "pages/approvals/ApprovalsPage.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

class ApprovalsGroupsTest : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

  void allRowsOfOneCauseAreCheckedByTwoKeys() {
    Theme theme;
    ApprovalsPage page(theme);
    page.resize(1260, 820);
    page.show();
    QApplication::setActiveWindow(&page);
    const QueueSnapshot snapshot = syntheticQueue({});
    page.showQueue(std::make_shared<const QueueSnapshot>(snapshot));
    page.focusTable();
    QSignalSpy approved(&page, &ApprovalsPage::approveRequested);
    const auto key = [&](Qt::Key k, Qt::KeyboardModifiers held = Qt::NoModifier) {
      QTest::keyClick(page.focusWidget() ? page.focusWidget() : &page, k, held);
    };
    const QueueRow like = *page.proxy().itemAt(0).row;
    key(Qt::Key_G, Qt::ControlModifier); // not a bare key
    auto* card = page.findChild<GroupCard*>();
    QVERIFY(!card->isVisible());
    key(Qt::Key_G);
    QVERIFY(card->isVisible() && !card->groups().empty());
    for (const QueueGroup& g : card->groups())
      QVERIFY2(g.rows.size() > 1 && std::find(g.rows.begin(), g.rows.end(), like.id) != g.rows.end(),
               qPrintable(g.name));
    const std::vector<Id> expected = card->groups().front().rows;
    key(Qt::Key_9); // there are not so many
    QVERIFY(card->isVisible());
    key(Qt::Key_1);
    QVERIFY(!card->isVisible());
    QCOMPARE(page.model().checkedCount(), int(expected.size()));
    QCOMPARE(approved.count(), 0);
    key(Qt::Key_A);
    if (approved.count() == 0) // more than fifty: once more
      key(Qt::Key_A);
    const auto asks = approved.last().first().value<std::vector<Ask>>();
    QCOMPARE(asks.size(), expected.size());
    for (const Ask& a : asks) {
      const auto row = std::find_if(snapshot.pending.begin(), snapshot.pending.end(),
                                    [&](const QueueRow& r) { return r.id == a.decision; });
      QVERIFY(row != snapshot.pending.end() && row->primaryReason.left(4) == like.primaryReason.left(4));
    }
  }

  void whatIsPutOffLeavesTheViewAndComesBack() {
    Theme theme;
    ApprovalsPage page(theme);
    page.resize(1260, 820);
    page.show();
    QApplication::setActiveWindow(&page);
    QueueSnapshot snapshot = syntheticQueue({});
    page.showQueue(std::make_shared<const QueueSnapshot>(snapshot));
    page.focusTable();
    QSignalSpy off(&page, &ApprovalsPage::snoozeRequested), comments(&page, &ApprovalsPage::commentRequested);
    const int before = page.proxy().rowCount();
    const Id first = page.proxy().itemAt(0).row->id;
    QTest::keyClick(page.focusWidget(), Qt::Key_H);
    QTest::keyClick(page.focusWidget(), Qt::Key_1);
    QCOMPARE(off.count(), 1);
    QCOMPARE(off[0][0].value<std::vector<Id>>(), std::vector<Id>{first});
    const auto until = off[0][1].value<std::optional<Instant>>();
    QVERIFY(until && *until > snapshot.now);
    for (QueueRow& r : snapshot.pending)
      if (r.id == first)
        r.snoozedUntil = until;
    page.showQueue(std::make_shared<const QueueSnapshot>(snapshot));
    QCOMPARE(page.proxy().rowCount(), before - 1);
    page.filters().setFilter({{}, false, {}, {}, true});
    QCOMPARE(page.proxy().rowCount(), 1);
    page.focusTable();
    QTest::keyClick(page.focusWidget(), Qt::Key_H);
    QVERIFY(!page.findChild<SnoozeCard*>()->choices().back().until); // back now
    QTest::keyClick(page.focusWidget(), Qt::Key_Escape);
    page.filters().clear();
    snapshot.now = *until + std::chrono::seconds(1);
    page.showQueue(std::make_shared<const QueueSnapshot>(snapshot));
    QCOMPARE(page.proxy().rowCount(), before);
    // A comment: what was typed stays until it was taken.
    page.focusTable();
    QTest::keyClick(page.focusWidget(), Qt::Key_C);
    QTest::keyClicks(page.focusWidget(), QStringLiteral("ask the buyer"));
    QTest::keyClick(page.focusWidget(), Qt::Key_Escape);
    QCOMPARE(comments.count(), 0);
    QTest::keyClick(page.focusWidget(), Qt::Key_C);
    QTest::keyClick(page.focusWidget(), Qt::Key_Return);
    QCOMPARE(comments.count(), 1);
    QCOMPARE(comments[0][1].toString(), QStringLiteral("ask the buyer"));
  }

  void escapeLeavesEverythingAsItWas() {
    Theme theme;
    ApprovalsPage page(theme);
    page.resize(1260, 820);
    page.show();
    QApplication::setActiveWindow(&page);
    page.showQueue(std::make_shared<const QueueSnapshot>(syntheticQueue({})));
    page.focusTable();
    QTest::keyClick(page.focusWidget(), Qt::Key_G);
    QTest::keyClick(page.focusWidget(), Qt::Key_Escape);
    QCOMPARE(page.model().checkedCount(), 0);
    QVERIFY(page.table().hasFocus());
    page.showQueue(std::make_shared<const QueueSnapshot>(syntheticQueue({0, 0})));
    QTest::keyClick(&page, Qt::Key_G); // nothing is there: nothing opens
    QVERIFY(!page.findChild<GroupCard*>()->isVisible());
  }
};

QTEST_MAIN(ApprovalsGroupsTest)
#include "tst_ApprovalsGroups.moc"
