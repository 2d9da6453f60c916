// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/SecretStore.h"

#include "secrets/FileSecrets.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace pricewright;

namespace {

// The least that Argon2 knows: what is tested here is not how long guessing takes.
constexpr SecretFileCost kCheap{8, 1, 1};
const QString kName = QStringLiteral("smtp.mail.example");

QByteArray bytesOf(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
void put(const QString& path, const QByteArray& bytes) {
  QFile file(path);
  if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
    qFatal("no room for a test");
}
QByteArray withSum(const QByteArray& body) { return body + QCryptographicHash::hash(body, QCryptographicHash::Sha256); }
QString codeOf(const Status& status) { return status ? QString() : status.error().code; }
template <class T> QString codeOf(const Result<T>& result) { return result ? QString() : result.error().code; }

} // namespace

class tst_SecretStore : public QObject {
  Q_OBJECT
  std::unique_ptr<QTemporaryDir> m_folder;
  QString m_path;

  FileSecrets store(const QByteArray& passphrase = "correct horse") const { return {m_path, passphrase, kCheap}; }

 private slots:
  void init() {
    qunsetenv("PRICEWRIGHT_PASSPHRASE"), qunsetenv("PRICEWRIGHT_SECRETS");
    qunsetenv("PRICEWRIGHT_SECRET_SMTP_MAIL_EXAMPLE");
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere"); // nobody's own keychain is touched
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("deep/er/secrets"));
  }

  void theEnvironmentComesFirstAndIsReadOnly() {
    EnvironmentSecrets environment;
    QCOMPARE(EnvironmentSecrets::variableFor(kName), QByteArray("PRICEWRIGHT_SECRET_SMTP_MAIL_EXAMPLE"));
    QVERIFY(!environment.read(kName)->has_value());
    qputenv("PRICEWRIGHT_SECRET_SMTP_MAIL_EXAMPLE", "from outside");
    QCOMPARE(environment.read(kName)->value(), QByteArray("from outside"));
    QCOMPARE(codeOf(environment.write(kName, "x")), QStringLiteral("secrets.read-only"));
    QCOMPARE(codeOf(environment.remove(kName)), QStringLiteral("secrets.read-only"));
    FileSecrets file = store();
    QVERIFY(file.write(kName, "kept"));
    SecretOptions options;
    options.file = m_path, options.passphrase = "correct horse";
    const auto both = openSecrets(options);
    QVERIFY(both);
    QCOMPARE((*both)->read(kName)->value(), QByteArray("from outside"));
    qunsetenv("PRICEWRIGHT_SECRET_SMTP_MAIL_EXAMPLE");
    QCOMPARE((*both)->read(kName)->value(), QByteArray("kept"));
    QCOMPARE((*both)->where(), m_path);
  }

