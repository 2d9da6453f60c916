// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/TitleRow.h"
#include "controls/WrappedLabel.h"
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
  void rest();                          // it is not looked at any more: nothing is asked or tried on its behalf
  void showPreview(const ExperimentPreview& preview, Instant now);
  void showPreviewError(const Error& error);                          // of the plan that was looked at
  void showError(const Error& error);                                 // of keeping or starting: what was typed stays
  void showPower(const ExperimentPlan& plan, const QString& words);   // what is known of the power of such a test
  void showStudy(const ExperimentPlan& plan, const PlanStudy& tried); // the same, and whether it is enough
  const std::optional<ExperimentPreview>& preview() const { return m_preview; } // of the plan as it is typed now
  int session() const { return m_session; } // of this opening: another has another number
  bool isSent() const { return m_sent; }    // kept or started: no answer yet
  // The answers. False: something was typed since it was sent; the form stays, and is about the draft, or a new one.
  bool kept(const ExperimentRow& row);
  bool started();
  ExperimentForm& form() { return *m_form; }
  TableView& prices() { return *m_prices; }
  LineList& reasons() { return *m_reasons; }
  ActionButton* startButton() const { return m_start; }
  ActionButton* saveButton() const { return m_save; }
  QString verdict() const { return m_verdict->text(); }
  QString words() const { return m_words->text(); }
  QString held() const { return m_held->isHidden() ? QString() : m_held->text(); }
  const QString& weakness() const { return m_weakness; } // that the plan finds too little, once it was tried
  QWidget* verdictCard() const { return m_verdictCard; }
  QString power() const { return m_power->isHidden() ? QString() : m_power->text(); }
  bool isChanged() const;

 public slots:
  void save();
  void start();     // asks first: what is registered cannot be taken back
  void confirmed(); // the answer to that
  void leave();

 signals:
  void confirmWanted(const pricewright::ExperimentPreview& preview);
  void previewWanted(const pricewright::ExperimentPlan& plan);
  void searchWanted(const QString& words);
  void saveWanted(const pricewright::ExperimentPlan& plan, const pricewright::Id& draft); // null: a new one
  void startWanted(const pricewright::ExperimentPlan& plan, const pricewright::Id& draft);
  void planChanged(); // what is being tried of an older plan is not wanted any more
  void left();

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void build(const Theme& theme);
  QWidget* leftSide(const Theme& theme);
  void fitPlan();
  QWidget* rightSide(const Theme& theme);
  QWidget* makeVerdictCard(const Theme& theme);
  void open();
  bool answered();
  void formChanged();
  void askPreview();
  void updateButtons();
  void say(WrappedLabel* label, const QString& text, const char* tone);
  void fillReasons(const ExperimentPreview& preview);
  static QString plannedWords(const ExperimentPreview& preview);
  void showTreatment(const ExperimentPlan& plan);

  PlannedPriceModel m_priceRows;
  TableLines m_priceLines{m_priceRows};
  TableView* m_prices = nullptr;
  ExperimentForm* m_form = nullptr;
  LineList* m_reasons = nullptr;
  ElidedLabel* m_summary = nullptr;
  QFrame* m_plan = nullptr; // the form's card
  WrappedLabel *m_verdict = nullptr, *m_words = nullptr, *m_held = nullptr, *m_power = nullptr;
  QLabel* m_wayBack = nullptr;
  QFrame *m_priceCard = nullptr, *m_verdictCard = nullptr;
  ActionButton *m_save = nullptr, *m_start = nullptr;
  QTimer m_wait;                              // until nobody types
  QStringList m_begun, m_sentAs;              // the fields as they were
  std::optional<ExperimentPreview> m_preview; // of the plan as it is typed now
  std::optional<ExperimentPlan> m_asked;      // that is to be confirmed
  bool m_refused = false;                     // the last answer was an error, and nothing was typed since
  QString m_weakness;
  Id m_draft;
  int m_session = 0;
  bool m_warned = false, m_sent = false;
};

} // namespace pricewright
