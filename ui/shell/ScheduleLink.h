// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/CycleSchedule.h"
#include "jobs/LatestJob.h"
#include "shell/MainWindow.h"

#include <QTimer>

namespace pricewright {

// Lets cycles run by themselves at the times that the workspace's settings say, as long as its window is open. A time
// at which the program was closed is made up for within twelve hours. Each time is tried once: what fails or is
// cancelled waits for the next one. GUI thread; never waits.
class ScheduleLink : public QObject {
  Q_OBJECT
 public:
  ScheduleLink(Engine& engine, MainWindow& window, QObject* parent = nullptr);

 private:
  void look();
  void plan(const CycleTimes& times);
  Engine& m_engine;
  MainWindow& m_window;
  LatestJob m_look;
  QTimer m_timer;
  bool m_open = false;
};

} // namespace pricewright
