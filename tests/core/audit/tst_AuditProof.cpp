// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/Journal.h"
#include "audit/Proof.h"
#include "base/Json.h"

#include <QBuffer>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace pricewright;

// What an auditor relies on who has the file and nothing else: it is accepted as it was written, whatever the filter,
// and any change to it is found, be it a byte, a line, the order, the end or the key.
class tst_AuditProof : public QObject {
  Q_OBJECT

  static constexpr int kEntries = 620;
  QTemporaryDir m_folder;
  FixedClock m_clock{fromMillis(1'700'000'000'000)};
  IdSource m_ids{m_clock, 7};
  std::unique_ptr<Database> m_db;
  std::unique_ptr<Journal> m_journal;
  std::optional<HeadWitness> m_witness, m_stranger;
  QByteArray m_whole, m_part;

  Status fill() {
    PW_TRY(Transaction t, Transaction::begin(*m_db));
    for (int i = 0; i < kEntries; ++i)
      PW_CHECK(m_journal->append({QStringLiteral("anna"), QStringLiteral("manager"), false},
                                 QStringLiteral("setting.changed"), QStringLiteral("setting"), QString::number(i),
                                 {{QStringLiteral("from"), i * 0.1}, {QStringLiteral("to"), QStringLiteral("ü\"\n")}}));
    return t.commit();
  }

  Result<QByteArray> write(const HeadWitness& witness, qint64 from, qint64 to,
                           std::optional<std::vector<qint64>> entries) {
    QBuffer out;
    out.open(QIODevice::WriteOnly);
    PW_TRY(ProofWriter writer, ProofWriter::begin(out, *m_db, witness,
                                                  {QStringLiteral("w-1"),
                                                   QStringLiteral("Shop"),
                                                   QStringLiteral("desk"),
                                                   QStringLiteral("anna"),
                                                   m_clock.now(),
                                                   {},
                                                   from,
                                                   to,
                                                   std::move(entries)}));
    for (bool done = false; !done;) {
      PW_TRY(done, writer.step(*m_db, 100, {}));
    }
    PW_CHECK(writer.finish());
    return out.data();
  }

  static ProofReport check(QByteArray bytes) {
    QBuffer in(&bytes);
    in.open(QIODevice::ReadOnly);
    auto report = checkProof(in);
    if (!report)
      qFatal("%s", qPrintable(report.error().debugText()));
    return *report;
  }
  static QList<QByteArray> linesOf(const QByteArray& bytes) {
    QList<QByteArray> lines = bytes.split('\n');
    lines.removeLast();
    return lines;
  }
  static QByteArray joined(const QList<QByteArray>& lines) { return lines.join('\n') + '\n'; }

 private slots:
  void initTestCase() {
    m_db = std::move(*Database::open(QStringLiteral(":memory:"), OpenMode::ReadWrite));
    m_journal = std::make_unique<Journal>(*m_db, m_clock, m_ids);
    QVERIFY(fill());
    m_witness = *HeadWitness::open(m_folder.filePath(QStringLiteral("mine")));
    m_stranger = *HeadWitness::open(m_folder.filePath(QStringLiteral("other")));
    m_whole = *write(*m_witness, 1, 0, std::nullopt);
    m_part = *write(*m_witness, 11, 610, std::vector<qint64>{11, 12, 40, 300, 609, 610});
  }

  void whatWasWrittenIsAccepted() {
    const ProofReport whole = check(m_whole);
    QCOMPARE(whole.why, QString());
    QCOMPARE(whole.entries, kEntries);
    QCOMPARE(whole.leftOut, 0);
    QCOMPARE(whole.headSequence, kEntries);
    QCOMPARE(whole.header["workspaceName"].toString(), QStringLiteral("Shop"));
    QCOMPARE(whole.fingerprint, keyFingerprint(*m_witness->publicKey()));
    const ProofReport part = check(m_part);
    QCOMPARE(part.why, QString());
    QCOMPARE(part.entries, 6);
    QCOMPARE(part.leftOut, 594);
    QVERIFY2(m_part.size() < m_whole.size() / 3, "hashes alone take less room");
    QVERIFY(!m_part.contains("\"rowId\":\"13\""));
    for (const auto& entries : {std::vector<qint64>{}, std::vector<qint64>{1}, std::vector<qint64>{kEntries}}) {
      const ProofReport few = check(*write(*m_witness, 1, 0, entries));
      QCOMPARE(few.why, QString());
      QCOMPARE(few.entries + few.leftOut, kEntries);
      QCOMPARE(few.entries, qint64(entries.size()));
    }
  }

