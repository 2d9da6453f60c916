// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extraction/ProductFact.h"

#include <array>

namespace pricewright {
namespace {

constexpr std::array<const char16_t*, 13> kFieldNames = {
    u"price", u"list_price", u"currency",  u"availability", u"sku",      u"gtin", u"mpn",
    u"brand", u"name",       u"condition", u"seller",       u"shipping", u"url"};
constexpr std::array<const char16_t*, 7> kSourceNames = {u"recipe",    u"json-ld", u"microdata", u"rdfa",
                                                         u"opengraph", u"state",   u"heuristic"};

} // namespace

QString fieldName(ProductField field) { return QString::fromUtf16(kFieldNames[static_cast<std::size_t>(field)]); }
QString sourceName(FactSource source) { return QString::fromUtf16(kSourceNames[static_cast<std::size_t>(source)]); }

std::optional<ProductField> fieldOf(QStringView name) {
  for (std::size_t i = 0; i < kFieldNames.size(); ++i)
    if (name == QStringView(kFieldNames[i]))
      return static_cast<ProductField>(i);
  return {};
}

} // namespace pricewright
