// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/Journal.h"
#include "storage/Database.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <random>
#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace pricewright;

namespace {

QByteArray bytesOf(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeFile(const QString& path, const QByteArray& bytes) {
  QFile file(path);
  QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
  QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray garbage(qsizetype size) {
  std::mt19937_64 random(4711);
  QByteArray bytes(size, Qt::Uninitialized);
  for (char& c : bytes)
    c = static_cast<char>(random());
  return bytes;
}

QStringList filesIn(const QString& folder) {
  return QDir(folder).entryList(QDir::Files | QDir::Hidden | QDir::System, QDir::Name);
}

qint64 number(Database& db, const char* sql) {
  auto q = Query::prepare(db, sql);
  return q && q->step().value_or(false) ? q->integer(0) : -1;
}

// Mounts of this process shall be seen by this process only, and end with it. Needs root.
bool canMount() {
  static const bool can = ::geteuid() == 0 && ::unshare(CLONE_NEWNS) == 0 &&
                          ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
  return can;
}

// A small file system in memory at a folder.
class MemoryDisk {
 public:
  MemoryDisk(const QString& folder, const char* options) : m_folder(QFile::encodeName(folder)) {
    m_mounted = canMount() && ::mount("tmpfs", m_folder.constData(), "tmpfs", 0, options) == 0;
  }
  ~MemoryDisk() {
    if (m_mounted)
      ::umount2(m_folder.constData(), MNT_DETACH);
  }
  MemoryDisk(const MemoryDisk&) = delete;
  MemoryDisk& operator=(const MemoryDisk&) = delete;
  bool isMounted() const { return m_mounted; }
  bool makeReadOnly() { return ::mount("tmpfs", m_folder.constData(), "tmpfs", MS_REMOUNT | MS_RDONLY, "") == 0; }

 private:
  QByteArray m_folder;
  bool m_mounted = false;
};

// A child process that runs `work` and is killed without warning as soon as it has reported `reports` times.
// `work` gets the function to report with; `until` is then awaited as well. Returns false if the child ended by itself.
using Work = std::function<void(const std::function<void()>& report)>;
bool runAndKill(int reports, const Work& work, const std::function<bool()>& until = {}) {
  int pipeEnds[2];
  if (::pipe(pipeEnds) != 0)
    return false;
  const pid_t child = ::fork();
  if (child == 0) {
    ::close(pipeEnds[0]);
    work([&] {
      const char mark = 'x';
      if (::write(pipeEnds[1], &mark, 1) != 1)
        ::_exit(3);
    });
    ::_exit(2);
  }
  ::close(pipeEnds[1]);
  char mark = 0;
  for (int seen = 0; seen < reports && ::read(pipeEnds[0], &mark, 1) == 1; ++seen) {
  }
  int status = 0;
  while (until && !until())
    if (::waitpid(child, &status, WNOHANG) != 0)
      return false;
  ::kill(child, SIGKILL);
  ::close(pipeEnds[0]);
  ::waitpid(child, &status, 0);
  return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
}

} // namespace

// The workspace file under what happens to files: whatever it is, the answer is a clear error, and nothing that was
// there is lost or altered.
class tst_WorkspaceFile : public QObject {
  Q_OBJECT

  std::unique_ptr<QTemporaryDir> m_folder;
  QString m_path;

  // A file with some content; no connection stays open.
  void makeWorkspace(int entries = 50) {
    auto db = Database::open(m_path, OpenMode::CreateNew);
    QVERIFY2(db, db ? "" : qPrintable(db.error().debugText()));
    const FixedClock clock(fromMillis(1'700'000'000'000));
    IdSource ids(clock, 1);
    Journal journal(**db, clock, ids);
    auto t = Transaction::begin(**db);
    QVERIFY(t);
    for (int i = 0; i < entries; ++i)
      QVERIFY(journal.append(systemActor(), QStringLiteral("k"), QStringLiteral("t"), QString::number(i),
                             {{QStringLiteral("text"), QString(200, u'x')}}));
    QVERIFY(t->commit());
  }

 private slots:
  void init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("shop.pricewright"));
  }

