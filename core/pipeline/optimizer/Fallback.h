// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pipeline/optimizer/SearchWindow.h"

namespace pricewright {

// In its time on sale it has not sold once, nor has its SKU in another zone.
inline constexpr QStringView kNeverSold = u"never-sold";

// What a listing's price is recommended by, decided before anything is computed (guardrails.md, table of states).
struct Basis {
  Method method = Method::None;
  QString reason; // code, where the method is not Model
};
Basis basisOf(const PricingCase& c, const ListingCase& listing, const RuleOutcome& rules, bool hasDemand);

// The two parts of what is aimed at without a model, before corridor and reach: the price with the fallback margin, and
// the midpoint between it and the competitor reference (the same price where there is none).
struct RulesAim {
  qint64 costPlus = 0, wanted = 0;
};
std::optional<RulesAim> rulesAim(const PricingCase& c, const ListingCase& listing);
// Where inference failed: the midpoint between cost-plus (the price with the margin optimizer.fallback-margin.percent)
// and the competitor reference; cost-plus alone without a reference. On the ladder, within corridor and one cycle's
// move.
std::optional<qint64> rulesPrice(const PricingCase& c, const ListingCase& listing, const SearchWindow& window);
// Where there is no elasticity model: the average regular price of the history, weighted by how long each was in force.
std::optional<qint64> historicalPrice(const PricingCase& c, const ListingCase& listing, const SearchWindow& window);

} // namespace pricewright
