// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Targets: periods of the calendar, what was reached of a target, what is to be expected, and who may set it.
#include "engine/plans/Targets.h"
#include "engine/views/TodayFigures.h"
#include "support/SmallMarket.h"

#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

Day day(QStringView text) { return take(parseDay(text)); }
TargetPeriod period(QStringView key) { return take(TargetPeriod::parse(key)); }
Decimal number(QStringView text) { return take(Decimal::parse(text)); }

struct Shop : SmallMarket {
  Shop() { cycle(false); }
  TargetsView view(QStringView key) { return take(targetsView(*ws, period(key))); }
  void set(const QString& key, TargetMeasure measure, QStringView value, int category = 0) {
    const TargetWish wish{category, key, measure, number(value)};
    take(setTargets(*ws, {&wish, 1}));
  }
  QString refused(const QString& key, TargetMeasure measure, QStringView value, int category = 0) {
    const TargetWish wish{category, key, measure, number(value)};
    const auto done = setTargets(*ws, {&wish, 1});
    return done ? QString() : done.error().code;
  }
};

} // namespace

class TargetsTest : public QObject {
  Q_OBJECT
 private slots:
  void periodsAreThoseOfTheCalendar() {
    const auto month = TargetPeriod::around(day(u"2024-02-29"), PeriodKind::Month);
    QCOMPARE(month.key(), QStringLiteral("2024-02"));
    QCOMPARE(isoDay(month.to), QStringLiteral("2024-02-29"));
    QCOMPARE(month.moved(-2).key(), QStringLiteral("2023-12"));
    QCOMPARE(month.moved(11).key(), QStringLiteral("2025-01"));
    const auto quarter = TargetPeriod::around(day(u"2026-11-25"), PeriodKind::Quarter);
    QCOMPARE(quarter.key(), QStringLiteral("2026-Q4"));
    QCOMPARE(isoDay(quarter.from), QStringLiteral("2026-10-01"));
    QCOMPARE(isoDay(quarter.to), QStringLiteral("2026-12-31"));
    QCOMPARE(TargetPeriod::around(day(u"2026-11-25"), PeriodKind::Year).key(), QStringLiteral("2026"));
    for (const TargetPeriod& p : {month, quarter, quarter.moved(1), month.moved(9)})
      QCOMPARE(period(p.key()), p);
    for (const char* bad : {"", "26", "2026-13", "2026-Q5", "2026-Q0", "2026-q1", "2026-1", "20x6", "2026-02-01"})
      QCOMPARE(TargetPeriod::parse(QString::fromLatin1(bad)).error().code, QStringLiteral("target.bad-period"));
  }

  void whatWasSoldSoFar() {
    Shop s; // Monday, March 2nd; sales reach to the day before
    const TargetsView february = s.view(u"2026-02");
    QCOMPARE(february.daysCovered, 28);
    QCOMPARE(february.rows.size(), std::size_t(3));
    const TargetRow& all = february.rows[0];
    QVERIFY(all.code.isEmpty() && all.revenue && all.margin && all.index && all.lastYear);
    QVERIFY(std::abs(*february.rows[1].revenue + *february.rows[2].revenue - *all.revenue) < 0.01);
    // Four whole weeks, as Today counts them.
    const TodayFigures today = take(todayFigures(*s.ws, {}));
    double four = 0;
    for (std::size_t i = 0; i < 4; ++i)
      four += today.weeks[i].revenue;
    const double onFirst = *s.view(u"2026-03").rows[0].revenue; // Sunday, March 1st: a seventh of the last week
    QVERIFY(std::abs(onFirst - today.weeks[0].revenue / 7) < 0.01);
    const double before = *s.view(u"2026-01").rows[0].revenue;
    QVERIFY(before > 0);
    QVERIFY(std::abs(*all.revenue - (four * 27 / 28)) < four * 0.2);
    QVERIFY(std::abs(*all.margin - 45) < 8); // costs are 55 % of the base price
  }

  void anOpenMonthIsCarriedForward() {
    Shop s;
    const TargetRow all = s.view(u"2026-03").rows[0];
    const TodayFigures today = take(todayFigures(*s.ws, {}));
    double mean = 0;
    for (std::size_t i = 0; i < 8; ++i)
      mean += today.weeks[i].revenue / 8;
    QVERIFY(std::abs(*all.expected - (*all.revenue + mean * 30 / 7)) < 0.5);
    QVERIFY(*all.expectedLow < *all.expected && *all.expected < *all.expectedHigh && *all.expectedLow >= *all.revenue);
    const TargetRow over = s.view(u"2026-02").rows[0]; // nothing is left to expect
    QVERIFY(std::abs(*over.expected - *over.revenue) < 0.01 && std::abs(*over.expectedHigh - *over.revenue) < 0.01);
  }

