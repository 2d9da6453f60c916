// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/files/TableExport.h"
#include "itemmodels/QueueModel.h"

namespace pricewright {

// Rows of the queue as typed cells: money exact, percentages as numbers, intervals in columns of their own.
ExportTable queueTable(const std::vector<const QueueRow*>& rows);

} // namespace pricewright
