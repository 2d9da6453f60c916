// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The real window over a real workspace through the real engine: a cycle, decisions by keyboard with their effect in
// the file and the journal, cancelling, errors, and what a restart remembers.
#include "shell/EngineLink.h"
#include "support/SmallMarket.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

constexpr int kPatience = 60'000; // only ever waited for when something is broken

// Longest time between two turns of the event loop: what a user feels as a freeze.
class StallMeter : public QObject {
 public:
  StallMeter() {
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, [this] { m_longest = std::max(m_longest, m_since.restart()); });
    m_since.start();
    m_timer.start();
  }
  qint64 longest() const { return m_longest; }

 private:
  QTimer m_timer;
  QElapsedTimer m_since;
  qint64 m_longest = 0;
};

struct Desk {
  Theme theme;
  Engine engine;
  MainWindow window{theme};
  EngineLink link{engine, window};
  QSignalSpy queues{&engine, &Engine::queueChanged}, decided{&engine, &Engine::decided};

  explicit Desk(const QString& path) {
    window.resize(1280, 800);
    window.show();
    QApplication::setActiveWindow(&window);
    QObject::connect(&engine, &Engine::workspaceOpened, &window, [this] { window.openPage(&window.approvals()); });
    link.open(path);
  }
  ApprovalsPage& page() { return window.approvals(); }
  bool waitForQueue(int count) {
    return QTest::qWaitFor([&] { return queues.count() >= count; }, kPatience);
  }
  bool waitForDecision(int count) {
    return QTest::qWaitFor(
        [&] { return decided.count() >= count && queues.last().first().value<QueueSnapshotPtr>() && !engine.isBusy(); },
        kPatience);
  }
  void key(Qt::Key k, Qt::KeyboardModifiers held = Qt::NoModifier) {
    QTest::keyClick(window.focusWidget() ? window.focusWidget() : &window, k, held);
  }
  bool runCycle() {
    QSignalSpy finished(&engine, &Engine::cycleFinished);
    const int before = static_cast<int>(queues.count());
    key(Qt::Key_R, Qt::ControlModifier);
    return QTest::qWaitFor([&] { return finished.count() > 0 && queues.count() > before; }, kPatience);
  }
  Id focused() { return *page().table().focusedId(); }
};

// A workspace file of a small market, as of its own date; whoever runs the test may decide in it.
QString workspaceFile(SmallMarket& market) {
  need(market.ws->catalog().setWorkspaceValue(market.ws->me(), QStringLiteral("as_of_ms"),
                                              QString::number(toMillis(market.clock.now()))));
  // A shop that wants to see every change: whatever the optimizer proposes waits for a human.
  for (const char* limit : {"guardrail.step.percent", "guardrail.step-24h.percent", "guardrail.step-7d.percent"})
    need(market.ws->catalog().setSetting(market.ws->me(), QString::fromLatin1(limit), 1.0));
  need(market.ws->catalog().putUser(market.ws->me(), {operatingSystemUser(), {}, QStringLiteral("director")}));
  market.ws.reset();
  return market.path();
}

DecisionState stateIn(SmallMarket& market, const Id& id) {
  auto ws = take(Workspace::open(market.path(), OpenMode::ReadOnly));
  return take(ws->decisions().decision(id)).state;
}
QStringList journalOf(SmallMarket& market, const Id& id) {
  auto ws = take(Workspace::open(market.path(), OpenMode::ReadOnly));
  QStringList kinds;
  for (const AuditEntry& e : take(ws->detail(id)).audit)
    kinds << e.kind;
  return kinds;
}

} // namespace

class MainWindowTest : public QObject {
  Q_OBJECT
  QTemporaryDir m_settings;

 private slots:
  void initTestCase() {
    QCoreApplication::setOrganizationName(QStringLiteral("Pricewright"));
    QCoreApplication::setApplicationName(QStringLiteral("tst_MainWindow"));
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
  }

