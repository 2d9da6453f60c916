// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/EntryHash.h"
#include "audit/Journal.h"
#include "base/Json.h"
#include "storage/Outbox.h"

#include <QTest>

using namespace pricewright;

// What an auditor relies on: nothing changes without an entry, and whoever changes, removes, reorders or slips in an
// entry afterwards (even with the append-only triggers out of the way) is found, and the first broken entry is named.
class tst_Journal : public QObject {
  Q_OBJECT

  static constexpr int kEntries = 12;
  FixedClock m_clock{fromMillis(1'700'000'000'000)};
  IdSource m_ids{m_clock, 7};
  std::unique_ptr<Database> m_db;
  std::unique_ptr<Journal> m_journal;
  const Actor m_anna{QStringLiteral("anna"), QStringLiteral("manager"), false};

  Result<qint64> append(int i) {
    auto t = Transaction::begin(*m_db);
    if (!t)
      return t.error();
    m_clock.advance(Duration(1500));
    auto entry = m_journal->append(m_anna, QStringLiteral("decision.approved"), QStringLiteral("decision"),
                                   QStringLiteral("d-%1").arg(i % 3), {{QStringLiteral("price"), i}});
    if (!entry)
      return entry;
    if (const Status done = t->commit(); !done)
      return done.error();
    return entry;
  }

 private slots:
  void init() {
    auto db = Database::open(QStringLiteral(":memory:"), OpenMode::ReadWrite);
    QVERIFY(db);
    m_journal.reset();
    m_db = std::move(*db);
    m_journal = std::make_unique<Journal>(*m_db, m_clock, m_ids);
    for (int i = 1; i <= kEntries; ++i)
      QCOMPARE(append(i).value_or(-1), i);
  }

  void entriesSayWhoDidWhatWhen() {
    auto entries = m_journal->entries(kEntries - 1, 10);
    QVERIFY(entries);
    QCOMPARE(entries->size(), std::size_t(1));
    const AuditEntry& last = entries->front();
    QCOMPARE(last.actor, m_anna.user);
    QCOMPARE(last.role, m_anna.role);
    QCOMPARE(last.at, m_clock.now());
    QCOMPARE(last.body.value(QStringLiteral("price")).toInt(), kEntries);
    auto ofOne = m_journal->entriesFor(QStringLiteral("decision"), QStringLiteral("d-1"));
    QVERIFY(ofOne);
    QCOMPARE(ofOne->size(), std::size_t(4));
    QCOMPARE(m_journal->size().value_or(-1), kEntries);
    QCOMPARE(outboxSize(*m_db).value_or(-1), kEntries);
  }

  void anEntryGoesWithItsChangeOrNotAtAll() {
    auto without = m_journal->append(m_anna, QStringLiteral("x"), QStringLiteral("t"), QStringLiteral("1"), {});
    QVERIFY(!without && without.error().is(u"audit.no-transaction"));
    {
      auto t = Transaction::begin(*m_db);
      QVERIFY(t && m_journal->append(m_anna, QStringLiteral("x"), QStringLiteral("t"), QStringLiteral("1"), {}));
    }
    QCOMPARE(m_journal->size().value_or(-1), kEntries);
    QCOMPARE(outboxSize(*m_db).value_or(-1), kEntries);
    QCOMPARE(append(99).value_or(-1), kEntries + 1);
    QVERIFY(m_journal->verify()->intact());
  }

  void theTableItselfRefusesChanges() {
    for (const char* sql : {"UPDATE audit_entry SET body = '{}' WHERE sequence = 2", "DELETE FROM audit_entry"}) {
      const Status refused = m_db->execute(QString::fromLatin1(sql));
      QVERIFY2(!refused && refused.error().is(u"storage.constraint"), sql);
    }
  }

