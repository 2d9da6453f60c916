// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Id.h"
#include "base/Json.h"
#include "base/Parallel.h"
#include "base/Retry.h"
#include "base/Settings.h"

#include <QJsonArray>
#include <QTest>

#include <set>

using namespace pricewright;

class TestBase : public QObject {
  Q_OBJECT

 private slots:
  void timesSurviveTheirText() {
    for (const qint64 ms : {0LL, 1'792'000'123'456LL, -86'400'000LL, 717'638'399'999LL}) {
      const auto back = parseInstant(isoInstant(fromMillis(ms)));
      QVERIFY(back);
      QCOMPARE(toMillis(*back), ms);
    }
    for (const int day : {-3650, 0, 8309, 20'000}) {
      const auto back = parseDay(isoDay(fromDayNumber(day)));
      QVERIFY(back);
      QCOMPARE(toDayNumber(*back), day);
    }
    QCOMPARE(isoInstant(*parseInstant(u"2026-03-01T09:30:00+02:00")), QStringLiteral("2026-03-01T07:30:00.000Z"));
  }

  void whatIsNoTimeIsRefused_data() {
    QTest::addColumn<QString>("text");
    for (const char* text :
         {"", "soon", "2026-02-30", "2026-13-01", "26-01-01", "2026-1-1", "2026-01-01T25:00:00", "0000-01-01"})
      QTest::newRow(text) << QString::fromLatin1(text);
  }
  void whatIsNoTimeIsRefused() {
    QFETCH(QString, text);
    QVERIFY(!parseDay(text));
    QVERIFY(!parseInstant(text));
  }

  void aShiftedClockRunsAtTheRealSpeed() {
    FixedClock real(fromMillis(1'000'000));
    const ShiftedClock asOf(real, fromMillis(500));
    QCOMPARE(toMillis(asOf.now()), 500);
    real.advance(Duration(250));
    QCOMPARE(toMillis(asOf.now()), 750);
  }

  void idsRiseEvenWhenTheClockFallsBack() {
    FixedClock clock(fromMillis(1'800'000'000'000));
    IdSource ids(clock, 7);
    std::set<Id> seen;
    Id last;
    for (int i = 0; i < 20'000; ++i) {
      if (i == 5'000)
        clock.advance(Duration(-60'000));
      const Id id = ids.next();
      QVERIFY(last < id);
      last = id;
      seen.insert(id);
    }
    QCOMPARE(seen.size(), 20'000u);
    QCOMPARE(last.toString().at(14), u'7');                           // version
    QVERIFY(QStringLiteral("89ab").contains(last.toString().at(19))); // variant
    QCOMPARE(*Id::parse(last.toString()), last);
    for (const char* bad : {"", "x", "01890000-0000-7000-8000-00000000000", "01890000-0000-7000-8000-00000000000g",
                            "01890000+0000-7000-8000-000000000000"})
      QVERIFY2(!Id::parse(QString::fromLatin1(bad)), bad);
  }

  void sameSeedSameIds() {
    FixedClock clock(fromMillis(1));
    IdSource a(clock, 42), b(clock, 42);
    for (int i = 0; i < 10; ++i)
      QCOMPARE(a.next(), b.next());
    // Also of sources that began anywhere; and none goes backwards.
    IdSource c(clock), d(clock);
    const Id before = c.next();
    (void)d.next();
    clock.advance(std::chrono::milliseconds(1)); // what is left of the millisecond before counts on
    c.makeReproducible(7), d.makeReproducible(7);
    const Id after = c.next();
    QVERIFY(before < after);
    QCOMPARE(after, d.next());
  }

  void canonicalJsonDependsOnContentOnly() {
    QJsonObject a{{"b", 1}, {"a", QJsonArray{1.5, "x", QJsonValue::Null}}};
    QJsonObject b;
    b.insert("a", QJsonArray{1.5, "x", QJsonValue::Null});
    b.insert("b", 1);
    QCOMPARE(canonicalJson(a), canonicalJson(b));
    QCOMPARE(canonicalJson(a), QByteArray(R"({"a":[1.5,"x",null],"b":1})"));
    QCOMPARE(canonicalJson(QStringLiteral("é\n")), QByteArray("\"é\\n\""));
    QCOMPARE(sha256Hex(""), QStringLiteral("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    QCOMPARE(parseObject("[1]").error().code, QStringLiteral("json.not-an-object"));
    QCOMPARE(parseObject("{").error().code, QStringLiteral("json.invalid"));
  }

  void doublesSurviveJsonToTheBit() {
    for (const double x : {0.1, 1.0 / 3, 1e-300, 123456789.123456789, -2.0, 5e-324}) {
      const auto back = parseObject(canonicalJson(QJsonObject{{"x", x}}));
      QCOMPARE(back->value("x").toDouble(), x);
    }
  }

  void durationsAreSaidInWords_data() {
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("words");
    QTest::newRow("short") << 12LL << "12 ms";
    QTest::newRow("days") << 187'200'000LL << "2 d 4 h";
    QTest::newRow("back") << -187'200'000LL << "−2 d 4 h";
    QTest::newRow("longest") << std::numeric_limits<qint64>::max() << "106751991167 d";
    QTest::newRow("longest back") << std::numeric_limits<qint64>::min() << "−106751991167 d";
  }
  void durationsAreSaidInWords() {
    QFETCH(qint64, ms);
    QTEST(humanDuration(Duration(ms)), "words");
  }

  void aTimeZoneIsOneOfTheWorld() {
    const Instant at = *parseInstant(u"2026-01-15T01:30:00Z");
    QCOMPARE(utcOffset("America/Chicago", at), std::optional(-6 * 3600));
    QCOMPARE(utcOffset("UTC", at), std::optional(0));
    for (const char* none : {"Mars/Base", "Pacific99"})
      QVERIFY2(!utcOffset(none, at), none);
  }

  void parallelWorkIsTheSameAtAnyThreadCount() {
    std::vector<double> one(10'000), many(10'000);
    const auto into = [](std::vector<double>& out) {
      return [&out](std::size_t begin, std::size_t end) {
        double sum = 0;
        for (std::size_t i = begin; i < end; ++i)
          out[i] = sum += 1.0 / (1.0 + static_cast<double>(i));
      };
    };
    QVERIFY(parallelFor(one.size(), 37, {}, into(one), 1));
    QVERIFY(parallelFor(many.size(), 37, {}, into(many), 8));
    QVERIFY(one == many);
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(!parallelFor(10, 1, {stop.get_token(), {}}, [](std::size_t, std::size_t) {}));
    QVERIFY(parallelFor(0, 1, {}, [](std::size_t, std::size_t) { QFAIL("nothing to do"); }));
  }

  void retriesWaitLongerAndTellHowOften() {
    std::vector<qint64> waits;
    const RetryTools tools{[&](Duration d) { waits.push_back(d.count()); }, [] { return 1.0; }};
    int calls = 0;
    const Status status = retry({4, Duration(100), Duration(250)}, tools, {}, [&]() -> Status {
      ++calls;
      return fail("x.down");
    });
    QCOMPARE(calls, 4);
    QCOMPARE(waits, (std::vector<qint64>{100, 200, 250}));
    QCOMPARE(status.error().arguments.value("attempts"), QStringLiteral("4"));
    calls = 0;
    QVERIFY(retry({3, Duration(1), Duration(1)}, tools, {}, [&]() -> Status {
      if (++calls < 3)
        return fail("x.down");
      return {};
    }));
  }

  void settingsRefuseWhatTheTableForbids() {
    Settings settings;
    QCOMPARE(settings.real(u"guardrail.step.percent"), 20.0);
    QVERIFY(settings.set("guardrail.step.percent", "12.5"));
    QCOMPARE(settings.real(u"guardrail.step.percent"), 12.5);
    QCOMPARE(settings.set("guardrail.step", 1).error().code, QStringLiteral("settings.unknown"));
    QCOMPARE(settings.set("guardrail.margin.percent", 96).error().code, QStringLiteral("settings.too-large"));
    QCOMPARE(settings.set("guardrail.margin.percent", "nan").error().code, QStringLiteral("settings.wrong-type"));
    QCOMPARE(settings.set("channels.undo.seconds", 59).error().code, QStringLiteral("settings.too-small"));
    const QString before = settings.digest();
    QVERIFY(settings.set("device.theme", "dark"));
    QCOMPARE(settings.digest(), before); // a look is no input of a decision
    QVERIFY(settings.set("approval.self-approval", "on"));
    QVERIFY(settings.digest() != before);
    std::set<QString> keys;
    for (const SettingSpec& row : settingsTable()) {
      QVERIFY2(keys.insert(row.key).second, qPrintable(row.key));
      QVERIFY(!row.meaning.isEmpty());
      Settings fresh;
      QVERIFY2(fresh.set(row.key, row.standard), qPrintable(row.key)); // each default obeys its own limits
    }
  }
};

QTEST_GUILESS_MAIN(TestBase)
#include "tst_Base.moc"
