// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extraction/html/Utf8.h"
#include "extraction/structured/StructuredData.h"

#include <QJsonObject>

#include <utility>

namespace pricewright {
namespace {

constexpr std::pair<std::string_view, std::string_view> kNamespaces[] = {
    {"og", "http://ogp.me/ns#"},          {"music", "http://ogp.me/ns/music#"},
    {"video", "http://ogp.me/ns/video#"}, {"article", "http://ogp.me/ns/article#"},
    {"book", "http://ogp.me/ns/book#"},   {"profile", "http://ogp.me/ns/profile#"},
};

// "og: http://ogp.me/ns# product: http://ogp.me/ns/product#"
void readPrefixes(std::string_view text, QJsonObject& names) {
  const QStringList words = toQt(text.substr(0, 4096)).simplified().split(u' ', Qt::SkipEmptyParts);
  for (qsizetype i = 0; i + 1 < words.size(); ++i)
    if (words[i].endsWith(u':') && !words[i + 1].endsWith(u':'))
      names.insert(words[i].chopped(1), words[i + 1]);
}

} // namespace

std::vector<MetaProperty> metaProperties(const PageDom& dom) {
  std::vector<MetaProperty> out;
  for (NodeId i = 0; i < dom.size() && out.size() < 2000; ++i) {
    if (dom[i].tag != Tag::Meta)
      continue;
    const std::string_view* content = dom.find(i, "content");
    if (!content) // some write value="…"
      content = dom.find(i, "value");
    for (const std::string_view attribute : {"property", "name"})
      if (const std::string_view* name = content ? dom.find(i, attribute) : nullptr)
        out.push_back({trimmedView(*name), trimmedView(*content), i});
  }
  return out;
}

QJsonArray openGraphJson(const PageDom& dom) {
  QJsonObject names;
  QJsonArray properties;
  for (NodeId i = 0; i < dom.size(); ++i) {
    if (dom[i].tag == Tag::Head || dom[i].tag == Tag::Html)
      readPrefixes(dom.attribute(i, "prefix"), names);
    const std::string_view* name = dom[i].tag == Tag::Meta ? dom.find(i, "property") : nullptr;
    const std::string_view* content = name ? dom.find(i, "content") : nullptr;
    if (!content)
      continue;
    const std::string_view prefix = name->substr(0, name->find(':'));
    for (const auto& [known, iri] : kNamespaces)
      if (known == prefix && !names.contains(toQt(prefix)))
        names.insert(toQt(prefix), toQt(iri));
    if (prefix.size() < name->size() && names.contains(toQt(prefix)))
      properties.append(QJsonArray{toQt(*name), toQt(*content)});
  }
  if (properties.isEmpty())
    return {};
  if (!names.contains(QStringLiteral("og")))
    names.insert(QStringLiteral("og"), toQt(kNamespaces[0].second));
  return {QJsonObject{{QStringLiteral("namespace"), names}, {QStringLiteral("properties"), properties}}};
}

} // namespace pricewright
