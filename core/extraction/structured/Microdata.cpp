// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extraction/html/Utf8.h"
#include "extraction/structured/StructuredData.h"

#include <QUrl>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace pricewright {
namespace {

std::vector<std::string> wordsOf(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && !isSpaceByte(text[end]))
      ++end;
    if (end > i)
      words.emplace_back(text.substr(i, end - i));
    i = end + 1;
  }
  return words;
}

// The attribute that holds a property's value by the kind of its element, "" if its text does.
std::string_view valueAttribute(Tag tag) {
  switch (tag) {
  case Tag::Meta:
    return "content";
  case Tag::Audio:
  case Tag::Embed:
  case Tag::Iframe:
  case Tag::Img:
  case Tag::Source:
  case Tag::Track:
  case Tag::Video:
    return "src";
  case Tag::A:
  case Tag::Area:
  case Tag::Link:
    return "href";
  case Tag::Object:
    return "data";
  case Tag::Data:
  case Tag::Meter:
    return "value";
  case Tag::Time:
    return "datetime";
  default:
    return {};
  }
}

std::string microdataValue(const PageDom& dom, NodeId id, const QString& baseUrl) {
  const std::string_view name = valueAttribute(dom[id].tag);
  const std::string_view* content = dom.find(id, "content");
  if (const std::string_view* value = name.empty() ? nullptr : dom.find(id, name)) {
    const bool url = name == "src" || name == "href" || name == "data";
    return url ? resolvedUrl(trimmedView(*value), baseUrl) : std::string(trimmedView(*value));
  }
  if (content && !trimmedView(*content).empty())
    return std::string(trimmedView(*content));
  return dom.textOf(id, 20'000);
}

struct MicrodataWalk {
  const PageDom& dom;
  const QString& baseUrl;
  DataGraph graph{};
  std::unordered_map<std::string_view, NodeId> byId{};
  std::unordered_set<NodeId> onPath{}; // items that are being read: itemref may go in circles
  std::size_t steps = 0;               // over the nodes, for itemref may visit them again and again
  bool hasIds = false;                 // collected; a page may have none

  void collectIds() {
    hasIds = true;
    for (NodeId i = 0; i < dom.size(); ++i)
      if (const std::string_view* id = dom.isElement(i) ? dom.find(i, "id") : nullptr)
        byId.emplace(*id, i);
  }
  int addItem(NodeId node, int parent, int depth) {
    if (graph.items.size() >= kMostDataItems || depth > kMostDataDepth || !onPath.insert(node).second)
      return -1;
    const int index = static_cast<int>(graph.items.size());
    DataItem item;
    item.node = node, item.parent = parent;
    item.types = wordsOf(dom.attribute(node, "itemtype"));
    item.id = std::string(trimmedView(dom.attribute(node, "itemid")));
    graph.items.push_back(std::move(item));
    addRange(index, node + 1, dom[node].end, depth);
    for (const std::string& ref : wordsOf(dom.attribute(node, "itemref")))
      if (const auto found = byId.find(ref); found != byId.end() && !dom.contains(found->second, node))
        addRange(index, found->second, dom[found->second].end, depth);
    onPath.erase(node);
    return index;
  }
  void addRange(int index, NodeId from, NodeId end, int depth) {
    const std::size_t most = dom.size() * 4 + 1000;
    for (NodeId i = from; i < end && steps < most; ++steps) {
      const bool element = dom.isElement(i), scope = element && dom.find(i, "itemscope");
      const std::string_view* names = element ? dom.find(i, "itemprop") : nullptr;
      if (names) {
        const int child = scope ? addItem(i, index, depth + 1) : -1;
        const std::string value = scope || steps >= most ? std::string() : microdataValue(dom, i, baseUrl);
        steps += scope ? 0 : (dom[i].end - i) / 8; // of what was read for it, which properties in each other read again
        if (!scope || child >= 0)
          for (std::string& name : wordsOf(*names))
            graph.items[static_cast<std::size_t>(index)].properties.push_back({std::move(name), value, child, i, {}});
      }
      i = scope ? dom[i].end : i + 1;
    }
  }
};

class MicrodataWriter {
 public:
  MicrodataWriter(const PageDom& dom, const DataGraph& graph, bool lists)
      : m_dom(dom), m_graph(graph), m_lists(lists) {}
  QJsonObject item(int index) const {
    const DataItem& item = m_graph.items[static_cast<std::size_t>(index)];
    QJsonObject out, properties;
    if (!item.types.empty())
      out.insert(QStringLiteral("type"), types(item));
    if (!item.id.empty())
      out.insert(QStringLiteral("id"), toQt(item.id));
    std::vector<std::pair<QString, QJsonArray>> byName;
    for (const DataProperty& p : item.properties) {
      const QString name = toQt(p.name);
      auto at = std::find_if(byName.begin(), byName.end(), [&](const auto& entry) { return entry.first == name; });
      if (at == byName.end())
        at = byName.insert(at, {name, {}});
      at->second.append(p.item >= 0 ? QJsonValue(this->item(p.item)) : QJsonValue(toQt(p.value)));
    }
    for (const auto& [name, values] : byName)
      properties.insert(name, m_lists || values.size() != 1 ? QJsonValue(values) : values.first());
    if (properties.isEmpty())
      out.insert(QStringLiteral("value"), toQt(m_dom.textOf(item.node)));
    else
      out.insert(QStringLiteral("properties"), properties);
    return out;
  }

 private:
  QJsonValue types(const DataItem& item) const {
    QJsonArray all;
    for (const std::string& type : item.types)
      all.append(toQt(type));
    return m_lists || all.size() != 1 ? QJsonValue(all) : all.first();
  }
  const PageDom& m_dom;
  const DataGraph& m_graph;
  bool m_lists;
};

} // namespace

