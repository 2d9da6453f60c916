// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QHash>
#include <QString>

namespace pricewright {

// How much a word tells, by how rare it is in a list of products: ln(1 + n / df). Without a list every word tells 1.
class WordWeights {
 public:
  void add(const QStringList& wordsOfOne); // each product once; a word twice in it counts once
  double weight(const QString& word) const;
  int products() const { return m_products; }

 private:
  QHash<QString, int> m_holding;
  int m_products = 0;
};

} // namespace pricewright
