// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Result.h"
#include "money/Currency.h"

#include <map>
#include <optional>
#include <span>
#include <vector>

namespace pricewright {

// What one price (a SKU in a zone) did in one period, net of VAT, in its own currency. Units are thousandths, money is
// millionths of a major unit. What was returned is negative.
struct PeriodSales {
  qint64 unitsMilli = 0;
  qint64 revenueMicro = 0;
  std::optional<qint64> costMicro; // of all those units; none: what they cost is not known for all of the period
  bool operator==(const PeriodSales&) const = default;
};
struct BridgeRow {
  int key = 0; // the price; each stands there once
  Currency currency;
  PeriodSales before, after;
};
// What one unit of a currency is worth in the currency of the report: numerator / denominator, both positive.
struct ExactRate {
  qint64 numerator = 1, denominator = 1;
  bool operator==(const ExactRate&) const = default;
};
struct PeriodRates {
  ExactRate before, after;
};
using BridgeRates = std::map<Currency, PeriodRates>; // the report's own currency needs no entry

enum class BridgeMeasure { Revenue, Profit };

// A change in the report's currency, in millionths, taken apart: change() is after − before to the last millionth.
struct BridgeParts {
  qint64 before = 0, after = 0;
  qint64 price = 0;       // other net prices, VAT included
  qint64 volume = 0;      // as if every price had sold more (or less) by the same factor
  qint64 mix = 0;         // more of what brings much, or of what brings little, per unit
  qint64 cost = 0;        // of profit alone: other unit costs
  qint64 currency = 0;    // other exchange rates
  qint64 added = 0;       // sold after, not before
  qint64 dropped = 0;     // sold before, not after
  qint64 returns = 0;     // no price can be told: units are zero or negative in one of the periods, but there is money
  qint64 costUnknown = 0; // of profit alone: came into, or fell out of, what costs are known of
  qint64 change() const { return after - before; }
  qint64 sum() const { return price + volume + mix + cost + currency + added + dropped + returns + costUnknown; }
  bool operator==(const BridgeParts&) const = default;
};
// Adds another's parts. earnings.out-of-range; then `to` is as it was.
Status addParts(BridgeParts& to, const BridgeParts& more);

struct ChangeBridge {
  Currency currency;
  BridgeMeasure measure = BridgeMeasure::Revenue;
  BridgeParts total;             // the sum of the rows', part by part
  std::vector<BridgeParts> rows; // of each row, in its order
  int addedRows = 0, droppedRows = 0, returnRows = 0, costUnknownRows = 0;
  qint64 unknownBefore = 0, unknownAfter = 0; // profit: revenue of sales whose cost is not known, left out of it
};
// Takes the change of each price apart as a product of its factors: revenue = Q · s · p · e, with Q all units of the
// prices that sold in both periods, s the price's share of them, p revenue a unit and e the exchange rate; and
// profit = Q · s · (p − c) · e. What a factor brings is its mean contribution over all orders in which the factors can
// change (Shapley 1953; for index numbers Sun 1998, Ang 2004, Albrecht, François & Schoors 2002):
//   Σ over sets S of the others: |S|! (n − 1 − |S|)! / n! · Δfactor · Π in S after · Π not in S before.
// So no order is preferred, swapping the periods flips every sign, and nothing is left over. Computed in whole numbers
// of 512 bits; each row is rounded once, by largest remainder, to millionths whose sum is the row's change, itself the
// difference of two amounts rounded half-even. Q adds units of different kinds (a pack is a unit): volume and mix are
// about the rows that are given, so groups of these rows add up to the whole, part by part.
// Profit counts only what costs are known of; a price whose costs are known in one period only is `costUnknown`.
// earnings.no-rate (currency), .bad-rate (currency), .no-currency, .row-twice (row), .out-of-range
Result<ChangeBridge> changeBridge(std::span<const BridgeRow> rows, Currency into, const BridgeRates& rates,
                                  BridgeMeasure measure);

// The sums of rows by group; `groupOf` names the group of each row. earnings.bad-shape
Result<std::map<int, BridgeParts>> groupParts(const ChangeBridge& bridge, std::span<const int> groupOf);

// The same parts in whole minor units, for a table of few digits: before and after rounded half-even, the parts by
// largest remainder, so that they still add up.
BridgeParts inMinorUnits(const BridgeParts& parts, Currency currency);

} // namespace pricewright
