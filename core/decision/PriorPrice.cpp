// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "decision/PriorPrice.h"

#include <map>

namespace pricewright {

std::optional<int> PriorPrice::shownPercent(qint64 priceMinor) const {
  if (state != State::Known || priceMinor >= minor)
    return std::nullopt;
  const auto shown = mulDiv(minor - priceMinor, 100, minor, Rounding::Floor);
  return shown ? std::optional(static_cast<int>(*shown)) : std::nullopt;
}

PriorPrice priorPriceOf(std::initializer_list<std::span<const PublishedPrice>> prices, const Money& current,
                        Instant since, Instant at) {
  std::map<int, Instant> known; // by channel, since when its regular prices are
  PriorPrice prior{PriorPrice::State::Known, current.minor()};
  bool told = true;
  for (const auto& list : prices)
    for (const PublishedPrice& p : list) {
      if (p.amount.currency() != current.currency() || p.from >= at)
        continue;
      if (p.type == PriceType::Regular)
        if (const auto [first, isNew] = known.try_emplace(p.channelNo, p.from); !isNew)
          first->second = std::min(first->second, p.from);
      if (p.to && *p.to <= since)
        continue;
      told &= p.amount.minor() > 0;
      if (p.amount.minor() > 0)
        prior.minor = std::min(prior.minor, p.amount.minor());
    }
  if (known.empty() || std::any_of(known.begin(), known.end(), [&](const auto& k) { return k.second > since; }))
    prior.state = PriorPrice::State::HistoryTooShort;
  else if (!told)
    prior.state = PriorPrice::State::PriceHidden;
  return prior;
}

} // namespace pricewright
