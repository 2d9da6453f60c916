// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/Engine.h"
#include "reports/ReportPdf.h"

namespace pricewright {

// One decision: what is proposed, the three charts, every limit, offers, features, and what was decided before.
ReportPdf decisionReport(const Theme& theme, const DecisionDetail& detail);
QString decisionFileName(const DecisionDetail& detail);
// Rows of the queue as they are shown. `filters`: in words; "" for none.
ReportPdf queueReport(const Theme& theme, const QueueSnapshot& snapshot, const std::vector<const QueueRow*>& rows,
                      const QString& filters);
// What one cycle did, station by station.
ReportPdf cycleReport(const Theme& theme, const CycleReport& cycle, const QString& workspace);

} // namespace pricewright
