// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/Banner.h"
#include "controls/EmptyState.h"
#include "itemmodels/DecidedModel.h"
#include "jobs/LatestDetail.h"
#include "pages/Page.h"
#include "pages/approvals/ActionBar.h"
#include "pages/approvals/DelegateCard.h"
#include "pages/approvals/DetailPanel.h"
#include "pages/approvals/EditCard.h"
#include "pages/approvals/FilterBar.h"
#include "pages/approvals/GroupCard.h"
#include "pages/approvals/NoteCards.h"
#include "pages/approvals/QueueTable.h"
#include "pages/approvals/RejectCard.h"

#include <QElapsedTimer>
#include <QStackedWidget>

namespace pricewright {

// Shall this price change? The queue, its filters, the decision keys, and below them why. Asks through signals and is
// told through slots: whoever answers (the engine, a test) is not its business. Never blocks.
class ApprovalsPage : public Page {
  Q_OBJECT
 public:
  static constexpr int kTwoStepAbove = 50; // more rows than this take the key twice

  explicit ApprovalsPage(const Theme& theme, QWidget* parent = nullptr);
  QList<QWidget*> panes() const override;
  void saveState(QSettings& settings) const override;
  void restoreState(const QSettings& settings) override;
  QList<PageAction> pageActions() override;
  QList<QPair<QString, QString>> keySheet() const override;
  QList<PageTable> tables() const override;
  QueueModel& model() { return m_model; }
  QueueProxy& proxy() { return m_proxy; }
  QueueTable& table() { return *m_table; }
  FilterBar& filters() { return *m_filters; }
  DetailPanel& detailPanel() { return *m_detail; }
  EditCard& editCard() { return *m_edit; }
  RejectCard& rejectCard() { return *m_reject; }
  Banner& banner() { return *m_banner; }
  ActionBar& actionBar() { return *m_actions; }
  TableView& decidedTable() { return *m_decidedTable; }
  DelegateCard& delegateCard() { return *m_delegate; }

 public slots:
  void showQueue(const pricewright::QueueSnapshotPtr& snapshot);
  void showDecided(const QString& action, const std::vector<pricewright::Answer>& answers);
  void showError(const pricewright::Error& error); // nothing was done; says what was kept
  void showMessage(pricewright::paint::Tone tone, const QString& text, const QString& action = {}) override;
  void setCycle(bool running, const QString& step, double fraction);
  void forgetWorkspace() override;
  void approve();
  void reject();
  void editPrice();
  void undo();
  void undoLast() override; // the last decision, whatever is in focus
  void toggleCheck();
  void copyRows();
  void focusFilter() override;
  void focusTable();
  void offerGroups(); // rows like the one in focus
  void comment();
  void snooze();
  void testInstead(); // the focused row's change as a price test
  void showCommented(int rows);
  void showSnoozed(int rows, bool back);
  void showEffect(const std::vector<pricewright::Ask>& asks, const pricewright::SelectionEffect& effect);
  void showOnly(const QString& words, const pricewright::Id& focus); // from elsewhere: these rows, and on this one
  void showDecidedRows(const std::vector<pricewright::DecidedRow>& rows);
  void showChanges(const std::vector<pricewright::ChangedFacts>& changes);
  void delegate(); // who decides in my stead
  void showPeople(const pricewright::DelegationView& view);
  void focusMain() override { focusTable(); }
  void printQueue(); // as PDF: the rows as they are shown
  void printCycle(); // the last one

