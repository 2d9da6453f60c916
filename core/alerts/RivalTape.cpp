// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/RivalTape.h"

#include <cmath>
#include <limits>
#include <tuple>

namespace pricewright {
namespace {

constexpr double kFullWeight = 1e6;

RivalTape::Place placeFrom(const Catalog& catalog, const Listing& listing) {
  RivalTape::Place p;
  p.no = listing.no;
  if (const Sku* sku = catalog.sku(listing.skuNo))
    p.categoryNo = sku->categoryNo, p.role = sku->role, p.sku = sku->code, p.product = sku->name;
  if (const PriceZone* zone = catalog.zone(listing.zoneNo))
    p.zone = zone->code, p.currency = zone->currency;
  return p;
}

} // namespace

RivalTape::RivalTape(const Catalog& catalog, const QHash<int, Source>& sources, std::vector<Competitor> competitors,
                     RatesOn rates)
    : m_categories(catalog.categories), m_competitors(std::move(competitors)), m_rates(std::move(rates)) {
  for (const Listing& listing : catalog.listings) {
    m_placeOf.insert(listing.no, int(m_places.size()));
    m_places.push_back(placeFrom(catalog, listing));
  }
  for (const Source& source : sources)
    m_sources.push_back(source);
  std::sort(m_sources.begin(), m_sources.end(), [](const Source& a, const Source& b) { return a.no < b.no; });
  for (std::size_t i = 0; i < m_sources.size(); ++i) {
    m_sourceOf.insert(m_sources[i].no, int(i));
    m_longestHold = std::max(m_longestHold, holdOf(m_sources[i]));
  }
  for (const Channel& channel : catalog.channels)
    if (m_firstChannel == 0 || channel.no < m_firstChannel)
      m_firstChannel = channel.no;
}

std::optional<int> RivalTape::placeOf(int listingNo) const {
  const auto found = m_placeOf.constFind(listingNo);
  return found == m_placeOf.cend() ? std::nullopt : std::optional(*found);
}

QString RivalTape::competitorName(int no) const {
  for (const Competitor& c : m_competitors)
    if (c.no == no)
      return c.name.isEmpty() ? c.code : c.name;
  return {};
}

int RivalTape::standOf(const Offer& o, int place) {
  const qint64 match = qint64(o.matchNo) << 32 | quint32(o.listingNo);
  Last& last = m_lastOf[match];
  if (last.stand > 0 && last.seller == o.seller)
    return last.stand - 1;
  const QString seller = rivalSellerKey(o);
  const QString key = QStringLiteral("%1|%2|").arg(o.listingNo).arg(o.matchNo) + seller;
  const auto found = m_standOf.constFind(key);
  int stand = int(m_stands.size());
  if (found != m_standOf.cend()) {
    stand = *found;
  } else {
    m_standOf.insert(key, stand);
    const auto number = m_sellerOf.constFind(seller);
    const int sellerNo = number == m_sellerOf.cend() ? int(m_sellerOf.size()) + 1 : *number;
    m_sellerOf.insert(seller, sellerNo);
    m_stands.push_back({place, o.competitorNo, o.matchNo, sellerNo, o.seller, key});
  }
  last = {o.seller, stand + 1};
  return stand;
}

void RivalTape::add(const Offer& o) {
  const auto place = m_placeOf.constFind(o.listingNo);
  const auto source = m_sourceOf.constFind(o.sourceNo);
  if (place == m_placeOf.cend() || source == m_sourceOf.cend() || !countsAsOffer(o, &m_sources[std::size_t(*source)]))
    return;
  Sight sight;
  sight.at = o.observedAt, sight.offerNo = o.no, sight.source = *source;
  sight.currency = o.price.currency, sight.inStock = o.inStock;
  sight.price = o.price.value.micros();
  const qint64 shipping = o.shipping.micros(), most = std::numeric_limits<qint64>::max();
  sight.delivered = sight.price > most - shipping ? most : sight.price + shipping;
  const Currency into = m_places[std::size_t(*place)].currency;
  const FxRates* rates = o.price.currency != into && m_rates ? m_rates(dayOf(o.observedAt)) : nullptr;
  if (const std::optional<Amount> comparable = comparablePrice(o, into, rates))
    sight.comparable = comparable->value.micros();
  sight.stand = standOf(o, *place);
  m_sights.push_back(sight);
}

void RivalTape::addOwn(const PublishedPrice& price) {
  const auto place = m_placeOf.constFind(price.listingNo);
  if (place == m_placeOf.cend() || price.type != PriceType::Regular || price.channelNo != m_firstChannel ||
      price.amount.currency() != m_places[std::size_t(*place)].currency || price.amount.minor() <= 0)
    return;
  m_own.push_back({price.from, *place, price.amount.toDecimal().micros()});
  if (price.to)
    m_own.push_back({*price.to, *place, 0});
}

void RivalTape::weigh(const QHash<int, double>& revenueOf) {
  double most = 0;
  for (const double revenue : revenueOf)
    if (std::isfinite(revenue))
      most = std::max(most, revenue);
  for (Place& p : m_places) {
    const double revenue = revenueOf.value(p.no, 0);
    p.weight = most > 0 && std::isfinite(revenue) && revenue > 0 ? std::llround(kFullWeight * revenue / most) : 0;
  }
}

void RivalTape::sort() {
  std::sort(m_sights.begin(), m_sights.end(), [](const Sight& a, const Sight& b) {
    return std::tuple(a.at, a.offerNo, a.stand, a.source, a.delivered, a.inStock) <
           std::tuple(b.at, b.offerNo, b.stand, b.source, b.delivered, b.inStock);
  });
  // At one moment the end of a price comes before the beginning of the next.
  std::sort(m_own.begin(), m_own.end(), [](const OwnPrice& a, const OwnPrice& b) {
    return std::tuple(a.at, a.place, a.micros) < std::tuple(b.at, b.place, b.micros);
  });
}

} // namespace pricewright
