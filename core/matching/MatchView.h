// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "matching/MatchProduct.h"
#include "matching/WordWeights.h"

namespace pricewright {

// A product read once, for many comparisons.
struct MatchView {
  TitleFacts facts;
  QString gtin;           // 14 digits, or empty
  QString mpn;            // letters and digits, lower case; empty where it is none
  QString brand;          // letters and digits of the brand, lower case, joined; empty where it is not known
  QStringList brandWords; // of the same, each word by itself
  QStringList keys;       // every word that is compared: name, brand, models, numbers, variants ("colour:black")
  QString joined;         // the plain letters and digits of the title: to look a brand up in
  QString title;          // as written, cut where it is endless: to look an MPN up in
  Content content;        // of one piece
  int packCount = 1;
  std::optional<double> price;
  QString currency;
};

MatchView matchView(const MatchProduct& product);

// Letters and digits, plain and lower case: "WH-1000XM5/B" → "wh1000xm5b".
QString joinedLetters(QStringView text);

// A maker's part number as it is compared: joined letters; "" for what shops write where they have none ("does not
// apply", "0000"), which would be the same number everywhere.
QString partNumber(const QString& text);

// Where a number of joined letters stands in a title as written. Only begun: the title's goes on, "gsr12v" in
// "GSR12V-15", and names another product.
enum class NumberInTitle { Absent, Begun, Whole };
NumberInTitle numberInTitle(QStringView number, QStringView title);

struct KeyLikeness {
  double similarity = 0;                         // 0 to 1
  double unmatchedOurs = 0, unmatchedTheirs = 0; // shares of the weight that found no partner
  QStringList onlyOurs, onlyTheirs;
};

// How much of the weighted words both have. What both have for themselves counts against it twice: one word exchanged
// for another is another product, one word more is often only a longer title.
KeyLikeness keyLikeness(const MatchView& ours, const MatchView& theirs, const WordWeights& weights);

} // namespace pricewright
