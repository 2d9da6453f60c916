// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/Competitors.h"

#include "base/Words.h"
#include "catalog/Rows.h"

namespace pricewright {

QString plainSeller(const QString& name) {
  const QString plain = name.simplified().toCaseFolded();
  return plain.startsWith(u"www.") ? plain.sliced(4) : plain;
}

Result<Competitors> Competitors::load(Database& db) {
  Competitors out;
  PW_TRY(Query q, Query::prepare(db, "SELECT no, code, name FROM competitor ORDER BY no"));
  PW_CHECK(eachRow(q, [&]() -> Status {
    out.add({smallInteger(q, 0), q.text(1), q.text(2)});
    return {};
  }));
  return out;
}

void Competitors::add(const Competitor& c) {
  m_codes.insert(c.no, c.code), m_byCode.insert(c.code, c.no);
  if (const QString plain = plainSeller(c.code); !m_byPlainCode.contains(plain))
    m_byPlainCode.insert(plain, c.no);
  if (const QString plain = plainSeller(c.name); !m_byPlainName.contains(plain))
    m_byPlainName.insert(plain, c.no);
}

std::optional<int> Competitors::find(const QString& name) const {
  if (const auto exact = m_byCode.constFind(name); exact != m_byCode.cend())
    return *exact;
  const QString plain = plainSeller(name);
  if (plain.isEmpty())
    return std::nullopt;
  for (const QHash<QString, int>* names : {&m_byPlainCode, &m_byPlainName})
    if (const auto alike = names->constFind(plain); alike != names->cend())
      return *alike;
  return std::nullopt;
}

Result<int> Competitors::findOrMake(const Transaction& in, Journal& journal, IdSource& ids, const Actor& who,
                                    const QString& name) {
  if (const std::optional<int> known = find(name))
    return *known;
  if (plainSeller(name).isEmpty())
    return fail(s("market.bad-competitor"), {{s("code"), name}});
  const QString id = ids.next().toString();
  PW_TRY(Query q, Query::prepare(in.database(), "INSERT INTO competitor (id, code, name) VALUES (?1, ?2, ?2) RETURNING "
                                                "no"));
  PW_TRY([[maybe_unused]] const bool written, q.bind(1, id).bind(2, name).step());
  const int no = smallInteger(q, 0);
  q.reset();
  PW_CHECK(journal.append(who, s("competitor.saved"), s("competitor"), id, {{s("code"), name}, {s("name"), name}},
                          s("insert")));
  add({no, name, name});
  return no;
}

} // namespace pricewright
