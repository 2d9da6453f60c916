// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/Workspace.h"

namespace pricewright {

// How far what is known of the market can be trusted: how fresh it is, how well pages are read, and what one price
// rests on.

// Of one competitor and one hour: the share of its products whose newest accepted price was young enough for its source
// at the hour's end, and what was looked at within the hour.
struct FreshCell {
  double share = 0; // 0 … 1
  int looks = 0, failed = 0;
};
struct FreshRow {
  QString competitor;
  int products = 0;             // of watched pages, or with a price within 90 days
  std::vector<FreshCell> hours; // oldest first
};
struct FreshnessMap {
  Instant end{};
  std::vector<FreshRow> rows; // the least fresh now first
};
Result<FreshnessMap> freshnessMap(Workspace& workspace, int hours = 24);

// The looks of the last 24 hours.
struct ScrapeFigures {
  qint64 looks = 0, good = 0;                          // all, and those that found a price
  qint64 live = 0, unchanged = 0, standIn = 0;         // where those came from
  std::optional<double> latencyP95;                    // ms, of answers that came
  double cost = 0, costALook = 0;                      // workspace currency
  double budgetADay = 0;                               // 0: none
  std::vector<std::pair<QString, qint64>> errorCounts; // code → how many, the most first
};
Result<ScrapeFigures> scrapeFigures(Workspace& workspace);

// What an offer rests on: the look that found it and where on the page it stood.
struct OfferEvidence {
  qint64 offerNo = 0;
  QString url, source; // where it was read; of a file or feed: its evidence text
  std::optional<PageLook> look;
  QString snippet, selector, pointer, reader; // of the price; reader: "json-ld", "recipe" …
  double confidence = 0;
  bool pageKept = false;
};
Result<OfferEvidence> offerEvidence(Workspace& workspace, qint64 offerNo); // market.unknown-offer

} // namespace pricewright
