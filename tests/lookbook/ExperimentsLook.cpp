// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookbook/ExperimentsLook.h"

#include "lookbook/SyntheticExperiments.h"
#include "shell/MainWindow.h"

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
  page.newTest();
  draw(window, lookName("wizard-empty-", scheme), size);
  ExperimentRow row;
  row.plan = syntheticPlan();
  page.wizard().begin(row);
  page.showPreview(syntheticPreview(row.plan, false));
  draw(window, lookName("wizard-", scheme), size);
  page.showPreview(syntheticPreview(row.plan, true));
  draw(window, lookName("wizard-refused-", scheme), size);
  emit page.wizard().left();
}

void drawStatesOf(ExperimentsPage& page, const DrawPicture& draw, QWidget& window, const QString& scheme, QSize size) {
  const char* const kNames[] = {"",         "running-", "ramping-",    "equivalent-", "paused-",
                                "waiting-", "draft-",   "rolled-out-", "reverted-"};
  for (int line = 1; line < int(std::size(kNames)); ++line) {
    page.tests().focusLine(line);
    draw(window, lookName(kNames[line], scheme), size);
  }
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
      draw(window, lookName("empty-", scheme), size);
    }
    page.showBoard(syntheticExperiments());
    page.tests().focusLine(0);
    page.focusMain();
    draw(window, lookName("", scheme), size);
    if (size == sizes.front())
      drawWizard(page, draw, window, scheme, size);
    if (size != sizes.at(std::min<qsizetype>(1, sizes.size() - 1)))
      continue;
    drawStatesOf(page, draw, window, scheme, size);
    page.tests().focusLine(0);
    page.act(ExperimentMonitor::RollOut);
    draw(window, lookName("decide-", scheme), size);
    page.act(ExperimentMonitor::Revert);
    draw(window, lookName("revert-", scheme), size);
    page.tests().focusLine(1);
    page.decisionCard().dismiss();
    page.act(ExperimentMonitor::Extend);
    draw(window, lookName("extend-", scheme), size);
    page.decisionCard().dismiss();
    drawWizard(page, draw, window, scheme, size);
  }
}

} // namespace pricewright::test
