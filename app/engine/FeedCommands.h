// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "Commands.h"

namespace pricewright {

std::vector<Command> feedCommands(); // price-intelligence services and competitors' feeds

int runFeedAdd(Session& s); // commands/FeedCommands.cpp
int runFeedList(Session& s);
int runFeedRun(Session& s);
int runFeedOn(Session& s);
int runFeedOff(Session& s);
int runFeedCheck(Session& s);

} // namespace pricewright
