// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The form of a new price test: what it refuses, what it never offers, and that nothing typed is lost.
#include "lookbook/SyntheticExperiments.h"
#include "pages/experiments/ExperimentsPage.h"
#include "shell/Language.h"

#include <QApplication>
#include <QCheckBox>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>

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
  // A complete plan, as somebody types it.
  void type() {
    press(Qt::Key_N);
    form().skus()->setText(QStringLiteral("OJ-TROP-64"));
    form().price()->setText(QStringLiteral("+5 %"));
  }
  void keep() { QTest::keyClick(form().skus(), Qt::Key_S, Qt::ControlModifier); }
};

// The draft that somebody's plan became.
ExperimentRow draftOf(const ExperimentPlan& plan) {
  ExperimentRow row = syntheticExperiment(TestState::Draft).row;
  row.plan = plan;
  return row;
}

} // namespace

class ExperimentWizardTest : public QObject {
  Q_OBJECT
 private slots:
  void longWordsCutOffNoField() {
    QTranslator german;
    QVERIFY(loadLanguage(german, QStringLiteral("de")));
    QApplication::installTranslator(&german);
    Desk d;
    d.press(Qt::Key_N);
    const QWidget& inside = *d.form().parentWidget();
    QTRY_VERIFY(inside.isVisible());
    QVERIFY2(inside.minimumSizeHint().width() <=
                 inside.parentWidget()->width(), // what is scrolled, in what is seen of it
             qPrintable(QString::number(inside.minimumSizeHint().width())));
    QApplication::removeTranslator(&german);
  }

  void theFormSaysWhatIsWrong() {
    Desk d;
    QSignalSpy look(&d.page, &ExperimentsPage::previewRequested);
    d.press(Qt::Key_N);
    d.form().skus()->setText(QStringLiteral("OJ-TROP-64"));
    for (const char* bad : {"", "0", "x", "1e9", "nan", "-80", "--5"}) {
      d.form().price()->setText(QLatin1String(bad));
      QVERIFY2(!d.form().problem().isEmpty() && !d.page.wizard().saveButton()->isEnabled(), bad);
    }
    for (const char* good : {"5", "+5 %", "−4.5"}) {
      d.form().price()->setText(QString::fromUtf8(good));
      QVERIFY2(d.form().problem().isEmpty(), good);
    }
    QCOMPARE(d.form().plan()->changeBp, -450);
    for (const char* bad : {"0", "x", "2.5", "9999"}) {
      d.form().number(&ExperimentPlan::days)->setText(QLatin1String(bad));
      QVERIFY2(!d.form().problem().isEmpty(), bad);
    }
    d.form().number(&ExperimentPlan::days)->clear(); // as the program suggests
    QCOMPARE(d.form().plan()->days, ExperimentPlan().days);
    d.form().number(&ExperimentPlan::days)->setText(QStringLiteral("56")); // longer than it may last
    QVERIFY(!d.form().problem().isEmpty());
    d.form().number(&ExperimentPlan::longestDays)->setText(QStringLiteral("84"));
    QVERIFY2(d.form().problem().isEmpty(), qPrintable(d.form().problem()));
    QVERIFY(QTest::qWaitFor([&] { return look.count() == 1; }, 2000)); // once, when nobody types any more
  }

  void pricesAreTypedOneByOneToo() {
    Desk d;
    d.press(Qt::Key_N);
    d.form().skus()->setText(QStringLiteral("OJ-64=3.49, OJ-96=4.79\tOJ-32=1,99"));
    QVERIFY(!d.form().plan()); // 1,99 is no price in this locale
    d.form().skus()->setText(QStringLiteral("OJ-64=3.49, OJ-96=4.79"));
    QVERIFY2(d.form().plan().has_value(), qPrintable(d.form().problem()));
    QCOMPARE(d.form().plan()->prices.value(QStringLiteral("OJ-96")), QStringLiteral("4.79"));
    QCOMPARE(d.form().plan()->changeBp, 0);
    d.form().skus()->setText(QStringLiteral("OJ-64=3.49 OJ-96"));
    d.form().price()->setText(QStringLiteral("5"));
    QVERIFY(!d.form().plan()); // a change for all, or a price for each
    d.form().priceKind()->setCurrentIndex(1);
    d.form().price()->setText(QStringLiteral("2.99"));
    QCOMPARE(d.form().plan()->prices.value(QStringLiteral("OJ-96")), QStringLiteral("2.99"));
    QCOMPARE(d.form().plan()->prices.value(QStringLiteral("OJ-64")), QStringLiteral("3.49"));
  }

