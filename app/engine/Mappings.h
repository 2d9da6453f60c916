// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "Arguments.h"
#include "imports/Importer.h"

namespace pricewright {

// How a file is to be read, as the command line tells it: a saved mapping, or one in a JSON file, and each option over
// what it says. `kind`: what the file holds where only one thing is possible; none: the command line must say.
// usage.needs-kind
Result<ImportMapping> describedMapping(const Arguments& typed, const Importer& importer,
                                       std::optional<ImportKind> kind = std::nullopt);

} // namespace pricewright