  // The hash can be recomputed by anybody from the entry's canonical JSON.
  void theHashIsOverCanonicalJson() {
    const QStringList odd{QString(), QStringLiteral("a\"b\\c/d"), QStringLiteral("\b\f\n\r\t\x01\x1f\x7f"),
                          QString::fromUtf8("\xC3\xA9\xE2\x82\xAC\xF0\x9F\x8D\x8A"), QString(QChar(0)) + u'z'};
    auto t = Transaction::begin(*m_db);
    QVERIFY(t);
    for (const QString& text : odd)
      QVERIFY(m_journal->append({text, text, false}, text, text, text, {{text, text}, {QStringLiteral("n"), 1e-7}}));
    QVERIFY(t->commit());
    auto report = m_journal->verify();
    QVERIFY(report && report->intact());
    auto entries = m_journal->entries(0, 1000);
    QVERIFY(entries);
    QCOMPARE(entries->size(), std::size_t(kEntries + odd.size()));
    QByteArray previous(32, '\0');
    for (const AuditEntry& e : *entries) {
      const QJsonObject content{{QStringLiteral("sequence"), e.sequence},
                                {QStringLiteral("at"), toMillis(e.at)},
                                {QStringLiteral("actor"), e.actor},
                                {QStringLiteral("role"), e.role},
                                {QStringLiteral("kind"), e.kind},
                                {QStringLiteral("table"), e.table},
                                {QStringLiteral("rowId"), e.rowId},
                                {QStringLiteral("body"), e.body},
                                {QStringLiteral("previousHash"), QString::fromLatin1(previous.toHex())}};
      QCOMPARE(e.hash.toHex(), sha256(canonicalJson(content)).toHex());
      previous = e.hash;
    }
    QCOMPARE(report->head, previous);
  }

  void tamperingIsNamed_data() {
    QTest::addColumn<QString>("sql");
    QTest::addColumn<qint64>("brokenAt");
    QTest::addColumn<QString>("why");
    const auto row = [](const char* name, const char* sql, qint64 at, const char* why) {
      QTest::newRow(name) << QString::fromLatin1(sql) << at << QString::fromLatin1(why);
    };
    row("body", "UPDATE audit_entry SET body = '{\"price\":6}' WHERE sequence = 5", 5, "hash");
    row("body, one space", "UPDATE audit_entry SET body = '{\"price\": 5}' WHERE sequence = 5", 5, "hash");
    row("first entry", "UPDATE audit_entry SET actor = 'bert' WHERE sequence = 1", 1, "hash");
    row("last entry", "UPDATE audit_entry SET role = 'director' WHERE sequence = 12", 12, "hash");
    row("time", "UPDATE audit_entry SET at_ms = at_ms + 1 WHERE sequence = 3", 3, "hash");
    row("kind", "UPDATE audit_entry SET kind = 'decision.rejected' WHERE sequence = 3", 3, "hash");
    row("subject table", "UPDATE audit_entry SET subject_table = 'rule' WHERE sequence = 3", 3, "hash");
    row("subject", "UPDATE audit_entry SET subject_id = 'd-9' WHERE sequence = 3", 3, "hash");
    row("text moved between fields", "UPDATE audit_entry SET actor = 'ann', role = 'amanager' WHERE sequence = 3", 3,
        "hash");
    row("hash", "UPDATE audit_entry SET hash = zeroblob(32) WHERE sequence = 4", 4, "hash");
    row("shortened hash", "UPDATE audit_entry SET hash = substr(hash, 1, 31) WHERE sequence = 4", 4, "hash");
    row("link", "UPDATE audit_entry SET previous_hash = zeroblob(32) WHERE sequence = 4", 4, "link");
    row("removed", "DELETE FROM audit_entry WHERE sequence = 6", 6, "sequence");
    row("removed first", "DELETE FROM audit_entry WHERE sequence = 1", 1, "sequence");
    row("removed and closed up",
        "DELETE FROM audit_entry WHERE sequence = 6; UPDATE audit_entry SET sequence = -sequence WHERE sequence > 6; "
        "UPDATE audit_entry SET sequence = -sequence - 1 WHERE sequence < 0",
        6, "link");
    row("two exchanged",
        "UPDATE audit_entry SET sequence = 100 WHERE sequence = 7; UPDATE audit_entry SET sequence = 7 WHERE sequence "
        "= 8; "
        "UPDATE audit_entry SET sequence = 8 WHERE sequence = 100",
        7, "link");
    row("inserted copy",
        "UPDATE audit_entry SET sequence = -sequence WHERE sequence > 6; UPDATE audit_entry SET sequence = 1 - "
        "sequence "
        "WHERE sequence < 0; INSERT INTO audit_entry SELECT 7, at_ms, actor, role, kind, subject_table, subject_id, "
        "body, hash, hash FROM audit_entry WHERE sequence = 6",
        7, "hash");
    row("inserted before all",
        "INSERT INTO audit_entry SELECT 0, at_ms, actor, role, kind, subject_table, subject_id, body, previous_hash, "
        "hash FROM audit_entry WHERE sequence = 1",
        0, "sequence");
    row("inserted far behind",
        "INSERT INTO audit_entry SELECT 20, at_ms, actor, role, kind, subject_table, subject_id, body, previous_hash, "
        "hash FROM audit_entry WHERE sequence = 1",
        13, "sequence");
  }
  void tamperingIsNamed() {
    QFETCH(const QString, sql);
    QFETCH(const qint64, brokenAt);
    QFETCH(const QString, why);
    QVERIFY(m_db->execute(QStringLiteral("DROP TRIGGER audit_is_append_only_update; "
                                         "DROP TRIGGER audit_is_append_only_delete")));
    QVERIFY(m_journal->verify()->intact());
    const Status done = m_db->execute(sql);
    QVERIFY2(done, done ? "" : qPrintable(done.error().debugText()));
    auto report = m_journal->verify();
    QVERIFY(report);
    QCOMPARE(report->brokenAt.value_or(-99), brokenAt);
    QCOMPARE(report->why, why);
    QCOMPARE(report->entries, std::max(qint64(0), brokenAt - 1));
  }

