// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The registry of models in the window: a challenger is added, tried, promoted and taken back, by keys alone.
#include "shell/ModelsLink.h"
#include "support/PageDesk.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

struct Desk : PageDesk<ModelsPage, ModelsLink> {
  Desk() {
    market.cycle(false);
    open([this] { return page.versions().lines().shownCount() == 3; });
  }
  void press(int key) { QTest::keyClick(&page.versions(), Qt::Key(key)); }
  bool focus(const char* label) { return page.versions().focusKey(QLatin1String(label)); }
  void addByForm(const QString& parameters) {
    focus("elasticity_estimator/1.0.0");
    press(Qt::Key_N);
    page.versionCard().parameters()->setText(parameters);
    QTest::keyClick(page.versionCard().parameters(), Qt::Key_Return);
  }
  QString aliasOf(const char* label) {
    const int row = page.versionRows().rowOf(QLatin1String(label));
    return row < 0 ? QString() : page.versionRows().at(row).alias;
  }
};

} // namespace

class ModelsPageTest : public QObject {
  Q_OBJECT
 private slots:
  void accuracyAndDriftAreShown() {
    Desk d;
    QAbstractItemModelTester tester(d.page.accuracy().model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    QCOMPARE(d.page.accuracy().lines().shownCount(), 3); // the whole, and two categories
    QVERIFY(!d.page.calibration().isEmpty());
    QVERIFY(d.page.calibration().reading(2).contains(QStringLiteral("50")));
    QVERIFY(d.page.drift().lines().rowCount() >= 10);
    QVERIFY2(d.page.summary().contains(QStringLiteral("WAPE")), qPrintable(d.page.summary()));
  }

  void aChallengerGoesItsWayByKeys() {
    Desk d;
    d.addByForm(QStringLiteral("history_weeks=40 season=off"));
    QVERIFY(d.until([&] { return d.page.versions().lines().shownCount() == 4; }));
    QVERIFY(!d.page.versionCard().isVisible());
    QCOMPARE(d.page.versions().focusedKey(), QStringLiteral("elasticity_estimator/1.1.0")); // to be tried next
    d.press(Qt::Key_P);                                                                     // not tried yet
    QVERIFY(!d.page.reasonCard().isVisible());
    d.press(Qt::Key_T);
    QVERIFY(d.until([&] { return d.page.differences().isVisible(); }));
    // Once its worth is kept, it may be promoted.
    QVERIFY(d.until([&] {
      d.focus("elasticity_estimator/1.1.0");
      d.press(Qt::Key_P);
      return d.page.reasonCard().isVisible();
    }));
    d.page.reasonCard().field()->setText(QStringLiteral("fits the last year"));
    QTest::keyClick(d.page.reasonCard().field(), Qt::Key_Return);
    QVERIFY(d.until([&] { return d.aliasOf("elasticity_estimator/1.1.0") == u"champion"; }));
    QVERIFY(d.until([&] {
      d.focus("elasticity_estimator/1.1.0");
      d.press(Qt::Key_B);
      return d.page.reasonCard().isVisible();
    }));
    d.page.reasonCard().field()->setText(QStringLiteral("worse after all"));
    QTest::keyClick(d.page.reasonCard().field(), Qt::Key_Return);
    QVERIFY(d.until([&] { return d.aliasOf("elasticity_estimator/1.0.0") == u"champion"; }));
  }

  void whatCannotBeSetIsSaidInTheForm() {
    Desk d;
    d.focus("elasticity_estimator/1.0.0");
    d.press(Qt::Key_N);
    VersionCard& card = d.page.versionCard();
    QCOMPARE(card.version()->text(), QStringLiteral("1.1.0"));
    for (const char* bad : {"memory=3", "history_weeks", "history_weeks=-4", "season=7", "level_rate=x"}) {
      card.parameters()->setText(QLatin1String(bad));
      QVERIFY2(!card.button()->isEnabled() && !card.wrong().isEmpty(), bad);
    }
    card.parameters()->setText(QStringLiteral("history_weeks=52"));
    QVERIFY(card.button()->isEnabled());
    card.version()->setText(QStringLiteral("0.1.0")); // older than the newest: the registry says so, the form stays
    QTest::keyClick(card.version(), Qt::Key_Return);
    QVERIFY(d.until([&] { return card.wrong().contains(QStringLiteral("1.0.0")); }));
    QVERIFY(card.isVisible());
  }

  // What a plain regression would claim is a key away, with a warning where it is misled.
  void plainRegressionsStandBeside() {
    Desk d;
    QAbstractItemModelTester tester(d.page.readings().model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    QVERIFY(!d.page.readings().isVisible());
    d.press(Qt::Key_R);
    QVERIFY(d.page.readings().isVisible()); // at once, and said that it is being read
    QVERIFY(d.until([&] { return d.page.readings().lines().shownCount() == 3; }));
    const auto cell = [&](int row, int column) {
      return d.page.readings().model()->index(row, column).data().toString();
    };
    QCOMPARE(cell(0, ReadingModel::Category), QStringLiteral("The whole assortment"));
    for (int row = 0; row < 3; ++row)
      QVERIFY2(cell(row, ReadingModel::Orthogonal).contains(QStringLiteral(" ± ")) ||
                   !cell(row, ReadingModel::Said).isEmpty(),
               "an estimate, or why there is none");
    d.press(Qt::Key_C);
    QVERIFY(d.page.accuracy().isVisible());
    d.press(Qt::Key_R);
    d.press(Qt::Key_Escape); // stopped: what was read before stays
    QVERIFY(d.page.tryButton()->text() != QStringLiteral("Stop"));
    QCOMPARE(d.page.readings().lines().shownCount(), 3);
  }

  void readOnlyOnlyLooks() {
    Desk d;
    d.page.setReadOnly(true);
    d.press(Qt::Key_N);
    QVERIFY(!d.page.versionCard().isVisible());
  }
};

QTEST_MAIN(ModelsPageTest)
#include "tst_ModelsPage.moc"
