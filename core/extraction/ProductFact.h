// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "extraction/html/PageDom.h"

#include "money/Decimal.h"

#include <QString>

#include <optional>
#include <vector>

namespace pricewright {

enum class ProductField : std::uint8_t {
  Price,
  ListPrice,
  Currency,
  Availability,
  Sku,
  Gtin,
  Mpn,
  Brand,
  Name,
  Condition,
  Seller,
  Shipping,
  Url
};
enum class FactSource : std::uint8_t { Recipe, JsonLd, Microdata, Rdfa, OpenGraph, State, Heuristic };

// "price", "list_price" …; "json-ld", "microdata" …
QString fieldName(ProductField field);
std::optional<ProductField> fieldOf(QStringView name);
QString sourceName(FactSource source);

// One thing that one part of a page says about the product.
struct ProductFact {
  ProductField field = ProductField::Name;
  FactSource source = FactSource::Heuristic;
  QString value;                 // as text; of an amount its shortest decimal form
  std::optional<Decimal> amount; // of a price
  QString currency;              // ISO code said together with the amount, "" unknown
  double confidence = 0;         // 0 … 1
  NodeId node = kNoNode;         // where it stands
  QString pointer;               // within JSON
  QString snippet;               // as it stands there
  bool isFrom = false;           // of a price: the lowest of several
};
using ProductFacts = std::vector<ProductFact>;

} // namespace pricewright
