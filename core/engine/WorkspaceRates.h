// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/Workspace.h"

namespace pricewright {

// Today's exchange rates as sums and indices use them. What is older than the limit of the settings converts nothing.
class WorkspaceRates {
 public:
  static Result<WorkspaceRates> on(Workspace& w, const Settings& settings, Day today, Currency into) {
    WorkspaceRates rates;
    rates.m_into = into;
    PW_TRY(rates.m_rates, w.offers().usableRates(today, into, RateAge::of(settings)));
    return rates;
  }
  Currency into() const { return m_into; }
  // What one unit of `from` is worth in the workspace's currency; 0: there is no rate.
  double worth(Currency from) const {
    if (from == m_into)
      return 1;
    if (!m_rates)
      return 0;
    const auto one = m_rates->convert(Amount{Decimal::fromMicros(Decimal::kOne), from}, m_into, Rounding::HalfEven);
    return one ? one->value.toDouble() : 0;
  }

 private:
  Currency m_into;
  std::optional<FxRates> m_rates;
};

} // namespace pricewright