  void aMorningByKeyboard() {
    SmallMarket market;
    Desk d(workspaceFile(market));
    QVERIFY(d.waitForQueue(1));
    QVERIFY2(d.page().findChild<EmptyState*>()->isVisible(), "no cycle has run: the page says so");
    StallMeter meter;
    QVERIFY(d.runCycle());
    QVERIFY(!d.window.isCycleRunning());
    const int pending = d.page().proxy().rowCount();
    QVERIFY2(pending >= 2, "the market's prices are worth changing");
    qInfo("%d rows wait; longest stall of the event loop during a cycle: %lld ms", pending, meter.longest());
    QTRY_VERIFY_WITH_TIMEOUT(
        d.page().detailPanel().detail() && d.page().detailPanel().detail()->decision.id == d.focused(), kPatience);
    d.page().focusTable();
    d.key(Qt::Key_2); // the limits
    QVERIFY(d.page().detailPanel().ledger().rowCount() > 5);
    d.key(Qt::Key_1);

    const Id first = d.focused();
    d.key(Qt::Key_A);
    QVERIFY(d.waitForDecision(1));
    QVERIFY2(!d.page().banner().isVisible(), qPrintable(d.page().banner().text()));
    QCOMPARE(stateIn(market, first), DecisionState::Approved);
    QVERIFY(journalOf(market, first).join(QLatin1Char(' ')).contains(QLatin1String("approve")));
    QCOMPARE(d.page().proxy().rowCount(), pending - 1);
    QVERIFY(d.focused() != first);

    const Id second = d.focused();
    d.key(Qt::Key_R);
    d.key(Qt::Key_3);
    QVERIFY(d.waitForDecision(2));
    QCOMPARE(stateIn(market, second), DecisionState::Rejected);
    QVERIFY(journalOf(market, second).join(QLatin1Char(' ')).contains(QLatin1String("reject")));

    d.page().focusTable();
    d.key(Qt::Key_Z, Qt::ControlModifier); // the rejection
    QVERIFY(d.waitForDecision(3));
    QCOMPARE(stateIn(market, second), DecisionState::Pending);
    d.key(Qt::Key_U); // and the approval before it
    QVERIFY(d.waitForDecision(4));
    QCOMPARE(stateIn(market, first), DecisionState::Pending);
    QTRY_COMPARE(d.page().proxy().rowCount(), pending);
    QVERIFY(!d.page().banner().isVisible());
  }

  void anEditedPriceIsGuardedAgain() {
    SmallMarket market;
    Desk d(workspaceFile(market));
    QVERIFY(d.waitForQueue(1));
    QVERIFY(d.runCycle());
    QVERIFY(d.page().proxy().rowCount() > 0);
    d.page().focusTable();
    const Id id = d.focused();
    QSignalSpy previews(&d.engine, &Engine::editPreviewed), failed(&d.engine, &Engine::editPreviewFailed);
    d.key(Qt::Key_E);
    EditCard& card = d.page().editCard();
    QVERIFY(card.isVisible());
    card.priceField()->selectAll();
    QTest::keyClicks(card.priceField(), QStringLiteral("0.01")); // far below cost
    QVERIFY(QTest::qWaitFor([&] { return previews.count() + failed.count() > 0; }, kPatience));
    QVERIFY2(!card.canSave(), "a price below cost cannot be saved from here");
    d.key(Qt::Key_Escape);
    QCOMPARE(stateIn(market, id), DecisionState::Pending);
  }

  void aCycleCanBeStopped() {
    SmallMarket market(60, 4);
    Desk d(workspaceFile(market));
    QVERIFY(d.waitForQueue(1));
    QSignalSpy finished(&d.engine, &Engine::cycleFinished), failed(&d.engine, &Engine::cycleFailed);
    d.key(Qt::Key_R, Qt::ControlModifier);
    QVERIFY(d.window.isCycleRunning() && d.window.status().isCycleShown());
    QMetaObject::invokeMethod(&d.window.status(), "cancelClicked"); // before the engine has even begun
    QVERIFY(QTest::qWaitFor([&] { return finished.count() + failed.count() > 0; }, kPatience));
    QVERIFY(!d.window.isCycleRunning() && !d.window.status().isCycleShown());
    if (finished.count() > 0)
      QCOMPARE(finished[0][0].value<CycleReport>().state, QStringLiteral("cancelled"));
    else
      QVERIFY(failed[0][0].value<Error>().code.endsWith(QLatin1String("cancelled")));
    QVERIFY(QTest::qWaitFor([&] { return !d.engine.isBusy(); }, kPatience));
    QCOMPARE(d.page().model().rowCount(), 0); // nothing half done
    QVERIFY(d.runCycle());                    // and it can be run again
  }

