// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "extraction/pricetext/CurrencySymbols.h"

#include <QString>

#include <vector>

namespace pricewright {

// A text and the same text in plain spelling, character for character: digits of every script as 0–9, full-width forms,
// apostrophes, dashes and spaces as ASCII, line breaks and controls as '\n'; case is kept. Invisible characters (marks
// of direction, soft hyphens) are gone from both.
struct PlainSpelling {
  QString written, plain;
};
PlainSpelling plainSpelling(QStringView text);

bool isWordCharacter(QChar c);  // letters, their marks, and halves of characters beyond the first plane
bool isUnspacedScript(QChar c); // Han, kana, Hangul, Thai, Lao, Khmer, Burmese: words follow without a space

enum class TokenKind { Number, Currency, Phrase, Word, Mark };

// A piece of a price text. Places count in the plain spelling.
struct PriceToken {
  TokenKind kind = TokenKind::Mark;
  qsizetype begin = 0, end = 0; // end: with what decorates a number (",-", ".–", ":-", "/-")
  qsizetype digitsEnd = 0;      // of a number itself
  bool glued = false;           // no space before
  int depth = 0;                // brackets around it
  QString digits;               // of a number, as AmountText.h reads it
  CurrencyMention money;        // of a currency
  unsigned meaning = 0;         // of a phrase: PriceMeaning
  int power = 0;                // of ten, of a magnitude ("million")
  char16_t mark = 0;            // of a mark
  bool foreign = false;         // of a word: a script without spaces
};

// In order of the text; linear in its length.
std::vector<PriceToken> priceTokens(QStringView plain);

} // namespace pricewright
