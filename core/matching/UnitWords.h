// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

namespace pricewright {

enum class UnitKind {
  None,
  Volume,   // factor: to ml
  Mass,     // factor: to g
  Ounce,    // factor: to g; may be meant as fluid ounces
  Length,   // factor: to m
  Piece,    // factor: to pieces: tablets, sheets, bags
  Pack,     // factor: to sales units: bottles, cans, "er-Pack"
  Attribute // a property, not a content: memory, watts, screen size
};

struct UnitWord {
  UnitKind kind = UnitKind::None;
  double factor = 1;
  QString attribute; // "gb", "inch", "w", "v", "mah", "hz", "mp", "%", "mm", "mg", "spf"
};

// The meaning of a unit's name or sign (plain, lower case) behind a number. Kind None where it is not one.
UnitWord unitWord(const QString& plain);
bool isUnitWord(const QString& plain);

// Words before a number: "SPF30", "pack6".
bool takesNumber(const QString& plain);
// "pack", "case", "lot" …: with a number behind them, that many sales units.
bool isPackNoun(const QString& plain);

} // namespace pricewright
