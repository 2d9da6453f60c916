// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "jobs/LatestJob.h"
#include "pages/catalogue/CataloguePage.h"

namespace pricewright {

// Ties the catalogue page to the engine: what it asks is read beside the writer, what it changes is written in order.
// Reads again after changes, at once where the page is in view, else when it comes into view. GUI thread; never waits.
class CatalogueLink : public QObject {
  Q_OBJECT
 public:
  CatalogueLink(Engine& engine, CataloguePage& page, QObject* parent = nullptr);

 private:
  void connectReads();
  void connectWrites();
  void connectMasterData();
  void refresh();
  void refreshWhenSeen();
  Engine& m_engine;
  CataloguePage& m_page;
  LatestJob m_view, m_whatIf, m_lists;
  bool m_outdated = true, m_open = false;
};

} // namespace pricewright
