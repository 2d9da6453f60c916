// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookbook/InsightsLook.h"

#include "lookbook/ExperimentsLook.h"
#include "lookbook/SyntheticEarnings.h"
#include "shell/MainWindow.h"

namespace pricewright::test {
namespace {

TestsDashboardPtr tests(const ExperimentBoard& board) {
  return std::make_shared<const TestsDashboard>(testsDashboard(board, {}).value());
}

void drawRest(MainWindow& window, const QString& scheme, QSize size, const DrawPicture& draw) {
  const auto name = [&](const char* what) { return QStringLiteral("insights-%1-%2").arg(QLatin1String(what), scheme); };
  InsightsPage& page = window.insights();
  RevenueView& revenue = page.revenue();
  page.showView(InsightsPage::Revenue);
  revenue.setMeasure(BridgeMeasure::Profit);
  revenue.showBelow(RevenueView::Categories);
  revenue.earnings().focusKey(QStringLiteral("coffee"));
  emit revenue.earnings().activatedByUser();
  mustShow(revenue.category() == u"coffee" && revenue.earningsRows().rowCount() > 1, "a category's products");
  draw(window, name("products"), size);
  revenue.setMeasure(BridgeMeasure::Revenue);
  revenue.showBelow(RevenueView::Groups);
  mustShow(revenue.table().lines().shownCount() > 0, "scores in groups");
  draw(window, name("groups"), size);
  revenue.showBelow(RevenueView::Bands);
  mustShow(revenue.table().lines().shownCount() > 0, "bands");
  draw(window, name("bands"), size);
  page.setAgainst(EarningsAgainst::LastYear);
  page.showRevenue(syntheticRevenue({.against = EarningsAgainst::LastYear}, true), {},
                   {*Currency::fromCode(u"USD"), *Currency::fromCode(u"CHF")});
  page.showScores(std::make_shared<const ScoreBoard>());
  revenue.showBelow(RevenueView::Decisions);
  mustShow(!page.leftOut().isEmpty() && revenue.scoreChart().isEmpty(), "what is left out");
  draw(window, name("left-out"), size);
  page.showView(InsightsPage::Tests);
  page.tests().showBelow(TestsView::Categories);
  page.tests().forest().setPlace(2);
  mustShow(page.tests().sumRows().rowCount() > 1 && page.tests().forest().places() > 2, "lifts of categories");
  draw(window, name("tests-categories"), size);
  page.showTests(tests({}));
  mustShow(page.noTests().isVisible(), "that there is no test");
  draw(window, name("no-tests"), size);
  page.showView(InsightsPage::Revenue);
  page.showRevenue(std::make_shared<const RevenueDashboard>(), {}, {*Currency::fromCode(u"USD")});
  mustShow(page.noSales().isVisible(), "that there are no sales");
  draw(window, name("no-sales"), size);
}

} // namespace

void drawInsights(Theme& theme, const QString& scheme, const QList<QSize>& sizes, const DrawPicture& draw) {
  for (const QSize size : sizes) {
    MainWindow window(theme);
    window.showWorkspace(QStringLiteral("/home/m/juice.pricewright"), false);
    window.openPage(&window.insights());
    InsightsPage& page = window.insights();
    page.showRevenue(syntheticRevenue({.bySku = true}), syntheticCategories(), {*Currency::fromCode(u"USD")});
    page.showScores(syntheticScores());
    page.showTests(tests(syntheticTestYear()));
    mustShow(page.view() == InsightsPage::Revenue && page.revenue().earningsRows().rowCount() > 1, "what was earned");
    draw(window, QStringLiteral("insights-") + scheme, size);
    page.revenue().showBelow(RevenueView::Decisions);
    mustShow(page.revenue().scoreRows().rowCount() > 1, "prices that keep score");
    draw(window, QStringLiteral("insights-scores-") + scheme, size);
    page.showView(InsightsPage::Tests);
    mustShow(page.view() == InsightsPage::Tests && page.tests().testRows().rowCount() > 1, "all tests");
    draw(window, QStringLiteral("insights-tests-") + scheme, size);
    if (size == QSize(1440, 900))
      drawRest(window, scheme, size, draw);
  }
}

} // namespace pricewright::test
