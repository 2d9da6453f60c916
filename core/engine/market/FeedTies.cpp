// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/market/FeedTies.h"

#include "base/Words.h"
#include "catalog/Rows.h"
#include "engine/market/MatchQueue.h"
#include "matching/Gtin.h"
#include "matching/MatchScore.h"

namespace pricewright {
namespace {

constexpr double kSameGtin = 0.95, kSameCode = 0.9; // how sure a suggestion is
constexpr double kLeastByPart = 0.5;                // below, too much else speaks against it

} // namespace

Status FeedTies::load(Workspace& w) {
  PW_TRY(const Catalog catalog, w.catalog().load());
  QHash<int, std::size_t> places; // of products with a part number
  for (const Listing& listing : catalog.listings) {
    const Sku* sku = catalog.sku(listing.skuNo);
    if (!sku)
      continue;
    m_listingsByCode[sku->code].push_back(listing.no);
    if (const std::optional<QString> gtin = worldwideGtin(sku->gtin))
      m_listingsByGtin[*gtin].push_back(listing.no);
    if (!sku->mpn.isEmpty() && !sku->brand.isEmpty())
      addNumbered(*sku, listing.no, places);
  }
  PW_TRY(m_competitors, Competitors::load(w.database()));
  PW_TRY(Query q, Query::prepare(w.database(), "SELECT no, competitor_no, external_code, listing_no, state FROM "
                                               "product_match WHERE ?1 IS NULL OR competitor_no = ?1"));
  q.bind(1, m_feed.competitorNo);
  return eachRow(q, [&]() -> Status {
    const std::optional<MatchState> state = matchStateFrom(q.text(4));
    if (!state)
      return damagedRow("product_match", QString::number(q.integer(0)), q.text(4));
    m_matches[{smallInteger(q, 1), q.text(2)}].push_back({smallInteger(q, 0), smallInteger(q, 3), *state});
    return {};
  });
}

void FeedTies::addNumbered(const Sku& sku, int listing, QHash<int, std::size_t>& places) {
  const auto known = places.constFind(sku.no);
  if (known != places.constEnd())
    return m_numbered[*known].second.push_back(listing);
  MatchProduct ours = ourProduct(sku);
  places.insert(sku.no, m_numbered.size());
  m_placesByPart[partNumber(ours.mpn)].push_back(m_numbered.size());
  m_numbered.emplace_back(std::move(ours), std::vector<int>{listing});
}

// What their product is known by from now on.
QString FeedTies::codeOf(const FeedItem& item) {
  for (const FeedField field : {FeedField::Id, FeedField::Url, FeedField::OurCode, FeedField::Gtin})
    if (!item[field].isEmpty())
      return item[field];
  return {};
}

void FeedTies::take(const FeedItem& item) {
  const QString& seller = item[FeedField::Seller];
  if (!m_feed.competitorNo && plainSeller(seller).isEmpty()) {
    ++m_into.asides[s("feed.no-seller")];
    return;
  }
  const int competitor = m_feed.competitorNo.value_or(m_competitors.find(seller).value_or(0));
  if (!tieByMatch(item, competitor) && !tieByOurs(item, competitor))
    ++m_into.unknown;
}

// By a match that is there. What somebody has rejected, or has yet to decide, is not decided here.
bool FeedTies::tieByMatch(const FeedItem& item, int competitor) {
  if (competitor == 0)
    return false;
  QSet<int> done;
  bool waits = false, rejected = false;
  for (const QString& code : {codeOf(item), item[FeedField::Url]}) {
    const auto found = m_matches.constFind({competitor, code});
    if (code.isEmpty() || found == m_matches.constEnd())
      continue;
    for (const Known& known : *found) {
      waits = waits || known.state == MatchState::Suggested, rejected = rejected || known.state == MatchState::Rejected;
      if (known.state != MatchState::Confirmed || done.contains(known.matchNo))
        continue;
      done.insert(known.matchNo);
      price(item, known.matchNo, 0, competitor);
    }
  }
  if (!done.isEmpty()) {
    ++m_into.tied;
    return true;
  }
  if (m_feed.trustsCodes && waits && !rejected && m_listingsByCode.contains(item[FeedField::OurCode]))
    return false; // the feed's own word decides what waits
  if (waits || rejected)
    ++m_into.asides[rejected ? s("feed.match-rejected") : s("feed.match-waiting")];
  return waits || rejected;
}

bool FeedTies::tieByOurs(const FeedItem& item, int competitor) {
  const auto byCode = m_listingsByCode.constFind(item[FeedField::OurCode]);
  const bool knowsCode = !item[FeedField::OurCode].isEmpty() && byCode != m_listingsByCode.constEnd();
  if (knowsCode && m_feed.trustsCodes) {
    for (const int listing : *byCode)
      confirm(item, competitor, listing);
    ++m_into.tied;
    return true;
  }
  const std::optional<QString> gtin = worldwideGtin(item[FeedField::Gtin]);
  const auto byGtin = gtin ? m_listingsByGtin.constFind(*gtin) : m_listingsByGtin.constEnd();
  bool found = true;
  if (byGtin != m_listingsByGtin.constEnd())
    for (const int listing : *byGtin)
      suggest(item, competitor, listing, {kSameGtin, {s("gtin")}});
  else if (knowsCode)
    for (const int listing : *byCode)
      suggest(item, competitor, listing, {kSameCode, {s("our-code")}});
  else
    found = suggestByPart(item, competitor);
  if (found)
    ++m_into.asides[s("feed.match-waiting")];
  return found;
}

// The same part number of the same brand.
bool FeedTies::suggestByPart(const FeedItem& item, int competitor) {
  MatchProduct product;
  product.title = item[FeedField::Title], product.brand = item[FeedField::Brand];
  product.gtin = item[FeedField::Gtin], product.mpn = item[FeedField::Mpn];
  if (product.brand.isEmpty() || product.mpn.isEmpty())
    return false;
  const QString part = partNumber(product.mpn);
  const auto places = m_placesByPart.constFind(part);
  if (part.isEmpty() || places == m_placesByPart.constEnd())
    return false;
  const MatchView theirs = matchView(product);
  bool found = false;
  for (const std::size_t place : *places) {
    const auto& [ours, listings] = m_numbered[place];
    const MatchScore score = scoreMatch(matchView(ours), theirs, {});
    if (score.reason != u"mpn-brand" || score.confidence < kLeastByPart)
      continue;
    for (const int listing : listings)
      suggest(item, competitor, listing, {score.confidence, evidenceOf(score), score.theirPacks, score.ourPacks});
    found = true;
  }
  return found;
}

void FeedTies::suggest(const FeedItem& item, int competitor, int listing, const Tie& why) {
  const std::pair<QString, int> key{plainSeller(item[FeedField::Seller]) + u'\n' + codeOf(item), listing};
  if (m_suggested.contains(key))
    return;
  m_suggested.insert(key);
  m_into.found.suggested.push_back({competitor, item[FeedField::Seller], listing, 0, codeOf(item),
                                    item[FeedField::Title], why.confidence, why.evidence, why.theirPacks,
                                    why.ourPacks});
}

void FeedTies::confirm(const FeedItem& item, int competitor, int listing) {
  const std::pair<QString, int> key{plainSeller(item[FeedField::Seller]) + u'\n' + codeOf(item), listing};
  auto made = m_made.constFind(key);
  if (made == m_made.constEnd()) {
    m_into.found.confirmed.push_back(
        {competitor, item[FeedField::Seller], listing, 0, codeOf(item), item[FeedField::Title], 1, {}, 1, 1});
    made = m_made.insert(key, m_into.found.confirmed.size() - 1);
  }
  price(item, 0, *made, competitor);
}

void FeedTies::price(const FeedItem& item, int matchNo, std::size_t tie, int competitor) {
  Offer o;
  o.matchNo = matchNo, o.competitorNo = competitor, o.sourceNo = m_feed.sourceNo;
  o.seller = competitor > 0 ? m_competitors.codeOf(competitor) : item[FeedField::Seller];
  o.observedAt = item.at(), o.price = item.price, o.shipping = item.shipping.value_or(Decimal());
  o.inStock = item.inStock.value_or(true);
  if (item.isUsed)
    o.state = OfferState::Quarantined, o.stateReason = s("feed.used");
  constexpr qsizetype kLongest = 1000;
  o.evidence =
      (s("feed:") + m_feed.code + u' ' + item[FeedField::Id] + u' ' + item[FeedField::Url]).simplified().left(kLongest);
  const std::pair<qint64, qint64> key{matchNo > 0 ? matchNo : -1 - qint64(tie), toMillis(o.observedAt)};
  if (const auto before = m_prices.constFind(key); before != m_prices.constEnd()) {
    if (!(*before == o.price))
      ++m_into.asides[s("feed.twice")];
    return;
  }
  m_prices.insert(key, o.price);
  m_into.found.prices.push_back({std::move(o), tie});
}

} // namespace pricewright
