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

// The 5 % and 95 % of draws, such that 5 % of them lie strictly outside either end.
std::pair<double, double> interval90(std::vector<double> values);

// One listing's expected week: at today's prices, at the moved ones, and the change with its 90 % interval. Nothing is
// taken off for labels here.
struct ListingOutlook {
  bool known = false; // it has a model and a cost
  double unitsNow = 0, unitsThen = 0, revenueNow = 0, revenueThen = 0, profitNow = 0, profitThen = 0;
  Effect change;
};
// Units of one listing at a price, with their 90 % band, and the profit that they bring.
struct CurvePoint {
  double price = 0, units = 0, unitsLow = 0, unitsHigh = 0, profit = 0;
};

// Changes of a week, one number a draw.
struct DrawSums {
  std::vector<double> profit, revenue, units; // empty: nothing changes
  void add(const DrawSums& o);
  void scale(double rate); // of the money
};

// Common random numbers: every price of a listing is judged by the same antithetic draws, seeded by the case and the
// SKU, so that two prices differ only by what they do. What the doubt about a listing owes to its category or to its
// product is drawn by their names alone: the same in every zone, so that groups can be added draw by draw.
class Draws {
 public:
  Draws(const GroupModel& model, quint64 seed, qint64 count);
  // Joint effect of moves (listing, price in major units) against today's prices.
  Judgement judge(std::span<const std::pair<std::size_t, double>> moves) const;
  // The same draw by draw, to be added to other groups'; the cost of labels is off the profit.
  DrawSums sums(std::span<const std::pair<std::size_t, double>> moves) const;
  static Effect effectOf(DrawSums sums); // means and intervals
  // The same draws, listing by listing: all of the group, in its order.
  std::vector<ListingOutlook> outlook(std::span<const std::pair<std::size_t, double>> moves) const;
  // One listing along its prices, the others where `moves` puts them. Empty where it does not earn.
  std::vector<CurvePoint> curve(std::size_t listing, std::span<const double> prices,
                                std::span<const std::pair<std::size_t, double>> moves) const;

 private:
  struct Stream {
    std::vector<double> units, own, sibling, form, outside;
  }; // one number a draw
  using Sums = DrawSums;
  struct Moved {
    std::vector<double> price; // of each listing, where it moves; else 0
    std::vector<double> shift; // of each listing's siblings' mean log price
    std::size_t labels = 0;
  };
  Moved movedBy(std::span<const std::pair<std::size_t, double>> moves) const;
  struct Shared;
  void fill(std::size_t i, quint64 seed, const Shared& category);
  // log(units then / units now), draw by draw, where the listing itself moves.
  template <class Take> void response(std::size_t i, double price, double shift, const Take& take) const;
  void addOwn(std::size_t i, double price, double shift, Sums& sums) const;
  void addSibling(std::size_t i, double shift, Sums& sums, double& profit) const;

  const GroupModel& m_model;
  std::size_t m_count;
  std::vector<Stream> m_streams;
};

} // namespace pricewright
