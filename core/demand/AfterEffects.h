// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "demand/FittedTerms.h"

namespace pricewright {

// What prices and promotions do to weeks that come after them, by category, where the data show it. Read from what the
// fitted terms leave unexplained, together with corrections of those terms, level filtered and errors robust to what
// weeks have in common; then drawn towards all categories together (normal–normal) and towards nothing.
//
// Stockpiling: `dip[0]` and `dip[1]` are log units of an ordinary week one and two weeks after a promotion, for each
// log unit that the promotion lifted its own week by; negative is a dip. `payback` is the share of a typical
// promotion's extra units that these two weeks sell less.
//
// Reference price: what buyers remember is an exponential mean of regular prices before (memory of four weeks). `loss`
// is how much more log units react to a log price above it than to a price they are used to, `gain` to one below it;
// where losses weigh more, `lossLessGain` is negative.
// All together first, then category by category in the panel's order; only those that have something to read. A sample
// of listings is enough. Error job.cancelled.
Result<std::vector<CategoryAfterEffects>> afterEffects(const DemandPanel& panel, const FittedTerms& fitted,
                                                       const JobContext& job);

} // namespace pricewright
