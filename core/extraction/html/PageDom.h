// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "extraction/html/HtmlTags.h"

#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace pricewright {

using NodeId = std::uint32_t;
constexpr NodeId kNoNode = std::numeric_limits<NodeId>::max();

struct PageAttribute {
  std::string_view name;  // lower case
  std::string_view value; // character references resolved
};

// An element or a text. Nodes are numbered in document order, so that the inside of a node is the range (id, end).
struct PageNode {
  std::string_view text; // of a text: its characters; of an element: its name in lower case
  NodeId parent = kNoNode, firstChild = kNoNode, lastChild = kNoNode, next = kNoNode, end = 0;
  std::uint32_t firstAttribute = 0;
  std::uint16_t attributeCount = 0, depth = 0;
  Tag tag = Tag::Unknown;
};

struct PageLimits {
  std::uint16_t depth = 512;          // deeper elements become siblings
  std::uint32_t nodes = 400'000;      // what follows is not read
  std::uint32_t attributes = 800'000; // likewise
};

// A page as a tree that is only read. It keeps the text; everything else points into it. Reading takes linear time and
// no recursion whatever the page is. The tree is a browser's for pages that close what they open; where elements are
// left open or overlap, paragraphs, list items, table parts and links end where a browser ends them, but nothing is
// moved to another place.
class PageDom {
 public:
  static PageDom read(std::string utf8, const PageLimits& limits = {});

  static constexpr NodeId kRoot = 0; // the document
  std::size_t size() const { return m_nodes.size(); }
  const PageNode& operator[](NodeId id) const { return m_nodes[id]; }
  bool isElement(NodeId id) const { return m_nodes[id].tag != Tag::Text; }
  bool isText(NodeId id) const { return m_nodes[id].tag == Tag::Text; }
  bool contains(NodeId outer, NodeId inner) const { return inner >= outer && inner < m_nodes[outer].end; }
  // nullptr: there is none
  const std::string_view* find(NodeId id, std::string_view attribute) const;
  std::string_view attribute(NodeId id, std::string_view name) const; // "" as well where there is none
  const PageAttribute* attributesBegin(NodeId id) const { return m_attributes.data() + m_nodes[id].firstAttribute; }
  const PageAttribute* attributesEnd(NodeId id) const { return attributesBegin(id) + m_nodes[id].attributeCount; }
  // The characters inside, white space collapsed, without scripts and styles; at most about `most` bytes.
  std::string textOf(NodeId id, std::size_t most = 4096) const;
  std::string rawText(NodeId id, std::size_t most = 1 << 20) const; // as they stand
  NodeId commonAncestor(NodeId a, NodeId b) const;
  bool truncated() const { return m_truncated; } // a limit was met

 private:
  friend class HtmlTree;
  std::string_view keep(std::string text);

  std::unique_ptr<const std::string> m_text; // stays where it is when the tree moves
  std::vector<PageNode> m_nodes;
  std::vector<PageAttribute> m_attributes;
  std::vector<std::unique_ptr<const std::string>> m_kept; // what had to be decoded
  bool m_truncated = false;
};

} // namespace pricewright
