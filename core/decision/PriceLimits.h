// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "decision/PricingCase.h"

namespace pricewright {

// What optimizer, evaluator and guardrail must read alike: margin limits, the contractual minimum, which inputs can be
// used. All of it in whole numbers; pure.

// A percentage among the settings, in basis points: exact from here on.
int percentBp(const Settings& settings, QStringView key);

// The smallest price on the ladder with pₙ ≥ c/(1−m), where pₙ is net of VAT in gross-priced markets.
// margin.no-cost, margin.impossible (m ≥ 100 %), money.out-of-range.
Result<qint64> marginFloorMinor(const Amount& cost, int minMarginBp, int vatBp, bool gross, const LadderSpec& ladder);
// (pₙ − c)/pₙ in basis points, rounded half-even; INT_MIN where the price is not positive or the currencies differ.
int exactMarginBp(const Money& price, const Amount& cost, int vatBp, bool gross);

// The minimum margin that holds for a listing when the new price would: the setting, or an exception that is named,
// in force then and approved by somebody.
struct MarginLimit {
  int bp = 0;
  QString exception; // clearance, near_expiry, loss_leader
  QString approvedBy;
};
MarginLimit marginLimit(const PricingCase& c, const ListingCase& listing);

// A minimum advertised price is a contract in the United States; elsewhere (EU, EEA, United Kingdom and others) it
// would be resale price maintenance, and nothing is enforced.
enum class MapState { None, Enforced, NotEnforced, Undecidable };
bool isEuropeanMarket(QStringView market); // ISO 3166 code, or "EU"
MapState mapState(const ListingCase& listing);

// c, where it is there, positive and in the price's own currency.
const Amount* usableCost(const ListingCase& listing);
// A, where it can be decided from data that are not stale, and is positive and in the price's own currency.
const Amount* usableReference(const ListingCase& listing);
bool competitorIsStale(const ListingCase& listing);
// Far above competitors: the highest price that is not blocked, and the highest that a counter-proposal may be, both in
// minor units, downwards. None without a usable reference, or where the limit lies beyond 64 bits.
struct GougingLimits {
  qint64 block = 0, cap = 0;
};
std::optional<GougingLimits> gougingLimits(const PricingCase& c, const ListingCase& listing);
// Whether `to` lies more than `bp` of `from` away from it, compared without rounding; true where that cannot be said.
bool changeExceeds(const Money& from, const Money& to, int bp);
// |change| in basis points, rounded up, so that what exceeds a limit also looks as if it did; INT_MAX where it cannot
// be said.
int changeBpUpward(const Money& from, const Money& to);
// What changing one price costs a week, and the largest expected loss (0: no limit), in the currency of the case's
// prices.
double labelCost(const PricingCase& c);
double expectedLossLimit(const PricingCase& c);
// The moment at which the case's prices would begin to hold; never before the case was made.
Instant effectiveAt(const PricingCase& c);

} // namespace pricewright
