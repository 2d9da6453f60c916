// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/WordWeights.h"

#include <QSet>

#include <algorithm>
#include <cmath>

namespace pricewright {

void WordWeights::add(const QStringList& wordsOfOne) {
  for (const QString& word : QSet<QString>(wordsOfOne.begin(), wordsOfOne.end()))
    ++m_holding[word];
  ++m_products;
}

double WordWeights::weight(const QString& word) const {
  if (m_products == 0)
    return 1;
  return std::log(1.0 + double(m_products) / double(std::max(1, m_holding.value(word))));
}

} // namespace pricewright
