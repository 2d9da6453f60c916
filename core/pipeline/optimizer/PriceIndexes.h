// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

#include <array>
#include <optional>

namespace pricewright {

// The price indexes that a plan can be held to, each weighted by today's revenue of what it counts: of all prices
// against today's, of each category's; against a competitor's, over products of which theirs is known, and by category;
// and of the products that shape how the price level is seen (KVI). As fractions: 0.02 is 2 % above.
enum class PriceIndex { Whole, Category, Rival, CategoryRival, Kvi };
inline constexpr std::array kPriceIndexes = {PriceIndex::Whole, PriceIndex::Category, PriceIndex::Rival,
                                             PriceIndex::CategoryRival, PriceIndex::Kvi};
constexpr bool isByCategory(PriceIndex index) {
  return index == PriceIndex::Category || index == PriceIndex::CategoryRival;
}
constexpr bool isAgainstRival(PriceIndex index) {
  return index == PriceIndex::Rival || index == PriceIndex::CategoryRival;
}
// As LimitUse names it; `low`: its floor.
QString indexName(PriceIndex index, bool low);

struct IndexLimit {
  PriceIndex index = PriceIndex::Whole;
  std::optional<double> most, least;
};

// One number for each index.
template <class T> struct ByIndex {
  std::array<T, kPriceIndexes.size()> values{};
  T& operator[](PriceIndex index) { return values[std::size_t(index)]; }
  const T& operator[](PriceIndex index) const { return values[std::size_t(index)]; }
};

} // namespace pricewright
