// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "extraction/html/PageDom.h"

#include <array>

namespace pricewright {

// Reads HTML into a PageDom: tokens and the tree in one pass over the bytes.
class HtmlTree {
 public:
  HtmlTree(PageDom& dom, const PageLimits& limits) : m_dom(dom), m_limits(limits) {}
  void read(std::string_view html);

 private:
  // HtmlTokens.cpp: each takes the position of its first byte and returns the position behind.
  std::size_t readMarkup(std::size_t at); // at '<'
  std::size_t readStartTag(std::size_t at);
  std::size_t readEndTag(std::size_t at);
  std::size_t readAttribute(std::size_t at);
  std::size_t skipDeclaration(std::size_t at) const;
  std::size_t readRawText(std::size_t at, NodeId element);
  void addAttribute(std::string_view name, std::string_view value);
  std::string_view decoded(std::string_view text);
  std::string_view loweredView(std::string_view name);

  // HtmlTree.cpp
  NodeId append(Tag tag, std::string_view text);
  void addText(std::string_view text, bool decode);
  void open(NodeId element);
  void startTag(Tag tag, std::string_view name);
  void endTag(Tag tag, std::string_view name);
  void closeImplied(Tag tag);
  bool closeUpTo(std::initializer_list<Tag> wanted, std::initializer_list<Tag> barriers);
  void leaveHead(Tag tag);
  void popTo(std::size_t depth); // closes what is open from this depth on
  bool isFull();

  PageDom& m_dom;
  const PageLimits m_limits;
  std::string_view m_html;
  std::vector<NodeId> m_open;                // from the document down
  std::array<std::uint32_t, 256> m_openOf{}; // how many of each tag are open
  std::uint32_t m_flattened = 0;             // start tags beyond the depth: their end tags close nothing
  std::vector<PageAttribute> m_pending;
};

} // namespace pricewright
