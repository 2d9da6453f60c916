// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "charts/ForestChart.h"
#include "controls/ActionButton.h"
#include "controls/ElidedLabel.h"
#include "controls/FigureTile.h"
#include "controls/LineList.h"
#include "itemmodels/TestModels.h"
#include "tables/TableView.h"

#include <QBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>

namespace pricewright {

// The dashboard of price tests: are they decided in time, what did they find, what do they come to together?
class TestsView : public QWidget {
  Q_OBJECT
 public:
  enum Below { Tests, Categories, Periods };
  static constexpr int kTabs = 3;
  TestsView(const Theme& theme, QWidget* parent);
  void arrange(int room); // for so many pixels: narrow, things stand below each other
  void showTests(const TestsDashboard& tests);
  void clear() { showTests({}); }
  Below below() const { return m_tab; }
  void showBelow(Below which);
  void nextTab() { showBelow(Below((m_tab + 1) % kTabs)); }

  QList<QWidget*> panes() const { return {&table(), m_forest, m_states, m_tiles[0]}; }
  TableView& table() const;
  TableView& tests() const { return *m_tests; }
  const TestLineModel& testRows() const { return m_testRows; }
  const LiftSumModel& sumRows() const { return m_sumRows; }
  ForestChart& forest() const { return *m_forest; }
  LineList& states() const { return *m_states; }
  FigureTile& tile(int i) const { return *m_tiles[std::size_t(i)]; }
  QString belowWords() const { return m_words->text(); }

 signals:
  void testOpened(const pricewright::Id& test);
  void totalsChanged(const QString& text);

 private:
  QWidget* tileRow();
  QWidget* chartRow();
  QLayout* tabRow();
  void fillStates();
  void fillSums();

  const Theme& m_theme;
  TestLineModel m_testRows;
  LiftSumModel m_sumRows;
  TableLines m_testLines{m_testRows}, m_sumLines{m_sumRows};
  TableView *m_tests = nullptr, *m_sums = nullptr;
  std::array<FigureTile*, 5> m_tiles{};
  std::array<ActionButton*, kTabs> m_tabs{};
  QGridLayout* m_tileLayout = nullptr;
  QBoxLayout* m_chartLayout = nullptr;
  ForestChart* m_forest = nullptr;
  QScrollArea* m_forestScroll = nullptr;
  LineList* m_states = nullptr;
  QStackedWidget* m_stack = nullptr;
  ElidedLabel* m_words = nullptr;
  TestsDashboard m_dashboard;
  std::vector<QString> m_stateFilters; // of the lines: what the table is filtered by
  Below m_tab = Tests;
};

} // namespace pricewright
