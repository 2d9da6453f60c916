// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The page of insights by keys alone: what stands there is what the snapshots hold, every row leads on, and what cannot
// be told says why.
#include "charts/ChartExport.h"
#include "lookbook/SyntheticEarnings.h"
#include "pages/insights/InsightsFigures.h"
#include "shell/InsightsLink.h"
#include "support/PageDesk.h"
#include "support/RoomOfColumns.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

const Currency kDollar = *Currency::fromCode(u"USD");

// The page before made-up snapshots.
struct Shown {
  Theme theme;
  InsightsPage page{theme};
  QSignalSpy skus{&page, &InsightsPage::skuOpened}, opened{&page, &InsightsPage::testOpened},
      wishes{&page, &InsightsPage::wishChanged}, stops{&page, &InsightsPage::cancelled};
  explicit Shown(bool bySku = true) {
    page.resize(1240, 820);
    page.show();
    QApplication::setActiveWindow(&page);
    page.showRevenue(syntheticRevenue({.bySku = bySku}), syntheticCategories(), {kDollar, *Currency::fromCode(u"EUR")});
    page.showScores(syntheticScores());
    page.showTests(std::make_shared<const TestsDashboard>(testsDashboard(syntheticTestYear(), {}).value()));
    page.focusMain();
  }
  void press(int key) {
    QWidget* at = QApplication::focusWidget();
    QTest::keyClick(at && page.isAncestorOf(at) ? at : &page, Qt::Key(key));
  }
};

// The real engine behind it.
struct Desk : PageDesk<InsightsPage, InsightsLink> {
  Desk() {
    open([this] { return page.revenue().earningsRows().rowCount() == 2 && !page.isBusy(); });
  }
};

} // namespace

