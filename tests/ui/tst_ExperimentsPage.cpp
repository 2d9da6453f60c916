// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Price tests in the window: what the list, the monitor and the trust card say, what each key asks for, and what the
// form of a new test refuses.
#include "lookbook/SyntheticExperiments.h"
#include "pages/experiments/ExperimentsPage.h"
#include "support/RoomOfColumns.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

using Monitor = ExperimentMonitor;

struct Desk {
  Theme theme;
  ExperimentsPage page{theme};
  QSignalSpy noticed{&page, &Page::noticed};

  explicit Desk(bool filled = true) {
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    page.resize(1240, 820);
    page.show();
    QApplication::setActiveWindow(&page);
    page.showBoard(filled ? syntheticExperiments() : ExperimentBoard());
    page.focusMain();
  }
  bool focus(TestState state, TestVerdict verdict = TestVerdict::Undecided) {
    return page.tests().focusKey(syntheticExperiment(state, verdict).row.id.toString());
  }
  void press(int key, Qt::KeyboardModifiers with = Qt::NoModifier) {
    QTest::keyClick(&page.tests(), Qt::Key(key), with);
  }
  QString said() { return noticed.isEmpty() ? QString() : noticed.last().first().toString(); }
  QString state(TestState s, TestVerdict v = TestVerdict::Undecided) {
    return experimentState(syntheticExperiment(s, v), page.rows().now()).word;
  }
  QString trailing(const char* text) {
    for (int i = 0; i < page.trust().rows().lines().rowCount(); ++i)
      if (page.trust().rows().lines().at(i).text == QLatin1String(text))
        return page.trust().rows().lines().at(i).trailing;
    return {};
  }
  ExperimentForm& form() { return page.wizard().form(); }
};

void showChanged(Desk& d, const ExperimentCard& card) {
  ExperimentBoard board = syntheticExperiments();
  for (ExperimentCard& one : board.cards)
    if (one.row.id == card.row.id)
      one = card;
  d.page.showBoard(board);
}

} // namespace

