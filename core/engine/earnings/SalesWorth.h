// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/WorkspaceRates.h"

#include <utility>

namespace pricewright {

// The day after the last one that sales cover, as a number; 0: there are none.
Result<int> endOfSales(Database& db, Day today);

// What sales are worth in the workspace's currency, net of VAT, at today's rates; and what they cost on their day.
class SalesWorth {
 public:
  static Result<SalesWorth> read(Workspace& workspace, const Catalog& catalog, const Settings& settings, Day today);
  const WorkspaceRates& rates() const { return m_rates; }
  bool knows(qint64 listing) const { return listing >= 0 && std::size_t(listing) < m_perPrice.size(); }
  // Net money of the workspace per unit of price; 0: cannot be told (no exchange rate, no VAT rate).
  double perPrice(qint64 listing) const { return m_perPrice[std::size_t(listing)]; }
  double costOn(qint64 listing, int day) const; // of one unit; 0: none that is known

 private:
  void readWorths(const Catalog& catalog, Day today);
  Status readCosts(Database& db, Day today);
  WorkspaceRates m_rates;
  std::vector<double> m_perPrice;                           // by listing number
  std::vector<std::vector<std::pair<int, double>>> m_costs; // from day, per unit
};

} // namespace pricewright
