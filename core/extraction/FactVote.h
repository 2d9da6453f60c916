// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "extraction/PageScan.h"
#include "extraction/PriceMentions.h"
#include "extraction/ProductPage.h"

namespace pricewright {

// The price that most speaks for, with what it was before. Sets `why` if there is none.
void votePrice(const PageScan& scan, const PriceMentions& mentions, const ProductFacts& facts, ProductPage& page);
void voteCurrency(const PageScan& scan, const PriceMentions& mentions, const ProductFacts& facts, ProductPage& page);
void voteAvailability(const PageScan& scan, const ProductFacts& facts, ProductPage& page);
// Item number, GTIN, brand and the other texts.
void voteTexts(const PageScan& scan, const ProductFacts& facts, ProductPage& page);

// 1 − ∏(1 − c) over the sources: those that agree raise the confidence, of one source the surest counts.
class Agreement {
 public:
  void add(const ProductFact& fact, double confidence);
  double confidence() const;
  const ProductFact* best() const { return m_best; }
  std::size_t sources() const;

 private:
  std::array<double, 7> m_bySource{};
  const ProductFact* m_best = nullptr;
  double m_most = -1;
};
FieldValue fieldValue(const PageScan& scan, const ProductFact& fact, double confidence);

} // namespace pricewright
