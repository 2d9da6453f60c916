// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/planner/CaseBuilder.h"

#include "decision/PriceLimits.h"
#include "demand/PriceSlips.h"
#include "market/Reference.h"
#include "pipeline/features/FeatureBuilder.h"
#include "pipeline/guardrail/Guardrail.h"
#include "pipeline/planner/AlsoInForce.h"
#include "statistics/Random.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace pricewright {
namespace {

constexpr auto kWeek = std::chrono::hours(24 * 7);

template <class T> const T* find(const std::unordered_map<int, T>& map, int listingNo) {
  const auto found = map.find(listingNo);
  return found == map.end() ? nullptr : &found->second;
}

// A regular price that a file brought and that is about ten times, or a tenth of, the one before it, or what it sold at
// in most of its weeks, as a first price has none before it: nobody decided that.
bool priceSlipped(std::span<const PublishedPrice> history, std::span<const SalePoint> sales,
                  const PublishedPrice& now) {
  if (now.origin != PriceOrigin::Import && now.origin != PriceOrigin::Observed)
    return false;
  const PublishedPrice* before = nullptr;
  for (const PublishedPrice& p : history)
    if (p.type == PriceType::Regular && p.from < now.from && p.amount.sameCurrency(now.amount) && p.amount.minor() > 0)
      before = &p;
  if (before && isTenfold(now.amount.minor(), before->amount.minor()))
    return true;
  const std::optional<qint64> usual = usualPriceMicro(sales);
  return usual && isTenfold(now.amount.toDecimal().micros(), *usual);
}

class CaseFiller {
 public:
  CaseFiller(const World& world, const CaseSources& sources)
      : m_world(world), m_sources(sources), m_view(*sources.market->value) {
    if (!m_view.rates)
      return;
    const RateAge age = RateAge::of(world.settings);
    m_ratesTooOld = age.isTooOld(*m_view.rates, dayOf(world.now));
    m_ratesStale = dayOf(world.now) - m_view.rates->day() > age.fresh;
    m_rates = m_ratesTooOld ? nullptr : &*m_view.rates;
  }

  ListingCase fill(const Listing& listing, const Sku& sku, const PriceZone& zone) {
    ListingCase l;
    l.listingNo = listing.no;
    l.skuCode = sku.code;
    l.skuName = sku.name;
    l.zoneCode = zone.code;
    const Category* category = m_world.catalog.category(sku.categoryNo);
    l.categoryCode = category ? category->code : QString();
    l.role = sku.role;
    l.market = zone.market;
    l.grossPrices = zone.grossPrices;
    const std::optional<int> vat = m_world.catalog.vatBp(zone.market, sku.vatClass, dayOf(m_world.effective));
    l.vatBp = vat.value_or(0);
    l.minMinor = listing.minMinor;
    l.maxMinor = listing.maxMinor;
    l.mapMinor = listing.mapMinor;
    l.ladder = listing.ladder ? *listing.ladder : defaultLadder(zone.currency);
    fillPrices(l);
    fillCost(l, zone.currency);
    if (zone.grossPrices && !vat) { // what a gross price leaves cannot be told, so the cost cannot be compared with it
      l.cost.reset();
      l.costWhy = QStringLiteral("no-vat-rate");
    }
    fillMarket(l, zone.currency);
    fillStockAndSales(l);
    if (m_sources.demand)
      if (const auto* estimate = find(*m_sources.demand, listing.no))
        l.demand = **estimate;
    l.features = featuresOf(l);
    return l;
  }

  // The settings' amounts are the workspace's currency; another zone's label does not cost the same number.
  void fillAmounts(PricingCase& c, Currency into) const {
    const auto converted = [&](QStringView key) -> std::optional<double> {
      const double set = m_world.settings.real(key);
      if (set == 0 || into == m_world.catalog.currency)
        return set;
      const Amount amount{Decimal::fromMicros(std::llround(set * Decimal::kOne)), m_world.catalog.currency};
      const auto there = m_rates ? m_rates->convert(amount, into, Rounding::HalfEven)
                                 : Result<Amount>(fail(QStringLiteral("fx.no-rate")));
      return there ? std::optional(there->value.toDouble()) : std::nullopt;
    };
    const auto label = converted(u"optimizer.label-cost"), loss = converted(u"guardrail.expected-loss.amount");
    if (!label || !loss)
      c.amountsWhy = m_ratesTooOld ? QStringLiteral("no-fresh-rate") : QStringLiteral("no-rate");
    c.labelCost = label.value_or(0);
    c.expectedLossLimit = loss.value_or(0);
  }

