// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/monitor/OfferLevels.h"

#include <algorithm>
#include <cmath>

namespace pricewright {
namespace {

const double kOneLevel = std::log(3.0); // prices that may be of the same product
constexpr Duration kVotes = std::chrono::hours(24 * 30);
constexpr Duration kNewsFor = std::chrono::hours(24 * 3);
constexpr std::size_t kStandingOffers = 3;

bool isVoice(const Offer& o) { return mayBeRight(o) && o.price.currency.isValid() && logOfPrice(o); }

SellerLevel levelIn(std::span<const Offer> offers, Currency currency, Instant now) {
  std::vector<std::pair<double, const Offer*>> logs, all; // of the last 30 days; all of them, in time order
  for (const Offer& o : offers)
    if (isVoice(o) && o.price.currency == currency) {
      all.emplace_back(*logOfPrice(o), &o);
      if (now - o.observedAt <= kVotes)
        logs.push_back(all.back());
    }
  std::sort(logs.begin(), logs.end());
  auto middle = logs[(logs.size() - 1) / 2];
  if (const auto& other = logs[logs.size() / 2]; other.second->observedAt < middle.second->observedAt)
    middle = other;
  SellerLevel out{currency,       middle.first,           middle.second->observedAt, middle.second->observedAt,
                  Instant::max(), middle.second->sourceNo};
  std::size_t count = 0;
  for (const auto& [log, offer] : all) {
    if (std::abs(log - out.log) >= kOneLevel)
      continue;
    if (++count == 1)
      out.since = offer->observedAt;
    if (count == kStandingOffers) {
      out.standing = std::max(offer->observedAt, out.since + kNewsFor);
      break;
    }
  }
  return out;
}

// One source's sellers, as they stand to a price.
struct SourceVoice {
  int sourceNo = 0, near = 0, slips = 0;
};
SourceVoice& voiceOf(std::vector<SourceVoice>& voices, int sourceNo) {
  for (SourceVoice& v : voices)
    if (v.sourceNo == sourceNo)
      return v;
  return voices.emplace_back(SourceVoice{sourceNo});
}

} // namespace

bool isHeldByOthers(const Offer& o) {
  return o.state == OfferState::Quarantined && (o.stateReason == u"factor-slip" || o.stateReason == u"far-from-ours");
}

bool mayBeRight(const Offer& o) {
  return o.state == OfferState::Accepted || isHeldByOthers(o) ||
         (o.state == OfferState::Quarantined && (o.stateReason == u"currency-flip" || o.stateReason == u"price-jump"));
}

std::optional<double> logOfPrice(const Offer& o) {
  const double price = o.price.value.toDouble() + o.shipping.toDouble();
  if (!(price > 0) || o.theirPacks <= 0 || o.ourPacks <= 0)
    return std::nullopt;
  return std::log(price * o.ourPacks / o.theirPacks);
}

bool isLevelSlip(double logRatio, std::initializer_list<double> factors) {
  return std::any_of(factors.begin(), factors.end(),
                     [&](double f) { return std::abs(std::abs(logRatio) - std::log(f)) <= kLevelSlipTolerance; });
}

const SellerLevel* SellerSeries::in(Currency currency) const {
  const auto found =
      std::find_if(levels.begin(), levels.end(), [&](const SellerLevel& l) { return l.currency == currency; });
  return found == levels.end() ? nullptr : &*found;
}

std::vector<SellerLevel> levelsOf(std::span<const Offer> offers, Instant now) {
  std::vector<SellerLevel> out;
  for (const Offer& o : offers) {
    const bool isKnown =
        std::any_of(out.begin(), out.end(), [&](const SellerLevel& l) { return l.currency == o.price.currency; });
    if (!isKnown && isVoice(o) && now - o.observedAt <= kVotes)
      out.push_back(levelIn(offers, o.price.currency, now));
  }
  return out;
}

Voices voicesAbout(std::span<const SellerSeries> all, std::size_t self, const SellerLevel& price) {
  Voices out;
  std::vector<SourceVoice> voices{{price.sourceNo, 1, 0}};
  out.nearSince = price.at;
  if (const SellerLevel* own = all[self].in(price.currency); own && std::abs(own->log - price.log) < kOneLevel)
    out.nearSince = std::min(price.at, own->since), out.nearStanding = own->standing;
  for (std::size_t s = 0; s < all.size(); ++s) {
    const SellerLevel* level = s == self ? nullptr : all[s].in(price.currency);
    if (!level || !level->votes)
      continue;
    if (isLevelSlip(level->log - price.log, {10, 100})) {
      ++voiceOf(voices, level->sourceNo).slips;
      out.slipsSince = std::min(out.slipsSince, level->since);
      out.slipsStanding = std::min(out.slipsStanding, level->standing);
    } else if (std::abs(level->log - price.log) < kOneLevel) {
      ++voiceOf(voices, level->sourceNo).near;
      out.nearSince = std::min(out.nearSince, level->since);
      out.nearStanding = std::min(out.nearStanding, level->standing);
    }
  }
  for (const SourceVoice& v : voices)
    out.near += v.near > 0 && v.near >= v.slips, out.slips += v.slips > 0 && v.slips >= v.near;
  return out;
}

int sourcesElsewhere(std::span<const SellerSeries> all, std::size_t self, const SellerLevel& price) {
  std::vector<int> sources;
  for (std::size_t s = 0; s < all.size(); ++s)
    if (const SellerLevel* other = s == self ? nullptr : all[s].in(price.currency))
      if (other->sourceNo != price.sourceNo && std::abs(other->log - price.log) < kOneLevel &&
          std::find(sources.begin(), sources.end(), other->sourceNo) == sources.end())
        sources.push_back(other->sourceNo);
  return int(sources.size());
}

} // namespace pricewright
