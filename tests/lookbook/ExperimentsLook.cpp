// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookbook/ExperimentsLook.h"

#include "lookbook/SyntheticExperiments.h"
#include "shell/MainWindow.h"

#include <QCheckBox>

#include <array>

namespace pricewright::test {
namespace {

QString lookName(const char* what, const QString& scheme) {
  return QStringLiteral("experiments-%1%2").arg(QLatin1String(what), scheme);
}

ExperimentPlan syntheticPlan() {
  ExperimentPlan plan;
  plan.name = QStringLiteral("Tropicana 64 oz · 3.49 against 3.19");
  plan.hypothesis = QStringLiteral("Buyers of the brand stay: at most one unit in ten is lost");
  plan.skus = QStringList{QStringLiteral("OJ-TROP-64")};
  plan.prices.insert(QStringLiteral("OJ-TROP-64"), QStringLiteral("3.49"));
  plan.guards = {{TestMetric::Units, 1000}};
  return plan;
}

void drawWizard(ExperimentsPage& page, const DrawPicture& draw, QWidget& window, const QString& scheme, QSize size) {
  ExperimentWizard& wizard = page.wizard();
  page.newTest();
  mustShow(page.view() == ExperimentsPage::Wizard && !wizard.saveButton()->isEnabled(), "an empty plan");
  draw(window, lookName("wizard-empty-", scheme), size);
  ExperimentRow row;
  row.plan = syntheticPlan();
  wizard.begin(row);
  page.showPreview(syntheticPreview(row.plan, false));
  page.showStudy(row.plan, syntheticStudy());
  mustShow(wizard.startButton()->isEnabled() && wizard.prices().lines().shownCount() == 42, "a plan that can start");
  mustShow(!wizard.power().isEmpty() && !wizard.weakness().isEmpty(),
           "what such a test would find, and that it is little");
  draw(window, lookName("wizard-", scheme), size);
  page.showPreview(syntheticPreview(row.plan, true));
  mustShow(!wizard.startButton()->isEnabled() && wizard.reasons().lines().rowCount() > 1, "why it cannot start");
  draw(window, lookName("wizard-refused-", scheme), size);
  wizard.form().chooseDesign(TestDesign::Visitors);
  wizard.form().salesFrom()->setFocus();
  draw(window, lookName("wizard-visitors-", scheme), size);
  wizard.form().bandit()->setChecked(true);
  wizard.form().burnIn()->setFocus(); // scrolled to
  mustShow(wizard.form().plan() && wizard.form().plan()->bandit, "a bandit");
  draw(window, lookName("wizard-bandit-", scheme), size);
  wizard.form().chooseDesign(TestDesign::Clusters);
  wizard.form().metric()->setFocus();
  mustShow(!wizard.form().bandit()->isEnabled(), "why zones are no bandit");
  draw(window, lookName("wizard-no-bandit-", scheme), size);
  emit wizard.left();
  mustShow(page.view() == ExperimentsPage::Board, "the tests again");
}

void drawStatesOf(ExperimentsPage& page, const DrawPicture& draw, QWidget& window, const QString& scheme, QSize size) {
  using S = TestState;
  struct State {
    const char* name;
    S state;
  };
  constexpr std::array<State, 8> kLines{{{"running-", S::Running},
                                         {"ramping-", S::Ramping},
                                         {"equivalent-", S::Decided},
                                         {"paused-", S::Paused},
                                         {"waiting-", S::Waiting},
                                         {"draft-", S::Draft},
                                         {"rolled-out-", S::RolledOut},
                                         {"reverted-", S::Reverted}}};
  for (int line = 1; const State& one : kLines) {
    page.tests().focusLine(line++);
    mustShow(page.rows().at(page.tests().focusedRow()).row.state == one.state, one.name);
    draw(window, lookName(one.name, scheme), size);
  }
}

void drawDecisions(ExperimentsPage& page, const DrawPicture& draw, QWidget& window, const QString& scheme, QSize size) {
  const auto ask = [&](int line, ExperimentMonitor::Action action, ExperimentDecisionCard::Kind kind,
                       const char* name) {
    page.tests().focusLine(line);
    page.act(action);
    mustShow(page.decisionCard().isVisible() && page.decisionCard().kind() == kind, name);
    mustShow(page.decisionCard().consequences().lines().rowCount() > 2, "what it comes to");
    draw(window, lookName(name, scheme), size);
    page.decisionCard().dismiss();
  };
  ask(0, ExperimentMonitor::RollOut, ExperimentDecisionCard::RollOut, "decide-");
  ask(0, ExperimentMonitor::Revert, ExperimentDecisionCard::Revert, "revert-");
  ask(1, ExperimentMonitor::Extend, ExperimentDecisionCard::Extend, "extend-");
}

void drawBandits(ExperimentsPage& page, const DrawPicture& draw, QWidget& window, const QString& scheme, QSize size) {
  for (const bool follows : {true, false}) {
    ExperimentBoard board = syntheticExperiments();
    board.cards.insert(board.cards.begin() + 1, syntheticBandit(follows));
    page.showBoard(board);
    page.tests().focusLine(1);
    mustShow(page.monitor().shares().isVisible() && !page.monitor().shares().isEmpty(), "the shares of a bandit");
    draw(window, lookName(follows ? "bandit-" : "bandit-burning-in-", scheme), size);
  }
  page.showBoard(syntheticExperiments());
}

} // namespace

void drawExperiments(Theme& theme, const QString& scheme, const QList<QSize>& sizes, const DrawPicture& draw) {
  for (const QSize size : sizes) {
    MainWindow window(theme);
    window.showWorkspace(QStringLiteral("/home/m/juice.pricewright"), false);
    ExperimentsPage& page = window.experiments();
    window.openPage(&page);
    if (size == sizes.front()) {
      page.showBoard({});
      mustShow(page.view() == ExperimentsPage::Nothing, "that there is no test");
      draw(window, lookName("empty-", scheme), size);
    }
    page.showBoard(syntheticExperiments());
    page.tests().focusLine(0);
    page.focusMain();
    mustShow(page.view() == ExperimentsPage::Board && !page.monitor().chart().isEmpty(), "a decided test");
    draw(window, lookName("", scheme), size);
    drawBandits(page, draw, window, scheme, size);
    page.tests().focusLine(0);
    if (size == sizes.front())
      drawWizard(page, draw, window, scheme, size);
    if (size != sizes.at(std::min<qsizetype>(1, sizes.size() - 1)))
      continue;
    drawStatesOf(page, draw, window, scheme, size);
    drawDecisions(page, draw, window, scheme, size);
    drawWizard(page, draw, window, scheme, size);
  }
}

} // namespace pricewright::test
