// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extraction/StructuredFacts.h"
#include "extraction/html/Utf8.h"

#include <algorithm>

namespace pricewright {
namespace {

struct MetaMeaning {
  std::string_view name;
  ProductField field;
  double confidence;
};
constexpr MetaMeaning kMetaMeanings[] = {
    {"product:sale_price:amount", ProductField::Price, 0.82},
    {"product:price:amount", ProductField::Price, 0.8},
    {"og:price:amount", ProductField::Price, 0.8},
    {"og:product:price:amount", ProductField::Price, 0.75},
    {"product:price", ProductField::Price, 0.7},
    {"og:price", ProductField::Price, 0.65},
    {"price", ProductField::Price, 0.6},
    {"product:original_price:amount", ProductField::ListPrice, 0.7},
    {"product:price:currency", ProductField::Currency, 0.8},
    {"product:sale_price:currency", ProductField::Currency, 0.8},
    {"og:price:currency", ProductField::Currency, 0.8},
    {"og:currency", ProductField::Currency, 0.6},
    {"currency", ProductField::Currency, 0.5},
    {"product:availability", ProductField::Availability, 0.75},
    {"og:availability", ProductField::Availability, 0.75},
    {"availability", ProductField::Availability, 0.5},
    {"product:condition", ProductField::Condition, 0.7},
    {"product:brand", ProductField::Brand, 0.75},
    {"og:brand", ProductField::Brand, 0.7},
    {"brand", ProductField::Brand, 0.4},
    {"product:retailer_item_id", ProductField::Sku, 0.62},
    {"product:retailer_part_no", ProductField::Sku, 0.6},
    {"product:mfr_part_no", ProductField::Mpn, 0.65},
    {"product:ean", ProductField::Gtin, 0.75},
    {"product:upc", ProductField::Gtin, 0.75},
    {"product:isbn", ProductField::Gtin, 0.75},
    {"og:title", ProductField::Name, 0.55},
    {"twitter:title", ProductField::Name, 0.4},
    {"og:url", ProductField::Url, 0.7},
    {"sku", ProductField::Sku, 0.5},
};

// The value as it is given for a field; without one it says nothing.
ProductFact readValue(const PageScan& scan, ProductField field, std::string_view text, FactSource source, NodeId node,
                      double confidence) {
  ProductFact fact;
  fact.field = field, fact.source = source, fact.node = node, fact.confidence = confidence;
  fact.snippet = snippetOf(text);
  switch (field) {
  case ProductField::Price:
  case ProductField::ListPrice:
  case ProductField::Shipping:
    fact.amount = machineAmount(text, scan, fact.currency);
    fact.value = fact.amount && fact.amount->micros() >= 0 ? fact.amount->toString() : QString();
    break;
  case ProductField::Currency:
    fact.value = currencyCode(text, scan);
    break;
  case ProductField::Availability:
    fact.value = availabilityCode(text);
    break;
  case ProductField::Condition:
    fact.value = conditionCode(text);
    break;
  case ProductField::Gtin:
    fact.value = toQt(trimmedView(text)).remove(u'-').remove(u' ');
    fact.value = isGtin(fact.value) ? fact.value : QString();
    break;
  default:
    fact.value = toQt(collapsed(text.substr(0, 1000)));
  }
  return fact;
}

struct LooseMeaning {
  std::string_view property;
  ProductField field;
};
constexpr LooseMeaning kLooseMeanings[] = {
    {"price", ProductField::Price},
    {"lowprice", ProductField::Price},
    {"pricecurrency", ProductField::Currency},
    {"sku", ProductField::Sku},
    {"productid", ProductField::Sku},
    {"mpn", ProductField::Mpn},
    {"brand", ProductField::Brand},
    {"availability", ProductField::Availability},
    {"gtin13", ProductField::Gtin},
    {"gtin", ProductField::Gtin},
    {"gtin8", ProductField::Gtin},
    {"gtin12", ProductField::Gtin},
    {"gtin14", ProductField::Gtin},
    {"isbn", ProductField::Gtin},
    {"name", ProductField::Name},
    {"itemcondition", ProductField::Condition},
};

} // namespace

void addMetaFacts(const PageScan& scan, ProductFacts& facts) {
  for (const MetaProperty& meta : scan.metas)
    for (const MetaMeaning& meaning : kMetaMeanings)
      if (equalsNoCase(meta.name, meaning.name))
        if (ProductFact fact =
                readValue(scan, meaning.field, meta.content, FactSource::OpenGraph, meta.node, meaning.confidence);
            !fact.value.isEmpty())
          facts.push_back(std::move(fact));
  // twitter:label1 = "Price", twitter:data1 = "74,95 €"
  for (const std::string_view number : {"1", "2"}) {
    const std::string_view data = scan.meta("twitter:data" + std::string(number));
    if (data.empty() || data.size() > 60)
      continue;
    QString currency;
    const auto amount = machineAmount(data, scan, currency);
    if (!amount || currency.isEmpty())
      continue;
    ProductFact fact;
    fact.field = ProductField::Price, fact.source = FactSource::OpenGraph, fact.confidence = 0.6;
    fact.amount = amount, fact.value = amount->toString(), fact.currency = currency, fact.snippet = snippetOf(data);
    facts.push_back(std::move(fact));
  }
  if (!scan.canonical.empty()) {
    ProductFact fact;
    fact.field = ProductField::Url, fact.source = FactSource::OpenGraph, fact.confidence = 0.85;
    fact.value = toQt(scan.canonical), fact.snippet = snippetOf(scan.canonical);
    facts.push_back(std::move(fact));
  }
}

void addLooseFacts(const PageScan& scan, ProductFacts& facts) {
  for (const DataProperty& p : looseMicrodata(scan.dom)) {
    const std::string name = localName(p.name);
    const bool away = scan.places[p.node] & (place::Related | place::Chrome | place::Review);
    for (const LooseMeaning& meaning : kLooseMeanings)
      if (name == meaning.property && !away)
        if (ProductFact fact = readValue(scan, meaning.field, p.value, FactSource::Microdata, p.node, 0.6);
            !fact.value.isEmpty())
          facts.push_back(std::move(fact));
  }
}

} // namespace pricewright
