// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "Commands.h"

namespace pricewright {

std::vector<Command> experimentStudyCommands(); // before a price test: how large, how long, how reliable

int runExperimentPower(Session& s); // commands/ExperimentStudyCommands.cpp
int runExperimentAa(Session& s);

} // namespace pricewright
