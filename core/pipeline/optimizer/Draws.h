// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pipeline/optimizer/GroupModel.h"

namespace pricewright {

// What a set of price moves does, by draws from the posterior: effect with its 90 % interval, P(gain), losses.
struct Judgement {
  Effect effect;           // mean and 5 %, 95 % of the draws, net of the labels' cost
  double confidence = 0;   // share of the draws above zero
  double expectedLoss = 0; // mean of what is lost where it is wrong
  double expectedGain = 0; // mean of what is gained where it is right: the loss of leaving it
  double objective = 0;    // mean change of the objective, net of the labels' cost
  std::vector<std::pair<std::size_t, double>> siblings; // mean change of each sibling's profit, largest first
};

// Common random numbers: every price of a listing is judged by the same antithetic draws, seeded by the case and the
// SKU, so that two prices differ only by what they do.
class Draws {
 public:
  Draws(const GroupModel& model, quint64 seed, qint64 count);
  // Joint effect of moves (listing, price in major units) against today's prices.
  Judgement judge(std::span<const std::pair<std::size_t, double>> moves) const;

 private:
  struct Stream {
    std::vector<double> units, own, sibling, form, outside;
  }; // one number a draw
  struct Sums {
    std::vector<double> profit, revenue, units;
  };
  void fill(std::size_t i, quint64 seed);
  void addOwn(std::size_t i, double price, double shift, Sums& sums) const;
  void addSibling(std::size_t i, double shift, Sums& sums, double& profit) const;

  const GroupModel& m_model;
  std::size_t m_count;
  std::vector<Stream> m_streams;
};

} // namespace pricewright
