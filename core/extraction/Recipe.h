// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "extraction/ProductFact.h"

#include "base/Result.h"

namespace pricewright {

// Where a site keeps one field: an element by a CSS selector, and of it an attribute or, if that is empty, the text.
struct RecipeField {
  ProductField field = ProductField::Price;
  QString selector;
  QString attribute;
  bool operator==(const RecipeField&) const = default;
};

struct PageScan;

// What the recipe finds, in its order; a field that finds nothing or nothing of use adds no fact.
// Selectors that cannot be read are passed over: see checkRecipe.
void addRecipeFacts(const PageScan& scan, const std::vector<RecipeField>& recipe, ProductFacts& facts);
Status checkRecipe(const std::vector<RecipeField>& recipe); // extraction.selector with position and text

// The recipe for what stands in a node: its price attribute ("content", "data-price") if it has one that says the
// same, else its text. Fails with extraction.no-selector where no short selector finds just this node.
Result<RecipeField> learnRecipe(const PageDom& dom, NodeId node, ProductField field);

} // namespace pricewright
