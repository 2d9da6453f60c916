// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/market/AlertDesk.h"

namespace pricewright {

Result<AlertDesk> alertDesk(Workspace& w, int days, int indexDays) {
  constexpr int kMostMoves = 5'000, kMostEvents = 1'000;
  AlertDesk out;
  MovesQuery query;
  query.days = days, query.most = kMostMoves;
  PW_TRY(out.moves, marketMoves(w, query));
  PW_TRY(out.indices, marketIndices(w, indexDays));
  PW_TRY(out.inbox, alertInbox(w, kMostEvents));
  PW_TRY(out.rules, alertStore(w).rules());
  if (out.rules.empty()) {
    PW_TRY(out.suggestions, alertSuggestions(w));
  }
  PW_TRY(const Catalog catalog, w.catalog().load());
  for (const Category& category : catalog.categories)
    out.categories << category.code;
  PW_TRY(const auto competitors, w.offers().competitors());
  for (const Competitor& competitor : competitors)
    out.competitors << competitor.code;
  out.timeZone = catalog.zones.empty() ? QByteArray("UTC") : catalog.zones.front().timeZone;
  return out;
}

} // namespace pricewright
