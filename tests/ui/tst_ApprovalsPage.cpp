// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The decision keys: what they act on, what they refuse, and that nothing typed or checked is lost. The real page over
// a made-up queue; tst_MainWindow does the same over a real workspace.
#include "lookbook/SyntheticQueue.h"
#include "pages/approvals/ApprovalsPage.h"

#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

struct Desk {
  Theme theme;
  ApprovalsPage page{theme};
  QueueSnapshot snapshot;
  QSignalSpy approved{&page, &ApprovalsPage::approveRequested}, rejected{&page, &ApprovalsPage::rejectRequested},
      undone{&page, &ApprovalsPage::undoRequested}, edited{&page, &ApprovalsPage::editRequested},
      previewed{&page, &ApprovalsPage::previewRequested}, noticed{&page, &ApprovalsPage::noticed};

  explicit Desk(const SyntheticOptions& options = {}) : snapshot(syntheticQueue(options)) {
    page.resize(1260, 820);
    page.show();
    QApplication::setActiveWindow(&page);
    show();
    page.focusTable();
  }
  void show() { page.showQueue(std::make_shared<const QueueSnapshot>(snapshot)); }
  void key(Qt::Key k, Qt::KeyboardModifiers held = Qt::NoModifier, const QString& text = {}) {
    QWidget* target = page.focusWidget() ? page.focusWidget() : &page;
    QTest::keyClick(target, k, held);
    Q_UNUSED(text)
  }
  void repeated(Qt::Key k, const QString& text) {
    QKeyEvent press(QEvent::KeyPress, k, Qt::NoModifier, text, true);
    QApplication::sendEvent(page.focusWidget(), &press);
  }
  Id idAt(int row) const { return const_cast<ApprovalsPage&>(page).proxy().itemAt(row).row->id; }
  int focus() { return page.table().currentIndex().row(); }
  std::vector<Ask> lastApproved() { return approved.last().first().value<std::vector<Ask>>(); }
  // What the engine answers, with the queue that it then sends.
  void answer(const QString& action, std::vector<Ask> asks, const Error& why = {}) {
    std::vector<Answer> answers;
    for (const Ask& a : asks)
      answers.push_back({a.decision, why.code.isEmpty(), why});
    page.showDecided(action, answers);
    if (why.code.isEmpty())
      std::erase_if(snapshot.pending, [&asks](const QueueRow& r) {
        return std::any_of(asks.begin(), asks.end(), [&r](const Ask& a) { return a.decision == r.id; });
      });
    show();
  }
};

} // namespace

