// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "imports/rows/SaleWeeks.h"
#include "imports/rows/SeriesTable.h"

namespace pricewright {

// How long the periods of a sales file are where no row says so: told per listing by how far its days stand apart, and
// by the file as a whole where a listing has too few. Weeks are seven days, months their own length, and what was sold
// day by day is added up to weeks, so that demand sees the same whichever way a shop reports. A period without any sale
// and price takes the price before it.
class SalePeriods final : public SeriesSettler {
 public:
  explicit SalePeriods(BatchContext& batch) : m_batch(batch), m_weeks(batch, SaleWeeks::Form::Days) {}
  void see(std::span<const Row> rows) override;
  bool mayCut() const override { return m_listings[static_cast<std::size_t>(Spacing::Days)] == 0; }
  void forget() override {
    m_listings = {};
    m_seen.clear();
    m_next = 0;
  }
  Result<bool> settle(int listingNo, std::span<Row> rows, std::vector<Settled>& instead) override;
  void addNotes() const;

 private:
  enum class Spacing { Unknown, Days, Weeks, Months, Other };
  enum Value { kDays, kUnits, kPrice, kRegular, kDeal, kFeature, kInStock };
  static Spacing spacingOf(std::span<const Row> rows);
  Spacing ofFile() const;
  Result<Spacing> decide(int listingNo, Spacing own, std::span<const Row> rows);
  Result<bool> fillPrices(int listingNo, std::span<const Row> rows);
  Status rewrite(int listingNo, std::span<const Row> rows, std::vector<Settled>& instead);
  Status addDays(int listingNo, std::span<const Row> rows, std::vector<Settled>& instead);

  BatchContext& m_batch;
  SaleWeeks m_weeks;
  std::array<qint64, 5> m_listings{}; // by spacing
  std::vector<Spacing> m_seen;        // of each listing, in their order
  std::size_t m_next = 0;             // the listing that is settled next
  qint64 m_summed = 0, m_months = 0, m_assumed = 0;
  std::vector<SaleLine> m_lines;
};

} // namespace pricewright
