// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Cancel.h"
#include "catalog/BatchStore.h"
#include "catalog/CatalogStore.h"
#include "decision/DecisionStore.h"

namespace pricewright {

struct PublishReport {
  qint64 batchNo = 0;
  QString state;              // published, failed
  int prices = 0;             // changed by the batch
  int listed = 0;             // rows of the complete list
  QStringList files;
  std::optional<Error> error;
};

// Prices to where they are sold: price files per channel (CSV and JSON), always complete, written atomically, read back,
// verified, recorded. The ladder plan → apply → read back → verify → record survives a kill at any point: what was
// planned is finished or repeated to the same bytes, never applied twice. Files live in <workspace>.prices/<channel>.*
// unless the setting channels.folder names another place.
class ChannelsAgent {
 public:
  ChannelsAgent(Database& db, Journal& journal, const Clock& clock, IdSource& ids, CatalogStore& catalog, BatchStore& batches, DecisionStore& decisions);
  // Batches that are due, and what an earlier run left half done.
  Result<std::vector<PublishReport>> releaseDue(const Actor& by, const JobContext& job);
  // Puts the prices before the batch back in force and republishes, as one step. channels.not-published
  Result<PublishReport> rollBack(const Actor& by, qint64 batchNo);
  Result<PublishReport> rollBackDecision(const Actor& by, const Id& decision);
  // Writes the complete list of every channel if it is missing or differs from the prices in force: the last fallback.
  Result<std::vector<PublishReport>> ensureLists(const Actor& by);
  QString folder() const;

 private:
  struct Work;
  Database& m_db;
  Journal& m_journal;
  const Clock& m_clock;
  IdSource& m_ids;
  CatalogStore& m_catalog;
  BatchStore& m_batches;
  DecisionStore& m_decisions;
};

} // namespace pricewright
