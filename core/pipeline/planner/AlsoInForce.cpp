// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/planner/AlsoInForce.h"

namespace pricewright {
namespace {

constexpr qint16 kWhole = 1000; // thousandths of a period

struct Span {
  Instant from, to;
};
Span spanOf(const Promotion& p) { return {startOf(p.from), startOf(p.to + std::chrono::days(1))}; }
Span spanOf(const SalePoint& p) {
  const Instant from = startOf(fromDayNumber(p.day));
  return {from, from + std::chrono::days(p.days)};
}
bool overlap(const Span& a, const Span& b) { return a.from < b.to && b.from < a.to; }

bool onDeal(const SalePoint& p, qint64 regularMicro) {
  const qint64 regular = p.regularMicro > 0 ? p.regularMicro : regularMicro;
  return p.dealMilli > 0 || compareProducts(p.priceMicro, 100, regular, 95) < 0;
}
// Partly on deal: the average mixes two prices and tells neither.
bool tellsPrice(const SalePoint& p) { return p.dealMilli == 0 || p.dealMilli >= kWhole; }

} // namespace

std::vector<PublishedPrice> promotionPrices(std::span<const Promotion> calendar, std::span<const SalePoint> sales,
                                            Money regular, Instant since, Instant until) {
  std::vector<PublishedPrice> out;
  const Span window{since, until};
  const Currency currency = regular.currency();
  const auto add = [&](int channel, Money amount, const Span& when, PriceOrigin origin) {
    out.push_back({0, channel, PriceType::Promotion, amount, when.from, when.to, origin});
  };
  std::vector<SalePoint> deals;
  for (const SalePoint& p : sales)
    if (p.days > 0 && p.unitsMilli > 0 && p.priceMicro > 0 && overlap(spanOf(p), window) &&
        onDeal(p, regular.toDecimal().micros()))
      deals.push_back(p);
  for (const Promotion& p : calendar) {
    const Span when = spanOf(p);
    if (!overlap(when, window))
      continue;
    if (p.priceMinor) {
      add(p.channelNo, Money(*p.priceMinor, currency), when, PriceOrigin::Import);
      continue;
    }
    const bool seen = std::any_of(deals.begin(), deals.end(),
                                  [&](const SalePoint& s) { return tellsPrice(s) && overlap(spanOf(s), when); });
    if (p.mechanism == u"price" && !seen)
      add(p.channelNo, Money(0, currency), when, PriceOrigin::Import);
  }
  for (const SalePoint& p : deals) {
    const Span when = spanOf(p);
    const bool planned = std::any_of(calendar.begin(), calendar.end(),
                                     [&](const Promotion& c) { return c.priceMinor && overlap(spanOf(c), when); });
    if (planned)
      continue;
    const auto minor = mulDiv(p.priceMicro, currency.minorPerMajor(), Decimal::kOne, Rounding::Floor);
    add(0, Money(tellsPrice(p) ? minor.value_or(0) : 0, currency), when, PriceOrigin::Observed);
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const PublishedPrice& a, const PublishedPrice& b) { return a.from < b.from; });
  return out;
}

} // namespace pricewright
