// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "decision/PriceDecision.h"
#include "storage/Database.h"

namespace pricewright {

// One price that a cycle drew, with the probabilities that it was drawn by.
struct PriceDraw {
  int listingNo = 0;
  QString decisionId, caseId;
  Instant at{}, until{}; // the price stays in between
  qint64 currentMinor = 0, preferredMinor = 0, chosenMinor = 0;
  std::vector<QPair<qint64, double>> chances; // (minor, probability), sums to 1

  double chanceOf(qint64 minor) const; // 0 where it could not come
};

// Keeps the draw of a decision that has one. Inside the caller's transaction.
Status keepDraw(Database& db, const PriceDecision& d, const QString& caseId, Instant until);
// Draws that run at a moment: they began before it and end after it, and their price is in force as far as anybody
// knows (the decision was published, or left the price as it was).
Result<std::vector<PriceDraw>> drawsRunning(Database& db, Instant at);
// All whose price was in force, oldest first. decision.draw-damaged
Result<std::vector<PriceDraw>> allDraws(Database& db);

} // namespace pricewright