class ApprovalsPageTest : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

  void approvesTheRowInFocusAndMovesOn() {
    Desk d;
    const Id first = d.idAt(0), second = d.idAt(1);
    d.key(Qt::Key_A);
    QCOMPARE(d.approved.count(), 1);
    QCOMPARE(d.lastApproved().size(), std::size_t(1));
    QCOMPARE(d.lastApproved()[0].decision, first);
    QCOMPARE(d.lastApproved()[0].contentHash, d.snapshot.pending[0].contentHash); // what was on the screen
    QVERIFY(d.page.model().isInFlight(first));
    QCOMPARE(d.idAt(d.focus()), second);
    d.answer(QStringLiteral("approve"), d.lastApproved());
    QCOMPARE(d.idAt(d.focus()), second); // the focus is where it was, though the rows moved up
    QVERIFY(d.page.table().hasFocus());
  }

  void actsOnCheckedRowsAndSaysHowMany() {
    Desk d;
    d.key(Qt::Key_Space);
    d.key(Qt::Key_J);
    d.key(Qt::Key_J);
    d.key(Qt::Key_X);
    QVERIFY(d.page.actionBar().approveButton()->text().contains(QLatin1Char('2')));
    QVERIFY(d.page.actionBar().totalsText().startsWith(QLatin1String("2 rows selected")));
    d.key(Qt::Key_A);
    QCOMPARE(d.lastApproved().size(), std::size_t(2));
    QVERIFY(d.lastApproved()[0].decision == d.idAt(0) && d.lastApproved()[1].decision == d.idAt(2));
    QCOMPARE(d.page.model().checkedCount(), 0);
    d.key(Qt::Key_A); // the answer is still out: the same rows are not asked for again
    QCOMPARE(d.approved.count(), 2);
    QVERIFY(d.lastApproved()[0].decision != d.idAt(0) && d.lastApproved()[0].decision != d.idAt(2));
  }

  void leavesHiddenChecksAlone() {
    Desk d;
    d.page.table().checkAllShown(true);
    d.page.filters().setFilter({QStringLiteral("stale"), false, {}, {}});
    const int shown = d.page.proxy().rowCount();
    QVERIFY(shown > 0 && shown < 37);
    d.page.focusTable();
    d.key(Qt::Key_A);
    QCOMPARE(int(d.lastApproved().size()), shown);
    QCOMPARE(d.page.model().checkedCount(), 37 - shown);
  }

  void ignoresWhatIsNotABareKey_data() {
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("held");
    for (const auto& [name, held] : {std::pair("Ctrl", Qt::ControlModifier), std::pair("Alt", Qt::AltModifier),
                                     std::pair("Meta", Qt::MetaModifier)})
      for (const Qt::Key key : {Qt::Key_A, Qt::Key_R, Qt::Key_E, Qt::Key_U, Qt::Key_X})
        if (!(key == Qt::Key_A && held == Qt::ControlModifier)) // Ctrl+A checks all
          QTest::addRow("%s+%c", name, char(key)) << int(key) << int(held);
  }
  void ignoresWhatIsNotABareKey() {
    QFETCH(int, key);
    QFETCH(int, held);
    Desk d;
    d.key(Qt::Key_A);
    d.answer(QStringLiteral("approve"), d.lastApproved()); // so that there is something to undo
    d.key(Qt::Key(key), Qt::KeyboardModifiers(held));
    QCOMPARE(d.approved.count(), 1);
    QCOMPARE(d.rejected.count() + d.undone.count() + d.edited.count(), 0);
    QVERIFY(!d.page.rejectCard().isVisible() && !d.page.editCard().isVisible());
    QCOMPARE(d.page.model().checkedCount(), 0);
  }

  void aHeldKeyDecidesNothing() {
    Desk d;
    for (int i = 0; i < 20; ++i)
      d.repeated(Qt::Key_A, QStringLiteral("a"));
    d.repeated(Qt::Key_R, QStringLiteral("r"));
    d.repeated(Qt::Key_X, QStringLiteral("x"));
    QCOMPARE(d.approved.count(), 0);
    QVERIFY(!d.page.rejectCard().isVisible());
    QCOMPARE(d.page.model().checkedCount(), 0);
    for (int i = 0; i < 3; ++i)
      d.repeated(Qt::Key_J, QStringLiteral("j")); // moving may repeat
    QCOMPARE(d.focus(), 3);
  }

  void lettersNeverJump() {
    Desk d;
    d.key(Qt::Key_T); // Tropicana, Tree Fresh: no type-ahead where bare keys decide
    d.key(Qt::Key_M);
    QCOMPARE(d.focus(), 0);
  }

  void moreThanFiftyTakeTheKeyTwice() {
    Desk d({120, 0});
    d.key(Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(d.page.model().checkedCount(), 120);
    d.key(Qt::Key_A);
    QCOMPARE(d.approved.count(), 0);
    QVERIFY(d.page.actionBar().approveButton()->text().contains(QLatin1String("120")));
    d.key(Qt::Key_Escape);
    d.key(Qt::Key_A); // armed anew, not confirmed
    QCOMPARE(d.approved.count(), 0);
    d.repeated(Qt::Key_A, QStringLiteral("a"));
    QCOMPARE(d.approved.count(), 0);
    d.key(Qt::Key_A);
    QCOMPARE(d.approved.count(), 1);
    QCOMPARE(d.lastApproved().size(), std::size_t(120));
  }

  void rejectsWithOneDigit() {
    Desk d;
    const Id first = d.idAt(0);
    d.key(Qt::Key_R);
    QVERIFY(d.page.rejectCard().isVisible());
    d.key(Qt::Key_A); // the card keeps the keys to itself
    QCOMPARE(d.approved.count(), 0);
    d.key(Qt::Key_4);
    QCOMPARE(d.rejected.count(), 1);
    QCOMPARE(d.rejected[0][0].value<std::vector<Ask>>()[0].decision, first);
    QCOMPARE(d.rejected[0][1].toString(), QStringLiteral("competitor-data-doubtful"));
    QVERIFY(!d.page.rejectCard().isVisible() && d.page.table().hasFocus());
  }

  void aRefusedRejectionKeepsItsComment() {
    Desk d;
    d.key(Qt::Key_R);
    d.key(Qt::Key_Tab);
    QTest::keyClicks(d.page.focusWidget(), QStringLiteral("ask 2 buyers")); // digits are text here
    QCOMPARE(d.rejected.count(), 0);
    d.key(Qt::Key_Return);
    QCOMPARE(d.rejected.count(), 1);
    QCOMPARE(d.rejected[0][2].toString(), QStringLiteral("ask 2 buyers"));
    const std::vector<Ask> asks = d.rejected[0][0].value<std::vector<Ask>>();
    d.answer(QStringLiteral("reject"), asks, fail(QStringLiteral("approval.content-changed")));
    QVERIFY(d.page.banner().isVisible());
    QVERIFY(!d.page.model().isInFlight(asks[0].decision));
    d.page.table().focusId(asks[0].decision);
    d.key(Qt::Key_R);
    QCOMPARE(d.page.rejectCard().comment(), QStringLiteral("ask 2 buyers"));
    d.key(Qt::Key_Escape);
    QCOMPARE(d.rejected.count(), 1);
  }

  void anEditedPriceShowsItsVerdictFirst() {
    Desk d;
    d.key(Qt::Key_E);
    EditCard& card = d.page.editCard();
    QVERIFY(card.isVisible());
    QTest::keyClick(card.priceField(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(card.priceField(), QStringLiteral("2.59"));
    d.key(Qt::Key_Return); // too early: no verdict yet
    QCOMPARE(d.edited.count(), 0);
    QTRY_COMPARE(d.previewed.count(), 1);
    QCOMPARE(d.previewed[0][1].value<Money>(), usd(259));
    PriceDecision guarded = syntheticDetail(d.snapshot.pending[0]).decision;
    guarded.guarded.final = usd(259);
    guarded.guarded.route = Route::Human;
    QTest::keyClicks(card.priceField(), QStringLiteral("9")); // 2.599 while the answer is on its way
    emit d.page.editPreviewed(guarded);
    QVERIFY2(!card.canSave(), "the verdict is of another price");
    QTest::keyClick(card.priceField(), Qt::Key_Backspace);
    QTRY_COMPARE(d.previewed.count(), 2);
    guarded.guarded.final = usd(269); // the limits move it
    emit d.page.editPreviewed(guarded);
    QVERIFY(!card.canSave());
    QTest::keyClick(card.priceField(), Qt::Key_Backspace);
    QTest::keyClicks(card.priceField(), QStringLiteral("9"));
    QTRY_COMPARE(d.previewed.count(), 3);
    guarded.guarded.final = usd(259);
    emit d.page.editPreviewed(guarded);
    QVERIFY(card.canSave());
    d.key(Qt::Key_Return);
    QCOMPARE(d.edited.count(), 1);
    QCOMPARE(d.edited[0][1].value<Money>(), usd(259));
    QCOMPARE(d.edited[0][0].value<Ask>().contentHash, d.snapshot.pending[0].contentHash);
  }

  // The figures are those of the limits' price: they must not be taken for the typed one's.
  void aPriceThatLimitsMoveSaysWhoseFiguresTheseAre() {
    Desk d;
    d.key(Qt::Key_E);
    EditCard& card = d.page.editCard();
    card.priceField()->selectAll();
    QTest::keyClicks(card.priceField(), QStringLiteral("0.50"));
    QTRY_COMPARE(d.previewed.count(), 1);
    PriceDecision guarded = syntheticDetail(d.snapshot.pending[0]).decision;
    guarded.current = usd(300), guarded.costKnown = true, guarded.marginNowBp = 2500; // it costs 2.25
    guarded.guarded.final = usd(217);
    guarded.guarded.route = Route::Blocked;
    emit d.page.editPreviewed(guarded);
    QVERIFY(!card.canSave());
    QVERIFY2(card.verdict().startsWith(QStringLiteral("0.50: blocked, margin −350.0 %.")), qPrintable(card.verdict()));
    QVERIFY2(card.details().contains(QStringLiteral("At 2.17:")), qPrintable(card.details()));
    d.key(Qt::Key_Return); // takes the limits' price into the field, where it has a verdict of its own
    QCOMPARE(d.edited.count(), 0);
    QCOMPARE(card.priceField()->text(), QStringLiteral("2.17"));
    QTRY_COMPARE(d.previewed.count(), 2);
    guarded.guarded.route = Route::Human;
    emit d.page.editPreviewed(guarded);
    QVERIFY(card.canSave());
    QVERIFY(!card.details().contains(QStringLiteral("At 2.17:")));
    d.key(Qt::Key_Return);
    QCOMPARE(d.edited.count(), 1);
  }

  void aChangedRowKeepsTheTypedPrice() {
    Desk d;
    d.key(Qt::Key_E);
    EditCard& card = d.page.editCard();
    card.priceField()->selectAll();
    QTest::keyClicks(card.priceField(), QStringLiteral("2.79"));
    QTRY_COMPARE(d.previewed.count(), 1);
    PriceDecision guarded = syntheticDetail(d.snapshot.pending[0]).decision;
    guarded.guarded.final = usd(279);
    guarded.guarded.route = Route::Human;
    emit d.page.editPreviewed(guarded);
    QVERIFY(card.canSave());
    d.snapshot.pending[0].contentHash = QStringLiteral("changed by somebody else");
    d.show();
    QVERIFY(card.isVisible());
    QCOMPARE(card.priceField()->text(), QStringLiteral("2.79"));
    QVERIFY2(!card.canSave(), "the new content asks for a new verdict");
  }

  void undoTakesBackTheLastDecision() {
    Desk d;
    d.key(Qt::Key_U);
    QCOMPARE(d.undone.count(), 0);
    QCOMPARE(d.noticed.last().first().toString(), QStringLiteral("Nothing to undo"));
    d.key(Qt::Key_A);
    const std::vector<Ask> asks = d.lastApproved();
    d.answer(QStringLiteral("approve"), asks);
    d.key(Qt::Key_U);
    QCOMPARE(d.undone.count(), 1);
    QCOMPARE(d.undone[0][0].value<std::vector<Id>>(), std::vector<Id>{asks[0].decision});
    d.page.showError(fail(QStringLiteral("storage.busy"))); // nothing was undone: it can be tried again
    d.key(Qt::Key_U);
    QCOMPARE(d.undone.count(), 2);
  }

  void whatComesBackIsFocused() {
    Desk d;
    const QueueRow first = d.snapshot.pending[0];
    d.key(Qt::Key_A);
    d.answer(QStringLiteral("approve"), d.lastApproved());
    d.key(Qt::Key_J);
    d.key(Qt::Key_U);
    d.snapshot.pending.push_back(first); // wherever it is
    d.answer(QStringLiteral("undo"), {{Id(), {}}}, fail(QStringLiteral("x")));
    QVERIFY(d.idAt(d.focus()) != first.id);
    d.page.showDecided(QStringLiteral("undo"), {{first.id, true, {}}});
    d.show();
    QCOMPARE(d.idAt(d.focus()), first.id);
  }

  void whatIsRefusedKeepsTheFocus() {
    Desk d;
    const Id first = d.idAt(0), third = d.idAt(2);
    d.key(Qt::Key_A);
    d.answer(QStringLiteral("approve"), d.lastApproved(), fail(QStringLiteral("approval.own-proposal")));
    QCOMPARE(d.idAt(d.focus()), first);
    QVERIFY(!d.page.banner().text().contains(QLatin1String("approval.")));
    d.key(Qt::Key_A);
    d.key(Qt::Key_J); // somebody has gone on meanwhile
    QCOMPARE(d.idAt(d.focus()), third);
    d.answer(QStringLiteral("approve"), d.lastApproved(), fail(QStringLiteral("approval.own-proposal")));
    QCOMPARE(d.idAt(d.focus()), third);
  }

  // What the keys act on is to be seen.
  void clearingAFilterShowsTheFocusedRow() {
    Desk d({400, 0});
    const QString last = d.page.proxy().itemAt(390).row->id.toString();
    d.page.table().focusRow(390);
    const QueueRow row = *d.page.proxy().itemAt(390).row;
    d.page.filters().setFilter({{}, false, {}, row.product + u' ' + row.zone});
    d.page.table().focusId(row.id);
    QCoreApplication::processEvents(); // the few rows are laid out, from the top
    QCOMPARE(d.page.table().verticalScrollBar()->value(), 0);
    d.page.filters().clear();
    QCoreApplication::processEvents();
    QCOMPARE(d.page.table().focusedId()->toString(), last);
    QVERIFY(d.page.table().isFocusSeen());
  }

  void totalsHaveTheirUnits() {
    Desk d;
    ActionBar& bar = d.page.actionBar();
    SelectionTotals totals;
    totals.rows = 3, totals.checked = true, totals.overStep = 1;
    bar.setTotals(totals);
    SelectionEffect effect;
    effect.currency = *Currency::fromCode(u"USD");
    effect.revenue.mean = 80, effect.units.mean = 9;
    bar.setEffect(effect);
    QVERIFY2(bar.effectText().contains(QStringLiteral("revenue +80 $/wk · units +9/wk")), qPrintable(bar.effectText()));
    QVERIFY2(bar.limitsText().contains(QStringLiteral("1 over the step limit")), qPrintable(bar.limitsText()));
  }

  void everyRowHasAReasonThatFilters() {
    Desk d;
    for (int i = 0; i < 3; ++i)
      d.snapshot.pending[std::size_t(i)].primaryReason = QStringLiteral("by-scenario"),
      d.snapshot.pending[std::size_t(i)].reasonDetail = QStringLiteral("ANNA");
    d.snapshot.byReason = {{QStringLiteral("by-scenario"), 3}};
    d.show();
    QStringList chips;
    for (const ActionButton* chip : d.page.filters().findChildren<ActionButton*>())
      chips << chip->text();
    QVERIFY2(chips.contains(QStringLiteral("Scenario 3")), qPrintable(chips.join(u'|')));
    d.page.filters().setFilter({QStringLiteral("by-scenario"), false, {}, {}});
    QCOMPARE(d.page.proxy().rowCount(), 3);
    const QModelIndex why = d.page.proxy().index(0, int(QueueColumn::Why));
    QCOMPARE(why.data().toString(), QStringLiteral("Scenario"));
    QCOMPARE(why.data(QueueModel::DetailRole).toString(), QStringLiteral("sent by ANNA"));
  }

  void waitingRowsCanBeTakenBack() {
    Desk d;
    d.page.filters().setFilter({{}, true, {}, {}});
    d.page.focusTable();
    QCOMPARE(d.page.proxy().rowCount(), 3);
    QVERIFY(!d.page.actionBar().approveButton()->isVisible());
    d.key(Qt::Key_A);
    QCOMPARE(d.approved.count(), 0);
    const Id focused = d.idAt(0);
    d.key(Qt::Key_U);
    QCOMPARE(d.undone[0][0].value<std::vector<Id>>(), std::vector<Id>{focused});
  }

  void refusalsSayWhy() {
    Desk d;
    d.key(Qt::Key_A);
    d.answer(QStringLiteral("approve"), d.lastApproved(), fail(QStringLiteral("approval.own-proposal")));
    QVERIFY(d.page.banner().isVisible());
    QVERIFY(d.page.banner().text().size() > 20);
    QVERIFY(!d.page.banner().text().contains(QLatin1String("approval.own")));
    QVERIFY(!d.page.model().isInFlight(d.idAt(0)));
  }

  void copiesRowsWithHeaders() {
    Desk d;
    d.key(Qt::Key_X);
    d.key(Qt::Key_J);
    d.key(Qt::Key_X);
    d.key(Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QApplication::clipboard()->text().trimmed().split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines[0].count(QLatin1Char('\t')), lines[1].count(QLatin1Char('\t')));
    QVERIFY(lines[0].contains(QLatin1String("Proposed")));
  }

  void keysReachEverything() {
    Desk d;
    QSignalSpy sheet(&d.page, &ApprovalsPage::keySheetRequested);
    d.key(Qt::Key_Question, Qt::ShiftModifier);
    QCOMPARE(sheet.count(), 1);
    d.key(Qt::Key_Slash);
    QVERIFY(d.page.filters().textField()->hasFocus());
    QTest::keyClicks(d.page.filters().textField(), QStringLiteral("tropicana"));
    QVERIFY(d.page.proxy().rowCount() < 37);
    QCOMPARE(d.approved.count(), 0); // letters in a field are letters
    d.key(Qt::Key_Return);
    QVERIFY(d.page.table().hasFocus());
    d.key(Qt::Key_Return); // into the detail; the decision keys work there too
    QVERIFY(!d.page.table().hasFocus());
    QVERIFY(d.page.detailPanel().isAncestorOf(d.page.focusWidget()));
    d.key(Qt::Key_A);
    QCOMPARE(d.approved.count(), 1);
    d.key(Qt::Key_Escape);
    QVERIFY(d.page.table().hasFocus());
  }

  void emptinessExplainsItself() {
    Desk d({0, 0});
    QSignalSpy cycles(&d.page, &ApprovalsPage::cycleRequested);
    auto* empty = d.page.findChild<EmptyState*>();
    QVERIFY(empty->isVisible() && !d.page.table().isVisible() && !d.page.detailPanel().isVisible());
    QTest::keyClick(d.page.focusWidget(), Qt::Key_Space);
    QCOMPARE(cycles.count(), 1);
    Desk other;
    other.page.filters().setFilter({{}, false, {}, QStringLiteral("grapefruit")});
    QVERIFY(other.page.findChild<EmptyState*>()->isVisible());
  }

  void everyControlHasAName() {
    Desk d;
    for (const QWidget* w : d.page.findChildren<QWidget*>()) {
      if (w->focusPolicy() == Qt::NoFocus ||
          !(qobject_cast<const QAbstractButton*>(w) || qobject_cast<const QLineEdit*>(w) ||
            qobject_cast<const QAbstractItemView*>(w)))
        continue;
      if (qobject_cast<const QHeaderView*>(w) && qobject_cast<const QHeaderView*>(w)->orientation() == Qt::Vertical)
        continue;
      if (w->objectName().startsWith(QLatin1String("qt_")) ||
          (w->parentWidget() && qobject_cast<QLineEdit*>(w->parentWidget())))
        continue;
      const auto* button = qobject_cast<const QAbstractButton*>(w);
      if (button && !button->isVisible() && button->text().isEmpty())
        continue;
      if (QString::fromLatin1(w->metaObject()->className()) == QLatin1String("QTableCornerButton"))
        continue;
      QVERIFY2(!w->accessibleName().isEmpty(), w->metaObject()->className());
    }
  }

  void tenThousandRowsScrollSmoothly() {
    Desk d({10'000, 0});
    QElapsedTimer timer;
    timer.start();
    constexpr int kSteps = 40;
    for (int i = 0; i < kSteps; ++i) {
      d.page.table().moveFocus(200);
      (void)d.page.table().viewport()->grab();
    }
    QCOMPARE(d.focus(), 200 * kSteps);
    qInfo("10,000 rows: moving the focus and painting the table takes %.1f ms",
          static_cast<double>(timer.nsecsElapsed()) / 1e6 / kSteps);
  }

  void aLowWindowShowsOneThingAtATime() {
    Desk d;
    d.page.resize(660, 400);
    QApplication::processEvents();
    QVERIFY(d.page.table().isVisible() && !d.page.detailPanel().isVisible());
    d.key(Qt::Key_Return);
    QVERIFY(!d.page.table().isVisible() && d.page.detailPanel().isVisible());
    d.key(Qt::Key_Escape);
    QVERIFY(d.page.table().isVisible() && d.page.table().hasFocus());
  }
};

QTEST_MAIN(ApprovalsPageTest)
#include "tst_ApprovalsPage.moc"
