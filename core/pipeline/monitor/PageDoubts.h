// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "extraction/ProductPage.h"
#include "market/Site.h"
#include "matching/MatchProduct.h"
#include "money/Money.h"

namespace pricewright {

// What a page ought to be: our product and what we ask for it, and what the page was when its price was last taken.
struct ExpectedPage {
  MatchProduct ours;
  std::optional<Amount> ourPrice;
  int theirPacks = 1, ourPacks = 1; // their content = theirPacks / ourPacks of ours
  struct Before {
    MatchProduct product;
    Amount price;
  };
  std::optional<Before> accepted; // by the checks, or by a person: what somebody has accepted is believed from then on
};

// Why a price that can be read is not taken, though it is the page's: it is of used goods (watch.not-new), of another
// product (.other-product) or another pack (.other-pack) than was matched, in another currency than before
// (.currency-flip), a tenth or a hundred times what it was (.factor-slip), or, where nothing was known before, seven
// times ours or a seventh (.far-from-ours). "": nothing speaks against it. A second look does not settle these: a
// person does.
QString doubtAbout(const ProductPage& page, const Amount& price, const ExpectedPage& expected);

MatchProduct productOn(const ProductPage& page);
MatchProduct productFound(const QJsonObject& found); // the same, from what a look kept (toJson of the page)

} // namespace pricewright
