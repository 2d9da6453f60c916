// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The Publications page over a real workspace and real files, driven by keys; answered as the link does.
#include "pages/publications/PublicationsPage.h"
#include "support/SmallMarket.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

using std::chrono::seconds;

struct Desk {
  SmallMarket market{6, 2, 60};
  Theme theme;
  PublicationsPage page{theme};
  QSignalSpy released{&page, &PublicationsPage::releaseRequested},
      rolledBack{&page, &PublicationsPage::rollBackRequested}, cancelled{&page, &PublicationsPage::cancelRequested},
      moved{&page, &PublicationsPage::moveRequested}, made{&page, &PublicationsPage::makeRequested},
      merged{&page, &PublicationsPage::mergeRequested}, split{&page, &PublicationsPage::splitRequested},
      takenOut{&page, &PublicationsPage::takeOutRequested}, rewritten{&page, &PublicationsPage::rewriteRequested},
      verified{&page, &PublicationsPage::verifyRequested}, undone{&page, &PublicationsPage::undoRequested},
      noticed{&page, &Page::noticed}, counted{&page, &Page::countChanged}, refreshed{&page, &Page::refreshWanted};

  explicit Desk(bool withCycle = true) {
    page.setClock(&market.clock);
    if (withCycle) {
      need(market.ws->catalog().setSetting(market.ws->me(), QStringLiteral("guardrail.step.percent"), 0.5));
      market.cycle(false);
      take(market.ws->publish({}));
    }
    connectReads();
    connectWrites();
    page.resize(1260, 820);
    page.show();
    QApplication::setActiveWindow(&page);
    refresh();
    page.focusMain();
  }
  void connectReads() {
    QObject::connect(&page, &PublicationsPage::detailRequested, &page, [this](qint64 no) {
      page.showDetail(std::make_shared<const BatchDetail>(take(batchDetail(*market.ws, no))));
    });
    QObject::connect(&page, &PublicationsPage::candidatesRequested, &page, [this] {
      page.showCandidates(std::make_shared<const BatchCandidates>(take(batchCandidates(*market.ws))));
    });
    QObject::connect(&page, &PublicationsPage::planRequested, &page, [this](const BatchWish& wish) {
      const auto plan = market.ws->previewBatch(wish);
      plan ? page.showPlan(*plan) : page.showPlanError(plan.error());
    });
  }
  template <class T, class Then> void answer(const Result<T>& result, Then then) {
    if (result)
      then(*result);
    else
      page.showError(result.error());
    refresh();
  }
  void connectWrites() {
    Workspace& w = *market.ws;
    using P = PublicationsPage;
    const auto reports = [this](const PublishReport& r) { page.showReports({r}); };
    QObject::connect(&page, &P::makeRequested, &page, [this, &w](const BatchWish& wish) {
      answer(w.makeBatch(wish), [this](const auto& c) { page.showChanged(c, QStringLiteral("made")); });
    });
    QObject::connect(&page, &P::splitRequested, &page, [this, &w](qint64 no, const std::vector<Id>& rows) {
      answer(w.splitBatch(no, rows, {}), [this](const auto& c) { page.showChanged(c, QStringLiteral("split")); });
    });
    QObject::connect(&page, &P::mergeRequested, &page, [this, &w](qint64 from, qint64 into) {
      answer(w.mergeBatches(from, into), [this](const auto& c) { page.showChanged(c, QStringLiteral("merged")); });
    });
    QObject::connect(&page, &P::moveRequested, &page, [this, &w](qint64 no, Instant slot) {
      answer(w.moveBatch(no, slot), [this](const auto& c) { page.showMoved(c); });
    });
    QObject::connect(&page, &P::cancelRequested, &page, [this, &w](qint64 no) {
      answer(w.cancelBatch(no), [this](const auto& c) { page.showCancelled(c); });
    });
    QObject::connect(&page, &P::takeOutRequested, &page, [this, &w](const std::vector<Id>& rows) {
      answer(w.undo(rows), [this](const auto& a) { page.showTakenOut(a); });
    });
    QObject::connect(&page, &P::releaseRequested, &page,
                     [this, &w, reports](qint64 no) { answer(w.releaseBatch(no), reports); });
    QObject::connect(&page, &P::rollBackRequested, &page,
                     [this, &w, reports](qint64 no) { answer(w.rollBackBatch(no), reports); });
    QObject::connect(&page, &P::verifyRequested, &page,
                     [this, &w] { answer(w.verifyChannels(), [this](const auto& looks) { page.showLooked(looks); }); });
    QObject::connect(&page, &P::rewriteRequested, &page, [this, &w](const QString& channel) {
      answer(w.rewriteChannel(channel), [this](const auto& r) { page.showReports(r); });
    });
    QObject::connect(&page, &P::undoRequested, &page, [this, &w](const BatchChange& change) {
      const Status done = w.undoBatchChange(change);
      done ? page.showUndone() : page.showError(done.error());
      refresh();
    });
  }
  void refresh() {
    page.showPublications(std::make_shared<const PublicationsSnapshot>(take(publicationsView(*market.ws))));
    QCoreApplication::processEvents();
  }
  void key(Qt::Key k, Qt::KeyboardModifiers held = Qt::NoModifier) {
    QTest::keyClick(page.focusWidget() ? page.focusWidget() : &page, k, held);
    QCoreApplication::processEvents();
  }
  void planNow() { // what the builder's timer would ask
    QTRY_VERIFY(page.builder().signButton()->isEnabled());
  }
  qint64 make(std::size_t rows, const QString& name = QStringLiteral("Monday")) {
    BatchWish w;
    w.name = name;
    const auto pending = take(market.ws->queue()).pending;
    for (std::size_t i = 0; i < rows; ++i)
      w.rows.push_back({pending.at(i).id, pending.at(i).contentHash});
    const qint64 no = take(market.ws->makeBatch(w)).batches.at(0);
    refresh();
    page.batchTable().focusKey(QString::number(no));
    QCoreApplication::processEvents();
    return no;
  }
  QString cell(qint64 no, BatchModel::BatchColumn c) { return page.batches().text(page.batches().rowOf(no), c); }
  bool offers(const char* name) { return page.button(name)->isVisible() && page.button(name)->isEnabled(); }
  QString lastNotice() { return noticed.isEmpty() ? QString() : noticed.last().first().toString(); }
  void changeByHand() {
    QByteArray bytes = market.prices();
    const qsizetype at = bytes.indexOf(",Z1,") + 4;
    bytes.insert(at, '1');
    QFile file(market.priceFile());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
  }
};

} // namespace

