// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Cancel.h"
#include "earnings/LiftTable.h"

namespace pricewright {

// Results of tests from a CSV file: columns test, lift and standard_error (shares: 0.02 is 2 %), and where they are
// there category, period, weight, rolled_out (1 or 0, yes or no). All or nothing.
// earnings.bad-results (line, what), import.missing-field, those of reading files, job.cancelled
Result<std::vector<TestLift>> liftResults(const QString& file, const JobContext& job = {});

} // namespace pricewright
