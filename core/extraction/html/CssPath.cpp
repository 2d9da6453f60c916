// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extraction/html/CssSelect.h"
#include "extraction/html/Utf8.h"

#include <algorithm>

namespace pricewright {
namespace {

bool isPlainCssName(std::string_view name) {
  return !name.empty() && !isDigitByte(name.front()) && name.front() != '-' && name.size() <= 60 &&
         std::all_of(name.begin(), name.end(),
                     [](char c) { return isAlphaByte(c) || isDigitByte(c) || c == '-' || c == '_'; });
}
// "css-1q2w3e", "sc-bdVaJa", "product-8471623": another page has another one.
bool looksGenerated(std::string_view name) {
  const auto digits = std::count_if(name.begin(), name.end(), isDigitByte);
  int changes = 0; // between cases and digits
  for (std::size_t i = 1; i < name.size(); ++i)
    changes +=
        isDigitByte(name[i]) != isDigitByte(name[i - 1]) ||
        ((name[i] >= 'A' && name[i] <= 'Z') && !(name[i - 1] >= 'a' && name[i - 1] <= 'z') && isAlphaByte(name[i - 1]));
  return digits >= 3 || changes >= 4 || startsNoCase(name, "css-") || startsNoCase(name, "sc-") ||
         startsNoCase(name, "jsx-");
}
bool isTelling(std::string_view name) { return isPlainCssName(name) && !looksGenerated(name); }

std::string positionOf(const PageDom& dom, NodeId node) {
  int number = 0, count = 0;
  const NodeId parent = dom[node].parent;
  for (NodeId i = dom[parent].firstChild; i != kNoNode; i = dom[i].next)
    if (dom.isElement(i) && dom[i].text == dom[node].text) {
      ++count;
      number += i <= node;
      if (count > 2'000)
        break;
    }
  return count < 2 ? std::string(dom[node].text)
                   : std::string(dom[node].text) + ":nth-of-type(" + std::to_string(number) + ")";
}

// What an element can be called by, the best first.
std::vector<std::string> namesOf(const PageDom& dom, NodeId node) {
  std::vector<std::string> names;
  const std::string tag(dom[node].text);
  if (const std::string_view id = dom.attribute(node, "id"); isTelling(id))
    names.push_back("#" + std::string(id));
  for (const std::string_view name :
       {"itemprop", "data-testid", "data-test", "data-qa", "property", "name", "data-price-type"})
    if (const std::string_view* value = dom.find(node, name);
        value && !value->empty() && value->size() <= 60 && value->find_first_of("\"\\\n") == std::string_view::npos &&
        !looksGenerated(*value))
      names.push_back(tag + "[" + std::string(name) + "=\"" + std::string(*value) + "\"]");
  std::string all;
  const QStringList classes =
      toQt(dom.attribute(node, "class").substr(0, 400)).simplified().split(u' ', Qt::SkipEmptyParts);
  for (const QString& word : classes)
    if (const std::string name = toUtf8(word); isTelling(name) && names.size() < 12) {
      names.push_back("." + name);
      all += "." + name;
    }
  if (!all.empty())
    names.push_back(tag + all);
  names.push_back(tag);
  return names;
}

bool selectsJust(const PageDom& dom, const std::string& selector, NodeId node) {
  const auto parsed = CssSelector::parse(toQt(selector));
  if (!parsed)
    return false;
  const auto found = parsed->select(dom, 2);
  return found.size() == 1 && found.front() == node;
}

} // namespace

QString cssPath(const PageDom& dom, NodeId node) {
  std::string path;
  if (dom.isText(node))
    node = dom[node].parent;
  for (int steps = 0; node != kNoNode && node != PageDom::kRoot && steps < 40; node = dom[node].parent, ++steps) {
    const std::string_view id = dom.attribute(node, "id");
    const bool named = isPlainCssName(id);
    const std::string step = named ? "#" + std::string(id) : positionOf(dom, node);
    path = path.empty() ? step : step + " > " + path;
    if (named)
      break;
  }
  return toQt(path);
}

Result<QString> selectorFor(const PageDom& dom, NodeId node) {
  if (node < dom.size() && dom.isText(node))
    node = dom[node].parent;
  if (node >= dom.size() || node == PageDom::kRoot)
    return fail(QStringLiteral("extraction.no-selector"));
  const auto own = namesOf(dom, node);
  for (const std::string& name : own)
    if (selectsJust(dom, name, node))
      return toQt(name);
  int steps = 0;
  for (NodeId above = dom[node].parent; above != kNoNode && above != PageDom::kRoot && steps < 8;
       above = dom[above].parent, ++steps)
    for (const std::string& outer : namesOf(dom, above)) {
      if (outer == dom[above].text && steps > 1)
        continue; // "div span" says nothing
      for (std::size_t i = 0; i < std::min<std::size_t>(own.size(), 4); ++i)
        if (const std::string selector = outer + " " + own[i]; selectsJust(dom, selector, node))
          return toQt(selector);
      if (const std::string selector = outer + " " + positionOf(dom, node); selectsJust(dom, selector, node))
        return toQt(selector);
    }
  const QString path = cssPath(dom, node);
  if (selectsJust(dom, toUtf8(path), node))
    return path;
  return fail(QStringLiteral("extraction.no-selector"));
}

} // namespace pricewright
