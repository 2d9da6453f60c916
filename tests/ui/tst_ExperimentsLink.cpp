// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Price tests in the window before the real engine: planned, kept, started, taken back, by keys.
#include "shell/ExperimentsLink.h"
#include "support/SimulatedShop.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

// Twelve zones: enough to draw lots among.
struct Desk {
  SimulatedShop shop{{{-2.0, 0.3}}, {}};
  Theme theme;
  Engine engine;
  ExperimentsPage page{theme};
  ExperimentsLink link{engine, page};
  QSignalSpy opened{&engine, &Engine::workspaceOpened}, noticed{&page, &Page::noticed};

  Desk() {
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    need(shop.ws->catalog().setWorkspaceValue(shop.ws->me(), QStringLiteral("as_of_ms"),
                                              QString::number(toMillis(shop.clock.now()))));
    shop.ws.reset();
    page.resize(1240, 820);
    page.show();
    QApplication::setActiveWindow(&page);
    engine.openWorkspace(shop.path());
    if (!until([this] { return opened.count() > 0 && !engine.isBusy(); }))
      qFatal("the page does not fill");
    page.focusMain();
  }
  bool until(const std::function<bool()>& done) { return QTest::qWaitFor(done, 20'000); }
  ExperimentForm& form() { return page.wizard().form(); }
  int rows() { return page.tests().lines().shownCount(); }
  void press(int key) { QTest::keyClick(&page.tests(), Qt::Key(key)); }
  TestState state() { return page.rows().rowCount() > 0 ? page.rows().at(0).row.state : TestState::Removed; }
  void type(const char* sku, const char* percent) {
    page.newTest();
    form().skus()->setText(QLatin1String(sku));
    form().price()->setText(QLatin1String(percent));
  }
  bool keepDraft() {
    type("T01", "2");
    QTest::keyClick(form().skus(), Qt::Key_S, Qt::ControlModifier);
    return until([this] { return page.view() == ExperimentsPage::Board && rows() == 1; });
  }
};

} // namespace

class ExperimentsLinkTest : public QObject {
  Q_OBJECT
 private slots:
  void aDraftIsKeptChangedRemovedAndPutBack() {
    Desk d;
    QCOMPARE(d.page.view(), ExperimentsPage::Nothing);
    QVERIFY(d.keepDraft());
    QCOMPARE(d.page.rows().at(0).row.plan.name, QStringLiteral("T01 +2 %"));
    d.press(Qt::Key_E);
    d.form().price()->setText(QStringLiteral("3"));
    QTest::keyClick(d.form().price(), Qt::Key_S, Qt::ControlModifier);
    QVERIFY(d.until([&] { return d.rows() == 1 && d.page.rows().at(0).row.plan.changeBp == 300; }));
    d.press(Qt::Key_Delete);
    QVERIFY(d.until([&] { return d.page.view() == ExperimentsPage::Nothing; }));
    d.page.undoLast();
    QVERIFY(d.until([&] { return d.page.view() == ExperimentsPage::Board && d.rows() == 1; }));
  }

  void theSameNameTwiceIsSaidAndNothingTypedIsLost() {
    Desk d;
    QVERIFY(d.keepDraft());
    d.type("T01", "2");
    QTest::keyClick(d.form().skus(), Qt::Key_S, Qt::ControlModifier);
    QVERIFY(d.until([&] { return d.page.wizard().words().contains(QStringLiteral("another test")); }));
    QCOMPARE(d.form().skus()->text(), QStringLiteral("T01"));
  }

  void whatIsPlannedIsShownThroughTheLimits() {
    Desk d;
    d.type("T01", "2");
    QVERIFY(d.until([&] { return d.page.wizard().prices().lines().shownCount() == 12; }));
    QVERIFY(d.form().adviceText().contains(QStringLiteral("Recommended: zones")));
    d.form().skus()->setText(QStringLiteral("NO-SUCH"));
    QVERIFY(d.until([&] { return d.page.wizard().verdict().startsWith(QStringLiteral("It cannot start")); }));
    QVERIFY2(d.page.wizard().words().contains(QStringLiteral("NO-SUCH")), qPrintable(d.page.wizard().words()));
    QVERIFY(!d.page.wizard().startButton()->isEnabled());
  }

  void aPriceThatLimitsForbidIsNoneForPeopleToApprove() {
    Desk d;
    d.type("T01", "-45"); // below its cost
    QVERIFY(d.until([&] { return d.page.wizard().verdict().startsWith(QStringLiteral("It cannot start")); }));
    const RowModel& rows = d.page.wizard().prices().lines().rows();
    QCOMPARE(rows.rowCount(), 12);
    for (int row = 0; row < rows.rowCount(); ++row) {
      QCOMPARE(rows.text(row, PlannedPriceModel::Limits), QStringLiteral("not allowed"));
      QVERIFY(!rows.detail(row, PlannedPriceModel::Limits).isEmpty());
    }
  }

  void whatSuchATestWouldFindIsTriedAndLeftWithThePlan() {
    Desk d;
    d.type("T01", "2");
    const auto tried = [&] {
      const QString words = d.page.wizard().power();
      return !words.isEmpty() && !words.startsWith(QStringLiteral("Trying"));
    };
    QVERIFY(d.until(tried));
    d.form().price()->setText(QStringLiteral("3"));
    QVERIFY(d.page.wizard().power().isEmpty());
    d.page.wizard().leave(), d.page.wizard().leave();
    QVERIFY(d.until([&] { return !d.engine.isBusy(); }));
    QVERIFY(d.page.wizard().power().isEmpty());
  }

  void aTestStartsIsCheckedAndReverted() {
    Desk d;
    d.type("T01", "2");
    QVERIFY2(d.until([&] { return d.page.wizard().startButton()->isEnabled(); }), qPrintable(d.page.wizard().words()));
    QTest::keyClick(d.form().skus(), Qt::Key_Return, Qt::ControlModifier);
    QTest::keyClick(&d.page.decisionCard(), Qt::Key_Return); // asked, and said yes to
    QVERIFY(d.until([&] { return d.state() == TestState::Waiting; }));
    QVERIFY(d.page.banner().text().contains(QStringLiteral("registered")));
    QVERIFY(d.page.prices().lines().shownCount() > 0);
    d.press(Qt::Key_C);
    QVERIFY(d.until([&] { return d.page.checkButton()->isEnabled(); }));
    QCOMPARE(d.state(), TestState::Waiting); // nobody has approved yet
    d.press(Qt::Key_R);
    d.page.decisionCard().field()->setText(QStringLiteral("second thoughts"));
    QTest::keyClick(d.page.decisionCard().field(), Qt::Key_Return);
    QVERIFY(d.until([&] { return d.state() == TestState::Reverted; }));
    QVERIFY(!d.page.decisionCard().isVisible());
    QCOMPARE(d.page.tests().lines().rows().text(0, ExperimentListModel::State),
             QStringLiteral("reverted: stopped by hand"));
  }
};

QTEST_MAIN(ExperimentsLinkTest)
#include "tst_ExperimentsLink.moc"
