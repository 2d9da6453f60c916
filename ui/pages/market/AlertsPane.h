// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "itemmodels/AlertModels.h"
#include "tables/TableView.h"

#include <QLabel>

namespace pricewright {

// What fired and waits for somebody's look, and below it the alerts that are set up.
class AlertsPane : public QWidget {
  Q_OBJECT
 public:
  explicit AlertsPane(const Theme& theme, QWidget* parent = nullptr);
  TableView& inbox() { return *m_inbox; }
  TableView& rules() { return *m_rules; }
  const AlertEventModel& events() const { return m_events; }
  const AlertRuleModel& ruleRows() const { return m_ruleRows; }
  void setDesk(const AlertDesk& desk);
  std::vector<qint64> chosenEvents() const; // those checked, else the focused one
  const AlertRow* focusedRule() const;      // nullptr: none
  QString sentence() const { return m_sentence->text(); }

 private:
  void showSentence();
  AlertEventModel m_events;
  AlertRuleModel m_ruleRows;
  TableLines m_eventLines{m_events}, m_ruleLines{m_ruleRows};
  TableView *m_inbox, *m_rules;
  QLabel* m_sentence; // of the focused event, in full
};

} // namespace pricewright
