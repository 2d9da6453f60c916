// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "jobs/LatestJob.h"
#include "pages/settings/SettingsPage.h"

namespace pricewright {

// Answers the settings page: what is in force is read beside the writer, a change is written in order, audited. GUI
// thread; never waits.
class SettingsLink : public QObject {
  Q_OBJECT
 public:
  SettingsLink(Engine& engine, SettingsPage& page, QObject* parent = nullptr);

 private:
  void refresh();
  Engine& m_engine;
  SettingsPage& m_page;
  LatestJob m_read;
  bool m_open = false;
};

} // namespace pricewright
