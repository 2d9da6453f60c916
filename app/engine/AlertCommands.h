// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "Commands.h"

namespace pricewright {

std::vector<Command> alertCommands(); // price moves, indices and alerts

int runMoves(Session& s); // commands/MoveCommands.cpp
int runIndex(Session& s);
int runAlertAdd(Session& s); // commands/AlertCommands.cpp
int runAlertList(Session& s);
int runAlertTry(Session& s);
int runAlertOn(Session& s);
int runAlertOff(Session& s);
int runAlertRemove(Session& s);
int runAlertRestore(Session& s);
int runAlertCheck(Session& s);
int runAlertInbox(Session& s);
int runAlertMark(Session& s);
int runAlertSuggest(Session& s);

} // namespace pricewright
