// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Tests by blocks of time, and tests of models: their fields, their words, and what is never said of them.
#include "charts/LiftChart.h"
#include "engine/texts/Texts.h"
#include "itemmodels/ExperimentModels.h"
#include "lookbook/SyntheticExperiments.h"
#include "pages/experiments/ExperimentsPage.h"

#include <QApplication>
#include <QCheckBox>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace pricewright;
using namespace pricewright::test;

namespace {

struct Desk {
  Theme theme;
  ExperimentsPage page{theme};

  Desk() {
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    page.resize(1240, 820);
    page.show();
    QApplication::setActiveWindow(&page);
    page.showBoard(syntheticExperiments());
    page.focusMain();
  }
  void press(int key) { QTest::keyClick(&page.tests(), Qt::Key(key)); }
  ExperimentForm& form() { return page.wizard().form(); }
  void type() {
    press(Qt::Key_N);
    form().skus()->setText(QStringLiteral("OJ-TROP-64"));
    form().price()->setText(QStringLiteral("+5 %"));
  }
};

ExperimentRow draftOf(const ExperimentPlan& plan) {
  ExperimentRow row = syntheticExperiment(TestState::Draft).row;
  row.plan = plan;
  return row;
}

// Where a draft's card says that sales come from.
QString plannedSales(const ExperimentPlan& plan) {
  ExperimentCard card = syntheticExperiment(TestState::Draft);
  card.row = draftOf(plan);
  for (const Line& line : TrustCard::lines(card))
    if (line.text == QStringLiteral("Sales from"))
      return line.trailing;
  return {};
}

void showChanged(Desk& d, const ExperimentCard& card) {
  ExperimentBoard board = syntheticExperiments();
  for (ExperimentCard& one : board.cards)
    if (one.row.id == card.row.id)
      one = card;
  d.page.showBoard(board);
}

} // namespace

class ExperimentKindsTest : public QObject {
  Q_OBJECT
 private slots:
  // Sales are compared by weeks, and each zone has each price once in two blocks.
  void blocksHaveLengthsOfTheirOwn() {
    Desk d;
    d.type();
    d.page.showPreview(syntheticPreview(*d.form().plan(), false)); // 42 zones
    d.form().chooseDesign(TestDesign::Switchback);
    QVERIFY2(d.form().plan().has_value(), qPrintable(d.form().problem()));
    ExperimentPlan usual;
    giveBlocks(usual, 42);
    const ExperimentPlan plan = *d.form().plan();
    QCOMPARE(plan.blockDays, usual.blockDays);
    QCOMPARE(plan.washoutDays, usual.washoutDays);
    QCOMPARE(plan.days, usual.days);
    QCOMPARE(plan.longestDays, usual.longestDays);
    QVERIFY(plan.rampPercent == usual.rampPercent && plan.rampPercent.size() == 1);
    QVERIFY(!d.form().number(&ExperimentPlan::rampDays)->isVisible());
    QLineEdit* block = d.form().number(&ExperimentPlan::blockDays);
    for (const char* bad : {"15", "7", "21"}) { // of 21 days, 56 are no whole twos
      block->setText(QLatin1String(bad));
      QVERIFY2(!d.form().problem().isEmpty(), bad);
    }
    block->setText(QStringLiteral("14"));
    d.form().number(&ExperimentPlan::washoutDays)->setText(QStringLiteral("0"));
    QVERIFY(!d.form().problem().isEmpty());
    d.form().number(&ExperimentPlan::washoutDays)->setText(QStringLiteral("7"));
    d.form().number(&ExperimentPlan::days)->setText(QStringLiteral("42"));
    QVERIFY(!d.form().problem().isEmpty());
    d.form().chooseDesign(TestDesign::Clusters); // as it was before
    QVERIFY2(d.form().plan().has_value(), qPrintable(d.form().problem()));
    QCOMPARE(d.form().plan()->days, ExperimentPlan().days);
    QCOMPARE(d.form().plan()->blockDays, ExperimentPlan().blockDays);
    QVERIFY(d.form().plan()->rampPercent == ExperimentPlan().rampPercent);
  }

