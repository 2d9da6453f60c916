// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "Commands.h"

namespace pricewright {

std::vector<Command> revenueCommands(); // orders and the money that moved for them

int runRevenueIngest(Session& s); // commands/RevenueCommands.cpp
int runRevenueUndo(Session& s);
int runRevenueReconcile(Session& s);
int runRevenueStatus(Session& s);
int runRevenueOrder(Session& s);

} // namespace pricewright
