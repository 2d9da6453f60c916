// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// When what fired is told: quiet hours, groups, the day's cap.
#include "RivalTapes.h"

#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

class tst_AlertMessages : public QObject {
  Q_OBJECT
 private slots:
  void quietHoursGoByTheClockOnTheWall_data() {
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("at");
    QTest::addColumn<QString>("until");
    const auto row = [](const char* from, const char* to, const char* at, const char* until) {
      QTest::addRow("%s-%s at %s", from, to, at) << QString::fromLatin1(from) << QString::fromLatin1(to)
                                                 << QString::fromLatin1(at) << QString::fromLatin1(until);
    };
    row("22:00", "07:00", "2026-01-10T20:59:00Z", "");
    row("22:00", "07:00", "2026-01-10T21:00:00Z", "2026-01-11T06:00:00Z");
    row("22:00", "07:00", "2026-01-11T05:59:59Z", "2026-01-11T06:00:00Z");
    row("22:00", "07:00", "2026-03-28T21:30:00Z", "2026-03-29T05:00:00Z"); // an hour shorter
    row("22:00", "07:00", "2026-10-24T20:30:00Z", "2026-10-25T06:00:00Z"); // an hour longer
    row("01:00", "02:30", "2026-03-29T00:30:00Z", "2026-03-29T01:00:00Z"); // 02:30 is skipped
    row("02:00", "02:30", "2026-03-29T01:10:00Z", "");                     // and so is all of this
    row("02:00", "02:30", "2026-10-25T00:10:00Z", "2026-10-25T00:30:00Z"); // the first pass
    row("02:00", "02:30", "2026-10-25T01:10:00Z", "2026-10-25T01:30:00Z"); // the second
    row("12:00", "12:00", "2026-03-29T10:00:00Z", "");
  }
  void quietHoursGoByTheClockOnTheWall() {
    QFETCH(const QString, from);
    QFETCH(const QString, to);
    QFETCH(const QString, at);
    QFETCH(const QString, until);
    const AlertRule rule = *AlertRule::parse(
        {{QStringLiteral("name"), QStringLiteral("n")},
         {QStringLiteral("kind"), QStringLiteral("move-down")},
         {QStringLiteral("quiet"), QJsonObject{{QStringLiteral("from"), from},
                                               {QStringLiteral("to"), to},
                                               {QStringLiteral("zone"), QStringLiteral("Europe/Berlin")}}}});
    const Instant t = *parseInstant(at);
    QCOMPARE(isQuiet(rule, t), !until.isEmpty());
    QCOMPARE(isoInstant(quietUntil(rule, t)), isoInstant(until.isEmpty() ? t : *parseInstant(until)));
  }

  // What happens at night is told in one message in the morning, on both nights that are an hour off.
  void theNightIsOneMessage_data() {
    QTest::addColumn<QString>("evening");
    QTest::addColumn<QString>("told");
    QTest::newRow("spring") << QStringLiteral("2026-03-28T20:00:00Z") << QStringLiteral("2026-03-29T05:00:00.000Z");
    QTest::newRow("autumn") << QStringLiteral("2026-10-24T19:00:00Z") << QStringLiteral("2026-10-25T06:00:00.000Z");
  }
  void theNightIsOneMessage() {
    QFETCH(const QString, evening);
    QFETCH(const QString, told);
    RivalDesk d;
    d.start = *parseInstant(evening);
    for (const int listing : {1, 2, 3}) {
      d.sees(listing, 1, 0, "10.00");
      d.sees(listing, 1, 2 + listing, "5.00");
    }
    AlertRule rule = plainRule();
    rule.quietFrom = 22 * 60, rule.quietTo = 7 * 60, rule.quietZone = "Europe/Berlin";
    rule.grouping = AlertGrouping::Category; // at night nobody wants two
    RuleWalk walk(d, rule);
    for (int half = 0; half < 30; ++half) {
      walk.to(d.at(half / 2.0));
      const auto due = alertDue(rule, walk.state, walk.view.now());
      QCOMPARE(due.has_value(), walk.messages.empty() && !walk.events.empty());
      if (due)
        QCOMPARE(isoInstant(*due), told);
    }
    QCOMPARE(walk.events.size(), std::size_t(3));
    QCOMPARE(walk.messages.size(), std::size_t(1));
    QCOMPARE(isoInstant(walk.messages[0].at), told);
    QVERIFY(walk.messages[0].kind == AlertMessageKind::Quiet && walk.messages[0].serials.size() == 3);
    QVERIFY(walk.events[0].wasQuiet);
    rule.isCritical = true;
    RuleWalk critical(d, rule);
    for (int half = 0; half < 30; ++half)
      critical.to(d.at(half / 2.0));
    QCOMPARE(critical.messages.size(), std::size_t(3));
    QVERIFY(!critical.events[0].wasQuiet);
  }

