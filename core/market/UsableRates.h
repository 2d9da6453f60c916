// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Settings.h"
#include "market/OfferStore.h"

#include <map>

namespace pricewright {

// The exchange rates that sums and comparisons convert by: those of the day, unless they are older than the limit of
// the settings: then there are none. Each day's are read once.
class UsableRates {
 public:
  UsableRates(const OfferStore& offers, Currency base, const Settings& settings)
      : m_offers(&offers), m_base(base), m_age(RateAge::of(settings)) {}
  // None: null. The table stays where it is as long as this object lives. Errors: the store's.
  Result<const FxRates*> on(Day day) {
    auto known = m_days.find(day);
    if (known == m_days.end()) {
      PW_TRY(auto read, m_offers->usableRates(day, m_base, m_age));
      known = m_days.emplace(day, std::move(read)).first;
    }
    return known->second ? &*known->second : nullptr;
  }

 private:
  const OfferStore* m_offers;
  Currency m_base;
  RateAge m_age;
  std::map<Day, std::optional<FxRates>> m_days;
};

} // namespace pricewright
