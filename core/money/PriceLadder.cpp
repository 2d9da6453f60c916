// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "money/PriceLadder.h"

#include <algorithm>
#include <limits>

namespace pricewright {
namespace {

__extension__ typedef __int128 Wide;

// Rungs are numbered from 0 upward: rung k is cycle · (k / endings) + ending[k mod endings]. A plain step is one
// ending, 0, repeated every step; so both kinds share the arithmetic.
struct Rungs {
  Wide cycle;
  std::span<const qint64> endings;

  explicit Rungs(const LadderSpec& spec) : cycle(spec.endingsMinor.empty() ? spec.stepMinor : spec.cycleMinor) {
    static constexpr qint64 kZero[] = {0};
    endings = spec.endingsMinor.empty() ? std::span<const qint64>(kZero) : std::span<const qint64>(spec.endingsMinor);
  }
  Wide count() const { return static_cast<Wide>(endings.size()); }
  Wide value(Wide number) const {
    return cycle * (number / count()) + endings[static_cast<std::size_t>(number % count())];
  }
  // Number of the smallest rung ≥ minor; minor ≥ 0.
  Wide firstAtOrAbove(Wide minor) const {
    const auto inCycle = static_cast<qint64>(minor % cycle);
    const auto found = std::lower_bound(endings.begin(), endings.end(), inCycle);
    return minor / cycle * count() + (found - endings.begin());
  }
};

bool fits(Wide value) { return value <= std::numeric_limits<qint64>::max(); }

LadderSpec tidied(LadderSpec spec) {
  spec.stepMinor = std::max<qint64>(1, spec.stepMinor);
  spec.cycleMinor = std::max<qint64>(1, spec.cycleMinor);
  std::erase_if(spec.endingsMinor, [&](qint64 e) { return e < 0 || e >= spec.cycleMinor; });
  std::sort(spec.endingsMinor.begin(), spec.endingsMinor.end());
  spec.endingsMinor.erase(std::unique(spec.endingsMinor.begin(), spec.endingsMinor.end()), spec.endingsMinor.end());
  return spec;
}

} // namespace

LadderSpec defaultLadder(Currency currency) {
  switch (currency.minorDigits()) {
  case 2:
    return {.stepMinor = 1, .endingsMinor = {9}, .cycleMinor = 10};
  case 3:
    return {.stepMinor = 1, .endingsMinor = {950, 990}, .cycleMinor = 1000};
  default:
    return {};
  }
}

Status checkLadder(const LadderSpec& spec) {
  if (tidied(spec) == spec)
    return {};
  return fail(QStringLiteral("money.bad-ladder"), {{QStringLiteral("step"), QString::number(spec.stepMinor)},
                                                   {QStringLiteral("cycle"), QString::number(spec.cycleMinor)}});
}

PriceLadder::PriceLadder(LadderSpec spec) : m_spec(tidied(std::move(spec))) {}

bool PriceLadder::contains(qint64 minor) const { return minor >= 0 && atOrAbove(minor) == minor; }

qint64 PriceLadder::atOrAbove(qint64 minor) const {
  const Rungs rungs(m_spec);
  const Wide found = rungs.value(rungs.firstAtOrAbove(std::max<qint64>(0, minor)));
  return fits(found) ? static_cast<qint64>(found) : -1;
}

qint64 PriceLadder::atOrBelow(qint64 minor) const {
  if (minor < 0)
    return -1;
  const Rungs rungs(m_spec);
  const Wide above = rungs.firstAtOrAbove(static_cast<Wide>(minor) + 1);
  return above == 0 ? -1 : static_cast<qint64>(rungs.value(above - 1));
}

qint64 PriceLadder::nearest(qint64 minor) const {
  const qint64 below = atOrBelow(minor), above = atOrAbove(minor);
  if (below < 0)
    return above;
  if (above < 0)
    return below;
  return minor - below < above - minor ? below : above;
}

std::optional<qint64> PriceLadder::changedBy(qint64 minor, int basisPoints) const {
  constexpr qint64 kWhole = 10'000;
  if (basisPoints == 0 || minor <= 0)
    return {};
  const auto floor = mulDiv(minor, kWhole + basisPoints, kWhole, Rounding::Floor);
  const auto ceiling = mulDiv(minor, kWhole + basisPoints, kWhole, Rounding::Ceiling);
  if (!floor || !ceiling)
    return {};
  const bool isRise = basisPoints > 0;
  const qint64 above = isRise ? atOrAbove(std::max(*ceiling, minor + 1)) : atOrAbove(std::max<qint64>(1, *ceiling));
  const qint64 below = isRise ? atOrBelow(*floor) : atOrBelow(std::min(*floor, minor - 1));
  const bool hasAbove = above > 0 && (isRise || above < minor), hasBelow = below > (isRise ? minor : 0);
  if (!hasAbove || !hasBelow)
    return hasAbove ? std::optional(above) : hasBelow ? std::optional(below) : std::nullopt;
  const Wide wanted = static_cast<Wide>(minor) * (kWhole + basisPoints);
  return wanted - static_cast<Wide>(below) * kWhole < static_cast<Wide>(above) * kWhole - wanted ? below : above;
}

std::vector<qint64> PriceLadder::between(qint64 low, qint64 high, std::size_t most) const {
  std::vector<qint64> out;
  low = std::max<qint64>(0, low);
  if (high < low || most == 0)
    return out;
  const Rungs rungs(m_spec);
  const Wide first = rungs.firstAtOrAbove(low);
  const Wide last = rungs.firstAtOrAbove(static_cast<Wide>(high) + 1) - 1;
  if (last < first)
    return out;
  const Wide span = last - first;
  const Wide picked = std::min<Wide>(span + 1, static_cast<Wide>(most));
  out.reserve(static_cast<std::size_t>(picked));
  for (Wide i = 0; i < picked; ++i) {
    const Wide number = picked == 1 ? first : first + (2 * i * span + picked - 1) / (2 * (picked - 1));
    out.push_back(static_cast<qint64>(rungs.value(number)));
  }
  return out;
}

} // namespace pricewright
