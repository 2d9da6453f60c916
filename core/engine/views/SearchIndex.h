// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "storage/Database.h"

namespace pricewright {

// Brings the index of words up to what changed in the catalogue since the last time; quick where nothing did. In a
// transaction of its own: the index is drawn from the tables, and may be a command behind.
Status keepSearchIndex(Database& db);

} // namespace pricewright
