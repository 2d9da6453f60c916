// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "Commands.h"

namespace pricewright {

std::vector<Command> experimentAnalyzeCommands(); // experiments in files

int runExperimentAnalyze(Session& s); // commands/ExperimentAnalyzeCommand.cpp
int runExperimentBandit(Session& s);  // commands/ExperimentBanditCommand.cpp

} // namespace pricewright
