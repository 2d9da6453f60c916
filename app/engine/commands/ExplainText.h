// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "Session.h"

namespace pricewright {

// All that is known of one decision: what it was made from, what was said of it, and what became of it.
struct Evidence {
  DecisionDetail detail;
  RuleOutcome rules;                        // read again from the stored case: pure, so the same as then
  std::vector<Offer> offers;                // those that the competitor reference counted, as they are stored
  QHash<int, QString> competitors, sources; // names, by number; looked up only
  const ListingCase& listing() const {
    return detail.pricingCase->listings[static_cast<std::size_t>(detail.listingIndex)];
  }
};
Result<Evidence> gather(Workspace& w, const Id& decision);
QString explainText(const Evidence& e);
QJsonObject explainJson(const Evidence& e);

} // namespace pricewright
