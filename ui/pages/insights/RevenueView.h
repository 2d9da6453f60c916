// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "charts/BridgeChart.h"
#include "charts/EarningsWeeksChart.h"
#include "charts/ScoreChart.h"
#include "controls/ActionButton.h"
#include "controls/ElidedLabel.h"
#include "controls/FigureTile.h"
#include "itemmodels/EarningsModels.h"
#include "tables/TableView.h"

#include <QBoxLayout>
#include <QStackedWidget>

namespace pricewright {

using RevenueDashboardPtr = std::shared_ptr<const RevenueDashboard>;
using ScoreBoardPtr = std::shared_ptr<const ScoreBoard>;
using TestsDashboardPtr = std::shared_ptr<const TestsDashboard>;
using CategoryOfSku = QHash<QString, QString>; // SKU → category, by code

// The dashboard of revenue: key figures, weeks, why it changed, tables that drill down, and prices that keep score.
class RevenueView : public QWidget {
  Q_OBJECT
 public:
  enum Below { Categories, Zones, Products, Decisions, Groups, Bands };
  static constexpr int kTabs = 6;
  RevenueView(const Theme& theme, QWidget* parent);
  void arrange(int room); // for so many pixels: narrow, things stand below each other
  void showDashboard(const RevenueDashboardPtr& dashboard, const CategoryOfSku& categories);
  void showScores(const ScoreBoardPtr& scores);
  void showTests(const TestsDashboardPtr& tests);
  void clear();

  Below below() const { return m_tab; }
  void showBelow(Below which);
  void nextTab() { showBelow(Below((m_tab + 1) % kTabs)); }
  BridgeMeasure measure() const { return m_measure; }
  void setMeasure(BridgeMeasure measure);
  void nextGroup() { setGroup(ScoreBy((int(m_by) + 1) % 5)); }
  void setGroup(ScoreBy by);
  bool leaveCategory(); // false: none was entered
  QString category() const { return m_category; }

  QList<QWidget*> panes() const;
  TableView& table() const; // the one that is shown
  FigureTile& tile(int i) const { return *m_tiles[std::size_t(i)]; }
  BridgeChart& bridge() const { return *m_bridge; }
  EarningsWeeksChart& weeks() const { return *m_weeks; }
  ScoreChart& scoreChart() const { return *m_scoreChart; }
  TableView& earnings() const { return *m_earnings; }
  const EarningsModel& earningsRows() const { return m_earningsRows; }
  const ScoreModel& scoreRows() const { return m_scoreRows; }
  const BandModel& bandRows() const { return m_bandRows; }
  QString belowWords() const { return m_words->text(); }

 signals:
  void productsWanted(); // rows by product are not read yet
  void skuOpened(const QString& sku);
  void testsWanted();
  void totalsChanged(const QString& text);

 private:
  QWidget* tileRow();
  QWidget* chartRow();
  QHBoxLayout* tabRow();
  QWidget* belowStack();
  TableView* view(TableLines& lines, const QString& name);
  void connectParts();
  void fill();
  void fillEarnings();
  void fillWords();
  void openRow();
  const EarningsRow* categoryRow() const;

  const Theme& m_theme;
  EarningsModel m_earningsRows;
  ScoreModel m_scoreRows;
  ScoreGroupModel m_groupRows;
  BandModel m_bandRows;
  TableLines m_earningsLines{m_earningsRows}, m_scoreLines{m_scoreRows}, m_groupLines{m_groupRows},
      m_bandLines{m_bandRows};
  TableView *m_earnings = nullptr, *m_scores = nullptr, *m_groups = nullptr, *m_bands = nullptr;
  std::array<FigureTile*, 5> m_tiles{};
  QGridLayout* m_tileLayout = nullptr;
  QBoxLayout *m_chartLayout = nullptr, *m_scoreLayout = nullptr;
  EarningsWeeksChart* m_weeks = nullptr;
  BridgeChart* m_bridge = nullptr;
  ScoreChart* m_scoreChart = nullptr;
  QStackedWidget* m_stack = nullptr;
  std::array<ActionButton*, kTabs> m_tabs{};
  std::array<ActionButton*, 5> m_byChips{};
  std::array<ActionButton*, 2> m_measureChips{};
  QLabel *m_weeksTitle = nullptr, *m_bridgeTitle = nullptr;
  ElidedLabel* m_words = nullptr;
  RevenueDashboardPtr m_dashboard;
  ScoreBoardPtr m_board;
  TestsDashboardPtr m_tests;
  CategoryOfSku m_categoryOf;
  Below m_tab = Categories;
  BridgeMeasure m_measure = BridgeMeasure::Revenue;
  ScoreBy m_by = ScoreBy::Analyst;
  QString m_category; // that was drilled into
};

} // namespace pricewright
