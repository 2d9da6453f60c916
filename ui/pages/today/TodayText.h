// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/FigureTile.h"
#include "controls/LineList.h"
#include "engine/views/TodayFigures.h"
#include "engine/views/TodayView.h"

namespace pricewright {

// The words of the Today page.
Line readinessLine(const FeedReadiness& feed, Instant now);
Line needLine(const TodayNeed& need, const TodaySnapshot& snapshot);
Line moveLine(const PriceMove& move, Instant now);
QString movesSummary(const PriceMoves& ours, const PriceMoves& theirs);
QString cycleName(const CycleReport& report, Instant now); // "today 06:00 · 11.8 s"
QString cycleStateWord(const CycleReport& r);              // "Halted before publishing"
paint::Tone cycleTone(const CycleReport& r);
QString cycleOutcome(const CycleReport& report);
QString momentText(Instant at, Instant now); // "06:02", "Friday 16:00", "12 Nov 2026 16:00"
QString dayText(Day day, Instant now);       // "Sunday", "15 Nov", "15 Nov 2025"

FigureTile::Figure revenueFigure(const TodayFigures& f);
FigureTile::Figure marginFigure(const TodayFigures& f);
FigureTile::Figure indexFigure(const TodayFigures& f);

} // namespace pricewright
