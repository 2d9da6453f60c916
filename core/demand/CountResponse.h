// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Cancel.h"
#include "base/Result.h"

#include <vector>

namespace pricewright {

struct Reading;
struct SkuFit;

// What a row's count says of log demand: the log that a linear model may be fitted to, and how much it weighs beside
// its listing's other rows (1 on average).
struct Response {
  float log = 0, weight = 1;
};
struct CountResponses {
  std::vector<Response> rows;    // as in the panel
  std::vector<double> precision; // by listing: 1 / variance of an average row's log
};

// Counts read as counts, around what a first fit expects of them (its terms in `fits`, its moving level): units are
// Poisson around a mean whose log scatters normally, so where thousands are sold a response is the log of units, and
// where few are, it follows the count itself. A log of few units says less than the count does, and zeros have none.
// One such step from the pooled fit of logs is as good as many (Breslow & Clayton 1993, one step of penalized
// quasi-likelihood; the working response of Durbin & Koopman 2012, ch. 10). Single weeks pull by six standard
// deviations at most. Error job.cancelled.
Result<CountResponses> countResponses(const Reading& in, const std::vector<SkuFit>& fits, const JobContext& job);

} // namespace pricewright
