// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One window for one workspace file; and what the desktop says about its colors.
#include "shell/InstanceGuard.h"
#include "shell/SystemColors.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace pricewright;

class InstanceGuardTest : public QObject {
  Q_OBJECT
 private slots:
  void whoComesSecondIsRefusedAndTheFirstIsTold() {
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("shop.pricewright"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    InstanceGuard first, second;
    QSignalSpy wanted(&first, &InstanceGuard::wanted);
    QVERIFY(first.claim(path) && first.holds(path));
    QVERIFY(!second.claim(path));
    QTRY_COMPARE(wanted.count(), 1);
    // By another name it is the same file.
    QVERIFY(QFile::link(path, dir.filePath(QStringLiteral("link.pricewright"))));
    QVERIFY(!second.claim(dir.filePath(QStringLiteral("link.pricewright"))));
    QVERIFY(second.claim(dir.filePath(QStringLiteral("other.pricewright"))));
    first.release();
    QVERIFY(second.claim(path));
    InstanceGuard third;
    third.takeOver(second);
    QVERIFY(third.holds(path) && !second.holds(path));
    QSignalSpy again(&third, &InstanceGuard::wanted);
    QVERIFY(!first.claim(path));
    QTRY_COMPARE(again.count(), 1);
  }

  void thePortalsAnswerIsUnderstood() {
    const auto wrapped = [](uint scheme) { return QVariant::fromValue(QDBusVariant(scheme)); };
    QCOMPARE(SystemColors::darkOf(QVariant(1u)), std::optional(true));
    QCOMPARE(SystemColors::darkOf(wrapped(1)), std::optional(true));
    QCOMPARE(SystemColors::darkOf(QVariant::fromValue(QDBusVariant(wrapped(2)))), std::optional(false));
    QCOMPARE(SystemColors::darkOf(QVariant(0u)), std::nullopt);
    QCOMPARE(SystemColors::darkOf(QVariant(QStringLiteral("nonsense"))), std::nullopt);
  }
};

QTEST_GUILESS_MAIN(InstanceGuardTest)
#include "tst_InstanceGuard.moc"