  // The recipe that the header file gives, by hand.
  void anybodyCanRecomputeIt() {
    const QList<QByteArray> lines = linesOf(m_whole);
    QByteArray previous(64, '0');
    for (qsizetype i = 1; i + 1 < lines.size(); ++i) {
      const QByteArray text = lines[i].mid(9, lines[i].lastIndexOf(",\"hash\":\"") - 9);
      const QByteArray hash = lines[i].mid(lines[i].size() - 66, 64);
      QCOMPARE(sha256(text).toHex(), hash);
      QCOMPARE((*parseObject(text))["previousHash"].toString().toLatin1(), previous);
      previous = hash;
    }
  }

  void everySingleByteCounts() {
    std::mt19937 random(5);
    const QByteArray small = *write(*m_witness, 580, 0, std::vector<qint64>{580, 581, 600, 620});
    QVERIFY(check(small).intact());
    for (const QByteArray* proof : std::initializer_list<const QByteArray*>{&small, &m_whole}) {
      const bool all = proof == &small;
      for (qsizetype at = 0; at < proof->size(); at += all ? 1 : 1 + qsizetype(random() % 2000)) {
        QByteArray changed = *proof;
        changed[at] = char(changed[at] ^ char(1 << (random() % 8)));
        const ProofReport report = check(changed);
        QVERIFY2(!report.intact(), qPrintable(QStringLiteral("byte %1").arg(at)));
        QVERIFY(report.brokenLine >= 1);
      }
    }
  }