  void visitorsMayBuyByTheOrdersKeptHere() {
    Desk d;
    d.type();
    QVERIFY(!d.form().salesFrom()->isVisible());
    d.form().chooseDesign(TestDesign::Visitors);
    QVERIFY(d.form().salesFrom()->isVisible());
    const QStringList before = d.form().typed();
    d.form().salesFrom()->setCurrentIndex(int(SalesFrom::Orders));
    QVERIFY(d.form().typed() != before); // a draft that somebody changed
    QSignalSpy kept(&d.page, &ExperimentsPage::draftRequested);
    QTest::keyClick(d.form().salesFrom(), Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(kept.size(), 1);
    const ExperimentPlan plan = *d.form().plan();
    QCOMPARE(plan.salesFrom, SalesFrom::Orders);
    QCOMPARE(plannedSales(plan), QStringLiteral("orders kept here"));
    QCOMPARE(plannedSales(syntheticExperiment(TestState::Draft).row.plan), QString()); // zones have sales of their own
    d.form().setPlan({});
    QCOMPARE(d.form().salesFrom()->currentIndex(), int(SalesFrom::Events));
    d.form().setPlan(plan);
    QCOMPARE(d.form().plan()->salesFrom, SalesFrom::Orders);
    d.form().chooseDesign(TestDesign::Clusters); // zones sell what they sell
    QCOMPARE(d.form().plan()->salesFrom, SalesFrom::Events);
  }

  // Where a test cannot be one, the form says why; where it can, what that costs.
  void onlyVisitorsMayBeABandit() {
    Desk d;
    d.type();
    QVERIFY(!d.form().bandit()->isEnabled() && !d.form().banditFloor()->isVisible());
    QVERIFY2(d.form().banditText().startsWith(QStringLiteral("Only with visitors")), qPrintable(d.form().banditText()));
    d.form().chooseDesign(TestDesign::Visitors);
    QVERIFY(d.form().bandit()->isEnabled());
    const QStringList before = d.form().typed();
    d.form().bandit()->click();
    QVERIFY(d.form().typed() != before && d.form().banditFloor()->isVisible() && d.form().burnIn()->isVisible());
    QCOMPARE(d.form().plan()->bandit, std::optional(BanditTerms()));
    QVERIFY2(d.form().banditText().contains(QStringLiteral("up to 2.8 times as many visitors")),
             qPrintable(d.form().banditText()));
    d.form().banditFloor()->setText(QStringLiteral("25"));
    d.form().burnIn()->setText(QStringLiteral("400"));
    QCOMPARE(d.form().plan()->bandit, std::optional(BanditTerms{2500, 400}));
    QVERIFY(d.form().banditText().contains(QStringLiteral("up to 1.3 times")));
    for (const char* bad : {"50", "0", "x", "-1"}) {
      d.form().banditFloor()->setText(QLatin1String(bad));
      QVERIFY2(!d.form().plan() && d.form().problem().startsWith(QStringLiteral("Floor")), bad);
    }
    d.form().banditFloor()->clear(); // as the program suggests
    QCOMPARE(d.form().plan()->bandit, std::optional(BanditTerms{1000, 400}));
    const ExperimentPlan plan = *d.form().plan();
    d.form().chooseDesign(TestDesign::Clusters);
    QVERIFY(d.form().plan() && !d.form().plan()->bandit && !d.form().bandit()->isChecked());
    d.form().chooseDesign(TestDesign::Visitors); // as it was before
    QVERIFY(d.form().plan() && *d.form().plan() == plan);
    d.form().setPlan({});
    QVERIFY(!d.form().bandit()->isChecked());
    d.form().setPlan(plan);
    QVERIFY(d.form().plan() && *d.form().plan() == plan);
  }

  void aBanditShowsItsSharesAndBothFigures() {
    Desk d;
    const ExperimentCard card = syntheticBandit(true);
    ExperimentBoard board = syntheticExperiments();
    board.cards.insert(board.cards.begin(), card);
    d.page.showBoard(board);
    QVERIFY(d.page.tests().focusKey(card.row.id.toString()));
    const AllocationChart& chart = d.page.monitor().shares();
    QVERIFY(chart.isVisible());
    QCOMPARE(chart.places(), int(card.shares.size()) + 1); // and what it began with
    QVERIFY2(
        chart.summary().startsWith(QStringLiteral("22 % of who comes see the new price, either price at least 10 %")),
        qPrintable(chart.summary()));
    QVERIFY2(chart.reading(1).contains(QStringLiteral("the better one with")), qPrintable(chart.reading(1)));
    QCOMPARE(chart.table().rows.size(), card.shares.size() + 1);
    QMap<QString, QString> said;
    for (const Line& line : TrustCard::lines(card))
      said.insert(line.text, line.trailing);
    QCOMPARE(said.value(QStringLiteral("New price shown to")), QStringLiteral("22 % · floor 10 %"));
    QCOMPARE(said.value(QStringLiteral("Chance to be best")), QStringLiteral("15 %"));
    const TestFigure &corrected = newestFigures(card)->figures.front(), &plain = *newestFigures(card)->plain;
    QVERIFY(said.value(QStringLiteral("Corrected")).startsWith(liftText(corrected.lift)));
    QVERIFY(said.value(QStringLiteral("Plain means")).startsWith(liftText(plain.lift)));
    QVERIFY(said.contains(QStringLiteral("Draws")) && !said.contains(QStringLiteral("Sample ratio")));
    const ExperimentCard early = syntheticBandit(false);
    for (const Line& line : TrustCard::lines(early))
      if (line.text == QStringLiteral("Chance to be best"))
        QCOMPARE(line.trailing, QStringLiteral("after 1,000 of each"));
    QVERIFY(d.page.tests().focusKey(board.cards[1].row.id.toString()));
    QVERIFY(!chart.isVisible()); // no other test deals anybody out anew
  }

  // Over a control that sold nothing there is no percentage: nowhere does it stand as a lift of 0.
  void aFigureWithoutABaselineIsSaidAsADifference() {
    Desk d;
    ExperimentCard card = syntheticBandit(true);
    TestFigure& figure = card.looks.back().reading.figures.front();
    figure = TestFigure::unknown(figure.metric, QStringLiteral("experiment.no-baseline"));
    figure.difference = TestDifference{0.33, 0.1, 0.56, 0};
    card.looks.back().reading.plain = figure;
    int told = 0;
    for (const Line& line : TrustCard::lines(card))
      if (line.text == QStringLiteral("Corrected") || line.text == QStringLiteral("Plain means")) {
        QCOMPARE(line.trailing, QStringLiteral("difference +0.3300 [+0.1000 … +0.5600]"));
        ++told;
      }
    QCOMPARE(told, 2);
    LiftChart looks(d.theme); // an older look is not taken for the newest
    looks.setCard(card);
    QVERIFY(looks.summary().endsWith(errorText(fail(figure.why))));
    ExperimentBoard board = syntheticExperiments();
    board.cards.insert(board.cards.begin(), card);
    ExperimentListModel model;
    model.setBoard(board);
    QCOMPARE(model.text(0, ExperimentListModel::Effect), QStringLiteral("–"));
    QVERIFY(model.text(0, ExperimentListModel::Interval).isEmpty());
    QVERIFY(std::isnan(model.number(0, ExperimentListModel::Effect)));
    QVERIFY(model.explained(0, ExperimentListModel::Effect).contains(QStringLiteral("no relative lift")));
    LiftChart chart(d.theme);
    chart.setCard(card);
    QCOMPARE(chart.places(), int(card.looks.size()) - 1);
    card.looks.erase(card.looks.begin(), card.looks.end() - 1);
    chart.setCard(card);
    QVERIFY2(chart.summary().contains(QStringLiteral("no relative lift")), qPrintable(chart.summary()));
  }

  // The shop shows the prices: none on the lists has moved, and none goes back.
  void visitorsAreNotSaidToHavePricesOnLists() {
    Desk d;
    ExperimentCard card = syntheticBandit(true);
    const Instant now = d.page.rows().now();
    QCOMPARE(designText(card), QStringLiteral("visitors, 8,120 + 5,310"));
    QVERIFY2(consequenceText(card, now).contains(QStringLiteral("R shows everybody the old price again")),
             qPrintable(consequenceText(card, now)));
    card.looks.clear(), card.unitsControl = card.unitsTreatment = 0;
    QCOMPARE(designText(card), QStringLiteral("visitors"));
    for (const Line& line : TrustCard::lines(card))
      if (line.text == QStringLiteral("Draws"))
        QCOMPARE(line.trailing, QStringLiteral("nobody seen yet"));
  }

  void fewZonesNeedMoreBlocksUnlessSomebodyTypedOthers() {
    Desk d;
    d.type();
    d.form().chooseDesign(TestDesign::Switchback); // it is not known yet in how many zones they are sold
    ExperimentPlan many;
    giveBlocks(many, 42);
    QVERIFY(d.form().plan()->longestDays > many.longestDays);
    d.form().setZoneCount(42);
    QCOMPARE(d.form().plan()->longestDays, many.longestDays);
    QLineEdit* longest = d.form().number(&ExperimentPlan::longestDays);
    longest->setText(QString::number(2 * many.longestDays));
    d.form().setZoneCount(3);
    QCOMPARE(d.form().plan()->longestDays, 2 * many.longestDays);
  }

  void aTestOfAModelKeepsItsModel() {
    Desk d;
    ExperimentPlan plan;
    plan.name = QStringLiteral("Model 1.1.0"), plan.model = QStringLiteral("1.1.0");
    d.page.wizard().begin(draftOf(plan));
    QVERIFY2(d.form().plan().has_value(), qPrintable(d.form().problem()));
    QVERIFY(*d.form().plan() == plan); // all products, no price, no guard that nobody asked for
    QVERIFY(d.form().price()->isHidden());
    QVERIFY(!d.form().designButton(TestDesign::Pairs)->isEnabled());
    d.form().name()->clear();
    QVERIFY(d.form().plan()->name.contains(plan.model));
    d.form().skus()->setText(QStringLiteral("OJ-TROP-64=3.49"));
    QVERIFY(!d.form().problem().isEmpty());
    d.form().skus()->setText(QStringLiteral("OJ-TROP-64"));
    ExperimentPreview preview;
    preview.plan = *d.form().plan();
    preview.champion = QStringLiteral("1.0.0"), preview.challenger = plan.model, preview.products = 12;
    preview.treatedUnits = 20, preview.controlUnits = 22;
    preview.advice.design = TestDesign::Clusters;
    d.page.wizard().showPreview(preview, {});
    QVERIFY(
        d.page.wizard().words().startsWith(QStringLiteral("1.1.0 decides 12 product(s) in 20 zone(s), 1.0.0 in 22")));
    QVERIFY(!d.page.wizard().words().contains(QStringLiteral("price")));
    d.page.wizard().begin(); // the next one is of prices again
    QVERIFY(!d.form().plan() && !d.form().price()->isHidden());
  }

  void blocksAreCountedAsBlocks() {
    Desk d;
    ExperimentCard card = syntheticExperiment(TestState::Decided, TestVerdict::Equivalent);
    QVERIFY(card.row.plan.design == TestDesign::Switchback);
    QCOMPARE(designText(card), QStringLiteral("blocks, 12 + 12"));
    QVERIFY(experimentArm(card, card.row.setup.prices[0]) == ExperimentArm::Alternates);
    card.row.state = TestState::Running, card.looks.clear();
    QVERIFY2(consequenceText(card, d.page.rows().now()).contains(QStringLiteral("of its blocks")),
             qPrintable(consequenceText(card, d.page.rows().now())));
    card.row.state = TestState::RolledOut; // it switches no more
    QVERIFY(experimentArm(card, card.row.setup.prices[0]) == ExperimentArm::New);
    card.row.state = TestState::Reverted;
    QVERIFY(experimentArm(card, card.row.setup.prices[0]) == ExperimentArm::Control);
  }

  void aTestOfAModelIsSaidWithoutPrices() {
    Desk d;
    ExperimentCard card = syntheticExperiment(TestState::Decided, TestVerdict::Better);
    card.row.plan.model = card.challenger = QStringLiteral("1.1.0");
    card.champion = QStringLiteral("1.0.0"), card.products = 12;
    card.row.plan.skus.clear(), card.row.plan.prices.clear();
    card.row.setup.prices.clear(), card.prices.clear();
    const auto show = [&](TestState state, const char* reason = "") {
      card.row.state = state, card.row.reason = QLatin1String(reason);
      showChanged(d, card);
      QVERIFY(d.page.tests().focusKey(card.row.id.toString()));
    };
    const auto saidOf = [&](int key) {
      d.press(key);
      QString all;
      for (int i = 0; i < d.page.decisionCard().consequences().lines().rowCount(); ++i)
        all += d.page.decisionCard().consequences().lines().at(i).trailing + u'\n';
      d.page.decisionCard().dismiss();
      return all;
    };
    show(TestState::Decided);
    const ExperimentMonitor& m = d.page.monitor();
    QVERIFY2(m.title().endsWith(QStringLiteral("model 1.0.0 → 1.1.0, 12 product(s)")), qPrintable(m.title()));
    QCOMPARE(designText(card), QStringLiteral("model 1.0.0 → 1.1.0, 12 product(s)"));
    QVERIFY(!d.page.prices().isVisible());
    QCOMPARE(m.button(ExperimentMonitor::RollOut)->text(), QStringLiteral("Roll out"));
    QVERIFY(!m.consequence().contains(QStringLiteral("Approvals")));
    QVERIFY(saidOf(Qt::Key_A).startsWith(
        QStringLiteral("1.1.0 becomes the champion in all zones from the next cycle on\n")));
    const QString back = saidOf(Qt::Key_R);
    QVERIFY(back.startsWith(QStringLiteral("the champion decides all zones from the next cycle on\n")));
    QVERIFY2(!back.contains(QStringLiteral("price")), qPrintable(back));
    const Instant now = d.page.rows().now();
    show(TestState::Waiting);
    QCOMPARE(experimentState(card, now).word, QStringLiteral("waiting for a cycle"));
    QVERIFY(!experimentState(card, now).detail.contains(QStringLiteral("Approvals")));
    show(TestState::Paused, "model-silent");
    QCOMPARE(experimentState(card, now).word, QStringLiteral("paused: model silent"));
    QVERIFY(experimentState(card, now).detail.contains(QStringLiteral("1.0.0 decides everywhere")));
  }
};

QTEST_MAIN(ExperimentKindsTest)
#include "tst_ExperimentKinds.moc"
