// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "demand/DemandPanel.h"

namespace pricewright {

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
