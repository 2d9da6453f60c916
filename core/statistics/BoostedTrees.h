// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Cancel.h"
#include "base/Result.h"

#include <cstdint>
#include <span>
#include <vector>

namespace pricewright {

// Rows to learn from. A value that is not known is NaN and goes its own way at every split.
struct TreeData {
  int columns = 0;
  std::vector<float> x; // row after row
  std::vector<float> y;
  std::vector<float> weight;         // empty: 1 each
  std::vector<std::int32_t> block;   // rows that share a shock, such as a week: they are drawn together
  std::vector<signed char> monotone; // by column: +1 rises, −1 falls, 0 free; empty: all free
  std::size_t rows() const { return y.size(); }
};
struct BoostOptions {
  int bags = 8;            // forests of boosted trees, each from its own blocks; their mean is the prediction
  double blockShare = 0.6; // of the blocks that one bag learns from
  int trees = 100;         // in each bag
  double rate = 0.1;       // how much of each tree counts
  int leaves = 31;         // of a tree at most
  double leastWeight = 60; // of the rows of a leaf
  double ridge = 1;        // added to a leaf's weight
  double columnShare = 1;  // of the columns that one tree may ask about
  std::uint64_t seed = 1;
  unsigned threads = 0; // never changes the result
};

// Gradient boosting of regression trees on squared error (Friedman 2001), grown best leaf first on binned values, with
// monotone columns kept so by bounds on their leaves. Each bag learns from a share of the *blocks*: weeks have shocks
// that all rows of a week share, and trees that see all weeks learn those by heart. What the bags that did not see a
// row's block say of it is an honest forecast of that row.
class BoostedTrees {
 public:
  static constexpr int kMostBins = 64;

  // Errors: statistics.no-rows, statistics.bad-shape, statistics.not-finite, job.cancelled.
  static Result<BoostedTrees> fit(const TreeData& data, const BoostOptions& options, const JobContext& job);

  double predict(std::span<const float> row) const;
  // By the bags that had not seen the row's block, parallel to the rows learnt from; NaN: all had.
  const std::vector<float>& outOfBag() const { return m_outOfBag; }
  // How much squared error the splits on each column took away, as shares of 1.
  std::vector<double> importance() const;

 private:
  struct Node {
    std::int32_t column = -1; // −1: a leaf
    float at = 0;             // ≤ goes left
    bool missingLeft = true;
    std::int32_t left = 0, right = 0;
    float value = 0;
    float gain = 0;
  };
  using Tree = std::vector<Node>;
  struct Bag {
    double base = 0;
    std::vector<Tree> trees;
    double predict(std::span<const float> row) const;
  };
  struct Bins;
  class Grower;

  int m_columns = 0;
  std::vector<Bag> m_bags;
  std::vector<float> m_outOfBag;
};

} // namespace pricewright
