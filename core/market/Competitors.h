// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "audit/Journal.h"
#include "market/Offer.h"

#include <QHash>

namespace pricewright {

// A seller's name without what changes from row to row: case, blanks, "www.".
QString plainSeller(const QString& name);

// Who is meant by a name: the competitor of that code; else the one whose code, else the one whose name is the same in
// plain spelling; of several the one that was there first.
class Competitors {
 public:
  static Result<Competitors> load(Database& db);
  std::optional<int> find(const QString& name) const;
  QString codeOf(int no) const { return m_codes.value(no); }
  // Where there is none, it is made under that name, with its entry. Within the open transaction; whether `who` may,
  // the caller has asked. market.bad-competitor: the name is blank.
  Result<int> findOrMake(const Transaction& in, Journal& journal, IdSource& ids, const Actor& who, const QString& name);

 private:
  void add(const Competitor& competitor);
  QHash<int, QString> m_codes;
  QHash<QString, int> m_byCode, m_byPlainCode, m_byPlainName;
};

} // namespace pricewright
