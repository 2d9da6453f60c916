// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "imports/ImportMapping.h"

namespace pricewright {

// Ties columns to fields by what columns are usually called. What the mapping says already is kept; a column serves one
// field only. Guesses nothing from the cells: names are what the user can check at a glance.
ImportMapping guessColumns(ImportMapping mapping, const QStringList& header, bool guessInvoiceLines);

// The fields that are still missing before this mapping can run; alternatives as "amount|price+margin_percent".
QStringList missingFields(const ImportMapping& mapping, bool wideRates);

} // namespace pricewright