  void messagesAreGroupedAndSpaced() {
    RivalDesk d;
    for (const int rival : {1, 2})
      for (const int listing : {1, 2}) {
        d.sees(listing, rival, 0, "10.00");
        d.sees(listing, rival, 5 + listing + rival, "5.00"); // at 7, 8, 8 and 9
      }
    const auto told = [&](AlertGrouping grouping, int minutes) {
      AlertRule rule = plainRule();
      rule.grouping = grouping, rule.everyMinutes = minutes;
      RuleWalk walk(d, rule);
      for (int hour = 0; hour < 20; ++hour)
        walk.to(d.at(hour));
      QStringList out;
      for (const AlertMessage& m : walk.messages)
        out << QStringLiteral("%1:%2×%3")
                   .arg((m.at - d.start) / std::chrono::hours(1))
                   .arg(m.group)
                   .arg(m.serials.size());
      return out.join(u' ');
    };
    QCOMPARE(told(AlertGrouping::None, 0), QStringLiteral("7:×1 8:×2 9:×1"));
    QCOMPARE(told(AlertGrouping::None, 180), QStringLiteral("7:×1 10:×3"));
    QCOMPARE(told(AlertGrouping::Competitor, 0), QStringLiteral("7:One×1 8:One×1 8:Two×1 9:Two×1"));
    QCOMPARE(told(AlertGrouping::Competitor, 600), QStringLiteral("7:One×1 8:Two×1 17:One×1 18:Two×1"));
    QCOMPARE(told(AlertGrouping::Category, 60), QStringLiteral("7:JUICE×1 8:JUICE×1 8:TEA×1 9:TEA×1"));
  }

  void aDayHasItsCapAndThenOneSummary() {
    RivalDesk d(12);
    for (int listing = 1; listing <= 12; ++listing) {
      d.sees(listing, 1, 0, "10.00");
      d.sees(listing, 1, 1 + listing, "5.00");
      d.sees(listing, 1, 23 + listing, "5.00");
    }
    AlertRule rule = plainRule();
    rule.mostADay = 3;
    RuleWalk walk(d, rule);
    for (int hour = 0; hour < 48; ++hour)
      walk.to(d.at(hour));
    QCOMPARE(walk.events.size(), std::size_t(12));
    QStringList wanted;
    for (const char* text : {"1 2026-03-02T02:00:00.000Z run  1", "2 2026-03-02T03:00:00.000Z run  1",
                             "3 2026-03-02T04:00:00.000Z run  1", "4 2026-03-03T00:00:00.000Z summary  9"})
      wanted << QString::fromLatin1(text);
    QCOMPARE(textsOf(walk.messages), wanted);
  }

  void aMessageNamesFiftyAndCountsAll() {
    RivalDesk d(120);
    for (int listing = 1; listing <= 120; ++listing) {
      d.sees(listing, 1, 0, "10.00");
      d.sees(listing, 1, 1, "5.00");
    }
    RuleWalk walk(d, plainRule());
    walk.to(d.at(0));
    walk.to(d.at(2));
    QCOMPARE(walk.events.size(), std::size_t(120));
    QCOMPARE(walk.messages.size(), std::size_t(1));
    QCOMPARE(walk.messages[0].events.size(), std::size_t(50));
    QCOMPARE(walk.messages[0].serials.size(), std::size_t(120));
  }
};

QTEST_GUILESS_MAIN(tst_AlertMessages)
#include "tst_AlertMessages.moc"
