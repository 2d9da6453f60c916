// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/Catalog.h"
#include "storage/Database.h"

#include <QJsonObject>

// How the stores of this folder read rows. For this folder and the stores of decision.
namespace pricewright {

inline Error damagedRow(const char* table, const QString& row, const QString& value) {
  return fail(QStringLiteral("storage.corrupt"), {{QStringLiteral("table"), QString::fromLatin1(table)},
                                                  {QStringLiteral("row"), row},
                                                  {QStringLiteral("value"), value}});
}

// Few distinct codes, many rows: each code is looked up once.
class CurrencyReader {
 public:
  std::optional<Currency> read(std::string_view code) {
    if (code == m_code)
      return m_currency;
    const Result<Currency> found =
        Currency::fromCode(QString::fromUtf8(code.data(), static_cast<qsizetype>(code.size())));
    if (!found)
      return std::nullopt;
    m_code = code;
    m_currency = *found;
    return m_currency;
  }

 private:
  std::string m_code;
  Currency m_currency;
};

inline std::optional<qint64> optionalInteger(const Query& q, int column) {
  return q.isNull(column) ? std::nullopt : std::optional<qint64>(q.integer(column));
}
inline std::optional<Instant> optionalInstant(const Query& q, int column) {
  return q.isNull(column) ? std::nullopt : std::optional<Instant>(fromMillis(q.integer(column)));
}
inline int smallInteger(const Query& q, int column) { return static_cast<int>(q.integer(column)); }
inline Id idOf(const Query& q, int column) { return Id::parse(q.text(column)).value_or(Id()); }

// Calls `take` for each row until it fails.
template <class Take> Status eachRow(Query& q, const Take& take) {
  for (;;) {
    PW_TRY(const bool row, q.step());
    if (!row)
      return {};
    PW_CHECK(take());
  }
}

} // namespace pricewright
