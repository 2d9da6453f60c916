// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "money/Decimal.h"

#include <QString>

#include <optional>

namespace pricewright {

// A number as it stands in a price text. `digits`: 0–9 and the marks between them: '.', ',', '\'', ' ', and where the
// text leaves no doubt 'D' for the decimal mark and 'G' for one between groups.
struct WrittenAmount {
  QString digits;
  qsizetype end = 0; // place behind it
};
// The number that starts at a place of a text in plain spelling; empty if none does. `spaced`: spaces may part its
// groups.
WrittenAmount amountAt(QStringView plain, qsizetype at, bool spaced = true);

// What is known of the marks before a number is read.
struct AmountReading {
  QChar decimalMark, groupMark; // told by the caller: beyond doubt
  QChar localDecimalMark;       // of the language or country: makes a doubt of what would be clear without it
  bool commaThousandths = false, dotThousandths = false; // three digits behind this mark are a fraction (KWD, TND …)
  bool noFraction = false;                               // of a currency without hundredths: three digits are a group
  bool finePrice = false; // a price per litre or kilowatt-hour: three digits behind the local mark are a fraction
  int shift = 0;          // power of ten of a word behind the number ("1.5 lakh"); −2: of hundredths ("99 ¢")
};

struct AmountRead {
  std::optional<Decimal> value;
  QString why;    // ambiguous, too-large, too-fine; not-a-number for dates, versions and the like
  int places = 0; // decimals as written
};
AmountRead readAmount(QStringView digits, const AmountReading& reading);

// The decimal mark that a language writes in a country, null where that is not clear.
QChar localDecimalMark(QStringView language, QStringView country);

} // namespace pricewright