class InsightsPageTest : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

  void theBridgeAddsUpToTheCent() {
    Shown d;
    for (const auto measure : {BridgeMeasure::Revenue, BridgeMeasure::Profit}) {
      d.page.revenue().setMeasure(measure);
      const BridgeChart& bridge = d.page.revenue().bridge();
      QVERIFY(bridge.shownChange() != 0);
      QCOMPARE(bridge.shownSum(), bridge.shownChange());
      QCOMPARE(int(bridge.table().rows.size()), bridge.places());
    }
  }

  void aCategoryShowsItsProductsAndAProductOpens() {
    Shown d;
    RevenueView& r = d.page.revenue();
    QVERIFY(r.earnings().focusKey(QStringLiteral("coffee")));
    const BridgeParts whole = r.earningsRows().parts(r.earnings().focusedRow());
    d.press(Qt::Key_Return);
    QCOMPARE(r.below(), RevenueView::Products);
    QCOMPARE(r.category(), QStringLiteral("coffee"));
    BridgeParts sum;
    for (int row = 0; row < r.earningsRows().rowCount(); ++row)
      QVERIFY(addParts(sum, r.earningsRows().parts(row)));
    QVERIFY(r.earningsRows().rowCount() > 1);
    QCOMPARE(sum, whole); // what is drilled into is made of these
    d.press(Qt::Key_Return);
    QCOMPARE(d.skus.size(), 1);
    QCOMPARE(d.skus.first().first().toString(), r.earnings().focusedKey());
    d.press(Qt::Key_Backspace);
    QCOMPARE(r.below(), RevenueView::Categories);
    QCOMPARE(r.earnings().focusedKey(), QStringLiteral("coffee"));
  }

  void productsAreReadWhenTheyAreWanted() {
    Shown d(false);
    d.page.revenue().showBelow(RevenueView::Products);
    QCOMPARE(d.wishes.size(), 1);
    QVERIFY(d.page.wish().bySku);
  }

  void keysChooseViewPeriodAndMeasure() {
    Shown d;
    d.press(Qt::Key_2);
    QCOMPARE(d.page.view(), InsightsPage::Tests);
    d.press(Qt::Key_1);
    QCOMPARE(d.page.view(), InsightsPage::Revenue);
    d.press(Qt::Key_W);
    QCOMPARE(d.page.wish().weeks, 26);
    d.press(Qt::Key_W), d.press(Qt::Key_W);
    QCOMPARE(d.page.wish().weeks, 0);
    d.press(Qt::Key_A);
    QCOMPARE(d.page.wish().against, EarningsAgainst::LastYear);
    d.press(Qt::Key_M);
    QCOMPARE(d.page.revenue().measure(), BridgeMeasure::Profit);
    d.press(Qt::Key_T);
    QCOMPARE(d.page.revenue().below(), RevenueView::Zones);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_W, Qt::ControlModifier); // not a bare key
    QCOMPARE(d.page.wish().weeks, 0);
    d.press(Qt::Key_Escape);
    QCOMPARE(d.stops.size(), 0);
    d.page.showBusy(true);
    d.press(Qt::Key_Escape);
    QCOMPARE(d.stops.size(), 1);
  }

  void keysActOnWhatIsShown() {
    Shown d;
    RevenueView& r = d.page.revenue();
    d.press(Qt::Key_G);
    QCOMPARE(r.below(), RevenueView::Groups); // first the table, then what it is grouped by
    const auto who = [&r] { return r.table().lines().rows().text(0, ScoreGroupModel::Name); };
    const QString first = who();
    d.press(Qt::Key_2);
    const int measure = int(r.measure());
    d.press(Qt::Key_M);
    QCOMPARE(int(r.measure()), measure); // nothing is changed that is not seen
    d.press(Qt::Key_G);
    QCOMPARE(d.page.tests().below(), TestsView::Categories);
    d.press(Qt::Key_G);
    QCOMPARE(d.page.tests().below(), TestsView::Periods);
    d.press(Qt::Key_1);
    QCOMPARE(who(), first);
    d.press(Qt::Key_G);
    QVERIFY(who() != first);
  }

  void stoppedTestsAreSaidToBe() {
    TestLine line;
    line.state = TestState::Reverted, line.verdict = TestVerdict::Worse, line.reason = QStringLiteral("severe-harm");
    QCOMPARE(testWord(line).word, QStringLiteral("reverted: severe harm"));
    QVERIFY(testWord(line).tone == paint::Tone::Negative);
    line.verdict = TestVerdict::Better, line.reason = QStringLiteral("plan-changed");
    QCOMPARE(testWord(line).word, QStringLiteral("reverted: plan was changed")); // its lift is no finding
    line.reason = QStringLiteral("nobody-decided");
    QCOMPARE(testWord(line).word, QStringLiteral("better"));
    QCOMPARE(testWord(line).detail, QStringLiteral("reverted: nobody decided"));
    line.verdict = TestVerdict::Undecided, line.reason = QStringLiteral("The supplier called");
    QCOMPARE(testWord(line).word, QStringLiteral("reverted: by a person"));
    QVERIFY(testWord(line).tone == paint::Tone::Neutral);
    line.state = TestState::Paused, line.reason = QStringLiteral("sales-silent");
    QCOMPARE(testWord(line).word, QStringLiteral("paused: sales silent"));
  }

  void eachLineOfStatesLeadsToItsTests() {
    Shown d;
    d.press(Qt::Key_2);
    TestsView& t = d.page.tests();
    const LineModel& lines = t.states().lines();
    QVERIFY(lines.rowCount() > 4);
    int all = 0;
    for (int row = 0; row < lines.rowCount(); ++row) {
      emit t.states().opened(row);
      QCOMPARE(QString::number(t.tests().lines().shownCount()), lines.at(row).chip);
      all += t.tests().lines().shownCount();
    }
    QCOMPARE(all, t.testRows().rowCount());
  }

  void aTargetIsMetOnlyWhereTheWholeIntervalSaysSo() {
    TestsDashboard d;
    d.inTime = shareOf(3, 3);
    FigureTile::Figure few = inTimeFigure(d);
    QCOMPARE(few.value, QStringLiteral("100 %"));
    QVERIFY2(few.delta.contains(QStringLiteral("not shown yet")), qPrintable(few.delta));
    QVERIFY(few.direction == 0 && few.tone == paint::Tone::Neutral);
    d.inTime = shareOf(58, 60);
    QVERIFY(inTimeFigure(d).delta.endsWith(QStringLiteral(" met")));
    d.inTime = shareOf(30, 60);
    QVERIFY(inTimeFigure(d).delta.startsWith(QStringLiteral("below")));
  }

  void predictionsAreJudgedInWordsOnOneScale() {
    Shown d;
    RevenueView& r = d.page.revenue();
    r.showBelow(RevenueView::Decisions);
    QAbstractItemModelTester tester(r.table().model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    int inside = 0, outside = 0;
    const ScoreModel& rows = r.scoreRows();
    for (int row = 0; row < rows.rowCount(); ++row) {
      const QString word = rows.text(row, ScoreModel::Judged);
      QVERIFY(!word.isEmpty());
      inside += word == u"inside", outside += word.startsWith(u"outside");
      QVERIFY(isTold(rows.at(row)) == (word == u"inside" || word.startsWith(u"outside")));
    }
    const ShareOf& share = syntheticScores()->calibration.inside90;
    QCOMPARE(inside, share.hits);
    QCOMPARE(inside + outside, share.of);
    QCOMPARE(rows.index(0, ScoreModel::PredictedDrawn).data(RowModel::ScaleRole),
             rows.index(0, ScoreModel::RealizedDrawn).data(RowModel::ScaleRole));
    QCOMPARE(r.scoreChart().places(), share.of);
  }

  void aBandLeadsToThePricesThatItStandsOn() {
    Shown d;
    RevenueView& r = d.page.revenue();
    r.showBelow(RevenueView::Bands);
    QCOMPARE(r.bandRows().text(2, BandModel::Band), QStringLiteral("–"));
    QVERIFY(r.bandRows().detail(2, BandModel::State).contains(QStringLiteral("outside")));
    QVERIFY(r.table().focusKey(QStringLiteral("juice")));
    r.table().setFocus();
    d.press(Qt::Key_Return);
    QCOMPARE(r.below(), RevenueView::Decisions);
    QVERIFY(r.table().lines().shownCount() > 0);
    for (const int row : r.table().lines().shownRows())
      QCOMPARE(r.scoreRows().at(row).category, QStringLiteral("juice"));
  }

  void testsOpenAndTheirLiftsStandInOrder() {
    Shown d;
    d.press(Qt::Key_2);
    TestsView& t = d.page.tests();
    const ReportTable table = t.forest().table();
    double last = 1e9;
    QVERIFY(table.rows.size() > 12);
    for (std::size_t i = 2; i < std::size_t(table.rows.size()); ++i) { // after both sums
      const double lift = table.rows[i][1].toDouble();
      QVERIFY(lift <= last);
      last = lift;
    }
    t.tests().focusLine(0);
    d.press(Qt::Key_Return);
    QCOMPARE(d.opened.size(), 1);
    t.forest().setFocus();
    t.forest().setPlace(2);
    d.press(Qt::Key_Return);
    QCOMPARE(d.opened.size(), 2);
    QCOMPARE(d.opened.last().first().value<Id>(), t.forest().testAt(2));
    t.showBelow(TestsView::Categories);
    QVERIFY(t.belowWords().contains(QStringLiteral("shrunk")));
    QCOMPARE(t.sumRows().text(t.sumRows().rowCount() - 1, LiftSumModel::Name), QStringLiteral("All"));
  }

  void whatIsLeftOutAndWhatIsEmptyIsSaid() {
    Shown d;
    d.page.showRevenue(syntheticRevenue({}, true), {}, {kDollar});
    QVERIFY2(d.page.leftOut().contains(QStringLiteral("CHF")) && d.page.leftOut().contains(QStringLiteral("VAT")),
             qPrintable(d.page.leftOut()));
    d.page.showScores(std::make_shared<const ScoreBoard>());
    QVERIFY(!d.page.revenue().scoreChart().summary().isEmpty() && d.page.revenue().scoreChart().isEmpty());
    d.page.showRevenue(std::make_shared<const RevenueDashboard>(), {}, {kDollar});
    QVERIFY(d.page.noSales().isVisible());
    d.page.showTests(std::make_shared<const TestsDashboard>());
    d.press(Qt::Key_2);
    QVERIFY(d.page.noTests().isVisible());
  }

  // A window of 1280 pixels, less its navigation: columns that matter less give way, the others are not squeezed.
  void aNarrowWindowShortensNoFigure() {
    Shown d;
    d.page.resize(1092, 740);
    RevenueView& r = d.page.revenue();
    for (int tab = 0; tab < RevenueView::kTabs; ++tab) {
      r.showBelow(RevenueView::Below(tab));
      const QString narrow = columnWithoutRoom(r.table(), d.theme);
      QVERIFY2(narrow.isEmpty(), qPrintable(QStringLiteral("%1 %2").arg(tab).arg(narrow)));
    }
    d.press(Qt::Key_2);
    TestsView& t = d.page.tests();
    for (int tab = 0; tab < TestsView::kTabs; ++tab) {
      t.showBelow(TestsView::Below(tab));
      const QString narrow = columnWithoutRoom(t.table(), d.theme);
      QVERIFY2(narrow.isEmpty(), qPrintable(QStringLiteral("%1 %2").arg(tab).arg(narrow)));
    }
    const std::vector<int> shown = t.tests().shownColumns(), wanted = t.tests().wantedColumns();
    QVERIFY(std::find(shown.begin(), shown.end(), int(TestLineModel::Units)) == shown.end());
    QCOMPARE(int(wanted.size()), t.testRows().columnCount()); // what is written out has all of them
    t.tests().showColumn(TestLineModel::Units, true);         // whoever wants it has it
    QVERIFY(!t.tests().isColumnHidden(TestLineModel::Units));
    t.showBelow(TestsView::Below(0)); // what is not seen is not fitted
    d.page.resize(2000, 900);
    QTRY_COMPARE(t.tests().shownColumns().size(), wanted.size());
  }

  // A filter that is not seen would hide why rows are missing; and who wants a column has it again after a restart.
  void aRestoredTableShowsWhatFiltersAndWhatWasWanted() {
    Shown d;
    d.page.resize(1092, 740);
    d.press(Qt::Key_2);
    TableView& table = d.page.tests().tests();
    QVERIFY(table.isColumnHidden(TestLineModel::Units));
    QJsonObject plain = table.layoutState(), filtered = plain;
    filtered.insert(QStringLiteral("filters"), QJsonObject{{QStringLiteral("units"), QStringLiteral(">1")}});
    table.setLayoutState(filtered);
    QVERIFY(!table.isColumnHidden(TestLineModel::Units));
    table.setLayoutState(plain);
    QVERIFY(table.isColumnHidden(TestLineModel::Units));
    table.showColumn(TestLineModel::Units, true);
    const QJsonObject wanted = table.layoutState();
    table.setLayoutState(plain);
    QVERIFY(table.isColumnHidden(TestLineModel::Units));
    table.setLayoutState(wanted);
    QVERIFY(!table.isColumnHidden(TestLineModel::Units));
  }

  void noTestIsShownInPart() {
    Shown d;
    d.press(Qt::Key_2);
    ForestChart& forest = d.page.tests().forest();
    for (const int height : {700, 733, 777, 820}) {
      d.page.resize(1240, height);
      QCOMPARE(ForestChart::partOfRow(forest.parentWidget()->height()), 0);
    }
    forest.setPlace(forest.places() - 1);
    QVERIFY(forest.minimumSizeHint().height() >= 40 + ForestChart::kRow * forest.places());
  }

  void everyChartLeavesAsFileAndEveryPartHasAName() {
    Shown d;
    for (Chart* chart : d.page.findChildren<Chart*>()) {
      QVERIFY(!chart->accessibleName().isEmpty() && !chart->subject().isEmpty());
      QVERIFY(chart->isEmpty() || chartBytes(*chart, ChartFile::Csv).size() > 20);
      QVERIFY(chartBytes(*chart, ChartFile::Svg).contains("<svg"));
      for (int place = 0; place < chart->places(); ++place)
        QVERIFY(!chart->reading(place).isEmpty());
    }
    for (TableView* table : d.page.findChildren<TableView*>())
      QVERIFY(!table->accessibleName().isEmpty());
  }

  void theEngineAnswersAndTheNewestWishWins() {
    Desk d;
    const RevenueView& r = d.page.revenue();
    QCOMPARE(r.bridge().shownSum(), r.bridge().shownChange());
    QVERIFY(r.weeks().places() == 13);
    QVERIFY(!r.tile(0).figure().value.isEmpty() && r.tile(0).figure().value != u"–");
    d.page.setWeeks(4);
    d.page.setWeeks(26);
    QVERIFY(d.until([&] { return r.weeks().places() == 26 && !d.page.isBusy(); }));
    d.page.revenue().showBelow(RevenueView::Products);
    QVERIFY(d.until([&] { return r.earningsRows().rowCount() == 6; }));
    d.page.showView(InsightsPage::Tests);
    QVERIFY(d.page.noTests().isVisible()); // none was planned
  }

  void onlyWhatIsShownIsRead() {
    Desk d;
    d.page.showView(InsightsPage::Tests);
    QVERIFY(d.until([&] { return !d.page.isBusy(); }));
    const int before = d.link.questions();
    d.page.setWeeks(4);
    QVERIFY(d.until([&] { return !d.page.isBusy(); }));
    QCOMPARE(d.link.questions(), before + 1); // the tests, and neither revenue nor scores
    d.page.showView(InsightsPage::Revenue);
    QVERIFY(d.until([&] { return d.page.revenue().weeks().places() == 4 && !d.page.isBusy(); }));
    QCOMPARE(d.link.questions(), before + 2);
  }

  void manyChangesAreOneReasonToReadAnew() {
    Desk d;
    QSignalSpy changed(&d.engine, &Engine::changed);
    const int before = d.link.questions();
    for (int i = 0; i < 20; ++i)
      d.engine.write(&d.page, [](Workspace&, const JobContext&) { return Status(); }, [](const Status&) {});
    QVERIFY(d.until([&] { return changed.size() == 20 && d.link.questions() > before; }));
    QVERIFY(d.until([&] { return !d.page.isBusy() && !d.engine.isBusy(); }));
    QVERIFY2(d.link.questions() <= before + 2 * 3, qPrintable(QString::number(d.link.questions() - before)));
  }

  void readingStopsOnEscAndWhatStoodThereStays() {
    Desk d;
    const int before = d.page.revenue().weeks().places();
    d.page.setWeeks(52);
    emit d.page.cancelled();
    QVERIFY(!d.page.isBusy());
    QVERIFY(d.until([&] { return !d.engine.isBusy(); })); // what was under way has ended and said so
    QCoreApplication::processEvents();
    QCOMPARE(d.page.revenue().weeks().places(), before);
    emit d.page.refreshWanted();
    QVERIFY(d.until([&] { return d.page.revenue().weeks().places() == 52; }));
  }
};

QTEST_MAIN(InsightsPageTest)
#include "tst_InsightsPage.moc"