 private:
  void fillPrices(ListingCase& l) const {
    if (const auto* price = find(m_world.regular, l.listingNo)) {
      l.current = price->amount;
      l.currentSince = price->from;
    }
    const auto history = m_world.historyOf(l.listingNo);
    l.history.assign(history.begin(), history.end());
    if (const auto* exception = find(m_world.exceptions, l.listingNo))
      l.marginException = *exception;
    fillPromotions(l);
    if (const auto* draw = find(m_world.draws, l.listingNo)) {
      l.drawnUntil = draw->until;
      l.drawnHolds =
          draw->chosenMinor != draw->preferredMinor && l.current.isValid() && l.current.minor() == draw->chosenMinor;
    }
    if (const auto* test = find(m_world.underTest, l.listingNo))
      l.underTest = *test;
    const auto* price = find(m_world.regular, l.listingNo);
    if (price && priceSlipped(history, m_world.salesOf(l.listingNo), *price))
      l.anomalies << QStringLiteral("price-slip");
  }

  void fillPromotions(ListingCase& l) const {
    const Day day = dayOf(m_world.effective);
    std::span<const Promotion> calendar;
    if (const auto* promotions = find(m_world.promotions, l.listingNo))
      calendar = *promotions;
    l.onPromotion =
        std::any_of(calendar.begin(), calendar.end(), [&](const Promotion& p) { return p.from <= day && day <= p.to; });
    if (!isEuropeanMarket(l.market) || !l.current.isValid())
      return;
    const auto days = std::chrono::days(m_world.settings.integer(u"guardrail.prior-price.days"));
    l.alsoInForce =
        promotionPrices(calendar, m_world.salesOf(l.listingNo), l.current, m_world.effective - days, m_world.effective);
    for (PublishedPrice& p : l.alsoInForce)
      p.listingNo = l.listingNo;
    if (const auto* others = find(m_world.otherChannels, l.listingNo))
      l.alsoInForce.insert(l.alsoInForce.end(), others->begin(), others->end());
  }

  void fillCost(ListingCase& l, Currency into) const {
    const auto* cost = find(m_world.cost, l.listingNo);
    l.costWhy = QStringLiteral("missing");
    if (!cost)
      return;
    l.costFrom = cost->from;
    if (cost->amount.value.micros() <= 0) {
      l.costWhy = QStringLiteral("not-positive");
      return;
    }
    Amount amount = cost->amount;
    if (amount.currency != into) {
      const auto converted = m_rates ? m_rates->convert(amount, into, Rounding::HalfEven)
                                     : Result<Amount>(fail(QStringLiteral("fx.no-rate")));
      if (!converted) {
        l.costWhy = m_ratesTooOld ? QStringLiteral("no-fresh-rate") : QStringLiteral("no-rate");
        return;
      }
      amount = *converted;
      if (m_ratesStale)
        l.staleInputs << QStringLiteral("fx");
    }
    l.cost = amount;
    l.costWhy.clear();
    if (const CostDoubt* doubt = find(m_world.costNews.doubts, l.listingNo); doubt && *doubt != CostDoubt::None)
      l.anomalies << (*doubt == CostDoubt::Slip ? QStringLiteral("cost-slip") : QStringLiteral("cost-jump"));
    if (dayOf(m_world.now) - cost->from > std::chrono::days(m_world.settings.integer(u"monitor.cost-freshness.days")))
      l.staleInputs << QStringLiteral("cost");
  }

  // Live and cached views are read as of now; a stale one as of its own moment, so that people see what was last known,
  // and marked, so that no rule takes it for fresh.
  void fillMarket(ListingCase& l, Currency into) const {
    const auto offers = m_view.of(l.listingNo);
    const SourceState state = m_sources.market->state;
    const Instant at = state == SourceState::Stale ? m_view.at : m_world.now;
    l.reference = competitorReference(offers, m_view.sources, into, m_rates, at);
    l.referenceWeekAgo = competitorReference(offers, m_view.sources, into, m_rates, at - kWeek).median;
    if (m_ratesStale && !l.staleInputs.contains(u"fx") && countsConverted(l.reference, offers, into))
      l.staleInputs << QStringLiteral("fx");
    l.undercutsWithin7Days = countUndercuts(l.history, offers, at);
    l.competitorState = QStringLiteral("none");
    if (!offers.empty())
      l.competitorState = l.reference.sellers == 0 && l.reference.stale > 0 ? sourceStateName(SourceState::Stale)
                                                                            : sourceStateName(state);
    if (state == SourceState::Fallback || l.competitorState == sourceStateName(SourceState::Stale))
      l.staleInputs << QStringLiteral("competitor");
    for (const Offer& offer : offers) {
      const auto source = m_view.sources.constFind(offer.sourceNo);
      const bool current = source != m_view.sources.constEnd() && at - offer.observedAt <= source->freshness;
      if (current && offer.state == OfferState::Quarantined && !l.anomalies.contains(offer.stateReason))
        l.anomalies << offer.stateReason;
    }
    if (isFar(l.reference.median, l.current))
      l.anomalies << QStringLiteral("reference-far");
  }

