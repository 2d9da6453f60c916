// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "audit/Journal.h"
#include "catalog/Catalog.h"
#include "catalog/Permissions.h"
#include "catalog/Sales.h"

#include "base/Settings.h"

#include <functional>

namespace pricewright {

struct NewWorkspace {
  QString name;
  QString currency = QStringLiteral("USD");
  std::optional<Instant> asOf; // the workspace's "now" starts here
  QString userName;            // who becomes the first user, as director
  QString channelCode = QStringLiteral("store"), channelName = QStringLiteral("Store");
};

// Reads and writes what the catalogue tables hold. On the engine thread. Every write is one transaction with its audit
// entry and outbox row; writers that take no Transaction open their own. Each asks Permissions.h whether the actor may
// do it (catalog.not-allowed), before anything is changed.
class CatalogStore {
 public:
  CatalogStore(Database& db, Journal& journal, const Clock& clock, IdSource& ids);

  // On a freshly migrated, empty file: catalog.not-empty, .bad-name, .reserved-name, money.unknown-currency.
  Status createWorkspace(const NewWorkspace& what);
  Result<QString> workspaceValue(const QString& key) const; // "" where missing
  Status setWorkspaceValue(const Actor& by, const QString& key,
                           const QString& value); // catalog.fixed-value, .bad-value

  Result<Settings> settings() const;
  Status setSetting(const Actor& by, const QString& key,
                    const QVariant& value); // an invalid value: back to the default

  Result<Catalog> load() const; // what is active
  // The same of one category in one zone: what a single group of siblings needs.
  Result<Catalog> loadGroup(int categoryNo, int zoneNo) const;
  Result<std::vector<SalePoint>> salesOf(int listingNo, Day before) const; // of one listing, as loadSales()
  // Whole periods that are over when that day begins: first day + days ≤ before.
  Result<SalesPanel> loadSales(Day before) const;
  Result<std::vector<DatedCost>> costsInForce(Day on, CostKind kind) const; // at most one a listing
  Result<std::vector<StockLevel>> latestStock(Day on) const;
  Result<std::vector<Promotion>> promotionsTouching(Day from, Day to) const;
  Result<std::vector<MarginException>> marginExceptions(Instant at) const;

  // p₀: the regular price in force per listing in the first channel; observed regular prices where none was published.
  Result<std::vector<PublishedPrice>> regularPricesInForce(Instant at) const;
  Result<std::vector<PublishedPrice>> priceHistory(Instant since) const; // all listings, by listing and time
  Result<std::vector<PublishedPrice>> priceHistory(int listingNo, Instant since) const;
  // Every listing's price in force in one channel (promotion before markdown before regular): the complete list.
  Result<std::vector<PublishedPrice>> pricesInForce(int channelNo, Instant at) const;
  // Closes the open price of that listing, channel and type and opens the new one. Inside the caller's transaction. The
  // same price again changes nothing. catalog.unknown-listing, .unknown-channel, .wrong-currency, .bad-price,
  // .bad-period, .outside-bounds, .price-out-of-order (an earlier start than the newest price's).
  Status putPrice(Transaction& in, const PublishedPrice& price, const QString& decisionId,
                  std::optional<qint64> batchNo);
  // Gives listings without any price the regular price last observed in their sales, in every channel. Own transaction.
  Result<int> adoptObservedPrices(const Actor& by, Day on);

  Result<std::vector<User>> users() const;
  Result<User> user(const QString& name) const;           // catalog.unknown-user
  Status permits(const Actor& by, Permission what) const; // to know before a long way; the writers ask again
  // Writers, each with a transaction of its own or inside the caller's: what is written again unchanged leaves no
  // trace. Errors name what is wrong: catalog.bad-code, .bad-role, .bad-pack, .bad-bounds, .bad-ladder, .bad-rate,
  // .bad-market, .bad-time-zone, .bad-exception, .unknown-…, .last-director, .reserved-name …
  Status putUser(const Actor& by, const User& user);
  Status putCategory(const Actor& by, const Category& category); // by code
  Status putSku(const Actor& by, const Sku& sku);                // new or changed, by code
  Status putZone(const Actor& by, const PriceZone& zone);
  // By number, or by SKU and zone where the number is 0: then a missing listing is made.
  Status putListingBounds(const Actor& by, const Listing& listing);
  // Whether a SKU is sold in a zone, with whatever limits it had; and whether it is sold at all. History stays.
  Status putOnSale(const Actor& by, int skuNo, int zoneNo, bool onSale);
  Status setSkuActive(const Actor& by, const QString& code, bool active);
  // One row of the dated costs; `amount` none: the row goes. catalog.bad-cost (not positive), .unknown-listing
  Status putCost(const Actor& by, int listingNo, CostKind kind, Day from, const std::optional<Amount>& amount);
  Result<std::optional<Amount>> costOn(int listingNo, CostKind kind, Day from) const; // of exactly that day
  Status putVatRate(const Actor& by, const VatRate& rate);
  Status putMarginException(const Actor& by, const MarginException& exception);
  Status putChannel(const Actor& by, const Channel& channel);

 private:
  // One transaction around a change and its audit entry, for somebody who may do it; part of one that is open.
  Status change(const Actor& by, Permission what, const std::function<Status(const Actor& who)>& work);
  Status record(const Actor& by, const QString& kind, const char* table, const QString& rowId, const QJsonObject& body,
                const char* operation);
  Status makeWorkspace(const NewWorkspace& what, const QString& user);

  Database& m_db;
  Journal& m_journal;
  const Clock& m_clock;
  IdSource& m_ids;
};
QString operatingSystemUser();

} // namespace pricewright
