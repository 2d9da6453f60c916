// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extraction/html/Utf8.h"
#include "extraction/structured/StructuredData.h"

namespace pricewright {
namespace {

bool isJsonLd(const PageDom& dom, NodeId id) {
  return dom[id].tag == Tag::Script && containsNoCase(dom.attribute(id, "type"), "ld+json");
}

void readScript(const PageDom& dom, NodeId node, std::deque<JsonScript>& scripts) {
  const NodeId child = dom[node].firstChild;
  std::string_view rest = child == kNoNode ? std::string_view() : dom[child].text;
  for (int values = 0; values < 100 && !trimmedView(rest).empty(); ++values) {
    JsonScript script;
    script.node = node;
    std::size_t used = 0;
    JsonLimits limits;
    limits.complete = true;
    bool good = script.tree.read(rest, used, limits);
    if (!good) { // more patience: quotes within texts, an end that is missing
      limits.complete = false, limits.looseQuotes = true;
      good = script.tree.read(rest, used, limits);
    }
    if (good)
      scripts.push_back(std::move(script));
    const std::size_t next = rest.find_first_of("{[", good ? used : std::max<std::size_t>(used, 1));
    if (next == std::string_view::npos)
      return;
    rest.remove_prefix(next);
  }
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
