// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/features/FeatureBuilder.h"

#include "decision/PriceLimits.h"

#include <cmath>
#include <span>

namespace pricewright {
namespace {

using std::chrono::days;
using std::chrono::hours;

constexpr days kOfferWindow{7}, kSalesWindow{30};

Feature known(const char* name, double value, const QString& unit, Instant asOf, bool live) {
  if (!std::isfinite(value))
    return {QString::fromLatin1(name), {}, unit, QStringLiteral("unavailable"), QStringLiteral("not-a-number"), asOf};
  return {QString::fromLatin1(name), value, unit, live ? QStringLiteral("live") : QStringLiteral("stale"), {}, asOf};
}
Feature unavailable(const char* name, const char* why, const QString& unit, Instant now) {
  return {QString::fromLatin1(name), {}, unit, QStringLiteral("unavailable"), QString::fromLatin1(why), now};
}

bool counts(const Offer& o, const FeatureInputs& in) {
  return o.listingNo == in.listing->listingNo && o.observedAt <= in.now && o.observedAt > in.now - kOfferWindow &&
         o.state == OfferState::Accepted && o.match == MatchState::Confirmed && o.inStock &&
         o.price.value.micros() > 0 && o.shipping.micros() >= 0 && o.theirPacks > 0 && o.ourPacks > 0;
}

// Delivered, for our content, in our currency; none where no rate leads there. For a model: double will do.
std::optional<double> comparable(const Offer& o, Currency into, const FxRates* rates) {
  Amount amount = o.price;
  if (amount.value.micros() > std::numeric_limits<qint64>::max() - o.shipping.micros())
    return std::nullopt;
  amount.value = Decimal::fromMicros(amount.value.micros() + o.shipping.micros());
  if (amount.currency != into) {
    if (!rates)
      return std::nullopt;
    const Result<Amount> converted = rates->convert(amount, into, Rounding::HalfEven);
    if (!converted)
      return std::nullopt;
    amount = *converted;
  }
  return amount.value.toDouble() * o.ourPacks / o.theirPacks;
}

struct Competitors {
  int count = 0;
  double sum = 0, lowest = 0, highest = 0;
  Instant newest{};
  bool live = false; // the newest one is within its source's limit
};
Competitors competitorsOf(const FeatureInputs& in) {
  Competitors out;
  for (const Offer& o : in.offers) {
    const auto price = counts(o, in) ? comparable(o, in.listing->current.currency(), in.rates) : std::nullopt;
    if (!price)
      continue;
    out.lowest = out.count == 0 ? *price : std::min(out.lowest, *price);
    out.highest = out.count == 0 ? *price : std::max(out.highest, *price);
    out.sum += *price, ++out.count;
    if (o.observedAt >= out.newest) {
      const Source source = in.sources ? in.sources->value(o.sourceNo) : Source{};
      out.newest = o.observedAt;
      out.live = in.now - o.observedAt <= source.freshness;
    }
  }
  return out;
}

// Units of the last thirty days: periods that had ended by `now`, each by the share of it that lies inside.
Feature demandOf30Days(const FeatureInputs& in) {
  const char* const name = "historical_demand_30d";
  const Instant from = in.now - kSalesWindow;
  double units = 0;
  Instant newest{};
  bool any = false;
  for (const SalePoint& p : in.sales) {
    if (p.days <= 0 || p.unitsMilli < 0)
      continue;
    const Instant begin = startOf(fromDayNumber(p.day)), end = begin + days(p.days);
    if (end > in.now || end <= from)
      continue;
    const double inside =
        std::chrono::duration<double>(end - std::max(begin, from)) / std::chrono::duration<double>(end - begin);
    units += static_cast<double>(p.unitsMilli) / 1000 * inside;
    newest = any ? std::max(newest, end) : end;
    any = true;
  }
  if (!any)
    return unavailable(name, "no-sales", QStringLiteral("units"), in.now);
  return known(name, units, QStringLiteral("units"), newest,
               !in.listing->staleInputs.contains(QStringLiteral("sales")));
}

Feature marginOf(const FeatureInputs& in) {
  const char* const name = "margin_percent";
  const ListingCase& l = *in.listing;
  if (!l.current.isValid() || l.current.minor() <= 0)
    return unavailable(name, "no-price", QStringLiteral("%"), in.now);
  if (!l.cost || l.cost->currency != l.current.currency())
    return unavailable(name, "no-cost", QStringLiteral("%"), in.now);
  if (l.cost->value.micros() <= 0)
    return unavailable(name, "cost-not-positive", QStringLiteral("%"), in.now);
  const double percent = exactMarginBp(l.current, *l.cost, l.vatBp, l.grossPrices) / 100.0;
  return known(name, percent, QStringLiteral("%"), in.now, !l.staleInputs.contains(QStringLiteral("cost")));
}

Feature stockOf(const FeatureInputs& in) {
  const char* const name = "inventory_level";
  if (!in.stock || startOf(in.stock->day) > in.now || in.stock->onHandMilli < 0)
    return unavailable(name, "no-stock", QStringLiteral("units"), in.now);
  const double units = static_cast<double>(in.stock->onHandMilli) / 1000;
  return known(name, units, QStringLiteral("units"), startOf(in.stock->day),
               !in.listing->staleInputs.contains(QStringLiteral("stock")));
}

// Where nobody recorded when the price in force began, the newest regular price in the history tells.
Feature daysSinceChange(const FeatureInputs& in) {
  const char* const name = "days_since_last_price_change";
  const ListingCase& l = *in.listing;
  std::optional<Instant> changed;
  if (l.current.isValid() && l.currentSince != Instant{})
    changed = l.currentSince <= in.now ? std::optional(l.currentSince) : std::nullopt;
  if (!changed)
    for (const PublishedPrice& p : l.history)
      if (p.type == PriceType::Regular && p.from <= in.now && (!changed || p.from > *changed))
        changed = p.from;
  if (!changed)
    return unavailable(name, "never-changed", QStringLiteral("days"), in.now);
  return known(name, std::chrono::duration<double, days::period>(in.now - *changed).count(), QStringLiteral("days"),
               in.now, true);
}

} // namespace

std::vector<Feature> buildFeatures(const FeatureInputs& in) {
  Q_ASSERT(in.listing);
  const ListingCase& l = *in.listing;
  const QString currency = l.current.isValid() ? l.current.currency().code() : QString();
  const char *const average = "competitor_price_avg_7d", *const range = "competitor_price_min_max";
  const char *const elasticity = "price_elasticity_coefficient", *const season = "seasonality_factor";
  std::vector<Feature> out;
  if (const Competitors c = competitorsOf(in); c.count > 0) {
    out.push_back(known(average, c.sum / c.count, currency, c.newest, c.live));
    // One feature, two numbers: the value is the lowest; the highest stands with the unit.
    out.push_back(
        known(range, c.lowest, QStringLiteral("%1, max %2").arg(currency).arg(c.highest, 0, 'f', 4), c.newest, c.live));
  } else {
    const char* const why = l.current.isValid() ? "no-offers" : "no-price";
    out.push_back(unavailable(average, why, currency, in.now));
    out.push_back(unavailable(range, why, currency, in.now));
  }
  out.push_back(demandOf30Days(in));
  const bool fresh = !l.staleInputs.contains(QStringLiteral("sales"));
  out.push_back(l.demand.usable ? known(elasticity, l.demand.mean[kOwnRegular], {}, in.now, fresh)
                                : unavailable(elasticity, "no-model", {}, in.now));
  out.push_back(stockOf(in));
  const bool seasonal = std::abs(l.demand.mean[kSeasonSin]) + std::abs(l.demand.mean[kSeasonCos]) > 1e-9;
  out.push_back(l.demand.usable && seasonal
                    ? known(season, std::exp(l.demand.seasonShift), {}, in.now, fresh)
                    : unavailable(season, l.demand.usable ? "no-season" : "no-model", {}, in.now));
  // Both need to know who saw which price: exposures, which come with experiments.
  out.push_back(unavailable("customer_segment_willingness_to_pay", "needs-exposures", currency, in.now));
  out.push_back(unavailable("conversion_rate_at_price_point", "needs-exposures", {}, in.now));
  out.push_back(marginOf(in));
  out.push_back(daysSinceChange(in));
  return out;
}

std::span<const FeatureDefinition> featureDefinitions() {
  static constexpr FeatureDefinition kTable[] = {
      {"competitor_price_avg_7d", "hourly", "currency", "offers",
       "mean of accepted offers in stock of the last 7 days, delivered, for our content"},
      {"competitor_price_min_max", "hourly", "currency", "offers",
       "lowest of these offers; the highest stands beside it"},
      {"historical_demand_30d", "daily", "units", "sales",
       "units of the periods that ended within the last 30 days, each by its share of them"},
      {"price_elasticity_coefficient", "daily", "", "model",
       "change of units in percent for one percent of the regular price, posterior mean"},
      {"inventory_level", "daily", "units", "stock", "units on hand at the newest count"},
      {"seasonality_factor", "daily", "", "model", "units of the week priced for against an ordinary week"},
      {"customer_segment_willingness_to_pay", "daily", "currency", "experiments",
       "highest price that half of a lawful segment accepts; needs exposures"},
      {"conversion_rate_at_price_point", "hourly", "", "experiments",
       "share of visits at today's price that buy; needs exposures"},
      {"margin_percent", "daily", "%", "costs", "gross margin at today's price, net of VAT, at replacement cost"},
      {"days_since_last_price_change", "hourly", "days", "prices", "since the price in force began"},
  };
  return kTable;
}

} // namespace pricewright