  // A forger who recomputes the hash of what he changed is caught at the next entry.
  void aRecomputedHashBreaksTheNextLink() {
    QVERIFY(m_db->execute(QStringLiteral("DROP TRIGGER audit_is_append_only_update")));
    auto entries = m_journal->entries(4, 1);
    QVERIFY(entries && entries->size() == 1);
    const AuditEntry& fifth = entries->front();
    const std::string actor = "bert", role = fifth.role.toStdString(), kind = fifth.kind.toStdString();
    const std::string table = fifth.table.toStdString(), rowId = fifth.rowId.toStdString();
    const std::string body = canonicalJson(fifth.body).toStdString();
    Digest previous, forged;
    std::copy(fifth.previousHash.begin(), fifth.previousHash.end(), previous.begin());
    EntryHasher hasher;
    QVERIFY(hasher.hash({5, toMillis(fifth.at), actor, role, kind, table, rowId, body}, previous, forged));
    auto q = Query::prepare(*m_db, "UPDATE audit_entry SET actor = 'bert', hash = ?1 WHERE sequence = 5");
    QVERIFY(q && q->bind(1, QByteArray(reinterpret_cast<const char*>(forged.data()), 32)).run());
    auto report = m_journal->verify();
    QVERIFY(report);
    QCOMPARE(report->brokenAt.value_or(-99), 6);
    QCOMPARE(report->why, QStringLiteral("link"));
  }

  void anEmptyJournalIsWhole() {
    auto db = Database::open(QStringLiteral(":memory:"), OpenMode::ReadWrite);
    QVERIFY(db);
    auto report = Journal(**db, m_clock, m_ids).verify();
    QVERIFY(report && report->intact());
    QCOMPARE(report->entries, 0);
    QCOMPARE(report->head, QByteArray(32, '\0'));
  }
};

QTEST_GUILESS_MAIN(tst_Journal)
#include "tst_Journal.moc"
