// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A window that writes, and commands that look into the same file from another program: neither takes anything away
// from the other.
#include "Shell.h"

#include "engine/Workspace.h"
#include "support/SmallMarket.h"

#include <QFileInfo>

using namespace pricewright;
using namespace pricewright::test;

class WindowAndCommandsTest : public QObject {
  Q_OBJECT
  Shell shell;

 private slots:
  void initTestCase() {
    QCOMPARE(shell.json({"init", "--name", "Tea house", "--as-of", "2026-03-02T09:00:00Z"}).exit, 0);
  }

  void whatIsWrittenAfterACommandLookedIsKept() {
    const QString path = shell.path("shop.pricewright");
    {
      const auto writer = take(Workspace::open(path));
      // The window reads beside its writer: opened, closed, opened again.
      for (int k = 0; k < 2; ++k)
        take(Workspace::open(path, OpenMode::ReadOnly));
      const auto reader = take(Workspace::open(path, OpenMode::ReadOnly));
      QCOMPARE(shell.run({"status"}).exit, 0);
      QVERIFY(QFileInfo::exists(path + QStringLiteral("-wal"))); // the log that all of them share
      need(writer->catalog().setSetting(writer->me(), "optimizer.draws", 777));
      QCOMPARE(shell.run({"status"}).exit, 0);
      QCOMPARE(take(reader->catalog().settings()).integer(u"optimizer.draws"), 777);
    }
    const auto again = take(Workspace::open(path));
    QCOMPARE(take(again->catalog().settings()).integer(u"optimizer.draws"), 777);
    QVERIFY(shell.run({"settings", "list"}).out.contains("777"));
    QCOMPARE(shell.run({"audit", "verify"}).exit, 0);
  }
};

QTEST_GUILESS_MAIN(WindowAndCommandsTest)
#include "tst_WindowAndCommands.moc"
