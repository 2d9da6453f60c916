// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "storage/Database.h"

namespace pricewright {

// "PWRT" in the header of a SQLite file says that it is a workspace.
constexpr qint32 kApplicationId = 0x50575254;

// Looks at a file before SQLite touches it, so that what is not ours stays exactly as it is: SQLite would turn an empty
// file into a database and would write into the header of a foreign one. storage.missing, .not-a-workspace (reason),
// .newer-file, .read-only, .io.
Status checkWorkspaceFile(const QString& path, OpenMode mode, int newestVersion);
// May a file of this name be made here? storage.exists, .missing (folder), .read-only.
Status checkPlaceForNew(const QString& path);
// A read-only folder where no writer left unmerged changes: SQLite may read the file without its helper files.
bool canReadWithoutHelpers(const QString& path);

} // namespace pricewright