std::string localName(std::string_view name) {
  while (!name.empty() && (name.back() == '/' || name.back() == '#'))
    name.remove_suffix(1);
  const std::size_t at = name.find_last_of("/#:");
  return lowered(trimmedView(at == std::string_view::npos ? name : name.substr(at + 1)));
}

std::string resolvedUrl(std::string_view url, const QString& baseUrl) {
  if (baseUrl.isEmpty() || url.empty())
    return std::string(url);
  return toUtf8(QUrl(baseUrl).resolved(QUrl(toQt(url))).toString());
}

DataGraph microdataGraph(const PageDom& dom, const QString& baseUrl) {
  MicrodataWalk walk{dom, baseUrl};
  for (NodeId i = 0; i < dom.size(); ++i) {
    if (!dom.isElement(i) || dom[i].attributeCount == 0 || !dom.find(i, "itemscope") || dom.find(i, "itemprop"))
      continue;
    if (!walk.hasIds)
      walk.collectIds();
    if (const int root = walk.addItem(i, -1, 0); root >= 0)
      walk.graph.roots.push_back(root);
  }
  return std::move(walk.graph);
}

std::vector<DataProperty> looseMicrodata(const PageDom& dom) {
  std::vector<DataProperty> out;
  NodeId scopeEnd = 0;
  for (NodeId i = 0; i < dom.size() && out.size() < 1000; ++i) {
    if (!dom.isElement(i) || dom[i].attributeCount == 0)
      continue;
    if (dom.find(i, "itemscope"))
      scopeEnd = std::max(scopeEnd, dom[i].end);
    const std::string_view* names = i >= scopeEnd ? dom.find(i, "itemprop") : nullptr;
    if (names)
      for (std::string& name : wordsOf(*names))
        out.push_back({std::move(name), microdataValue(dom, i, {}), -1, i, {}});
  }
  return out;
}

QJsonArray microdataJson(const PageDom& dom, bool lists, const QString& baseUrl) {
  const DataGraph graph = microdataGraph(dom, baseUrl);
  QJsonArray out;
  for (const int root : graph.roots)
    out.append(MicrodataWriter(dom, graph, lists).item(root));
  return out;
}

} // namespace pricewright
