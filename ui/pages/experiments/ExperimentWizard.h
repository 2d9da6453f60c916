// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/TitleRow.h"
#include "itemmodels/ExperimentModels.h"
#include "pages/experiments/ExperimentForm.h"
#include "tables/TableView.h"

#include <QLabel>
#include <QTimer>

namespace pricewright {

// Plans a new test, or changes a draft: the form at the left, at the right what would come of it if it were started
// now: every price through the limits, what collides, and why it cannot start. Nothing is kept before somebody says so.
class ExperimentWizard : public QWidget {
  Q_OBJECT
 public:
  explicit ExperimentWizard(const Theme& theme, QWidget* parent = nullptr);
  void begin();                         // a new test
  void begin(const ExperimentRow& row); // a draft
  void showPreview(const ExperimentPreview& preview);
  void showPreviewError(const Error& error); // of the plan that was looked at
  void showError(const Error& error);        // of keeping or starting: what was typed stays
  void showPower(const QString& words);      // what is known of the power of such a test; "" for nothing
  ExperimentForm& form() { return *m_form; }
  TableView& prices() { return *m_prices; }
  LineList& reasons() { return *m_reasons; }
  ActionButton* startButton() const { return m_start; }
  ActionButton* saveButton() const { return m_save; }
  QString verdict() const { return m_verdict->text(); }
  QString words() const { return m_words->text(); }
  bool isChanged() const;

 public slots:
  void save();
  void start();
  void leave();

 signals:
  void previewWanted(const pricewright::ExperimentPlan& plan);
  void searchWanted(const QString& words);
  void saveWanted(const pricewright::ExperimentPlan& plan, const pricewright::Id& draft); // null: a new one
  void startWanted(const pricewright::ExperimentPlan& plan, const pricewright::Id& draft);
  void left();

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void build(const Theme& theme);
  QWidget* leftSide(const Theme& theme);
  QWidget* rightSide(const Theme& theme);
  QWidget* verdictCard(const Theme& theme);
  void open();
  void formChanged();
  void askPreview();
  void updateButtons();
  void say(QLabel* label, const QString& text, const char* tone);
  void fillReasons(const ExperimentPreview& preview);
  static QString plannedWords(const ExperimentPreview& preview);

  PlannedPriceModel m_priceRows;
  TableLines m_priceLines{m_priceRows};
  TableView* m_prices = nullptr;
  ExperimentForm* m_form = nullptr;
  LineList* m_reasons = nullptr;
  ElidedLabel* m_summary = nullptr;
  QLabel *m_verdict = nullptr, *m_words = nullptr, *m_power = nullptr;
  ActionButton *m_save = nullptr, *m_start = nullptr;
  QTimer m_wait; // until nobody types
  std::optional<ExperimentPlan> m_begun;
  std::optional<ExperimentPreview> m_preview; // of the plan as it is typed now
  Id m_draft;
  bool m_warned = false, m_sent = false;
};

} // namespace pricewright