  void theFirstBrokenLineIsNamed_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<qint64>("line");
    QTest::addColumn<QString>("why");
    const auto row = [](const char* name, const QByteArray& bytes, qint64 line, const char* why) {
      QTest::newRow(name) << bytes << line << QString::fromLatin1(why);
    };
    const QList<QByteArray> lines = linesOf(m_whole), few = linesOf(m_part);
    const auto with = [&](qsizetype at, const char* before, const char* after) {
      QList<QByteArray> changed = lines;
      changed[at].replace(before, after);
      return joined(changed);
    };
    QList<QByteArray> edited = lines;
    row("an entry changed", with(40, "\"anna\"", "\"bert\""), 41, "hash");
    row("header: another name", with(0, "Shop", "Ship"), 1, "header");
    row("header: another filter", with(0, "\"filter\":{}", "\"filter\":{\"actors\":[]}"), 1, "header");
    edited.removeAt(40);
    row("an entry dropped", joined(edited), 41, "sequence");
    edited = lines;
    edited.swapItemsAt(40, 41);
    row("two exchanged", joined(edited), 41, "sequence");
    edited = lines;
    edited.insert(41, edited[40]);
    row("an entry twice", joined(edited), 42, "sequence");
    row("the end cut off", joined(lines.mid(0, lines.size() - 1)), lines.size(), "truncated");
    row("cut within a line", m_whole.left(m_whole.size() - 10), lines.size(), "truncated");
    row("the last line end cut off", m_whole.chopped(1), lines.size(), "truncated");
    row("entries at the end cut off", joined(lines.mid(0, 500) + lines.mid(lines.size() - 1)), 501, "sequence");
    row("something behind", m_whole + "{}\n", lines.size() + 1, "after-end");
    row("twice", m_whole + m_whole, lines.size() + 1, "after-end");
    row("an empty line", joined(lines.mid(0, 3) + QList<QByteArray>{""} + lines.mid(3)), 4, "line");
    row("another line end", QByteArray(m_whole).replace("\n", "\r\n"), 1, "header");
    row("header missing", joined(lines.mid(1)), 1, "not-a-proof");
    row("empty", "", 1, "not-a-proof");
    row("not text", QByteArray(500, '\0'), 1, "not-a-proof");
    row("another format", "{\"format\":\"other\"}\n", 1, "not-a-proof");
    row("of a later version", with(0, "\"version\":1", "\"version\":2"), 1, "newer-version");
    // Line 4 holds the hashes from entry 13 to 39.
    const auto hashAt = [&](qsizetype from) {
      QList<QByteArray> changed = few;
      changed[3].replace(from, 64, QByteArray(64, 'a'));
      return joined(changed);
    };
    row("a left-out hash", hashAt(few[3].indexOf('[') + 2), few.size(), "digest");
    row("the hash before an entry", hashAt(few[3].size() - 67), 5, "link");
    row("an entry's content taken out", joined(few.mid(0, 5) + few.mid(6)), 6, "sequence");
  }
  void theFirstBrokenLineIsNamed() {
    QFETCH(QByteArray, bytes);
    const ProofReport report = check(bytes);
    QTEST(report.why, "why");
    QTEST(report.brokenLine, "line");
  }

  // Whoever has another key can sign a false history, but not with this device's fingerprint.
  void anotherKeyShows() {
    const QByteArray forged = *write(*m_stranger, 1, 0, std::nullopt);
    const ProofReport report = check(forged);
    QVERIFY(report.intact());
    const QString mine = keyFingerprint(*m_witness->publicKey());
    QVERIFY(report.fingerprint != mine);
    QList<QByteArray> lines = linesOf(forged);
    lines[0].replace(m_stranger->publicKey()->toHex(), m_witness->publicKey()->toHex());
    QCOMPARE(check(joined(lines)).why, QStringLiteral("header"));
    lines = linesOf(m_whole);
    lines.last() = linesOf(forged).last();
    QCOMPARE(check(joined(lines)).brokenLine, lines.size());
    QVERIFY(namesKey(mine, mine, {}) && namesKey(QString(mine).remove(u'-').toUpper(), mine, {}));
    QVERIFY(!namesKey(report.fingerprint, mine, {}) && !namesKey({}, mine, {}));
  }

  // Lines dropped, doubled, exchanged and cut at random: none of them passes.
  void randomTampering() {
    std::mt19937 random(2026);
    const auto below = [&](qsizetype n) { return qsizetype(random() % unsigned(n)); };
    for (int round = 0; round < 200; ++round) {
      const QByteArray& proof = round % 2 ? m_part : m_whole;
      QList<QByteArray> lines = linesOf(proof);
      QByteArray changed;
      switch (random() % 5) {
      case 0:
        lines.removeAt(below(lines.size()));
        break;
      case 1:
        lines.insert(below(lines.size()), lines[below(lines.size())]);
        break;
      case 2:
        lines.swapItemsAt(below(lines.size()), below(lines.size()));
        break;
      case 3:
        changed = proof.left(below(proof.size()));
        break;
      default:
        changed = proof;
        changed.remove(below(changed.size()), 1 + below(40));
      }
      if (changed.isEmpty())
        changed = joined(lines);
      QVERIFY(changed == proof || !check(changed).intact());
    }
  }

  // What is not whole is not signed.
  void aBrokenChainIsNotSigned() {
    QVERIFY(m_db->execute(QStringLiteral("DROP TRIGGER audit_is_append_only_update; "
                                         "UPDATE audit_entry SET actor = 'bert' WHERE sequence = 77")));
    const auto refused = write(*m_witness, 1, 0, std::nullopt);
    QVERIFY(!refused && refused.error().is(u"audit.broken-chain"));
    QCOMPARE(refused.error().arguments.value(QStringLiteral("entry")), QStringLiteral("77"));
  }
};

QTEST_GUILESS_MAIN(tst_AuditProof)
#include "tst_AuditProof.moc"
