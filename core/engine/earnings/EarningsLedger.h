// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "earnings/ChangeBridge.h"
#include "engine/Workspace.h"

#include <map>
#include <memory>

namespace pricewright {

// What one price sold in one period of its source, exactly: net of VAT, in the
// currency of its zone, millionths.
struct SoldWeek {
  int listing = 0; // by its place in the catalogue's listings
  int week = 0;    // 0: the last seven days that sales cover; the period counts
                   // where its last day lies
  int days = 7;
  qint64 unitsMilli = 0;
  qint64 revenueMicro = 0;
  std::optional<qint64> setMicro;  // the same units at the regular price that
                                   // was set; none: it is not known
  std::optional<qint64> costMicro; // of those units, at the replacement cost of the day
  bool ordinary = true;            // not on deal, and not known to have been out of stock
};

// Sales with what must be known beside them: VAT, dated costs, regular prices
// and exchange rates as they were then. Reads only the weeks that are asked
// for. One look; one thread.
class EarningsLedger {
 public:
  // `into`: the currency of the report; none: the workspace's. Those of the
  // stores.
  static Result<EarningsLedger> open(Workspace& workspace, std::optional<Currency> into);

  const Catalog& catalog() const { return *m_catalog; }
  Currency into() const { return m_into; }
  int endDay() const { return m_end; } // the day after the last one that sales cover; 0: there are no sales
  // Prices without the VAT rate that their zone needs: their sales are not
  // told.
  int withoutVat() const { return m_withoutVat; }
  bool counts(std::size_t listing) const { return m_listings[listing].counts; }
  Currency currencyOf(std::size_t listing) const { return m_listings[listing].currency; }
  double netShare(std::size_t listing,
                  int day) const; // of a price: net ÷ as published

  // The rate of some weeks: the mean of those of each week's last day, to
  // twelve places, half-even. None: no week of them has one that is fresh
  // enough.
  Result<std::optional<ExactRate>> rateOf(Currency currency, int firstWeek, int weeks);

  using Take = std::function<Status(const SoldWeek&)>;
  // Periods that end in weeks [firstWeek, firstWeek + weeks), by listing.
  // engine.cancelled
  Status eachSale(int firstWeek, int weeks, const Take& take, const JobContext& job);

  // Regular prices as they were in force in the first channel, by time.
  struct SetPrice {
    int fromDay = 0; // day number that it began within
    int from = 0;    // of the first whole day
    int until = 0;   // day number that it ended within; the far future: it holds
    qint64 minor = 0;
    QString decisionId; // "": no decision of ours
  };
  std::span<const SetPrice> pricesOf(std::size_t listing) const { return m_listings[listing].prices; }

 private:
  EarningsLedger() = default;
  using DatedBp = std::vector<std::pair<int, int>>; // from day, basis points
  struct DatedMicro {
    int from = 0;
    qint64 micro = 0;
    Currency currency;
  };
  struct OfListing {
    bool counts = false;
    Currency currency;
    std::shared_ptr<const DatedBp> vat; // null: prices are net
    std::vector<DatedMicro> costs;
    std::vector<SetPrice> prices;
  };
  void readListings();
  Status readCosts();
  Status readPrices();
  std::optional<std::size_t> placeOf(qint64 listingNo) const;
  int vatOn(const OfListing& l, int day) const;
  Result<std::optional<qint64>> costOf(const OfListing& l, int day, int week, qint64 unitsMilli);
  std::optional<qint64> setPriceMicro(const OfListing& l, int day) const;
  Result<qint64> weekRate(Currency currency, int week); // 10⁻¹²; 0: none

  Workspace* m_ws = nullptr;
  std::shared_ptr<const Catalog> m_catalog;
  Settings m_settings;
  Currency m_into;
  int m_end = 0, m_withoutVat = 0;
  std::vector<OfListing> m_listings;
  std::vector<int> m_places; // by listing number; −1: none
  std::map<std::pair<Currency, int>, qint64> m_weekRates;
  std::map<int, std::optional<FxRates>> m_tables; // by week
};

} // namespace pricewright
