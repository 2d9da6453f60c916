// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/Workspace.h"

namespace pricewright {

struct WatchFileReport {
  qint64 rows = 0, added = 0; // read; watched now, also those that were watched before
  struct Rejected {
    qint64 line = 0;
    Error why;
  };
  std::vector<Rejected> rejected;
  QStringList newHosts; // whose terms nobody has accepted yet
  int known = 0;        // of those added: were watched already
  int revised = 0;      // of those added: their packs were corrected, or their match confirmed again
  QStringList alike;    // pairs of addresses, "one · other", that may be one page: see PageAdded
};

// Watches the pages that a table lists: product (sku), url, and if it has them zone, competitor, title, packs
// ("12/6": their content is so many of ours). A row that is wrong is told and holds up no other. What is watched
// already stays as it is, but for packs that are told. One transaction with one entry of the journal. Errors, with
// which nothing is kept: import.missing-field, those of files and stores, job.cancelled.
Result<WatchFileReport> addPagesFrom(Workspace& workspace, const QString& path, const JobContext& job);

} // namespace pricewright
