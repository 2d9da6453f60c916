// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/DeviceKey.h"
#include "audit/Journal.h"
#include "base/Json.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace pricewright;

// A chain that was cut off at its end looks whole from within; the signed head outside the file shows it.
class tst_HeadWitness : public QObject {
  Q_OBJECT

  FixedClock m_clock{fromMillis(1'700'000'000'000)};
  IdSource m_ids{m_clock, 7};
  std::unique_ptr<Database> m_db;
  std::unique_ptr<Journal> m_journal;
  std::unique_ptr<QTemporaryDir> m_folder;
  const QString m_workspace = QStringLiteral("0190a000-0000-7000-8000-000000000001");

  void openAnew(const QString& path, OpenMode mode = OpenMode::ReadWrite) {
    auto db = Database::open(path, mode);
    if (!db)
      qFatal("%s", qPrintable(db.error().debugText()));
    m_journal.reset();
    m_db = std::move(*db);
    m_journal = std::make_unique<Journal>(*m_db, m_clock, m_ids);
  }
  void append(int count) {
    auto t = Transaction::begin(*m_db);
    QVERIFY(t);
    for (int i = 0; i < count; ++i)
      QVERIFY(m_journal->append(systemActor(), QStringLiteral("k"), QStringLiteral("t"), QString::number(i), {}));
    QVERIFY(t->commit());
  }
  Status record() {
    PW_TRY(HeadWitness witness, HeadWitness::open(m_folder->path()));
    return witness.record(m_workspace, *m_db, m_clock.now());
  }
  Result<ChainReport> compare() {
    PW_TRY(const HeadWitness witness, HeadWitness::open(m_folder->path()));
    PW_TRY(ChainReport chain, m_journal->verify());
    return witness.compare(m_workspace, *m_db, chain);
  }
  QString headFile() const {
    const QDir folder(m_folder->path());
    return folder.filePath(folder.entryList({m_workspace + QStringLiteral("*.head")}).value(0));
  }
  void rewriteHead(const std::function<void(QJsonObject&)>& change) {
    QFile file(headFile());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QJsonObject json = parseObject(file.readAll()).value_or(QJsonObject());
    file.close();
    change(json);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(canonicalJson(json));
  }

 private slots:
  void init() {
    openAnew(QStringLiteral(":memory:"));
    m_folder = std::make_unique<QTemporaryDir>();
    append(10);
    QVERIFY(m_db->execute(QStringLiteral("DROP TRIGGER audit_is_append_only_update; "
                                         "DROP TRIGGER audit_is_append_only_delete")));
  }

  void aWholeChainAgreesWithItsHead() {
    auto first = compare();
    QVERIFY(first && first->intact());
    QVERIFY2(!first->witnessed, "without a head the report says that nobody vouches for the end");
    QVERIFY(record());
    append(3);
    auto later = compare();
    QVERIFY(later && later->intact());
    QCOMPARE(later->witnessed.value_or(-1), 10);
    QCOMPARE(later->entries, 13);
    QVERIFY(record());
    QCOMPARE(compare()->witnessed.value_or(-1), 13);
  }

  void aTruncatedChainIsFound_data() {
    QTest::addColumn<int>("kept");
    for (const int kept : {9, 4, 0})
      QTest::addRow("%d kept", kept) << kept;
  }
  void aTruncatedChainIsFound() {
    QFETCH(const int, kept);
    QVERIFY(record());
    QVERIFY(m_db->execute(QStringLiteral("DELETE FROM audit_entry WHERE sequence > %1").arg(kept)));
    QVERIFY(m_journal->verify()->intact()); // the chain alone does not see it
    auto report = compare();
    QVERIFY(report && !report->intact());
    QCOMPARE(report->why, QStringLiteral("truncated"));
    QCOMPARE(report->brokenAt.value_or(-1), kept + 1);
    // Cut off and written on: as long as before, but another history.
    m_clock.advance(Duration(1));
    append(10 - kept);
    report = compare();
    QVERIFY(report && !report->intact());
    QCOMPARE(report->why, QStringLiteral("truncated"));
    QCOMPARE(report->brokenAt.value_or(-1), 10);
    const Status hidden = record();
    QVERIFY2(!hidden && hidden.error().is(u"audit.head-differs"), "recording anew must not cover it up");
    // Nor does a history that has grown beyond the old one.
    append(20);
    QVERIFY(!record());
    report = compare();
    QVERIFY(report && !report->intact());
  }

  void aDifferenceIsAcceptedOnlyOnPurpose() {
    QVERIFY(record());
    QVERIFY(m_db->execute(QStringLiteral("DELETE FROM audit_entry WHERE sequence > 4")));
    const HeadWitness witness = *HeadWitness::open(m_folder->path());
    QVERIFY(witness.check(m_workspace, *m_db).error().is(u"audit.head-differs"));
    QVERIFY(witness.replace(m_workspace, *m_db, m_clock.now()));
    QVERIFY(witness.check(m_workspace, *m_db));
    QCOMPARE(compare()->witnessed.value_or(-1), 4);
  }

