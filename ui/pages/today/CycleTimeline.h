// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/Paint.h"
#include "decision/DecisionStore.h"

#include <QWidget>

namespace pricewright {

// One cycle, station by station: a bar as long as it took, how many it handled, the fallback that was taken, what it
// ended in. Up and Down walk the stations; the chosen one's reasons stand below.
class CycleTimeline : public QWidget {
  Q_OBJECT
 public:
  explicit CycleTimeline(const Theme& theme, QWidget* parent = nullptr);
  void setReport(std::optional<CycleReport> report);
  const std::optional<CycleReport>& report() const { return m_report; }
  int chosen() const { return m_chosen; }
  QString words(int station) const; // "462 · fallback taken: … · 235 automatic"
  QString reasons(int station) const;
  static paint::Tone toneOf(const StationReport& s);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return {200, sizeHint().height()}; }

 signals:
  void chosenChanged();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  bool event(QEvent* event) override;

 private:
  void choose(int station);
  void describe();
  const Theme& m_theme;
  std::optional<CycleReport> m_report;
  int m_chosen = -1;
};

} // namespace pricewright
