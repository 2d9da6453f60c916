// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "extraction/html/PageDom.h"
#include "extraction/structured/JsonTree.h"

#include <QJsonArray>
#include <QJsonObject>

#include <deque>
#include <memory>

// What a page says for machines: JSON-LD, microdata, RDFa and OpenGraph, as it stands. What it means for a product is
// told by StructuredFacts.
namespace pricewright {

// An item of any of the syntaxes, with its properties in the order of the page.
struct DataProperty {
  std::string name; // as written: "price", "schema:price", "http://schema.org/price"
  std::string value;
  int item = -1; // index of the item that is the value; -1: the text is, -2: the text is an address (RDFa only)
  NodeId node = kNoNode;
  std::string pointer; // within JSON
};
struct DataItem {
  std::vector<std::string> types;
  std::string id;
  std::vector<DataProperty> properties;
  NodeId node = kNoNode;
  std::string pointer;
  int parent = -1; // the item whose property this one is
};
struct DataGraph {
  std::vector<DataItem> items;
  std::vector<int> roots; // items that are not a property's value
};

struct JsonScript {
  std::shared_ptr<const std::string> mended; // what the tree was read from, where that is not the page as it stands
  JsonTree tree;
  NodeId node = kNoNode; // the script element, or the element that has it as an attribute
};

constexpr std::size_t kMostDataItems = 6'000; // of one page and syntax: the rest is not read
constexpr int kMostDataDepth = 64;

// Every value of the scripts of type application/ld+json; several in one script and broken ones as far as they go.
// Also where the quotes are escaped for HTML or are typographic ones, and JSON that is written as a text of JSON.
std::deque<JsonScript> jsonLdScripts(const PageDom& dom);
// An item that is nothing but the "@id" of another is that one.
DataGraph jsonLdGraph(const std::deque<JsonScript>& scripts);
DataGraph microdataGraph(const PageDom& dom, const QString& baseUrl = {});
// RDFa Lite: vocab, typeof, property, resource, prefix; and content, href, src as values.
DataGraph rdfaGraph(const PageDom& dom, const QString& baseUrl = {});

// Properties outside of any item ("itemprop" without "itemscope" around), in the order of the page.
std::vector<DataProperty> looseMicrodata(const PageDom& dom);

struct MetaProperty {
  std::string_view name, content; // of <meta property> or <meta name>
  NodeId node = kNoNode;
};
std::vector<MetaProperty> metaProperties(const PageDom& dom);

// The syntax trees, for comparison with other readers.
// JSON-LD: the top-level objects of all scripts, one after another.
QJsonArray jsonLdJson(const PageDom& dom);
// Microdata: {"type", "id", "properties": {name: value | [values] | item}}; "value" where an item has no properties.
// `lists`: types and properties are always lists.
QJsonArray microdataJson(const PageDom& dom, bool lists = false, const QString& baseUrl = {});
// OpenGraph: [{"namespace": {prefix: IRI}, "properties": [[name, content], …]}], empty without any.
QJsonArray openGraphJson(const PageDom& dom);
// RDFa: one object per subject: {"@id", "@type": [IRIs], IRI of property: [{"@value"} or {"@id"}]}.
QJsonArray rdfaJson(const PageDom& dom, const QString& baseUrl = {});

// "price" of "http://schema.org/price", "schema:Price" and "og:price"; lower case.
std::string localName(std::string_view name);
std::string resolvedUrl(std::string_view url, const QString& baseUrl);

} // namespace pricewright
