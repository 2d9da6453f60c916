// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extraction/html/HtmlEntities.h"
#include "extraction/html/Utf8.h"
#include "extraction/structured/StructuredData.h"

#include <algorithm>
#include <map>

namespace pricewright {
namespace {

bool isJsonLd(const PageDom& dom, NodeId id) {
  return dom[id].tag == Tag::Script && containsNoCase(dom.attribute(id, "type"), "ld+json");
}

using MendedText = std::shared_ptr<const std::string>;

// Nobody's JSON begins with "{&quot;" or with a typographic quote: an editor wrote it so. Null: it begins as it should.
MendedText withPlainQuotes(std::string_view text) {
  constexpr std::string_view kFancyQuotes[] = {"\u201C", "\u201D", "\u201E"};
  const std::string_view first = text.substr(std::min(text.find_first_not_of("{[ \t\r\n"), text.size()));
  const bool escaped = first.starts_with('&');
  if (!escaped && std::none_of(std::begin(kFancyQuotes), std::end(kFancyQuotes),
                               [&](std::string_view quote) { return first.starts_with(quote); }))
    return {};
  std::string plain;
  if (escaped) {
    appendDecoded(plain, text);
  } else {
    plain.reserve(text.size());
    constexpr std::size_t kQuoteBytes = 3;
    while (!text.empty()) { // once through: a text may consist of nothing but such quotes
      const std::string_view here = text.substr(0, kQuoteBytes);
      const bool fancy = std::find(std::begin(kFancyQuotes), std::end(kFancyQuotes), here) != std::end(kFancyQuotes);
      plain += fancy ? '"' : text.front();
      text.remove_prefix(fancy ? kQuoteBytes : 1);
    }
  }
  return std::make_shared<const std::string>(std::move(plain));
}

void readValues(std::string_view rest, NodeId node, const MendedText& mended, std::deque<JsonScript>& scripts) {
  for (int values = 0; values < 100 && !trimmedView(rest).empty(); ++values) {
    JsonScript script;
    script.node = node, script.mended = mended;
    std::size_t used = 0;
    JsonLimits limits;
    limits.complete = true;
    bool good = script.tree.read(rest, used, limits);
    if (!good) { // more patience: quotes within texts, an end that is missing
      limits.complete = false, limits.looseQuotes = true;
      good = script.tree.read(rest, used, limits);
    }
    if (good && !mended && script.tree[0].kind == JsonKind::String) { // a text that is JSON itself
      const auto inner = std::make_shared<const std::string>(script.tree.text(0));
      return readValues(*inner, node, inner, scripts);
    }
    if (good)
      scripts.push_back(std::move(script));
    const std::size_t next = rest.find_first_of("{[", good ? used : std::max<std::size_t>(used, 1));
    if (next == std::string_view::npos)
      return;
    rest.remove_prefix(next);
  }
}

void readScript(const PageDom& dom, NodeId node, std::deque<JsonScript>& scripts) {
  const NodeId child = dom[node].firstChild;
  const std::string_view text = child == kNoNode ? std::string_view() : dom[child].text;
  const MendedText mended = withPlainQuotes(text);
  readValues(mended ? std::string_view(*mended) : text, node, mended, scripts);
}

bool isReference(const DataItem& item) { return !item.id.empty() && item.types.empty() && item.properties.empty(); }

// {"@id": "#offer"} in the place of an item that stands elsewhere.
void resolveReferences(DataGraph& graph) {
  std::map<std::string_view, int> named;
  for (std::size_t i = 0; i < graph.items.size(); ++i)
    if (!graph.items[i].id.empty() && !isReference(graph.items[i]))
      named.emplace(graph.items[i].id, static_cast<int>(i));
  for (DataItem& item : graph.items)
    for (DataProperty& p : item.properties)
      if (p.item >= 0 && isReference(graph.items[static_cast<std::size_t>(p.item)]))
        if (const auto known = named.find(graph.items[static_cast<std::size_t>(p.item)].id); known != named.end())
          p.item = known->second;
}

struct JsonLdWalk {
  const JsonTree& tree;
  NodeId node;
  DataGraph& graph;

  int addItem(JsonId object, int parent, int depth) {
    if (graph.items.size() >= kMostDataItems || depth > kMostDataDepth)
      return -1;
    const int index = static_cast<int>(graph.items.size());
    DataItem item;
    item.node = node, item.parent = parent, item.pointer = tree.pointer(object);
    graph.items.push_back(std::move(item));
    for (JsonId i = tree[object].firstChild; i != kNoJson; i = tree[i].next)
      addMember(index, tree[i].key, i, depth);
    return index;
  }
  void addMember(int index, std::string_view key, JsonId value, int depth) {
    DataItem& item = graph.items[static_cast<std::size_t>(index)];
    switch (tree[value].kind) {
    case JsonKind::Array:
      if (depth < kMostDataDepth)
        for (JsonId i = tree[value].firstChild; i != kNoJson; i = tree[i].next)
          addMember(index, key, i, depth + 1);
      return;
    case JsonKind::Object: {
      const JsonId plain = tree.find(value, "@value");
      if (plain != kNoJson)
        return addMember(index, key, plain, depth + 1);
      const int child = addItem(value, index, depth + 1);
      if (child >= 0)
        graph.items[static_cast<std::size_t>(index)].properties.push_back(
            {std::string(key), {}, child, node, tree.pointer(value)});
      return;
    }
    case JsonKind::Null:
      return;
    default:
      if (key == "@type")
        item.types.push_back(tree.text(value));
      else if (key == "@id")
        item.id = tree.text(value);
      else
        item.properties.push_back({std::string(key), tree.text(value), -1, node, tree.pointer(value)});
    }
  }
  void addRoots(JsonId value, int depth) {
    if (depth > kMostDataDepth)
      return;
    if (tree[value].kind == JsonKind::Array) {
      for (JsonId i = tree[value].firstChild; i != kNoJson; i = tree[i].next)
        addRoots(i, depth + 1);
    } else if (tree[value].kind == JsonKind::Object) {
      const JsonId members = tree.find(value, "@graph");
      if (members != kNoJson)
        addRoots(members, depth + 1);
      if (members == kNoJson || tree.find(value, "@type") != kNoJson)
        if (const int root = addItem(value, -1, depth); root >= 0)
          graph.roots.push_back(root);
    }
  }
};

} // namespace

std::deque<JsonScript> jsonLdScripts(const PageDom& dom) {
  std::deque<JsonScript> scripts;
  for (NodeId i = 0; i < dom.size(); ++i)
    if (isJsonLd(dom, i))
      readScript(dom, i, scripts);
  return scripts;
}

DataGraph jsonLdGraph(const std::deque<JsonScript>& scripts) {
  DataGraph graph;
  for (const JsonScript& script : scripts)
    JsonLdWalk{script.tree, script.node, graph}.addRoots(0, 0);
  resolveReferences(graph);
  return graph;
}

QJsonArray jsonLdJson(const PageDom& dom) {
  QJsonArray out;
  for (const JsonScript& script : jsonLdScripts(dom)) {
    const QJsonValue value = script.tree.toQt(0);
    if (value.isObject())
      out.append(value);
    for (const QJsonValue member : value.toArray())
      if (member.isObject())
        out.append(member);
  }
  return out;
}

} // namespace pricewright
