// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

#include <span>
#include <string_view>

namespace pricewright {

// How far a written currency may be believed, and how it is written.
enum SymbolTrait : unsigned {
  kSignAnyCase = 1,    // "EURO", "Euro"
  kSignDotted = 2,     // an abbreviation: a dot after it belongs to it ("руб.")
  kSignStem = 4,       // letters may follow; the text is the stem ("руб|лей")
  kSignInflected = 8,  // letters may follow; the text is the whole word
  kSignLoose = 16,     // also a word of some language: counts only beside a number
  kSignWeak = 32,      // also a letter, a unit or a model: counts only where the text says nothing else
  kSignMinor = 64,     // hundredths: "99 ¢"
  kSignAfter = 128,    // only behind the number
  kSignUnspaced = 256, // of a script without spaces between words
  kSignUnit = 512,     // behind a number a unit rather than a currency: "1 L"
  kSignApart = 1024,   // behind a number only with a space between: not "4K"
  kSignCode = 2048,    // three capitals that are a word as well: "ALL", "TRY"
  kSignFirst = 4096,   // not behind a word: "C $5" but not "USB-C $5"
};

// `users`: ISO 4217 codes of the currencies written so, the usual one first; "?" before them: none is usual.
// Empty: money without a code (toman, bitcoin).
struct CurrencySymbol {
  std::u16string_view text;
  const char* users;
  unsigned traits = 0;
};
std::span<const CurrencySymbol> currencySymbols();

struct CurrencyMention {
  qsizetype length = 0;  // of what is shown as the currency; 0: no currency here
  qsizetype wordEnd = 0; // from the same place to the end of the word
  QString users;         // as in CurrencySymbol
  unsigned traits = 0;
  bool is(SymbolTrait trait) const { return (traits & trait) != 0; }
  bool isStrong() const { return length > 0 && (traits & (kSignLoose | kSignWeak)) == 0; }
};

// The longest currency that starts at a place of a text in plain spelling (see PriceTokens.h).
CurrencyMention currencyAt(QStringView plain, qsizetype at);
// The code among `users`: the wanted one if it is one of them, else the country's, else the usual one, else "".
QString currencyAmong(QStringView users, QStringView wanted, QStringView country);
QString currencyOfCountry(QStringView country); // ISO 3166 alpha-2 → ISO 4217; "" if unknown
// The country that a language all but says: "sv" → "SE"; "" for "en", "es" …
QStringView countryOfLanguage(QStringView language);

} // namespace pricewright
