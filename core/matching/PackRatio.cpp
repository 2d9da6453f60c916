// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/PackRatio.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace pricewright {
namespace {

constexpr double kRounded = 0.006;    // what rounding between units leaves of a share …
constexpr double kRoundedUnit = 0.51; // … or in the last gram or millilitre, but never more than
constexpr double kMostRounded = 0.02;
constexpr int kMostTimes = 500;

bool equalSize(double a, double b, ContentUnit unit) {
  const double larger = std::max(a, b);
  const bool weighed = unit == ContentUnit::Gram || unit == ContentUnit::Millilitre;
  return std::abs(a - b) <=
         (weighed ? std::min(kMostRounded * larger, std::max(kRounded * larger, kRoundedUnit)) : 1e-6 * larger);
}

PackRatio reduced(PackRatio::Kind kind, int theirs, int ours) {
  const int common = std::max(1, std::gcd(theirs, ours));
  return {kind, theirs / common, ours / common};
}

// Their amount in our unit; 0 where it cannot be told.
double comparable(const Content& ours, const Content& theirs) {
  if (ours.unit == theirs.unit)
    return theirs.amount;
  if (theirs.maybeFluid && ours.unit == ContentUnit::Millilitre)
    return theirs.amount / 28.3495 * 29.5735;
  if (ours.maybeFluid && theirs.unit == ContentUnit::Millilitre)
    return theirs.amount / 29.5735 * 28.3495;
  return 0;
}

PackRatio bySize(double ours, double theirs, ContentUnit unit) {
  const double times = theirs > ours ? theirs / ours : ours / theirs;
  const double whole = std::round(times);
  if (whole > kMostTimes || !equalSize(std::max(ours, theirs), std::min(ours, theirs) * whole, unit))
    return {PackRatio::Kind::Contradiction, 1, 1};
  if (whole <= 1)
    return {PackRatio::Kind::Same, 1, 1};
  return theirs > ours ? PackRatio{PackRatio::Kind::Sizes, int(whole), 1}
                       : PackRatio{PackRatio::Kind::Sizes, 1, int(whole)};
}

} // namespace

PackRatio packRatio(const Content& ourContent, int ourPacks, const Content& theirContent, int theirPacks) {
  const int a = std::clamp(ourPacks, 1, 100'000), b = std::clamp(theirPacks, 1, 100'000);
  const bool weKnow = ourContent.unit != ContentUnit::None && ourContent.amount > 0;
  const bool theyKnow = theirContent.unit != ContentUnit::None && theirContent.amount > 0;
  if (!weKnow && !theyKnow)
    return reduced(a == b ? PackRatio::Kind::Same : PackRatio::Kind::Sets, b, a);
  if (!weKnow || !theyKnow)
    return reduced(PackRatio::Kind::Unknown, b, a);
  const double theirs = comparable(ourContent, theirContent);
  if (theirs <= 0)
    return {PackRatio::Kind::Contradiction, 1, 1};
  if (equalSize(ourContent.amount, theirs, ourContent.unit))
    return reduced(a == b ? PackRatio::Kind::Same : PackRatio::Kind::Packs, b, a);
  return bySize(ourContent.amount * a, theirs * b, ourContent.unit);
}

} // namespace pricewright
