// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "Commands.h"

namespace pricewright {

std::vector<Command> earningsCommands(); // what prices earned

int runRevenueBridge(Session& s); // commands/EarningsCommands.cpp
int runRevenueMargin(Session& s);
int runRevenueScores(Session& s); // commands/ScoreCommands.cpp
int runRevenueLift(Session& s);

} // namespace pricewright
