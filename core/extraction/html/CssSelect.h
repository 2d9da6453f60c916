// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "extraction/html/PageDom.h"

#include "base/Result.h"

#include <QString>

namespace pricewright {

// One condition on one element.
struct CssTest {
  enum class Kind : std::uint8_t { Any, TagIs, Id, Class, Attribute, NthChild, NthOfType, LastChild, LastOfType, Not };
  Kind kind = Kind::Any;
  std::string name, value;    // of tag, id, class, attribute
  char match = '\0';          // of an attribute: "=", "^", "$", "*", "~", "|"; none: it only has to be there
  int step = 0, offset = 0;   // of nth: step·n + offset
  std::vector<CssTest> inner; // of not: all of these do not hold together
};
struct CssCompound {
  char combinator = ' '; // to the compound on its left: " ", ">", "+", "~"
  std::vector<CssTest> tests;
};
using CssComplex = std::vector<CssCompound>; // as written, left to right

// A CSS selector of what recipes need: tag, *, #id, .class, [attr], [attr=v] with ^= $= *= ~= |=, the combinators
// descendant, > + ~, :nth-child(n) with 2n+1, odd, even, :nth-of-type, :first-child, :last-child, :first-of-type,
// :last-of-type, :not(compound), and lists with commas. Names of tags and attributes in any case.
class CssSelector {
 public:
  // extraction.selector with text and position (of the first character that is not understood)
  static Result<CssSelector> parse(QStringView text);
  // In document order, at most `most`.
  std::vector<NodeId> select(const PageDom& dom, std::size_t most = 10'000) const;
  NodeId first(const PageDom& dom) const; // kNoNode

 private:
  std::vector<CssComplex> m_list;
  bool m_counts = false; // asks for numbers of children
};

// The way from the document, or from the next element with an id, down to the node: for people to find it again.
QString cssPath(const PageDom& dom, NodeId node);
// The shortest selector out of ids, telling attributes, classes and positions that finds just this element; for other
// pages of the site as well, so names that look generated are passed over. extraction.no-selector
Result<QString> selectorFor(const PageDom& dom, NodeId node);

} // namespace pricewright
