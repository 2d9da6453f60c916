// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/Workspace.h"

namespace pricewright {

// Something that was found by words.
struct SearchHit {
  enum class Kind { Product, Decision, Offer, Entry };
  Kind kind = Kind::Product;
  QString title, detail;
  QString sku;         // of all but entries that are about none
  Id decision;         // Decision
  Money now, proposed; // Decision
  bool waits = false;  // Decision: it is in the queue
  qint64 sequence = 0; // Entry
};

// What the words are about: products and competitors' products (words in any order, the last one may be begun; marks
// and accents aside), decisions of those products or by the beginning of their id, entries of the journal by number, or
// by a text within the newest ones. At most `most` of a kind, the best first. Empty words find nothing. Never longer
// than a few tens of milliseconds, whatever the file holds.
Result<std::vector<SearchHit>> searchWorkspace(Workspace& w, const QString& words, int most, const JobContext& job);
// What full-text search is asked for: every word quoted and begun, so that no mark is taken for an operator.
QString searchExpression(const QString& words);

} // namespace pricewright