  void aCopyGoesItsOwnWay() {
    openAnew(m_folder->filePath(QStringLiteral("original.pricewright")), OpenMode::CreateNew);
    append(10);
    const QString copy = m_folder->filePath(QStringLiteral("copy.pricewright"));
    QVERIFY(m_db->backupTo(copy));
    append(5);
    QVERIFY(record()); // the original, up to 15
    openAnew(copy);
    QVERIFY2(!compare()->intact(), "an untouched copy is held against the head of the original");
    append(1);
    QVERIFY(record());
    const ChainReport report = *compare();
    QVERIFY(report.intact());
    QCOMPARE(report.witnessed.value_or(-1), 11);
    QCOMPARE(report.lostElsewhere.value_or(-1), 15);
    append(1);
    QVERIFY(record());
    QVERIFY2(compare()->lostElsewhere.value_or(-1) == 15, "it stays known");
  }

  void aTamperedHeadIsFound_data() {
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::newRow("sequence") << QStringLiteral("sequence") << QStringLiteral("4");
    QTest::newRow("hash") << QStringLiteral("hash") << QString(64, u'0');
    QTest::newRow("time") << QStringLiteral("at") << QStringLiteral("2001-01-01T00:00:00.000Z");
    QTest::newRow("workspace") << QStringLiteral("workspace") << QStringLiteral("another");
    QTest::newRow("signature") << QStringLiteral("signature") << QString(128, u'0');
    QTest::newRow("no signature") << QStringLiteral("signature") << QString();
  }
  void aTamperedHeadIsFound() {
    QFETCH(const QString, field);
    QFETCH(const QString, value);
    QVERIFY(record());
    rewriteHead([&](QJsonObject& json) { json.insert(field, value); });
    auto report = compare();
    QVERIFY(report);
    QCOMPARE(report->why, QStringLiteral("head-signature"));
    const Status hidden = record();
    QVERIFY(!hidden && hidden.error().is(u"audit.head-signature"));
  }

  void aHeadSignedWithAnotherKeyIsFound() {
    QVERIFY(record());
    const QByteArray otherKey(32, 'k');
    rewriteHead([&](QJsonObject& json) {
      json.remove(QStringLiteral("signature"));
      json.insert(QStringLiteral("sequence"), QStringLiteral("4"));
      json.insert(QStringLiteral("publicKey"), QString::fromLatin1(devicePublicKey(otherKey)->toHex()));
      const QByteArray signature = *deviceSign(otherKey, canonicalJson(json));
      json.insert(QStringLiteral("signature"), QString::fromLatin1(signature.toHex()));
    });
    QCOMPARE(compare()->why, QStringLiteral("head-signature"));
    QFile garbage(headFile());
    QVERIFY(garbage.open(QIODevice::WriteOnly) && garbage.write("\0\xff{{", 4) == 4);
    garbage.close();
    QCOMPARE(compare()->why, QStringLiteral("head-signature"));
  }

  void aBreakInsideStaysTheFirst() {
    QVERIFY(record());
    QVERIFY(m_db->execute(QStringLiteral("DELETE FROM audit_entry WHERE sequence > 8; "
                                         "UPDATE audit_entry SET actor = 'x' WHERE sequence = 3")));
    auto report = compare();
    QVERIFY(report);
    QCOMPARE(report->brokenAt.value_or(-1), 3);
    QCOMPARE(report->why, QStringLiteral("hash"));
  }

  void theKeyIsForItsOwnerAlone() {
    const QString path = m_folder->filePath(QStringLiteral("device.key"));
    QVERIFY(record());
    const QFileDevice::Permissions others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther |
                                            QFileDevice::WriteOther | QFileDevice::ExeOther | QFileDevice::ExeGroup;
    QVERIFY(!(QFile::permissions(path) & others));
    const QByteArray key = *loadOrMakeDeviceKey(path);
    QVERIFY(QFile::setPermissions(path, QFile::permissions(path) | QFileDevice::ReadOther));
    QCOMPARE(*loadOrMakeDeviceKey(path), key);
    QVERIFY2(!(QFile::permissions(path) & others), "wider rights are tightened");
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("not a key") == 9);
    file.close();
    auto damaged = HeadWitness::open(m_folder->path());
    QVERIFY(!damaged && damaged.error().is(u"audit.bad-key"));
    auto nowhere = HeadWitness::open(path + QStringLiteral("/below-a-file"));
    QVERIFY(!nowhere && nowhere.error().is(u"audit.witness-unavailable"));
  }

  void aWorkspaceIdIsNoPath() {
    auto witness = HeadWitness::open(m_folder->path());
    QVERIFY(witness);
    for (const char* bad : {"", "../escape", "a/b", ".", "a.b"}) {
      const Status refused = witness->record(QString::fromLatin1(bad), *m_db, m_clock.now());
      QVERIFY2(!refused && refused.error().is(u"audit.bad-workspace-id"), bad);
    }
  }

  // RFC 8032, section 7.1, test 1.
  void signaturesAreEd25519() {
    const QByteArray key = QByteArray::fromHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    QCOMPARE(devicePublicKey(key)->toHex(),
             QByteArray("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));
    QCOMPARE(
        deviceSign(key, QByteArray())->toHex(),
        QByteArray("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
                   "d25bf5f0595bbe24655141438e7a100b"));
  }
};

QTEST_GUILESS_MAIN(tst_HeadWitness)
#include "tst_HeadWitness.moc"
