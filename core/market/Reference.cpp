// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/Reference.h"

#include <map>
#include <set>
#include <tuple>

namespace pricewright {
namespace {

struct Candidate {
  const Offer* offer = nullptr;
  qint64 micros = 0; // delivered, for our content, in our currency
};

// A seller by name wherever he sells; without a name, the competitor stands for him.
QString sellerKey(const Offer& offer) {
  const QString name = offer.seller.simplified().toCaseFolded();
  return name.isEmpty() ? QStringLiteral("\n%1").arg(offer.competitorNo) : name;
}

// Total order by age, so that the result does not depend on the order of the input: equal moments are settled by
// number, and equal numbers (offers not yet stored) by content.
bool isNewer(const Offer& a, const Offer& b) {
  const auto rank = [](const Offer& o) {
    return std::tuple(o.observedAt, o.no, o.sourceNo, o.inStock, o.price.value, o.shipping, o.price.currency,
                      o.theirPacks, o.ourPacks, o.matchNo);
  };
  return rank(a) > rank(b);
}

bool isObservation(const Offer& offer, const Source* source) {
  return source && source->publicData && offer.match == MatchState::Confirmed && offer.state == OfferState::Accepted &&
         offer.price.value.micros() > 0 && offer.shipping.micros() >= 0 && offer.theirPacks > 0 && offer.ourPacks > 0 &&
         offer.price.currency.isValid();
}

bool isStale(const Offer& offer, const Source& source, Instant now) {
  constexpr Duration kLongest = std::chrono::hours(24 * 365 * 1000);
  return offer.observedAt < now - std::clamp(source.freshness, Duration(0), kLongest);
}

std::optional<Amount> converted(const Amount& amount, Currency into, const FxRates* rates) {
  if (amount.currency == into)
    return amount;
  if (!rates)
    return std::nullopt;
  const Result<Amount> result = rates->convert(amount, into, Rounding::HalfEven);
  return result ? std::optional(*result) : std::nullopt;
}

// Their product holds theirPacks/ourPacks of ours, so what they ask for our content is price × ourPacks/theirPacks:
// a six-pack against our single piece costs a sixth.
std::optional<qint64> perOurContent(const Offer& offer, Currency into, const FxRates* rates) {
  const qint64 price = offer.price.value.micros(), shipping = offer.shipping.micros();
  if (price > std::numeric_limits<qint64>::max() - shipping)
    return std::nullopt;
  const Amount delivered{Decimal::fromMicros(price + shipping), offer.price.currency};
  const std::optional<Amount> ours = converted(delivered, into, rates);
  if (!ours)
    return std::nullopt;
  const Result<qint64> micros = mulDiv(ours->value.micros(), offer.ourPacks, offer.theirPacks, Rounding::HalfEven);
  return micros && *micros > 0 ? std::optional(*micros) : std::nullopt;
}

// The newest observation of each seller's each product.
using Key = std::pair<QString, int>;
std::map<Key, const Offer*> newestObservations(std::span<const Offer> offers, const QHash<int, Source>& sources,
                                               Instant now, CompetitorReference& result, bool& any) {
  std::map<Key, const Offer*> newest;
  for (const Offer& offer : offers) {
    if (offer.observedAt > now)
      continue;
    any = true;
    const auto source = sources.constFind(offer.sourceNo);
    if (!isObservation(offer, source == sources.cend() ? nullptr : &*source)) {
      ++result.excluded;
      continue;
    }
    const Offer*& slot = newest[{sellerKey(offer), offer.matchNo}];
    if (!slot || isNewer(offer, *slot))
      slot = &offer;
  }
  return newest;
}

void fillFrom(std::vector<Candidate>& counted, Currency into, CompetitorReference& result) {
  result.sellers = static_cast<int>(counted.size());
  for (const Candidate& c : counted) {
    result.offerNos.push_back(c.offer->no);
    if (!result.oldest || c.offer->observedAt < *result.oldest)
      result.oldest = c.offer->observedAt;
  }
  std::sort(result.offerNos.begin(), result.offerNos.end());
  if (counted.size() < 2)
    return;
  std::sort(counted.begin(), counted.end(), [](const Candidate& a, const Candidate& b) { return a.micros < b.micros; });
  const auto amount = [into](qint64 micros) { return Amount{Decimal::fromMicros(micros), into}; };
  const std::size_t middle = counted.size() / 2;
  const bool odd = counted.size() % 2 != 0;
  result.median =
      amount(odd ? counted[middle].micros : middleAmount(counted[middle - 1].micros, counted[middle].micros));
  result.lowest = amount(counted.front().micros);
  result.highest = amount(counted.back().micros);
}

} // namespace

qint64 middleAmount(qint64 a, qint64 b) {
  const qint64 floor = a / 2 + b / 2 + (a & b & 1);
  const bool half = ((a ^ b) & 1) != 0;
  return half && floor % 2 != 0 ? floor + 1 : floor;
}

CompetitorReference competitorReference(std::span<const Offer> offers, const QHash<int, Source>& sources, Currency into,
                                        const FxRates* rates, Instant now) {
  CompetitorReference result;
  bool any = false;
  const std::map<Key, const Offer*> newest = newestObservations(offers, sources, now, result, any);
  std::map<QString, Candidate> bySeller;
  std::set<QString> withoutRate;
  for (const auto& [key, offer] : newest) {
    if (isStale(*offer, *sources.constFind(offer->sourceNo), now)) {
      ++result.stale;
      continue;
    }
    const std::optional<qint64> micros = offer->inStock ? perOurContent(*offer, into, rates) : std::nullopt;
    if (!micros) {
      ++result.excluded;
      if (offer->inStock && !converted(offer->price, into, rates))
        withoutRate.insert(key.first);
      continue;
    }
    Candidate& slot = bySeller[key.first];
    if (!slot.offer || isNewer(*offer, *slot.offer))
      slot = {offer, *micros};
  }
  std::vector<Candidate> counted;
  for (const auto& [seller, candidate] : bySeller) {
    counted.push_back(candidate);
    withoutRate.erase(seller);
  }
  fillFrom(counted, into, result);
  if (result.median)
    return result;
  const bool rateWouldDo = !withoutRate.empty() && counted.size() + withoutRate.size() >= 2;
  result.why = !any          ? QStringLiteral("no-offers")
               : rateWouldDo ? QStringLiteral("no-rate")
                             : QStringLiteral("too-few-sellers");
  return result;
}

std::optional<Amount> comparablePrice(const Offer& offer, Currency into, const FxRates* rates) {
  const bool sound = offer.price.value.micros() > 0 && offer.shipping.micros() >= 0 && offer.theirPacks > 0 &&
                     offer.ourPacks > 0 && offer.price.currency.isValid();
  const std::optional<qint64> micros = sound ? perOurContent(offer, into, rates) : std::nullopt;
  return micros ? std::optional(Amount{Decimal::fromMicros(*micros), into}) : std::nullopt;
}

std::optional<Amount> competitorMean(const CompetitorReference& reference, std::span<const Offer> offers, Currency into,
                                     const FxRates* rates) {
  if (!reference.median)
    return std::nullopt;
  qint64 sum = 0, count = 0;
  for (const Offer& offer : offers) {
    if (!std::binary_search(reference.offerNos.begin(), reference.offerNos.end(), offer.no))
      continue;
    const std::optional<qint64> micros = perOurContent(offer, into, rates);
    if (!micros || *micros > std::numeric_limits<qint64>::max() - sum)
      return std::nullopt;
    sum += *micros;
    ++count;
  }
  const Result<qint64> mean = mulDiv(sum, 1, count, Rounding::HalfEven);
  return mean ? std::optional(Amount{Decimal::fromMicros(*mean), into}) : std::nullopt;
}

} // namespace pricewright
