// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/AlertStore.h"
#include "catalog/Permissions.h"
#include "storage/Outbox.h"

#include <QTest>

using namespace pricewright;

class tst_AlertStore : public QObject {
  Q_OBJECT

  FixedClock m_clock{fromMillis(1'700'000'000'000)};
  IdSource m_ids{m_clock, 7};
  std::unique_ptr<Database> m_db;
  std::unique_ptr<Journal> m_journal;
  std::unique_ptr<AlertStore> m_store;
  const Actor m_anna{QStringLiteral("anna"), QStringLiteral("analyst"), false};
  const Actor m_eve{QStringLiteral("eve"), QStringLiteral("director"), false}; // so she says

  static AlertRule rule(const char* name = "drop") {
    AlertRule r;
    r.name = QString::fromLatin1(name);
    return r;
  }
  static AlertEvent event(qint64 serial) {
    AlertEvent e;
    e.serial = serial, e.at = fromMillis(1'699'999'000'000 + serial), e.key = QStringLiteral("1|11|shop");
    e.code = QStringLiteral("alert.move-down"), e.arguments = {{QStringLiteral("sku"), QStringLiteral("S")}};
    e.listingNo = 1, e.competitorNo = 2, e.value = 25.5, e.threshold = 20;
    return e;
  }
  AlertStore::Outcome outcome(const AlertRow& row, int version, std::vector<qint64> serials, qint64 messageNo) {
    AlertStore::Outcome o;
    o.ruleNo = row.no, o.name = row.rule.name, o.version = version;
    o.state.hasBegun = true, o.state.events = serials.empty() ? 0 : serials.back(), o.state.messages = messageNo;
    o.state.subjects.insert(QStringLiteral("1|11|shop"), {true, fromMillis(5)});
    for (const qint64 serial : serials)
      o.step.events.push_back(event(serial));
    if (messageNo > 0) {
      AlertMessage m;
      m.no = messageNo, m.at = m_clock.now(), m.serials = std::move(serials), m.events = o.step.events;
      o.step.messages.push_back(m);
      for (const char* channel : {"desktop", "email"}) {
        NoticeDraft n;
        n.channel = QString::fromLatin1(channel), n.recipient = QStringLiteral("a@b.example");
        n.subject = n.body = QStringLiteral("x"), n.due = m_clock.now();
        n.key = AlertStore::messageKey(row.id, messageNo) + n.channel + QStringLiteral("/a@b.example");
        o.notices.push_back(n);
      }
    }
    return o;
  }
  qint64 count(const char* sql) {
    auto q = Query::prepare(*m_db, sql);
    return q && q->step().value_or(false) ? q->integer(0) : -1;
  }
  static QString codeOf(const Status& status) { return status ? QString() : status.error().code; }

 private slots:
  void init() {
    auto db = Database::open(QStringLiteral(":memory:"), OpenMode::ReadWrite);
    QVERIFY2(db, db ? "" : qPrintable(db.error().debugText()));
    m_store.reset();
    m_journal.reset();
    m_db = std::move(*db);
    m_journal = std::make_unique<Journal>(*m_db, m_clock, m_ids);
    m_store = std::make_unique<AlertStore>(*m_db, *m_journal, m_clock, m_ids);
    QVERIFY(m_db->execute(QStringLiteral("INSERT INTO user (name, id, role) VALUES ('anna', 'a', 'analyst')")));
  }

  void aRuleIsOneChangeWithOneEntry() {
    const auto row = m_store->add(m_anna, rule());
    QVERIFY2(row, row ? "" : qPrintable(row.error().debugText()));
    const auto kept = m_store->rule(QStringLiteral("drop"));
    QVERIFY(kept && kept->rule == rule() && kept->isOn && kept->madeBy == u"anna" && kept->id == row->id);
    AlertRule harder = rule();
    harder.percentBp = 3000;
    QVERIFY(m_store->change(m_anna, row->id, harder));
    QVERIFY(m_store->change(m_anna, row->id, harder)); // unchanged: no entry
    QVERIFY(m_store->switchOn(m_anna, row->id, false));
    QVERIFY(m_store->switchOn(m_anna, row->id, false));
    QCOMPARE(m_store->rule(QStringLiteral("drop"))->rule.percentBp, 3000);
    QCOMPARE(m_store->rule(QStringLiteral("drop"))->version, 3);
    const auto entries = m_journal->entriesFor(QStringLiteral("alert_rule"), row->id.toString());
    QStringList kinds;
    for (const AuditEntry& e : *entries)
      kinds << e.kind;
    QCOMPARE(kinds.join(u' '), QStringLiteral("alert.added alert.changed alert.switched"));
    QCOMPARE(*outboxSize(*m_db), 3);
  }

