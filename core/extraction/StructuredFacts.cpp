// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extraction/StructuredFacts.h"

#include "extraction/html/HtmlEntities.h"
#include "extraction/html/Utf8.h"

#include <algorithm>

namespace pricewright {
namespace {

// "Tea &amp; Honey" within JSON, which knows no such escapes: what was meant.
QString plainText(std::string_view text) {
  std::string decoded;
  appendDecoded(decoded, text);
  return toQt(collapsed(decoded));
}

bool isType(const DataItem& item, std::initializer_list<std::string_view> names) {
  return std::any_of(item.types.begin(), item.types.end(), [&](const std::string& type) {
    const std::string name = localName(type);
    return std::find(names.begin(), names.end(), name) != names.end();
  });
}
bool isProductItem(const DataItem& item) {
  return isType(item, {"product", "productgroup", "individualproduct", "productmodel", "someproducts", "book",
                       "vehicle", "car", "productorservice", "softwareapplication", "mobileapplication", "videogame"});
}
bool isOfferItem(const DataItem& item) {
  return isType(item, {"offer", "aggregateoffer", "offers", "demand", "offeraggregate", "offering"});
}

const std::string* property(const DataItem& item, std::string_view name) {
  for (const DataProperty& p : item.properties)
    if (p.item < 0 && localName(p.name) == name && !trimmedView(p.value).empty())
      return &p.value;
  return nullptr;
}

class GraphReader {
 public:
  GraphReader(const PageScan& scan, const DataGraph& graph, FactSource source, ProductFacts& facts)
      : m_scan(scan), m_graph(graph), m_source(source), m_facts(facts) {}

  void read() {
    int best = -1;
    double most = -1e9;
    int products = 0;
    for (std::size_t i = 0; i < m_graph.items.size() && products < kMostProducts; ++i) {
      if (!isProductItem(m_graph.items[i]))
        continue;
      ++products;
      const double fit = fitOf(static_cast<int>(i));
      if (fit > most)
        most = fit, best = static_cast<int>(i);
    }
    if (best < 0)
      return readLoneOffers();
    m_trust = most < 0 ? 0.45 : most < 1.5 ? 0.75 : 0.88;
    readProduct(best, 0);
  }

 private:
  const DataItem& item(int index) const { return m_graph.items[static_cast<std::size_t>(index)]; }

  // How well a product fits the page.
  double fitOf(int index) const {
    const DataItem& product = item(index);
    double fit = 0;
    if (const std::string* name = property(product, "name")) {
      const double like = std::max(similarity(*name, m_scan.titleText), similarity(*name, m_scan.windowTitle));
      fit += like >= 0.5 ? 2 * like : like - 0.5;
    }
    if (const std::string* url = property(product, "url"); url && isThisPage(*url))
      fit += 1;
    for (const DataProperty& p : product.properties)
      fit += localName(p.name) == "offers" ? 0.8 : 0;
    fit = std::min(fit, 4.0);
    for (int up = product.parent, steps = 0; up >= 0 && steps < 8; up = item(up).parent, ++steps)
      if (isProductItem(item(up)) || isType(item(up), {"itemlist", "listitem", "offercatalog"}))
        fit -= 3;
    if (m_source != FactSource::JsonLd && product.node != kNoNode) {
      const std::uint16_t place = m_scan.places[product.node];
      fit -= (place & (place::Related | place::Chrome | place::InLink)) ? 3 : 0;
      if (m_scan.title != kNoNode && m_scan.dom.contains(product.node, m_scan.title))
        fit += 1.5;
    }
    return fit;
  }
  bool isThisPage(std::string_view url) const {
    const QString other = toQt(trimmedView(url)), own = m_scan.url.section(u'#', 0, 0);
    return !other.isEmpty() && (own.startsWith(other) || other == toQt(m_scan.canonical) ||
                                own.section(u'?', 0, 0).endsWith(other.section(u'?', 0, 0).section(u'/', 3)));
  }

