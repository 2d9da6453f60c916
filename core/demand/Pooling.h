// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "demand/SkuRegression.h"

namespace pricewright {

// What is believed of the average product before any data.
struct TopPrior {
  TermVector mean{};
  TermMatrix covariance{};
};
const TopPrior& topPrior();

// What one category was found to be: mean of its SKUs' terms with its uncertainty, and how much SKUs differ around it.
struct CategoryPool {
  TermVector mean{};
  TermMatrix uncertainty{}; // of the mean
  TermMatrix between{};     // of SKUs around it
  int skus = 0;             // with data of their own
};
struct Pools {
  TermVector mean{}; // over all
  TermMatrix uncertainty{};
  TermMatrix betweenSkus{}; // within a category, all categories together
  TermMatrix betweenCategories{};
  std::vector<CategoryPool> categories; // as in the panel
};

// Multivariate normal empirical Bayes, SKU → category → all: expectation maximization for the variances between (with
// inverse Wishart priors, so that two or three SKUs never look alike for certain), exact normal posteriors for the
// rest. Fills mean, covariance and ownShare of every fit. `warm`: variances to start from, or null.
// `shocks`: category means allow for shocks that hit several of their SKUs. Error job.cancelled.
Result<Pools> pool(const Reading& in, std::vector<SkuFit>& fits, const Pools* warm, bool shocks, const JobContext& job);

} // namespace pricewright
