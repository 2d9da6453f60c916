// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testevents/EventStore.h"

#include "statistics/Random.h"
#include "storage/Outbox.h"
#include "testevents/DrawStore.h"
#include "testevents/EventBlock.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace pricewright;

namespace {

constexpr std::int64_t kNow = 1'700'000'000'000, kDayMs = 86'400'000;

std::vector<ShopEvent> someEvents(std::uint64_t seed, std::size_t count) {
  Random random(seed);
  std::vector<ShopEvent> out;
  for (std::size_t i = 0; i < count; ++i) {
    ShopEvent e;
    e.id = random.next(), e.unit = 1 + random.next() % 500, e.atMs = kNow - std::int64_t(random.next() % (20 * kDayMs));
    e.order = i % 3 == 0 ? e.id : i % 3 == 1 ? 0 : random.next();
    e.amount = std::int64_t(random.next() % 1'000'000'000) - 100'000'000, e.cost = e.amount / 3;
    e.quantity = std::int64_t(random.next() % 5) * 1'000'000;
    e.currency = currencyNumber(u"EUR"), e.kind = e.amount < 0 ? EventKind::Refund : EventKind::Order;
    out.push_back(e);
  }
  return out;
}
std::vector<Exposure> someExposures(std::uint64_t seed, std::size_t count) {
  Random random(seed);
  std::vector<Exposure> out;
  for (std::size_t i = 0; i < count; ++i)
    out.push_back({1 + i % 500, kNow - std::int64_t(random.next() % (15 * kDayMs)), std::uint16_t(i % 2),
                   std::uint16_t(i % 3), std::uint16_t(i % 500 % 2 == 0 ? 7 : 300)});
  return out;
}
bool same(const ShopEvent& a, const ShopEvent& b) {
  return a.id == b.id && a.unit == b.unit && a.atMs == b.atMs && a.order == b.order && a.amount == b.amount &&
         a.cost == b.cost && a.quantity == b.quantity && a.currency == b.currency && a.kind == b.kind;
}

} // namespace

class TestEventStore : public QObject {
  Q_OBJECT

  FixedClock m_clock{fromMillis(kNow)};
  IdSource m_ids{m_clock, 7};
  std::unique_ptr<Database> m_db;
  std::unique_ptr<Journal> m_journal;
  std::unique_ptr<EventStore> m_store;

  qint64 number(const char* sql) {
    auto q = Query::prepare(*m_db, sql);
    return q && q->step().value_or(false) ? q->integer(0) : -1;
  }
  EventBatch add(const std::vector<ShopEvent>& events) {
    const auto batch = m_store->addEvents(systemActor(), events, QStringLiteral("shop"));
    return batch ? *batch : EventBatch{};
  }
  EventTable table(const QMap<int, std::size_t>& tests) {
    EventTable out;
    EventPlan plan;
    plan.groups = 3, plan.currency = currencyNumber(u"EUR"), plan.preMs = 5 * kDayMs;
    plan.metrics = {{Quantity::Revenue, {}, true, 0, 1}, {Quantity::Profit, Quantity::Orders, false, 0, 1}};
    for (qsizetype i = 0; i < tests.size(); ++i)
      (void)out.addTest(plan).has_value();
    return out;
  }

 private slots:
  void init() {
    auto db = Database::open(QStringLiteral(":memory:"), OpenMode::ReadWrite);
    QVERIFY2(db, db ? "" : qPrintable(db.error().debugText()));
    m_db = std::move(*db);
    m_journal = std::make_unique<Journal>(*m_db, m_clock, m_ids);
    m_store = std::make_unique<EventStore>(*m_db, *m_journal, m_clock, m_ids);
  }

