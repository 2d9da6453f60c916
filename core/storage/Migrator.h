// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "storage/Database.h"

namespace pricewright {

// One numbered step of the schema: forward only, run once, in one transaction.
struct Migration {
  int number = 0; // 1, 2, 3 … without gaps; becomes the file's user_version
  QString name;   // "0001_foundation.sql"
  QByteArray sql;
};

// The steps that this build carries, in order.
Result<std::vector<Migration>> embeddedMigrations();
// Brings the open file to the last of `migrations`. A file that holds data is copied beside itself first
// (<path>.before-v<N>.backup); a step that fails leaves the file as it was before that step.
// storage.newer-file (version, known), storage.migration-failed (step) caused by what SQLite said.
Status migrate(Database& db, const std::vector<Migration>& migrations);
Result<int> schemaVersion(Database& db);

} // namespace pricewright
