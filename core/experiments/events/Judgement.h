// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "experiments/events/Analysis.h"

// From figures to verdicts. Internal to this folder.
namespace pricewright {

// The p of what decides, equivalence and futility of one comparison.
Status judge(const AnalysisPlan& plan, ArmComparison& c);
// Adjusts over all comparisons that could be made, and says each one's verdict.
Status settle(const AnalysisInput& input, const AnalysisPlan& plan, AnalysisAnswer& all);

// The chance that a test of level alpha at the planned end rejects, given z at `fraction` of the information, if the
// lift is `drift` standard errors of the end: of the running sum B = z √t, 1 − Φ((z(1−α/2) − B − drift (1 − t)) / √(1 −
// t)), and the same on the other side (Lan & Wittes 1988).
double conditionalPower(double z, double fraction, double drift, double alpha);

} // namespace pricewright
