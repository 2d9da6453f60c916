// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How tests of prices do together: which count, what is in time, what they come to, and what is left out of it.
#include "engine/experiments/DecidedInTime.h"
#include "engine/experiments/TestsDashboard.h"

#include <QTest>

using namespace pricewright;

namespace {

using std::chrono::days;

Instant noon() { return *parseInstant(u"2026-11-24T12:00:00Z"); }

ExperimentCard card(int n, TestState state, TestVerdict verdict, int endedAgo, int day, double lift) {
  ExperimentCard c;
  c.currency = *Currency::fromCode(u"USD");
  c.categories = QStringList{n % 2 ? QStringLiteral("juice") : QStringLiteral("tea")};
  c.row.id = Id::parse(QStringLiteral("018f2f01-0000-7000-8000-%1").arg(n, 12, 10, QLatin1Char('0'))).value();
  c.row.plan.name = QStringLiteral("test %1").arg(n);
  c.row.state = state, c.row.verdict = verdict, c.row.stateSince = noon() - days(std::max(0, endedAgo));
  if (endedAgo >= 0 && state != TestState::Decided)
    c.row.endedAt = c.row.stateSince;
  c.day = day, c.days = 28, c.unitsControl = c.unitsTreatment = 20;
  ExperimentLook look;
  look.reading.day = day;
  look.reading.figures = {{TestMetric::Profit, lift, lift - 0.0196, lift + 0.0196, 0.05}};
  look.reading.verdict = verdict;
  look.reading.weekly = 1000 * lift;
  c.looks.push_back(look);
  return c;
}

TestsDashboard made(std::vector<ExperimentCard> cards, const TestsWish& wish = {}) {
  ExperimentBoard board;
  board.now = noon();
  board.cards = std::move(cards);
  auto out = testsDashboard(board, wish);
  if (!out)
    qFatal("%s", qPrintable(out.error().debugText()));
  return *out;
}

} // namespace

class TestsDashboardTest : public QObject {
  Q_OBJECT
 private slots:
  void onlyTestsThatEndedInThePeriodCount() {
    const auto d = made({card(1, TestState::RolledOut, TestVerdict::Better, 10, 20, 0.04),
                         card(2, TestState::Running, TestVerdict::Undecided, -1, 9, 0.5),
                         card(3, TestState::Reverted, TestVerdict::Worse, 100, 8, -0.3),
                         card(4, TestState::Decided, TestVerdict::Better, 2, 25, 0.02)});
    QCOMPARE(d.tests.size(), std::size_t(4));
    QCOMPARE(d.inTime.of, 2);
    QCOMPARE(d.lifts.total.tests, 2); // neither the one under way nor the old one
    QVERIFY(std::abs(d.lifts.total.lift - 0.03) < 1e-12);
    QVERIFY(d.before.has_value());
    QCOMPARE(d.before->tests, 1);
    QCOMPARE(d.lifts.rolledOut, 1);
    QVERIFY(std::abs(d.lifts.rolledOutRaw - 40) < 1e-9); // what it was found to bring a week
    QVERIFY(d.lifts.rolledOutShrunk < d.lifts.rolledOutRaw || d.lifts.spread == 0);
  }

  void lateVerdictsAndNoneAreNotInTime() {
    const auto d = made({card(1, TestState::RolledOut, TestVerdict::Better, 10, 28, 0.04),
                         card(2, TestState::RolledOut, TestVerdict::Better, 11, 35, 0.04),
                         card(3, TestState::Reverted, TestVerdict::Undecided, 12, 42, 0.0)});
    QCOMPARE(d.inTime.hits, 1);
    QCOMPARE(d.inTime.of, 3);
    QVERIFY(d.inTime.low > 0 && d.inTime.high < 1);
    QCOMPARE(*d.daysToDecision, 31.5);
    QCOMPARE(d.decided, 2);
  }

  // The board of tests and this one ask the same question.
  void inTimeIsWhatTheFirstDecidingLookSays() {
    ExperimentCard c = card(1, TestState::Decided, TestVerdict::Better, 1, 26, 0.04);
    c.looks.insert(c.looks.begin(), c.looks.front());
    c.looks.front().reading.day = 19, c.looks.front().reading.verdict = TestVerdict::Undecided;
    QCOMPARE(decidedOnDay(c.looks), std::optional<int>(26));
    QVERIFY(decidedInTime(c.row, c.looks));
    c.row.plan.days = 25; // what an extension adds is late, whenever people decide
    QVERIFY(!decidedInTime(c.row, c.looks));
    c.row.plan.days = 28;
    c.row.verdict = TestVerdict::Undecided; // a look's verdict that the test did not take over
    QVERIFY(!decidedInTime(c.row, c.looks));
    QVERIFY(!decidedInTime(c.row, {}) && !decidedOnDay({}));
  }

  void standardErrorsComeFromTheIntervalAtItsOwnLevel() {
    auto wide = card(1, TestState::RolledOut, TestVerdict::Better, 10, 20, 0.04);
    wide.row.plan.alphaBp = 500;
    const auto d = made({wide});
    // ±0.0196 at 95 % is a standard error of 0.01, so ±1.645 of them at 90 %.
    QVERIFY2(std::abs(d.lifts.total.high - 0.04 - 0.016449) < 1e-4, qPrintable(QString::number(d.lifts.total.high)));
    QCOMPARE(d.lifts.total.shrunk, d.lifts.total.lift); // one alone is not shrunk
  }

  void otherMetricsAndTestsWithoutAFigureAreSaidNotAdded() {
    auto revenue = card(1, TestState::Reverted, TestVerdict::Equivalent, 10, 20, 0.9);
    revenue.row.plan.metric = TestMetric::Revenue;
    auto silent = card(2, TestState::Reverted, TestVerdict::Undecided, 10, 20, 0);
    silent.looks.clear();
    const auto d = made({revenue, silent});
    QCOMPARE(d.lifts.total.tests, 0);
    QCOMPARE(d.otherMetric, 1);
    QCOMPARE(d.untold, 1);
    QVERIFY(!d.tests[1].figure.has_value());
  }

  void twoTestsOfOneNameAreTwo() {
    auto a = card(1, TestState::RolledOut, TestVerdict::Better, 10, 20, 0.04);
    auto b = card(3, TestState::RolledOut, TestVerdict::Better, 11, 20, 0.02);
    b.row.plan.name = a.row.plan.name;
    QCOMPARE(made({a, b}).lifts.total.tests, 2);
  }

  void periodsThatCannotBeAreRefusedAndNothingIsNothing() {
    QVERIFY(testsDashboard(ExperimentBoard(), {53}).error().is(u"earnings.bad-weeks"));
    QVERIFY(testsDashboard(ExperimentBoard(), {-1}).error().is(u"earnings.bad-weeks"));
    const auto d = made({});
    QCOMPARE(d.inTime.of, 0);
    QCOMPARE(d.lifts.total.tests, 0);
    QVERIFY(!d.daysToDecision && !d.before);
    const auto year = made({card(1, TestState::RolledOut, TestVerdict::Better, 300, 20, 0.04)}, {0});
    QCOMPARE(year.inTime.of, 1); // 28 January: of the year to date
  }
};

QTEST_GUILESS_MAIN(TestsDashboardTest)
#include "tst_TestsDashboard.moc"
