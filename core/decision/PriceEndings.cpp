// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "decision/PriceEndings.h"

#include <limits>
#include <numeric>

namespace pricewright {
namespace {

__extension__ typedef __int128 Wide;

qint64 cycleOf(std::span<const qint64> endings) {
  qint64 cycle = 100;
  while (cycle <= *std::max_element(endings.begin(), endings.end()))
    cycle *= 10;
  return cycle;
}

} // namespace

std::vector<qint64> askedEndings(const RuleOutcome& rules) {
  constexpr qint64 kLargest = 1'000'000'000; // beyond any ending that a rule may be written with
  std::vector<qint64> out;
  for (const RuleHit& hit : rules.hits) {
    if (hit.kind != u"ending" || hit.facts.value(QStringLiteral("outcome")) != u"applied")
      continue;
    for (const QString& text : hit.facts.value(QStringLiteral("endings")).split(u',')) {
      bool ok = false;
      const qint64 ending = text.toLongLong(&ok);
      if (ok && ending >= 0 && ending < kLargest)
        out.push_back(ending);
    }
  }
  return out;
}

// Both repeat: what they have in common repeats after the least common multiple of their cycles. Walked along
// whichever of them has fewer prices in that time.
std::optional<LadderSpec> ladderWithEndings(const LadderSpec& spec, std::span<const qint64> endings) {
  if (endings.empty())
    return std::nullopt;
  const PriceLadder ladder(spec);
  const LadderSpec own =
      ladder.spec().endingsMinor.empty() ? LadderSpec{1, {0}, ladder.spec().stepMinor} : ladder.spec();
  const LadderSpec asked{1, {endings.begin(), endings.end()}, cycleOf(endings)};
  const Wide wide = Wide(own.cycleMinor / std::gcd(own.cycleMinor, asked.cycleMinor)) * asked.cycleMinor;
  if (wide > std::numeric_limits<qint64>::max() / 10)
    return std::nullopt; // a step beyond any price
  const qint64 period = static_cast<qint64>(wide);
  const auto prices = [&](const LadderSpec& s) { return period / s.cycleMinor * qint64(s.endingsMinor.size()); };
  const bool alongOwn = prices(own) < prices(asked);
  const LadderSpec& walked = alongOwn ? own : asked;
  const PriceLadder other(alongOwn ? asked : own);
  LadderSpec common{1, {}, period};
  for (qint64 from = 0; from < period; from += walked.cycleMinor)
    for (const qint64 e : walked.endingsMinor)
      if (other.contains(from + e))
        common.endingsMinor.push_back(from + e);
  if (common.endingsMinor.empty())
    return std::nullopt;
  return PriceLadder(std::move(common)).spec(); // sorted, each once
}

LadderSpec searchedLadder(const LadderSpec& ladder, const RuleOutcome& rules) {
  return ladderWithEndings(ladder, askedEndings(rules)).value_or(ladder);
}

int targetSide(const RuleOutcome& rules) {
  for (const RuleHit& hit : rules.hits)
    if (hit.facts.contains(QStringLiteral("target")) && hit.facts.value(QStringLiteral("outcome")) == u"applied")
      return hit.kind == u"undercut" ? -1 : hit.kind == u"cost-plus" ? 1 : 0;
  return 0;
}

std::optional<qint64> nearestRung(const LadderSpec& spec, qint64 minor, qint64 low, qint64 high) {
  const PriceLadder ladder(spec);
  const qint64 below = ladder.atOrBelow(std::min(minor, high)), above = ladder.atOrAbove(std::max(minor, low));
  const bool belowFits = below >= 0 && below >= low, aboveFits = above >= 0 && above <= high;
  if (belowFits && aboveFits)
    return minor - below < above - minor ? below : above;
  return belowFits ? std::optional(below) : aboveFits ? std::optional(above) : std::nullopt;
}

} // namespace pricewright