  void howATargetStands() {
    Shop s;
    const TargetRow march = s.view(u"2026-03").rows[0], february = s.view(u"2026-02").rows[0];
    const auto standing = [&](const QString& key, double value) {
      s.set(key, TargetMeasure::Revenue, QString::number(value, 'f', 2));
      return s.view(key).rows[0].revenueStanding;
    };
    QCOMPARE(march.revenueStanding, TargetStanding::None);
    QCOMPARE(standing(QStringLiteral("2026-03"), *march.expectedLow * 0.99), TargetStanding::Ahead);
    QCOMPARE(standing(QStringLiteral("2026-03"), *march.expected), TargetStanding::Open);
    QCOMPARE(standing(QStringLiteral("2026-03"), *march.expectedHigh * 1.01), TargetStanding::Behind);
    QCOMPARE(standing(QStringLiteral("2026-03"), *march.revenue * 0.9), TargetStanding::Reached);
    QCOMPARE(standing(QStringLiteral("2026-02"), *february.revenue + 1), TargetStanding::Missed);
    QCOMPARE(standing(QStringLiteral("2026-02"), *february.revenue - 1), TargetStanding::Reached);
    QCOMPARE(standing(QStringLiteral("2026-07"), 1), TargetStanding::Open); // nothing of it has come
    s.set(QStringLiteral("2026-02"), TargetMeasure::Margin, u"20", 1);
    s.set(QStringLiteral("2026-03"), TargetMeasure::Index, u"50", 2);
    QCOMPARE(s.view(u"2026-02").rows[1].marginStanding, TargetStanding::Reached);
    QCOMPARE(s.view(u"2026-03").rows[2].indexStanding, TargetStanding::Behind);
    QCOMPARE(s.view(u"2026-03").rows[1].marginStanding, TargetStanding::None); // another month's
  }

  void whatIsNoTarget() {
    Shop s;
    using enum TargetMeasure;
    const QString month = QStringLiteral("2026-03"), bad = QStringLiteral("target.bad-value");
    QCOMPARE(s.refused(month, Revenue, u"0"), bad);
    QCOMPARE(s.refused(month, Revenue, u"-1"), bad);
    QCOMPARE(s.refused(month, Margin, u"100"), bad);
    QCOMPARE(s.refused(month, Index, u"1001"), bad);
    QCOMPARE(s.refused(QStringLiteral("soon"), Revenue, u"1"), QStringLiteral("target.bad-period"));
    QCOMPARE(s.refused(month, Revenue, u"1", 99), QStringLiteral("catalog.unknown-category"));
    QCOMPARE(s.refused(month, Margin, u"99.9"), QString());
    // All or none.
    const TargetWish wishes[] = {{1, month, Revenue, number(u"500")}, {99, month, Revenue, number(u"1")}};
    QVERIFY(!setTargets(*s.ws, wishes));
    QVERIFY(!s.view(month).rows[1].revenueTarget);
  }

  void aManagerSetsThemAndUndoes() {
    Shop s;
    need(s.ws->catalog().putUser(s.ws->me(), {QStringLiteral("ann"), {}, QStringLiteral("analyst")}));
    const QString month = QStringLiteral("2026-03");
    const TargetWish wishes[] = {{1, month, TargetMeasure::Revenue, number(u"500")},
                                 {2, month, TargetMeasure::Revenue, number(u"600")}};
    const auto first = take(setTargets(*s.ws, wishes));
    QVERIFY(!first[0].value && !first[1].value);
    const TargetWish other{1, month, TargetMeasure::Revenue, number(u"700")};
    const auto before = take(setTargets(*s.ws, {&other, 1}));
    QCOMPARE(before[0].value->toString(), QStringLiteral("500"));
    take(setTargets(*s.ws, before));
    QCOMPARE(s.view(month).rows[1].revenueTarget->toString(), QStringLiteral("500"));
    take(setTargets(*s.ws, first));
    QVERIFY(!s.view(month).rows[1].revenueTarget && !s.view(month).rows[2].revenueTarget);
    QCOMPARE(s.count("SELECT count(*) FROM audit_entry WHERE kind LIKE 'target.%'"), qint64(6));
    s.reopen();
    need(s.ws->actAs(QStringLiteral("ann")));
    QCOMPARE(setTargets(*s.ws, wishes).error().code, QStringLiteral("catalog.not-allowed"));
    QVERIFY(take(s.ws->verifyAudit()).intact());
  }
};

QTEST_GUILESS_MAIN(TargetsTest)
#include "tst_Targets.moc"
