// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The cost inbox in the window: a change of costs becomes proposals by one key, and is taken back by another.
#include "shell/CostsLink.h"
#include "support/PageDesk.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

struct Desk : PageDesk<CostsPage, CostsLink> {
  Desk() {
    market.cycle(false);
    for (const int listing : {1, 2})
      need(market.ws->catalog().putCost(market.ws->me(), listing, CostKind::Replacement, dayOf(market.clock.now()),
                                        Amount{take(Decimal::parse(u"1.77")), take(Currency::fromCode(u"USD"))}));
    open([this] { return page.events().rowCount() == 1; }, std::chrono::minutes(1));
  }
};

} // namespace

class CostsPageTest : public QObject {
  Q_OBJECT
 private slots:
  void oneKeySendsAndAnotherTakesBack() {
    Desk d;
    QAbstractItemModelTester events(&d.page.events(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    QAbstractItemModelTester rows(&d.page.rows(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    QCOMPARE(d.page.rows().rowCount(), 2);
    QVERIFY(d.page.summary().contains(QStringLiteral("1 open")));
    const auto wanted = d.page.wishes().size();
    QVERIFY(wanted > 0);
    d.page.eventTable().setFocus();
    QTest::keyClick(&d.page.eventTable(), Qt::Key_S);
    QVERIFY(d.until([&] { return !d.noticed.isEmpty() || d.page.banner().isVisible(); }));
    QVERIFY2(!d.noticed.isEmpty(), qPrintable(d.page.banner().text()));
    QVERIFY(d.until([&] { return d.page.wishes().size() < wanted; })); // answered rows are no longer offered
    d.page.undoLast();
    QVERIFY(d.until([&] { return d.page.wishes().size() == wanted; }));
  }

  void howItIsPassedOn() {
    Desk d;
    const Money rate = d.page.wishes().front().price;
    d.page.howBox().setCurrentIndex(1);
    emit d.page.howBox().activated(1);
    QVERIFY(d.page.wishes().front().price != rate);
  }

  void dealtWithAndOpenAgain() {
    Desk d;
    d.page.eventTable().setFocus();
    QTest::keyClick(&d.page.eventTable(), Qt::Key_D);
    QVERIFY(d.until([&] { return d.page.events().at(0).dismissed; }));
    QVERIFY(!d.page.sendButton().isEnabled());
    QTest::keyClick(&d.page.eventTable(), Qt::Key_D);
    QVERIFY(d.until([&] { return !d.page.events().at(0).dismissed; }));
  }

  void readOnlySendsNothing() {
    Desk d;
    d.page.setReadOnly(true);
    QSignalSpy asked(&d.page, &CostsPage::proposeRequested);
    d.page.eventTable().setFocus();
    QTest::keyClick(&d.page.eventTable(), Qt::Key_S);
    QCOMPARE(asked.count(), 0);
  }
};

QTEST_MAIN(CostsPageTest)
#include "tst_CostsPage.moc"
