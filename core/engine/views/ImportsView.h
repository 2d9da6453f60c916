// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/Workspace.h"

namespace pricewright {

// One import that was made, as the journal knows it.
struct PastImport {
  Id id;
  ImportKind kind = ImportKind::Sales;
  QString file, by;
  Instant at{};
  qint64 read = 0, added = 0, changed = 0, same = 0, rejected = 0;
  bool undone = false;
};
struct SavedMapping {
  QString name;
  ImportKind kind = ImportKind::Sales;
};
struct ImportsView {
  std::vector<PastImport> imports; // newest first
  std::vector<SavedMapping> mappings;
};
Result<ImportsView> importsView(Workspace& workspace, int most = 500);

// What a file seems to hold, by the columns that each kind finds in it: the likeliest first. Empty where no kind finds
// all that it needs. Errors as Importer::preview().
Result<std::vector<ImportKind>> likelyKinds(Workspace& workspace, const QString& path);

} // namespace pricewright
