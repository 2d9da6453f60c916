// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Cycles by a schedule: while the window is open, one begins when its time has come, and only one.
#include "shell/EngineLink.h"
#include "shell/ScheduleLink.h"
#include "support/SmallMarket.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

constexpr int kPatience = 30'000;

struct Desk {
  SmallMarket market;
  Theme theme;
  Engine engine;
  MainWindow window{theme};
  EngineLink link{engine, window};
  ScheduleLink schedule{engine, window};
  QSignalSpy finished{&engine, &Engine::cycleFinished};

  // The workspace stands at 09:00 UTC.
  explicit Desk(const char* times) {
    need(market.ws->catalog().setSetting(market.ws->me(), QStringLiteral("planner.schedule"),
                                         QString::fromLatin1(times)));
    need(market.ws->catalog().setWorkspaceValue(market.ws->me(), QStringLiteral("as_of_ms"),
                                                QString::number(toMillis(market.clock.now()))));
    market.ws.reset();
    window.show();
    link.open(market.path());
  }
  bool until(const std::function<bool()>& done) { return QTest::qWaitFor(done, kPatience); }
  bool rests() {
    return until([this] { return !window.workspacePath().isEmpty() && !engine.isBusy() && !window.isCycleRunning(); });
  }
};

} // namespace

class ScheduleLinkTest : public QObject {
  Q_OBJECT
  QTemporaryDir m_settings;

 private slots:
  void initTestCase() {
    qputenv("TZ", "UTC");
    QCoreApplication::setOrganizationName(QStringLiteral("Pricewright"));
    QCoreApplication::setApplicationName(QStringLiteral("tst_ScheduleLink"));
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
  }

  void whatIsDueBeginsOnce() {
    Desk d("08:30");
    QVERIFY(d.until([&] { return d.finished.count() == 1; }));
    QVERIFY(d.rests());
    d.engine.refreshQueue();
    QVERIFY(d.rests());
    QCOMPARE(d.finished.count(), 1);
    QVERIFY(d.window.status().cycleText().contains(QStringLiteral("next")));
  }

  void whatIsNotDueWaits() {
    Desk d("20:00"); // yesterday’s is thirteen hours ago
    QVERIFY(d.rests());
    QVERIFY(d.until([&] { return d.window.status().cycleText().contains(QStringLiteral("next")); }));
    QVERIFY(!d.window.isCycleRunning());
    QCOMPARE(d.finished.count(), 0);
  }

  void withoutAScheduleNothingRuns() {
    Desk d("");
    QVERIFY(d.rests());
    QVERIFY(!d.window.status().cycleText().contains(QStringLiteral("next")));
    QCOMPARE(d.finished.count(), 0);
  }
};

QTEST_MAIN(ScheduleLinkTest)
#include "tst_ScheduleLink.moc"