  void namesAreTakenOnce() {
    const auto first = m_store->add(m_anna, rule());
    const auto second = m_store->add(m_anna, rule("war"));
    QVERIFY(first && second);
    QCOMPARE(m_store->add(m_anna, rule()).error().code, QStringLiteral("alert.taken"));
    QCOMPARE(codeOf(m_store->change(m_anna, second->id, rule())), QStringLiteral("alert.taken"));
    AlertRule bad = rule("bad");
    bad.days = 0;
    QCOMPARE(m_store->add(m_anna, bad).error().code, QStringLiteral("alert.bad-number"));
    QCOMPARE(m_store->rule(QStringLiteral("none")).error().code, QStringLiteral("alert.unknown"));
    QCOMPARE(m_store->rules()->size(), std::size_t(2));
  }

  void whatIsRemovedCanComeBack() {
    const auto row = m_store->add(m_anna, rule());
    QVERIFY(m_store->remove(m_anna, row->id));
    QVERIFY(m_store->remove(m_anna, row->id));
    QVERIFY(m_store->rules()->empty());
    QCOMPARE(m_store->rules(AlertStore::Which::RemovedToo)->size(), std::size_t(1));
    QCOMPARE(codeOf(m_store->switchOn(m_anna, row->id, true)), QStringLiteral("alert.removed"));
    const auto other = m_store->add(m_anna, rule()); // the name is free again
    QVERIFY(other);
    QCOMPARE(codeOf(m_store->restore(m_anna, row->id)), QStringLiteral("alert.taken"));
    QVERIFY(m_store->remove(m_anna, other->id));
    QVERIFY(m_store->restore(m_anna, row->id));
    const auto back = m_store->rule(QStringLiteral("drop"));
    QVERIFY(back && back->id == row->id && !back->isOn);
  }

  void strangersMayNothing() {
    const auto row = m_store->add(m_anna, rule());
    QVERIFY(m_store->keep(m_anna, std::vector{outcome(*row, 0, {1}, 0)}));
    const qint64 entries = *m_journal->size();
    const QString refused = QStringLiteral("catalog.not-allowed");
    QCOMPARE(m_store->add(m_eve, rule("x")).error().code, refused);
    QCOMPARE(codeOf(m_store->change(m_eve, row->id, rule("x"))), refused);
    QCOMPARE(codeOf(m_store->switchOn(m_eve, row->id, false)), refused);
    QCOMPARE(codeOf(m_store->remove(m_eve, row->id)), refused);
    QCOMPARE(codeOf(m_store->restore(m_eve, row->id)), refused);
    QCOMPARE(codeOf(m_store->keep(m_eve, std::vector{outcome(*row, 1, {2}, 0)})), refused);
    QCOMPARE(codeOf(m_store->markEvents(m_eve, {1}, AlertEventState::Seen)), refused);
    QCOMPARE(*m_journal->size(), entries);
    QCOMPARE(count("SELECT count(*) FROM alert_event"), 1);
  }

  void whatFiredIsKeptWithItsNotices() {
    const auto row = m_store->add(m_anna, rule());
    QCOMPARE(m_store->remembered(row->no)->version, 0);
    QVERIFY(m_store->keep(systemActor(), std::vector{outcome(*row, 0, {1, 2}, 1)}));
    const auto known = m_store->remembered(row->no);
    QCOMPARE(known->version, 1);
    QCOMPARE(known->state.events, 2);
    const auto events = m_store->events(true, Instant{}, 10);
    QCOMPARE(events->size(), std::size_t(2));
    const AlertEventRow& newest = events->front();
    QVERIFY(newest.event == event(2) && newest.message == 1 && newest.ruleName == u"drop");
    QCOMPARE(newest.deliveries.size(), std::size_t(2));
    QCOMPARE(newest.deliveries[1].channel, QStringLiteral("email"));
    QVERIFY(!newest.deliveries[1].sentAt);
    QCOMPARE(m_journal->entries(1, 10)->front().kind, QStringLiteral("alerts.fired"));
    // What a rule merely remembers leaves no entry.
    const qint64 entries = *m_journal->size();
    QVERIFY(m_store->keep(systemActor(), std::vector{outcome(*row, 1, {}, 0)}));
    QCOMPARE(*m_journal->size(), entries);
  }

