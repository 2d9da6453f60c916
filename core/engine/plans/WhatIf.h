// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/Workspace.h"
#include "pipeline/optimizer/LearningValue.h"

#include <memory>

namespace pricewright {

// A figure now and at the prices tried, with the change and its 90 % interval.
struct WhatIfFigure {
  double now = 0, then = 0;
  double change = 0, low = 0, high = 0;
  std::optional<double> percent(double of) const { return now != 0 ? std::optional(100 * of / now) : std::nullopt; }
};

// One listing of the group at the prices tried, per week. Revenue and profit net of VAT, before the label's cost.
struct WhatIfListing {
  int listingNo = 0;
  bool known = false; // there are a model and a cost; else `why`
  QString why;        // code: cost-missing, no-cycle, no-elasticity-model …
  Money now, then;
  WhatIfFigure units, revenue, profit;
  std::optional<int> marginNowBp, marginThenBp; // exact
  std::optional<double> indexNow, indexThen;    // price / competitor reference × 100
};

// What a set of prices does to its whole group (category × zone). `profit` is net of the labels' cost, as Approvals
// shows it: a change that costs more than it brings is a loss.
struct WhatIfResult {
  std::vector<WhatIfListing> listings;         // of the group, in the case's order
  WhatIfFigure units, revenue, profit;         // of the group
  std::optional<double> indexNow, indexThen;   // revenue-weighted geometric mean over those with a reference
  std::optional<double> marginNow, marginThen; // profit / revenue of the group, percent
  double confidence = 0;                       // that the group's profit rises
  int moved = 0;                               // prices that differ from today's
};

struct WhatIfCurvePoint {
  double price = 0, units = 0, unitsLow = 0, unitsHigh = 0;
  double profit = 0; // of this listing, a week
};
struct WhatIfCurve {
  std::vector<WhatIfCurvePoint> points;
  double lowestSeen = 0, highestSeen = 0;          // regular prices observed; 0: none
  std::vector<std::pair<double, double>> observed; // (price, units a week), weeks without promotion
};

using WhatIfPrice = std::pair<int, Money>; // listing, price

// One group of siblings, ready to be asked: immutable, so the window asks it in its own thread while a price is
// dragged (well below a frame), by the same draws and the same limits as an edited decision.
class WhatIfModel {
 public:
  // `content` must stay as it is; `sales`: of its listings.
  static std::shared_ptr<const WhatIfModel> make(std::shared_ptr<const PricingCase> content, const SalesPanel& sales,
                                                 std::optional<Instant> demandFrom);
  ~WhatIfModel();

  const PricingCase& content() const;
  std::optional<Instant> demandFrom() const; // none: no cycle yet, nothing but limits can be said
  const ListingCase* listing(int listingNo) const;

  // Prices that are not of this group, not positive or in another currency count as today's.
  WhatIfResult evaluate(std::span<const WhatIfPrice> prices) const;
  // Along the ladder, the others where `others` puts them.
  WhatIfCurve curve(int listingNo, std::span<const WhatIfPrice> others) const;
  // The decision that sending this price to Approvals would make: route, verdicts, final price.
  Result<PriceDecision> verdicts(int listingNo, Money price) const;
  // What is known of this price, and whether a test of another would pay in this zone alone; see learningReport().
  LearningValue learning(int listingNo) const;
  // Next rung of the listing's ladder up or down, skipping those that bounds forbid; the price itself where none is.
  Money step(int listingNo, Money from, int rungs) const;
  Money nearest(int listingNo, double price) const; // rung within the bounds, today's price among them; for dragging

 private:
  WhatIfModel();
  struct Parts;
  std::unique_ptr<Parts> m;
};
using WhatIfModelPtr = std::shared_ptr<const WhatIfModel>;

// The group of a listing as it stands now, with the demand of the newest cycle. Also on a read-only workspace. Errors:
// catalog.unknown-listing, planner.no-price.
Result<WhatIfModelPtr> whatIf(Workspace& workspace, int listingNo);
Result<std::shared_ptr<const PricingCase>> caseNow(Workspace& workspace, int listingNo); // what it is made from

} // namespace pricewright
