// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Kill the real cycle after any step, and the publisher between any two, then run it again: nothing is half applied,
// nothing applied twice, the audit chain holds, and the price files are those of a run that nobody disturbed.
#include "support/SmallMarket.h"

#include <QTest>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace pricewright;
using namespace pricewright::test;

namespace {

struct Outcome {
  QByteArray csv, json;
  qint64 prices = 0, published = 0, batches = 0;
  bool operator==(const Outcome&) const = default;
};

Outcome look(SmallMarket& m) {
  return {m.prices("csv"), m.prices("json"), m.count("SELECT COUNT(*) FROM price"),
          m.count("SELECT COUNT(*) FROM decision WHERE state = 'published'"),
          m.count("SELECT COUNT(*) FROM price_batch WHERE state = 'published'")};
}

// Runs a cycle in a child that is killed at the named step; true if the kill came.
bool killedAt(SmallMarket& m, const QString& what) {
  m.ws.reset(); // no connection may be shared with the child
  const pid_t child = ::fork();
  if (child == 0) {
    m.reopen();
    const auto die = [step = what.section(u':', 1)](std::string_view at) {
      if (step == QLatin1String(at.data(), qsizetype(at.size())))
        ::raise(SIGKILL);
    };
    if (what.startsWith(u"cycle:"))
      m.ws->planner().afterStation = die;
    else
      m.ws->channels().afterStep = die;
    CycleOptions options;
    options.seed = 42;
    static_cast<void>(m.ws->runCycle(options, {}));
    ::_exit(0);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  m.reopen();
  return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
}

} // namespace

class TestKillAnywhere : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() {
    SmallMarket undisturbed;
    undisturbed.ws.reset();
    QVERIFY(QFile::copy(undisturbed.path(), m_base.filePath(QStringLiteral("base"))));
    undisturbed.reopen();
    const CycleReport report = undisturbed.cycle();
    QCOMPARE(report.state, QStringLiteral("finished"));
    m_expected = look(undisturbed);
    // A run that publishes nothing would prove nothing.
    QVERIFY2(m_expected.published > 0, "the small market should give automatic changes");
    QVERIFY(m_expected.csv.count('\n') == 13);
  }

  void runAgain_data() {
    QTest::addColumn<QString>("what");
    for (const char* what : {"cycle:expire", "cycle:recover", "cycle:adopt", "cycle:monitor", "cycle:load",
                             "cycle:demand", "cycle:features", "cycle:decide", "cycle:breaker", "cycle:save",
                             "cycle:publish", "cycle:lists", "ladder:planned", "ladder:written", "ladder:recorded"})
      QTest::newRow(what) << QString::fromLatin1(what);
  }
  void runAgain() {
    QFETCH(QString, what);
    SmallMarket m(1, 1, 4); // its file is replaced by the common one
    m.ws.reset();
    QVERIFY(QFile::remove(m.path()));
    QFile::remove(m.path() + QStringLiteral("-wal"));
    QFile::remove(m.path() + QStringLiteral("-shm"));
    QVERIFY(QFile::copy(m_base.filePath(QStringLiteral("base")), m.path()));
    QDir(m.dir.filePath(QStringLiteral("witness"))).removeRecursively();
    QVERIFY(killedAt(m, what));
    QCOMPARE(m.count("SELECT COUNT(*) FROM cycle WHERE state = 'running'"), qint64(1));
    need(m.ws->database().fullCheck());
    // Saved all at once, or not at all.
    const qint64 saved = m.count("SELECT COUNT(*) FROM decision");
    QVERIFY(saved == 0 || saved == 12);

    const CycleReport again = m.cycle();
    QCOMPARE(again.state, QStringLiteral("finished"));
    QCOMPARE(look(m), m_expected);
    QCOMPARE(m.count("SELECT COUNT(*) FROM cycle WHERE state = 'abandoned'"), qint64(1));
    QCOMPARE(m.count("SELECT COUNT(*) FROM publication WHERE state = 'planned'"), qint64(0));
    QCOMPARE(m.count("SELECT COUNT(*) FROM price_batch WHERE state IN ('scheduled', 'publishing', 'failed')"),
             qint64(0));
    QCOMPARE(
        m.count(
            "SELECT COUNT(*) FROM (SELECT 1 FROM price WHERE decision_id IS NOT NULL GROUP BY decision_id, channel_no "
            "HAVING COUNT(*) > 1)"),
        qint64(0));
    QCOMPARE(
        m.count(
            "SELECT COUNT(*) FROM decision d WHERE d.state = 'published' AND NOT EXISTS (SELECT 1 FROM price p WHERE "
            "p.decision_id = d.id AND p.amount_minor = d.proposed_minor)"),
        qint64(0));
    const ChainReport chain = take(m.ws->verifyAudit());
    QVERIFY2(chain.intact(), qPrintable(chain.why));
    need(m.ws->database().fullCheck());
  }

 private:
  QTemporaryDir m_base;
  Outcome m_expected;
};

QTEST_GUILESS_MAIN(TestKillAnywhere)
#include "tst_KillAnywhere.moc"