  void add(ProductField field, const QString& value, const DataProperty& from, double confidence) {
    if (value.isEmpty() || value.size() > 1000 || value == QStringLiteral("null"))
      return;
    ProductFact fact;
    fact.field = field, fact.source = m_source, fact.value = value, fact.confidence = confidence;
    fact.node = from.node, fact.pointer = toQt(from.pointer), fact.snippet = snippetOf(from.value);
    m_facts.push_back(std::move(fact));
  }
  void addAmount(ProductField field, const DataProperty& from, const QString& currency, double confidence) {
    QString code = currency;
    const auto amount = machineAmount(from.value, m_scan, code);
    if (!amount || amount->micros() < 0)
      return;
    add(field, amount->toString(), from, confidence);
    if (!m_facts.empty() && m_facts.back().pointer == toQt(from.pointer) && m_facts.back().field == field)
      m_facts.back().amount = amount, m_facts.back().currency = code;
  }
  bool isBelowHighest(const DataItem& offer, const ProductFact& lowest) const {
    const std::string* highest = property(offer, "highprice");
    QString currency = lowest.currency;
    const auto amount = highest ? machineAmount(*highest, m_scan, currency) : std::nullopt;
    return amount && lowest.amount && amount->micros() > lowest.amount->micros();
  }
  // The name of a brand or seller: a text, or an item with a name.
  void addName(ProductField field, const DataProperty& p, double confidence) {
    if (p.item < 0) { // "More of the brand: Name"
      const std::size_t colon = p.value.rfind(": ");
      return add(field, plainText(colon == std::string::npos ? p.value : p.value.substr(colon + 2)), p, confidence);
    }
    for (const DataProperty& inner : item(p.item).properties)
      if (inner.item < 0 && localName(inner.name) == "name")
        return add(field, plainText(inner.value), inner, confidence);
  }

  void readProduct(int index, int depth) {
    bool offered = false;
    for (const DataProperty& p : item(index).properties) {
      const std::string name = localName(p.name);
      if (name == "offers" && p.item >= 0) {
        readOffer(p.item, 0, m_trust);
        offered = true;
      } else {
        readProductProperty(name, p);
      }
    }
    if (offered || depth > 0)
      return;
    readOwnPrice(index);
    readVariants(index); // where the group itself has no offer
  }
  // What the page sells is told with all of it, of the others the offer alone.
  void readVariants(int group) {
    std::vector<int> variants;
    for (const DataProperty& p : item(group).properties)
      if (localName(p.name) == "hasvariant" && p.item >= 0)
        variants.push_back(p.item);
    const auto isSold = [this](int variant) { return isVariantOfThisPage(variant); };
    const bool one = std::count_if(variants.begin(), variants.end(), isSold) == 1;
    for (const int variant : variants)
      readVariant(variant, one && isSold(variant));
  }
  void readVariant(int index, bool isSold) {
    for (const DataProperty& p : item(index).properties)
      if (const std::string name = localName(p.name); name == "offers" && p.item >= 0)
        readOffer(p.item, 0, isSold ? m_trust : m_trust - 0.1);
      else if (isSold && name != "name" && name != "url")
        readProductProperty(name, p);
  }
  // By its own address or its offer's: variants differ in what follows the "?", where there is such.
  bool isVariantOfThisPage(int index) const {
    const auto says = [this](const DataItem& one) {
      const std::string* url = property(one, "url");
      if (url == nullptr || url->find('?') == std::string::npos)
        return url != nullptr && isThisPage(*url);
      return m_scan.url.section(u'#', 0, 0).endsWith(toQt(trimmedView(*url)));
    };
    const auto& properties = item(index).properties;
    return says(item(index)) || std::any_of(properties.begin(), properties.end(), [&](const DataProperty& p) {
             return p.item >= 0 && localName(p.name) == "offers" && says(item(p.item));
           });
  }
  void readProductProperty(const std::string& name, const DataProperty& p) {
    if (name == "name" && p.item < 0)
      add(ProductField::Name, plainText(p.value), p, m_trust);
    else if (name == "brand" || name == "manufacturer")
      addName(ProductField::Brand, p, name == "brand" ? m_trust : m_trust - 0.2);
    else if (p.item >= 0)
      return;
    else if (name == "sku")
      add(ProductField::Sku, toQt(collapsed(p.value)), p, m_trust);
    else if (name == "productid" || name == "identifier")
      readProductId(p);
    else if (name == "mpn")
      add(ProductField::Mpn, toQt(collapsed(p.value)), p, m_trust);
    else if (startsNoCase(name, "gtin") || name == "isbn" || name == "ean")
      addGtin(p, m_trust);
    else if (name == "itemcondition")
      add(ProductField::Condition, conditionCode(p.value), p, m_trust);
    else if (name == "url")
      add(ProductField::Url, toQt(trimmedView(p.value)), p, m_trust - 0.1);
  }
  void readProductId(const DataProperty& p) { // "sku:123", "isbn:978…"
    const std::size_t colon = p.value.find(':');
    const std::string kind = colon == std::string::npos ? std::string() : lowered(p.value.substr(0, colon));
    DataProperty rest = p;
    if (colon < 12) // npos is far beyond
      rest.value = p.value.substr(colon + 1);
    if (startsNoCase(kind, "gtin") || kind == "isbn" || kind == "ean" || kind == "upc")
      return addGtin(rest, m_trust);
    add(kind == "mpn" ? ProductField::Mpn : ProductField::Sku, toQt(collapsed(rest.value)), rest, m_trust - 0.15);
  }
  void addGtin(const DataProperty& p, double confidence) {
    QString digits = toQt(p.value).remove(u'-').remove(u' ');
    if (isGtin(digits))
      add(ProductField::Gtin, digits, p, confidence);
  }
  void readOwnPrice(int index) { // a price that stands beside the name, without an offer
    QString currency;
    if (const std::string* code = property(item(index), "pricecurrency"))
      currency = currencyCode(*code, m_scan);
    for (const DataProperty& p : item(index).properties)
      if (p.item < 0 && (localName(p.name) == "price" || localName(p.name) == "lowprice"))
        addAmount(ProductField::Price, p, currency, m_trust - 0.1);
      else if (p.item < 0)
        readOfferProperty(localName(p.name), p, m_trust - 0.1);
  }

