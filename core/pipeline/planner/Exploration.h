// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pipeline/optimizer/Optimizer.h"

#include <functional>

namespace pricewright {

// A small share of prices is drawn at random, where the workspace's settings ask for it (explore.*): no amount of
// history whose prices were chosen for a reason tells what a price causes. Of each listing that is decided by the model
// alone and without a human, the choices are the preferred price, today's, and the rungs one and two steps away from
// today's, as far as each passes every limit by itself and is not expected to cost more than its share of the profit.
// With probability 1 − share the preferred one comes; else one is drawn, half evenly, half by how likely each is the
// best (Thompson 1933). All probabilities are kept with the decision, also where the preferred one came. Deterministic
// by the case's seed. A drawn price stays for its time; its listing is not drawn for again until then.
//
// `decide` takes a recommendation through evaluator and guardrail, as every price goes. Outcomes: change-drawn,
// no-change-drawn, no-change-drawn-price-runs.
using DecideListing = std::function<PriceDecision(std::size_t listing, Recommendation)>;
void drawPrices(const PricingCase& c, const CaseOptimizer& optimizer, const DecideListing& decide,
                std::vector<PriceDecision>& decisions);

} // namespace pricewright