  void blocksComeBackAsTheyWere() {
    std::vector<ShopEvent> events = someEvents(1, 1000), got;
    events[0].amount = kMostMicro, events[1].amount = -kMostMicro, events[2].atMs = kEarliestMs;
    events[3].atMs = INT64_MAX, events[4].atMs = INT64_MIN, events[5].id = 0, events[6].currency = 0xffff;
    QVERIFY(unpackEvents(packEvents(events), got));
    QVERIFY(std::equal(events.begin(), events.end(), got.begin(), got.end(), same));
    std::vector<Exposure> exposures = someExposures(2, 1000), back;
    QVERIFY(unpackExposures(packExposures(exposures), back));
    QCOMPARE(back.size(), exposures.size());
    QVERIFY(std::equal(exposures.begin(), exposures.end(), back.begin(), [](const Exposure& a, const Exposure& b) {
      return a.unit == b.unit && a.atMs == b.atMs && a.arm == b.arm && a.group == b.group && a.test == b.test;
    }));
  }

  // Cut anywhere, or with any byte changed: refused, or read as something;
  // never more than there is.
  void damagedBlocksDoNoHarm() {
    const QByteArray block = packEvents(someEvents(3, 40));
    std::vector<ShopEvent> out;
    for (qsizetype cut = 0; cut < block.size(); ++cut) {
      const Status status = unpackEvents(block.left(cut), out);
      QVERIFY(!status && status.error().is(u"storage.corrupt") && out.empty());
    }
    QVERIFY(!unpackEvents(block + 'x', out) && !unpackEvents(packExposures(someExposures(1, 3)), out));
    for (qsizetype at = 0; at < block.size(); ++at) {
      QByteArray changed = block;
      changed[at] = char(changed[at] ^ 0x85);
      out.clear();
      (void)unpackEvents(changed, out).has_value();
      QVERIFY(out.size() <= kMostRowsInBlock);
    }
  }

