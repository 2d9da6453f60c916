// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demand/PriceSlips.h"

#include "money/Decimal.h"

#include <algorithm>

namespace pricewright {
namespace {

constexpr std::size_t kFewestPrices = 8; // that tell what is usual

std::optional<qint64> medianOfPrices(std::vector<qint64> prices) {
  if (prices.size() < kFewestPrices)
    return {};
  const auto middle = prices.begin() + std::ptrdiff_t(prices.size() / 2);
  std::nth_element(prices.begin(), middle, prices.end());
  return *middle;
}

} // namespace

bool isTenfold(qint64 a, qint64 b) { return compareProducts(a, 10, b, 86) > 0 || compareProducts(b, 10, a, 86) > 0; }

std::optional<qint64> usualPriceMicro(std::span<const SalePoint> sales) {
  std::vector<qint64> prices;
  for (const SalePoint& p : sales)
    if (p.priceMicro > 0)
      prices.push_back(p.priceMicro);
  return medianOfPrices(std::move(prices));
}

void dropPriceSlips(std::vector<const SalePoint*>& points) {
  std::vector<qint64> prices;
  prices.reserve(points.size());
  for (const SalePoint* p : points)
    prices.push_back(p->priceMicro);
  const std::optional<qint64> usual = medianOfPrices(std::move(prices));
  if (!usual)
    return;
  const auto slipped = [&](const SalePoint* p) { return isTenfold(p->priceMicro, *usual); };
  if (5 * std::size_t(std::count_if(points.begin(), points.end(), slipped)) < points.size())
    std::erase_if(points, slipped);
}

} // namespace pricewright
