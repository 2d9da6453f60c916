// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

// How codes, prices and numbers of a test's plan are typed, and written as they are typed.
namespace pricewright {

// CODE or CODE=PRICE, as it stands in a field.
struct TypedCode {
  QString code;
  std::optional<QString> price;
};
// Gaps, commas and semicolons part codes; a code with one of these in it stands in quotes.
std::vector<TypedCode> typedCodes(const QString& text);
QStringList codesOf(const QString& text); // each once
QString quoted(const QString& code);      // as typedCodes() reads it again
QString quotedCodes(const QStringList& codes);

std::optional<double> typedNumber(QString text); // the locale's or a plain decimal point, a sign, a percent mark
QString typedPercent(int bp);
QString outOfRange(const QString& name, double least, double most); // why a number is none
QString typedPrice(const QString& plain);                           // the plan's plain decimal as people here write it
std::optional<QString> plainPrice(const QString& typed);            // and back: never a binary float

} // namespace pricewright
