// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pipeline/test_manager/ExperimentStore.h"

namespace pricewright {

// Tests whose treatment is no price but a version of the demand model: what cycles and the manager agree on.

// Whether its challenger learns along with the cycles: under way, and as registered. A paused one's does too: that it
// can be asked again is known by asking it.
bool challengerLearns(const ExperimentRow& row);
// Whether it decides as well; a paused test leaves all zones to the champion.
bool challengerDecides(const ExperimentRow& row);
// The zones that it decides at the ramp's present step.
QStringList zonesOfChallenger(const ExperimentRow& row);

// How a cycle's report tells of a version under test, at its station "demand": by how many groups it decided, or that
// it only learnt, or could not be asked. `label`: ModelVersion::label().
QString challengerDecided(const QString& label); // "challenger:elasticity_estimator/1.1.0"
QString challengerReady(const QString& label);   // "challenger-ready:…"
QString challengerFailed(const QString& label);  // "challenger-failed:…"

} // namespace pricewright
