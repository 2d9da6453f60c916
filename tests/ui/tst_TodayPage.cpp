// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The Today page by keyboard: everything that it shows opens, and what it says is what the snapshot holds.
#include "pages/today/TodayPage.h"
#include "pages/today/TodayText.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace pricewright;

namespace {

const Currency kUsd = *Currency::fromCode(QStringLiteral("USD"));

TodaySnapshot morning() {
  TodaySnapshot s;
  s.workspaceName = QStringLiteral("Shop");
  s.currency = kUsd;
  s.now = *parseInstant(u"2026-03-02T09:00:00Z");
  s.prices = 12;
  FeedReadiness sales;
  sales.feed = QStringLiteral("sales");
  sales.state = FeedReadiness::State::Stale;
  sales.through = *parseDay(u"2026-02-15");
  s.feeds = {sales};
  s.needs = {{QStringLiteral("waiting"), 37, 2459, s.now + std::chrono::hours(9), {}},
             {QStringLiteral("costs-missing"), 1, 0, {}, {}}};
  for (int i = 0; i < 3; ++i) {
    CycleReport r;
    r.cycleId = QStringLiteral("c%1").arg(i);
    r.state = QStringLiteral("finished");
    r.startedAt = s.now - std::chrono::hours(3 + 24 * i);
    r.endedAt = r.startedAt + std::chrono::milliseconds(11'800);
    r.stations = {{QStringLiteral("monitor"),
                   412,
                   std::chrono::milliseconds(3100),
                   QStringLiteral("cached"),
                   QStringLiteral("done"),
                   {}},
                  {QStringLiteral("decide"),
                   462,
                   std::chrono::milliseconds(1900),
                   {},
                   QStringLiteral("done"),
                   {{QStringLiteral("automatic"), 88}}},
                  {QStringLiteral("publish"),
                   0,
                   std::chrono::milliseconds(5),
                   {},
                   QStringLiteral("failed:storage.disk-full"),
                   {}}};
    s.cycles.push_back(r);
  }
  s.ours.up = 1;
  s.ours.largest = {{QStringLiteral("OJ-64"), QStringLiteral("Juice"), QStringLiteral("north"), Money(319, kUsd),
                     Money(349, kUsd), s.now, true, QStringLiteral("decision")}};
  return s;
}

struct Desk {
  Theme theme;
  TodayPage page{theme};
  QSignalSpy opened{&page, &TodayPage::opened}, cycle{&page, &TodayPage::cycleRequested},
      keys{&page, &Page::keySheetRequested};
  Desk() {
    page.resize(1200, 800);
    page.show();
    QApplication::setActiveWindow(&page);
  }
  void key(Qt::Key k, Qt::KeyboardModifiers held = Qt::NoModifier) {
    QTest::keyClick(page.focusWidget() ? page.focusWidget() : &page, k, held);
  }
};

} // namespace

class TodayPageTest : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

  void everythingOpensByKeyboard() {
    Desk d;
    d.page.showToday(morning());
    d.page.focusMain();
    QCOMPARE(d.page.focusWidget(), &d.page.needs());
    d.key(Qt::Key_Return);
    QCOMPARE(d.opened.last().first().toString(), QStringLiteral("waiting"));
    d.key(Qt::Key_Down);
    d.key(Qt::Key_Return);
    QCOMPARE(d.opened.last().first().toString(), QStringLiteral("costs-missing"));
    d.page.moves().setFocus();
    d.key(Qt::Key_Return);
    QCOMPARE(d.opened.last(), QVariantList({QStringLiteral("sku"), QStringLiteral("OJ-64")}));
    d.page.tile(2).setFocus();
    d.key(Qt::Key_Space);
    QCOMPARE(d.opened.last().first().toString(), QStringLiteral("index"));
    QTest::keyClick(&d.page, Qt::Key_Question, Qt::ShiftModifier);
    QCOMPARE(d.keys.count(), 1);
  }

  void anEndPassesTheFocusOn() {
    Desk d;
    d.page.showToday(morning());
    d.page.needs().setFocus();
    d.key(Qt::Key_Down);
    d.key(Qt::Key_Down); // beyond the last line
    QCOMPARE(d.page.focusWidget(), &d.page.readiness());
    d.key(Qt::Key_Return); // leads nowhere
    QCOMPARE(d.opened.count(), 0);
  }

  void cyclesAreWalked() {
    Desk d;
    d.page.showToday(morning());
    QCOMPARE(d.page.timeline().report()->cycleId, QStringLiteral("c0"));
    d.page.focusMain();
    d.key(Qt::Key_BracketLeft);
    QCOMPARE(d.page.timeline().report()->cycleId, QStringLiteral("c1"));
    d.key(Qt::Key_BracketLeft, Qt::ControlModifier); // not a bare key
    QCOMPARE(d.page.timeline().report()->cycleId, QStringLiteral("c1"));
    d.key(Qt::Key_BracketRight);
    d.key(Qt::Key_BracketRight); // there is none later
    QCOMPARE(d.page.timeline().report()->cycleId, QStringLiteral("c0"));
    d.page.timeline().setFocus();
    d.key(Qt::Key_Down);
    d.key(Qt::Key_Down);
    QCOMPARE(d.page.timeline().chosen(), 1);
    QVERIFY(d.page.timeline().reasons(1).contains(QLatin1String("88")));
    QVERIFY(d.page.timeline().words(0).contains(QLatin1String("fallback")));
    QVERIFY(d.page.timeline().words(2).contains(QLatin1String("failed")));
    QVERIFY(d.page.timeline().accessibleDescription().contains(QLatin1String("3.1 s")));
  }