 signals:
  void commentRequested(const std::vector<pricewright::Id>& decisions, const QString& text);
  void testRequested(const pricewright::Id& decision);
  void snoozeRequested(const std::vector<pricewright::Id>& decisions, const std::optional<pricewright::Instant>& until);
  void effectRequested(const std::vector<pricewright::Ask>& asks); // of what the keys would act on
  void approveRequested(const std::vector<pricewright::Ask>& asks);
  void rejectRequested(const std::vector<pricewright::Ask>& asks, const QString& reason, const QString& comment);
  void undoRequested(const std::vector<pricewright::Id>& decisions);
  void previewRequested(const pricewright::Id& decision, const pricewright::Money& price);
  void editRequested(const pricewright::Ask& ask, const pricewright::Money& price);
  void detailRequested(const pricewright::Id& decision);
  void detailArrived(const pricewright::DecisionDetailPtr& detail); // in: from the engine
  void detailFailed(const pricewright::Error& error);               // in
  void editPreviewed(const pricewright::PriceDecision& guarded);    // in
  void editPreviewFailed(const pricewright::Error& error);          // in
  void decidedRowsRequested();
  void peopleRequested();
  void delegateRequested(const QString& person, const pricewright::Instant& until);
  void delegationEndRequested(const pricewright::Id& delegation);
  void cycleRequested();
  void cancelRequested();
  void originRequested(const pricewright::Origin& from); // a figure was opened that comes from elsewhere

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void build();
  QWidget* titleRow();
  QWidget* queueCard();
  void connectParts();
  void showTitle();
  void showEmptiness();
  void focusChanged();
  void updateTotals();
  void connectDetail();
  std::vector<const QueueRow*> rowsToWrite(bool checkedOnly) const; // in the order on the screen
  QString filterWords() const;
  void disarm();
  void askForEffect();
  void connectNotes();
  void connectReview();
  bool showsDecided() const { return m_proxy.filter().decided; }
  bool nothingShown() const;
  void decidedFocusChanged();
  bool decidedViewKey(int key);
  std::vector<Id> pendingTargets() const; // that the keys act on and that wait
  QString aboutFirst(const std::vector<Id>& ids) const;
  std::vector<QueueGroup> groupsOf(const QueueRow& like) const;
  void checkGroup(const std::vector<Id>& rows, const QString& name);
  void tick();
  void toggleDetail();
  void arrange();
  bool decisionKey(int key);
  std::vector<int> targets() const; // rows of the model that the keys act on
  std::vector<Ask> asksFor(const std::vector<int>& rows) const;
  std::vector<Id> idsOf(const std::vector<int>& rows) const;
  void sendAway(const std::vector<int>& rows); // dims them and moves the focus on
  void focusBack(const QString& action, const std::vector<Id>& done, const std::vector<Id>& refused);
  const QueueRow* focusedRow() const;
  QPoint besideFocus() const;
  Instant now() const;

  const Theme& m_theme;
  QueueModel m_model;
  QueueProxy m_proxy;
  LatestDetail m_details;
  QueueTable* m_table = nullptr;
  FilterBar* m_filters = nullptr;
  ActionBar* m_actions = nullptr;
  DetailPanel* m_detail = nullptr;
  Banner* m_banner = nullptr;
  EmptyState* m_empty = nullptr;
  ActionButton *m_emptyRun = nullptr, *m_emptyClear = nullptr, *m_run = nullptr;
  QStackedWidget* m_rows = nullptr; // table or why it is empty
  QSplitter* m_split = nullptr;
  QWidget* m_card = nullptr;
  ElidedLabel* m_summary = nullptr;
  RejectCard* m_reject = nullptr;
  EditCard* m_edit = nullptr;
  std::vector<std::vector<Id>> m_history; // decisions that can be undone, last at the end
  std::vector<Id> m_undoing;              // sent, not answered yet
  QString m_lastComment;
  int m_armed = 0;
  bool m_cycleRunning = false, m_short = false, m_detailOnTop = false, m_splitChosen = false;
  std::optional<Id> m_wantedFocus; // from the settings, or undone: until the next queue comes
  std::pair<Id, Id> m_movedOn;     // by the last decision: from the row it is about to the next one
  QTimer m_clock;
  QElapsedTimer m_sinceSnapshot;
  GroupCard* m_groups = nullptr;
  CommentCard* m_comment = nullptr;
  SnoozeCard* m_snooze = nullptr;
  DecidedModel m_decided;
  TableLines m_decidedLines{m_decided};
  TableView* m_decidedTable = nullptr;
  DelegateCard* m_delegate = nullptr;
  QTimer m_effectSoon;
  std::vector<Ask> m_effectOf; // whose effect is awaited or shown
};

} // namespace pricewright
