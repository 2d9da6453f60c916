// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Who hears the window instead of seeing it, and who has no mouse: every control of every page says what it is, cells
// say their words, and Tab comes everywhere and back.
#include "shell/EngineLink.h"
#include "shell/PageLinks.h"
#include "support/SmallMarket.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <set>

using namespace pricewright;
using namespace pricewright::test;

namespace {

constexpr int kPatience = 20'000, kMostSteps = 300;

struct Desk {
  SmallMarket market;
  Theme theme;
  Engine engine;
  MainWindow window{theme};
  EngineLink link{engine, window};
  PageLinks links{engine, window};

  Desk() {
    for (const char* limit : {"guardrail.step.percent", "guardrail.step-24h.percent", "guardrail.step-7d.percent"})
      need(market.ws->catalog().setSetting(market.ws->me(), QString::fromLatin1(limit), 1.0));
    market.cycle(false);
    need(market.ws->catalog().setWorkspaceValue(market.ws->me(), QStringLiteral("as_of_ms"),
                                                QString::number(toMillis(market.clock.now()))));
    market.ws.reset();
    window.resize(1280, 800);
    window.show();
    QApplication::setActiveWindow(&window);
    QSignalSpy queues(&engine, &Engine::queueChanged);
    link.open(market.path());
    if (!queues.wait(kPatience))
      qFatal("no queue");
  }
  void open(Page* page) {
    window.openPage(page);
    if (!QTest::qWaitFor([&] { return !engine.isBusy(); }, kPatience))
      qFatal("the engine does not come to rest");
    QCoreApplication::processEvents();
  }
};

bool isControl(const QWidget* w) {
  if (!w->isVisible() || qobject_cast<const QScrollBar*>(w) || w->objectName() == QLatin1String("qt_spinbox_lineedit"))
    return false;
  const bool inner = w->parentWidget() && qobject_cast<const QComboBox*>(w->parentWidget()); // its own edit line
  return !inner && (qobject_cast<const QAbstractButton*>(w) || qobject_cast<const QLineEdit*>(w) ||
                    qobject_cast<const QComboBox*>(w) || qobject_cast<const QAbstractItemView*>(w) ||
                    (w->focusPolicy() & Qt::TabFocus));
}

} // namespace

class AccessibilityTest : public QObject {
  Q_OBJECT
  QTemporaryDir m_settings;

 private slots:
  void initTestCase() {
    QCoreApplication::setOrganizationName(QStringLiteral("Pricewright"));
    QCoreApplication::setApplicationName(QStringLiteral("tst_Accessibility"));
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    QAccessible::setActive(true);
  }

  // Pressed from outside, a button does what a click does, also one that stays down.
  void pressingIsAClick() {
    Desk d;
    const auto press = [&](const QString& name) {
      for (QAbstractButton* button : d.window.findChildren<QAbstractButton*>()) {
        QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(button);
        if (!button->isVisible() || !spoken || !spoken->text(QAccessible::Name).startsWith(name))
          continue;
        QAccessibleActionInterface* actions = spoken->actionInterface();
        if (!actions || !actions->actionNames().contains(QAccessibleActionInterface::pressAction()))
          return false;
        actions->doAction(QAccessibleActionInterface::pressAction());
        return true;
      }
      return false;
    };
    QVERIFY(press(QStringLiteral("Targets")));
    QCOMPARE(&d.window.currentPage(), static_cast<Page*>(&d.window.targets()));
    QVERIFY(press(QStringLiteral("Year")));
    QVERIFY(
        QTest::qWaitFor([&] { return d.window.targets().model().view().period.kind == PeriodKind::Year; }, kPatience));
  }

  void everyControlSaysWhatItIs() {
    Desk d;
    QStringList nameless;
    int controls = 0;
    for (Page* page : d.window.pages()) {
      d.open(page);
      QVERIFY2(!page->accessibleName().isEmpty(), page->metaObject()->className());
      for (QWidget* w : d.window.findChildren<QWidget*>()) {
        if (!isControl(w))
          continue;
        ++controls;
        QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(w);
        if (!spoken || spoken->text(QAccessible::Name).trimmed().isEmpty() || spoken->role() == QAccessible::NoRole)
          nameless << QStringLiteral("%1 in %2 (%3)")
                          .arg(QLatin1String(w->metaObject()->className()), page->accessibleName(),
                               w->parentWidget() ? QLatin1String(w->parentWidget()->metaObject()->className())
                                                 : QLatin1String());
      }
    }
    nameless.removeDuplicates();
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
    QVERIFY2(controls > 150, qPrintable(QString::number(controls)));
  }

  void cellsSayTheirWords() {
    Desk d;
    for (Page* page : d.window.pages()) {
      d.open(page);
      for (QTableView* table : page->findChildren<QTableView*>()) {
        if (!table->isVisible() || table->model()->rowCount() == 0)
          continue;
        QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(table);
        QVERIFY(spoken && spoken->tableInterface());
        QCOMPARE(spoken->tableInterface()->rowCount(), table->model()->rowCount());
        int said = 0;
        for (int c = 0; c < table->model()->columnCount(); ++c) {
          const QModelIndex cell = table->model()->index(0, c);
          const QString words = cell.data(Qt::AccessibleTextRole).toString();
          said += !words.isEmpty() || !cell.data(Qt::DisplayRole).toString().isEmpty();
        }
        QVERIFY2(said > 1, qPrintable(table->accessibleName()));
      }
    }
  }

  void tabComesEverywhereAndBack() {
    Desk d;
    for (Page* page : d.window.pages()) {
      d.open(page);
      page->focusMain();
      QVERIFY2(QApplication::focusWidget(), qPrintable(page->accessibleName()));
      QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab); // an empty page holds the focus itself
      QWidget* const first = QApplication::focusWidget();
      QVERIFY2(first, qPrintable(page->accessibleName()));
      std::set<QWidget*> seen;
      bool back = false;
      for (int i = 0; i < kMostSteps && !back; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY2(QApplication::focusWidget(), "Tab never leads nowhere");
        back = QApplication::focusWidget() == first;
        seen.insert(QApplication::focusWidget());
      }
      QVERIFY2(back, qPrintable(QStringLiteral("%1: Tab does not come back to %2, it stays at %3 after %4 places")
                                    .arg(page->accessibleName(), first->accessibleName(),
                                         QApplication::focusWidget()->accessibleName())
                                    .arg(seen.size())));
      QVERIFY2(seen.size() > 3, qPrintable(page->accessibleName()));
    }
  }

  void everyPaneIsReachedByF6() {
    Desk d;
    for (Page* page : d.window.pages()) {
      d.open(page);
      for (QWidget* pane : page->panes())
        if (pane && pane->isVisible())
          QVERIFY2(pane->focusPolicy() != Qt::NoFocus, pane->metaObject()->className());
    }
  }
};

QTEST_MAIN(AccessibilityTest)
#include "tst_Accessibility.moc"
