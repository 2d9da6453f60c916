// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "matching/TitleFacts.h"

#include <optional>

namespace pricewright {

// The variant that a word names (plain, lower case; two words may be joined: "semiskimmed"). An empty meaning is the
// group's ordinary member ("classic"): the same as saying nothing.
std::optional<VariantWord> variantOf(const QString& plain);

// Both parts of a compound of two variant words ("Vollmilchschokolade"); empty where it is none.
std::vector<VariantWord> compoundVariants(const QString& plain);

// Whether a title that says nothing of this group means the ordinary member: "Cola" is not "Cola Zero".
bool silenceMeansOrdinary(const QString& group);

// "without", "ohne", "sans", "sin" …: the next word is what it has not.
bool isNegation(const QString& plain);
// What a negated word means: ("diet", "zero") for sugar, otherwise ("without", its stem).
VariantWord withoutVariant(const QString& plain);

} // namespace pricewright