  void aPlanSurvivesItsForm() {
    Desk d;
    ExperimentPlan plan;
    plan.name = QStringLiteral("Autumn");
    plan.hypothesis = QStringLiteral("They stay");
    plan.skus = QStringList{QStringLiteral("A"), QStringLiteral("B")};
    plan.prices = {{QStringLiteral("A"), QStringLiteral("3.49")}, {QStringLiteral("B"), QStringLiteral("4.79")}};
    plan.zones = QStringList{QStringLiteral("2"), QStringLiteral("5")};
    plan.counted = QStringList{QStringLiteral("C")};
    plan.metric = TestMetric::Revenue;
    plan.guards = {{TestMetric::Profit, 250}, {TestMetric::Units, 1000}};
    plan.mdeBp = 250, plan.alphaBp = 100, plan.powerBp = 9000, plan.equivalenceBp = 50, plan.harmBp = 750;
    plan.days = 35, plan.longestDays = 70, plan.lookDays = 1, plan.rampPercent = {5, 20, 50, 100}, plan.rampDays = 3;
    plan.coolOffDays = 0, plan.decideDays = 3, plan.silentHours = 48, plan.seed = 77;
    d.form().setPlan(plan);
    QVERIFY2(d.form().plan().has_value(), qPrintable(d.form().problem()));
    QVERIFY(*d.form().plan() == plan);
  }

  // No personal trait can be chosen, and the way back cannot be taken away.
  void whatIsNeverOffered() {
    Desk d;
    d.press(Qt::Key_N);
    QStringList offered;
    for (int i = 0; i < d.form().segment()->count(); ++i)
      offered << d.form().segment()->itemData(i).toString();
    QCOMPARE(offered, (QStringList{QString(), QStringLiteral("contract"), QStringLiteral("loyalty"),
                                   QStringLiteral("quantity"), QStringLiteral("channel"), QStringLiteral("market")}));
    QVERIFY(!d.form().segment()->isEditable());
    QVERIFY(!d.form().segment()->isVisible()); // shops do not show visitors different prices by zone
    d.form().chooseDesign(TestDesign::Visitors);
    QVERIFY(d.form().segment()->isVisible());
    QVERIFY(d.form().revertPlan()->isChecked() && !d.form().revertPlan()->isEnabled());
    d.form().revertPlan()->click();
    QVERIFY(d.form().revertPlan()->isChecked());
  }

