// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/experiments/ExperimentIntake.h"

namespace pricewright::experimentfiles {

// Whether the events of a file are of the units that were exposed. Counts those that are not, and distrusts the test
// where nothing fits, or where one arm is nearly silent and the events that nobody owns would make up for it: ids of
// one arm that are written otherwise look like a price that nobody buys at.
void checkJoin(const Exposures& exposures, const Streams& streams, ExperimentReport& report);

} // namespace pricewright::experimentfiles
