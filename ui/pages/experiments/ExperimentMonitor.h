// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "charts/AllocationChart.h"
#include "charts/LiftChart.h"
#include "controls/ActionButton.h"
#include "controls/ElidedLabel.h"
#include "itemmodels/ExperimentWords.h"

#include <QFrame>

namespace pricewright {

// One test: what it has found so far, and what can be done about it now, with what that comes to in money.
class ExperimentMonitor : public QFrame {
  Q_OBJECT
 public:
  enum Action { RollOut, Revert, Extend, Start, Edit, Remove };
  static constexpr int kActions = 6;
  explicit ExperimentMonitor(const Theme& theme, QWidget* parent = nullptr);
  void setCard(const ExperimentCard* card, Instant now, bool readOnly); // null: none is chosen
  LiftChart& chart() { return *m_chart; }
  AllocationChart& shares() { return *m_shares; } // hidden but for a bandit that has started
  int leastHeight() const;                        // at which all of it can be read
  QString title() const { return m_title->text(); }
  QString looks() const { return m_looks->text(); }
  QString consequence() const { return m_consequence->text(); }
  ActionButton* button(Action action) const { return m_buttons[action]; }
  bool may(Action action) const { return m_buttons[action]->isVisibleTo(m_bar) && m_buttons[action]->isEnabled(); }

 signals:
  void actionWanted(int action); // Action

 private:
  void build();
  void buildBar();
  void showButtons(const ExperimentCard* card, bool readOnly);
  const Theme& m_theme;
  LiftChart* m_chart;
  AllocationChart* m_shares;
  QFrame* m_bar;
  ElidedLabel *m_title, *m_consequence;
  QLabel* m_looks;
  ActionButton* m_buttons[kActions] = {};
};

// What the focused test's next decision comes to: "42 zones: +$1,180 a week [+310 … +2,050], via Approvals".
QString consequenceText(const ExperimentCard& card, Instant now);

} // namespace pricewright
