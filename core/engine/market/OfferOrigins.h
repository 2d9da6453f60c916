// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/Workspace.h"

namespace pricewright {

// Which way an offer came, and what can be said of it beside its price.
struct OfferOrigin {
  QString way;                      // page, feed (files of products), api (a service that is asked), import
  QString source;                   // code
  std::optional<double> confidence; // 0 … 1, of a page's reading; none where nothing was read from a page
  bool isStale = false;             // older than its source's limit: it does not count any more
};
// Of all offers since then, by number.
Result<QHash<qint64, OfferOrigin>> offerOrigins(Workspace& workspace, Instant since);

} // namespace pricewright
