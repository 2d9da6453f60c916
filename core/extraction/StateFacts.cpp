// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extraction/StructuredFacts.h"
#include "extraction/html/Utf8.h"
#include "extraction/structured/JsonTree.h"

#include <algorithm>

namespace pricewright {
namespace {

// Names of members, without marks and in lower case.
constexpr std::string_view kPriceKeys[] = {
    "price",        "saleprice", "currentprice",    "finalprice",  "specialprice", "offerprice",
    "sellingprice", "lowprice",  "actualprice",     "pricevalue",  "salesprice",   "productprice",
    "unitprice",    "nowprice",  "discountedprice", "priceamount", "pricewithtax", "displayprice"};
constexpr std::string_view kListPriceKeys[] = {"originalprice", "listprice", "regularprice",  "compareatprice",
                                               "msrp",          "rrp",       "strikeprice",   "wasprice",
                                               "oldprice",      "priceold",  "priceoriginal", "recommendedretailprice"};
constexpr std::string_view kIdKeys[] = {"sku",           "id",   "productid",  "itemid",
                                        "articlenumber", "code", "productsku", "itemnumber"};
constexpr std::string_view kNameKeys[] = {"name", "title", "productname", "itemname", "displayname"};

constexpr std::string_view kStockKeys[] = {"instock",      "isinstock",          "available",   "isavailable",
                                           "availability", "availabilitystatus", "stockstatus", "inventorystatus",
                                           "soldout",      "issoldout",          "outofstock",  "isoutofstock",
                                           "instockflag",  "availableforsale"};

std::string plainKey(std::string_view key) {
  std::string out;
  for (const char c : key)
    if (isAlphaByte(c))
      out += lowerByte(c);
  return out;
}
template <std::size_t N> bool isOneOf(const std::string& key, const std::string_view (&keys)[N]) {
  return std::find(std::begin(keys), std::end(keys), key) != std::end(keys);
}

class StateReader {
 public:
  StateReader(const PageScan& scan, ProductFacts& facts) : m_scan(scan), m_facts(facts) {}
  void read() {
    const PageDom& dom = m_scan.dom;
    for (NodeId i = 0; i < dom.size() && m_left > 0 && m_added < kMostFacts; ++i) {
      if (dom[i].tag == Tag::Script) {
        const NodeId child = dom[i].firstChild;
        if (child != kNoNode && !containsNoCase(dom.attribute(i, "type"), "ld+json"))
          readText(i, dom[child].text);
      } else if (dom.isElement(i)) {
        for (auto a = dom.attributesBegin(i); a != dom.attributesEnd(i); ++a)
          if (a->value.size() > 12 && (a->value.front() == '{' || a->value.front() == '[') && a->name != "style")
            readText(i, a->value);
      }
    }
  }

