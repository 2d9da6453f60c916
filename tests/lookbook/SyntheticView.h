// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/Engine.h"
#include "engine/views/DecisionView.h"

namespace pricewright::test {

// A year of prices, offers, observed weeks and earlier decisions that fit a made-up decision; its waterfall and its
// bounds are computed as for a real one.
void addSyntheticView(DecisionDetail& detail);

} // namespace pricewright::test
