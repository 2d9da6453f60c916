// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Times of the day by a zone's clock: how they are written, when they come, and what becomes of them where clocks jump.
#include "base/DailySchedule.h"

#include <QTest>

using namespace pricewright;

namespace {

const QByteArray kBerlin = "Europe/Berlin";

Instant at(const char* text) { return *parseInstant(QString::fromLatin1(text)); }
DailySchedule schedule(const char* text) { return *DailySchedule::parse(QString::fromLatin1(text)); }
QString next(const char* what, const char* after, const QByteArray& zone = {}) {
  const auto moment = schedule(what).next(at(after), zone);
  return moment ? isoInstant(*moment).left(16) : QString();
}
QString last(const char* what, const char* before, const QByteArray& zone = {}) {
  const auto moment = schedule(what).last(at(before), zone);
  return moment ? isoInstant(*moment).left(16) : QString();
}

} // namespace

class DailyScheduleTest : public QObject {
  Q_OBJECT
 private slots:
  void howItIsWritten() {
    for (const char* good : {"", "06:30", "6:30", "6:30 14:00", "mon-fri 06:30", "Mon, Wed 6:30", "sat-mon 0:00"})
      QVERIFY2(DailySchedule::parse(QString::fromLatin1(good)), good);
    for (const char* bad : {"soon", "6", "6:3", "24:00", "06:60", "mon", "6:30 mon", "mon-", "-fri 6:30",
                            "mon-fri-sun 6:30", "+6:30", "6:30:00", "06:-1"})
      QCOMPARE(DailySchedule::parse(QString::fromLatin1(bad)).error().code, QStringLiteral("schedule.bad"));
    QVERIFY(schedule("").isEmpty() && !schedule("6:30").isEmpty());
    QVERIFY(!DailySchedule::parse(QStringLiteral("6:30 ").repeated(25)));
  }

  void whenItComes() {
    QCOMPARE(next("06:30", "2026-03-02T06:29:59Z"), QStringLiteral("2026-03-02T06:30"));
    QCOMPARE(next("06:30", "2026-03-02T06:30:00Z"), QStringLiteral("2026-03-03T06:30"));
    QCOMPARE(last("06:30", "2026-03-02T06:30:00Z"), QStringLiteral("2026-03-02T06:30"));
    QCOMPARE(last("06:30", "2026-03-02T06:29:59Z"), QStringLiteral("2026-03-01T06:30"));
    QCOMPARE(next("14:00 6:30", "2026-03-02T07:00:00Z"), QStringLiteral("2026-03-02T14:00"));
    QCOMPARE(next("mon 06:30", "2026-03-02T07:00:00Z"), QStringLiteral("2026-03-09T06:30"));
    QCOMPARE(next("mon-fri 06:30", "2026-03-06T07:00:00Z"), QStringLiteral("2026-03-09T06:30")); // Friday
    QCOMPARE(next("sat-mon 06:30", "2026-03-02T07:00:00Z"), QStringLiteral("2026-03-07T06:30"));
    QCOMPARE(next("", "2026-03-02T07:00:00Z"), QString());
    QCOMPARE(last("", "2026-03-02T07:00:00Z"), QString());
  }

  void byTheClockOfTheZone() {
    QCOMPARE(next("06:30", "2026-01-10T00:00:00Z", kBerlin), QStringLiteral("2026-01-10T05:30"));
    QCOMPARE(next("06:30", "2026-07-10T00:00:00Z", kBerlin), QStringLiteral("2026-07-10T04:30"));
    QCOMPARE(next("23:30", "2026-07-10T00:00:00Z", "Pacific/Kiritimati"), QStringLiteral("2026-07-10T09:30"));
    QCOMPARE(next("06:30", "2026-07-10T00:00:00Z", "Mars/Base"), QString());
  }

  // Forward on March 29th, 2026 at 2:00; back on October 25th at 3:00.
  void whereClocksJump() {
    QCOMPARE(next("02:30", "2026-03-28T12:00:00Z", kBerlin), QStringLiteral("2026-03-29T01:30"));
    QCOMPARE(next("02:30", "2026-03-29T01:30:00Z", kBerlin), QStringLiteral("2026-03-30T00:30"));
    QCOMPARE(next("02:30", "2026-10-24T12:00:00Z", kBerlin), QStringLiteral("2026-10-25T00:30"));
    QCOMPARE(next("02:30", "2026-10-25T00:30:00Z", kBerlin), QStringLiteral("2026-10-26T01:30")); // not twice
    QCOMPARE(last("02:30", "2026-10-25T01:30:00Z", kBerlin), QStringLiteral("2026-10-25T00:30"));
    QCOMPARE(next("06:30", "2026-03-28T12:00:00Z", kBerlin), QStringLiteral("2026-03-29T04:30"));
    QCOMPARE(next("06:30", "2026-10-24T12:00:00Z", kBerlin), QStringLiteral("2026-10-25T05:30"));
  }
};

QTEST_GUILESS_MAIN(DailyScheduleTest)
#include "tst_DailySchedule.moc"
