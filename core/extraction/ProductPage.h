// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "extraction/ProductFact.h"
#include "extraction/Recipe.h"

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

#include <array>

namespace pricewright {

struct PageInput {
  QByteArray bytes;    // as fetched, decompressed
  QString url;         // tells the country, and which of several products is meant
  QString contentType; // of the HTTP header: "text/html; charset=utf-8"
};

struct FieldValue {
  QString value;                             // "" unknown; of an amount its shortest decimal form
  std::optional<Decimal> amount;             // of price, list price and shipping
  QString currency;                          // of shipping: the ISO code told with it, "" none
  double confidence = 0;                     // 0 … 1
  FactSource source = FactSource::Heuristic; // the strongest of those that say so
  QString selector;                          // CSS path of where it stands
  QString pointer;                           // within the JSON that stands there
  QString snippet;                           // as it stands, at most 200 characters
  bool isKnown() const { return !value.isEmpty(); }
};

// What a page offers, put together from all that it says for machines and for people. What is not certain enough is
// left out: a price that is not known is better than a wrong one.
struct ProductPage {
  std::array<FieldValue, 13> fields;
  FieldValue& operator[](ProductField f) { return fields[static_cast<std::size_t>(f)]; }
  const FieldValue& operator[](ProductField f) const { return fields[static_cast<std::size_t>(f)]; }
  // Why there is no price: "no-price", "several-prices", "call-for-price", "blocked-page", "script-only-page",
  // "redirect-page", "not-found-page", "empty-page", "pdf-page"; "" if there is one.
  QString why;
  // "truncated", "price-not-visible", "price-disputed", "variants", "from-price", "consent-page", those of PriceNature,
  // and those of `why` that concern the page.
  QStringList flags;
  QString charset;
};

// Needs no other page and keeps nothing. Linear in the size of the page; at most its first 10 MB are read.
ProductPage extractProduct(const PageInput& input, const std::vector<RecipeField>& recipe = {});

// {"price": {"value", "confidence", "source", "evidence": {"selector", "pointer", "snippet"}} | null, "list_price", …,
//  "why", "flags", "charset"}
QJsonObject toJson(const ProductPage& page);

} // namespace pricewright
