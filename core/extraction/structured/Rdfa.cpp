// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extraction/html/Utf8.h"
#include "extraction/structured/StructuredData.h"

#include <QJsonObject>
#include <QMap>

#include <unordered_map>

namespace pricewright {
namespace {

// Prefixes that need no declaration.
constexpr std::pair<std::string_view, std::string_view> kRdfaPrefixes[] = {
    {"schema", "http://schema.org/"},
    {"og", "http://ogp.me/ns#"},
    {"gr", "http://purl.org/goodrelations/v1#"},
    {"foaf", "http://xmlns.com/foaf/0.1/"},
    {"dc", "http://purl.org/dc/terms/"},
    {"dcterms", "http://purl.org/dc/terms/"},
    {"v", "http://rdf.data-vocabulary.org/#"},
    {"skos", "http://www.w3.org/2004/02/skos/core#"},
    {"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
    {"xsd", "http://www.w3.org/2001/XMLSchema#"},
    {"article", "http://ogp.me/ns/article#"},
    {"product", "http://ogp.me/ns/product#"},
};

struct RdfaScope {
  NodeId end = 0;
  int item = -1; // the subject of the properties inside
  std::string vocabulary;
};

class RdfaReader {
 public:
  RdfaReader(const PageDom& dom, const QString& baseUrl) : m_dom(dom), m_baseUrl(baseUrl) {
    for (const auto& [prefix, iri] : kRdfaPrefixes)
      m_prefixes.emplace(prefix, iri);
  }
  DataGraph read() {
    m_scopes.push_back({static_cast<NodeId>(m_dom.size()), -1, {}});
    for (NodeId i = 0; i < m_dom.size(); ++i) {
      while (m_scopes.size() > 1 && i >= m_scopes.back().end)
        m_scopes.pop_back();
      if (m_dom.isElement(i) && m_dom[i].attributeCount > 0 && m_graph.items.size() < kMostDataItems)
        readElement(i);
    }
    return std::move(m_graph);
  }

 private:
  void readPrefixes(std::string_view text) {
    const QStringList words = toQt(text.substr(0, 4096)).simplified().split(u' ', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i + 1 < words.size(); i += 2)
      if (words[i].endsWith(u':'))
        m_prefixes[toUtf8(words[i].chopped(1))] = toUtf8(words[i + 1]);
  }
  std::string expanded(std::string_view term, const std::string& vocabulary) const {
    const std::size_t colon = term.find(':');
    if (colon == std::string_view::npos)
      return vocabulary.empty() ? std::string() : vocabulary + std::string(term);
    const auto prefix = m_prefixes.find(std::string(term.substr(0, colon)));
    return prefix == m_prefixes.end() ? std::string(term) : prefix->second + std::string(term.substr(colon + 1));
  }
  std::vector<std::string> expandedAll(std::string_view terms, const std::string& vocabulary) const {
    std::vector<std::string> out;
    for (const QString& word : toQt(terms.substr(0, 4096)).simplified().split(u' ', Qt::SkipEmptyParts))
      if (std::string iri = expanded(toUtf8(word), vocabulary); !iri.empty())
        out.push_back(std::move(iri));
    return out;
  }
  std::string resourceOf(NodeId id, bool withLinks) const {
    for (const std::string_view name : {"about", "resource", "href", "src"})
      if (const std::string_view* value = m_dom.find(id, name);
          value && (withLinks || name[0] == 'a' || name[0] == 'r'))
        return resolvedUrl(trimmedView(*value), m_baseUrl);
    return {};
  }
  std::string literalOf(NodeId id) const {
    for (const std::string_view name : {"content", "datetime"})
      if (const std::string_view* value = m_dom.find(id, name))
        return std::string(*value);
    return m_dom.textOf(id, 20'000);
  }
  int addItem(NodeId id, const std::string& iri, std::vector<std::string> types, int parent) {
    DataItem item;
    item.node = id, item.id = iri, item.types = std::move(types), item.parent = parent;
    m_graph.items.push_back(std::move(item));
    const int index = static_cast<int>(m_graph.items.size()) - 1;
    if (parent < 0)
      m_graph.roots.push_back(index);
    return index;
  }
  int subject() { // the document, where nothing else is
    if (m_scopes.back().item >= 0)
      return m_scopes.back().item;
    if (m_document < 0)
      m_document = addItem(PageDom::kRoot, toUtf8(m_baseUrl), {}, -1);
    return m_document;
  }
  void readElement(NodeId id) {
    const std::string_view *vocab = m_dom.find(id, "vocab"), *property = m_dom.find(id, "property"),
                           *type = m_dom.find(id, "typeof"), *prefix = m_dom.find(id, "prefix"),
                           *about = m_dom.find(id, "about");
    if (!vocab && !property && !type && !prefix && !about)
      return;
    RdfaScope scope = m_scopes.back();
    scope.end = m_dom[id].end;
    if (prefix)
      readPrefixes(*prefix);
    if (vocab)
      scope.vocabulary = std::string(trimmedView(*vocab));
    const auto names = property ? expandedAll(*property, scope.vocabulary) : std::vector<std::string>();
    auto types = type ? expandedAll(*type, scope.vocabulary) : std::vector<std::string>();
    if (type) {
      const int parent = names.empty() ? -1 : subject();
      scope.item = addItem(id, resourceOf(id, property != nullptr), std::move(types), parent);
      for (const std::string& name : names)
        addProperty(parent, {name, {}, scope.item, id, {}});
    } else if (about) {
      scope.item = addItem(id, resourceOf(id, false), {}, -1);
    }
    if (!type && !names.empty()) {
      const bool literal = m_dom.find(id, "content") || resourceOf(id, true).empty();
      const int owner = about ? scope.item : subject();
      for (const std::string& name : names)
        addProperty(owner, {name, literal ? literalOf(id) : resourceOf(id, true), literal ? -1 : -2, id, {}});
    }
    if (m_dom[id].end > id + 1)
      m_scopes.push_back(std::move(scope));
  }
  void addProperty(int owner, DataProperty property) {
    m_graph.items[static_cast<std::size_t>(owner)].properties.push_back(std::move(property));
  }

  const PageDom& m_dom;
  const QString m_baseUrl;
  std::unordered_map<std::string, std::string> m_prefixes;
  std::vector<RdfaScope> m_scopes;
  DataGraph m_graph;
  int m_document = -1;
};

} // namespace

DataGraph rdfaGraph(const PageDom& dom, const QString& baseUrl) { return RdfaReader(dom, baseUrl).read(); }

QJsonArray rdfaJson(const PageDom& dom, const QString& baseUrl) {
  const DataGraph graph = rdfaGraph(dom, baseUrl);
  const auto idOf = [&](int index) {
    const std::string& id = graph.items[static_cast<std::size_t>(index)].id;
    return id.empty() ? QStringLiteral("_:b%1").arg(index) : toQt(id);
  };
  QJsonArray out;
  for (std::size_t i = 0; i < graph.items.size(); ++i) {
    QMap<QString, QJsonArray> members;
    for (const DataProperty& p : graph.items[i].properties) {
      const bool reference = p.item != -1;
      const QString value = p.item >= 0 ? idOf(p.item) : toQt(p.value);
      members[toQt(p.name)].append(QJsonObject{{reference ? QStringLiteral("@id") : QStringLiteral("@value"), value}});
    }
    QJsonObject object{{QStringLiteral("@id"), idOf(static_cast<int>(i))}};
    QJsonArray types;
    for (const std::string& type : graph.items[i].types)
      types.append(toQt(type));
    if (!types.isEmpty())
      object.insert(QStringLiteral("@type"), types);
    for (auto it = members.cbegin(); it != members.cend(); ++it)
      object.insert(it.key(), it.value());
    if (object.size() > 1)
      out.append(object);
  }
  return out;
}

} // namespace pricewright