 private:
  void readText(NodeId node, std::string_view text) {
    // Only texts that speak of prices are looked into, and from shortly before the first of them on.
    const std::size_t first = text.find("rice");
    if (first == std::string_view::npos)
      return;
    JsonLimits limits;
    limits.complete = true;
    std::size_t at = text.find('{');
    while (at != std::string_view::npos && m_left > 0) {
      std::size_t used = 0;
      const bool good = m_tree.read(text.substr(at), used, limits);
      m_left -= static_cast<std::ptrdiff_t>(used) + 20;
      if (good)
        readObjects(node);
      if (text.find("rice", at + (good ? used : 1)) == std::string_view::npos)
        return;
      at = text.find('{', at + (good ? std::max<std::size_t>(used, 1) : 1));
    }
  }
  void readObjects(NodeId node) {
    for (JsonId i = 0; i < m_tree.size() && m_added < kMostFacts; ++i)
      if (m_tree[i].kind == JsonKind::Object)
        readObject(i, node);
  }
  void readObject(JsonId object, NodeId node) {
    JsonId price = kNoJson, list = kNoJson, name = kNoJson, id = kNoJson, currency = kNoJson, stock = kNoJson;
    for (JsonId i = m_tree[object].firstChild; i != kNoJson; i = m_tree[i].next) {
      if (m_tree[i].key.size() > 24 || m_tree[i].key.size() < 2)
        continue;
      const std::string key = plainKey(m_tree[i].key);
      if (isOneOf(key, kPriceKeys) && (price == kNoJson || key != "price"))
        price = i;
      else if (list == kNoJson && isOneOf(key, kListPriceKeys))
        list = i;
      else if (name == kNoJson && isOneOf(key, kNameKeys))
        name = i;
      else if (key == "sku" || (id == kNoJson && isOneOf(key, kIdKeys)))
        id = i;
      else if (key == "currency" || key == "currencycode" || key == "pricecurrency")
        currency = i;
      else if (isOneOf(key, kStockKeys))
        stock = i;
    }
    if (price == kNoJson)
      return;
    const bool named = name != kNoJson && similarity(m_tree.text(name), m_scan.titleText) >= 0.6;
    const std::string number = id == kNoJson ? std::string() : m_tree.text(id);
    const bool addressed = number.size() >= 4 && m_scan.url.contains(toQt(number), Qt::CaseInsensitive);
    if (!named && !addressed)
      return;
    const double sure = named && addressed ? 0.55 : 0.45;
    addPrice(ProductField::Price, price, currency, node, sure);
    if (list != kNoJson) // of itself it says little: it must be the greater one, and not by far
      addPrice(ProductField::ListPrice, list, currency, node, sure);
    if (stock != kNoJson)
      addStock(stock, node, sure);
    if (m_tree[id == kNoJson ? price : id].key == "sku" && !number.empty())
      add(ProductField::Sku, toQt(number), id, node, 0.5);
  }
  void addStock(JsonId stock, NodeId node, double confidence) {
    const std::string text = m_tree.text(stock), key = plainKey(m_tree[stock].key);
    if (text != "true" && text != "false") {
      if (const QString code = availabilityCode(text); !code.isEmpty())
        add(ProductField::Availability, code, stock, node, confidence);
      return;
    }
    const bool isSoldOut = key.find("soldout") != std::string::npos || key.find("outofstock") != std::string::npos;
    add(ProductField::Availability,
        (text == "true") == isSoldOut ? QStringLiteral("OutOfStock") : QStringLiteral("InStock"), stock, node,
        confidence);
  }
  void addPrice(ProductField field, JsonId price, JsonId currency, NodeId node, double confidence) {
    std::string text = m_tree.text(price);
    if (m_tree[price].kind == JsonKind::Object) { // {"price": {"value": 5, "currency": "EUR"}}
      for (const std::string_view key : {"currency", "currencyCode", "currency_code", "priceCurrency"})
        if (const JsonId inner = m_tree.find(price, key); inner != kNoJson)
          currency = inner;
      for (const std::string_view key : {"value", "amount", "current", "final", "sale", "now"})
        if (const JsonId inner = m_tree.find(price, key); inner != kNoJson && text.empty())
          text = m_tree.text(inner);
    }
    QString code = currency == kNoJson ? QString() : currencyCode(m_tree.text(currency), m_scan);
    const auto amount = machineAmount(text, m_scan, code);
    if (!amount || amount->micros() <= 0)
      return;
    add(field, amount->toString(), price, node, confidence);
    m_facts.back().amount = amount, m_facts.back().currency = code;
    if (!code.isEmpty() && field == ProductField::Price)
      add(ProductField::Currency, code, currency == kNoJson ? price : currency, node, confidence);
  }
  void add(ProductField field, const QString& value, JsonId from, NodeId node, double confidence) {
    ProductFact fact;
    fact.field = field, fact.source = FactSource::State, fact.value = value, fact.confidence = confidence;
    fact.node = node, fact.pointer = toQt(m_tree.pointer(from));
    fact.snippet = snippetOf(std::string(m_tree[from].key) + ": " + m_tree.text(from));
    m_facts.push_back(std::move(fact));
    ++m_added;
  }

  static constexpr int kMostFacts = 40;
  const PageScan& m_scan;
  ProductFacts& m_facts;
  JsonTree m_tree;
  std::ptrdiff_t m_left = 3'000'000; // bytes that may be tried: text that only looks like JSON is tried again and again
  int m_added = 0;
};

} // namespace

void addStateFacts(const PageScan& scan, ProductFacts& facts) { StateReader(scan, facts).read(); }

} // namespace pricewright
