// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "jobs/LatestJob.h"
#include "shell/InstanceGuard.h"
#include "shell/MainWindow.h"

namespace pricewright {

// Ties the window to the engine: the window's wishes become commands, the engine's facts become what the window shows.
// Releases approved batches when their slot comes while the window is open. GUI thread; never waits.
class EngineLink : public QObject {
  Q_OBJECT
 public:
  EngineLink(Engine& engine, MainWindow& window, QObject* parent = nullptr);
  void open(const QString& path);

 private:
  void connectCommands();
  void connectFacts();
  void connectCycle();
  void connectExports();
  void planRelease(const QueueSnapshot& snapshot);
  void cycleEnded(const CycleReport& report);
  void publishedAll(const std::vector<PublishReport>& reports);
  Engine& m_engine;
  MainWindow& m_window;
  QString m_opening;
  InstanceGuard m_guard, m_claim; // of the open file; of the one that is being opened
  QTimer m_release;
  LatestJob m_search, m_effect;
  bool m_readOnly = false;
};

} // namespace pricewright