class PublicationsPageTest : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

  void saysWhetherEverythingIsLive() {
    Desk d;
    QAbstractItemModelTester batches(&d.page.batches());
    QAbstractItemModelTester live(&d.page.live());
    QAbstractItemModelTester rows(&d.page.panel().model());
    QVERIFY2(d.page.summaryText().contains(QStringLiteral("every price is live where it should be")),
             qPrintable(d.page.summaryText()));
    QCOMPARE(d.counted.last().first().toInt(), 0);
    const qint64 no = d.make(3);
    QCOMPARE(d.cell(no, BatchModel::State), QStringLiteral("Waiting"));
    QCOMPARE(d.cell(no, BatchModel::Prices), QStringLiteral("3"));
    QCOMPARE(d.cell(no, BatchModel::Signed), QStringLiteral("dora"));
    QCOMPARE(d.page.panel().model().rowCount(), 3);
    QVERIFY(d.page.panel().timeline().lines().rowCount() >= 3); // made, approved, goes out
    for (const QWidget* w : d.page.findChildren<QWidget*>())
      if (w->focusPolicy() != Qt::NoFocus && w->isVisible() && !qobject_cast<const QTableView*>(w) &&
          !qobject_cast<const QHeaderView*>(w) && w->metaObject() != &QWidget::staticMetaObject)
        QVERIFY2(!w->accessibleName().isEmpty() || w->inherits("QAbstractScrollArea") || w->inherits("QSplitterHandle"),
                 w->metaObject()->className());
  }

  void theCountdownTicks() {
    Desk d;
    const qint64 no = d.make(2); // at 09:02: the undo time, then the next full minute
    const QString at = d.cell(no, BatchModel::Slot);
    QCOMPARE(at, QStringLiteral("in 1:00"));
    d.market.clock.advance(seconds(17));
    d.page.tick();
    QCOMPARE(d.cell(no, BatchModel::Slot), QStringLiteral("in 0:43"));
    QVERIFY(d.page.summaryText().contains(QStringLiteral("next release in 0:43")));
    d.market.clock.advance(seconds(44));
    QCOMPARE(d.refreshed.size(), 0);
    d.page.tick();
    d.page.tick();
    QCOMPARE(d.cell(no, BatchModel::Slot), QStringLiteral("due now"));
    QCOMPARE(d.refreshed.size(), 1);                // asks for fresh facts once, not each second
    d.market.clock.advance(-std::chrono::hours(3)); // the clock goes back
    d.page.tick();
    QVERIFY(d.cell(no, BatchModel::Slot).startsWith(QStringLiteral("in 2 h")));
  }

  void releasesAndRollsBackByKeyAndAsksBefore() {
    Desk d;
    const qint64 no = d.make(3);
    QVERIFY(d.offers("release") && d.offers("slot") && d.offers("undo") && !d.offers("rollback"));
    d.key(Qt::Key_R);
    QVERIFY(d.page.confirmCard().isVisible());
    QVERIFY(d.page.confirmCard().text().startsWith(QStringLiteral("3 prices go to Store")));
    d.key(Qt::Key_Escape);
    QCOMPARE(d.released.size(), 0);
    d.key(Qt::Key_R);
    d.key(Qt::Key_Return); // within the time to undo: refused, and said why
    QCOMPARE(d.released.size(), 1);
    QVERIFY(d.page.banner().text().contains(QStringLiteral("cannot go out before")));
    d.market.clock.advance(seconds(61));
    d.page.focusMain();
    d.key(Qt::Key_R);
    d.key(Qt::Key_Return);
    QCOMPARE(d.cell(no, BatchModel::State), QStringLiteral("Published"));
    QCOMPARE(d.cell(no, BatchModel::Channels), QStringLiteral("Verified"));
    QVERIFY(d.lastNotice().contains(QStringLiteral("3 prices, read back")));
    for (int i = 0; i < 3; ++i)
      QCOMPARE(d.page.panel().model().text(i, BatchRowModel::Live), QStringLiteral("Live"));
    QVERIFY(d.offers("rollback") && !d.offers("release") && !d.offers("undo"));
    d.key(Qt::Key_U); // too late: says what to do instead
    QCOMPARE(d.cancelled.size(), 0);
    d.key(Qt::Key_B);
    QVERIFY(d.page.confirmCard().text().startsWith(QStringLiteral("3 prices go back to what they were")));
    d.key(Qt::Key_Return);
    QCOMPARE(d.cell(no, BatchModel::State), QStringLiteral("Rolled back"));
    QCOMPARE(d.page.panel().model().text(0, BatchRowModel::Live), QStringLiteral("Put back"));
    QVERIFY(take(d.market.ws->verifyAudit()).intact());
  }

  void bareKeysActOnceAndNotWithModifiers() {
    Desk d;
    d.make(2);
    for (const auto held : {Qt::ControlModifier, Qt::AltModifier})
      d.key(Qt::Key_U, held);
    QCOMPARE(d.cancelled.size(), 0);
    QKeyEvent repeat(QEvent::KeyPress, Qt::Key_U, Qt::NoModifier, QStringLiteral("u"), true);
    QApplication::sendEvent(&d.page.batchTable(), &repeat);
    QCOMPARE(d.cancelled.size(), 0);
    d.key(Qt::Key_U);
    QCOMPARE(d.cancelled.size(), 1);
    QVERIFY(d.lastNotice().contains(QStringLiteral("wait in Approvals again")));
  }

  void theSlotIsChangedAndPutBack() {
    Desk d;
    const qint64 no = d.make(2);
    const Instant before = d.page.batches().at(d.page.batches().rowOf(no)).releaseAt;
    d.key(Qt::Key_C);
    QVERIFY(d.page.slotCard().isVisible());
    for (const QString& bad : {QString(), QStringLiteral("25:00"), QStringLiteral("soon"), QString(500, u'9')}) {
      d.page.slotCard().time()->setText(bad);
      QVERIFY(!d.page.slotCard().button()->isEnabled() && !d.page.slotCard().wrong().isEmpty());
    }
    d.page.slotCard().day()->setText(QStringLiteral("2026-03-05"));
    d.page.slotCard().time()->setText(QStringLiteral("6:30"));
    d.key(Qt::Key_Return);
    QCOMPARE(d.moved.size(), 1);
    const QDateTime wanted(QDate(2026, 3, 5), QTime(6, 30));
    QCOMPARE(toMillis(d.page.batches().at(d.page.batches().rowOf(no)).releaseAt), wanted.toMSecsSinceEpoch());
    d.page.undoLast();
    QCOMPARE(d.page.batches().at(d.page.batches().rowOf(no)).releaseAt, before);
  }

  void aBatchIsBuiltWithOneSignature() {
    Desk d;
    const int waiting = int(take(d.market.ws->queue()).pending.size());
    d.key(Qt::Key_N);
    QCOMPARE(d.page.view(), PublicationsPage::View::Builder);
    QAbstractItemModelTester candidates(&d.page.builder().model());
    QCOMPARE(d.page.builder().model().rowCount(), waiting);
    QVERIFY(!d.page.builder().signButton()->isEnabled());
    d.page.builder().table().selectAll();
    d.page.builder().name()->setText(QStringLiteral("Spring"));
    d.page.builder().day()->setText(QStringLiteral("tomorrow"));
    QTRY_VERIFY(d.page.builder().planText().contains(QStringLiteral("2026-01-31")));
    QVERIFY(!d.page.builder().signButton()->isEnabled());
    d.page.builder().day()->setText(QStringLiteral("2026-03-09"));
    d.planNow();
    QVERIFY2(d.page.builder().planText().startsWith(QStringLiteral("%1 labels · profit ").arg(waiting)),
             qPrintable(d.page.builder().planText()));
    d.page.builder().table().setFocus();
    d.key(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(d.made.size(), 1);
    QCOMPARE(d.page.view(), PublicationsPage::View::Batches);
    QVERIFY(d.lastNotice().contains(QStringLiteral("signed as one batch")));
    QCOMPARE(int(take(d.market.ws->queue()).pending.size()), 0);
    d.page.undoLast();
    QCOMPARE(int(take(d.market.ws->queue()).pending.size()), waiting);
  }

  void whoStaysOutIsNamedBeforeTheSignature() {
    Desk d;
    need(d.market.ws->catalog().setSetting(d.market.ws->me(), QStringLiteral("approval.limit.manager.percent"), 4.0));
    need(d.market.ws->actAs(QStringLiteral("max")));
    d.key(Qt::Key_N);
    d.page.builder().name()->setText(QStringLiteral("Mine"));
    d.page.builder().table().selectAll();
    QTRY_VERIFY(d.page.builder().refusedText().contains(QStringLiteral("out: ")));
    QVERIFY2(d.page.builder().refusedText().contains(QStringLiteral("4")), qPrintable(d.page.builder().refusedText()));
  }

  void rowsAreTakenOutSetApartAndJoined() {
    Desk d;
    const qint64 no = d.make(4);
    d.key(Qt::Key_X); // on the batches: not without looking at its prices
    QCOMPARE(d.takenOut.size(), 0);
    d.key(Qt::Key_Return);
    QVERIFY(d.page.panel().table().hasFocus());
    d.key(Qt::Key_X);
    QCOMPARE(d.takenOut.size(), 1);
    QCOMPARE(d.cell(no, BatchModel::Prices), QStringLiteral("3"));
    d.page.panel().table().focusLine(0);
    d.key(Qt::Key_P);
    QCOMPARE(d.split.size(), 1);
    QCOMPARE(d.cell(no, BatchModel::Prices), QStringLiteral("2"));
    d.page.focusMain();
    d.key(Qt::Key_M);
    QCOMPARE(d.merged.size(), 0); // one batch cannot be joined
    d.page.batchTable().focusLine(0);
    d.key(Qt::Key_Down, Qt::ShiftModifier);
    d.key(Qt::Key_M);
    QCOMPARE(d.merged.size(), 1);
    int waiting = 0;
    for (const BatchSummary& b : d.page.batches().snapshot()->batches)
      waiting += b.waits();
    QCOMPARE(waiting, 1);
    d.key(Qt::Key_Z);
    QCOMPARE(d.undone.size(), 1);
  }

  void aFileChangedByHandIsFoundAndWrittenAgain() {
    Desk d;
    const QByteArray whole = d.market.prices();
    d.changeByHand();
    d.refresh();
    QCOMPARE(d.counted.last().first().toInt(), 1); // the badge
    QVERIFY(d.page.summaryText().contains(QStringLiteral("1 price is not live")));
    d.key(Qt::Key_V);
    QCOMPARE(d.page.view(), PublicationsPage::View::Live);
    QCOMPARE(d.page.liveTable().lines().rowCount(), 1); // differences only
    const LivePrice& wrong = d.page.live().at(d.page.liveTable().lines().rowAt(0));
    QCOMPARE(wrong.state, QStringLiteral("differs"));
    d.key(Qt::Key_T);
    QVERIFY(d.page.confirmCard().isVisible());
    QCOMPARE(d.market.prices() == whole, false);
    d.key(Qt::Key_Return);
    QCOMPARE(d.rewritten.size(), 1);
    QCOMPARE(d.market.prices(), whole);
    QCOMPARE(d.counted.last().first().toInt(), 0);
    QCOMPARE(d.page.liveTable().lines().rowCount(), 0);
    d.key(Qt::Key_D);
    QVERIFY(d.page.liveTable().lines().rowCount() > 0);
  }

  void aFailedReleaseIsTriedAgain() {
    Desk d;
    const qint64 no = d.make(2);
    d.market.clock.advance(seconds(61));
    const QString folder = d.market.ws->channels().folder();
    QVERIFY(QDir(folder).removeRecursively());
    QFile block(folder);
    QVERIFY(block.open(QIODevice::WriteOnly));
    d.key(Qt::Key_R);
    d.key(Qt::Key_Return);
    QCOMPARE(d.cell(no, BatchModel::State), QStringLiteral("Failed"));
    QVERIFY(d.page.banner().isVisible());
    QVERIFY(d.counted.last().first().toInt() > 1);
    QCOMPARE(d.page.button("release")->text(), QStringLiteral("Try again"));
    QVERIFY(block.remove());
    d.page.focusMain();
    d.key(Qt::Key_R);
    d.key(Qt::Key_Return);
    QCOMPARE(d.cell(no, BatchModel::State), QStringLiteral("Published"));
    QCOMPARE(d.counted.last().first().toInt(), 0);
  }

  void emptyAndReadOnlySayWhy() {
    Desk d(false);
    QVERIFY(d.page.batchTable().lines().rowCount() == 0);
    d.page.setReadOnly(true);
    d.key(Qt::Key_N);
    QVERIFY(d.page.view() != PublicationsPage::View::Builder);
    QVERIFY(d.page.banner().text().contains(QStringLiteral("reading only")));
    d.key(Qt::Key_V);
    QCOMPARE(d.verified.size(), 0);
    for (const auto size : {QSize(600, 400), QSize(2560, 1440), QSize(300, 200)})
      d.page.resize(size);
    d.page.forgetWorkspace();
    d.page.tick();
    d.page.undoLast();
    QCOMPARE(d.page.batches().rowCount(), 0);
  }

  void anAnswerForAnotherBatchIsOverlooked() {
    Desk d;
    const qint64 first = d.make(1, QStringLiteral("A"));
    const auto old = std::make_shared<const BatchDetail>(take(batchDetail(*d.market.ws, first)));
    const qint64 second = d.make(2, QStringLiteral("B"));
    d.page.showDetail(old);
    QCOMPARE(d.page.panel().detail()->batch.no, second);
  }
};

QTEST_MAIN(PublicationsPageTest)
#include "tst_PublicationsPage.moc"
