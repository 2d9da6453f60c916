// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/ActionButton.h"
#include "controls/ElidedLabel.h"
#include "engine/Engine.h"

#include <QElapsedTimer>
#include <QFrame>
#include <QProgressBar>
#include <QTimer>

namespace pricewright {

// The bottom line: state of the file, the running cycle with its progress and a way to stop it, the last cycle, what
// just happened, and what the selection adds up to.
class StatusBar : public QFrame {
  Q_OBJECT
 public:
  explicit StatusBar(const Theme& theme, QWidget* parent = nullptr);
  enum class FileState { None, Local, ReadOnly };
  void setFileState(FileState state);
  void setLastCycle(const std::optional<CycleReport>& report);
  void setNextCycle(const std::optional<Instant>& next); // that runs by itself
  QString cycleText() const { return m_last->text(); }
  void beginCycle();
  void setProgress(const QString& step, double fraction);
  void endCycle();
  void showNotice(const QString& text);
  void setTotals(const QString& text);
  QString notice() const { return m_notice->text(); }
  bool isCycleShown() const { return m_running; }

 signals:
  void cancelClicked();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void showCycles();
  void showStep();
  void arrange();
  const Theme& m_theme;
  FileState m_state = FileState::None;
  QLabel *m_file, *m_step;
  QProgressBar* m_progress;
  ActionButton* m_cancel;
  ElidedLabel *m_last, *m_notice, *m_totals;
  QElapsedTimer m_since;
  QTimer m_noticeEnds;
  QString m_stepName;
  std::optional<CycleReport> m_lastCycle;
  std::optional<Instant> m_nextCycle;
  Duration m_lastTook{};
  bool m_running = false;
};

} // namespace pricewright
