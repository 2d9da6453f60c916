// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStringView>

namespace pricewright {

// What the words around a price say of it. A word may say several things ("a": per, to); its place decides.
enum PriceMeaning : unsigned {
  kSaysFrom = 1 << 0,        // before: others cost more
  kSaysFromAfter = 1 << 1,   // the same behind: "99元起"
  kSaysOld = 1 << 2,         // was, instead of, list price
  kSaysNow = 1 << 3,         // now, sale, your price
  kSaysAside = 1 << 4,       // what follows is a saving, shipping, a deposit
  kSaysAsideAfter = 1 << 5,  // what stood before was one: "5 € off"
  kSaysLabel = 1 << 6,       // "price"
  kSaysCall = 1 << 7,        // on request
  kSaysFree = 1 << 8,        // nothing to pay
  kSaysUpTo = 1 << 9,        // a limit
  kSaysPer = 1 << 10,        // a unit may follow
  kSaysUnit = 1 << 11,       // kg, ml, cm, months
  kSaysEach = 1 << 12,       // of one piece
  kSaysTo = 1 << 13,         // between the ends of a range
  kSaysTimes = 1 << 14,      // 12 × 10 €
  kSaysNumbered = 1 << 15,   // an article number, a date, a telephone follows
  kSaysFor = 1 << 16,        // two for 5 €
  kSaysFiller = 1 << 17,     // says nothing of the price
  kSaysMagnitude = 1 << 18,  // thousand, lakh, million
  kSaysInstalment = 1 << 19, // a rate of several
  kSaysFee = 1 << 21,        // what is paid beside the price: postage, an eco part
  kSaysTaxed = 1 << 22,      // the tax is in it, where prices without it are written as well
  kSaysGross = 1 << 20       // the tax is in it; of two prices the one that buyers pay
};

struct PhraseMatch {
  qsizetype length = 0; // 0: none
  unsigned meaning = 0;
  int power = 0; // of ten, of a magnitude
};
// The longest phrase that starts at a place of a text in plain spelling, lower case, at the bounds of words.
PhraseMatch phraseAt(QStringView lower, qsizetype at);
// Of a word that is no phrase, by what it ends in: "standardversand", "expressfrakt"; 0: nothing.
unsigned compoundMeaning(QStringView lower);

} // namespace pricewright
