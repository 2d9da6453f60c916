// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extraction/html/HtmlTree.h"

#include "extraction/html/Utf8.h"

#include <algorithm>

namespace pricewright {

bool HtmlTree::isFull() {
  if (m_dom.m_nodes.size() < m_limits.nodes && m_dom.m_attributes.size() < m_limits.attributes)
    return false;
  m_dom.m_truncated = true;
  return true;
}

void HtmlTree::read(std::string_view html) {
  m_html = html;
  m_dom.m_nodes.reserve(std::min<std::size_t>(html.size() / 24 + 16, m_limits.nodes));
  m_dom.m_attributes.reserve(std::min<std::size_t>(html.size() / 48 + 16, m_limits.attributes));
  open(append(Tag::Document, tagName(Tag::Document)));
  for (std::size_t at = 0; at < html.size() && !isFull();) {
    const std::size_t markup = std::min(html.find('<', at), html.size());
    if (markup > at)
      addText(html.substr(at, markup - at), true);
    at = markup < html.size() ? readMarkup(markup) : markup;
  }
  popTo(0);
}

NodeId HtmlTree::append(Tag tag, std::string_view text) {
  const auto id = static_cast<NodeId>(m_dom.m_nodes.size());
  PageNode node;
  node.tag = tag, node.text = text, node.end = id + 1;
  if (!m_open.empty()) {
    PageNode& parent = m_dom.m_nodes[m_open.back()];
    node.parent = m_open.back();
    node.depth = static_cast<std::uint16_t>(parent.depth + 1);
    if (parent.firstChild == kNoNode)
      parent.firstChild = id;
    else
      m_dom.m_nodes[parent.lastChild].next = id;
    parent.lastChild = id;
  }
  m_dom.m_nodes.push_back(node);
  return id;
}

void HtmlTree::addText(std::string_view text, bool decode) {
  if (trimmedView(text).empty() && m_dom.m_nodes[m_open.back()].tag != Tag::Span) // blanks between two blocks
    if (const NodeId last = m_dom.m_nodes[m_open.back()].lastChild;
        last == kNoNode || (tagKind(m_dom.m_nodes[last].tag) & tagkind::Block))
      return;
  append(Tag::Text, decode ? decoded(text) : text);
}

void HtmlTree::open(NodeId element) {
  m_open.push_back(element);
  ++m_openOf[static_cast<std::size_t>(m_dom.m_nodes[element].tag)];
}

void HtmlTree::popTo(std::size_t depth) {
  while (m_open.size() > depth) {
    PageNode& node = m_dom.m_nodes[m_open.back()];
    node.end = static_cast<NodeId>(m_dom.m_nodes.size());
    --m_openOf[static_cast<std::size_t>(node.tag)];
    m_open.pop_back();
  }
}

bool HtmlTree::closeUpTo(std::initializer_list<Tag> wanted, std::initializer_list<Tag> barriers) {
  for (std::size_t i = m_open.size(); i-- > 1;) {
    const Tag tag = m_dom.m_nodes[m_open[i]].tag;
    if (std::find(wanted.begin(), wanted.end(), tag) != wanted.end()) {
      popTo(i);
      return true;
    }
    if (std::find(barriers.begin(), barriers.end(), tag) != barriers.end() || tag == Tag::Template)
      return false;
  }
  return false;
}

// What a start tag ends without saying so.
void HtmlTree::closeImplied(Tag tag) {
  const auto isOpen = [&](Tag t) { return m_openOf[static_cast<std::size_t>(t)] != 0; };
  switch (tag) {
  case Tag::Li:
    closeUpTo({Tag::Li}, {Tag::Ul, Tag::Ol, Tag::Menu, Tag::Dir, Tag::Table, Tag::Td, Tag::Th, Tag::Div, Tag::Section});
    break;
  case Tag::Dt:
  case Tag::Dd:
    closeUpTo({Tag::Dt, Tag::Dd}, {Tag::Dl, Tag::Table, Tag::Td, Tag::Th, Tag::Div});
    break;
  case Tag::Option:
  case Tag::Optgroup:
    closeUpTo({Tag::Option}, {Tag::Select, Tag::Datalist, Tag::Div});
    break;
  case Tag::Td:
  case Tag::Th:
    closeUpTo({Tag::Td, Tag::Th}, {Tag::Table, Tag::Tr});
    break;
  case Tag::Tr:
    closeUpTo({Tag::Tr}, {Tag::Table});
    break;
  case Tag::Tbody:
  case Tag::Thead:
  case Tag::Tfoot:
    closeUpTo({Tag::Tbody, Tag::Thead, Tag::Tfoot}, {Tag::Table});
    break;
  case Tag::A:
    if (isOpen(Tag::A))
      closeUpTo({Tag::A}, {Tag::Table, Tag::Td, Tag::Th});
    break;
  case Tag::Button:
    if (isOpen(Tag::Button))
      closeUpTo({Tag::Button}, {Tag::Table, Tag::Td, Tag::Th});
    break;
  default:
    break;
  }
  if ((tagKind(tag) & tagkind::Block) && isOpen(Tag::P))
    closeUpTo({Tag::P}, {Tag::Table, Tag::Td, Tag::Th, Tag::Button, Tag::Object, Tag::Svg});
}

void HtmlTree::leaveHead(Tag tag) {
  if (m_openOf[static_cast<std::size_t>(Tag::Head)] == 0 || (tagKind(tag) & tagkind::Head) || tag == Tag::Unknown)
    return;
  closeUpTo({Tag::Head}, {Tag::Svg, Tag::Noscript});
}

void HtmlTree::startTag(Tag tag, std::string_view name) {
  const bool once = tag == Tag::Html || tag == Tag::Body || tag == Tag::Head;
  if (once && m_openOf[static_cast<std::size_t>(tag)] != 0)
    return; // its attributes are lost: so little depends on them
  leaveHead(tag);
  closeImplied(tag);
  const NodeId id = append(tag, tag == Tag::Unknown ? loweredView(name) : tagName(tag));
  PageNode& node = m_dom.m_nodes[id];
  node.firstAttribute = static_cast<std::uint32_t>(m_dom.m_attributes.size());
  node.attributeCount = static_cast<std::uint16_t>(m_pending.size());
  m_dom.m_attributes.insert(m_dom.m_attributes.end(), m_pending.begin(), m_pending.end());
}

void HtmlTree::endTag(Tag tag, std::string_view name) {
  if (m_flattened > 0) {
    --m_flattened;
    return;
  }
  if (tag == Tag::Body || tag == Tag::Html || (tag != Tag::Unknown && m_openOf[static_cast<std::size_t>(tag)] == 0))
    return; // pages go on after </body>
  const unsigned kind = tagKind(tag);
  const bool tablePart = tag == Tag::Table || tag == Tag::Tr || tag == Tag::Td || tag == Tag::Th || tag == Tag::Tbody ||
                         tag == Tag::Thead || tag == Tag::Tfoot;
  const std::size_t steps = tag == Tag::Unknown ? std::min<std::size_t>(m_open.size(), 64) : m_open.size();
  for (std::size_t i = m_open.size(); i-- > std::max<std::size_t>(1, m_open.size() - steps);) {
    const PageNode& node = m_dom.m_nodes[m_open[i]];
    const bool heading = tag >= Tag::H1 && tag <= Tag::H6 && node.tag >= Tag::H1 && node.tag <= Tag::H6;
    if (heading || (node.tag == tag && (tag != Tag::Unknown || equalsNoCase(name, node.text)))) {
      popTo(i);
      return;
    }
    const unsigned between = tagKind(node.tag);
    if (tablePart
            ? node.tag == Tag::Table || node.tag == Tag::Template
            : (between & tagkind::Scope) || (!(kind & (tagkind::Block | tagkind::Scope)) && (between & tagkind::Block)))
      return;
  }
}

} // namespace pricewright
