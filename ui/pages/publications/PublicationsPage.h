// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/Banner.h"
#include "controls/EmptyState.h"
#include "pages/Page.h"
#include "pages/publications/BatchBuilder.h"
#include "pages/publications/BatchPanel.h"
#include "pages/publications/ConfirmCard.h"
#include "pages/publications/SlotCard.h"

#include <QSplitter>
#include <QStackedWidget>

namespace pricewright {

// Is every price live where it should be? Batches with their slot and what became of them, what the channels' files
// say against what should be in them, and the making of a dated batch with one signature. Asks through signals, is told
// through slots, never blocks.
class PublicationsPage : public Page {
  Q_OBJECT
 public:
  enum class View { Batches, Live, Builder };
  explicit PublicationsPage(const Theme& theme, QWidget* parent = nullptr);
  void setClock(const Clock* clock); // that countdowns tick by; outlives the page. None: the system's
  QList<QWidget*> panes() const override;
  void saveState(QSettings& settings) const override;
  void restoreState(const QSettings& settings) override;
  void focusMain() override;
  void focusFilter() override;
  void undoLast() override;
  void forgetWorkspace() override;
  QList<PageTable> tables() const override; // the rows of a batch also as prices to edit
  QList<PageAction> pageActions() override;
  QList<QPair<QString, QString>> keySheet() const override;
  void setReadOnly(bool readOnly) override;
  void showMessage(paint::Tone tone, const QString& text, const QString& action = {}) override;

  View view() const { return m_view; }
  BatchModel& batches() { return m_batches; }
  LiveModel& live() { return m_live; }
  TableView& batchTable() { return *m_batchTable; }
  TableView& liveTable() { return *m_liveTable; }
  BatchPanel& panel() { return *m_panel; }
  BatchBuilder& builder() { return *m_builder; }
  ConfirmCard& confirmCard() { return *m_confirm; }
  SlotCard& slotCard() { return *m_slotCard; }
  Banner& banner() { return *m_banner; }
  QString summaryText() const { return m_summary->text(); }
  ActionButton* button(const char* name) const; // of the action bar, by its object name
  Instant now() const;                          // of the workspace, as the clock ticks

 public slots:
  void showView(pricewright::PublicationsPage::View view);
  void showOnlyDifferences(bool on);
  void showPublications(const pricewright::PublicationsPtr& snapshot);
  void showDetail(const pricewright::BatchDetailPtr& detail);
  void showCandidates(const std::shared_ptr<const pricewright::BatchCandidates>& candidates);
  void showPlan(const pricewright::BatchPlan& plan);
  void showPlanError(const pricewright::Error& error);
  void showChanged(const pricewright::BatchChange& change, const QString& what); // what: made, split, merged
  void showMoved(const pricewright::SlotChange& change);
  void showCancelled(const pricewright::BatchCancelled& cancelled);
  void showTakenOut(const std::vector<pricewright::Answer>& answers);
  void showReports(const std::vector<pricewright::PublishReport>& reports);
  void showLooked(const std::vector<pricewright::ChannelLook>& looks);
  void showUndone();
  void showError(const pricewright::Error& error);
  void tick(); // each second
  void releaseNow();
  void changeSlot();
  void undoRelease();
  void rollBack();
  void verifyAgain();
  void writeAgain();
  void takeOut();
  void splitOff();
  void joinBatches();
  void newBatch();

 signals:
  void detailRequested(qint64 batchNo);
  void candidatesRequested();
  void planRequested(const pricewright::BatchWish& wish);
  void makeRequested(const pricewright::BatchWish& wish);
  void splitRequested(qint64 batchNo, const std::vector<pricewright::Id>& rows);
  void mergeRequested(qint64 from, qint64 into);
  void moveRequested(qint64 batchNo, pricewright::Instant slot);
  void cancelRequested(qint64 batchNo);
  void takeOutRequested(const std::vector<pricewright::Id>& rows);
  void releaseRequested(qint64 batchNo);
  void rollBackRequested(qint64 batchNo);
  void verifyRequested();
  void rewriteRequested(const QString& channel); // "": all of them
  void undoRequested(const pricewright::BatchChange& change);

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  struct Undo {
    std::optional<BatchChange> change;
    std::optional<SlotChange> slot;
  };
  void build();
  QWidget* titleRow();
  QWidget* viewRow();
  QWidget* batchView();
  QWidget* liveView();
  QFrame* bar(QLabel** words, QWidget* parent);
  ActionButton* addAction(QFrame* bar, const char* name, const QString& text, const QString& key, bool primary,
                          void (PublicationsPage::*work)());
  void connectParts();
  void batchFocused();
  void showSummary();
  void showBar(); // what can be done with the batch in focus
  void showEmptiness();
  bool pageKey(int key);
  bool mayChange(); // says why not
  bool ask();       // nothing is asked twice before it is answered
  void answered();
  const BatchSummary* focusedBatch() const;
  std::vector<const BatchSummary*> chosenWaiting() const;
  QString channelNames() const;

  const Theme& m_theme;
  BatchModel m_batches;
  TableLines m_batchLines;
  LiveModel m_live;
  TableLines m_liveLines;
  PublicationsPtr m_snapshot;
  View m_view = View::Batches;
  const Clock* m_clock;
  Instant m_seenAt{}; // by that clock: when the snapshot came
  QTimer m_ticks;
  bool m_slotPassed = false, m_waiting = false, m_readOnly = false, m_short = false, m_detailOnTop = false;
  std::vector<Undo> m_undo;
  QString m_wantedFocus;

  ElidedLabel* m_summary = nullptr;
  ActionButton *m_toBatches = nullptr, *m_toLive = nullptr, *m_new = nullptr, *m_differencesOnly = nullptr;
  QStackedWidget *m_views = nullptr, *m_batchStack = nullptr, *m_liveStack = nullptr;
  TableView *m_batchTable = nullptr, *m_liveTable = nullptr;
  BatchPanel* m_panel = nullptr;
  BatchBuilder* m_builder = nullptr;
  LineList* m_channels = nullptr;
  EmptyState *m_noBatches = nullptr, *m_noLive = nullptr;
  ActionButton* m_noBatchesNew = nullptr;
  QSplitter* m_split = nullptr;
  QFrame *m_batchBar = nullptr, *m_liveBar = nullptr;
  QLabel *m_barWords = nullptr, *m_liveWords = nullptr;
  Banner* m_banner = nullptr;
  ConfirmCard* m_confirm = nullptr;
  SlotCard* m_slotCard = nullptr;
};

} // namespace pricewright
