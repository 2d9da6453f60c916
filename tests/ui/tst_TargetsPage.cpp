// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Targets in the window: typed, pasted, taken back; periods by keys.
#include "shell/TargetsLink.h"
#include "support/PageDesk.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

struct Desk : PageDesk<TargetsPage, TargetsLink> {
  Desk() {
    market.cycle(false);
    open([this] { return page.model().rowCount() == 3; });
  }
  void press(int key) { QTest::keyClick(&page.table(), Qt::Key(key)); }
  QString text(int row, int column) { return page.model().text(row, column); }
  bool type(int row, int column, const QString& text) {
    return page.model().setData(page.model().index(row, column), text, Qt::EditRole);
  }
};

} // namespace

class TargetsPageTest : public QObject {
  Q_OBJECT
 private slots:
  void typedAndTakenBack() {
    Desk d;
    QAbstractItemModelTester tester(&d.page.model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    QCOMPARE(d.text(0, TargetModel::RevenueTarget), QString());
    QVERIFY(d.text(0, TargetModel::Category) == QStringLiteral("All"));
    d.type(1, TargetModel::RevenueTarget, QStringLiteral("1000000"));
    QVERIFY(d.until([&] { return !d.text(1, TargetModel::RevenueTarget).isEmpty(); }));
    QCOMPARE(d.text(1, TargetModel::RevenueState), QStringLiteral("behind"));
    d.type(1, TargetModel::MarginTarget, QStringLiteral("12 %"));
    QVERIFY(d.until([&] { return d.text(1, TargetModel::MarginState) == QStringLiteral("on track"); }));
    d.press(Qt::Key_U);
    QVERIFY(d.until([&] { return d.text(1, TargetModel::MarginTarget).isEmpty(); }));
    d.press(Qt::Key_U);
    QVERIFY(d.until([&] { return d.text(1, TargetModel::RevenueTarget).isEmpty(); }));
  }

  void whatIsNoTargetIsRefused() {
    Desk d;
    const TargetModel& m = d.page.model();
    for (const char* bad : {"x", "0", "-3", "1e999", "12,34,56"})
      QVERIFY2(!m.checkEdit(1, TargetModel::RevenueTarget, QString::fromLatin1(bad)).isEmpty(), bad);
    QVERIFY(!m.checkEdit(1, TargetModel::MarginTarget, QStringLiteral("100")).isEmpty());
    QVERIFY(!m.checkEdit(1, TargetModel::IndexTarget, QStringLiteral("1001")).isEmpty());
    for (const char* good : {"", "1", "98.5", "1,234.50"})
      QVERIFY2(m.checkEdit(1, TargetModel::RevenueTarget, QString::fromLatin1(good)).isEmpty(), good);
  }

  void aColumnIsPasted() {
    Desk d;
    d.page.table().setCurrentIndex(d.page.table().model()->index(0, TargetModel::RevenueTarget));
    QGuiApplication::clipboard()->setText(QStringLiteral("9000\n4000\n5000\n"));
    QSignalSpy planned(&d.page.table(), &TableView::pastePlanned);
    d.page.table().pasteClipboard();
    QCOMPARE(planned.count(), 1);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(d.until([&] { return !d.text(2, TargetModel::RevenueTarget).isEmpty(); }));
    QVERIFY(!d.text(0, TargetModel::RevenueTarget).isEmpty() && !d.text(1, TargetModel::RevenueTarget).isEmpty());
  }

  void periodsByKeys() {
    Desk d;
    QCOMPARE(d.page.model().view().period.key(), QStringLiteral("2026-03"));
    const auto isShown = [&](const char* key) {
      return d.until([&] { return d.page.model().view().period.key() == QLatin1String(key); });
    };
    d.press(Qt::Key_P);
    QVERIFY(isShown("2026-02"));
    QVERIFY(d.page.summary().contains(QStringLiteral("cover all of it")));
    d.press(Qt::Key_N);
    d.press(Qt::Key_N);
    QVERIFY(isShown("2026-04"));
    QVERIFY(d.page.summary().contains(QStringLiteral("before it begins")));
    d.press(Qt::Key_Q);
    QVERIFY(isShown("2026-Q1"));
    d.press(Qt::Key_Y);
    QVERIFY(isShown("2026"));
    d.press(Qt::Key_M);
    QVERIFY(isShown("2026-03"));
  }

  void readOnlySetsNothing() {
    Desk d;
    d.page.setReadOnly(true);
    QSignalSpy asked(&d.page, &TargetsPage::setRequested);
    d.type(1, TargetModel::RevenueTarget, QStringLiteral("5"));
    QCOMPARE(asked.count(), 0);
    QVERIFY(d.page.banner().isVisible());
  }
};

QTEST_MAIN(TargetsPageTest)
#include "tst_TargetsPage.moc"
