// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/Banner.h"
#include "controls/ElidedLabel.h"
#include "controls/FigureTile.h"
#include "controls/LineList.h"
#include "engine/views/TodayFigures.h"
#include "engine/views/TodayView.h"
#include "pages/Page.h"
#include "pages/today/CycleTimeline.h"

#include <QBoxLayout>
#include <QScrollArea>

namespace pricewright {

// What needs me? Key figures, what waits, whether the data landed, the last cycles, and what prices moved. Everything
// on it opens. Asks through signals and is told through slots.
class TodayPage : public Page {
  Q_OBJECT
 public:
  explicit TodayPage(const Theme& theme, QWidget* parent = nullptr);
  LineList& needs() { return *m_needs; }
  LineList& readiness() { return *m_readiness; }
  LineList& moves() { return *m_moves; }
  CycleTimeline& timeline() { return *m_timeline; }
  FigureTile& tile(int i) { return *m_tiles[std::size_t(i)]; } // revenue, margin, index
  QString cycleState() const { return m_cycleState->text(); }  // of the cycle that is shown
  QString summary() const { return m_summary->text(); }
  Banner& banner() { return *m_banner; }

  QList<QWidget*> panes() const override;
  void focusMain() override;
  void forgetWorkspace() override;
  QList<PageAction> pageActions() override;
  QList<QPair<QString, QString>> keySheet() const override;
  void showMessage(paint::Tone tone, const QString& text, const QString& action = {}) override;

 public slots:
  void showToday(const pricewright::TodaySnapshot& snapshot);
  void showFigures(const pricewright::TodayFigures& figures);
  void showError(const pricewright::Error& error);
  void setCycle(bool running);
  void chooseCycle(int back); // 0: the newest

 signals:
  void cycleRequested();
  void opened(const QString& what, const QString& about); // a need's or a tile's code; a SKU's code for "sku"

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  QWidget* titleRow();
  QWidget* tileRow();
  QFrame* card(const QString& title, QLabel** note, QWidget* content, QWidget* empty);
  QWidget* cycleCard();
  QLabel* emptyNote(const QString& text);
  void build();
  void connectParts();
  void showCycle();
  void colorChip();
  void showSummary();
  void arrange();

  const Theme& m_theme;
  TodaySnapshot m_today;
  bool m_known = false, m_running = false;
  int m_back = 0;
  ElidedLabel *m_summary = nullptr, *m_cycleNote = nullptr, *m_reasons = nullptr;
  ActionButton *m_run = nullptr, *m_earlier = nullptr, *m_later = nullptr;
  std::array<FigureTile*, 3> m_tiles{};
  LineList *m_needs = nullptr, *m_readiness = nullptr, *m_moves = nullptr;
  QLabel *m_needsNote = nullptr, *m_readinessNote = nullptr, *m_movesNote = nullptr;
  QLabel *m_noNeeds = nullptr, *m_noFeeds = nullptr, *m_noMoves = nullptr, *m_noCycle = nullptr;
  QLabel* m_cycleState = nullptr;
  CycleTimeline* m_timeline = nullptr;
  QScrollArea* m_scroll = nullptr;
  QBoxLayout *m_pair = nullptr, *m_tileLayout = nullptr;
  Banner* m_banner = nullptr;
};

} // namespace pricewright
