// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/FormCard.h"
#include "controls/LineList.h"
#include "itemmodels/ExperimentWords.h"

namespace pricewright {

// Asks before prices move: what will happen to how many of them, what it is worth a week and how sure that is, what
// Approvals will be asked, what is put back, and what can still be undone. Stays until it is done: the answer may be an
// error.
class ExperimentDecisionCard : public FormCard {
  Q_OBJECT
 public:
  enum Kind { RollOut, Revert, Extend, Start };
  ExperimentDecisionCard(const Theme& theme, QWidget* page);
  void ask(Kind kind, const ExperimentCard& card, Instant now);
  void showPreview(const ExperimentPreview& preview, Instant now);    // of a draft that is about to start
  void sayWeakness(const ExperimentPlan& plan, const QString& words); // that it finds too little; "": nothing to say
  bool asksToStart() const { return m_kind == Start; }
  Kind kind() const { return m_kind; }
  int session() const { return m_session; } // of this opening: another has another number
  const QString& test() const { return m_test; }
  const ExperimentPlan& plan() const { return m_plan; }
  QLineEdit* field() const { return m_field; } // reason, or days
  LineList& consequences() { return *m_lines; }

 signals:
  void rollOutWanted(const QString& test);
  void revertWanted(const QString& test, const QString& reason);
  void extendWanted(const QString& test, int days);
  void startWanted(const QString& test);

 private:
  void accept() override;
  void fieldChanged();
  std::vector<Line> rollOutLines(const ExperimentCard& card) const;
  std::vector<Line> revertLines(const ExperimentCard& card) const;
  std::vector<Line> extendLines(const ExperimentCard& card) const;
  std::vector<Line> startLines(const ExperimentCard& card) const;
  Kind m_kind = RollOut;
  QString m_test;
  ExperimentPlan m_plan;
  int m_mostDays = 0, m_session = 0;
  QString m_arms; // what a start comes to, as it was looked at
  QLineEdit* m_field;
  QLabel* m_fieldName;
  LineList* m_lines;
};

} // namespace pricewright
