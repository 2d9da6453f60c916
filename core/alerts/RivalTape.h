// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "alerts/RivalMove.h"
#include "catalog/Catalog.h"

namespace pricewright {

// Everything that alerts look at, in the order of time and small: what competitors asked, what we asked, and what the
// numbers stand for. A RivalView plays it up to a moment and knows nothing of what comes later.
class RivalTape {
 public:
  struct Place { // a listing of ours
    int no = 0, categoryNo = 0;
    SkuRole role = SkuRole::Background;
    QString sku, product, zone;
    Currency currency;
    qint64 weight = 0; // of its revenue among all, 0 … 1,000,000
  };
  struct Stand { // one product at one seller, against one listing
    int place = 0, competitorNo = 0, matchNo = 0;
    int sellerNo = 0; // the same for all that rivalSellerKey() takes for one
    QString seller;
    QString key; // the same whatever else is on the tape: "listing|match|seller"
  };
  struct Sight { // one accepted offer
    Instant at{};
    qint64 offerNo = 0;
    qint64 price = 0, delivered = 0, comparable = 0; // micros; comparable: for our content, in our currency, or 0
    int stand = 0;
    int source = 0; // place in sources()
    Currency currency;
    bool inStock = true;
  };
  struct OwnPrice {
    Instant at{};
    int place = 0;
    qint64 micros = 0; // of the zone's currency; 0: none any more
  };

  // What an offer in another currency comes to in ours, it comes to at the rate of the day on which it was seen: a
  // price has not moved because a rate has.
  RivalTape(const Catalog& catalog, const QHash<int, Source>& sources, std::vector<Competitor> competitors,
            RatesOn rates);
  void add(const Offer& offer);                    // what does not count is left out
  void addOwn(const PublishedPrice& price);        // regular ones of the first channel; others are left out
  void weigh(const QHash<int, double>& revenueOf); // by listing; 0 or nothing: no weight
  void sort();                                     // once, when all is there

  const std::vector<Place>& places() const { return m_places; }
  const std::vector<Stand>& stands() const { return m_stands; }
  const std::vector<Source>& sources() const { return m_sources; } // by number
  const std::vector<Sight>& sights() const { return m_sights; }
  const std::vector<OwnPrice>& ownPrices() const { return m_own; }
  const std::vector<Category>& categories() const { return m_categories; }
  const std::vector<Competitor>& competitors() const { return m_competitors; }
  Duration longestHold() const { return m_longestHold; }
  QString competitorName(int no) const;
  std::optional<int> placeOf(int listingNo) const;

 private:
  int standOf(const Offer& offer, int place);

  std::vector<Place> m_places;
  QHash<int, int> m_placeOf, m_sourceOf;
  std::vector<Stand> m_stands;
  QHash<QString, int> m_standOf, m_sellerOf;
  struct Last { // of one match: most have one seller, spelt the same each time
    QString seller;
    int stand = 0;
  };
  QHash<qint64, Last> m_lastOf;
  std::vector<Source> m_sources;
  std::vector<Category> m_categories;
  std::vector<Competitor> m_competitors;
  RatesOn m_rates;
  std::vector<Sight> m_sights;
  std::vector<OwnPrice> m_own;
  Duration m_longestHold{};
  int m_firstChannel = 0;
};

} // namespace pricewright