  void saysWhyAFileDoesNotOpen() {
    QTemporaryDir dir;
    QFile garbage(dir.filePath(QStringLiteral("garbage.pricewright")));
    QVERIFY(garbage.open(QIODevice::WriteOnly) && garbage.write(QByteArray(100'000, 'x')) > 0);
    garbage.close();
    Desk d(garbage.fileName());
    auto* start = d.window.findChild<EmptyState*>(QStringLiteral("start"));
    QTRY_VERIFY_WITH_TIMEOUT(
        start->accessibleDescription().size() > 20 && start->title().contains(QLatin1String("garbage")), kPatience);
    QVERIFY(start->isVisible());
    SmallMarket market;
    d.link.open(workspaceFile(market)); // the window goes on
    QVERIFY(d.waitForQueue(1));
    QVERIFY(d.page().isVisible());
    d.link.open(dir.filePath(QStringLiteral("missing.pricewright"))); // what is open stays open
    QTRY_VERIFY_WITH_TIMEOUT(d.page().banner().isVisible(), kPatience);
    QCOMPARE(d.window.workspacePath(), market.path());
  }

  void aFileIsOpenInOneWindowOnly() {
    SmallMarket market;
    const QString path = workspaceFile(market);
    Desk first(path);
    QVERIFY(first.waitForQueue(1));
    Desk second(path);
    auto* start = second.window.findChild<EmptyState*>(QStringLiteral("start"));
    QTRY_VERIFY_WITH_TIMEOUT(start->accessibleDescription().contains(QLatin1String("another Pricewright window")),
                             kPatience);
    QCOMPARE(second.queues.count(), 0);
    first.link.open(path); // in its own window it may be opened anew
    QVERIFY(first.waitForQueue(2));
  }

  void aRestartRemembers() {
    SmallMarket market;
    const QString path = workspaceFile(market);
    Id focused;
    {
      Desk d(path);
      QVERIFY(d.waitForQueue(1));
      QVERIFY(d.runCycle());
      QVERIFY(d.page().proxy().rowCount() > 2);
      d.page().table().sortBy(QueueColumn::Product, Qt::AscendingOrder);
      d.page().table().focusRow(1);
      focused = d.focused();
      d.theme.setScheme(ColorScheme::Dark);
      d.theme.remember();
      d.window.close();
    }
    Desk d(path);
    d.theme.recall();
    QVERIFY(d.waitForQueue(1));
    QVERIFY(d.theme.isDark());
    QCOMPARE(d.focused(), focused);
    QCOMPARE(d.page().table().horizontalHeader()->sortIndicatorSection(), static_cast<int>(QueueColumn::Product));
    QVERIFY(MainWindow::recentWorkspaces().contains(path));
  }

  void whatASelectionDoesStandsBesideTheKey() {
    SmallMarket market;
    Desk d(workspaceFile(market));
    QVERIFY(d.waitForQueue(1));
    QVERIFY(d.runCycle());
    d.page().focusTable();
    d.key(Qt::Key_A, Qt::ControlModifier);
    auto* bar = d.page().findChild<ActionBar*>();
    QCOMPARE(bar->effectText(), QString()); // not known yet: nothing is shown of another selection
    QTRY_VERIFY_WITH_TIMEOUT(bar->effectText().contains(QLatin1String("margin")), kPatience);
    d.key(Qt::Key_Space); // one less
    QCOMPARE(bar->effectText(), QString());
    QTRY_VERIFY_WITH_TIMEOUT(!bar->effectText().isEmpty(), kPatience);
  }

  void theBoxFindsProductsAndOpensThem() {
    SmallMarket market;
    Desk d(workspaceFile(market));
    QVERIFY(d.waitForQueue(1));
    QVERIFY(d.runCycle());
    d.key(Qt::Key_K, Qt::ControlModifier);
    auto* palette = d.window.findChild<CommandPalette*>();
    QTest::keyClicks(d.window.focusWidget(), QStringLiteral("sku-02"));
    QTRY_VERIFY_WITH_TIMEOUT(palette->hitCount() > 1, kPatience);
    d.key(Qt::Key_Return); // the product itself stands first
    QTRY_COMPARE_WITH_TIMEOUT(&d.window.currentPage(), &d.window.catalogue(), kPatience);
    // A decision that waits opens the queue, on its row.
    d.key(Qt::Key_K, Qt::ControlModifier);
    QTest::keyClicks(d.window.focusWidget(), QStringLiteral("sku-02"));
    QTRY_VERIFY_WITH_TIMEOUT(palette->hitCount() > 1, kPatience);
    auto* list = palette->findChild<QListView*>();
    for (int row = 0; row < list->model()->rowCount(); ++row)
      if (list->model()->index(row, 0).data(Qt::AccessibleTextRole).toString().contains(QLatin1String("decision")))
        break;
      else
        d.key(Qt::Key_Down);
    d.key(Qt::Key_Return);
    QCOMPARE(&d.window.currentPage(), &d.window.approvals());
    QVERIFY(d.page().proxy().itemAt(d.page().proxy().proxyRowOf(d.focused())).row->sku == u"SKU-02");
  }

  void thePaletteFindsEveryAction() {
    SmallMarket market;
    Desk d(workspaceFile(market));
    QVERIFY(d.waitForQueue(1));
    QVERIFY(CommandPalette::score(QStringLiteral("Run cycle"), QStringLiteral("rc")) >
            CommandPalette::score(QStringLiteral("Refresh the catalog"), QStringLiteral("rc")));
    QCOMPARE(CommandPalette::score(QStringLiteral("Run cycle"), QStringLiteral("zzz")), -1);
    QStringList keys;
    for (const QAction* a : d.window.allActions()) {
      QVERIFY(!a->text().isEmpty());
      if (!a->shortcut().isEmpty()) {
        QVERIFY2(!keys.contains(a->shortcut().toString()), qPrintable(a->text()));
        keys << a->shortcut().toString();
      }
    }
    const bool dark = d.theme.isDark();
    d.key(Qt::Key_K, Qt::ControlModifier);
    auto* palette = d.window.findChild<CommandPalette*>();
    QVERIFY(palette->isVisible());
    QTest::keyClicks(d.window.focusWidget(), QStringLiteral("light and dark"));
    d.key(Qt::Key_Return);
    QVERIFY(!palette->isVisible());
    QCOMPARE(d.theme.isDark(), !dark);
  }
};

QTEST_MAIN(MainWindowTest)
#include "tst_MainWindow.moc"
