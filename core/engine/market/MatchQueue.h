// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/Workspace.h"
#include "market/MatchStore.h"
#include "matching/MatchScore.h"

namespace pricewright {

// Which of their products is which of ours. Suggestions come from a list of theirs; a person decides each of them,
// unless the caller names a confidence from which they count at once.

struct MatchWish {
  QString file;             // columns code, title, and, where known, brand, gtin, mpn, price, currency; by their names
  QString competitor;       // code; made where it is new
  QString zone;             // only prices of this zone; "": of all
  double least = 0.5;       // no suggestion below
  double confirmFrom = 1.1; // counts at once from there on; above 1: never
};
struct MatchReport {
  int products = 0, suggested = 0, confirmed = 0, without = 0, unreadable = 0;
  double seconds = 0;
};
// import.missing-field (field), what files answer, job.cancelled
Result<MatchReport> suggestMatches(Workspace& workspace, const MatchWish& wish, const JobContext& job);

MatchProduct ourProduct(const Sku& sku);         // as the matcher compares it
QStringList evidenceOf(const MatchScore& score); // as a match keeps it

struct MatchRow {
  ProductMatch match;
  QString competitor, sku, product, zone;
};
Result<std::vector<MatchRow>> matchQueue(Workspace& workspace, MatchState state, int most);

// The same as a person decides it: one of their products and one of ours once, in whatever zones it is sold.
struct MatchPair {
  std::vector<int> matches; // decided together
  QString competitor, externalCode, title, sku, product;
  QStringList zones;
  double confidence = 0; // of the surest
  int theirPacks = 1, ourPacks = 1;
  QStringList evidence, against; // codes, see matching/MatchScore.h
  MatchState state = MatchState::Suggested;
  QString confirmedBy;
};
Result<std::vector<MatchPair>> matchPairs(Workspace& workspace, MatchState state, int most); // the surest first
Status decideMatches(Workspace& workspace, const std::vector<int>& matches, MatchState state);

} // namespace pricewright