  void aBatchIsOneEntryAndOneOutboxRow() {
    const qint64 entries = *m_journal->size(), outbox = *outboxSize(*m_db);
    const EventBatch batch = add(someEvents(4, 100'000));
    QCOMPARE(batch.kept, 100'000);
    QCOMPARE(*m_journal->size(), entries + 1);
    QCOMPARE(*outboxSize(*m_db), outbox + 1);
    QCOMPARE(number("SELECT COUNT(*) FROM test_event_block"), 2);
    const auto written = m_journal->entriesFor(QStringLiteral("test_event_batch"), batch.id.toString());
    QCOMPARE(written->at(0).body.value(QStringLiteral("digest")).toString(), batch.digest);
    QCOMPARE(batch.digest.size(), 64);
  }

  void anEventIsStoredOnce() {
    const std::vector<ShopEvent> events = someEvents(5, 1000);
    QCOMPARE(add(events).kept, 1000);
    QCOMPARE(add(events).repeated, 1000);
    QCOMPARE(number("SELECT COUNT(*) FROM test_event_batch"), 1);
    EventStore other(*m_db, *m_journal, m_clock, m_ids); // after a restart
    std::vector<ShopEvent> more = someEvents(6, 10);
    more.insert(more.end(), events.begin(), events.begin() + 5);
    more.push_back(more.front());
    const EventBatch batch = *other.addEvents(systemActor(), more, QStringLiteral("shop"));
    QCOMPARE(batch.kept, 10);
    QCOMPARE(batch.repeated, 6);
    const std::vector<Exposure> exposures = someExposures(7, 100);
    QCOMPARE(m_store->addExposures(systemActor(), exposures, QStringLiteral("shop"))->kept, 100);
    QCOMPARE(m_store->addExposures(systemActor(), exposures, QStringLiteral("shop"))->repeated, 100);
    QCOMPARE(m_store->stored()->exposures, 100);
  }

  void whatIsImpossibleIsNotStored() {
    std::vector<ShopEvent> events = someEvents(8, 5);
    events[0].atMs = kNow + kDayMs, events[1].atMs = 5, events[2].amount = INT64_MIN, events[3].cost = kMostMicro + 1;
    const EventBatch batch = add(events);
    QCOMPARE(batch.refused, 4);
    QCOMPARE(batch.kept, 1);
    QVERIFY(m_store->addEvents(systemActor(), events, {}).error().is(u"experiment.bad-setting"));
    QCOMPARE(add({}).kept, 0);
  }

  void loadsWhatWasStored() {
    const std::vector<Exposure> exposures = someExposures(9, 900);
    const std::vector<ShopEvent> events = someEvents(10, 5000);
    const QMap<int, std::size_t> tests{{7, 0}, {300, 1}};
    QVERIFY(m_store->addExposures(systemActor(), exposures, QStringLiteral("shop")));
    for (std::size_t at = 0; at < events.size(); at += 1000)
      QCOMPARE(add({events.begin() + std::ptrdiff_t(at), events.begin() + std::ptrdiff_t(at + 1000)}).kept, 1000);
    EventTable loaded = table(tests), direct = table(tests);
    QVERIFY(m_store->load(tests, loaded, {}));
    std::vector<Exposure> renamed = exposures;
    for (Exposure& e : renamed)
      e.test = e.test == 7 ? 0 : 1;
    QVERIFY(direct.addExposures(renamed, kNow) && direct.addEvents(events, kNow));
    loaded.refresh(), direct.refresh();
    for (const std::size_t test : {std::size_t(0), std::size_t(1)}) {
      const TestSummary a = *loaded.summary(test), b = *direct.summary(test);
      QVERIFY(a.units == b.units && a.events.counted == b.events.counted && a.events.counted > 0);
      for (std::size_t cell = 0; cell < a.metrics[0].cells.size(); ++cell)
        QCOMPARE(a.metrics[0].cells[cell].variance(0), b.metrics[0].cells[cell].variance(0));
    }
    EventTable one = table({{7, 0}});
    QVERIFY(m_store->load({{7, 0}}, one, {}));
    one.refresh();
    QCOMPARE(one.summary(0)->units, direct.summary(0)->units);
  }

  void damageInTheFileIsFound() {
    add(someEvents(11, 100));
    QVERIFY(m_db->execute(QStringLiteral("UPDATE test_event_block SET payload = zeroblob(length(payload))")));
    EventTable none = table({});
    QVERIFY(m_store->load({}, none, {}).error().is(u"storage.corrupt"));
  }

  void whatIsForgottenStaysForgotten() {
    std::vector<ShopEvent> old = someEvents(12, 10), recent = someEvents(13, 10);
    for (ShopEvent& e : old)
      e.atMs = kNow - 100 * kDayMs;
    add(old), add(recent);
    QCOMPARE(m_store->forgetBefore(systemActor(), fromMillis(kNow - 50 * kDayMs))->rows, 10);
    QCOMPARE(m_store->stored()->events, 10);
    QCOMPARE(add(old).forgotten, 10);
    QCOMPARE(add(recent).repeated, 10);
    const qint64 entries = *m_journal->size();
    QCOMPARE(m_store->forgetBefore(systemActor(), fromMillis(kNow - 70 * kDayMs))->rows,
             0); // an earlier date takes nothing back
    QCOMPARE(*m_journal->size(), entries);
    QCOMPARE(toMillis(*m_store->stored()->forgottenBefore), kNow - 50 * kDayMs);
    // A year mistyped would turn away whatever comes until then.
    QVERIFY(
        m_store->forgetBefore(systemActor(), fromMillis(kNow + 365 * kDayMs)).error().is(u"testevents.forget-future"));
    QCOMPARE(toMillis(*m_store->stored()->forgottenBefore), kNow - 50 * kDayMs);
  }

  // A block holds 65,536 rows: most files end up in one that holds both what is to be forgotten and what is not.
  void whatIsForgottenLeavesItsBlock() {
    constexpr std::int64_t kDate = kNow - 10 * kDayMs;
    std::vector<ShopEvent> events = someEvents(20, 3000);
    std::vector<Exposure> exposures = someExposures(21, 3000);
    events[0].atMs = kDate, events[1].atMs = kDate - 1; // the date itself stays
    const auto old = [](const auto& rows) {
      return qint64(std::count_if(rows.begin(), rows.end(), [](const auto& row) { return row.atMs < kDate; }));
    };
    QVERIFY(old(events) > 500 && old(exposures) > 500);
    add(events);
    QVERIFY(m_store->addExposures(systemActor(), exposures, QStringLiteral("shop")));
    const qint64 entries = *m_journal->size();
    QCOMPARE(m_store->forgetBefore(systemActor(), fromMillis(kDate))->rows, old(events) + old(exposures));
    QCOMPARE(*m_journal->size(), entries + 1);
    const auto written = m_journal->entriesFor(QStringLiteral("test_event_forgotten"), QStringLiteral("1"));
    QCOMPARE(written->back().body.value(QStringLiteral("rows")).toInteger(), old(events) + old(exposures));
    QCOMPARE(m_store->stored()->events, 3000 - old(events));
    QCOMPARE(m_store->stored()->exposures, 3000 - old(exposures));
    QCOMPARE(number("SELECT MIN(first_ms) FROM test_event_block WHERE kind = 'events'"), kDate);
    QVERIFY(number("SELECT MIN(first_ms) FROM test_event_block") >= kDate);
    // What is left is whole, and counts as before.
    const auto since = [](auto rows) {
      std::erase_if(rows, [](const auto& row) { return row.atMs < kDate; });
      return rows;
    };
    std::vector<Exposure> renamed = since(exposures);
    for (Exposure& e : renamed)
      e.test = e.test == 7 ? 0 : 1;
    const QMap<int, std::size_t> tests{{7, 0}, {300, 1}};
    EventTable loaded = table(tests), direct = table(tests);
    QVERIFY(m_store->load(tests, loaded, {}));
    QVERIFY(direct.addExposures(renamed, kNow) && direct.addEvents(since(events), kNow));
    loaded.refresh(), direct.refresh();
    QCOMPARE(loaded.summary(0)->units, direct.summary(0)->units);
    QCOMPARE(loaded.summary(0)->events.counted, direct.summary(0)->events.counted);
    // Again: nothing is left to be done, and nothing of it comes back.
    QCOMPARE(m_store->forgetBefore(systemActor(), fromMillis(kDate))->rows, 0);
    QCOMPARE(*m_journal->size(), entries + 1);
    QCOMPARE(add(events).forgotten, old(events));
  }

  // All or nothing: a block that cannot be read stops it before anything is gone.
  void aDamagedBlockIsNotForgottenInPart() {
    std::vector<ShopEvent> old = someEvents(22, 10);
    for (ShopEvent& e : old)
      e.atMs = kNow - 100 * kDayMs;
    add(old), add(someEvents(23, 100));
    QVERIFY(m_db->execute(QStringLiteral("UPDATE test_event_block SET payload = zeroblob(9) WHERE rows = 100")));
    QVERIFY(m_store->forgetBefore(systemActor(), fromMillis(kNow - 5 * kDayMs)).error().is(u"storage.corrupt"));
    QCOMPARE(m_store->stored()->events, 110);
    QVERIFY(!m_store->stored()->forgottenBefore);
  }

  // The disk is full, or somebody else holds the file: nothing is half there,
  // and the next try stores all of it.
  void aFailedBatchLeavesNothing() {
    const std::vector<ShopEvent> events = someEvents(14, 50);
    QVERIFY(m_db->refuseWrites(true));
    QVERIFY(!m_store->addEvents(systemActor(), events, QStringLiteral("shop")));
    QVERIFY(m_db->refuseWrites(false));
    QCOMPARE(m_store->stored()->events, 0);
    QCOMPARE(add(events).kept, 50);
  }

  // Whoever may not run tests changes nothing, whatever role he says he has.
  void onlyWhoMayRunTestsStoresAndForgets() {
    const Actor stranger{QStringLiteral("stranger"), QStringLiteral("director"), true, {}};
    const QString source = QStringLiteral("shop");
    const qint64 entries = *m_journal->size();
    QVERIFY(m_store->addEvents(stranger, someEvents(15, 5), source).error().is(u"catalog.not-allowed"));
    QVERIFY(m_store->addExposures(stranger, someExposures(16, 5), source).error().is(u"catalog.not-allowed"));
    QVERIFY(m_store->forgetBefore(stranger, fromMillis(kNow)).error().is(u"catalog.not-allowed"));
    QCOMPARE(m_store->stored()->blocks, 0);
    QCOMPARE(*m_journal->size(), entries);
    QVERIFY(m_db->execute(QStringLiteral("INSERT INTO user (name, id, role) VALUES ('stranger', 'u1', 'analyst')")));
    QCOMPARE(m_store->addEvents(stranger, someEvents(15, 5), source)->kept, 5);
    const auto written =
        m_journal->entriesFor(QStringLiteral("test_event_batch"),
                              m_store->addExposures(stranger, someExposures(16, 5), source)->id.toString());
    QCOMPARE(written->at(0).role, QStringLiteral("analyst")); // his own, not the one he claimed
  }

  // A test is compared with the time before it, until it has cooled off.
  void whatATestIsReadFromIsKept() {
    std::vector<ShopEvent> old = someEvents(17, 10);
    for (ShopEvent& e : old)
      e.atMs = kNow - 100 * kDayMs;
    add(old);
    const auto test = [&](const char* id, const char* design, const char* state, qint64 startedMs, const char* rest) {
      const QString sql = QStringLiteral(
          "INSERT INTO experiment (id, name, plan, state, state_ms, made_by, made_ms, started_ms, ended_ms, "
          "cool_until_ms)"
          " VALUES ('%1', '%1', '{\"design\":\"%2\",\"pre_days\":20,\"window_days\":7}', '%3', 0, 'a', 0, %4, %5)");
      return bool(m_db->execute(sql.arg(QLatin1String(id), QLatin1String(design), QLatin1String(state))
                                    .arg(startedMs)
                                    .arg(QLatin1String(rest))));
    };
    const qint64 started = kNow - 30 * kDayMs, needed = started - 27 * kDayMs;
    QVERIFY(test("zones", "clusters", "running", kNow - 300 * kDayMs, "NULL, NULL"));
    QVERIFY(test("draft", "visitors", "draft", kNow - 300 * kDayMs, "NULL, NULL"));
    QVERIFY(test("cooled", "visitors", "rolled_out", kNow - 300 * kDayMs, "5, 6"));
    QVERIFY(test("running", "visitors", "running", started, "NULL, NULL"));
    const Result<ForgottenEvents> refused = m_store->forgetBefore(systemActor(), fromMillis(needed + 1));
    QVERIFY(refused.error().is(u"experiment.still-needed"));
    QCOMPARE(refused.error().arguments.value(QStringLiteral("earliest")), isoDay(dayOf(fromMillis(needed))));
    QVERIFY(!m_store->stored()->forgottenBefore && m_store->stored()->events == 10);
    QCOMPARE(m_store->forgetBefore(systemActor(), startOf(dayOf(fromMillis(needed))))->rows,
             10); // the day that was named
    QVERIFY(test("cooling", "visitors", "reverted", kNow - 90 * kDayMs, "5, 9000000000000"));
    QVERIFY(m_store->forgetBefore(systemActor(), fromMillis(needed)).error().is(u"experiment.still-needed"));
  }

  // A draw is a visitor's like his exposure: once no test needs it, it goes with it. What it led to stays.
  void drawsAreForgottenWithTheirTest() {
    const auto test = [&](const char* no, const char* state, qint64 startedMs, const char* ended) {
      const QString sql =
          QStringLiteral("INSERT INTO experiment (no, id, name, plan, state, state_ms, made_by, made_ms, started_ms, "
                         "ended_ms, cool_until_ms) VALUES (%1, 'id%1', 'test %1', "
                         "'{\"design\":\"visitors\",\"pre_days\":0,\"window_days\":7}', '%2', 0, 'a', 0, %3, %4)");
      return bool(
          m_db->execute(sql.arg(QLatin1String(no), QLatin1String(state)).arg(startedMs).arg(QLatin1String(ended))));
    };
    QVERIFY(test("1", "reverted", kNow - 90 * kDayMs, "5, 6") &&
            test("2", "running", kNow - 20 * kDayMs, "NULL, NULL"));
    FixedClock then{fromMillis(kNow - 80 * kDayMs)};
    const std::vector<TestDraw> visitors{{11, {}, 0, 5000}, {12, {}, 1, 5000}};
    DrawStore old(*m_db, *m_journal, then), recent(*m_db, *m_journal, m_clock);
    QVERIFY(old.draw(systemActor(), 1, visitors) && recent.draw(systemActor(), 2, visitors));
    QVERIFY(old.allocate(systemActor(), 1, {then.now(), 3000, 2500, 400, 300, false}));
    QCOMPARE(m_store->stored()->draws, 4);
    const qint64 entries = *m_journal->size();
    const ForgottenEvents gone = *m_store->forgetBefore(systemActor(), fromMillis(kNow - 40 * kDayMs));
    QCOMPARE(gone.draws, 2);
    QCOMPARE(gone.rows, 0);
    QCOMPARE(*m_journal->size(), entries + 1);
    QVERIFY(old.draws(1)->empty());
    QCOMPARE(recent.draws(2)->size(), std::size_t(2)); // nobody under way sees another price
    QCOMPARE(old.allocations(1)->size(), std::size_t(1));
    QVERIFY(m_store->forgetBefore(systemActor(), fromMillis(kNow)).error().is(u"experiment.still-needed"));
    QCOMPARE(m_store->stored()->draws, 2);
  }

  // Not in a free page either, where anybody with the file could read it.
  void whatIsForgottenIsGoneFromTheFile_data() {
    QTest::addColumn<bool>("shared");
    QTest::newRow("the whole block") << false;
    QTest::newRow("all but one row of it") << true;
  }
  void whatIsForgottenIsGoneFromTheFile() {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("w.pricewright"));
    QFETCH(bool, shared);
    std::vector<ShopEvent> events = someEvents(19, 2'000);
    for (ShopEvent& e : events)
      e.atMs = kNow - 100 * kDayMs;
    if (shared) // its block stays, for the sake of one
      events.back().atMs = kNow;
    const QByteArray needle = packEvents(events).mid(4'000, 64); // of many pages, one
    const auto isInFile = [&] {
      QFile file(path);
      return file.open(QIODevice::ReadOnly) && file.readAll().contains(needle);
    };
    const auto with = [&](const auto& what) {
      auto db = Database::open(path, QFile::exists(path) ? OpenMode::ReadWrite : OpenMode::CreateNew);
      Journal journal(**db, m_clock, m_ids);
      EventStore store(**db, journal, m_clock, m_ids);
      return what(store);
    };
    QVERIFY(
        with([&](EventStore& store) { return bool(store.addEvents(systemActor(), events, QStringLiteral("shop"))); }));
    QVERIFY(isInFile());
    QCOMPARE(with([&](EventStore& store) { return store.forgetBefore(systemActor(), fromMillis(kNow))->rows; }),
             shared ? 1'999 : 2'000);
    QVERIFY(!isInFile());
  }

  void currenciesHaveTheirNumbers() {
    QVERIFY(currencyNumber(u"EUR") != currencyNumber(u"USD"));
    QCOMPARE(currencyNumber(u"AAA"), std::uint16_t(1 << 10 | 1 << 5 | 1));
    for (const QStringView bad : {u"", u"EU", u"eur", u"EUR1", u"€€€"})
      QCOMPARE(currencyNumber(bad), std::uint16_t(0));
  }
};

QTEST_GUILESS_MAIN(TestEventStore)
#include "tst_EventStore.moc"
