// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "alerts/AlertStore.h"
#include "engine/Workspace.h"

namespace pricewright {

// What competitors' prices did, newest first.
struct MarketMoveRow {
  RivalMove move;
  QString sku, product, zone, category, competitor, source; // codes of ours, names of theirs
  Money ours;                                               // the regular price in force now; invalid: none
};
struct MovesQuery {
  int days = 7, most = 1'000;
  QString competitor, category; // codes; "": any. catalog.unknown-category, market.unknown-competitor
};
struct MarketMoves {
  Instant now{};
  qint64 total = 0; // in that time; `rows` has the newest of them
  std::vector<MarketMoveRow> rows;
};
Result<MarketMoves> marketMoves(Workspace& workspace, const MovesQuery& query);

// Our price index against each competitor and against the median of all (competitor ""), for each category and for all
// of them (category ""), once a day at this time of the day. Weighed by the revenue of the four weeks before.
struct IndexLine {
  QString category, categoryName, competitor;
  std::vector<IndexPoint> points; // oldest first
};
struct MarketIndices {
  Instant now{};
  int least = 0; // prices that an index must stand on
  std::vector<IndexLine> lines;
};
Result<MarketIndices> marketIndices(Workspace& workspace, int days, int leastPrices = 5);

// All rules that are on, as of now: after each look at the market, each import, and when something waits to be told
// (`due`). Events, notices and what the rules remember are kept in one transaction.
struct AlertCheck {
  Instant now{};
  int rules = 0;
  qint64 fired = 0, told = 0; // events and messages
  struct Fired {
    QString rule;
    AlertEvent event;
  };
  std::vector<Fired> events;      // the first 1,000
  QMap<QString, Error> notLooked; // rules that could not be looked at: by name, why
  std::optional<Instant> due;     // when something that waits may be told
};
Result<AlertCheck> checkAlerts(Workspace& workspace);

// "Would have fired 14 times in 90 days": what the rule would have done, looked at once an hour. Nothing is kept.
Result<BackTest> tryAlert(Workspace& workspace, const AlertRule& rule, int days, const JobContext& job = {});

struct AlertInbox {
  Instant now{};
  std::vector<AlertEventRow> rows; // new, or put off until a moment that has passed; newest first
};
Result<AlertInbox> alertInbox(Workspace& workspace, int most);

AlertStore alertStore(Workspace& workspace);
QString alertText(const AlertEvent& event); // what happened, in a sentence
// Rules that a workspace may begin with, in the time of its first price zone.
Result<std::vector<AlertRule>> alertSuggestions(Workspace& workspace);

} // namespace pricewright
