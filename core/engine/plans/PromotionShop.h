// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/plans/PromotionCalendar.h"
#include "engine/views/CatalogueView.h"

#include <unordered_map>

namespace pricewright {

// One price of the shop as promotions are checked against it.
struct ShopPrice {
  const CatalogueRow* row = nullptr;
  QString market;
  int vatBp = 0;
  bool gross = false;
  std::optional<int> marginAt(const Money& price) const; // basis points; none: no usable cost
};
// How much lower, in basis points of the regular price, rounded down; none: nothing to compare.
std::optional<int> discountBp(const Money& regular, const Money& price);

// The catalogue as it stands, and what binds a promotion in it.
class PromotionShop {
 public:
  static Result<PromotionShop> open(Workspace& workspace);
  Day today() const { return m_today; }
  const Catalog& catalog() const { return m_catalog; }
  const ShopPrice* find(int listingNo) const;
  QString channelCode(int no) const;                            // "" all
  std::vector<int> listingsOf(const PromotionWish& wish) const; // each once, by SKU and zone
  // `except`: the promotion that is being changed.
  Result<PromotionCheck> check(int listingNo, const PromotionWish& wish, const Id& except = {}) const;

 private:
  explicit PromotionShop(Workspace& workspace) : m_ws(&workspace) {}
  std::optional<Error> whyNotThen(const PromotionWish& wish) const;
  Result<std::optional<Error>> overlap(int listingNo, const PromotionWish& wish, const Id& except) const;
  Money priceFor(const ShopPrice& shop, const PromotionWish& wish) const;
  std::optional<Error> whyNotAt(const ShopPrice& shop, const Money& price) const;
  void judgeMargin(PromotionCheck& check, const PromotionWish& wish) const;
  int leastMarginBp(int listingNo, Day on) const;
  Status judgeClaim(PromotionCheck& check, const ShopPrice& shop, const PromotionWish& wish) const;

  Workspace* m_ws;
  Day m_today{};
  Catalog m_catalog;
  Settings m_settings;
  std::shared_ptr<const CatalogueSnapshot> m_view;
  std::unordered_map<int, ShopPrice> m_prices; // by listing
  std::vector<MarginException> m_exceptions;
  bool m_mayGoBelow = false; // the minimum margin
};

} // namespace pricewright
