// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "Commands.h"

namespace pricewright {

std::vector<Command> experimentCommands(); // price tests

int runExperimentDesign(Session& s); // commands/ExperimentCommands.cpp
int runExperimentPreview(Session& s);
int runExperimentStart(Session& s);
int runExperimentStatus(Session& s);
int runExperimentCheck(Session& s);
int runExperimentStop(Session& s);
int runExperimentRollOut(Session& s);
int runExperimentExtend(Session& s);
int runExperimentRemove(Session& s);
int runExperimentArm(Session& s); // commands/ExperimentVisitorCommands.cpp
int runExperimentIngest(Session& s);
int runExperimentForget(Session& s);
int runExperimentPanel(Session& s); // commands/ExperimentPanelCommand.cpp

// A bandit's shares so far, into the answer and in words; and what its terms cost in certainty. Of
// commands/ExperimentVisitorCommands.cpp.
struct ExperimentCard;
struct BanditTerms;
QString insertBanditShares(const ExperimentCard& card, QJsonObject& into);
QString banditCostText(const BanditTerms& terms);
// What stands for the lift of a figure, and for its interval: the difference where there is no lift in percent. Of the
// same file.
struct TestFigure;
QString liftWords(const TestFigure& figure);
QString intervalWords(const TestFigure& figure);

} // namespace pricewright