  // Two that look at the same time: one of them wins, and the other keeps nothing of all its rules.
  void nothingIsToldTwice() {
    const auto row = m_store->add(m_anna, rule()), other = m_store->add(m_anna, rule("war"));
    QVERIFY(m_store->keep(systemActor(), std::vector{outcome(*row, 0, {1}, 1)}));
    for (const int version : {0, 2}) {
      const Status kept =
          m_store->keep(systemActor(), std::vector{outcome(*other, 0, {1}, 1), outcome(*row, version, {2}, 2)});
      QCOMPARE(codeOf(kept), QStringLiteral("alert.changed-meanwhile"));
    }
    QCOMPARE(count("SELECT count(*) FROM alert_event"), 1);
    QCOMPARE(count("SELECT count(*) FROM notice"), 2);
    QCOMPARE(m_store->remembered(other->no)->version, 0);
    // A changed rule begins anew, with its numbers going on; who read it before cannot write it.
    AlertRule harder = rule();
    harder.percentBp = 4000;
    QVERIFY(m_store->change(m_anna, row->id, harder));
    const auto known = m_store->remembered(row->no);
    QVERIFY(known->version == 2 && !known->state.hasBegun && known->state.subjects.isEmpty());
    QCOMPARE(known->state.events, 1);
    QCOMPARE(codeOf(m_store->keep(systemActor(), std::vector{outcome(*row, 1, {2}, 0)})),
             QStringLiteral("alert.changed-meanwhile"));
  }

  void eventsAreSeenActedOnAndPutOff() {
    const auto row = m_store->add(m_anna, rule());
    QVERIFY(m_store->keep(systemActor(), std::vector{outcome(*row, 0, {1, 2, 3}, 0)}));
    QVERIFY(m_store->markEvents(m_anna, {1, 1}, AlertEventState::Seen));
    const Instant later = m_clock.now() + std::chrono::hours(2);
    QVERIFY(m_store->markEvents(m_anna, {2}, AlertEventState::Snoozed, later));
    QCOMPARE(m_store->events(true, Instant{}, 10)->size(), std::size_t(1));
    QCOMPARE(m_store->events(false, Instant{}, 10)->size(), std::size_t(3));
    QCOMPARE(m_store->events(false, Instant{}, 2)->size(), std::size_t(2));
    const qint64 entries = *m_journal->size();
    QVERIFY(m_store->markEvents(m_anna, {1}, AlertEventState::Seen)); // unchanged: no entry
    QCOMPARE(codeOf(m_store->markEvents(m_anna, {3, 99}, AlertEventState::Acted)),
             QStringLiteral("alert.unknown-event"));
    QCOMPARE(codeOf(m_store->markEvents(m_anna, {3}, AlertEventState::Snoozed)), QStringLiteral("alert.bad-snooze"));
    QCOMPARE(codeOf(m_store->markEvents(m_anna, {3}, AlertEventState::Snoozed, m_clock.now())),
             QStringLiteral("alert.bad-snooze"));
    QCOMPARE(*m_journal->size(), entries);
    m_clock.advance(std::chrono::hours(3));
    QCOMPARE(m_store->events(true, Instant{}, 10)->size(), std::size_t(2)); // the one that was put off is back
    QCOMPARE(m_journal->entries(0, 10)->back().kind, QStringLiteral("alerts.marked"));
    m_clock.set(fromMillis(1'700'000'000'000));
  }

  void aDamagedRowIsNamed() {
    QVERIFY(m_store->add(m_anna, rule()));
    QVERIFY(m_db->execute(QStringLiteral("UPDATE alert_rule SET rule = '{\"name\":\"x\"}'")));
    const auto rules = m_store->rules();
    QVERIFY(!rules && rules.error().is(u"storage.corrupt") && rules.error().cause);
  }
};

QTEST_GUILESS_MAIN(tst_AlertStore)
#include "tst_AlertStore.moc"