  void readOffer(int index, int depth, double trust) {
    if (depth > 3 || ++m_offers > kMostOffers)
      return;
    QString currency;
    if (const std::string* code = property(item(index), "pricecurrency"))
      currency = currencyCode(*code, m_scan);
    bool priced = false;
    for (const DataProperty& p : item(index).properties) {
      const std::string name = localName(p.name);
      if (p.item < 0 && (name == "price" || name == "lowprice")) {
        addAmount(ProductField::Price, p, currency, trust - (name == "price" ? 0 : 0.05));
        if (name == "lowprice" && !m_facts.empty() && m_facts.back().field == ProductField::Price)
          m_facts.back().isFrom = isBelowHighest(item(index), m_facts.back());
        priced = true;
      } else if (p.item < 0) {
        readOfferProperty(name, p, trust);
      } else if (name == "price") {
        readMonetaryAmount(p.item, currency, trust);
      } else if (name == "seller" || name == "offeredby") {
        addName(ProductField::Seller, p, trust);
      } else if (name == "pricespecification") {
        readSpecification(p.item, currency, trust, priced);
      } else if (name == "offers" || name == "itemoffered") {
        readNested(p.item, depth, trust);
      } else if (name == "shippingdetails") {
        readShipping(p.item, currency, trust);
      }
    }
  }
  // {"@type": "MonetaryAmount", "value": 5, "currency": "EUR"} where schema.org wants a number.
  void readMonetaryAmount(int index, const QString& currency, double trust) {
    const std::string* code = property(item(index), "currency");
    const QString own = code ? currencyCode(*code, m_scan) : currency;
    for (const DataProperty& p : item(index).properties)
      if (p.item < 0 && localName(p.name) == "value")
        addAmount(ProductField::Price, p, own, trust - 0.1);
      else if (p.item < 0 && localName(p.name) == "currency")
        add(ProductField::Currency, own, p, trust);
  }
  void readNested(int index, int depth, double trust) {
    if (isOfferItem(item(index)))
      return readOffer(index, depth + 1, trust - 0.1);
    for (const DataProperty& p : item(index).properties)
      if (p.item < 0 && (localName(p.name) == "sku" || localName(p.name) == "mpn"))
        readOfferProperty(localName(p.name), p, trust - 0.1);
  }
  void readOfferProperty(const std::string& name, const DataProperty& p, double trust) {
    if (name == "pricecurrency")
      add(ProductField::Currency, currencyCode(p.value, m_scan), p, trust);
    else if (name == "availability")
      add(ProductField::Availability, availabilityCode(p.value), p, trust);
    else if (name == "itemcondition")
      add(ProductField::Condition, conditionCode(p.value), p, trust);
    else if (name == "sku")
      add(ProductField::Sku, toQt(collapsed(p.value)), p, trust - 0.25); // of a variant, may be
    else if (startsNoCase(name, "gtin"))
      addGtin(p, trust - 0.2);
    else if (name == "mpn")
      add(ProductField::Mpn, toQt(collapsed(p.value)), p, trust - 0.2);
    else if (name == "seller")
      add(ProductField::Seller, toQt(collapsed(p.value)), p, trust);
  }
  void readSpecification(int index, const QString& currency, double trust, bool priced) {
    const DataItem& spec = item(index);
    const std::string* type = property(spec, "pricetype");
    const std::string kind = type ? localName(*type) : std::string();
    const bool list = kind == "listprice" || kind == "strikethroughprice" || kind == "msrp" || kind == "srp" ||
                      kind == "regularprice";
    const std::string* code = property(spec, "pricecurrency");
    const QString own = code ? currencyCode(*code, m_scan) : currency;
    const bool unit =
        isType(spec, {"unitpricespecification"}) && (property(spec, "referencequantity") || property(spec, "unittext"));
    if (unit || isType(spec, {"deliverychargespecification"}))
      return;
    for (const DataProperty& p : spec.properties) {
      if (p.item >= 0)
        continue;
      if (localName(p.name) == "price" || localName(p.name) == "minprice")
        addAmount(list ? ProductField::ListPrice : ProductField::Price, p, own,
                  priced && !list ? trust - 0.3 : trust - 0.02);
      else if (localName(p.name) == "pricecurrency")
        add(ProductField::Currency, own, p, trust);
    }
  }
  void readShipping(int index, const QString& currency, double trust) {
    for (const DataProperty& p : item(index).properties)
      if (localName(p.name) == "shippingrate" && p.item >= 0) {
        const std::string* code = property(item(p.item), "currency");
        const QString own = code ? currencyCode(*code, m_scan) : currency;
        for (const DataProperty& q : item(p.item).properties)
          if (q.item < 0 && (localName(q.name) == "value" || localName(q.name) == "maxvalue"))
            addAmount(ProductField::Shipping, q, own, trust);
      }
  }
  // Offers on a page that calls nothing a product.
  void readLoneOffers() {
    for (std::size_t i = 0; i < m_graph.items.size(); ++i) {
      const DataItem& offer = m_graph.items[i];
      if (!isOfferItem(offer) || (offer.parent >= 0 && isOfferItem(item(offer.parent))))
        continue;
      const bool away = m_source != FactSource::JsonLd && offer.node != kNoNode &&
                        (m_scan.places[offer.node] & (place::Related | place::Chrome));
      readOffer(static_cast<int>(i), 0, away ? 0.2 : 0.55);
    }
  }

  static constexpr int kMostOffers = 300;   // more say nothing new about the page's own product
  static constexpr int kMostProducts = 200; // nor do more products: the page's own comes early
  const PageScan& m_scan;
  const DataGraph& m_graph;
  const FactSource m_source;
  ProductFacts& m_facts;
  double m_trust = 0.5;
  int m_offers = 0;
};

} // namespace

void addGraphFacts(const PageScan& scan, const DataGraph& graph, FactSource source, ProductFacts& facts) {
  GraphReader(scan, graph, source, facts).read();
}

} // namespace pricewright
