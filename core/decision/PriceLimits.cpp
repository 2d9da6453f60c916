// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "decision/PriceLimits.h"

#include <cmath>
#include <limits>

namespace pricewright {
namespace {

__extension__ typedef __int128 Wide;

constexpr int kWhole = 10'000; // 100 % in basis points

// c·M·(1 + VAT) with all its places: the cost of one unit as the customer would see it, in 10⁻¹⁰ minor units.
Wide costAtShelf(const Amount& cost, int vatBp, bool gross) {
  return Wide(cost.value.micros()) * cost.currency.minorPerMajor() * (kWhole + (gross ? vatBp : 0));
}

Wide divideHalfEven(Wide numerator, Wide denominator) { // denominator > 0
  Wide quotient = numerator / denominator, rest = numerator % denominator;
  if (rest < 0) {
    rest += denominator;
    --quotient;
  }
  const Wide twice = 2 * rest;
  return quotient + (twice > denominator || (twice == denominator && (quotient & 1)) ? 1 : 0);
}

} // namespace

int percentBp(const Settings& settings, QStringView key) {
  const double percent = settings.real(key);
  if (!std::isfinite(percent))
    return 0;
  return static_cast<int>(std::lround(std::clamp(percent, -1e6, 1e6) * 100));
}

Result<qint64> marginFloorMinor(const Amount& cost, int minMarginBp, int vatBp, bool gross, const LadderSpec& ladder) {
  if (!cost.currency.isValid() || cost.value.micros() <= 0)
    return fail(QStringLiteral("margin.no-cost"), {{QStringLiteral("cost"), cost.value.toString()}});
  if (minMarginBp >= kWhole || vatBp < 0)
    return fail(QStringLiteral("margin.impossible"), {{QStringLiteral("marginBp"), QString::number(minMarginBp)}});
  const Wide numerator = costAtShelf(cost, vatBp, gross);
  const Wide denominator = Wide(kWhole - minMarginBp) * Decimal::kOne;
  const Wide minimum = (numerator + denominator - 1) / denominator;
  // A tenth of the range is left for the step up to the next rung.
  if (minimum > std::numeric_limits<qint64>::max() / 10)
    return fail(QStringLiteral("money.out-of-range"));
  return PriceLadder(ladder).atOrAbove(static_cast<qint64>(minimum));
}

int exactMarginBp(const Money& price, const Amount& cost, int vatBp, bool gross) {
  constexpr int kNone = std::numeric_limits<int>::min();
  if (!price.isValid() || price.minor() <= 0 || cost.currency != price.currency())
    return kNone;
  const Wide denominator = Wide(Decimal::kOne) * price.minor();
  const Wide bp = divideHalfEven(Wide(kWhole) * denominator - costAtShelf(cost, vatBp, gross), denominator);
  return static_cast<int>(std::clamp<Wide>(bp, kNone, Wide(kWhole) * 100));
}

MarginLimit marginLimit(const PricingCase& c, const ListingCase& listing) {
  MarginLimit limit{percentBp(c.settings, u"guardrail.margin.percent"), {}, {}};
  if (!listing.marginException)
    return limit;
  const MarginException& e = *listing.marginException;
  const bool named = e.reason == u"clearance" || e.reason == u"near_expiry" || e.reason == u"loss_leader";
  const Instant at = effectiveAt(c);
  if (!named || e.approvedBy.isEmpty() || at < e.from || at >= e.to || e.minMarginBp >= limit.bp)
    return limit;
  return {e.minMarginBp, e.reason, e.approvedBy};
}

bool isEuropeanMarket(QStringView market) {
  static constexpr std::u16string_view kCodes =
      u" EU AT BE BG HR CY CZ DK EE FI FR DE GR EL HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE IS LI NO ";
  const QString padded = u' ' + market.trimmed().toString().toUpper() + u' ';
  return padded.size() == 4 && QStringView(kCodes.data(), static_cast<qsizetype>(kCodes.size())).contains(padded);
}

MapState mapState(const ListingCase& listing) {
  if (!listing.mapMinor || *listing.mapMinor <= 0)
    return MapState::None;
  if (listing.market.trimmed().isEmpty())
    return MapState::Undecidable;
  return listing.market.trimmed().compare(u"US", Qt::CaseInsensitive) == 0 ? MapState::Enforced : MapState::NotEnforced;
}

const Amount* usableCost(const ListingCase& listing) {
  if (!listing.cost || listing.cost->value.micros() <= 0 || !listing.current.isValid())
    return nullptr;
  return listing.cost->currency == listing.current.currency() ? &*listing.cost : nullptr;
}

const Amount* usableReference(const ListingCase& listing) {
  const auto& median = listing.reference.median;
  if (!median || median->value.micros() <= 0 || listing.competitorState == u"stale")
    return nullptr;
  return median->currency == listing.current.currency() ? &*median : nullptr;
}

bool competitorIsStale(const ListingCase& listing) {
  return listing.competitorState == u"stale" || listing.staleInputs.contains(u"competitor");
}

std::optional<GougingLimits> gougingLimits(const PricingCase& c, const ListingCase& listing) {
  const Amount* a = usableReference(listing);
  if (!a)
    return std::nullopt;
  const auto share = [&](QStringView setting) {
    return mulDiv(a->value.micros(), qint64(a->currency.minorPerMajor()) * percentBp(c.settings, setting),
                  Decimal::kOne * kWhole, Rounding::Floor);
  };
  const auto block = share(u"guardrail.gouging.block-percent"), cap = share(u"guardrail.gouging.cap-percent");
  if (!block || !cap)
    return std::nullopt;
  return GougingLimits{*block, *cap};
}

bool changeExceeds(const Money& from, const Money& to, int bp) {
  if (!to.isValid() || !to.sameCurrency(from) || from.minor() <= 0)
    return true;
  const qint64 change = to.minor() > from.minor() ? to.minor() - from.minor() : from.minor() - to.minor();
  return compareProducts(change, kWhole, from.minor(), bp) > 0;
}

int changeBpUpward(const Money& from, const Money& to) {
  constexpr int kNone = std::numeric_limits<int>::max();
  if (!to.isValid() || !to.sameCurrency(from) || from.minor() <= 0)
    return kNone;
  const Wide change = Wide(to.minor()) - from.minor();
  return static_cast<int>(
      std::min<Wide>(((change < 0 ? -change : change) * kWhole + from.minor() - 1) / from.minor(), kNone));
}

double labelCost(const PricingCase& c) {
  return std::max(0.0, c.labelCost.value_or(c.settings.real(u"optimizer.label-cost")));
}

double expectedLossLimit(const PricingCase& c) {
  return c.expectedLossLimit.value_or(c.settings.real(u"guardrail.expected-loss.amount"));
}

Instant effectiveAt(const PricingCase& c) { return std::max(c.now, c.effective); }

} // namespace pricewright
