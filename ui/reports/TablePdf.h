// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/files/TableExport.h"
#include "reports/ReportPdf.h"

namespace pricewright {

// Any table on paper, as people read it in their locale. `footer`: filters and the time of the data.
ReportPdf tableReport(const Theme& theme, const ExportTable& table, const QString& workspace, const QString& footer);

} // namespace pricewright