  void theWordsSayHowItStands() {
    const TodaySnapshot s = morning();
    const Line stale = readinessLine(s.feeds.front(), s.now);
    QCOMPARE(stale.trailingTone, paint::Tone::Negative);
    QVERIFY(stale.trailing.contains(QLatin1String("15 Feb")));
    const Line waiting = needLine(s.needs[0], s);
    QCOMPARE(waiting.chip, QStringLiteral("37"));
    QVERIFY(waiting.detail.contains(QLatin1String("$2,459")));
    QVERIFY(waiting.trailing.contains(QLatin1String("9 h")));
    QVERIFY(needLine(s.needs[1], s).text.startsWith(QLatin1String("price has")));
    TodayFigures none;
    none.currency = kUsd;
    QCOMPARE(revenueFigure(none).value, QStringLiteral("–"));
    QVERIFY(!revenueFigure(none).beside.isEmpty());
    TodayFigures some = none;
    some.through = *parseDay(u"2026-03-01");
    some.weeks = {{84'210, 40'000, 12'000}, {80'000, 80'000, 20'000}};
    QCOMPARE(revenueFigure(some).value, QStringLiteral("$84,210"));
    QCOMPARE(revenueFigure(some).direction, 1);
    QCOMPARE(marginFigure(some).value, QStringLiteral("30.0 %"));
    QVERIFY2(marginFigure(some).beside.contains(QLatin1String("47.5")), "says of how much of the revenue");
  }

  void aHaltedCycleLooksHalted() {
    Desk d;
    TodaySnapshot s = morning();
    d.page.showToday(s);
    QCOMPARE(d.page.cycleState(), QStringLiteral("Finished"));
    s.cycles[0].state = QStringLiteral("halted");
    s.cycles[0].haltedBy = QStringLiteral("breaker-floor-share");
    s.cycles[0].stations = {
        {QStringLiteral("features"), 32, {}, {}, QStringLiteral("done"), {}},
        {QStringLiteral("breaker"), 32, {}, {}, QStringLiteral("done"), {{QStringLiteral("batch-breaker"), 32}}}};
    s.needs.insert(s.needs.begin(), {QStringLiteral("cycle-halted"), 1, 0, s.now, s.cycles[0].haltedBy});
    d.page.showToday(s);
    QVERIFY(d.page.cycleState().startsWith(QLatin1String("Halted")));
    const CycleTimeline& line = d.page.timeline();
    QCOMPARE(CycleTimeline::toneOf(s.cycles[0].stations[1]), paint::Tone::Negative);
    QCOMPARE(CycleTimeline::toneOf(s.cycles[0].stations[0]), paint::Tone::Positive);
    QVERIFY2(line.words(0).startsWith(QLatin1String("32 price")), qPrintable(line.words(0))); // a number of what
    QVERIFY(line.accessibleDescription().contains(QLatin1String("overall check")));
    const Line first = d.page.needs().lines().at(0);
    QCOMPARE(first.text, QStringLiteral("The last cycle was halted: many prices on a floor"));
    QCOMPARE(first.chipTone, paint::Tone::Negative);
    d.page.focusMain();
    d.key(Qt::Key_Return);
    QCOMPARE(d.opened.last().first().toString(), QStringLiteral("cycle-halted"));
    QCOMPARE(needLine({QStringLiteral("costs-coming"), 6, 0, {}, {}}, s).trailing, QStringLiteral("Costs"));
    const Line held = needLine({QStringLiteral("held-by-test"), 440, 0, {}, QStringLiteral("Autumn")}, s);
    QVERIFY(held.text.contains(QLatin1String("price test")) && held.detail == QLatin1String("Autumn"));
  }

  void aSecondSnapshotKeepsThePlace() {
    Desk d;
    d.page.showToday(morning());
    d.page.needs().setFocus();
    d.key(Qt::Key_Down);
    d.page.chooseCycle(2);
    d.page.showToday(morning());
    QCOMPARE(d.page.needs().currentIndex().row(), 1);
    QCOMPARE(d.page.timeline().report()->cycleId, QStringLiteral("c2"));
    TodaySnapshot less = morning();
    less.cycles.resize(1);
    less.needs.clear();
    d.page.showToday(less);
    QCOMPARE(d.page.timeline().report()->cycleId, QStringLiteral("c0"));
    d.page.forgetWorkspace();
    QVERIFY(!d.page.timeline().report());
    QCOMPARE(d.page.needs().lines().rowCount(), 0);
  }

  void nothingIsRunTwice() {
    Desk d;
    d.page.showToday(morning());
    d.page.setCycle(true);
    d.page.findChild<ActionButton*>(QStringLiteral("run"))->click();
    QCOMPARE(d.cycle.count(), 0);
    d.page.setCycle(false);
    d.page.findChild<ActionButton*>(QStringLiteral("run"))->click();
    QCOMPARE(d.cycle.count(), 1);
  }
};

QTEST_MAIN(TodayPageTest)
#include "tst_TodayPage.moc"
