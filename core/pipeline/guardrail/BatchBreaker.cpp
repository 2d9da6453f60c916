// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "decision/PriceLimits.h"
#include "pipeline/guardrail/Guardrail.h"

namespace pricewright {
namespace {

__extension__ typedef __int128 Wide;

// |Δ|/p₀ as a fraction, so that the median is compared without rounding.
struct Move {
  qint64 by = 0, of = 1;
};
bool less(const Move& a, const Move& b) { return compareProducts(a.by, b.of, b.by, a.of) < 0; }

bool isChange(const PriceDecision& d) {
  const Guarded& g = d.guarded;
  return (g.route == Route::Automatic || g.route == Route::Human) && d.current.minor() > 0 && g.final.minor() > 0 &&
         g.final.sameCurrency(d.current) && g.final != d.current;
}

bool sitsOnFloor(const PriceDecision& d) {
  return std::any_of(d.guarded.verdicts.begin(), d.guarded.verdicts.end(), [&](const Verdict& v) {
    const bool floor = v.station == u"guardrail" && (v.code.endsWith(u".raised") || v.code.endsWith(u".at-floor"));
    return floor && v.afterMinor == d.guarded.final.minor();
  });
}

// Median of |Δ| > limit, strictly; of an even number the mean of the middle two.
bool medianExceeds(std::vector<Move> moves, int limitBp) {
  std::sort(moves.begin(), moves.end(), less);
  const Move& high = moves[moves.size() / 2];
  const Move& low = moves[(moves.size() - 1) / 2];
  // a/b + c/d > 2L ⇔ (a·d + c·b) > 2L·b·d. Where 128 bits could not hold it, the lower of the two decides.
  constexpr qint64 kSafe = qint64(1) << 52;
  if (std::max({high.by, high.of, low.by, low.of}) < kSafe)
    return (Wide(high.by) * low.of + Wide(low.by) * high.of) * 10'000 > Wide(2 * qint64(limitBp)) * high.of * low.of;
  return compareProducts(low.by, 10'000, low.of, limitBp) > 0;
}

constexpr qint64 kShareFrom = 20; // listings: of fewer, all may well change at once

QString fact(const char* name, qint64 value) { return QStringLiteral("%1=%2").arg(QLatin1String(name)).arg(value); }

} // namespace

BreakerResult batchBreaker(const BreakerInput& in) {
  const Settings standard;
  const Settings& settings = in.settings ? *in.settings : standard;
  std::vector<Move> moves;
  std::vector<std::size_t> floors;
  for (std::size_t i = 0; i < in.decisions.size(); ++i) {
    const PriceDecision& d = in.decisions[i];
    if (!isChange(d))
      continue;
    const qint64 by = d.guarded.final.minor() - d.current.minor();
    moves.push_back({by < 0 ? -by : by, d.current.minor()});
    if (sitsOnFloor(d))
      floors.push_back(i);
  }
  const qint64 changes = qint64(moves.size()), onFloor = qint64(floors.size()), all = qint64(in.decisions.size());
  BreakerResult out;
  out.facts = {fact("changes", changes), fact("of", all), fact("on-floor", onFloor),
               fact("feeds-moved-by-factor", in.feedsMovedByFactor)};
  const bool counts = changes >= settings.integer(u"breaker.minimum-changes");
  if (in.feedsMovedByFactor > 0)
    out.ruleId = QStringLiteral("breaker-feed-factor");
  else if (changes > settings.integer(u"breaker.max-changes"))
    out.ruleId = QStringLiteral("breaker-max-changes");
  else if (counts && compareProducts(onFloor, 10'000, changes, percentBp(settings, u"breaker.floor-share.percent")) > 0)
    out.ruleId = QStringLiteral("breaker-floor-share");
  else if (counts && medianExceeds(std::move(moves), percentBp(settings, u"breaker.median-change.percent")))
    out.ruleId = QStringLiteral("breaker-median-change");
  else if (all >= kShareFrom &&
           compareProducts(changes, 10'000, all, percentBp(settings, u"breaker.max-change-share.percent")) > 0)
    out.ruleId = QStringLiteral("breaker-change-share");
  out.halt = !out.ruleId.isEmpty();
  if (!out.halt && !counts)
    out.toHuman = std::move(floors);
  return out;
}

} // namespace pricewright
