// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Who changed what, and can it be proven? The real page over a made-up journal of a million entries: by keyboard, with
// filters, one entry in full, verifying, replaying and writing out, each of which can be stopped.
#include "lookbook/AuditLook.h"

#include <QApplication>
#include <QClipboard>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

struct Desk {
  Theme theme;
  AuditPage page{theme};
  SyntheticJournal journal;
  QSignalSpy verified{&page, &AuditPage::verifyRequested}, written{&page, &AuditPage::exportRequested},
      stopped{&page, &AuditPage::stopRequested}, replayed{&page, &AuditPage::replayRequested},
      noticed{&page, &Page::noticed}, asked{&page, &AuditPage::detailRequested};

  explicit Desk(qint64 entries = 1'000'000, QSize size = {1260, 820}) : journal(entries) {
    answerAudit(page, journal);
    page.resize(size);
    page.show();
    QApplication::setActiveWindow(&page);
    emit page.shown();
    settle();
    page.focusTable();
  }
  static void settle() {
    for (int i = 0; i < 12; ++i) {
      QCoreApplication::processEvents();
      QCoreApplication::sendPostedEvents();
    }
  }
  void key(Qt::Key k, Qt::KeyboardModifiers held = Qt::NoModifier) {
    QTest::keyClick(page.focusWidget() ? page.focusWidget() : &page, k, held);
    settle();
  }
  qint64 focused() { return page.model().sequenceAt(page.table().currentIndex().row()); }
  void focusKind(const QString& prefix) {
    for (int row = 0; row < 60; ++row)
      if (const AuditLine* l = page.model().line(row); l && l->kind.startsWith(prefix)) {
        page.table().focusRow(row);
        return settle();
      }
    QFAIL("no such entry among the first");
  }
  void filterBy(const QString& text) {
    page.filters().textField()->setText(text);
    QTest::keyClick(page.filters().textField(), Qt::Key_Return);
    settle();
  }
};

} // namespace

