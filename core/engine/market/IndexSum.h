// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/WorkspaceRates.h"
#include "engine/views/CatalogueView.h"

namespace pricewright {

// The price index of many prices: own price / median of competitors × 100, over prices with fresh competitors, weighted
// by their revenue of the last four weeks; by equal weights where none sold.
class IndexSum {
 public:
  void add(const CatalogueRow& row, const WorkspaceRates& rates) {
    if (!row.index)
      return;
    const double weight = std::max(0.0, row.revenuePerWeek.value_or(0)) * rates.worth(row.currency);
    ++m_prices;
    m_plain += *row.index;
    m_sum += weight * *row.index;
    m_weight += weight;
  }
  void add(const IndexSum& other) {
    m_prices += other.m_prices;
    m_plain += other.m_plain;
    m_sum += other.m_sum;
    m_weight += other.m_weight;
  }
  int prices() const { return m_prices; }
  bool byRevenue() const { return m_weight > 0; }
  std::optional<double> value() const { // none: no price has one
    if (m_prices == 0)
      return std::nullopt;
    return byRevenue() ? m_sum / m_weight : m_plain / m_prices;
  }

 private:
  int m_prices = 0;
  double m_plain = 0, m_sum = 0, m_weight = 0;
};

} // namespace pricewright