  void whatIsNoWorkspaceIsLeftAlone_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("code");
    const QString notOurs = QStringLiteral("storage.not-a-workspace");
    QTest::newRow("zero length") << QByteArray() << notOurs;
    QTest::newRow("one byte") << QByteArray("S") << notOurs;
    QTest::newRow("text") << QByteArray("sku;price\n001;3.49\n") << notOurs;
    QTest::newRow("10 MB of garbage") << garbage(10 * 1024 * 1024) << notOurs;
    QTest::newRow("only the magic") << QByteArray("SQLite format 3\0", 16) << QStringLiteral("storage.corrupt");
    QByteArray header("SQLite format 3\0", 16);
    header.resize(100, '\0');
    QTest::newRow("another program's database") << header << notOurs;
    header.replace(68, 4, "PWRT");
    QTest::newRow("our header, then garbage") << header + garbage(1'000'000) << QStringLiteral("storage.corrupt");
  }
  void whatIsNoWorkspaceIsLeftAlone() {
    QFETCH(const QByteArray, content);
    QFETCH(const QString, code);
    writeFile(m_path, content);
    for (const OpenMode mode : {OpenMode::ReadWrite, OpenMode::ReadOnly}) {
      auto db = Database::open(m_path, mode);
      QVERIFY(!db);
      QCOMPARE(db.error().code, code);
      QCOMPARE(db.error().arguments.value(QStringLiteral("path")), m_path);
      if (content.isEmpty())
        QCOMPARE(db.error().arguments.value(QStringLiteral("reason")), QStringLiteral("empty"));
    }
    auto over = Database::open(m_path, OpenMode::CreateNew);
    QVERIFY(!over && over.error().is(u"storage.exists"));
    QVERIFY(bytesOf(m_path) == content);
    QCOMPARE(filesIn(m_folder->path()), QStringList{QStringLiteral("shop.pricewright")});
  }

  void aRealForeignDatabaseIsLeftAlone() {
    makeWorkspace();
    QByteArray foreign = bytesOf(m_path);
    foreign.replace(68, 4, "GPKG");
    writeFile(m_path, foreign);
    auto db = Database::open(m_path, OpenMode::ReadWrite);
    QVERIFY(!db && db.error().is(u"storage.not-a-workspace"));
    QVERIFY(bytesOf(m_path) == foreign);
  }

  void aTruncatedFileIsToldFromAWholeOne() {
    makeWorkspace();
    const QByteArray whole = bytesOf(m_path);
    QVERIFY(whole.size() > 100'000);
    for (const qsizetype kept : {whole.size() - 1, whole.size() / 2, qsizetype(4096), qsizetype(2000), qsizetype(99)}) {
      const QByteArray part = whole.left(kept);
      writeFile(m_path, part);
      auto db = Database::open(m_path, OpenMode::ReadWrite);
      QVERIFY2(!db, qPrintable(QString::number(kept)));
      QCOMPARE(db.error().code, QStringLiteral("storage.corrupt"));
      QVERIFY2(bytesOf(m_path) == part, "what is left must stay as it is, for whoever can repair it");
    }
    writeFile(m_path, whole);
    auto db = Database::open(m_path, OpenMode::ReadWrite);
    QVERIFY(db && (*db)->fullCheck());
  }

  void damageInTheMiddleIsFoundByTheFullCheck() {
    makeWorkspace();
    QByteArray bytes = bytesOf(m_path);
    const qsizetype at = bytes.size() / 4096 * 4096 - 3 * 4096;
    bytes.replace(at, 4096, garbage(4096));
    writeFile(m_path, bytes);
    auto db = Database::open(m_path, OpenMode::ReadWrite);
    const Status checked = db ? (*db)->fullCheck() : Status(db.error());
    QVERIFY(!checked);
    QCOMPARE(checked.error().code, QStringLiteral("storage.corrupt"));
  }

  void whatIsNotThere() {
    for (const OpenMode mode : {OpenMode::ReadWrite, OpenMode::ReadOnly}) {
      QCOMPARE(Database::open(m_path, mode).error().code, QStringLiteral("storage.missing"));
      QCOMPARE(Database::open(m_folder->path(), mode).error().code, QStringLiteral("storage.not-a-workspace"));
    }
    const QString deep = m_folder->filePath(QStringLiteral("no/such/folder/w"));
    QCOMPARE(Database::open(deep, OpenMode::CreateNew).error().code, QStringLiteral("storage.no-folder"));
    QCOMPARE(Database::open(m_folder->path(), OpenMode::CreateNew).error().code, QStringLiteral("storage.exists"));
    QVERIFY2(filesIn(m_folder->path()).isEmpty(), "a refused name must not be created");
  }

  void aReadOnlyFolder() {
    MemoryDisk disk(m_folder->path(), "size=8m");
    const bool asRoot = ::geteuid() == 0;
    if (asRoot && !disk.isMounted())
      QSKIP("root writes anywhere, and no file system may be mounted here");
    makeWorkspace();
    const QFileDevice::Permissions rights = QFile::permissions(m_folder->path());
    if (asRoot)
      QVERIFY(disk.makeReadOnly());
    else
      QVERIFY(QFile::setPermissions(m_folder->path(), QFileDevice::ReadOwner | QFileDevice::ExeOwner));
    const QByteArray before = bytesOf(m_path);
    auto writer = Database::open(m_path, OpenMode::ReadWrite);
    auto maker = Database::open(m_path + u'2', OpenMode::CreateNew);
    auto reader = Database::open(m_path, OpenMode::ReadOnly);
    const qint64 read = reader ? number(**reader, "SELECT count(*) FROM audit_entry") : -1;
    const QString readerError = reader ? QString() : reader.error().debugText();
    reader = fail(QStringLiteral("closed"));
    if (!asRoot)
      QFile::setPermissions(m_folder->path(), rights);
    QVERIFY(!writer && writer.error().is(u"storage.read-only"));
    QVERIFY(!maker && maker.error().is(u"storage.read-only"));
    QVERIFY2(read == 50, qPrintable(readerError)); // reading is still possible
    QVERIFY(bytesOf(m_path) == before);
  }

  void aFullDisk() {
    const MemoryDisk disk(m_folder->path(), "size=2m");
    if (!disk.isMounted())
      QSKIP("filling a disk needs a small file system, which only root may mount");
    makeWorkspace();
    auto opened = Database::open(m_path, OpenMode::ReadWrite);
    QVERIFY(opened);
    Database& db = **opened;
    QVERIFY(db.execute(QStringLiteral("PRAGMA cache_size = 10"))); // so that it writes before the commit, too
    Status outcome;
    int committed = 0;
    for (int i = 0; outcome && i < 1000; ++i) {
      auto t = Transaction::begin(db);
      QVERIFY(t);
      auto put = Query::prepare(db, "INSERT INTO workspace VALUES (?1, ?2)");
      QVERIFY(put);
      for (int k = 0; outcome && k < 20; ++k)
        outcome = put->bind(1, QStringLiteral("%1/%2").arg(i).arg(k)).bind(2, QString(4000, u'x')).run();
      if (outcome)
        outcome = t->commit();
      if (outcome)
        ++committed;
    }
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, QStringLiteral("storage.disk-full"));
    QVERIFY(committed > 0 && !db.inTransaction());
    QCOMPARE(number(db, "SELECT count(*) FROM workspace"), committed * 20);
    auto noRoom = Database::open(m_path + u'2', OpenMode::CreateNew);
    QVERIFY(!noRoom);
    QCOMPARE(noRoom.error().code, QStringLiteral("storage.disk-full"));
    QVERIFY2(!filesIn(m_folder->path()).join(u' ').contains(QStringLiteral("creating")), "no half file stays behind");
    const Status noBackup = db.backupTo(m_path + QStringLiteral(".copy"));
    QVERIFY(!noBackup && noBackup.error().is(u"storage.disk-full"));
    QVERIFY(!QFile::exists(m_path + QStringLiteral(".copy")));
    opened = fail(QStringLiteral("closed"));
    auto again = Database::open(m_path, OpenMode::ReadWrite);
    QVERIFY2(again, again ? "" : qPrintable(again.error().debugText()));
    QVERIFY((*again)->fullCheck());
    QCOMPARE(number(**again, "SELECT count(*) FROM workspace"), committed * 20);
    QCOMPARE(number(**again, "SELECT count(*) FROM audit_entry"), 50);
  }

  void killedWithinATransaction() {
    makeWorkspace();
    const Work writeMuch = [&](const std::function<void()>& report) {
      auto db = Database::open(m_path, OpenMode::ReadWrite);
      if (!db || !(*db)->execute(QStringLiteral("PRAGMA cache_size = 10")))
        return;
      auto t = Transaction::begin(**db);
      auto put = Query::prepare(**db, "INSERT INTO workspace VALUES (?1, ?2)");
      if (!t || !put)
        return;
      for (int i = 0; i < 2000; ++i)
        if (!put->bind(1, i).bind(2, QString(1000, u'x')).run())
          return;
      report(); // two megabytes are in the log, uncommitted
      ::pause();
    };
    QVERIFY2(runAndKill(1, writeMuch), "the child must die by the kill and not by itself");
    QVERIFY(QFileInfo(m_path + QStringLiteral("-wal")).size() > 1'000'000);
    auto db = Database::open(m_path, OpenMode::ReadWrite);
    QVERIFY2(db, db ? "" : qPrintable(db.error().debugText()));
    QVERIFY((*db)->fullCheck());
    QCOMPARE(number(**db, "SELECT count(*) FROM workspace"), 0);
    QCOMPARE(number(**db, "SELECT count(*) FROM audit_entry"), 50);
  }

  // Killed at any moment, every pair is whole, and everything that was reported as committed is there.
  void killedBetweenCommits() {
    makeWorkspace();
    for (const int reports : {1, 2, 7, 40}) {
      const QString prefix = QString::number(reports);
      const Work writePairs = [&](const std::function<void()>& report) {
        auto db = Database::open(m_path, OpenMode::ReadWrite);
        if (!db)
          return;
        for (int i = 0;; ++i) {
          auto t = Transaction::begin(**db);
          auto put = Query::prepare(**db, "INSERT INTO workspace VALUES (?1, 'pair')");
          if (!t || !put)
            return;
          for (const QChar half : {u'a', u'b'})
            if (!put->bind(1, QStringLiteral("%1-%2-%3").arg(prefix).arg(i).arg(half)).run())
              return;
          if (!t->commit())
            return;
          report();
        }
      };
      QVERIFY(runAndKill(reports, writePairs));
      auto db = Database::open(m_path, OpenMode::ReadWrite);
      QVERIFY2(db, db ? "" : qPrintable(db.error().debugText()));
      QVERIFY((*db)->fullCheck());
      const auto halves = [&](const char* pattern) {
        auto q = Query::prepare(**db, "SELECT count(*) FROM workspace WHERE key LIKE ?1");
        return q && q->bind(1, prefix + QString::fromLatin1(pattern)).step().value_or(false) ? q->integer(0) : -1;
      };
      QCOMPARE(halves("-%-a"), halves("-%-b"));
      QVERIFY(halves("-%-a") >= reports);
    }
  }

  void killedWhileMakingAWorkspace() {
    // Whenever it dies, the name either does not exist or is a whole workspace. Killed at once, when the first file
    // appears, when the first file has grown, and when the name is there.
    const QDir folder(m_folder->path());
    for (int round = 0; round < 8; ++round) {
      const QString path = m_path + QStringLiteral("-%1").arg(round);
      const auto reached = [&] {
        const QString name = QFileInfo(path).fileName() + u'*';
        const QFileInfoList files = folder.entryInfoList({name}, QDir::Files | QDir::Hidden);
        if (round % 4 == 0)
          return true;
        if (round % 4 == 3)
          return QFile::exists(path);
        return !files.isEmpty() && (round % 4 == 1 || files.front().size() > 0);
      };
      const Work make = [&](const std::function<void()>&) {
        auto db = Database::open(path, OpenMode::CreateNew);
        ::pause();
      };
      QVERIFY(runAndKill(0, make, reached));
      if (!QFile::exists(path))
        continue;
      auto db = Database::open(path, OpenMode::ReadWrite);
      QVERIFY2(db, db ? "" : qPrintable(db.error().debugText()));
      QVERIFY((*db)->fullCheck());
    }
  }
};

QTEST_GUILESS_MAIN(tst_WorkspaceFile)
#include "tst_WorkspaceFile.moc"