  void namesAndValuesAreChecked() {
    FileSecrets file = store();
    for (const QString& bad : {QString(), QStringLiteral("A"), QStringLiteral("a b"), QStringLiteral("../x"),
                               QStringLiteral("ä"), QString(129, u'a'), QStringLiteral("a\n")})
      QCOMPARE(codeOf(file.write(bad, "x")), QStringLiteral("secrets.bad-name"));
    QCOMPARE(codeOf(file.write(kName, "")), QStringLiteral("secrets.empty"));
    QCOMPARE(codeOf(file.write(kName, QByteArray(65'537, 'x'))), QStringLiteral("secrets.too-large"));
    QVERIFY(!QFileInfo::exists(m_path));
  }

  void wipingLeavesNothing() {
    QByteArray secret = QByteArray("s3cret").repeated(100);
    QByteArray shared = secret;
    wipe(shared); // the other's bytes stay
    QVERIFY(shared.isEmpty());
    QCOMPARE(secret, QByteArray("s3cret").repeated(100));
    const char* memory = secret.constData();
    {
      const WipeAtEnd atEnd(secret);
    }
    QVERIFY(secret.isEmpty());
    QCOMPARE(secret.constData(), memory); // still its own, so it may be looked at
    QVERIFY(std::all_of(memory, memory + 600, [](char c) { return c == 0; }));
    wipe(secret);
    QByteArray none;
    wipe(none);
  }

  void aFileKeepsWhatItIsGiven() {
    FileSecrets file = store();
    QVERIFY(!file.read(kName)->has_value());
    QByteArray odd(300, '\0');
    for (qsizetype i = 0; i < odd.size(); ++i)
      odd[i] = char(i);
    QVERIFY(file.write(kName, "hunter2 hunter2"));
    QVERIFY(file.write(QStringLiteral("webhook.hooks.example"), odd));
    QCOMPARE(store().read(kName)->value(), QByteArray("hunter2 hunter2"));
    QCOMPARE(store().read(QStringLiteral("webhook.hooks.example"))->value(), odd);
    QVERIFY(file.write(kName, "other"));
    QCOMPARE(store().read(kName)->value(), QByteArray("other"));
    QVERIFY(file.remove(kName));
    QVERIFY(file.remove(kName)); // twice is no error
    QVERIFY(!store().read(kName)->has_value());
    QCOMPARE(store().read(QStringLiteral("webhook.hooks.example"))->value(), odd);
    QVERIFY(!bytesOf(m_path).contains("hooks.example"));
    QVERIFY(!bytesOf(m_path).contains(odd.mid(40, 8)));
  }

  void onlyItsOwnerMayReadIt() {
    FileSecrets file = store();
    QVERIFY(file.write(kName, "x"));
    const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther;
    QVERIFY(!(QFile::permissions(m_path) & others));
    QVERIFY(!(QFile::permissions(QFileInfo(m_path).absolutePath()) & others));
    QVERIFY(QFile::setPermissions(m_path, QFile::permissions(m_path) | QFileDevice::ReadOther));
    QVERIFY(store().read(kName));
    QVERIFY(!(QFile::permissions(m_path) & others));
  }

  void passphrasesAreAskedFor() {
    FileSecrets right = store();
    QVERIFY(right.write(kName, "x"));
    const QByteArray before = bytesOf(m_path);
    FileSecrets wrong = store("incorrect horse"), none = store("");
    QCOMPARE(codeOf(wrong.read(kName)), QStringLiteral("secrets.passphrase"));
    QCOMPARE(wrong.read(kName).error().arguments.value(QStringLiteral("path")), m_path);
    QCOMPARE(codeOf(wrong.write(kName, "y")), QStringLiteral("secrets.passphrase"));
    QCOMPARE(codeOf(wrong.remove(kName)), QStringLiteral("secrets.passphrase"));
    QCOMPARE(codeOf(none.read(kName)), QStringLiteral("secrets.passphrase-missing"));
    QCOMPARE(codeOf(none.write(kName, "y")), QStringLiteral("secrets.passphrase-missing"));
    QCOMPARE(bytesOf(m_path), before);
  }

  void noTwoFilesAreAlike() {
    FileSecrets file = store();
    QVERIFY(file.write(kName, "x"));
    const QByteArray first = bytesOf(m_path);
    QVERIFY(file.write(kName, "x"));
    const QByteArray second = bytesOf(m_path);
    QCOMPARE(first.size(), second.size());
    QVERIFY(first.mid(21, 16) != second.mid(21, 16)); // salt
    QVERIFY(first.mid(69, 12) != second.mid(69, 12)); // nonce
  }

  // Any accident is told as damage, and what is damaged is never written over.
  void everyChangedByteIsFound() {
    FileSecrets file = store();
    QVERIFY(file.write(kName, "hunter2"));
    const QByteArray whole = bytesOf(m_path);
    for (qsizetype i = 0; i < whole.size(); ++i)
      for (const int bit : {0, 7}) {
        QByteArray changed = whole;
        changed[i] = char(changed[i] ^ (1 << bit));
        put(m_path, changed);
        QCOMPARE(codeOf(file.read(kName)), QStringLiteral("secrets.damaged"));
        if (i % 16 == 0) {
          QCOMPARE(codeOf(file.write(kName, "new")), QStringLiteral("secrets.damaged"));
          QCOMPARE(codeOf(file.remove(kName)), QStringLiteral("secrets.damaged"));
          QCOMPARE(bytesOf(m_path), changed);
        }
      }
    for (qsizetype size = 0; size < whole.size(); ++size) {
      put(m_path, whole.first(size));
      QCOMPARE(codeOf(file.read(kName)), QStringLiteral("secrets.damaged"));
    }
    put(m_path, whole + "x");
    QCOMPARE(codeOf(file.read(kName)), QStringLiteral("secrets.damaged"));
    put(m_path, QByteArray(5'000'000, 'x'));
    QCOMPARE(file.read(kName).error().arguments.value(QStringLiteral("why")), QStringLiteral("large"));
    put(m_path, whole);
    QCOMPARE(file.read(kName)->value(), QByteArray("hunter2"));
  }

  void changesOnPurposeAreFound_data() {
    QTest::addColumn<int>("at");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("why");
    QTest::newRow("magic") << 0 << "secrets.damaged" << "magic";
    QTest::newRow("version") << 8 << "secrets.damaged" << "version";
    QTest::newRow("a terabyte") << 9 << "secrets.damaged" << "cost";
    QTest::newRow("other memory") << 12 << "secrets.passphrase" << "";
    QTest::newRow("a billion passes") << 13 << "secrets.damaged" << "cost";
    QTest::newRow("a billion lanes") << 17 << "secrets.damaged" << "cost";
    QTest::newRow("salt") << 21 << "secrets.passphrase" << "";
    QTest::newRow("check") << 37 << "secrets.passphrase" << "";
    QTest::newRow("nonce") << 69 << "secrets.damaged" << "seal";
    QTest::newRow("text") << 81 << "secrets.damaged" << "seal";
    QTest::newRow("tag") << -1 << "secrets.damaged" << "seal";
  }
  void changesOnPurposeAreFound() {
    QFETCH(int, at);
    QFETCH(QString, code);
    QFETCH(QString, why);
    FileSecrets file = store();
    QVERIFY(file.write(kName, "hunter2"));
    QByteArray body = bytesOf(m_path).chopped(32);
    qsizetype where = at < 0 ? body.size() + at : at;
    body[where] = char(body[where] ^ 0x40);
    put(m_path, withSum(body));
    const auto read = file.read(kName);
    QCOMPARE(codeOf(read), code);
    QCOMPARE(read.error().arguments.value(QStringLiteral("why")), why);
  }

  // Written once by this program; whatever is changed later has to read it.
  void aFileOfVersionOneIsRead() {
    put(m_folder->filePath(QStringLiteral("one")), QByteArray::fromHex(kVersionOne));
    FileSecrets one(m_folder->filePath(QStringLiteral("one")), "correct horse");
    const auto read = one.read(kName);
    QVERIFY2(read, qPrintable(codeOf(read)));
    QCOMPARE(read->value(), QByteArray("hunter2"));
  }

  void writersWaitForEachOther() {
    constexpr int kWriters = 4, kEach = 8;
    std::atomic<int> failed = 0;
    {
      std::vector<std::jthread> writers;
      for (int w = 0; w < kWriters; ++w)
        writers.emplace_back([&, w] {
          FileSecrets mine = store();
          for (int i = 0; i < kEach; ++i)
            if (!mine.write(QStringLiteral("n%1.%2").arg(w).arg(i), QByteArray::number(100 * w + i)))
              ++failed;
        });
    }
    QCOMPARE(failed.load(), 0);
    FileSecrets file = store();
    for (int w = 0; w < kWriters; ++w)
      for (int i = 0; i < kEach; ++i)
        QCOMPARE(file.read(QStringLiteral("n%1.%2").arg(w).arg(i))->value(), QByteArray::number(100 * w + i));
  }

  void whatACrashLeftIsNotInTheWay() {
    FileSecrets file = store();
    QVERIFY(file.write(kName, "x"));
    put(m_path + QStringLiteral(".new"), "half of a f");
    QCOMPARE(file.read(kName)->value(), QByteArray("x"));
    QVERIFY(file.write(kName, "y"));
    QCOMPARE(file.read(kName)->value(), QByteArray("y"));
    QVERIFY(!QFileInfo::exists(m_path + QStringLiteral(".new")));
  }

  void aPlaceThatCannotBeWrittenIsSaid() {
    put(m_folder->filePath(QStringLiteral("file")), "x");
    FileSecrets file(m_folder->filePath(QStringLiteral("file/secrets")), "p", kCheap);
    QCOMPARE(codeOf(file.write(kName, "x")), QStringLiteral("secrets.not-written"));
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("folder")));
    FileSecrets folder(m_folder->filePath(QStringLiteral("folder")), "p", kCheap);
    QCOMPARE(codeOf(folder.read(kName)), QStringLiteral("secrets.unreadable"));
    QCOMPARE(codeOf(folder.write(kName, "x")), QStringLiteral("secrets.unreadable"));
  }

  void whereNoKeychainAnswersItIsTheFile() {
    qputenv("PRICEWRIGHT_SECRETS", m_path.toUtf8());
    const auto plain = openSecrets();
    QVERIFY(plain);
    QCOMPARE((*plain)->where(), m_path);
    QCOMPARE(codeOf((*plain)->read(kName)), QStringLiteral("secrets.passphrase-missing"));
    SecretOptions keychain;
    keychain.place = SecretOptions::Place::Keychain;
    QCOMPARE(codeOf(openSecrets(keychain)), QStringLiteral("secrets.no-keychain"));
    qputenv("PRICEWRIGHT_PASSPHRASE", "from outside");
    const auto file = openSecrets();
    QVERIFY(file);
    QVERIFY((*file)->write(kName, "x")); // at the real cost
    QCOMPARE((*file)->read(kName)->value(), QByteArray("x"));
  }

 private:
  static constexpr char kVersionOne[] =
      "505753454352455401000000400000000200000002b9461dfb87ab8fab3750d5c27f6ca25645e661edc0fa78f2e07bafa03b"
      "0f765a2b9554c06af12da2c7373480040aa6c16d5474d10bfd71d1534712f71a60f85d8cd5489af820bd5fe34300170df920"
      "51eb5e2e98d9362213d44b03806685f88a168b833523b4a8da048e293d78fc3e1fb7adc107ad5117cadf0a02d60230856a95"
      "0b35c684518eaf88ebd55f76e78db0";
};

QTEST_GUILESS_MAIN(tst_SecretStore)
#include "tst_SecretStore.moc"
