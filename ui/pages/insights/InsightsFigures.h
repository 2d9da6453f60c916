// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/FigureTile.h"
#include "engine/earnings/EarningsView.h"
#include "engine/experiments/TestsDashboard.h"

#include <QGridLayout>

namespace pricewright {

// The key figures of both dashboards, each with its change, its interval and what it stands on.
FigureTile::Figure earnedFigure(const RevenueDashboard& d, BridgeMeasure measure);
FigureTile::Figure keptMarginFigure(const RevenueDashboard& d);
FigureTile::Figure decisionLiftFigure(const ScoreBoard* scores); // null: being read
FigureTile::Figure testLiftFigure(const TestsDashboard* tests);  // null: being read
FigureTile::Figure inTimeFigure(const TestsDashboard& t);
FigureTile::Figure underWayFigure(const TestsDashboard& t);
FigureTile::Figure rolledOutFigure(const TestsDashboard& t);
FigureTile::Figure daysFigure(const TestsDashboard& t);

// As many tiles beside each other as have room; the rest below.
void arrangeTiles(QGridLayout& grid, std::span<FigureTile* const> tiles, int room);

} // namespace pricewright
