// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "shell/AuditLink.h"
#include "shell/CatalogueLink.h"
#include "shell/CostsLink.h"
#include "shell/EngineLink.h"
#include "shell/ImportsLink.h"
#include "shell/PromotionsLink.h"
#include "shell/PublicationsLink.h"
#include "shell/ReviewLink.h"
#include "shell/RulesLink.h"
#include "shell/ScheduleLink.h"
#include "shell/SettingsLink.h"
#include "shell/SystemColors.h"
#include "shell/TargetsLink.h"
#include "shell/TodayLink.h"

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
  ReviewLink m_review;
  TodayLink m_today;
  CatalogueLink m_catalogue;
  PublicationsLink m_publications;
  AuditLink m_audit;
  ImportsLink m_imports;
  RulesLink m_rules;
  CostsLink m_costs;
  PromotionsLink m_promotions;
  TargetsLink m_targets;
  SettingsLink m_settings;
  ScheduleLink m_schedule;
};

} // namespace pricewright