class AuditPageTest : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

  void theJournalOpensAtItsNewestEntry() {
    Desk d;
    QCOMPARE(d.page.model().rowCount(), 1'000'000);
    QCOMPARE(d.focused(), 1'000'000);
    QVERIFY(d.page.detailPanel().detail());
    QCOMPARE(d.page.detailPanel().detail()->line.sequence, 1'000'000);
    QVERIFY(d.page.summary().startsWith(QStringLiteral("1,000,000 entries")));
  }

  // A million rows: what a key, a jump or scrolling reads of them does not grow with them.
  void littleOfAMillionIsRead() {
    Desk d;
    constexpr qint64 kMost = 2'000; // lines
    const auto few = [&](const std::function<void()>& work) {
      const qint64 before = d.journal.linesMade();
      work();
      QVERIFY2(d.journal.linesMade() - before < kMost, qPrintable(QString::number(d.journal.linesMade() - before)));
    };
    few([&] { d.key(Qt::Key_End); });
    QCOMPARE(d.focused(), 1);
    few([&] { d.key(Qt::Key_Home); });
    for (int i = 0; i < 40; ++i)
      few([&] { d.key(i % 2 ? Qt::Key_PageDown : Qt::Key_J); });
    for (int row = 0; row < 1'000'000; row += 50'000)
      few([&] {
        d.page.table().focusRow(row);
        Desk::settle();
      });
  }

  void keysMoveAndOpen() {
    Desk d;
    d.key(Qt::Key_J);
    d.key(Qt::Key_J);
    d.key(Qt::Key_K);
    QCOMPARE(d.focused(), 999'999);
    d.key(Qt::Key_Return);
    QVERIFY(d.page.detailPanel().isAncestorOf(d.page.focusWidget()));
    d.key(Qt::Key_J); // also from within the entry
    QCOMPARE(d.focused(), 999'998);
    QCOMPARE(d.page.detailPanel().detail()->line.sequence, 999'998);
    d.key(Qt::Key_Escape);
    QCOMPARE(d.page.focusWidget(), &d.page.table());
    d.key(Qt::Key_Slash);
    QCOMPARE(d.page.focusWidget(), d.page.filters().textField());
  }

  // Running down the rows asks where one stops.
  void detailsAreAskedWhereOneStops() {
    Desk d;
    d.asked.clear();
    for (int i = 0; i < 30; ++i)
      d.page.table().moveFocus(1);
    Desk::settle();
    QCOMPARE(d.asked.size(), 1);
    QCOMPARE(d.page.detailPanel().detail()->line.sequence, 999'970);
    d.page.showDetail(d.journal.detail(5)); // an answer that comes too late
    QCOMPARE(d.page.detailPanel().detail()->line.sequence, 999'970);
  }

  void filtersNarrowAndKeepTheFocus() {
    Desk d(20'000);
    AuditFilter filter;
    filter.actors = QStringList{QStringLiteral("dora")};
    int row = 0;
    while (d.page.model().line(row)->actor != u"dora")
      ++row;
    d.page.table().focusRow(row);
    const qint64 focus = d.focused();
    d.page.filters().setFilter(filter);
    Desk::settle();
    QCOMPARE(d.focused(), focus);
    QCOMPARE(d.page.strip().rows(), QStringLiteral("100 found so far"));
    d.filterBy(QStringLiteral("no such words"));
    QTRY_COMPARE(d.page.strip().rows(), QStringLiteral("0 entries fit"));
    QVERIFY(!d.page.detailPanel().detail());
    QVERIFY(!d.page.table().isVisible());
    d.page.filters().clear();
    Desk::settle();
    QCOMPARE(d.page.model().rowCount(), 20'000);
  }

  void aLongSearchCanBeStoppedAndGoneOnWith() {
    Desk d(100'000'000);
    d.page.filters().textField()->setText(QStringLiteral("nowhere"));
    QTest::keyClick(d.page.filters().textField(), Qt::Key_Return);
    QCoreApplication::processEvents();
    QVERIFY(d.page.model().isSearching());
    QVERIFY(d.page.strip().work().startsWith(QStringLiteral("Looking")));
    QTest::keyClick(&d.page, Qt::Key_Escape);
    QVERIFY(d.page.model().isStopped());
    QVERIFY(d.page.strip().work().startsWith(QStringLiteral("Stopped")));
    QCOMPARE(d.stopped.size(), 0);
  }

  void allAboutTheSameProduct() {
    Desk d;
    d.focusKind(QStringLiteral("decision."));
    const QString sku = d.page.detailPanel().detail()->line.sku;
    d.key(Qt::Key_A);
    QCOMPARE(d.page.filters().filter().sku, sku);
    QCOMPARE(d.page.filters().skuField()->text(), sku);
    d.page.filters().clear();
    Desk::settle();
    d.focusKind(QStringLiteral("setting."));
    d.key(Qt::Key_A);
    QVERIFY(d.page.filters().filter().about && d.page.filters().filter().about->table == u"setting");
    QVERIFY(d.page.filters().aboutChip()->isVisible());
    d.page.filters().aboutChip()->click(); // it says so, and goes
    QVERIFY(!d.page.filters().filter().about && !d.page.filters().aboutChip()->isVisible());
  }

  void anEntryShowsItsProofAndItsBreak() {
    Desk d;
    QVERIFY(d.page.detailPanel().proof().toPlainText().contains(QStringLiteral("is what was written")));
    const AuditDetail broken = d.journal.detail(d.focused(), false);
    d.page.showDetail(broken);
    QVERIFY(d.page.detailPanel().proof().toPlainText().contains(QStringLiteral("is NOT what was written")));
    QVERIFY(d.page.detailPanel().proof().toPlainText().contains(broken.text.left(30)));
    QCOMPARE(d.page.detailPanel().fields().rowCount(), int(broken.fields.size()));
  }

  void aDecisionIsReplayed() {
    Desk d;
    d.focusKind(QStringLiteral("decision."));
    d.key(Qt::Key_P);
    QCOMPARE(d.replayed.size(), 1);
    d.key(Qt::Key_P); // it is under way
    QCOMPARE(d.replayed.size(), 1);
    d.page.showReplay({true, 83, {}});
    QVERIFY(d.page.detailPanel().replayButton().isEnabled());
    d.key(Qt::Key_P);
    d.key(Qt::Key_J);
    d.page.showReplay({false, 83, {QStringLiteral("SECRET")}}); // of the entry before
    for (const QLabel* label : d.page.detailPanel().findChildren<QLabel*>())
      QVERIFY(!label->text().contains(QStringLiteral("SECRET")));
    d.focusKind(QStringLiteral("import."));
    d.replayed.clear();
    d.key(Qt::Key_P);
    QCOMPARE(d.replayed.size(), 0);
  }

  void verifyingShowsProgressAndStops() {
    Desk d;
    d.key(Qt::Key_V);
    d.key(Qt::Key_V);
    QCOMPARE(d.verified.size(), 1);
    d.page.showVerifying(0.5);
    QVERIFY(d.page.strip().work().startsWith(QStringLiteral("Checking")));
    d.key(Qt::Key_Escape);
    QCOMPARE(d.stopped.size(), 1);
    d.page.showJobError(fail(QStringLiteral("audit.cancelled")));
    QVERIFY(!d.page.banner().isVisible());
    QCOMPARE(d.noticed.size(), 1);
    d.key(Qt::Key_V);
    d.page.showVerified({1'000'000, {}, {}, {}, 1'000'000, {}});
    QVERIFY(d.page.banner().isVisible() && d.page.banner().text().contains(QStringLiteral("1,000,000")));
    QVERIFY(d.page.summary().contains(QStringLiteral("sound")));
    d.key(Qt::Key_V);
    d.page.showVerified({16, 17, QStringLiteral("hash"), {}, {}, {}});
    QVERIFY(d.page.banner().text().contains(QStringLiteral("broken at entry 17")));
    emit d.page.banner().actionTriggered();
    Desk::settle();
    QCOMPARE(d.focused(), 17);
  }

  void whatIsShownIsWrittenOut() {
    Desk d;
    AuditFilter filter;
    filter.actors = QStringList{QStringLiteral("max")};
    d.page.filters().setFilter(filter);
    Desk::settle();
    d.page.exportRows();
    QVERIFY(d.page.exportCard().isVisible());
    QVERIFY(d.page.exportCard().pathField()->text().endsWith(QStringLiteral(".jsonl")));
    QTest::keyClick(&d.page.exportCard(), Qt::Key_2);
    QVERIFY(d.page.exportCard().pathField()->text().endsWith(QStringLiteral(".csv")));
    QTest::keyClick(&d.page.exportCard(), Qt::Key_Escape);
    QCOMPARE(d.written.size(), 0);
    d.page.exportRows();
    QTest::keyClick(&d.page.exportCard(), Qt::Key_1);
    d.page.exportCard().pathField()->setText(QStringLiteral("/tmp/p.jsonl"));
    QTest::keyClick(&d.page.exportCard(), Qt::Key_Return);
    QCOMPARE(d.written.size(), 1);
    QCOMPARE(d.written.first()[0].value<AuditFilter>(), filter);
    QCOMPARE(d.written.first()[1].toString(), QStringLiteral("/tmp/p.jsonl"));
    d.page.exportRows();
    QVERIFY2(!d.page.exportCard().isVisible(), "one at a time");
    d.page.showExported({QStringLiteral("/tmp/p.jsonl"), QStringLiteral("3f2a-91bc"), 12, 3});
    QVERIFY(d.page.banner().text().contains(QStringLiteral("3f2a-91bc")));
    emit d.page.banner().actionTriggered();
    QCOMPARE(QApplication::clipboard()->text(),
             QStringLiteral("pricewright-engine audit check \"/tmp/p.jsonl\" --key 3f2a-91bc"));
    d.page.exportRows();
    d.page.exportCard().chooseAll(true);
    QTest::keyClick(&d.page.exportCard(), Qt::Key_Return);
    QVERIFY(d.written.last()[0].value<AuditFilter>().isEmpty());
  }

  void errorsSayWhatToDoAndCanBeTriedAgain() {
    Desk d;
    QSignalSpy wanted(&d.page.model(), &AuditModel::pageWanted);
    AuditFilter filter;
    filter.actors = QStringList{QStringLiteral("max")};
    QObject::disconnect(&d.page.model(), &AuditModel::pageWanted, &d.page.model(), nullptr);
    d.page.filters().setFilter(filter);
    d.page.model().failed(
        wanted.last().first().value<AuditAsk>().ticket,
        fail(QStringLiteral("storage.io"), {{QStringLiteral("path"), QStringLiteral("/media/usb/w")}}));
    QVERIFY(d.page.banner().isVisible() && d.page.banner().text().contains(QStringLiteral("/media/usb/w")));
    emit d.page.banner().actionTriggered();
    QCOMPARE(wanted.size(), 2);
    QVERIFY(!d.page.banner().isVisible());
  }

  void rowsAreCopiedForASpreadsheet() {
    Desk d;
    d.key(Qt::Key_Down, Qt::ShiftModifier);
    d.key(Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(&d.page.table(), Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 4);
    QVERIFY(lines[0].startsWith(QStringLiteral("When\tWho\tWhat")));
  }

  // Ctrl and Alt are not for bare keys, and a key that is held down repeats nothing but moving.
  void heldKeysDoNothingByAccident() {
    Desk d;
    d.key(Qt::Key_V, Qt::ControlModifier);
    d.key(Qt::Key_V, Qt::AltModifier);
    QKeyEvent repeated(QEvent::KeyPress, Qt::Key_V, Qt::NoModifier, QStringLiteral("v"), true);
    QApplication::sendEvent(&d.page.table(), &repeated);
    QCOMPARE(d.verified.size(), 0);
  }

  void periodsAreDaysAtTheDesk() {
    Desk d;
    QSignalSpy chosen(&d.page.periodCard(), &PeriodCard::chosen);
    d.page.periodCard().ask({}, {100, 100});
    const QList<QLineEdit*> days = d.page.periodCard().findChildren<QLineEdit*>();
    days[0]->setText(QStringLiteral("2026-03-01"));
    days[1]->setText(QStringLiteral("2026-02-01"));
    QTest::keyClick(&d.page.periodCard(), Qt::Key_Return);
    QCOMPARE(chosen.size(), 0);
    days[1]->setText(QStringLiteral("2026-03-01"));
    QTest::keyClick(&d.page.periodCard(), Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    const AuditFilter& filter = d.page.filters().filter();
    QVERIFY(filter.from && filter.to);
    QCOMPARE((*filter.to - *filter.from).count(), 24 * 3'600'000);
  }

  void aSmallWindowShowsOneAtATime() {
    Desk d(1'000, {700, 420});
    QVERIFY(d.page.table().isVisible() && !d.page.detailPanel().isVisible());
    d.key(Qt::Key_Return);
    QVERIFY(!d.page.table().isVisible() && d.page.detailPanel().isVisible());
    d.key(Qt::Key_Escape);
    QVERIFY(d.page.table().isVisible() && !d.page.detailPanel().isVisible());
  }

  void stateSurvivesARestart() {
    QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
    {
      Desk d;
      AuditFilter filter;
      filter.kinds = QStringList{QStringLiteral("decision.")};
      filter.sku = QStringLiteral("OJ-*");
      d.page.filters().setFilter(filter);
      d.page.saveState(settings);
    }
    Desk d;
    d.page.forgetWorkspace();
    d.page.restoreState(settings);
    Desk::settle();
    QCOMPARE(d.page.filters().filter().sku, QStringLiteral("OJ-*"));
    QVERIFY(d.page.model().rowCount() >= 100);
  }

  void everyControlHasAName() {
    Desk d;
    d.page.exportRows();
    QStringList nameless;
    for (QWidget* w : d.page.findChildren<QWidget*>()) {
      const bool control = qobject_cast<QAbstractButton*>(w) || qobject_cast<QLineEdit*>(w) ||
                           qobject_cast<QAbstractItemView*>(w) || qobject_cast<QTextBrowser*>(w);
      const auto* button = qobject_cast<QAbstractButton*>(w);
      if (control && w->accessibleName().isEmpty() && (!button || button->text().isEmpty()) && w->isVisible())
        nameless << QString::fromLatin1(w->metaObject()->className());
    }
    QCOMPARE(nameless, QStringList());
  }
};

QTEST_MAIN(AuditPageTest)
#include "tst_AuditPage.moc"
