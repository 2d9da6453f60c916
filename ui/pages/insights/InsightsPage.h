// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/Banner.h"
#include "controls/EmptyState.h"
#include "controls/TitleRow.h"
#include "pages/Page.h"
#include "pages/insights/RevenueView.h"
#include "pages/insights/TestsView.h"

#include <QComboBox>

namespace pricewright {

// What did it earn? Two dashboards over one period: revenue, with prices that keep score, and the tests of prices. Asks
// through signals, is told through slots, never blocks.
class InsightsPage : public Page {
  Q_OBJECT
 public:
  enum View { Revenue, Tests };
  explicit InsightsPage(const Theme& theme, QWidget* parent = nullptr);
  QList<QWidget*> panes() const override;
  void focusMain() override;
  void focusFilter() override;
  void forgetWorkspace() override;
  void saveState(QSettings& settings) const override;
  void restoreState(const QSettings& settings) override;
  QList<PageAction> pageActions() override;
  QList<QPair<QString, QString>> keySheet() const override;
  void showMessage(paint::Tone tone, const QString& text, const QString& action = {}) override;

  View view() const { return m_view; }
  void showView(View view);
  const EarningsWish& wish() const { return m_wish; }
  void setWeeks(int weeks); // 0: the year to date
  void nextWeeks();
  void setAgainst(EarningsAgainst against);
  RevenueView& revenue() { return *m_revenue; }
  TestsView& tests() { return *m_tests; }
  EmptyState& noSales() { return *m_noSales; }
  EmptyState& noTests() { return *m_noTests; }
  QComboBox& currencyBox() { return *m_currency; }
  Banner& banner() { return *m_banner; }
  QString summary() const { return m_summary->text(); }
  QString leftOut() const { return m_leftOut->text(); }
  bool isBusy() const { return m_busy; }

 public slots:
  void showRevenue(const pricewright::RevenueDashboardPtr& dashboard, const pricewright::CategoryOfSku& categories,
                   const std::vector<pricewright::Currency>& currencies);
  void showScores(const pricewright::ScoreBoardPtr& scores);
  void showTests(const pricewright::TestsDashboardPtr& tests);
  void showProgress(const QString& step, double fraction);
  void showBusy(bool busy); // something is being read: Esc stops it
  void showError(const pricewright::Error& error);

 signals:
  void viewChanged(); // another one is shown: it may need what was not read yet
  void wishChanged(const pricewright::EarningsWish& wish);
  void cancelled();
  void skuOpened(const QString& sku);
  void testOpened(const pricewright::Id& test);
  void importWanted();
  void experimentsWanted();

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void build();
  QWidget* titleRow();
  QWidget* wishRow();
  void addEmptyStates();
  void connectParts();
  void wish(const std::function<void(EarningsWish&)>& change);
  void showWish();
  void showSummary();
  void showContent();
  void nextTab();
  bool nextMeasure();
  void nextGroup();
  bool bareKey(int key);

  const Theme& m_theme;
  EarningsWish m_wish;
  RevenueView* m_revenue = nullptr;
  TestsView* m_tests = nullptr;
  EmptyState *m_noSales = nullptr, *m_noTests = nullptr;
  QStackedWidget* m_stack = nullptr;
  ElidedLabel *m_summary = nullptr, *m_leftOut = nullptr;
  std::array<ActionButton*, 2> m_views{};
  std::array<ActionButton*, 5> m_weeks{};
  QComboBox *m_against = nullptr, *m_currency = nullptr;
  Banner* m_banner = nullptr;
  RevenueDashboardPtr m_dashboard;
  TestsDashboardPtr m_board;
  View m_view = Revenue;
  QString m_step;
  bool m_busy = false;
};

} // namespace pricewright
