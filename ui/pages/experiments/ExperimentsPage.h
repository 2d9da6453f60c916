// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/Banner.h"
#include "controls/EmptyState.h"
#include "pages/Page.h"
#include "pages/experiments/ExperimentDecisionCard.h"
#include "pages/experiments/ExperimentMonitor.h"
#include "pages/experiments/ExperimentWizard.h"
#include "pages/experiments/TrustCard.h"

#include <QStackedWidget>

namespace pricewright {

// Whose question an answer belongs to: the form's or the card's, of one opening of it. It reaches no other.
struct TestAsker {
  enum Part { Page, Form, Card } part = Page;
  int session = 0;
};

// Which price is really better? Tests with their state, the chosen one's lift with the interval that holds at all
// looks, whether it can be trusted, and what a decision comes to in money; new tests are planned here. Asks through
// signals, is told through slots, never blocks.
class ExperimentsPage : public Page {
  Q_OBJECT
 public:
  enum View { Board, Nothing, Wizard };
  explicit ExperimentsPage(const Theme& theme, QWidget* parent = nullptr);
  QList<QWidget*> panes() const override;
  void focusMain() override;
  void focusFilter() override;
  void undoLast() override;
  void forgetWorkspace() override;
  QList<PageAction> pageActions() override;
  QList<QPair<QString, QString>> keySheet() const override;
  void setReadOnly(bool readOnly) override;
  void showMessage(paint::Tone tone, const QString& text, const QString& action = {}) override;

  View view() const { return View(m_views->currentIndex()); }
  bool isReadOnly() const { return m_readOnly; }
  TableView& tests() { return *m_table; }
  const ExperimentListModel& rows() const { return m_rows; }
  TableView& prices() { return *m_prices; }
  ExperimentMonitor& monitor() { return *m_monitor; }
  TrustCard& trust() { return *m_trust; }
  ExperimentWizard& wizard() { return *m_wizard; }
  bool wantsStudy() const { return view() == Wizard || (m_card->isVisible() && m_card->asksToStart()); }
  ExperimentDecisionCard& decisionCard() { return *m_card; }
  Banner& banner() { return *m_banner; }
  QString summary() const { return m_summary->text(); }
  TestAsker asker(TestAsker::Part part) const; // as it is open now
  ActionButton* newButton() const { return m_new; }
  ActionButton* checkButton() const { return m_check; }

 public slots:
  void showBoard(const pricewright::ExperimentBoard& board);
  void showPreview(const pricewright::ExperimentPreview& preview);
  void showPreviewError(const pricewright::Error& error);
  void showHits(const QString& words, const std::vector<pricewright::SearchHit>& hits);
  void showDrafted(const pricewright::ExperimentRow& row, const pricewright::TestAsker& asker); // kept as a draft
  void showStarted(const pricewright::ExperimentRow& row, const pricewright::TestAsker& asker);
  void showInstead(const pricewright::ExperimentRow& row); // of testInstead
  void showRemoved(const pricewright::Id& id, const QString& name);
  void showRestored(const pricewright::Id& id);
  void showRestoreError(const pricewright::Error& error);
  void showDone(const QString& what, const pricewright::TestAsker& asker); // rolled out, reverted, extended
  void showChecking(bool checking);
  void showRound(const pricewright::TestRound& round, bool asked);                      // asked: somebody pressed C
  void showError(const pricewright::Error& error, const pricewright::TestAsker& asker); // of what was asked for here
  void showCheckError(const pricewright::Error& error);                                 // of what happens by itself
  void showPower(const pricewright::ExperimentPlan& plan, const QString& words);        // of the plan in the form
  void showStudy(const pricewright::ExperimentPlan& plan, const pricewright::PlanStudy& tried); // of it, or of the card
  void testInstead(const pricewright::Id& decision);                                            // from the approvals
  void newTest();
  void editDraft();
  void act(int action); // ExperimentMonitor::Action, on the focused test
  void checkNow();

 signals:
  void checkRequested();
  void previewRequested(const pricewright::ExperimentPlan& plan);
  void planChanged(); // what is being tried of an older plan is not wanted any more
  void searchRequested(const QString& words);
  void draftRequested(const pricewright::ExperimentPlan& plan, const pricewright::Id& draft);
  void planStartRequested(const pricewright::ExperimentPlan& plan, const pricewright::Id& draft);
  void startRequested(const QString& test);
  void removeRequested(const pricewright::Id& draft, const QString& name);
  void restoreRequested(const pricewright::Id& draft);
  void rollOutRequested(const QString& test);
  void stopRequested(const QString& test, const QString& reason);
  void extendRequested(const QString& test, int days);
  void testInsteadRequested(const pricewright::Id& decision);
  void skuOpened(const QString& sku);
  void decisionOpened(const pricewright::Id& decision);
  void queueWanted(); // to the approvals

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void build();
  void connectParts();
  QWidget* titleRow();
  QWidget* boardView();
  QWidget* emptyView();
  void showView(View view);
  void showFocused();
  void fitTables();
  void updateButtons();
  void leaveWizard();
  void askToRegister(const ExperimentPreview& preview);
  void startConfirmed(const QString& test);
  bool asks(const TestAsker& asker) const;
  void openPrice();
  const ExperimentCard* focused() const;

  const Theme& m_theme;
  ExperimentListModel m_rows;
  ExperimentPriceModel m_priceRows;
  TableLines m_lines{m_rows}, m_priceLines{m_priceRows};
  QStackedWidget* m_views = nullptr;
  QWidget* m_title = nullptr;
  TableView *m_table = nullptr, *m_prices = nullptr;
  QFrame *m_tableCard = nullptr, *m_priceCard = nullptr;
  ExperimentMonitor* m_monitor = nullptr;
  TrustCard* m_trust = nullptr;
  ExperimentWizard* m_wizard = nullptr;
  EmptyState* m_nothing = nullptr;
  ExperimentDecisionCard* m_card = nullptr;
  Banner* m_banner = nullptr;
  ElidedLabel* m_summary = nullptr;
  ActionButton *m_new = nullptr, *m_check = nullptr, *m_first = nullptr;
  ExperimentBoard m_board;
  QString m_awaited; // key of the test that was just made
  std::vector<Id> m_removed;
  Id m_restoring; // asked for: no answer yet
  bool m_readOnly = false, m_checking = false;
};

} // namespace pricewright
