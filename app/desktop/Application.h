// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "shell/EngineLink.h"
#include "shell/PageLinks.h"
#include "shell/ScheduleLink.h"
#include "shell/SystemColors.h"

namespace pricewright {

// The composition root: owns the theme, the engine and the window, and ties them together. Nothing else owns them.
class Application {
 public:
  Application();
  // Opens `path`; without one PRICEWRIGHT_WORKSPACE, the workspace that was open last, or the sample beside the
  // program.
  void start(const QString& path);

 private:
  static QString workspaceToOpen(const QString& named);
  Theme m_theme;
  SystemColors m_colors;
  Engine m_engine;
  MainWindow m_window;
  EngineLink m_link;
  PageLinks m_pages;
  ScheduleLink m_schedule;
};

} // namespace pricewright
