// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "exports/Report.h"    // ReportTable, toCsv
#include "exports/TableFile.h" // ExportTable, writeTable: how the window writes a table too
