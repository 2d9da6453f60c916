// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "extraction/ProductPage.h"

namespace pricewright {

// One element of a page that says something: where a person may point to teach a recipe.
struct OutlineLine {
  NodeId node = kNoNode; // of the same bytes, always the same
  QString text;          // what people read there, or an attribute for machines: "content: 12.90"
  QString where;         // "div.buy › p › span.price"
  QString price;         // "12.90 EUR" where the text is a price, else ""
  double score = 0;      // of a price: how much speaks for its being the product's own
};
struct PageOutline {
  std::vector<OutlineLine> lines; // in reading order
  bool truncated = false;         // there was more than kMostOutlineLines
};
constexpr std::size_t kMostOutlineLines = 5000;

// The elements with words of their own, and those that carry a price for machines. Linear in the size of the page.
PageOutline outlinePage(const PageInput& input);

// The recipe for one field from the line that was pointed to. extraction.no-node where the page has no such element,
// extraction.no-selector where no short selector finds just this one.
Result<RecipeField> learnFromPage(const PageInput& input, NodeId node, ProductField field);

} // namespace pricewright
