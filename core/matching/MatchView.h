// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "matching/MatchProduct.h"
#include "matching/WordWeights.h"

namespace pricewright {

// A product read once, for many comparisons.
struct MatchView {
  TitleFacts facts;
  QString gtin;     // 14 digits, or empty
  QString mpn;      // letters and digits, lower case
  QString brand;    // letters and digits of the brand, lower case, joined; empty where it is not known
  QStringList keys; // every word that is compared: name, brand, models, numbers, variants ("colour:black")
  QString joined;   // the plain letters and digits of the title: to look a brand or an MPN up in
  Content content;  // of one piece
  int packCount = 1;
  std::optional<double> price;
  QString currency;
};

MatchView matchView(const MatchProduct& product);

// Letters and digits, plain and lower case: "WH-1000XM5/B" → "wh1000xm5b".
QString joinedLetters(QStringView text);

struct KeyLikeness {
  double similarity = 0;                         // 0 to 1
  double unmatchedOurs = 0, unmatchedTheirs = 0; // shares of the weight that found no partner
  QStringList onlyOurs, onlyTheirs;
};

// How much of the weighted words both have. What both have for themselves counts against it twice: one word exchanged
// for another is another product, one word more is often only a longer title.
KeyLikeness keyLikeness(const MatchView& ours, const MatchView& theirs, const WordWeights& weights);

} // namespace pricewright
