// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Result.h"

#include <QString>

namespace pricewright {

// A relation between prices as people write it: "PRIVATE <= 0.9 * BRAND" (a private label at least 10 % below its
// brand), "LARGE <= 5.5 * SMALL", "A@NORTH <= 1.05 * A@SOUTH", "A <= B - 0.10". A product without a zone is meant in
// every zone, and both in the same one.
struct RelationWish {
  QString lower, lowerZone, upper, upperZone; // codes; the price of `lower` ≤ factor × the price of `upper` + add
  double factor = 1, add = 0;
};
// scenario.bad-relation (relation)
Result<RelationWish> relationFrom(const QString& text);
// Several, separated by semicolons or lines.
QStringList relationTexts(const QString& text);

} // namespace pricewright
