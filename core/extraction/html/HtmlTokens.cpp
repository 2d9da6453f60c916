// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extraction/html/HtmlEntities.h"
#include "extraction/html/HtmlTree.h"
#include "extraction/html/Utf8.h"

#include <algorithm>

namespace pricewright {
namespace {

bool endsTagName(char c) { return isSpaceByte(c) || c == '/' || c == '>'; }

} // namespace

std::string_view HtmlTree::decoded(std::string_view text) {
  if (text.find('&') == std::string_view::npos)
    return text;
  std::string out;
  out.reserve(text.size());
  appendDecoded(out, text);
  return m_dom.keep(std::move(out));
}

std::string_view HtmlTree::loweredView(std::string_view name) {
  if (std::none_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; }))
    return name;
  return m_dom.keep(lowered(name));
}

std::size_t HtmlTree::readMarkup(std::size_t at) {
  const char next = at + 1 < m_html.size() ? m_html[at + 1] : '\0';
  if (isAlphaByte(next))
    return readStartTag(at);
  if (next == '/')
    return readEndTag(at);
  if (next == '!' || next == '?')
    return skipDeclaration(at);
  addText(m_html.substr(at, 1), false); // a lone "<"
  return at + 1;
}

std::size_t HtmlTree::skipDeclaration(std::size_t at) const {
  if (m_html.substr(at, 4) == "<!--") {
    if (m_html.substr(at + 4, 1) == ">") // an abrupt end
      return at + 5;
    const std::size_t end = m_html.find("-->", at + 4);
    return end == std::string_view::npos ? m_html.size() : end + 3;
  }
  const std::size_t end = m_html.find('>', at);
  return end == std::string_view::npos ? m_html.size() : end + 1;
}

std::size_t HtmlTree::readEndTag(std::size_t at) {
  const std::size_t name = at + 2;
  const std::size_t close = std::min(m_html.find('>', name), m_html.size());
  std::size_t end = name;
  while (end < close && !endsTagName(m_html[end]))
    ++end;
  if (end > name && isAlphaByte(m_html[name])) {
    const std::string_view text = m_html.substr(name, end - name);
    endTag(tagOf(text), text);
  }
  return std::min(close + 1, m_html.size());
}

void HtmlTree::addAttribute(std::string_view name, std::string_view value) {
  if (m_pending.size() < 256)
    m_pending.push_back({loweredView(name), decoded(value)});
}

std::size_t HtmlTree::readAttribute(std::size_t at) {
  const std::size_t size = m_html.size(), name = at;
  ++at; // even a "=" may begin a name
  while (at < size && !endsTagName(m_html[at]) && m_html[at] != '=')
    ++at;
  const std::string_view text = m_html.substr(name, at - name);
  std::size_t value = at;
  while (value < size && isSpaceByte(m_html[value]))
    ++value;
  if (value >= size || m_html[value] != '=') {
    addAttribute(text, {});
    return at;
  }
  ++value;
  while (value < size && isSpaceByte(m_html[value]))
    ++value;
  if (value < size && (m_html[value] == '"' || m_html[value] == '\'')) {
    const std::size_t end = std::min(m_html.find(m_html[value], value + 1), size);
    addAttribute(text, m_html.substr(value + 1, end - value - 1));
    return std::min(end + 1, size);
  }
  std::size_t end = value;
  while (end < size && !isSpaceByte(m_html[end]) && m_html[end] != '>')
    ++end;
  addAttribute(text, m_html.substr(value, end - value));
  return end;
}

std::size_t HtmlTree::readStartTag(std::size_t at) {
  const std::size_t size = m_html.size();
  std::size_t end = at + 1;
  while (end < size && !endsTagName(m_html[end]))
    ++end;
  const std::string_view name = m_html.substr(at + 1, end - at - 1);
  m_pending.clear();
  bool closed = false;
  at = end;
  while (at < size && m_html[at] != '>') {
    closed = m_html[at] == '/';
    if (closed || isSpaceByte(m_html[at]))
      ++at;
    else
      at = readAttribute(at);
  }
  if (at >= size)
    return size; // the tag never ends: a browser shows nothing of it
  const Tag tag = tagOf(name);
  const std::size_t before = m_dom.size();
  startTag(tag, name);
  if (m_dom.size() == before)
    return at + 1;
  const auto id = static_cast<NodeId>(m_dom.size() - 1);
  const unsigned kind = tagKind(tag);
  const bool foreign = tag == Tag::Path || tag == Tag::Unknown || m_openOf[static_cast<std::size_t>(Tag::Svg)] != 0;
  if ((kind & tagkind::Void) || (closed && foreign))
    return at + 1;
  if (kind & tagkind::Raw)
    return readRawText(at + 1, id);
  if (m_open.size() < m_limits.depth) {
    open(id);
  } else {
    ++m_flattened;
    m_dom.m_truncated = true;
  }
  return at + 1;
}

std::size_t HtmlTree::readRawText(std::size_t at, NodeId element) {
  const std::string_view name = m_dom[element].text;
  std::size_t end = at;
  for (; end < m_html.size(); ++end) {
    end = std::min(m_html.find("</", end), m_html.size());
    const std::size_t after = end + 2 + name.size();
    if (end < m_html.size() && startsNoCase(m_html.substr(end + 2), name) &&
        (after >= m_html.size() || endsTagName(m_html[after])))
      break;
  }
  end = std::min(end, m_html.size());
  open(element);
  const bool decode = tagKind(m_dom[element].tag) & tagkind::Decoded;
  if (end > at)
    append(Tag::Text, decode ? decoded(m_html.substr(at, end - at)) : m_html.substr(at, end - at));
  popTo(m_open.size() - 1);
  const std::size_t close = m_html.find('>', end);
  return close == std::string_view::npos ? m_html.size() : close + 1;
}

} // namespace pricewright
