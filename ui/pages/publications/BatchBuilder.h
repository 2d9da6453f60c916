// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/ElidedLabel.h"
#include "controls/EmptyState.h"
#include "pages/publications/BatchModels.h"
#include "tables/TableView.h"

#include <QLineEdit>
#include <QStackedWidget>
#include <QTimer>

namespace pricewright {

// A batch in the making: which rows, under which name, from which day on; what it does together, how many labels, and
// who stays out, before the one signature. Asks through signals.
class BatchBuilder : public QWidget {
  Q_OBJECT
 public:
  BatchBuilder(const Theme& theme, QWidget* parent);
  TableView& table() { return *m_table; }
  TableLines& lines() { return m_lines; }
  CandidateModel& model() { return m_model; }
  QLineEdit* name() const { return m_name; }
  QLineEdit* day() const { return m_day; }
  ActionButton* signButton() const { return m_sign; }
  QString planText() const { return m_planText->text(); }
  QString refusedText() const { return m_refused->text(); }
  void begin(); // anew, with nothing typed
  void setReadOnly(bool readOnly);
  void sign();
  void setBusy(bool busy);

 public slots:
  void showCandidates(const std::shared_ptr<const pricewright::BatchCandidates>& candidates);
  void showPlan(const pricewright::BatchPlan& plan);
  void showPlanError(const QString& text);

 signals:
  void planRequested(const pricewright::BatchWish& wish);
  void signRequested(const pricewright::BatchWish& wish);
  void left(); // Esc
  void totalsChanged(const QString& text);

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void build();
  QWidget* form();
  BatchWish wish() const;
  void changed(); // another choice, name or day: the plan is asked for anew
  void ask();
  void showButton();
  std::optional<Day> typedDay(bool* wrong) const;

  const Theme& m_theme;
  CandidateModel m_model;
  TableLines m_lines;
  TableView* m_table = nullptr;
  EmptyState* m_empty = nullptr;
  QStackedWidget* m_rows = nullptr;
  QLineEdit *m_name = nullptr, *m_day = nullptr;
  ElidedLabel *m_planText = nullptr, *m_refused = nullptr;
  ActionButton *m_sign = nullptr, *m_leave = nullptr;
  QTimer m_soon; // a selection that grows asks once
  int m_labels = 0;
  bool m_readOnly = false, m_busy = false, m_planned = false;
};

} // namespace pricewright
