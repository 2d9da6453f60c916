// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/market/RivalPrices.h"

#include <map>

namespace pricewright {
namespace {

constexpr Duration kLongestFreshness = std::chrono::hours(24 * 92); // older offers count for nobody's price

Duration freshnessOf(const Offer& offer, const QHash<int, Source>& sources) {
  const auto source = sources.constFind(offer.sourceNo);
  return source == sources.cend() ? Duration(0) : std::clamp(source->freshness, Duration(0), kLongestFreshness);
}

OfferUse useOf(const Offer& o, const Source* source, const CompetitorReference& reference, bool comparable,
               Instant now) {
  if (std::binary_search(reference.offerNos.begin(), reference.offerNos.end(), o.no))
    return OfferUse::Used;
  if (!source || !source->publicData)
    return OfferUse::NotPublic;
  if (o.match != MatchState::Confirmed)
    return OfferUse::Unconfirmed;
  if (o.state == OfferState::Quarantined)
    return OfferUse::Quarantined;
  if (o.state == OfferState::Rejected)
    return OfferUse::Rejected;
  if (o.observedAt < now - source->freshness)
    return OfferUse::Stale;
  if (!o.inStock)
    return OfferUse::SoldOut;
  return comparable ? OfferUse::OneOfSeveral : OfferUse::NoRate;
}

} // namespace

std::vector<RivalPoint> rivalPoints(std::vector<Offer> offers, const QHash<int, Source>& sources, Currency into,
                                    const RatesOfDay& rates, Instant since, Instant now) {
  std::erase_if(offers, [now](const Offer& o) { return o.observedAt > now; });
  std::stable_sort(offers.begin(), offers.end(),
                   [](const Offer& a, const Offer& b) { return a.observedAt < b.observedAt; });
  Duration longest{};
  for (const Offer& o : offers)
    longest = std::max(longest, freshnessOf(o, sources));
  std::vector<RivalPoint> points;
  std::size_t first = 0; // the oldest offer that may still count
  for (std::size_t i = 0; i < offers.size(); ++i) {
    const Instant at = offers[i].observedAt;
    if (i + 1 < offers.size() && dayOf(offers[i + 1].observedAt) == dayOf(at))
      continue;
    while (offers[first].observedAt < at - longest)
      ++first;
    if (at < since)
      continue;
    const std::span<const Offer> window(offers.data() + first, i + 1 - first);
    const bool foreign =
        std::any_of(window.begin(), window.end(), [into](const Offer& o) { return o.price.currency != into; });
    const CompetitorReference r = competitorReference(window, sources, into, foreign ? rates(dayOf(at)) : nullptr, at);
    points.push_back({at, at + longest, r.median, r.lowest, r.highest, r.sellers});
  }
  // A feed that comes every day at about the same time is no gap: the next point may be late by half as much again.
  for (std::size_t i = 0; i < points.size(); ++i) {
    const Instant next = i + 1 < points.size() ? points[i + 1].at : now;
    const bool last = i + 1 == points.size();
    if (next <= points[i].until || (!last && next - points[i].at <= longest * 3 / 2))
      points[i].until = next;
  }
  return points;
}

std::vector<OfferLine> offerLines(std::span<const Offer> offers, const QHash<int, Source>& sources,
                                  std::span<const Competitor> competitors, const CompetitorReference& reference,
                                  Currency into, const FxRates* rates, Instant now) {
  std::map<std::pair<int, QString>, const Offer*> newest;
  for (const Offer& o : offers) {
    if (o.observedAt > now)
      continue;
    const Offer*& slot = newest[{o.matchNo, o.seller}];
    if (!slot || std::pair(o.observedAt, o.no) > std::pair(slot->observedAt, slot->no))
      slot = &o;
  }
  // What counted is told even where something newer has been observed since.
  std::vector<const Offer*> told;
  for (const auto& [key, offer] : newest)
    told.push_back(offer);
  for (const Offer& o : offers)
    if (std::binary_search(reference.offerNos.begin(), reference.offerNos.end(), o.no) &&
        std::find(told.begin(), told.end(), &o) == told.end())
      told.push_back(&o);
  std::vector<OfferLine> lines;
  for (const Offer* o : told) {
    const auto found = sources.constFind(o->sourceNo);
    const Source* source = found == sources.cend() ? nullptr : &*found;
    OfferLine line{o->no, {}, o->seller,      {},         {}, o->observedAt, {}, o->price, o->shipping,
                   {},    {}, o->stateReason, o->evidence};
    for (const Competitor& c : competitors)
      if (c.no == o->competitorNo)
        line.competitor = c.name.isEmpty() ? c.code : c.name;
    if (source) {
      line.source = source->name.isEmpty() ? source->code : source->name;
      line.sourceKind = source->kind;
      line.freshness = source->freshness;
    }
    line.comparable = comparablePrice(*o, into, rates);
    line.use = useOf(*o, source, reference, line.comparable.has_value(), now);
    lines.push_back(std::move(line));
  }
  std::stable_sort(lines.begin(), lines.end(), [](const OfferLine& a, const OfferLine& b) {
    const bool usedA = a.use == OfferUse::Used, usedB = b.use == OfferUse::Used;
    return usedA != usedB ? usedA : a.observedAt > b.observedAt;
  });
  return lines;
}

} // namespace pricewright
