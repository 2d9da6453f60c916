// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Scenarios in the window: asked, compared, kept, sent to approvals; what cannot be is said with what would be.
#include "shell/ScenariosLink.h"
#include "support/PageDesk.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

struct Desk : PageDesk<ScenariosPage, ScenariosLink> {
  QSignalSpy opened{&engine, &Engine::workspaceOpened};
  Desk() {
    market.cycle(false);
    open([this] { return opened.count() > 0; });
  }
  int rows() { return page.scenarios().lines().shownCount(); }
  void press(int key) { QTest::keyClick(&page.scenarios(), Qt::Key(key)); }
  void planned(int expected) {
    press(Qt::Key_P);
    QVERIFY(until([&] { return rows() == expected && page.summary().contains(QStringLiteral("could be planned")); }));
  }
};

} // namespace

class ScenariosPageTest : public QObject {
  Q_OBJECT
 private slots:
  void plannedKeptComparedAndSent() {
    Desk d;
    QAbstractItemModelTester tester(d.page.scenarios().model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    d.page.form().mostChanges()->setText(QStringLiteral("4"));
    d.planned(1);
    QVERIFY(d.page.prices().lines().shownCount() > 0 && d.page.prices().lines().shownCount() <= 4);
    QCOMPARE(d.page.chart().marks().size(), std::size_t(1));
    QCOMPARE(d.page.limits().lines().rowCount(), 1); // the number of changes, and what one more would bring
    d.press(Qt::Key_W);
    QVERIFY(d.page.nameCard().isVisible());
    d.page.nameCard().field()->setText(QStringLiteral("careful"));
    QTest::keyClick(d.page.nameCard().field(), Qt::Key_Return);
    QVERIFY(d.until([&] { return d.rows() == 2; }));
    d.page.form().mostChanges()->clear();
    d.page.form().field(&ScenarioWish::mostIndex)->setText(QStringLiteral("0.5"));
    d.planned(2);
    QCOMPARE(d.page.chart().marks().size(), std::size_t(2));
    d.press(Qt::Key_S);
    QVERIFY(d.until([&] { return d.page.banner().isVisible(); }));
    QVERIFY2(d.page.banner().text().contains(QStringLiteral("wait in the queue")), qPrintable(d.page.banner().text()));
    QSignalSpy noticed(&d.page, &Page::noticed);
    const auto hears = [&](const char* words) {
      return d.until(
          [&] { return !noticed.empty() && noticed.last().first().toString().contains(QLatin1String(words)); });
    };
    d.press(Qt::Key_U);
    QVERIFY(hears("taken back"));
    QVERIFY(!d.page.banner().isVisible());
    int fromHere = -1;
    d.engine.read(
        &d.page, [](Workspace& w, const JobContext&) { return w.queue(); },
        [&](const Result<QueueSnapshot>& queue) {
          fromHere = int(std::count_if(queue->pending.begin(), queue->pending.end(),
                                       [](const QueueRow& r) { return r.reasons.contains(u"by-scenario"); }));
        });
    QVERIFY(d.until([&] { return fromHere == 0; }));
    d.press(Qt::Key_U);
    QVERIFY(hears("Nothing to take back"));
    // A kept one is dropped by Del, and the journal says both.
    d.press(Qt::Key_Down);
    d.press(Qt::Key_Delete);
    QVERIFY(d.until([&] { return d.rows() == 1; }));
  }

  void theFrontierIsDrawnAndAPointLoads() {
    Desk d;
    d.press(Qt::Key_F);
    QVERIFY(d.until([&] { return d.page.chart().places() > 2; }));
    emit d.page.chart().opened(1);
    QCOMPARE(d.page.form().objective()->currentIndex(), 3); // profit and revenue, weighted
    QVERIFY(d.until([&] { return d.rows() == 1; }));
  }

  void whatCannotBeSaysWhatWould() {
    Desk d;
    d.page.form().field(&ScenarioWish::leastProfit)->setText(QStringLiteral("95"));
    d.press(Qt::Key_P);
    QVERIFY(d.until([&] { return d.page.banner().isVisible(); }));
    QVERIFY2(d.page.banner().text().contains(QStringLiteral("profit")), qPrintable(d.page.banner().text()));
    QCOMPARE(d.rows(), 0);
  }

  // The answer to Esc is the best plan until then, or word that there is none; the page is ready again either way.
  void stoppingAnswers() {
    Desk d;
    d.press(Qt::Key_P);
    QTest::keyClick(&d.page, Qt::Key_Escape);
    QVERIFY(d.until([&] { return d.rows() == 1 || d.page.summary().contains(QStringLiteral("Stopped")); }));
    d.planned(1);
    QCOMPARE(QApplication::focusWidget(), static_cast<QWidget*>(&d.page.scenarios())); // its keys act at once
  }

  void wrongNumbersAreSaidAndNothingIsAsked() {
    Desk d;
    QSignalSpy asked(&d.page, &ScenariosPage::planRequested);
    for (const char* bad : {"x", "1e9", "nan", "--3"}) {
      d.page.form().field(&ScenarioWish::mostIndex)->setText(QLatin1String(bad));
      QVERIFY2(!d.page.form().problem().isEmpty() && !d.page.planButton()->isEnabled(), bad);
      d.page.plan();
    }
    QCOMPARE(asked.count(), 0);
    for (const char* good : {"", "1", "+2 %", "−1.5"}) {
      d.page.form().field(&ScenarioWish::mostIndex)->setText(QString::fromUtf8(good));
      QVERIFY2(d.page.form().problem().isEmpty(), good);
    }
    QCOMPARE(*d.page.form().wish()->mostIndex, -1.5);
  }

  void aWishSurvivesItsForm() {
    Desk d;
    ScenarioWish wish;
    wish.objective = QStringLiteral("weighted"), wish.profitWeight = 0.3, wish.caution = 0.25, wish.mostChanges = 12;
    wish.leastRevenue = -2, wish.mostCategoryIndex = 1.5, wish.mostMove = 8;
    wish.leastCategoryIndex = -3, wish.leastRivalIndex = -20, wish.mostRivalIndex = 250, wish.leastKviIndex = -1;
    wish.categories = QStringList{QStringLiteral("juice"), QStringLiteral("tea")}; // as a command may ask
    wish.relations = QStringList{QStringLiteral("A <= 0.9 * B"), QStringLiteral("C@N <= C@S")};
    d.page.form().setWish(wish);
    QVERIFY(*d.page.form().wish() == wish);
    wish.relations = QStringList{QStringLiteral("A is cheaper")};
    d.page.form().setWish(wish);
    QVERIFY(!d.page.form().wish() && d.page.form().problem().contains(QStringLiteral("A is cheaper")));
  }
};

QTEST_MAIN(ScenariosPageTest)
#include "tst_ScenariosPage.moc"