class ExperimentsPageTest : public QObject {
  Q_OBJECT
 private slots:
  void theListSaysHowEachTestStands() {
    Desk d;
    QAbstractItemModelTester tester(d.page.tests().model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    QAbstractItemModelTester prices(d.page.prices().model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    d.page.showBoard(syntheticExperiments());
    QCOMPARE(d.page.tests().lines().shownCount(), 9);
    QCOMPARE(
        d.page.summary(),
        QStringLiteral("5 active · 2 decided · 1 paused · 62 % of tests decided within their horizon this quarter"));
    const ExperimentListModel& m = d.page.rows();
    QCOMPARE(m.text(0, ExperimentListModel::Design), QStringLiteral("zones, 21 + 21"));
    QCOMPARE(m.text(0, ExperimentListModel::Progress), QStringLiteral("day 23 of 28"));
    QCOMPARE(m.text(0, ExperimentListModel::Effect), QStringLiteral("+3.1"));
    QVERIFY(m.text(0, ExperimentListModel::Interval).startsWith(QStringLiteral("[+0.9 … +5.")));
    QCOMPARE(m.text(2, ExperimentListModel::Effect), QStringLiteral("–")); // nothing is told before it is compared
    QCOMPARE(m.text(2, ExperimentListModel::Interval), QString());
  }

  void eachStateHasItsWord() {
    Desk d;
    QCOMPARE(d.state(TestState::Decided, TestVerdict::Better), QStringLiteral("decided: better"));
    QCOMPARE(d.state(TestState::Decided, TestVerdict::Equivalent), QStringLiteral("likely equivalent"));
    QCOMPARE(d.state(TestState::Running), QStringLiteral("running"));
    QCOMPARE(d.state(TestState::Ramping), QStringLiteral("ramping 20 %"));
    QCOMPARE(d.state(TestState::Paused), QStringLiteral("paused: sales silent 9 d"));
    QCOMPARE(d.state(TestState::Waiting), QStringLiteral("waiting for approvals"));
    QCOMPARE(d.state(TestState::Draft), QStringLiteral("draft"));
    QCOMPARE(d.state(TestState::RolledOut), QStringLiteral("rolled out"));
    QCOMPARE(d.state(TestState::Reverted), QStringLiteral("reverted: severe harm"));
    ExperimentCard byHand = syntheticExperiment(TestState::Reverted);
    byHand.row.reason = QStringLiteral("The supplier called");
    QCOMPARE(experimentState(byHand, d.page.rows().now()).word, QStringLiteral("reverted: by a person"));
    QVERIFY(experimentState(byHand, d.page.rows().now()).detail.contains(QStringLiteral("The supplier called")));
  }

  void theMonitorSaysWhatADecisionEarns() {
    Desk d;
    QVERIFY(d.focus(TestState::Decided, TestVerdict::Better));
    const Monitor& m = d.page.monitor();
    QCOMPARE(m.looks(), QStringLiteral("looked at daily; error rates hold"));
    QVERIFY2(m.consequence().contains(QStringLiteral("+$1,178 a week [+391 … +1,965], via Approvals")),
             qPrintable(m.consequence()));
    QCOMPARE(m.button(Monitor::RollOut)->text(), QStringLiteral("Roll out $3.49"));
    QVERIFY(m.may(Monitor::RollOut) && m.may(Monitor::Revert) && m.may(Monitor::Extend) && !m.may(Monitor::Start));
    QVERIFY(d.focus(TestState::Ramping));
    QVERIFY(!m.may(Monitor::RollOut) && m.may(Monitor::Revert) && !m.may(Monitor::Extend));
    QVERIFY(d.focus(TestState::Running));
    QVERIFY(!m.may(Monitor::RollOut) && m.may(Monitor::Revert) && m.may(Monitor::Extend));
    QVERIFY(d.focus(TestState::Reverted));
    for (int action = 0; action < Monitor::kActions; ++action)
      QVERIFY(!m.may(Monitor::Action(action)));
  }

  void theChartTellsItsLooks() {
    Desk d;
    QVERIFY(d.focus(TestState::Decided, TestVerdict::Better));
    const LiftChart& chart = d.page.monitor().chart();
    QCOMPARE(chart.places(), 23);
    QVERIFY2(chart.summary().contains(QStringLiteral("+3.1 % at the new price on day 23 of 28, 95 % interval")),
             qPrintable(chart.summary()));
    QVERIFY2(chart.reading(22).startsWith(QStringLiteral("day 23, sales until")), qPrintable(chart.reading(22)));
    QCOMPARE(chart.table().rows.size(), std::size_t(23));
    QVERIFY(d.focus(TestState::Waiting));
    QVERIFY(chart.isEmpty() && chart.summary().contains(QStringLiteral("Approvals")));
  }

  void trustIsAnswered() {
    Desk d;
    QVERIFY(d.focus(TestState::Decided, TestVerdict::Better));
    QCOMPARE(d.page.trust().answer(), QStringLiteral("yes"));
    QCOMPARE(d.trailing("Sample ratio"), QStringLiteral("21 : 21 · p 0.61 ✓"));
    QCOMPARE(d.trailing("Power reached"), QStringLiteral("78 % of plan (MDE 4 %)"));
    QCOMPARE(d.trailing("CUPED"), QStringLiteral("variance −38 %"));
    QVERIFY(d.trailing("Clusters").endsWith(QStringLiteral("randomization p 0.012")));
    QVERIFY(d.trailing("Guard: units").endsWith(QStringLiteral("limit −10 % ✓")));
    QVERIFY(d.trailing("Registered").endsWith(QStringLiteral("9f2c41d07ab3")));
    ExperimentCard card = syntheticExperiment(TestState::Decided, TestVerdict::Better);
    card.looks.back().reading.doubts = QStringList{QStringLiteral("few-units")};
    showChanged(d, card);
    QCOMPARE(d.page.trust().answer(), QStringLiteral("no"));
    QVERIFY(!d.page.trust().doubts().isEmpty());
    card.looks.back().reading.doubts.clear();
    card.looks.back().reading.sampleRatioP = 0.0004;
    showChanged(d, card);
    QCOMPARE(d.page.trust().answer(), QStringLiteral("no"));
    QVERIFY(d.trailing("Sample ratio").endsWith(QStringLiteral("✗")));
    card.looks.back().reading.sampleRatioP = 0.61;
    card.looks.back().reading.figures[1].high = -0.11; // units certainly fell by more than 10 %
    card.looks.back().reading.figures[1].low = -0.2;
    showChanged(d, card);
    QVERIFY(d.trailing("Guard: units").endsWith(QStringLiteral("✗")));
    QCOMPARE(d.page.trust().answer(), QStringLiteral("guard broken"));
    card.looks.back().reading.figures[1].high = 0.079; // or it did not: it is not known
    showChanged(d, card);
    QVERIFY(d.trailing("Guard: units").endsWith(QStringLiteral("!")));
    QCOMPARE(d.page.trust().answer(), QStringLiteral("guard in doubt"));
    card.looks.back().reading.verdict = TestVerdict::Undecided;
    card.looks.back().reading.share = 0.07;
    showChanged(d, card);
    QCOMPARE(d.page.trust().answer(), QStringLiteral("too early, guard in doubt"));
    card.looks.back().reading.figures[1].low = -0.02;
    showChanged(d, card);
    QCOMPARE(d.page.trust().answer(), QStringLiteral("too early"));
    QVERIFY(d.focus(TestState::Ramping));
    QCOMPARE(d.page.trust().answer(), QStringLiteral("too early"));
  }

  void onlyABetterPriceIsOfferedFirst() {
    Desk d;
    QVERIFY(d.focus(TestState::Decided, TestVerdict::Better));
    QCOMPARE(d.page.monitor().button(Monitor::RollOut)->kind(), ActionButton::Kind::Primary);
    ExperimentCard card = syntheticExperiment(TestState::Decided, TestVerdict::Better);
    card.row.verdict = TestVerdict::Equivalent;
    showChanged(d, card);
    QCOMPARE(d.page.monitor().button(Monitor::RollOut)->kind(), ActionButton::Kind::Secondary);
    QVERIFY(d.page.monitor().may(Monitor::RollOut)); // it is a choice all the same
  }

  void rollOutIsAskedWithItsConsequences() {
    Desk d;
    QSignalSpy wanted(&d.page, &ExperimentsPage::rollOutRequested);
    QVERIFY(d.focus(TestState::Decided, TestVerdict::Better));
    d.press(Qt::Key_A, Qt::ControlModifier); // chords are the window's
    QVERIFY(!d.page.decisionCard().isVisible());
    d.press(Qt::Key_A);
    QVERIFY(d.page.decisionCard().isVisible());
    QVERIFY(d.page.decisionCard().consequences().lines().at(2).trailing.contains(QStringLiteral("+$1,178")));
    QCOMPARE(wanted.count(), 0); // asked first
    QTest::keyClick(&d.page.decisionCard(), Qt::Key_Return);
    QTest::keyClick(&d.page.decisionCard(), Qt::Key_Return); // twice is once
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.first().first().toString(), syntheticExperiments().cards[0].row.plan.name);
    // The card says so and may be tried again.
    d.page.showError(fail(QStringLiteral("experiment.not-decided")), d.page.asker(TestAsker::Card));
    QVERIFY(d.page.decisionCard().isVisible() && !d.page.decisionCard().wrong().isEmpty());
    QTest::keyClick(&d.page.decisionCard(), Qt::Key_Return);
    QCOMPARE(wanted.count(), 2);
    d.page.showDone(QStringLiteral("done"), d.page.asker(TestAsker::Card));
    QVERIFY(!d.page.decisionCard().isVisible());
  }

  void whoWouldRatherNotCancels() {
    Desk d;
    QSignalSpy wanted(&d.page, &ExperimentsPage::rollOutRequested);
    QVERIFY(d.focus(TestState::Decided, TestVerdict::Better));
    d.press(Qt::Key_A);
    ExperimentDecisionCard& card = d.page.decisionCard();
    card.cancelButton()->setFocus();
    QTest::keyClick(card.cancelButton(), Qt::Key_Return); // what has the focus is what Enter presses
    QVERIFY(!card.isVisible());
    d.press(Qt::Key_A);
    QTest::mouseClick(card.cancelButton(), Qt::LeftButton);
    QVERIFY(!card.isVisible());
    QCOMPARE(wanted.count(), 0);
  }

  void anAnswerReachesTheCardThatAskedAndNoOther() {
    Desk d;
    QVERIFY(d.focus(TestState::Decided, TestVerdict::Better));
    d.press(Qt::Key_A);
    QTest::keyClick(&d.page.decisionCard(), Qt::Key_Return);
    const TestAsker first = d.page.asker(TestAsker::Card);
    d.page.decisionCard().dismiss();
    QVERIFY(d.focus(TestState::Running));
    d.press(Qt::Key_R);
    d.page.showDone(QStringLiteral("done"), first);
    QVERIFY(d.page.decisionCard().isVisible());
    d.page.showError(fail(QStringLiteral("experiment.not-decided")), first);
    QVERIFY(d.page.decisionCard().isVisible() && d.page.banner().isVisible());
    QCOMPARE(d.page.decisionCard().wrong(), QStringLiteral("It stands in the journal, with your name."));
  }

  void whatCannotBeDoneIsSaid() {
    Desk d;
    QSignalSpy wanted(&d.page, &ExperimentsPage::rollOutRequested);
    QVERIFY(d.focus(TestState::Running));
    d.press(Qt::Key_A);
    QVERIFY(!d.page.decisionCard().isVisible());
    QVERIFY2(d.said().contains(QStringLiteral("decided")), qPrintable(d.said()));
    d.press(Qt::Key_E);
    QVERIFY2(d.said().contains(QStringLiteral("cannot be changed")), qPrintable(d.said()));
    QCOMPARE(d.page.view(), ExperimentsPage::Board);
    QCOMPARE(wanted.count(), 0);
  }

  void revertNeedsAReasonAndExtendStaysWithinThePlan() {
    Desk d;
    QSignalSpy stopped(&d.page, &ExperimentsPage::stopRequested), longer(&d.page, &ExperimentsPage::extendRequested);
    QVERIFY(d.focus(TestState::Running));
    d.press(Qt::Key_R);
    ExperimentDecisionCard& card = d.page.decisionCard();
    QTest::keyClick(card.field(), Qt::Key_Return);
    QCOMPARE(stopped.count(), 0);
    card.field()->setText(QStringLiteral("  the shelf was empty "));
    QTest::keyClick(card.field(), Qt::Key_Return);
    QCOMPARE(stopped.count(), 1);
    QCOMPARE(stopped.first().last().toString(), QStringLiteral("the shelf was empty"));
    card.dismiss();
    d.press(Qt::Key_X);
    for (const char* bad : {"", "0", "-3", "15", "x", "99999999999"}) { // registered: 42 days at most, 28 by now
      card.field()->setText(QLatin1String(bad));
      QTest::keyClick(card.field(), Qt::Key_Return);
      QVERIFY2(longer.isEmpty() && !card.button()->isEnabled(), bad);
    }
    card.field()->setText(QStringLiteral("14"));
    QTest::keyClick(card.field(), Qt::Key_Return);
    QCOMPARE(longer.count(), 1);
    QCOMPARE(longer.first().last().toInt(), 14);
  }

  void draftsAreStartedChangedRemovedAndPutBack() {
    Desk d;
    QSignalSpy start(&d.page, &ExperimentsPage::startRequested), look(&d.page, &ExperimentsPage::previewRequested),
        remove(&d.page, &ExperimentsPage::removeRequested), restore(&d.page, &ExperimentsPage::restoreRequested);
    QVERIFY(d.focus(TestState::Draft));
    QCOMPARE(d.page.trust().title(), QStringLiteral("What is planned"));
    d.press(Qt::Key_S);
    QCOMPARE(look.count(), 1);
    const ExperimentPlan plan = syntheticExperiment(TestState::Draft).row.plan;
    d.page.showPreview(syntheticPreview(plan, true));
    QTest::keyClick(&d.page.decisionCard(), Qt::Key_Return);
    QCOMPARE(start.count(), 0); // refused: Enter does nothing, the reason stands there
    QVERIFY(d.page.decisionCard().wrong().contains(QStringLiteral("cannot start")));
    d.page.showPreview(syntheticPreview(plan, false));
    QTest::keyClick(&d.page.decisionCard(), Qt::Key_Return);
    QCOMPARE(start.count(), 1);
    d.page.decisionCard().dismiss();
    d.press(Qt::Key_E);
    QCOMPARE(d.page.view(), ExperimentsPage::Wizard);
    QCOMPARE(d.form().skus()->text(), QStringLiteral("OJ-TREE-64"));
    QTest::keyClick(d.form().skus(), Qt::Key_Escape); // nothing was typed: once is enough
    QCOMPARE(d.page.view(), ExperimentsPage::Board);
    d.press(Qt::Key_Delete);
    QCOMPARE(remove.count(), 1);
    d.page.showRemoved(remove.first().first().value<Id>(), plan.name);
    QVERIFY(d.said().contains(QStringLiteral("Ctrl+Z")));
    d.page.undoLast();
    QCOMPARE(restore.count(), 1);
    QVERIFY(restore.first().first().value<Id>() == syntheticExperiment(TestState::Draft).row.id);
    d.page.undoLast();
    QCOMPARE(restore.count(), 1); // on its way
    d.page.showRestoreError(fail(QStringLiteral("storage.busy")));
    d.page.undoLast();
    QCOMPARE(restore.count(), 2); // it did not work: it may be tried again
    d.page.showRestored(restore.last().first().value<Id>());
    d.page.undoLast();
    QCOMPARE(restore.count(), 2); // nothing more to take back
  }

  void anEmptyPageOffersTheFirstTest() {
    Desk d(false);
    QCOMPARE(d.page.view(), ExperimentsPage::Nothing);
    QTest::keyClick(&d.page, Qt::Key_N);
    QCOMPARE(d.page.view(), ExperimentsPage::Wizard);
    QVERIFY(!d.page.wizard().startButton()->isEnabled() && !d.page.wizard().saveButton()->isEnabled());
  }

  void nothingIsCheckedWhereThereIsNoTest() {
    Desk d(false);
    QSignalSpy asked(&d.page, &ExperimentsPage::checkRequested);
    QTest::keyClick(&d.page, Qt::Key_C);
    QCOMPARE(asked.count(), 0);
    d.page.showBoard(syntheticExperiments());
    QVERIFY(d.page.checkButton()->isEnabled());
    d.page.forgetWorkspace(); // no workspace at all
    QTest::keyClick(&d.page, Qt::Key_C);
    QCOMPARE(asked.count(), 0);
    QVERIFY(d.page.checkButton()->isEnabled());
  }

  void pricesLeadToTheirDecisionOrProduct() {
    Desk d;
    QSignalSpy decision(&d.page, &ExperimentsPage::decisionOpened), sku(&d.page, &ExperimentsPage::skuOpened);
    QVERIFY(d.focus(TestState::Decided, TestVerdict::Better));
    d.page.prices().focusLine(0); // keeps its price: no decision was made
    QTest::keyClick(&d.page.prices(), Qt::Key_Return);
    QCOMPARE(sku.count(), 1);
    QCOMPARE(sku.first().first().toString(), QStringLiteral("OJ-TROP-64"));
    d.page.prices().focusLine(1);
    QTest::keyClick(&d.page.prices(), Qt::Key_Return);
    QCOMPARE(decision.count(), 1);
  }

  // A window of 1280 pixels, less its navigation.
  void aNarrowWindowShortensNoFigure() {
    Desk d;
    d.page.resize(1092, 740);
    QVERIFY2(columnWithoutRoom(d.page.tests(), d.theme).isEmpty(),
             qPrintable(columnWithoutRoom(d.page.tests(), d.theme)));
    QVERIFY2(columnWithoutRoom(d.page.prices(), d.theme).isEmpty(),
             qPrintable(columnWithoutRoom(d.page.prices(), d.theme)));
    QVERIFY(d.focus(TestState::Draft));
    d.press(Qt::Key_E);
    d.page.showPreview(syntheticPreview(*d.form().plan(), true));
    TableView& planned = d.page.wizard().prices();
    QCOMPARE(planned.lines().shownCount(), 42);
    QVERIFY2(columnWithoutRoom(planned, d.theme).isEmpty(), qPrintable(columnWithoutRoom(planned, d.theme)));
  }

  void rowsAreCopiedWithHeaders() {
    Desk d;
    d.page.tests().copyChosen();
    const QStringList lines = QApplication::clipboard()->text().split(u'\n');
    QVERIFY(lines.front().startsWith(QStringLiteral("Test\tDesign\tProgress")));
    QVERIFY(lines.at(1).contains(QStringLiteral("decided: better")));
  }

  void aRoundSaysWhatItDid() {
    Desk d;
    QSignalSpy asked(&d.page, &ExperimentsPage::checkRequested);
    d.press(Qt::Key_C);
    d.press(Qt::Key_C);
    QCOMPARE(asked.count(), 1); // one at a time
    TestRound round;
    round.steps.push_back({QStringLiteral("Florida Gold"), TestState::Running, TestState::Running, {}, {}, {}});
    d.page.showRound(round, true);
    QVERIFY(d.said().contains(QStringLiteral("go on")));
    round.steps[0].order.action = TestAction::Pause;
    round.steps[0].order.reason = QStringLiteral("sales-silent");
    d.page.showRound(round, false);
    QCOMPARE(d.said(), QStringLiteral("Florida Gold: paused (sales silent)"));
    round.steps[0].failed = fail(QStringLiteral("storage.busy"));
    round.failed = 1;
    d.page.showRound(round, false);
    QVERIFY(d.page.banner().isVisible());
    QVERIFY(d.page.banner().text().contains(QStringLiteral("tried again")));
  }

  void aReadOnlyWorkspaceIsOnlyLookedAt() {
    Desk d;
    QSignalSpy asked(&d.page, &ExperimentsPage::checkRequested);
    d.page.setReadOnly(true);
    QVERIFY(d.focus(TestState::Decided, TestVerdict::Better));
    for (const int key : {Qt::Key_A, Qt::Key_R, Qt::Key_X, Qt::Key_N, Qt::Key_C})
      d.press(key);
    QVERIFY(!d.page.decisionCard().isVisible());
    QCOMPARE(d.page.view(), ExperimentsPage::Board);
    QCOMPARE(asked.count(), 0);
  }
};

QTEST_MAIN(ExperimentsPageTest)
#include "tst_ExperimentsPage.moc"
