// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

// How words of titles are compared: English, German, French and Spanish, without dictionaries.
namespace pricewright {

// Without accents, ligatures and compatibility forms, the case kept: "Crème brûlée 1½ Weiß" → "Creme brulee 11/2
// Weiss".
QString plainLetters(QStringView text);

// The stem that equal words share: lower case, plural and common endings off, "ue" as "u". The input is plain and
// lower.
QString wordStem(const QString& plain);

// Words that tell nothing about the product ("the", "mit", "pour", "con" …). Plain and lower.
bool isStopWord(const QString& plain);

// 1 for equal stems, 0 for different words; between them a typing error, a cut word or one without its vowels.
// Words with digits are equal or different: a changed digit is another product.
double wordLikeness(const QString& a, const QString& b);

} // namespace pricewright
