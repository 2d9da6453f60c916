// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extraction/PageOutline.h"

#include "extraction/PageScan.h"
#include "extraction/PriceMentions.h"
#include "extraction/html/PageText.h"
#include "extraction/html/Utf8.h"

#include <unordered_map>

namespace pricewright {
namespace {

constexpr qsizetype kMostLineText = 160;

bool hasOwnWords(const PageScan& scan, NodeId element) {
  for (NodeId child = scan.dom[element].firstChild; child != kNoNode; child = scan.dom[child].next)
    if (scan.dom.isText(child) && !trimmedView(scan.dom[child].text).empty())
      return true;
  return false;
}

// The attribute in which an element tells machines its price, "" none.
QString machineText(const PageDom& dom, NodeId node) {
  for (const char* name : {"content", "data-price", "data-price-amount", "value"}) {
    const std::string_view* value = dom.find(node, name);
    if (value && !value->empty() && isDigitByte(value->front()) && value->size() < 40)
      return QString::fromLatin1(name) + QStringLiteral(": ") + toQt(*value);
  }
  return {};
}

// "span.price": how people who look at a page's source know an element.
QString labelOf(const PageDom& dom, NodeId node) {
  QString out = toQt(dom[node].text);
  if (const std::string_view id = dom.attribute(node, "id"); !id.empty())
    return out + u'#' + toQt(id.substr(0, 40));
  const std::string_view classes = trimmedView(dom.attribute(node, "class"));
  if (!classes.empty())
    out += u'.' + toQt(classes.substr(0, std::min<std::size_t>(classes.find_first_of(" \t\n"), 40)));
  return out;
}

QString placeLabel(const PageDom& dom, NodeId node) {
  constexpr int kLevels = 3;
  QString out = labelOf(dom, node);
  NodeId at = dom[node].parent;
  for (int level = 1; level < kLevels && at != kNoNode && at != PageDom::kRoot; ++level, at = dom[at].parent)
    out = labelOf(dom, at) + QStringLiteral(" › ") + out;
  return out;
}

// A mention's element may hold its label too: the innermost one that says the same price with its sign is where a
// person points. It holds few characters and few elements, so this ends soon.
NodeId innermost(const PageScan& scan, const PriceMention& mention, const PriceTextHints& hints) {
  NodeId node = mention.node;
  for (NodeId child = scan.dom[node].firstChild; child != kNoNode;) {
    if (scan.dom.isElement(child) && scan.isReadable(child)) {
      const PriceText inside = parsePriceText(toQt(priceCharacters(scan, child)), hints);
      if (inside.amount && inside.amount == mention.price.amount && inside.currencyText == mention.price.currencyText) {
        node = child, child = scan.dom[node].firstChild;
        continue;
      }
    }
    child = scan.dom[child].next;
  }
  return node;
}

std::unordered_map<NodeId, const PriceMention*> mentionsByNode(const PageScan& scan, const PriceMentions& mentions,
                                                               const PriceTextHints& hints) {
  std::unordered_map<NodeId, const PriceMention*> out;
  for (const PriceMention& m : mentions.all) {
    const auto [at, isNew] = out.emplace(innermost(scan, m, hints), &m);
    if (!isNew && m.score > at->second->score)
      at->second = &m;
  }
  return out;
}

} // namespace

PageOutline outlinePage(const PageInput& input) {
  const PageDom dom = PageDom::read(readPageText(input.bytes, input.contentType).utf8);
  const PageScan scan(dom, input.url);
  const PriceTextHints hints = priceHints(scan);
  const PriceMentions mentions = findPriceMentions(scan, hints);
  const auto priced = mentionsByNode(scan, mentions, hints);
  PageOutline out;
  for (NodeId id = 1; id < dom.size(); ++id) {
    if (!dom.isElement(id))
      continue;
    const auto price = priced.find(id);
    const QString machine = machineText(dom, id);
    const bool readable = scan.isReadable(id) && hasOwnWords(scan, id);
    if (price == priced.end() && machine.isEmpty() && !readable)
      continue;
    if (out.lines.size() >= kMostOutlineLines) {
      out.truncated = true;
      break;
    }
    OutlineLine line{id, snippetOf(dom.textOf(id, 600), kMostLineText), placeLabel(dom, id), {}, 0};
    if (line.text.isEmpty())
      line.text = machine;
    if (price != priced.end() && price->second->price.amount) {
      line.price = (price->second->price.amount->toString() + u' ' + price->second->price.currency).trimmed();
      line.score = price->second->score;
    }
    out.lines.push_back(std::move(line));
  }
  return out;
}

Result<RecipeField> learnFromPage(const PageInput& input, NodeId node, ProductField field) {
  const PageDom dom = PageDom::read(readPageText(input.bytes, input.contentType).utf8);
  if (node == PageDom::kRoot || node >= dom.size())
    return fail(QStringLiteral("extraction.no-node"), {{QStringLiteral("line"), QString::number(node)}});
  return learnRecipe(dom, node, field);
}

} // namespace pricewright
