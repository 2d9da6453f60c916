// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The promotion calendar in the window: planned by a form that says what becomes of it, moved, ended and taken back by
// keys.
#include "shell/PromotionsLink.h"
#include "support/PageDesk.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

struct Desk : PageDesk<PromotionsPage, PromotionsLink> {
  Desk() {
    market.cycle(false);
    open([this] { return page.model().calendar().zones.size() == 2; });
  }
  void press(int key) { QTest::keyClick(&page.table(), Qt::Key(key)); }
  int rows() { return page.model().rowCount(); }
  bool plan(const QString& skus, const QString& cut) {
    press(Qt::Key_N);
    page.card().skus()->setText(skus);
    page.card().value()->setText(cut);
    if (!until([this] { return page.card().button()->isEnabled(); }))
      return false;
    const int before = rows();
    QTest::keyClick(page.card().value(), Qt::Key_Return);
    return until([&] { return rows() > before; });
  }
};

} // namespace

class PromotionsPageTest : public QObject {
  Q_OBJECT
 private slots:
  void plannedByAFormAndTakenBack() {
    Desk d;
    QAbstractItemModelTester tester(&d.page.model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    QVERIFY(d.page.summary().contains(QStringLiteral("none within half a year")));
    QVERIFY2(d.plan(QStringLiteral("SKU-0*"), QStringLiteral("20")), qPrintable(d.page.card().wrong()));
    QCOMPARE(d.rows(), 12);
    QVERIFY(!d.page.card().isVisible());
    QVERIFY(d.page.summary().contains(QStringLiteral("12 planned")));
    QCOMPARE(d.page.chart().places(), 12);
    QVERIFY(d.noticed.last().first().toString().contains(QStringLiteral("12 promotions planned")));
    d.press(Qt::Key_U);
    QVERIFY(d.until([&] { return d.rows() == 0; }));
    d.press(Qt::Key_U);
    QCOMPARE(d.rows(), 0);
  }

  // What comes of it is told below the fields while they are filled in; the card grows with it, no field is squeezed.
  void theFormHasRoomForAllItSays() {
    Desk d;
    QVERIFY(d.plan(QStringLiteral("SKU-03"), QStringLiteral("20")));
    d.press(Qt::Key_N);
    d.page.card().skus()->setText(QStringLiteral("SKU-0*")); // some run already: notes beside the rest
    QVERIFY(d.until(
        [&] { return d.page.card().button()->isEnabled() && d.page.card().findChild<LineList*>()->isVisible(); }));
    const auto roomy = [&] {
      for (QWidget* field : d.page.card().findChildren<QWidget*>())
        if (field->isVisible() && (qobject_cast<QLineEdit*>(field) || qobject_cast<QComboBox*>(field)))
          if (field->height() < field->minimumSizeHint().height())
            return false;
      return true;
    };
    QVERIFY(QTest::qWaitFor(roomy, 1'000));
    d.page.card().skus()->setText(QStringLiteral("SKU-04")); // fewer notes: as small again as it can be
    QVERIFY(QTest::qWaitFor([&] { return roomy() && d.page.card().height() <= d.page.card().sizeHint().height() + 1; },
                            5'000));
  }

  void theFormSaysWhatIsMissing() {
    Desk d;
    d.press(Qt::Key_N);
    PromotionCard& card = d.page.card();
    QVERIFY(card.isVisible() && !card.button()->isEnabled());
    QVERIFY(card.wrong().contains(QStringLiteral("Which products")));
    card.skus()->setText(QStringLiteral("SKU-01"));
    card.value()->setText(QStringLiteral("x"));
    QVERIFY(card.wrong().contains(QStringLiteral("percent")));
    card.value()->setText(QStringLiteral("20"));
    card.fromDay()->setText(QStringLiteral("tomorrow"));
    QVERIFY(card.wrong().contains(QStringLiteral("2026-01-31")));
    card.fromDay()->setText(QStringLiteral("2020-01-01"));
    card.toDay()->setText(QStringLiteral("2020-01-07"));
    QVERIFY(d.until([&] { return card.notes()->isVisible(); }));
    QVERIFY(!card.button()->isEnabled());
    QVERIFY(card.notes()->lines().at(0).detail.contains(QStringLiteral("over already")));
    card.skus()->setText(QStringLiteral("NOPE"));
    QVERIFY(d.until([&] { return card.wrong().contains(QStringLiteral("No product")); }));
    QTest::keyClick(card.skus(), Qt::Key_Return);
    QVERIFY(card.isVisible()); // nothing was asked for
    QTest::keyClick(card.skus(), Qt::Key_Escape);
    QVERIFY(!card.isVisible());
    QCOMPARE(d.rows(), 0);
  }

  // A list of codes as it comes from a spreadsheet: one a line.
  void codesArePasted() {
    Desk d;
    QVERIFY(d.plan(QStringLiteral("sku-01\nSKU-02\r\n,SKU-03;"), QStringLiteral("10")));
    QCOMPARE(d.rows(), 6);
  }

  void movedAndCancelledByKeys() {
    Desk d;
    QVERIFY(d.plan(QStringLiteral("SKU-01 SKU-02"), QStringLiteral("15")));
    d.page.table().focusLine(0);
    const QString key = d.page.table().focusedKey();
    d.press(Qt::Key_E);
    PromotionCard& card = d.page.card();
    QVERIFY(card.isVisible() && !card.skus()->isEnabled() && card.fromDay()->isEnabled());
    const QString last = QStringLiteral("2026-04-30");
    card.toDay()->setText(last);
    QTest::keyClick(card.toDay(), Qt::Key_Return);
    const auto lastDay = [&] {
      const PromotionRow* row = d.page.model().find(key);
      return row ? isoDay(row->promotion.what.to) : QString();
    };
    QVERIFY(d.until([&] { return lastDay() == last; }));
    d.page.focusMain();
    d.press(Qt::Key_U);
    QVERIFY(d.until([&] { return lastDay() != last; }));
    QVERIFY(d.page.table().focusKey(key));
    d.press(Qt::Key_X);
    QVERIFY(d.until([&] { return d.rows() == 3; }));
    d.press(Qt::Key_U);
    QVERIFY(d.until([&] { return d.rows() == 4; }));
  }

  void whatIsRefusedKeepsWhatWasTyped() {
    Desk d;
    QVERIFY(d.plan(QStringLiteral("SKU-01"), QStringLiteral("15")));
    d.page.table().focusLine(0);
    d.press(Qt::Key_E);
    PromotionCard& card = d.page.card();
    card.value()->setText(QStringLiteral("999"));
    QTest::keyClick(card.value(), Qt::Key_Return);
    QVERIFY(d.until([&] { return card.wrong().contains(QStringLiteral("not below the regular price")); }));
    QVERIFY(card.isVisible());
    QCOMPARE(card.value()->text(), QStringLiteral("999"));
  }

  void keysThatAreHeldPlanNothing() {
    Desk d;
    QKeyEvent held(QEvent::KeyPress, Qt::Key_N, Qt::NoModifier, QStringLiteral("n"), true);
    QApplication::sendEvent(&d.page, &held);
    QVERIFY(!d.page.card().isVisible());
    QTest::keyClick(&d.page, Qt::Key_N, Qt::AltModifier);
    QVERIFY(!d.page.card().isVisible());
  }

  void readOnlyPlansNothing() {
    Desk d;
    d.page.setReadOnly(true);
    d.press(Qt::Key_N);
    QVERIFY(!d.page.card().isVisible());
    QVERIFY(d.page.banner().isVisible());
  }

  void theChartReadsOff() {
    Desk d;
    QVERIFY(d.plan(QStringLiteral("SKU-01"), QStringLiteral("20")));
    PromotionChart& chart = d.page.chart();
    QVERIFY(chart.summary().contains(QStringLiteral("2 promotions of 2 prices")));
    QVERIFY(chart.reading(0).contains(QStringLiteral("SKU-01")) &&
            chart.reading(0).contains(QStringLiteral("planned")));
    QCOMPARE(chart.table().rows.size(), qsizetype(2));
    QVERIFY(!chart.grab().toImage().isNull());
  }
};

QTEST_MAIN(PromotionsPageTest)
#include "tst_PromotionsPage.moc"