  void startIsRefusedWithItsReason() {
    Desk d;
    QSignalSpy start(&d.page, &ExperimentsPage::planStartRequested), save(&d.page, &ExperimentsPage::draftRequested);
    d.type();
    ExperimentWizard& w = d.page.wizard();
    QVERIFY(!w.startButton()->isEnabled()); // not looked at yet
    d.page.showPreview(syntheticPreview(*d.form().plan(), true));
    QVERIFY(!w.startButton()->isEnabled() && !w.startButton()->toolTip().isEmpty());
    QVERIFY(w.verdict().startsWith(QStringLiteral("It cannot start")));
    QCOMPARE(w.reasons().lines().rowCount(), 3); // one more refusal, another test, a promotion
    QVERIFY(d.form().adviceText().contains(QStringLiteral("Recommended: zones")));
    QTest::keyClick(d.form().skus(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(start.count(), 0);
    QCOMPARE(w.prices().lines().shownCount(), 42);
    // A draft may be kept all the same.
    QTest::keyClick(d.form().skus(), Qt::Key_S, Qt::ControlModifier);
    QTest::keyClick(d.form().skus(), Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(save.count(), 1);
    QVERIFY(save.first().last().value<Id>().isNull());
    d.page.showError(fail(QStringLiteral("experiment.taken"), {{QStringLiteral("name"), QStringLiteral("x")}}),
                     d.page.asker(TestAsker::Form));
    QCOMPARE(d.form().skus()->text(), QStringLiteral("OJ-TROP-64")); // what was typed stays
    QVERIFY(w.saveButton()->isEnabled());
    d.page.showPreview(syntheticPreview(*d.form().plan(), false));
    QVERIFY(w.startButton()->isEnabled());
    QTest::keyClick(d.form().skus(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(start.count(), 0); // what is registered stays: it asks, as for a draft in the list
    QVERIFY(d.page.decisionCard().isVisible() && d.page.decisionCard().asksToStart());
    QTest::keyClick(&d.page.decisionCard(), Qt::Key_Escape);
    QCOMPARE(d.page.view(), ExperimentsPage::Wizard);
    QCOMPARE(start.count(), 0);
    QTest::keyClick(d.form().skus(), Qt::Key_Return, Qt::ControlModifier);
    QTest::keyClick(&d.page.decisionCard(), Qt::Key_Return);
    QCOMPARE(start.count(), 1);
    QVERIFY(!d.page.decisionCard().isVisible());
    // The answer of a plan that was typed over is no answer.
    const ExperimentPreview old = syntheticPreview(*d.form().plan(), false);
    d.form().price()->setText(QStringLiteral("9"));
    d.page.showPreview(old);
    QVERIFY(!w.startButton()->isEnabled());
  }

  void theAdvisedDesignIsTakenUnlessSomebodyChose() {
    Desk d;
    d.type();
    DesignAdvice pairs;
    pairs.design = TestDesign::Pairs;
    d.form().setAdvice(pairs);
    QCOMPARE(d.form().design(), TestDesign::Pairs);
    QTest::mouseClick(d.form().designButton(TestDesign::Switchback), Qt::LeftButton);
    d.form().setAdvice(pairs);
    QCOMPARE(d.form().design(), TestDesign::Switchback);
  }

  void typedPlansAreNotLostByOneKey() {
    Desk d;
    d.type();
    QTest::keyClick(d.form().price(), Qt::Key_Escape);
    QCOMPARE(d.page.view(), ExperimentsPage::Wizard);
    QVERIFY(d.page.wizard().words().contains(QStringLiteral("not saved")));
    d.page.showBoard(syntheticExperiments()); // a snapshot takes nothing away
    QCOMPARE(d.form().skus()->text(), QStringLiteral("OJ-TROP-64"));
    QTest::keyClick(d.form().price(), Qt::Key_Escape);
    QCOMPARE(d.page.view(), ExperimentsPage::Board);
  }

  void whatIsNotCompleteWasTypedAllTheSame() {
    Desk d;
    d.press(Qt::Key_N);
    d.form().skus()->setText(QStringLiteral("OJ-TROP-64")); // without a price it is no plan
    QVERIFY(!d.form().plan());
    QTest::keyClick(d.form().skus(), Qt::Key_Escape);
    QCOMPARE(d.page.view(), ExperimentsPage::Wizard);
    QTest::keyClick(d.form().skus(), Qt::Key_Escape);
    QCOMPARE(d.page.view(), ExperimentsPage::Board);
  }

  void anAnswerReachesTheFormThatAskedAndNoOther() {
    Desk d;
    QSignalSpy save(&d.page, &ExperimentsPage::draftRequested);
    d.type();
    d.keep();
    const TestAsker first = d.page.asker(TestAsker::Form);
    const ExperimentRow kept = draftOf(*d.form().plan());
    d.page.wizard().leave(), d.page.wizard().leave(); // somebody does not wait for it
    d.press(Qt::Key_N);
    d.form().skus()->setText(QStringLiteral("OJ-MM-64"));
    d.page.showDrafted(kept, first);
    QCOMPARE(d.page.view(), ExperimentsPage::Wizard);
    QCOMPARE(d.form().skus()->text(), QStringLiteral("OJ-MM-64"));
    d.page.showError(fail(QStringLiteral("experiment.taken")), first); // the page says what the form did not ask for
    QVERIFY(d.page.banner().isVisible());
    QVERIFY(!d.page.wizard().verdict().startsWith(QStringLiteral("Nothing was")));
    d.page.showInstead(kept); // from the approvals
    QCOMPARE(d.page.view(), ExperimentsPage::Wizard);
    d.form().price()->setText(QStringLiteral("3"));
    d.keep();
    QCOMPARE(save.count(), 2);
    QVERIFY(save.last().last().value<Id>().isNull()); // another test, not the first one's draft
  }

  void whatIsTypedWhileItIsKeptChangesThatDraft() {
    Desk d;
    QSignalSpy save(&d.page, &ExperimentsPage::draftRequested);
    d.type();
    d.keep();
    const ExperimentRow kept = draftOf(*d.form().plan());
    d.form().price()->setText(QStringLiteral("7"));
    d.keep(); // not twice: the first one has no answer yet
    QCOMPARE(save.count(), 1);
    d.page.showDrafted(kept, d.page.asker(TestAsker::Form));
    QCOMPARE(d.page.view(), ExperimentsPage::Wizard);
    QCOMPARE(d.form().price()->text(), QStringLiteral("7"));
    d.keep();
    QCOMPARE(save.count(), 2);
    QVERIFY(save.last().last().value<Id>() == kept.id);
    d.page.showDrafted(kept, d.page.asker(TestAsker::Form));
    QCOMPARE(d.page.view(), ExperimentsPage::Board);
  }

  void whatAStudyFoundBelongsToItsPlan() {
    Desk d;
    QSignalSpy other(&d.page, &ExperimentsPage::planChanged);
    d.type();
    const ExperimentPlan plan = *d.form().plan();
    d.page.showPreview(syntheticPreview(plan, false));
    d.page.showPower(plan, QStringLiteral("found in 7 of 10"));
    QCOMPARE(d.page.wizard().power(), QStringLiteral("found in 7 of 10"));
    other.clear();
    d.form().price()->setText(QStringLiteral("9"));
    QVERIFY(!other.isEmpty()); // what is being tried of it is not wanted any more
    QVERIFY(d.page.wizard().power().isEmpty());
    d.page.showPower(plan, QStringLiteral("found in 7 of 10"));
    QVERIFY(d.page.wizard().power().isEmpty());
    other.clear();
    d.page.wizard().leave(), d.page.wizard().leave();
    QVERIFY(!other.isEmpty());
  }

  void whatFindsTooLittleIsNoGreenPlan() {
    Desk d;
    d.type();
    const ExperimentPlan plan = *d.form().plan(); // 5 %, with power 80 %
    ExperimentWizard& w = d.page.wizard();
    d.page.showPreview(syntheticPreview(plan, false));
    QCOMPARE(w.verdict(), QStringLiteral("It can start"));
    PlanStudy weak = syntheticStudy();
    weak.study.five.found.share = 0.39, weak.study.ten.found.share = 0.93;
    d.page.showStudy(plan, weak);
    QVERIFY2(w.verdict().contains(QStringLiteral("weaker than asked")), qPrintable(w.verdict()));
    QVERIFY2(w.power().startsWith(QStringLiteral("A lift of 5 % would be found in 39 % of such tests; 80 %")),
             qPrintable(w.power()));
    QVERIFY2(w.power().contains(QStringLiteral("days instead of 28")), qPrintable(w.power()));
    QVERIFY(w.startButton()->isEnabled()); // it may be what somebody wants
    w.start();
    QVERIFY(d.page.decisionCard().wrong().contains(QStringLiteral("39 %")));
    QTest::keyClick(&d.page.decisionCard(), Qt::Key_Escape);
    PlanStudy good = syntheticStudy();
    good.study.five.found.share = 0.85;
    d.page.showPreview(syntheticPreview(plan, false));
    d.page.showStudy(plan, good);
    QCOMPARE(w.verdict(), QStringLiteral("It can start"));
  }

  // Whoever starts it holds others up: how many, until when, and what is lost.
  void whatATestHoldsUpIsSaidBefore() {
    Desk d;
    d.type();
    ExperimentPreview preview = syntheticPreview(*d.form().plan(), false);
    for (int i = 1; i <= 440; ++i)
      preview.setup.counted.push_back(i);
    for (int i = 0; i < 194; ++i)
      preview.collisions.push_back({CollisionKind::PendingPrice, QStringLiteral("A"), QString::number(i), {}, false});
    preview.collisions.push_back({CollisionKind::Promotion, QStringLiteral("A"), QStringLiteral("8"), {}, false});
    d.page.showPreview(preview);
    const QString held = d.page.wizard().held();
    QVERIFY2(held.startsWith(QStringLiteral("440 price")) && held.contains(QStringLiteral("194 pending")),
             qPrintable(held));
    QCOMPARE(d.page.wizard().reasons().lines().at(0).chip, QStringLiteral("promotion")); // not behind 194 others
    d.page.wizard().start();
    QVERIFY(d.page.decisionCard().wrong().contains(QStringLiteral("194 pending")));
  }

  void theVerdictIsNeverCutOff() {
    Desk d;
    d.page.resize(1060, 560); // low, and narrow
    d.type();
    ExperimentPreview preview = syntheticPreview(*d.form().plan(), true);
    for (int i = 0; i < 12; ++i)
      preview.refused.push_back(preview.refused.front());
    d.page.showPreview(preview);
    QCoreApplication::processEvents();
    const QWidget& card = *d.page.wizard().verdictCard();
    for (const QLabel* label : card.findChildren<QLabel*>())
      if (label->isVisible())
        QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
    const LineList& reasons = d.page.wizard().reasons();
    QVERIFY(reasons.height() >= reasons.sizeHint().height());
    QVERIFY(reasons.geometry().bottom() < card.height());
  }

  void codesWithGapsStandInQuotes() {
    Desk d;
    d.press(Qt::Key_N);
    d.form().addSku(QStringLiteral("OJ 64"));
    d.form().addSku(QStringLiteral("A,B"));
    d.form().addSku(QStringLiteral("6\" pan"));
    d.form().addSku(QStringLiteral("OJ 64")); // stands there
    d.form().price()->setText(QStringLiteral("4"));
    QVERIFY2(d.form().plan().has_value(), qPrintable(d.form().problem()));
    QCOMPARE(d.form().plan()->skus,
             (QStringList{QStringLiteral("OJ 64"), QStringLiteral("A,B"), QStringLiteral("6\" pan")}));
    ExperimentPlan plan = *d.form().plan();
    plan.changeBp = 0;
    plan.prices = {{QStringLiteral("OJ 64"), QStringLiteral("3.49")},
                   {QStringLiteral("A,B"), QStringLiteral("2")},
                   {QStringLiteral("6\" pan"), QStringLiteral("19.9")}};
    plan.zones = QStringList{QStringLiteral("North East"), QStringLiteral("2")};
    d.form().setPlan(plan);
    QVERIFY2(d.form().plan().has_value(), qPrintable(d.form().problem()));
    QVERIFY(*d.form().plan() == plan);
  }

  void whatTheLimitsForbidIsSaidInItsRow() {
    Desk d;
    d.type();
    d.page.showPreview(syntheticPreview(*d.form().plan(), true));
    const RowModel& rows = d.page.wizard().prices().lines().rows();
    QCOMPARE(rows.text(1, PlannedPriceModel::Limits), QStringLiteral("needs approval"));
    QCOMPARE(rows.text(2, PlannedPriceModel::Limits), QStringLiteral("not allowed"));
    QVERIFY(rows.tone(2, PlannedPriceModel::Limits) == paint::Tone::Negative);
    QVERIFY(rows.detail(2, PlannedPriceModel::Limits).contains(QStringLiteral("argin")));
    QVERIFY(rows.detail(2, PlannedPriceModel::Limits).contains(QStringLiteral("$3.29")));
    QCOMPARE(rows.column(PlannedPriceModel::Planned).unit, QStringLiteral("$"));
  }

  void productsAreFoundByName() {
    Desk d;
    QSignalSpy search(&d.page, &ExperimentsPage::searchRequested);
    d.press(Qt::Key_N);
    d.form().search()->setText(QStringLiteral("trop"));
    QCOMPARE(search.count(), 1);
    SearchHit hit;
    hit.sku = QStringLiteral("OJ-TROP-96"), hit.title = QStringLiteral("Tropicana Premium 96 oz");
    d.page.showHits(QStringLiteral("tro"), {hit, hit}); // of what was typed before
    QVERIFY(!d.form().hits().isVisible());
    d.page.showHits(QStringLiteral("trop"), {hit});
    QTest::keyClick(d.form().search(), Qt::Key_Return);
    QCOMPARE(d.form().skus()->text(), QStringLiteral("OJ-TROP-96"));
    QVERIFY(d.form().search()->text().isEmpty());
    // Enter that comes before its hits takes them once they are there, and never those of other words.
    d.form().search()->setText(QStringLiteral("minute"));
    d.page.showHits(QStringLiteral("minute"), {hit});
    d.form().search()->setText(QStringLiteral("gold"));
    QTest::keyClick(d.form().search(), Qt::Key_Return);
    QCOMPARE(d.form().skus()->text(), QStringLiteral("OJ-TROP-96"));
    hit.sku = QStringLiteral("OJ-FLG-64");
    d.page.showHits(QStringLiteral("gold"), {hit});
    QCOMPARE(d.form().skus()->text(), QStringLiteral("OJ-TROP-96 OJ-FLG-64"));
  }
};

QTEST_MAIN(ExperimentWizardTest)
#include "tst_ExperimentWizard.moc"
