// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/market/FeedRuns.h"
#include "market/Competitors.h"
#include "matching/MatchView.h"

#include <QHash>
#include <QSet>

namespace pricewright {

// Ties a feed's items to our products, one by one as they come. Internal to FeedRuns.
class FeedTies {
 public:
  FeedTies(const Feed& feed, PulledFeed& into) : m_feed(feed), m_into(into) {}
  Status load(Workspace& workspace);
  void take(const FeedItem& item);

 private:
  struct Known {
    int matchNo = 0, listingNo = 0;
    MatchState state = MatchState::Suggested;
  };
  using Key = std::pair<int, QString>; // competitor, external code

  static QString codeOf(const FeedItem& item);
  bool tieByMatch(const FeedItem& item, int competitor);
  bool tieByOurs(const FeedItem& item, int competitor);
  void addNumbered(const Sku& sku, int listing, QHash<int, std::size_t>& places);
  bool suggestByPart(const FeedItem& item, int competitor);
  struct Tie { // why it may be ours
    double confidence = 0;
    QStringList evidence;
    int theirPacks = 1, ourPacks = 1;
  };
  void suggest(const FeedItem& item, int competitor, int listing, const Tie& why);
  void confirm(const FeedItem& item, int competitor, int listing);
  void price(const FeedItem& item, int matchNo, std::size_t tie, int competitor);

  const Feed& m_feed;
  PulledFeed& m_into;
  QHash<Key, std::vector<Known>> m_matches;
  Competitors m_competitors;
  QHash<QString, std::vector<int>> m_listingsByCode, m_listingsByGtin;
  QHash<QString, std::vector<std::size_t>> m_placesByPart;           // in m_numbered
  std::vector<std::pair<MatchProduct, std::vector<int>>> m_numbered; // products with a part number, and their listings
  QHash<std::pair<QString, int>, std::size_t> m_made;                // seller and code, listing → place in confirmed
  QHash<std::pair<qint64, qint64>, Amount> m_prices;                 // match (or −1 − tie), time
  QSet<std::pair<QString, int>> m_suggested;
};

} // namespace pricewright
