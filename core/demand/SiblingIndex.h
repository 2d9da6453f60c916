// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "demand/DemandPanel.h"

namespace pricewright {

// How a category's products draw on each other, told by what moves their own sales.
//   Promotions count as the price that would sell as much: a sibling on a deal draws from a product as one would that
//   asked exp(deal) times its regular price. (In a choice model a rival's utility is all that matters of it, and its
//   own sales show it.) With prices alone the draw of a sibling's advertisement counts as one of its price, and raising
//   a whole category looks almost free.
//   Large moves draw more than in proportion: e^u − 1, not u. So prices are averaged as a choice model's inclusive
//   value averages them, −log Σ share · exp(−steepness · log price) / steepness (McFadden 1978; with log prices a
//   constant-elasticity price index), which small moves leave the weighted mean that plans use.
struct SiblingPull {
  double discount = 1;          // log of the regular price for each log unit of discount
  double deal = 0, feature = 0; // likewise, for a whole week; ≤ 0
  double steepness = 1;         // of own sales in log price, > 0
};
// From a category's groups and their rows before `panel.holdOutFrom`, each listing against its mean, leaning on
// topPrior(): a category that tells little says about one for one, and little for deals. How much of what promotions
// sell is drawn from siblings, and not from later weeks or other shops, is asked of the siblings' sales. Leaves some
// rows' kSibling as it was tried.
SiblingPull siblingPull(DemandPanel& panel, std::span<const int> groups);

// The sibling index of each listing of a category in a zone: log price against the reference of the others in the same
// week, averaged by revenue as above. A sibling that is not seen in a week is carried at its last regular price. Fills
// each row's kSibling and each listing's share.
void fillSiblings(DemandPanel& panel, const std::vector<int>& group, const SiblingPull& pull);

} // namespace pricewright
