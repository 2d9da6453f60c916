// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pipeline/monitor/MarketWatch.h"
#include "pipeline/monitor/PageDoubts.h"

#include <map>

namespace pricewright {

// What an answer says of its page: the offer, or why there is none; counted in the round's report. `competitors` by
// number. All that it is given outlives it.
class LookReader {
 public:
  LookReader(const SiteStore& store, const WatchWish& wish, const std::map<int, Competitor>& competitors,
             WatchReport& report);
  void take(SiteStore::Found& found, const Site& site, const FetchAnswer& answer);
  bool isWorthAnother(const Watch& watch, const Site& site, int attempts, const FetchAnswer& answer);

 private:
  void unchanged(SiteStore::Found& found, const Site& site);
  void read(SiteStore::Found& found, const Site& site, const FetchAnswer& answer);
  ProductPage read(int watchNo, const QString& url, const FetchAnswer& answer, const Site& site);
  void judge(SiteStore::Found& found, const Site& site, const ProductPage& page);
  ExpectedPage expectedOf(const Watch& watch) const;
  void offer(SiteStore::Found& found, const Site& site, const OfferReading& reading);

  const SiteStore& m_store;
  const WatchWish& m_wish;
  const std::map<int, Competitor>& m_competitors;
  WatchReport& m_report;
  std::map<int, ProductPage> m_read; // by watch: read, but not judged yet
};

} // namespace pricewright
