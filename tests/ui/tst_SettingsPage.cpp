// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Settings as one table: found by words, changed in place, refused with the reason, put back, audited; and keys that a
// user gives to actions.
#include "shell/DeviceSettings.h"
#include "shell/SettingsLink.h"
#include "support/SmallMarket.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

struct Desk {
  Theme theme;
  SettingsPage page{theme};
  QSignalSpy asked{&page, &SettingsPage::changeRequested}, noticed{&page, &Page::noticed};
  Desk() {
    page.resize(1200, 800);
    page.show();
    QApplication::setActiveWindow(&page);
    page.showSettings({});
    page.focusMain();
  }
  void type(const QString& key, const QString& text) {
    QVERIFY(page.table().focusKey(key));
    page.table().setFocus();
    QTest::keyClick(&page.table(), Qt::Key_Return);
    auto* editor = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    QVERIFY2(editor, "Enter opens an editor");
    editor->setText(text);
    QTest::keyClick(editor, Qt::Key_Return);
    QCoreApplication::processEvents();
  }
};

} // namespace

class SettingsPageTest : public QObject {
  Q_OBJECT
  QTemporaryDir m_settings;

 private slots:
  void initTestCase() {
    QCoreApplication::setOrganizationName(QStringLiteral("Pricewright"));
    QCoreApplication::setApplicationName(QStringLiteral("tst_SettingsPage"));
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
  }

  void everySettingStandsThereOnce() {
    Desk d;
    QAbstractItemModelTester tester(&d.page.model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    QCOMPARE(d.page.model().rowCount(), int(settingsTable().size()));
    for (const SettingSpec& spec : settingsTable()) {
      const int row = d.page.model().rowOf(spec.key);
      QVERIFY2(row >= 0, qPrintable(spec.key));
      QVERIFY(!d.page.model().at(row).changed);
      QVERIFY(!d.page.model().text(row, int(SettingColumn::Meaning)).isEmpty());
    }
    d.page.field().setText(QStringLiteral("minimum margin"));
    QVERIFY(d.page.table().lines().shownCount() < d.page.model().rowCount());
  }

  void aValueIsTypedAndCheckedAtOnce() {
    Desk d;
    const QString key = QStringLiteral("guardrail.margin.percent");
    d.type(key, QStringLiteral("12.5"));
    QCOMPARE(d.asked.count(), 1);
    QCOMPARE(d.asked[0][0].toString(), key);
    QCOMPARE(d.asked[0][1].value<QVariant>().toDouble(), 12.5);
    for (const char* bad : {"abc", "1e999", "-1", "96", ""}) {
      const int row = d.page.model().rowOf(key);
      QVERIFY2(!d.page.model().checkEdit(row, int(SettingColumn::Value), QString::fromLatin1(bad)).isEmpty(), bad);
    }
    QCOMPARE(d.asked.count(), 1);
  }

  void deleteGoesBackToTheDefaultAndUndoPutsItBack() {
    Desk d;
    const QString key = QStringLiteral("guardrail.margin.percent");
    Settings set;
    QVERIFY(set.set(key, 15.0));
    d.page.showSettings(set);
    QVERIFY(d.page.model().at(d.page.model().rowOf(key)).changed);
    d.page.showChangedOnly(true);
    QCOMPARE(d.page.table().lines().shownCount(), 1);
    d.page.table().focusKey(key);
    QTest::keyClick(&d.page.table(), Qt::Key_Delete);
    QCOMPARE(d.asked.count(), 1);
    QVERIFY2(!d.asked[0][1].value<QVariant>().isValid(), "no value: the default");
    d.page.showSettings({});
    d.page.undoLast();
    QCOMPARE(d.asked.count(), 2);
    QCOMPARE(d.asked[1][1].value<QVariant>().toDouble(), 15.0);
    d.page.undoLast();
    QCOMPARE(d.asked.count(), 2); // nothing is left to undo
  }

  void readOnlyChangesNothing() {
    Desk d;
    d.page.setReadOnly(true);
    d.type(QStringLiteral("guardrail.margin.percent"), QStringLiteral("12"));
    QCOMPARE(d.asked.count(), 0);
    QVERIFY(d.page.banner().isVisible());
  }

  void itReachesTheFileAndTheJournal() {
    SmallMarket market;
    const QString path = market.path();
    market.ws.reset();
    Engine engine;
    Theme theme;
    SettingsPage page(theme);
    page.show();
    SettingsLink link(engine, page);
    QSignalSpy opened(&engine, &Engine::workspaceOpened);
    engine.openWorkspace(path);
    QVERIFY(opened.wait(20'000));
    const QString key = QStringLiteral("approval.expiry.hours");
    QTRY_VERIFY_WITH_TIMEOUT(page.model().rowOf(key) >= 0, 20'000);
    emit page.changeRequested(key, 24);
    QTRY_COMPARE_WITH_TIMEOUT(page.model().at(page.model().rowOf(key)).value, QStringLiteral("24"), 20'000);
    auto ws = take(Workspace::open(path, OpenMode::ReadOnly));
    QCOMPARE(take(ws->catalog().settings()).integer(key), 24);
    bool told = false;
    for (const AuditEntry& e : take(ws->journal().entries(0, 1000)))
      told |= e.kind.contains(QLatin1String("setting")) && e.rowId == key;
    QVERIFY2(told, "the journal says who changed it");
  }

  void keysAreGivenAndKept() {
    QObject owner;
    const auto make = [&](const char* name, const char* keys) {
      auto* a = new QAction(QString::fromLatin1(name), &owner);
      a->setObjectName(QString::fromLatin1(name));
      a->setShortcut(QKeySequence(QString::fromLatin1(keys)));
      recallKey(*a);
      return a;
    };
    Theme theme;
    QAction* run = make("run", "Ctrl+R");
    QAction* open = make("open", "Ctrl+O");
    const QMap<QString, QKeySequence> taken{{QStringLiteral("Audit"), QKeySequence(QStringLiteral("Alt+0"))}};
    const auto setting = [&](const char* key) {
      for (const DeviceSetting& d : deviceSettings(theme, {run, open}, taken))
        if (d.key == QLatin1String(key))
          return d;
      qFatal("no such setting");
    };
    QVERIFY(setting("key.run").take(QStringLiteral("F9")).isEmpty());
    QCOMPARE(run->shortcut(), QKeySequence(Qt::Key_F9));
    QVERIFY2(!setting("key.run").take(QStringLiteral("R")).isEmpty(), "bare keys act on rows");
    QVERIFY2(!setting("key.run").take(QStringLiteral("Ctrl+O")).isEmpty(), "another action has it");
    QVERIFY2(!setting("key.run").take(QStringLiteral("Alt+0")).isEmpty(), "a page has it");
    QVERIFY2(!setting("key.run").take(QStringLiteral("gibberish")).isEmpty(), "no keys at all");
    QCOMPARE(run->shortcut(), QKeySequence(Qt::Key_F9));
    QAction* later = make("run", "Ctrl+R"); // the next start
    QCOMPARE(later->shortcut(), QKeySequence(Qt::Key_F9));
    QVERIFY(setting("key.run").take(QStringLiteral("Ctrl+R")).isEmpty());
    QCOMPARE(make("run", "Ctrl+R")->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_R));
    QVERIFY(setting("window.colors").take(QStringLiteral("dark")).isEmpty());
    QVERIFY(theme.isDark());
  }
};

QTEST_MAIN(SettingsPageTest)
#include "tst_SettingsPage.moc"
