// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "jobs/LatestJob.h"
#include "pages/imports/ImportsPage.h"

namespace pricewright {

// Answers the import page. A file is looked at beside the writer, so that its mapping is shown while a cycle runs; the
// trial, which writes and takes back, follows when the writer is free. GUI thread; never waits.
class ImportsLink : public QObject {
  Q_OBJECT
 public:
  ImportsLink(Engine& engine, ImportsPage& page, QObject* parent = nullptr);

 private:
  void connectReads();
  void connectWrites();
  void refresh();
  void tryOut(const QString& path, const ImportMapping& mapping);
  Engine& m_engine;
  ImportsPage& m_page;
  LatestJob m_view, m_look;
  JobPtr m_import, m_trial;
};

} // namespace pricewright