  // Newcomers have no history to be held against; what is this far from our own price is another unit or a slip.
  static bool isFar(const std::optional<Amount>& reference, const Money& own) {
    if (!reference || !own.isValid() || reference->currency != own.currency())
      return false;
    const qint64 theirs = reference->value.micros(), ours = own.toDecimal().micros();
    return compareProducts(theirs, 1, ours, 5) > 0 || compareProducts(theirs, 5, ours, 1) < 0;
  }

  static bool countsConverted(const CompetitorReference& reference, std::span<const Offer> offers, Currency into) {
    return std::any_of(offers.begin(), offers.end(), [&](const Offer& o) {
      return o.price.currency != into &&
             std::find(reference.offerNos.begin(), reference.offerNos.end(), o.no) != reference.offerNos.end();
    });
  }

  void fillStockAndSales(ListingCase& l) const {
    const auto limit = std::chrono::days(m_world.settings.integer(u"monitor.sales-freshness.days"));
    const Day today = dayOf(m_world.now);
    if (const auto* stock = find(m_world.stock, l.listingNo)) {
      l.stockMilli = stock->onHandMilli;
      if (today - stock->day > limit)
        l.staleInputs << QStringLiteral("stock");
    }
    const auto sales = m_world.salesOf(l.listingNo);
    if (!sales.empty() && today - fromDayNumber(sales.back().day + sales.back().days) > limit)
      l.staleInputs << QStringLiteral("sales");
  }

  std::vector<Feature> featuresOf(const ListingCase& l) const {
    const auto offers = m_view.of(l.listingNo);
    std::vector<Offer> byTime(offers.begin(), offers.end());
    std::stable_sort(byTime.begin(), byTime.end(),
                     [](const Offer& a, const Offer& b) { return a.observedAt < b.observedAt; });
    FeatureInputs in;
    in.now = m_world.now;
    in.listing = &l;
    in.offers = byTime;
    in.sources = &m_view.sources;
    in.rates = m_rates;
    in.sales = m_world.salesOf(l.listingNo);
    if (const auto* stock = find(m_world.stock, l.listingNo))
      in.stock = *stock;
    return buildFeatures(in);
  }

  const World& m_world;
  const CaseSources& m_sources;
  const MarketView& m_view;
  const FxRates* m_rates = nullptr; // none, or too old to convert anything: null
  bool m_ratesStale = false, m_ratesTooOld = false;
};

} // namespace

std::vector<CaseGroup> groupListings(const World& world, int* withoutPrice) {
  std::map<std::pair<int, int>, CaseGroup> groups;
  for (const Listing& listing : world.catalog.listings) {
    const Sku* sku = world.catalog.sku(listing.skuNo);
    const PriceZone* zone = world.catalog.zone(listing.zoneNo);
    const auto* price = find(world.regular, listing.no);
    if (!sku || !zone)
      continue;
    if (!price || price->amount.minor() <= 0 || price->amount.currency() != zone->currency) {
      ++*withoutPrice;
      continue;
    }
    CaseGroup& group = groups[{sku->categoryNo, zone->no}];
    group.categoryNo = sku->categoryNo;
    group.zoneNo = zone->no;
    group.listings.push_back(&listing);
  }
  std::vector<CaseGroup> ordered;
  for (auto& [key, group] : groups)
    ordered.push_back(std::move(group));
  return ordered;
}

PricingCase buildCase(const World& world, const CaseSources& sources, const CaseGroup& group) {
  PricingCase c;
  const Category* category = world.catalog.category(group.categoryNo);
  const PriceZone* zone = world.catalog.zone(group.zoneNo);
  if (const auto band = world.autoBands.find(group.categoryNo); band != world.autoBands.end())
    c.autoBandBp = band->second;
  c.key = (category ? category->code : QString()) + u'|' + zone->code;
  c.timeZone = zone->timeZone;
  c.seed = Random::seedFrom(sources.seed, c.key.toStdString());
  c.now = world.now;
  c.effective = world.effective;
  c.settings = world.settings;
  c.modelVersion = sources.modelVersion;
  c.modelFailure = sources.modelFailure;
  c.rules = world.rules;
  c.rulesVersion = world.rulesVersion;
  c.guardrailsVersion = guardrailsVersion();
  CaseFiller filler(world, sources);
  filler.fillAmounts(c, zone->currency);
  for (const Listing* listing : group.listings)
    c.listings.push_back(filler.fill(*listing, *world.catalog.sku(listing->skuNo), *zone));
  return c;
}

} // namespace pricewright
