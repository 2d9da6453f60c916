// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

#include <vector>

namespace pricewright {

enum class TokenKind {
  Word,   // letters
  Number, // digits, perhaps with a decimal or thousands sign
  Model,  // letters and digits that belong together: "v15", "wh1000xm5"
  Sign    // one of + x % " / ( ): "x" is any multiplication sign
};

struct TitleToken {
  TokenKind kind = TokenKind::Word;
  QString text;         // plain and lower case
  double value = 0;     // of a Number, the last sign being the decimal one
  double grouped = 0;   // of a Number, where "1.000" is read as a thousand; otherwise = value
  bool glued = false;   // nothing stood between it and the token before
  bool capital = false; // all its letters are capitals
  bool letter = false;  // of a Sign: a letter stands for it
  bool used = false;    // a quantity took it: it is no word of the name
};

// Of a title's first 512 characters: at most 96 tokens.
std::vector<TitleToken> titleTokens(QStringView title);

} // namespace pricewright
