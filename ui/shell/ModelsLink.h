// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "jobs/LatestJob.h"
#include "pages/models/ModelsPage.h"

namespace pricewright {

// Answers the page of models: trials beside the writer, so that work goes on; their worth and all changes through it.
// GUI thread; never waits.
class ModelsLink : public QObject {
  Q_OBJECT
 public:
  ModelsLink(Engine& engine, ModelsPage& page, QObject* parent = nullptr);

 private:
  void refresh();
  void readPlainly();
  void start(const QString& model, const QString& version);
  void change(std::function<Status(Workspace&)> work, const QString& done);
  Engine& m_engine;
  ModelsPage& m_page;
  LatestJob m_view, m_trial;
  bool m_outdated = true, m_open = false;
};

} // namespace pricewright
