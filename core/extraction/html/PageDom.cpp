// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extraction/html/PageDom.h"

#include "extraction/html/HtmlTree.h"
#include "extraction/html/Utf8.h"

namespace pricewright {

PageDom PageDom::read(std::string utf8, const PageLimits& limits) {
  PageDom dom;
  dom.m_text = std::make_unique<const std::string>(std::move(utf8));
  HtmlTree(dom, limits).read(*dom.m_text);
  return dom;
}

std::string_view PageDom::keep(std::string text) {
  m_kept.push_back(std::make_unique<const std::string>(std::move(text)));
  return *m_kept.back();
}

const std::string_view* PageDom::find(NodeId id, std::string_view name) const {
  for (auto a = attributesBegin(id); a != attributesEnd(id); ++a)
    if (a->name == name)
      return &a->value;
  return nullptr;
}

std::string_view PageDom::attribute(NodeId id, std::string_view name) const {
  const std::string_view* value = find(id, name);
  return value ? *value : std::string_view();
}

std::string PageDom::rawText(NodeId id, std::size_t most) const {
  if (isText(id))
    return std::string(m_nodes[id].text.substr(0, most));
  std::string out;
  for (NodeId i = id + 1; i < m_nodes[id].end && out.size() < most; ++i)
    if (isText(i))
      out += m_nodes[i].text;
  return out;
}

std::string PageDom::textOf(NodeId id, std::size_t most) const {
  if (isText(id))
    return collapsed(m_nodes[id].text.substr(0, most));
  std::string out;
  for (NodeId i = id + 1; i < m_nodes[id].end && out.size() < most;) {
    const PageNode& node = m_nodes[i];
    if (node.tag == Tag::Script || node.tag == Tag::Style) {
      i = node.end;
      continue;
    }
    if (node.tag == Tag::Text)
      out += node.text.substr(0, most);
    else if ((tagKind(node.tag) & tagkind::Block) || node.tag == Tag::Br || node.tag == Tag::Option)
      out += ' ';
    ++i;
  }
  return collapsed(out);
}

NodeId PageDom::commonAncestor(NodeId a, NodeId b) const {
  while (a != b) {
    if (m_nodes[a].depth >= m_nodes[b].depth)
      a = m_nodes[a].parent;
    else
      b = m_nodes[b].parent;
    if (a == kNoNode || b == kNoNode)
      return kRoot;
  }
  return a;
}

} // namespace pricewright
